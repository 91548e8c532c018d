"""Tables whose columns are figures: periods across, or targets beside results in a long table."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from data import periods
from data.layouts import kinds, naming
from data.layouts.blocks import Block, block_at, blocks
from data.layouts.context import stated
from data.layouts.defining import Series, defined
from data.layouts.figures import SHEETS, Entry, When, figures
from data.layouts.grid import Grid
from data.layouts.labels import LabelReader
from data.layouts.long import filled
from data.layouts.restating import find_life, life_result, restated
from data.layouts.roles import Figure, Roles, has_figures, roles
from data.layouts.rows import Row, RowReader
from data.layouts.table import Table
from data.problems import WARNS, Problem
from data.recognised import NO_MAPPING, Recognised, SheetMapping
from definitions.vocabulary import vocabulary


def tracking(
    sheet_grid: Grid, reader: LabelReader, file_name: str, mapping: SheetMapping = NO_MAPPING
) -> tuple[list[Recognised], list[Problem]]:
    """The long tables in a sheet of figures by column, and what is to be said of them; nothing in another sheet."""
    tables = list(tables_of(sheet_grid, reader, file_name, mapping))
    found: list[tuple[Table, list[Entry]]] = []
    for table in tables:
        entries = list(_entries(table))
        _say(table)
        if entries or any(problem.stops for problem in table.problems):
            found.append((table, entries))
    stated = [made for table, entries in found for made in (_definitions(table, entries), restated(table)) if made]
    recognised = [naming.joined(stated)] if len(stated) > 1 else stated
    recognised += [made for key in ("targets", "results") if (made := figures(sheet_grid, found, key))]
    return recognised, [problem for table, _ in found for problem in table.problems]


def tables_of(grid: Grid, reader: LabelReader, file_name: str, mapping: SheetMapping) -> Iterator[Table]:
    """Every table of the sheet that has an indicator and figures, with the mapping's choices in place."""
    for block in [mapped_block(grid, reader, mapping)] if mapping.header_row else blocks(grid, reader):
        found = roles(grid, block, reader)
        naming.take_mapping(grid, block, found, reader, mapping)
        if not ({"name", "code"} & set(found.fields)) or not found.figures:
            continue
        _find_row_kinds(grid, block, found, reader)
        rows = RowReader(grid, block, found, reader).rows()
        table = Table(grid, block, found, rows, reader, stated(grid, block, reader, file_name), mapping)
        table.said = table.said | naming.constants(mapping)
        found.figures = kinds.with_kinds(table)
        yield table


def mapped_block(grid: Grid, reader: LabelReader, mapping: SheetMapping) -> Block:
    """The header that somebody has pointed at."""
    anchor = grid.at_row.get(mapping.header_row, 0)
    bottom = grid.at_row.get(mapping.header_end) if mapping.header_end else None
    return block_at(grid, reader, anchor, bottom)


def _find_row_kinds(grid: Grid, block: Block, found: Roles, reader: LabelReader) -> None:
    """A column whose cells are all `Target` or `Realisasi`: the kind stands in the rows."""
    if any(figure.what for figure in found.figures):
        return
    taken = {figure.column for figure in found.figures} | {
        found.fields.get(key) for key in ("name", "code", "unit", "number")
    }
    for column in grid.columns:
        if column in taken:
            continue
        texts = {grid.text(at, column) for at in range(block.first, min(block.end, block.first + 500))} - {""}
        labels = [reader.label(text) for text in texts] if 1 <= len(texts) <= 8 else []
        if any(label.whats & set(SHEETS) for label in labels) and all(
            label.whats and label.is_plain for label in labels
        ):
            found.fields = {key: at for key, at in found.fields.items() if at != column} | {"what": column}
            found.left_out.pop(column, None)
            return


def _entries(table: Table) -> Iterator[Entry]:
    """Every figure of a table that has an indicator, a kind and a period."""
    codes = naming.codes(table)
    missing: set[int] = set()
    find_life(table, codes)
    life = set(table.life.values())
    for figure in table.roles.figures:
        holds = filled(table.grid.sheet, figure.column)
        blank = 0
        for row, code in zip(table.rows.rows, codes, strict=True):
            what = figure.what or _row_kind(table, row)
            if what not in SHEETS:
                continue
            if row.at in life:
                continue
            if not holds[row.at]:
                blank += 1
                continue
            when = _when(table, row, figure)
            if when is None:
                if figure.column not in missing:
                    missing.add(figure.column)
                    _report_no_period(table, row, figure)
                continue
            yield Entry(row, figure, what, code, when)
        table.blank = table.blank + blank if figure.what != "target" else table.blank


def _row_kind(table: Table, row: Row) -> str | None:
    told = table.told(row, "what")
    if told is None:
        return None
    whats = table.reader.label(told.text).whats
    return next(iter(whats)) if len(whats) == 1 else told.text if told.text in SHEETS else None


def _when(table: Table, row: Row, figure: Figure) -> When | None:
    """The period of a figure: its header's, the row's, a section's, or the table's; parts find their year."""
    header = table.block.header_cells.get(figure.column, -1)
    sign = "s.d. " if figure.is_to_date else ""
    if figure.period:
        return When(sign + figure.period.key, header, figure.column)
    year, part = figure.year or _year(table, row), figure.part
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


def _report_no_period(table: Table, row: Row, figure: Figure) -> None:
    header = table.block.header_cells[figure.column]
    told = table.told(row, "period")
    if figure.part or told:
        text = table.grid.header_text(header, figure.column) if figure.part else told.text if told else ""
        at, column = (header, figure.column) if figure.part or not told else (told.at, told.column)
        table.report("no_year", at=at, column=column, header=figure.header, found=text)
    else:
        table.report("no_period", at=header, column=figure.column, header=figure.header, letters=table.letters(figure))


def _say(table: Table) -> None:
    """What was left out of a table, and what was taken from outside it."""
    kinds.name_left_out(table)
    naming.say_outside(table)
    table.warn_each("total_row", table.rows.totals)
    table.warn_each("note_row", table.rows.notes)
    table.warn_each("heading_row", table.rows.headings)
    if carried := table.rows.carried.get("name"):
        table.report("carried_down", WARNS, at=carried[0], column=table.roles.fields.get("name", 0), count=len(carried))
    if table.blank:
        table.report("blank_cells", WARNS, count=table.blank)
    for name, columns in table.roles.twins.items():
        fields = vocabulary().sheet_by_key["indicators"].column_by_key
        if name in fields or name in ("place", "partner", "period"):
            table.report(
                "columns_ignored",
                WARNS,
                found=", ".join(f"'{table.block.paths[column][-1]}'" for column in columns[1:]),
            )


def _definitions(table: Table, entries: Sequence[Entry]) -> Recognised | None:
    """The new indicators of a table."""
    new = list(naming.new_indicators(table))
    told = _series(table, entries, {code for code, _, _ in new})
    for code, _, row in new:
        own = told[code]
        own.totals, own.life = _totals(table, row), life_result(table, code, row)
        has_final = "final_target" in table.roles.fields and table.of_indicator(row, "final_target") is not None
        has_steps = sum(len(steps) for steps in own.steps.values()) > 1
        own.is_joined = len(own.kinds) > 1 or "to date" in own.kinds or (has_final and has_steps)
    return defined(table, [(code, name, row, told[code]) for code, name, row in new])


def _series(table: Table, entries: Sequence[Entry], codes: set[str]) -> dict[str, Series]:
    """The figures of each new indicator in the order of time, of the first of its partners, places and groups."""
    told: dict[str, Series] = defaultdict(Series)
    first: dict[str, tuple[str, ...]] = {}
    steps: dict[tuple[str, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        if entry.code not in codes:
            continue
        told[entry.code].kinds.add(_kind(entry.when.text))
        unit = tuple(said.text if (said := table.told(entry.row, key)) else "" for key in ("partner", "place", "group"))
        if first.setdefault(entry.code, unit) != unit:
            continue
        if (amount := table.amount(entry.row.at, entry.figure.column)) is not None:
            steps[entry.code, entry.what][entry.when.text].append(amount)
        else:
            told[entry.code].texts.append(table.grid.text(entry.row.at, entry.figure.column))
    for (code, what), by_period in steps.items():
        told[code].steps[what] = [sum(by_period[period]) for period in sorted(by_period)]
    return told


@lru_cache(maxsize=4096)
def _kind(text: str) -> str:
    if periods.to_date(text) is not None:
        return "to date"
    found = periods.period(text)
    return found.kind if found else "unknown"


def _totals(table: Table, row: Row) -> list[float]:
    columns = [column for column, why in table.roles.left_out.items() if why == "total"]
    amounts = [table.amount(row.at, column) for column in columns if has_figures(table.grid, table.block, column)]
    return [amount for amount in amounts if amount is not None]
