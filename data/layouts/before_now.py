"""`Bulan lalu` | `Bulan ini` | `Kumulatif`: what came before is all of the months before where it and this month come
to the running total, and not the figure of the one month before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from data import numbers
from data.layouts.roles import Figure
from data.layouts.table import Table


def with_before(table: Table) -> list[Figure]:
    """The figures of a table, with those before this month as running totals where the table adds them up so."""
    running = {before.column for before, now, total in _threes(table) if _adds_up(table, before, now, total)}
    return [replace(figure, is_to_date=True) if figure.column in running else figure for figure in table.roles.figures]


def _threes(table: Table) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Of one indicator, unit and group: the figure of the month before, that of this month, and a total."""
    figures = table.roles.figures
    totals = [*table.roles.totals, *(figure for figure in figures if figure.is_to_date)]
    for before in figures:
        if before.shift is None or before.shift.steps != -1 or before.is_to_date:
            continue
        for now in figures:
            is_now = now.shift is not None and not now.shift.steps and not now.is_to_date
            if is_now and _whose(now) == _whose(before):
                yield from ((before, now, total) for total in totals if _whose(total) == _whose(before))


def _whose(figure: Figure) -> tuple:
    return figure.group, figure.place, figure.partner


def _adds_up(table: Table, *columns: Figure) -> bool:
    amounts = [[table.amount(row.at, figure.column) for figure in columns] for row in table.rows.rows]
    known = [each for each in amounts if None not in each]
    return bool(known) and any(before for before, _, _ in known) and all(map(_is_sum, known))


def _is_sum(amounts: Sequence[float | None]) -> bool:
    before, now, total = (each or 0.0 for each in amounts)
    return numbers.is_close(total, before + now)
