"""Columns of totals beside their parts: the figure where the parts are blank, a doubt where they give another one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from data import numbers
from data.layouts import evidence
from data.layouts.long import filled
from data.layouts.roles import Figure
from data.layouts.table import Table
from data.problems import PARTS_USED, TOTAL_USED, WARNS
from data.reading import CellError

GROUP, UNIT, TIME = "group", "unit", "time"


@dataclass(frozen=True)
class TotalColumn:
    """A column of totals, the columns that it adds up, and over what: groups of people, units, or periods."""

    figure: Figure
    parts: tuple[Figure, ...]
    over: str


def total_columns(table: Table) -> list[TotalColumn]:
    """The columns left out as totals whose parts stand beside them."""
    given = table.roles.figures
    found = (_of(figure, [each for each in given if figure.what in (None, each.what)]) for figure in table.roles.totals)
    return [each for each in found if each]


def _of(total: Figure, beside: Sequence[Figure]) -> TotalColumn | None:
    same_time = [each for each in beside if _when(each) == _when(total)]
    same_unit = [each for each in beside if _unit(each) == _unit(total)]
    kinds = (
        (GROUP, [each for each in same_time if each.group and each in same_unit and not total.group]),
        (UNIT, [each for each in same_time if _unit(each) != _unit(total) and not any(_unit(total))
                and each.group == total.group]),
        (TIME, [each for each in same_unit if each.group == total.group and _is_inside(each, total)]),
    )  # fmt: skip
    over, parts = next(((over, parts) for over, parts in kinds if len(parts) > 1), (TIME, []))
    whats = {each.what for each in parts}
    if len(whats) != 1:
        return None
    return TotalColumn(replace(total, what=whats.pop()), tuple(parts), over)


def _when(figure: Figure) -> tuple:
    """`Total s.d. TW II` is of another time than TW II."""
    return figure.period, figure.part, figure.year, figure.is_to_date


def _unit(figure: Figure) -> tuple:
    return figure.place, figure.partner


def _is_inside(part: Figure, total: Figure) -> bool:
    """A quarter of the year that the total is of."""
    if total.part or (total.period and total.period.kind != "year"):
        return False
    year = total.year or (total.period.start.year if total.period else None)
    own = part.period.start.year if part.period else part.year
    is_finer = bool(part.part) or bool(part.period and part.period.kind != "year")
    return is_finer and not part.is_to_date and (year is None or own in (None, year))


def used_rows(table: Table, column: TotalColumn, at: np.ndarray) -> np.ndarray:
    """Which rows take their figure from the total: where its parts are blank; of groups of people, whose total may
    stand beside them, also where they give another one. `at` are the rows' positions; contradictions are reported."""
    if not len(at):
        return np.zeros(0, bool)
    sheet = table.grid.sheet
    holds = np.array([_is_told(table, row, column.figure.column) for row in at.tolist()])
    is_blank = ~np.any([filled(sheet, part.column)[at] for part in column.parts], axis=0)
    used = holds & is_blank
    for row in np.flatnonzero(holds & ~is_blank):
        if (sums := _contradiction(table, column, int(row))) is not None:
            used[row] = column.over == GROUP
            _report(table, column, int(row), sums)
    if used.any():
        table.report("total_where_blank", WARNS, letters=table.letters(column.figure), found=column.figure.header,
                     count=int(used.sum()))  # fmt: skip
    table.blank -= int(is_blank[used].sum()) * len(column.parts) if column.figure.what != "target" else 0
    return used


def _is_told(table: Table, at: int, column: int) -> bool:
    """A total of 0 tells nothing: a formula gives it for blank parts, and a blank is never zero."""
    value = table.grid.value(at, column)
    return value is not None and not isinstance(value, CellError) and value != 0


def _contradiction(table: Table, column: TotalColumn, row: int) -> float | None:
    """What the parts of a row add up to, where its total is neither that nor anything else they give."""
    at = table.rows.rows[row].at
    total = table.amount(at, column.figure.column)
    amounts = [amount for part in column.parts if (amount := table.amount(at, part.column)) is not None]
    if total is None or not amounts:
        return None
    ways = {sum(amounts)}
    if column.over != GROUP:  # a state: its total may be the last figure, the mean, or the largest
        ways |= {amounts[-1], sum(amounts) / len(amounts), max(amounts)}
        if _is_share(table, row):
            return None
    is_explained = any(numbers.is_close(total, way) for way in ways)
    return None if is_explained else float(sum(amounts))


def _is_share(table: Table, row: int) -> bool:
    own = table.rows.rows[row]
    unit = table.of_indicator(own, "unit")
    return evidence.is_share(own.name.text if own.name else "", unit.text if unit else "")


def _report(table: Table, column: TotalColumn, row: int, sums: float) -> None:
    """Results with groups of people are compared when they are stored; the others here."""
    is_group = column.over == GROUP
    if is_group and (column.figure.what == "result" or _is_share(table, row)):
        return
    at = table.rows.rows[row].at
    table.report("parts_differ", WARNS, at=at, column=column.figure.column, header=column.figure.header,
                 found=table.amount(at, column.figure.column), expected=sums,
                 used=TOTAL_USED if is_group else PARTS_USED)  # fmt: skip
