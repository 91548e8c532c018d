"""What people say: recommendation, themes, sentiment, saturation, factors."""

from typing import Any

from metrics import coding
from metrics.intervals import z_of
from metrics.verification.bench import Bench
from metrics.verification.feedback_methods import percent_of
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
        "value": margin if given.get("measure", default=None) == "margin" else score,
        "margin": margin,
        "moe": margin,
        "margin_of_error": margin,
        "half_width": margin,
        "low": low,
        "high": high,
    }


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
        "percent": percent_of(found.value),
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
