"""Pivot tables kept as values: `Row Labels`, `Sum of Target`, `Grand Total`, and labels of two kinds in one column."""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from data import numbers, periods
from data.layouts.cell_texts import with_cells, with_column, with_texts
from data.layouts.grid import shown
from data.layouts.labels import LabelReader
from data.layouts.unit_columns import unit_named
from data.reading import Sheet, Workbook
from definitions.fold import fold, visible
from definitions.layouts import layout_words

_SEARCH = 25  # rows from the top
_LONGEST = 5_000  # rows; a pivot that people send has fewer
_SUMMED = re.compile(r"^(?:sum of|jumlah dari|jml dari|total of)\s+(?=\S)", re.I)
_NO_SUM = re.compile(
    r"^(?:average|count|max|min|stdev\w*|var\w*|product) of |^(?:rata-rata|hitungan|maks|min|cacah) dari ", re.I
)
_CORNER = ("column labels", "label kolom")
_HEADERS = {"place": "lokasi", "partner": "mitra", "period": "periode", "name": "indikator"}
_BLANK = ("kosong", "blank")
_TINY = 1e-6


@dataclass(frozen=True)
class _Line:
    """A row below the header: its label and its figures by column."""

    row: int
    label: str
    figures: Mapping[int, float]


def unpivoted(workbook: Workbook, reader: LabelReader) -> Workbook:
    """The workbook with its pivot tables as a person would write them; one that is not certain stays as it is."""
    return replace(workbook, sheets=tuple(_unpivoted(sheet, reader) for sheet in workbook.sheets))


def _unpivoted(sheet: Sheet, reader: LabelReader) -> Sheet:
    head = sheet.head(_SEARCH)
    names = layout_words().words("pivot", "labels")
    for row, cells in head:
        for column, value in cells.items():
            if isinstance(value, str) and fold(value) in names:
                return _read(sheet, row, column, reader)
        summed = [column for column, value in cells.items() if isinstance(value, str) and _SUMMED.match(value)]
        if summed and min(cells) < min(summed):
            return _filled(_plain(sheet, row), row, min(summed))
    return sheet


def _filled(sheet: Sheet, header: int, end: int) -> Sheet:
    """A pivot with a column for each kind of label: what stands above a blank label goes on, down to its total."""
    left = [shown(cells.get(min(cells))) for row, cells in sheet.rows(0, _LONGEST) if row > header and cells]
    if any(one and one == other for one, other in itertools.pairwise(left)):
        return sheet  # every line names itself
    last: dict[int, str] = {}
    texts: dict[int, dict[int, str]] = {}
    for row, cells in sheet.rows(0, _LONGEST):
        labels = {column: shown(value) for column, value in cells.items() if column < end}
        if row <= header or not labels:
            continue
        first = min(labels)
        last = {column: text for column, text in last.items() if column < first}
        texts[row] = dict(last) if not _is_total(labels[first]) else {}
        last |= labels
    for column in sorted({column for found in texts.values() for column in found}):
        sheet = with_cells(sheet, column, {row: found[column] for row, found in texts.items() if column in found})
    return sheet


def _is_total(label: str) -> bool:
    words = layout_words().words("rows", "total")
    return fold(label) in words or fold(label).split()[-1:] == ["total"] or fold(label).split()[:1] == ["total"]


def _read(sheet: Sheet, header: int, column: int, reader: LabelReader) -> Sheet:
    lines, whole = _lines(sheet, header, column)
    is_flat = whole is not None and _comes_to(lines, whole)
    inner = [] if is_flat else _inner(lines)
    if inner == [] and not is_flat and (whole or _is_doubtful(sheet, header, lines)):
        return sheet  # some of the lines may be the average of others
    if not lines or inner is None:
        return sheet
    outer = {line.label for at, line in enumerate(lines) if inner and inner[at] is None}
    labels = [line.label for at, line in enumerate(lines) if not inner or inner[at] is not None]
    kind, around = _kind(labels, reader), _kind(sorted(outer), reader)
    if kind == "name" and not inner and _are_names(sheet, header, column, reader):
        kind = _kind_of_units(labels) or kind
    if inner and kind == around:
        return sheet  # nothing tells what is what
    made = with_texts(_plain(sheet, header), header, {column: _HEADERS[kind]})
    if not inner:
        for row in [line.row for line in lines if kind == "name" and _is_blank(line.label)]:
            made = with_texts(made, row, {column: ""})
        return made
    beside = {line.row: told for line, told in zip(lines, inner, strict=True)}
    made = with_column(made, {header: _HEADERS[around]} | {row: told for row, told in beside.items() if told})
    for row in [row for row, told in beside.items() if not told]:
        made = with_texts(made, row, {column: "Total"})
    return made


def _plain(sheet: Sheet, header: int) -> Sheet:
    """`Sum of Target` as `Target`, in the header and the lines above it; the words of the corner away."""
    for row, cells in sheet.head(_SEARCH):
        texts = {column: _SUMMED.sub("", visible(value)) for column, value in cells.items()
                 if isinstance(value, str) and row <= header}  # fmt: skip
        corner = {column: "" for column, text in texts.items() if fold(text) in _CORNER}
        sheet = with_texts(sheet, row, {column: text for column, text in texts.items()
                                        if text != cells[column]} | corner)  # fmt: skip
    return sheet


def _lines(sheet: Sheet, header: int, column: int) -> tuple[list[_Line], _Line | None]:
    """The rows with a label, and the grand total below them."""
    found, totals = [], layout_words().words("rows", "total")
    rows = [(row, cells) for row, cells in sheet.rows(0, _LONGEST) if row > header]
    texts = [value for _, cells in rows for value in cells.values() if isinstance(value, str)]
    sign = numbers.decimal_sign([text for text in texts if text[:1].isdigit()]) or "."
    for row, cells in rows:
        label = shown(cells.get(column))
        figures = {at: amount for at, value in cells.items()
                   if at > column and (amount := _amount(value, sign)) is not None}  # fmt: skip
        if not label or fold(label) in totals:
            return found, _Line(row, label, figures) if label else None
        found.append(_Line(row, label, figures))
    return found, None


def _comes_to(lines: Sequence[_Line], whole: _Line) -> bool:
    """Whether all lines together are the grand total, so that none of them is the sum of others; a share has none."""
    return any(amount and abs(sum(line.figures.get(column, 0.0) for line in lines) - amount) <= _TINY * abs(amount)
               for column, amount in whole.figures.items())  # fmt: skip


def _is_doubtful(sheet: Sheet, header: int, lines: Sequence[_Line]) -> bool:
    """No grand total tells, and a label stands twice or the figures are no sums."""
    labels = [line.label for line in lines]
    texts = [value for row, cells in sheet.head(_SEARCH) if row <= header
             for value in cells.values() if isinstance(value, str)]  # fmt: skip
    return len(set(labels)) < len(labels) or any(map(_NO_SUM.match, texts))


def _amount(value: object, sign: str) -> float | None:
    if isinstance(value, str):
        read = numbers.number(value, sign)
        return read.value if read else None
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _inner(lines: Sequence[_Line]) -> list[str | None] | None:
    """For each line the label that it belongs to, None for that label itself; an empty list where no line is the sum of
    others, and None where some are and the rest is not clear."""
    found: list[str | None] = []
    at = 0
    while at < len(lines):
        length = _parts(lines, at)
        if not length:
            break
        found += [None, *[lines[at].label] * length]
        at += length + 1
    if at == len(lines) and len(found) > 2:
        return found
    some = any(_parts(lines, each) > 1 for each in range(len(lines)))
    return None if some else []


def _parts(lines: Sequence[_Line], at: int) -> int:
    """How many of the next lines come to just the figures of this one, in every column; 0 for none."""
    whole, left = lines[at].figures, dict(lines[at].figures)
    best = 0
    for count, line in enumerate(lines[at + 1 :], 1):
        for column, amount in line.figures.items():
            left[column] = left.get(column, 0.0) - amount
        if all(abs(rest) <= _TINY * max(1.0, abs(whole.get(column, 0.0))) for column, rest in left.items()) and whole:
            best = count
            break
        if any(rest < -_TINY * max(1.0, abs(whole.get(column, 0.0))) for column, rest in left.items()):
            break
    return best


def _is_blank(label: str) -> bool:
    """`(kosong)`: the rows whose cell nobody filled in."""
    return fold(label) in _BLANK and label.startswith("(")


def _are_names(sheet: Sheet, header: int, column: int, reader: LabelReader) -> bool:
    """Whether the columns of a pivot are of several things (`Sum of Balita ditimbang`), and neither kinds nor times."""
    cells = next((cells for row, cells in sheet.head(_SEARCH) if row == header), {})
    texts = [_SUMMED.sub("", value) for at, value in cells.items() if at > column and isinstance(value, str)]
    return bool(texts) and all(reader.label(text).rest and not reader.label(text).says_something for text in texts)


def _kind_of_units(labels: Sequence[str]) -> str | None:
    """`Posyandu Melati`, `Kelompok tani Makmur`: labels that begin with what stands in the rows of other tables."""
    for kind in ("place", "partner"):
        words = layout_words().words("unit_rows", kind)
        if all(any(fold(label).startswith(f"{word} ") for word in words) for label in labels if not _is_blank(label)):
            return kind
    return None


def _kind(labels: Sequence[str], reader: LabelReader) -> str:
    """What labels name: places, partners, periods, else indicators."""
    labels = [label for label in labels if not _is_blank(label)]
    if not labels:
        return "name"
    if all(periods.period(label) or periods.part(label) for label in labels):
        return "period"
    told = unit_named(labels, reader.known)
    read = [reader.label(label) for label in labels]
    for kind in ("place", "partner"):
        if told == kind or all(getattr(label, kind) for label in read):
            return kind
    return "name"
