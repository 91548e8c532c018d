"""A choice is kept for the next file of its shape: what lasts of it, and never what was said of one file alone."""

import pytest

from data import intake
from data.mapping import mapping_text
from data.reading import read_workbook
from data.recognised import Figures, SheetMapping
from data.remembered_mappings import remembered
from data.shapes import shape
from tests.workbooks.making import Case, Page, written

TRAINED = "Jumlah petani dilatih"


def page(year: int, title: str = "Laporan", name: str = TRAINED) -> Page:
    header = ["Indikator", "Satuan", *(f"Realisasi s.d. TW {part} {year}" for part in ("I", "II"))]
    return Page([[title], header, [name, "orang", 8, 30]])


def sheets(folder, **pages):
    return read_workbook(written(Case("x", pages), folder)).sheets


def kept(forum, *given):
    with forum.store.cursor() as cursor:
        return [each.mapping for each in remembered(cursor, given)]


def send(forum, folder, sheet, **choice):
    """Store a workbook of one sheet, read by a choice, as the page does."""
    (found,) = sheets(folder, **sheet)
    path = written(Case("x", sheet), folder)
    mapping = SheetMapping(found.name, "", 0, shape=shape(found), **choice)
    outcome = intake.store_ready(forum.store, [intake.read(path, mappings=[mapping])], stored_by="Sari")[0]
    assert outcome.upload_id is not None, [problem.code for problem in outcome.stops]
    return mapping


def test_the_shape_is_the_header_not_title_year_quarter_or_rows(tmp_path):
    (this,) = sheets(tmp_path, a=page(2025))
    (following,) = sheets(tmp_path, b=page(2026, "Laporan Mitra Lain", "Jumlah kader"))
    (other,) = sheets(tmp_path, a=Page([["Laporan"], ["Indikator", "Unit", "TW I 2025"], [TRAINED, "orang", 8]]))
    assert shape(this) == shape(following) != shape(other)


def test_an_answer_comes_back_for_another_sheet_of_the_shape(forum, tmp_path):
    given = send(forum, tmp_path, {"Rekap": page(2025)}, answers={"over_time": {TRAINED: "sum"}})
    (following,) = sheets(tmp_path, Rekap2=page(2026))
    (found,) = kept(forum, following)
    assert (found.name, found.answers) == ("Rekap2", given.answers)


def test_two_sheets_of_one_shape_that_were_told_apart_are_found_by_name_or_not_at_all(forum, tmp_path):
    send(forum, tmp_path, {"Satu": page(2025)}, answers={"over_time": {TRAINED: "sum"}})
    send(forum, tmp_path, {"Dua": page(2024)}, answers={"over_time": {TRAINED: "last"}})
    same, stranger = sheets(tmp_path, Satu=page(2026), Tiga=page(2026))
    assert [each.answers for each in kept(forum, same)] == [{"over_time": {TRAINED: "sum"}}]
    assert kept(forum, stranger) == []


@pytest.mark.parametrize("choice", [{"constants": {"year": "2025"}}, {"accepts": True}])
def test_what_was_said_of_one_file_is_not_kept(forum, tmp_path, choice):
    answers = {"over_time": {TRAINED: "sum"}}
    given = send(forum, tmp_path, {"Rekap": page(2025)}, answers=answers, **choice)
    (found,) = kept(forum, *sheets(tmp_path, Rekap=page(2026)))
    assert given != found and (found.constants, found.accepts, found.answers) == ({}, False, answers)


def test_a_typed_period_is_not_kept_but_the_kind_of_a_column_is(forum, tmp_path):
    rows = Page([["uraian", "x", "y"], [TRAINED, "orang", 8]])
    (sheet,) = sheets(tmp_path, L=rows)
    mapping = SheetMapping("L", "tracking", 1, {"indicator": "A", "unit": "B"}, shape=shape(sheet), header_end=1,
                           figures=(Figures("C", "result", "2025"),))  # fmt: skip
    path = written(Case("x", {"L": rows}), tmp_path)
    intake.store_ready(forum.store, [intake.read(path, mappings=[mapping])])
    assert forum.query("select period, value from current_results") == [("2025", 8)]
    (found,) = kept(forum, sheet)
    assert found.figures == (Figures("C", "result"),)


def test_the_decimal_sign_of_somebodys_template_says_nothing_of_the_next(forum, define, tmp_path):
    forum.send(indicators=[define("I")])
    template = {"Realisasi": Page([["indikator", "periode", "nilai"], ["I", "2025", "1.234"]])}
    send(forum, tmp_path, template, answers={"decimal": {"C": "."}})
    assert forum.actual("I") == pytest.approx(1.234)
    assert kept(forum, *sheets(tmp_path, **template)) == []


def test_a_kept_sign_does_not_overrule_what_a_file_shows(forum, define, tmp_path):
    forum.send(indicators=[define("I"), define("J")])
    rows = [["indikator", "periode", "nilai"], ["I", "2025", "1.234"], ["J", "2025", "1.234,5"]]
    send(forum, tmp_path, {"Realisasi": Page(rows)}, answers={"decimal": {"C": "."}})
    assert (forum.actual("I"), forum.actual("J")) == (1234, 1234.5)


def test_the_same_choice_is_kept_once(forum, tmp_path):
    for year in (2024, 2025):
        send(forum, tmp_path, {"Rekap": page(year)}, answers={"over_time": {TRAINED: "sum"}})
    rows = forum.query("select mapping, chosen_by from remembered_mappings")
    assert [by for _text, by in rows] == ["Sari"]
    assert mapping_text(kept(forum, *sheets(tmp_path, Rekap=page(2026)))) == rows[0][0]
