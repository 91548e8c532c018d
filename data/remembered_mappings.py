"""How somebody chose to read a sheet, kept for the next file of the same shape. Append-only; the newest counts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import duckdb

from data.mapping import MappingError, mapping_text, mappings_in
from data.reading import Workbook
from data.recognised import SheetMapping
from data.shapes import shape
from data.store import run
from definitions.fold import fold


@dataclass(frozen=True)
class Remembered:
    """An earlier choice for a sheet of a file: its mapping carries the name and the shape of that sheet."""

    mapping: SheetMapping
    chosen_at: datetime
    chosen_by: str | None


def remember(
    cursor: duckdb.DuckDBPyConnection, upload: int, mappings: Iterable[SheetMapping], by: str | None = None
) -> None:
    """Keep the choices that came with an upload. One that is kept already, word for word, is not kept again."""
    for mapping in mappings:
        if not mapping.shape or any(kept.mapping == mapping for kept in _kept(cursor, mapping.shape)[:1]):
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
                "now": datetime.now(UTC).replace(tzinfo=None),
            },
        )


def remembered(cursor: duckdb.DuckDBPyConnection, workbook: Workbook) -> list[Remembered]:
    """The earlier choices for the sheets of a workbook, at most one a sheet.

    The newest that was made for a sheet of the same shape and name counts. Where only others have that shape, they
    count if they all say the same: two sheets of one shape may have been told apart by their names.
    """
    found = []
    for sheet in workbook.sheets:
        if not sheet.n_rows:
            continue
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
