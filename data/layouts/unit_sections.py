"""Rows of units that hold the rows below them: a district, with figures of its own, above its villages; or below them
all, as a last row without the word Jumlah.

Each is told to the rows below as the place around them, so that what it repeats is left out and compared with its parts
as any other total of units (data/superiors.py).
"""

import itertools
import re
from collections.abc import Sequence

from data.layouts.grid import Grid
from data.layouts.rows import Row, Told
from data.numbers import is_close
from definitions.fold import fold
from definitions.place_levels import rank
from definitions.places import gazetteer

_DIGITS = re.compile(r"\d+(?:\.0)?[.)]?$")
_LETTERS = re.compile(r"[A-Za-z]{1,4}[.)]?$")
_LEAST_PARTS = 2  # rows above a last one that may be their sum
_MOST_FIT = 0.75
_MANY = 3  # rows in all below the only head of a table, or columns that add up: fewer may do so by chance


def tell_sections(
    grid: Grid, rows: Sequence[Row], place: int, number: int | None, figures: Sequence[int], header: str,
    *, by_sum: bool = False,
) -> None:  # fmt: skip
    """Write into each row the head of the rows that it stands among. `place`, `number` and `figures` are columns,
    `header` stands above the places. With `by_sum` words and numbers tell it only where the figures add up."""
    named = [row for row in rows if own_name(grid, row.at, place)]
    own = [row for row in named if "place" not in row.told]
    if len(own) < len(named):
        return  # headings without figures tell it already
    firsts = _by_number(grid, own, number) or _by_sum(grid, own, place, figures)
    heads = _by_kind(grid, own, place) or _below(firsts, len(own))
    heads = heads or _above_their_sum(grid, own, place, figures, header)
    if by_sum and not _add_up(grid, own, heads, figures):
        return
    for at, head in heads.items():
        own[at].told["place"] = Told(own_name(grid, own[head].at, place), own[head].at, place)


def own_name(grid: Grid, at: int, place: int) -> str:
    """The place that a row names itself, also in a cell that is merged from the column of numbers over that of places
    (`Puskesmas` below 1, 2, 3); one merged over several rows names only the first."""
    merge = grid.merged_at.get((grid.rows[at], place))
    return grid.header_text(at, place) if merge and merge.top == grid.rows[at] else grid.text(at, place)


def _by_kind(grid: Grid, rows: Sequence[Row], place: int) -> dict[int, int]:
    """Row → the row above that holds it, where first words name kinds: `KAB. X`, `KEC. Y`, villages. Empty where a
    place of a wider kind is not followed by one of a finer kind: then it is a figure of its own."""
    said = [rank(fold(own_name(grid, row.at, place)).split(" ")[0]) for row in rows]
    kinds = [max(said) + 1 if kind < 0 else kind for kind in said]
    heads: dict[int, int] = {}
    latest: list[int] = []  # the rows that may hold the next one, from the widest inwards
    for at, kind in enumerate(kinds):
        while latest and kinds[latest[-1]] >= kind:
            latest.pop()
        if latest:
            heads[at] = latest[-1]
        latest.append(at)
    is_whole = len(heads) + kinds.count(min(kinds)) == len(rows)
    finest = max(kinds)
    are_heads = all(kind == finest or kinds[at + 1 : at + 2] > [kind] for at, kind in enumerate(kinds))
    has_several = len(heads) > len(set(heads.values()))
    return heads if is_whole and are_heads and has_several else {}


def _below(heads: set[int], count: int) -> dict[int, int]:
    """Row → the head above it; the first row is a head."""
    found, head = {}, 0
    for at in range(count) if heads else ():
        head = at if at in heads else head
        if at != head:
            found[at] = head
    return found


def _by_number(grid: Grid, rows: Sequence[Row], number: int | None) -> set[int]:
    """A, B or I, II before the heads, and 1, 2, 3 before their parts, which begin anew below each."""
    if number is None:
        return set()
    marks = [grid.text(row.at, number) for row in rows]
    heads = {at for at, mark in enumerate(marks) if _LETTERS.match(mark)}
    parts = [mark for at, mark in enumerate(marks) if at not in heads]
    firsts = [marks[at + 1] for at in heads if at + 1 < len(marks)]
    is_so = bool(heads) and all(map(_DIGITS.match, parts)) and all(mark[:1] == "1" for mark in firsts)
    return heads if is_so and _have_parts(heads, len(rows)) else set()


def _by_sum(grid: Grid, rows: Sequence[Row], place: int, figures: Sequence[int]) -> set[int]:
    """Rows that in two or more columns are the sum of those below them, each down to the next, through the table."""
    amounts = [[_amount(grid, row.at, column) for row in rows] for column in figures]
    columns = list(dict.fromkeys(tuple(column) for column in amounts if any(column) and None not in column))
    if len(columns) < 2:
        return set()
    sums = [list(itertools.accumulate(column, initial=0.0)) for column in columns]
    heads, at = set(), 0
    while at < len(rows):
        end = _end_of_sum(columns, sums, at)
        if end is None:
            return set()
        heads.add(at)
        at = end
    is_many = len(heads) > 1 or len(rows) > _MANY or len(columns) >= _MANY
    return heads if is_many or _is_known_above_unknown(grid, rows, place) else set()


def _is_known_above_unknown(grid: Grid, rows: Sequence[Row], place: int) -> bool:
    """Whether the first row alone names a regency or province: `Sikka` above its health centres."""
    known = [bool(gazetteer().candidates(own_name(grid, row.at, place))) for row in rows]
    return known[0] and not any(known[1:])


def _end_of_sum(columns: Sequence[Sequence[float]], sums: Sequence[Sequence[float]], head: int) -> int | None:
    """The row after the last one that a head adds up, rows of nothing but 0 with them; None where it adds up none.

    `sums` are those of each column up to, and without, a row.
    """
    if not any(column[head] for column in columns):
        return None
    for end in range(head + 3, len(columns[0]) + 1):
        if all(is_close(column[head], up_to[end] - up_to[head + 1]) for column, up_to in
               zip(columns, sums, strict=True)):  # fmt: skip
            while end < len(columns[0]) and not any(column[end] for column in columns):
                end += 1
            return end
    return None


def _above_their_sum(
    grid: Grid, rows: Sequence[Row], place: int, figures: Sequence[int], header: str
) -> dict[int, int]:
    """Every row → the last one, where that is the sum of all above it: in two or more columns, or in one where its name
    is of a wider kind than the header (`Kota Cimahi` below `Kecamatan`). In the others it is no more than the largest
    of its parts, as a share of the whole is; one column in four may hold a slip."""
    amounts = [[_amount(grid, row.at, column) for row in rows] for column in figures]
    columns = list(dict.fromkeys(tuple(column) for column in amounts if any(column) and None not in column))
    if len(rows) <= _LEAST_PARTS or not columns:
        return {}
    kind = rank(fold(own_name(grid, rows[-1].at, place)).split(" ")[0])
    least = 1 if 0 <= kind < rank(header) else 2
    are_sums = [bool(column[-1]) and is_close(column[-1], sum(column[:-1])) for column in columns]
    fit = [is_sum or column[-1] <= max(column[:-1]) for is_sum, column in zip(are_sums, columns, strict=True)]
    is_whole = sum(are_sums) >= least and sum(fit) >= _MOST_FIT * len(fit)
    return dict.fromkeys(range(len(rows) - 1), len(rows) - 1) if is_whole else {}


def _amount(grid: Grid, at: int, column: int) -> float | None:
    """The number in a cell, 0 for a blank one; None for a text or a percentage, which nobody adds up here."""
    value = grid.value(at, column)
    if value is None:
        return 0.0
    is_number = isinstance(value, float) and not isinstance(value, bool) and not grid.is_percent(at, column)
    return value if is_number else None


def _add_up(grid: Grid, rows: Sequence[Row], heads: dict[int, int], figures: Sequence[int]) -> bool:
    """Whether every head is the sum of its rows in some column."""
    for head in set(heads.values()):
        parts = [at for at, own in heads.items() if own == head]
        pairs = [(_amount(grid, rows[head].at, column), [_amount(grid, rows[at].at, column) for at in parts])
                 for column in figures]  # fmt: skip
        if not any(whole and None not in each and is_close(whole, sum(filter(None, each))) for whole, each in pairs):
            return False
    return True


def _have_parts(heads: set[int], count: int) -> bool:
    """Every head is followed by a row of its own, the first row is a head, and some head has two or more."""
    ends = [*sorted(heads), count]
    return bool(heads) and ends[0] == 0 and all(b - a > 1 for a, b in itertools.pairwise(ends))
