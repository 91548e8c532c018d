"""The names that a workbook's own lists give, for the tables beside them."""

from collections.abc import Sequence

import pyarrow as pa

from data.layouts.grid import shown
from data.layouts.known import Known
from data.recognised import Recognised


def with_own(known: Known, found: Sequence[Recognised]) -> Known:
    """The names of the ledger and of the workbook's own lists."""
    for recognised in found:
        kind = recognised.words.key
        if kind in ("indicators", "partners", "programmes"):
            known = known.with_names(kind, _names_of(recognised))
        if kind == "indicators":
            known = known.with_definitions(_definitions_of(recognised))
    return known


def _definitions_of(recognised: Recognised) -> dict[str, dict[str, object]]:
    """Code → what the workbook writes of the fields that a definition must have."""
    body = recognised.sheet.body(recognised.header_row + 1)
    texts = {column.key: _texts(body, recognised.columns.get(column.key)) for column in recognised.words.required}
    rows = (dict(zip(texts, row, strict=True)) for row in zip(*texts.values(), strict=True))
    return {str(row["code"]): row for row in rows if row["code"]}


def indicators_of(recognised: Recognised) -> list[str]:
    body = recognised.sheet.body(recognised.header_row + 1)
    return _texts(body, recognised.columns.get("indicator"))


def _names_of(recognised: Recognised) -> list[tuple[str, ...]]:
    """(code, name, English name) of each row."""
    body = recognised.sheet.body(recognised.header_row + 1)
    listed = [_texts(body, recognised.columns.get(key)) for key in ("code", "name", "name_en")]
    return list(zip(*listed, strict=True))


def distinct(body: pa.Table, index: int | None) -> set[str]:
    """The different cells of a column as text: of a hundred thousand rows mostly a few dozen."""
    columns = [body.column(f"{letter}{index}") for letter in "tn" if f"{letter}{index}" in body.column_names]
    return {shown(value) for column in columns for value in column.unique().to_pylist() if value is not None}


def _texts(body: pa.Table, index: int | None) -> list[str]:
    """The cells of a column as text; all empty where there is no such column, or nothing below its header."""
    cells = [body.column(f"{letter}{index}").to_pylist() for letter in "tn" if f"{letter}{index}" in body.column_names]
    if not cells:
        return [""] * body.num_rows
    return [next((shown(value) for value in values if value is not None), "") for values in zip(*cells, strict=True)]
