"""Tables of units side by side: Desa | KK berjamban, an empty column, Sekolah | Siswa. Each has its own rows."""

import itertools
from collections.abc import Sequence

from data.layouts.doing_labels import DoingReader
from data.layouts.grid import Grid
from data.layouts.labels import LabelReader
from data.layouts.sides import names_indicators
from data.layouts.unit_headers import Heading, headings, unit_of_rows
from data.problems import WARNS, Problem
from data.recognised import SheetMapping
from definitions.fold import fold

_MARK = 4  # letters of a running number


def unit_sides(grid: Grid, reader: LabelReader, mapping: SheetMapping) -> list[Grid]:
    """The sheet in parts, each with a column of units and figures of its own; the whole where there is only one."""
    if mapping.header_row or mapping.columns or mapping.figures:
        return [grid]
    kept: list[list[int]] = []
    for piece in _pieces(grid):
        if kept and _heading(grid, piece, reader, mapping) is None:
            kept[-1] += piece
        else:
            kept.append(piece)
    if len(kept) > 1 and _heading(grid, kept[0], reader, mapping) is None:
        return [grid]
    parts = [part for piece in kept for part in _repeated(grid, piece, reader, mapping)]
    return [grid.narrowed(part) for part in parts] if len(parts) > 1 else [grid]


def mixed_sides(grid: Grid, reader: LabelReader, mapping: SheetMapping) -> list[Grid]:
    """The parts of a sheet in which a table of indicators or of what was done stands beside one of units, with an empty
    column between them; the whole of any other sheet."""
    if mapping.header_row or mapping.columns or mapping.figures:
        return [grid]
    doing = DoingReader(reader.known)
    kept: list[list[int]] = []
    kinds: list[str] = []
    for piece in _pieces(grid):
        is_named = any(names_indicators(grid, own, piece) for own in (reader, doing)) and _holds_figures(grid, piece)
        found = None if is_named else _heading(grid, piece, reader, mapping)
        kind = "name" if is_named else "unit" if found and any(found.indicators) else ""  # Lokasi | Realisasi is none
        if kind or not kept:
            kept.append(piece)
            kinds.append(kind)
        else:
            kept[-1] += piece
    return [grid.narrowed(piece) for piece in kept] if {"name", "unit"} == set(kinds) else [grid]


def _holds_figures(grid: Grid, columns: Sequence[int]) -> bool:
    """Whether numbers stand right of the first texts: an indicator's column alone is no table beside another one."""
    texts = next((each for each in columns if any(isinstance(value, str) and len(value) > _MARK for value in
                                                  grid.column(each)[1:])), columns[-1])  # fmt: skip
    return any(isinstance(value, float) for each in columns if each > texts for value in grid.column(each))


def unread(part: Grid) -> Problem:
    """The columns of a part beside others that is no table, by name."""
    texts = (next((text for at in range(len(part)) if (text := part.text(at, column))), "") for column in part.columns)
    found = ", ".join(f"'{text}'" for text in texts if text)
    return Problem("columns_ignored", WARNS, part.sheet.name, params={"found": found})


def _pieces(grid: Grid) -> list[list[int]]:
    """The columns between empty columns."""
    pieces: list[list[int]] = [[]]
    for column in grid.columns:
        if pieces[-1] and any(between not in grid.sheet.fields for between in range(pieces[-1][-1] + 1, column)):
            pieces.append([])
        pieces[-1].append(column)
    return pieces


def _heading(grid: Grid, columns: Sequence[int], reader: LabelReader, mapping: SheetMapping) -> Heading | None:
    """The header of a part, where the units of its rows are told by words."""
    part = grid.narrowed(columns)
    found = next(headings(part, reader, mapping), None) if len(columns) > 1 else None
    unit = unit_of_rows(found.base.fields) if found else -1
    has_units = found and any(part.text(at, unit) for at in range(found.block.first, found.block.end))
    return found if has_units else None


def _repeated(grid: Grid, columns: list[int], reader: LabelReader, mapping: SheetMapping) -> list[list[int]]:
    """A part in which the header of the units stands again right of figures, without an empty column between."""
    found = _heading(grid, columns, reader, mapping)
    if found is None:
        return [columns]
    at, unit = found.block.anchor, unit_of_rows(found.base.fields)
    own = fold(grid.text(at, unit))
    figures = {figure.column for each in found.indicators.values() for figure in each}
    again = [column for column in columns if column > unit and own and fold(grid.text(at, column)) == own]
    again = [column for left, column in itertools.pairwise([unit, *again])
             if any(left < each < column for each in figures)]  # fmt: skip
    before = columns[: columns.index(unit)]
    starts = [columns[0], *(_start(grid, at, columns, column, before) for column in again)]
    parts = [[each for each in columns if start <= each < end]
             for start, end in itertools.pairwise([*starts, columns[-1] + 1])]  # fmt: skip
    return parts if all(_heading(grid, part, reader, mapping) for part in parts) else [columns]


def _start(grid: Grid, at: int, columns: list[int], column: int, before: list[int]) -> int:
    """With the columns left of the units that are headed as those left of the first ones: `No`."""
    start = column
    left = columns[: columns.index(column)]
    for own, first in zip(reversed(left), reversed(before), strict=False):
        if fold(grid.text(at, own)) != fold(grid.text(at, first)):
            break
        start = own
    return start
