"""Cells of spaces alone, as exports and formulas leave them, are empty cells; a row of nothing else is no row."""

from dataclasses import replace
from functools import reduce

import pyarrow as pa
import pyarrow.compute as pc

from data.reading import Sheet, Workbook

_VALUES = "ntdbe"  # data.reading.Sheet


def without_blank_texts(workbook: Workbook) -> Workbook:
    """The workbook with nothing in the cells in which nothing can be seen."""
    return replace(workbook, sheets=tuple(map(_without, workbook.sheets)))


def _without(sheet: Sheet) -> Sheet:
    table, is_changed = sheet.table, False
    for at, name in enumerate(table.column_names):
        if not name.startswith("t"):
            continue
        seen = pc.not_equal(pc.utf8_trim_whitespace(table.column(name)), "")
        if pc.all(seen, min_count=0).as_py() is False:
            kept = pc.if_else(seen, table.column(name), pa.scalar(None, pa.string()))
            table, is_changed = table.set_column(at, name, kept), True
    if not is_changed:
        return sheet
    table = table.filter(reduce(pc.or_, map(_filled, table.column_names[1:], table.columns[1:])))
    used = [name for name in table.column_names[1:] if table.column(name).null_count < len(table)]
    return replace(sheet, table=table.select(["row_number", *used]))


def _filled(name: str, cells: pa.ChunkedArray) -> pa.ChunkedArray:
    """Whether something stands in the cell; of the marks beside the values only a formula without one is something."""
    if name[0] in _VALUES:
        return pc.is_valid(cells)
    return cells if name[0] == "f" else pa.chunked_array([pa.repeat(pa.scalar(False), len(cells))])
