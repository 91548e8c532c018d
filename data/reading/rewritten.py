"""Unusual sheet XML, brought into the plain form that `scan` takes: slower, but it reads what XML allows.

Prefixes, UTF-16, comments, rows or cells without a reference, letters in several fonts, rows out of order.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from data.reading import limits
from data.reading.markup import feed, local, parser
from data.reading.refusals import Refused
from data.reading.sheets import address, position

_TYPES = frozenset({"n", "s", "str", "inlineStr", "b", "e", "d"})


class _Rewriter:
    def __init__(self, sheet: str, string_bytes: Sequence[int]) -> None:
        self.sheet = sheet
        self.string_bytes = string_bytes
        self.text_bytes = 0
        self.rows: dict[int, dict[int, str]] = {}
        self.hidden: set[int] = set()
        self.inside: list[str] = []
        self.row = self.column = 0
        self.kind = self.style = ""
        self.value: list[str] = []
        self.has_value = self.has_formula = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = local(name)
        self.inside.append(tag)
        if len(self.inside) < 3 or self.inside[1] != "sheetData":
            return
        if tag == "row" and len(self.inside) == 3:
            self.row = self._number(attributes.get("r"), self.row + 1)
            self.column = -1
            if attributes.get("hidden") in ("1", "true"):
                self.hidden.add(self.row)
                self.rows.setdefault(self.row, {})
        elif tag == "c" and len(self.inside) == 4:
            self._open_cell(attributes)
        elif tag == "v" or tag == "is":
            self.has_value = True
        elif tag == "f":
            self.has_formula = True

    def _open_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r", "").strip()
        if reference:
            try:
                self.row, self.column = position(reference.upper())
            except ValueError as error:
                raise Refused("range_too_large", sheet=self.sheet, cell=reference[:20]) from error
        else:
            self.column += 1
        if not 1 <= self.row <= limits.ROWS or self.column >= limits.SHEET_COLUMNS:
            raise Refused("range_too_large", sheet=self.sheet, cell=reference[:20] or f"{self.row}")
        self.kind = attributes.get("t", "n")
        style = attributes.get("s", "")
        self.style = style if style.isdigit() and len(style) < 7 else "0"
        self.value, self.has_value, self.has_formula = [], False, False

    def data(self, letters: str) -> None:
        if len(self.inside) < 5 or self.inside[3] != "c":
            return
        holder = self.inside[-1]
        is_own = self.kind != "inlineStr" or "is" in self.inside
        if (holder == "v" and is_own) or (holder == "t" and "rPh" not in self.inside):
            self.value.append(letters)

    def end(self, name: str) -> None:
        self.inside.pop()
        if local(name) == "c" and len(self.inside) == 3 and self.inside[1] == "sheetData":
            self._close_cell()

    def _close_cell(self) -> None:
        if not (self.has_value or self.has_formula):
            return
        cell = address(self.row, self.column)
        if self.kind not in _TYPES:
            raise Refused("damaged_cell", sheet=self.sheet, cell=cell, found=self.kind[:20])
        if self.kind == "s":
            self._count_text("".join(self.value))
        value = escape("".join(self.value), {"\r": "&#13;"})
        if self.kind not in ("str", "inlineStr"):
            value = value.strip()
        inner = f"<is><t>{value}</t></is>" if self.kind == "inlineStr" else f"<v>{value}</v>"
        xml = f'<c r="{cell}" s="{self.style}" t="{self.kind}">{"<f/>" if self.has_formula else ""}{inner}</c>'
        if self.kind == "inlineStr":
            xml = xml.replace("<f/>", "", 1)
        row = self.rows.setdefault(self.row, {})
        if self.column in row:
            raise Refused("duplicate_cell", sheet=self.sheet, cell=cell)
        row[self.column] = xml

    def _count_text(self, index: str) -> None:
        """Stops at once where few bytes of XML stand for gigabytes of shared text."""
        if index.isdigit() and len(index) < 9 and int(index) < len(self.string_bytes):
            self.text_bytes += self.string_bytes[int(index)]
            if self.text_bytes > limits.TEXT_BYTES:
                raise Refused("text_too_large", sheet=self.sheet, limit=limits.TEXT_BYTES // limits.MEGABYTE)

    def _number(self, text: str | None, otherwise: int) -> int:
        if text is None:
            return otherwise
        if not text.strip().isdigit() or not 1 <= int(text[:9]) <= limits.ROWS:
            raise Refused("range_too_large", sheet=self.sheet, cell=text[:20])
        return int(text)

    def xml(self) -> bytes:
        lines: list[str] = []
        for number in sorted(self.rows):
            cells = self.rows[number]
            hidden = ' hidden="1"' if number in self.hidden else ""
            lines.append(f'<row r="{number}"{hidden}>{"".join(cells[column] for column in sorted(cells))}</row>')
        return "".join(lines).encode()


def rewritten(xml: bytes, part: str, sheet: str, string_bytes: Sequence[int]) -> bytes:
    """The rows of a whole sheet part in the plain form, in order. `string_bytes`: sizes of the shared strings.

    Raises Refused where the XML is damaged, a cell is there twice or stands outside of any sheet.
    """
    rewriter = _Rewriter(sheet, string_bytes)
    reader = parser(part)
    reader.StartElementHandler, reader.EndElementHandler = rewriter.start, rewriter.end
    reader.CharacterDataHandler = rewriter.data
    feed(reader, xml, part)
    return rewriter.xml()
