from datetime import date

import pandas as pd
import pytest

from charts.free_place import Place, between, is_free
from charts.periods import period_end, period_start
from charts.scale import round_ticks, scale
from charts.theme import Look
from charts.trend import trend
from charts.trend_labels import Way, apart, drawn_lines, shares, size
from metrics.outlook import Outlook


def quarter(water, period, actual, target, status="on_track", reason=None):
    return water | {"period": period, "actual": actual, "target": target, "status": status, "reason": reason}


@pytest.fixture
def year(progress, water):
    return progress(
        quarter(water, "2025-Q3", None, 80.0, "no_data", "no_data"),
        quarter(water, "2025-Q1", 0.0, 60.0),
        quarter(water, "2025-Q2", 66.0, 70.0),
        quarter(water, "2025-Q4", None, 90.0, "not_due", "not_due"),
    )


def named(chart):
    return [note.text.replace("&#37;", "%") for note in chart.figure.layout.annotations]


def test_values_stand_at_the_ends_of_their_periods_in_order(year, english):
    line = trend(year, english).figure.data[1]
    assert list(line.x) == ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"]
    assert list(line.y) == [0.0, 66.0, None, None]


def test_a_gap_stays_a_gap_with_its_mark_and_what_is_not_due_has_none(year, english):
    _targets, line, gaps = trend(year, english).figure.data
    assert line.connectgaps is False
    assert (list(gaps.x), list(gaps.text)) == (["2025-09-30"], ["—"])


def test_a_hidden_value_has_its_own_mark(progress, water, english):
    frame = progress(
        quarter(water, "2025-Q1", 60.0, None), quarter(water, "2025-Q2", None, None, "no_data", "suppressed")
    )
    assert list(trend(frame, english).figure.data[2].text) == ["…"]


def test_each_target_holds_from_the_start_to_the_end_of_its_period(year, english):
    steps = trend(year, english).figure.data[0]
    assert list(steps.x[:4]) == ["2024-12-31", "2025-03-31", "2025-03-31", "2025-06-30"]
    assert list(steps.y[:4]) == [60, 60, 70, 70]
    assert steps.line.dash == "dash"


def test_lines_are_named_where_they_end(year, indonesian):
    assert named(trend(year, indonesian)) == ["Target<br>90 orang", "Realisasi 66 orang · 3 dari 4 laporan"]


@pytest.mark.parametrize(("baseline", "side"), [(30, "bottom"), (10, "top")])
def test_the_words_of_the_baseline_keep_clear_of_lines_that_fall_or_rise_from_it(baseline, side, english):
    values = [20 + n * (10 - baseline) / 10 for n in (1, 2, 3)]
    rows = [{"indicator": "X", "period": f"2025-Q{n}", "actual": value, "target": value, "unit": "%"}
            for n, value in enumerate(values, 1)]  # fmt: skip
    chart = trend(pd.DataFrame(rows), english, baseline=baseline)
    words = next(each for each in chart.figure.layout.annotations if "Baseline" in each.text)
    assert words.yanchor == side


def test_a_baseline_of_zero_under_a_rising_line_is_written_where_no_line_is(english):
    """Sums from the start: the steps of the targets and the line both rise out of the ring."""
    rows = [{"indicator": "X", "period": f"{2025 + n // 4}-Q{n % 4 + 1}", "actual": 70.0 * (n + 1),
             "target": 100.0 * (n + 1), "unit": "orang"} for n in range(12)]  # fmt: skip
    chart = trend(pd.DataFrame(rows), english, baseline=0, target=1200, target_date=date(2027, 12, 31),
                  baseline_date=date(2024, 10, 1))  # fmt: skip
    words = next(each for each in chart.figure.layout.annotations if "Baseline" in each.text)
    begin, end = date(2024, 10, 1), date(2027, 12, 31)
    look = Look()
    wide, tall = size("Baseline 0", look)
    lines = drawn_lines(rows, Way(0, 1200, end, begin), begin, end, None)
    dots = [dot for line in lines for dot in between(shares(line, (begin, end), (0, 1200)))]
    at = words.ay if words.ay is not None else words.y
    middle = float(at) / 1200 + (0 if words.yanchor in (None, "middle") else 0.75 * tall)
    assert is_free(Place(middle, is_before=words.xanchor == "right"), 0, wide, tall * 0.8, dots)


def test_the_way_goes_from_the_baseline_to_the_final_target(year, english):
    chart = trend(year, english, baseline=20, target=120, target_date=date(2026, 12, 31))
    assert (list(chart.figure.data[0].x), list(chart.figure.data[0].y)) == (["2024-12-31", "2026-12-31"], [20, 120])
    assert "Final target<br>120 orang" in named(chart) and "Baseline 20" in named(chart)


def test_the_title_is_the_latest_figure(year, indonesian, english):
    assert trend(year, indonesian).title == "TW II 2025: 66 dari 70 orang"
    assert trend(year, english).subtitle == "Perempuan dengan air bersih · Kab. Bima · Q1 2025–Q4 2025 · orang"


def test_the_table_tells_zero_from_missing(year, english):
    assert list(trend(year, english).table["Actual"]) == ["0 orang", "66 orang", "—", "n.a."]


def test_several_indicators_are_refused(progress, water, english):
    with pytest.raises(ValueError, match="must hold one indicator, got 2: A, B"):
        trend(progress(water | {"indicator": "A"}, water | {"indicator": "B"}), english)


def test_an_empty_frame_says_so(progress, english):
    assert trend(progress(), english).title == "No results reported yet"


@pytest.mark.parametrize(
    "period, start, end",
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-S1", "2025-01-01", "2025-06-30"),
        ("2025-Q3", "2025-07-01", "2025-09-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-07-14", "2025-07-14", "2025-07-14"),
    ],
)
def test_first_and_last_day_of_a_period(period, start, end):
    assert (str(period_start(period)), str(period_end(period))) == (start, end)


def test_what_is_no_period_is_named():
    with pytest.raises(ValueError, match="got 'TW III'"):
        period_end("TW III")


def test_counts_start_at_zero_and_per_cents_go_to_a_hundred():
    assert scale([60, 90], "orang") == pytest.approx((0, 99))
    assert scale([70, 83], "%") == pytest.approx((0, 110))
    assert scale([3, 7], "%") == pytest.approx((0, 7.7))
    assert scale([], None) == (0, 1.1)


def test_the_axis_has_round_figures():
    assert round_ticks(0, 99) == [0, 50] or round_ticks(0, 99) == [0, 20, 40, 60, 80]
    assert round_ticks(-30, 110) == [0, 50, 100]


NEXT_YEAR = ((date(2025, 12, 31), 70.0, 60.0, 80.0), (date(2026, 12, 31), 110.0, 90.0, 130.0))
AHEAD = Outlook(None, path=NEXT_YEAR, period_kind="quarter")


def test_a_forecast_has_its_band_its_name_and_a_row_of_the_table(year, english):
    chart = trend(year, english, ahead=AHEAD)
    band, line = chart.figure.data[-2:]
    assert list(band.y) == [80, 130, 90, 60]
    assert (list(line.y), line.line.dash) == ([70, 110], "dashdot")
    assert "Forecast<br>110 orang" in named(chart)
    assert list(chart.table.iloc[-1]) == ["Forecast for 31 December 2026", "110 orang", "", "", "between 90 and 130"]


def test_a_refused_forecast_draws_nothing(year, english):
    assert len(trend(year, english, ahead=Outlook("too_old")).figure.data) == 3


def test_a_changed_definition_is_marked_on_its_day_if_it_is_drawn(year, english):
    chart = trend(year, english, breaks=[date(2025, 8, 1), date(2031, 1, 1)])
    assert [line.x0 for line in chart.figure.layout.shapes] == ["2025-08-01"]
    assert named(chart).count("measured otherwise from here") == 1


def test_a_share_has_its_interval_as_a_thin_line_and_in_words(progress, water, english):
    share = {"unit": "%", "share_low": 0.194, "share_high": 0.212, "denominator": 6560.0}
    chart = trend(progress(quarter(water, "2025-Q1", 20.0, None)).assign(**share), english)
    bars = chart.figure.data[1].error_y
    assert (list(bars.array), list(bars.arrayminus)) == ([pytest.approx(1.2)], [pytest.approx(0.6)])
    assert "95% interval 19.4–21.2% (n = 6,560)" in chart.figure.data[1].hovertext[0].replace("&#37;", "%")
    assert "95% interval" in chart.table["Note"][0]


def test_a_zero_says_that_it_is_one(year, english):
    assert list(trend(year, english).figure.data[1].text) == ["0", "", "", ""]


def test_a_phone_has_a_form_without_room_beside_the_line(year, english):
    chart = trend(year, english)
    assert chart.narrow.layout.margin.r < 20 < chart.figure.layout.margin.r
    assert "Target 90 orang" in [note.text for note in chart.narrow.layout.annotations]


def test_words_at_the_same_day_are_pushed_apart_and_stay_in_the_drawing():
    assert apart([10.0, 10.0, 50.0], 15, 100) == [10, 25, 50]
    assert apart([90.0, 95.0], 25, 100) == [75, 100]


def test_the_forecast_is_one_whole_number_wherever_it_stands(year, english):
    path = (date(2025, 12, 31), 90.0, None, None), (date(2026, 12, 31), 126.5, 112.25, 135.4)
    chart = trend(year, english, ahead=Outlook(None, path=path, period_kind="quarter"))
    assert any("127 orang" in text for text in named(chart)) and not any("126" in text for text in named(chart))
    assert "127 orang" in chart.table.iloc[-1].to_list()
    assert "between 112 and 135" in chart.table.iloc[-1].to_list()
