"""Verdicts on where a figure is heading: against the time gone, towards a target year, or by the arrow of a trend."""

from typing import Any

from metrics import weather
from metrics.verification.bench import Bench
from metrics.verification.inputs import Inputs
from metrics.verification.registry import method


@method("camms_performance", "camms", "percent_complete_vs_elapsed", "camms_action_performance", "performance_vs_time")
def camms(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Share done of the share of time gone: on track from 90 %, off track up to 70 %."""
    done, gone = (
        given.number("percent_complete", "complete", "actual", "progress"),
        given.number("percent_elapsed", "elapsed", "target", "expected", "time_elapsed"),
    )
    ratio = bench.ask("tola_met", actual=done, target=gone, direction="up")["met"]
    if ratio is None:
        return {"performance": None, "value": None, "status": "on_track"}
    word = "on_track" if ratio >= 0.9 - 1e-9 else "off_track" if ratio <= 0.7 + 1e-9 else "monitor"
    return {"performance": 100 * ratio, "percent": 100 * ratio, "value": 100 * ratio, "ratio": ratio, "status": word}


@method("german_weather", "weather", "dns_status", "german_status")
def german(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Sun, slightly cloudy, cloudy or storm: by miss, by a level to be kept, by direction alone, or by the figures."""
    if given.has("met", "is_met"):
        adverse = given.flag("adverse", "trend_adverse", "is_adverse")
        word: str | None = weather.kept(given.flag("met", "is_met"), -1.0 if adverse else 0.0, "up")
    elif given.has("average_right"):
        word = weather.direction_only(given.flag("average_right"), given.flag("last_right"))
    elif given.has("miss", "gap"):
        word = weather.weather_of(bench.cursor, 1 - given.figure("miss", "gap"))
    else:
        figures = given.known_numbers("values", "figures", "y")
        years = given.known_numbers("years", "x", default=list(range(len(figures))))
        word = weather.weather(
            bench.cursor,
            years,
            figures,
            given.figure("target"),
            given.figure("target_year"),
            given.direction(default="up") or "up",
        )
    return {"weather": word, "symbol": word, "status": word, "value": word}


@method("sdsn_arrow", "sdsn_trend", "sdg_index_trend", "sdsn_goal_trend")
def sdsn(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """The arrow of a goal trend (0 to 4), or of observed growth against the growth that is needed."""
    score = given.number("score", "goal_score", "trend_score", default=None)
    if score is not None:
        word = (
            "decreasing"
            if score < 1
            else "stagnating"
            if score < 2
            else "moderately improving"
            if score < 3
            else "maintaining"
            if score == 3
            else "on track"
        )
        return {"trend": word, "arrow": word, "value": word}
    share = given.figure("observed", "growth") / given.figure("needed", "required")
    word = (
        "decreasing"
        if share < 0
        else "stagnating"
        if share < 0.5
        else "moderately improving"
        if share < 1
        else "on track"
    )
    return {"trend": word, "arrow": word, "value": word, "ratio": share}


@method("sdg_index_color", "sdg_index_colour", "sdsn_color", "sdsn_colour", "sdsn_color_helper")
def colour(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """Red below 1, orange below 2, yellow below 3, green from 3; grey without a figure."""
    value = given.number("value", "score", "x")
    word = (
        "gray"
        if value is None
        else "red"
        if value < 1
        else "orange"
        if value < 2
        else "yellow"
        if value < 3
        else "green"
    )
    return {"color": word, "colour": word, "value": word}
