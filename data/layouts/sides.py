"""Tables that stand side by side in one sheet: which columns belong to which."""

import itertools

from data.layouts.grid import HEADER_ROWS, Grid
from data.layouts.labels import LabelReader
from definitions.fold import fold

_SHARED = ("place", "partner", "programme", "period", "year", "group")
"""Fields left of the first table that speak for the whole row, where no gap parts the tables."""


def sides(grid: Grid, reader: LabelReader) -> list[Grid]:
    """The sheet in parts, each with the column of its own indicators; the whole where there is only one."""
    for at in range(min(HEADER_ROWS, len(grid))):
        names = [column for column in grid.columns if _is_name(reader, grid.text(at, column))]
        names = [column for column in names if column == names[0] or _figures_before(grid, reader, at, names, column)]
        if len(names) > 1 and _figures_between(grid, reader, at, names[-1], None):
            return _parted(grid, reader, at, names)
    return _apart(grid, reader)


def _is_name(reader: LabelReader, text: str) -> bool:
    label = reader.label(text) if text else None
    return bool(label and label.field == "name" and label.is_plain and not label.has_time)


def _figures_before(grid: Grid, reader: LabelReader, at: int, names: list[int], column: int) -> bool:
    return _figures_between(grid, reader, at, names[names.index(column) - 1], column)


def _figures_between(grid: Grid, reader: LabelReader, at: int, first: int, last: int | None) -> bool:
    """Whether a column of figures stands right of one column and left of another: by its header, or the one below."""
    between = [column for column in grid.columns if column > first and (last is None or column < last)]
    labels = [reader.label(grid.header_text(near, column)) for column in between
              for near in (at, at + 1) if near < len(grid)]  # fmt: skip
    return any(label.whats or label.has_time for label in labels)


def _parted(grid: Grid, reader: LabelReader, at: int, names: list[int]) -> list[Grid]:
    """Each side begins with the fields that stand before the indicator, as before the first one."""
    before = [column for column in grid.columns if column < names[0]]
    starts = [grid.columns[0]]
    for left, name in itertools.pairwise(names):
        start = name
        between = [column for column in grid.columns if left < column < name]
        for own, first in zip(reversed(between), reversed(before), strict=False):
            if fold(grid.header_text(at, own)) != fold(grid.header_text(at, first)):
                break
            start = own
        starts.append(start)
    found = []
    for start, end in itertools.pairwise([*starts, max(grid.columns) + 1]):
        own = [column for column in grid.columns if start <= column < end]
        heads = {fold(grid.header_text(at, column)) for column in own}
        has_gap = start - 1 not in grid.sheet.fields
        shared = [column for column in before if start > names[0] and not has_gap
                  and reader.label(grid.header_text(at, column)).field in _SHARED
                  and fold(grid.header_text(at, column)) not in heads]  # fmt: skip
        found.append(grid.narrowed([*shared, *own]))
    return found


def _apart(grid: Grid, reader: LabelReader) -> list[Grid]:
    """Parts with an empty column between them, when each names indicators, in whatever row."""
    pieces: list[list[int]] = []
    for column in grid.columns:
        if pieces and all(between in grid.sheet.fields for between in range(pieces[-1][-1] + 1, column)):
            pieces[-1].append(column)
        else:
            pieces.append([column])
    kept: list[list[int]] = []
    for piece in pieces if len(pieces) > 1 else []:
        if not kept or names_indicators(grid, reader, piece):
            kept.append(piece)
        else:
            kept[-1] += piece
    is_parted = len(kept) > 1 and names_indicators(grid, reader, kept[0])
    return [grid.narrowed(piece) for piece in kept] if is_parted else [grid]


def names_indicators(grid: Grid, reader: LabelReader, columns: list[int]) -> bool:
    """Whether one of these columns is headed as that of indicators."""
    return any(_is_name(reader, grid.text(at, column)) for column in columns
               for at in range(min(HEADER_ROWS, len(grid))))  # fmt: skip
