"""How somebody chose to read a sheet, kept for the next file of the same shape. Append-only; the newest counts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

import duckdb

from data.choices import is_empty
from data.mapping import MappingError, mapping_text, mappings_in
from data.reading import Sheet, Workbook
from data.recognised import SheetMapping
from data.shapes import shape
from data.store import run
from data.template_sheets import alone
from definitions import clock
from definitions.fold import fold


@dataclass(frozen=True)
class Remembered:
    """An earlier choice for a sheet of a file: its mapping carries the name and the shape of that sheet."""

    mapping: SheetMapping
    chosen_at: datetime
    chosen_by: str | None


def remember(
    cursor: duckdb.DuckDBPyConnection, upload: int, workbook: Workbook, mappings: Iterable[SheetMapping],
    by: str | None = None,
) -> None:  # fmt: skip
    """Keep what lasts of the choices that came with an upload. What is kept already, word for word, is kept once."""
    for given in mappings:
        mapping = lasting(workbook, given)
        if not mapping.shape or is_empty(mapping):
            continue
        if any(kept.mapping == mapping for kept in _kept(cursor, mapping.shape)[:1]):
            continue
        run(
            cursor,
            """
            insert into remembered_mappings
            select coalesce(max(mapping_id), 0) + 1, $shape, $sheet, $mapping, $upload, $by, $now
            from remembered_mappings""",
            {
                "shape": mapping.shape,
                "sheet": mapping.name,
                "mapping": mapping_text([mapping]),
                "upload": upload,
                "by": by,
                "now": clock.utc_now(),
            },
        )


def lasting(workbook: Workbook, mapping: SheetMapping) -> SheetMapping:
    """Without what holds for one file alone: its year, period, place and partner; `every proposal` is no choice at all.

    The template is everybody's: which sign is the decimal one in somebody's figures says nothing of the next file.
    """
    sheet = next((each for each in workbook.sheets if each.name == mapping.name), None)
    is_template = sheet is not None and not mapping.key and alone(sheet, sheet.name) is not None
    passing = ("period", "counted_twice", "cancelled", *(("decimal",) if is_template else ()))
    answers = {about: given for about, given in mapping.answers.items() if about not in passing}
    figures = tuple(replace(each, period=None, place=None, partner=None) for each in mapping.figures)
    constants = {key: text for key, text in mapping.constants.items() if key == "what"}
    return replace(mapping, answers=answers, figures=figures, constants=constants, accepts=False)


def remembered(cursor: duckdb.DuckDBPyConnection, sheets: Iterable[Sheet]) -> list[Remembered]:
    """The earlier choices for the sheets of a file, at most one a sheet.

    The newest that was made for a sheet of the same shape and name counts. Where only others have that shape, they
    count if they all say the same: two sheets of one shape may have been told apart by their names.
    """
    found = []
    for sheet in sheets:
        form = shape(sheet)
        kept = _kept(cursor, form)
        named = [each for each in kept if fold(each.mapping.name) == fold(sheet.name)]
        alike = {mapping_text([replace(each.mapping, name="")]) for each in _newest_of_each_name(kept)}
        chosen = named[0] if named else kept[0] if kept and len(alike) == 1 else None
        if chosen:
            found.append(replace(chosen, mapping=replace(chosen.mapping, name=sheet.name, shape=form)))
    return found


def _newest_of_each_name(kept: list[Remembered]) -> list[Remembered]:
    return list({fold(each.mapping.name): each for each in reversed(kept)}.values())


def _kept(cursor: duckdb.DuckDBPyConnection, form: str) -> list[Remembered]:
    """Every choice for a shape, the newest first; of an upload that was undone, too: the reading was right or not
    whatever became of its figures. One that this version cannot read is left out."""
    rows = run(
        cursor,
        """
        select mapping, chosen_at, chosen_by from remembered_mappings where shape = $shape order by mapping_id desc""",
        {"shape": form},
    )
    found = []
    for text, chosen_at, chosen_by in rows:
        try:
            found += [Remembered(mapping, chosen_at, chosen_by) for mapping in mappings_in(text)]
        except MappingError:
            continue
    return found
