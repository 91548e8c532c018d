"""The user's own .xlsx or .xlsm with marks in it: what is not marked is the same to the byte."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

from data.annotated.book import Book, SheetEntry, deselect
from data.annotated.cells import CellFound, Change, SheetXml
from data.annotated.check_page import first_line, own_formats_of, page_xml
from data.annotated.comments import Notes, free_block
from data.annotated.marks import NOTES, CellMark, Marks
from data.annotated.outline import Unpatchable
from data.annotated.parts import Parts
from data.annotated.styles import Styles
from data.reading import limits
from data.reading.archive import Archive
from definitions.vocabulary import vocabulary

_SHEET_BYTES = 200 * limits.MEGABYTE
"""Rows of all marked sheets together; a sheet beyond that is listed and not marked."""


def patch(archive: Archive, workbook_part: str, marks: Marks, language: str, out: BinaryIO) -> None:
    """Write the marked workbook to `out`. Raises Unpatchable where the package cannot be changed safely."""
    parts = Parts(archive)
    book = Book(parts, workbook_part)
    page = _OwnPage(book, language)
    styles = Styles(parts, book.styles_part())
    marking = _Marking(parts, book, styles, marks, page.name)
    marking.restore(page.own_formats())
    marking.mark()
    xml = page_xml(
        marks, book.namespace, styles.for_page(), marking.own_formats, frozenset(sheet.name for sheet in book.sheets())
    )
    styles.save()
    page.write(xml)
    for sheet in book.sheets():
        if sheet.part in parts and sheet.name != page.name:
            deselect(parts, sheet.part)
    if marking.is_value_changed:
        book.calculate_anew()
    if marking.is_formula_gone:
        book.drop_calculation_chain()
    parts.write(out)


class _OwnPage:
    """The sheet PERIKSA: the one of an earlier version, wherever it stands now, else a new one in front."""

    def __init__(self, book: Book, language: str) -> None:
        self._book = book
        pages = vocabulary().check_page
        self._there = next(
            (
                (at, sheet)
                for at, sheet in enumerate(book.sheets())
                if sheet.name in (pages.id, pages.en) and sheet.part in book.parts
            ),
            None,
        )
        self.name = self._there[1].name if self._there else pages.label(language)

    def own_formats(self) -> dict[tuple[str, str], int]:
        """What an earlier version kept of the formats of its marked cells."""
        return own_formats_of(self._book.parts.xml(self._there[1].part)) if self._there else {}

    def write(self, xml: bytes) -> None:
        part = self._there[1].part if self._there else self._book.put_first(self.name)
        self._book.parts.put(part, xml)
        self._book.open_on(self._there[0] if self._there else 0)


class _Marking:
    """Marks on their way into the sheets. `own_formats` keeps what each marked cell looked like."""

    def __init__(self, parts: Parts, book: Book, styles: Styles, marks: Marks, page_name: str) -> None:
        self._parts, self._book, self._styles, self._marks, self._page_name = parts, book, styles, marks, page_name
        self._sheets = [
            sheet for sheet in book.sheets() if sheet.is_worksheet and sheet.part in parts and sheet.name != page_name
        ]
        self._restored: dict[str, dict[str, int]] = {}
        self.own_formats: dict[tuple[str, str], int] = {}
        self.is_value_changed = self.is_formula_gone = False

    def restore(self, before: Mapping[tuple[str, str], int]) -> None:
        """Find the marks of an earlier version, and the format that each cell had before."""
        marked = self._styles.mark_formats()
        for sheet in self._sheets if marked else ():
            Notes(self._parts, sheet.part, self._book.namespace, self._book.family).without_ours()
            if self._parts.size(sheet.part) <= _SHEET_BYTES:
                found = SheetXml(self._parts.xml(sheet.part)).found(marked)
                self._restored[sheet.name] = {
                    cell: before[sheet.name, cell] if (sheet.name, cell) in before else self._styles.plain(own)
                    for cell, own in found.items()
                }

    def mark(self) -> None:
        left, notes_left, block = _SHEET_BYTES, NOTES, 0
        for sheet in self._sheets:
            cells, restored = self._marks.cells.get(sheet.name, {}), self._restored.get(sheet.name, {})
            if not (cells or restored) or (left := left - self._parts.size(sheet.part)) < 0:
                continue
            content = SheetXml(self._parts.xml(sheet.part))
            texts = dict(list(self._texts(sheet, cells).items())[:notes_left])
            notes_left -= len(texts)
            if texts:
                block = block or free_block(self._parts)
                notes = Notes(self._parts, sheet.part, self._book.namespace, self._book.family)
                block = notes.add(texts, content, block)
            changes = {
                cell: self._change(sheet.name, cell, restored.get(cell), cells.get(cell))
                for cell in {**restored, **cells}
            }
            self._parts.put(sheet.part, content.changed(changes))

    def _texts(self, sheet: SheetEntry, cells: Mapping[str, CellMark]) -> dict[str, str]:
        rows = {
            (line.sheet, line.cell): number
            for number, line in reversed(list(enumerate(self._marks.lines, start=first_line(self._marks))))
        }
        back = self._marks.back
        return {
            cell: f"{mark.text}\n{back.format(row=rows[sheet.name, cell], sheet=self._page_name)}"
            for cell, mark in cells.items()
            if (sheet.name, cell) in rows  # of a row that is left out the first cell alone has a line and a note
        }

    def _change(self, sheet: str, cell: str, restored: int | None, mark: CellMark | None) -> Change:
        def change(found: CellFound) -> tuple[int, str | float | None]:
            own = found.own_format if restored is None else restored
            if mark is None:
                return own, None
            self.own_formats[sheet, cell] = own
            value = None if found.leans_on_others else mark.value
            self.is_value_changed |= value is not None
            self.is_formula_gone |= value is not None and found.has_formula
            return self._styles.marked(own, mark.kind), value

        return change


__all__ = ["Unpatchable", "patch"]
