"""Corrections accepted on the page: other values for single cells, and rows left out; between reading and recognising.

The file itself never changes. What stood in the cell and what was taken instead go into the ledger with the upload.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from data import numbers
from data.masking import mask
from data.problems import Problem
from data.reading import CellError, Sheet, Workbook, address, position
from data.reading.table_file import TYPES
from data.store import run

_FIGURES = frozenset(
    {
        "not_a_number",
        "ambiguous_number",
        "percent_for_number",
        "rating_range",
        "zero_denominator",
        "word_for_number",
        "negative_figure",
        "low_above_high",
    }
)
"""Problems of figures; a problem that proposes a number is one too, whatever it is called."""
_OF_ROWS = frozenset(
    {
        "same_row_twice", "same_code_twice", "same_figure_twice", "missing", "unknown_indicator", "not_a_number",
        "not_a_period", "period_is_week", "period_is_four_months",
        "not_a_date", "no_year", "not_an_answer", "word_for_number", "error_cell",
        "formula_without_value", "running_total_gap", "part_above_total", "negative_figure", "rating_range",
    }
)  # fmt: skip
"""Problems that go away when their row is left out."""
MOST_LETTERS = 2_000
_KEPT = pa.schema(
    [
        ("upload_id", pa.int32()),
        *((name, pa.string()) for name in ("sheet", "cell", "found", "value")),
        ("corrected_by", pa.string()),
        ("corrected_at", pa.timestamp("us")),
    ]
)


@dataclass(frozen=True)
class Correction:
    """One cell: what stood there (as shown), and the text or number that counts instead."""

    sheet: str
    cell: str
    found: str
    value: str | float
    header: str | None = None
    cells: tuple[str, ...] = ()
    """Of a row that is left out (`cell` is then 5:5, as Excel writes it): the cells of it that hold something."""

    @property
    def row(self) -> int | None:
        """The row that is left out, None where a single cell is corrected."""
        first, colon, _last = self.cell.partition(":")
        return int(first) if colon else None

    @property
    def shown(self) -> str:
        """The new value as a cell would show it."""
        return self.value if isinstance(self.value, str) else numbers.plain(self.value)


def meant(problem: Problem, text: str) -> str | float:
    """What a proposal, or a text typed into the page, puts into the cell: a number where a figure is asked for.

    A typed text is read like a cell: `1.200,5` and `1200.5` are clear; `1.234` stays text, so that the check asks.
    """
    text = text.strip()[:MOST_LETTERS]
    if problem.repair is not None and text == problem.proposal:
        return problem.repair
    if problem.code not in _FIGURES and not isinstance(problem.repair, float):
        return text
    if numbers.is_ambiguous(text):
        return text
    found = numbers.number(text, numbers.decimal_sign([text]) or ",")
    return found.value if isinstance(found, numbers.Number) and not found.is_percent else text


def accepted(workbook: Workbook, problem: Problem, text: str) -> list[Correction]:
    """The corrections that follow from accepting `text` for a problem.

    One cell for a problem that stops, as each is reported by itself. A warning is said once for a spelling, so the
    correction reaches every cell of the column that holds the same.
    """
    if problem.sheet is None or problem.cell is None:
        return []
    sheet = workbook.sheet(problem.sheet)
    row, column = position(problem.cell)
    value, found = meant(problem, text), sheet.cell(row, column)
    rows = [row] if problem.stops or found is None else _same(sheet, column, found, from_row=row)
    return [Correction(sheet.name, address(each, column), displayed(found), value, problem.header) for each in rows]


def rows_to_leave_out(problem: Problem) -> list[int]:
    """The rows of the problem's sheet that may be left out instead of being corrected; of twins either of the two."""
    if problem.sheet is None or problem.cell is None or problem.question or problem.code not in _OF_ROWS:
        return []
    own = position(problem.cell)[0]
    first = problem.params.get("first_row")
    return [first, own] if isinstance(first, int) and first != own else [own]


def without_row(workbook: Workbook, sheet_name: str, row: int) -> list[Correction]:
    """The correction that leaves a row out; none where it holds nothing."""
    sheet = workbook.sheet(sheet_name)
    mine = replace(sheet, table=sheet.table.filter(pc.equal(sheet.table.column("row_number"), row)))
    cells = dict(mine.rows(0, 1)).get(row, {})
    filled = {column: text for column, value in sorted(cells.items()) if (text := displayed(value))}
    addresses = tuple(address(row, column) for column in filled)
    return (
        [Correction(sheet.name, f"{row}:{row}", " | ".join(filled.values())[:MOST_LETTERS], "", None, addresses)]
        if filled
        else []
    )


def displayed(value: object) -> str:
    """A cell as a person reads it; '' where it is empty."""
    if value is None:
        return ""
    if isinstance(value, CellError):
        return value.text
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat(sep=" ") if isinstance(value, dt.datetime) else value.isoformat()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return numbers.plain(value) if isinstance(value, int | float) else str(value)


def _same(sheet: Sheet, column: int, found: object, *, from_row: int) -> list[int]:
    letter = "t" if isinstance(found, str) else "n"
    name = f"{letter}{column}"
    if name not in sheet.table.column_names or isinstance(found, bool | dt.date | CellError):
        return [from_row]
    cells, wanted = sheet.table.column(name), found
    if letter == "t":
        cells, wanted = pc.utf8_trim_whitespace(cells), str(found).strip()
    rows = sheet.table.column("row_number").filter(pc.fill_null(pc.equal(cells, wanted), False)).to_pylist()
    return [row for row in rows if row >= from_row]  # the first is reported; what stands above is the header


def corrected(workbook: Workbook, corrections: Sequence[Correction]) -> Workbook:
    """The workbook with the corrections in it. What the file is (name, sha256, kind) stays."""
    by_sheet: dict[str, dict[tuple[int, int], str | float | None]] = {}
    without: dict[str, list[int]] = {}
    for each in corrections:
        if each.row is not None:
            without.setdefault(each.sheet, []).append(each.row)
        else:
            value = None if isinstance(each.value, str) and not each.value.strip() else each.value
            by_sheet.setdefault(each.sheet, {})[position(each.cell)] = value
    sheets = [_corrected(sheet, by_sheet[sheet.name]) if sheet.name in by_sheet else sheet for sheet in workbook.sheets]
    sheets = [_without(sheet, without[sheet.name]) if sheet.name in without else sheet for sheet in sheets]
    return replace(workbook, sheets=tuple(sheets)) if corrections else workbook


def _without(sheet: Sheet, rows: Sequence[int]) -> Sheet:
    gone = pc.is_in(sheet.table.column("row_number"), value_set=pa.array(rows, pa.int32()))
    return replace(sheet, table=sheet.table.filter(pc.invert(gone)).combine_chunks())


def _corrected(sheet: Sheet, values: Mapping[tuple[int, int], str | float | None]) -> Sheet:
    table = _with_rows(sheet.table, sorted({row for row, _column in values}))
    where = {row: at for at, row in enumerate(table.column("row_number").to_pylist())} if values else {}
    percent = set()
    for column in sorted({column for _row, column in values}):
        mine = {where[row]: value for (row, other), value in values.items() if other == column}
        table = _with_column(table, column, mine, was_percent=column in sheet.formats)
        if column in sheet.formats:
            percent.add(column)
    formats = {column: kind for column, kind in sheet.formats.items() if column not in percent}
    return replace(sheet, table=table, formats=formats)


def _with_rows(table: pa.Table, rows: Sequence[int]) -> pa.Table:
    """The table with these rows in it; a row that was empty is all null."""
    known = pc.is_in(pa.array(rows, pa.int32()), value_set=table.column("row_number").combine_chunks())
    missing = [row for row, is_known in zip(rows, known.to_pylist(), strict=True) if not is_known]
    if not missing:
        return table.combine_chunks()
    new = pa.table({"row_number": pa.array(missing, pa.int32())})
    return pa.concat_tables([table, new], promote_options="default").sort_by("row_number").combine_chunks()


def _with_column(
    table: pa.Table, column: int, values: Mapping[int, str | float | None], *, was_percent: bool
) -> pa.Table:
    """The column with new values, whatever types it had: a cell has one type, and the others are empty there. None
    empties a cell; an empty text would be no blank, and pass for a code.

    Where the whole column was shown as percentages, that is said of each remaining cell instead (`p`).
    """
    length = table.num_rows
    mask = pa.array([at in values for at in range(length)])
    for letter, kind in TYPES.items():
        name = f"{letter}{column}"
        is_kind = {"n": float, "t": str}.get(letter)
        mine = [value for _at, value in sorted(values.items()) if is_kind and isinstance(value, is_kind)]
        there = table.column(name).combine_chunks() if name in table.column_names else None
        if letter == "p" and was_percent and there is None:
            numbers_there = table.column(f"n{column}").combine_chunks()
            there = pc.if_else(pc.is_valid(numbers_there), pa.scalar(True), pa.scalar(None, pa.bool_()))
        if there is None and not mine:
            continue
        there = pa.nulls(length, kind) if there is None else there
        new = [value if is_kind and isinstance(value, is_kind) else None for _at, value in sorted(values.items())]
        changed = pc.replace_with_mask(there, mask, pa.array(new, there.type))
        if name in table.column_names:
            table = table.set_column(table.column_names.index(name), name, changed)
        else:
            table = table.append_column(name, changed)
    return table


def record_corrections(
    cursor: duckdb.DuckDBPyConnection, upload: int, corrections: Sequence[Correction], by: str | None
) -> None:
    """Keep with the upload what stood in each corrected cell and what was taken instead; personal details masked."""
    if not corrections:
        return
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    table = [
        {
            "upload_id": upload,
            "sheet": each.sheet,
            "cell": each.cell,
            "found": mask(each.found),
            "value": mask(each.shown),
            "corrected_by": by,
            "corrected_at": now,
        }
        for each in corrections
    ]
    cursor.register("accepted", pa.Table.from_pylist(table, schema=_KEPT))
    run(cursor, "insert into upload_corrections by name select * from accepted")
    cursor.unregister("accepted")
