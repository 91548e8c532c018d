"""The workbook (Excel): figures as numbers, the formulas that lead from one to the next, native charts, and the cell of
the file that each figure came from.

A formula's value is ours and stands in the file already; a program that computes it anew must come to the same. What
people wrote is text and never becomes a formula or a link.
"""

from pathlib import Path

import xlsxwriter

from charts.text import clean
from reports.content import Content
from reports.sheets import charts, definitions, indicators, lineage, methods, money, periods, summary, voices
from reports.sheets.book import Book

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(content: Content, path: Path) -> None:
    """Write the file. Raises OSError where it cannot be written."""
    with path.open("wb") as file, xlsxwriter.Workbook(file, _OPTIONS | {"in_memory": True}) as workbook:
        workbook.set_properties({"title": clean(content.title)[:200], "author": "Dampak", "comments": content.stamp})
        book = Book(workbook, content)
        for each in (summary, indicators, periods):
            each.write(book)
        drawing = charts.opened(book)
        for each in (money, voices, definitions, lineage, methods):
            each.write(book)
        if drawing:
            charts.draw(drawing)
