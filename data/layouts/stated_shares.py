"""The percentages that a table states itself, held against its targets and results: a second witness of the reading.

A column of them is left out, since Dampak works them out. Before that it may tell that a row is wrong, that two
headings are swapped, or that other columns hold the figures than those that were read.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from data import periods
from data.layouts.roles import Figure
from data.layouts.table import Table
from data.problems import WARNS
from definitions.fold import fold
from definitions.layouts import layout_words

_ROUNDED = 0.0051  # a share is written in whole per cent or finer
_CAPS = (1.0, 1.2, 1.5)  # where forms cut a share off
_MOST_SAY = 0.6  # of the rows that can be compared: then this is how the column was worked out
_LEAST_ROWS = 3
_LEAST_ANNUAL = 2
_SCALES = (0.01, 1.0)  # 92 and 0.92


class _Row(NamedTuple):
    at: int
    share: float
    target: float
    result: float


@dataclass(frozen=True)
class _Pair:
    """A target and a result column beside a column of shares, and the rows in which all three have a figure."""

    share: int
    target: Figure
    result: Figure
    rows: tuple[_Row, ...]

    def agreeing(self) -> int:
        return sum(_is_share_of(row.share, row.target, row.result) for row in self.rows)

    def swapped(self) -> int:
        return sum(_is_share_of(share, result, target) and not _is_share_of(share, target, result)
                   for _, share, target, result in self.rows)  # fmt: skip

    def is_most(self, count: int) -> bool:
        return count >= max(_LEAST_ROWS, _MOST_SAY * len(self.rows))


def say(table: Table) -> None:
    """Report the stated percentages that contradict how the table was read."""
    if "what" in table.roles.fields:  # targets and results stand below each other
        return
    for column in _share_columns(table):
        targets, results = (_figures(table, what) for what in ("target", "result"))
        pairs = [pair for pair in _pairs(table, column, targets, results) if pair.rows]
        if not pairs:
            continue
        pairs.sort(key=lambda pair: _apart(table, pair))
        best = max(pairs, key=_Pair.agreeing)
        if best.is_most(best.agreeing()):
            _say_rows(table, best)
        elif best.is_most((turned := max(pairs, key=_Pair.swapped)).swapped()):
            _say_column(table, turned, "stated_shares_swapped", turned.swapped())
        elif len(pairs[0].rows) >= _LEAST_ROWS:
            _say_column(table, pairs[0], "stated_shares_differ", pairs[0].agreeing())


def proposed(table: Table, figure: Figure) -> str | None:
    """`target` or `result` for a column that no word tells, where the table's percentages are made of it and another
    (`Janji | Kenyataan | %`)."""
    others = [other for other in table.roles.figures if other is not figure]
    for column, other in itertools.product(_share_columns(table), others):
        for pair in _pairs(table, column, [other], [figure]):
            if pair.is_most(pair.agreeing()) != pair.is_most(pair.swapped()):
                return "result" if pair.is_most(pair.agreeing()) else "target"
    return None


def with_annual(table: Table) -> list[Figure]:
    """The figures of a table; a target without a time of its own is the year's where the table's percentages are made
    of it and of what was reached up to now (`Target | Bulan ini | s.d. bulan ini | %`).

    Where no figure of the month or quarter alone stands beside, the target may be that of the half-year of the title.
    """
    results = [figure for figure in table.roles.figures if figure.what != "target"]
    running = [figure for figure in results if figure.is_to_date]
    if len(running) == len(results) or "half" in _around(table):
        return table.roles.figures
    plain = [figure for figure in table.roles.figures
             if figure.what == "target" and not (figure.has_time or figure.is_to_date or figure.shift)]  # fmt: skip
    annual = {pair.target.column for column in _share_columns(table)
              for pair in _pairs(table, column, plain, running)
              if len(pair.rows) >= _LEAST_ANNUAL and pair.agreeing() == len(pair.rows)}  # fmt: skip
    return [replace(figure, is_annual=True) if figure.column in annual else figure for figure in table.roles.figures]


def _around(table: Table) -> set[str]:
    """The kind of the period that stands around the table."""
    told = [table.said[key].text for key in ("period", "part") if key in table.said]
    read = [periods.period(periods.to_date(text) or text) or periods.part(text) for text in told]
    return {each.kind for each in read if each}


def _share_columns(table: Table) -> Iterator[int]:
    """Columns left out as worked out whose header says that they are shares of a target."""
    words = layout_words()
    for column, why in table.roles.left_out.items():
        path = table.block.paths.get(column, ())
        said = set(itertools.chain.from_iterable(fold(text).split() for text in path))
        is_share, is_other = (bool(said & set(words.words("stated_shares", kind))) for kind in ("share", "other"))
        if why == "calculated" and is_share and not is_other:
            yield column


def _pairs(table: Table, column: int, targets: Sequence[Figure], results: Sequence[Figure]) -> Iterator[_Pair]:
    for target, result in itertools.product(targets, results):
        for scale in _SCALES:
            yield _Pair(column, target, result, tuple(_rows(table, column, scale, target, result)))


def _figures(table: Table, what: str) -> Sequence[Figure]:
    found = [figure for figure in (*table.roles.figures, *table.roles.totals) if figure.what == what]
    if what == "target" and (final := table.roles.fields.get("final_target")) is not None:
        found.append(Figure(final, " › ".join(table.block.paths[final]), what))
    return found


def _rows(table: Table, column: int, scale: float, target: Figure, result: Figure) -> Iterator[_Row]:
    for row in table.rows.rows:
        share, *two = (table.amount(row.at, each) for each in (column, target.column, result.column))
        if share is None or None in two or not all(two):
            continue  # of a target of 0 there is no share, and a result of 0 fits every way of reading
        is_written = isinstance(table.grid.value(row.at, column), str)
        of_one = share * (0.01 if is_written else 1.0 if table.grid.is_percent(row.at, column) else scale)
        yield _Row(row.at, of_one, *(float(each) for each in two if each is not None))


def _is_share_of(share: float, target: float, result: float) -> bool:
    reached = result / target
    return abs(share - reached) <= _ROUNDED or (share in _CAPS and reached > share)


def _is_explained(row: _Row) -> bool:
    """Also where less is better: the target by the result, or as much below twice the target as the result is."""
    reached = row.result / row.target
    ways = (reached, 1 / reached, 2 - reached)
    return any(abs(row.share - way) <= _ROUNDED for way in ways) or _is_share_of(*row[1:])


def _apart(table: Table, pair: _Pair) -> tuple[int, int]:
    """How little the headers of the three columns have in common, and how far apart they stand."""
    columns = (pair.share, pair.target.column, pair.result.column)
    paths = [table.block.paths.get(column, ()) for column in columns]
    shared = sum(1 for texts in zip(*paths, strict=False) if len(set(texts)) == 1)
    return -shared, sum(abs(pair.share - column) for column in columns)


def _say_rows(table: Table, pair: _Pair) -> None:
    for row in pair.rows:
        if not _is_explained(row):
            table.report("stated_share_differs", WARNS, at=row.at, column=pair.share, header=_header(table, pair.share),
                         found=table.grid.text(row.at, pair.share), target=row.target, result=row.result,
                         expected=round(100 * row.result / row.target, 1))  # fmt: skip


def _say_column(table: Table, pair: _Pair, code: str, agree: int) -> None:
    table.report(code, WARNS, at=table.block.header_cells.get(pair.share, -1), column=pair.share,
                 header=_header(table, pair.share), target=pair.target.header, result=pair.result.header,
                 agree=agree, rows=len(pair.rows))  # fmt: skip


def _header(table: Table, column: int) -> str:
    return " › ".join(table.block.paths[column])
