"""One indicator against its target: the figures go through ledger, roll-up and the question that every screen asks."""

from typing import Any

from data.periods import period
from definitions.schemes import DEFAULT
from metrics.verification.bench import Bench, after, year
from metrics.verification.inputs import Inputs, number
from metrics.verification.registry import method
from metrics.verification.time_methods import DATES, day_of, elapsed_share

_ACTUAL = (
    "actual", "a", "current", "current_value", "achieved", "result", "value", "realisasi", "realization", "latest",
    "figure",
)  # fmt: skip
_BASELINE = ("baseline", "base", "b", "baseline_value", "base_value", "start_value")
_TOLERANCE_PERCENT = ("tolerance_pct", "tolerance_percent")


@method(
    "progress",
    "progress_from_baseline",
    "baseline_progress",
    "linear_progress",
    "distance_to_target",
    "status",
    "progress_reason",
    "range_target",
    "logalto_rate",
)
def progress(given: Inputs, bench: Bench) -> dict[str, Any]:
    """The share of the way from baseline to target."""
    return _measures(given, bench, "progress")


@method("achievement", "actual_over_target", "percent_met", "percent_achieved")
def achievement(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Actual by target; a case that speaks of no baseline means a count from zero."""
    return _measures(given, bench, "achievement", is_count=not given.has(*_BASELINE))


@method("capaian", "public_performance", "permenpanrb", "capaian_kinerja", "permenpanrb_capaian")
def capaian(given: Inputs, bench: Bench) -> dict[str, Any]:
    """The Indonesian public formula."""
    return _measures(given, bench, "capaian")


@method("on_track", "on_track_ratio")
def on_track(given: Inputs, bench: Bench) -> dict[str, Any]:
    """The way gone against the way that should be gone by now."""
    return _measures(given, bench, "on_track")


@method("expected", "expected_to_date", "expected_linear", "linear_expected")
def expected(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Where a straight line stands by a day."""
    return _measures(given, bench, "expected")


@method("target_met", "target_reached", "is_met", "met")
def target_met(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Is the target reached, or the level kept?"""
    return _measures(given, bench, "met")


@method("maintain", "keep", "maintain_target", "keep_level", "maintain_rule", "keep_target")
def maintain(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Is a level kept, within a share of its target? A direction says which side of it is as good."""
    return _measures(given, bench, "met", is_kept=True)


def _measures(
    given: Inputs, bench: Bench, asked: str, *, is_count: bool = False, is_kept: bool = False
) -> dict[str, Any]:
    """Baseline, target and actual of one indicator; with dates also what was expected by then."""
    row = _row(given, bench, is_count, is_kept)
    if row["reason"] is None and row["baseline"] is not None and row["baseline"] == row["target"]:
        row["reason"] = "baseline_equals_target"
    found = {
        key: row[key]
        for key in (
            "baseline",
            "target",
            "actual",
            "expected",
            "progress",
            "achievement",
            "capaian",
            "on_track",
            "status",
            "reason",
            "band",
            "met",
            "is_kept",
        )
    }
    found |= {
        f"{key}_pct": None if row[key] is None else 100 * row[key]
        for key in ("progress", "achievement", "capaian", "on_track")
    }
    elapsed, moved = elapsed_share(given, bench), _moved(row)
    return found | {
        "p": row["progress"],
        "r": row["on_track"],
        "ratio": row["on_track"],
        "e": elapsed,
        "elapsed": elapsed,
        "moved_away": moved == "away",
        "trend": moved,
        "value": row[asked],
        "achieved": row["met"],
        "target_met": row["met"],
        "percent": found.get(f"{asked}_pct"),
    }


def _row(given: Inputs, bench: Bench, is_count: bool, is_kept: bool) -> dict[str, Any]:
    baseline, target = (
        given.number(*_BASELINE, default=None),
        given.number("target", "t", "goal", "final_target", "target_value", default=None),
    )
    low, high = _range(given)
    is_share_alone = given.has("p", "progress") and not given.has(*_ACTUAL)
    if is_share_alone and (baseline, target, low, high) == (None, None, None, None):
        baseline, target = 0.0, 1.0  # a share of the way is the same whatever the way is
    way = given.direction() or ("keep" if is_kept else _way(baseline, target, low, high))
    if given.flag("maintain", "keep", "is_kept"):
        way = "keep"
    starts_at_zero = is_count or given.flag("zero_start", "starts_at_zero", "counts_from_zero")
    begin, end = day_of(given, "start", "baseline_date", "start_date"), day_of(given, "end", "target_date", "end_date")
    on = day_of(given, *DATES)
    code = bench.indicator(
        direction=way,
        over_time="last",
        baseline=baseline,
        baseline_date=begin,
        target=target,
        target_low=low,
        target_high=high,
        zero_start=starts_at_zero,
        target_date=end or (None if on else year(1).end),
    )
    if (expected := given.number("expected", "expected_to_date", "target_to_date", default=None)) is not None:
        return _with_expected(given, bench, code, expected)
    actual = _actual(given, baseline, target)
    when = period(begin.isoformat()) if begin else year(1)
    if actual is not None and when:
        bench.result(code, when, actual)
    bench.count(code)
    return bench.row(
        code,
        on or (end if begin and end else after(1)),
        scheme_key=str(given.get("scheme", "preset", default=DEFAULT)),
        keep_tolerance=given.share("tolerance", "keep_tolerance", "margin", *_TOLERANCE_PERCENT, default=None),
    )


def _with_expected(given: Inputs, bench: Bench, code: str, expected: float) -> dict[str, Any]:
    """An expected figure that is given is the target of the period that has ended; the final one is still to come."""
    bench.target(code, year(1), expected)
    if (actual := given.number(*_ACTUAL, default=None)) is not None:
        bench.result(code, year(1), actual)
    bench.count(code)
    rows = bench.rows(code, after(1), "period")
    return (rows or bench.rows(code, after(1)))[0]


def _actual(given: Inputs, baseline: float | None, target: float | None) -> float | None:
    """The actual, or the one that a share of the way given as `p` stands for."""
    if given.has(*_ACTUAL):
        return given.number(*_ACTUAL)
    share = given.number("p", "progress", default=None)
    if share is None or baseline is None or target is None:
        return None
    return baseline + share * (target - baseline)


def _range(given: Inputs) -> tuple[float | None, float | None]:
    """The ends of a target range: named, or a pair as `range`."""
    ends = given.get("range", "target_range", "interval", default=None)
    if isinstance(ends, list) and len(ends) == 2:
        return number(ends[0], "range"), number(ends[1], "range")
    return (
        given.number("target_low", "low", "lower", "range_low", "target_min", "min", default=None),
        given.number("target_high", "high", "upper", "range_high", "target_max", "max", default=None),
    )


def _way(baseline: float | None, target: float | None, low: float | None, high: float | None) -> str:
    """The direction from the baseline to the target, or to the nearer end of a range; a level that is there is kept."""
    if target is None and (low, high) != (None, None):
        if baseline is None:
            return "keep" if low is not None and high is not None else "down" if low is None else "up"
        if high is not None and baseline > high:
            return "down"
        return "up" if low is not None and baseline < low else "keep"
    if baseline is None or target is None:
        return "up"
    return "down" if target < baseline else "up" if target > baseline else "keep"


def _moved(row: dict[str, Any]) -> str | None:
    if row["actual"] is None or row["baseline"] is None:
        return None
    if row["progress"] is not None and row["progress"] < 0:
        return "away"
    return "rising" if row["actual"] > row["baseline"] else "falling" if row["actual"] < row["baseline"] else "level"
