"""Quotes as they may be shown: with so much beside them that at least k voices have all of it in common.

Place, programme, theme, time, sex and age are told one after another, the more important first, each only where at
least k voices share it and everything told before; of a place or a month that few share, the wider one is told. Under
a filter a quote stands only where what is filtered by is told of it anyway: two filtered pages, laid side by side, tell
no more than one. That a quote has consent and was approved by a person is asked before all this.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from data.store import Store
from definitions.places import gazetteer
from metrics import feedback
from metrics.feedback_judgement import Judgement, theme_key
from metrics.small_groups import least_shown
from metrics.voices_heard import state_of

COLUMNS = ("text", "place", "place_name", "programme", "partner", "indicator", "theme", "period", "sex", "age",
           "rating", "is_answered", "told_back")  # fmt: skip
_FILTERS = ("place", "programme", "partner", "indicator")
_NOT_TOLD = dict.fromkeys(COLUMNS)


class _Step(NamedTuple):
    """One thing that may be told of a quote: who has it in common, and what is then written beside the quote."""

    name: str
    shared: np.ndarray
    told: dict[str, object]


def quotes(store: Store, as_of: date, *, most: int = 50, **within: str | None) -> pd.DataFrame:
    """Approved quotes of a choice, the newest first; a trait that would tell of fewer than k voices is None.

    `period` is a month, a quarter or a year (2025-03, 2025-Q1, 2025); `age` a band of ten years. Nothing of a choice
    whose figures are hidden.
    """
    asked = {name: value for name, value in within.items() if value is not None}
    judged = Judgement(store, as_of, **asked)
    if judged.is_hidden:
        return pd.DataFrame(columns=COLUMNS)
    voices = _voices(store, state_of(store), as_of, least_shown())
    found = [row for at in voices.approved() if _is_told(row := voices.quote(at), asked)]
    return pd.DataFrame(found[:most], columns=COLUMNS, dtype=object)


@lru_cache(maxsize=2)
def _voices(store: Store, _state: tuple, as_of: date, _least: int) -> "Voices":
    """The voices of a state of the store, which no filter changes."""
    return Voices(store, as_of)


def _is_told(row: dict, asked: dict[str, str]) -> bool:
    """Whether everything that is filtered by is told of the quote."""
    return all(
        (row["theme"] is not None and theme_key(row["theme"]) == theme_key(value)) if name == "theme"
        else row[name] == value for name, value in asked.items()
    )  # fmt: skip


class Voices:
    """All voices up to a day with their traits, against which each quote is held."""

    def __init__(self, store: Store, as_of: date) -> None:
        self.rows = feedback.traits(store, as_of).to_dict("records")
        self.least = least_shown()
        self.hidden_places = Judgement(store, as_of).hidden_places
        days = pd.to_datetime(pd.Series([row["date"] for row in self.rows], dtype=object))
        self.columns = {name: np.array([_plain(row[name]) for row in self.rows], dtype=object)
                        for name in (*_FILTERS, "sex", "rating", "is_answered", "told_back")}  # fmt: skip
        self.columns["age"] = np.array([band(row["age"]) for row in self.rows], dtype=object)
        self.periods = [days.dt.strftime("%Y-%m").to_numpy(object),
                        (days.dt.strftime("%Y-Q") + days.dt.quarter.astype(str)).to_numpy(object),
                        days.dt.strftime("%Y").to_numpy(object)] if len(days) else []  # fmt: skip
        self.themes = [frozenset() if row["themes"] is None else frozenset(row["themes"]) for row in self.rows]

    def approved(self) -> list[int]:
        return [at for at, row in enumerate(self.rows) if row["is_quote"] is True or row["is_quote"] == 1]

    def quote(self, at: int) -> dict[str, object]:
        """The words and what may stand beside them."""
        told = _NOT_TOLD | {"text": self.rows[at]["text"]}
        shared = np.ones(len(self.rows), dtype=bool)
        done: set[str] = set()
        for step in self._steps(at):
            if step.name in done:
                continue
            both = shared & step.shared
            if both.sum() >= self.least:
                shared, told = both, told | step.told
                done.add(step.name)
        return told

    def _steps(self, at: int) -> Iterator[_Step]:
        """Everything there is to tell, in the order of its worth; of one name the first that enough share is told."""
        row = self.rows[at]
        place = _plain(row["place"])
        if place is not None and place not in self.hidden_places:
            own = {"place": place, "place_name": row["place_name"]}
            yield _Step("place", self.columns["place"] == place, own)
        yield from self._wider(place)
        for name in ("programme", "indicator", "partner"):
            yield from self._of(name, at)
        for theme in sorted(self.themes[at] - {None}):
            yield _Step("theme", np.array([theme in themes for themes in self.themes]), {"theme": theme})
        for labels in self.periods:
            yield _Step("period", labels == labels[at], {"period": labels[at]})
        for name in ("sex", "age", "rating", "told_back", "is_answered"):
            yield from self._of(name, at)

    def _of(self, name: str, at: int) -> Iterator[_Step]:
        value = self.columns[name][at]
        if value is not None:
            yield _Step(name, self.columns[name] == value, {name: value})

    def _wider(self, place: str | None) -> Iterator[_Step]:
        """The districts, the regency and the province around a place with a code."""
        known = gazetteer().by_code
        while place and "." in place:
            place = place.rpartition(".")[0]
            if place in known:
                inside = np.array([isinstance(each, str) and (each == place or each.startswith(f"{place}."))
                                   for each in self.columns["place"]])  # fmt: skip
                yield _Step("place", inside, {"place_name": known[place].name})


def band(age: object) -> str | None:
    """An exact age as its band of ten years; a band as it is."""
    text = _plain(age)
    if text is None or not str(text).strip():
        return None
    text = str(text).strip()
    if text.isdigit():
        low = int(text) // 10 * 10
        return f"{low}-{low + 9}"
    return text


def _plain(value: object) -> object:
    return None if value is None or value is pd.NA or (isinstance(value, float) and np.isnan(value)) else value
