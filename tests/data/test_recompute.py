"""The nightly audit: what is stored must be what the ledger gives, and a difference is told, not mended."""

import json

import pytest

from data.__main__ import main
from data.printing import records
from data.recompute import recompute


@pytest.fixture
def told(forum, define):
    forum.send(
        indicators=[define("AIR"), define("SHARE", measure="ratio", over_units="ratio", unit="%")],
        targets=[("AIR", "2025", 100)],
        results=[
            ("AIR", "2025-Q1", 20, "A", "Lor"),
            ("AIR", "2025-Q2", 30, "B", "Kidul", "sex=f"),
            {"indicator": "SHARE", "period": "2025", "numerator": 3, "denominator": 4},
        ],
    )
    return forum


def spoil(forum, text):
    with forum.store.writing() as cursor:
        cursor.execute(text)


def test_a_fresh_roll_up_is_what_the_ledger_gives(told):
    assert recompute(told.store).empty


def test_an_empty_store_has_nothing_to_differ(forum):
    assert recompute(forum.store).empty


def test_a_changed_figure_a_lost_row_and_a_stray_one_are_told(told):
    spoil(
        told, "update rollup_periods set actual = 21 where indicator = 'AIR' and partner = 'A' and period = '2025-Q1'"
    )
    spoil(told, "delete from rollup_periods where indicator = 'SHARE' and period is null")
    spoil(told, "insert into rollup_periods by name select * replace ('GONE' as indicator) from rollup_periods limit 1")
    found = recompute(told.store)
    other = found[found["difference"] == "other"].iloc[0]
    assert (other["indicator"], other["partner"], other["stored_actual"], other["ledger_actual"]) == (
        "AIR",
        "A",
        21,
        20,
    )
    assert set(found[found["difference"] == "missing"]["indicator"]) == {"SHARE"}
    assert list(found[found["difference"] == "extra"]["indicator"]) == ["GONE"]


def test_nothing_is_mended_by_looking(told):
    spoil(told, "update rollup_periods set reports = 7 where indicator = 'AIR' and period is null and not by_partner")
    first = recompute(told.store)
    assert len(first) >= 1
    assert recompute(told.store).equals(first)


def test_the_command_exits_with_one_when_something_differs(told, capsys):
    store = ["--store", str(told.store.path)]
    assert main(["recompute", *store, "--lang", "en"]) == 0
    assert "Every roll-up is what the ledger gives." in capsys.readouterr().out
    spoil(told, "delete from rollup_periods where indicator = 'AIR' and partner = 'B' and period = '2025'")
    assert main(["recompute", *store, "--format", "json"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert {(row["indicator"], row["partner"], row["period"], row["difference"]) for row in rows} == {
        ("AIR", "B", "2025", "missing")
    }


KEPT = [
    ("update rollup_units set value = 33 where indicator = 'AIR' and period is null", {"A", "B"}),
    ("delete from rollup_units where unit in (select unit from rollup_members where partner = 'A')", {"A"}),
    ("update rollup_members set first_day = date '2024-01-01' where partner = 'B'", {"B"}),
    ("update rollup_spans set results = 7 where indicator = 'AIR' and period = '2025-Q1'", {None}),
    ("update rollup_periods set figures = 9 where partner = 'A' and period = '2025-Q1'", {"A"}),
]


@pytest.mark.parametrize(("text", "partners"), KEPT)
def test_what_is_kept_for_the_next_upload_is_audited_too(told, text, partners):
    spoil(told, text)
    found = recompute(told.store)
    assert set(found["difference"]) == {"kept"}
    assert set(found["indicator"]) == {"AIR"}
    assert {row["partner"] for row in records(found)} == partners


def test_what_an_upload_is_added_to_stays_what_the_ledger_gives(told):
    told.send(results=[("AIR", "2025-Q3", 5, "A", "Lor"), ("AIR", "2025-Q2", 7, "A", "Lor")])
    told.send(results=[("AIR", "2025-Q3", 6, "A", "Lor")])
    assert recompute(told.store).empty
