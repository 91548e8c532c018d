"""Error cells of an .xls file, which calamine gives as blanks: found in a pass of our own over its records."""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Iterator

from data.reading.ods_errors import Errors

SHOWN = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
"""What a cell shows, by the number of its error."""
_BOUNDSHEET, _BOF, _EOF, _FORMULA, _BOOLERR = 0x85, 0x809, 0x0A, 0x06, 0x205
_FREE, _MINI_LIMIT, _MINI_SECTOR = 0xFFFFFFFA, 4096, 64  # numbers from here on are no sectors


def errors_in_xls(raw: bytes) -> Errors:
    """Every cell that shows an error; none where the container is of a make that is not understood."""
    errors: Errors = defaultdict(lambda: defaultdict(dict))
    try:
        stream = _workbook_stream(raw)
        for name, at in _sheets(stream):
            for row, column, text in _in_sheet(stream, at):
                errors[name][row + 1][column] = text
    except (struct.error, IndexError, UnicodeDecodeError):
        return {}
    return errors


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _sheets(stream: bytes) -> Iterator[tuple[str, int]]:
    """(name, where its records begin) of each sheet."""
    for kind, data in _records(stream, 0):
        if kind == _EOF:
            return
        if kind == _BOUNDSHEET:
            count, is_wide = data[6], data[7] & 1
            text = data[8 : 8 + count * (2 if is_wide else 1)]
            yield text.decode("utf-16-le" if is_wide else "latin-1"), struct.unpack_from("<I", data)[0]


def _in_sheet(stream: bytes, at: int) -> Iterator[tuple[int, int, str]]:
    depth = 0
    for kind, data in _records(stream, at):
        depth += (kind == _BOF) - (kind == _EOF)
        if depth == 0:
            return
        if depth > 1:  # a chart within the sheet
            continue
        if kind == _BOOLERR and data[7]:
            yield *struct.unpack_from("<HH", data), SHOWN.get(data[6], "#N/A")
        elif kind == _FORMULA and data[6] == 2 and data[12:14] == b"\xff\xff":
            yield *struct.unpack_from("<HH", data), SHOWN.get(data[8], "#N/A")


def _workbook_stream(raw: bytes) -> bytes:
    """The stream `Workbook` out of the compound file around it."""
    size = 1 << struct.unpack_from("<H", raw, 30)[0]
    table = _sector_table(raw, size)
    directory = _chain(raw, size, table, struct.unpack_from("<I", raw, 48)[0])
    entries = [directory[at : at + 128] for at in range(0, len(directory), 128)]
    lengths = [max(struct.unpack_from("<H", entry, 64)[0] - 2, 0) for entry in entries]  # of the name, without its end
    names = {entry[:own].decode("utf-16-le"): entry for entry, own in zip(entries, lengths, strict=True)}
    entry, root = names.get("Workbook") or names.get("Book"), names.get("Root Entry")
    if entry is None or root is None:
        return b""
    first, length = struct.unpack_from("<II", entry, 116)
    if length >= _MINI_LIMIT:
        return _chain(raw, size, table, first)[:length]
    small = _chain(raw, size, table, struct.unpack_from("<I", root, 116)[0])
    minis = _numbers(_chain(raw, size, table, struct.unpack_from("<I", raw, 60)[0]))
    return b"".join(small[each * _MINI_SECTOR : (each + 1) * _MINI_SECTOR] for each in _links(minis, first))[:length]


def _sector_table(raw: bytes, size: int) -> list[int]:
    """Sector → the one that follows it."""
    where = list(struct.unpack_from("<109I", raw, 76))
    further = struct.unpack_from("<I", raw, 68)[0]
    for _ in range(len(raw) // size):
        if further >= _FREE:
            break
        more = _numbers(_sector(raw, size, further))
        where, further = where + more[:-1], more[-1]
    return [number for each in where if each < _FREE for number in _numbers(_sector(raw, size, each))]


def _chain(raw: bytes, size: int, table: list[int], first: int) -> bytes:
    return b"".join(_sector(raw, size, each) for each in _links(table, first))


def _links(table: list[int], first: int) -> Iterator[int]:
    """The sectors from the first one on; a chain that bites its tail ends."""
    for _ in range(len(table)):
        if first >= _FREE:
            return
        yield first
        first = table[first]


def _sector(raw: bytes, size: int, number: int) -> bytes:
    return raw[(number + 1) * size : (number + 2) * size]


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))
