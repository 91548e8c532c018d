"""A long table made of cells that stand elsewhere in a sheet, in the form that reading gives, each led to its cell."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.reading import Sheet
from data.reading.table_file import TYPES
from data.recognised import Origin, Origins, Recognised
from definitions.vocabulary import vocabulary

_NOWHERE = -1


@dataclass
class LongTable:
    """Fields of equal length. `at` holds, per row, the position of the sheet row that the row belongs to."""

    sheet: Sheet
    key: str
    at: np.ndarray
    parts: dict[str, dict[str, pa.Array]] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    headers: dict[int, str] = field(default_factory=dict)

    def add_cells(self, name: str, at: np.ndarray, columns: np.ndarray) -> None:
        """A field whose cells are copied as they stand, type and all; column -1 leaves the cell empty."""
        parts: dict[str, pa.Array] = {}
        for column in np.unique(columns[columns >= 0]):
            mine = np.flatnonzero(columns == column)
            for letter, cells in self._typed(int(column), at[mine]).items():
                spread = np.full(len(at), -1)
                spread[mine] = np.arange(len(mine))
                taken = cells.take(pa.array(spread, pa.int64(), mask=spread < 0))
                parts[letter] = pc.coalesce(parts[letter], taken) if letter in parts else taken
        self.parts[name] = parts
        self.origins[name] = Origin(np.where(columns >= 0, self._row_numbers[at], _NOWHERE), columns)

    def add_texts(self, name: str, texts: Sequence[str | None], at: Sequence[int], columns: Sequence[int]) -> None:
        """A field of texts, with the cells that say them (-1 where none does)."""
        places, told = np.asarray(at, np.int64), np.asarray(columns, np.int64)
        self.parts[name] = {"t": pa.array(texts, pa.string())}
        rows = self._row_numbers[np.clip(places, 0, None)]
        self.origins[name] = Origin(np.where((places >= 0) & (told >= 0), rows, _NOWHERE), told)

    def _typed(self, column: int, at: np.ndarray) -> dict[str, pa.Array]:
        table, letters = self.sheet.table, self.sheet.fields.get(column, "")
        where = pa.array(at, pa.int64())
        found = {letter: table.column(f"{letter}{column}").take(where).combine_chunks() for letter in letters}
        if "n" in found and "p" not in found:
            is_percent = self.sheet.formats.get(column) == "percent"
            found["p"] = pc.and_(pc.is_valid(found["n"]), pa.scalar(is_percent))
        return found

    @property
    def _row_numbers(self) -> np.ndarray:
        return self.sheet.table.column("row_number").to_numpy()

    def recognised(self, order: np.ndarray | None = None) -> Recognised:
        """The table as a recognised sheet; `order` picks and sorts its rows."""
        kept = np.arange(len(self.at)) if order is None else order
        arrays: dict[str, pa.Array] = {"row_number": pa.array(np.arange(1, len(kept) + 1), pa.int32())}
        columns: dict[str, int] = {}
        for index, (name, parts) in enumerate(self.parts.items()):
            columns[name] = index
            for letter, cells in parts.items():
                taken = cells.take(pa.array(kept, pa.int64()))
                if taken.null_count < len(taken):
                    arrays[f"{letter}{index}"] = taken.cast(TYPES[letter])
        fields = {name: Origin(origin.rows[kept], origin.columns[kept]) for name, origin in self.origins.items()}
        origins = Origins(self._row_numbers[self.at[kept]], fields, self.headers)
        sheet = Sheet(self.sheet.name, True, pa.table(arrays))
        return Recognised(sheet, vocabulary().sheet_by_key[self.key], 0, columns, {}, origins)


def filled(sheet: Sheet, column: int) -> np.ndarray:
    """Which rows of a column hold anything: a number, a text, a date, a word, an error or an uncalculated formula."""
    found = np.zeros(sheet.n_rows, bool)
    for letter in sheet.fields.get(column, ""):
        if letter in "ph":
            continue
        cells = sheet.table.column(f"{letter}{column}")
        mask = pc.fill_null(cells, False) if letter == "f" else pc.is_valid(cells)
        if letter == "t":
            mask = pc.and_(mask, pc.fill_null(pc.not_equal(pc.utf8_trim_whitespace(cells), ""), False))
        found |= (
            mask.to_numpy(zero_copy_only=False)
            if isinstance(mask, pa.Array)
            else mask.combine_chunks().to_numpy(zero_copy_only=False)
        )
    return found
