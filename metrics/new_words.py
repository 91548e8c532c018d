"""Emerging words of the voices: of the last three months, of each quarter, of each place."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from metrics import feedback
from metrics.emerging import Emerging, counted, emerging, rising
from metrics.feedback_judgement import Judgement

QUARTERS = 4
EACH = 4


class Rising(NamedTuple):
    """What came up in one quarter against all before it, or in one place against all others."""

    name: str
    words: list[Emerging]


def lately(judged: Judgement, *, most: int = 8) -> list[Emerging]:
    """Words and phrases of the last three months that were rarer before, the surest first."""
    rows = _texts(judged)
    is_new = rows["is_new"].astype(bool)
    return emerging(rows.loc[is_new, "text"].to_list(), rows.loc[~is_new, "text"].to_list(), most=most)


def by_period(judged: Judgement) -> list[Rising]:
    """The newest quarters, newest first, each against everything before it."""
    rows = _texts(judged).sort_values("period_start")
    counts = {period: counted(part) for period, part in rows.groupby("period", sort=False)["text"]}
    periods = list(counts)
    return [Rising(period, found) for period in reversed(periods[1:][-QUARTERS:])
            if (found := rising(counts[period], _sum(counts[one] for one in periods[: periods.index(period)]),
                                most=EACH))]  # fmt: skip


def by_place(judged: Judgement) -> list[Rising]:
    """The places that have figures, each against all others; in the order of their names."""
    rows = _texts(judged)
    rows = rows[rows["place"].notna()]
    counts = {key: counted(part) for key, part in rows.groupby(["place_name", "place"])["text"]}
    whole = _sum(counts.values())
    return [Rising(name, found) for (name, place), ours in counts.items()
            if place not in judged.hidden_places and (found := rising(ours, whole - ours, most=EACH))]  # fmt: skip


def _texts(judged: Judgement) -> pd.DataFrame:
    if judged.is_hidden:
        return feedback.for_words(judged.store, judged.as_of, **judged.within).head(0)
    return feedback.for_words(judged.store, judged.as_of, **judged.within)


def _sum(counts: Iterable[Counter[str]]) -> Counter[str]:
    whole: Counter[str] = Counter()
    for each in counts:
        whole.update(each)
    return whole
