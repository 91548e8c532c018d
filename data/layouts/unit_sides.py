"""Tables of units side by side: `Desa | Petani dilatih | | Desa | Nelayan dilatih`."""

import itertools

from data.layouts.grid import HEADER_ROWS, Grid
from data.layouts.labels import LabelReader
from data.layouts.unit_headers import unit_named_by
from definitions.fold import fold


def unit_sides(grid: Grid, reader: LabelReader) -> list[Grid]:
    """The sheet in parts, each with its own column of places or partners under one and the same header; the whole
    where there is only one."""
    for at in range(min(HEADER_ROWS, len(grid))):
        texts = {column: text for column in grid.columns if (text := grid.text(at, column))}
        units = [column for column, text in texts.items() if unit_named_by(reader, text)]
        same = [column for column in units if fold(texts[column]) == fold(texts[units[0]])]
        if len(same) < 2:
            continue
        ends = [*same[1:], max(grid.columns) + 1]
        have_figures = all(any(own < column < end and column not in units for column in texts)
                           for own, end in zip(same, ends, strict=True))  # fmt: skip
        if have_figures:
            return _parted(grid, reader, at, same)
    return [grid]


def _parted(grid: Grid, reader: LabelReader, at: int, units: list[int]) -> list[Grid]:
    """Each part begins with the numbers of its rows, where such a column stands before the units."""
    starts = [grid.columns[0]]
    for unit in units[1:]:
        before = max(column for column in grid.columns if column < unit)
        starts.append(before if reader.label(grid.text(at, before)).field == "number" else unit)
    return [grid.narrowed([column for column in grid.columns if start <= column < end])
            for start, end in itertools.pairwise([*starts, max(grid.columns) + 1])]  # fmt: skip
