"""Emerging words of the voices: of the last three months, of each quarter, of each place.

A word that one village says of one neighbour is no figure. So a word is shown only where at least k voices of at least
three places say it, at least k of them here, and never a name; what is counted beside it is hidden below k.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from data.store import Store
from definitions.personal import personal_words
from definitions.small_words import small_words
from metrics import feedback
from metrics.emerging import Emerging, Wanted, counted, emerging, rising
from metrics.feedback_judgement import Judgement
from metrics.small_groups import least_shown
from metrics.voices_heard import state_of

QUARTERS = 4
EACH = 4
PLACES = 3
"""Places in which a word must be said."""


class Rising(NamedTuple):
    """What came up in one quarter against all before it, or in one place against all others."""

    name: str
    words: list[Emerging]


def lately(judged: Judgement, *, most: int = 8) -> list[Emerging]:
    """Words and phrases of the last three months that were rarer before, the surest first."""
    rows = _texts(judged)
    is_new = rows["is_new"].astype(bool)
    return emerging(rows.loc[is_new, "text"].to_list(), rows.loc[~is_new, "text"].to_list(), most=most,
                    least=least_shown(), wanted=_common(judged))  # fmt: skip


def by_period(judged: Judgement) -> list[Rising]:
    """The newest quarters, newest first, each against everything before it."""
    rows, wanted = _texts(judged).sort_values("period_start"), _common(judged)
    counts = {period: counted(part) for period, part in rows.groupby("period", sort=False)["text"]}
    periods = list(counts)
    return [Rising(period, found) for period in reversed(periods[1:][-QUARTERS:])
            if (found := rising(counts[period], _sum(counts[one] for one in periods[: periods.index(period)]),
                                most=EACH, least=least_shown(), wanted=wanted))]  # fmt: skip


def by_place(judged: Judgement) -> list[Rising]:
    """The places that have figures, each against all others; in the order of their names."""
    rows, wanted = _texts(judged), _common(judged)
    rows = rows[rows["place"].notna()]
    counts = {key: counted(part) for key, part in rows.groupby(["place_name", "place"])["text"]}
    whole = _sum(counts.values())
    return [Rising(name, found) for (name, place), ours in counts.items() if place not in judged.hidden_places
            and (found := rising(ours, whole - ours, most=EACH, least=least_shown(), wanted=wanted))]  # fmt: skip


def is_name(words: str) -> bool:
    """Whether one of the words is hardly ever anything but a name, or ends like one."""
    known = personal_words()
    return any(word in known.plain_names
               or (len(word) >= 5 and word.endswith(known.name_endings) and word not in known.like_names)
               for word in words.split())  # fmt: skip


def says_something(words: str) -> bool:
    """Whether one of the words says more than `sudah` or `the`."""
    return not small_words().issuperset(words.split())


def _common(judged: Judgement) -> Wanted:
    """Whether at least k voices of at least three places say a word, and it is no name; asked of all voices."""
    voices, places = _said(judged.store, state_of(judged.store), judged.as_of)
    least = least_shown()
    return lambda words: (
        voices[words] >= least and places[words] >= PLACES and not is_name(words) and says_something(words)
    )


@lru_cache(maxsize=2)
def _said(store: Store, _state: tuple, as_of: date) -> tuple[Counter[str], Counter[str]]:
    """How many voices, and of how many places, say each word, of all voices with a place; no filter changes it."""
    rows = feedback.for_words(store, as_of)
    voices: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for _, part in rows[rows["place"].notna()].groupby("place")["text"]:
        own = counted(part)
        voices.update(own)
        places.update(own.keys())
    return voices, places


def _texts(judged: Judgement) -> pd.DataFrame:
    found = feedback.for_words(judged.store, judged.as_of, **judged.within)
    return found.head(0) if judged.is_hidden else found


def _sum(counts: Iterable[Counter[str]]) -> Counter[str]:
    whole: Counter[str] = Counter()
    for each in counts:
        whole.update(each)
    return whole
