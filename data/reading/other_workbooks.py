""".xls, .xlsb and .ods, read by calamine; there is no sheet XML to count against, and the user is told so."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from data.reading import limits
from data.reading.ods_errors import Errors
from data.reading.refusals import Refused
from data.reading.sheet_part import SheetContent
from data.reading.sheets import CellError, Note
from data.reading.table_file import Pieces
from data.reading.typed_cells import add_rows


def read_other(
    path: Path, kind: str, folder: Path, errors: Errors | None = None
) -> tuple[list[tuple[str, bool, SheetContent]], list[Note]]:
    """(name, visible, content) of each sheet; `errors` are cells known to show one.

    Raises Refused for passwords, damage and sizes.
    """
    notes = [Note("not_counted_twice", {"kind": "." + kind})]
    sheets: list[tuple[str, bool, SheetContent]] = []
    try:
        # by path and not as a stream: only then does calamine tell a password from damage; it asks the ending first
        named = Path(shutil.copyfile(path, folder / f"book.{kind}"))
        book = CalamineWorkbook.from_path(named)
        if len(book.sheets_metadata) > limits.SHEETS:
            raise Refused("too_many_sheets", found=len(book.sheets_metadata), limit=limits.SHEETS)
        for about in book.sheets_metadata:
            if about.typ != SheetTypeEnum.WorkSheet:
                notes.append(Note("sheet_skipped", {"sheet": about.name, "type": str(about.typ).rpartition(".")[2]}))
                continue
            visible = about.visible == SheetVisibleEnum.Visible
            if not visible:
                notes.append(Note("hidden_sheet", {"sheet": about.name}))
            sheets.append((about.name, visible, _content(book, about.name, (errors or {}).get(about.name, {}))))
    except PasswordError as error:
        raise Refused("password") from error
    except (CalamineError, OSError, ValueError) as error:
        raise Refused("password" if "password" in str(error).lower() else "damaged") from error
    return sheets, notes


def _content(book: CalamineWorkbook, name: str, errors: Mapping[int, Mapping[int, str]]) -> SheetContent:
    sheet = book.get_sheet_by_name(name)
    content = SheetContent(Pieces(name))
    if sheet.start is None or sheet.end is None:
        add_rows(content.pieces, [(row, _with_errors([], mine)) for row, mine in sorted(errors.items())])
        return content
    (_, first_column), (last_row, last_column) = sheet.start, sheet.end
    if last_column >= limits.COLUMNS and sheet.width * sheet.height > limits.TABLE_SLOTS:
        raise Refused("range_too_large", sheet=name, cell=f"row {last_row + 1}, column {last_column + 1}")
    # calamine's iter_rows starts at row 1 whatever is used, but at the first used column
    margin: list[object] = [None] * first_column
    seen = 0

    def rows() -> Iterator[tuple[int, list[object]]]:
        nonlocal seen
        for seen, row in enumerate(sheet.iter_rows(), 1):
            if seen in errors:
                yield seen, _with_errors([*margin, *row], errors[seen])
            elif row.count("") < len(row):
                yield seen, [*margin, *row]
        for beyond in sorted(row for row in errors if row > last_row + 1):  # nothing else stands there
            yield beyond, _with_errors([], errors[beyond])

    add_rows(content.pieces, rows())
    if seen != last_row + 1:
        raise Refused("rows_lost", sheet=name, expected=last_row + 1, found=seen)
    return content


def _with_errors(values: list[object], errors: Mapping[int, str]) -> list[object]:
    """The values of a row, with the errors in their places."""
    whole = [*values, *[None] * (max(errors) + 1 - len(values))]
    for column, text in errors.items():
        whole[column] = CellError(text)
    return whole
