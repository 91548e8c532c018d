"""Which cells of a large table to hide around a small one: the corners of a box.

Where a cell may be one more and its neighbour in each sum one less, and so on around a box with two values of every
dimension, no sum changes: nobody can tell the small cell from the next number. Such a box hides three cells in a table
of two dimensions and seven in one of three; hiding the next smallest, one after another, mostly hides far more.
Source of the idea: the hypercube method of cell suppression: Giessing & Repsilber 2002 (GHQUAR).
"""

import itertools
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from metrics.suppression_sums import TOTAL, Equations, Key

Axes = Callable[[Key], Mapping[str, Hashable]]
"""A cell by the names of its dimensions, without those that it is the total of."""
Place = frozenset[tuple[str, Hashable]]
NEAREST = 4
"""Of each dimension so many other values are tried, the cheapest first."""
BELOW = 3
"""Of a total so many of its parts are tried."""


def by_position(key: Key) -> dict[str, Hashable]:
    """The dimensions of a plain key."""
    return {str(number): part for number, part in enumerate(key) if part is not TOTAL}


class _Box(NamedTuple):
    """What more would be hidden, and the cost of it: how many totals, how many cells, how many people."""

    cost: tuple[int, int, float, str]
    more: frozenset[Key]


class Boxes:
    """The boxes of one table."""

    def __init__(self, known: Equations, axes: Axes = by_position) -> None:
        self.known = known
        self._place_of: dict[Key, Place] = {}
        self._at: dict[Place, Key] = {}
        for key in known.cube:
            self._place_of[key] = frozenset(axes(key).items())
            self._at[self._place_of[key]] = key
        self._dimensions = max(map(len, self._place_of.values()), default=0)

    def around(self, key: Key, hidden: Set[Key]) -> frozenset[Key]:
        """The shown cells to hide so that this cell could be another number; none where there is no such box."""
        best: _Box | None = None
        for start, nearest in self._shapes(key, hidden):
            with_it = self._moving_with(start, nearest)
            if best is not None and self._cost(with_it, hidden) >= best.cost[:2]:
                continue
            for values in itertools.product(*nearest.values()):
                corners = self._corners(start, dict(zip(nearest, values, strict=True)))
                if best is None or self._cost([*corners, *with_it], hidden) < best.cost[:2]:
                    found = self._box(corners, key, hidden)
                    best = found if found and (best is None or found.cost < best.cost) else best
        return best.more if best else frozenset()

    def _shapes(self, key: Key, hidden: Set[Key]) -> Iterator[tuple[Key, dict[str, list[Hashable]]]]:
        """A corner to start from, and the dimensions of a box with other values to try in each: all of them first."""
        for start in self._starts(key, hidden):
            nearest = {axis: self._others(start, axis, hidden) for axis in self._summed(start)}
            for axes in reversed(list(_subsets(nearest))):
                yield start, {axis: nearest[axis] for axis in axes}

    def _starts(self, key: Key, hidden: Set[Key]) -> list[Key]:
        """The cell, or where it is a total, cells that it is made of: it moves as they do."""
        parts = {part for line in self.known.sums_with(key) if line.whole == key for part in line.parts}
        if not parts:
            return [key]
        able = self._cheapest(filter(self._may_move, parts), hidden)
        return [start for part in able[:BELOW] for start in self._starts(part, hidden)]

    def _cheapest(self, keys: Iterable[Key], hidden: Set[Key]) -> list[Key]:
        return sorted(keys, key=lambda one: (one not in hidden, self.known.cube[one], str(one)))

    def _box(self, corners: dict[Key, int], key: Key, hidden: Set[Key]) -> _Box | None:
        """The box with these corners; none where `key` does not move with it, or where one would fall below one."""
        moved = self._moved(corners)
        if key not in moved or not (_can_fall(self.known.cube, moved, -1) or _can_fall(self.known.cube, moved, 1)):
            return None
        more = frozenset(one for one in moved if one not in hidden)
        people = sum(self.known.cube[one] for one in more)
        return _Box((*self._cost(more, hidden), people, str(sorted(map(str, more)))), more)

    def _cost(self, keys: Iterable[Key], hidden: Set[Key]) -> tuple[int, int]:
        """How many totals, each as often as it is one, and how many cells would be hidden."""
        more = [key for key in keys if key not in hidden]
        return sum(self._dimensions - len(self._place_of[key]) for key in more), len(more)

    def _moving_with(self, start: Key, axes: Iterable[str]) -> list[Key]:
        """The totals that move with a cell whatever the box, since it has no other value along their dimension."""
        kept = set(axes)
        return [whole for whole in self._wholes(start) if not kept & self._along(start, whole)]

    def _summed(self, key: Key) -> list[str]:
        """The dimensions along which the cell is part of a sum."""
        return sorted(set().union(*(self._along(key, whole) for whole in self._wholes(key))))

    def _wholes(self, key: Key) -> list[Key]:
        """The totals that the cell is part of."""
        return [line.whole for line in self.known.sums_with(key) if line.whole != key]

    def _along(self, part: Key, whole: Key) -> set[str]:
        """The dimensions that a sum runs along."""
        return {axis for axis, _ in self._place_of[part] - self._place_of[whole]}

    def _others(self, key: Key, axis: str, hidden: Set[Key]) -> list[Hashable]:
        """The other values of a dimension for which there is a cell that may move, the cheapest first."""
        rest = frozenset(item for item in self._place_of[key] if item[0] != axis)
        found: dict[Key, Hashable] = {}
        for line in self.known.sums_with(key):
            for other in line.parts if line.whole != key else ():
                value = dict(self._place_of[other]).get(axis)
                if other != key and self._place_of[other] == rest | {(axis, value)} and self._may_move(other):
                    found[other] = value
        return [found[other] for other in self._cheapest(found, hidden)[:NEAREST]]

    def _may_move(self, key: Key) -> bool:
        return key not in self.known.always_shown and self.known.cube[key] > 0

    def _corners(self, key: Key, other: Mapping[str, Hashable]) -> dict[Key, int]:
        """The corners of the box between the cell and the one that differs in all these, one up and the next down;
        nothing where there is no such cell."""
        moved: dict[Key, int] = {}
        for changed in _subsets(other):
            kept = frozenset(item for item in self._place_of[key] if item[0] not in changed)
            corner = self._at.get(kept | {(axis, other[axis]) for axis in changed})
            if corner is None:
                return {}
            moved[corner] = -1 if len(changed) % 2 else 1
        return moved

    def _moved(self, corners: dict[Key, int]) -> dict[Key, int]:
        """The corners with every total that moves with them; nothing where one may not, or where two sums differ."""
        moved, told, sums = dict(corners), list(corners), {}
        while told:
            if not all(map(self._may_move, told)):
                return {}
            for key in told:
                for place in self.known.places_of(key):
                    if self.known.sums[place].whole != key:
                        sums[place] = sums.get(place, 0) + moved[key]
            wholes = {self.known.sums[place].whole: way for place, way in sums.items() if way}
            told = [key for key in wholes if key not in moved]
            moved |= {key: wholes[key] for key in told}
        return moved if self._holds(moved, sums) else {}

    def _holds(self, moved: Mapping[Key, int], sums: Mapping[int, int]) -> bool:
        """Whether every sum that is touched is as it was."""
        touched = {place for key in moved for place in self.known.places_of(key)}
        return all(sums.get(place, 0) == moved.get(self.known.sums[place].whole, 0) for place in touched)


def _can_fall(cube: Mapping[Key, float], moved: Mapping[Key, int], way: int) -> bool:
    """Whether every cell that moves this way could fall by so much and still be somebody."""
    return all(cube[key] - abs(by) >= 1 for key, by in moved.items() if by * way > 0)


def _subsets(of: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Every choice of the names, the smallest first."""
    names = list(of)
    return itertools.chain.from_iterable(itertools.combinations(names, size) for size in range(len(names) + 1))
