"""The figures of a table column by column: which rows hold one, and of which indicator and period it is."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from data.layouts import naming
from data.layouts.dating import When, report_no_period, when
from data.layouts.long import filled
from data.layouts.restating import find_life
from data.layouts.roles import Figure
from data.layouts.rows import Row
from data.layouts.table import Table

SHEETS = {
    "target": ("targets", "value"),
    "result": ("results", "value"),
    "numerator": ("results", "numerator"),
    "denominator": ("results", "denominator"),
}


@dataclass(frozen=True)
class Strip:
    """Figures of one column and kind. `rows` counts among the table's rows; `when` is one for all, or one for each."""

    figure: Figure
    what: str
    rows: np.ndarray
    when: When | tuple[When, ...]

    def whens(self) -> tuple[When, ...]:
        return (self.when,) * len(self.rows) if isinstance(self.when, When) else self.when


def strips(table: Table) -> list[Strip]:
    """Every figure of a table that has a kind and a period. Columns without a period are reported."""
    find_life(table, naming.codes(table))
    at = np.array([row.at for row in table.rows.rows], np.int64)
    own = ~np.isin(at, list(table.life.values()))
    kinds = None
    found: list[Strip] = []
    for figure in table.roles.figures:
        if figure.what is None and kinds is None:
            kinds = np.array([_row_kind(table, row) or "" for row in table.rows.rows], object)
        holds = filled(table.grid.sheet, figure.column)[at] if len(at) else np.zeros(0, bool)
        blank = 0
        for what, mask in _by_kind(figure, kinds, own):
            blank += int((mask & ~holds).sum())
            found += _of_kind(table, figure, what, np.flatnonzero(mask & holds))
        table.blank += blank if figure.what != "target" else 0
    return found


def _by_kind(figure: Figure, kinds: np.ndarray | None, own: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    if figure.what in SHEETS:
        yield figure.what, own
    elif figure.what is None and kinds is not None:
        yield from ((what, own & (kinds == what)) for what in SHEETS if (kinds == what).any())


def _of_kind(table: Table, figure: Figure, what: str, rows: np.ndarray) -> Iterator[Strip]:
    if not len(rows):
        return
    if figure.period:
        whole = when(table, table.rows.rows[rows[0]], figure)
        if whole is not None:
            yield Strip(figure, what, rows, whole)
        return
    told = [when(table, table.rows.rows[row], figure) for row in rows]
    if None in told:
        report_no_period(table, table.rows.rows[rows[told.index(None)]], figure)
    dated = [(row, each) for row, each in zip(rows, told, strict=True) if each is not None]
    if dated:
        yield Strip(figure, what, np.array([row for row, _ in dated], np.int64), tuple(each for _, each in dated))


def _row_kind(table: Table, row: Row) -> str | None:
    told = table.told(row, "what")
    if told is None:
        return None
    whats = table.reader.label(told.text).whats
    return next(iter(whats)) if len(whats) == 1 else told.text if told.text in SHEETS else None
