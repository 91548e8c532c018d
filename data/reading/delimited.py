"""Delimited text (.csv): every cell stays text, and a line that could shift values into the wrong column stops."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from data.reading import limits
from data.reading.refusals import Refused
from data.reading.sheet_part import SheetContent
from data.reading.sheets import Note
from data.reading.table_file import Pieces
from data.reading.typed_cells import add_rows

_DELIMITERS = ",;\t|"
_MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]")
_SIGNS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
          (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip


def read_delimited(text: str) -> tuple[SheetContent, list[Note]]:
    """The table in a text: row numbers are those of its records, as Excel would show them.

    Raises Refused with the line for open quotation marks and lines with too many values.
    """
    notes: list[Note] = []
    first, _, rest = text.partition("\n")
    declared = re.fullmatch(r"sep=(.)", first.strip())
    offset = 2 if declared else 1
    delimiter = declared[1] if declared else _delimiter(text)
    records = _records(rest if declared else text, delimiter, offset)
    width, is_short = _width(records)
    if is_short:
        notes.append(Note("short_rows", {"count": len(is_short), "line": is_short[0]}))
    content = SheetContent(Pieces("csv"))
    if width > limits.COLUMNS:
        raise Refused("too_many_columns", sheet="csv", column=width, limit=limits.COLUMNS)
    add_rows(content.pieces, ((number, record) for number, (_, record) in enumerate(records, offset)))
    return content, notes


def decoded(raw: bytes, *, is_lenient: bool = False) -> tuple[str, list[Note]]:
    """The text in a file, with line feeds alone.

    Raises Refused with the line where its letters cannot be read; with `is_lenient` a sign stands in their place.
    """
    encoding, notes = _encoding(raw, is_lenient)
    errors = "replace" if is_lenient else "strict"
    try:
        text = raw.decode(encoding, "strict" if encoding.startswith("utf-8") else errors)
    except UnicodeDecodeError as error:
        # neither the one nor the other
        if not is_lenient and (not encoding.startswith("utf-8") or _MULTIBYTE.search(raw)):
            raise Refused("encoding", line=_line(raw, error.start)) from error
        try:
            text = raw.decode("cp1252", errors)
        except UnicodeDecodeError as again:
            raise Refused("encoding", line=_line(raw, again.start)) from again
        notes = [Note("encoding_guessed", {"encoding": "Windows-1252"})]
    if "\0" in text and not is_lenient:
        raise Refused("encoding", line=text.count("\n", 0, text.index("\0")) + 1)
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def _encoding(raw: bytes, is_lenient: bool) -> tuple[str, list[Note]]:
    """By the sign at the start of the file; without one UTF-16 where every second byte is zero, else UTF-8."""
    if found := next((name for sign, name in _SIGNS if raw.startswith(sign)), None):
        return found, []
    if plain := _utf16_without_sign(raw):
        return plain, [Note("encoding_guessed", {"encoding": "UTF-16"})]
    if b"\0" in raw and not is_lenient:
        raise Refused("encoding", line=_line(raw, raw.index(b"\0")))
    if b"\0" in raw[:200]:
        return "utf-16-be" if raw[:1] == b"\0" else "utf-16-le", []
    return "utf-8-sig", []


def _utf16_without_sign(raw: bytes) -> str | None:
    """utf-16-le or -be of a text without the sign at its start: every second byte of it is zero, and no other."""
    halves = {"utf-16-le": raw[1:100_000:2], "utf-16-be": raw[0:100_000:2]}
    for encoding, other in (("utf-16-le", "utf-16-be"), ("utf-16-be", "utf-16-le")):
        if len(raw) % 2 == 0 and halves[encoding].count(0) > 0.8 * len(halves[encoding]) and 0 not in halves[other]:
            return encoding
    return None


def _line(raw: bytes, at: int) -> int:
    return max(raw.count(b"\n", 0, at), raw.count(b"\r", 0, at)) + 1


def _delimiter(text: str) -> str:
    """The delimiter that the first lines agree on; the one that gives most columns, text in quotes left out."""
    lines = [re.sub(r'"[^"]*"', "", line) for line in text[:100_000].split("\n")[:50] if line.strip()]
    counts = {each: Counter(line.count(each) for line in lines) for each in _DELIMITERS}

    def agreement(delimiter: str) -> tuple[int, int]:
        count, lines_with = max(
            ((n, times) for n, times in counts[delimiter].items() if n),
            default=(0, 0),
            key=lambda pair: pair[1],
        )
        return lines_with, count

    return max(_DELIMITERS, key=agreement)


def _records(text: str, delimiter: str, first_line: int) -> list[tuple[int, list[str]]]:
    """(line, values) of every record, empty ones included: they count in the row numbers."""
    csv.field_size_limit(limits.MEGABYTE)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    return list(_numbered(reader, first_line))


def _numbered(reader: Iterator[list[str]], first_line: int) -> Iterator[tuple[int, list[str]]]:
    line = first_line
    while True:
        try:
            record = next(reader, None)
        except csv.Error as error:
            if "field larger" in str(error):
                place, limit = f"line {line}", limits.TEXT_CHARACTERS
                raise Refused("text_too_long", sheet="csv", place=place, limit=limit) from error
            raise Refused("csv_quote", line=line) from error
        if record is None:
            return
        yield line, record
        line = reader.line_num + first_line  # type: ignore[attr-defined]


def _width(records: list[tuple[int, list[str]]]) -> tuple[int, list[int]]:
    """The width of the table and the lines that are shorter.

    The most common width is the table's. A longer line is refused: its values would stand under the wrong heading.
    """
    widths = Counter(_filled(record) for _, record in records)
    common = Counter(len(record) for _, record in records if record)
    width = max(common, key=lambda each: (common[each], each), default=0)
    if max(widths, default=0) > width:
        line, record = next(pair for pair in records if _filled(pair[1]) > width)
        raise Refused("csv_ragged", line=line, found=len(record), expected=width)
    return width, [line for line, record in records if 1 < len(record) < width]


def _filled(record: list[str]) -> int:
    """Values up to the last that is not empty."""
    count = len(record)
    while count and not record[count - 1].strip():
        count -= 1
    return count
