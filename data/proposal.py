"""What a sheet is taken for, column by column, with the reason and some values: for the mapping screen."""

from dataclasses import dataclass, replace

from data.layouts import kobo
from data.layouts.blocks import Block
from data.layouts.grid import Grid
from data.layouts.known import Known
from data.layouts.labels import LabelReader
from data.layouts.naming import take_mapping
from data.layouts.roles import Figure, Roles, roles
from data.layouts.tracking import mapped_block, tables_of
from data.problems import Said
from data.reading import Sheet, Workbook, column_letters
from data.recognise import alone, fitted, shape
from data.recognised import NO_MAPPING, Figures, Recognised, SheetMapping
from definitions.fold import fold
from definitions.vocabulary import vocabulary
from locales import mark

SURE, LIKELY, LEFT_OUT = "sure", "likely", "left_out"
_SAMPLES = 3
_ROWS = 50  # below the header from which samples are taken
_KINDS = ("target", "result", "numerator", "denominator")
_OUTWARD = {"name": "indicator", "final_target": "target"}  # what a mapping file calls these


@dataclass(frozen=True)
class ProposedColumn:
    """One column: `field` is a field of the row, `figures` what a column of figures holds; neither: it is left out.

    `why` says why it is proposed, `samples` are up to three values, `alternatives` other fields that may take it, and
    `certainty` is sure, likely or left_out.
    """

    letters: str
    header: str
    field: str | None
    figures: Figures | None
    why: Said
    samples: tuple[str, ...]
    alternatives: tuple[str, ...]
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

    def mapping(self) -> SheetMapping:
        """The proposal as a choice that can be changed, kept and sent with `--mapping`."""
        fields = {each.field: each.letters for each in self.columns if each.field}
        figures = tuple(each.figures for each in self.columns if each.figures)
        end = self.header_end if self.key == "tracking" else None
        return SheetMapping("", self.key, self.header_row, fields, shape=self.shape, header_end=end, figures=figures)


def sheets_to_read(workbook: Workbook) -> list[Sheet]:
    """The sheets of a workbook that are looked at, as they are looked at: an export's repeat groups with their parents.
    """
    return [sheet for sheet in kobo.with_parents(workbook).sheets
            if sheet.n_rows and sheet.visible and not vocabulary().is_own_page(sheet.name)]  # fmt: skip


def proposal(
    sheet: Sheet, known: Known | None = None, file_name: str = "", mapping: SheetMapping = NO_MAPPING
) -> Proposal:
    """What the sheet is taken for, with an earlier choice in place where there is one. Stores and asks nothing.

    A `mapping` with a key alone, or with a key and a header row, asks what the sheet would be as that kind.
    """
    grid, reader = Grid(sheet), LabelReader(known or Known())
    if mapping.key in vocabulary().sheet_by_key:
        return _of_template(sheet, grid, _as_kind(sheet, mapping))
    tables = list(tables_of(grid, reader, file_name, mapping))
    found = alone(sheet, sheet.name) if not mapping.key else None
    if found is not None and (not tables or found.words.key not in ("targets", "results", "indicators")):
        return _of_template(sheet, grid, found)
    if tables:
        return _of_block(sheet, grid, tables[0].block, tables[0].roles)
    if mapping.key == "tracking":
        return _as_tracking(sheet, grid, reader, mapping)
    if kobo.is_export(sheet) and (export := kobo.export(sheet, mapping)[0]):
        return _of_template(sheet, grid, export)
    named = vocabulary().sheet_named(sheet.name) or vocabulary().sheet_hinted(sheet.name)
    if named and (nearly := fitted(sheet, named)) and nearly.columns:
        return _of_template(sheet, grid, nearly)
    return Proposal(sheet.name, shape(sheet), "", *_unknown(grid))


def _as_kind(sheet: Sheet, mapping: SheetMapping) -> Recognised:
    """As one of the template's sheets: by the columns of the mapping, else by the names of the headers."""
    words = vocabulary().sheet_by_key[mapping.key]
    found = fitted(sheet, words, mapping.header_row) or Recognised(sheet, words, mapping.header_row, {})
    if not mapping.columns:
        return found
    by_text = {fold(text): index for index, text in found.headers.items()}
    by_text |= {fold(column_letters(index)): index for index in sheet.fields}
    columns = {key: by_text[fold(where)] for key, where in mapping.columns.items() if fold(where) in by_text}
    return replace(found, columns=columns)


def _as_tracking(sheet: Sheet, grid: Grid, reader: LabelReader, mapping: SheetMapping) -> Proposal:
    """A table that lacks something yet, for example the column with the indicators."""
    pointed = mapping if mapping.header_row else replace(mapping, header_row=_unknown(grid)[0])
    block = mapped_block(grid, reader, pointed)
    found = roles(grid, block, reader)
    take_mapping(grid, block, found, reader, pointed)
    return _of_block(sheet, grid, block, found)


def _of_template(sheet: Sheet, grid: Grid, found: Recognised) -> Proposal:
    by_column = {column: key for key, column in found.columns.items()}
    first = grid.at_row[found.header_row] + 1
    fields = [column.key for column in found.words.columns]
    columns = tuple(
        ProposedColumn(
            column_letters(column),
            header,
            key := by_column.get(column),
            None,
            Said(mark("the header '{header}'"), {"header": header}) if key else Said(mark("no field has this name")),
            _samples(grid, column, first),
            tuple(name for name in fields if name not in found.columns),
            SURE if key else LEFT_OUT,
        )
        for column, header in found.headers.items()
    )
    return Proposal(sheet.name, shape(sheet), found.words.key, found.header_row, found.header_row, columns)


def _of_block(sheet: Sheet, grid: Grid, block: Block, found: Roles) -> Proposal:
    columns = tuple(_of_column(grid, block, found, column, path) for column, path in block.paths.items())
    return Proposal(sheet.name, shape(sheet), "tracking", grid.rows[block.anchor], grid.rows[block.bottom], columns)


def _of_column(grid: Grid, block: Block, found: Roles, column: int, path: tuple[str, ...]) -> ProposedColumn:
    fields = {at: key for key, at in found.fields.items()}
    figures = {figure.column: figure for figure in found.figures}
    header, letters = " › ".join(path), column_letters(column)
    samples = _samples(grid, column, block.first)
    free = tuple(
        sorted({"indicator", "unit", "place", "partner", "group", "period", "baseline", "target", "note", "result"})
    )
    if column in figures:
        own = figures[column]
        what = own.what if own.what in _KINDS else None
        given = Figures(letters, what, _period(own), own.partner, own.place, own.group)
        why = Said(mark("the header '{header}'"), {"header": header})
        return ProposedColumn(
            letters, header, None, given, why, samples, free, SURE if what and own.has_time else LIKELY
        )
    if column in fields:
        why = Said(mark("the header '{header}'"), {"header": header})
        return ProposedColumn(
            letters, header, _OUTWARD.get(fields[column], fields[column]), None, why, samples, free, SURE
        )
    reason = found.left_out.get(column, "unknown")
    whys = {
        "calculated": mark("worked out here"),
        "total": mark("a total"),
        "money": mark("an amount of money"),
        "twin": mark("another column has this name"),
    }
    return ProposedColumn(
        letters, header, None, None, Said(whys.get(reason, mark("no field has this name"))), samples, free, LEFT_OUT
    )


def _period(figure: Figure) -> str | None:
    sign = "s.d. " if figure.is_to_date else ""
    if figure.period or figure.part:
        return sign + (figure.period.key if figure.period else figure.part.text if figure.part else "")
    return f"{sign}{figure.year}" if figure.year else None


def _unknown(grid: Grid) -> tuple[int, int, tuple[ProposedColumn, ...]]:
    """The widest line near the top as a header nobody knows: its row number, twice, and its columns."""
    lines = [
        {column: text for column in grid.columns if (text := grid.text(at, column))} for at in range(min(15, len(grid)))
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
            (),
            LEFT_OUT,
        )
        for column, text in widest.items()
        if fold(text)
    )
    return row, row, columns


def _samples(grid: Grid, column: int, first: int) -> tuple[str, ...]:
    texts = (grid.text(at, column) for at in range(first, min(first + _ROWS, len(grid))))
    return tuple(list(dict.fromkeys(text for text in texts if text))[:_SAMPLES])
