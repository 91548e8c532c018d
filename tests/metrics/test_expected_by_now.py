"""Where a figure should stand by now, where a year and only some of its quarters have a target."""

from datetime import date

import pytest

QUARTERS = [("Y", f"2025-Q{number}", 100) for number in (1, 2, 3)]
RESULTS = [("Y", "2025-Q1", 90), ("Y", "2025-Q2", 90), ("Y", "2025-Q3", 105)]


def promised(forum, define, *targets, **differs):
    forum.send(indicators=[define("Y", baseline=0, target=1000, target_date=date(2027, 12, 31), **differs)],
               targets=[*targets], results=RESULTS)  # fmt: skip
    return forum


@pytest.mark.parametrize(
    ("as_of", "expected", "judged"), [("2025-07-01", 200, 180), ("2025-11-01", 300, 285), ("2026-01-01", 400, 285)]
)
def test_quarters_stand_for_themselves_until_the_year_has_ended_then_the_year_does(
    forum, define, as_of, expected, judged
):
    row = promised(forum, define, *QUARTERS, ("Y", "2025", 400)).row("Y", as_of)
    assert (row["expected"], row["judged_actual"]) == (expected, judged)


def test_285_of_400_is_behind(forum, define):
    row = promised(forum, define, *QUARTERS, ("Y", "2025", 400)).row("Y", "2026-01-01")
    assert (row["on_track"], row["status"]) == (pytest.approx(285 / 400), "behind")


def test_four_quarters_are_the_whole_year_whatever_the_year_says(forum, define):
    row = promised(forum, define, *QUARTERS, ("Y", "2025-Q4", 100), ("Y", "2025", 500)).row("Y", "2026-01-01")
    assert row["expected"] == 400


def test_a_level_answers_to_the_target_of_the_year(forum, define):
    forum = promised(forum, define, ("Y", "2025-Q1", 50), ("Y", "2025-Q2", 60), ("Y", "2025", 90), over_time="last")
    assert forum.row("Y", "2025-08-01")["expected"] == 60
    assert forum.row("Y", "2026-01-01")["expected"] == 90


def findings(forum, as_of):
    from metrics.quality import findings

    rows = findings(forum.store, date.fromisoformat(as_of))
    rows = rows[rows["kind"] == "promises"]
    return [(row.period, row.figure, row.compared, row.sheet) for row in rows.itertuples() if row.period]


def test_a_year_whose_quarters_come_to_less_is_a_finding_once_it_has_ended(forum, define):
    promised(forum, define, *QUARTERS, ("Y", "2025", 400))
    assert findings(forum, "2025-11-01") == []
    assert findings(forum, "2026-01-01") == [("2025", 400, 300, "Target")]


def test_quarters_that_come_to_more_than_the_year_are_a_finding_at_once(forum, define):
    promised(forum, define, *QUARTERS, ("Y", "2025", 250))
    assert findings(forum, "2025-02-01") == [("2025", 250, 300, "Target")]


def test_a_year_that_its_quarters_add_up_to_is_none(forum, define):
    promised(forum, define, *QUARTERS, ("Y", "2025-Q4", 100), ("Y", "2025", 400))
    assert findings(forum, "2026-01-01") == []
