"""Figures from the start to a period (s.d. TW II): half-years where quarters are missing, and where a count begins."""

import pytest

from data import intake
from data.recognise import SheetMapping


def stored(forum):
    return forum.query("select period, value from current_results order by 1")


@pytest.mark.parametrize(
    ("written", "period"),
    [("s.d. TW II 2025", "2025-S1"), ("s.d. TW IV 2025", "2025"), ("s.d. Maret 2025", "2025-Q1"),
     ("s.d. Juni 2025", "2025-S1"), ("s.d. Semester II 2025", "2025")],
)  # fmt: skip
def test_without_its_steps_a_flow_is_the_figure_of_the_whole(forum, define, written, period):
    outcome = forum.send(indicators=[define("A")], results=[("A", written, 40)])
    assert stored(forum) == [(period, 40.0)]
    assert "running_total_widened" in [problem.code for problem in outcome.warnings]


def test_later_steps_are_differences_to_the_half_year(forum, define):
    forum.send(indicators=[define("A")], results=[("A", "s.d. TW II 2025", 40), ("A", "s.d. TW III 2025", 55)])
    assert stored(forum) == [("2025-Q3", 15.0), ("2025-S1", 40.0)]
    assert forum.actual("A") == 55


def test_what_running_totals_became_is_told_with_the_last_of_them(forum, define):
    outcome = forum.send(indicators=[define("A")], results=[("A", "s.d. TW I 2025", 40), ("A", "s.d. TW II 2025", 55),
                                                            ("A", "s.d. TW III 2025", 75)])  # fmt: skip
    (told,) = [problem for problem in outcome.warnings if problem.code == "running_total_split"]
    assert (told.cell, told.params["count"], told.params["found"], told.params["expected"]) == ("F4", 2, 75, 20)


@pytest.mark.parametrize(
    ("answer", "kept", "said"), [("year", [("2025", 40.0)], "year_so_far"), ("none", [], "part_of_year_left_out")]
)
def test_three_quarters_are_no_period_of_their_own_and_asked_about(forum, define, answer, kept, said):
    path = forum.workbook(indicators=[define("A"), define("B")],
                          results=[("A", "s.d. TW III 2025", 40), ("B", "2024", 1)])  # fmt: skip
    (asked,) = intake.check(forum.store, path).stops
    assert asked.code == "which_part_of_year"
    assert (asked.question.options, asked.question.proposed) == (("year", "none"), None)
    accepted = intake.check(forum.store, path, mappings=[SheetMapping("", "", 0, accepts=True)])
    assert [problem.code for problem in accepted.stops] == ["which_part_of_year"]  # nothing is proposed
    (outcome,) = forum.load(path, mappings=[SheetMapping("", "", 0, answers={"part_of_year": {"*": answer}})])
    assert said in [problem.code for problem in outcome.warnings]
    assert stored(forum) == [("2024", 1.0), *kept]


def test_the_year_so_far_gives_way_to_the_next_report(forum, define):
    path = forum.workbook(indicators=[define("A")], results=[("A", "s.d. TW III 2025", 40)])
    forum.load(path, mappings=[SheetMapping("", "", 0, answers={"part_of_year": {"*": "year"}})])
    forum.send(results=[("A", "s.d. TW IV 2025", 55)])
    assert stored(forum) == [("2025", 55.0)]


def test_a_running_total_beside_quarters_is_of_quarters_also_where_it_names_a_month(forum, define):
    forum.send(indicators=[define("A")], results=[("A", "TW I 2025", 10), ("A", "TW II 2025", 20)])
    forum.send(results=[("A", "s.d. September 2025", 45)])
    assert stored(forum) == [("2025-Q1", 10.0), ("2025-Q2", 20.0), ("2025-Q3", 15.0)]


def test_a_gap_between_quarters_stops(forum, define):
    forum.send(indicators=[define("A")], results=[("A", "TW I 2025", 10)])
    outcome = forum.check(results=[("A", "s.d. TW III 2025", 40)])
    assert [problem.code for problem in outcome.stops] == ["running_total_gap"]


def test_a_half_year_beside_it_is_not_counted_twice(forum, define):
    forum.send(indicators=[define("A")], results=[("A", "2025-S1", 40), ("A", "s.d. TW II 2025", 40)])
    assert stored(forum) == [("2025-S1", 40.0)]


@pytest.mark.parametrize(("answer", "value"), [("year", 12.0), ("programme", 2.0)])
def test_where_a_running_total_begins_is_asked_and_answered(forum, define, answer, value):
    path = forum.workbook(indicators=[define("A")], results=[("A", "s.d. TW III 2024", 8), ("A", "TW IV 2024", 2),
                          ("A", "s.d. TW I 2024", 4), ("A", "s.d. TW II 2024", 6), ("A", "s.d. TW IV 2024", 10),
                          ("A", "s.d. TW I 2025", 12)])  # fmt: skip
    asked = [problem for problem in intake.check(forum.store, path).stops if problem.code == "running_total_start"]
    assert [problem.question.options for problem in asked] == [("year", "programme")]
    forum.load(path, mappings=[SheetMapping("", "", 0, answers={"running_total": {"A": answer}})])
    assert forum.query("select value from current_results where period = '2025-Q1'") == [(value,)]
