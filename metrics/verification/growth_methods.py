"""Statistics Canada and Open SDG: growth against needed growth, its class, score and means; other rates of growth."""

from collections.abc import Mapping
from typing import Any

from metrics import growth, trend_lines
from metrics.verification.bench import Bench
from metrics.verification.inputs import Inputs, number
from metrics.verification.registry import method


@method(
    "opensdg_progress_series",
    "opensdg_series",
    "statcan_series",
    "open_sdg_progress",
    "cagr_progress",
    "opensdg_progress",
    "opensdg_progress_value",
    "opensdg_progress_status",
    "opensdg_score",
    "opensdg_series_score",
)
def series(given: Inputs, bench: Bench) -> dict[str, Any]:
    """One series: progress value, status and score, and what they were worked out from."""
    one = _series(given)
    row = next(growth.judged(bench.cursor, [one]).itertuples())
    return {
        "progress_value": row.growth,
        "status": row[2],
        "score": row.score,
        "value": row.growth,
        "coefficient": row.coefficient,
        "target_achieved": row.is_met,
        "base_value": one.base,
        "base_year": one.base_year,
        "current_value": one.figure,
        "current_year": one.figure_year,
        "target": one.target,
        "target_year": one.target_year,
        "direction": one.direction,
        "limit": one.bound,
        "sign": None if one.base is None else -1 if one.base < 0 else 1,
    }


@method(
    "opensdg_progress_aggregate_mean",
    "opensdg_progress_aggregate_nested",
    "opensdg_progress_aggregate",
    "opensdg_indicator",
    "opensdg_aggregate",
    "opensdg_indicator_score",
)
def aggregate(given: Inputs, bench: Bench) -> dict[str, Any]:
    """The mean of scores, groups first; "target_achieved" only when each series is."""
    parts = _grouped(given.get("series", "scores", "groups", "values"))
    score = growth.mean_score(_scores(parts))
    statuses = list(_statuses(parts))
    achieved = bool(statuses) and all(status == "target_achieved" for status in statuses)
    if not statuses:
        achieved = given.flag("all_achieved", "target_achieved")
    word = growth.score_class(bench.cursor, score, achieved)
    return {"score": score, "progress_status": word, "status": word, "value": score}


@method("cagr", "compound_annual_growth_rate", "growth_per_year")
def cagr(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Compound growth a year."""
    years = given.number("years", "periods", "n", default=None)
    if years is None:
        years = given.figure("current_year", "end_year", "t1", "t") - given.figure("base_year", "start_year", "t0")
    found = bench.ask(
        "cagr_measure",
        figure=given.number("current_value", "current", "end", "y", "y1", "figure"),
        base=given.number("base_value", "base", "start", "y0"),
        years=years,
    )
    return {"cagr": found["cagr"], "value": found["cagr"]}


@method("limit_coefficient", "natural_limit_coefficient", "opensdg_limit_coefficient")
def limit(given: Inputs, bench: Bench) -> dict[str, Any]:
    """How much less growth is asked for near a natural limit."""
    found = growth.judged(
        bench.cursor,
        [growth.Series(given.figure("base_value", "base", "y0"), 0, 1, 1, bound=given.number("limit", "bound"))],
    ).iloc[0]
    return {"coefficient": found["coefficient"], "value": found["coefficient"]}


@method(
    "aarr",
    "aarr_from_slope",
    "annual_rate_of_reduction",
    "average_annual_rate_of_reduction",
    "aarr_from_beta",
    "aarr_log_linear",
)
def reduction(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """The average annual rate of reduction, from the slope of a log-linear line or from the figures."""
    slope = given.number("beta", "slope", "b", default=None)
    if slope is None:
        slope = trend_lines.log_slope(
            given.known_numbers("years", "x", "t"), given.known_numbers("values", "y", "figures")
        )
    rate = trend_lines.annual_rate_of_reduction(slope)
    return {
        "aarr": rate,
        "rate": rate,
        "value": _as_printed(given, rate),
        "aarr_pct": 100 * rate,
        "percent": 100 * rate,
        "beta": slope,
        "slope": slope,
    }


def _as_printed(given: Inputs, rate: float) -> float:
    return 100 * rate if given.flag("percent", "as_percent") else rate


def _series(given: Inputs) -> growth.Series:
    """A series from its two ends, or from all of its figures by year."""
    found = growth.Series(
        base=given.number("base_value", "base", "baseline", "y0", default=None),
        base_year=given.number("base_year", "baseline_year", "t0", default=None) or growth.BASE_YEAR,
        figure=given.number("current_value", "current", "actual", "y", "yt", default=None),
        figure_year=given.number("current_year", "year", "t", default=None),
        target=given.number("target", "target_value", default=None),
        target_year=given.number("target_year", default=None) or growth.TARGET_YEAR,
        direction=1 if given.direction(default="down") == "up" else -1,
        bound=given.number("limit", "natural_limit", "bound", default=None),
    )
    figures = _by_year(given)
    return growth.with_ends(found, figures) if figures is not None else found


def _by_year(given: Inputs) -> list[tuple[float, float]] | None:
    """The figures of a series that comes whole: pairs, rows, an object by year, or two lists. None without any."""
    if given.has("years") and given.has("values", "figures"):
        rows: Any = list(zip(given.get("years"), given.get("values", "figures"), strict=True))
    elif given.has("data", "values", "points"):
        rows = given.get("data", "values", "points")
    else:
        return None
    if isinstance(rows, Mapping):
        rows = list(rows.items())
    pairs = [
        (row.get("year"), row.get("value")) if isinstance(row, Inputs) else row
        for row in (Inputs(row) if isinstance(row, Mapping) else row for row in rows)
    ]
    known = ((number(str(year)[:4], "year"), number(value)) for year, value in pairs)  # "2015/2016" begins in 2015
    return [(year, value) for year, value in known if year is not None and value is not None]


def _grouped(parts: Any) -> Any:
    """Series that name their group, gathered group by group; any other shape as it is."""
    if not isinstance(parts, list) or not any(isinstance(part, Mapping) and part.get("group") for part in parts):
        return parts
    groups: dict[Any, list[Any]] = {}
    for place, part in enumerate(parts):
        groups.setdefault(part.get("group") or place, []).append(part)
    return list(groups.values())


def _scores(parts: Any) -> Any:
    if isinstance(parts, dict):
        if "score" in parts:
            return parts["score"]
        return [_scores(value) for key in ("series", "scores", "members") if key in parts for value in parts[key]] or [
            _scores(value) for value in parts.values()
        ]
    return [_scores(part) for part in parts] if isinstance(parts, list) else parts


def _statuses(parts: Any):
    if isinstance(parts, dict):
        if "status" in parts:
            if parts["status"] != "not_available":  # a series without a score is left out of the mean too
                yield parts["status"]
            return
        parts = list(parts.values())
    if isinstance(parts, list):
        for part in parts:
            yield from _statuses(part)
