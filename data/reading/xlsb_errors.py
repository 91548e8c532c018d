"""Error cells of an .xlsb file, which calamine gives as blanks: found in a pass of our own over its records."""

from __future__ import annotations

import posixpath
import struct
from collections import defaultdict
from collections.abc import Iterator
from xml.etree import ElementTree

from data.reading import limits
from data.reading.archive import Archive
from data.reading.ods_errors import Errors
from data.reading.refusals import Refused
from data.reading.xls_errors import SHOWN

_ROW, _ERROR, _FAILING, _SHEET = 0, 3, 11, 156  # BrtRowHdr, BrtCellError, BrtFmlaError, BrtBundleSh
_BOOK = "xl/workbook.bin"


def errors_in_xlsb(archive: Archive) -> Errors:
    """Every cell that shows an error. Raises Refused where a part is damaged or too large."""
    errors: Errors = defaultdict(lambda: defaultdict(dict))
    try:
        for name, part in _sheets(archive):
            for row, column, text in _in_sheet(_whole(archive, part)):
                errors[name][row][column] = text
    except (struct.error, IndexError, KeyError, UnicodeDecodeError, ElementTree.ParseError):
        raise Refused("damaged_part", part=_BOOK) from None
    return errors


def _whole(archive: Archive, part: str) -> bytes:
    return b"".join(archive.pieces(part, limits.REWRITTEN_BYTES))


def _sheets(archive: Archive) -> Iterator[tuple[str, str]]:
    """(name, part) of each sheet."""
    links = ElementTree.fromstring(_whole(archive, "xl/_rels/workbook.bin.rels"))  # vetted before
    parts = {link.get("Id"): str(link.get("Target")) for link in links}
    for kind, data in _records(_whole(archive, _BOOK)):
        if kind == _SHEET:
            link, after = _text(data, 8)
            name, _ = _text(data, after)
            target = parts[link]
            yield name, target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")


def _in_sheet(content: bytes) -> Iterator[tuple[int, int, str]]:
    """(row from 1 on, column from 0 on, what is shown) of each cell with an error."""
    row = 0
    for kind, data in _records(content):
        if kind == _ROW:
            row = struct.unpack_from("<I", data)[0] + 1
        elif kind in (_ERROR, _FAILING):
            yield row, struct.unpack_from("<I", data)[0], SHOWN.get(data[8], "#N/A")


def _records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """(kind, content); both the kind and the length are numbers of seven bits a byte."""
    at = 0
    while at < len(content):
        kind = content[at]
        at += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | content[at] << 7
            at += 1
        length = 0
        for shift in range(0, 28, 7):
            byte = content[at]
            at += 1
            length |= (byte & 0x7F) << shift
            if not byte & 0x80:
                break
        yield kind, content[at : at + length]
        at += length


def _text(data: bytes, at: int) -> tuple[str, int]:
    """A text with its length before it, and where it ends."""
    count = struct.unpack_from("<I", data, at)[0]
    end = at + 4 + 2 * count
    return data[at + 4 : end].decode("utf-16-le"), end
