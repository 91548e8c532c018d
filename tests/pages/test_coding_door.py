"""The door of the coding desk: nothing is read before the promise, and with a pass phrase only with it."""

from datetime import date

import pytest

from data.intake import load
from data.store import open_store
from data.template import write_template
from metrics.engine import open_measured
from tests.pages.shown import words
from ui import session

SAID = "Iuran terlalu mahal buat kami"


@pytest.fixture
def heard(store_file, tmp_path):
    rows = [{"date": date(2025, 3, 2), "text": SAID, "place": "Dusun Krajan", "channel": "Kotak pos"},
            {"date": date(2025, 3, 3), "text": "Airnya bau sekali", "place": "33.10.05"}]  # fmt: skip
    write_template(tmp_path / "suara.xlsx", "id", {"feedback": rows})
    store = open_measured(store_file)
    load(store, [tmp_path / "suara.xlsx"])
    store.close()


def opened(screen, name="Ani", phrase=None, promise=True):
    screen.text_input(key="coder").set_value(name)
    if phrase is not None:
        screen.text_input(key="coding_phrase").set_value(phrase)
    screen.checkbox(key="coding_promise").set_value(promise)
    return screen.button(key="open_desk").click().run()


@pytest.mark.parametrize(("name", "promise"), [("Ani", False), (" ", True)])
def test_nothing_is_read_without_name_and_promise(open_screen, heard, name, promise):
    screen = open_screen("coding", lang="en")
    assert SAID not in words(screen)
    assert "Airnya" not in words(opened(screen, name, promise=promise))


def test_with_the_promise_the_words_appear_and_no_day_no_hamlet_no_channel(open_screen, heard):
    screen = opened(open_screen("coding", lang="en"))
    assert "Airnya bau sekali" in words(screen) and "Kabupaten Klaten" in words(screen)
    screen.button(key="skip").click().run()
    shown = words(screen)
    assert SAID in shown and "March 2025" in shown
    assert "Krajan" not in shown and "Kotak pos" not in shown and "2 Mar" not in shown


def test_the_promise_is_asked_in_every_visit_and_the_desk_can_be_closed(open_screen, heard):
    screen = opened(open_screen("coding", lang="en"))
    screen.button(key="close_desk").click().run()
    assert "Airnya bau" not in words(screen)
    assert "Airnya bau" not in words(open_screen("coding", lang="en"))


def test_with_a_pass_phrase_the_desk_opens_only_to_it(open_screen, heard, monkeypatch):
    monkeypatch.setenv("DAMPAK_CODING_CODE", "tiga kunci hijau")
    monkeypatch.setattr("ui.coding_door._WAIT", 0)
    screen = open_screen("coding", lang="en")
    assert "Airnya bau" not in words(opened(screen, phrase="tiga kunci"))
    assert "Airnya bau" in words(opened(screen, phrase="tiga kunci hijau"))


def test_an_entry_is_erased_from_the_page_and_its_bytes_leave_with_the_next_start(open_screen, heard, store_file):
    screen = opened(open_screen("coding", lang="en"))
    screen.text_input(key="erase_words").set_value("terlalu mahal").run()
    assert any("terlalu mahal" in box.label for box in screen.checkbox)
    screen.checkbox(key="erase_0").set_value(True)
    screen.button(key="erase_send").click().run()
    assert "Choose the entries" in words(screen)  # not confirmed
    screen.checkbox(key="erase_0").set_value(True)
    screen.checkbox(key="erase_sure").set_value(True)
    screen.button(key="erase_send").click().run()
    assert "1 entry is erased for good" in words(screen)
    store = session.opened_store()
    with store.cursor() as cursor:
        assert cursor.execute('select "text" from feedback').fetchall() == [("Airnya bau sekali",)]
        assert cursor.execute("select erased_by from erasures").fetchall() == [("Ani",)]
    store.close()
    open_store(store.path).close()
    assert SAID.encode() not in store.path.read_bytes()
