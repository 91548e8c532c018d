"""Actions: written down, late, done, in the minutes; how one is agreed on the wall: test_wall_keys.py."""

from datetime import date, datetime
from io import BytesIO
from shutil import which
from subprocess import run as run_program

import docx
import pytest

from data.actions import take
from data.store import run
from tests.pages.shown import words
from ui import action_parts, answers, minutes, session
from ui.filters import Filters


def filled(app, key, what="Tambah kader posyandu", owner="Bu Siti", by="Ani"):
    app.text_area(key=f"{key}_what").set_value(what)
    app.text_input(key=f"{key}_owner").set_value(owner)
    app.text_input(key=f"{key}_by").set_value(by)
    next(button for button in app.button if button.label == "Simpan tindakan ini").click()
    return app.run()


def test_what_is_lacking_is_said(open_screen, sample):
    app = filled(open_screen("actions"), "new_action", owner="")
    assert "Please" not in words(app) and any("penanggung" in each.value.lower() or "siapa" in each.value.lower()
                                              for each in app.warning)  # fmt: skip


def test_a_long_text_and_a_day_that_is_over_are_said_and_nothing_is_kept_or_cut(open_screen, sample):
    app = open_screen("actions", lang="id")
    app.date_input(key="new_action_due").set_value(date(2026, 11, 21))
    app = filled(app, "new_action")
    assert "sudah lewat" in app.warning[0].value
    app.date_input(key="new_action_due").set_value(date(2026, 11, 22))
    app = filled(app, "new_action", what="a" * 1001)
    assert "1.001 huruf; tempatnya untuk 1.000" in app.warning[0].value
    assert app.text_area(key="new_action_what").value == "a" * 1001
    assert action_parts.listed(visit_of(session.opened_store())) == []
    filled(app, "new_action", what="b" * 1000)
    assert action_parts.listed(visit_of(session.opened_store()))[0]["what"] == "b" * 1000


def test_the_next_form_is_an_empty_one(open_screen, sample):
    app = filled(open_screen("actions"), "new_action")
    assert app.text_area(key="new_action_1_what").value == ""


def visit_of(store):
    return session.Visit(store, store.version(), session.today(), session.translator("id"))


def test_an_open_one_opens_the_next_meeting(open_screen, sample):
    app = open_screen("meeting", lang="en")
    before = len(app.header)
    store = session.opened_store()
    take(store, "Tambah kader", "Bu Siti", date(2026, 1, 31), "Ani")
    with store.writing() as cursor:
        run(cursor, "update actions set taken_at = $then::timestamp", {"then": datetime(2025, 12, 1)})
    app = open_screen("meeting", slide="1", lang="en")
    assert before == 1 and "still open" in app.header[0].value
    assert "Tambah kader" in words(app) and "days late" in words(app)


def test_done_leaves_the_open_list(open_screen, sample):
    open_screen("actions", lang="en")
    take(session.opened_store(), "Cek sumur", "Budi", date(2027, 1, 31), "Ani")
    app = open_screen("actions", lang="en")
    app.text_input(key="action_1_by").set_value("Budi")
    next(button for button in app.button if button.label == "Keep").click()
    app.run()
    assert "Cek sumur" not in words(app)
    assert "Cek sumur" in words(open_screen("actions", lang="en", state="done"))


def test_the_minutes_have_the_headline_and_what_was_agreed(open_screen, sample):
    open_screen("actions", lang="en")
    store = session.opened_store()
    take(store, "=Cek sumur", "Budi", date(2027, 1, 31), "Ani")
    here = session.Visit(store, store.version(), session.today(), session.translator("en"))
    book = minutes.book(here)
    document = docx.Document(BytesIO(book))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert any("12 of 18 indicators" in text for text in texts)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "=Cek sumur" in cells
    order = ["".join(part.itertext()) for part in document.element.body]
    agreed, stands = (next(at for at, text in enumerate(order) if said in text) for said in ("=Cek sumur", "12 of 18"))
    assert agreed < stands  # who looks for what was agreed need not read past a page of figures


def test_the_minutes_on_paper_say_the_same(open_screen, sample, tmp_path):
    if not which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    open_screen("actions", lang="id")
    store = session.opened_store()
    take(store, "#Cek *sumur* [1]", "Budi", date(2027, 1, 31), "Ani")
    here = visit_of(store)
    (tmp_path / "a.pdf").write_bytes(minutes.book(here, "pdf"))
    raw = run_program(["pdftotext", "-raw", tmp_path / "a.pdf", "-"], capture_output=True, check=True).stdout
    on_paper = "".join(raw.decode().split())
    document = docx.Document(BytesIO(minutes.book(here)))
    told = [paragraph.text for paragraph in document.paragraphs if "…" not in paragraph.text]
    told += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert len(told) > 20 and [text for text in told if "".join(text.split()) not in on_paper] == []


def test_then_and_now_are_of_the_same_partner(open_screen, sample):
    """97 of one partner must not be held against what all partners together reached."""
    open_screen("actions", lang="en")
    store = session.opened_store()
    here = session.Visit(store, store.version(), session.today(), session.translator("en"))
    of_all = answers.row_of(here, Filters(), "VOK-01")
    partner = next(code for code in ("POLKA", "KAINARA", "UKP", "NGAYOMI")
                   if (own := answers.row_of(here, Filters(partner=code), "VOK-01"))
                   and own["actual"] not in (None, of_all["actual"]))  # fmt: skip
    about = action_parts.about_indicator(here, Filters(partner=partner), "VOK-01")
    take(store, "Cek", "Budi", date(2027, 1, 31), "Ani", about)
    (row,) = action_parts.listed(here)
    assert action_parts.now_of(here, row)["actual"] == row["value_then"] == about.value
