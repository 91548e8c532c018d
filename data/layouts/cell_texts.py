"""Texts of single cells replaced before a sheet is looked at: what a tool wrote, as a person would have written it."""

from collections.abc import Mapping
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from data.reading import Sheet


def with_texts(sheet: Sheet, row: int, texts: Mapping[int, str]) -> Sheet:
    """The sheet with other texts in one row."""
    table, rows = sheet.table, sheet.table.column("row_number")
    for column, text in texts.items():
        name = f"t{column}"
        old = table.column(name) if name in table.column_names else pa.nulls(len(table), pa.string())
        table = _put(table, name, pc.if_else(pc.equal(rows, row), pa.scalar(text), old))
    return replace(sheet, table=table)


def with_column(sheet: Sheet, texts: Mapping[int, str]) -> Sheet:
    """The sheet with a column of texts to the right of all others, by row number."""
    rows = sheet.table.column("row_number").to_pylist()
    cells = pa.array([texts.get(row) for row in rows], pa.string())
    return replace(sheet, table=sheet.table.append_column(f"t{max(sheet.fields, default=-1) + 1}", cells))


def with_cells(sheet: Sheet, column: int, texts: Mapping[int, str]) -> Sheet:
    """The sheet with texts in the empty cells of one column, by row number."""
    name, rows = f"t{column}", sheet.table.column("row_number").to_pylist()
    given = pa.array([texts.get(row) for row in rows], pa.string())
    whole = pc.coalesce(sheet.table.column(name), given) if name in sheet.table.column_names else given
    return replace(sheet, table=_put(sheet.table, name, whole))


def _put(table: pa.Table, name: str, column: pa.Array | pa.ChunkedArray) -> pa.Table:
    """The table with this column, in the place of the one of its name or behind all others."""
    if name not in table.column_names:
        return table.append_column(name, column)
    return table.set_column(table.column_names.index(name), name, column)
