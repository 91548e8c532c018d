"""What stands below a table: notes, and who signs (place and day, `Mengetahui`, an office, a name, a number).

Nothing of it is data, and it is taken off before a sheet is looked at. Its texts stand below columns of figures, and a
column with as many words as figures would be no column of figures any more.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from data import numbers
from data.layouts.rows import is_note
from data.periods import MONTH_WORDS
from data.problems import WARNS, Problem
from data.reading import Sheet, Workbook, address
from definitions.fold import fold
from definitions.layouts import layout_words

_ROWS = 30  # from the last one upward
_CELLS = 5  # who signs stands in few columns
_LETTERS = 80
_DOTS = r"[.…_\s]*"
_PLACE_AND_DAY = re.compile(
    rf"^[^\d,:;]{{3,40}},\s*(?:tanggal|tgl)?{_DOTS}(?:\d{{1,2}})?{_DOTS}(?:{'|'.join(MONTH_WORDS)})?{_DOTS}(?:19|20)(?:\d\d|{_DOTS})$",
    re.IGNORECASE,
)
_NUMBER_OF_OFFICE = re.compile(r"^(?:nip|nrp|nik|nidn|niy|nuptk)\b[\s.:]*[\d\s.\-–…_]*$", re.IGNORECASE)
_LINE_TO_SIGN = re.compile(r"^\(?\s*[.…_]{6,}\s*\)?$")
Cells = Mapping[int, object]


def without_footers(workbook: Workbook) -> Workbook:
    """The workbook without notes and signatures below its tables."""
    return replace(workbook, sheets=tuple(map(_without, workbook.sheets)))


def footer(sheet: Sheet) -> Problem | None:
    """What is said of the rows that are taken off, at their first cell; None where there are none."""
    if not (rows := _below(sheet)):
        return None
    row, cells = rows[0]
    column, text = next(iter(cells.items()))
    return Problem("rows_below", WARNS, sheet.name, address(row, column),
                   params={"found": str(text)[:60], "first": row, "last": rows[-1][0]})  # fmt: skip


def _without(sheet: Sheet) -> Sheet:
    if not (rows := _below(sheet)):
        return sheet
    table = sheet.table.slice(0, sheet.n_rows - len(rows))
    used = [name for name in table.column_names[1:] if table.column(name).null_count < table.num_rows]
    return replace(sheet, table=table.select(["row_number", *used]))


def _below(sheet: Sheet) -> list[tuple[int, Cells]]:
    """The last rows, from a note or from where somebody begins to sign; none where no table stands above."""
    last = [(row, seen) for row, cells in sheet.rows(max(0, sheet.n_rows - _ROWS), _ROWS) if (seen := _seen(cells))]
    first_of_words = next((at + 1 for at in range(len(last) - 1, -1, -1) if not _is_of_words(last[at][1])), 0)
    if first_of_words == 0:  # words alone: a letter or a list, and no table
        return []
    words = range(first_of_words, len(last))
    noted = next((at for at in words if _follows_a_gap(last, at) and _is_remark(last[at][1])), len(last))
    signs = next((at for at in range(first_of_words, noted) if _signs(last[at][1])), None)
    if signs is None:
        return last[noted:]
    start = _upward(last, signs, first_of_words)
    while start > first_of_words and _follows_a_gap(last, start) and _names_an_office(last[start - 1][1]):
        start = _upward(last, start - 1, first_of_words)
    return last[start:]


def _seen(cells: Cells) -> Cells:
    """Without cells of spaces alone (data/layouts/blank_texts.py), so that a sheet as it was read gives the same."""
    return {column: value for column, value in cells.items() if not isinstance(value, str) or value.strip()}


def _upward(rows: Sequence[tuple[int, Cells]], at: int, least: int) -> int:
    """The first of the rows directly above that stand apart from the table; `at` where they do not."""
    start = at
    while start > least and not _follows_a_gap(rows, start):
        start -= 1
    return start if _follows_a_gap(rows, start) else at


def _follows_a_gap(rows: Sequence[tuple[int, Cells]], at: int) -> bool:
    return at > 0 and rows[at][0] - rows[at - 1][0] > 1


def _is_of_words(cells: Cells) -> bool:
    """A few short texts: no figure, and none of the marks and words that stand for one."""
    if len(cells) > _CELLS:
        return False
    return all(isinstance(value, str) and len(value) <= _LETTERS and numbers.mark(value) is None
               and (not value.strip()[:1].isdigit()) for value in cells.values())  # fmt: skip


def _is_remark(cells: Cells) -> bool:
    """`Keterangan:`, `Sumber: …`, `*) angka sementara` alone in its row."""
    texts = [str(value).strip() for value in cells.values()]
    return len(texts) == 1 and (is_note(texts[0]) or (texts[0].endswith(":") and _is_note_word(texts[0])))


def _is_note_word(text: str) -> bool:
    return fold(text) in layout_words().words("rows", "note")


def _signs(cells: Cells) -> bool:
    return any(_is_signing(str(value)) for value in cells.values())


def _is_signing(text: str) -> bool:
    bare = " ".join(text.split())
    if _PLACE_AND_DAY.match(bare) or _NUMBER_OF_OFFICE.match(bare) or _LINE_TO_SIGN.match(bare):
        return True
    said = fold(bare)
    word = next((word for word in layout_words().words("rows", "signed") if f"{said} ".startswith(f"{word} ")), None)
    return word is not None and (said == word or _is_office(said[len(word) :].strip()))


def _names_an_office(cells: Cells) -> bool:
    """`Kepala Desa Sukamaju,` above the name of who holds it."""
    return all(_is_office(fold(str(value))) for value in cells.values())


def _is_office(folded: str) -> bool:
    return any(f"{folded} ".startswith(f"{word} ") for word in layout_words().words("rows", "office"))
