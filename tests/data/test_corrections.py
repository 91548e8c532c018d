"""Corrections between reading and recognising: the right cell of the right type, and nothing else."""

from datetime import date

import openpyxl
import pytest

from data import intake
from data.annotated import annotated
from data.corrections import Correction, accepted, corrected, meant, rows_to_leave_out, without_row
from data.problems import WARNS, Problem
from data.reading import read_workbook
from data.reasons import Reason
from locales import translator
from metrics.lineage import trace
from tests.reading_here import read_here
from tests.workbooks.making import Case, Page, written


@pytest.fixture
def book(tmp_path):
    """A sheet with text, numbers, a date, a percentage column and a gap in row 4."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "TW III"
    for row in (
        ["kode", "nilai", "hari", "porsi"],
        ["IND-1", "1.200 org", date(2025, 12, 31), 0.8],
        ["IND-1", 7, "besok", 0.4],
        [],
        ["ind 2", 9, None, 0.1],
        ["ind 2", 9, None, None],
    ):
        sheet.append(row)
    for cell in ("D2", "D3", "D5"):
        sheet[cell].number_format = "0%"
    made.save(tmp_path / "a.xlsx")
    return read_workbook(tmp_path / "a.xlsx")


def cells(workbook) -> dict[tuple[int, int], object]:
    return {
        (row, column): value for row, values in workbook.sheet("TW III").rows(0, 99) for column, value in values.items()
    }


def test_a_correction_changes_its_cell_alone(book):
    after = corrected(
        book, [Correction("TW III", "B2", "1.200 org", 1200.0), Correction("TW III", "C3", "besok", "1/2/2025")]
    )
    assert cells(after) == cells(book) | {(2, 1): 1200, (3, 2): "1/2/2025"}
    assert (after.sha256, after.kind) == (book.sha256, book.kind)


def test_a_number_may_become_a_text_and_an_empty_row_may_be_filled(book):
    after = corrected(book, [Correction("TW III", "B3", "7", "n.a."), Correction("TW III", "F4", "", 5.0)])
    assert cells(after) == cells(book) | {(3, 1): "n.a.", (4, 5): 5}
    assert [row for row, _ in after.sheet("TW III").rows(0, 99)] == [1, 2, 3, 4, 5, 6]


def test_a_corrected_cell_of_a_percentage_column_is_a_plain_number_and_the_others_stay_percentages(book):
    sheet = corrected(book, [Correction("TW III", "D3", "40%", 12.0)]).sheet("TW III")
    assert sheet.cell(3, 3) == 12
    assert sheet.formats == {} and sheet.percent_cells == {"D2", "D5"}


def test_a_warning_said_once_is_corrected_in_every_cell_that_holds_the_same(book):
    problem = Problem("similar_code", WARNS, "TW III", "A5", "kode", {"found": "ind 2"}, "IND-2")
    assert [(each.cell, each.value) for each in accepted(book, problem, "IND-2")] == [("A5", "IND-2"), ("A6", "IND-2")]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1200", 1200.0),
        ("1.200,5", 1200.5),
        ("1,200.5", 1200.5),
        ("1.200", "1.200"),
        ("12,5", 12.5),
        ("80%", "80%"),
        ("=1+1", "=1+1"),
    ],
)
def test_a_typed_figure_is_read_in_one_way_or_stays_text_so_that_the_check_asks(typed, value):
    assert meant(Problem("not_a_number", sheet="TW III", cell="B2"), typed) == value


def test_a_proposed_number_goes_into_the_cell_as_a_number_whatever_the_problem_is_called(forum, define):
    """40,5 proves the comma; as text 50.123 would then be fifty thousand."""
    path = forum.workbook(
        indicators=[define("I-1", unit="%", measure="percent", over_time="last", over_units="none")],
        results=[("I-1", "2025-Q1", "40,5"), ("I-1", "2025-Q2", 0.50123), ("I-1", "2025-Q3", 61)],
    )
    (problem,) = intake.check(forum.store, path).stops
    assert (problem.code, problem.proposal) == ("mixed_scales", "50.123")
    taken = accepted(read_workbook(path), problem, problem.proposal)
    assert [each.value for each in taken] == [50.123]
    assert intake.store_ready(forum.store, [intake.read(path, corrections=taken)])[0].upload_id
    assert dict(forum.query("select period, value from current_results"))["2025-Q2"] == 50.123


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("1.200 org", 1200),
        ("sekitar 1.200 org", 1200),
        ("5 juta rupiah", 5_000_000),
        ("1 250 orang", 1250),
        ("3 dari 5 desa", None),
        ("5 L 3 P", None),
        ("50 atau 60", None),
        ("lebih 5 dari 2.000", None),
        ("5 (dari 10)", None),
        ("10-20 org", None),
        ("minus 5 org", None),
        ("< 5 org", None),
        ("1,234 org", None),
        ("80 % org", None),
    ],
)
def test_only_the_one_figure_in_a_cell_is_proposed(forum, define, text, proposal):
    (problem,) = forum.check(indicators=[define("I")], results=[("I", "2025", text)]).stops
    assert (problem.code, problem.repair) == ("not_a_number", proposal)


def test_a_code_stays_text_however_it_looks():
    assert meant(Problem("lost_zero", WARNS, "TW III", "B2", repair="33.20"), "33.20") == "33.20"


def test_a_changed_target_is_kept_with_old_value_new_value_and_reason(forum_of, define, tmp_path):
    forum = forum_of(indicators=[define("IND-1", target=100)], targets=[("IND-1", "2025", 50)])
    path = forum.workbook(
        indicators=[define("IND-1", target=80)], targets=[("IND-1", "2025", 40), ("IND-1", "2026", 60)]
    )
    file = intake.read(path)
    tried = intake.attempt(forum.store, [file])
    assert [row[:2] + row[-2:] for row in tried.outcomes[0].changed_targets] == [
        ("IND-1", "target", "100.0", "80.0"),
        ("IND-1", "target", "50.0", "40.0"),
    ]
    assert sum(tried.outcomes[0].superseded.values()) == 2
    intake.store_ready(forum.store, [file], reason=Reason("agreed", "rapat", "Bu Sari"))
    with forum.store.cursor() as cursor:
        kept = cursor.execute("""
            select period, old_value, new_value, reason, note, changed_by
            from target_changes order by period nulls first
        """).fetchall()
    assert kept == [
        (None, "100.0", "80.0", "agreed", "rapat", "Bu Sari"),
        ("2025", "50.0", "40.0", "agreed", "rapat", "Bu Sari"),
    ]


def test_an_answer_to_feedback_and_a_new_baseline_date_are_changes(forum_of, define):
    said = {"date": date(2025, 3, 1), "text": "Air keruh", "status": "open"}
    forum = forum_of(indicators=[define("IND-1", baseline=0, baseline_date=date(2024, 1, 1))], feedback=[said])
    answered = said | {"status": "answered", "answered_on": date(2025, 3, 9)}
    outcome = forum.check(indicators=[define("IND-1", baseline=0, baseline_date=date(2024, 6, 1))], feedback=[answered])
    told = {key: counts for key, counts in outcome.consequences.items() if outcome.rows[key]}
    assert told == {"indicators": {"changed": 1}, "feedback": {"changed": 1}}
    fields = dict(zip(outcome.changes["field"], outcome.changes["new_text"], strict=True))
    assert fields["baseline_date"] == "2024-06-01" and "2025-03-09" in fields["text"]


def test_attempting_stores_nothing_and_answers_before_and_after(forum_of, define):
    forum = forum_of(indicators=[define("IND-1")])
    file = intake.read(forum.workbook(results=[("IND-1", "2025", 7)]))
    tried = intake.attempt(
        forum.store, [file], ask=lambda cursor: cursor.execute("select count(*) from results").fetchone()[0]
    )
    assert (tried.before, tried.after) == (0, 1)
    with forum.store.cursor() as cursor:
        assert cursor.execute("select count(*) from results").fetchone() == (0,)


def test_the_way_back_from_a_corrected_figure_shows_what_the_file_says(forum_of, define, tmp_path):
    forum = forum_of(indicators=[define("I")])
    path = forum.workbook(results=[("I", "2025", "1200 org")])
    cell = intake.check(forum.store, path).stops[0].cell
    corrections = [Correction("Realisasi", cell, "1200 org", 1200.0)]
    outcome = intake.store_ready(forum.store, [intake.read(path, corrections=corrections)])[0]
    assert outcome.upload_id, [problem.code for problem in outcome.problems]
    figure = trace(forum.store, "I", date(2026, 1, 1)).iloc[-1]
    assert (figure["value"], figure["cell"], figure["corrected_from"]) == (1200, cell, "1200 org")


def test_of_two_rows_of_one_figure_either_may_be_left_out_and_the_ledger_keeps_what_stood_there(forum, define):
    results = [("I-1", "2025", 5), ("I-1", "2025", 7), ("I-1", "2026", 9)]
    path = forum.workbook(indicators=[define("I-1")], results=results)
    (problem,) = intake.check(forum.store, path).stops
    assert (problem.code, rows_to_leave_out(problem)) == ("same_row_twice", [2, 3])
    taken = without_row(read_workbook(path), problem.sheet, 2)
    assert [(each.cell, each.found, each.cells) for each in taken] == [("2:2", "I-1 | 2025 | 5", ("A2", "B2", "F2"))]
    outcome = intake.store_ready(forum.store, [intake.read(path, corrections=taken)])[0]
    assert outcome.upload_id
    assert sorted(forum.query("select period, value from current_results")) == [("2025", 7), ("2026", 9)]
    assert forum.query("select cell, found, value from upload_corrections") == [("2:2", "I-1 | 2025 | 5", "")]
    assert [row["cell"] for row in forum.trace("I-1", "2030-01-01")] == ["F3", "F4"]


def test_a_row_with_an_empty_cell_may_be_left_out_and_what_stands_below_keeps_its_cell(forum, define):
    path = forum.workbook(indicators=[define("I-1")], results=[("I-1", None, 5), ("I-1", "2026", 9)])
    (problem,) = intake.check(forum.store, path).stops
    assert (problem.code, rows_to_leave_out(problem)) == ("missing", [2])
    taken = without_row(read_workbook(path), problem.sheet, 2)
    assert intake.store_ready(forum.store, [intake.read(path, corrections=taken)])[0].upload_id
    assert [row["cell"] for row in forum.trace("I-1", "2030-01-01")] == ["F3"]


def test_twins_in_two_sheets_offer_the_row_of_their_own_sheet_alone(forum, define, tmp_path):
    forum.send(indicators=[define("I-1")])
    page = Page([["indikator", "periode", "nilai"], ["I-1", "2025", 5]])
    path = written(Case("x", {"Realisasi TW I": page, "Realisasi TW II": page}), tmp_path)
    (problem,) = intake.check(forum.store, path).stops
    assert (problem.sheet, rows_to_leave_out(problem)) == ("Realisasi TW II", [2])


def test_a_header_is_no_row_to_leave_out(forum):
    problem = Problem("missing_column", sheet="Realisasi", cell="A1")
    assert rows_to_leave_out(problem) == []


def test_the_corrected_workbook_holds_nothing_in_a_row_that_was_left_out(forum, define):
    path = forum.workbook(indicators=[define("I-1")], results=[("I-1", "2025", 5), ("I-1", "2025", 7)])
    taken = without_row(read_here(path), "Realisasi", 2)
    outcome = intake.check(forum.store, path)
    made = path.with_name("diperbaiki.xlsx")
    made.write_bytes(annotated(path, path.name, outcome.problems, translator("id"), corrections=taken, has_values=True))
    again = forum.load(made)[0]
    assert again.upload_id
    assert forum.query("select value from current_results") == [(7,)]


@pytest.mark.parametrize("nothing", ["", " "])
def test_a_required_cell_that_is_emptied_is_asked_about_again(forum, define, nothing):
    forum.send(indicators=[define("IND-1")])
    path = forum.workbook(results=[{"indicator": "IND-9", "period": "2025", "value": 3}])
    empty = [Correction("Realisasi", "A2", "IND-9", nothing)]
    (outcome,) = intake.attempt(forum.store, [intake.File(path.name, 1, read_here(path), corrections=empty)]).outcomes
    assert [(problem.code, problem.cell) for problem in outcome.stops] == [("missing", "A2")]
