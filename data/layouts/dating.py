"""Of which period the figures of a column are, row by row: from the header, the row, a section, or around the table."""

from dataclasses import replace
from typing import NamedTuple

from data import periods
from data.layouts.roles import Figure
from data.layouts.rows import Row, Told
from data.layouts.table import Table
from data.problems import WARNS


class When(NamedTuple):
    """A period as text, and the cell that says it (-1: none, as for the name of the sheet)."""

    text: str
    at: int
    column: int


def when(table: Table, row: Row, figure: Figure) -> When | None:
    """The period of a figure: its header's, the row's, a section's, or the table's; parts find their year."""
    header = table.block.header_cells.get(figure.column, -1)
    sign = "s.d. " if figure.is_to_date or _row_runs(table, row) else ""
    if figure.doubt:
        return None
    if figure.shift:
        return _shifted(table, row, figure, sign)
    if figure.period:
        return When(sign + figure.period.key, header, figure.column)
    year, part = figure.year or _year(table, row), figure.part
    if figure.is_annual and year:
        return When(sign + str(year), header, figure.column)
    if part is None and not figure.year and (days := _between_days(table, row)):
        return When(sign + days.key, row.at, table.roles.fields["period_start"])
    if part is None:
        told = _told(table, row, figure)
        part = _part(table, told.text) if told else None
        if told and part is None and not _says_its_year(table, row, figure, told):
            is_bare = periods.to_date(told.text) is None and periods.period(told.text) is not None
            return When(sign + told.text if is_bare else told.text, told.at, told.column)
        if part:
            sign = "s.d. " if periods.to_date(told.text) else sign
        elif "part" in table.said and not figure.year:
            part = periods.part(table.said["part"].text)
    if year is None:
        return _as_of(table, figure, sign) if part is None else None
    return When(
        sign + (part.of(year).key if part else str(year)),
        header if figure.has_time else row.at,
        figure.column if figure.has_time else table.roles.fields.get("period", table.roles.fields.get("year", -1)),
    )


def _as_of(table: Table, figure: Figure, sign: str) -> When | None:
    """`Posisi 30 Juni 2025` in a title, where nothing else says of when figures are; `s.d.` makes them run to it."""
    said = table.said.get("as_of")
    return When(said.text if said.text.startswith(sign) else sign + said.text, said.at, said.column) if said else None


def _told(table: Table, row: Row, figure: Figure) -> Told | None:
    """What the row or its section says of the period, which for targets may be another one (section_periods)."""
    own = table.told(row, "period")
    of_target = table.told(row, "target_period") if figure.what == "target" else None
    return of_target if of_target and own and own.at == of_target.at else own


def _shifted(table: Table, row: Row, figure: Figure, sign: str) -> When | None:
    """`Bulan lalu`: from the period that the header, the row or the title tells; None where that is too long for it."""
    own = figure.period or (when(table, row, replace(figure, shift=None, is_to_date=False)))
    base = periods.period(own.text.removeprefix("s.d. ")) if isinstance(own, When) else own
    found = periods.shifted(base, figure.shift) if base and figure.shift else None
    return When(sign + found.key, table.block.header_cells.get(figure.column, -1), figure.column) if found else None


def _says_its_year(table: Table, row: Row, figure: Figure, told: Told) -> bool:
    """Whether the year in a figure's header is its period, although something else tells a period as well.

    What stands outside the table, and another year, never change what the header says. A row's quarter of that very
    year is the period of a result; of a target only where its rows differ, for the target of a year is written again
    in the row of each quarter.
    """
    read = periods.period(periods.to_date(told.text) or told.text)
    if not figure.year or (read is None and told.at >= table.block.first):
        return False
    if read is None or told.at < table.block.first or read.start.year != figure.year:
        return True
    return figure.what == "target" and repeats(table, row, figure)


def repeats(table: Table, row: Row, figure: Figure) -> bool:
    """Whether the rows of one indicator, partner, place and group all hold the same amount in a column."""
    if figure.column not in table.repeated:
        amounts: dict[tuple, set[object]] = {}
        for each in table.rows.rows:
            if (value := table.grid.value(each.at, figure.column)) is not None:
                amounts.setdefault(unit_of(table, each), set()).add(value)
        table.repeated[figure.column] = {unit for unit, values in amounts.items() if len(values) == 1}
    return unit_of(table, row) in table.repeated[figure.column]


def unit_of(table: Table, row: Row) -> tuple[str, ...]:
    """Of which indicator, partner, place and group a row is, as written."""
    told = [table.told(row, key) for key in ("partner", "place", "group")]
    return (row.name.text if row.name else "", *(each.text if each else "" for each in told))


def _row_runs(table: Table, row: Row) -> bool:
    """The row's own word says that its figures run from the start: `Realisasi kumulatif`."""
    told = table.told(row, "what")
    label = table.reader.label(told.text) if told else None
    return bool(label and (label.is_to_date or ("total" in label.whats and len(label.whats) > 1)))


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


def say_fiscal(table: Table) -> None:
    """Show how headers that count in donors' years (`Q1 FY24`) were read."""
    seen: set[str] = set()
    for figure in table.roles.figures:
        text = next((text for text in table.block.paths.get(figure.column, ()) if periods.says_fiscal(text)), "")
        read = figure.period.key if figure.period else str(figure.year) if figure.year else ""
        if text and read and text not in seen:
            seen.add(text)
            header = table.block.header_cells[figure.column]
            table.report("fiscal_year", WARNS, at=header, column=figure.column, found=text, expected=read)


def report_no_period(table: Table, row: Row, figure: Figure) -> None:
    """Stop at a figure that has no period: only the year is missing, or (also of `periode lalu` of a day) all of it."""
    header = table.block.header_cells[figure.column]
    told = table.told(row, "period")
    around = table.said.get("part")
    is_whole = bool(figure.shift and told and periods.period(told.text))
    if not is_whole and (figure.part or told or around):
        said = told or around
        text = table.grid.header_text(header, figure.column) if figure.part else said.text if said else ""
        at, column = (header, figure.column) if figure.part or not told else (told.at, told.column)
        table.report("no_year", at=at, column=column, header=figure.header, found=text)
    elif figure.column not in table.undated:  # looked at once for its targets, and once for its results
        table.undated.add(figure.column)
        table.report("no_period", at=header, column=figure.column, header=figure.header, letters=table.letters(figure))
