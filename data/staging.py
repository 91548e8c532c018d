"""From recognised sheets to typed rows in temporary tables `new_*`, with every problem collected."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from data import counted_twice, left_out, placing, repeated_targets, restatements
from data.bodies import Body
from data.columns import NO_COLUMN, values
from data.crossing import across_sheets
from data.erased import leave_out_erased
from data.masking.fields import MaskedFields, mask_fields
from data.problems import STOPS, TOTAL_USED, WARNS, Problem
from data.reading import position
from data.recognise import Recognised
from data.resolving import indicator_names, known_codes, resolve_codes, resolve_places
from data.store import run, sql
from data.superiors import Superiors
from definitions.fold import fold
from definitions.places import Place
from definitions.vocabulary import vocabulary

_HERE = Path(__file__).parent
_MAY_BE_BLANK = {("targets", "value")}  # a prepared row whose target is not agreed yet; checks/targets.sql counts them
_OF_UNITS = ("targets", "results", "contributions", "needs")
_OF_ALIKE = ("same_row_twice", "same_figure_twice")
"""What follows where names of persons became one, and would have figures left out."""
_CALCULATED = ("indicators", "targets", "results")
_CHECKED = ("programmes", "partners", "indicators", "targets", "results", "feedback", "activities", "survey",
            "contributions", "needs", "campaigns", "participation")  # fmt: skip


@dataclass
class Staged:
    """What an upload would add: sheets by key, the places it names, and its problems. Rows are in `new_<key>`."""

    bodies: dict[str, list[Body]]
    places: dict[str, Place]
    problems: list[Problem]
    rows: dict[str, int] = field(default_factory=dict)


def stage(cursor: duckdb.DuckDBPyConnection, recognised: Iterable[Recognised]) -> Staged:
    """Read the recognised sheets into the cursor's temporary tables `new_<sheet key>`."""
    staged = Staged({}, {}, [])
    read = [_read(entry, staged.problems) for entry in recognised]
    defining = [body for _, body in read if body.recognised.words.key == "indicators"]
    names = indicator_names(cursor, defining)
    for raw, body in read:
        own = body.recognised.words.key
        _leave_out(raw, body, () if own == "indicators" else {*names.codes, *names.shared})
        staged.bodies.setdefault(own, []).append(body)
    restatements.settle(cursor, staged.bodies)
    known, shared = known_codes(cursor, staged.bodies)
    _mask(staged, known)
    superiors = Superiors()
    superiors.take_words(staged.bodies, known["partners"])
    known_places = {fold(name): place for place, name in run(cursor, "select place, name from current_places")}
    for key, bodies in staged.bodies.items():
        for body in bodies:
            for column in vocabulary().sheet_by_key[key].columns:
                if column.ref:
                    resolve_codes(body, column, known[column.ref], shared)
                elif column.kind == "place":
                    resolve_places(body, column, known_places, staged.places)
    leave_out_erased(cursor, staged.bodies.get("feedback", ()), staged.problems, staged.places, _other_places(staged))
    for words in vocabulary().sheets:
        _lay_out(cursor, staged, words.key)
    run(cursor, sql(_HERE / "staging" / "definitions.sql"))
    for key in superiors.leave_out(cursor, staged.bodies, staged.places):
        _lay_out(cursor, staged, key)
    if repeated_targets.leave_out(cursor, staged.bodies):
        _lay_out(cursor, staged, "targets")
    _running_totals(cursor, staged)
    for key in counted_twice.settle(cursor, staged.bodies, superiors):
        _lay_out(cursor, staged, key)
    for key in _CALCULATED:
        run(cursor, sql(_HERE / "staging" / f"{key}.sql"))
    for key in _CHECKED:
        if staged.rows[key]:  # each question costs, and an empty sheet of the template has no answer
            staged.problems += _checked(cursor, staged, key)
    staged.problems += across_sheets(cursor, staged.bodies)
    staged.problems = _once(staged.problems)
    alike = {problem.sheet for problem in staged.problems if problem.code == "masked_alike"}
    staged.problems = [problem for problem in staged.problems
                       if problem.code not in _OF_ALIKE or problem.sheet not in alike]  # fmt: skip
    return staged


def _once(problems: Sequence[Problem]) -> list[Problem]:
    """Each thing once: a cell that a target and a result share, such as their period, is read for both."""
    found: dict[tuple, Problem] = {}
    for at, problem in enumerate(problems):
        what = (problem.code, problem.severity, problem.sheet, problem.cell, str(problem.params.get("found")))
        found.setdefault(what if problem.cell else (at,), problem)
    return list(found.values())


def _running_totals(cursor: duckdb.DuckDBPyConnection, staged: Staged) -> None:
    """What figures from the start to their period come to, with what somebody has said of where they start."""
    figures = [body for key in ("results", "targets") for body in staged.bodies.get(key, [])]
    if not any(pc.any(body.table.column("period_is_total")).as_py() for body in figures):
        run(cursor, sql(_HERE / "staging" / "no_running_totals.sql"))
        return
    said = {indicator: answer for body in figures
            for indicator, answer in body.recognised.answers.get("running_total", {}).items()}  # fmt: skip
    columns = [pa.array(list(given), pa.string()) for given in (said.keys(), said.values())]
    cursor.register("said_starts", pa.table(columns, names=["indicator", "counts_from"]))
    parts = {body.recognised.sheet.name: answer for body in figures
             if (answer := body.recognised.answers.get("part_of_year", {}).get("*"))}  # fmt: skip
    columns = [pa.array(list(given), pa.string()) for given in (parts.keys(), parts.values())]
    cursor.register("said_parts", pa.table(columns, names=["sheet", "answer"]))
    run(cursor, sql(_HERE / "staging" / "running_totals.sql"))


def _other_places(staged: Staged) -> set[str]:
    """The places that other sheets than the feedback name."""
    tables = [body.table for key, bodies in staged.bodies.items() if key != "feedback" for body in bodies]
    return {place for table in tables if "place" in table.column_names
            for place in pc.unique(table.column("place")).to_pylist()}  # fmt: skip


def _mask(staged: Staged, known: Mapping[str, Container[str]]) -> None:
    """What points at a person is masked before a name is compared or a row laid out; the original is kept nowhere."""
    for key, bodies in staged.bodies.items():
        columns = vocabulary().sheet_by_key[key].columns
        for body in bodies:
            body.table, counts = mask_fields(
                body.table, columns, lambda column: known.get(column.ref or "partners", ()), _teller(body)
            )
            if counts:
                found = MaskedFields(body.recognised.words, counts)
                params = {"count": found.total, "found": found}
                staged.problems.append(Problem("masked", WARNS, body.recognised.sheet.name, params=params))


def _teller(body: Body) -> Callable[[str, str, int, list[int]], None]:
    """Reports different places or partners of figures that masking would make one."""

    def tell(key: str, text: str, count: int, rows: list[int]) -> None:
        if body.recognised.words.key in _OF_UNITS and key in ("partner", "place"):
            numbers = body.row_numbers.take(pa.array(rows, pa.int64())).to_pylist()
            body.report(numbers, key, "masked_alike", found=text, count=count)

    return tell


def _read(entry: Recognised, problems: list[Problem]) -> tuple[Body, Body]:
    """The cells as they stand, and the rows of them that hold something, typed."""
    raw = Body(entry, entry.sheet.body(entry.header_row + 1), problems)
    table = values(raw, {"place": placing.place_column})
    fields = [column for column in entry.words.columns if column.key in table.column_names]
    filled = left_out.any_of([pc.is_valid(table.column(column.key)) for column in fields], table.num_rows)
    return raw, Body(entry, left_out.without(table, pc.invert(filled)), problems, raw.told)


def _leave_out(raw: Body, body: Body, indicators: Container[str]) -> None:
    """Take totals and notes out of the rows; empty required cells of the others are reported."""
    entry = body.recognised
    fields = [column for column in entry.words.columns if column.key in entry.columns]
    body.table = left_out.without(body.table, left_out.totals(body, indicators))
    body.table = left_out.without(body.table, left_out.notes(body, fields, indicators))
    for column in entry.words.required:
        if (entry.words.key, column.key) not in _MAY_BE_BLANK:
            body.report(left_out.empty_cells(raw, body, column), column.key, "missing", expected=column)


def _lay_out(cursor: duckdb.DuckDBPyConnection, staged: Staged, key: str) -> None:
    """The rows of one kind of sheet as `staged_<key>`, and where nothing is to be calculated as `new_<key>`."""
    parts = [_with_sheet(body) for body in staged.bodies.get(key, [])]
    table = pa.concat_tables(parts) if parts else _nothing(key)
    staged.rows[key] = table.num_rows
    cursor.register(f"staged_{key}", table)
    if key not in _CALCULATED:
        aside = ("_is_percent", "_mark", "_word", "is_faulty", "row_number", "value_cell", "period_is_total")
        kept = [name for name in table.column_names if not name.endswith(aside)]
        own = ["row_number" if name == "source_row" else name for name in kept]
        cursor.register(f"new_{key}", table.select(kept).rename_columns(own))


def _with_sheet(body: Body) -> pa.Table:
    """The rows with the name of their sheet, their row and cell in it, and whether one has been reported already."""
    entry, length = body.recognised, body.table.num_rows
    table = body.table.append_column("is_faulty", left_out.among(body, body.told))
    table = table.append_column("sheet", pa.repeat(pa.scalar(entry.sheet.name), length))
    if entry.origins is None:
        cells, rows = pa.nulls(length, pa.string()), body.table.column("row_number")
    else:
        at = body.row_numbers.to_numpy() - 1
        cells = pc.coalesce(*(entry.origins.cells(name, at) for name in ("value", "numerator")))
        rows = pa.array(entry.origins.rows[at].astype("int32"))
    return table.append_column("source_row", rows).append_column("value_cell", cells)


def _nothing(key: str) -> pa.Table:
    """A table of the sheet's fields without a row."""
    columns: dict[str, pa.DataType] = {"row_number": pa.int32()}
    for column in vocabulary().sheet_by_key[key].columns:
        if column.kind == "period":
            columns |= {"period": pa.string(), "period_kind": pa.string(),
                        "period_start": pa.date32(), "period_end": pa.date32(),
                        "period_is_total": pa.bool_()}  # fmt: skip
        else:
            kinds = NO_COLUMN.get(column.kind, {"": pa.string()})
            columns |= {column.key + suffix: kind for suffix, kind in kinds.items()}
    aside = [("is_faulty", pa.bool_()), ("sheet", pa.string()), ("source_row", pa.int32()), ("value_cell", pa.string())]
    return pa.schema([*columns.items(), *aside]).empty_table()


def _checked(cursor: duckdb.DuckDBPyConnection, staged: Staged, key: str) -> list[Problem]:
    """What checks/<key>.sql has to say."""
    entries = {body.recognised.sheet.name: body.recognised for body in staged.bodies[key]}
    columns = vocabulary().sheet_by_key[key].column_by_key
    problems = []
    for sheet, row, name, code, severity, found, expected, first in run(cursor, sql(_HERE / "checks" / f"{key}.sql")):
        wanted = columns.get(expected) or vocabulary().answer("over_units", expected or "") or _value(expected)
        if code in ("same_row_twice", "same_code_twice"):
            wanted = vocabulary().sheet_by_key[key]
        entry = entries[sheet]
        params = {"found": found if code == "same_code_twice" else _value(found), "expected": wanted,
                  "first": first, "second": row, "count": found, "used": TOTAL_USED}  # fmt: skip
        if code == "same_row_twice" and entry.origins is not None:
            code, name = "same_figure_twice", "value"
            before = entries.get(expected, entry)
            at = before.cell(first, name)
            where = at if before is entry else f"{before.sheet.name}!{at}"
            params |= {"first": where, "second": entry.cell(row, name)}
            first = position(at)[0] if at and before is entry else None
        else:
            first = first if expected == sheet or (expected is None and len(staged.bodies[key]) == 1) else None
        if code.endswith("_twice"):  # another row of this sheet, which may be left out instead
            params["first_row"] = first
        problems.append(Problem(code, severity, sheet, entry.cell(row, name), entry.header(name, row), params))
    return problems


def _value(text: str | None) -> object:
    """A figure, several of them, or a day that a check found, as such: a sentence writes them in its language."""
    try:
        figures = tuple(float(part) for part in (text or "").split(" / "))
        return figures if len(figures) > 1 else figures[0]
    except ValueError:
        pass
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return text


def has_stops(problems: Iterable[Problem]) -> bool:
    """True when something must be corrected before anything is stored."""
    return any(problem.severity == STOPS for problem in problems)
