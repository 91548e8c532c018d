"""Checks of figures against each other, whatever sheet they stand in: running totals, scales, doubtful results."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import duckdb
import pyarrow.compute as pc

from data.bodies import Body
from data.problems import STOPS, WARNS, Problem, Question
from data.store import run, sql
from definitions import clock
from definitions.layouts import layout_words
from definitions.units import people_units

_CHECKS = Path(__file__).parent / "checks"
_LEFT_OUT = ("running_total_left_out", "running_total_before", "running_total_beyond", "part_of_year_left_out")
_OF_THE_SHEET = ("which_part_of_year", "part_of_year_left_out")
Bodies = Mapping[str, Sequence[Body]]


def across_sheets(cursor: duckdb.DuckDBPyConnection, bodies: Bodies) -> list[Problem]:
    """What the staged figures say about each other and about the ledger's."""
    if not {"results", "targets", "indicators"} & set(bodies):
        return []
    return [*_running_totals(cursor, bodies), *_mixed_scales(cursor, bodies), *_doubts(cursor, bodies),
            *_parts_of_people(cursor, bodies)]  # fmt: skip


def _running_totals(cursor: duckdb.DuckDBPyConnection, bodies: Bodies) -> Iterator[Problem]:
    """Figures from the start to a period: which cannot become the figure of the period alone, and which have."""
    split = run(cursor, sql(_CHECKS / "running_totals_split.sql"))
    for key, sheet, row, indicator, count, period, found, expected in split:
        yield _problem(_body(bodies, key, sheet, row), row, "value", "running_total_split", WARNS, found=found,
                       expected=expected, indicator=indicator, count=count, period=f"s.d. {period}")  # fmt: skip
    said: set[tuple[str, str]] = set()
    for key, sheet, row, _, code, indicator, wide in run(cursor, sql(_CHECKS / "running_totals.sql")):
        if code in _OF_THE_SHEET and (code, sheet) in said:  # once for all its rows
            continue
        said.add((code, sheet))
        body = _body(bodies, key, sheet, row)
        period = body.table.filter(pc.equal(body.table.column("row_number"), row)).column("period")[0].as_py()
        if wide:
            yield _problem(body, row, "value", code, WARNS, found=f"s.d. {period}", expected=wide)
            continue
        starts, severity = code == "running_total_start", WARNS if code in _LEFT_OUT else STOPS
        question = Question("running_total", indicator, ("year", "programme"), "programme") if starts else None
        question = Question("part_of_year", "*", ("year", "none")) if code == "which_part_of_year" else question
        yield _problem(body, row, "value", code, severity, question=question, found=f"s.d. {period}")


def _mixed_scales(cursor: duckdb.DuckDBPyConnection, bodies: Bodies) -> Iterator[Problem]:
    """Fractions among points: no scale is right for both."""
    if not run(cursor, "select 1 from staged_definitions where is_share(unit, measure) and scale = 100 limit 1"):
        return
    for key, sheet, row, field, figure, code in run(cursor, sql(_CHECKS / "scales.sql")):
        repair = round(figure * 100, 9)
        yield _problem(
            _body(bodies, key, sheet, row), row, field, "mixed_scales", STOPS, repair, found=figure, indicator=code
        )


def _doubts(cursor: duckdb.DuckDBPyConnection, bodies: Bodies) -> Iterator[Problem]:
    """Results that may be right and yet are worth a look."""
    rows = run(cursor, sql(_CHECKS / "doubts.sql"), {"today": clock.today()})
    for key, sheet, row, field, code, found, expected, period in rows:
        yield _problem(
            _body(bodies, key, sheet, row), row, field, code, WARNS, found=found, expected=expected, period=period
        )


def _parts_of_people(cursor: duckdb.DuckDBPyConnection, bodies: Bodies) -> Iterator[Problem]:
    """Counts of people, or of what is told in whole numbers, that are none."""
    units = sorted({*people_units(), *layout_words().words("evidence", "whole")})
    for key, sheet, row, field, found, unit in run(cursor, sql(_CHECKS / "broken_counts.sql"), {"units": units}):
        # 1.25 among thousands is 1.250 that a spreadsheet took for a decimal: an offer where it comes to a whole number
        thousand = round(found * 1000, 6)
        yield _problem(_body(bodies, key, sheet, row), row, field, "part_of_one", WARNS, found=found, unit=unit,
                       expected=thousand if thousand.is_integer() else found)  # fmt: skip


def _body(bodies: Bodies, key: str, sheet: str, row: int) -> Body:
    own = [body for body in bodies[key] if body.recognised.sheet.name == sheet]
    return own[0] if len(own) == 1 else next((body for body in own if _has(body, row)), own[0])


def _has(body: Body, row: int) -> bool:
    return pc.index(body.table.column("row_number"), row).as_py() >= 0


def _problem(
    body: Body, row: int, field: str, code: str, severity: str, repair: str | float | None = None,
    question: Question | None = None, **params: object,
) -> Problem:  # fmt: skip
    entry = body.recognised
    return Problem(code, severity, entry.sheet.name, entry.cell(row, field), entry.header(field, row), params, repair,
                   question)  # fmt: skip
