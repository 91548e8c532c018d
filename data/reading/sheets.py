"""What the reading gives: a workbook of sheets, each a table that is split by the type of the cells."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True)
class CellError:
    """An error cell: what stands in it, '#REF!' or a number that is none ('NaN')."""

    text: str


Value = float | int | str | bool | dt.datetime | dt.date | CellError
_KINDS = "ntdbe"


@dataclass(frozen=True)
class Note:
    """Something the user must be told although reading went on; `code` is a key of `refusals.NOTES`."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """One sheet.

    `table` has one row per non-empty sheet row, in sheet order: `row_number` int32 (1-based, as Excel shows it), and
    for the sheet column with index i (0 = A) any of `n{i}` float64 numbers, `t{i}` string texts, `d{i}`
    timestamp[ms] dates, `b{i}` bool, `e{i}` string errors, `p{i}` bool "this number is shown as a percentage" (only
    where a column has both), `f{i}` bool "a formula without a value", `h{i}` bool "this number is a time of day or a
    duration, and so a part of a day". A field without any cell is left
    out; of n, t,
    d, b, e at most one is not null in a row. Text is never taken for a number, nor a number for text.
    """

    name: str
    visible: bool
    table: pa.Table
    formats: Mapping[int, str] = field(default_factory=dict)
    """Column index → 'percent' where every number of the column is shown as a percentage."""
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[str, ...] = ()

    @property
    def n_rows(self) -> int:
        """Non-empty rows."""
        return int(self.table.num_rows)

    @cached_property
    def fields(self) -> Mapping[int, str]:
        """Column index → the letters of its fields, in the order of the sheet: {0: 't', 5: 'nt'}."""
        letters: dict[int, str] = {}
        for name in self.table.column_names[1:]:
            letters[int(name[1:])] = letters.get(int(name[1:]), "") + name[0]
        return dict(sorted(letters.items()))

    @cached_property
    def error_cells(self) -> Mapping[str, str]:
        """Address → what stands in the error cell."""
        return dict(self._marked("e"))

    @cached_property
    def percent_cells(self) -> frozenset[str]:
        """Addresses of the percentages in columns that also have plain numbers (see `formats` for the others)."""
        return frozenset(address for address, _ in self._marked("p"))

    @cached_property
    def formula_cells_without_value(self) -> tuple[str, ...]:
        """Addresses of formulas that were never calculated: opening and saving in Excel fills them."""
        return tuple(address for address, _ in self._marked("f"))

    def _marked(self, letter: str) -> Iterator[tuple[str, str]]:
        import pyarrow.compute as pc

        for column, letters in self.fields.items():
            if letter in letters:
                marks = self.table.column(f"{letter}{column}")
                keep = marks if letter != "e" else pc.is_valid(marks)
                rows = self.table.column("row_number").filter(keep).to_pylist()
                for row, mark in zip(rows, marks.filter(keep).to_pylist(), strict=True):
                    yield address(row, column), mark

    def body(self, first_row: int) -> pa.Table:
        """The table from this row number on, without the fields that have no cell there. No cell is copied."""
        below = self.table.slice(self._position(first_row))
        used = [name for name in below.column_names[1:] if below.column(name).null_count < below.num_rows]
        return below.select(["row_number", *used])

    def _position(self, row_number: int) -> int:
        return int(self._row_numbers.searchsorted(row_number))

    @cached_property
    def _row_numbers(self):  # type: ignore[no-untyped-def]  # numpy is imported by the caller's arrow, not by us
        return self.table.column("row_number").to_numpy()

    def cell(self, row_number: int, column: int) -> Value | None:
        """One cell, or None where it is empty. Whole numbers come as int, a date without a time as a date."""
        at = self._position(row_number)
        if at >= self.n_rows or self._row_numbers[at] != row_number:
            return None
        return _value(self.table.slice(at, 1), column, self.fields.get(column, ""), 0)

    def head(self, count: int) -> list[tuple[int, dict[int, Value]]]:
        """The first non-empty rows: (row number, {column index: value}), empty cells left out."""
        return self.rows(0, count)

    def rows(self, start: int, count: int) -> list[tuple[int, dict[int, Value]]]:
        """Non-empty rows by their position in `table`, as `head`. For display, not for bulk work."""
        part = self.table.slice(start, count).combine_chunks()
        found: list[tuple[int, dict[int, Value]]] = []
        for at, row_number in enumerate(part.column("row_number").to_pylist()):
            values = {column: _value(part, column, letters, at) for column, letters in self.fields.items()}
            found.append((row_number, {column: value for column, value in values.items() if value is not None}))
        return found


@dataclass(frozen=True)
class Workbook:
    """A file that was read: `kind` is what its content is ('xlsx', 'xlsm', 'xls', 'xlsb', 'ods', 'csv')."""

    file_name: str
    sha256: str
    kind: str
    sheets: tuple[Sheet, ...]
    notes: tuple[Note, ...] = ()

    def sheet(self, name: str) -> Sheet:
        """The sheet of that name; KeyError where there is none."""
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        raise KeyError(name)


def _value(table: pa.Table, column: int, letters: str, at: int) -> Value | None:
    for letter in letters:
        if letter in _KINDS:
            scalar = table.column(f"{letter}{column}")[at]
            if scalar.is_valid:
                return _plain(letter, scalar.as_py())
    return None


def _plain(letter: str, value: Value) -> Value:
    if letter == "e":
        return CellError(str(value))
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date()
    return value


def column_letters(column: int) -> str:
    """0 → 'A', 26 → 'AA'."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """'A' → 0, 'AA' → 26."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


def address(row_number: int, column: int) -> str:
    """Row number 12 and column index 5 → 'F12'."""
    return f"{column_letters(column)}{row_number}"


_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


def position(cell: str) -> tuple[int, int]:
    """'F12' → (12, 5): row number and column index. ValueError for anything that is not an address."""
    match = _ADDRESS.fullmatch(cell)
    if match is None:
        raise ValueError(f"`cell` must be an address such as 'F12', got {cell!r}.")
    return int(match[2]), column_index(match[1])
