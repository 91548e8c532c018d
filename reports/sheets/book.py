"""The workbook as a whole: its formats, and a sheet with its head, its table and its print set-up."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from math import ceil
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from charts.missing import HIDDEN, NOT_APPLICABLE, NOT_REPORTED
from charts.text import clean
from charts.theme import Look, status
from locales import mark
from reports.content import Content
from reports.method_words import mark_line
from reports.sheets.cells import MARK, Cell, Formula, Link, Number, Verdict

NAMES = {
    "summary": mark("Summary"), "indicators": mark("Indicators"), "periods": mark("By period"),
    "charts": mark("Charts"), "money": mark("Money"), "voices": mark("Voices"), "definitions": mark("Definitions"),
    "lineage": mark("Where figures come from"), "methods": mark("Methods and marks"), "data": mark("Chart data"),
}  # fmt: skip
"""The sheets in their order; at most 31 characters in either language."""
FONT, SIZE = "Arial", 10  # every Windows and every Mac has it
HEAD_ROWS = 5
MOST_LETTERS = 32_000  # Excel takes 32,767 into a cell
_MARKS = (NOT_REPORTED, NOT_APPLICABLE, HIDDEN)
"""For a missing figure, at the right, where the figure would stand."""
_HEAD_FILL, _RULE, _INK = "#DCE9F3", "#BFC7D1", Look().ink
_STARTS_FORMULA = ("=", "+", "-", "@")
_A4, _FOOTER_LETTERS = 9, 200
_LINE, _MOST_HIGH, _TITLE_HIGH, _HEADING_HIGH = 13, 400, 22, 18  # points


class Book:
    """A workbook being written. `content` is what it says."""

    def __init__(self, workbook: xlsxwriter.Workbook, content: Content) -> None:
        self.workbook, self.content, self.t = workbook, content, content.t
        self._formats: dict[tuple, Format] = {}

    def format(self, **look: Any) -> Format:
        """A format, made once."""
        key = tuple(look.items())  # the library itself finds those that differ in their order only
        if key not in self._formats:
            base = {"font_name": FONT, "font_size": SIZE, "font_color": _INK, "valign": "top"}
            self._formats[key] = self.workbook.add_format(base | look)
        return self._formats[key]

    def name(self, key: str) -> str:
        """The name of a sheet."""
        return self.t(NAMES[key])

    @property
    def sheets(self) -> list[str]:
        """The keys of the sheets that this workbook has, in their order."""
        content = self.content
        empty = set() if content.rows else {"charts", "definitions", "data"}
        return [key for key in NAMES if key not in empty | (set() if any(content.periods.values()) else {"periods"})]

    def page(self, key: str, title: str, widths: Sequence[float], *, scale: int | None = None) -> "Page":
        """A new sheet with its head. `scale`: per cent when printed; without one, all columns fit on one page."""
        return Page(self, key, title, widths, scale)


class Page:
    """A sheet. `row` is the next one to write on, counted from 0."""

    def __init__(self, book: Book, key: str, title: str, widths: Sequence[float], scale: int | None) -> None:
        self.book, self.t = book, book.t
        self.sheet: Worksheet = book.workbook.add_worksheet(book.name(key))
        self._widths = widths
        self._made: dict[Any, Format] = {}
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width, book.format())
        self._print_set_up(scale)
        self._head(title)

    def put(self, row: int, column: int, cell: Cell, *, wrap: bool = True, **look: Any) -> None:
        """Write one cell. A text stays a text, whatever it begins with."""
        look = {"text_wrap": wrap} | look
        if isinstance(cell, str):
            text = shortened(cell)
            if text.startswith(_STARTS_FORMULA):
                look |= {"quote_prefix": True}  # typed over, it is still no formula
            self.sheet.write_string(row, column, text, self.book.format(num_format=MARK, **look))
        elif isinstance(cell, Number):
            self.sheet.write_number(row, column, cell.value, self.book.format(num_format=cell.form, **look))
        elif isinstance(cell, Formula):
            made = self.book.format(num_format=cell.form, **look)
            self.sheet.write_formula(row, column, cell.text, made, cell.value)  # type: ignore[arg-type]
        elif isinstance(cell, Verdict):
            self._verdict(row, column, cell, look)
        elif isinstance(cell, Link):
            place = f"internal:'{cell.sheet}'!A{cell.row + 1}"
            made = self.book.format(num_format=MARK, font_color="#0B57A4", underline=1, **look)
            self.sheet.write_url(row, column, place, made, shortened(cell.text))
        elif isinstance(cell, date):
            made = self.book.format(num_format="yyyy-mm-dd", align="left", **look)
            self.sheet.write_datetime(row, column, cell, made)  # type: ignore[arg-type]

    def line(self, text: str, **look: Any) -> None:
        """A line of text across the sheet."""
        self.put(self.row, 0, text, **({"wrap": False} | look))
        self.row += 1

    def heading(self, text: str) -> None:
        """A heading with an empty line before it."""
        self.row += 1
        self.sheet.set_row(self.row, _HEADING_HIGH)
        self.line(text, bold=True, font_size=12)

    def table(self, header: Sequence[str], rows: Sequence[Sequence[Cell]], *, frozen: int | None = None) -> int:
        """A table at the next row. Returns the row of its first data; `frozen` columns and its header stay in view."""
        top = self.row
        for column, word in enumerate(header):
            side = {"align": "right"} if _is_of_figures(rows, column) else {"indent": 1}
            self.put(top, column, word, bold=True, bg_color=_HEAD_FILL, bottom=1, bottom_color=_RULE, **side)
        for number, cells in enumerate(rows, start=top + 1):
            self._set_height(number, cells)
            for column, cell in enumerate(cells):
                self._put_in_table(number, column, cell)
        self._set_height(top, header)
        if frozen is not None:
            self.sheet.freeze_panes(top + 1, frozen)
            self.sheet.repeat_rows(top)
            if rows:
                self.sheet.autofilter(top, 0, top + len(rows), len(header) - 1)
        self.row = top + 1 + len(rows)
        return top + 1

    def _put_in_table(self, row: int, column: int, cell: Cell) -> None:
        """As `put`; of the many figures and words of a long table the format is looked up once."""
        if type(cell) is str:
            text = shortened(cell)
            kind: Any = (text in _MARKS, text.startswith(_STARTS_FORMULA))
        elif type(cell) is Number:
            kind = cell.form
        else:
            side = {"indent": 1} if isinstance(cell, Link) else {}
            return self.put(row, column, cell, bottom=4, bottom_color=_RULE, **side)
        made = self._made.get(kind)
        if made is None:
            made = self._made[kind] = self._table_format(kind)
        if type(cell) is Number:
            self.sheet.write_number(row, column, cell.value, made)
        else:
            self.sheet.write_string(row, column, text, made)
        return None

    def _table_format(self, kind: Any) -> Format:
        look: dict[str, Any] = {"text_wrap": True, "bottom": 4, "bottom_color": _RULE}
        if isinstance(kind, str):
            return self.book.format(num_format=kind, **look)
        is_a_mark, is_like_formula = kind
        look |= {"align": "right"} if is_a_mark else {"indent": 1}
        return self.book.format(num_format=MARK, **look, **({"quote_prefix": True} if is_like_formula else {}))

    def _set_height(self, row: int, cells: Sequence[Cell]) -> None:
        """A row as high as its longest text needs; not every program finds that out by itself."""
        lines = 1
        for cell, width in zip(cells, self._widths, strict=False):
            text = cell if type(cell) is str else cell.word if type(cell) is Verdict else ""
            if len(text) > width:  # rather one line more than one less
                lines = max(lines, ceil(len(text) / width))
        self.sheet.set_row(row, min(_LINE * lines + 2, _MOST_HIGH))

    def _head(self, title: str) -> None:
        content = self.book.content
        self.row = 0
        self.sheet.set_row(0, _TITLE_HIGH)
        self.line(title, bold=True, font_size=14)
        self.line(content.stamp, font_color=Look().faint_ink)
        self.line(mark_line(self.t), font_color=Look().faint_ink)
        if content.sample_mark:
            self.line(content.sample_mark, bold=True, font_color="#7A1F00")
        self.row = HEAD_ROWS

    def _verdict(self, row: int, column: int, verdict: Verdict, look: dict[str, Any]) -> None:
        """The shape in the colour of its status, the word in ink."""
        found = status(verdict.status)
        coloured = self.book.format(font_color=found.light)
        parts = (coloured, found.shape, self.book.format(), f" {shortened(verdict.word)}", self.book.format(**look))
        self.sheet.write_rich_string(row, column, *parts)

    def _print_set_up(self, scale: int | None) -> None:
        sheet, content = self.sheet, self.book.content
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
        sheet.hide_gridlines(2)
        if scale:
            sheet.set_print_scale(scale)
        else:
            sheet.fit_to_pages(1, 0)
        if content.sample_mark:
            sheet.set_header(f"&R&8{_printed(content.sample_mark)}")
        sheet.set_footer(f"&L&8{_printed(content.stamp)}&R&8&P / &N")


def _is_of_figures(rows: Sequence[Sequence[Cell]], column: int) -> bool:
    """Whether a column holds figures, and marks for those that are missing."""
    return any(isinstance(row[column], (Number, Formula)) for row in rows)


@lru_cache(maxsize=50_000)
def shortened(text: object) -> str:
    """One line of text that fits into a cell."""
    return clean(text)[:MOST_LETTERS]


def _printed(text: str) -> str:
    """A text for the foot of a page, where & begins a command."""
    return clean(text)[:_FOOTER_LETTERS].replace("&", "&&")
