"""The formula card: this indicator's own numbers, and a reason where there are none."""

from datetime import date
from functools import partial

import pytest

from charts.missing import records
from charts.numbers import number, percent
from definitions.schemes import scheme
from locales import translator
from metrics import wording
from metrics.formula_steps import Say, steps
from metrics.intervals import with_intervals
from metrics.progress import progress

ENGLISH = translator("en")
NOW = date(2026, 1, 1)


def write(value, unit):
    return number(value, ENGLISH, unit)


SAY = Say(ENGLISH, write, partial(percent, t=ENGLISH, decimals=1), lambda reason: f"n.a.: {reason}")


def card(forum, code, key="sdg_95_60_0", ended=()):
    row = records(progress(forum.store, NOW, indicator=code, scheme_key=key))[0]
    return {step.name: step.numbers for step in steps(row, scheme(key), SAY, "verdict", ended)}


def test_a_reduction_with_a_straight_line(forum, define):
    forum.send(indicators=[define("R", direction="down", over_time="last", baseline=40, target=20,
                                  baseline_date=date(2024, 1, 1), target_date=date(2028, 1, 1))],
               results=[("R", "2025", 32)])  # fmt: skip
    found = card(forum, "R", "permendagri_86")
    assert found["Progress"] == "(32 − 40) / (20 − 40) = 40%"
    assert found["Capaian of the whole target (the Indonesian public formula)"] == "(2 × 20 − 32) / 20 = 40%"
    assert found["Expected by now"].startswith("40 + (20 − 40) × 50% = ")  # 731 of 1461 days
    assert found["Capaian to date"].startswith("(2 × ")
    assert "Achievement" not in found


def test_what_cannot_be_worked_out_says_why(forum, define):
    forum.send(indicators=[define("N", over_time="last", target=20, target_date=date(2028, 1, 1))],
               results=[("N", "2025", 8)])  # fmt: skip
    assert card(forum, "N")["Progress"] == "n.a.: no_baseline"


def test_the_ended_targets_of_a_flow_are_added_up(forum, define):
    forum.send(indicators=[define("F", target=400, target_date=date(2026, 12, 31), zero_start="yes")],
               targets=[("F", "2024", 100), ("F", "2025", 150), ("F", "2026", 150)],
               results=[("F", "2025", 80)])  # fmt: skip
    assert card(forum, "F", ended=[{"target": 100}, {"target": 150}])["Expected by now"] == "100 + 150 = 250 orang"


@pytest.mark.parametrize(("hits", "word"), [(30, "no clear evidence of a change"), (60, "rose")])
def test_nothing_rises_where_the_interval_holds_the_beginning(forum, define, hits, word):
    """Of 100 asked, 30 is 21.9 to 39.6 % (Wilson), which holds the 25 % of the beginning; 60 is far from it."""
    forum.send(indicators=[define("W", measure="ratio", unit="%", over_time="last", over_units="ratio", baseline=25,
                                  baseline_date=date(2024, 1, 1), target=80, target_date=date(2027, 1, 1))],
               results=[{"indicator": "W", "period": "2025", "numerator": hits, "denominator": 100}])  # fmt: skip
    with forum.store.cursor() as cursor:
        row = records(with_intervals(cursor, progress(forum.store, NOW)))[0]
    sentence = wording.finding(row, ENGLISH, write)
    assert word in sentence
    assert ("rose" in sentence) is (word == "rose")


def test_the_card_tells_the_capaian_that_the_predikat_stands_on(forum, define):
    """16 of 40 promised in all, of 20 by now: the predikat is that of 80 %, not of 40 %."""
    forum.send(indicators=[define("F", baseline=0, target=40, target_date=date(2027, 12, 31))],
               targets=[("F", "2025", 20)], results=[("F", "2025", 16)])  # fmt: skip
    row, by_capaian = (records(progress(forum.store, NOW, indicator="F", scheme_key=key))[0]
                       for key in ("sdg_95_60_0", "permendagri_86"))  # fmt: skip
    found = {step.name: step.numbers for step in steps(row, scheme(), SAY, "verdict", (), by_capaian)}
    assert found["Capaian to date"] == "16 / 20 = 80%"
    assert found["Capaian of the whole target (the Indonesian public formula)"] == "16 / 40 = 40%"
