"""What deserves a second look, each with its cell; and how a definition changed."""

from datetime import date

import pytest

from charts.missing import records
from metrics import history, quality

NOW = date(2026, 6, 1)


def found(forum, kind):
    return [row for row in records(quality.findings(forum.store, NOW)) if row["kind"] == kind]


def test_parts_that_do_not_add_up_lead_to_the_cell_of_the_total(forum, define):
    written = {("2025-Q1", None): 18, ("2025-Q1", "sex=f"): 8, ("2025-Q1", "sex=m"): 9,
               ("2025-Q2", None): 18, ("2025-Q2", "sex=f"): 9, ("2025-Q2", "sex=m"): 9}  # fmt: skip
    results = [("O", period, value, "A", "Lor", group) for (period, group), value in written.items()]
    forum.send(indicators=[define("O")], results=results)
    rows = found(forum, "parts")
    assert [(row["period"], row["figure"], row["compared"], row["dimensions"]) for row in rows] == [
        ("2025-Q1", 18, 17, "sex")]  # fmt: skip
    traced = next(row for row in forum.trace("O", "2026-06-01") if row["value"] == 18 and row["period"] == "2025-Q1")
    assert (rows[0]["sheet"], rows[0]["cell"]) == (traced["sheet"], traced["cell"])


@pytest.mark.parametrize(("rules", "targets", "expected"), [
    ({"over_time": "sum"}, {"2025": 40, "2026": 50}, (100, 90)),
    ({"over_time": "sum"}, {"2025": 40, "2026": 60}, None),
    ({"over_time": "sum"}, {"2025": 40}, None),                          # the plan does not reach the target's day
    ({"over_time": "last"}, {"2025": 40, "2026": 90}, (100, 90)),
    ({"over_time": "sum", "cumulative": "yes"}, {"2025": 40, "2026": 100}, None),
])  # fmt: skip
def test_a_final_target_is_held_against_its_plan(forum, define, rules, targets, expected):
    forum.send(indicators=[define("T", target=100, target_date=date(2026, 12, 31), **rules)],
               targets=[("T", period, value) for period, value in targets.items()])  # fmt: skip
    assert [(row["figure"], row["compared"]) for row in found(forum, "promises")] == ([expected] if expected else [])


def test_a_target_on_the_wrong_side_of_its_baseline(forum, define):
    forum.send(indicators=[define("D", over_time="last", baseline=68, target=55, target_date=date(2026, 12, 31))],
               results=[("D", "2025", 60)])  # fmt: skip
    rows = found(forum, "direction")
    assert [(row["figure"], row["compared"]) for row in rows] == [(55, 68)]
    assert rows[0]["cell"]


def test_a_figure_far_from_its_series(forum, define):
    values = [100, 104, 98, 101, 97, 1030, 103, 99]
    periods = [f"{year}-Q{part}" for year in (2024, 2025) for part in range(1, 5)]
    forum.send(indicators=[define("S", over_time="last")],
               results=[("S", period, value, "A") for period, value in zip(periods, values, strict=True)])  # fmt: skip
    rows = found(forum, "outlier")
    assert [(row["period"], row["figure"]) for row in rows] == [("2025-Q2", 1030)]


def test_timeliness_knows_nothing_of_what_was_carried_in(forum, define):
    forum.send(indicators=[define("O")], results=[("O", "2020", 5, "A")])
    assert len(quality.timeliness(forum.store, date(2100, 1, 1))) == 0


def test_a_definition_that_changed_keeps_both_wordings_and_its_cell(forum, define):
    forum.send(indicators=[define("O", definition="Semua peserta", unit="orang")], results=[("O", "2025", 5)])
    forum.send(indicators=[define("O", definition="Peserta yang lulus", unit="orang")])
    changes = history.definition_changes(forum.store, "O")
    assert [(one.field, one.former, one.now) for one in changes] == [
        ("definition", "Semua peserta", "Peserta yang lulus")]  # fmt: skip
    assert changes[0].sheet and changes[0].cell == "A2"
    assert len(history.days_of_new_rules(changes)) == 1
    assert forum.actual("O") == 5  # nothing is deleted


def test_a_new_owner_makes_no_break_in_the_line(forum, define):
    forum.send(indicators=[define("O", owner="Sari")])
    forum.send(indicators=[define("O", owner="Budi")])
    changes = history.definition_changes(forum.store, "O")
    assert [one.field for one in changes] == ["owner"]
    assert history.days_of_new_rules(changes) == []


def test_a_target_with_only_an_upper_end_can_be_followed_to_its_cell(forum, define):
    forum.send(indicators=[define("H", over_time="last", direction="keep", target_high=5)], results=[("H", "2025", 4)])
    assert [(row["what"], row["value"]) for row in forum.trace("H") if row["what"].startswith("target")] == [
        ("target_high", 5)]  # fmt: skip
    assert next(row for row in forum.trace("H") if row["what"] == "target_high")["cell"]
