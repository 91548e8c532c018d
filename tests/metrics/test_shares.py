"""Shares: never added, never averaged; with numerator and denominator they are joined, and in time the same."""

from datetime import date

import pytest

from metrics.verification.bench import Bench, after, year

NOW = "2026-01-01"


def parts(code, period, n, d, partner="A", **more):
    return {"indicator": code, "period": period, "numerator": n, "denominator": d, "partner": partner} | more


def test_percentages_that_are_to_be_added_over_time_stop_at_the_door(forum, define):
    outcome = forum.check(indicators=[define("PCT", measure="percent", unit="%", over_time="sum", over_units="none")])
    found = next(problem for problem in outcome.problems if problem.code == "shares_summed")
    assert found.stops and found.header.startswith("antar waktu")


@pytest.mark.parametrize("over_time", ["last", "mean", "max", "none"])
def test_any_other_way_of_joining_percentages_is_let_in(forum, define, over_time):
    rows = [define("PCT", measure="percent", unit="%", over_time=over_time, over_units="none")]
    assert not [problem for problem in forum.check(indicators=rows).problems if problem.stops]


def test_percentages_stored_before_there_was_such_a_check_are_not_added_either():
    """40 % in 2024 and 60 % in 2025 are not 100 %."""
    with Bench() as bench:
        code = bench.indicator(measure="percent", over_time="sum", over_units="none", target=90, target_date=after(9))
        bench.result(code, year(1), 40, partner="A")
        bench.result(code, year(2), 60, partner="A")
        bench.count(code)
        row = bench.row(code, after(2))
        assert (row["actual"], row["reason"]) == (None, "not_joined")
        assert [one["actual"] for one in bench.rows(code, after(2), "period")] == [40, 60]


@pytest.mark.parametrize("over_units", ["ratio", "sum", "mean"])
def test_a_ratio_over_partners_is_the_sum_of_its_parts(forum, define, over_units):
    """(60 + 112) / (3 + 5) = 21.5, not the mean (20 + 22.4) / 2 = 21.2."""
    forum.send(indicators=[define("R", measure="ratio", unit="rasio", over_time="last", over_units=over_units)],
               results=[parts("R", "2025", 60, 3), parts("R", "2025", 112, 5, "B")])  # fmt: skip
    assert forum.actual("R") == 21.5


def test_nine_of_ten_and_ten_of_a_thousand_are_not_half(forum, define):
    forum.send(indicators=[define("R", measure="ratio", unit="%", over_time="last", over_units="mean")],
               results=[parts("R", "2025", 9, 10), parts("R", "2025", 10, 1000, "B")])  # fmt: skip
    assert forum.actual("R") == pytest.approx(100 * 19 / 1010)  # 1.88 %


@pytest.mark.parametrize("over_time", ["sum", "mean"])
def test_a_ratio_over_time_is_the_sum_of_its_parts(forum, define, over_time):
    forum.send(indicators=[define("R", measure="ratio", unit="rasio", over_time=over_time, over_units="ratio")],
               results=[parts("R", "2024", 60, 3), parts("R", "2025", 112, 5)])  # fmt: skip
    assert forum.actual("R") == 21.5


def test_percentages_without_denominators_give_no_single_one(forum, define):
    forum.send(indicators=[define("P", measure="percent", unit="%", over_time="last", over_units="mean")],
               results=[("P", "2025", 40, "A"), ("P", "2025", 80, "B")])  # fmt: skip
    row = forum.row("P")
    assert (row["actual"], row["status"], row["reason"]) == (None, "no_data", "not_joined")


def test_a_share_with_parts_is_not_taken_together_with_one_without(forum, define):
    """10 of 100 in 2024 and "55 %" in 2025: the two have no sum and no mean; the latest is 55 %."""
    rows = [define(rule, measure="ratio", unit="%", over_time=rule, over_units="ratio")
            for rule in ("sum", "mean", "last", "max")]  # fmt: skip
    forum.send(indicators=rows, results=[each for row in rows for each in (
        parts(row["code"], "2024", 10, 100), (row["code"], "2025", 55, "A"))])  # fmt: skip
    found = {row["indicator"]: (row["actual"], row["denominator"]) for row in forum.rows()}
    assert found == {"sum": (None, None), "mean": (None, None), "last": (55, None), "max": (55, None)}


def test_what_cannot_be_joined_is_shown_from_lowest_to_highest_with_their_number(forum, define):
    from metrics.standing import standing

    forum.send(indicators=[define("P", measure="percent", unit="%", over_time="last", over_units="mean")],
               results=[("P", "2025", 40, "A"), ("P", "2025", 80, "B"), ("P", "2025", 65, "C")])  # fmt: skip
    row = standing(forum.store, date(2026, 1, 1), "en").iloc[0]
    assert (row["lowest"], row["highest"], row["figures"]) == (40, 80, 3)


def test_percentages_that_were_to_be_added_are_shown_as_they_stand():
    from metrics.standing import standing

    with Bench() as bench:
        code = bench.indicator(measure="percent", over_time="sum", over_units="none")
        for number, value in ((1, 40), (2, 60)):
            bench.result(code, year(number), value, partner="A")
        bench.count(code)
        row = standing(bench.store, after(2), "en").iloc[0]
        assert (row["lowest"], row["highest"], row["figures"]) == (40, 60, 2)
