"""The cells of plain sheet XML, found with numpy: no Python work per cell.

Nearly every program writes `<row r="1"><c r="A1" s="1" t="s"><v>0</v></c>…</row>`. Only that form is taken here, and
every tag must have its place in it; anything else raises `NotPlain`, and `rewritten.py` brings it into this form.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from data.reading import limits

NUMBER, SHARED, TEXT, INLINE, BOOLEAN, ERROR, ISO_DATE = range(7)
"""What the `t` of a cell says its value is."""

Ints = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]


class NotPlain(Exception):  # noqa: N818
    """The XML is legal, perhaps, but not in the plain form."""


@dataclass(frozen=True)
class Cells:
    """The cells of a piece of a sheet that hold a value or a formula, in the order of the file.

    `starts` and `stops` are the byte span of the value in `xml` (equal where it is empty); `row_numbers`
    and `columns`
    say where the cell stands (1-based, 0-based); `first_row` and `last_row` are the numbers of the outer row tags
    (0 without any); `n_rows` counts all row tags, `n_values` all value tags.
    """

    xml: Bytes
    row_numbers: Ints
    columns: Ints
    types: Ints
    styles: Ints
    starts: Ints
    stops: Ints
    has_formula: Flags
    hidden_rows: Ints
    first_row: int
    last_row: int
    n_rows: int
    n_values: int


_OTHER, _C, _V, _F, _IS, _T, _ROW = 0, 1, 2, 3, 4, 5, 6
_END = 8  # _END + tag: its closing tag
_FIRST_LETTER = {"c": _C, "v": _V, "f": _F, "i": _IS, "t": _T, "r": _ROW}
_TAG = np.zeros(256, np.uint8)
for _letter, _tag in _FIRST_LETTER.items():
    _TAG[ord(_letter)] = _tag
_NAME_LENGTH = np.array([0, 1, 1, 1, 2, 1, 3, 0, 0, 1, 1, 1, 2, 1, 3])
_IS_AFTER_NAME = np.zeros(256, bool)
_IS_AFTER_NAME[[ord(" "), ord(">"), ord("/")]] = True
_SECOND_LETTER = np.zeros(16, np.uint8)  # of the tags with more than one, `is` and `row`
_SECOND_LETTER[[_IS, _ROW, _END + _IS, _END + _ROW]] = [ord("s"), ord("o"), ord("s"), ord("o")]

_PADDING = bytes(40)
_DIGITS = 7


def _require(condition: bool | np.bool_) -> None:
    if not condition:
        raise NotPlain


class _Tags:
    """All tags: `kinds` (with an end mark), `starts` at '<', `ends` at '>', `is_closed` for <tag/>."""

    def __init__(self, xml: Bytes) -> None:
        self.xml = xml
        self.starts = np.flatnonzero(xml == ord("<"))
        _require(self.starts.size > 0)
        ends = np.flatnonzero(xml == ord(">"))
        _require(ends.size >= self.starts.size and ends[-1] > self.starts[-1])
        if ends.size != self.starts.size:  # a '>' inside a text, which XML allows
            ends = ends[np.searchsorted(ends, self.starts)]
        self.ends = ends
        _require(bool(np.all(self.starts < ends)) and bool(np.all(ends[:-1] < self.starts[1:])))
        self.is_closed = xml[ends - 1] == ord("/")
        self.kinds = self._kinds()

    def _kinds(self) -> Bytes:
        first = self.xml[self.starts + 1]
        is_end = first == ord("/")
        names = self.starts + 1 + is_end
        kinds = _TAG[np.where(is_end, self.xml[names], first)]
        _require(bool(np.all(kinds != _OTHER)))
        second = _SECOND_LETTER[kinds]
        _require(bool(np.all((second == 0) | (second == self.xml[names + 1]))))
        _require(bool(np.all(_IS_AFTER_NAME[self.xml[names + _NAME_LENGTH[kinds]]])))
        kinds[is_end] += _END
        return np.append(kinds, np.zeros(8, np.uint8))


def scan(piece: bytes) -> Cells:
    """The cells of whole rows of sheet XML.

    Raises NotPlain where the piece is not entirely in the plain form, rows go backwards included.
    """
    xml = np.frombuffer(piece + _PADDING, np.uint8)
    tags = _Tags(xml)
    rows, row_numbers, row_digits = _rows(tags)
    cells = np.flatnonzero(tags.kinds == _C)
    row_of_cell = np.searchsorted(rows, cells) - 1
    _require(cells.size == 0 or row_of_cell[0] >= 0)
    columns, after = _references(xml, tags.starts[cells], tags.starts[rows], row_of_cell, row_digits)
    types, styles = _attributes(xml, after)
    starts, stops, has_formula, has_value, used = _values(tags, cells)
    _require(used + 2 * rows.size - int(tags.is_closed[rows].sum()) == tags.starts.size)
    keep = np.flatnonzero(has_value | has_formula)
    is_inline = types[keep] == INLINE
    _require(bool(np.all(is_inline == (tags.kinds[cells[keep] + 1] == _IS))))
    first_row, last_row = (int(row_numbers[0]), int(row_numbers[-1])) if rows.size else (0, 0)
    return Cells(
        xml, row_numbers[row_of_cell[keep]], columns[keep], types[keep], styles[keep], starts[keep], stops[keep],
        has_formula[keep], _hidden(piece, tags, rows, row_numbers), first_row, last_row,
        int(rows.size), int(has_value.sum()),
    )  # fmt: skip


def _rows(tags: _Tags) -> tuple[Ints, Ints, Ints]:
    """Which tags are rows, their numbers, and how many digits each number has."""
    rows = np.flatnonzero(tags.kinds == _ROW)
    at, xml = tags.starts[rows], tags.xml
    for offset, letter in enumerate(b' r="', 4):
        _require(bool(np.all(xml[at + offset] == letter)))
    numbers, digits = _whole_numbers(xml, at + 8)
    _require(bool(np.all(np.diff(numbers, prepend=0) > 0)))
    _require(numbers.size == 0 or numbers[-1] <= limits.ROWS)
    return rows, numbers, digits


def _whole_numbers(xml: Bytes, at: Ints) -> tuple[Ints, Ints]:
    """The numbers that stand at these places up to a quotation mark, and their count of digits."""
    numbers = np.zeros(at.size, np.int64)
    digits = np.zeros(at.size, np.int64)
    going = np.ones(at.size, bool)
    for offset in range(_DIGITS + 1):
        letters = xml[at + offset].astype(np.int64)
        going &= letters != ord('"')
        if not going.any():
            break
        _require(offset < _DIGITS and bool(np.all(~going | ((letters >= 48) & (letters <= 57)))))
        numbers = np.where(going, numbers * 10 + letters - 48, numbers)
        digits += going
    _require(bool(np.all(digits > 0)))
    return numbers, digits


def _references(xml: Bytes, at: Ints, row_at: Ints, row_of_cell: Ints, row_digits: Ints) -> tuple[Ints, Ints]:
    """The column of each cell, and the place behind its reference; the row in it must be the row it stands in."""
    for offset, letter in enumerate(b' r="', 2):
        _require(bool(np.all(xml[at + offset] == letter)))
    at = at + 6
    letters = xml[at].astype(np.int64)
    _require(bool(np.all((letters >= 65) & (letters <= 90))))
    columns = letters - 64
    going = np.ones(at.size, bool)
    count = np.ones(at.size, np.int64)
    for offset in (1, 2):
        letters = xml[at + offset].astype(np.int64)
        going &= (letters >= 65) & (letters <= 90)
        if not going.any():
            break
        columns = np.where(going, columns * 26 + letters - 64, columns)
        count += going
    at = at + count
    digits = row_digits[row_of_cell]
    number_at = row_at[row_of_cell] + 8
    for offset in range(int(digits.max(initial=0))):
        _require(bool(np.all((xml[at + offset] == xml[number_at + offset]) | (offset >= digits))))
    _require(bool(np.all(xml[at + digits] == ord('"'))))
    _require(columns.size == 0 or int(columns.max()) <= limits.SHEET_COLUMNS)
    return columns - 1, at + digits + 1


_TYPE_OF = {
    b"n": NUMBER,
    b"s": SHARED,
    b"str": TEXT,
    b"inlineStr": INLINE,
    b"b": BOOLEAN,
    b"e": ERROR,
    b"d": ISO_DATE,
}
# The first two bytes tell all types apart: n" s" st in b" e" d"
_TYPE_BY_START = np.full(256 * 256, -1, np.int64)
_LENGTH_BY_START = np.zeros(256 * 256, np.int64)
for _name, _type in _TYPE_OF.items():
    _start = (_name + b'"')[0] * 256 + (_name + b'"')[1]
    _TYPE_BY_START[_start], _LENGTH_BY_START[_start] = _type, len(_name)


def _attributes(xml: Bytes, at: Ints) -> tuple[Ints, Ints]:
    """The `t` and `s` of the cells whose tags go on at these places, in either order."""
    types, styles = np.zeros(at.size, np.int64), np.zeros(at.size, np.int64)
    active, at = np.arange(at.size), at.copy()
    for _ in range(5):
        active = active[(xml[at[active]] != ord(">")) & (xml[at[active]] != ord("/"))]
        if not active.size:
            return types, styles
        here = at[active]
        _require(bool(np.all(xml[here] == ord(" "))))
        names = xml[here + 1]
        is_type, is_style = names == ord("t"), names == ord("s")
        is_end = (names == ord("/")) | (names == ord(">"))
        _require(bool(np.all(is_type | is_style | is_end)))
        _require(bool(np.all(is_end | ((xml[here + 2] == ord("=")) & (xml[here + 3] == ord('"'))))))
        at[active[is_end]] += 1
        numbers, digits = _whole_numbers(xml, here[is_style] + 4)
        styles[active[is_style]] = numbers
        at[active[is_style]] += 5 + digits
        starts = xml[here[is_type] + 4].astype(np.int64) * 256 + xml[here[is_type] + 5]
        lengths = _LENGTH_BY_START[starts]
        _require(bool(np.all(lengths > 0)) and bool(np.all(xml[here[is_type] + 4 + lengths] == ord('"'))))
        types[active[is_type]] = _TYPE_BY_START[starts]
        at[active[is_type]] += 5 + lengths
    raise NotPlain


def _values(tags: _Tags, cells: Ints) -> tuple[Ints, Ints, Flags, Flags, int]:
    """Spans of the values, whether there is a formula, whether there is a value tag, and how many tags were used.

    The forms of a cell: closed or empty; <f> and then <v>, either missing; <is><t>.
    """
    kinds, closed = tags.kinds, np.append(tags.is_closed, np.zeros(8, bool))
    used = np.where(closed[cells], 1, 2)
    at = cells + 1
    is_open = ~closed[cells]
    has_formula = is_open & (kinds[at] == _F)
    steps = np.where(has_formula, np.where(closed[at], 1, 2), 0)
    _require(bool(np.all(~has_formula | closed[at] | (kinds[at + 1] == _END + _F))))
    at = at + steps
    has_v = is_open & (kinds[at] == _V)
    has_is = is_open & (kinds[at] == _IS)
    _require(not bool((has_is & (has_formula | closed[at] | (kinds[at + 1] != _T))).any()))
    holder = at + has_is  # the <v> or the <t>
    is_full = (has_v | has_is) & ~closed[holder]
    _require(bool(np.all(~is_full | (kinds[holder + 1] == kinds[holder] + _END))))
    after = at + np.where(has_v | has_is, np.where(closed[holder], 1, 2), 0) + has_is
    _require(bool(np.all(~has_is | (kinds[np.minimum(after, kinds.size - 1)] == _END + _IS))))
    after = after + has_is
    _require(bool(np.all(~is_open | (kinds[np.minimum(after, kinds.size - 1)] == _END + _C))))
    used = used + np.where(is_open, after - cells - 1, 0)
    starts, stops = np.zeros(cells.size, np.int64), np.zeros(cells.size, np.int64)
    full = holder[is_full]
    starts[is_full], stops[is_full] = tags.ends[full] + 1, tags.starts[full + 1]
    return starts, stops, has_formula, has_v | has_is, int(used.sum())


def _hidden(piece: bytes, tags: _Tags, rows: Ints, row_numbers: Ints) -> Ints:
    """Row numbers with hidden="1": looked for as bytes, since most sheets have none."""
    found: list[int] = []
    for mark in (b' hidden="1"', b' hidden="true"'):
        at = piece.find(mark)
        while at >= 0:
            tag = int(np.searchsorted(tags.starts, at)) - 1
            if tags.kinds[tag] == _ROW and at < tags.ends[tag]:
                found.append(int(row_numbers[np.searchsorted(rows, tag)]))
            at = piece.find(mark, at + 1)
    return np.array(sorted(found), np.int64)
