"""Tables downloaded from DHIS2: `Data`, `Period`, `Organisation unit`, under the names that it gives its columns."""

from collections.abc import Mapping
from dataclasses import replace

from data.layouts.cell_texts import with_texts
from data.reading import Sheet, Workbook
from definitions.fold import fold
from definitions.layouts import layout_words

_SEARCH = 25  # rows from the top
_HEADERS = {"data": "data element", "unit": "organisation unit", "period": "period", "value": "value"}


def named(workbook: Workbook) -> Workbook:
    """The workbook with DHIS2's own headers written out, where a line has those of the data and of the unit."""
    return replace(workbook, sheets=tuple(map(_named, workbook.sheets)))


def _named(sheet: Sheet) -> Sheet:
    for row, cells in sheet.head(_SEARCH):
        texts = {column: fold(value) for column, value in cells.items() if isinstance(value, str)}
        found: dict[str, int] = {}
        for column, text in texts.items():
            key = next((key for key in _HEADERS if text in layout_words().words("dhis2", key)), None)
            if key and key not in found:
                found[key] = column
        if {"data", "unit"} <= set(found) and not set(texts.values()) & {"indikator", "indicator"}:
            written = {column: _HEADERS[key] for key, column in found.items()
                       if key != "value" or texts[column] == "total"}  # fmt: skip
            return _without_ids(with_texts(sheet, row, written), texts)
    return sheet


def _without_ids(sheet: Sheet, texts: Mapping[int, str]) -> Sheet:
    """Without the identifiers beside the names: 202501 is no figure, and says what `January 2025` beside it says."""
    ids = {str(column) for column, text in texts.items() if text in layout_words().words("dhis2", "ids")}
    return replace(sheet, table=sheet.table.select([name for name in sheet.table.column_names if name[1:] not in ids]))
