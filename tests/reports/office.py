"""Reading back what was made for Office: a calculator for the formulas of the workbook, the texts of the slides."""

import re
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy as np
from openpyxl.utils import range_boundaries

_CELL = re.compile(r"(?:'([^']+)'!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?")
_EQUALS = re.compile(r"(?<![<>=])=(?!=)")


def computed(book: Any, sheet: str, cell: str) -> Any:
    """What the formula in a cell gives, computed anew from the cells it names; a cell without one as it is."""
    value = book[sheet][cell].value
    if not (isinstance(value, str) and book[sheet][cell].data_type == "f"):
        return value
    text = _EQUALS.sub("==", value.removeprefix("="))

    def reference(found: re.Match) -> str:
        own, column, row, last_column, last_row = found.groups()
        name = own or sheet
        if not last_column:
            return f"cell({name!r}, '{column}{row}')"
        return f"cells({name!r}, '{column}{row}:{last_column}{last_row}')"

    def one(name: str, at: str) -> Any:
        found = computed(book, name, at)
        return np.float64(found) if isinstance(found, (int, float)) else found

    def many(name: str, area: str) -> list[Any]:
        left, top, right, bottom = range_boundaries(area)
        return [computed(book, name, book[name].cell(row, column).coordinate)
                for row in range(top, bottom + 1) for column in range(left, right + 1)]  # fmt: skip

    names = {
        "cell": one, "cells": many, "IF": lambda test, yes, no: yes if test else no,
        "SUM": lambda area: sum(each for each in area if isinstance(each, (int, float))),
        "COUNTIF": lambda area, wanted: sum(str(each) == str(wanted) for each in area),
    }  # fmt: skip
    with np.errstate(divide="ignore", invalid="ignore"):
        return eval(_CELL.sub(reference, text), {"__builtins__": {}}, names)  # our own formulas


def formulas(book: Any) -> list[tuple[str, str]]:
    """(sheet, cell) of every formula."""
    return [(sheet.title, cell.coordinate) for sheet in book for row in sheet.iter_rows() for cell in row
            if cell.data_type == "f"]  # fmt: skip


def displayed(value: float, form: str) -> str:
    """A figure as Excel shows it in a format of ours, with English signs."""
    exact = Decimal(str(value)) * (100 if form.endswith("0%") else 1)
    decimals = len(form.split(".")[1].rstrip('"%')) if "." in form else 0
    shown = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{shown:,}" if form.startswith("#,##0") else str(shown)
    return text + ("%" if "%" in form else "")


def table(book: Any, sheet: str, header: str) -> list[dict[str, Any]]:
    """The cells under the row whose first cell says `header`, as dictionaries by column title."""
    rows = list(book[sheet].iter_rows())
    top = next(at for at, row in enumerate(rows) if row[0].value == header)
    names = [cell.value for cell in rows[top]]
    found = []
    for row in rows[top + 1 :]:
        if row[0].value is None:
            break
        found.append({name: cell for name, cell in zip(names, row, strict=True) if name})
    return found


def xml_of(path: Path) -> str:
    """Everything in the file as text, sheets and charts and notes alike."""
    with ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist()
                         if name.endswith((".xml", ".rels")))  # fmt: skip


def texts_of(slide: Any) -> list[str]:
    """Every paragraph on a slide, cells of tables too."""
    found = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            found += [paragraph.text for paragraph in shape.text_frame.paragraphs]
        if getattr(shape, "has_table", False) and shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
    return [text for text in found if text]


def charts_of(deck: Any) -> list[tuple[Any, Any]]:
    """(slide, frame of a chart) in order."""
    return [(slide, shape) for slide in deck.slides for shape in slide.shapes if shape.has_chart]
