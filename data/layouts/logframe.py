"""Logframe matrices: what is intended, its indicators, their sources and assumptions; indicators without a figure."""

import re
from collections.abc import Iterator

from data.layouts.blocks import Block, blocks
from data.layouts.defining import Series, defined
from data.layouts.grid import Grid
from data.layouts.labels import LabelReader
from data.layouts.naming import codes, joined, new_indicators
from data.layouts.roles import roles
from data.layouts.rows import Row, RowReader, Rows, Told, level_of
from data.layouts.table import Table
from data.problems import Problem
from data.recognised import NO_MAPPING, Recognised, SheetMapping
from definitions.fold import fold

_BESIDE = {
    "objective",
    "source",
    "assumption",
    "level",
    "unit",
    "baseline",
    "final_target",
    "direction",
    "definition",
    "frequency",
}
_LEAST = 2  # columns beside the indicator that a logframe has
_ITEM = re.compile(r"(?:^|\n|;\s|\s)(?:[-•*–]|\(?\d{1,2}(?:\.\d{1,2})*[.)])\s+")


def logframe(
    grid: Grid, reader: LabelReader, file_name: str, mapping: SheetMapping = NO_MAPPING
) -> tuple[list[Recognised], list[Problem]]:
    """The indicators of a matrix that has no figures; nothing where the sheet is no such matrix."""
    found: list[Recognised] = []
    problems: list[Problem] = []
    for block in blocks(grid, reader):
        table = _table(grid, block, reader, mapping)
        if table is None:
            continue
        codes(table)
        made = defined(table, [(code, name, row, Series()) for code, name, row in new_indicators(table)])
        table.warn_each("note_row", table.rows.notes)
        if made:
            found.append(made)
            problems += table.problems
    return ([joined(found)] if len(found) > 1 else found), problems


def _table(grid: Grid, block: Block, reader: LabelReader, mapping: SheetMapping) -> Table | None:
    columns = roles(grid, block, reader)
    if "name" not in columns.fields or len(_BESIDE & set(columns.fields)) < _LEAST:
        return None
    columns.figures.clear()
    read = RowReader(grid, block, columns, reader)
    rows = Rows(list(_rows(grid, block, read, columns.fields)))
    return Table(grid, block, columns, rows, reader, {}, mapping) if rows.rows else None


def _rows(grid: Grid, block: Block, read: RowReader, fields: dict[str, int]) -> Iterator[Row]:
    """One row per indicator; a cell with several, one a line, gives several. The level is the objective's."""
    level: Told | None = None
    header = block.paths[fields["name"]][-1]
    for at in range(block.first, block.end):
        for key in ("level", "objective"):
            if key in fields and (text := grid.header_text(at, fields[key])) and (found := level_of(fold(text))):
                level = Told(found, at, fields[key])
                break
        else:
            first = next((text for column in grid.columns if (text := grid.text(at, column))), "")
            if found := level_of(fold(first)):
                level = Told(found, at, grid.columns[0])
        written = grid.value(at, fields["name"])
        is_header = grid.text(at, fields["name"]) == header  # printed again on the next page
        if not isinstance(written, str) or is_header or level_of(fold(written)) == fold(written):
            continue
        for name in names_in(written):
            yield Row(at, Told(name, at, fields["name"]), {"level": level} if level else {})


def names_in(text: str) -> list[str]:
    """The indicators in one cell: lines, bullets or numbers part them."""
    lines = [part for line in text.replace("\r", "\n").split("\n") for part in _ITEM.split(line)]
    return [" ".join(part.split()).strip(" ;") for part in lines if len(part.strip()) > 3]
