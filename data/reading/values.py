"""From the scanned cells of a piece of a sheet to arrow columns, split by type."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.reading import limits, scan
from data.reading.markup import CellText
from data.reading.number_formats import DATE, PERCENT, TIME
from data.reading.refusals import Refused
from data.reading.scan import Bytes, Cells, Flags, Ints
from data.reading.sheets import address

_DAY = 86_400_000
_LAST_DAY = 2_958_466  # the serial number of 10000-01-01
_EXACT = float(2**53)
_PLAIN_NUMBER = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$"


@dataclass
class Meaning:
    """What is the same for all sheets of a workbook."""

    strings: pa.StringArray
    styles: list[int]
    is_1904: bool
    text: CellText = field(default_factory=CellText)

    def __post_init__(self) -> None:
        self.style_table = np.array([*self.styles, 0], np.int64)
        self.string_bytes = pc.binary_length(self.strings).to_numpy(zero_copy_only=False).astype(np.int64)
        long = self.string_bytes > limits.TEXT_CHARACTERS
        if long.any() and int(pc.max(pc.utf8_length(self.strings)).as_py()) > limits.TEXT_CHARACTERS:
            raise Refused("text_too_long", sheet="", place="xl/sharedStrings.xml", limit=limits.TEXT_CHARACTERS)

    def of_styles(self, styles: Ints) -> Ints:
        """NUMBER, PERCENT, DATE or TIME for each style; an unknown style is a plain number."""
        return self.style_table[np.minimum(styles, self.style_table.size - 1)]


@dataclass
class Piece:
    """Some rows of a sheet: their numbers, and the fields ('n5') as arrays of the same length."""

    row_numbers: Ints
    fields: dict[str, pa.Array] = field(default_factory=dict)
    n_cells: int = 0
    text_bytes: int = 0


class PieceOfSheet:
    """Turns the cells of one piece into fields."""

    def __init__(self, cells: Cells, meaning: Meaning, sheet: str) -> None:
        self.cells, self.meaning, self.sheet = cells, meaning, sheet
        self._vet()
        is_filled = cells.stops > cells.starts
        is_filled[self._empty_texts(is_filled)] = False
        self.is_uncalculated = cells.has_formula & (cells.stops == cells.starts) & (cells.types != scan.TEXT)
        numbers, self.row_of = np.unique(cells.row_numbers[is_filled | self.is_uncalculated], return_inverse=True)
        self.positions = np.zeros(cells.row_numbers.size, np.int64)
        self.positions[is_filled | self.is_uncalculated] = self.row_of
        self.is_filled = is_filled
        self.piece = Piece(numbers, n_cells=int(is_filled.sum()))

    def fields(self) -> Piece:
        """All fields of the piece."""
        cells, types = self.cells, np.where(self.is_filled, self.cells.types, -1)
        self._numbers(np.flatnonzero(types == scan.NUMBER))
        self._shared(np.flatnonzero(types == scan.SHARED))
        self._texts(np.flatnonzero((types == scan.TEXT) | (types == scan.INLINE)), "t")
        self._texts(np.flatnonzero(types == scan.ERROR), "e")
        self._booleans(np.flatnonzero(types == scan.BOOLEAN))
        self._iso_dates(np.flatnonzero(types == scan.ISO_DATE))
        where = np.flatnonzero(self.is_uncalculated)
        self._flags("f", where, cells.columns[where])
        return self.piece

    # -- checks ------------------------------------------------------------------------------------

    def _vet(self) -> None:
        cells = self.cells
        keys = cells.row_numbers * limits.SHEET_COLUMNS + cells.columns
        if np.any(np.diff(keys) <= 0):
            _, counts = np.unique(keys, return_counts=True)
            if counts.max(initial=1) > 1:
                key = int(np.unique(keys)[np.argmax(counts > 1)])
                cell = address(key // limits.SHEET_COLUMNS, key % limits.SHEET_COLUMNS)
                raise Refused("duplicate_cell", sheet=self.sheet, cell=cell)

    def _empty_texts(self, is_filled: Flags) -> Ints:
        """Cells that point at an empty shared string: as empty as a cell without a value."""
        where = np.flatnonzero(is_filled & (self.cells.types == scan.SHARED))
        self._indices = self._shared_indices(where)
        self._shared_cells = where
        return where[self.meaning.string_bytes[self._indices] == 0]

    def _shared_indices(self, where: Ints) -> Ints:
        raw = self._raw(where)
        try:
            indices = raw.cast(pa.int32()).to_numpy(zero_copy_only=False).astype(np.int64)
        except pa.ArrowInvalid as error:
            raise self._damaged(where, "shared string") from error
        bad = (indices < 0) | (indices >= self.meaning.string_bytes.size)
        if bad.any():
            raise self._damaged(where[bad], "shared string " + str(raw[int(np.argmax(bad))]))
        return indices

    def _damaged(self, where: Ints, found: str) -> Refused:
        at = int(where[0])
        cell = address(int(self.cells.row_numbers[at]), int(self.cells.columns[at]))
        return Refused("damaged_cell", sheet=self.sheet, cell=cell, found=found[:40])

    # -- values ------------------------------------------------------------------------------------

    def _raw(self, where: Ints) -> pa.StringArray:
        """The bytes of the values as a string array (not checked to be UTF-8)."""
        starts, stops = self.cells.starts[where], self.cells.stops[where]
        return _spans(self.cells.xml, starts, stops - starts)

    def _numbers(self, where: Ints) -> None:
        if not where.size:
            return
        raw = self._raw(where)
        values, bad = _floats(raw)
        if bad.any():
            self._spread("e", where[bad], pc.filter(raw, pa.array(bad)))
        formats = self.meaning.of_styles(self.cells.styles[where])
        dates = (formats == DATE) & ~bad
        if dates.any():
            self._dates(where[dates], values[dates], pc.filter(raw, pa.array(dates)))
        plain = ~bad & ~dates
        self._spread("n", where[plain], pa.array(values[plain]))
        percents = where[plain & (formats == PERCENT)]
        self._flags("p", percents, self.cells.columns[percents])
        times = where[plain & (formats == TIME) & (values != 0)]  # 24:00 is stored as 1, and no figure either
        self._flags("h", times, self.cells.columns[times])

    def _dates(self, where: Ints, serials: np.ndarray, raw: pa.StringArray) -> None:  # type: ignore[type-arg]
        days, is_date = _milliseconds(serials, self.meaning.is_1904)
        self._spread("d", where[is_date], pa.array(days[is_date]).cast(pa.timestamp("ms")))
        if not is_date.all():
            self._spread("e", where[~is_date], pc.filter(raw, pa.array(~is_date)))

    def _shared(self, where: Ints) -> None:
        if not where.size:
            return
        indices = self._indices[self.is_filled[self._shared_cells]]
        self.piece.text_bytes += int(self.meaning.string_bytes[indices].sum())
        if self.piece.text_bytes > limits.TEXT_BYTES:
            raise Refused("text_too_large", sheet=self.sheet, limit=limits.TEXT_BYTES // limits.MEGABYTE)
        self._spread("t", where, None, indices)

    def _texts(self, where: Ints, letter: str) -> None:
        if not where.size:
            return
        lengths = self.cells.stops[where] - self.cells.starts[where]
        self.piece.text_bytes += int(lengths.sum())
        raw = self._raw(where)
        try:
            raw.validate(full=True)
            if _has_escape(raw):
                texts = [self.meaning.text.decoded(each) for each in raw.cast(pa.binary()).to_pylist()]
                raw = pa.array(texts, pa.string())
        except (pa.ArrowInvalid, UnicodeDecodeError) as error:
            raise self._damaged(where, "not UTF-8") from error
        if lengths.max() > limits.TEXT_CHARACTERS:
            self._vet_lengths(where, raw)
        self._spread(letter, where, raw)

    def _vet_lengths(self, where: Ints, texts: pa.StringArray) -> None:
        too_long = pc.greater(pc.utf8_length(texts), limits.TEXT_CHARACTERS).to_numpy(zero_copy_only=False)
        if too_long.any():
            at = int(where[np.argmax(too_long)])
            cell = address(int(self.cells.row_numbers[at]), int(self.cells.columns[at]))
            raise Refused("text_too_long", sheet=self.sheet, place=cell, limit=limits.TEXT_CHARACTERS)

    def _booleans(self, where: Ints) -> None:
        if where.size:
            raw = self._raw(where)
            known = pc.is_in(raw, value_set=pa.array(["0", "1", "false", "true"]))
            if not pc.all(known).as_py():
                raise self._damaged(where, "boolean")
            self._spread("b", where, pc.is_in(raw, value_set=pa.array(["1", "true"])))

    def _iso_dates(self, where: Ints) -> None:
        for at, text in zip(where.tolist(), self._raw(where).to_pylist(), strict=True):
            one = np.array([at])
            try:
                moment = dt.datetime.fromisoformat(text).replace(tzinfo=None)
                self._spread("d", one, pa.array([moment], pa.timestamp("ms")))
            except ValueError:
                self._spread("e", one, pa.array([text], pa.string()))

    # -- into columns ------------------------------------------------------------------------------

    def _spread(self, letter: str, where: Ints, values: pa.Array | None, indices: Ints | None = None) -> None:
        """Put values (or shared texts by index) into the fields `letter` + column, null elsewhere."""
        columns = self.cells.columns[where]
        for column in np.unique(columns).tolist():
            mine = np.flatnonzero(columns == column)
            positions = self.positions[where[mine]]
            slots = np.zeros(self.piece.row_numbers.size, np.int64)
            is_empty = np.ones(self.piece.row_numbers.size, bool)
            is_empty[positions] = False
            slots[positions] = mine if indices is None else indices[mine]
            source = self.meaning.strings if values is None else values
            self._add(f"{letter}{column}", source.take(pa.array(slots, mask=is_empty)))

    def _flags(self, letter: str, where: Ints, columns: Ints) -> None:
        for column in np.unique(columns).tolist():
            flags = np.zeros(self.piece.row_numbers.size, bool)
            flags[self.positions[where[columns == column]]] = True
            self._add(f"{letter}{column}", pa.array(flags, mask=~flags))

    def _add(self, name: str, values: pa.Array) -> None:
        held = self.piece.fields.get(name)
        self.piece.fields[name] = values if held is None else pc.coalesce(held, values)


def _spans(xml: Bytes, starts: Ints, lengths: Ints) -> pa.StringArray:
    offsets = np.zeros(starts.size + 1, np.int32)
    np.cumsum(lengths, out=offsets[1:])
    shift = np.repeat(starts - offsets[:-1], lengths)
    letters = xml[np.arange(offsets[-1]) + shift]
    return pa.StringArray.from_buffers(starts.size, pa.py_buffer(offsets), pa.py_buffer(letters))


def _has_escape(texts: pa.StringArray) -> bool:
    letters = np.frombuffer(texts.buffers()[2] or b"", np.uint8)
    return bool(((letters == ord("&")) | (letters == 13) | (letters == 127)).any()) or bool(
        pc.any(pc.match_substring(texts, "_x")).as_py()
    )


def _floats(raw: pa.StringArray) -> tuple[np.ndarray, Flags]:  # type: ignore[type-arg]
    """Exact doubles, and which of the texts are no number that a double can hold exactly ('NaN', '1e999')."""
    try:
        values = raw.cast(pa.float64()).to_numpy()
        bad = ~np.isfinite(values)
    except (pa.ArrowInvalid, UnicodeDecodeError):
        good = np.array([_is_number(each) for each in raw.cast(pa.binary()).to_pylist()], bool)
        texts = raw.cast(pa.binary()).to_pylist()
        values = np.array([float(each) if is_good else 0.0 for each, is_good in zip(texts, good, strict=True)])
        bad = ~good | ~np.isfinite(values)
    large = np.flatnonzero(~bad & (np.abs(values) > _EXACT))
    for at in large.tolist():
        text = raw[at].as_py()
        if text.lstrip("-").isdigit() and int(text) != int(values[at]) and len(text.rstrip("0")) > 15:
            bad[at] = True
    return values, bad


def _is_number(text: bytes) -> bool:
    return re.fullmatch(_PLAIN_NUMBER.encode(), text.strip()) is not None


def _milliseconds(serials: np.ndarray, is_1904: bool) -> tuple[Ints, Flags]:  # type: ignore[type-arg]
    """Serial day numbers → milliseconds since 1970, and which of them are dates at all.

    The 1900 system has a day that never was (60 = 29 February 1900) and a day 0; neither is a date.
    """
    days = serials + 1462.0 if is_1904 else serials
    is_date = (days >= 1) & (days < _LAST_DAY) & (np.floor(days) != 60)
    days = np.where(is_date, days, 1.0)
    days = np.where(days < 60, days + 1, days)
    return np.rint(days * _DAY).astype(np.int64) - 25_569 * _DAY, is_date
