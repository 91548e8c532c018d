"""A flow as a running total: what each period added is added up, so that the last point is the headline figure."""

from itertools import accumulate, pairwise

from metrics.wording import Row


def is_flow(row: Row) -> bool:
    """Whether the periods of an indicator are parts that are added up, and not running totals already."""
    return row["over_time"] == "sum" and not row["cumulative"]


def running_totals(periods: list[Row]) -> list[Row]:
    """The periods, in order of time and none inside another, with actual and target added up from the first on.

    A period without a figure stays without one, and adds nothing to the later ones. Targets are added up as long as
    every period has one; from the first that has none there are none. The verdict on one period says nothing of a
    total, so it is left out.
    """
    actuals = _totals([one["actual"] for one in periods])
    targets = _unbroken([one["target"] for one in periods])
    found = []
    for one, actual, target in zip(periods, actuals, targets, strict=True):
        verdict = {} if actual is None else dict.fromkeys(("status", "band", "band_word", "reason"))
        found.append(one | {"actual": actual, "target": target} | verdict)
    return found


def adds_up(row: Row, periods: list[Row]) -> bool:
    """Whether the total of the periods is the figure at the top; not so where periods lie inside each other."""
    known = [one["actual"] for one in periods if one["actual"] is not None]
    if not known or row["actual"] is None or _overlap(periods):
        return False
    return abs(sum(known) - row["actual"]) <= 1e-9 * max(1.0, abs(row["actual"]))


def _totals(parts: list[float | None]) -> list[float | None]:
    sums = list(accumulate(part or 0 for part in parts))
    return [None if part is None else total for part, total in zip(parts, sums, strict=True)]


def _unbroken(parts: list[float | None]) -> list[float | None]:
    known = next((place for place, part in enumerate(parts) if part is None), len(parts))
    return [*accumulate(part for part in parts[:known] if part is not None), *[None] * (len(parts) - known)]


def _overlap(periods: list[Row]) -> bool:
    spans = sorted((one["period_start"], one["period_end"]) for one in periods)
    return any(later[0] <= earlier[1] for earlier, later in pairwise(spans))
