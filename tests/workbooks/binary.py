"""Writes .xlsb workbooks of texts, numbers and errors: records after MS-XLSB, for there is no library that does."""

import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

ERRORS = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42}
_ROW, _ERROR, _REAL, _TEXT, _FAILING, _SHEET = 0, 3, 5, 6, 11, 156
_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>"""
_LINKS = """<?xml version="1.0" encoding="UTF-8"?><Relationships
 xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>"""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINK = f'<Relationship Id="rId{{}}" Type="{_OFFICE}/{{}}" Target="{{}}"/>'


def write_binary(path: Path, pages: Mapping[str, Sequence[Sequence[object]]]) -> None:
    """A workbook of these rows; a text such as #N/A is an error, `=#REF!` one that a formula gives."""
    sheets = [_record(_SHEET, struct.pack("<II", 0, at) + _text(f"rId{at}") + _text(name))
              for at, name in enumerate(pages, 1)]  # fmt: skip
    book = _record(131) + _record(143) + b"".join(sheets) + _record(144) + _record(132)
    links = "".join(_LINK.format(at, "worksheet", f"worksheets/sheet{at}.bin") for at in range(1, len(pages) + 1))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _LINKS.format(_LINK.format(1, "officeDocument", "xl/workbook.bin")))
        archive.writestr("xl/workbook.bin", book)
        archive.writestr("xl/_rels/workbook.bin.rels", _LINKS.format(links))
        for at, rows in enumerate(pages.values(), 1):
            archive.writestr(f"xl/worksheets/sheet{at}.bin", _sheet(rows))


def _sheet(rows: Sequence[Sequence[object]]) -> bytes:
    width = max(map(len, rows))
    size = _record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1))
    body = b"".join(_record(_ROW, struct.pack("<I", at) + bytes(21)) + b"".join(map(_cell, range(len(row)), row))
                    for at, row in enumerate(rows))  # fmt: skip
    return _record(129) + size + _record(145) + body + _record(146) + _record(130)


def _cell(column: int, value: object) -> bytes:
    head = struct.pack("<II", column, 0)
    if value is None:
        return b""
    if isinstance(value, (int, float)):
        return _record(_REAL, head + struct.pack("<d", value))
    text = str(value)
    if text.lstrip("=") in ERRORS:
        error = bytes([ERRORS[text.lstrip("=")]])
        of_formula = struct.pack("<HII", 0, 0, 0) if text[0] == "=" else b""
        return _record(_FAILING if of_formula else _ERROR, head + error + of_formula)
    return _record(_TEXT, head + _text(text))


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _record(kind: int, content: bytes = b"") -> bytes:
    """A record; its kind and its length are numbers of seven bits a byte."""
    return (bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])) + _length(len(content)) + content


def _length(number: int) -> bytes:
    head = b""
    while number >= 128:
        head += bytes([number & 0x7F | 0x80])
        number >>= 7
    return head + bytes([number])
