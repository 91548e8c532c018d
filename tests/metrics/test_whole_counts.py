"""Nobody expects a part of a person: what is shown is whole, what judges is not."""

from datetime import date

import pytest

from charts.missing import records
from charts.numbers import number
from locales import translator
from metrics.standing import standing
from metrics.whole_counts import expected_shown
from metrics.wording import finding


def row_of(unit, expected, **figures):
    return {"unit": unit, "expected": expected, "start_value": 0.0, "target": 300.0, "target_low": None,
            "target_high": None, "judged_actual": 90.0} | figures  # fmt: skip


@pytest.mark.parametrize(
    ("unit", "expected", "shown"),
    [("orang", 164.38, 164), ("KK", 164.5, 165), ("titik", 2.5, 3), ("households", 99.5, 100), ("balita", 0.4, 0.4),
     ("orang", 0.0, 0), ("ton", 164.38, 164.38), ("%", 64.38, 64.38), ("jam", 1.5, 1.5), (None, 1.5, 1.5)],
)  # fmt: skip
def test_only_what_is_counted_one_by_one_is_whole(unit, expected, shown):
    assert expected_shown(row_of(unit, expected)) == shown


def test_a_mean_of_people_keeps_its_decimals():
    assert expected_shown(row_of("orang", 12.25, target=12.5)) == 12.25
    assert expected_shown(row_of("orang", None)) is None


@pytest.mark.parametrize("unit", ["orang", "ton"])
def test_the_sentence_says_whole_people_and_the_verdict_is_of_the_exact_figure(forum, define, unit):
    forum.send(indicators=[define("Y", unit=unit, baseline=0, baseline_date=date(2024, 12, 31), target=1000,
                                  over_time="last", target_date=date(2027, 12, 31))],
               results=[("Y", "2025-Q1", 80)])  # fmt: skip
    row = records(standing(forum.store, date(2025, 5, 2), "en"))[0]
    assert row["expected"] % 1 and row["on_track"] == pytest.approx(80 / row["expected"])
    t = translator("en")
    said = finding(row, t, lambda value, of: number(value, t, of))
    assert (number(row["expected"], t) in said) is (unit == "ton")
    assert unit == "ton" or f" {number(row['expected'], t, decimals=0)} " in said
