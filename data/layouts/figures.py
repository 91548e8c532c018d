"""The targets or results of a sheet's tables as one long table."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from data.layouts import naming
from data.layouts.grid import Grid
from data.layouts.long import LongTable
from data.layouts.roles import Figure
from data.layouts.rows import Row
from data.layouts.table import Table
from data.recognised import Recognised

_UNITS = ("partner", "place", "group")
SHEETS = {
    "target": ("targets", "value"),
    "result": ("results", "value"),
    "numerator": ("results", "numerator"),
    "denominator": ("results", "denominator"),
}


class When(NamedTuple):
    """A period as text, and the cell that says it (-1: none, as for the name of the sheet)."""

    text: str
    at: int
    column: int


class Entry(NamedTuple):
    """One figure: the row it belongs to, its column, its indicator, period and unit."""

    row: Row
    figure: Figure
    what: str
    code: str
    when: When


def figures(grid: Grid, found: Sequence[tuple[Table, Iterable[Entry]]], key: str) -> Recognised | None:
    """The long table of one kind, `targets` or `results`; numerator, denominator and value of a share in one row."""
    rows: dict[tuple, list[dict[str, Entry]]] = {}
    tables = {id(table): table for table, _ in found}
    for table, entries in found:
        for entry in entries:
            sheet, name = SHEETS[entry.what]
            if sheet != key:
                continue
            figure = entry.figure
            identity = (id(table), entry.row.at, entry.when.text, figure.place, figure.partner, figure.group)
            alike = rows.setdefault(identity, [])
            own = next((cells for cells in alike if name not in cells), None)
            if own is None:
                alike.append({name: entry})
            else:
                own[name] = entry
    flat = [(tables[identity[0]], cells) for identity, alike in rows.items() for cells in alike]
    flat.sort(key=lambda each: _place(each[1]))
    return _long(grid, key, flat) if flat else None


def _place(cells: dict[str, Entry]) -> tuple[int, int]:
    first = next(iter(cells.values()))
    return first.row.at, min(entry.figure.column for entry in cells.values())


def _long(grid: Grid, key: str, rows: list[tuple[Table, dict[str, Entry]]]) -> Recognised:
    firsts = [next(iter(cells.values())) for _, cells in rows]
    at = np.array([entry.row.at for entry in firsts], np.int64)
    made = LongTable(grid.sheet, key, at)
    for table in {id(table): table for table, _ in rows}.values():
        own = {column: " › ".join(path) for column, path in table.block.paths.items()}
        made.headers = own | made.headers
    names = [entry.row.name for entry in firsts]
    made.add_texts(
        "indicator",
        [entry.code if entry.row.name else None for entry in firsts],
        [name.at if name else entry.row.at for name, entry in zip(names, firsts, strict=True)],
        [
            table.roles.fields.get("code", table.roles.fields.get("name", -1)) if not name else name.column
            for name, (table, _) in zip(names, rows, strict=True)
        ],
    )
    made.add_texts(
        "period",
        [entry.when.text for entry in firsts],
        [entry.when.at for entry in firsts],
        [entry.when.column for entry in firsts],
    )
    for unit in _UNITS:
        told = [_unit(table, entry, unit) for (table, _), entry in zip(rows, firsts, strict=True)]
        if any(told):
            made.add_texts(
                unit,
                [each[0] if each else None for each in told],
                [each[1] if each else -1 for each in told],
                [each[2] if each else -1 for each in told],
            )
    for name in ("value", "numerator", "denominator"):
        columns = [cells[name].figure.column if name in cells else -1 for _, cells in rows]
        if any(column >= 0 for column in columns) and (key == "results" or name == "value"):
            made.add_cells(name, at, np.array(columns, np.int64))
    if key == "results":
        long = {id(table): _is_long(table) for table, _ in rows}
        for name in ("note", "evidence"):
            columns = [
                table.roles.fields.get(name, -1) if name != "note" or long[id(table)] else -1 for table, _ in rows
            ]
            if any(column >= 0 for column in columns):
                made.add_cells(name, at, np.array(columns, np.int64))
    return made.recognised(decimals=naming.decimals(rows[0][0].mapping))


def _is_long(table: Table) -> bool:
    """A note belongs to a figure where each row has one figure; beside a year of figures it is the indicator's."""
    return sum(figure.what in ("result", "numerator", "denominator") for figure in table.roles.figures) <= 2


def _unit(table: Table, entry: Entry, key: str) -> tuple[str, int, int] | None:
    own = getattr(entry.figure, key)
    if own:
        return own, table.block.header_cells.get(entry.figure.column, -1), entry.figure.column
    told = table.told(entry.row, key)
    return (told.text, told.at, told.column) if told else None
