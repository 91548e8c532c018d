"""What a sheet is taken for can be shown, kept, changed, written down and read back."""

from dataclasses import replace

import pytest

from data import intake
from data.mapping import QUESTIONS, MappingError, mapping_text, mappings_in, read_mapping
from data.proposal import proposal
from data.reading import read_workbook
from data.recognised import Figures, SheetMapping
from data.shapes import shape
from definitions.layouts import OUTWARD, ROW_FIELDS, layout_words
from definitions.vocabulary import vocabulary
from tests.workbooks import tracking_tables, unpleasant
from tests.workbooks.making import Case, Page, written
from ui.upload_mapping_words import FIELDS

TRAINED = "Jumlah petani dilatih"
EVERYTHING = SheetMapping(
    'TW "III"',
    "tracking",
    4,
    {"indicator": "B", "unit": "Satuan"},
    shape="0f",
    header_end=6,
    figures=(Figures("F", "result", "s.d. TW III 2025", "YTR", "Kab. Sleman", "sex=f"), Figures("G", "target", "2025")),
    constants={"year": "2025"},
    answers={"over_time": {TRAINED: "sum", "*": "last"}, "decimal": {"F": ","}},
    accepts=True,
)


def test_a_mapping_is_read_back_as_it_was_written(tmp_path):
    plain = SheetMapping("Hasil", "results", 2, {"indicator": "A", "value": "nilai\t1"})
    (tmp_path / "map.toml").write_text(mapping_text([EVERYTHING, plain]), "utf-8")
    assert read_mapping(tmp_path / "map.toml") == [EVERYTHING, plain]


@pytest.mark.parametrize(
    "text",
    [
        "[[sheet]]\nkey = 'tracking'\n[[sheet.figures]]\ncolumn = 3",
        "[[sheet]]\nkey = 'tracking'\n[[sheet.figures]]\ncolumn = 'F'\nwhat = 'money'",
        "[[sheet]]\nkey = 'tracking'\n[sheet.answers.weather]\n'*' = 'sun'",
        "[[sheet]]\nkey = 'tracking'\n[sheet.constants]\nmood = 'good'",
        "[[sheet]]\nname = 'x'",
        "[[sheet]]\nkey = 'none'\nleftout = ['A']",
        "[[sheet]]\nkey = 'tracking'\nleft_out = ['É']",
        "[[sheet]]\nkey = 'tracking'\nleft_out = ['ABCD']",
        "[[sheet]]\nkey = 'tracking'\nheader_row = -3",
        "[[sheet]]\nkey = 'tracking'\nheader_row = true",
        "[[sheet]]\nkey = 'tracking'\naccepts = 'false'",
        "[[sheet]]\nanswers = { over_time = { '*' = 'banana' } }",
        "[[sheet]]\nanswers = { decimal = { 'A' = 'x' } }",
        "[[sheet]]\nanswers = { decimal = { '3' = ',' } }",
        "[[sheet]]\nanswers = { column = { text = '2' } }",
    ],
)
def test_a_mapping_that_makes_no_sense_says_so(text):
    with pytest.raises(MappingError):
        mappings_in(text)


@pytest.mark.parametrize("about", ["over_time", "direction", "measure"])
def test_every_answer_that_an_indicator_can_have_may_be_given(about):
    assert {answer.key for answer in vocabulary().choices[about]} == set(QUESTIONS[about])


def as_mapping(found):
    """A proposal as somebody would send it back unchanged."""
    fields = {each.field: each.letters for each in found.columns if each.field}
    figures = tuple(each.figures for each in found.columns if each.figures)
    end = found.header_end if found.key == "tracking" else None
    return SheetMapping("", found.key, found.header_row, fields, shape=found.shape, header_end=end, figures=figures)


@pytest.mark.parametrize("field", sorted({*layout_words().fields.values(), "what"}))
def test_every_field_that_a_header_can_name_can_be_chosen_by_hand_and_written_down(field):
    written_as = OUTWARD.get(field, field)
    assert field in ROW_FIELDS
    assert {field, written_as} & set(FIELDS)
    kept = SheetMapping("", "tracking", 1, {written_as: "A"})
    assert mappings_in(mapping_text([kept])) == [kept]


def test_a_table_with_days_and_kinds_of_indicators_can_be_said_by_hand_as_it_was_read(forum, tmp_path):
    """First and last day, kind of measure and `cumulative`: what the proposal shows, sent back, gives the same."""
    page = Page(
        [
            ["Indikator", "Satuan", "Kumulatif", "Jenis Ukuran", "Mulai", "Selesai", "Target", "Realisasi"],
            [TRAINED, "orang", "Kumulatif", "number", "01/01/2025", "31/03/2025", 10, 5],
            [TRAINED, "orang", "Kumulatif", "number", "01/04/2025", "30/06/2025", 10, 12],
        ]
    )
    path = written(Case("x", {"Data": page}), tmp_path)
    (given,) = mappings_in(mapping_text([as_mapping(proposal(read_workbook(path).sheets[0]))]))
    assert forum.load(path, mappings=[replace(given, accepts=True)])[0].stops == []
    assert sorted(forum.query("select period, value from current_results")) == [("2025-Q1", 5), ("2025-Q2", 12)]


def test_a_header_on_an_empty_row_shows_no_columns_and_no_error(tmp_path):
    page = Page([["Laporan"], [], ["Nama Barang", "Warna"], ["a", "b"]])
    (sheet,) = sheets_of(Case("x", {"Apa": page}), tmp_path)
    assert [proposal(sheet, mapping=SheetMapping("", "results", row)).columns for row in (2, 50)] == [(), ()]


def sheets_of(case, folder):
    return read_workbook(written(case, folder)).sheets


def test_a_proposal_says_what_each_column_is_and_why(tmp_path):
    (sheet,) = sheets_of(tracking_tables.CASES[0], tmp_path)
    found = proposal(sheet)
    assert (found.key, found.header_row, found.header_end) == ("tracking", 4, 6)
    by_letters = {each.letters: each for each in found.columns}
    assert (by_letters["B"].field, by_letters["B"].certainty, by_letters["B"].samples[1]) == (
        "indicator",
        "sure",
        TRAINED,
    )
    assert by_letters["F"].figures == Figures("F", "result", "2025-Q1")
    assert (by_letters["I"].certainty, by_letters["I"].field, by_letters["I"].figures) == ("left_out", None, None)


@pytest.mark.parametrize(
    "case", [tracking_tables.CASES[0], tracking_tables.CASES[6], unpleasant.CASES[6]], ids=lambda case: case.name
)
def test_the_proposal_as_a_mapping_gives_the_same_figures(forum, tmp_path, case):
    path = written(case, tmp_path)
    given = [as_mapping(proposal(sheet, file_name=path.stem)) for sheet in sheets_of(case, tmp_path)]
    given = [replace(mapping, accepts=True) for mapping in mappings_in(mapping_text(given))]
    assert forum.load(path, mappings=given)[0].stops == []
    found = forum.query('select indicator, period, partner, place, "group", value from current_results')
    assert sorted(found, key=repr) == sorted(((*row[:5], float(row[5])) for row in case.results), key=repr)


def test_next_years_file_has_the_same_shape(tmp_path):
    def page(year):
        return Case(
            "x",
            {str(year): Page([[f"Laporan {year}"], ["Indikator", "Satuan", f"TW I {year}"], [TRAINED, "orang", 8]])},
        )

    (this,), (following,) = (sheets_of(page(year), tmp_path) for year in (2025, 2026))
    other = sheets_of(Case("y", {"2025": Page([["Indikator", "Unit", "TW I 2025"], [TRAINED, "orang", 8]])}), tmp_path)[
        0
    ]
    assert shape(this) == shape(following) != shape(other)


def test_a_table_whose_headers_say_nothing_is_read_by_its_mapping(forum, tmp_path):
    case = Case("x", {"Lembar1": Page([["rekap"], ["uraian kami", "x", "y", "z"], [TRAINED, "orang", 10, "1.250"]])})
    path = written(case, tmp_path)
    assert [problem.code for problem in intake.check(forum.store, path).stops] == ["no_known_sheet"]
    text = """
        [[sheet]]
        name = "Lembar1"
        key = "tracking"
        header_row = 2
        columns = { indicator = "A", unit = "B" }
        [[sheet.figures]]
        column = "C"
        what = "target"
        period = "2025"
        [[sheet.figures]]
        column = "D"
        what = "result"
        period = "TW I 2025"
        place = "Kab. Sleman"
        [sheet.answers]
        decimal = { "*" = "," }
        over_time = { "*" = "sum" }
    """
    assert [problem.code for problem in forum.load(path, mappings=mappings_in(text))[0].stops] == []
    assert forum.query("select period, place, value, value_cell from current_results") == [
        ("2025-Q1", "34.04", 1250.0, "D3")
    ]
    assert forum.query("select period, value, value_cell from current_targets") == [("2025", 10.0, "C3")]


def test_an_answer_holds_for_a_sheet_of_the_template_too(forum, define, tmp_path):
    forum.send(indicators=[define("I")])
    path = written(
        Case("x", {"Realisasi": Page([["indikator", "periode", "nilai"], ["I", "2025", "1.234"]])}), tmp_path
    )
    assert [problem.code for problem in forum.check(results=[("I", "2025", "1.234")]).stops] == ["ambiguous_number"]
    answers = [SheetMapping("", "", 0, answers={"decimal": {"C": "."}})]
    assert forum.load(path, mappings=answers)[0].stops == []
    assert forum.actual("I") == pytest.approx(1.234)
