"""Small numbers are hidden so that nobody can be recognised, and so that nobody can work them out from the rest.

A table is a cube: a count for every combination of its dimensions, with every margin ("total"). It is judged whole,
once, at its finest, and every filter shows a part of this one judgement: the same cell is hidden in every view.
Source of the rule: CMS cell size policy (no cell of 1 to 10, zero allowed, nothing from which 1 to 10 can be derived).
"""

import itertools
from collections.abc import Hashable, Mapping, Sequence, Set

from metrics.suppression_attack import can_be_anything_else
from metrics.suppression_boxes import Axes, Boxes, by_position
from metrics.suppression_sums import TOTAL, Equations, Key, Line

__all__ = ["LEAST_SHOWN", "TOTAL", "Key", "Line", "hidden", "lines", "shown", "with_margins"]

LEAST_SHOWN = 11
"""k: counts of 1 to k − 1 are hidden. 5 is the other usual choice."""
MOST_ONE_BY_ONE = 300
"""Up to so many cells they are hidden one by one, as few as it takes; in larger cubes several at once."""

BOXES_ABOVE = 2_000
"""Above so many cells boxes are hidden; below, one cell after another is soon found and leaves more totals."""


def with_margins(cells: Mapping[Key, float]) -> dict[Key, float]:
    """The cells and every total over one or more dimensions; the finest level alone must be given.

    Two cells that differ in nothing but TOTAL would be counted twice, so a key with TOTAL raises ValueError.
    """
    if any(TOTAL in key for key in cells):
        raise ValueError("Give the finest level only; totals are derived from it.")
    cube: dict[Key, float] = {}
    for key, count in cells.items():
        for kept in itertools.product((True, False), repeat=len(key)):
            place = tuple(part if keep else TOTAL for part, keep in zip(key, kept, strict=True))
            cube[place] = cube.get(place, 0) + count
    return cube


def lines(cube: Mapping[Key, float]) -> list[Line]:
    """Every sum that holds in a cube with margins: along one dimension, the others held."""
    found: dict[Key, dict[int, list[Key]]] = {}
    for key in cube:
        for dimension, part in enumerate(key):
            if part is not TOTAL:
                whole = (*key[:dimension], TOTAL, *key[dimension + 1 :])
                found.setdefault(whole, {}).setdefault(dimension, []).append(key)
    return [Line(whole, tuple(parts)) for whole, by_dimension in found.items() for parts in by_dimension.values()]


def hidden(
    cube: Mapping[Key, float],
    sums: Sequence[Line] = (),
    *,
    least_shown: int = LEAST_SHOWN,
    always_shown: Set[Key] = frozenset(),
    axes: Axes = by_position,
) -> frozenset[Key]:
    """The cells not to be shown: the small ones, and as many others as it takes to keep them from being worked out.

    First every count from 1 to least_shown − 1. Then, until nothing changes: where a sum has one hidden cell alone, one
    of its other cells that is not zero, the one that helps most other sums and of those the smallest (the total too,
    when nothing else is left; a zero, when not even that may go). At last every small cell is attacked with all that is
    shown; while one gives way, one more cell of its sums is hidden. In a very large cube boxes are hidden around the
    small cells first (metrics.suppression_boxes).

    Args:
        cube: counts by key.
        sums: the equations a reader knows (`lines` of a cube with margins); without any, only small cells are hidden.
        always_shown: cells that stay, however small.
        axes: the dimensions of a key, where its parts are not them.
    """
    small = {key for key, count in cube.items() if 0 < count < least_shown and key not in always_shown}
    known = Equations(cube, sums, always_shown)
    is_large = len(cube) > MOST_ONE_BY_ONE
    boxes = Boxes(known, axes) if sums and len(cube) > BOXES_ABOVE else None
    known.hide(small if boxes is None else _with_boxes(boxes, small))
    in_doubt = set(small)
    while broken := _broken(known, in_doubt, boxes):
        known.hide(broken if is_large else broken[:1])
    return frozenset(known.hidden)


def _with_boxes(boxes: Boxes, small: Set[Key]) -> set[Key]:
    """The small cells with a box around each; one box often serves several."""
    hidden = set(small)
    for key in sorted(small, key=str):
        hidden |= boxes.around(key, hidden)
    return hidden


def _broken(known: Equations, in_doubt: set[Key], boxes: Boxes | None) -> list[Key]:
    """For every small cell that gives way to an attack, a box around it or one more cell to hide. The others are in
    doubt no longer: what is hidden later can only make them safer."""
    in_doubt -= can_be_anything_else(
        known.hidden, known.cube, [(line.whole, line.parts) for line in known.sums], in_doubt
    )
    found: dict[Key, None] = {}
    for key in sorted(in_doubt, key=str):
        box = boxes.around(key, known.hidden | found.keys()) if boxes else ()
        more = sorted(box, key=str) or [known.next_around(key)]
        found |= dict.fromkeys(one for one in more if one is not None)
    return list(found)


def shown(cells: Mapping[Key, float], *, least_shown: int = LEAST_SHOWN) -> dict[Key, float | None]:
    """The cube of these finest cells with its margins; None where a count is hidden. A zero stays a zero."""
    cube = with_margins(cells)
    away = hidden(cube, lines(cube), least_shown=least_shown)
    return {key: None if key in away else count for key, count in cube.items()}


def share_shown(numerator: float | None, denominator: float | None, *, least_shown: int = LEAST_SHOWN) -> float | None:
    """A share, None where its numerator is hidden or its denominator is of fewer people than are ever shown."""
    if numerator is None or denominator is None or denominator < least_shown:
        return None
    return None if 0 < numerator < least_shown else numerator / denominator


def rare_combinations(rows: Sequence[Sequence[Hashable]], least: int) -> int:
    """k-anonymity: how many records have a combination of traits that fewer than `least` records share."""
    counts: dict[Key, int] = {}
    for row in rows:
        counts[tuple(row)] = counts.get(tuple(row), 0) + 1
    return sum(count for count in counts.values() if count < least)


def is_estimate_unstable(share: float, standard_error: float) -> bool:
    """SAMHSA's rule for survey estimates: relative standard error of −ln(p) above 0.175 (of 1 − p when p > 0.5).

    0 and 1 are unstable too: nothing can be said of their error.
    """
    from math import log

    smaller = min(share, 1 - share)
    return smaller <= 0 or standard_error / smaller / -log(smaller) > 0.175
