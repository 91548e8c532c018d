"""The figures of each new indicator in the order of time: what is needed to judge how they join and where they lead."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from data import periods
from data.layouts import naming
from data.layouts.dating import When
from data.layouts.defining import Series
from data.layouts.strips import Strip
from data.layouts.table import Table

_UNIT = ("partner", "place", "group")


def series_of(table: Table, strips: Sequence[Strip], codes: set[str]) -> dict[str, Series]:
    """By code, for the new indicators `codes`: the figures of the first of its partners, places and groups."""
    told: dict[str, Series] = defaultdict(Series)
    steps: dict[tuple[str, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    named = np.array(naming.codes(table), object)
    for code, kind in _kinds(strips, named):
        told[code].kinds.add(kind)
    first = _first_rows(table, strips, named, codes)
    for strip in strips:
        mine = np.flatnonzero(first[strip.rows])
        whens = strip.whens()
        for place in mine:
            row, code, column = table.rows.rows[strip.rows[place]], named[strip.rows[place]], strip.figure.column
            told[code].note_share(strip.what, _is_written_share(table, row.at, column))
            if (amount := table.amount(row.at, column)) is not None:
                steps[code, strip.what][whens[place].text].append(amount)
            else:
                told[code].texts.append(table.grid.text(row.at, column))
    for (code, what), by_period in steps.items():
        told[code].steps[what], wider = _of_one_kind({period: sum(amounts) for period, amounts in by_period.items()})
        told[code].totals += wider if what == "target" else []
        if what == "result":
            told[code].run = _run(by_period)
            runs = [sum(amounts) for period, amounts in by_period.items() if _kind(period) == "to date"]
            told[code].before = max(runs, default=None) if len(runs) < len(by_period) else None
    return told


def _is_written_share(table: Table, at: int, column: int) -> bool:
    """80 % as somebody wrote it, or a cell that Excel shows so; what is no figure is no proof against it."""
    text = table.grid.text(at, column)
    return table.grid.is_percent(at, column) or text.endswith("%") or table.amount(at, column) is None


def _run(by_period: Mapping[str, list[float]]) -> float | None:
    """What stands in the column from the start to the end of the last of two or more steps: it tells how these make
    one."""
    ends = {read.end: sum(amounts) for text, amounts in by_period.items()
            if (after := periods.to_date(text)) and (read := periods.period(after))}  # fmt: skip
    steps = [read.end for text in by_period if _kind(text) != "to date" and (read := periods.period(text))]
    return ends.get(max(steps)) if len(steps) > max(1, len(ends)) else None


def _of_one_kind(by_period: Mapping[str, float]) -> tuple[list[float], list[float]]:
    """The figures of the kind of period that most are of, in the order of time; and those of longer periods, which are
    totals and no further steps: the target of the year beside that of a quarter."""
    kinds = [_kind(period) for period in by_period]
    most = max(kinds, key=lambda kind: (kinds.count(kind), -periods.MONTHS_IN.get(kind, 0)))
    own = [by_period[period] for period in sorted(by_period) if _kind(period) == most]
    months = periods.MONTHS_IN.get(most, 12)
    return own, [by_period[period] for period in sorted(by_period) if periods.MONTHS_IN.get(_kind(period), 0) > months]


def _kinds(strips: Sequence[Strip], named: np.ndarray) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for strip in strips:
        if isinstance(strip.when, When):
            kind = _kind(strip.when.text)
            found |= {(code, kind) for code in set(named[strip.rows])}
        else:
            found |= {(named[row], _kind(each.text)) for row, each in zip(strip.rows, strip.when, strict=True)}
    return found


def _first_rows(table: Table, strips: Sequence[Strip], named: np.ndarray, codes: set[str]) -> np.ndarray:
    """Which rows are of a new indicator and of its first partner, place and group that has a figure."""
    filled = np.zeros(len(named), bool)
    for strip in strips:
        filled[strip.rows] = True
    units: dict[str, tuple[str, ...]] = {}
    found = np.zeros(len(named), bool)
    for place in np.flatnonzero(filled):
        if named[place] in codes:
            row = table.rows.rows[place]
            unit = tuple(said.text if (said := table.told(row, key)) else "" for key in _UNIT)
            found[place] = units.setdefault(named[place], unit) == unit
    return found


@lru_cache(maxsize=4096)
def _kind(text: str) -> str:
    if periods.to_date(text) is not None:
        return "to date"
    found = periods.period(text)
    return found.kind if found else "unknown"
