"""Pieces of a sheet, joined and written as an Arrow file that the parent maps into its memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa

from data.reading import limits
from data.reading.refusals import Refused
from data.reading.sheets import address
from data.reading.values import Piece

TYPES = {
    "n": pa.float64(), "t": pa.string(), "d": pa.timestamp("ms"), "b": pa.bool_(), "e": pa.string(),
    "p": pa.bool_(), "f": pa.bool_(), "h": pa.bool_(),
}  # fmt: skip
"""First letter of a field of a sheet's table → its type: numbers, texts, days, yes and no, errors; whether a number is
a percentage, whether a formula has no value, and whether a number is a time, so a part of a day."""
_ORDER = "ntdbepfh"


@dataclass
class Pieces:
    """All pieces of one sheet, in the order of its rows."""

    sheet: str
    parts: list[Piece] = field(default_factory=list)
    n_cells: int = 0
    n_rows: int = 0
    text_bytes: int = 0
    filled: dict[str, int] = field(default_factory=dict)
    """Field → cells in it."""

    def add(self, piece: Piece) -> None:
        """Raises Refused where the sheet becomes wider or holds more text than can be read."""
        self.parts.append(piece)
        self.n_rows += piece.row_numbers.size
        self.n_cells += piece.n_cells
        self.text_bytes += piece.text_bytes
        for name, values in piece.fields.items():
            self.filled[name] = self.filled.get(name, 0) + len(values) - values.null_count
        if self.text_bytes > limits.TEXT_BYTES:
            raise Refused("text_too_large", sheet=self.sheet, limit=limits.TEXT_BYTES // limits.MEGABYTE)
        self._vet_width()

    def _vet_width(self) -> None:
        widest = max((int(name[1:]) for name in self.filled), default=0)
        if widest >= limits.COLUMNS or self.n_rows * len(self.filled) > limits.TABLE_SLOTS:
            last = self.parts[-1].row_numbers[-1]
            if self.n_cells < limits.SPARSE_FILL * int(last) * widest:
                raise Refused("range_too_large", sheet=self.sheet, cell=address(int(last), widest))
            raise Refused("too_many_columns", sheet=self.sheet, column=widest + 1, limit=limits.COLUMNS)

    def percent_columns(self) -> list[int]:
        """Columns whose numbers are all shown as percentages."""
        marked = [name for name in self.filled if name[0] == "p"]
        return sorted(int(name[1:]) for name in marked if self.filled[name] == self.filled.get("n" + name[1:]))

    def write(self, path: Path) -> None:
        """Write the table. Raises Refused('cells_lost') where the fields do not hold all cells that were found."""
        held = sum(count for name, count in self.filled.items() if name[0] not in "pfh")
        if held != self.n_cells:
            raise Refused("cells_lost", sheet=self.sheet, expected=self.n_cells, found=held)
        dropped = {f"p{column}" for column in self.percent_columns()}
        names = sorted(
            (name for name, count in self.filled.items() if count and name not in dropped),
            key=lambda name: (int(name[1:]), _ORDER.index(name[0])),
        )
        schema = pa.schema([("row_number", pa.int32()), *((name, TYPES[name[0]]) for name in names)])
        with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, schema) as writer:
            for piece in self.parts:
                writer.write_batch(_batch(piece, schema))


def _batch(piece: Piece, schema: pa.Schema) -> pa.RecordBatch:
    size = piece.row_numbers.size
    columns = [pa.array(piece.row_numbers.astype(np.int32))]
    columns += [piece.fields.get(each.name, None) for each in list(schema)[1:]]
    filled = [
        pa.nulls(size, each.type) if values is None else values for each, values in zip(schema, columns, strict=True)
    ]
    return pa.record_batch(filled, schema=schema)
