"""Rows whose cells hold several indicators, a line each, with as many lines of figures beside: read as a row each."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc

from data import numbers
from data.layouts.grid import HEADER_ROWS, Grid
from data.layouts.labels import LabelReader
from data.reading import Sheet, Workbook

_ITEM = re.compile(r"^\s*(?:[-•*–▪]|\(?\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[a-z][.)])\s+", re.I)
_FIELDS = ("baseline", "final_target")


@dataclass(frozen=True)
class _Header:
    """Where the indicators are named, and the columns whose header says that figures stand below."""

    at: int
    name: int
    figures: Sequence[int]


def line_by_line(workbook: Workbook, reader: LabelReader) -> Workbook:
    """The workbook with such rows taken apart; a row whose lines do not match stays, and its check speaks of it."""
    return replace(workbook, sheets=tuple(_apart(sheet, reader) for sheet in workbook.sheets))


def _apart(sheet: Sheet, reader: LabelReader) -> Sheet:
    if not any(_has_lines(sheet, column) for column in sheet.fields):
        return sheet
    grid = Grid(sheet)
    header = _header(grid, reader)
    parts = (
        {at: found for at in range(header.at + 1, len(grid)) if (found := _parts(grid, header, at))} if header else {}
    )
    if not parts:
        return sheet
    taken = [at for at in range(len(grid)) for _ in range(_count(parts, at))]
    table = sheet.table.take(taken)
    for column in {column for found in parts.values() for column in found}:
        texts = sheet.table.column(f"t{column}").to_pylist()
        cells = [cell for at in range(len(grid))
                 for cell in parts.get(at, {}).get(column, [texts[at]] * _count(parts, at))]  # fmt: skip
        name = f"t{column}"
        table = table.set_column(table.column_names.index(name), name, pa.array(cells, pa.string()))
    return replace(sheet, table=table)


def _count(parts: Mapping[int, Mapping[int, Sequence]], at: int) -> int:
    return len(next(iter(parts[at].values()))) if at in parts else 1


def _has_lines(sheet: Sheet, column: int) -> bool:
    name = f"t{column}"
    if name not in sheet.table.column_names:
        return False
    return pc.any(pc.match_substring(sheet.table.column(name), "\n")).as_py() is True


def _header(grid: Grid, reader: LabelReader) -> _Header | None:
    """The first line that names a column of indicators and columns of figures beside it."""
    for at in range(min(len(grid), HEADER_ROWS)):
        labels = {column: reader.label(text) for column in grid.columns if (text := grid.text(at, column))}
        name = next((column for column, label in labels.items() if label.field == "name"), None)
        figures = [column for column, label in labels.items()
                   if column != name and (label.whats or label.has_time or label.field in _FIELDS)]  # fmt: skip
        if name is not None and figures:
            return _Header(at, name, figures)
    return None


def _parts(grid: Grid, header: _Header, at: int) -> dict[int, list[str | None]]:
    """Column → its lines, where the figures of the row have as many lines as it names indicators; else nothing."""
    written = grid.value(at, header.name)
    names = _items(written) if isinstance(written, str) else []
    filled = {column: grid.value(at, column) for column in header.figures if grid.value(at, column) is not None}
    if len(names) < 2 or not filled or not all(isinstance(value, str) for value in filled.values()):
        return {}
    found: dict[int, list[str | None]] = {header.name: list(names)}
    for column in grid.columns:
        value = grid.value(at, column)
        if not isinstance(value, str) or column == header.name:
            continue
        lines = _lines(value, len(names))
        if lines:
            found[column] = lines
        elif column in filled:
            return {}
    figures = [line for column in filled for line in found[column] if line]
    return found if any(map(_is_figure, figures)) else {}


def _items(text: str) -> list[str]:
    """The lines of a cell; where they are numbered, what follows without a number goes on with the one before."""
    found: list[str] = []
    lines = [line.strip() for line in text.replace("\r", "\n").split("\n") if line.strip()]
    is_numbered = bool(lines) and bool(_ITEM.match(lines[0]))
    for line in lines:
        if is_numbered and found and not _ITEM.match(line):
            found[-1] += " " + line
        else:
            found.append(_ITEM.sub("", line))
    return found


def _lines(text: str, count: int) -> list[str | None]:
    """As many lines as there are indicators, an empty one as an empty cell; nothing where there are more or fewer."""
    lines = [_ITEM.sub("", line.strip()) for line in text.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")]
    if len(lines) != count:
        lines = [line for line in lines if line]
    return [line or None for line in lines] if len(lines) == count else []


def _is_figure(text: str) -> bool:
    return numbers.number(text, numbers.decimal_sign([text]) or ",") is not None
