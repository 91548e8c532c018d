"""Tables of period targets and results, in Toladata's three modes, through ledger, roll-up and progress."""

from typing import Any

from metrics.verification.bench import Bench, after, day, year
from metrics.verification.inputs import BadInput, Inputs, folded
from metrics.verification.registry import method

_MODES = {
    "noncumulative": {"over_time": "sum"},
    "number": {"over_time": "sum"},
    "cumulative": {"over_time": "sum", "cumulative": True},
    "summingcumulative": {"over_time": "sum", "cumulative": True},
    "nonsummingcumulative": {"over_time": "last", "cumulative": True},
    "percentage": {"over_time": "last", "measure": "percent", "over_units": "none"},
    "percent": {"over_time": "last", "measure": "percent", "over_units": "none"},
}
"""Toladata's words: what targets and results are. Source: help text of Indicator.is_cumulative."""


@method("tola_period_table", "toladata_period_table", "period_table", "tola_periods", "iptt")
def period_table(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Actuals of each period, life of programme, and to date over the periods that have ended."""
    targets, results = given.numbers("targets", "period_targets"), _results(given)
    ended = int(given.figure("completed_periods", "completed", "periods_completed", default=len(targets)))
    mode = folded(given.word("mode", "type", "accumulation", default="non_cumulative"))
    if mode not in _MODES:
        raise BadInput(f"mode {mode!r} is not known; known are {', '.join(_MODES)}")
    every = max(len(targets), len(results))
    # a final target that never comes due: what is expected by a day is then what the period targets add up to
    code = bench.indicator(**_MODES[mode], zero_start=True, target=1.0, target_date=after(every + 50))
    for number, target in enumerate(targets, 1):
        bench.target(code, year(number), target)
    for number, reports in enumerate(results, 1):
        for place, value in enumerate(reports, 1):
            bench.result(code, day(number, place), value)
    bench.count(code)
    way = given.direction(default="up") or "up"
    life, to_date = bench.row(code, after(every)), bench.row(code, after(ended)) if ended else None
    actuals = _actuals(bench, code, every)
    return _table(bench, way, targets, actuals, life, to_date)


def _table(
    bench: Bench,
    way: str,
    targets: list[float | None],
    actuals: list[float | None],
    life: dict[str, Any],
    to_date: dict[str, Any] | None,
) -> dict[str, Any]:
    shares = [_met(bench, actual, target, way) for actual, target in zip(actuals, targets, strict=False)]
    target_to_date = to_date["expected"] if to_date else None
    actual_to_date = to_date["judged_actual"] if to_date and target_to_date is not None else None
    percent = _met(bench, life["actual"], life["expected"], way)
    return {
        "period_target": targets,
        "period_actual": actuals,
        "period_pct": shares,
        "period_percent_met": shares,
        "lop_target": life["expected"],
        "lop_actual": life["actual"],
        "lop_pct": percent,
        "lop_percent_met": percent,
        "lop_met": percent,
        "target_to_date": target_to_date,
        "actual_to_date": actual_to_date,
        # to date Toladata divides actual by target whatever the direction, and turns the verdict round instead
        "pct_to_date": _met(bench, actual_to_date, target_to_date, "up"),
    }


def _met(bench: Bench, actual: float | None, target: float | None, way: str) -> float | None:
    return bench.ask("tola_met", actual=actual, target=target, direction=way)["met"]


def _actuals(bench: Bench, code: str, every: int) -> list[float | None]:
    found = {
        row["period"]: row["actual"]
        for row in bench.rows(code, after(every), "period", every_report=True)
        if row["period_kind"] == "year"
    }
    return [found.get(year(number).key) for number in range(1, every + 1)]


def _results(given: Inputs) -> list[list[float]]:
    """Results of each period, in the order of their dates; a period may have one figure, several, or none."""
    found = given.get("results_by_period", "results", "period_results")
    if not isinstance(found, list):
        raise BadInput("`results_by_period` must be a list")
    if not found or isinstance(found[0], dict):
        raise BadInput("`results_by_period` must be a list with an entry for each period")
    entries = [entry if isinstance(entry, list) else [] if entry is None else [entry] for entry in found]
    return [[float(value) for value in entry if value is not None] for entry in entries]
