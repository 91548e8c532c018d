"""One indicator against its target: the figures go through ledger, roll-up and the question that every screen asks."""

from typing import Any

from data.periods import period
from definitions.schemes import DEFAULT
from metrics.verification.bench import Bench, after, year
from metrics.verification.inputs import Inputs
from metrics.verification.registry import method
from metrics.verification.time_methods import DATES, day_of, elapsed_share


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
    return _measures(given, bench, "achievement", is_count=not given.has("baseline", "base", "b"))


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


@method("target_met", "target_reached", "is_met", "met", "keep", "maintain", "maintain_target")
def target_met(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Is the target reached, or the level kept?"""
    return _measures(given, bench, "met")


def _measures(given: Inputs, bench: Bench, asked: str, *, is_count: bool = False) -> dict[str, Any]:
    """Baseline, target and actual of one indicator; with dates also what was expected by then."""
    row = _row(given, bench, is_count)
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


def _row(given: Inputs, bench: Bench, is_count: bool) -> dict[str, Any]:
    baseline, target = (
        given.number("baseline", "base", "b", default=None),
        given.number("target", "t", "goal", default=None),
    )
    low = given.number("target_low", "low", "lower", "range_low", default=None)
    high = given.number("target_high", "high", "upper", "range_high", default=None)
    way = given.direction() or _way(baseline, target)
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
        code, on or (end if begin and end else after(1)), scheme_key=str(given.get("scheme", default=DEFAULT))
    )


def _with_expected(given: Inputs, bench: Bench, code: str, expected: float) -> dict[str, Any]:
    """An expected figure that is given is the target of the period that has ended; the final one is still to come."""
    bench.target(code, year(1), expected)
    if (actual := given.number("actual", "a", "current", "value", "achieved", default=None)) is not None:
        bench.result(code, year(1), actual)
    bench.count(code)
    rows = bench.rows(code, after(1), "period")
    return (rows or bench.rows(code, after(1)))[0]


def _actual(given: Inputs, baseline: float | None, target: float | None) -> float | None:
    """The actual, or the one that a share of the way given as `p` stands for."""
    if given.has("actual", "a", "current", "current_value", "achieved", "result", "value", "realisasi"):
        return given.number("actual", "a", "current", "current_value", "achieved", "result", "value", "realisasi")
    share = given.number("p", "progress", default=None)
    if share is None or baseline is None or target is None:
        return None
    return baseline + share * (target - baseline)


def _way(baseline: float | None, target: float | None) -> str:
    return "down" if baseline is not None and target is not None and target < baseline else "up"


def _moved(row: dict[str, Any]) -> str | None:
    if row["actual"] is None or row["baseline"] is None:
        return None
    if row["progress"] is not None and row["progress"] < 0:
        return "away"
    return "rising" if row["actual"] > row["baseline"] else "falling" if row["actual"] < row["baseline"] else "level"
