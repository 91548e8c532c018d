"""What a careful reader can work out of a table with hidden cells: used to hide enough, and by the tests to try.

The reader knows every figure that is shown, every sum, and that a hidden count is a whole number of one or more.
"""

from collections.abc import Hashable, Mapping, Sequence, Set
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csc_array

Key = tuple[Hashable, ...]
Sum = tuple[Key, Sequence[Key]]
MOST_WHOLE = 600
"""Up to so many hidden cells that hang together, only whole numbers count as another solution."""


def can_be_anything_else(hidden: Set[Key], cube: Mapping[Key, float], sums: Sequence[Sum], asked: Set[Key]) -> set[Key]:
    """Those of `asked` (hidden cells) that could hold another whole number than they do; the rest can be solved.

    A cell that stands in no sum can be anything. Others are moved by one up and down, and an integer programme looks
    for figures of the other hidden cells that fit (scipy, HiGHS); one programme for each part that hangs together.
    """
    equations = _equations(hidden, sums)
    part_of = _connected(equations)
    free = {key for key in asked if key in hidden and key not in part_of}
    together: dict[Key, list[Key]] = {}
    for key, root in part_of.items():
        together.setdefault(root, []).append(key)
    for root in dict.fromkeys(part_of[key] for key in asked if key in part_of):
        keys = sorted(together[root], key=str)
        own = [signs for signs in equations if part_of[next(iter(signs))[0]] == root]
        now = np.array([cube[key] for key in keys], float)
        in_doubt = [number for number, key in enumerate(keys) if key in asked]
        free |= {keys[number] for number in _movable(_matrix(own, keys), now, in_doubt) if keys[number] in asked}
    return free


def _equations(hidden: Set[Key], sums: Sequence[Sum]) -> list[frozenset[tuple[Key, int]]]:
    """What each sum says of the hidden cells in it: +1 a part, −1 the whole. Sums that say the same are one."""
    found: dict[frozenset[tuple[Key, int]], None] = {}  # in order: the same question must have the same answer
    for whole, parts in sums:
        signs = [(part, 1) for part in parts if part in hidden] + ([(whole, -1)] if whole in hidden else [])
        if signs:
            found[frozenset(signs)] = None
    return list(found)


def _connected(equations: Sequence[frozenset[tuple[Key, int]]]) -> dict[Key, Key]:
    """Each cell that stands in an equation, with one that stands for all that hang together with it."""
    above: dict[Key, Key] = {}

    def root(key: Key) -> Key:
        while above.setdefault(key, key) != key:
            above[key] = above[above[key]]
            key = above[key]
        return key

    for signs in equations:
        first, *others = (key for key, _ in signs)
        for other in (first, *others):
            above[root(other)] = root(first)
    return {key: root(key) for key in list(above)}


def _matrix(equations: Sequence[frozenset[tuple[Key, int]]], keys: Sequence[Key]) -> "csc_array":
    """One row an equation, one column a cell; hardly any cell stands in an equation."""
    from scipy.sparse import csc_array

    places = {key: number for number, key in enumerate(keys)}
    rows, columns, signs = zip(*((row, places[key], float(sign))
                                 for row, own in enumerate(equations) for key, sign in own), strict=True)  # fmt: skip
    return csc_array((signs, (rows, columns)), shape=(len(equations), len(keys)))


def _movable(equations: "csc_array", now: np.ndarray, asked: list[int]) -> set[int]:
    """Those of `asked` that differ in another solution of the sums. One solution mostly moves several cells at once."""
    found: set[int] = set()
    for number in asked:
        for way in (1, -1) if number not in found else ():
            moved = _another(equations, now, number, way, [other for other in asked if other not in found])
            if moved is not None:
                found |= set(np.flatnonzero(np.abs(moved) > 0.5).tolist())
                break
    return found


def _another(equations: "csc_array", now: np.ndarray, number: int, way: int, liked: list[int]) -> np.ndarray | None:
    """The differences to another solution in which this cell is larger (or smaller), the liked ones where possible too.

    They sum to nothing in each sum. What is hidden is a whole number of one or more; a hidden zero may be anything.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    lower = np.minimum(now, 1) - now
    upper = np.full(len(now), now.sum() + 10)
    if way > 0:
        lower[number] = 1
    else:
        upper[number] = -1
    if lower[number] > upper[number]:
        return None
    aim = np.zeros(len(now))
    aim[liked] = -way
    upper[liked] = np.minimum(upper[liked], 1) if way > 0 else upper[liked]
    lower[liked] = np.maximum(lower[liked], -1) if way < 0 else lower[liked]
    is_whole = np.full(len(now), int(len(now) <= MOST_WHOLE))
    found = milp(aim, constraints=LinearConstraint(equations, 0, 0), integrality=is_whole, bounds=Bounds(lower, upper),
                 options={"time_limit": 2.0, "mip_rel_gap": 0.5})  # fmt: skip
    return found.x
