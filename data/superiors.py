"""Figures of a place that holds others, or of all places or partners together, beside the figures of these parts.

The finest figures are stored and their totals left out, so that nothing counts twice; a total that its parts do not
give is reported.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data import placing
from data.bodies import Body
from data.numbers import is_close
from data.problems import PARTS_USED, WARNS
from data.store import run, sql
from definitions.fold import fold
from definitions.places import Place, gazetteer
from definitions.unit_totals import unit_total

_KINDS = ("targets", "results")
_UNITS = {"place": "of_places", "partner": "of_partners"}
_TOTALS = Path(__file__).parent / "staging" / "totals_of_units.sql"
_MOST = 5  # parts that a sentence names


@dataclass
class Superiors:
    """What a file says of which place holds which, and of which rows are totals, gathered before names are resolved."""

    written: dict[tuple[str, str, int], dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    """(targets or results, sheet, row number) → of_places, of_partners → the words that make the row a total."""
    around: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Folded name of a place → the folded names of wider places that stand beside it."""
    names: dict[int, pa.ChunkedArray] = field(default_factory=dict)
    """Body → its places as written, row by row."""
    keys: dict[str, str] = field(default_factory=dict)
    """Folded name → the place's key."""
    own: set[str] = field(default_factory=set)
    """Keys of the places that the upload's figures are of."""
    beside: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Key → the keys of wider places that stand beside it in the file."""

    def take_words(self, bodies: Mapping[str, Sequence[Body]], partners: Container[str]) -> None:
        """Read `Semua mitra` as no partner in particular and `Total DIY` as DIY, and remember that they are totals.

        `partners` are the folded names of the known ones: none of them is a total.
        """
        for key in _KINDS:
            for body in bodies.get(key, ()):
                for unit, about in _UNITS.items():
                    self._take(key, body, unit, about, partners)
                self.names[id(body)] = body.table.column("place")
                for name, wider in placing.around(body).items():
                    self.around[fold(name)] |= {fold(each) for each in wider}

    def _take(self, key: str, body: Body, unit: str, about: str, partners: Container[str]) -> None:
        cells = body.table.column(unit)
        meant: dict[str, str | None] = {}
        for text in pc.unique(cells).to_pylist():
            total = unit_total(text) if text and fold(text) not in partners and not _is_place(text) else None
            if total is None or (unit == "partner" and total.of and fold(total.of) not in partners):
                continue
            meant[text] = total.of or None
            for row in body.rows_where(pc.fill_null(pc.equal(cells, text), False)):
                self.written[key, body.recognised.sheet.name, row][about] = text
        if meant:
            read = [meant.get(text, text) if text else None for text in cells.to_pylist()]
            at = body.table.column_names.index(unit)
            body.table = body.table.set_column(at, unit, pa.array(read, pa.string()))

    def leave_out(
        self, cursor: duckdb.DuckDBPyConnection, bodies: Mapping[str, Sequence[Body]], places: Mapping[str, Place]
    ) -> set[str]:
        """Take the totals out of the bodies; returns the kinds of sheets that lost some. Needs the staged tables."""
        within = list(self._within(bodies))
        if not within and not self.written:
            return set()
        cursor.register("places_within", _texts(("place", "superior"), within))
        cursor.register("written_totals", _written(self.written))
        found = run(cursor, sql(_TOTALS))
        for key in {what for what, *_ in found}:
            for body in bodies[key]:
                sheet = body.recognised.sheet.name
                mine = {row: _Total(self._called(key, sheet, row), total, parts, _named(units, places))
                        for what, at, row, total, parts, units in found if (what, at) == (key, sheet)}  # fmt: skip
                _leave_out(body, mine)
        return {what for what, *_ in found}

    def _called(self, key: str, sheet: str, row: int) -> str:
        return ", ".join(self.written[key, sheet, row].values()) if (key, sheet, row) in self.written else ""

    def _within(self, bodies: Mapping[str, Sequence[Body]]) -> Iterator[tuple[str, str]]:
        """(place, place that holds it) for every two of the upload's places."""
        for body in (body for key in _KINDS for body in bodies.get(key, ())):
            read = pa.table({"name": self.names[id(body)], "key": body.table.column("place")})
            for pair in read.group_by(["name", "key"]).aggregate([]).to_pylist():
                if pair["name"] and pair["key"]:
                    self.keys[fold(pair["name"])] = pair["key"]
                    self.own.add(pair["key"])
        for name, key in self.keys.items():
            self.beside[key] |= {place for wider in self.around.get(name, ()) if (place := self._place(wider)) != key}
        yield from self.pairs(self.own, {})

    def pairs(self, places: Set[str], parents: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """(place, place that holds it) for every two of these keys; `parents` are told by the ledger."""
        for key in places:
            yield from ((key, wider) for wider in sorted(_holding(key, self.beside, parents) & places))

    def _place(self, name: str) -> str:
        return self.keys.get(name) or gazetteer().place(name).key


def _holding(key: str, direct: Mapping[str, Set[str]], parents: Mapping[str, str]) -> set[str]:
    """Every place that holds this one: by its code, else by what stands beside it, and so on outwards."""
    found: set[str] = set()
    waiting = [key]
    while waiting:
        place = waiting.pop()
        told = {gazetteer().place(place).parent} if place[:1].isdigit() else direct.get(place, set())
        wider = told | {parents.get(place)}
        waiting += [each for each in wider - found if each and each != key]
        found |= {each for each in wider if each and each != key}
    return found


def _is_place(text: str) -> bool:
    return bool(gazetteer().candidates(text))


@dataclass(frozen=True)
class _Total:
    """A total: what it is called where words say so, its figure, that of its parts, and their names."""

    called: str
    figure: float | None
    parts: float | None
    named: str


def _texts(names: Sequence[str], rows: Sequence[tuple]) -> pa.Table:
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(names)
    return pa.table([pa.array(column, pa.string()) for column in columns], names=list(names))


def _written(rows: Mapping[tuple[str, str, int], Mapping[str, str]]) -> pa.Table:
    texts = _texts(("what", "sheet"), [key[:2] for key in rows])
    texts = texts.append_column("row_number", pa.array([row for *_, row in rows], pa.int32()))
    for about in _UNITS.values():
        is_one = pa.array([True if about in said else None for said in rows.values()], pa.bool_())
        texts = texts.append_column(about, is_one)
    return texts


def _named(units: Sequence[str | None], places: Mapping[str, Place]) -> str:
    names = [places[unit].name if unit in places else unit for unit in units or () if unit]
    return ", ".join(names[:_MOST]) + (", …" if len(names) > _MOST else "")


def _leave_out(body: Body, totals: Mapping[int, _Total]) -> None:
    """Take these rows out and say so: once for each unit, and of each total that its parts do not give."""
    numbers = body.row_numbers.to_numpy()
    mine = np.isin(numbers, list(totals))
    told: dict[str, list[int]] = defaultdict(list)
    places = body.table.column("place").filter(pa.array(mine)).to_pylist()
    for row, place in zip(numbers[mine].tolist(), places, strict=True):
        told[totals[row].called or gazetteer().place(place or "").name].append(row)
    for name, rows in told.items():
        body.report(rows[:1], "value", "total_of_units", WARNS, found=name, count=len(rows),
                    expected=totals[rows[0]].named)  # fmt: skip
    for row, total in totals.items():
        is_known = total.figure is not None and total.parts is not None and row in numbers
        if is_known and not is_close(total.figure, total.parts):
            body.report([row], "value", "parts_differ", WARNS, found=total.figure, expected=total.parts,
                        used=PARTS_USED)  # fmt: skip
    body.table = body.table.filter(pa.array(~mine))
