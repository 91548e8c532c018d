"""Upload data, acted: a workbook with two wrong cells, the corrected one, preview, store, undo; in both languages."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from data.intake import Outcome
from data.ledger import uploads
from data.problems import SENTENCES, WARNS, Problem
from data.sample import load_sample
from data.template import template
from locales import translator
from metrics.progress import progress
from metrics.workbook import filled_sheets
from ui import session
from ui.upload_problem_list import problem_list
from ui.upload_words import KINDS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
INDICATOR = {
    "code": "SUMUR", "name": "Sumur yang berfungsi", "level": "output", "unit": "sumur", "measure": "number",
    "direction": "up", "over_time": "sum", "over_units": "sum", "baseline": 0, "target": 100,
    "target_date": "31/12/2026", "zero_start": True,
}  # fmt: skip


def workbook(language: str, values: tuple[object, object]) -> bytes:
    """A template with one indicator and its figures for two quarters, in F2 and F3 of the results."""
    results = [{"indicator": "SUMUR", "period": period, "value": value}
               for period, value in zip(("TW I 2026", "TW II 2026"), values, strict=True)]  # fmt: skip
    return template(language, {"indicators": [INDICATOR], "results": results})


@pytest.fixture
def language(request):
    """Indonesian, unless a test asks for both."""
    return getattr(request, "param", "id")


in_both_languages = pytest.mark.parametrize("language", ["id", "en"], indirect=True)


@pytest.fixture
def page(open_screen, language):
    return open_screen("upload", lang=language)


@pytest.fixture
def store(page):
    return session.opened_store()


def dropped(page, name: str, content: bytes):
    """The page after a file was put into the uploader, and the check is through."""
    page.file_uploader[0].upload(name, content, XLSX).run()
    return finished(page)


def finished(page):
    """The page when nothing runs any more."""
    work = page.session_state["upload_work"]
    while work.is_running:
        work.wait(10)
    if work.stage == "checked":
        work.wait_for_effects(30)
    page.run()
    assert not page.exception
    return page


def shown(page) -> str:
    """Every text of the page, tables included, as one."""
    parts = [element.value for kind in ("text", "markdown", "caption", "success", "info", "warning", "subheader")
             for element in page.get(kind)]  # fmt: skip
    parts += [element.label for element in page.get("expander")]
    parts += [element.value.to_csv(index=False) for element in page.table]
    return "\n".join(map(str, parts)).replace("\\", "").replace("\N{WORD JOINER}", "")


def table(*rows) -> bytes:
    """A workbook of one sheet."""
    book, content = openpyxl.Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(content)
    return content.getvalue()


def test_one_bad_period_of_a_target_and_a_result_is_one_row_of_the_page(page):
    dropped(page, "sumur.xlsx", workbook("id", (12, 18)))
    page.button(key="store").click().run()
    finished(page)
    header = ["Indikator", "Periode", "Target", "Realisasi"]
    dropped(page, "tw.xlsx", table(header, ["SUMUR", "TW I 2026", 5, 7], ["SUMUR", "TW V 2026", 5, 7]))
    assert len([field for field in page.text_input if str(field.key).startswith("value_")]) == 1
    assert "TW V 2026" in shown(page)


def actual(store) -> float | None:
    """The figure of the one indicator as the overview would show it."""
    found = progress(store, date(2026, 11, 22))
    return None if found.empty else found.iloc[0]["actual"]


@in_both_languages
def test_a_wrong_workbook_is_corrected_stored_and_undone(page, store, language):
    dropped(page, "sumur.xlsx", workbook(language, ("12 buah", "#")))
    assert "F2" in shown(page) and "F3" in shown(page) and "12 buah" in shown(page)
    assert page.button(key="store").disabled
    assert uploads(store) == []

    dropped(page, "sumur.xlsx", workbook(language, (12, 18)))
    assert "F2" not in shown(page)
    assert not page.button(key="store").disabled
    assert uploads(store) == []

    page.button(key="store").click().run()
    finished(page)
    assert actual(store) == 30
    assert [upload.file_name for upload in uploads(store)] == ["sumur.xlsx"]

    page.button(key="undo_1").click().run()
    page.button(key="undo_now").click().run()
    assert actual(store) is None
    page.button(key="restore_1").click().run()
    assert actual(store) == 30


@in_both_languages
def test_changed_figures_are_shown_old_and_new_before_they_are_stored(page, store, language):
    dropped(page, "satu.xlsx", workbook(language, (12, 18)))
    page.button(key="store").click().run()
    finished(page)
    dropped(page, "dua.xlsx", workbook(language, (12, 21)))
    table = next(element.value for element in page.table if element.value.shape[1] == 8)
    assert table.iloc[0, -2:].tolist() == ["18", "21"]
    sheet = {"id": "Realisasi", "en": "Results"}[language]
    assert table.iloc[0, :2].tolist() == [sheet, "F3"]  # the user's own sheet
    assert table.iloc[0, 3].startswith(f"{sheet} · ")  # what the figure is
    assert len(table) == 1
    assert not page.button(key="store").disabled  # why it changes may be told
    page.text_input(key="change_note").set_value("buku sumur dihitung lagi").run()
    page.button(key="store").click().run()
    finished(page)
    assert uploads(store)[0].reason == "other"
    assert "buku sumur dihitung lagi" in shown(page)


def test_pressing_store_twice_stores_once(page, store, language):
    dropped(page, "sumur.xlsx", workbook(language, (12, 18)))
    work = page.session_state["upload_work"]
    work.save()
    work.save()
    finished(page)
    work.save()
    assert len(uploads(store)) == 1


def test_the_same_file_again_is_met_with_kindness(page, store, language):
    content = workbook(language, (12, 18))
    dropped(page, "sumur.xlsx", content)
    page.button(key="store").click().run()
    finished(page)
    dropped(page, "sumur lagi.xlsx", content)
    assert "sumur lagi.xlsx" in page.info[0].value.replace("\\", "")
    assert not page.warning and not page.error
    assert len(uploads(store)) == 1


@pytest.mark.parametrize("turned", [False, True])
def test_two_files_at_once_may_lean_on_each_other_in_any_order(page, store, language, turned):
    definitions = template(language, {"indicators": [INDICATOR]})
    results = template(language, {"results": [{"indicator": "SUMUR", "period": "TW I 2026", "value": 12}]})
    files = [("indikator.xlsx", definitions, XLSX), ("realisasi.xlsx", results, XLSX)]
    page.file_uploader[0].set_value(files[::-1] if turned else files).run()
    finished(page)
    page.button(key="store").click().run()
    finished(page)
    assert actual(store) == 12
    assert len(uploads(store)) == 2


def test_of_several_files_the_one_to_correct_is_named(page, store, language):
    values = {"baik.xlsx": 12, "periksa.xlsx": "12 buah"}
    files = [(name, workbook(language, (value, 18)), XLSX) for name, value in values.items()]
    finished(page.file_uploader[0].set_value(files).run())
    fates = {row[0].replace("\\", ""): row[1] for row in page.table[0].value.to_numpy()}
    assert fates == {"baik.xlsx": "✓ siap", "periksa.xlsx": "✎ perlu diperbaiki"}
    page.button(key="store").click().run()
    finished(page)
    assert [upload.file_name for upload in uploads(store)] == ["baik.xlsx"]
    page.button(key="go_on").click().run()
    finished(page)
    assert page.session_state["upload_work"].names == ["periksa.xlsx"]


def test_every_problem_can_be_reached_page_by_page(page, language):
    results = [{"indicator": "SUMUR", "period": "TW I 2026", "place": f"Desa {n}", "value": f"{n} buah"}
               for n in range(50)]  # fmt: skip
    dropped(page, "penuh.xlsx", template(language, {"indicators": [INDICATOR], "results": results}))
    group = next(key for key in (button.key for button in page.button) if key and key.endswith("_all"))
    seen = set()
    for number in range(1, 11):
        page.session_state[group.removesuffix("_all") + "_cells"] = number
        page.run()
        seen |= set(re.findall(r"\*\*(F\d+)\*\*", "\n".join(element.value for element in page.markdown)))
    assert seen == {f"F{row}" for row in range(2, 52)}


@in_both_languages
def test_words_from_the_file_are_never_markup(page, language):
    name = "![x](http://jahat.example/x.png) **tebal**.xlsx"
    results = [{"indicator": "<b>x</b> [klik](http://jahat.example)", "period": "TW I 2026", "value": 1}]
    dropped(page, name, template(language, {"indicators": [INDICATOR], "results": results}))
    markup = [element.value for kind in ("markdown", "caption", "subheader") for element in page.get(kind)]
    markup += [cell for element in page.table for cell in element.value.to_numpy().ravel()]
    assert not [text for text in markup if "](http" in text or "<b>" in text]


def test_the_list_to_take_along_has_every_problem_and_no_formula():
    problems = [Problem("not_a_number", sheet="Realisasi", cell=f"F{row}", params={"found": "=1+1"}, repair="1")
                for row in range(2, 60)]  # fmt: skip
    problems.append(Problem("blank_results", WARNS, "Realisasi", params={"count": 3}))
    content = problem_list([Outcome("=cmd.xlsx", problems)], translator("id"))
    rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    assert [row[3] for row in rows[1:]] == [*(f"F{row}" for row in range(2, 60)), ""]
    with ZipFile(BytesIO(content)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_the_filled_template_changes_nothing_when_it_comes_back(page, store, language):
    load_sample(store)
    dropped(page, "terisi.xlsx", template("id", filled_sheets(store)))
    indicators = page.session_state["upload_work"].outcomes[0].consequences["indicators"]
    assert indicators == {"unchanged": 20}


def test_a_file_that_is_no_spreadsheet_gets_a_sentence(page, store, language):
    dropped(page, "gambar.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 200)
    assert page.button(key="store").disabled
    assert "xlsx" in shown(page)
    assert uploads(store) == []


def test_taking_the_file_off_leaves_nothing_behind(page, store, language):
    dropped(page, "sumur.xlsx", workbook(language, (12, 18)))
    folder = page.session_state["upload_work"]._paths[0].parent
    assert folder.is_dir()
    page.button(key="forget").click().run()
    assert not folder.exists()
    assert "upload_work" not in page.session_state


def test_the_bytes_lie_under_a_random_name_and_go_when_they_are_stored(page, store, language):
    dropped(page, "Nama Saya.xlsx", workbook(language, (12, 18)))
    path = page.session_state["upload_work"]._paths[0]
    assert "Nama" not in str(path)
    assert path.parent.stat().st_mode & 0o077 == 0
    page.button(key="store").click().run()
    finished(page)
    assert not path.parent.exists()


def test_an_empty_store_says_what_to_do_and_offers_the_sample(page, store, language):
    page.button(key="show_sample").click().run()
    assert [upload.is_sample for upload in uploads(store)] == [True]


def test_accepted_proposals_are_stored_and_kept_and_can_be_taken_back(page, store, language):
    dropped(page, "sumur.xlsx", workbook(language, ("12 buah", "18 buah")))
    key = next(button.key for button in page.button if button.key and button.key.endswith("_all"))
    page.button(key=key).click().run()
    finished(page)
    assert not page.button(key="store").disabled
    page.button(key="back_0_Realisasi_F3").click().run()
    finished(page)
    assert page.button(key="store").disabled and "F3" in shown(page)
    field = "value_0_not_a_number_Realisasi_F3"
    page.text_input(key=field).set_value("20")
    page.button(key=f"use_{field}").click().run()
    finished(page)
    page.text_input(key="stored_by").set_value("Bu Sari").run()
    page.button(key="store").click().run()
    finished(page)
    assert actual(store) == 32
    with store.cursor() as cursor:
        kept = cursor.execute("from upload_corrections select cell, found, value, corrected_by order by 1").fetchall()
    assert kept == [("F2", "12 buah", "12", "Bu Sari"), ("F3", "18 buah", "20", "Bu Sari")]


@in_both_languages
def test_of_two_rows_of_one_figure_one_is_left_out_and_the_receipt_says_so(page, store, language):
    twice = [{"indicator": "SUMUR", "period": "TW I 2026", "value": value} for value in (12, 18)]
    dropped(page, "sumur.xlsx", template(language, {"indicators": [INDICATOR], "results": twice}))
    sheet = "Realisasi" if language == "id" else "Results"
    assert page.button(key="store").disabled
    page.button(key=f"leave_0_same_row_twice_{sheet}_A3_2").click().run()
    finished(page)
    page.button(key="store").click().run()
    finished(page)
    assert actual(store) == 18
    assert {"id": "1 baris tidak diikutkan", "en": "1 row was left out"}[language] in shown(page)


@in_both_languages
def test_a_changed_target_asks_why_and_the_answer_stands_on_the_indicator_page(page, store, language):
    dropped(page, "satu.xlsx", workbook(language, (12, 18)))
    page.button(key="store").click().run()
    finished(page)
    dropped(page, "dua.xlsx", template(language, {"indicators": [INDICATOR | {"target": 20}]}))
    assert page.button(key="store").disabled
    table = next(element.value for element in page.table if element.value.shape[1] == 8)
    assert table.iloc[0, -2:].tolist() == ["100", "20"]
    status = next(element.value for element in page.table if element.value.shape[1] == 3
                  and "Sumur" in str(element.value.iloc[0, 0]))  # fmt: skip
    assert status.iloc[0, 1] != status.iloc[0, 2]
    page.selectbox(key="change_reason").set_value("agreed").run()
    page.text_input(key="change_note").set_value("rapat 3 Mei").run()
    assert not page.button(key="store").disabled
    page.button(key="store").click().run()
    finished(page)
    page.switch_page("pages/indicator.py").run()
    assert not page.exception
    said = shown(page)
    assert "rapat 3 Mei" in said and "100" in said


def test_an_undo_says_which_indicators_change_status(page, store, language):
    dropped(page, "satu.xlsx", workbook(language, (60, 60)))
    page.button(key="store").click().run()
    finished(page)
    before = store.version()
    page.button(key="undo_1").click().run()
    assert "Sumur yang berfungsi" in shown(page)
    assert store.version() == before and actual(store) == 120


def test_an_older_upload_can_be_undone_from_further_down_the_list(page, store, language):
    for name, values in (("satu.xlsx", (60, 60)), ("dua.xlsx", (60, 70))):
        dropped(page, name, workbook(language, values))
        page.button(key="store").click().run()
        finished(page)
    page.button(key="undo_1").click().run()
    page.button(key="undo_now").click().run()
    assert [(upload.upload_id, upload.is_live) for upload in uploads(store)] == [(2, True), (1, False)]
    assert actual(store) == 130


def test_many_files_each_have_their_own_outcome_and_the_ready_ones_are_stored_at_once(page, store, language):
    rows = {n: {"indicator": "SUMUR", "period": "TW I 2026", "partner": f"Mitra {n}",
                "value": n if n % 4 else f"{n} buah"} for n in range(1, 14)}  # fmt: skip
    files = [(f"mitra {n}.xlsx", template("id", {"results": [row]}), XLSX) for n, row in rows.items()]
    files.append(("rencana.xlsx", template("id", {"indicators": [INDICATOR]}), XLSX))  # comes last, is needed first
    finished(page.file_uploader[0].set_value(files).run())
    assert page.table[0].value.iloc[:4, 1].tolist() == ["✎ perlu diperbaiki"] * 3 + ["✓ siap"]
    ready = [outcome.is_ready for outcome in page.session_state["upload_work"].outcomes]
    assert ready == [bool(n % 4) for n in range(1, 14)] + [True]
    page.button(key="store").click().run()
    finished(page)
    assert len(uploads(store)) == 11
    assert actual(store) == sum(n for n in range(1, 14) if n % 4)


def test_every_problem_has_a_short_name():
    assert set(SENTENCES) <= set(KINDS)
