"""The twelve acceptance cases of measurement.md §8, each from the workbook to the verdict."""

from datetime import date

import pytest

UNTIL = date(2025, 12, 31)


@pytest.fixture(scope="module")
def forum(forum_of, define):
    """Every case is an indicator with its final target due on 31/12/2025 and one report, of the year 2025."""
    last = {"over_time": "last", "target_date": UNTIL, "baseline_date": date(2024, 12, 31)}
    return forum_of(
        indicators=[
            define("A1", direction="down", baseline=40, target=20, **last),
            define("A2", unit="%", measure="percent", over_units="mean", baseline=15, target=50, **last),
            define("A3", baseline=50, target=80, **last),
            define("A4", baseline=68.5535, target=55, **last),
            define("A5-met", direction="down", baseline=0, target=0, **last),
            define("A5-not", direction="down", baseline=0, target=0, **last),
            define("A6-keep", direction="keep", baseline=100, target=100, **last),
            define("A6-up", direction="up", baseline=100, target=100, **last),
            define("A7", target=100, **last),
            define("A7-zero", target=100, zero_start=True, **last),
            define("A8", target=0, zero_start=True, **last),
            define("A9", baseline=0, target=100, over_time="last",
                   baseline_date=date(2024, 1, 1), target_date=date(2027, 12, 31)),
            define("A10", unit="kader per desa", measure="ratio", over_time="last", over_units="ratio"),
        ],
        results=[
            ("A1", "2025", 30), ("A2", "2025", 53), ("A3", "2025", 45), ("A4", "2025", 46.7337),
            ("A5-met", "2025", 0), ("A5-not", "2025", 3), ("A6-keep", "2025", 97), ("A6-up", "2025", 97),
            ("A7", "2025", 60), ("A7-zero", "2025", 60), ("A8", "2025", 5), ("A9", "01/01/2026", 40),
            {"indicator": "A10", "period": "2025", "place": "Desa Sumber", "numerator": 60, "denominator": 3},
            {"indicator": "A10", "period": "2025", "place": "Desa Lor", "numerator": 112, "denominator": 5},
        ],
    )  # fmt: skip


def test_a1_halfway_of_a_reduction_is_half_and_has_no_achievement(forum):
    row = forum.row("A1")
    assert (row["progress"], row["achievement"]) == (0.5, None)


def test_a2_iati_literacy_is_past_its_target_by_either_measure(forum):
    row = forum.row("A2")
    assert row["progress"] == pytest.approx(38 / 35)
    assert row["achievement"] == pytest.approx(1.06)
    assert row["status"] == "met"


def test_a3_moving_away_keeps_its_sign(forum):
    row = forum.row("A3")
    assert row["progress"] == pytest.approx(-5 / 30)
    assert row["status"] == "worsening"


def test_a4_a_baseline_past_the_target_is_a_level_to_keep_and_it_fell(forum):
    row = forum.row("A4")
    assert (row["progress"], row["reason"], row["status"]) == (None, "direction_conflict", "worsening")


def test_a5_nothing_to_reduce_is_kept_or_not(forum):
    assert forum.row("A5-met")["status"] == "met"
    assert forum.row("A5-not")["status"] in ("off_track", "worsening")
    assert forum.row("A5-not")["progress"] is None


def test_a6_three_below_a_kept_hundred_is_within_five_percent(forum):
    assert forum.row("A6-keep")["status"] == "met"


def test_a6_holds_whatever_direction_was_declared(forum):
    row = forum.row("A6-up")
    assert (row["progress"], row["reason"], row["status"]) == (None, "baseline_equals_target", "met")


def test_a7_without_a_baseline_there_is_no_progress(forum):
    row = forum.row("A7")
    assert (row["progress"], row["achievement"], row["reason"]) == (None, None, "no_baseline")


def test_a7_a_declared_zero_start_has_an_achievement(forum):
    row = forum.row("A7-zero")
    assert (row["progress"], row["achievement"], row["reason"]) == (0.6, 0.6, None)


def test_a8_a_target_of_zero_has_no_achievement(forum):
    row = forum.row("A8")
    assert (row["achievement"], row["reason"]) == (None, "zero_target")


def test_a9_forty_percent_when_half_the_time_has_passed_is_behind(forum):
    row = forum.row("A9", "2026-01-01")
    assert row["expected"] == pytest.approx(100 * 731 / 1460)
    assert row["on_track"] == pytest.approx(0.798906, abs=1e-6)
    assert row["status"] == "behind"


def test_a10_a_ratio_is_all_numerators_by_all_denominators(forum):
    assert forum.actual("A10") == pytest.approx(172 / 8)  # 21.5; the mean of ratios would be 21.2


def test_a11_people_are_the_largest_figure_of_each_place_added_up(forum_of, define):
    people = {"measure": "number", "over_time": "last", "over_units": "sum"}
    food, wash = define("FOOD", **people), define("WASH", **people)
    wide = forum_of(indicators=[food, wash], results=[
        ("FOOD", "2025", 15000, None, "Area X"), ("WASH", "2025", 10000, None, "Area X"),
        ("FOOD", "2025", 2000, None, "Area Y"), ("WASH", "2025", 4000, None, "Area Y")])  # fmt: skip
    largest: dict[str, float] = {}
    for row in wide.rows(by="place"):
        largest[row["place"]] = max(largest.get(row["place"], 0), row["actual"])
    assert sum(largest.values()) == 19000


def test_a12_an_overachiever_does_not_hide_a_failure_in_the_stored_progress(forum_of, define):
    """The index of screens caps at 0 and 1; what it is made of stays uncapped: 1.4, 0.5 and −0.2."""
    kind = {"over_time": "last", "baseline": 0, "target": 10, "target_date": UNTIL}
    three = forum_of(indicators=[define(code, **kind) for code in ("I1", "I2", "I3")],
                     results=[("I1", "2025", 14), ("I2", "2025", 5), ("I3", "2025", -2)])  # fmt: skip
    found = [row["progress"] for row in three.rows()]
    assert found == pytest.approx([1.4, 0.5, -0.2])
    assert sum(min(max(value, 0), 1) for value in found) / 3 == pytest.approx(0.5)
    assert sum(found) / 3 == pytest.approx(0.5667, abs=1e-4)
