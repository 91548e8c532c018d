"""Rows that a table itself calls cancelled or postponed, in a status, a remark or behind the name.

Whether their figures count is asked, and what does not count is named row by row.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pyarrow.compute as pc

from data import numbers
from data.layouts.rows import Row
from data.layouts.table import Table
from data.problems import WARNS, Question
from data.recognised import Recognised
from definitions.fold import fold
from definitions.layouts import layout_words

COUNT, LEAVE = "count", "leave"
_LONGEST = 60  # letters of a remark that are shown
_MOST = 5  # rows that a question names
_BESIDE = ("unknown", "twin")
_OF_ANY_LAYOUT = ("indicator", "period", "partner", "place", "group", "value", "note")
_BEHIND = re.compile(r"(?:[(\[]\s*(?P<inner>[^()\[\]]+?)\s*[)\]]|\s[-–—]\s*(?P<after>[^-–—]+?))\s*$")
_GENERIC = {"kegiatan", "program", "acara", "pelaksanaan", "status", "sudah", "telah", "ini", "activity", "was"}
_DENIED = re.compile(r"\b(?:tidak|tdk|bukan|tak|belum|not|no)$")
_NUMBERED = re.compile(r"\d|\b(?:satu|dua|tiga|empat|lima|sebagian|beberapa|setengah|salah|one|two|some|part)\b")


@dataclass(frozen=True)
class _Remark:
    """What a cell says beside the figures of a row."""

    row: Row
    text: str
    column: int


def leave_out(table: Table, left_out: Mapping[int, str] | None = None) -> None:
    """Take the rows out whose figures somebody does not want; until it is answered, a cancelled one does not count and
    one that was put off does. `left_out`: columns beside the table, where its roles do not hold them."""
    columns = table.roles.left_out if left_out is None else left_out
    beside = [column for column, why in columns.items() if why in _BESIDE]
    alike: dict[str, list[_Remark]] = defaultdict(list)
    for row in table.rows.rows:
        if told := _told(table, row, beside):
            alike[fold(told.text)].append(told)
    dropped: set[int] = set()
    for same in alike.values():
        said = same[0].text[:_LONGEST]
        proposed = LEAVE if _says(same[0].text, "cancelled") and _begins(same[0].text) else COUNT
        answer = table.mapping.answer("cancelled", said, proposed)
        if answer is None:
            _ask(table, same, Question("cancelled", said, (LEAVE, COUNT), proposed))
        if (answer or proposed) == LEAVE:
            dropped |= {each.row.at for each in same}
            for each in same if answer else ():
                table.report("row_cancelled_left_out", WARNS, at=each.row.at, column=each.column, found=said,
                             name=_name(table, each.row))  # fmt: skip
    table.rows.rows = [row for row in table.rows.rows if row.at not in dropped]


def _ask(table: Table, same: Sequence[_Remark], question: Question) -> None:
    names = list(dict.fromkeys(_name(table, each.row) for each in same))
    named = ", ".join(f"'{name}'" for name in names[:_MOST]) + (", …" if len(names) > _MOST else "")
    table.report("row_cancelled", at=same[0].row.at, column=same[0].column, found=question.subject, name=named,
                 question=question)  # fmt: skip


def says_so(found: Recognised) -> bool:
    """Whether a text of a sheet of the template, beside what its columns hold, says that its row did not happen.

    Not where the sheet also has what no other layout has a column for (numerators, evidence): it is the template's own.
    """
    body = found.sheet.body(found.header_row + 1)
    if set(found.columns) - set(_OF_ANY_LAYOUT):
        return False
    used, note = {index for key, index in found.columns.items() if key != "note"}, found.columns.get("note")
    columns = [index for index in found.headers if index not in used and f"t{index}" in body.column_names]
    told = ((index, text) for index in columns for text in pc.unique(body.column(f"t{index}").drop_null()).to_pylist())
    return any((_says(text, "cancelled") or _says(text, "put_off")) and (index != note or _begins(text))
               for index, text in told)  # fmt: skip


def _told(table: Table, row: Row, beside: Sequence[int]) -> _Remark | None:
    """What says that a row with a figure was cancelled or put off, and its column."""
    figures = [(figure, table.grid.value(row.at, figure.column)) for figure in table.roles.figures]
    given = [figure.what for figure, value in figures
             if value is not None and not (isinstance(value, str) and numbers.mark(value))]  # fmt: skip
    if not given:
        return None
    is_reached = any(value for figure, value in figures if figure.what != "target")
    kinds = ("cancelled", "put_off") if is_reached else ("cancelled",)  # nothing was reached yet: that is no doubt
    return next((each for each in _remarks(table, row, beside) if any(_says(each.text, kind) for kind in kinds)), None)


def _remarks(table: Table, row: Row, beside: Sequence[int]) -> Iterator[_Remark]:
    """Every text beside a row's figures that may say how it went, and what stands behind the indicator's name."""
    note = table.roles.fields.get("note")
    is_part = row.name and row.name.at >= table.block.first and ("group" in row.told or "what" in table.roles.fields)
    for column in [*beside, *([] if note is None else [note])]:
        text = table.grid.header_text(row.at, column)
        if not text and is_part and row.name:  # `Realisasi` below a Target, women below an indicator, that is cancelled
            text = table.grid.header_text(row.name.at, column)
        if text and not isinstance(table.grid.value(row.at, column), float):
            yield _Remark(row, text, column)
    if row.name and row.name.at == row.at and (behind := _BEHIND.search(row.name.text)):
        yield _Remark(row, behind["inner"] or behind["after"], row.name.column)


@lru_cache(maxsize=4096)
def _says(text: str, kind: str) -> bool:
    """Whether a text says it of the whole row: neither `tidak dibatalkan` nor `2 pelatihan dibatalkan`."""
    folded = f" {fold(text)} "
    for word in layout_words().words("rows", kind):
        before, found, _ = folded.partition(f" {word} ")
        if found:
            return not _DENIED.search(before.strip()) and not _NUMBERED.search(before)
    return False


def _begins(text: str) -> bool:
    """`Dibatalkan karena banjir`, `Kegiatan batal`; a longer sentence may speak of a part of the row."""
    words = layout_words().words("rows", "cancelled")
    told = fold(text).split()
    while told and told[0] in _GENERIC:
        told = told[1:]
    return any(" ".join(told).startswith(word) for word in words)


def _name(table: Table, row: Row) -> str:
    """The indicator of a row, and the units that tell it from the next one."""
    own = [row.name.text] if row.name and row.name.at >= table.block.first else []  # none that stands in the header
    units = [told.text for key in ("place", "partner", "group", "period")
             if (told := table.told(row, key)) and told.at == row.at]  # fmt: skip
    return " / ".join([*own, *units]) or "–"
