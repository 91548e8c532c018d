"""What stays the same in the next file of the same kind: the words of a sheet's header, and where they stand."""

import hashlib
import re
from collections.abc import Mapping

from data.periods import MONTH_WORDS
from data.reading import Sheet
from definitions.fold import fold

HEADER_SEARCH = 15
"""Rows from the top within which a header is looked for."""
_LEAST = 2  # texts that a line of a header has; a title has one
_COUNTED = re.compile(r"\d+|\b(?:i{1,3}|iv|" + "|".join(map(re.escape, MONTH_WORDS)) + r")\b")


def shape(sheet: Sheet) -> str:
    """A fingerprint of a sheet's header: its words with their columns, without years, quarters, months and figures.

    The header is the line near the top with the most texts, and the lines right above it; titles, names of partners
    and the rows below change from file to file and do not count.
    """
    lines = [(row, _words(cells)) for row, cells in sheet.head(HEADER_SEARCH)]
    at = max(range(len(lines)), key=lambda place: (len(lines[place][1]), -place), default=None)
    if at is None:
        return hashlib.sha256(b"").hexdigest()[:16]
    first = at
    while first and lines[first - 1][0] == lines[first][0] - 1 and len(lines[first - 1][1]) >= _LEAST:
        first -= 1
    header = [words for _row, words in lines[first : at + 1]]
    return hashlib.sha256(repr(header).encode()).hexdigest()[:16]


def _words(cells: Mapping[int, object]) -> list[tuple[int, str]]:
    texts = {column: fold(value) for column, value in cells.items() if isinstance(value, str)}
    return [(column, _COUNTED.sub("#", text)) for column, text in texts.items() if text]
