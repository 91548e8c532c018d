"""Rows of a sheet that are no entries: totals that repeat the rows above them, and notes; and cells left empty."""

from collections.abc import Container, Iterable, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from data import periods
from data.bodies import Body
from data.layouts.rows import is_note
from data.problems import WARNS
from definitions.fold import fold
from definitions.vocabulary import Column

_TOTALS = ("total", "jumlah", "subtotal", "sub total", "grand total", "sub jumlah")


def any_of(masks: Iterable[pa.ChunkedArray], length: int) -> pa.Array:
    """Rows for which one of the masks is true."""
    found = pa.repeat(pa.scalar(False), length)
    for mask in masks:
        found = pc.or_(found, mask)
    return found


def without(table: pa.Table, mask: pa.Array) -> pa.Table:
    """The rows for which the mask is false; the table itself, not a copy, where that is all of them."""
    return table.filter(pc.invert(mask)) if pc.any(mask).as_py() else table


def among(body: Body, rows: Iterable[int]) -> pa.ChunkedArray:
    """Which rows of the body are among these row numbers."""
    return pc.is_in(body.table.column("row_number"), pa.array(sorted(rows), pa.int32()))


def totals(body: Body, indicators: Container[str]) -> pa.Array:
    """Rows such as JUMLAH that repeat the rows above them, as a mask; reported by name.

    `indicators` are the folded codes and names of the known ones: none of them is a total, whatever its row lacks.
    """
    first = next(column.key for column in body.recognised.words.columns if column.kind in ("code", "name", "date"))
    cells = body.table.column(first)
    if not pa.types.is_string(cells.type):
        return pa.repeat(pa.scalar(False), body.table.num_rows)
    begin = [text for text in pc.unique(cells).to_pylist() if text and fold(text).startswith(_TOTALS)]
    alone = [text for text in begin if fold(text) in _TOTALS]
    begin = [text for text in begin if text in alone or fold(text) not in indicators]
    # `Jumlah petani dilatih` is an indicator; a total has a gap where its row would say of which period
    gaps = any_of([pc.is_null(body.table.column(column.key)) for column in body.recognised.words.required
                   if column.key != first and column.key in body.table.column_names], body.table.num_rows)  # fmt: skip
    is_alone, begins = (pc.is_in(cells, pa.array(found, pa.string())) for found in (alone, begin))
    mask = pc.or_(is_alone, pc.and_(begins, gaps))
    for text in begin:
        body.report(body.rows_where(pc.and_(mask, pc.equal(cells, text))), first, "total_row", WARNS, found=text)
    return mask


def notes(body: Body, fields: Sequence[Column], indicators: Container[str]) -> pa.Array:
    """Rows with a single filled cell where several are required, `Catatan: angka sementara`, as a mask; reported.

    Such a row is a note where it stands in the first column, or reads like one; else a cell is missing.
    """
    length = body.table.num_rows
    required = body.recognised.words.required
    # the usual long sheet has no gap in what it must have, and then no such row: nothing is counted
    if len(required) < 2 or not any(body.table.column(column.key).null_count for column in required):
        return pa.repeat(pa.scalar(False), length)
    filled = sum(pc.is_valid(body.table.column(column.key)).combine_chunks().to_numpy(zero_copy_only=False).astype(int)
                 for column in fields)  # fmt: skip
    texts = [column for column in fields if pa.types.is_string(body.table.column(column.key).type)]
    says = pc.coalesce(*(body.table.column(column.key) for column in texts)) if texts else pa.nulls(length, pa.string())
    is_sound = pc.invert(among(body, [row for row, stops in body.told.items() if stops]))
    alone = pc.and_(pc.and_(pa.array(filled == 1), pc.fill_null(pc.match_substring(says, " "), False)), is_sound)
    first = _first(body, fields)
    in_first = pc.is_valid(body.table.column(first.key)) if first else pa.repeat(pa.scalar(False), length)
    found = {row: text for row, text, begins in zip(body.rows_where(alone), says.filter(alone).to_pylist(),
                                                    in_first.filter(alone).to_pylist(), strict=True)
             if fold(text) not in indicators and (begins or _reads_like_one(text))}  # fmt: skip
    for row, text in found.items():
        body.report([row], texts[0].key, "note_row", WARNS, found=text[:60])
    return pc.fill_null(among(body, found), False)


def _first(body: Body, fields: Sequence[Column]) -> Column | None:
    """The field whose column stands first in the sheet."""
    return min(fields, key=lambda column: body.recognised.columns[column.key], default=None)


def _reads_like_one(text: str) -> bool:
    """A remark, or the place and day above a signature: `Sleman, 3 Juli 2025`."""
    day = periods.period(text.rpartition(",")[2])
    return ":" in text or is_note(text) or bool(day and day.kind == "day")


def empty_cells(raw: Body, body: Body, column: Column) -> list[int]:
    """Rows whose required cell is empty. A cell that could not be read is reported already, and is not empty."""
    empty = set(body.rows_where(pc.is_null(body.table.column(column.key))))
    index = raw.recognised.columns[column.key]
    written = [raw.part(letter, index) for letter in "ntdbe"]
    for part in written:
        if part is not None and empty:
            empty -= set(raw.rows_where(pc.is_valid(part)))
    if (uncalculated := raw.part("f", index)) is not None:
        empty -= set(raw.rows_where(pc.fill_null(uncalculated, False)))
    return sorted(empty)
