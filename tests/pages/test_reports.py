"""Laporan: a report is chosen, made, downloaded and kept; what was restated since is told."""

from datetime import date

import pytest

from data.ledger import undo
from data.snapshots import keep, kept_file, kept_reports
from reports.asked import Asked
from reports.content import content_of
from tests.pages.shown import words
from ui import session

pytestmark = pytest.mark.usefixtures("sample")


def made(app):
    """Press the button, and wait for the thread as a reader would."""
    app.button(key="make_report").click().run()
    app.session_state["report_making"].wait(60)
    return app.run()


def test_a_report_is_made_kept_and_its_restatements_are_told(open_screen):
    app = made(open_screen("reports", lang="en", about="programme:AIR", form="csv", report_language="id"))
    making = app.session_state["report_making"]
    assert (making.stage, making.asked.programme, making.asked.language) == ("made", "AIR", "id")
    assert making.file_name == "dampak-air-2026-11-22-id.csv" and making.file_name in words(app)
    app.text_input(key="report_kept_by").set_value("Sari")
    app.button(key="keep_now").click().run()
    assert "Kept as no. 1" in words(app) and "Sari" in words(app)
    assert kept_file(session.opened_store(), 1) == making.made
    app.button(key="restated_1").click().run()
    assert "No figure of the report sent out on" in words(app)
    assert "nothing restated since" in words(app)
    assert not app.exception


def test_the_list_of_kept_reports_says_how_many_figures_were_restated(open_screen):
    """An earlier version of Dampak said two figures otherwise."""
    content = content_of(session.opened_store(), Asked(date(2026, 11, 22), "en", "AIR"))
    figures = {code: dict(row) for code, row in content.answers.figures.items()}
    figures["AIR-01"]["actual"], figures["AIR-02"]["target"] = 1.0, 2.0
    keep(content.answers.store, "csv", content.asked, figures, "a.csv", b"x", version="0.1", last_event=1)
    assert "◆ 2 figures restated since" in words(open_screen("reports", lang="en"))


def test_a_forum_whose_uploads_were_all_undone_has_a_page_that_says_so(open_screen):
    app = open_screen("reports", lang="en")
    undo(session.opened_store(), 1)
    app.run()
    assert not app.exception
    assert "There are no indicators yet" in words(app)


def test_the_address_chooses_and_an_unknown_choice_does_not_count(open_screen):
    app = open_screen("reports", lang="id", about="partner:NOBODY", until="2026-Q2", form="nonsense")
    assert not app.exception
    assert app.selectbox(key="about").value == "all"
    assert app.selectbox(key="until").value == "2026-Q2"
    assert kept_reports(session.opened_store()) == []
    assert "Belum ada laporan yang disimpan" in words(app)
