"""The workbook opened again: every figure, every formula computed anew, and what must not be in it."""

import warnings
from dataclasses import replace
from datetime import date, timedelta

import openpyxl
import pytest

from charts.missing import missing_mark
from charts.numbers import MINUS, number, percent
from reports.asked import Asked
from reports.content import content_of
from reports.sheets.book import NAMES
from reports.workbook import write
from tests.reports.office import computed, displayed, formulas, table, xml_of

HOSTILE = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A9)", "{=1}", "<b>&amp;</b>", "_x0041_ %&/")
LANGUAGES = ("id", "en")
DIGITS = 1e-14  # a file of Excel has 16 of them


@pytest.fixture(scope="module")
def made(sample_content, tmp_path_factory):
    """By language: the content, the workbook with its formulas, and the one with their values."""
    found = {}
    for language in LANGUAGES:
        path = tmp_path_factory.mktemp("workbook") / f"{language}.xlsx"
        write(sample_content(language), path)
        found[language] = (sample_content(language), openpyxl.load_workbook(path),
                           openpyxl.load_workbook(path, data_only=True), path)  # fmt: skip
    return found


def opened(content, tmp_path):
    path = tmp_path / "made.xlsx"
    write(content, path)
    return openpyxl.load_workbook(path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_of_every_indicator_is_that_of_the_screen(made, language):
    content, _formulas, values, _path = made[language]
    t = content.t
    rows = table(values, t(NAMES["indicators"]), t("Code"))
    assert [row[t("Code")].value for row in rows] == [row["indicator"] for row in content.rows]
    for cells, row in zip(rows, content.rows, strict=True):
        for title, name in (("Baseline", "baseline"), ("Target", "target"), ("Actual", "actual"),
                            ("Expected by now", "expected"), ("Progress", "progress"), ("Achievement", "achievement"),
                            ("On track", "on_track"), ("Capaian", "capaian"), ("Reports", "reports")):  # fmt: skip
            if row[name] is None:
                assert cells[t(title)].value in ("n.a.", missing_mark(row["reason"]))
            else:
                assert cells[t(title)].value == pytest.approx(row[name], rel=DIGITS), (row["indicator"], name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_period_is_that_of_the_content(made, language):
    content, _formulas, values, _path = made[language]
    t = content.t
    rows = table(values, t(NAMES["periods"]), t("Code"))
    expected = [row for code in content.rows for row in content.periods.get(code["indicator"], ())]
    assert len(rows) == len(expected) > 100
    for cells, row in zip(rows, expected, strict=True):
        found = [cells[t(title)].value for title in ("Target", "Actual", "Progress", "Achievement")]
        wanted = [row[name] for name in ("target", "actual", "progress", "achievement")]
        numbers = [value if isinstance(value, (int, float)) else None for value in found]
        assert numbers == [each if each is None else pytest.approx(each, rel=DIGITS) for each in wanted]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_formula_computed_anew_gives_our_value(made, language):
    _content, book, values, _path = made[language]
    found = formulas(book)
    assert len(found) > 250
    for sheet, cell in found:
        assert computed(book, sheet, cell) == pytest.approx(values[sheet][cell].value, rel=1e-12), (sheet, cell)


def test_a_cell_shows_the_figure_as_the_report_writes_it(made):
    content, _formulas, values, _path = made["en"]
    t = content.t
    for cells, row in zip(table(values, "Indicators", "Code"), content.rows, strict=True):
        for title, name in (("Baseline", "baseline"), ("Actual", "actual"), ("Expected by now", "expected")):
            if row[name] is not None:
                cell = cells[title]
                written = number(row[name], t, "%" if row["unit"] == "%" else None).replace(MINUS, "-")
                assert displayed(cell.value, cell.number_format) == written
        if row["progress"] is not None:
            written = percent(row["progress"], t).replace(MINUS, "-")
            assert displayed(cells["Progress"].value, cells["Progress"].number_format) == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sheet_says_of_when_it_is_and_prints_on_a4(made, language):
    content, book, _values, _path = made[language]
    for sheet in book:
        top = [row[0].value for row in sheet.iter_rows(max_row=5)]
        assert content.stamp in top and content.sample_mark in top
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert content.stamp in (sheet.oddFooter.left.text or "")
    assert book[content.t(NAMES["indicators"])].freeze_panes == "C7"
    assert book[content.t(NAMES["lineage"])].auto_filter.ref


def test_every_figure_that_counts_leads_to_its_cell(made):
    content, _formulas, values, _path = made["en"]
    rows = table(values, "Where figures come from", "Code")
    first = next(row for row in rows if row["Code"].value == "AIR-01" and row["What"].value == "Baseline")
    assert (first["Figure"].value, first["Sheet"].value, first["Upload"].value) == (18450, "Indikator", 1)
    assert first["Cell"].value and first["File"].value.endswith(".xlsx")
    assert {row["Code"].value for row in rows} == {row["indicator"] for row in content.rows}
    results = [row for row in rows if row["Code"].value == "AIR-01" and row["What"].value == "Result"]
    assert len(results) == next(row["reports"] for row in content.rows if row["indicator"] == "AIR-01")


def test_charts_are_native_and_told_in_words(made):
    *_, path = made["id"]
    found = xml_of(path)
    assert found.count("<c:chartSpace") >= 8
    assert "Penduduk dengan akses air minum aman: 51%" in found  # the bars, for those who do not see them


def test_no_page_of_the_print_cuts_a_chart(made):
    content, book, _values, _path = made["en"]
    sheet = book[content.t(NAMES["charts"])]
    breaks = [each.id for each in sheet.row_breaks.brk]  # so many rows stand above it
    spans = [(chart.anchor._from.row, chart.anchor.to.row) for chart in sheet._charts]
    assert len(breaks) > 1 and len(spans) > 6
    assert [(first, last, at) for first, last in spans for at in breaks if first < at <= last] == []


def test_what_people_wrote_is_never_a_formula(define, told, tmp_path):
    content = told("2025-07-01", indicators=[define(f"H{at}", name=text, definition=text, source=text, target=9)
                                             for at, text in enumerate(HOSTILE)],
                   results=[(f"H{at}", "2025-Q1", 3) for at in range(len(HOSTILE))],
                   feedback=[{"date": date(2025, 3, 1) + timedelta(at), "text": text, "consent": "ya"}
                             for at, text in enumerate(HOSTILE)])  # fmt: skip
    book = opened(content, tmp_path)
    ours = {(sheet, cell) for sheet, cell in formulas(book)}
    assert {sheet for sheet, _cell in ours} <= {"Summary", "Indicators", "By period"}
    assert not any(text in str(book[sheet][cell].value) for sheet, cell in ours for text in HOSTILE)
    texts = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "s"]
    for text in HOSTILE:
        assert text in texts
    guarded = [cell for row in book["Definitions"].iter_rows() for cell in row if cell.value in HOSTILE[:4]]
    assert guarded and all(cell.quotePrefix and cell.number_format == "@" for cell in guarded)
    assert not any(
        cell.hyperlink and cell.hyperlink.target for sheet in book for row in sheet.iter_rows() for cell in row
    )


def test_an_empty_forum_has_a_workbook_that_says_so(told, tmp_path):
    book = opened(told("2025-07-01"), tmp_path)
    assert "There are no indicators yet." in [row[0].value for row in book["Summary"].iter_rows()]


def test_missing_hidden_and_zero_are_told_apart(define, told, tmp_path):
    content = told("2025-07-01", indicators=[define("NONE", target=9, baseline=0, target_date="2025-12-31"),
                                             define("ZERO", target=9, baseline=0, target_date="2025-12-31")],
                   results=[("ZERO", "2025-Q1", 0)])  # fmt: skip
    none = dict.fromkeys(("actual", "target", "expected", "achievement", "capaian", "progress", "on_track", "baseline",
                          "start_value", "aim", "judged_actual", "judged_by"))  # fmt: skip
    hidden = content.rows[0] | none | {"indicator": "FEW", "reason": "suppressed", "status": "no_data"}
    rows = table(opened(replace(content, rows=[*content.rows, hidden]), tmp_path), "Indicators", "Code")
    shown = {row["Code"].value: [row[name].value for name in ("Baseline", "Target", "Actual")] for row in rows}
    assert shown == {"NONE": [0, 9, "—"], "ZERO": [0, 9, 0], "FEW": ["…", "…", "…"]}


def test_a_small_group_stands_nowhere_in_the_file(define, forum, tmp_path):
    forum.send(indicators=[define("O", target=9000)], results=[
        ("O", "2025-Q1", value, "A", "33.09", group) for value, group in ((4273, "sex=f"), (7, "sex=m"))])  # fmt: skip
    content = content_of(forum.store, Asked(date(2025, 7, 1), "en"))
    rows = [row for row in table(opened(content, tmp_path), "Where figures come from", "Code")
            if row["What"].value == "Result"]  # fmt: skip
    assert [row["Figure"].value for row in rows] == ["…", "…"]
    assert all(row["Cell"].value for row in rows)


def test_only_quotes_that_were_agreed_to_and_approved_are_in_it(define, told, tmp_path):
    voices = [{"date": date(2025, 3, 1), "text": "With consent", "consent": "ya"},
              {"date": date(2025, 3, 2), "text": "Without consent", "consent": "tidak"}]  # fmt: skip
    content = told("2025-07-01", indicators=[define("ONE")], results=[("ONE", "2025-Q1", 1)], feedback=voices)
    write(content, tmp_path / "made.xlsx")
    assert "With consent" in xml_of(tmp_path / "made.xlsx")
    assert "Without consent" not in xml_of(tmp_path / "made.xlsx")


def test_ranges_reductions_and_levels_to_keep_have_formulas_that_hold(define, told, tmp_path):
    """0.7 of 0.2 to 0.5 answers to 0.5; 30 of 40 down to 20 is half the way; a level to keep has no way."""
    content = told("2026-07-01", indicators=[
        define("RANGE", target_low=0.2, target_high=0.5, target=None, direction="up", over_time="last", baseline=0.1,
               target_date="2025-12-31", unit="mg/L"),
        define("DOWN", baseline=40, target=20, direction="down", over_time="last", target_date="2025-12-31", unit="kg"),
        define("KEEP", baseline=5, target=5, direction="keep", over_time="last", target_date="2025-12-31", unit="kg"),
    ], results=[("RANGE", "2025-Q4", 0.7), ("DOWN", "2025-Q4", 30), ("KEEP", "2025-Q4", 5)])  # fmt: skip
    book = opened(content, tmp_path)
    rows = {row["Code"].value: row for row in table(book, "Indicators", "Code")}
    half = rows["DOWN"]["Progress"]
    assert computed(book, "Indicators", half.coordinate) == 0.5
    assert computed(book, "Indicators", rows["DOWN"]["Capaian"].coordinate) == 0.5  # (2 × 20 − 30) / 20
    assert computed(book, "Indicators", rows["RANGE"]["End of the way"].coordinate) == 0.5
    assert rows["KEEP"]["Progress"].value == "n.a."


def test_two_hundred_indicators_all_stand_in_it(define, told, tmp_path):
    codes = [f"I-{at:03}" for at in range(200)]
    content = told("2025-07-01", indicators=[define(code, name=f"{'Nama panjang ' * 12}{code}", baseline=0, target=60,
                                                    target_date="2026-12-31", key=True) for code in codes],
                   targets=[(code, "2025-Q1", 30) for code in codes],
                   results=[(code, period, 20) for code in codes for period in ("2025-Q1", "2025-Q2")])  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", message="Arrow output on a DB-API result")  # of the questions: metrics.engine
        book = opened(content, tmp_path)
    assert [row["Code"].value for row in table(book, "Indicators", "Code")] == codes
    assert len(table(book, "By period", "Code")) == 400
