"""What partners give: currencies apart, missing is not zero, money beside results; figures worked out by hand."""

from datetime import date

import pytest

from charts.missing import records
from metrics import contributions
from metrics.weight import weight_of

DAY = date(2026, 1, 1)
COLUMNS = ("partner", "programme", "period", "kind", "pledged", "delivered", "currency", "valuation")
GIVEN = [
    ("LUM", "AIR", "2025-S1", "money", 600, 600, "IDR", None),
    ("LUM", "AIR", "2025-S2", "money", 400, None, "IDR", None),
    ("UKP", "AIR", "2025", "money", 200, 150, "IDR", None),
    ("UKP", "AIR", "2025", "staff", 100, 150, "IDR", "10 hari x 15"),
    ("TOY", "AIR", "2025", "goods", 100, 100, "IDR", None),
    ("LUM", "AIR", "2025", "money", 50, 40, "USD", None),
    ("LUM", "AIR", "2026-S1", "money", 500, 500, "IDR", None),
]


@pytest.fixture(scope="module")
def forum(forum_of, define):
    """Two years and 1,000 for AIR (so 1 January 2026 is half of the time), ten wells of a hundred."""
    output = define("W", programme="AIR", level="output", unit="titik", target=100, zero_start=True,
                    target_date=date(2026, 12, 31))  # fmt: skip
    programme = {"code": "AIR", "name": "Air", "start": date(2025, 1, 1), "end": date(2027, 1, 1), "budget": 1000,
                 "currency": "IDR", "lead": "UKP"}  # fmt: skip
    return forum_of(
        programmes=[programme], indicators=[output], results=[("W", "2025", 30)],
        contributions=[dict(zip(COLUMNS, row, strict=True)) for row in GIVEN],
    )  # fmt: skip


def test_currencies_stand_in_rows_of_their_own(forum):
    rows = {
        (row["partner"], row["kind"], row["currency"]): row for row in records(contributions.contributions(forum.store))
    }
    assert rows["LUM", "money", "IDR"]["delivered"] == 1100
    assert rows["LUM", "money", "USD"]["delivered"] == 40
    assert contributions.currencies(forum.store) == ["IDR", "USD"]


def test_a_delivery_that_nobody_reported_is_counted_as_such_and_not_as_zero(forum):
    row = next(
        row for row in records(contributions.contributions(forum.store, currency="IDR")) if row["partner"] == "LUM"
    )
    assert (row["pledged"], row["delivered"], row["entries"], row["not_reported"]) == (1500, 1100, 3, 1)
    assert row["delivered_share"] == 1  # 1,100 of the 1,100 pledged where both are known


def test_in_kind_share_and_what_has_no_basis(forum):
    assert contributions.totals(forum.store, "IDR") == pytest.approx(
        {"money": 1250, "in_kind": 250, "in_kind_share": 250 / 1500, "without_valuation": 100}
    )
    assert contributions.totals(forum.store, "USD")["in_kind_share"] == 0


def test_money_beside_time_and_results(forum):
    (row,) = records(contributions.programmes(forum.store, DAY, "IDR"))
    assert (row["money"], row["in_kind"], row["delivered"]) == (1250, 250, 1500)
    assert row["time_share"] == 0.5
    assert row["spent_share"] == 1.25
    assert row["burn_ratio"] == 2.5
    assert (row["judged"], row["favourable"]) == (1, 0)
    assert row["results"] == pytest.approx(0.3 / (365 / 729))  # 30 of the 100 due on the last of 729 days
    assert row["ahead"] is True


def test_what_comes_later_is_not_yet_money(forum):
    (row,) = records(contributions.programmes(forum.store, date(2025, 12, 31), "IDR"))
    assert row["money"] == 750


def test_a_budget_in_another_currency_is_not_compared(forum):
    assert records(contributions.programmes(forum.store, DAY, "USD")) == []


def test_cost_of_one_output_stands_beside_both_figures(forum):
    (row,) = records(contributions.outputs(forum.store, DAY, "IDR"))
    assert row["left_out"] == "USD 40"
    assert (row["cost"], row["outputs"], row["cost_per_output"], row["sharing"]) == (1500, 30, 50, 0)
    (row,) = records(contributions.outputs(forum.store, DAY, "EUR"))
    assert (row["cost"], row["cost_per_output"], row["reason"]) == (None, None, "no_cost")


def test_an_output_of_nothing_has_no_cost(forum_of, define):
    other = forum_of(
        indicators=[define("N", programme="AIR", level="output", unit="titik"),
                    define("O", programme="AIR", level="output", unit="titik")],
        results=[("N", "2025", 0)],
        contributions=[dict(zip(COLUMNS, GIVEN[0], strict=True))],
    )  # fmt: skip
    rows = {row["indicator"]: row for row in records(contributions.outputs(other.store, DAY, "IDR"))}
    assert (rows["N"]["cost_per_output"], rows["N"]["reason"], rows["N"]["sharing"]) == (None, "no_output", 1)
    assert rows["O"]["reason"] == "no_data"


def test_concentration_is_of_money_alone(forum):
    found = contributions.concentration(forum.store, "IDR")
    assert (found["partners"], found["largest"]) == (2, "LUM")
    assert found["largest_share"] == pytest.approx(1100 / 1250)
    assert found["effective_partners"] == pytest.approx(1 / (0.88**2 + 0.12**2))


@pytest.mark.parametrize(
    ("values", "gini", "effective"),
    [
        ({"a": 1, "b": 1, "c": 1, "d": 1, "e": 1}, 0, 5),
        ({"a": 0, "b": 0, "c": 0, "d": 0, "e": 100}, 1, 1),  # .8 before the correction n / (n − 1)
        ({"a": 1, "b": 3}, 0.5, 1.6),  # shares .25 and .75: HHI .625
        ({"a": 0, "b": 0}, None, None),
        ({"a": 1, "b": 3, "c": -2}, 0.5, 1.6),
        ({}, None, None),
    ],
)
def test_weight_of_a_few_partners(values, gini, effective):
    found = weight_of(values)
    assert found["gini"] == (None if gini is None else pytest.approx(gini))
    assert found["effective_partners"] == (None if effective is None else pytest.approx(effective))


@pytest.mark.parametrize(("values", "tied"), [({"a": 2, "b": 2, "c": 1}, "a+b"), ({"a": 2, "b": 1}, None),
                                               ({"a": 0.1 + 0.2, "b": 0.3}, "a+b")])  # fmt: skip
def test_a_tie_for_the_largest_share_is_told(values, tied):
    assert weight_of(values)["tied"] == tied


def test_campaigns_by_how_they_stand(forum_of):
    days = {
        "A": ("2025-01-01", "2025-06-30", 100, 120, "reached"),
        "B": ("2025-01-01", "2025-06-30", 100, 60, "ended"),
        "C": ("2025-12-01", "2026-01-31", 100, None, "running"),
        "D": ("2026-02-01", None, 100, None, "planned"),
    }
    other = forum_of(campaigns=[
        {"code": code, "name": code, "start": date.fromisoformat(start), "end": end and date.fromisoformat(end),
         "goal": goal, "raised": raised, "donors": 4, "currency": "IDR"}
        for code, (start, end, goal, raised, _standing) in days.items()])  # fmt: skip
    rows = {row["code"]: row for row in records(contributions.campaigns(other.store, DAY))}
    assert {code: row["standing"] for code, row in rows.items()} == {code: day[4] for code, day in days.items()}
    assert (rows["B"]["raised_share"], rows["B"]["mean_gift"], rows["C"]["raised_share"]) == (0.6, 15, None)
    assert rows["C"]["days_left"] == 30
