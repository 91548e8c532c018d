"""The row of HXL tags (#adm2+name, #reached) of humanitarian tables: evidence for the columns, and never data."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pyarrow.compute as pc

from data.layouts.cell_texts import with_texts
from data.layouts.grid import shown
from data.reading import Sheet, Workbook
from definitions.fold import fold
from definitions.layouts import layout_words
from definitions.vocabulary import vocabulary

_TAG = re.compile(r"^#[a-z][a-z0-9_]*(?:\s*\+[a-z][a-z0-9_]*)*$", re.I)
_SEARCH = 25  # rows from the top
_LEAST = 2
_WORDS: Mapping[tuple[str, ...], str] = {  # tag with the attributes that matter → a header that the vocabulary knows
    ("#indicator", "code"): "code", ("#indicator", "value"): "value", ("#indicator", "num"): "value",
    ("#indicator",): "indicator", ("#date", "start"): "start", ("#date", "end"): "end", ("#date",): "period",
    ("#period",): "period", ("#org", "code"): "code", ("#org", "type"): "kind", ("#org",): "partner",
    ("#adm1",): "province", ("#adm2",): "regency", ("#adm3",): "kecamatan", ("#adm4",): "desa", ("#adm5",): "desa",
    ("#loc",): "place", ("#targeted",): "target", ("#planned",): "target", ("#reached",): "reached",
    ("#value",): "value", ("#sector",): "sector", ("#subsector",): "sector", ("#activity",): "activity",
    ("#status",): "status", ("#meta", "unit"): "unit", ("#unit",): "unit", ("#beneficiary",): "people group",
    ("#description",): "note", ("#sex",): "sex", ("#age",): "age", ("#feedback",): "text",
}  # fmt: skip


def without_tags(workbook: Workbook) -> Workbook:
    """The workbook without the rows of tags; a header that says nothing we know is told by its tag."""
    return replace(workbook, sheets=tuple(map(_without, workbook.sheets)))


def _without(sheet: Sheet) -> Sheet:
    head = sheet.head(_SEARCH)
    for at, (row, cells) in enumerate(head):
        tags = {column: shown(value) for column, value in cells.items() if isinstance(value, str) and shown(value)}
        if len(tags) >= _LEAST and len(tags) == len(cells) and all(_TAG.match(tag) for tag in tags.values()):
            return _read(sheet, row, tags, head[at - 1] if at else None, head[at + 1] if at + 1 < len(head) else None)
    return sheet


def _read(
    sheet: Sheet, row: int, tags: Mapping[int, str], above: tuple[int, Mapping] | None,
    below: tuple[int, Mapping] | None,
) -> Sheet:  # fmt: skip
    """The tags stand below the header in the standard, above it in some files, or are the only header there is."""
    near = next((line for line in (above, below) if line and _heads(line[1], tags)), None)
    if near is None:
        return with_texts(sheet, row, {column: _word(tag) or tag for column, tag in tags.items()})
    texts = {column: word for column, tag in tags.items()
             if not _says(shown(near[1].get(column))) and (word := _word(tag))}  # fmt: skip
    kept = with_texts(sheet, near[0], texts)
    return replace(kept, table=kept.table.filter(pc.not_equal(kept.table.column("row_number"), row)))


def _heads(cells: Mapping[int, object], tags: Mapping[int, str]) -> bool:
    """Texts above or below most of the tags, some of them words of a header."""
    texts = [cells[column] for column in tags if isinstance(cells.get(column), str)]
    return len(texts) * 2 > len(tags) and any(_says(shown(text)) for text in texts)


def _says(text: str) -> bool:
    folded = fold(text)
    words, plain = layout_words(), folded.split()
    return bool(folded) and (
        folded in words.fields or folded in words.what or bool(plain and plain[0] in words.what)
        or any(folded in column.own_names | column.other_names
               for each in vocabulary().sheets for column in each.columns)
    )  # fmt: skip


def _word(tag: str) -> str | None:
    name, *attributes = (part.strip().casefold() for part in tag.split("+"))
    for attribute in attributes:
        if word := _WORDS.get((name, attribute)):
            return word
    return _WORDS.get((name,))
