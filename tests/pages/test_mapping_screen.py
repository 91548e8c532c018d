"""The mapping screen, acted: accept, answer otherwise, by hand; remembered, shown, changed, shared as a file."""

import pytest

from data.ledger import uploads
from data.mapping import mappings_in
from tests.pages.test_upload import XLSX, finished, shown
from tests.workbooks.making import Case, Page, written
from ui import session

TRAINED, PUMPS = "Jumlah petani dilatih", "Jumlah pompa dibangun"


def running(year: int, *figures: object) -> Page:
    """Running totals of one count: added up or the last, nobody can know."""
    header = ["Indikator", "Satuan", *(f"s.d. TW {part} {year}" for part in ("I", "II", "III"))]
    return Page([[f"Laporan {year}"], header, [TRAINED, "orang", *figures]])


def content(folder, name="laporan", **pages) -> bytes:
    return written(Case(name, pages, file_name=name), folder).read_bytes()


@pytest.fixture
def page(open_screen):
    return open_screen("upload", lang="id")


@pytest.fixture
def store(page):
    return session.opened_store()


def drop(page, *files):
    page.file_uploader[0].set_value([(name, data, XLSX) for name, data in files]).run()
    return finished(page) if "upload_work" in page.session_state else page


def press(page, key):
    page.button(key=key).click().run()
    return finished(page)


def figures(store):
    with store.cursor() as cursor:
        return cursor.execute("select period, value from current_results order by period, value").fetchall()


def test_a_question_stands_on_the_screen_with_its_proposal_and_nothing_can_be_stored(page, store, tmp_path):
    drop(page, ("a.xlsx", content(tmp_path, Realisasi=running(2025, 8, 30, 61))))
    (asked,) = [radio for radio in page.radio if radio.key.startswith("ask_")]
    assert [option.replace("\\", "") for option in asked.options] == [
        "dijumlahkan (misalnya orang yang dilatih) (usulan)", "diambil yang terakhir (keadaan, atau angka kumulatif)",
        "diambil rata-ratanya", "diambil yang tertinggi",
    ]  # fmt: skip
    assert asked.value == "sum"
    assert page.button(key="store").disabled
    page.session_state["upload_work"].save()
    assert uploads(store) == []


def test_one_click_accepts_and_the_next_file_of_the_shape_is_not_asked_about(page, store, tmp_path):
    drop(page, ("a.xlsx", content(tmp_path, Realisasi=running(2025, 8, 30, 61))))
    press(page, "accept_proposals")
    press(page, "store")
    assert figures(store) == [("2025-Q1", 8), ("2025-Q2", 22), ("2025-Q3", 31)]
    drop(page, ("b.xlsx", content(tmp_path, "b", Realisasi=running(2026, 5, 9, 12))))
    assert not page.radio
    assert "Dibaca seperti sebelumnya, menurut pilihan tanggal" in shown(page)
    press(page, "store")
    assert figures(store)[3:] == [("2026-Q1", 5), ("2026-Q2", 4), ("2026-Q3", 3)]


def test_known_shapes_with_new_questions_in_one_drop_are_all_asked(page, store, tmp_path):
    """Partners with the same table have other indicators; what is chosen and what is asked stand for the same file."""
    drop(page, ("a.xlsx", content(tmp_path, Realisasi=running(2025, 8, 30, 61))))
    press(page, "accept_proposals")
    press(page, "store")
    for other in (others := [running(2026, 5, 9, 12), running(2026, 4, 6, 7)]):
        other.rows[-1][0] = PUMPS if other is others[0] else "Jumlah sumur digali"
    drop(
        page,
        *((f"{name}.xlsx", content(tmp_path, name, Realisasi=other)) for name, other in zip("bc", others, strict=True)),
    )
    assert not page.exception
    assert page.table[0].value.iloc[:, 1].tolist() == ["? ada pertanyaan"] * 2, "nothing in them is wrong"
    (asked,) = [radio for radio in page.radio if radio.key.startswith("ask_")]
    asked.set_value("last").run()
    press(page, "accept_everywhere")
    assert not page.exception
    work = page.session_state["upload_work"]
    assert all(outcome.is_ready for outcome in work.outcomes)
    chosen = [mapping for place in (0, 1) for mapping in work.choices(place)]
    answers = [answer for mapping in chosen for answer in mapping.answers["over_time"].items()]
    assert (PUMPS, "last") in answers, "what was changed on the screen stands"
    assert ("Jumlah sumur digali", "sum") in answers, "the rest is as proposed"


def test_another_answer_than_the_proposal_is_taken_and_can_be_asked_again(page, store, tmp_path):
    drop(page, ("a.xlsx", content(tmp_path, Realisasi=running(2025, 8, 30, 61))))
    (asked,) = [radio for radio in page.radio if radio.key.startswith("ask_")]
    asked.set_value("last").run()
    press(page, f"take_{asked.key}")
    press(page, "change_reading_0")
    again = next(button for button in page.button if button.key.startswith("ask_again_"))
    press(page, again.key)
    assert [radio.value for radio in page.radio if radio.key.startswith("ask_")] == ["sum"]


def test_files_of_one_shape_in_one_drop_are_answered_once(page, store, tmp_path):
    files = [(f"{name}.xlsx", content(tmp_path, name, Realisasi=running(2025, *given)))
             for name, given in (("satu", (8, 30, 61)), ("dua", (1, 2, 4)))]  # fmt: skip
    drop(page, *files)
    press(page, "accept_proposals")
    assert all(outcome.is_ready for outcome in page.session_state["upload_work"].outcomes)


def test_a_sheet_nobody_knows_is_read_as_somebody_says(page, store, tmp_path):
    rows = [["rekap"], ["uraian kami", "x", "y", "z"], [TRAINED, "orang", 10, 8], [PUMPS, "unit", 2, 1]]
    drop(page, ("a.xlsx", content(tmp_path, Lembar1=Page(rows))))
    assert page.selectbox(key="hand_0_Lembar1_kind").value == "tracking"
    for letters, field in (("A", "indicator"), ("B", "unit"), ("C", "target"), ("D", "target")):
        page.selectbox(key=f"hand_0_Lembar1_tracking_{letters}").set_value(field)
    page.selectbox(key="hand_0_Lembar1_tracking_B").set_value("indicator")
    send(page, "Lembar1")
    assert "Kolom A, B sama-sama dipilih" in shown(page)
    page.selectbox(key="hand_0_Lembar1_tracking_B").set_value("unit")
    page.selectbox(key="hand_0_Lembar1_tracking_D").set_value("result")
    send(page, "Lembar1")
    finished(page)
    (period,) = [field for field in page.text_input if field.key.startswith("ask_")]
    period.set_value("2025").run()
    press(page, f"take_{period.key}")
    press(page, "store")
    assert figures(store) == [("2025", 1), ("2025", 8)]
    drop(page, ("b.xlsx", content(tmp_path, "b", Lembar1=Page([*rows[:2], [TRAINED, "orang", 20, 15]]))))
    assert [field.key for field in page.text_input if field.key.startswith("ask_")]  # a period is of one file alone
    assert page.button(key="store").disabled


def send(page, sheet):
    button = next(each for each in page.button if each.key and each.key.endswith(f"{sheet}_send"))
    return button.click().run()


def test_the_choices_can_be_downloaded_and_put_beside_the_next_workbook(page, store, tmp_path):
    workbook = content(tmp_path, Realisasi=running(2025, 8, 30, 61))
    drop(page, ("a.xlsx", workbook))
    press(page, "accept_proposals")
    text = page.session_state["upload_work"].choices(0)
    assert [(each.name, each.answers) for each in text] == [("Realisasi", {"over_time": {TRAINED: "sum"}})]
    page.button(key="forget").click().run()
    toml = b'[[sheet]]\nname = "Realisasi"\n[sheet.answers.over_time]\n"*" = "last"\n'
    assert mappings_in(toml.decode())
    drop(page, ("a.xlsx", workbook), ("map.toml", toml))
    assert page.session_state["upload_work"].is_ready
    assert page.session_state["upload_work"].choices(0)[0].answers == {"over_time": {"*": "last"}}


def test_a_mapping_that_cannot_be_read_says_so_and_the_workbook_is_read_without_it(page, tmp_path):
    drop(page, ("a.xlsx", content(tmp_path, Realisasi=running(2025, 8, 30, 61))), ("map.toml", b"[[sheet"))
    assert "map.toml" in page.warning[0].value.replace("\\", "")
    assert [radio for radio in page.radio if radio.key.startswith("ask_")]
