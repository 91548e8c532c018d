"""Years over two calendar years (2024/2025, TA 2024/25) that a sheet writes throughout: one question for them all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc

from data import periods
from data.layouts.known import Known
from data.layouts.labels import LabelReader
from data.odd_periods import TwoYears, two_years, without_school_halves
from data.problems import WARNS, Problem, Question
from data.reading import Sheet, address
from data.recognised import SheetMapping
from definitions.fold import fold

START, END = ANSWERS = ("start", "end")
_ABOUT = "fiscal_year"
_SHOWN = 3
_LONGEST = 200  # letters of a text in which a year is replaced; a longer one is told, and no period
_MONTHS_OF_END = re.compile(
    r"\b(?:okt|oct|nov)[a-z]*\s(?:(?:19|20)\d{2}\s)?(?:s d |sd |sampai |to |hingga )?(?:sep|okt|oct)"
)
"""A year from October is mostly of the year in which it ends; one from April or July of that in which it begins."""
_TITLED = re.compile(r"\b(?:tahun|thn)\s+(?:ajaran|pelajaran|akademik|anggaran|buku)\s+\d{4}\s*$", re.I)
"""A title that ends with such a year says whose the figures below it are."""


@dataclass(frozen=True)
class _Cell:
    row: int
    column: int
    written: TwoYears


def settled(sheet: Sheet, mapping: SheetMapping, known: Known) -> tuple[Sheet, list[Problem]]:
    """The sheet with each such year as the calendar year that somebody says, or as proposed, and what is asked of it.

    Left as it is where quarters or months stand beside the years: which of them is meant depends on the first month.
    """
    texts = {column: sheet.table.column(f"t{column}") for column, letters in sheet.fields.items() if "t" in letters}
    different = {text for cells in texts.values() for text in pc.unique(cells).to_pylist() if text}
    halves = {text: own for text in different if len(text) <= _LONGEST and (own := without_school_halves(text)) != text}
    if halves:
        return settled(_rewritten(sheet, texts, halves), mapping, known)
    told = [text for text in different if len(text) <= _LONGEST and not periods.school_half(text)]
    read = {text: found for text in told if (found := two_years(text))}
    if not read or any(map(_is_part, different)):
        return sheet, []
    reader = LabelReader(known)
    periodic = {text for text, found in read.items() if _is_period(found, reader)}
    cells = [cell for cell in _cells(sheet, texts, read) if cell.written.text in {read[text].text for text in periodic}]
    if not cells:
        return sheet, []
    proposed = END if any(_MONTHS_OF_END.search(fold(text)) for text in different) else START
    answer = mapping.answer(_ABOUT, "*", proposed)
    own = {text: found.as_last if (answer or proposed) == END else found.as_first for text, found in read.items()}
    return _rewritten(sheet, texts, own), [_said(sheet, cells, answer, proposed)]


def _is_period(found: TwoYears, reader: LabelReader) -> bool:
    """`TA 2024/2025`, `Target 2024/2025`: nothing but a year, and what its figures are."""
    read = periods.period(periods.to_date(found.as_first) or found.as_first)
    if read:
        return read.kind == "year"
    if _TITLED.search(found.as_first):
        return True
    label = reader.label(found.as_first)
    return label.is_plain and bool(label.year) and not label.part and not label.period


def _is_part(text: str) -> bool:
    found = two_years(text)
    read = periods.part(text) or (periods.period(found.as_first) if found else None)
    return read is not None and read.kind != "year"


def _cells(sheet: Sheet, texts: dict[int, pa.ChunkedArray], read: dict[str, TwoYears]) -> Iterator[_Cell]:
    """Where they stand, row by row."""
    rows = sheet.table.column("row_number").to_pylist()
    found = [_Cell(rows[at], column, read[text]) for column, cells in texts.items()
             for at, text in enumerate(cells.to_pylist()) if text in read]  # fmt: skip
    yield from sorted(found, key=lambda cell: (cell.row, cell.column))


def _rewritten(sheet: Sheet, texts: dict[int, pa.ChunkedArray], own: dict[str, str]) -> Sheet:
    table = sheet.table
    for column, cells in texts.items():
        encoded = cells.combine_chunks().dictionary_encode()
        words = encoded.dictionary.to_pylist()
        if any(word in own for word in words):
            new = pa.array([own.get(word, word) for word in words], pa.string()).take(encoded.indices)
            name = f"t{column}"
            table = table.set_column(table.column_names.index(name), name, new)
    return replace(sheet, table=table)


def _said(sheet: Sheet, cells: Sequence[_Cell], answer: str | None, proposed: str) -> Problem:
    first = cells[0]
    where = address(first.row, first.column)
    different = list(dict.fromkeys(cell.written.text for cell in cells))
    found = ", ".join(different[:_SHOWN]) + (", …" if len(different) > _SHOWN else "")
    years = {"first": str(first.written.first), "last": str(first.written.first + 1)}
    if answer:
        read = years["first" if answer == START else "last"]
        return Problem("fiscal_year", WARNS, sheet.name, where, params={"found": first.written.text, "expected": read})
    question = Question(_ABOUT, "*", ANSWERS, proposed)
    params = {"found": found, "count": len(cells), **years}
    return Problem("which_fiscal_year", sheet=sheet.name, cell=where, params=params, question=question)
