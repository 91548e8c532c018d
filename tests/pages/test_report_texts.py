"""The words of a report are changed on the page, stand in what is made, and give way when their figures change."""

from datetime import date

import pytest

from data.report_texts import write, written
from reports.asked import Asked
from reports.content import content_of
from reports.edited import sentences, with_written
from reports.narrative import narrative
from tests.pages.shown import words
from ui import session

ASKED = Asked(date(2026, 11, 22), "id", "GIZI")
PART = "cause.GIZI-03"


def text_of(content, part: str) -> str:
    return next((each.text for each in narrative(content)[part.split(".")[0]] if each.key == part), "")


def field(app, beginning: str):
    return next(area for area in app.text_area if area.value.startswith(beginning))


@pytest.mark.usefixtures("sample")
def test_a_cause_written_on_the_page_stands_in_the_report_until_it_is_taken_back(open_screen):
    app = open_screen("reports", lang="id", about="programme:GIZI", form="html", report_text="1")
    assert not app.text_area  # nothing is drafted before somebody opens it
    app.session_state["report_text"] = True
    app.run()
    app.text_input(key="report_text_by").set_value("Sari").run()
    field(app, "Penyebab:").set_value("Penyebab: kader pindah, hubungi 081234567890").run()
    assert "Sari" in words(app) and not app.exception
    kept = "Penyebab: kader pindah, hubungi [telepon]"
    assert field(app, "Penyebab:").value == kept
    app.button(key="make_report").click().run()
    making = app.session_state["report_making"]
    making.wait(60)
    assert kept in making.made.decode()
    next(button for button in app.button if button.label == "Kembali ke susunan data").click().run()
    assert written(session.opened_store(), ASKED) == {} and field(app, "Penyebab:").value == "Penyebab: "


def test_words_are_of_their_language_subject_and_quarter(forum):
    write(forum.store, ASKED, PART, "musim hujan", "Penyebab: ……")
    assert written(forum.store, ASKED)[PART].text == "musim hujan"
    for other in (Asked(ASKED.as_of, "en", "GIZI"), Asked(ASKED.as_of, "id"), Asked(date(2027, 1, 2), "id", "GIZI")):
        assert written(forum.store, other) == {}
    assert PART in written(forum.store, Asked(date(2026, 12, 30), "id", "GIZI"))  # the same quarter had ended


@pytest.mark.usefixtures("sample")
def test_a_sentence_whose_figures_changed_is_drafted_anew_and_the_words_are_kept(open_screen):
    open_screen("reports")
    store = session.opened_store()
    content = content_of(store, ASKED)
    draft = next(each.part for each in sentences(content) if each.part.section == "unmet")
    write(store, ASKED, draft.key, "Belum tercapai: 71,8%.", draft.text)
    assert text_of(with_written(content), draft.key) == "Belum tercapai: 71,8%."
    write(store, ASKED, draft.key, "Belum tercapai: 71,8%.", "a draft of before the correction")
    assert text_of(with_written(content), draft.key) == draft.text
    outdated = next(each for each in sentences(content) if each.part.key == draft.key)
    assert outdated.is_outdated and outdated.written.text == "Belum tercapai: 71,8%."


@pytest.mark.usefixtures("sample")
def test_an_emptied_sentence_is_left_out(open_screen):
    open_screen("reports")
    store = session.opened_store()
    content = content_of(store, ASKED)
    write(store, ASKED, "voices.total", "", next(each.part.text for each in sentences(content)
                                                 if each.part.key == "voices.total"))  # fmt: skip
    assert text_of(with_written(content), "voices.total") == ""
