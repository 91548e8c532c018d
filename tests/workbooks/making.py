"""Writes the workbooks of the corpus: a page is rows of cells, merged ranges, hidden columns and percentages."""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl

from tests.workbooks.binary import write_binary

Cells = Sequence[object]


@dataclass(frozen=True)
class Page:
    """A sheet: rows from row 1 on (None: an empty cell, an empty list: an empty row)."""

    rows: Sequence[Cells]
    merged: Sequence[str] = ()
    hidden: Sequence[str] = ()
    percent: Sequence[str] = ()
    formats: Mapping[str, str] = field(default_factory=dict)
    """Cell → the number format in which it is shown."""


@dataclass(frozen=True)
class Case:
    """A workbook and the long table that it must give.

    `results` and `targets` are (indicator, period, partner, place, group, value); None where only the stops matter.
    `indicators` gives, by code, what must have been defined. `stops` are the codes of what must be asked before;
    `answers` are those of a mapping (about → subject → answer), and all other proposals are accepted.
    """

    name: str
    pages: Mapping[str, Page]
    results: Sequence[tuple] = ()
    targets: Sequence[tuple] = ()
    indicators: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    stops: Sequence[str] = ()
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    cells: Mapping[tuple, str] = field(default_factory=dict)
    """(indicator, period) of a result → the cell it must be led back to."""
    form: str = "xlsx"
    file_name: str = "laporan"
    known: Sequence[str] = ()
    """Indicators that the forum knows already."""
    feedback: int = 0
    activities: int = 0
    contributions: Sequence[tuple] = ()
    """(partner, period, kind, pledged, delivered, currency)."""
    partners: Sequence[tuple] = ()
    """(code, kind) of those that it names itself."""


def written(case: Case, folder: Path) -> Path:
    """The workbook as a file."""
    path = folder / f"{case.file_name}.{case.form.split('-')[0]}"
    if case.form.startswith("csv"):
        path.write_bytes(_delimited(next(iter(case.pages.values())).rows, case.form))
    elif case.form == "ods":
        _open_document(path, case.pages)
    elif case.form == "xlsb":
        write_binary(path, {name: page.rows for name, page in case.pages.items()})
    elif case.form == "xls":  # made once from these very pages, with LibreOffice
        path.write_bytes((Path(__file__).parent / f"{case.file_name}.xls").read_bytes())
    else:
        _workbook(path, case.pages)
    return path


def _workbook(path: Path, pages: Mapping[str, Page]) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, page in pages.items():
        sheet = book.create_sheet(name)
        for row, cells in enumerate(page.rows, 1):
            for column, value in enumerate(cells, 1):
                if value is not None:
                    sheet.cell(row, column, value)
                    if isinstance(value, (date, datetime)):
                        sheet.cell(row, column).number_format = "mmm-yy" if value.day == 1 else "dd/mm/yyyy"
        for merged in page.merged:
            sheet.merge_cells(merged)
        for letters in page.hidden:
            sheet.column_dimensions[letters].hidden = True
        for address, code in page.formats.items():
            sheet[address].number_format = code
        for cells_of in page.percent:
            for line in sheet[cells_of] if ":" in cells_of else ((sheet[cells_of],),):
                for cell in line:
                    cell.number_format = "0%"
    book.save(path)


_FORMS = {  # form → (delimiter, encoding, first line)
    "csv": (",", "utf-8", ""),
    "csv-semicolon": (";", "cp1252", ""),
    "csv-tab-utf16": ("\t", "utf-16", ""),
    "csv-sep": (";", "utf-8-sig", "sep=;\r\n"),
}


def _delimited(rows: Sequence[Cells], form: str) -> bytes:
    delimiter, encoding, first = _FORMS[form]
    width = max(map(len, rows))
    lines = []
    for cells in rows:
        texts = ["" if value is None else str(value) for value in cells] + [""] * (width - len(cells))
        lines.append(
            delimiter.join(
                f'"{text}"' if any(sign in text for sign in (delimiter, '"', "\n")) else text for text in texts
            )
        )
    return (first + "\r\n".join(lines) + "\r\n").encode(encoding)


_ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>'
    "<office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"
)


def _open_document(path: Path, pages: Mapping[str, Page]) -> None:
    tables = []
    for name, page in pages.items():
        rows = [
            "<table:table-row>" + "".join(map(_ods_cell, cells or [None])) + "</table:table-row>" for cells in page.rows
        ]
        tables.append(f'<table:table table:name="{escape(name)}">{"".join(rows)}</table:table>')
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), kind)
        archive.writestr("content.xml", _ODS.format("".join(tables)))
        archive.writestr("META-INF/manifest.xml", manifest)


@dataclass(frozen=True)
class Failing:
    """A formula of an .ods file that shows an error; LibreOffice before 5 wrote it down as a figure of 0."""

    shown: str
    is_old: bool = False


def _ods_cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, Failing):
        told = 'office:value-type="float" office:value="0"' if value.is_old else 'office:value-type="string" ' \
            'office:string-value="" calcext:value-type="error"'
        shown = f"<text:p>{escape(value.shown)}</text:p>"
        return f'<table:table-cell table:formula="of:=1/0" {told}>{shown}</table:table-cell>'
    if isinstance(value, (int, float)):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>-</text:p></table:table-cell>'
        )
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'
