"""What a careful reader can work out of a table with hidden cells: used to hide enough, and by the tests to try.

The reader knows every figure that is shown, every sum, and that a hidden count is a whole number of one or more.
"""

from collections.abc import Hashable, Mapping, Sequence, Set

import numpy as np

Key = tuple[Hashable, ...]
Sum = tuple[Key, Sequence[Key]]


def can_be_anything_else(hidden: Set[Key], cube: Mapping[Key, float], sums: Sequence[Sum], asked: Set[Key]) -> set[Key]:
    """Those of `asked` (hidden cells) that could hold another whole number than they do; the rest can be solved.

    A cell that stands in no sum can be anything. Others are moved by one up and down, and an integer programme looks
    for figures of the other hidden cells that fit (scipy, HiGHS); one programme for each part that hangs together.
    """
    places = {key: number for number, key in enumerate(sorted(hidden, key=str))}
    known = [(whole, parts) for whole, parts in sums if whole in places or any(part in places for part in parts)]
    matrix = _equations(known, places)
    free = {key for key in asked if key in places and not (len(matrix) and matrix[:, places[key]].any())}
    for columns in _connected(matrix):
        part = matrix[:, columns]
        part = np.unique(part[part.any(1)], axis=0)
        keys = [key for key, place in places.items() if place in set(columns)]
        now = np.array([cube[key] for key in keys], float)
        free |= {key for number, key in enumerate(keys) if key in asked and _can_move(part, now, number)}
    return free


def _equations(sums: Sequence[Sum], places: Mapping[Key, int]) -> np.ndarray:
    """One row a sum, one column a hidden cell: +1 a part, −1 the whole."""
    matrix = np.zeros((len(sums), len(places)))
    for row, (whole, parts) in enumerate(sums):
        for part in parts:
            if part in places:
                matrix[row, places[part]] += 1
        if whole in places:
            matrix[row, places[whole]] -= 1
    return matrix


def _connected(matrix: np.ndarray) -> list[list[int]]:
    """The columns in groups that share equations; columns without any are left out."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components

    if not matrix.size:
        return []
    touching = csr_matrix((np.abs(matrix).T @ np.abs(matrix)) > 0)
    _, labels = connected_components(touching, directed=False)
    groups: dict[int, list[int]] = {}
    for column, label in enumerate(labels):
        if matrix[:, column].any():
            groups.setdefault(int(label), []).append(column)
    return list(groups.values())


def _can_move(equations: np.ndarray, now: np.ndarray, number: int) -> bool:
    """Is there another whole-number solution in which this cell differs? The differences sum to nothing in each sum."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    same = LinearConstraint(equations, 0, 0)
    aim = np.zeros(len(now))
    for way in (1, -1):
        lower = 1 - now
        upper = np.full(len(now), now.sum() + 10)
        if way > 0:
            lower[number] = 1
        else:
            upper[number] = -1
        if lower[number] > upper[number]:
            continue
        if milp(aim, constraints=same, integrality=np.ones(len(now)), bounds=Bounds(lower, upper)).success:
            return True
    return False
