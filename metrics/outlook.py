"""Where one indicator is heading: its periods as points in time, and the forecast of metrics.forecast through them.

Only periods that have ended count. Where partners and places are added up, a period that some have not reported yet is
left out: it would look like a fall.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import hypot
from typing import NamedTuple

import duckdb

from data.periods import MONTHS_IN
from definitions.units import is_percent
from metrics.forecast import Forecast, forecast, held
from metrics.intervals import share_change, share_interval
from metrics.trend_lines import Point
from metrics.wording import Row

NO_WAY = ("met", "no_target", "no_target_date", "target_date_passed", "mixed_periods", "no_line", "no_clear_change")
"""Why there is nothing to forecast, beside the refusals of metrics.forecast."""


@dataclass(frozen=True)
class Outlook:
    """A forecast in the indicator's unit, with its days.

    `path` is (day, value, low, high); `refused` one of NO_WAY or of metrics.forecast.REFUSALS, None when there is a
    path. `left_out`: periods not used because reports are missing. `period_kind` is what "needed" and "pace" are for.
    """

    refused: str | None
    found: Forecast | None = None
    path: tuple[tuple[date, float, float | None, float | None], ...] = ()
    left_out: int = 0
    period_kind: str | None = None

    @property
    def projected(self) -> tuple[date, float, float | None, float | None] | None:
        """The last point of the path, (day, value, low, high); None where there is no path."""
        return self.path[-1] if self.path else None


def outlook(row: Row, periods: list[Row], as_of: date, cursor: duckdb.DuckDBPyConnection | None = None) -> Outlook:
    """The outlook of an indicator.

    Args:
        row: its standing, a row of metrics.progress.
        periods: its figures by period in the order of time, on the scale of the target: running totals for a sum (see
            metrics.running).
        cursor: to ask the intervals of shares of people: a trend within them is refused, else they widen the band.
    """
    if reason := _nothing_to_forecast(row, as_of):
        return Outlook(reason)
    ended = [one for one in periods
             if one["is_report_period"] and one["actual"] is not None and one["period_end"] <= as_of]  # fmt: skip
    kinds = {one["period_kind"] for one in ended}
    if len(kinds) > 1 or not kinds <= set(MONTHS_IN):
        return Outlook("mixed_periods")
    whole = [one for one in ended if row["over_units"] != "sum" or not _is_partial(one)]
    kind = next(iter(kinds), None)
    left_out = len(ended) - len(whole)
    if not whole:
        return Outlook("too_few_points", left_out=left_out, period_kind=kind)
    found = forecast(
        [month_number(one["period_end"]) for one in whole], [float(one["actual"]) for one in whole],
        month_number(row["target_date"]), target=row["target"], now=month_number(as_of),
        period=MONTHS_IN[kind or "year"], is_total=row["over_time"] == "sum" or bool(row["cumulative"]),
        bounds=_bounds(row),
    )  # fmt: skip
    if found.path and (sure := _how_sure(whole, cursor)):
        if sure.is_chance:
            return Outlook("no_clear_change", replace(found, path=(), pace=None), (), left_out, kind)
        found = replace(found, path=tuple(sure.widened(point, _bounds(row)) for point in found.path))
    path = tuple((day_of(point.x), point.value, point.low, point.high) for point in found.path)
    return Outlook(found.refused, replace(found, path=()), path, left_out, kind)


class _Sureness(NamedTuple):
    """How sure the shares of people are that a forecast starts from.

    `is_chance`: first and last do not differ by more than chance. `below`, `above`: how far the interval of the last
    one reaches, in the indicator's unit.
    """

    is_chance: bool
    below: float
    above: float

    def widened(self, point: Point, bounds: tuple[float, float] | None) -> Point:
        """The band with the survey's own error in it: independent errors add up by their squares."""
        if point.low is None or point.high is None:
            return point
        low = point.value - hypot(point.value - point.low, self.below)
        high = point.value + hypot(point.high - point.value, self.above)
        return held(Point(point.x, point.value, low, high), bounds)


def _how_sure(periods: list[Row], cursor: duckdb.DuckDBPyConnection | None) -> _Sureness | None:
    """None for figures that are no shares of people."""
    ends = [(one["numerator"], one["denominator"]) for one in (periods[0], periods[-1])]
    if cursor is None or not all(n is not None and d is not None and 0 <= n <= d and d > 0 for n, d in ends):
        return None
    (first, first_n), (last, last_n) = ends
    word = share_change(cursor, last, last_n, first, first_n).word
    now, scale = share_interval(cursor, last, last_n), float(periods[-1]["scale"] or 1.0)
    assert now.value is not None and now.low is not None and now.high is not None
    return _Sureness(word == "no_clear_change", (now.value - now.low) * scale, (now.high - now.value) * scale)


def month_number(day: date) -> float:
    """Months since the year 0, so that ends of quarters lie at the same distance: 31 December 2025 is 24312.0."""
    return day.year * 12 + day.month - 1 + day.day / monthrange(day.year, day.month)[1]


def day_of(month: float) -> date:
    """The day of a month number: the last day of the month where it is whole."""
    whole, part = divmod(month - 1e-9, 1)
    year, index = divmod(int(whole), 12)
    length = monthrange(year, index + 1)[1]
    return date(year, index + 1, 1) + timedelta(days=max(0, round((part + 1e-9) * length) - 1))


def _nothing_to_forecast(row: Row, as_of: date) -> str | None:
    if row["measure"] == "yes_no" or row["direction"] == "keep" or row["is_kept"]:
        return "no_line"
    if row["target"] is None or not row["is_final_row"]:
        return "no_target"
    if row["met"]:
        return "met"
    if row["target_date"] is None:
        return "no_target_date"
    return "target_date_passed" if row["target_date"] <= as_of else None


def _is_partial(one: Row) -> bool:
    return (one["reports"] or 0) < (one["reports_due"] or 0)


def _bounds(row: Row) -> tuple[float, float] | None:
    if is_percent(row["unit"]):
        return (0.0, 100.0)
    return (0.0, float("inf")) if row["measure"] in ("number", "ratio") else None
