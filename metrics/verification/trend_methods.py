"""Lines and smoothing towards a target."""

from typing import Any

from metrics import forecast, trend_lines
from metrics.verification.bench import Bench
from metrics.verification.inputs import BadInput, Inputs
from metrics.verification.registry import method


def _points(given: Inputs) -> tuple[list[float], list[float]]:
    """x and y; a pair with a gap in it is left out, and without x the figures stand one apart."""
    y = given.numbers("y", "values", "series", "figures")
    x = given.numbers("x", "years", "t", "time", default=None) or [float(place) for place in range(len(y))]
    masked = given.get("mask", "masked", default=None) or [False] * len(y)
    pairs = [
        (one, other)
        for one, other, is_masked in zip(x, y, masked, strict=True)
        if one is not None and other is not None and not is_masked
    ]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


@method("theil_sen", "theilslopes", "sen_slope", "theil_sen_slope", "sens_slope")
def theil_sen(given: Inputs, _bench: Bench) -> dict[str, Any]:
    x, y = _points(given)
    alpha = given.figure("alpha", "confidence", default=0.95)
    line = trend_lines.theil_sen(x, y, alpha=alpha, method=given.word("method", default="separate"))
    return {
        "slope": line.slope,
        "intercept": line.intercept,
        "low_slope": line.slope_low,
        "high_slope": line.slope_high,
        "lo_slope": line.slope_low,
        "up_slope": line.slope_high,
        "low": line.slope_low,
        "high": line.slope_high,
        "slope_low": line.slope_low,
        "slope_high": line.slope_high,
        "ci": [line.slope_low, line.slope_high],
        "value": line.slope,
    }


@method(
    "ols_prediction",
    "ols",
    "linear_regression",
    "ols_prediction_interval",
    "least_squares",
    "linear_trend",
    "ols_forecast",
    "ols_line",
)
def ols(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """Least squares: the line, and where asked a prediction with its two intervals."""
    x, y = _points(given)
    alpha = given.figure("alpha", "confidence", default=0.95)
    line = trend_lines.least_squares(x, y, alpha=alpha)
    found: dict[str, Any] = {
        "slope": line.slope,
        "intercept": line.intercept,
        "low_slope": line.slope_low,
        "high_slope": line.slope_high,
        "value": line.slope,
    }
    if given.has("x_new", "at", "x0", "new_x", "predict", "exog"):
        at = given.get("x_new", "at", "x0", "new_x", "predict", "exog")
        places = [float(one) for one in at] if isinstance(at, list) else [float(at)]
        single = trend_lines.least_squares_forecast(x, y, places, alpha=alpha)
        trend = trend_lines.least_squares_forecast(x, y, places, alpha=alpha, of_trend=True)
        parts = {
            "mean": [point.value for point in single],
            "prediction": [point.value for point in single],
            "forecast": [point.value for point in single],
            "y": [point.value for point in single],
            "obs_ci_lower": [point.low for point in single],
            "obs_ci_upper": [point.high for point in single],
            "mean_ci_lower": [point.low for point in trend],
            "mean_ci_upper": [point.high for point in trend],
            "low": [point.low for point in single],
            "high": [point.high for point in single],
        }
        found |= parts if isinstance(at, list) else {key: value[0] for key, value in parts.items()}
    return found


@method(
    "holt_linear_fixed",
    "holt_linear",
    "holt",
    "holt_damped",
    "holt_damped_fixed",
    "holt_winters",
    "holt_trend",
)
def holt(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """Holt's trend: plain, exponential or damped; parameters that are not given are fitted."""
    return _holt(given)


@method("holt_exponential", "holt_exponential_fixed", "holt_multiplicative")
def holt_exponential(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """Holt's trend as a factor a step instead of a sum."""
    return _holt(given, exponential=True)


def _holt(given: Inputs, *, exponential: bool = False) -> dict[str, Any]:
    y = given.known_numbers("y", "values", "series")
    kind = given.word("trend", "kind", "type", "variant", "model", default="")
    start = given.get("initial", default=None)
    init = str(given.get("init", "initialization", "initialisation", default="y[0]")).replace(" ", "")
    if not start and "y[0]" not in init and init not in ("known", "simple", "legacy", "first", "estimated"):
        raise BadInput(f"initial values {init!r} are not known")
    if given.has("l0", "initial_level") and given.has("b0", "initial_trend"):
        start = {"level": given.figure("l0", "initial_level"), "trend": given.figure("b0", "initial_trend")}
    beta = given.number("beta", "smoothing_trend", default=None)
    alpha = given.number("alpha", "smoothing_level", default=None)
    if given.has("beta_star") and beta is None:
        beta = given.figure("beta_star")
    phi = given.number("phi", "damping", "damping_trend", "damping_slope", default=None)
    found = trend_lines.holt(
        y,
        int(given.figure("h", "steps", "horizon", default=1)),
        alpha=alpha,
        beta=beta,
        phi=phi,
        start=start,
        damped=given.flag("damped", "damped_trend", default=phi is not None or "damp" in kind),
        exponential=given.flag("exponential", default=exponential or kind.startswith(("exp", "mul"))),
    )
    return {"forecast": found, "forecasts": found, "value": found}


@method(
    "simple_exponential_smoothing",
    "ses",
    "ses_fixed",
    "exponential_smoothing",
    "simple_exp_smoothing",
    "simple_exponential_smoothing_fixed",
)
def ses(given: Inputs, _bench: Bench) -> dict[str, Any]:
    steps = int(given.figure("h", "steps", "horizon", default=1))
    found = trend_lines.smoothed(
        given.known_numbers("y", "values", "series"), steps, alpha=given.figure("alpha", "smoothing_level")
    )
    return {"forecast": found if given.has("h", "steps", "horizon") else found[0], "value": found[0], "level": found[0]}


@method("needed_per_period", "required_rate", "needed_per_year", "required_per_period")
def needed(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """(target − current) by the periods left."""
    left = given.figure("periods_left", "left", "years_left", "periods")
    found = forecast.forecast(
        [0.0, 1.0], [0.0, given.figure("current", "actual", "value")], 1.0 + left, target=given.figure("target")
    ).needed
    return {"needed": found, "value": found}


@method("forecast", "projection", "forecast_ladder", "projected_value")
def ladder(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """The forecast that Dampak would show, by number of points."""
    x, y = _points(given)
    bounds = given.get("bounds", default=None)
    found = forecast.forecast(
        x,
        y,
        given.figure("until", "target_x", "target_year", "at"),
        target=given.number("target", default=None),
        now=given.number("now", default=None),
        is_total=given.flag("cumulative", "is_total"),
        bounds=tuple(bounds) if bounds else None,
    )
    end = found.projected
    return {
        "method": found.method,
        "refused": found.refused,
        "projected": end.value if end else None,
        "value": end.value if end else None,
        "needed": found.needed,
        "low": end.low if end else None,
        "high": end.high if end else None,
        "clipped": found.is_clipped,
    }
