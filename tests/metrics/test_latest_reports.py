"""Whether the latest reports are all in, for a forum whose reports name no partner too; a share given by its parts."""

from datetime import date

import pytest

from metrics.completeness import completeness, is_latest_complete, late_partners, latest_period
from tests.conftest import indicator

WATER = indicator("WATER", target=1000, target_date=date(2026, 12, 31))
COMING = [("WATER", "2026-Q1", 150), ("WATER", "2026-Q2", 250)]


def latest(forum, day: str) -> tuple[bool, list[str]]:
    rows = completeness(forum.store, date.fromisoformat(day)).to_dict("records")
    return is_latest_complete(rows), late_partners(rows)


def test_a_quarter_without_its_report_is_not_complete_though_nobody_can_be_named(forum):
    forum.send(indicators=[WATER], results=COMING)
    assert latest(forum, "2026-07-15") == (True, [])
    assert latest(forum, "2026-10-15") == (False, [])


def test_of_yearly_figures_the_year_is_complete_and_no_quarter(forum):
    forum.send(indicators=[WATER], targets=[("WATER", "2025", 400)], results=[("WATER", "2025", 150)])
    rows = completeness(forum.store, date(2026, 11, 22)).to_dict("records")
    assert (latest_period(rows), is_latest_complete(rows)) == ("2025", True)
    assert latest_period([]) is None


def test_the_newest_period_that_is_incomplete_is_named(forum):
    forum.send(indicators=[WATER], results=COMING)
    rows = completeness(forum.store, date(2026, 10, 15)).to_dict("records")
    assert latest_period(rows) == "2026-Q3"


def test_a_percentage_given_by_its_parts_alone_is_their_share(forum):
    happy = indicator("HAPPY", unit="%", measure="percent", over_time="last", over_units="none", baseline=40, target=80)
    forum.send(indicators=[happy], results=[
        {"indicator": "HAPPY", "period": "2025-Q3", "numerator": 55, "denominator": 100},
        {"indicator": "HAPPY", "period": "2025-Q4", "value": 61, "numerator": 55, "denominator": 100},
    ])  # fmt: skip
    assert forum.actual("HAPPY", by="period", period="2025-Q3") == pytest.approx(55)
    assert forum.actual("HAPPY", by="period", period="2025-Q4") == 61
