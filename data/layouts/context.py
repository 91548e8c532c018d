"""What stands above a table, in the name of its sheet and of its file: a year, a period, a place, a partner."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.layouts import areas, title_periods
from data.layouts.blocks import Block
from data.layouts.grid import Grid
from data.layouts.labels import LabelReader
from definitions.fold import fold, visible
from definitions.layouts import layout_words

_KEYS = ("partner", "place", "programme", "period", "year")
_PLANNED = re.compile(r"\btarget(?:nya)?\s+(?:rp\s+)?\d[\d ]*")
_TIMES = ("period", "year")
_TO = ("s d", "sd", "sampai", "sampai dengan", "hingga", "to", "until", "")  # the last is a dash
_DAYS = ("tanggal", "tgl", "hari tanggal")
_LONGEST = 80  # letters of what stands behind `Mitra :`
_LONGEST_TITLE = 200


@dataclass(frozen=True)
class Stated:
    """Something said outside the table. `at` and `column` are its cell; -1 for the name of the sheet or file, whose
    whole text is `source`."""

    text: str
    source: str
    at: int = -1
    column: int = -1


def stated(
    grid: Grid, block: Block, reader: LabelReader, file_name: str, others: Sequence[Block] = ()
) -> dict[str, Stated]:
    """What is said around a table: period, part, year, what, partner, place, programme; the nearest line first.

    Of `others`, the tables of the sheet, only lines of a single text speak: their headers and rows say nothing of it.
    """
    found: dict[str, Stated] = {}
    for at in range(block.top - 1, -1, -1):
        if any(each.top <= at < each.end for each in others) and not _is_one_text(grid, at):
            continue
        for key, said in _line(grid, reader, at):
            found.setdefault(key, said)
    for text in (grid.sheet.name, file_name):
        for key, value in [*_title(text, reader), *_bare_part(text, reader)]:
            if key in ("period", "part", "year", "span", "as_of") or text is grid.sheet.name:
                found.setdefault(key, Stated(value, text))
    return _in_doubt(found)


def _in_doubt(found: dict[str, Stated]) -> dict[str, Stated]:
    """A span that is no period (`Februari – Mei 2025`) is that of the figures, where nothing else is: they stop."""
    span = found.pop("span", None)
    if span and not {"period", "part"} & set(found):
        found["period"] = span
    return found


def _is_one_text(grid: Grid, at: int) -> bool:
    values = [value for column in grid.columns if (value := grid.value(at, column)) is not None]
    return len(values) == 1 and isinstance(values[0], str)


def _bare_part(text: str, reader: LabelReader) -> Iterator[tuple[str, str]]:
    """A sheet called `Feb` or `TW II`: the part of the year that something else names. A number alone is none."""
    label = reader.label(text)
    if label.part and label.is_plain and not label.whats and any(letter.isalpha() for letter in text):
        yield "part", text.strip()


def _line(grid: Grid, reader: LabelReader, at: int) -> Iterator[tuple[str, Stated]]:
    cells = [(column, text) for column in grid.columns if (text := grid.text(at, column))]
    is_keyed = False
    for place, (column, text) in enumerate(cells):
        head, colon, tail = text.partition(":")
        key = "period" if fold(head) in _DAYS else layout_words().fields.get(fold(head).removesuffix(" ke"))
        if key in _KEYS and (colon or len(cells) > 1) and (not is_keyed or key in _TIMES):
            value, where = (tail.strip(), column) if tail.strip() else _next(cells, place)
            value = _with_end(cells, value, where) if key in _TIMES else value
            if value:
                yield from ((each, Stated(told, text, at, where)) for each, told in _keyed(key, head, value, reader))
                is_keyed = True
        if not is_keyed:
            yield from ((each, Stated(told, text, at, column)) for each, told in _title(text, reader))


def _next(cells: list[tuple[int, str]], place: int) -> tuple[str, int]:
    for column, text in cells[place + 1 :]:
        if value := text.lstrip(": ").strip():
            return value, column
    return "", -1


def _with_end(cells: list[tuple[int, str]], value: str, where: int) -> str:
    """`Januari` | `s/d` | `Juni 2025` in cells of their own: the period ends with the last of them."""
    after = [text for column, text in cells if column > where]
    is_span = len(after) > 1 and fold(after[0]).strip("-–— ") in _TO
    return f"{value} s/d {after[1].strip(': ')}" if is_span else value


def _keyed(key: str, head: str, value: str, reader: LabelReader) -> Iterator[tuple[str, str]]:
    if key in _TIMES:
        yield from title_periods.keyed(head, value)
    elif len(value) <= _LONGEST:
        yield key, value


def _title(text: str, reader: LabelReader) -> Iterator[tuple[str, str]]:
    """What a free text says: its longest period, its only year, a named area, a known partner, target or result."""
    yield from title_periods.said(text)
    plain = " ".join(re.sub(r"[_|]+", " ", visible(text)).split())[:_LONGEST_TITLE]
    plain = title_periods.without_asides(plain)
    folded = f" {fold(plain)} "
    partners = [code for name, code in reader.known.partners.items() if len(name) > 2 and f" {name} " in folded]
    if len(set(partners)) == 1:
        yield "partner", partners[0]
    if place := areas.area(plain) or areas.village(plain, reader):
        yield "place", place
    kinds = _PLANNED.sub(" ", folded)  # `(target 5.000 batang)` says nothing of the figures below
    whats = {layout_words().what.get(word) for word in kinds.split()} & {"target", "result"}
    if len(whats) == 1:
        yield "what", str(whats.pop())
