"""Tables with a place or partner in each row and an indicator above each column, as health and village offices do.

Each indicator is read as a table of its own with the rows of all; a header that is no known indicator is asked about.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from data.layouts import areas, cancelled, kinds, naming
from data.layouts.before_now import with_before
from data.layouts.context import Stated, stated
from data.layouts.doing_labels import DoingReader
from data.layouts.each_period import for_each_period
from data.layouts.grid import Grid
from data.layouts.known import nearest
from data.layouts.labels import LabelReader
from data.layouts.roles import Figure, Roles
from data.layouts.rows import Row, RowReader, Rows, Told
from data.layouts.table import Table
from data.layouts.titles import indicator_in
from data.layouts.tracking import as_long
from data.layouts.unit_headers import Heading, headings, unit_of_rows
from data.layouts.unit_sections import tell_sections
from data.layouts.unit_sides import unit_sides, unread
from data.problems import Problem, Question, Said
from data.recognised import NO_MAPPING, NONE, Recognised, SheetMapping
from definitions.fold import fold
from definitions.layouts import layout_words
from locales import mark

_LEAST_UNIQUE = 0.9  # share of the rows that must be of a unit and period of their own


@dataclass
class UnitTable(Table):
    """The figures of one indicator in such a table."""

    name: str = ""
    unit: str = ""
    """What the header says the figures count."""
    around: str = ""
    """What the rows' units belong to (`Puskesmas: Gamping I`), where their names alone would not tell them apart."""

    category: int = -1
    """The column that says what voices were about."""

    def of_indicator(self, row: Row, key: str) -> Told | None:
        """The header speaks of the indicator; no column of the rows does."""
        if key == "unit" and self.unit and row.name:
            return Told(self.unit, row.name.at, row.name.column)
        return None

    def _said(self, row: Row, key: str) -> Told | None:
        if key == "group" and self.category >= 0 and (text := self.grid.header_text(row.at, self.category)):
            return Told(f"category={fold(text)}", row.at, self.category)
        group = row.told.get("group")
        if key in ("place", "partner") and key in row.told and group and group.column == self.roles.fields.get(key):
            return row.told[key]
        told = super()._said(row, key)
        if key == "place" and told and self.around and told.at == row.at:
            return Told(f"{told.text}, {self.around}", told.at, told.column)
        return told


def unit_rows(
    grid: Grid, reader: LabelReader, file_name: str, mapping: SheetMapping = NO_MAPPING, whole: Grid | None = None
) -> tuple[list[Recognised], list[Problem]]:
    """The long tables of a sheet whose rows are places or partners, and what is to be asked of it; of a part of one
    where `whole` is the sheet."""
    parts = unit_sides(grid, reader, mapping)
    tables = [list(unit_tables(part, reader, file_name, mapping, whole or grid)) for part in parts]
    recognised, problems = as_long(grid, [table for own in tables for table in own])
    if any(tables):
        problems += [unread(part) for part, own in zip(parts, tables, strict=True) if not own]
    once = {(each.code, each.cell, str(each.params)): each for each in reversed(problems)}  # what all tables share
    return recognised, [each for each in problems if once[each.code, each.cell, str(each.params)] is each]


def unit_tables(
    grid: Grid, reader: LabelReader, file_name: str, mapping: SheetMapping, whole: Grid | None = None
) -> Iterator[Table]:
    """One table for each indicator of the sheet, or of one of its sides (`whole` is then the sheet), with the mapping's
    choices in place."""
    for heading in headings(grid, reader, mapping):
        said = dict(stated(whole or grid, heading.block, reader, file_name))
        if whole is not None and whole is not grid:  # what stands above its own columns goes before
            said |= {key: each for key, each in stated(grid, heading.block, reader, file_name).items() if each.at >= 0}
        title, counted = _indicator_above(grid, heading, reader)
        if not title and whole is not None:
            title, counted = _indicator_above(whole, heading, reader)
        if counted and "" in heading.indicators:
            heading.units.setdefault(title, counted)
        fields = {key: column for key, column in heading.base.fields.items() if key != "number"}
        rows = _rows(grid, heading, reader)
        if not (_are_units(grid, rows, heading) and not _tells_what(grid, rows, heading, reader)) \
                and not mapping.header_row:  # fmt: skip
            return
        _tell_sections(grid, heading, rows)
        if not title:  # `L` and `P` beside indicators: of what they are, nothing says
            unnamed = heading.indicators.pop("", [])
            heading.base.left_out |= {figure.column: "unknown" for figure in unnamed}
        made = [_table(grid, heading, reader, mapping, rows, said, fields, name or title, figures)
                for name, figures in heading.indicators.items() if name or title]  # fmt: skip
        tables = [each for each in made if each]
        nameless = [] if title else heading.indicators.get("", [])
        heading.base.left_out |= {figure.column: "unknown" for figure in nameless}
        if tables:
            tables[0].rows = replace(rows, rows=tables[0].rows.rows)
            tables[0].roles.left_out = dict(heading.base.left_out)
        yield from tables


def _rows(grid: Grid, heading: Heading, reader: LabelReader) -> Rows:
    base = heading.base
    unit = unit_of_rows(base.fields)
    figures = [figure for each in heading.indicators.values() for figure in each]
    own = Roles(base.fields | {"name": unit}, figures)
    return RowReader(grid, heading.block, own, reader).rows()


def _tell_sections(grid: Grid, heading: Heading, rows: Rows) -> None:
    """Where one column names places of several kinds, each row learns which row above holds it."""
    fields, columns = heading.base.fields, heading.base.twins.get("place", [])
    if "place" in fields and len(columns) < 2:
        figures = [figure.column for each in heading.indicators.values() for figure in each]
        header = heading.base.place_header or heading.block.paths[fields["place"]][-1]
        tell_sections(grid, rows.rows, fields["place"], fields.get("number"), figures, header)


def _are_units(grid: Grid, rows: Rows, heading: Heading) -> bool:
    """Each row is of a unit and period of its own: a list of people names each village many times."""
    base = heading.base
    columns = {*base.fields.values(), *base.twins.get("place", [])} - {base.fields.get("number")}
    keys = [(*(grid.header_text(row.at, column) for column in sorted(columns)),
             *(told.text for _, told in sorted(row.told.items()))) for row in rows.rows]  # fmt: skip
    others = [*heading.days, *(column for column, why in base.left_out.items() if why == "unknown")]
    figures = sum(map(len, heading.indicators.values()))
    return len(keys) > 1 and len(set(keys)) >= _LEAST_UNIQUE * len(keys) and len(others) <= figures


def _tells_what(grid: Grid, rows: Rows, heading: Heading, reader: LabelReader) -> bool:
    """A column says of each row what was done (`Program`, `Jenis bantuan`): the title names no indicator of all."""
    own = DoingReader(reader.known)
    named = [column for column, path in heading.block.paths.items()
             if own.label(path[-1]).field in ("name", "programme")]  # fmt: skip
    said = ({fold(grid.text(row.at, column)) for row in rows.rows} - {""} for column in named)
    return ("" in heading.indicators or bool(heading.days)) and any(len(texts) > 1 for texts in said)


def _table(
    grid: Grid, heading: Heading, reader: LabelReader, mapping: SheetMapping, rows: Rows, said: Mapping[str, Stated],
    fields: Mapping[str, int], name: str, figures: Sequence[Figure],
) -> UnitTable | None:  # fmt: skip
    """The table of one indicator; None where somebody does not want it."""
    first = figures[0]
    told = Told(name, heading.block.header_cells[first.column], first.column)
    found = Roles(dict(fields), list(figures), twins=dict(heading.base.twins), place_header=heading.base.place_header,
                  totals=list(heading.totals.get(name, [])))  # fmt: skip
    own = Rows([Row(row.at, told, row.told) for row in rows.rows])
    table = UnitTable(grid, heading.block, found, own, reader, dict(said) | naming.constants(mapping), mapping,
                      name=name, unit=heading.units.get(name, ""), around=_around(grid, heading, reader),
                      category=heading.category, asks_of_each=True)  # fmt: skip
    if not {"place", "partner"} & set(fields):
        table.summed = [total.at for total in rows.totals]
    code = _code(table, told, figures)
    if code == NONE:
        return None
    table.codes["", name] = code
    is_told = any(figure.what for figure in found.figures) or "what" in table.said or "what" in fields
    if code == name and not is_told:
        found.figures = [replace(figure, what="result") for figure in found.figures]  # said in the question
    cancelled.leave_out(table, heading.base.left_out)
    found.figures = kinds.with_kinds(table)
    found.figures = with_before(table)
    found.figures = for_each_period(table)
    return table


def _code(table: UnitTable, told: Told, figures: Sequence[Figure]) -> str:
    """The known indicator that a header names, else what somebody says; asked where nobody has said it."""
    known, name = table.reader.known.indicators, table.name
    if fold(name) in known:
        return known[fold(name)]
    if any(each.indicator == name for each in table.mapping.figures):
        return name
    near = nearest(name, known)
    options = (near, naming.NEW, NONE) if near else (naming.NEW, NONE)
    answer = table.mapping.answer("same_as", name, options[0])
    if answer == NONE or (answer and answer != naming.NEW):
        return answer
    if answer is None:
        table.report(
            "header_as_indicator", at=told.at, column=told.column, found=name, samples=table.samples(figures[0]) or "–",
            letters=", ".join(table.letters(figure) for figure in figures), expected=_evidence(table, figures),
            question=Question("same_as", name, options, options[0]),
        )  # fmt: skip
    return name


def _evidence(table: UnitTable, figures: Sequence[Figure]) -> tuple[Said, ...]:
    """What the figures would be: of which kind and unit, and in whose rows."""
    unit = unit_of_rows(table.roles.fields)
    around = table.said["what"].text if "what" in table.said else "result"
    whats = {figure.what for figure in figures} - {None} or {around}
    said = [Said(mark("targets")) if "target" in whats else None, Said(mark("results")) if whats - {"target"} else None]
    named = Said(mark("one figure for each {unit}"), {"unit": table.block.paths[unit][-1] if unit >= 0 else "–"})
    counted = Said(mark("unit {unit}"), {"unit": table.unit}) if table.unit else None
    return tuple(each for each in (*said, named, counted) if each)


def _indicator_above(grid: Grid, heading: Heading, reader: LabelReader) -> tuple[str, str]:
    """The indicator that all columns share and its unit: `Indikator: …` above the table, else its title."""
    titles = []
    for at in range(heading.block.top - 1, -1, -1):
        for column in grid.columns:
            if not (text := grid.text(at, column)):
                continue
            head, colon, tail = text.partition(":")
            if colon and layout_words().fields.get(fold(head)) == "name" and tail.strip():
                return tail.strip(), ""
            if not colon:
                titles.append(text)
    found = [each for title in titles if (each := indicator_in(title, reader)) and each[0]]
    return found[0] if found else ("", "")


def _around(grid: Grid, heading: Heading, reader: LabelReader) -> str:
    """`Gamping I` of `Puskesmas: Gamping I` above the table, or the village of its title, for rows that are no
    administrative places."""
    words = layout_words()
    column = heading.base.fields.get("place")
    own = fold(heading.block.paths[column][-1]) if column is not None else ""
    if not own or words.fields.get(own) == "place":
        return ""
    for at in range(heading.block.top - 1, -1, -1):
        for each in grid.columns:
            head, colon, tail = grid.text(at, each).partition(":")
            is_unit = fold(head) in words.words("unit_rows", "place") or words.fields.get(fold(head)) == "place"
            if colon and is_unit and tail.strip():
                return tail.strip()
    texts = [grid.text(at, each) for at in range(heading.block.top - 1, -1, -1) for each in grid.columns]
    return next((name for text in texts if text and (name := areas.village(text, reader))), "")
