"""Two figures of which one holds the other: of a province and a regency, of all and of one, of a year and a quarter."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from data.numbers import is_close
from data.problems import Said
from data.store import run, sql
from data.superiors import Superiors
from definitions.places import gazetteer
from locales import mark

_MEETINGS = Path(__file__).parent / "staging" / "counted_twice.sql"
_SHEETS_OF_ALL = Path(__file__).parent / "staging" / "sheet_of_all.sql"
_MOST = 5  # parts that a sentence names
_OF_ALL = {
    "no_place": Said(mark("All places together (no place is named)")),
    "no_partner": Said(mark("All partners together (no partner is named)")),
}
Figure = tuple[object, ...]
Row = tuple[str, str, int]
"""targets or results, sheet, row number."""


@dataclass(frozen=True)
class Pair:
    """A figure of the file and another, of the ledger or (upload None) of the file; one holds the other.

    `holder`: how it does, by its place ('place'), by having none ('no_place'), or no partner ('no_partner').
    """

    what: str
    indicator: str
    holder: str
    superior: str | None
    is_total_new: bool
    sheet: str
    row: int
    new_place: str | None
    new_partner: str | None
    new_group: str | None
    new_value: float | None
    new_period: str
    is_running: bool
    upload: int | None
    file_name: str | None
    stored_sheet: str
    stored_row: int
    stored_cell: str | None
    period: str
    period_kind: str
    period_start: object
    period_end: object
    partner: str | None
    place: str | None
    group: str | None
    value: float | None
    is_other_running: bool
    is_flow: bool

    @property
    def key(self) -> Figure:
        """The figure of the ledger."""
        return self.period, self.partner, self.place, self.group

    @property
    def rows_here(self) -> list[Row]:
        """Where it stands in the file: its own row, and that of the other where this is of the file."""
        own = (self.what, self.sheet, self.row)
        return [own] if self.upload is not None else [own, (self.what, self.stored_sheet, self.stored_row)]

    @property
    def subject(self) -> str:
        """What an answer is kept under in a mapping."""
        return f"{self.indicator} {self.superior or self.holder}"

    @property
    def ends(self) -> tuple[Figure, Figure]:
        """The whole and the part, each as (what tells it from others, unit, last period, value)."""
        unit = self.new_place, self.new_partner, self.new_group
        own = (self.sheet, self.row), unit, self.new_period, self.new_value
        other = (self.stored_sheet, self.stored_row, self.upload, self.key), self.key[1:], self.period, self.value
        return (own, other) if self.is_total_new else (other, own)


def pairs(cursor: duckdb.DuckDBPyConnection, kinds: Container[str], superiors: Superiors) -> list[Pair]:
    """Every two figures that tell of the same people. Needs the staged tables and running totals."""
    stored = {place for (place,) in run(cursor, """
        select place from current_results where indicator in (select indicator from staged_results)
        union
        select place from current_targets where indicator in (select indicator from staged_targets)
        """)}  # fmt: skip
    if not stored and not _has_two_rhythms(cursor) and not _has_sheet_of_all(cursor):
        return []
    parents = dict(run(cursor, "select place, parent from current_places where parent is not null"))
    named = superiors.own | (stored - {None})
    # the two of a pair stand on different sides, unless the file names both; the key of a place is all that is compared
    near = [*superiors.pairs(named, parents), *((place, None) for place in named)]
    columns = [pa.array(column, pa.string()) for column in (zip(*near, strict=True) if near else ((), ()))]
    cursor.register("near_places", pa.table(columns, names=["place", "superior"]))
    return [Pair(*row) for row in run(cursor, sql(_MEETINGS)) if row[0] in kinds]


def _has_two_rhythms(cursor: duckdb.DuckDBPyConnection) -> bool:
    """Whether results of an indicator stand in the file with periods of different kinds, or from the start."""
    return bool(run(cursor, """
        select 1 from staged_results where period is not null group by indicator
        having count(distinct period_kind) > 1 or bool_or(period_is_total) limit 1"""))  # fmt: skip


def _has_sheet_of_all(cursor: duckdb.DuckDBPyConnection) -> bool:
    """Whether an indicator stands on several sheets, on some without a partner or place and on others with one."""
    return bool(run(cursor, sql(_SHEETS_OF_ALL)))


def sums(meeting: Iterable[Pair]) -> tuple[float, float]:
    """What the wholes and what the parts come to; of a state the latest figure of each unit counts."""
    sides: tuple[dict, dict] = ({}, {})
    for pair in sorted(meeting, key=lambda each: (each.period, each.new_period)):
        for side, (figure, unit, _period, value) in zip(sides, pair.ends, strict=True):
            side[figure if pair.is_flow else unit] = value or 0
    return sum(sides[0].values()), sum(sides[1].values())


def is_the_same(meeting: Sequence[Pair]) -> bool:
    """Whether the parts, all of this file, are the total: there is nothing to ask."""
    whole, parts = sums(meeting)
    return all(pair.upload is None and pair.is_flow for pair in meeting) and is_close(whole, parts)


def shown(meeting: Sequence[Pair], cell: str | None) -> dict[str, object]:
    """The values of a sentence about a pair; `cell` is that of the other figure where it stands in the file."""
    first = meeting[0]
    names = dict.fromkeys(_part_name(pair) for pair in meeting)
    named = ", ".join(list(names)[:_MOST]) + (", …" if len(names) > _MOST else "")
    where = f"{first.stored_sheet} › {cell or first.stored_cell or first.stored_row}"
    return {"found": _OF_ALL.get(first.holder) or gazetteer().place(first.superior or "").name, "expected": named,
            "indicator": first.indicator, "period": first.new_period, "figure": first.new_value,
            "stored": first.value, "stored_period": first.period, "upload": first.upload,
            "where": where if first.upload is None else f"{first.file_name} › {where}"}  # fmt: skip


def _part_name(pair: Pair) -> str:
    place, partner = (pair.place, pair.partner) if pair.is_total_new else (pair.new_place, pair.new_partner)
    return (partner if pair.holder == "no_partner" else gazetteer().place(place or "").name) or ""
