"""Verdicts by the schemes of definitions/schemes: which band a figure falls into."""

from typing import Any

from definitions.schemes import scheme
from metrics import weather
from metrics.verification.bench import Bench
from metrics.verification.inputs import BadInput, Inputs
from metrics.verification.registry import method

_TOLA = {"above": 1, "on_target": 0, "below": -1}


def band(bench: Bench, key: str, fraction: float | None) -> str | None:
    """The code of the band of a scheme that a fraction falls into."""
    return bench.ask("band", fraction=rounded(bench, fraction, scheme(key).round_to), **weather.bands(key))["band"]


def rounded(bench: Bench, fraction: float | None, digits: int | None = 2) -> float | None:
    """To so many decimals as R and formulas.sql do it; None of them leaves the figure as it is."""
    return bench.ask("rounded", fraction=fraction, digits=digits)["rounded"]


@method("tola_over_under_15pct", "tola_over_under", "over_under", "over_under_15pct", "tola_15", "tola_scope")
def tola(given: Inputs, bench: Bench) -> dict[str, Any]:
    """1 above, 0 within, −1 below 15 % of the target; mirrored for a reduction; None without target or data."""
    word = band(bench, "tola_15", _capaian(given, bench))
    return {
        "over_under": None if word is None else _TOLA[word],
        "band": word,
        "value": None if word is None else _TOLA[word],
        "reporting": word is not None,
    }


@method("tola_scope_counts", "scope_counts", "tola_program_scope", "tola_program_scope_counts", "program_scope_counts")
def tola_counts(given: Inputs, bench: Bench) -> dict[str, Any]:
    """How many indicators of a programme are low, on target, high, or do not report."""
    words = []
    for indicator in given.get("indicators", "items", "rows"):
        row = Inputs(
            indicator
            if isinstance(indicator, dict)
            else dict(zip(("actual", "target", "direction"), indicator, strict=False))
        )
        words.append(row.get("over_under", default=None) if row.has("over_under") else tola(row, bench)["over_under"])
    count = {name: words.count(value) for name, value in (("low", -1), ("on_scope", 0), ("high", 1))}
    silent = words.count(None)
    return count | {
        "on": count["on_scope"],
        "on_target": count["on_scope"],
        "nonreporting_count": silent,
        "nonreporting": silent,
        "non_reporting": silent,
        "indicator_count": len(words),
        "total": len(words),
    }


@method(
    "pepfar_achievement_band",
    "pepfar_band",
    "pepfar_achievement",
    "gophr_achievement_band",
    "pepfar_75_90_110",
    "achievement_band",
)
def pepfar(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Points from the goal of the quarter: a quarter of the year's target for each quarter, all of it for a stock."""
    is_stock = given.flag("snapshot", "is_snapshot", default=_is_snapshot(given))
    given.know("quarter", "qtr", "q")  # of a stock each quarter is judged as the year is
    goal = 1.0 if is_stock else given.figure("quarter", "qtr", "q", default=4) / 4
    achieved = _achieved(given, bench)
    word = None
    if achieved is not None:
        achieved = rounded(bench, achieved)
        word = band(bench, "pepfar_75_90_110", (achieved or 0.0) - goal + 1)
    return {"band": word, "label": word, "value": word, "achievement": achieved, "goal": goal, "qtr_goal": goal}


@method("pepfar_achievement_value", "pepfar_calc_achievement", "calc_achievement", "gophr_achievement")
def pepfar_value(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Cumulative by target, to two decimals; None where there is no target."""
    achieved = _achieved(given, bench)
    achieved = rounded(bench, achieved)
    return {"achievement": achieved, "value": achieved}


@method("global_fund_rating", "global_fund", "gf_rating", "global_fund_grade", "global_fund_indicator_rating")
def global_fund(given: Inputs, bench: Bench) -> dict[str, Any]:
    """A1 above 100 %, A2 from 90, B1 from 60, B2 from 30, C below."""
    word = band(bench, "global_fund", _share(given, bench))
    return {"rating": word, "grade": word, "band": word, "value": word}


@method("akvo_grade", "akvo_49_85", "akvo_band", "rsr_grade", "akvo_report_grade")
def akvo(given: Inputs, bench: Bench) -> dict[str, Any]:
    """low up to 49 %, high from 85 %, else medium."""
    word = band(bench, "akvo_49_85", _share(given, bench))
    return {"grade": word, "band": word, "value": word}


@method("permendagri_86", "predikat", "permendagri_predikat", "predikat_capaian")
def predikat(given: Inputs, bench: Bench) -> dict[str, Any]:
    """The five-step predikat of the capaian."""
    word = band(bench, "permendagri_86", _share(given, bench))
    words = scheme("permendagri_86")
    return {"predikat": words.label(word, "id"), "band": word, "value": words.label(word, "id")}


@method("sdg_95_60_0", "status_scheme", "sdg_status", "opensdg_band", "status_band")
def by_scheme(given: Inputs, bench: Bench) -> dict[str, Any]:
    """The band of any scheme; 0.95, 0.60 and 0 on the on-track ratio unless another is named."""
    key = str(given.get("scheme", "preset", default="sdg_95_60_0"))
    names = ("ratio", "r", "on_track", "on_track_ratio", "value")
    word = band(bench, key, given.number(*names) if given.has(*names) else _share(given, bench))
    status = {each.code: each.status for each in scheme(key).bands}
    return {"status": status.get(word), "band": word, "value": status.get(word) if key == "sdg_95_60_0" else word}


def _is_snapshot(given: Inputs) -> bool:
    return str(given.get("indicator", default="")).removesuffix("_D") in _SNAPSHOTS


_SNAPSHOTS = {
    "AGYW_PREV",
    "OVC_SERV",
    "KP_CURR",
    "EP_CURR",
    "OVC_HIVSTAT",
    "TX_CURR",
    "TX_CURR_LAG",
    "TX_ML",
    "TX_TB",
    "TX_PVLS",
    "SC_CURR",
    "PrEP_CURR",
}
"""Stocks in PEPFAR's reporting: the last quarter counts. Source: gophr, data/snapshot_ind."""


def _achieved(given: Inputs, bench: Bench) -> float | None:
    given.know("cumulative", "targets", "target", "results")  # beside an achievement they say where it comes from
    if given.has("achievement", "achv", "achievement_qtrly", "value"):
        return given.number("achievement", "achv", "achievement_qtrly", "value")
    if given.has("achievement_pct", "pct"):
        percent = given.number("achievement_pct", "pct")
        return None if percent is None else percent / 100
    return bench.ask(
        "tola_met",
        actual=given.number("cumulative", "results_cumulative", "actual", "results"),
        target=given.number("targets", "target"),
        direction="up",
    )["met"]


def _capaian(given: Inputs, bench: Bench) -> float | None:
    """Actual by target, mirrored for a reduction; a share given as such is mirrored too."""
    way = given.direction(default="up") or "up"
    actual, target = given.number("actual", "achieved", "a", default=None), given.number("target", "t", default=None)
    if given.has("pct", "percent_met", "ratio", "pct_to_date", "achievement"):
        actual, target = given.number("pct", "percent_met", "ratio", "pct_to_date", "achievement"), 1.0
    return bench.ask("capaian_measure", actual=actual, target=target, direction=way)["capaian"]


def _share(given: Inputs, bench: Bench) -> float | None:
    """A fraction, out of per cent, a fraction, or actual and target."""
    percent = (
        "achievement_pct",
        "percent",
        "pct",
        "capaian_pct",
        "percent_achieved",
        "achievement_percent",
        "score_pct",
        "percentage",
    )
    if given.has(*percent):
        found = given.number(*percent)
        return None if found is None else found / 100
    for name in ("achievement", "capaian", "ratio", "fraction", "share"):
        if given.has(name):
            return given.number(name)
    if not given.has("actual"):
        raise BadInput("`achievement_pct` is missing")
    return _capaian(given, bench)
