"""Where an indicator is heading: the points that count, the refusals, running totals, and the days of the path."""

from datetime import date
from itertools import pairwise

import pytest

from charts.missing import records
from locales import translator
from metrics import running
from metrics.outlook import day_of, month_number, outlook
from metrics.progress import progress
from metrics.smart import hints

NOW = date(2026, 1, 10)
LEVEL = {"over_time": "last", "baseline": 0, "baseline_date": date(2024, 12, 31), "target": 100,
         "target_date": date(2026, 12, 31)}  # fmt: skip
FLOW = LEVEL | {"over_time": "sum", "zero_start": "yes"}
QUARTERS = ("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4")


def looked_at(forum, code, as_of=NOW):
    row = records(progress(forum.store, as_of, indicator=code))[0]
    periods = records(progress(forum.store, as_of, ["period"], indicator=code, every_report=True))
    if running.is_flow(row):
        periods = running.running_totals([one for one in periods if one["is_report_period"]])
    return outlook(row, periods, as_of)


def results(code, values, partner="A"):
    return [(code, period, value, partner) for period, value in zip(QUARTERS, values, strict=False)]


def test_a_level_goes_on_at_its_median_pace(forum, define):
    forum.send(indicators=[define("L", **LEVEL)], results=results("L", [10, 20, 30, 40]))
    found = looked_at(forum, "L")
    assert (found.refused, found.found.method, found.period_kind) == (None, "theil_sen", "quarter")
    assert found.projected[:2] == (date(2026, 12, 31), pytest.approx(80))  # 40 and four times 10
    assert (found.found.pace, found.found.needed) == (pytest.approx(10), pytest.approx(15))  # (100 - 40) / 4


def test_a_flow_is_forecast_as_a_running_total(forum, define):
    forum.send(indicators=[define("F", **FLOW)], results=results("F", [10, 10, 10, 10]))
    assert looked_at(forum, "F").projected[1] == pytest.approx(80)


def test_a_period_that_somebody_has_not_reported_is_left_out(forum, define):
    forum.send(indicators=[define("L", **LEVEL)],
               results=[*results("L", [10, 20, 30, 40], "A"), *results("L", [10, 20, 30], "B")])  # fmt: skip
    found = looked_at(forum, "L")
    assert (found.left_out, found.found.points) == (1, 3)
    assert found.projected[1] == pytest.approx(60 + 5 * 20)  # not the 40 that A alone reported


@pytest.mark.parametrize(("differs", "values", "as_of", "reason"), [
    ({}, [10], NOW, "too_few_points"),
    ({}, [10, 20], date(2026, 3, 1), "too_old"),                       # the last figure is of June 2025
    ({"cumulative": "yes", "over_time": "sum"}, [30, 20, 10, 5], NOW, "falling_total"),
    ({"target_date": None}, [10, 20, 30], NOW, "no_target_date"),
    ({}, [10, 20, 30, 120], NOW, "met"),
    ({"direction": "keep"}, [10, 20, 30], NOW, "no_line"),
    ({}, [10, 20, 30, 40], date(2027, 1, 5), "target_date_passed"),
])  # fmt: skip
def test_who_cannot_know_says_why(forum, define, differs, values, as_of, reason):
    forum.send(indicators=[define("L", **LEVEL | differs)], results=results("L", values))
    assert looked_at(forum, "L", as_of).refused == reason


def test_a_share_is_held_at_a_hundred(forum, define):
    rule = LEVEL | {"measure": "percent", "unit": "%", "over_units": "mean", "target": 100}
    forum.send(indicators=[define("P", **rule)], results=results("P", [30, 50, 70, 90]))
    found = looked_at(forum, "P")
    assert found.projected[1] == 100
    assert found.found.is_clipped


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2025, 12, 31), date(2026, 7, 14), date(2026, 1, 1)])
def test_a_day_comes_back_from_its_month_number(day):
    assert day_of(month_number(day)) == day


def test_ends_of_quarters_lie_three_months_apart():
    days = (date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30), date(2025, 12, 31))
    assert [later - earlier for earlier, later in pairwise(map(month_number, days))] == [3, 3, 3]


def part(actual, target, start, end, **more):
    return {"actual": actual, "target": target, "period_start": start, "period_end": end, "status": "met",
            "reason": None} | more  # fmt: skip


YEAR = [part(10, 20, date(2025, 1, 1), date(2025, 3, 31)),
        part(None, 20, date(2025, 4, 1), date(2025, 6, 30), reason="no_data", status="no_data"),
        part(0, None, date(2025, 7, 1), date(2025, 9, 30))]  # fmt: skip


def test_a_running_total_keeps_its_gaps_and_tells_a_zero_from_them():
    found = running.running_totals(YEAR)
    assert [one["actual"] for one in found] == [10, None, 10]
    assert [one["target"] for one in found] == [20, 40, None]
    assert [one["reason"] for one in found] == [None, "no_data", None]


def test_a_year_among_its_quarters_makes_no_running_total():
    year = part(10, 40, date(2025, 1, 1), date(2025, 12, 31))
    assert running.adds_up({"actual": 10}, YEAR)
    assert not running.adds_up({"actual": 20}, [*YEAR, year])
    assert not running.adds_up({"actual": 11}, YEAR)


def test_smart_asks_for_what_is_missing_and_only_for_that(forum, define):
    english = translator("en")
    full = LEVEL | {"definition": "Orang yang hadir pada hari itu", "source": "Daftar hadir", "programme": "P"}
    programme = {"code": "P", "name": "P", "start": date(2025, 1, 1), "end": date(2026, 12, 31)}
    forum.send(indicators=[define("BARE"), define("FULL", **full)], programmes=[programme])
    known = {"BARE": {"definition": None, "source": None},
             "FULL": {"definition": "Orang yang hadir pada hari itu", "source": "Daftar hadir"}}  # fmt: skip
    rows = {row["indicator"]: row for row in records(progress(forum.store, NOW))}
    assert [hint.letter for hint in hints(rows["BARE"], known["BARE"], NOW, english)] == [
        "specific", "measurable", "measurable", "relevant", "time_bound"]  # fmt: skip
    assert hints(rows["FULL"], known["FULL"], NOW, english) == []
    assert [hint.letter for hint in hints(rows["FULL"], known["FULL"], NOW, english, ratio=7.6)] == ["achievable"]


@pytest.mark.parametrize("results", [[], [("RUNS", "2025-Q1", 5, "A")]], ids=["no result yet", "a result"])
def test_a_target_of_a_year_that_still_runs_is_a_target_with_a_day(forum, define, results):
    forum.send(indicators=[define("RUNS")], targets=[("RUNS", NOW.strftime("%Y"), 40)], results=results)
    (row,) = records(progress(forum.store, NOW))
    said = [hint.letter for hint in hints(row, {"definition": None, "source": None}, NOW, translator("en"))]
    assert "time_bound" not in said


# --- shares of people: the survey's own error ----------

SHARE = LEVEL | {"measure": "ratio", "unit": "%", "over_units": "ratio", "baseline": 50, "target": 80}


def surveyed(forum, define, hits, n):
    forum.send(indicators=[define("S", **SHARE)], results=[
        {"indicator": "S", "period": period, "partner": "A", "numerator": value, "denominator": n}
        for period, value in zip(QUARTERS, hits, strict=False)])  # fmt: skip
    row = records(progress(forum.store, NOW, indicator="S"))[0]
    periods = records(progress(forum.store, NOW, ["period"], indicator="S", every_report=True))
    with forum.store.cursor() as cursor:
        return outlook(row, periods, NOW), outlook(row, periods, NOW, cursor)


def test_a_trend_within_chance_is_no_forecast(forum, define):
    """9, 10, 11, 12 of 20: Newcombe's interval of 12 − 9 of 20 is −0.15 to 0.42 and holds zero."""
    assert surveyed(forum, define, (9, 10, 11, 12), 20)[1].refused == "no_clear_change"


def test_the_band_holds_the_error_of_the_survey(forum, define):
    """400 to 460 of 1000 is a clear change; the band is as wide as Wilson's interval of the last figure or wider."""
    plain, sure = surveyed(forum, define, (400, 420, 440, 460), 1000)
    assert sure.refused is None
    for (_, value, low, high), (_, _, narrow, wide) in zip(sure.path, plain.path, strict=True):
        assert low < narrow and high > wide
        assert value - low >= 100 * (0.46 - 0.4293) - 0.01  # Wilson's lower end of 460 of 1000


def test_a_band_of_which_only_the_bound_is_left_is_none():
    from metrics.forecast import forecast

    found = forecast([1, 2, 3, 4], [40, 60, 80, 95], 20, bounds=(0, 100))
    assert found.projected[1:] == (100, None, None)
    assert found.is_clipped


def test_a_pace_of_a_share_is_in_percentage_points():
    from ui.outlook_parts import step_unit

    assert step_unit({"unit": "%"}, translator("en")) == "percentage points"
    assert step_unit({"unit": "orang"}, translator("en")) == "orang"
