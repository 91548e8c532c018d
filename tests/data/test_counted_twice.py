"""A province in one upload and its regencies in another tell of the same people, who are counted once."""

import pandas as pd
import pytest

from data import intake
from data.ledger import undo
from data.recognise import SheetMapping
from locales import translator
from tests.workbooks.making import Case, Page, written

PROVINCE = [("IND-1", "2025", 100, None, "DIY")]
REGENCIES = [("IND-1", "2025", 60, None, "Kabupaten Sleman"), ("IND-1", "2025", 40, None, "Kabupaten Bantul")]
HALF = REGENCIES[:1]


def saying(answer):
    return [SheetMapping("", "", 0, answers={"counted_twice": {"*": answer}})]


def after(forum, sheet, first, then, answer=None):
    """The outcome of the second upload."""
    forum.send(**{sheet: first})
    return forum.load(forum.workbook(**{sheet: then}), mappings=saying(answer) if answer else [])[0]


@pytest.fixture
def counting(forum, define):
    forum.send(indicators=[define("IND-1")])
    return forum


@pytest.mark.parametrize(("first", "then"), [(PROVINCE, REGENCIES), (REGENCIES, PROVINCE)])
def test_a_total_and_its_parts_in_two_uploads_are_asked_about_with_both_cells(counting, first, then):
    outcome = after(counting, "results", first, then)
    (problem,) = outcome.stops
    assert (problem.code, problem.cell) == ("counted_twice", "F2")
    assert problem.params["where"] == "laporan-2.xlsx › Realisasi › F2"
    assert (problem.question.options, problem.question.proposed) == (("parts", "total", "both"), "parts")
    assert "DAERAH ISTIMEWA YOGYAKARTA" in problem.sentence(translator("id")).upper()


@pytest.mark.parametrize(
    ("first", "then", "answer", "expected"),
    [
        (PROVINCE, HALF, "parts", 60),
        (PROVINCE, HALF, "total", 100),
        (HALF, PROVINCE, "parts", 60),
        (HALF, PROVINCE, "total", 100),
        (HALF, PROVINCE, "both", 160),
    ],
)
@pytest.mark.parametrize("sheet", ["results", "targets"])
def test_what_was_said_counts_and_nobody_twice(counting, sheet, first, then, answer, expected):
    if sheet == "targets":  # a target is shown beside a figure
        counting.send(results=[("IND-1", "2025", 1)])
    assert after(counting, sheet, first, then, answer).stops == []
    figure = "actual" if sheet == "results" else "target"
    assert counting.row("IND-1", by="period", period="2025")[figure] == expected


def test_what_was_done_is_said_and_what_no_longer_counts_is_shown_before_it_is_stored(counting):
    outcome = after(counting, "results", PROVINCE, HALF, "parts")
    (said,) = [problem for problem in outcome.warnings if problem.code == "counted_once"]
    assert said.params["upload"] == 2
    assert "hitung" in said.sentence(translator("id"))
    (change,) = outcome.changes.to_dict("records")
    assert (change["place"], change["old_value"]) == ("34", 100)
    assert pd.isna(change["new_value"])


def test_parts_that_come_to_less_than_the_stored_total_are_not_proposed_in_its_place(counting):
    (problem,) = after(counting, "results", PROVINCE, HALF).stops
    assert problem.question.proposed == "total"


def test_after_an_undo_the_total_counts_again(counting):
    stored = after(counting, "results", PROVINCE, REGENCIES[:1], "parts")
    undo(counting.store, stored.upload_id)
    assert counting.actual("IND-1") == 100


def test_the_whole_again_with_its_parts_takes_the_place_of_the_stored_whole(counting):
    """Within the file the total is left out; the stored one would go on counting beside the new parts."""
    assert [problem.code for problem in after(counting, "results", PROVINCE, PROVINCE + REGENCIES).stops] == [
        "counted_twice"
    ]
    again = counting.load(counting.workbook(results=PROVINCE + REGENCIES), mappings=saying("parts"))[0]
    assert again.stops == []
    assert counting.actual("IND-1") == 100


def test_the_same_parts_sent_again_are_not_asked_about(counting):
    after(counting, "results", REGENCIES, PROVINCE, "parts")
    assert counting.check(results=[("IND-1", "2025", 61, None, "Kabupaten Sleman")]).stops == []


@pytest.mark.parametrize(
    "then",
    [
        [("IND-1", "2024", 60, None, "Kabupaten Sleman")],  # another year
        [("IND-1", "2025", 60, None, "Kabupaten Semarang")],  # another province
        [("IND-2", "2025", 60, None, "Kabupaten Sleman")],  # another indicator
        [("SHARE", "2025", 60, None, "Kabupaten Sleman")],  # a share has no sum
        [("OF-ONE", "2025", 60, "M-2", "Kabupaten Sleman")],  # another partner's people
    ],
)
def test_figures_that_do_not_meet_are_not_asked_about(counting, define, then):
    counting.send(
        indicators=[define("IND-2"), define("OF-ONE"),
                    define("SHARE", unit="%", measure="percent", over_time="last", over_units="none")],
        partners=[{"code": code, "name": f"Mitra {code}", "kind": "ngo"} for code in ("M-1", "M-2")],
        results=[*PROVINCE, ("SHARE", "2025", 50, None, "DIY"), ("OF-ONE", "2025", 50, "M-1", "DIY")],
    )  # fmt: skip
    assert intake.check(counting.store, counting.workbook(results=then)).stops == []


def test_a_wide_table_meets_a_stored_total_too(counting, tmp_path):
    counting.send(results=PROVINCE)
    page = Page([["Kabupaten", "Indikator", "Realisasi 2025"], ["Kabupaten Sleman", "IND-1", 60]])
    (problem,) = intake.check(counting.store, written(Case("x", {"Data": page}), tmp_path)).stops
    assert (problem.code, problem.cell) == ("counted_twice", "C2")
