"""Where a figure will stand at the target date, if it goes on like this: by number of points, with its band or refusal.

2 points: the line between them, without a band, "indicative". 3 to 7: Theil–Sen, with the slope's interval. 8 or more
at regular distances: least squares with a prediction interval, or a damped trend. Whoever has fewer points knows less.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from metrics.trend_lines import Point, damped_forecast, least_squares_forecast, theil_sen, two_point_line

ENOUGH_FOR_BAND = 8
REFUSALS = ("too_few_points", "falling_total", "too_old")
STALE_PERIODS = 2


@dataclass(frozen=True)
class Forecast:
    """A forecast, or the reason why there is none.

    `path` runs from the last figure to `until`; `projected` is its end. `needed` is the change a period that would
    still reach the target, `pace` the present one. `is_clipped`: the line left 0 to 100 % and was held there.
    """

    method: str | None
    refused: str | None
    points: int
    path: tuple[Point, ...] = ()
    pace: float | None = None
    needed: float | None = None
    is_clipped: bool = False

    @property
    def projected(self) -> Point | None:
        """The last point of the path: what is forecast for `until`; None where there is no path."""
        return self.path[-1] if self.path else None


def forecast(
    x: Sequence[float],
    y: Sequence[float],
    until: float,
    *,
    target: float | None = None,
    now: float | None = None,
    period: float = 1.0,
    is_total: bool = False,
    bounds: tuple[float, float] | None = None,
    confidence: float = 0.95,
    damped: bool = False,
) -> Forecast:
    """Forecast the figures `y` at times `x` (in order, one unit for both) until the time `until`.

    Args:
        target: to say what is needed a period.
        now: the time asked at; a last figure older than two periods refuses.
        period: the length of a reporting period, in units of x.
        is_total: a running total, which cannot fall: a falling trend refuses.
        bounds: lowest and highest possible figure, (0, 100) for per cent; the path is held inside.
        damped: with 8 points or more at regular distances, a damped trend instead of least squares.
    """
    needed = _needed(y[-1], target, until - x[-1], period) if len(y) else None
    refused = _refusal(x, y, now, period, is_total)
    if refused:
        return Forecast(None, refused, len(y), needed=needed)
    method = _method(x, damped)
    path, pace = _path(method, list(x), list(y), _steps(x[-1], until, period), confidence)
    inside = tuple(held(point, bounds) for point in path)
    return Forecast(method, None, len(y), inside, pace * period, needed, inside != tuple(path))


def _method(x: Sequence[float], damped: bool) -> str:
    if len(x) < 3:
        return "line"
    if len(x) < ENOUGH_FOR_BAND or not _is_regular(x):
        return "theil_sen"
    return "damped" if damped else "least_squares"


def _refusal(x: Sequence[float], y: Sequence[float], now: float | None, period: float, is_total: bool) -> str | None:
    if len(set(x)) < 2:
        return "too_few_points"
    if is_total and theil_sen(x, y).slope < 0:
        return "falling_total"
    if now is not None and now - x[-1] > STALE_PERIODS * period + 1e-9:
        return "too_old"
    return None


def _path(method: str, x: list[float], y: list[float], at: list[float], confidence: float) -> tuple[list[Point], float]:
    """The points of the path, the last figure first, and the change for each unit of x."""
    start = Point(x[-1], y[-1])
    if method == "least_squares":
        found = least_squares_forecast(x, y, [x[-1], *at], alpha=confidence)
        return found, (found[-1].value - found[0].value) / (at[-1] - x[-1])
    if method == "damped":
        found = damped_forecast(y, len(at), alpha=confidence)
        placed = [Point(place, *point[1:]) for place, point in zip(at, found, strict=True)]
        return [start, *placed], (placed[-1].value - y[-1]) / (at[-1] - x[-1])
    line = two_point_line(x, y) if method == "line" else theil_sen(x, y, alpha=confidence)
    middle, level = float(np.median(x)), line.intercept + line.slope * float(np.median(x))
    ends = [None if slope is None else slope for slope in (line.slope_low, line.slope_high)]
    points = [Point(place, line.intercept + line.slope * place,
                    *(None if slope is None else level + slope * (place - middle) for slope in ends))
              for place in [x[-1], *at]]  # fmt: skip
    return points, line.slope


def _needed(current: float, target: float | None, left: float, period: float) -> float | None:
    return (target - current) / (left / period) if target is not None and left > 0 else None


def _steps(last: float, until: float, period: float) -> list[float]:
    count = max(1, int(np.ceil((until - last) / period - 1e-9)))
    return [last + (until - last) * step / count for step in range(1, count + 1)]


def _is_regular(x: Sequence[float]) -> bool:
    gaps = np.diff(np.asarray(x, float))
    return bool(np.allclose(gaps, gaps[0], rtol=0.1))


def held(point: Point, bounds: tuple[float, float] | None) -> Point:
    """The point within the bounds. A band of which only the bound is left is none: it would claim to be certain."""
    if bounds is None:
        return point
    value, low, high = (None if each is None else min(max(each, bounds[0]), bounds[1]) for each in point[1:])
    if low is not None and low == high and point.low != point.high:
        low = high = None
    return Point(point.x, value, low, high)  # type: ignore[arg-type]  # the value itself is never None
