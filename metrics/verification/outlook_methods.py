"""Verdicts on where a figure is heading: against the time gone, towards a target year, or by the arrow of a trend."""

from typing import Any

from metrics import weather
from metrics.verification.bench import Bench
from metrics.verification.inputs import BadInput, Inputs, number
from metrics.verification.registry import method

_MET = ("met", "is_met", "target_met", "achieved", "reached")
_AVERAGE = ("average_right", "five_year_right", "average_change", "mean_change", "average", "five_year_average")
_LAST = ("last_right", "last_change", "last", "latest_change")
_MISS = ("miss", "gap", "miss_share", "miss_pct", "miss_percent", "gap_pct", "gap_percent")
_SEVERAL = ("weathers", "symbols", "words", "statuses")
_ADVERSE = ("adverse", "wrong", "negative", "worsening", "bad", "against", "unfavourable", "unfavorable",
            "deteriorating")  # fmt: skip
_NOT_ADVERSE = ("not adverse", "not_adverse", "right", "positive", "improving", "good", "stable", "level", "none",
                "favourable", "favorable", "constant", "neutral")  # fmt: skip


def _is_adverse(given: Inputs, way: str) -> bool:
    """Whether the trend turns against the target: said outright, as a word, or as a change a year."""
    if given.has("adverse", "trend_adverse", "is_adverse"):
        return given.flag("adverse", "trend_adverse", "is_adverse")
    trend = given.get("trend", "trend_direction", "change", "average_change", default=None)
    if trend is None:
        raise BadInput("`trend` is missing")
    if isinstance(trend, bool) or str(trend).strip().casefold() in (*_ADVERSE, *_NOT_ADVERSE):
        return not trend if isinstance(trend, bool) else str(trend).strip().casefold() in _ADVERSE
    return not _is_right_way(trend, way, may_stand=True)


def _is_right(given: Inputs, way: str, *names: str) -> bool:
    found = given.get(*names)
    return found if isinstance(found, bool) else _is_right_way(found, way)


def _is_right_way(moved: object, way: str, *, may_stand: bool = False) -> bool:
    """A change as a figure, or as a word ("falling"), against the wanted direction."""
    words = {"rising": 1.0, "up": 1.0, "increasing": 1.0, "falling": -1.0, "down": -1.0, "decreasing": -1.0}
    change = words.get(str(moved).strip().casefold())
    change = number(moved, "trend") if change is None else change
    if change is None:
        raise BadInput("`trend` must be known")
    return (change if way == "up" else -change) > (-1e-12 if may_stand else 1e-12)


def folded_word(word: object) -> str:
    """A weather as weather.WORDS has it."""
    found = str(word).strip().casefold().replace(" ", "_").replace("-", "_")
    if found not in weather.WORDS:
        raise BadInput(f"weather {word!r} is not known")
    return found


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
    way = given.direction(default="up") or "up"
    word: str | None
    if given.has(*_SEVERAL):
        word = weather.worst([folded_word(one) for one in given.get(*_SEVERAL)])
    elif given.has(*_MET):
        word = weather.kept(given.flag(*_MET), -1.0 if _is_adverse(given, way) else 0.0, "up")
    elif given.has(*_AVERAGE, *_LAST):
        word = weather.direction_only(_is_right(given, way, *_AVERAGE), _is_right(given, way, *_LAST))
    elif given.has(*_MISS):
        is_wrong = given.has("right_direction") and not given.flag("right_direction")
        word = weather.weather_of(bench.cursor, 0.0 if is_wrong else 1 - (given.share(*_MISS) or 0.0))
    else:
        figures = given.known_numbers("values", "figures", "y", "series")
        years = given.known_numbers("years", "x", default=list(range(len(figures))))
        word = weather.weather(
            bench.cursor, years, figures, given.figure("target"), given.figure("target_year", "year_target"), way
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
