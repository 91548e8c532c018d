"""What the community says: how much, how it is rated, about what, and whether it was answered. As it is, for everybody
who may see all of it; what screens and files show goes through metrics.feedback_shown."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from data.store import Store
from metrics.engine import ask, frame
from metrics.voices_heard import spellings, voices_heard

ANSWER_WITHIN_DAYS = 30
"""An entry that is still open after so many days is overdue. A common service standard; to be agreed by the forum."""


def themes(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """One row per theme after one for all (`is_total`): entries, ratings, answered, told back, and the median
    days to an answer with the open ones counted (None while fewer than half have one).

    What people coded goes before what the sender wrote. An entry with two themes stands under both, and once in the
    row for all. An entry that is sensitive (by its sender, a coder, or the words of the codebook) has that theme alone.

    Args:
        within: any of programme, indicator, partner, place, theme to look at one alone.
    """
    return _ask(store, "feedback_themes", as_of, within, answer_within_days=ANSWER_WITHIN_DAYS, codebook=spellings())


def overdue(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """Entries that wait longer than ANSWER_WITHIN_DAYS, the longest first: where and since when, never the words.

    Sensitive ones are not in it: they have a list of their own.
    """
    return _ask(store, "feedback_overdue", as_of, within, answer_within_days=ANSWER_WITHIN_DAYS)


def sensitive(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """The separate list: where each sensitive entry stands and how it was found (sender, coder or words), never what
    was said. For those who follow complaints up; the theme is no filter here."""
    return _ask(store, "feedback_sensitive", as_of, _whatever_theme(within), codebook=spellings())


def volume(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """One row per quarter: period, period_start, entries, complaints (rated 1 or 2)."""
    return _ask(store, "feedback_volume", as_of, within)


def ratings(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """Five rows: rating 1 to 5 and how many entries gave it."""
    return _ask(store, "feedback_ratings", as_of, within)


def waits(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """One row per entry: is_answered, told_back, and the days until the answer, or so far."""
    return _ask(store, "feedback_waits", as_of, within)


def places(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """One row per place (None: none named): place_name, entries."""
    return _ask(store, "feedback_places", as_of, within)


def people(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """One row per sex, age as written and opinion: entries."""
    return _ask(store, "feedback_people", as_of, within)


def beside(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """One row per place and theme, without the sensitive: entries, voices, negative, positive, rated."""
    return _ask(store, "feedback_beside", as_of, _whatever_theme(within))


def for_words(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """One row per entry with words, without the sensitive: text, is_new (last three months), period, place …"""
    return _ask(store, "feedback_for_words", as_of, within, as_of=as_of)


def quotes(store: Store, as_of: date | None = None, *, most: int = 50, **within: str | None) -> pd.DataFrame:
    """Entries whose giver agreed to be quoted and that a person approved, the newest first: date, place_name, sex …

    A sensitive one is never among them. With everything that is known of each: screens and files show metrics.quotes.
    """
    return _ask(store, "feedback_quotes", as_of or date.max, within, most=most)


def traits(store: Store, as_of: date) -> pd.DataFrame:
    """One row per entry, without the sensitive: what a quote of it could tell, and whether it may be quoted."""
    return _ask(store, "feedback_traits", as_of, {})


def to_code(store: Store, coder: str) -> pd.DataFrame:
    """Entries with words, the newest first, as a coder sees them: entry, place of it in the ledger, text, what `coder`
    said of it last (`coded`), `consent`, and whether it is approved as a quote (`is_approved`)."""
    return ask(store, "feedback_to_code", coder=coder)


def _ask(store: Store, question: str, day: date, within: Mapping[str, str | None], **more: object) -> pd.DataFrame:
    """The answer of the voices within the filters, None where one is not asked for."""
    voices = voices_heard(store, day, within)
    with store.cursor() as cursor:
        cursor.register("heard", voices)
        return frame(cursor, question, more)


def _whatever_theme(within: Mapping[str, str | None]) -> dict[str, str | None]:
    return {name: value for name, value in within.items() if name != "theme"}
