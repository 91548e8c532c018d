"""The sums of a table with hidden cells: which more to hide, so that none stands alone in a sum."""

from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from typing import NamedTuple

TOTAL = None
"""The value of a dimension that is added up over."""

Key = tuple[Hashable, ...]


class Line(NamedTuple):
    """An equation that a reader knows: the parts add up to the whole."""

    whole: Key
    parts: tuple[Key, ...]


class Equations:
    """The sums that a reader knows of a cube, and the cells that are hidden so far."""

    def __init__(self, cube: Mapping[Key, float], sums: Sequence[Line], always_shown: Set[Key] = frozenset()) -> None:
        self.cube, self.sums, self.always_shown = cube, sums, always_shown
        self.hidden: set[Key] = set()
        self._of: dict[Key, list[int]] = {}
        for place, line in enumerate(sums):
            for key in (line.whole, *line.parts):
                self._of.setdefault(key, []).append(place)
        self._hidden_in = [0] * len(sums)

    def sums_with(self, key: Key) -> Iterable[Line]:
        """The sums that a cell stands in."""
        return (self.sums[place] for place in self.places_of(key))

    def places_of(self, key: Key) -> Sequence[int]:
        """The numbers of the sums that a cell stands in."""
        return self._of.get(key, ())

    def hide(self, keys: Iterable[Key]) -> None:
        """Hide these cells, and a second one wherever one stands alone in a sum, until nothing changes."""
        waiting = list(self._now_alone(keys))
        while waiting:
            place = waiting.pop(0)
            if self._hidden_in[place] == 1 and (more := self._second(self.sums[place])) is not None:
                waiting += self._now_alone([more])

    def _now_alone(self, keys: Iterable[Key]) -> Iterable[int]:
        """Hide the cells. The sums in which one cell alone is hidden now, in order."""
        touched: set[int] = set()
        for key in keys:
            if key not in self.hidden:
                self.hidden.add(key)
                for place in self._of.get(key, ()):
                    self._hidden_in[place] += 1
                    touched.add(place)
        return (place for place in sorted(touched) if self._hidden_in[place] == 1)

    def _second(self, line: Line) -> Key | None:
        """A part that is not zero: the one that helps most other sums, and of those the smallest.

        The whole when there is no such part; a zero when the whole may not go either.
        """
        left = [key for key in (*line.parts, line.whole) if key not in self.hidden and key not in self.always_shown]
        parts = [key for key in left if key != line.whole]
        some = [key for key in parts if self.cube[key] > 0]
        if not some and line.whole in left and self.cube[line.whole] > 0:
            return line.whole
        return min(some or parts, key=lambda key: (self._cost(key), self.cube[key], str(key)), default=None)

    def _cost(self, key: Key) -> int:
        """How many sums would have one hidden cell alone after this one is hidden, less those that would no longer."""
        counts = [self._hidden_in[place] for place in self._of[key]]
        return counts.count(0) - counts.count(1)

    def next_around(self, broken: Key) -> Key | None:
        """A shown cell of the sums around one that gives way, spreading over sums that share hidden cells: the one
        with the fewest totals in its key, of those the smallest.

        A zero only where nothing else is left, and only in a table whose totals stay: elsewhere a total can still go,
        and a hidden zero would take a true "nobody" from the reader.
        """
        reached, frontier = {broken}, {broken}
        zeros: list[Key] = []
        while frontier:
            lines = [self.sums[place] for place in {place for key in frontier for place in self._of.get(key, ())}]
            cells = {key for line in lines for key in (line.whole, *line.parts)}
            shown = [key for key in cells if key not in self.hidden and key not in self.always_shown]
            if candidates := [key for key in shown if self.cube[key] > 0]:
                return min(candidates, key=lambda key: (key.count(TOTAL), self.cube[key], str(key)))
            zeros += shown if self.always_shown else []
            frontier = {key for key in cells if key in self.hidden} - reached
            reached |= frontier
        return min(zeros, key=str, default=None)
