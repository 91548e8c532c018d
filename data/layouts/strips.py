"""The figures of a table column by column: which rows hold one, and of which indicator and period it is."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from data.layouts import kinds, naming
from data.layouts.dating import When, report_no_period, unit_of, when
from data.layouts.long import filled
from data.layouts.restating import find_life
from data.layouts.roles import Figure
from data.layouts.rows import Row
from data.layouts.table import Table
from data.layouts.totals import total_columns, used_rows
from data.problems import WARNS

SHEETS = {
    "target": ("targets", "value"),
    "result": ("results", "value"),
    "numerator": ("results", "numerator"),
    "denominator": ("results", "denominator"),
}


_ACHIEVED = "achieved_or_share"
_MOST = 8  # words that a sentence names


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
    missed = np.zeros(len(at), bool)
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
        if figure.what is None and kinds is not None:
            missed |= own & holds & ~np.isin(kinds, list(SHEETS))
    _say_missed(table, np.flatnonzero(missed))
    for column in total_columns(table):
        used = used_rows(table, column, at)
        if column.figure.what is None and kinds is None:
            continue
        for what, mask in _by_kind(column.figure, kinds, own):
            found += _of_kind(table, column.figure, what, np.flatnonzero(mask & used))
    return found


def _say_missed(table: Table, rows: np.ndarray) -> None:
    """Rows with figures that are neither targets nor results, by the words that say so."""
    told = [table.told(table.rows.rows[row], "what") for row in rows]
    asked = {each.at for each in told if each and _ACHIEVED in table.reader.label(each.text).whats}
    asked = asked if any(problem.code == "share_or_figure_rows" for problem in table.problems) else set()
    words = Counter(each.text if each else "–" for each in told if each is None or each.at not in asked)
    if words:
        named = ", ".join(f"'{word}' ({count})" for word, count in list(words.items())[:_MOST])
        table.report("rows_of_no_kind", WARNS, found=named + (", …" if len(words) > _MOST else ""))


def _by_kind(figure: Figure, kinds: np.ndarray | None, own: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    if figure.what in SHEETS:
        yield figure.what, own
    elif figure.what is None and kinds is not None:
        yield from ((what, own & (kinds == what)) for what in SHEETS if (kinds == what).any())


def _of_kind(table: Table, figure: Figure, what: str, rows: np.ndarray) -> Iterator[Strip]:
    if not len(rows):
        return
    if figure.period and "what" not in table.roles.fields:
        whole = when(table, table.rows.rows[rows[0]], figure)
        if whole is not None:
            yield Strip(figure, what, rows, whole)
        return
    told = [when(table, table.rows.rows[row], figure) for row in rows]
    if None in told:
        report_no_period(table, table.rows.rows[rows[told.index(None)]], figure)
    dated = _once(table, figure, [(row, each) for row, each in zip(rows, told, strict=True) if each is not None])
    if dated:
        yield Strip(figure, what, np.array([row for row, _ in dated], np.int64), tuple(each for _, each in dated))


def _once(table: Table, figure: Figure, dated: list[tuple[int, When]]) -> list[tuple[int, When]]:
    """The figure of a year that stands again, unchanged, in the row of each of its quarters counts in the first."""
    if not (figure.year or figure.is_annual) or figure.is_to_date:
        return dated
    seen: set[tuple] = set()
    kept = []
    for at, each in dated:
        row = table.rows.rows[at]
        own = table.told(row, "period")
        identity = (each.text, table.grid.value(row.at, figure.column), *unit_of(table, row))
        is_again = own is not None and own.at == row.at and own.text != each.text and identity in seen
        seen.add(identity)
        kept += [] if is_again else [(at, each)]
    return kept


def _row_kind(table: Table, row: Row) -> str | None:
    told = table.told(row, "what")
    if told is None:
        return None
    whats = kinds.row_whats(table, told.text) & set(SHEETS)
    if len(whats) == 1:
        return next(iter(whats))
    return told.text if told.text in SHEETS else None
