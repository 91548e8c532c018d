"""`Target/bln` beside columns of months: one figure that stands for each of them, and never for the half-year of the
title."""

import re
from dataclasses import replace

from data import periods
from data.layouts.dating import When, when
from data.layouts.roles import Figure
from data.layouts.table import Table
from data.problems import WARNS

_EACH = {
    "month": re.compile(r"(?:/|\b(?:per|tiap|setiap|each|a)\b)\s*(?:bln|bulan|month)\b|\b(?:bulanan|monthly)\b", re.I),
    "quarter": re.compile(
        r"(?:/|\b(?:per|tiap|setiap|each|a)\b)\s*(?:tw|triwulan|kuartal|quarter)\b|\b(?:triwulanan|quarterly)\b", re.I),
}  # fmt: skip


def for_each_period(table: Table) -> list[Figure]:
    """The figures of a table, a target of each month written once for each month that has a column of its own.

    Where none has, the target is left out by name: of how many months the period around the table is made, only a sum
    could use, and a level could not.
    """
    kept: list[Figure] = []
    for figure in table.roles.figures:
        kind = _kind(figure)
        own = _when(table, figure) if kind else None
        if kind is None or (own and _read(own) and _read(own).kind == kind):
            kept.append(figure)
            continue
        beside = {read.key: read for each in table.roles.figures if each.what != "target"
                  and (told := _when(table, each)) and (read := _read(told)) and read.kind == kind}  # fmt: skip
        kept += [replace(figure, period=read, part=None, year=None) for _, read in sorted(beside.items())]
        if beside:
            table.report("target_of_each", WARNS, at=table.block.header_cells[figure.column], column=figure.column,
                         found=figure.header, expected=f"{min(beside)} … {max(beside)}", count=len(beside))  # fmt: skip
        else:
            table.roles.left_out[figure.column] = "unknown"
    return kept


def _kind(figure: Figure) -> str | None:
    """The kind of period of which a target says that it stands for each; None for any other figure."""
    if figure.what != "target" or figure.has_time or figure.is_to_date or figure.shift or figure.doubt:
        return None
    return next((kind for kind, pattern in _EACH.items() if pattern.search(figure.header)), None)


def _when(table: Table, figure: Figure) -> When | None:
    return when(table, table.rows.rows[0], figure) if table.rows.rows else None


def _read(told: When) -> periods.Period | None:
    return periods.period(told.text)
