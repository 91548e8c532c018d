"""What the community says: how much, how it is rated, about what, and whether it was answered."""

from datetime import date

import pandas as pd

from data.store import Store
from metrics.engine import ask

ANSWER_WITHIN_DAYS = 30
"""An entry that is still open after so many days is overdue. A common service standard; to be agreed by the forum."""
FILTERS = ("programme", "indicator", "partner", "place", "theme")


def themes(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """One row per theme after one for all (`is_total`): entries, ratings, answered, told back, days to an answer.

    Args:
        within: any of programme, indicator, partner, place, theme to look at one alone.
    """
    return ask(store, "feedback_themes", as_of=as_of, answer_within_days=ANSWER_WITHIN_DAYS, **_within(within))


def volume(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """One row per quarter: period, period_start, entries, complaints (rated 1 or 2)."""
    return ask(store, "feedback_volume", as_of=as_of, **_within(within))


def ratings(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """Five rows: rating 1 to 5 and how many entries gave it."""
    return ask(store, "feedback_ratings", as_of=as_of, **_within(within))


def loop(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """Three rows, `step` and `entries`: received, answered, told_back; `median_days` stands on answered."""
    found = themes(store, as_of, **within)
    if found.empty:
        return pd.DataFrame({"step": [], "entries": [], "median_days": []})
    total = found.iloc[0]
    return pd.DataFrame({
        "step": ["received", "answered", "told_back"],
        "entries": [total["entries"], total["answered"], total["told_back"]],
        "median_days": [None, total["median_days"], None],
    })  # fmt: skip


def quotes(store: Store, as_of: date | None = None, *, most: int = 50, **within: str | None) -> pd.DataFrame:
    """Entries whose giver agreed to be quoted, the newest first: date, place_name, sex, age, rating, text, theme …"""
    return ask(store, "feedback_quotes", as_of=as_of or date.max, most=most, **_within(within))


def _within(asked: dict[str, str | None]) -> dict[str, str | None]:
    """Every filter with its value, None where it is not asked for."""
    unknown = set(asked) - set(FILTERS)
    if unknown:
        raise ValueError(f"Filters must be of {', '.join(FILTERS)}, got {', '.join(sorted(unknown))}.")
    return dict.fromkeys(FILTERS) | asked
