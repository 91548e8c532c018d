"""One sheet of an .xlsx file: unpacked, scanned and counted piece by piece, so that memory stays flat."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from data.reading import limits
from data.reading.archive import Archive
from data.reading.markup import tree
from data.reading.package import SheetPart
from data.reading.refusals import Refused
from data.reading.rewritten import rewritten
from data.reading.scan import Cells, NotPlain, scan
from data.reading.table_file import Pieces
from data.reading.values import Meaning, Piece, PieceOfSheet

_ROWS_AT_ONCE = 2 * limits.MEGABYTE  # small enough for the arrays to stay in the cache of the processor
_WORKERS = 2  # as many as help: the third waits for the interpreter
_START = re.compile(rb"<sheetData\s*(/?)>")
_END = b"</sheetData>"
_ROW_END = b"</row>"
_EMPTY_ROW = re.compile(rb"<row[^<>]*/>")
_EMPTY_VALUE = re.compile(rb"<v\s*/>")


@dataclass
class SheetContent:
    """What was found in a sheet part."""

    pieces: Pieces
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: tuple[str, ...] = ()
    is_repaired: bool = False


def read_sheet(archive: Archive, sheet: SheetPart, meaning: Meaning) -> SheetContent:
    """All cells of a sheet. Raises Refused where it is damaged, too large, or where the count does not agree."""
    try:
        return _read_plain(archive, sheet, meaning)
    except NotPlain:
        return _read_rewritten(archive, sheet, meaning)


def _read_plain(archive: Archive, sheet: SheetPart, meaning: Meaning) -> SheetContent:
    content = SheetContent(Pieces(sheet.name))
    frame: list[bytes] = []
    _take_all(_rows_and_frame(archive.pieces(sheet.part), frame), content, meaning)
    _read_frame(b"".join(frame), sheet, content)
    return content


def _rows_and_frame(pieces: Iterator[bytes], frame: list[bytes]) -> Iterator[bytes]:
    """Whole rows in lumps of some megabytes; what stands before and behind them is appended to `frame`."""
    held = b""
    for piece in pieces:  # up to the first row
        held += piece
        start = _START.search(held)
        if start or len(held) > limits.SMALL_PART_BYTES:
            break
    else:
        start = _START.search(held)
    if start is None or b"<!" in held[: start.start()] or not _is_utf8(held[:200]):
        raise NotPlain
    frame.append(held[: start.start()] + b"<sheetData/>")
    held = held[start.end() :]
    if not start[1]:
        held = yield from _rows(held, pieces)
    tail = [held, *pieces]
    if sum(map(len, tail)) > limits.SMALL_PART_BYTES:
        raise Refused("too_large_unpacked", part="sheet")
    frame.extend(tail)


def _rows(held: bytes, pieces: Iterator[bytes]) -> Generator[bytes, None, bytes]:
    """Yields whole rows; returns what stands behind the last one."""
    lumps, size = [held], len(held)
    while _END not in lumps[-1] and _END not in b"".join(lumps[-2:])[-len(lumps[-1]) - len(_END) :]:
        piece = next(pieces, None)
        if piece is None:
            raise NotPlain
        lumps.append(piece)
        size += len(piece)
        if size >= _ROWS_AT_ONCE:
            joined = b"".join(lumps)
            end = joined.find(_END)
            if end >= 0:
                lumps = [joined]
                break
            cut = joined.rfind(_ROW_END) + len(_ROW_END)
            if cut >= len(_ROW_END):
                yield joined[:cut]
                joined = joined[cut:]
            lumps, size = [joined], len(joined)
    joined = b"".join(lumps)
    end = joined.find(_END)
    yield joined[:end]
    return joined[end + len(_END) :]


def _is_utf8(start: bytes) -> bool:
    declared = re.search(rb"encoding=[\"']([^\"']+)", start)
    return start[:2] not in (b"\xff\xfe", b"\xfe\xff") and (
        declared is None or declared[1].lower() in (b"utf-8", b"us-ascii")
    )


def _take_all(lumps: Iterator[bytes], content: SheetContent, meaning: Meaning) -> None:
    """Scan the lumps of rows two at a time (numpy and zlib let go of the interpreter), and join them in their order."""
    sheet, last = content.pieces.sheet, 0
    with ThreadPoolExecutor(_WORKERS) as workers:
        try:
            for cells, piece in _in_order(workers, (lump for lump in lumps if lump.strip()), meaning, sheet):
                if cells.n_rows and cells.first_row <= last:
                    raise NotPlain
                last = cells.last_row or last
                content.hidden_rows.update(cells.hidden_rows.tolist())
                if piece.row_numbers.size:
                    content.pieces.add(piece)
        finally:
            workers.shutdown(cancel_futures=True)


def _in_order(
    workers: ThreadPoolExecutor, lumps: Iterator[bytes], meaning: Meaning, sheet: str
) -> Iterator[tuple[Cells, Piece]]:
    """What was found in each lump; few lumps are under way at once, so that memory stays flat."""
    under_way: deque[Future[tuple[Cells, Piece]]] = deque()
    for lump in lumps:
        under_way.append(workers.submit(_scanned, lump, meaning, sheet))
        if len(under_way) > _WORKERS:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


def _scanned(rows: bytes, meaning: Meaning, sheet: str) -> tuple[Cells, Piece]:
    """The cells of whole rows, and their fields. Raises Refused where an independent count does not agree."""
    cells = scan(rows)
    counted_rows = rows.count(_ROW_END) + len(_EMPTY_ROW.findall(rows))
    if counted_rows != cells.n_rows:
        raise Refused("rows_lost", sheet=sheet, expected=counted_rows, found=cells.n_rows)
    counted = rows.count(b"</v>") + len(_EMPTY_VALUE.findall(rows)) + rows.count(b"</is>")
    if counted != cells.n_values:
        raise Refused("cells_lost", sheet=sheet, expected=counted, found=cells.n_values)
    return cells, PieceOfSheet(cells, meaning, sheet).fields()


def _read_frame(xml: bytes, sheet: SheetPart, content: SheetContent) -> None:
    """Hidden columns and merged ranges; a sheet that breaks off in the middle is found here."""
    root = tree(xml, sheet.part)
    for each in root.iterfind("cols/col"):
        first, last = each.get("min", ""), each.get("max", "")
        if each.get("hidden") in ("1", "true") and first.isdigit() and last.isdigit():
            content.hidden_columns.update(range(int(first) - 1, min(int(last), limits.COLUMNS)))
    merged = [each.get("ref", "") for each in root.iterfind("mergeCells/mergeCell")]
    if len(merged) > limits.MERGED_RANGES:
        raise Refused("too_many_merged", sheet=sheet.name, found=len(merged), limit=limits.MERGED_RANGES)
    content.merged = tuple(each for each in merged if each)


def _read_rewritten(archive: Archive, sheet: SheetPart, meaning: Meaning) -> SheetContent:
    content = SheetContent(Pieces(sheet.name), is_repaired=True)
    xml = archive.part(sheet.part, limits.REWRITTEN_BYTES)
    rows = rewritten(xml, sheet.part, sheet.name, meaning.string_bytes.tolist())
    try:
        _take_all(_lumps(rows), content, meaning)
    except NotPlain as error:
        raise Refused("damaged_part", part=sheet.part) from error
    _count_again(xml, rows, sheet)
    if xml.count(b"mergeCell") or b"hidden" in xml:
        _read_frame(xml, sheet, content)
    return content


def _lumps(rows: bytes) -> Iterator[bytes]:
    """The rows in lumps, cut at the ends of rows."""
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        first = rows.rfind(_ROW_END, 0, start) + len(_ROW_END) if start else 0
        stop = start + _ROWS_AT_ONCE
        end = rows.rfind(_ROW_END, 0, stop) + len(_ROW_END) if stop < len(rows) else len(rows)
        yield rows[first:end]


_CELL = re.compile(rb"<(?:\w+:)?(?:v|is)(?:\s[^<>]*)?>")

_BOTH = re.compile(rb"</(?:\w+:)?(?:v>\s*<(?:\w+:)?is|is>\s*<(?:\w+:)?v)[\s>]")  # a cell that says its text twice


def _count_again(xml: bytes, rows: bytes, sheet: SheetPart) -> None:
    """Values in the original against values in the rewritten rows, where plain counting is possible at all."""
    if b"<!" in xml or b"\0" in xml[:100]:
        return
    expected, found = len(_CELL.findall(xml)) - len(_BOTH.findall(xml)), len(_CELL.findall(rows))
    if found < expected:
        raise Refused("cells_lost", sheet=sheet.name, expected=expected, found=found)
