"""Lines and smoothing through a few points, by scipy and statsmodels; each returns plain numbers.

Both libraries are imported where they are used: they take seconds, and a page without a forecast must not pay for it.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd


class Line(NamedTuple):
    """y = intercept + slope·x, and the interval of the slope; None where there are too few points for one."""

    slope: float
    intercept: float
    slope_low: float | None
    slope_high: float | None


class Point(NamedTuple):
    """A forecast at x with its prediction interval (of a single new value) where the method has one."""

    x: float
    value: float
    low: float | None = None
    high: float | None = None


def two_point_line(x: Sequence[float], y: Sequence[float]) -> Line:
    """The line through the first and the last point; no interval."""
    slope = (y[-1] - y[0]) / (x[-1] - x[0])
    return Line(slope, y[0] - slope * x[0], None, None)


def theil_sen(x: Sequence[float], y: Sequence[float], *, alpha: float = 0.95, method: str = "separate") -> Line:
    """The median of all slopes between two points: robust against one odd figure. Source: Sen 1968, scipy.

    Args:
        alpha: the confidence of the slope's interval; 0.05 and 0.95 are the same.
        method: "separate": intercept = median(y) − slope·median(x); "joint": the median of y − slope·x.

    Raises ValueError when fewer than two different x are given.
    """
    if len(set(x)) < 2:
        raise ValueError("A line needs figures at two different times.")
    from scipy.stats import theilslopes

    found = theilslopes(np.asarray(y, float), np.asarray(x, float), alpha=alpha, method=method)
    low, high = (None if np.isnan(value) else float(value) for value in (found.low_slope, found.high_slope))
    return Line(float(found.slope), float(found.intercept), low, high)


def least_squares(x: Sequence[float], y: Sequence[float], *, alpha: float = 0.95) -> Line:
    """Ordinary least squares with the interval of its slope."""
    fitted = _ols(x, y)
    low, high = fitted.conf_int(alpha=1 - _confidence(alpha))[1]
    return Line(float(fitted.params[1]), float(fitted.params[0]), float(low), float(high))


def least_squares_forecast(
    x: Sequence[float], y: Sequence[float], at: Sequence[float], *, alpha: float = 0.95, of_trend: bool = False
) -> list[Point]:
    """ŷ ± t·s·√(1 + 1/n + (x − x̄)²/Sxx) at each of `at`; `of_trend` leaves out the 1: how sure the line itself is."""
    import statsmodels.api as sm

    exog = sm.add_constant(np.asarray(at, float), has_constant="add")
    found = _ols(x, y).get_prediction(exog).summary_frame(alpha=1 - _confidence(alpha))
    low, high = ("mean_ci_lower", "mean_ci_upper") if of_trend else ("obs_ci_lower", "obs_ci_upper")
    return [Point(float(place), float(row["mean"]), float(row[low]), float(row[high]))
            for place, row in zip(at, found.to_dict("records"), strict=True)]  # fmt: skip


def _ols(x: Sequence[float], y: Sequence[float]):
    import statsmodels.api as sm

    return sm.OLS(np.asarray(y, float), sm.add_constant(np.asarray(x, float), has_constant="add")).fit()


def smoothed(y: Sequence[float], steps: int, *, alpha: float) -> list[float]:
    """Simple exponential smoothing from y[0]: the same figure for every step to come."""
    from statsmodels.tsa.holtwinters import SimpleExpSmoothing

    model = SimpleExpSmoothing(np.asarray(y, float), initialization_method="known", initial_level=float(y[0]))
    return [float(value) for value in model.fit(smoothing_level=alpha, optimized=False).forecast(steps)]


def holt(
    y: Sequence[float],
    steps: int,
    *,
    alpha: float | None = None,
    beta: float | None = None,
    phi: float | None = None,
    damped: bool = False,
    exponential: bool = False,
    start: Mapping[str, float] | None = None,
) -> list[float]:
    """Holt's linear trend, fixed parameters or (where `alpha` or `beta` is None) the best fit. Source: statsmodels.

    Args:
        alpha, beta, phi: smoothing of level and trend, damping. Statsmodels' beta, not alpha·beta.
        start: {"level", "trend"} before the first figure; without, y[0] and y[1] − y[0] (exponential: y[1]/y[0])
            where the parameters are fixed, else estimated.
    """
    from statsmodels.tsa.holtwinters import Holt

    figures = np.asarray(y, float)
    fixed = alpha is not None and beta is not None and (phi is not None or not damped)
    known = start is not None or fixed
    first = start or {"level": figures[0], "trend": figures[1] / figures[0] if exponential else figures[1] - figures[0]}
    model = Holt(
        figures,
        exponential=exponential,
        damped_trend=damped,
        initialization_method="known" if known else "estimated",
        initial_level=float(first["level"]) if known else None,
        initial_trend=float(first["trend"]) if known else None,
    )
    fitted = model.fit(smoothing_level=alpha, smoothing_trend=beta, damping_trend=phi if damped else None,
                       optimized=not fixed)  # fmt: skip
    return [float(value) for value in fitted.forecast(steps)]


def damped_forecast(y: Sequence[float], steps: int, *, alpha: float = 0.95) -> list[Point]:
    """A damped additive trend (ETS AAdN) with prediction intervals; x counts the steps from 1."""
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel

    figures = pd.Series(y, dtype=float)
    fitted = ETSModel(figures, error="add", trend="add", damped_trend=True).fit(disp=False)
    predicted = fitted.get_prediction(start=len(figures), end=len(figures) + steps - 1)
    found = predicted.summary_frame(alpha=1 - _confidence(alpha))
    return [Point(float(step), float(row["mean"]), float(row["pi_lower"]), float(row["pi_upper"]))
            for step, row in enumerate(found.to_dict("records"), 1)]  # fmt: skip


def annual_rate_of_reduction(slope: float) -> float:
    """1 − e^β of a log-linear trend: β −0.0661 is 6.4 % a year. Source: UNICEF, UN IGME."""
    return float(1 - np.exp(slope))


def log_slope(years: Sequence[float], figures: Sequence[float]) -> float:
    """β of the least-squares line through ln(figure). Raises ValueError for a figure of zero or less."""
    if min(figures) <= 0:
        raise ValueError("A log-linear trend needs figures above zero.")
    return (
        least_squares(years, list(np.log(np.asarray(figures, float)))).slope
        if len(years) > 2
        else two_point_line(years, list(np.log(np.asarray(figures, float)))).slope
    )


def _confidence(alpha: float) -> float:
    return max(alpha, 1 - alpha)
