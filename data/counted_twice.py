"""A total and its parts that come in two uploads tell of the same people: a person says which of them counts.

Within one file the total is left out by itself (data/superiors.py). Across uploads the parts may be incomplete, so it
is asked; what counts no more is taken back by a row of this upload, and counts again when the upload is undone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.bodies import Body
from data.problems import WARNS, Question, Said
from data.store import run, sql
from data.superiors import Superiors
from definitions.places import gazetteer
from locales import mark

ANSWERS = PARTS, TOTAL, BOTH = "parts", "total", "both"
TAKEN_BACK = {"results": "not_applicable", "targets": "in_parts"}
"""What a row says that takes back a figure of the ledger, by what it is."""
_MEETINGS = Path(__file__).parent / "staging" / "counted_twice.sql"
_KINDS = ("targets", "results")
_CLOSE = 1e-7  # share of a total by which its parts may miss it, for rounding
_MOST = 5  # places that a sentence names
_DONE = {
    PARTS: Said(mark("The figures of the parts count, and the total does not.")),
    TOTAL: Said(mark("The total counts, and the figures of its parts do not.")),
}


@dataclass(frozen=True)
class _Pair:
    """A figure of the file and one of the ledger; the place of one holds that of the other."""

    what: str
    indicator: str
    superior: str
    is_total_new: bool
    sheet: str
    row: int
    new_place: str
    new_value: float | None
    new_group: str | None
    upload: int
    file_name: str
    stored_sheet: str
    stored_row: int
    stored_cell: str | None
    period: str
    period_kind: str
    period_start: object
    period_end: object
    partner: str | None
    place: str
    group: str | None
    value: float | None

    @property
    def key(self) -> tuple:
        """The figure of the ledger."""
        return self.period, self.partner, self.place, self.group

    @property
    def where(self) -> str:
        return f"{self.file_name} › {self.stored_sheet} › {self.stored_cell or self.stored_row}"


def settle(
    cursor: duckdb.DuckDBPyConnection, bodies: Mapping[str, Sequence[Body]], superiors: Superiors
) -> set[str]:
    """Ask about totals and parts that meet in the ledger, or do what was answered. Needs the staged tables.

    Returns the kinds of sheets whose rows changed.
    """
    meetings: dict[tuple[str, str, str], list[_Pair]] = {}
    for pair in _pairs(cursor, bodies, superiors):
        meetings.setdefault((pair.what, pair.indicator, pair.superior), []).append(pair)
    changed = set()
    for (what, indicator, superior), pairs in meetings.items():
        body = _body(bodies[what], pairs[0])
        question = Question("counted_twice", f"{indicator} {superior}", ANSWERS, _proposed(pairs))
        given = body.recognised.answers.get("counted_twice", {})
        answer = given.get(question.subject, given.get("*", ""))
        answer = question.proposed if answer == "proposed" else answer
        if answer not in ANSWERS:
            body.report([pairs[0].row], "value", "counted_twice", question=question, **_shown(pairs))
        elif answer != BOTH:
            params = {"used": _DONE[answer], **_shown(pairs)}
            body.report([pairs[0].row], "value", "counted_once", WARNS, **params)
            _take_out(bodies[what], pairs, answer)
            changed.add(what)
    return changed


def _pairs(
    cursor: duckdb.DuckDBPyConnection, bodies: Mapping[str, Sequence[Body]], superiors: Superiors
) -> list[_Pair]:
    if not superiors.own or not run(cursor, "select 1 from live_uploads limit 1"):
        return []
    stored = {place for (place,) in run(cursor, """
        select place from current_results
        where place is not null and indicator in (select indicator from staged_results)
        union
        select place from current_targets
        where place is not null and indicator in (select indicator from staged_targets)
        """)}  # fmt: skip
    parents = dict(run(cursor, "select place, parent from current_places where parent is not null"))
    # the two of a pair stand on different sides, unless the file names both; the key of a place is all that is compared
    near = list(superiors.pairs(superiors.own | stored, parents))
    if not near:
        return []
    places, wider = zip(*near, strict=True)
    cursor.register("near_places", pa.table({"place": pa.array(places), "superior": pa.array(wider)}))
    return [_Pair(*row) for row in run(cursor, sql(_MEETINGS)) if row[0] in bodies]


def _proposed(pairs: Iterable[_Pair]) -> str:
    """The parts, which say more, unless they come to less than the total: then some of them are still missing."""
    wholes = {(p.key if not p.is_total_new else (p.sheet, p.row)): p.value if not p.is_total_new else p.new_value
              for p in pairs}  # fmt: skip
    parts = {((p.sheet, p.row) if not p.is_total_new else p.key): p.new_value if not p.is_total_new else p.value
             for p in pairs}  # fmt: skip
    whole, part = (sum(value or 0 for value in figures.values()) for figures in (wholes, parts))
    return PARTS if part >= whole - _CLOSE * abs(whole) else TOTAL


def _shown(pairs: Sequence[_Pair]) -> dict[str, object]:
    first = pairs[0]
    parts = list(dict.fromkeys(gazetteer().place(p.place if p.is_total_new else p.new_place).name for p in pairs))
    named = ", ".join(parts[:_MOST]) + (", …" if len(parts) > _MOST else "")
    return {"found": gazetteer().place(first.superior).name, "expected": named, "indicator": first.indicator,
            "period": first.period, "figure": first.new_value, "stored": first.value, "where": first.where,
            "upload": first.upload}  # fmt: skip


def _take_out(bodies: Sequence[Body], pairs: Sequence[_Pair], answer: str) -> None:
    """Leave out what does not count of the file, and take back what does not count of the ledger."""
    for body in bodies:
        mine = [pair for pair in pairs if _is_of(body, pair)]
        goes = [pair.row for pair in mine if pair.is_total_new == (answer == PARTS)]
        back = {pair.key: pair for pair in mine if pair.is_total_new == (answer == TOTAL)}
        added = pa.Table.from_pylist([_row_against(pair) for pair in back.values()], schema=body.table.schema)
        kept = body.table.filter(pa.array(~np.isin(body.row_numbers.to_numpy(), goes)))
        body.table = pa.concat_tables([kept, added])


def _row_against(pair: _Pair) -> dict[str, object]:
    """A row of the file, at the cell that met it, by which a figure of the ledger counts no more."""
    return {"row_number": pair.row, "indicator": pair.indicator, "period": pair.period,
            "period_kind": pair.period_kind, "period_start": pair.period_start, "period_end": pair.period_end,
            "period_is_total": False, "partner": pair.partner, "place": pair.place, "group": pair.group,
            "value_mark": TAKEN_BACK[pair.what]}  # fmt: skip


def _is_of(body: Body, pair: _Pair) -> bool:
    is_there = pc.and_(pc.equal(body.table.column("row_number"), pair.row),
                       pc.equal(body.table.column("indicator"), pair.indicator))  # fmt: skip
    return body.recognised.sheet.name == pair.sheet and bool(pc.any(is_there).as_py())


def _body(bodies: Sequence[Body], pair: _Pair) -> Body:
    return next(body for body in bodies if _is_of(body, pair))
