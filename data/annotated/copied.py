"""For files of other kinds: an .xlsx with the same values at the same addresses, the marks, and the list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import BinaryIO

import xlsxwriter

from data.reading import CellError, Sheet, Workbook

_ROWS_AT_ONCE = 2_000
_CELLS = 3_000_000
"""Most cells that are copied; the sheets behind carry their marked cells alone."""

_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
    "constant_memory": True,
}
_ERRORS = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"}


def copy(workbook: Workbook) -> BinaryIO:
    """The values of a workbook as an .xlsx, to be marked like any other. Of formats only dates and percentages stay."""
    out = SpooledTemporaryFile(max_size=16_000_000)  # noqa: SIM115  # the caller closes it
    left = _CELLS
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        formats = {
            name: book.add_format({"num_format": shown})
            for name, shown in (
                ("day", "dd/mm/yyyy"),
                ("time", "dd/mm/yyyy hh:mm"),
                ("percent", "0.##%"),
                ("text", "@"),
            )
        }
        for sheet, name in zip(workbook.sheets, _names(workbook), strict=True):
            target = book.add_worksheet(name)
            if not sheet.visible:
                target.hide()
            for row, column, value in _cells(sheet):
                if (left := left - 1) < 0:
                    break
                _write(target, row - 1, column, value, formats, _is_percent(sheet, row, column, value))
        if not workbook.sheets:
            book.add_worksheet()
        if all(not sheet.visible for sheet in workbook.sheets):
            book.worksheets()[0].hidden = 0
    out.seek(0)
    return out  # type: ignore[return-value]


def _cells(sheet: Sheet) -> Iterator[tuple[int, int, object]]:
    for start in range(0, sheet.n_rows, _ROWS_AT_ONCE):
        for row, cells in sheet.rows(start, _ROWS_AT_ONCE):
            for column, value in cells.items():
                yield row, column, value


def _is_percent(sheet: Sheet, row: int, column: int, value: object) -> bool:
    if isinstance(value, str | bool) or not isinstance(value, int | float):
        return False
    if sheet.formats.get(column) == "percent":
        return True
    return (row, column) in _percent_cells(sheet)


def _percent_cells(sheet: Sheet) -> frozenset[tuple[int, int]]:
    from data.reading import position

    known = sheet.__dict__.get("_percent_positions")
    if known is None:
        known = frozenset(position(cell) for cell in sheet.percent_cells)
        sheet.__dict__["_percent_positions"] = known
    return known


def _write(target, row: int, column: int, value: object, formats: dict, is_percent: bool) -> None:  # type: ignore[no-untyped-def]
    """One cell of its type. Text is written as text, whatever it begins with."""
    if isinstance(value, bool):
        target.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        target.write_number(row, column, value, formats["percent"] if is_percent else None)
    elif isinstance(value, dt.datetime):
        _write_day(target, row, column, value, formats["time"], formats["text"])
    elif isinstance(value, dt.date):
        _write_day(target, row, column, value, formats["day"], formats["text"])
    elif isinstance(value, CellError) and value.text in _ERRORS:
        target.write_formula(row, column, f"={value.text}", None, value.text)
    else:
        target.write_string(row, column, value.text if isinstance(value, CellError) else str(value), formats["text"])


def _write_day(target, row: int, column: int, value: dt.date, own, text) -> None:  # type: ignore[no-untyped-def]
    if value.year < 1900:
        target.write_string(row, column, value.isoformat(), text)
    else:
        target.write_datetime(row, column, value, own)


def _names(workbook: Workbook) -> list[str]:
    """Sheet names that Excel takes, each once; a .csv has none of its own."""
    names: list[str] = []
    for number, sheet in enumerate(workbook.sheets, start=1):
        name = "".join(letter for letter in sheet.name if letter not in "[]:*?/\\").strip().strip("'")[:31]
        taken = {other.casefold() for other in names}
        if not name or name.casefold() in taken or name.casefold() == "history":
            name = f"{name[:26]} {number}".strip()
        names.append(name)
    return names


def renamed(workbook: Workbook) -> dict[str, str]:
    """Sheet → its name in the copy."""
    return {sheet.name: name for sheet, name in zip(workbook.sheets, _names(workbook), strict=True)}
