"""Where it will stand: by number of points, with a band or with the reason why there is none."""

import sys
from subprocess import run

import numpy as np
import pytest

from metrics import trend_lines
from metrics.forecast import forecast


def test_two_points_make_a_line_without_a_band():
    found = forecast([2024, 2025], [10, 20], 2028, target=80)
    assert (found.method, found.projected.value, found.projected.low) == ("line", 50, None)
    assert found.needed == 20  # 60 in three years
    assert found.pace == 10


def test_three_to_seven_points_make_a_robust_line_with_the_interval_of_its_slope():
    """One wild figure does not turn the line: most slopes are 10, but for those to 2025."""
    found = forecast([2021, 2022, 2023, 2024, 2025], [10, 20, 30, 40, 90], 2027)
    assert found.method == "theil_sen"
    assert found.projected.value == pytest.approx(70)
    assert found.projected.low <= 70 < found.projected.high


def test_eight_regular_points_make_least_squares_with_a_prediction_interval():
    years, figures = list(range(2018, 2026)), [11, 19, 31, 39, 51, 59, 71, 79]
    found = forecast(years, figures, 2026)
    slope, intercept = np.polyfit(years, figures, 1)
    assert found.method == "least_squares"
    assert found.projected.value == pytest.approx(slope * 2026 + intercept)
    residual = sum((y - slope * x - intercept) ** 2 for x, y in zip(years, figures, strict=True)) / 6
    spread = 2.446912 * np.sqrt(residual * (1 + 1 / 8 + 4.5**2 / 42))  # t for 6 degrees of freedom; Σ(x − x̄)² = 42
    assert found.projected.high - found.projected.value == pytest.approx(spread, rel=1e-5)


def test_eight_points_at_odd_distances_stay_with_the_robust_line():
    assert forecast([1, 2, 3, 5, 8, 9, 10, 14], range(8), 16).method == "theil_sen"


def test_a_damped_trend_flattens_and_has_a_band():
    found = forecast(list(range(1, 10)), [1, 2, 3, 4, 5, 6, 7.5, 8, 9], 12, damped=True)
    assert found.method == "damped"
    assert found.projected.low < found.projected.value < found.projected.high


@pytest.mark.parametrize(
    ("x", "y", "options", "reason"),
    [
        ([2025], [3], {}, "too_few_points"),
        ([], [], {}, "too_few_points"),
        ([2023, 2024, 2025], [30, 20, 10], {"is_total": True}, "falling_total"),
        ([2020, 2021, 2022], [10, 20, 30], {"now": 2025}, "too_old"),
    ],
)
def test_a_forecast_is_refused_with_its_reason(x, y, options, reason):
    found = forecast(x, y, 2027, **options)
    assert (found.refused, found.path, found.projected) == (reason, (), None)


def test_two_periods_old_is_still_allowed():
    assert forecast([2021, 2022, 2023], [10, 20, 30], 2027, now=2025).refused is None


def test_per_cent_stays_between_0_and_100_and_says_so():
    found = forecast([2023, 2024, 2025], [70, 80, 90], 2028, bounds=(0, 100))
    assert (found.projected.value, found.is_clipped) == (100, True)
    assert forecast([2023, 2024, 2025], [70, 80, 90], 2026, bounds=(0, 100)).projected.value == 100


def test_what_is_needed_counts_in_reporting_periods():
    """Quarters are 0.25 of a year: 60 to go in one year is 15 a quarter."""
    assert forecast([2025.0, 2025.25], [10, 20], 2026.25, target=80, period=0.25).needed == 15


def test_a_line_needs_two_times():
    with pytest.raises(ValueError, match="two different times"):
        trend_lines.theil_sen([1, 1], [2, 3])


def test_the_rate_of_reduction_of_a_steady_fall():
    assert trend_lines.annual_rate_of_reduction(trend_lines.log_slope([0, 1, 2], [100, 90, 81])) == pytest.approx(0.1)
    with pytest.raises(ValueError, match="above zero"):
        trend_lines.log_slope([0, 1], [1, 0])


def test_a_page_that_forecasts_nothing_pays_for_no_statistics():
    """statsmodels and scipy take seconds to import: what the overview asks must not bring them in."""
    heavy = (
        "import sys, metrics.progress, metrics.feedback, metrics.completeness, metrics.explaining, metrics.index, "
        "metrics.people, metrics.intervals, metrics.balance, metrics.forecast, metrics.agreement, metrics.network; "
        "print(sorted({'scipy', 'statsmodels', 'networkx', 'sklearn'} & set(sys.modules)))"
    )
    assert run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True).stdout.strip() == "[]"
