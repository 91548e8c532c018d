"""The figures of one indicator as a cube of period, partner, place and group, with the sums that a reader knows."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from definitions.plain_columns import plain_column
from metrics.suppression import TOTAL, Key, Line

UNNAMED = ""
"""A partner or place that a row does not name, beside TOTAL, which is all of them."""
DIMENSIONS = ("period", "partner", "place", "group")
Cube = dict[Key, float]
Spans = Mapping[str, tuple[date, date]]
"""First and last day by period."""


def key_of(row: Mapping, named: Sequence[str] = ()) -> Key:
    """The cell of a row. What is missing is TOTAL, but for a partner or place in `named`: there it is UNNAMED."""
    return tuple((UNNAMED if name in named else TOTAL) if pd.isna(row[name]) else row[name] for name in DIMENSIONS)


class Figure(NamedTuple):
    """A row of metrics.progress.figures as plain values; a missing one is None."""

    indicator: str
    period: str | None
    partner: str | None
    place: str | None
    group: str | None
    period_start: date | None
    period_end: date | None
    actual: float | None
    numerator: float | None
    denominator: float | None


def by_indicator(found: pd.DataFrame) -> dict[str, list[Figure]]:
    """The rows of metrics.progress.figures, taken apart by indicator."""
    rows: dict[str, list[Figure]] = {}
    for row in map(Figure._make, zip(*(plain_column(found[name]) for name in Figure._fields), strict=True)):
        rows.setdefault(row.indicator, []).append(row)
    return rows


def spans_of(rows: Iterable[Figure]) -> dict[str, tuple[date, date]]:
    """The days of every period."""
    found: dict[str, tuple[date, date]] = {}
    for row in rows:
        if row.period is not None and row.period not in found:
            found[row.period] = (row.period_start, row.period_end)  # type: ignore[assignment]
    return found


def cube_of(rows: Iterable[Figure], part: str, is_added: bool) -> Cube:
    """The figures of `part` (actual, numerator, denominator) by cell; with every margin where they are added up.

    A partner or place that a row does not name is UNNAMED, a period or group TOTAL.
    """
    cube: Cube = {}
    for row in rows:
        if (figure := getattr(row, part)) is not None:
            unit = (UNNAMED if row.partner is None else row.partner, UNNAMED if row.place is None else row.place)
            cube[row.period, *unit, row.group] = float(figure)
    return cube | _margins(cube) if is_added else cube


def _margins(cube: Cube) -> Cube:
    """The totals over partners, over places, and over both, of each period and group."""
    found: Cube = {}
    for (period, partner, place, group), figure in cube.items():
        for key in ((period, TOTAL, place, group), (period, partner, TOTAL, group), (period, TOTAL, TOTAL, group)):
            found[key] = found.get(key, 0) + figure
    return found


def axes_of(key: Key) -> dict[str, object]:
    """The dimensions of a cell by name; each trait of its group is one of its own."""
    unit = {name: part for name, part in zip(DIMENSIONS[:3], key, strict=False) if part is not TOTAL}
    return unit | {f"group {name}": trait for name, trait in _traits(key[3])}


def always_shown(cube: Cube) -> frozenset[Key]:
    """The figure of all together, of each period: it is what a forum speaks of, and points at nobody."""
    return frozenset(key for key in cube if key[1:] in ((TOTAL, TOTAL, TOTAL), (UNNAMED, UNNAMED, TOTAL)))


def sums_of(cube: Cube, spans: Spans, over_time: str) -> list[Line]:
    """Every sum that holds: over partners, over places, over each split of the groups, and over time."""
    parts: dict[tuple, list[Key]] = {}
    for key in cube:
        period, partner, place, group = key
        if partner is not TOTAL:
            parts.setdefault((period, TOTAL, place, group, "partner"), []).append(key)
        if place is not TOTAL:
            parts.setdefault((period, partner, TOTAL, group, "place"), []).append(key)
        for whole, split in wholes(group):
            parts.setdefault((period, partner, place, whole, split), []).append(key)
    found = [Line(whole[:4], tuple(keys)) for whole, keys in parts.items()]
    return [line for line in (*found, *_over_time(cube, spans, over_time)) if _holds(line, cube)]


def _holds(line: Line, cube: Cube) -> bool:
    return line.whole in cube and abs(sum(cube[key] for key in line.parts) - cube[line.whole]) < 1e-6


def wholes(group: str | None) -> list[tuple[str | None, str]]:
    """What a group is a part of, and by which dimension: "age=18-24;sex=f" of "age=18-24" (sex) and "sex=f" (age)."""
    names, parts = [name for name, _ in _traits(group)], [trait for _, trait in _traits(group)]
    return [(";".join([*parts[:place], *parts[place + 1 :]]) or TOTAL, ";".join(names) + "/" + name)
            for place, name in enumerate(names)]  # fmt: skip


def _traits(group: Hashable) -> list[tuple[str, str]]:
    """The traits of a group by name, "" for one that has none; no trait of the total."""
    traits = [] if group is TOTAL else str(group).split(";")
    return [(trait.partition("=")[0] if "=" in trait else "", trait) for trait in traits]


def _over_time(cube: Cube, spans: Spans, over_time: str) -> Iterable[Line]:
    """A flow: a period is the sum of those inside it, the life that of all. Else the life is one of its periods."""
    inside = {wide: tuple(p for p in spans if p != wide and _is_in(spans[p], spans[wide])) for wide in spans}
    finest = [period for period in spans if not inside[period]]
    held: dict[str | None, list[str]] = {TOTAL: finest}
    held |= {wide: [period for period in finest if period in parts] for wide, parts in inside.items() if parts}
    for key in cube:
        period, *unit = key
        told = [part for part in held.get(period, ()) if (part, *unit) in cube]
        if not told:
            continue
        if over_time == "sum":
            yield Line(key, tuple((part, *unit) for part in told))
            continue
        latest = max(told, key=lambda part: spans[part][1])
        answering = {latest, max(told, key=lambda part: cube[(part, *unit)])} if over_time == "max" else {latest}
        yield from (Line(key, ((part, *unit),)) for part in answering)


def _is_in(inner: tuple[date, date], outer: tuple[date, date]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
