"""Texts and their labels out of a CSV as people really save it: a row stays a row, whatever its quotes and commas.

Any of `,` `;` and tab divides; UTF-8, UTF-16 with or without a mark, and Windows-1252. A quote that is never closed, or
closed inside a word, is a sign like any other; commas that nobody quoted belong to the text.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from data.reading.delimited import decoded

_DELIMITERS = (",", ";", "\t", "|")


class NoSuchColumn(ValueError):  # noqa: N818  # reads as the sentence that it becomes
    """The first line of the file does not name the columns that are needed."""


def read(path: Path, needed: Sequence[str]) -> list[dict[str, str]]:
    """One dictionary a row, with the needed columns; empty lines are no rows.

    Args:
        needed: `text`, or `text` and `label`; the header may write them in capitals and with spaces.

    Raises:
        NoSuchColumn: when the header lacks one. OSError, UnicodeError: when the file cannot be read.
    """
    text, _notes = decoded(path.read_bytes(), is_lenient=True)
    start = len(text) - len(text.lstrip("\n"))
    end = _line_end(text, start)
    if not text[start:end].strip():
        return []
    headers = {sign: [_plain(name).casefold() for name in _line(text[start:end], sign)] for sign in _DELIMITERS}
    delimiter = next((sign for sign in _DELIMITERS if set(needed) <= set(headers[sign])), None)
    if delimiter is None:
        raise NoSuchColumn
    header = headers[delimiter]
    places = [header.index(name) for name in needed]
    fields = (_fitted(found, len(header), header.index("text"), delimiter)
              for found in records(text[end + 1 :], delimiter, len(header)))  # fmt: skip
    return [{name: found[place] for name, place in zip(needed, places, strict=True)} for found in fields]


def records(text: str, delimiter: str, width: int) -> Iterator[list[str]]:
    """The fields of every row that is not empty.

    A row goes on in the next line only inside quotes that are properly closed, with as many fields as the header has,
    and where its lines are no rows by themselves.
    """
    at = 0
    while at < len(text):
        end = _line_end(text, at)
        if not text[at:end].strip():
            at = end + 1
            continue
        fields, behind = _record(text, at, delimiter)
        if behind > end and not _goes_on(text, at, behind, delimiter, fields, width):
            fields, behind = _line(text[at:end], delimiter), end
        yield fields
        at = behind + 1


def one_spelling(labels: Sequence[str]) -> list[str]:
    """`Negatif`, `negatif ` and `NEGATIF` are one label, written as it is most often."""
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    plain = [" ".join(label.split()) for label in labels]
    for label in plain:
        spelled[label.casefold()][label] += 1
    return [min(spelled[label.casefold()].items(), key=lambda one: (-one[1], one[0]))[0] for label in plain]


def _goes_on(text: str, at: int, behind: int, delimiter: str, fields: list[str], width: int) -> bool:
    lines = [line for line in text[at:behind].split("\n") if line.strip()]
    are_rows = width > 1 and all(len(_line(line, delimiter)) == width for line in lines)
    return len(fields) == width and not are_rows


def _record(text: str, at: int, delimiter: str) -> tuple[list[str], int]:
    """The fields from here and where the record ends; a quote that is not closed is a sign."""
    fields: list[str] = []
    while True:
        closing = _closing(text, at, delimiter) if text.startswith('"', at) else None
        if closing is not None:
            fields.append(text[at + 1 : closing].replace('""', '"'))
            at = closing + 1
        else:
            end, sign = _line_end(text, at), text.find(delimiter, at)
            stop = sign if 0 <= sign < end else end
            fields.append(text[at:stop])
            at = stop
        if not text.startswith(delimiter, at):
            return fields, at
        at += 1


def _closing(text: str, at: int, delimiter: str) -> int | None:
    """Where the quote that opens here is closed, None where what closes it stands inside a word."""
    place = text.find('"', at + 1)
    while place >= 0 and text.startswith('"', place + 1):
        place = text.find('"', place + 2)
    behind = text[place + 1 : place + 2] if place >= 0 else None
    return place if behind is not None and behind in ("", "\n", delimiter) else None


def _line(line: str, delimiter: str) -> list[str]:
    return _record(line, 0, delimiter)[0]


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _fitted(fields: list[str], width: int, place: int, delimiter: str) -> list[str]:
    """As many fields as the header has: what is too much belongs to the text, what lacks is empty."""
    surplus = len(fields) - width
    if surplus > 0:
        fields = [*fields[:place], delimiter.join(fields[place : place + surplus + 1]), *fields[place + surplus + 1 :]]
    return fields + [""] * -surplus


def _plain(name: str) -> str:
    return name.strip().strip('"').strip()
