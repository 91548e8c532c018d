"""A sheet as lists of plain values by column, with merged ranges at hand."""

import copy
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from data import numbers
from data.reading import CellError, Sheet, position
from definitions.fold import visible

HEADER_ROWS = 40  # non-empty rows from the top within which a header is looked for
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Merge:
    """A merged range, bounds included; rows are sheet rows, columns count from 0."""

    top: int
    left: int
    bottom: int
    right: int


class Grid:
    """The cells of a sheet by position: `at` counts the non-empty rows from 0, `column` the sheet's columns from 0."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.rows: list[int] = sheet.table.column("row_number").to_pylist()
        self.at_row = {row: at for at, row in enumerate(self.rows)}
        self.columns = [column for column in sheet.fields if column not in sheet.hidden_columns]
        self._cells: dict[int, list[object]] = {}
        self._texts: dict[tuple[int, int], str] = {}

    def narrowed(self, columns: Sequence[int]) -> "Grid":
        """The same cells, of which only these columns are looked at."""
        part = copy.copy(self)
        part.columns = list(columns)
        return part

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, column: int) -> list[object]:
        """All cells of a column: float, str, datetime, bool, CellError or None."""
        if column not in self._cells:
            self._cells[column] = self._read(column)
        return self._cells[column]

    def _read(self, column: int) -> list[object]:
        cells: list[object] = [None] * len(self)
        for letter in self.sheet.fields.get(column, ""):
            if letter not in "ntdbe":
                continue
            for at, value in enumerate(self.sheet.table.column(f"{letter}{column}").to_pylist()):
                if value is not None and value != "":
                    cells[at] = CellError(value) if letter == "e" else value
        return cells

    def value(self, at: int, column: int) -> object:
        return self.column(column)[at]

    def text(self, at: int, column: int) -> str:
        """The cell as one line of text: 2025.0 → '2025'; a date as its month where all dates beside it are first days.

        Dates are compared within their column; one that stands alone there, as in a header, within its row.
        """
        value = self.column(column)[at]
        if value is None:
            return ""
        if (at, column) not in self._texts:
            is_day = isinstance(value, dt.datetime) and value.day == 1 and self._are_days(at, column)
            self._texts[at, column] = f"{value:%Y-%m-%d}" if is_day else shown(value)
        return self._texts[at, column]

    def _are_days(self, at: int, column: int) -> bool:
        """Whether a date stands among days that are no first ones."""
        count, has_others = self._dates[column]
        if count > 1:
            return has_others
        single = [other for other, (own, _) in self._dates.items() if own == 1]
        beside = [self.column(other)[at] for other in single]
        return any(isinstance(value, dt.datetime) and value.day != 1 for value in beside)

    @cached_property
    def _dates(self) -> dict[int, tuple[int, bool]]:
        """Column → how many dates it holds, and whether one of them is no first day of a month."""
        found = {}
        for column in self.columns:
            if "d" in self.sheet.fields.get(column, ""):
                days = [value.day for value in self.column(column) if isinstance(value, dt.datetime)]
                found[column] = len(days), any(day != 1 for day in days)
        return found

    def is_percent(self, at: int, column: int) -> bool:
        """Whether a number is shown as a percentage."""
        if self.sheet.formats.get(column) == "percent":
            return True
        return "p" in self.sheet.fields.get(column, "") and bool(self.sheet.table.column(f"p{column}")[at].as_py())

    @cached_property
    def merges(self) -> list[Merge]:
        found = []
        for reference in self.sheet.merged:
            first, _, last = reference.partition(":")
            try:
                (top, left), (bottom, right) = position(first), position(last or first)
            except ValueError:
                continue
            found.append(Merge(top, left, bottom, right))
        return found

    @cached_property
    def merged_at(self) -> dict[tuple[int, int], Merge]:
        """(row, column) → merged range, for ranges that begin near the top or are small."""
        return {
            (row, column): merge
            for merge in self.merges
            if (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1) <= 20_000
            for row in range(merge.top, merge.bottom + 1)
            for column in range(merge.left, merge.right + 1)
        }

    def header_text(self, at: int, column: int) -> str:
        """As `text`; a cell inside a merged range has the text of its first cell."""
        own = self.text(at, column)
        merge = None if own else self.merged_at.get((self.rows[at], column))
        if merge is None or merge.top not in self.at_row:
            return own
        return self.text(self.at_row[merge.top], merge.left)


def shown(value: object) -> str:
    """A cell's value as a person would type it."""
    if value is None or isinstance(value, CellError):
        return ""
    if isinstance(value, float):
        return numbers.plain(value)
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m}" if value.day == 1 else f"{value:%Y-%m-%d}"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return _SPACES.sub(" ", visible(str(value)))
