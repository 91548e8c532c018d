"""What people say: answers, recommendation, themes, saturation."""

from typing import Any

from metrics import coding, loop
from metrics.intervals import z_of
from metrics.verification.bench import Bench
from metrics.verification.inputs import Inputs
from metrics.verification.registry import method


@method(
    "nps",
    "net_promoter_score",
    "net_recommendation_score",
    "net_performance",
    "net_score",
    "nps_margin_95",
    "nps_margin",
    "nps_moe",
    "nps_ci_95",
    "nps_ci",
    "net_score_margin",
)
def net_score(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Promoters minus detractors of all, and the half-width of its interval."""
    promoters, passives, detractors = _answers(given)
    z = z_of(given.figure("confidence", default=0.95))
    found = bench.ask("net_score", promoters=promoters, passives=passives, detractors=detractors, z=z)
    score, margin = found["score"], found["margin"]
    n = given.number("n", "nobs", default=None)
    if n is not None and promoters + passives + detractors <= 100.0001 and margin is not None:
        margin *= ((promoters + passives + detractors) / n) ** 0.5  # shares were given, and how many answered
    low, high = (None, None) if score is None or margin is None else (score - margin, score + margin)
    return {
        "nps": score,
        "score": score,
        "net": score,
        "value": margin if given.raw.get("measure") == "margin" else score,
        "margin": margin,
        "moe": margin,
        "margin_of_error": margin,
        "half_width": margin,
        "low": low,
        "high": high,
    }


@method("feedback_response_target", "cfrm_target", "response_target", "recommended_target")
def response_target(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Is the share answered at least the recommended 90 %?"""
    found = loop.meets_recommended(_answered_share(given))
    return {"meets_recommended_target": found, "meets": found, "meets_target": found, "value": found}


@method(
    "feedback_response_rate",
    "feedback_response_share",
    "complaint_response",
    "answered_share",
    "cfrm_response",
    "complaints_responded",
    "response_rate",
    "closing_the_loop",
    "feedback_loop",
)
def response(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Answered, and answered in time, of what is relevant to the mechanism."""
    share = _answered_share(given)
    relevant = given.number("relevant", "received", "n", default=None)
    in_time = given.number("in_time", "on_time", "within_standard", default=None)
    timely = loop.answered_share(int(in_time), int(relevant)) if in_time is not None and relevant else None
    return {
        "share": share,
        "rate": share,
        "value": share,
        "answered": share,
        "answered_share": share,
        "percent": _percent(share),
        "pct": _percent(share),
        "answered_pct": _percent(share),
        "in_time": timely,
        "in_time_share": timely,
        "in_time_pct": _percent(timely),
        "meets_recommended_target": loop.meets_recommended(share),
    }


@method("kaplan_meier_median", "median_days", "kaplan_meier", "median_days_to_answer", "km_median")
def median(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """Median days to an answer, those still open counted as waiting."""
    if given.has("durations", "times", "days"):
        days = given.known_numbers("durations", "times", "days")
        events = given.get("events", "observed", "answered_flags", default=[True] * len(days))
        done = [value for value, event in zip(days, events, strict=True) if event]
        waiting = [value for value, event in zip(days, events, strict=True) if not event]
    else:
        done, waiting = (
            given.known_numbers("answered"),
            given.known_numbers("open", "still_open", "censored", default=[]),
        )
    found = loop.median_days(done, waiting)
    return {"median": found, "median_days": found, "value": found}


@method("awareness", "users_of_interviewed", "mechanism_use")
def awareness(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """Users of those interviewed; who does not remember is left out."""
    asked = given.figure("interviewed", "n") - given.figure("dont_remember", "do_not_remember", "unknown", default=0)
    share = loop.answered_share(int(given.figure("users", "yes", "count")), int(asked))
    return {"share": share, "percent": _percent(share), "value": share}


@method("theme_prevalence", "prevalence")
def prevalence(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Responses with a theme of responses coded, with the interval."""
    if given.has("with_theme", "count"):
        hits, coded = int(given.figure("with_theme", "count")), int(given.figure("coded", "n", "nobs"))
        codings = [["theme"]] * hits + [[]] * (coded - hits)
        found = coding.prevalence(bench.cursor, codings, "theme")
    else:
        found = coding.prevalence(bench.cursor, given.get("codings", "responses", "data"), given.get("theme"))
    return {
        "share": found.value,
        "prevalence": found.value,
        "value": found.value,
        "low": found.low,
        "high": found.high,
        "percent": _percent(found.value),
    }


@method("sentiment_share", "sentiment", "net_sentiment")
def sentiment(given: Inputs, _bench: Bench) -> dict[str, Any]:
    counts = {key: int(given.figure(key, key[:3], default=0)) for key in ("positive", "neutral", "negative")}
    found = coding.sentiment(counts)
    return found | {"value": found["net"]}


@method("saturation", "guest_saturation", "thematic_saturation")
def saturation(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """Guest, Namey & Chen: the first run that brings almost nothing new; from themes, or from counts of new ones."""
    threshold = given.figure("threshold", default=coding.NEW_SHARE)
    if given.has("new_themes", "new", "new_in_run"):
        new, base = (
            given.figure("new_themes", "new", "new_in_run"),
            given.figure("base_themes", "themes_in_base", "base"),
        )
        share = new / base
        return {
            "share": share,
            "new_share": share,
            "value": share,
            "saturated": share <= threshold + 1e-9,
            "percent": 100 * share,
        }
    found = coding.saturation(
        given.get("interviews", "data"),
        base=int(given.figure("base_size", "base", default=coding.BASE)),
        run=int(given.figure("run_length", "run", default=coding.RUN)),
        threshold=threshold,
    )
    return {
        "reached_at": found.reached_at,
        "saturated": found.reached_at is not None,
        "share": found.new_share,
        "value": found.reached_at,
    }


@method(
    "factor_score",
    "wilder_factor_score",
    "factor_mean",
    "wilder",
    "partner_trust",
    "trust_score",
    "value_score",
    "partner_value",
)
def factor(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """The mean of a factor's items over respondents, and its band from 4.0 and 3.0 up, unrounded."""
    rows = given.get("responses", "items", "scores", "values", default=None)
    if rows is None:
        rows = [value for value in given.raw.values() if isinstance(value, int | float)]
    if isinstance(rows, dict):
        rows = list(rows.values())
    flat = [float(value) for row in rows for value in (row if isinstance(row, list) else [row]) if value is not None]
    mean = sum(flat) / len(flat) if flat else None
    band = None if mean is None else "strength" if mean >= 4 else "borderline" if mean >= 3 else "concern"
    return {"score": mean, "mean": mean, "value": mean, "band": band, "trust": mean}


def _answers(given: Inputs) -> tuple[float, float, float]:
    """Promoters, passives and detractors: counts, shares, or scores from 0 to 10."""
    if given.has("scores", "responses", "ratings"):
        scores = given.known_numbers("scores", "responses", "ratings")
        high, low = sum(score >= 9 for score in scores), sum(score <= 6 for score in scores)
        return float(high), float(len(scores) - high - low), float(low)
    high = given.figure("promoters", "p", "positive", "promoters_pct", "promoter_share", "promoters_share")
    low = given.figure("detractors", "d", "negative", "detractors_pct", "detractor_share", "detractors_share")
    middle = given.number("passives", "neutral", "passive", "passives_pct", "okay", "passives_share", default=None)
    if middle is None:
        n = given.number("n", "total", "nobs", default=None)
        whole = (
            n
            if n is not None and n >= high + low and high + low > 1 and (high + low > 100 or n <= 100)
            else (1.0 if high + low <= 1 else 100.0)
        )
        middle = whole - high - low
    return high, middle, low


def _answered_share(given: Inputs) -> float | None:
    if given.has("share", "rate", "fraction"):
        return given.number("share", "rate", "fraction")
    if given.has("percent", "pct"):
        percent = given.number("percent", "pct")
        return None if percent is None else percent / 100
    return loop.answered_share(
        int(given.figure("answered", "responded", "count", "responded_in_line", "responded_in_procedure")),
        int(given.figure("relevant", "received", "n", "nobs", "complaints", "total")),
    )


def _percent(share: float | None) -> float | None:
    return None if share is None else 100 * share
