"""A sheet that is none of the template's, tried as each of the other layouts in turn."""

from collections.abc import Callable, Sequence

from data.layouts import kobo
from data.layouts.contribution_lists import contribution_lists, sure_contributions
from data.layouts.doings import doings
from data.layouts.form_answers import answers, asks_for_period
from data.layouts.grid import Grid
from data.layouts.labels import LabelReader
from data.layouts.logframe import logframe
from data.layouts.quarterly_contributions import quarterly_contributions
from data.layouts.tracking import tracking
from data.layouts.unit_rows import unit_rows
from data.layouts.unit_sides import mixed_sides, unread
from data.problems import Problem
from data.recognised import NO_MAPPING, Recognised, SheetMapping

_TITLED = (tracking, unit_rows, doings)
_COLUMNS = 400  # a table of people has fewer


def foreign(
    grid: Grid, reader: LabelReader, file_name: str, mapping: SheetMapping = NO_MAPPING
) -> tuple[list[Recognised], list[Problem]]:
    """What a sheet of another layout gives, and what is to be said of it; nothing where it is of no known layout."""
    if len(grid.columns) > _COLUMNS:
        return [], []
    is_of_units = any(figure.indicator for figure in mapping.figures)
    every = (quarterly_contributions, tracking, logframe, sure_contributions, unit_rows, doings, contribution_lists)
    layouts = (unit_rows,) if is_of_units else every
    if not mapping.key and kobo.is_export(grid.sheet):
        grid = Grid(answers(grid.sheet))
        if not asks_for_period(grid, reader):  # days and places of single answers are no table of figures
            layouts = (tracking, logframe)
    parts = mixed_sides(grid, reader, mapping) if layouts is every else [grid]
    if len(parts) == 1:
        return _first(grid, grid, reader, file_name, mapping, layouts)
    each = [_first(part, grid, reader, file_name, mapping, layouts) for part in parts]
    problems = [problem for part, (recognised, own) in zip(parts, each, strict=True)
                for problem in own or ([] if recognised else [unread(part)])]  # fmt: skip
    found = [recognised for own, _ in each for recognised in own]
    return (found, problems) if found or any(problem.stops for problem in problems) else ([], [])


def _first(
    grid: Grid, whole: Grid, reader: LabelReader, file_name: str, mapping: SheetMapping, layouts: Sequence[Callable]
) -> tuple[list[Recognised], list[Problem]]:
    """What the first layout that knows a part of a sheet makes of it; some read titles in the whole of it."""
    for layout in layouts:
        around = {"whole": whole} if layout in _TITLED and grid is not whole else {}
        recognised, problems = layout(grid, reader, file_name, mapping, **around)
        if recognised or any(problem.stops for problem in problems):
            return recognised, problems
    return [], []
