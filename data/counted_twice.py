"""A total and its parts tell of the same people: where it is not plain which of them counts, a person says it.

Within one file a total of the same period is left out by itself (data/superiors.py). Across uploads, and where a year
stands beside quarters, the parts may be incomplete, so it is asked; what counts no more is left out of the file, or
taken back by a row of this upload, and counts again when the upload is undone.
"""

from collections.abc import Mapping, Sequence

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.bodies import Body
from data.nested_figures import Pair, Row, is_the_same, pairs, shown, sums
from data.problems import WARNS, Question, Said
from data.superiors import Superiors
from locales import mark

ANSWERS = PARTS, TOTAL, BOTH = "parts", "total", "both"
TAKEN_BACK = {"results": "not_applicable", "targets": "in_parts"}
"""What a row says that takes back a figure of the ledger, by what it is."""
_CLOSE = 1e-7  # share of a total by which its parts may miss it, for rounding
_DONE = {
    PARTS: Said(mark("The figures of the parts count, and the total does not.")),
    TOTAL: Said(mark("The total counts, and the figures of its parts do not.")),
}


def settle(cursor: duckdb.DuckDBPyConnection, bodies: Mapping[str, Sequence[Body]], superiors: Superiors) -> set[str]:
    """Ask about totals and parts that meet, or do what was answered. Needs the staged tables and running totals.

    Figures from the start that count no more are registered as `left_to_others`: their steps are worked out already,
    and those after them rest on their rows. Returns the kinds of sheets whose rows changed.
    """
    meetings: dict[tuple[str, str, bool], list[Pair]] = {}
    for pair in pairs(cursor, bodies.keys(), superiors):
        meetings.setdefault((pair.what, pair.subject, pair.upload is None), []).append(pair)
    changed, gone, running = set(), set[Row](), set[Row]()
    for (what, _subject, _is_here), met in meetings.items():
        # a regency lies in its province and holds its villages: what one answer left out, the next is not about
        meeting = [pair for pair in met if not gone.intersection(pair.rows_here)]
        answer = _answer(bodies[what], meeting) if meeting else None
        if answer in _DONE:
            rows, from_start = _take_out(bodies[what], meeting, answer)
            gone |= rows | from_start
            running |= from_start
            changed.add(what)
    _register(cursor, running)
    return changed


def _answer(bodies: Sequence[Body], meeting: Sequence[Pair]) -> str | None:
    """What was said of it and done; None where it is asked."""
    first = meeting[0]
    body, ending = _body(bodies, first), "_here" if first.upload is None else ""
    whole, parts = sums(meeting)
    # the parts say more, unless they come to less than the total: then some of them are still missing
    proposed = PARTS if parts >= whole - _CLOSE * abs(whole) else TOTAL
    question = Question("counted_twice", first.subject, ANSWERS, proposed)
    given = body.recognised.answers.get("counted_twice", {})
    answer = given.get(question.subject, given.get("*", PARTS if is_the_same(meeting) else ""))
    answer = proposed if answer == "proposed" else answer
    params = shown(meeting, None if first.upload else _cell_of_other(bodies, first))
    if answer in _DONE:
        body.report([first.row], "value", f"counted_once{ending}", WARNS, used=_DONE[answer], **params)
    elif answer != BOTH:
        body.report([first.row], "value", f"counted_twice{ending}", question=question, **params)
    return answer if answer in ANSWERS else None


def _take_out(bodies: Sequence[Body], meeting: Sequence[Pair], answer: str) -> tuple[set[Row], set[Row]]:
    """Leave out what does not count of the file, and take back what does not count of the ledger.

    Returns the rows that went, and those of figures from the start that are to be left out once their steps are known.
    """
    goes, running = set[Row](), set[Row]()
    for pair in meeting:
        if pair.is_total_new == (answer == PARTS):
            (running if pair.is_running else goes).add(pair.rows_here[0])
        elif pair.upload is None:
            (running if pair.is_other_running else goes).add(pair.rows_here[1])
    for body in bodies:
        sheet = body.recognised.sheet.name
        told_of = _rows_of(body, meeting[0].indicator)
        back = {pair.key: pair for pair in meeting
                if pair.upload is not None and pair.sheet == sheet and pair.row in told_of
                and pair.is_total_new == (answer == TOTAL)}  # fmt: skip
        added = pa.Table.from_pylist([_row_against(pair) for pair in back.values()], schema=body.table.schema)
        mine = [row for _what, at, row in goes if at == sheet and row in told_of]
        is_one = np.isin(body.row_numbers.to_numpy(), mine)  # a row against the ledger shares its number, and stays
        goes_now = pc.and_(pa.array(is_one), pc.is_null(body.table.column("value_mark")))
        body.table = pa.concat_tables([body.table.filter(pc.invert(goes_now)), added])
    return goes, running


def _row_against(pair: Pair) -> dict[str, object]:
    """A row of the file, at the cell that met it, by which a figure of the ledger counts no more."""
    return {"row_number": pair.row, "indicator": pair.indicator, "period": pair.period,
            "period_kind": pair.period_kind, "period_start": pair.period_start, "period_end": pair.period_end,
            "period_is_total": False, "partner": pair.partner, "place": pair.place, "group": pair.group,
            "value_mark": TAKEN_BACK[pair.what]}  # fmt: skip


def _register(cursor: duckdb.DuckDBPyConnection, running: set[Row]) -> None:
    columns = zip(*sorted(running), strict=True) if running else ((), (), ())
    kinds = (pa.string(), pa.string(), pa.int32())
    arrays = [pa.array(column, kind) for column, kind in zip(columns, kinds, strict=True)]
    cursor.register("left_to_others", pa.table(arrays, names=["what", "sheet", "row_number"]))


def _rows_of(body: Body, indicator: str) -> set[int]:
    """The rows that tell of an indicator."""
    is_own = pc.equal(body.table.column("indicator"), indicator)
    return set(body.table.column("row_number").filter(is_own).to_pylist())


def _body(bodies: Sequence[Body], pair: Pair) -> Body:
    return next(body for body in bodies
                if body.recognised.sheet.name == pair.sheet and pair.row in _rows_of(body, pair.indicator))  # fmt: skip


def _cell_of_other(bodies: Sequence[Body], pair: Pair) -> str | None:
    return next((body.recognised.cell(pair.stored_row, "value") for body in bodies
                 if body.recognised.sheet.name == pair.stored_sheet
                 and pair.stored_row in _rows_of(body, pair.indicator)), None)  # fmt: skip
