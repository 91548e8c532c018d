"""What stands above a table, in the name of its sheet and of its file: a year, a period, a place, a partner."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data import periods
from data.layouts import areas
from data.layouts.blocks import Block
from data.layouts.grid import Grid
from data.layouts.labels import LabelReader
from data.layouts.year_so_far import with_its_end
from definitions.fold import fold, visible
from definitions.layouts import layout_words

_KEYS = ("partner", "place", "programme", "period", "year")
_PART = re.compile(r"(?:tri\s?wulan|tw|kuartal|quarter|q|semester|smt|sem|bulan|month)$", re.I)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_DAY = rf"\d{{1,2}}\s+(?:{'|'.join(periods.MONTH_WORDS)})[a-z]*\.?,?\s+\d{{4}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}"
_BESIDE_THE_POINT = re.compile(
    rf"(?:nomor|no\.?|number)\s*:?\s*\S+(?:\s+\S+){{0,2}}?\s+(?:tahun|thn|year|of)\s+\d{{4}}"
    rf"|(?:peraturan|perda|perbup|pergub|perwal|permen\w*|keputusan|kepmen\w*|undang-undang|uu|perpres|inpres"
    rf"|regulation|decree|act|law)\b.{{0,80}}?\b(?:19|20)\d{{2}}"
    rf"|(?:dicetak|tanggal\s+cetak|tgl\.?\s+cetak|diunduh|diekspor|dibuat|diperbarui|pembaruan|printed|exported|created"
    rf"|generated|downloaded|updated)\b.*"
    rf"|(?<!\d)(?:{_DAY})(?!\d)(?!\s*(?:-|–|s\.?\s?/?\s?d|sampai|hingga|to\b))",
    re.I,
)
"""A regulation's year, the day of printing and any single day are no period of the figures below them."""
_MONTH = rf"(?<!\w)(?:{'|'.join(periods.MONTH_WORDS)})\.?(?!\w)"
_RANGE = re.compile(
    rf"{_MONTH}(?:\s+(?:19|20)\d{{2}})?\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|to|until)\s*{_MONTH}"
    r"\s+(?:19|20)\d{2}", re.I
)
_SHEET, _FILE = "sheet", "file"


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
            if key in ("period", "part", "year") or text is grid.sheet.name:
                found.setdefault(key, Stated(value, text))
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
    for place, (column, text) in enumerate(cells):
        head, colon, tail = text.partition(":")
        key = layout_words().fields.get(fold(head))
        if key in _KEYS and (colon or len(cells) > 1):
            value, where = (tail.strip(), column) if tail.strip() else _next(cells, place)
            if value:
                yield from ((each, Stated(told, text, at, where)) for each, told in _keyed(key, value, reader))
                return
        yield from ((each, Stated(told, text, at, column)) for each, told in _title(text, reader))


def _next(cells: list[tuple[int, str]], place: int) -> tuple[str, int]:
    for column, text in cells[place + 1 :]:
        if value := text.lstrip(": ").strip():
            return value, column
    return "", -1


def _keyed(key: str, value: str, reader: LabelReader) -> Iterator[tuple[str, str]]:
    if key in ("period", "year"):
        yield from ((each, told) for each, told in _title(value, reader) if each in ("period", "part", "year"))
    elif len(value) <= 80:
        yield key, value


def _title(text: str, reader: LabelReader) -> Iterator[tuple[str, str]]:
    """What a free text says: its longest period, its only year, a named area, a known partner, target or result."""
    plain = " ".join(re.sub(r"[_|]+", " ", visible(text)).split())[:200]
    plain = _without_unread_ranges(with_its_end(_BESIDE_THE_POINT.sub(" ", plain), of_days=False))
    words = plain.split()
    if found := _longest_period(words):
        yield found
    years = set(_YEAR.findall(plain))
    if len(years) == 1:
        yield "year", years.pop()
    folded = f" {fold(plain)} "
    partners = [code for name, code in reader.known.partners.items() if len(name) > 2 and f" {name} " in folded]
    if len(set(partners)) == 1:
        yield "partner", partners[0]
    if place := areas.area(plain) or areas.village(plain, reader):
        yield "place", place
    whats = {layout_words().what.get(word) for word in folded.split()} & {"target", "result"}
    if len(whats) == 1:
        yield "what", str(whats.pop())


def _without_unread_ranges(text: str) -> str:
    """The text without `Juli 2024 – Juni 2025`, `April – September 2025`: neither of the two months is its period, nor
    is the year."""
    return _RANGE.sub(lambda found: found[0] if periods.period(found[0]) else " ", text)


def _longest_period(words: list[str]) -> tuple[str, str] | None:
    cleaned = [word.strip(",;()") for word in words]
    for length in range(min(7, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            window = " ".join(cleaned[start : start + length])
            read = periods.period(periods.to_date(window) or window)
            if read and read.kind not in ("year", "day"):
                return "period", window
    for start in range(len(words) - 1):
        window = " ".join(cleaned[start : start + 2])
        if _PART.match(cleaned[start]) and periods.part(window):
            return "part", window
    return None
