"""Small numbers in an indicator of very many cells: too many to attack each, so the finest are hidden as a whole.

A forum of a hundred villages and six groups has more cells than can be judged together in seconds. Its finest cells
(partner × place × group) are read by nobody on a screen, so they give cover: all of them are hidden, and what is left
(each partner in each place, each group of a partner or of a place) is judged as any other cube. Where that is still too
much, the next finest go too. In the end the whole cube is followed sum by sum: no small cell may come out.
"""

from collections.abc import Callable, Mapping, Sequence, Set

from metrics.suppression import TOTAL, Key, Line, hidden
from metrics.suppression_sums import Equations

SumsOf = Callable[[Mapping[Key, float]], Sequence[Line]]
FINEST = (2, 1, 0)
"""How many of partner, place and group a cell may name and still be judged, from the finest attempt to the coarsest."""


def hidden_in_large(
    cube: Mapping[Key, float], sums_of: SumsOf, most: int, *, least_shown: int, always_shown: Set[Key]
) -> frozenset[Key]:
    """The cells not to be shown of a cube with more than `most` cells; keys are (period, partner, place, group).

    Args:
        sums_of: gives the sums that a reader knows of a cube.
        always_shown: cells that stay, however small.
    """
    kept = dict(cube)
    for named in FINEST:
        kept = {key: count for key, count in cube.items() if _names(key) <= named or key in always_shown}
        if len(kept) <= most:
            break
    finest = cube.keys() - kept.keys()
    judged = hidden(kept, sums_of(kept), least_shown=least_shown, always_shown=always_shown)
    known = Equations(cube, sums_of(cube), always_shown)
    known.cover(finest | judged)
    small = {key for key, count in cube.items() if 0 < count < least_shown and key not in always_shown}
    while told := small & known.told():
        more = {known.next_around(key) for key in sorted(told, key=str)} - {None}
        if not more:
            break
        known.cover(more)
    return frozenset(known.hidden)


def _names(key: Key) -> int:
    return sum(part is not TOTAL for part in key[1:])
