"""A title that says *kumulatif* over columns of months or quarters: each figure runs from the start to its period."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from data.layouts.roles import Figure
from data.layouts.table import Table
from definitions.fold import fold
from definitions.layouts import layout_words

_LINES = 8  # above a header, in which its title stands


def with_running(table: Table) -> list[Figure]:
    """The figures of a table, those from the start where its title says so.

    Only where the table bears it out: two or more columns of one kind of period and unit, whose figures fall in no row
    and rise in one, and no column that says so itself (then the title speaks of that one).
    """
    given = table.roles.figures
    if any(figure.is_to_date for figure in given) or table.roles.totals or not _says_so(table):
        return given
    running: set[int] = set()
    dated = sorted((figure for figure in given if _kind(figure)), key=_unit)
    for _, alike in itertools.groupby(dated, key=_unit):
        steps = sorted(alike, key=_time)
        running |= {figure.column for figure in steps} if _rise(table, steps) else set()
    return [replace(figure, is_to_date=figure.column in running) for figure in given]


def _says_so(table: Table) -> bool:
    words = layout_words()
    return any(words.said("evidence", "running_title", text) and not words.said("evidence", "no_running_title", text)
               for text in (*_titles(table), table.grid.sheet.name))  # fmt: skip


def _titles(table: Table) -> Iterator[str]:
    """The lines above the header that hold one text alone, up to the table before it."""
    for at in range(table.block.top - 1, max(-1, table.block.top - 1 - _LINES), -1):
        texts = [value for column in table.grid.columns if (value := table.grid.value(at, column)) is not None]
        if len(texts) > 2 or any(not isinstance(text, str) for text in texts):
            return
        yield from (fold(str(text)) for text in texts)


def _kind(figure: Figure) -> str | None:
    kind = figure.period.kind if figure.period else figure.part.kind if figure.part else None
    return kind if kind in ("month", "quarter") else None


def _unit(figure: Figure) -> tuple[str, ...]:
    """Of what, of whom, of which year and kind of period a figure is."""
    year = figure.period.start.year if figure.period else figure.year
    return tuple(str(each) for each in (figure.what, figure.place, figure.partner, figure.group, year, _kind(figure)))


def _time(figure: Figure) -> str:
    whole = figure.period or (figure.part.of(2000) if figure.part else None)
    return whole.key if whole else ""


def _rise(table: Table, steps: Sequence[Figure]) -> bool:
    rises = 0
    for row in table.rows.rows:
        amounts = [amount for figure in steps if (amount := table.amount(row.at, figure.column)) is not None]
        if any(after < before for before, after in itertools.pairwise(amounts)):
            return False
        rises += len(amounts) > 1 and amounts[-1] > amounts[0]
    return rises > 0
