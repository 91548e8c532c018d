"""What is said of the sheets and questions of an export that stand beside others."""

from data.recognise import recognise
from tests.reading_here import read_here
from tests.workbooks.making import Case, Page, written

PARENT = [["start", "Desa", "Periode", "_id", "_uuid", "_submission_time", "_index"],
          ["2025-07-01", "Nita", "TW II 2025", 1, "u1", "2025-07-01", 1]]  # fmt: skip
GROUP = [["Indikator", "Realisasi", "_index", "_parent_table_name", "_parent_index"],
         ["Petani dilatih", 10, 1, "form", 1]]  # fmt: skip


def told(tmp_path, **pages):
    case = Case("", {name: Page(rows) for name, rows in pages.items()})
    _, problems = recognise(read_here(written(case, tmp_path)))
    return {(problem.code, problem.sheet) for problem in problems if problem.code == "sheet_ignored"}


def test_the_form_of_a_repeat_group_is_not_said_to_be_left_out(tmp_path):
    assert told(tmp_path, form=PARENT, indikator=GROUP) == set()


def test_a_form_without_its_group_is(tmp_path):
    other = [["Warna", "Ukuran"], ["biru", "besar"]]
    assert told(tmp_path, form=PARENT, lain=other) == {("sheet_ignored", "form"), ("sheet_ignored", "lain")}


def test_columns_of_women_and_men_of_nothing_are_named(tmp_path):
    rows = [["2025"], ["Desa", "L", "P", "Balita ditimbang"], ["Nita", 10, 12, 5], ["Bola", 9, 8, 6]]
    _, problems = recognise(read_here(written(Case("", {"Data": Page(rows)}), tmp_path)))
    assert [problem.params["found"] for problem in problems if problem.code == "columns_ignored"] == ["'L', 'P'"]
