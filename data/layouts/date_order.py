"""Dates as headers, 2/1/2024: whether the day or the month comes first, and whether they stand for months."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import replace

from data import periods
from data.layouts.roles import Figure
from data.layouts.table import Table
from data.problems import Question
from data.reading import column_letters

DAY, MONTH = "day", "month"
_DATE = re.compile(r"(?<!\d)(\d{1,2})[/.\-](\d{1,2})[/.\-]((?:19|20)\d{2})(?!\d)")
_MONTHS = 12


def in_order(table: Table) -> list[Figure]:
    """The figures, with the periods of headers such as 2/1/2024 in the order that the headers prove or somebody says.

    Several dates that are all the first, or all the last, of a month stand for the months.
    """
    figures = table.roles.figures
    written = {each.column: tuple(map(int, found.groups())) for each in figures
               if each.period and each.period.kind == "day" and (found := _DATE.search(each.header))}  # fmt: skip
    order = _order(table, written) if written else None
    if order is None:
        return figures
    read = {column: _day(date, order) for column, date in written.items()}
    days = [day for day in read.values() if day]
    if len(days) > 1 and (_all_first(days) or _all_last(days)):
        read = {column: day and periods.part_of_year(day.start.year, "month", day.start.month)
                for column, day in read.items()}  # fmt: skip
    return [replace(each, period=read.get(each.column) or each.period) for each in figures]


def _order(table: Table, written: dict[int, tuple[int, ...]]) -> str | None:
    if any(first > _MONTHS for first, _, _ in written.values()):
        return DAY
    if any(second > _MONTHS for _, second, _ in written.values()):
        return MONTH
    if all(first == second for first, second, _ in written.values()):
        return DAY
    column, date = next((column, date) for column, date in written.items() if date[0] != date[1])
    months = [day for each in written.values() if (day := _day(each, MONTH))]
    proposed = MONTH if len(months) > 1 and _all_first(months) else DAY
    answer = table.mapping.answer("date_order", column_letters(column), proposed)
    if answer is None:
        table.report(
            "which_date_order",
            at=table.block.header_cells[column],
            column=column,
            found="/".join(map(str, date)),
            expected=tuple(day.start for order in (DAY, MONTH) if (day := _day(date, order))),
            question=Question("date_order", column_letters(column), (DAY, MONTH), proposed),
        )
    return answer


def _day(date: tuple[int, ...], order: str) -> periods.Period | None:
    first, second, year = date
    return periods.day(year, *((second, first) if order == DAY else (first, second)))


def _all_first(days: Iterable[periods.Period]) -> bool:
    return all(day.start.day == 1 for day in days)


def _all_last(days: Iterable[periods.Period]) -> bool:
    return all(day.start.day == calendar.monthrange(day.start.year, day.start.month)[1] for day in days)
