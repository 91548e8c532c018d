"""Error cells of an .ods file, which calamine gives as blanks or as 0: found in a pass of our own over its content."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from xml.parsers import expat

from data.reading import limits
from data.reading.archive import Archive
from data.reading.refusals import Refused

ERROR = re.compile(r"Err:\d{3}|#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
"""What a cell shows whose formula fails, in Excel and in LibreOffice."""
_MOST_REPEATED = 1_000  # cells that one element stands for; more are only ever empty
Errors = dict[str, dict[int, dict[int, str]]]
"""Sheet → row from 1 on → column from 0 on → what the cell shows."""


def errors_in(archive: Archive) -> Errors:
    """Every cell that shows an error. Raises Refused where the content is no XML."""
    found = _Found()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = found.start, found.end
    parser.CharacterDataHandler = found.text
    try:
        for piece in archive.pieces("content.xml", limits.REWRITTEN_BYTES):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Refused("damaged_part", part="content.xml") from error
    return found.errors


class _Found:
    """Where the parser stands: which sheet, row, column, and what the cell shows so far."""

    def __init__(self) -> None:
        self.errors: Errors = defaultdict(lambda: defaultdict(dict))
        self._sheet, self._row, self._column = "", 0, 0
        self._rows_of, self._columns_of = 1, 1
        self._shown: list[str] | None = None
        self._says_error = False

    def start(self, name: str, given: dict[str, str]) -> None:
        if name == "table:table":
            self._sheet, self._row = given.get("table:name", ""), 0
        elif name == "table:table-row":
            self._rows_of, self._column = int(given.get("table:number-rows-repeated", 1)), 0
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._columns_of = int(given.get("table:number-columns-repeated", 1))
            self._says_error = given.get("calcext:value-type") == "error"
            self._shown = [] if self._says_error or "table:formula" in given else None

    def text(self, data: str) -> None:
        if self._shown is not None:
            self._shown.append(data)

    def end(self, name: str) -> None:
        if name in ("table:table-cell", "table:covered-table-cell"):
            shown = "".join(self._shown or ()).strip()
            if self._says_error or ERROR.fullmatch(shown):
                for row, column in self._cells():
                    self.errors[self._sheet][row][column] = shown or "#N/A"
            self._column += self._columns_of
            self._shown, self._says_error = None, False
        elif name == "table:table-row":
            self._row += self._rows_of

    def _cells(self) -> Iterator[tuple[int, int]]:
        for row in range(self._row + 1, self._row + 1 + min(self._rows_of, _MOST_REPEATED)):
            for column in range(self._column, self._column + min(self._columns_of, _MOST_REPEATED)):
                yield row, column
