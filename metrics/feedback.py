"""What the community says: how much, how it is rated, about what, and whether it was answered."""

from datetime import date

import pandas as pd

from data.store import Store
from definitions.codebook import codebook
from metrics.emerging import Emerging, emerging
from metrics.engine import ask
from metrics.suppression import LEAST_SHOWN

ANSWER_WITHIN_DAYS = 30
"""An entry that is still open after so many days is overdue. A common service standard; to be agreed by the forum."""
FILTERS = ("programme", "indicator", "partner", "place", "theme")


def themes(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """One row per theme after one for all (`is_total`): entries, ratings, answered, told back, days to an answer.

    Args:
        within: any of programme, indicator, partner, place, theme to look at one alone.
    """
    return ask(store, "feedback_themes", as_of=as_of, answer_within_days=ANSWER_WITHIN_DAYS, **_within(within))


def shown_themes(found: pd.DataFrame) -> pd.DataFrame:
    """The rows of `themes` that a chart may show: a sensitive theme only with LEAST_SHOWN entries and more.

    The row for all stays: it says how many spoke, not of what.
    """
    small = found["theme"].fillna("").str.lower().isin(sensitive_names()) & (found["entries"] < LEAST_SHOWN)
    return found[~small]


def sensitive_names() -> list[str]:
    """Every way to write a theme that the codebook marks as sensitive, in lower case."""
    return sorted({name.lower() for theme in codebook().themes if theme.is_sensitive
                   for name in (theme.key, theme.id, theme.en)})  # fmt: skip


def overdue(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """Entries that wait longer than ANSWER_WITHIN_DAYS, the longest first: where and since when, never the words.

    Sensitive ones are not in it: they have a path of their own.
    """
    return ask(store, "feedback_overdue", as_of=as_of, answer_within_days=ANSWER_WITHIN_DAYS,
               sensitive=sensitive_names(), **_within(within))  # fmt: skip


def sensitive_count(store: Store, as_of: date, **within: str | None) -> int | None:
    """How many sensitive entries there are; None, not a number, for 1 to LEAST_SHOWN − 1 of them."""
    found = themes(store, as_of, **within)
    count = int(found.loc[found["theme"].fillna("").str.lower().isin(sensitive_names()), "entries"].sum())
    return None if 0 < count < LEAST_SHOWN else count


def new_words(store: Store, as_of: date, *, most: int = 8, **within: str | None) -> list[Emerging]:
    """Words and phrases of the last three months that were rarer before, the surest first."""
    rows = ask(store, "feedback_for_words", as_of=as_of, **_within(within))
    is_new = rows["is_new"].astype(bool)
    return emerging(rows.loc[is_new, "text"].to_list(), rows.loc[~is_new, "text"].to_list(), most=most)


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
    """Entries whose giver agreed to be quoted and that a person approved, the newest first: date, place_name, sex …"""
    return ask(store, "feedback_quotes", as_of=as_of or date.max, most=most, **_within(within))


def to_code(store: Store, coder: str) -> pd.DataFrame:
    """Entries with words, the newest first, as a coder sees them: entry, place of it in the ledger, text, what `coder`
    said of it last (`coded`), `consent`, and whether it is approved as a quote (`is_approved`)."""
    return ask(store, "feedback_to_code", coder=coder)


def _within(asked: dict[str, str | None]) -> dict[str, str | None]:
    """Every filter with its value, None where it is not asked for."""
    unknown = set(asked) - set(FILTERS)
    if unknown:
        raise ValueError(f"Filters must be of {', '.join(FILTERS)}, got {', '.join(sorted(unknown))}.")
    return dict.fromkeys(FILTERS) | asked
