"""The rows of one sheet part: formats and values of single cells changed, everything between them left as it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from data.annotated.outline import (
    Edit,
    Node,
    Unpatchable,
    attributes,
    outline,
    qualified,
    spliced,
    spoken,
    with_attribute,
)
from data.reading import address, position

_SKIPPED = rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
_INSIDE = rb"(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?"
_ROW = re.compile(_SKIPPED + rb"|<(?:[\w.-]+:)?row(?=[\s/>])(" + _INSIDE + rb")(/?)>|</(?:[\w.-]+:)?row\s*>", re.S)
_CELL = re.compile(_SKIPPED + rb"|<(?:[\w.-]+:)?c(?=[\s/>])(" + _INSIDE + rb")(/?)>|</(?:[\w.-]+:)?c\s*>", re.S)
_DATA = re.compile(_SKIPPED + rb"|<(?:([\w.-]+):)?sheetData\s*(/?)>|</(?:[\w.-]+:)?sheetData\s*>", re.S)
_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f(?=[\s/>])([^>]*)>")
_NUMBER_IN = re.compile(rb'\sr\s*=\s*["\']\s*(\d+)')


@dataclass(frozen=True)
class Span:
    """A row or a cell in the bytes: `start`–`opened` is its opening tag, `closed` where its closing tag begins."""

    at: int
    start: int
    opened: int
    closed: int
    end: int
    raw: bytes


@dataclass(frozen=True)
class CellFound:
    """What stands in a cell that is to be changed: its own format, and its XML (None where there is none)."""

    own_format: int
    xml: bytes | None

    @property
    def has_formula(self) -> bool:
        return self.xml is not None and _FORMULA.search(self.xml) is not None

    @property
    def leans_on_others(self) -> bool:
        """A formula that other cells share, or that fills a range: it cannot be taken out alone."""
        found = _FORMULA.search(self.xml or b"")
        return found is not None and (b"ref" in found[1] or b"shared" in found[1])


Value = str | float
Change = Callable[[CellFound], tuple[int, Value | None]]
"""Own format → the new one, and the new value where it changes: a number, or a text."""


class SheetXml:
    """One sheet part. `cells` changes cells; `frame` tells what stands before and behind the rows."""

    def __init__(self, xml: bytes) -> None:
        self.xml = xml
        opening = closing = None
        for tag in _DATA.finditer(xml):
            if tag[2] is not None:
                opening = opening or tag
            elif tag[0].startswith(b"</"):
                closing = tag
        if opening is None or (closing is None and not opening[2]):
            raise Unpatchable("a sheet without rows")
        self.prefix = opening[1] or b""
        self._data = (opening.start(), opening.end())
        self._is_empty = bool(opening[2])
        self._rows_end = opening.end() if self._is_empty else closing.start()  # type: ignore[union-attr]
        self._tail = opening.end() if self._is_empty else closing.end()  # type: ignore[union-attr]

    def frame(self) -> Node:
        """The sheet without its rows, as an outline; offsets before `sheetData` are those of the part."""
        head, tail = self.xml[: self._data[0]], self.xml[self._tail :]
        return outline(head + tail)

    def from_frame(self, offset: int) -> int:
        """An offset of `frame` in the whole part."""
        return offset if offset < self._data[0] else offset - self._data[0] + self._tail

    def changed(self, changes: Mapping[str, Change]) -> bytes:
        """The part with these cells (address → change) changed; a cell or row that is not there is made."""
        wanted: dict[int, dict[int, Change]] = {}
        for cell, change in changes.items():
            row, column = position(cell)
            wanted.setdefault(row, {})[column] = change
        columns = self._column_formats()
        edits: list[Edit] = []
        missing = dict(wanted)
        starts: dict[int, int] = {}
        for row in self._rows():
            starts.setdefault(row.at, row.start)
            if row.at in missing:
                edits += self._in_row(row, missing.pop(row.at), columns)
        numbers = sorted(starts)
        new_rows = [(self._behind(number, numbers, starts), number) for number in sorted(missing)]
        edits += [(at, at, self._new_row(number, missing[number], columns)) for at, number in new_rows]
        return self._with_rows(edits, [number for _at, number in new_rows])

    def found(self, formats: frozenset[int]) -> dict[str, int]:
        """Address → format of the cells that have one of these formats."""
        wanted = {str(each) for each in formats}
        signs = re.compile(rb'\ss\s*=\s*["\'](?:' + b"|".join(each.encode() for each in wanted) + rb')["\']')
        if not formats or not signs.search(self.xml, *self._inside):
            return {}
        return {
            address(row.at, cell.at): int(attributes(cell.raw)["s"])
            for row in self._rows()
            for cell in self._cells(row)
            if attributes(cell.raw).get("s") in wanted
        }

    @property
    def _inside(self) -> tuple[int, int]:
        return self._data[1], self._rows_end

    def _rows(self) -> Iterator[Span]:
        start, end = self._inside
        yield from _spans(self.xml, _ROW, start, end, _row_number)

    def _cells(self, row: Span) -> Iterator[Span]:
        if row.opened < row.end:
            yield from _spans(self.xml, _CELL, row.opened, row.closed, _cell_column)

    def _in_row(self, row: Span, wanted: dict[int, Change], columns: Mapping[int, int]) -> list[Edit]:
        left, edits, behind = dict(wanted), [], []
        for cell in self._cells(row):
            behind.append((cell.at, cell.start))
            if cell.at in left:
                edits.append(self._cell_edit(cell, left.pop(cell.at)))
        if not left:
            return edits
        own = attributes(row.raw)
        row_format = int(own["s"]) if own.get("s", "").isdigit() and own.get("customFormat") in ("1", "true") else None
        made = {
            column: self._new_cell(row.at, column, change, columns if row_format is None else {column: row_format})
            for column, change in sorted(left.items())
        }
        tag = with_attribute(self.xml[row.start : row.opened], "spans", None)  # a hint that no longer holds
        if row.opened == row.end:
            inner = b"".join(made.values())
            return [*edits, (row.start, row.end, tag[:-2].rstrip() + b">" + inner + self._closing("row"))]
        for column, xml in made.items():
            at = min((start for other, start in behind if other > column), default=row.closed)
            edits.append((at, at, xml))
        return [(row.start, row.opened, tag), *edits]

    def _cell_edit(self, cell: Span, change: Change) -> Edit:
        whole = self.xml[cell.start : cell.end]
        own = attributes(cell.raw).get("s", "")
        new_format, value = change(CellFound(int(own) if own.isdigit() else 0, whole))
        tag = with_attribute(self.xml[cell.start : cell.opened], "s", str(new_format))
        if value is None:
            return cell.start, cell.opened, tag
        for name in ("t", "cm", "vm", "ph"):
            tag = with_attribute(tag, name, None)
        tag = re.sub(rb"\s*/>$", b">", tag)
        return cell.start, cell.end, _with_value(tag, value, self.prefix) + self._closing("c")

    def _new_cell(self, row: int, column: int, change: Change, formats: Mapping[int, int]) -> bytes:
        new_format, value = change(CellFound(formats.get(column, 0), None))
        tag = f'<{qualified(self.prefix, "c")} r="{address(row, column)}" s="{new_format}"'.encode()
        return tag + b"/>" if value is None else _with_value(tag + b">", value, self.prefix) + self._closing("c")

    def _new_row(self, number: int, wanted: dict[int, Change], columns: Mapping[int, int]) -> bytes:
        cells = b"".join(self._new_cell(number, column, change, columns) for column, change in sorted(wanted.items()))
        return f'<{qualified(self.prefix, "row")} r="{number}">'.encode() + cells + self._closing("row")

    def _behind(self, number: int, numbers: list[int], starts: Mapping[int, int]) -> int:
        """Where a new row belongs: before the next one that is there."""
        at = bisect_right(numbers, number)
        return starts[numbers[at]] if at < len(numbers) else self._rows_end

    def _with_rows(self, edits: list[Edit], new_rows: list[int]) -> bytes:
        if not self._is_empty:
            return spliced(self.xml, edits)
        if not new_rows:
            return self.xml
        start, end = self._data
        inner = b"".join(text for _start, _end, text in edits)
        opening = f"<{qualified(self.prefix, 'sheetData')}>".encode()
        return spliced(self.xml, [(start, end, opening + inner + self._closing("sheetData"))])

    def _closing(self, name: str) -> bytes:
        return f"</{qualified(self.prefix, name)}>".encode()

    def _column_formats(self) -> dict[int, int]:
        """Column index → the format that an empty cell of it has."""
        formats: dict[int, int] = {}
        cols = self.frame().child("cols")
        for each in cols.every("col") if cols else ():
            first, last, own = (each.attributes.get(name, "") for name in ("min", "max", "style"))
            if first.isdigit() and last.isdigit() and own.isdigit():
                formats.update(dict.fromkeys(range(int(first) - 1, min(int(last), 16_384)), int(own)))
        return formats


def _spans(
    xml: bytes, pattern: re.Pattern[bytes], start: int, end: int, place: Callable[[bytes, int], int]
) -> Iterator[Span]:
    last, opening = -1, None
    for tag in pattern.finditer(xml, start, end):
        if tag[0].startswith(b"</"):
            if opening is not None:
                yield Span(last, opening.start(), opening.end(), tag.start(), tag.end(), opening[1])
            opening = None
        elif tag[1] is not None:
            last = place(tag[1], last)
            opening = None if tag[2] else tag
            if tag[2]:
                yield Span(last, tag.start(), tag.end(), tag.end(), tag.end(), tag[1])


def _row_number(raw: bytes, last: int) -> int:
    found = _NUMBER_IN.search(b" " + raw)
    return int(found[1]) if found else max(last, 0) + 1


def _cell_column(raw: bytes, last: int) -> int:
    """The reference where there is one, else the column after the one before."""
    reference = attributes(raw).get("r", "").strip().upper()
    try:
        return position(reference)[1] if reference else last + 1
    except ValueError as error:
        raise Unpatchable(reference[:20]) from error


def _with_value(tag: bytes, value: Value, prefix: bytes) -> bytes:
    """A cell that holds a number or a text; never a formula."""
    if not isinstance(value, str):
        v = qualified(prefix, "v")
        return tag + f"<{v}>{value!r}</{v}>".encode()
    inline, text = qualified(prefix, "is"), qualified(prefix, "t")
    tag = with_attribute(tag, "t", "inlineStr")
    return tag + f'<{inline}><{text} xml:space="preserve">{spoken(value)}</{text}></{inline}>'.encode()


def reference(sheet: str, cell: str) -> str:
    """Where a link leads: `'Sheet 1'!F12`."""
    return "'" + sheet.replace("'", "''") + f"'!{cell}"


def written(prefix: bytes, cell: str, text: str, own_format: int) -> str:
    """A cell with text in it, for a sheet of our own."""
    c, inline, t = (qualified(prefix, name) for name in ("c", "is", "t"))
    return (
        f'<{c} r="{cell}" s="{own_format}" t="inlineStr"><{inline}><{t} xml:space="preserve">{spoken(text)}'
        f"</{t}></{inline}></{c}>"
    )


def attribute(text: str) -> str:
    """Text as a quoted attribute."""
    return quoteattr(text, {"\n": "&#10;"})
