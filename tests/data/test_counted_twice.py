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


QUARTERS = [("IND-1", "TW I 2025", 25, None, "Kabupaten Sleman"), ("IND-1", "TW II 2025", 35, None, "Kabupaten Sleman")]
FROM_START = [("IND-1", "s.d. TW I 2025", 25, None, "Kabupaten Sleman"),
              ("IND-1", "s.d. TW II 2025", 60, None, "Kabupaten Sleman")]  # fmt: skip
NOWHERE = [("IND-1", "2025", 100)]
OF_ONE = [("IND-1", "2025", 60, "M-1")]


@pytest.fixture
def with_partner(counting):
    counting.send(partners=[{"code": "M-1", "name": "Mitra M-1", "kind": "ngo"}])
    return counting


@pytest.mark.parametrize(
    ("first", "then", "cells"),
    [
        (PROVINCE, QUARTERS, ("F2", "Realisasi › F2")),
        (QUARTERS, PROVINCE, ("F2", "Realisasi › F2")),
        (PROVINCE, FROM_START, ("F2", "Realisasi › F2")),
        ([("IND-1", "2025-S1", 100, None, "DIY")], QUARTERS, ("F2", "Realisasi › F2")),
        (NOWHERE, QUARTERS, ("F2", "Realisasi › F2")),
        (REGENCIES, NOWHERE, ("F2", "Realisasi › F2")),
        (NOWHERE, OF_ONE, ("F2", "Realisasi › F2")),
        (OF_ONE, [("IND-1", "TW I 2025", 30)], ("F2", "Realisasi › F2")),
    ],
)
def test_a_year_beside_quarters_and_all_beside_one_are_asked_about(with_partner, first, then, cells):
    (problem,) = after(with_partner, "results", first, then).stops
    assert (problem.code, problem.cell) == ("counted_twice", cells[0])
    assert problem.params["where"].endswith(cells[1])
    assert (problem.params["period"], problem.params["stored_period"]) == (
        "2025-Q1" if then[0][1].endswith("TW I 2025") else then[0][1], first[0][1].replace("TW I 2025", "2025-Q1")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "then", "answer", "expected"),
    [
        (PROVINCE, QUARTERS, "parts", 60),
        (PROVINCE, QUARTERS, "total", 100),
        (QUARTERS, PROVINCE, "total", 100),
        (QUARTERS, PROVINCE, "both", 160),
        (PROVINCE, FROM_START, "total", 100),
        (PROVINCE, FROM_START, "parts", 60),
        (NOWHERE, QUARTERS, "parts", 60),
        (NOWHERE, QUARTERS, "total", 100),
        # of the province only the second quarter is news: s.d. TW II less s.d. TW I
        (QUARTERS[:1], [("IND-1", "s.d. TW I 2025", 40, None, "DIY"), ("IND-1", "s.d. TW II 2025", 90, None, "DIY")],
         "parts", 75),
    ],
)  # fmt: skip
def test_over_different_periods_too_nobody_counts_twice(counting, first, then, answer, expected):
    assert after(counting, "results", first, then, answer).stops == []
    assert counting.actual("IND-1") == expected


def test_in_one_file_a_year_beside_quarters_of_its_parts_is_asked_about_with_both_cells(counting):
    (problem,) = counting.check(results=PROVINCE + QUARTERS).stops
    assert (problem.code, problem.cell, problem.params["where"]) == ("counted_twice_here", "F2", "Realisasi › F3")
    for answer, expected in (("parts", 60), ("total", 100)):
        counting.load(counting.workbook(results=PROVINCE + QUARTERS), mappings=saying(answer))
        assert counting.actual("IND-1") == expected
        undo(counting.store, counting.query("select max(upload_id) from uploads")[0][0])


def test_parts_of_a_file_that_come_to_its_total_are_the_total(counting):
    outcome = counting.send(results=[("IND-1", "2025", 60, None, "DIY"), *QUARTERS])
    assert "counted_once_here" in [problem.code for problem in outcome.warnings]
    assert counting.actual("IND-1") == 60


def test_of_a_state_the_latest_of_each_part_is_compared_with_the_total(counting, define):
    counting.send(indicators=[define("TAPS", over_time="last")], results=[("TAPS", "2025", 40, None, "DIY")])
    (problem,) = counting.check(results=[("TAPS", "TW I 2025", 25, None, "Kabupaten Sleman"),
                                         ("TAPS", "TW II 2025", 35, None, "Kabupaten Sleman")]).stops  # fmt: skip
    assert problem.question.proposed == "total"  # 35 of 40, not 60


def test_what_was_said_to_be_different_people_is_not_asked_again(counting):
    after(counting, "results", PROVINCE, QUARTERS, "both")
    assert counting.check(results=[("IND-1", "TW I 2025", 26, None, "Kabupaten Sleman")]).stops == []


def test_a_regency_between_its_province_and_its_villages_is_settled_on_both_sides(counting):
    village = ("IND-1", "2025", 50, None, "34.04.01.2001")
    counting.send(results=[village])
    counting.load(counting.workbook(results=PROVINCE), mappings=saying("both"))
    counting.load(counting.workbook(results=REGENCIES[:1]), mappings=saying("parts"))
    assert counting.actual("IND-1") == 50


def test_targets_of_a_year_and_of_its_quarters_answer_each_for_its_own(counting):
    counting.send(targets=[("IND-1", "2025", 100, None, "DIY")])
    assert counting.check(targets=[("IND-1", "TW I 2025", 20, None, "Kabupaten Sleman")]).stops == []
