"""What an upload tells is added to what is kept, as far as that is right; else it is counted again, or all of it."""

import pytest

from data import rollup_part
from data.ledger import undo
from data.recompute import recompute
from metrics.engine import open_measured

QUARTERS = ("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4")
RATIO = {"measure": "ratio", "unit": "%", "over_units": "ratio"}


@pytest.fixture
def history(forum, define):
    """Two partners, a year of quarters: A 10, 20, 30, 40 and B 1, 2, 3, 4 of each indicator."""
    forum.send(
        indicators=[define("SUM"), define("LAST", over_time="last"), define("BEST", over_time="max", over_units="max"),
                    define("MEAN", over_time="mean", over_units="mean")],
        results=[(code, period, number * scale, partner, "Lor")
                 for code in ("SUM", "LAST", "MEAN", "BEST") for partner, scale in (("A", 10), ("B", 1))
                 for number, period in enumerate(QUARTERS, 1)])  # fmt: skip
    return forum


@pytest.fixture
def counted_again(monkeypatch):
    """The indicators of which the history was read again, upload by upload; "whole" where all of it was."""
    found = []
    real_step, real_rebuild = rollup_part.step, rollup_part.rebuild

    def step(cursor, name, **parameters):
        outcome = real_step(cursor, name, **parameters)
        if name == "recounted":
            found.append(sorted(row[0] for row in cursor.execute("from recounted").fetchall()))
        return outcome

    def rebuild(cursor, indicators):
        if indicators:
            found.append("whole")
        real_rebuild(cursor, indicators)

    monkeypatch.setattr(rollup_part, "step", step)
    monkeypatch.setattr(rollup_part, "rebuild", rebuild)
    return found


def lives(forum):
    return {row["indicator"]: row["actual"] for row in forum.rows()}


def test_a_quarter_more_is_added_without_the_history(history, counted_again):
    history.send(results=[(code, "2025-Q1", 50, "A", "Lor") for code in ("SUM", "LAST", "MEAN", "BEST")])
    assert counted_again == [[]]
    # sums 150 + 10; latest 50 + 4; means (10 + 20 + 30 + 40 + 50) / 5 = 30 and 2.5; highest 50
    assert lives(history) == {"SUM": 160, "LAST": 54, "MEAN": (30 + 2.5) / 2, "BEST": 50}
    assert history.actual("SUM", by="period,partner", period="2025-Q1", partner="A") == 50
    assert recompute(history.store).empty


def test_a_late_quarter_is_added_but_to_a_latest_figure(history, counted_again):
    """Which figure comes next before the latest is not kept: LAST is counted again, and stays what it was."""
    history.send(results=[(code, "2023-Q4", 70, "A", "Lor") for code in ("SUM", "BEST", "MEAN")])
    assert counted_again == ["whole"], "the unit began earlier than was known: reports are due from another day on"
    history.send(results=[("LAST", "2025-Q2", 5, "B", "Lor")])
    history.send(results=[("LAST", "2025-Q1", 9, "B", "Lor")])
    assert counted_again[1:] == [[], ["LAST"]]
    assert lives(history)["LAST"] == 40 + 5
    assert recompute(history.store).empty


def test_a_correction_and_an_undone_upload_are_counted_again(history, counted_again):
    history.send(results=[("BEST", "2024-Q4", 12, "A", "Lor"), ("SUM", "2025-Q1", 50, "A", "Lor")])
    assert counted_again == [["BEST"]]
    assert lives(history) == {"SUM": 160, "LAST": 44, "MEAN": (25 + 2.5) / 2, "BEST": 30}
    undo(history.store, 2)
    assert counted_again[1:] == [["BEST"], "whole"], "2025-Q1 of SUM is no period to answer for any more"
    assert lives(history) == {"SUM": 110, "LAST": 44, "MEAN": (25 + 2.5) / 2, "BEST": 40}
    assert recompute(history.store).empty


def test_a_report_without_a_figure_leaves_the_figures_that_are_kept(history, counted_again):
    history.send(results=[{"indicator": "LAST", "period": "2025-Q1", "partner": "A", "place": "Lor", "value": word}
                          for word in ("n.a.",)])  # fmt: skip
    assert counted_again == [[]]
    assert lives(history)["LAST"] == 44
    assert recompute(history.store).empty


def test_a_ratio_adds_its_parts(forum, define, counted_again):
    """A: 3/4, then 1/4, is 4/8; B: 1/1. Together 5/9."""
    forum.send(indicators=[define("SHARE", **RATIO)], results=[
        {"indicator": "SHARE", "period": period, "partner": partner, "numerator": top, "denominator": bottom}
        for partner, period, top, bottom in (("A", "2024-Q1", 3, 4), ("B", "2024-Q1", 1, 1), ("C", "2024-Q1", 0, 0),
                                             ("A", "2023-Q4", 0, 0), ("A", "2023-Q3", 0, 0))])  # fmt: skip
    counted_again.clear()
    forum.send(results=[{"indicator": "SHARE", "period": "2024-Q2", "partner": "A", "numerator": 1, "denominator": 4}])
    assert counted_again == [[]]
    assert forum.actual("SHARE") == pytest.approx(100 * 5 / 9)
    assert recompute(forum.store).empty


def test_a_half_year_that_one_partner_reports_joins_the_quarters_of_the_others(history):
    """Nobody answered for 2024-S1 before. A says 25 for it, B's quarters are 1 + 2."""
    history.send(results=[("SUM", "2024-S1", 25, "A", "Lor")])
    every = {row["partner"]: row["actual"] for row in history.rows(by="period,partner", every_report=True)
             if row["indicator"] == "SUM" and row["period"] == "2024-S1"}  # fmt: skip
    assert every == {"A": 25, "B": 3}
    assert recompute(history.store).empty


def test_a_half_year_beside_its_quarters_and_its_year_counts_once(history):
    """A says 25 for the half and 90 for the year: in the half 25, not 25 and the quarters; in its life 90."""
    history.send(results=[("SUM", "2024-S1", 25, "A", "Lor")])
    history.send(results=[("SUM", "2024", 90, "A", "Lor")])
    every = {(row["period"], row["partner"]): row["actual"]
             for row in history.rows(by="period,partner", every_report=True) if row["indicator"] == "SUM"}  # fmt: skip
    assert every["2024-S1", "A"] == 25
    assert lives(history)["SUM"] == 90 + 10
    assert recompute(history.store).empty


def test_groups_that_are_blank_alone_make_no_rows_by_group_whatever_came_beside(history):
    """What is stored of an indicator does not hang on which others are rolled up with it."""
    history.send(results=[("SUM", "2025-Q1", 5, "A", "Lor", "sex=f"), ("BEST", "2025-Q1", None, "A", "Lor", "sex=f")])
    by_group = "select distinct indicator from rollup_periods where by_group"
    assert history.query(by_group) == [("SUM",)]


def test_a_store_of_before_is_made_whole_by_the_next_upload(history):
    with history.store.writing() as cursor:
        for table in ("rollup_units", "rollup_periods"):
            for column in ("figures", "parts"):
                cursor.execute(f"alter table {table} drop column {column}")
    path = history.store.path
    history.store.close()
    history.store = open_measured(path)
    assert recompute(history.store).empty, "what it shows is right as it is"
    history.send(results=[("MEAN", "2025-Q1", 50, "A", "Lor"), ("BEST", "2025-Q1", 50, "A", "Lor")])
    assert lives(history) == {"SUM": 110, "LAST": 44, "MEAN": (30 + 2.5) / 2, "BEST": 50}
    assert recompute(history.store).empty
