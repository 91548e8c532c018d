"""Python values of cells (from calamine or csv) to the same split columns as the fast path gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import numpy as np
import pyarrow as pa

from data.reading import limits
from data.reading.markup import CellText
from data.reading.ods_errors import ERROR
from data.reading.refusals import Refused
from data.reading.sheets import CellError, address
from data.reading.table_file import Pieces
from data.reading.values import Piece

_LUMP = 20_000
_TYPES = {"n": pa.float64(), "t": pa.string(), "d": pa.timestamp("ms"), "b": pa.bool_(), "e": pa.string(),
          "h": pa.bool_()}  # fmt: skip
_CLEAN = CellText()


def add_rows(pieces: Pieces, rows: Iterable[tuple[int, Sequence[object]]]) -> None:
    """Add rows of (row number, values from column A on) to a sheet, in lumps; empty rows are left out."""
    lump: list[tuple[int, Sequence[object]]] = []
    for number, row in rows:
        if row.count("") + row.count(None) < len(row):
            lump.append((number, row))
            if len(lump) == _LUMP:
                pieces.add(_piece(lump, pieces.sheet))
                lump = []
    if lump:
        pieces.add(_piece(lump, pieces.sheet))


def _piece(rows: list[tuple[int, Sequence[object]]], sheet: str) -> Piece:
    piece = Piece(np.array([number for number, _ in rows], np.int64))
    split: dict[str, list[object]] = {}
    for at, (number, row) in enumerate(rows):
        for column, value in enumerate(row):
            if value is None or value == "":
                continue
            letter, plain = _typed(value)
            if letter == "t" and len(str(plain)) > limits.TEXT_CHARACTERS:
                place = address(number, column)
                raise Refused("text_too_long", sheet=sheet, place=place, limit=limits.TEXT_CHARACTERS)
            if plain == "":
                continue
            piece.text_bytes += len(str(plain)) if letter == "t" else 0
            piece.n_cells += 1
            field = split.get(f"{letter}{column}")
            if field is None:
                field = split[f"{letter}{column}"] = [None] * len(rows)
            field[at] = plain
            if isinstance(value, dt.time | dt.timedelta) and plain:  # type: ignore[operator]
                split.setdefault(f"h{column}", [None] * len(rows))[at] = True
    for name, values in split.items():
        piece.fields[name] = pa.array(values, _TYPES[name[0]])
    return piece


def _typed(value: object) -> tuple[str, object]:
    if isinstance(value, bool):
        return "b", value
    if isinstance(value, int | float):
        return "n", float(value)
    if isinstance(value, dt.datetime):
        return "d", value.replace(tzinfo=None)
    if isinstance(value, dt.date):
        return "d", dt.datetime.combine(value, dt.time())
    if isinstance(value, dt.timedelta):
        return "n", value / dt.timedelta(days=1)  # a time without a day is a fraction of a day, as in .xlsx
    if isinstance(value, dt.time):
        seconds = value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6
        return "n", seconds / 86_400
    if isinstance(value, CellError):
        return "e", value.text
    text = _CLEAN.cleaned(str(value))
    return ("e", text.strip()) if ERROR.fullmatch(text.strip()) else ("t", text)
