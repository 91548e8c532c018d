"""No sentence holds a figure against what was expected of another day, or says "should be" of one that is there."""

import re
from datetime import date

import pytest

from charts.missing import records
from definitions.schemes import schemes
from locales import translator
from metrics.standing import standing
from metrics.wording import finding

DAYS = [date(2024, 6, 30), date(2025, 3, 31), date(2025, 9, 15), date(2025, 12, 31), date(2026, 1, 1),
        date(2026, 8, 14), date(2026, 9, 30), date(2027, 12, 31)]  # fmt: skip
LEVEL = {"over_time": "last", "over_units": "mean", "measure": "percent", "unit": "points", "baseline": 50,
         "target": 80, "target_date": date(2027, 12, 31)}  # fmt: skip


def plainly(value, unit):
    return "—" if value is None else repr(float(value)).removesuffix(".0")


def said_of(row):
    return finding(row, translator("en"), plainly)


def is_false(row, text: str) -> bool:
    """Whether a sentence with "should" names an actual that is at or beyond what it should be."""
    if "should be" not in text or row["direction"] == "keep":
        return False
    figures = [float(each.rstrip(".")) for each in re.findall(r"(?<=at |to )-?\d[\d.]*", text.split("should")[0])]
    aim = float(re.search(r"should be (?:at )?(-?\d[\d.]*)", text)[1].rstrip("."))
    return figures[-1] >= aim if row["direction"] == "up" else figures[-1] <= aim


def test_of_the_sample_on_many_days_by_every_scheme(sample_content):
    store, said = sample_content().answers.store, 0
    for at, day in enumerate(DAYS):
        for scheme in {list(schemes())[at % len(schemes())], "sdg_95_60_0", "german_weather" if at == 3 else "tola_15"}:
            for row in records(standing(store, day, "en", scheme_key=scheme)):
                text = said_of(row)
                said += "should be" in text
                assert not is_false(row, text), f"{day} {scheme}: {text}"
    assert said > 20


def test_on_the_last_day_of_a_quarter_the_quarter_has_ended(forum, define):
    """71 of the fourth quarter answers to 72, not to the 62 of the third."""
    forum.send(indicators=[define("A", **LEVEL)], targets=[("A", "2025-Q3", 62), ("A", "2025-Q4", 72)],
               results=[("A", "2025-Q3", 60), ("A", "2025-Q4", 71)])  # fmt: skip
    row = forum.row("A", "2025-12-31")
    assert (row["judged_actual"], row["expected"], row["reports"], row["reports_due"]) == (71, 72, 2, 2)
    assert forum.row("A", "2025-12-31", by="period", period="2025-Q4")["status"] == "on_track"


def test_a_report_of_a_period_that_still_runs_is_told_apart(forum, define):
    """On 15 December 71 is there, and 60 of 62 is what is judged."""
    forum.send(indicators=[define("A", **LEVEL)], targets=[("A", "2025-Q3", 62), ("A", "2025-Q4", 72)],
               results=[("A", "2025-Q3", 60), ("A", "2025-Q4", 71)])  # fmt: skip
    row = records(standing(forum.store, date(2025, 12, 15), "en"))[0]
    assert row["status"] == "behind"  # 10 of the 12 points
    assert said_of(row) == "Indikator A: 60 at the end of the last period judged (62 expected). With later reports: 71."


@pytest.mark.parametrize(
    ("actual", "expected", "text"),
    [
        (72, 72, "rose from 50 to 72, on plan (72 expected by now)"),
        (71.5, 72, "rose from 50 to 71.5, near enough to plan (72 expected by now)"),
        (66, 72, "rose from 50 to 66, but should be at 72 by now"),
    ],
)
def test_what_is_near_enough_is_called_so(forum, define, actual, expected, text):
    forum.send(indicators=[define("A", **LEVEL)], targets=[("A", "2025", expected)], results=[("A", "2025", actual)])
    assert text in said_of(records(standing(forum.store, date(2026, 1, 1), "en"))[0])


def test_a_figure_that_is_there_is_poor_for_another_reason_than_that_it_is_short():
    """The weather judges the trend: 70 of 65 can be cloudy."""
    row = dict.fromkeys(("target_low", "target_high", "share_low", "share_high"), None) | {
        "name": "A", "unit": "points", "actual": 70.0, "judged_actual": 70.0, "expected": 65.0, "start_value": 50.0,
        "target": 80.0, "status": "off_track", "direction": "up", "knows_start": True, "reason": None,
        "measure": "percent", "is_kept": False}  # fmt: skip
    assert said_of(row) == "A: at 70, with 65 expected by now."
    assert said_of(row | {"direction": "down", "expected": 75.0}) == "A: at 70, with 75 expected by now."
