"""A sheet that was understood, with every figure led back to its cell; and what a person chose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.reading import Sheet, address, column_letters
from definitions.fold import fold
from definitions.layouts import layout_words
from definitions.place_levels import rank
from definitions.vocabulary import SheetWords


@dataclass(frozen=True)
class Origin:
    """Where the cells of one field of a rearranged table stand in the user's sheet.

    `rows` (1-based) and `columns` (0-based) have one number per row of the rearranged table; -1 where the value is not
    in a cell, for example because it was assumed.
    """

    rows: np.ndarray
    columns: np.ndarray

    def cell(self, at: int) -> str | None:
        """The address for row `at` (0-based) of the rearranged table."""
        row, column = int(self.rows[at]), int(self.columns[at])
        return address(row, column) if row > 0 and column >= 0 else None


@dataclass(frozen=True)
class Origins:
    """Where a rearranged table comes from: the sheet row of each of its rows, and the cells of each field."""

    rows: np.ndarray
    fields: Mapping[str, Origin]
    headers: Mapping[int, str]
    """Column index in the user's sheet → its header, the lines of a merged header joined by ›."""

    def cells(self, name: str, at: np.ndarray) -> pa.Array:
        """The addresses of one field for rows `at` (0-based) of the rearranged table, null where it has none."""
        origin = self.fields.get(name)
        if origin is None:
            return pa.nulls(len(at), pa.string())
        columns, rows = origin.columns[at], origin.rows[at]
        letters = pa.array([column_letters(index) for index in range(int(columns.max(initial=0)) + 1)])
        found = letters.take(pa.array(columns, pa.int64(), mask=(columns < 0) | (rows < 0)))
        return pc.binary_join_element_wise(found, pc.cast(pa.array(rows, pa.int64()), pa.string()), "")


@dataclass(frozen=True)
class Recognised:
    """A sheet that was understood: what it is, the row of its header, and the column index of each field.

    Of a table that had to be rearranged (periods as columns …), `sheet` is the long table made of it, whose row numbers
    count from 1, and `origins` leads back; every address that is given out is one of the user's own sheet.
    """

    sheet: Sheet
    words: SheetWords
    header_row: int
    columns: Mapping[str, int]
    headers: Mapping[int, str] = field(default_factory=dict)
    origins: Origins | None = None
    decimals: Mapping[int, str] = field(default_factory=dict)
    """Column index in the user's sheet → its decimal sign, where somebody has said so."""
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What somebody has answered (see `SheetMapping.answers`), and the proposals where all of them are accepted."""

    def cell(self, row_number: int, key: str) -> str | None:
        """The address of a field in a row, None where the sheet has no such cell."""
        if self.origins is not None:
            origin = self.origins.fields.get(key)
            return origin.cell(row_number - 1) if origin else None
        return address(row_number, self.columns[key]) if key in self.columns else None

    def header(self, key: str, row_number: int | None = None) -> str | None:
        """The header of a field as the user wrote it."""
        if self.origins is not None:
            origin = self.origins.fields.get(key)
            return self.origins.headers.get(int(origin.columns[(row_number or 1) - 1])) if origin else None
        return self.headers.get(self.columns[key]) if key in self.columns else None

    def source_row(self, row_number: int) -> int:
        """The row of the user's sheet."""
        return int(self.origins.rows[row_number - 1]) if self.origins is not None else row_number

    def lineage(self) -> Iterator[tuple[str, str, str]]:
        """(field, header, column letters) of every column that was read."""
        if self.origins is None:
            for key, index in self.columns.items():
                yield key, str(self.headers.get(index, "")), column_letters(index)
            return
        for key, origin in self.origins.fields.items():
            for index in sorted({int(column) for column in np.unique(origin.columns) if column >= 0}):
                yield key, self.origins.headers.get(index, ""), column_letters(index)


@dataclass(frozen=True)
class Figures:
    """A column of figures: what they are (target, result, numerator, denominator), and of when, whom and where.

    Texts are as people write them.
    """

    column: str
    what: str | None = None
    period: str | None = None
    partner: str | None = None
    place: str | None = None
    group: str | None = None
    indicator: str | None = None
    """The name or code of the figures' indicator, where the rows name places or partners instead."""


@dataclass(frozen=True)
class SheetMapping:
    """A choice somebody made: this sheet is that, with these headers or column letters for these fields.

    `key` is a sheet of the vocabulary, `tracking` for a table whose columns are figures (`figures`), or `none` for a
    sheet to leave out. `shape` is a fingerprint: the choice holds for every sheet of that shape, whatever it is called.
    `constants` are fields that the whole sheet shares, `left_out` the letters of columns not to read. `answers` holds
    the answers to questions: about → subject → answer, `*` for every subject. `accepts` takes every proposed answer.
    """

    name: str
    key: str
    header_row: int
    columns: Mapping[str, str] = field(default_factory=dict)
    shape: str | None = None
    header_end: int | None = None
    figures: tuple[Figures, ...] = ()
    constants: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    accepts: bool = False
    left_out: tuple[str, ...] = ()

    def answer(self, about: str, subject: str, proposed: str | None = None) -> str | None:
        """What was answered, the proposal where all of them are accepted, else None."""
        given = self.answers.get(about, {})
        return given.get(subject) or given.get("*") or (proposed if self.accepts else None)


TRACKING = "tracking"
"""The key of a table whose columns are figures."""
NONE = "none"
"""The key of a sheet that somebody wants left out."""
NO_MAPPING = SheetMapping("", "", 0)


def wider_places(recognised: Recognised) -> list[int]:
    """Columns of a sheet beside the one of its places whose header names a level of places, and that hold names."""
    if "place" not in recognised.columns:
        return []
    taken = set(recognised.columns.values())
    return [at for at, text in recognised.headers.items()
            if at not in taken and rank(text) >= 0 and layout_words().fields.get(fold(text)) == "place"
            and not fold(text).startswith("kode")]  # fmt: skip
