"""Which indicator a row speaks of, what is taken from outside the table, and the choices of a mapping."""

from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa

from data.layouts.blocks import Block
from data.layouts.context import Stated
from data.layouts.grid import Grid
from data.layouts.known import NEW, nearest
from data.layouts.labels import LabelReader
from data.layouts.roles import Figure, Roles, figure_of
from data.layouts.rows import Row
from data.layouts.table import Table
from data.problems import WARNS, Question
from data.reading import Sheet, column_letters
from data.reading.sheets import column_index
from data.recognised import Figures, Origin, Origins, Recognised, SheetMapping
from definitions.fold import fold
from definitions.layouts import OUTWARD
from definitions.vocabulary import vocabulary

_COUNTING = frozenset({"jumlah", "number", "persentase", "percentage", "of", "the", "yang", "dan", "and", "%",
                       "di", "in"})  # fmt: skip
_FIELD_OF = {outward: field for field, outward in OUTWARD.items()}


def codes(table: Table) -> list[str]:
    """The code of each row's indicator: the ledger's, the table's own, else its name. Similar names are asked about."""
    found = table.codes
    _drop_codes_of_several(table)
    for row in table.rows.rows:
        identity = _identity(table, row)
        if identity not in found:
            found[identity] = _code(table, row, *identity)
    return [found[_identity(table, row)] for row in table.rows.rows]


def _drop_codes_of_several(table: Table) -> None:
    """A code that stands beside indicators of quite different names is that of their programme, and tells none of them;
    it is named as left out."""
    if not {"code", "name"} <= set(table.roles.fields):
        return
    names: dict[str, str] = {}
    for row in table.rows.rows:
        code, name = _identity(table, row)
        is_known = fold(code) in table.reader.known.indicators
        if not code or not name or is_known or table.reader.label(name).says_something:
            continue
        if not _words(names.setdefault(code, name)) & _words(name):
            column = table.roles.fields.pop("code")
            table.roles.left_out[column] = "unknown"
            return


def _words(name: str) -> set[str]:
    return set(fold(name).split()) - _COUNTING


def _identity(table: Table, row: Row) -> tuple[str, str]:
    told = table.of_indicator(row, "code")
    return told.text if told else "", row.name.text if row.name else ""


def _code(table: Table, row: Row, code: str, name: str) -> str:
    known = table.reader.known.indicators
    for text in (code, name):
        if text and fold(text) in known:
            return known[fold(text)]
    if not code and (codes := table.reader.known.shared_indicators.get(fold(name))):
        return _one_of(table, row, name, codes)
    answered = table.mapping.answer("same_as", name)
    if answered and answered != NEW:
        return answered
    near = None if answered or not name else nearest(name, known)
    if near:
        if table.mapping.accepts:
            return near
        at = row.name.at if row.name else row.at
        table.report(
            "similar_indicator",
            at=at,
            column=table.roles.fields.get("name", 0),
            found=name,
            expected=near,
            repair=near,
            question=Question("same_as", name, (near, NEW), near),
        )
    return code or name


def _one_of(table: Table, row: Row, name: str, codes: tuple[str, ...]) -> str:
    """Of several indicators of one name the one that somebody says; nothing is proposed."""
    answered = table.mapping.answer("same_as", name)
    if answered in codes:
        return str(answered)
    at, column = (row.name.at, row.name.column) if row.name else (row.at, 0)
    table.report("shared_name", at=at, column=column, found=name, expected=codes,
                 question=Question("same_as", name, codes))  # fmt: skip
    return codes[0]  # nothing is stored before the answer


def new_indicators(table: Table) -> Iterator[tuple[str, str, Row]]:
    """(code, name, first row) of the indicators that nothing defines, and that the table says enough of to define."""
    seen: set[str] = set()
    unknown = {_identity(table, row)[1] for row, code in zip(table.rows.rows, codes(table), strict=True)
               if fold(code) not in table.reader.known.indicators}  # fmt: skip
    are_names = sum(map(_looks_like_a_code, unknown)) * 2 < len(unknown)  # HB0 among BCG, Polio 1 and Campak
    are_names |= table.asks_of_each
    for row, code in zip(table.rows.rows, codes(table), strict=True):
        own, name = _identity(table, row)
        if row.name is None or code in seen or fold(code) in table.reader.known.indicators:
            continue
        if not own and not are_names and _looks_like_a_code(name) and not table.of_indicator(row, "unit"):
            continue  # IND-9 among known codes is a slip, not a new indicator
        seen.add(code)
        yield code, name or own, row


def _looks_like_a_code(name: str) -> bool:
    return " " not in name.strip() and any(sign.isdigit() for sign in name)


def joined(recognised: Sequence[Recognised]) -> Recognised:
    """Several rearranged tables of one kind and sheet as one; a code that comes twice stays twice."""
    first = recognised[0]
    names = list(dict.fromkeys(name for each in recognised for name in each.columns))
    arrays: dict[str, list[pa.Array]] = {}
    letters = {
        f"{letter}{at}"
        for each in recognised
        for at, name in enumerate(names)
        if name in each.columns
        for letter in each.sheet.fields.get(each.columns[name], "")
    }
    for each in recognised:
        for field in sorted(letters):
            name = names[int(field[1:])]
            own = f"{field[0]}{each.columns[name]}" if name in each.columns else ""
            table = each.sheet.table
            kind = next(
                other.sheet.table.schema.field(f"{field[0]}{other.columns[name]}").type
                for other in recognised
                if name in other.columns and f"{field[0]}{other.columns[name]}" in other.sheet.table.column_names
            )
            cells = table.column(own).combine_chunks() if own in table.column_names else pa.nulls(table.num_rows, kind)
            arrays.setdefault(field, []).append(cells)
    whole = {field: pa.concat_arrays([part.cast(parts[0].type) for part in parts]) for field, parts in arrays.items()}
    length = sum(each.sheet.n_rows for each in recognised)
    origins = Origins(
        np.concatenate([each.origins.rows for each in recognised]),
        {
            name: Origin(
                *(np.concatenate([_origin(each, name, part) for each in recognised]) for part in ("rows", "columns"))
            )
            for name in names
        },
        {column: header for each in reversed(recognised) for column, header in each.origins.headers.items()},
    )
    table = pa.table({"row_number": pa.array(range(1, length + 1), pa.int32())} | whole)
    sheet = Sheet(first.sheet.name, True, table)
    return Recognised(sheet, first.words, 0, {name: at for at, name in enumerate(names)}, {}, origins)


def _origin(recognised: Recognised, name: str, part: str) -> np.ndarray:
    origin = recognised.origins.fields.get(name) if recognised.origins else None
    return getattr(origin, part) if origin else np.full(recognised.sheet.n_rows, -1)


def say_outside(table: Table) -> None:
    """Which year, period, place or partner was taken from a title or from the name of the sheet."""
    used = {key for key in table.said if _is_used(table, key)}
    if "period" in used and "year" in used and table.said["period"].source == table.said["year"].source:
        used.remove("year")  # the same title, which names the period as a whole
    fields = vocabulary().sheet_by_key["results"].column_by_key | vocabulary().sheet_by_key["indicators"].column_by_key
    for key in sorted(used):
        said = table.said[key]
        if said.source:
            shown = said.text if key in ("year", "part", "period", "as_of") else (fields[key], said.text)
            table.report("told_outside", WARNS, at=said.at, column=said.column, found=said.source, expected=shown)


def _is_used(table: Table, key: str) -> bool:
    figures = table.roles.figures
    if key in ("year", "part"):
        lacks = any(not figure.period and (figure.part or not figure.year) and not figure.year for figure in figures)
        return lacks and key not in table.roles.fields and not (key == "part" and "period" in table.roles.fields)
    if key == "period":
        return any(not figure.has_time for figure in figures) and "period" not in table.roles.fields
    if key == "as_of":
        is_told = {"period", "part", "year"} & {*table.said, *table.roles.fields}
        return not is_told and any(not figure.has_time for figure in figures)
    if key in ("place", "partner"):
        return key not in table.roles.fields and not all(getattr(figure, key) for figure in figures)
    return False


def constants(mapping: SheetMapping) -> dict[str, Stated]:
    """The fields that a mapping gives to the whole sheet."""
    return {key: Stated(text, "") for key, text in mapping.constants.items()}


def decimals(mapping: SheetMapping) -> dict[int, str]:
    """Column → decimal sign, as a mapping answers; -1 stands for every column."""
    given = mapping.answers.get("decimal", {})
    return {-1 if letters == "*" else column_index(letters): sign for letters, sign in given.items()}


def take_mapping(grid: Grid, block: Block, found: Roles, reader: LabelReader, mapping: SheetMapping) -> None:
    """Put the mapping's columns in the place of what was recognised."""
    if mapping.columns:
        by_text = {fold(text): column for column, path in block.paths.items() for text in (*path, " › ".join(path))}
        by_text |= {fold(column_letters(column)): column for column in grid.columns}
        given = {
            _FIELD_OF.get(key, key): by_text[fold(where)]
            for key, where in mapping.columns.items()
            if fold(where) in by_text
        }
        kept = {key: column for key, column in found.fields.items() if column not in given.values()}
        found.fields = kept | given
    if mapping.figures:
        found.figures = [_figure(block, reader, figure) for figure in mapping.figures]
    unread = {column_index(letters) for letters in mapping.left_out}
    found.fields = {key: column for key, column in found.fields.items() if column not in unread}
    taken = set(found.fields.values()) | unread
    found.figures = [figure for figure in found.figures if figure.column not in taken]
    for column in taken - unread | {figure.column for figure in found.figures}:
        found.left_out.pop(column, None)
    found.left_out |= {column: "unknown" for column in unread if column in block.paths}


def _figure(block: Block, reader: LabelReader, given: Figures) -> Figure:
    """What the mapping says of a column of figures; what it does not say is taken from the header."""
    column = column_index(given.column)
    own = figure_of(column, [reader.label(text) for text in block.paths.get(column, (given.column,))])
    label = reader.label(given.period or "")
    when = label if given.period else own
    group = (reader.label(given.group).group or given.group) if given.group else own.group
    return Figure(
        column,
        " › ".join(block.paths.get(column, (given.column,))),
        given.what or own.what,
        when.period,
        when.part,
        when.year,
        when.is_to_date,
        group,
        given.place or own.place,
        given.partner or own.partner,
        shift=when.shift,
    )
