"""Where words can stand in a drawing of lines without lying on one of them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

Line = Sequence[tuple[float, float]]
STEPS = 40  # tries from the bottom to the top of the drawing
FINE = 60  # points between two ends of a line


class Place(NamedTuple):
    """The middle of the words' height, and whether they end (rather than begin) at the point that they name."""

    y: float
    is_before: bool


def free_place(point: tuple[float, float], width: float, height: float, lines: Sequence[Line]) -> Place:
    """The place nearest to `point`, all as fractions of the drawing (0 to 1), where no line crosses the words."""
    dots = [dot for line in lines for dot in between(line)]
    tries = [Place(height / 2 + n / STEPS * (1 - height), is_before) for n in range(STEPS + 1)
             for is_before in (True, False)]  # fmt: skip
    tries.sort(key=lambda place: (abs(place.y - point[1]), place.is_before))
    return next((place for place in tries if is_free(place, point[0], width, height, dots)), tries[-1])


def is_free(place: Place, x: float, width: float, height: float, dots: Sequence[tuple[float, float]]) -> bool:
    """Whether the words stay inside the drawing and clear of every dot."""
    left, right = (x - width, x) if place.is_before else (x, x + width)
    if left < 0 or right > 1:
        return False
    return not any(left <= dot[0] <= right and abs(dot[1] - place.y) <= height / 2 for dot in dots)


def between(line: Line) -> list[tuple[float, float]]:
    """The ends of a line and points between them, close enough that no words fit between two."""
    return [*line, *((x + (x2 - x) * n / FINE, y + (y2 - y) * n / FINE)
                     for (x, y), (x2, y2) in pairwise(line) for n in range(1, FINE))]  # fmt: skip
