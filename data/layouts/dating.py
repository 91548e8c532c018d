"""Of which period the figures of a column are, row by row: from the header, the row, a section, or around the table."""

from typing import NamedTuple

from data import periods
from data.layouts.roles import Figure
from data.layouts.rows import Row
from data.layouts.table import Table


class When(NamedTuple):
    """A period as text, and the cell that says it (-1: none, as for the name of the sheet)."""

    text: str
    at: int
    column: int


def when(table: Table, row: Row, figure: Figure) -> When | None:
    """The period of a figure: its header's, the row's, a section's, or the table's; parts find their year."""
    header = table.block.header_cells.get(figure.column, -1)
    sign = "s.d. " if figure.is_to_date else ""
    if figure.period:
        return When(sign + figure.period.key, header, figure.column)
    year, part = figure.year or _year(table, row), figure.part
    if figure.is_annual and year:
        return When(sign + str(year), header, figure.column)
    if part is None and not figure.year and (days := _between_days(table, row)):
        return When(sign + days.key, row.at, table.roles.fields["period_start"])
    if part is None:
        told = table.told(row, "period")
        part = _part(table, told.text) if told else None
        if told and part is None:
            return When(told.text, told.at, told.column)
        if told:
            sign = "s.d. " if periods.to_date(told.text) else sign
        elif "part" in table.said and not figure.year:
            part = periods.part(table.said["part"].text)
    if year is None:
        return None
    return When(
        sign + (part.of(year).key if part else str(year)),
        header if figure.has_time else row.at,
        figure.column if figure.has_time else table.roles.fields.get("period", table.roles.fields.get("year", -1)),
    )


def _between_days(table: Table, row: Row) -> periods.Period | None:
    """The period whose first and last day stand in two columns: they say more than `QUARTER 5`."""
    first, last = (table.told(row, key) for key in ("period_start", "period_end"))
    start, end = (periods.period(told.text) if told else None for told in (first, last))
    return periods.between(start.start, end.end) if start and end else None


def _part(table: Table, text: str) -> periods.Part | None:
    """The part of a year that a cell names: `TW II`, or `II` below the header Triwulan."""
    after = periods.to_date(text) or text
    if periods.period(after):
        return None
    column = table.roles.fields.get("period")
    header = table.block.paths[column][-1] if column is not None else ""
    return periods.part(after) or periods.part(f"{header} {after}")


def _year(table: Table, row: Row) -> int | None:
    told = table.told(row, "year")
    read = periods.period(told.text) if told else None
    return read.start.year if read and read.kind == "year" else None


def report_no_period(table: Table, row: Row, figure: Figure) -> None:
    header = table.block.header_cells[figure.column]
    told = table.told(row, "period")
    if figure.part or told:
        text = table.grid.header_text(header, figure.column) if figure.part else told.text if told else ""
        at, column = (header, figure.column) if figure.part or not told else (told.at, told.column)
        table.report("no_year", at=at, column=column, header=figure.header, found=text)
    else:
        table.report("no_period", at=header, column=figure.column, header=figure.header, letters=table.letters(figure))
