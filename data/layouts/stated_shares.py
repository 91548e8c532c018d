"""The percentages that a table states itself, held against its targets and results: a second witness of the reading.

A column of them is left out, since Dampak works them out. Before that it may tell that a row is wrong, that two
headings are swapped, or that other columns hold the figures than those that were read.
"""

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

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


@dataclass(frozen=True)
class _Pair:
    """A target and a result column beside a column of shares, and the rows (`at`: their positions) in which all three
    have a figure; `shares` are of one."""

    share: int
    target: Figure
    result: Figure
    at: np.ndarray
    shares: np.ndarray
    targets: np.ndarray
    results: np.ndarray

    def agreeing(self) -> int:
        return int(_is_share_of(self.shares, self.results / self.targets).sum())

    def swapped(self) -> int:
        reached = self.results / self.targets
        return int((_is_share_of(self.shares, 1 / reached) & ~_is_share_of(self.shares, reached)).sum())

    def is_most(self, count: int) -> bool:
        return count >= max(_LEAST_ROWS, _MOST_SAY * len(self.at))


def say(table: Table) -> None:
    """Report the stated percentages that contradict how the table was read."""
    if "what" in table.roles.fields:  # targets and results stand below each other
        return
    columns, (targets, results) = _Columns(table), (_figures(table, what) for what in ("target", "result"))
    for column in _share_columns(table):
        pairs = [pair for pair in _pairs(columns, column, targets, results) if len(pair.at)]
        if not pairs:
            continue
        pairs.sort(key=lambda pair: _apart(table, pair))
        best = max(pairs, key=_Pair.agreeing)
        if best.is_most(best.agreeing()):
            _say_rows(table, best)
        elif best.is_most((turned := max(pairs, key=_Pair.swapped)).swapped()):
            _say_column(table, turned, "stated_shares_swapped", turned.swapped())
        elif len(pairs[0].at) >= _LEAST_ROWS:
            _say_column(table, pairs[0], "stated_shares_differ", pairs[0].agreeing())


def proposed(table: Table, figure: Figure) -> str | None:
    """`target` or `result` for a column that no word tells, where the table's percentages are made of it and another
    (`Janji | Kenyataan | %`)."""
    columns, others = _Columns(table), [other for other in table.roles.figures if other is not figure]
    for column, other in itertools.product(_share_columns(table), others):
        for pair in _pairs(columns, column, [other], [figure]):
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
    columns = _Columns(table)
    annual = {pair.target.column for column in _share_columns(table)
              for pair in _pairs(columns, column, plain, running)
              if len(pair.at) >= _LEAST_ANNUAL and pair.agreeing() == len(pair.at)}  # fmt: skip
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
        is_target = fold(path[-1] if path else "").partition(" ")[0] in ("target", "rencana")  # `Target (%)` is planned
        if why == "calculated" and is_share and not is_other and not is_target:
            yield column


class _Columns:
    """The amounts of a table by column, each column read once; NaN where there is none."""

    def __init__(self, table: Table) -> None:
        self.table, self.at = table, np.array([row.at for row in table.rows.rows], np.int64)
        self._read: dict[int, np.ndarray] = {}

    def amounts(self, column: int) -> np.ndarray:
        if column not in self._read:
            told = (self.table.amount(at, column) for at in self.at.tolist())
            self._read[column] = np.array([math.nan if each is None else float(each) for each in told])
        return self._read[column]

    def of_one(self, column: int, scale: float) -> np.ndarray:
        """Stated shares as fractions: a text is in per cent, a cell shown as per cent a fraction, else as `scale`."""
        grid = self.table.grid
        factors = [0.01 if isinstance(grid.value(at, column), str) else 1.0 if grid.is_percent(at, column) else scale
                   for at in self.at.tolist()]  # fmt: skip
        return self.amounts(column) * np.array(factors)


def _pairs(columns: _Columns, share: int, targets: Sequence[Figure], results: Sequence[Figure]) -> Iterator[_Pair]:
    by_scale = [columns.of_one(share, scale) for scale in _SCALES]
    for target, result in itertools.product(targets, results):
        planned, reached = columns.amounts(target.column), columns.amounts(result.column)
        # Of a target of 0 there is no share, and a result of 0 fits every way of reading.
        known = np.isfinite(by_scale[0]) & np.isfinite(planned) & np.isfinite(reached) & (planned != 0) & (reached != 0)
        for shares in by_scale:
            yield _Pair(share, target, result, columns.at[known], shares[known], planned[known], reached[known])


def _figures(table: Table, what: str) -> Sequence[Figure]:
    found = [figure for figure in (*table.roles.figures, *table.roles.totals) if figure.what == what]
    if what == "target" and (final := table.roles.fields.get("final_target")) is not None:
        found.append(Figure(final, " › ".join(table.block.paths[final]), what))
    return found


def _is_share_of(share: np.ndarray, reached: np.ndarray) -> np.ndarray:
    return (np.abs(share - reached) <= _ROUNDED) | (np.isin(share, _CAPS) & (reached > share))


def _is_explained(pair: _Pair) -> np.ndarray:
    """Also where less is better: the target by the result, or as much below twice the target as the result is."""
    reached = pair.results / pair.targets
    ways = (np.abs(pair.shares - way) <= _ROUNDED for way in (1 / reached, 2 - reached))
    return np.logical_or.reduce([_is_share_of(pair.shares, reached), *ways])


def _apart(table: Table, pair: _Pair) -> tuple[int, int]:
    """How little the headers of the three columns have in common, and how far apart they stand."""
    columns = (pair.share, pair.target.column, pair.result.column)
    paths = [table.block.paths.get(column, ()) for column in columns]
    shared = sum(1 for texts in zip(*paths, strict=False) if len(set(texts)) == 1)
    return -shared, sum(abs(pair.share - column) for column in columns)


def _say_rows(table: Table, pair: _Pair) -> None:
    wrong = ~_is_explained(pair)
    figures = zip(*(each[wrong].tolist() for each in (pair.at, pair.targets, pair.results)), strict=True)
    for at, target, result in figures:
        table.report("stated_share_differs", WARNS, at=at, column=pair.share, header=_header(table, pair.share),
                     found=table.grid.text(at, pair.share), target=target, result=result,
                     expected=round(100 * result / target, 1))  # fmt: skip


def _say_column(table: Table, pair: _Pair, code: str, agree: int) -> None:
    table.report(code, WARNS, at=table.block.header_cells.get(pair.share, -1), column=pair.share,
                 header=_header(table, pair.share), target=pair.target.header, result=pair.result.header,
                 agree=agree, rows=len(pair.at))  # fmt: skip


def _header(table: Table, column: int) -> str:
    return " › ".join(table.block.paths[column])
