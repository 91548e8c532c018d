"""What the community says: how much, how it is rated, about what, and whether it was answered. As it is, for everybody
who may see all of it; what screens and files show goes through metrics.feedback_shown."""

import hashlib
from datetime import date
from functools import lru_cache

import pandas as pd

from data.store import Store, run
from definitions.codebook import codebook
from metrics.engine import ask
from metrics.keyword_coding import is_sensitive

ANSWER_WITHIN_DAYS = 30
"""An entry that is still open after so many days is overdue. A common service standard; to be agreed by the forum."""
FILTERS = ("programme", "indicator", "partner", "place", "theme")


def themes(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """One row per theme after one for all (`is_total`): entries, ratings, answered, told back, and the median
    days to an answer with the open ones counted (None while fewer than half have one).

    What people coded goes before what the sender wrote. An entry with two themes stands under both, and once in the
    row for all. An entry that is sensitive (by its sender, a coder, or the words of the codebook) has that theme alone.

    Args:
        within: any of programme, indicator, partner, place, theme to look at one alone.
    """
    return _ask(store, "feedback_themes", as_of, within, answer_within_days=ANSWER_WITHIN_DAYS)


def overdue(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """Entries that wait longer than ANSWER_WITHIN_DAYS, the longest first: where and since when, never the words.

    Sensitive ones are not in it: they have a list of their own.
    """
    return _ask(store, "feedback_overdue", as_of, within, answer_within_days=ANSWER_WITHIN_DAYS)


def sensitive(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """The separate list: where each sensitive entry stands and how it was found (sender, coder or words), never what
    was said. For those who follow complaints up; the theme is no filter here."""
    return _ask(store, "feedback_sensitive", as_of, within, without=("theme",))


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
    return _ask(store, "feedback_beside", as_of, within, without=("theme",))


def for_words(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """One row per entry with words, without the sensitive: text, is_new (last three months), period, place …"""
    return _ask(store, "feedback_for_words", as_of, within)


def quotes(store: Store, as_of: date | None = None, *, most: int = 50, **within: str | None) -> pd.DataFrame:
    """Entries whose giver agreed to be quoted and that a person approved, the newest first: date, place_name, sex …

    A sensitive one is never among them. With everything that is known of each: screens and files show metrics.quotes.
    """
    return _ask(store, "feedback_quotes", as_of or date.max, within, most=most)


def traits(store: Store, as_of: date) -> pd.DataFrame:
    """One row per entry, without the sensitive: what a quote of it could tell, and whether it may be quoted."""
    return ask(store, "feedback_traits", as_of=as_of, codebook=_book(store))


def to_code(store: Store, coder: str) -> pd.DataFrame:
    """Entries with words, the newest first, as a coder sees them: entry, place of it in the ledger, text, what `coder`
    said of it last (`coded`), `consent`, and whether it is approved as a quote (`is_approved`)."""
    return ask(store, "feedback_to_code", coder=coder)


def edition(store: Store) -> int:
    """A number that changes with every code: themes depend on it beside the version of the store."""
    with store.cursor() as cursor:
        return int(run(cursor, "select count(*) from feedback_codes")[0][0])


@lru_cache(maxsize=1)
def spellings() -> dict[str, object]:
    """The codebook as the questions need it: every spelling with its key, keys with labels, what is sensitive."""
    book = codebook()
    pairs = [(name.strip().lower(), theme.key) for theme in book.themes for name in theme.names]
    return {
        "names": [name for name, _ in pairs], "keys": [key for _, key in pairs],
        "themes": [theme.key for theme in book.themes], "labels": [theme.id for theme in book.themes],
        "sensitive": list(book.sensitive) or [""],
    }  # fmt: skip


@lru_cache(maxsize=4)
def _grave(store: Store, _edition: str) -> list[str]:
    """The md5 of every text that holds words of a sensitive theme. Asked of the database itself, the long list of
    words takes half a minute for 12,000 texts; so it takes a second, once for an upload."""
    with store.cursor() as cursor:
        texts = run(cursor, """select distinct "text" from feedback where "text" is not null""")
    grave = [text.encode() for (text,) in texts if is_sensitive(text)]
    return [hashlib.md5(text, usedforsecurity=False).hexdigest() for text in grave] or [""]


def _ask(store: Store, question: str, as_of: date, within: dict[str, str | None], *, without: tuple[str, ...] = (),
         **more: object) -> pd.DataFrame:  # fmt: skip
    """The answer within the filters, None where one is not asked for."""
    unknown = set(within) - set(FILTERS)
    if unknown:
        raise ValueError(f"Filters must be of {', '.join(FILTERS)}, got {', '.join(sorted(unknown))}.")
    filters = {name: within.get(name) for name in FILTERS if name not in without}
    return ask(store, question, as_of=as_of, codebook=_book(store), **filters, **more)


def _book(store: Store) -> dict[str, object]:
    return spellings() | {"grave": _grave(store, f"{store.path} {store.version()}")}
