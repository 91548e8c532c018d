"""Tables whose columns are figures: periods across, or targets beside results in a long table."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from data import periods
from data.layouts import (
    budgets,
    cancelled,
    date_order,
    dating,
    doubts,
    kinds,
    naming,
    percent_headers,
    planned_achieved,
    predicates,
    scaling,
    stated_shares,
    unit_columns,
    whole_numbers,
)  # fmt: skip
from data.layouts.before_now import with_before
from data.layouts.blocks import Block, block_at, blocks
from data.layouts.context import stated
from data.layouts.defining import defined
from data.layouts.doing_labels import DoingReader
from data.layouts.each_period import for_each_period
from data.layouts.figures import figures
from data.layouts.grid import Grid
from data.layouts.labels import LabelReader
from data.layouts.restating import life_result, restated, say_other_units
from data.layouts.roles import Roles, has_figures, roles, tells_kinds
from data.layouts.rows import Row, RowReader
from data.layouts.running_titles import with_running
from data.layouts.series import series_of
from data.layouts.sides import sides
from data.layouts.strips import SHEETS, Strip, strips
from data.layouts.table import Table
from data.layouts.unit_sections import tell_sections
from data.problems import WARNS, Problem
from data.recognised import NO_MAPPING, Recognised, SheetMapping
from definitions.fold import fold
from definitions.vocabulary import vocabulary

_SAMPLE = 500  # rows from which it is judged whether a column holds days
_DAY_WORDS = {"tanggal", "tgl", "date", "hari", "day"}
_OF_FIGURES = ("which_scale", "scaled", "which_whole")


def tracking(
    sheet_grid: Grid, reader: LabelReader, file_name: str, mapping: SheetMapping = NO_MAPPING, whole: Grid | None = None
) -> tuple[list[Recognised], list[Problem]]:
    """The long tables in a sheet (or in a part of the `whole`) of figures by column, and what is to be said of them;
    nothing in another sheet."""
    sheet_grid = doubts.with_hidden(sheet_grid, mapping)
    tables = list(tables_of(sheet_grid, reader, file_name, mapping, whole))
    full = whole_numbers.told_apart(scaling.written_out(sheet_grid, tables), tables)
    if full is not sheet_grid:
        asked = [each for table in tables for each in table.problems if each.code in _OF_FIGURES]
        sheet_grid, tables = full, list(tables_of(full, reader, file_name, mapping, whole))
        tables[0].problems += asked
    return as_long(sheet_grid, tables)


def as_long(grid: Grid, tables: Sequence[Table]) -> tuple[list[Recognised], list[Problem]]:
    """The definitions, targets and results of the tables of one sheet, and what is to be said of them."""
    found: list[tuple[Table, list[Strip]]] = []
    for table in tables:
        own = strips(table)
        _say(table)
        if own or any(problem.stops for problem in table.problems):
            found.append((table, own))
    of_indicators = [each for each in found if each[1] or not budgets.is_all_asked(each[0])]
    stated = [made for table, own in of_indicators for made in (_definitions(table, own), restated(table)) if made]
    recognised = [naming.joined(stated)] if len(stated) > 1 else stated
    recognised += [made for key in ("targets", "results") if (made := figures(grid, found, key))]
    return recognised, [problem for table, _ in found for problem in table.problems]


def tables_of(
    grid: Grid, reader: LabelReader, file_name: str, mapping: SheetMapping, whole: Grid | None = None
) -> Iterator[Table]:
    """Every table of the sheet that has an indicator and figures, with the mapping's choices in place."""
    whole, whole_reader = whole or grid, reader
    parts = [grid] if mapping.header_row else sides(grid, reader)
    placed = [(part, block) for part in parts for block in _blocks(part, reader, mapping)]
    for grid, block in placed:
        reader = DoingReader(whole_reader.known) if block.is_of_doings else whole_reader
        found = roles(grid, block, reader)
        percent_headers.take_targets(grid, block, found, reader)
        naming.take_mapping(grid, block, found, reader, mapping)
        if not mapping.figures:
            doubts.find_numbered(grid, block, found)
        if not ({"name", "code"} & set(found.fields)) or not found.figures:
            continue
        if "code" not in found.fields and tells_kinds(grid, reader, block.first, found.fields["name"]):
            continue  # `Uraian`: Target, Realisasi
        _find_days(grid, block, found)
        has_both = planned_achieved.find(grid, block, found, reader)
        if not has_both:
            _find_row_kinds(grid, block, found, reader)
        rows = RowReader(grid, block, found, reader).rows()
        if has_both:
            planned_achieved.leave_others(grid, found, rows, reader)
        others = [each for _, each in placed if each is not block]
        said = stated(whole, block, reader, file_name, others)
        if grid is not whole:  # what stands above its own columns goes before what stands above the others
            own = stated(grid, block, reader, file_name, others)
            said |= {key: each for key, each in own.items() if each.at >= 0}
        _tell_wider_places(grid, block, found, rows.rows)
        table = Table(grid, block, found, rows, reader, said | naming.constants(mapping), mapping)
        table.header_unit = percent_headers.unit_in_headers(block, found)
        unit_columns.in_table(table)
        cancelled.leave_out(table)
        found.figures = doubts.with_periods(table)
        found.figures = date_order.in_order(table)
        found.figures = doubts.of_one_version(table)
        found.figures = budgets.without_spending(table)
        found.figures = kinds.with_kinds(table)
        found.figures = with_before(table)
        found.figures = with_running(table)
        found.figures = stated_shares.with_annual(table)
        found.figures = for_each_period(table)
        predicates.leave_out(table)
        found.figures = doubts.of_one_version(table)
        doubts.ask_hidden(table)
        yield table


def _blocks(grid: Grid, reader: LabelReader, mapping: SheetMapping) -> list[Block]:
    return [mapped_block(grid, reader, mapping)] if mapping.header_row else blocks(grid, reader)


def mapped_block(grid: Grid, reader: LabelReader, mapping: SheetMapping) -> Block:
    """The header that somebody has pointed at."""
    anchor = grid.at_row.get(mapping.header_row, 0)
    bottom = grid.at_row.get(mapping.header_end) if mapping.header_end else None
    return block_at(grid, reader, anchor, bottom)


def _find_days(grid: Grid, block: Block, found: Roles) -> None:
    """A column `Tanggal` of a long table tells when the results beside it are, where nothing else says a period. A
    target beside them may be that of a day, or of the whole written again in each row."""
    is_dated = any(each.has_time or each.shift or each.doubt or each.what == "target" for each in found.figures)
    if is_dated or {"period", "year", "period_end", "final_target"} & set(found.fields):
        return
    columns = [column for column, why in found.left_out.items()
               if why == "unknown" and set(fold(block.paths[column][-1]).split()) & _DAY_WORDS
               and _holds_days(grid, block, column)]  # fmt: skip
    if len(columns) == 1:
        del found.left_out[columns[0]]
        found.fields["period"] = columns[0]


def _holds_days(grid: Grid, block: Block, column: int) -> bool:
    rows = range(block.first, min(block.end, block.first + _SAMPLE))
    read = [periods.period(text) or periods.month_first(text) for at in rows if (text := grid.text(at, column))]
    return bool(read) and all(each is not None and each.kind == "day" for each in read)


def _find_row_kinds(grid: Grid, block: Block, found: Roles, reader: LabelReader) -> None:
    """A column whose cells are all `Target` or `Realisasi`: the kind stands in the rows."""
    taken = {found.fields.get(key) for key in ("name", "code", "unit", "number")}
    for column in grid.columns:
        if column in taken or any(figure.what for figure in found.figures if figure.column != column):
            continue
        texts = {grid.text(at, column) for at in range(block.first, min(block.end, block.first + 500))} - {""}
        labels = [reader.label(text) for text in texts] if 1 <= len(texts) <= 8 else []
        if any(label.whats & set(SHEETS) for label in labels) and all(
            label.whats and label.is_plain for label in labels
        ):
            found.fields = {key: at for key, at in found.fields.items() if at != column} | {"what": column}
            found.left_out.pop(column, None)
            found.figures = [figure for figure in found.figures if figure.column != column]
            _no_twin(found, column)
            return


def _tell_wider_places(grid: Grid, block: Block, found: Roles, rows: Sequence[Row]) -> None:
    """Among the places of one indicator, each named once, a district may stand above or below its villages."""
    place = found.fields.get("place")
    if place is None or len(found.twins.get("place", [])) > 1:
        return
    header = found.place_header or block.paths[place][-1]
    figures = [figure.column for figure in found.figures]
    of_one: dict[tuple, list[Row]] = defaultdict(list)  # a table may go through its places, or through its indicators
    for row in rows:
        section = sorted((key, told.text) for key, told in row.told.items() if key not in ("place", "level"))
        of_one[fold(row.name.text) if row.name else "", *section].append(row)
    for own in of_one.values():
        texts = [fold(grid.text(row.at, place)) for row in own]
        if all(texts) and len(set(texts)) == len(texts):
            tell_sections(grid, own, place, None, figures, header, by_sum=True)


def _no_twin(found: Roles, column: int) -> None:
    """`Uraian Data` looked like a second name of the indicator, and is not ignored."""
    for name, columns in list(found.twins.items()):
        found.twins[name] = [each for each in columns if each != column]
        if len(found.twins[name]) < 2:
            del found.twins[name]


def _say(table: Table) -> None:
    """What was left out of a table, and what was taken from outside it."""
    kinds.name_left_out(table)
    naming.say_outside(table)
    dating.say_fiscal(table)
    say_other_units(table)
    stated_shares.say(table)
    table.warn_each("total_row", table.rows.totals)
    table.warn_each("note_row", table.rows.notes)
    table.warn_each("heading_row", table.rows.headings)
    if carried := table.rows.carried.get("name"):
        table.report("carried_down", WARNS, at=carried[0], column=table.roles.fields.get("name", 0), count=len(carried))
    if table.blank:
        table.report("blank_cells", WARNS, count=table.blank)
    for name, columns in table.roles.twins.items():
        fields = vocabulary().sheet_by_key["indicators"].column_by_key
        read = table.group_columns if name == "group" else columns[:1]
        others = [column for column in columns if column not in read]
        if others and (name in fields or name in ("partner", "period", "group")):
            table.report(
                "columns_ignored",
                WARNS,
                found=", ".join(f"'{table.block.paths[column][-1]}'" for column in others),
            )


def _definitions(table: Table, strips: Sequence[Strip]) -> Recognised | None:
    """The new indicators of a table."""
    new = list(naming.new_indicators(table))
    told = series_of(table, strips, {code for code, _, _ in new})
    for code, _, row in new:
        own = told[code]
        own.totals, own.life = _totals(table, row) + own.totals, life_result(table, code, row)
        has_final = "final_target" in table.roles.fields and table.of_indicator(row, "final_target") is not None
        has_steps = sum(len(steps) for steps in own.steps.values()) > 1
        own.is_joined = len(own.kinds) > 1 or "to date" in own.kinds or (has_final and has_steps)
    return defined(table, [(code, name, row, told[code]) for code, name, row in new])


def _totals(table: Table, row: Row) -> list[float]:
    columns = [column for column, why in table.roles.left_out.items() if why == "total"]
    amounts = [table.amount(row.at, column) for column in columns if has_figures(table.grid, table.block, column)]
    amounts += [table.amount(at, figure.column) for at in table.summed for figure in table.roles.figures[:1]]
    return [amount for amount in amounts if amount is not None]
