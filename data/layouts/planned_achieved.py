"""Logframes of donors: Planned, Achieved and Source below each other, under milestones that are targets and results."""

from dataclasses import replace

from data.layouts.blocks import Block
from data.layouts.grid import Grid
from data.layouts.labels import LabelReader
from data.layouts.roles import Roles
from data.layouts.rows import Rows, Told

_BOTH = {"target", "result"}


def find(grid: Grid, block: Block, found: Roles, reader: LabelReader) -> bool:
    """Whether a column of the rows says of each which of the two it holds; then it goes before the word Milestone.

    Every row of figures up to the last of these words must have one.
    """
    if {figure.what for figure in found.figures} not in ({"target"}, {"target", None}):
        return False
    taken = {found.fields.get(key) for key in ("name", "code", "unit", "number")}
    figures = [figure.column for figure in found.figures]
    for column in grid.columns:
        if column in taken or column in figures:
            continue
        kinds = {at: what for at in range(block.first, block.end) if (what := _kind(grid.text(at, column), reader))}
        between = range(block.first, max(kinds, default=0))
        if set(kinds.values()) != _BOTH or any(_has_figures(grid, at, figures) and at not in kinds for at in between):
            continue
        found.fields = {key: at for key, at in found.fields.items() if at != column} | {"what": column}
        found.left_out.pop(column, None)
        found.figures = [replace(figure, what=None) for figure in found.figures]
        return True
    return False


def leave_others(grid: Grid, found: Roles, rows: Rows, reader: LabelReader) -> None:
    """Rows without one of the words are left out by name: where the figures are from, and tables of inputs below."""
    column = found.fields["what"]
    others = [row for row in rows.rows if not _kind(grid.text(row.at, column), reader)]
    rows.rows = [row for row in rows.rows if _kind(grid.text(row.at, column), reader)]
    for row in others:
        at = next((each for each in grid.columns if grid.text(row.at, each)), column)
        rows.notes.append(Told(grid.text(row.at, at), row.at, at))


def _kind(text: str, reader: LabelReader) -> str | None:
    label = reader.label(text) if text else None
    kinds = label.whats & _BOTH if label and label.is_plain and not label.has_time else frozenset()
    return next(iter(kinds)) if len(kinds) == 1 else None


def _has_figures(grid: Grid, at: int, columns: list[int]) -> bool:
    return any(isinstance(grid.value(at, column), float) for column in columns)
