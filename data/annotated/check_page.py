"""The first sheet, PERIKSA: every problem in a line that leads to its cell. All of it is text, never a formula."""

from __future__ import annotations

from collections.abc import Mapping

from data.annotated.cells import attribute, reference, written
from data.annotated.marks import Line, Marks
from data.annotated.outline import Node, outline
from data.annotated.styles import PageFormats
from data.reading import column_letters

WIDTHS = (6, 20, 22, 9, 24, 28, 70, 26)
OWN_FORMAT = "I"  # a hidden column: an empty cell in the format that the marked cell had before
_LINK_COLUMN = "D"


def page_xml(
    marks: Marks,
    namespace: str,
    formats: PageFormats,
    own_formats: Mapping[tuple[str, str], int],
    sheets: frozenset[str],
) -> bytes:
    """The sheet part. `own_formats`: what each marked cell looked like; `sheets`: the names that can be linked to."""
    first = first_line(marks)
    rows = [_row(1, [("A", marks.title, formats.title)])]
    rows += [
        _row(number, [("A", text, formats.title if number == 2 else formats.text)])
        for number, text in enumerate(marks.introduction, start=2)
    ]
    rows.append(_row(first - 1, [(column_letters(at), text, formats.head) for at, text in enumerate(marks.headers)]))
    links: list[str] = []
    for number, line in enumerate(marks.lines, start=first):
        rows.append(
            _line_row(number, number - first + 1, line, marks, formats, own_formats.get((line.sheet, line.cell)))
        )
        if line.sheet in sheets:
            link = reference(line.sheet, line.cell or "A1")
            links.append(
                f'<hyperlink ref="{_LINK_COLUMN}{number}" location={attribute(link)} '
                f"display={attribute(line.cell or 'A1')}/>"
            )
    return _sheet(namespace, rows, links, first, len(marks.introduction)).encode()


def first_line(marks: Marks) -> int:
    """The row of the first problem: below the title, the introduction, a gap and the header."""
    return len(marks.introduction) + 4


def _line_row(number: int, count: int, line: Line, marks: Marks, formats: PageFormats, own_format: int | None) -> str:
    texts = (
        str(count),
        marks.weights[line.kind],
        line.sheet or "—",
        line.cell or "—",
        line.column,
        line.found,
        line.said,
        line.proposal,
    )
    styles = (
        formats.text,
        formats.weight[line.kind],
        formats.text,
        formats.link if line.sheet else formats.text,
        *[formats.text] * 4,
    )
    cells = [(column_letters(at), text, own) for at, (text, own) in enumerate(zip(texts, styles, strict=True))]
    own = f'<c r="{OWN_FORMAT}{number}" s="{own_format}"/>' if own_format is not None else ""
    return _row(number, [cell for cell in cells if cell[1]], own)


def _row(number: int, cells: list[tuple[str, str, int]], more: str = "") -> str:
    return (
        f'<row r="{number}">{"".join(written(b"", f"{at}{number}", text, own) for at, text, own in cells)}{more}</row>'
    )


def _sheet(namespace: str, rows: list[str], links: list[str], first: int, n_merged: int) -> str:
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, width in enumerate(WIDTHS, start=1)
    )
    hidden = len(WIDTHS) + 1
    last = column_letters(len(WIDTHS) - 1)
    merged = "".join(f'<mergeCell ref="A{row}:{last}{row}"/>' for row in range(1, n_merged + 2))
    links_xml = f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{namespace}"><sheetPr><tabColor rgb="FF9A2F01"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="{first - 1}" '
        f'topLeftCell="A{first}" activePane="bottomLeft" state="frozen"/>'
        f'<selection pane="bottomLeft" activeCell="A{first}" sqref="A{first}"/></sheetView></sheetViews>'
        f'<cols>{columns}<col min="{hidden}" max="{hidden}" width="9" hidden="1" customWidth="1"/></cols>'
        f"<sheetData>{''.join(rows)}</sheetData>"
        f'<mergeCells count="{n_merged + 1}">{merged}</mergeCells>{links_xml}'
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
        '<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>'
    )


def own_formats_of(xml: bytes) -> dict[tuple[str, str], int]:
    """(sheet, cell) → the format that the cell had before an earlier version marked it, out of that version's list."""
    root = outline(xml)
    formats: dict[str, int] = {}
    data = root.child("sheetData")
    for row in data.every("row") if data else ():
        for cell in row.every("c"):
            place, own = cell.attributes.get("r", ""), cell.attributes.get("s", "0")
            if place.startswith(OWN_FORMAT) and own.isdigit():
                formats[place[len(OWN_FORMAT) :]] = int(own)
    found: dict[tuple[str, str], int] = {}
    links = root.child("hyperlinks")
    for link in links.every("hyperlink") if links else ():
        _learn(link, formats, found)
    return found


def _learn(link: Node, formats: Mapping[str, int], found: dict[tuple[str, str], int]) -> None:
    row = link.attributes.get("ref", "").lstrip(_LINK_COLUMN)
    sheet, _, cell = link.attributes.get("location", "").lstrip("#").rpartition("!")
    if row in formats and sheet and cell:
        if sheet.startswith("'") and sheet.endswith("'"):
            sheet = sheet[1:-1].replace("''", "'")
        found[sheet, cell.replace("$", "")] = formats[row]
