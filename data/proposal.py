"""What a sheet is taken for, column by column, with the reason and some values: for the mapping screen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.layouts import kobo
from data.layouts.beforehand import made_ready
from data.layouts.blocks import Block
from data.layouts.contribution_lists import contribution_lists, sure_contributions
from data.layouts.form_answers import answers, asks_for_period
from data.layouts.grid import Grid
from data.layouts.known import Known
from data.layouts.labels import LabelReader
from data.layouts.naming import take_mapping
from data.layouts.roles import Figure, Roles, is_plain, roles
from data.layouts.table import Table
from data.layouts.tracking import mapped_block, tables_of
from data.layouts.unit_rows import unit_tables
from data.masking import mask
from data.problems import Said
from data.reading import Sheet, Workbook, column_letters
from data.recognised import NO_MAPPING, TRACKING, Figures, Recognised, SheetMapping
from data.shapes import HEADER_SEARCH, shape
from data.template_sheets import alone, fitted, is_looked_at, mapped_columns
from definitions.fold import fold
from definitions.layouts import OUTWARD
from definitions.vocabulary import vocabulary
from locales import mark

SURE, LIKELY, LEFT_OUT = "sure", "likely", "left_out"
_SAMPLES = 3
_ROWS = 50  # below the header from which samples are taken
_KINDS = ("target", "result", "numerator", "denominator")
_CSV = "csv"  # the name of the only sheet of a text file, whose own name is that of the file


@dataclass(frozen=True)
class ProposedColumn:
    """One column: `field` is a field of the row, `figures` what a column of figures holds; neither: it is left out.

    `why` says why it is proposed, `samples` are up to three values, `certainty` is sure, likely or left_out.
    """

    letters: str
    header: str
    field: str | None
    figures: Figures | None
    why: Said
    samples: tuple[str, ...]
    certainty: str


@dataclass(frozen=True)
class Proposal:
    """What a sheet is taken for. `key` is a sheet of the vocabulary, `tracking`, or '' where nothing fits; rows count
    from 1 as Excel shows them; `shape` is the fingerprint by which a choice is found again."""

    sheet: str
    shape: str
    key: str
    header_row: int
    header_end: int
    columns: tuple[ProposedColumn, ...]


def sheets_to_read(workbook: Workbook, known: Known | None = None) -> list[Sheet]:
    """The sheets of a workbook that are looked at, as they are looked at: repeat groups with their parents."""
    return [sheet for sheet in made_ready(workbook, known).sheets if is_looked_at(sheet)]


def proposal(
    sheet: Sheet, known: Known | None = None, file_name: str = "", mapping: SheetMapping = NO_MAPPING
) -> Proposal:
    """What the sheet is taken for, with an earlier choice in place where there is one. Stores and asks nothing.

    A `mapping` with a key alone, or with a key and a header row, asks what the sheet would be as that kind.
    """
    grid, reader = Grid(sheet), LabelReader(known or Known())
    if mapping.key in vocabulary().sheet_by_key:
        return _of_template(sheet, grid, _as_kind(sheet, mapping))
    is_export = not mapping.key and kobo.is_export(sheet)
    if is_export and (export := kobo.export(sheet, mapping)[0]):
        return _of_template(sheet, grid, export)
    grid = Grid(answers(sheet)) if is_export else grid
    is_of_answers = is_export and not asks_for_period(grid, reader)
    tables = list(tables_of(grid, reader, file_name, mapping))
    found = alone(sheet, file_name if sheet.name == _CSV else sheet.name) if not mapping.key else None
    if found is not None and (found.words.key not in ("targets", "results", "indicators") or _has_all(found, tables)):
        return _of_template(sheet, grid, found)
    if tables:
        return _of_block(sheet, grid, tables[0].block, tables[0].roles)
    if not tables and not mapping.key and (given := sure_contributions(grid, reader, file_name, mapping)[0]):
        return _of_list(sheet, grid, given[0])
    if not is_of_answers and (units := list(unit_tables(grid, reader, file_name, mapping))):
        return _of_units(sheet, grid, units)
    if not mapping.key and (given := contribution_lists(grid, reader, file_name, mapping)[0]):
        return _of_list(sheet, grid, given[0])
    if mapping.key == TRACKING:
        return _as_tracking(sheet, grid, reader, mapping)
    named = vocabulary().sheet_named(sheet.name) or vocabulary().sheet_hinted(sheet.name)
    if named and (nearly := fitted(sheet, named)) and nearly.columns:
        return _of_template(sheet, grid, nearly)
    return Proposal(sheet.name, shape(sheet), "", *_unknown(grid))


def _has_all(found: Recognised, tables: Sequence[Table]) -> bool:
    """Whether no table has other figures than those of the template's sheet, below `nilai`."""
    return all(figure.column == found.columns.get("value") and is_plain(figure.header)
               for table in tables for figure in table.roles.figures)  # fmt: skip


def _as_kind(sheet: Sheet, mapping: SheetMapping) -> Recognised:
    """As one of the template's sheets: by the columns of the mapping, else by the names of the headers."""
    words = vocabulary().sheet_by_key[mapping.key]
    found = fitted(sheet, words, mapping.header_row) or Recognised(sheet, words, mapping.header_row, {})
    if not mapping.columns:
        return found
    return replace(found, columns=mapped_columns(sheet, mapping, found.headers))


def _as_tracking(sheet: Sheet, grid: Grid, reader: LabelReader, mapping: SheetMapping) -> Proposal:
    """A table that lacks something yet, for example the column with the indicators."""
    pointed = mapping if mapping.header_row else replace(mapping, header_row=_unknown(grid)[0])
    block = mapped_block(grid, reader, pointed)
    found = roles(grid, block, reader)
    take_mapping(grid, block, found, reader, pointed)
    return _of_block(sheet, grid, block, found)


def _of_template(sheet: Sheet, grid: Grid, found: Recognised) -> Proposal:
    by_column = {column: key for key, column in found.columns.items()}
    first = grid.at_row.get(found.header_row, found.header_row - 1) + 1  # an empty row is not in the grid
    columns = tuple(
        ProposedColumn(
            column_letters(column),
            header,
            key := by_column.get(column),
            None,
            Said(mark("the header '{header}'"), {"header": header}) if key else Said(mark("no field has this name")),
            _samples(grid, column, first),
            SURE if key else LEFT_OUT,
        )
        for column, header in found.headers.items()
    )
    return Proposal(sheet.name, shape(sheet), found.words.key, found.header_row, found.header_row, columns)


def _of_list(sheet: Sheet, grid: Grid, found: Recognised) -> Proposal:
    """A list whose rows were put in another form: each field at the column that its cells come from."""
    assert found.origins is not None
    headers = found.origins.headers
    at = next(at for at in range(len(grid)) if all(grid.text(at, column) == text for column, text in headers.items()))
    columns = {name: int(origin.columns[0]) for name, origin in found.origins.fields.items() if len(origin.columns)}
    own = {name: column for name, column in columns.items() if column in headers}
    return _of_template(sheet, grid, replace(found, header_row=grid.rows[at], columns=own, headers=headers))


def _of_block(sheet: Sheet, grid: Grid, block: Block, found: Roles) -> Proposal:
    columns = tuple(_of_column(grid, block, found, column, path) for column, path in block.paths.items())
    return Proposal(sheet.name, shape(sheet), TRACKING, grid.rows[block.anchor], grid.rows[block.bottom], columns)


def _of_units(sheet: Sheet, grid: Grid, tables: Sequence[Table]) -> Proposal:
    """A table whose rows are places or partners: each column of figures with the indicator that its header names."""
    every = replace(tables[0].roles, figures=[figure for table in tables for figure in table.roles.figures])
    named = {column_letters(figure.column): table.name for table in tables for figure in table.roles.figures}
    found = _of_block(sheet, grid, tables[0].block, every)
    columns = tuple(
        replace(each, figures=replace(each.figures, indicator=named[each.letters]), certainty=LIKELY)
        if each.figures else each for each in found.columns
    )  # fmt: skip
    return replace(found, columns=columns)


def _of_column(grid: Grid, block: Block, found: Roles, column: int, path: tuple[str, ...]) -> ProposedColumn:
    fields = {at: key for key, at in found.fields.items()}
    figures = {figure.column: figure for figure in found.figures}
    header, letters = " › ".join(path), column_letters(column)
    samples = _samples(grid, column, block.first)
    if column in figures:
        own = figures[column]
        what = own.what if own.what in _KINDS else None
        given = Figures(letters, what, _period(own), own.partner, own.place, own.group)
        why = Said(mark("the header '{header}'"), {"header": header})
        return ProposedColumn(letters, header, None, given, why, samples, SURE if what and own.has_time else LIKELY)
    if column in fields:
        why = Said(mark("the header '{header}'"), {"header": header})
        return ProposedColumn(letters, header, OUTWARD.get(fields[column], fields[column]), None, why, samples, SURE)
    reason = found.left_out.get(column, "unknown")
    whys = {
        "calculated": mark("worked out here"),
        "total": mark("a total"),
        "money": mark("an amount of money"),
        "twin": mark("another column has this name"),
    }
    why = Said(whys.get(reason, mark("no field has this name")))
    return ProposedColumn(letters, header, None, None, why, samples, LEFT_OUT)


def _period(figure: Figure) -> str | None:
    sign = "s.d. " if figure.is_to_date else ""
    if figure.period or figure.part:
        return sign + (figure.period.key if figure.period else figure.part.text if figure.part else "")
    return f"{sign}{figure.year}" if figure.year else None


def _unknown(grid: Grid) -> tuple[int, int, tuple[ProposedColumn, ...]]:
    """The widest line near the top as a header nobody knows: its row number, twice, and its columns."""
    lines = [
        {column: text for column in grid.columns if (text := grid.text(at, column))}
        for at in range(min(HEADER_SEARCH, len(grid)))
    ]
    widest = max(lines, key=len, default={})
    at = lines.index(widest) if lines else 0
    row = grid.rows[at] if lines else 0
    columns = tuple(
        ProposedColumn(
            column_letters(column),
            text,
            None,
            None,
            Said(mark("no field has this name")),
            _samples(grid, column, at + 1),
            LEFT_OUT,
        )
        for column, text in widest.items()
        if fold(text)
    )
    return row, row, columns


def _samples(grid: Grid, column: int, first: int) -> tuple[str, ...]:
    texts = (grid.text(at, column) for at in range(first, min(first + _ROWS, len(grid))))
    return tuple(mask(text) for text in list(dict.fromkeys(text for text in texts if text))[:_SAMPLES])
