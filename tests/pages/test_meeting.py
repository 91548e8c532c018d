"""Layar Rapat: slide after slide."""

from datetime import date, datetime

import pytest

from data.actions import About, take
from data.store import run
from tests.pages.shown import words
from ui import session


def test_next_and_back_move_one_slide_and_the_address_follows(open_screen, sample):
    app = open_screen("meeting", lang="en")
    assert "12 of 18 indicators" in words(app)
    app.button(key="next").click().run()
    assert app.query_params["slide"] == "2"
    assert [one.key for one in app.get("plotly_chart")] == ["picture", "picture_narrow"]
    app.button(key="back").click().run()
    assert app.query_params["slide"] == "1"


def test_every_slide_shows_one_thing(open_screen, sample):
    app = open_screen("meeting", lang="en")
    while not app.button(key="next").disabled:
        app.button(key="next").click().run()
        assert not app.exception
        assert len([one for one in app.get("plotly_chart") if not one.key.endswith("_narrow")]) <= 1
        assert len(app.header) == 1
    assert app.query_params["slide"] == "11"


def test_a_slide_that_is_not_there_is_the_last(open_screen, sample):
    app = open_screen("meeting", slide="99", lang="en")
    assert app.button(key="next").disabled


def test_the_address_may_say_nonsense(open_screen, sample):
    app = open_screen("meeting", slide="²", lang="en")
    assert not app.exception


def test_the_end_and_the_first(open_screen, sample):
    app = open_screen("meeting", lang="en")
    app.button(key="last").click().run()
    assert app.query_params["slide"] == "11"
    app.button(key="first").click().run()
    assert app.query_params["slide"] == "1"


@pytest.mark.parametrize("key", ["next", "next_arrow", "last", "close"])
def test_under_a_black_wall_a_key_shows_the_picture_again_and_does_nothing_else(open_screen, sample, key):
    app = open_screen("meeting", slide="3", lang="en")
    app.button(key="black").click().run()
    app.button(key=key).click().run()
    assert app.query_params["slide"] == "3"
    assert not any('class="black_wall"' in one.proto.body for one in app.get("html"))
    assert app.header and not app.title  # not the overview


def test_every_sentence_says_of_when_it_is_and_how_complete(open_screen, sample):
    said = {1: "1,175 of 1,287 reports", 4: "1,175 of 1,287 reports", 5: "1,175 of 1,287 reports",
            8: "Data as of 22 November 2026", 9: "Data as of 22 November 2026"}  # fmt: skip
    for number, words_said in said.items():
        assert words_said in words(open_screen("meeting", slide=str(number), lang="en")), number


def test_a_heading_that_is_not_the_last_point_says_why(open_screen, sample):
    shown = words(open_screen("meeting", slide="6", lang="en"))
    assert "20.3% has the latest report of everybody; Q3 2026 alone, 8 of 9 reports, comes to 20.1%." in shown


def test_close_leads_back_to_the_overview(open_screen, sample):
    app = open_screen("meeting", lang="en")
    app.button(key="close").click().run()
    assert not app.exception
    assert app.title[0].value == "Overview"


@pytest.mark.parametrize(("key", "sign"), [
    ("black", 'class="black_wall"'), ("rotate", 'class="rotation"')])  # fmt: skip
def test_keys_for_a_black_wall_a_dark_one_and_a_wall_that_turns_by_itself(open_screen, sample, key, sign):
    app = open_screen("meeting", lang="en")
    for expected in (True, False):
        app.button(key=key).click().run()
        assert not app.exception
        assert any(sign in each.proto.body for each in app.get("html")) == expected


def test_who_writes_down_an_action_does_not_lose_the_slide(open_screen, sample):
    app = open_screen("meeting", lang="en")
    app.button(key="rotate").click().run()
    app.button(key="take_action").click().run()
    assert app.text_area(key="wall_action_what")
    assert not any('class="rotation"' in each.proto.body for each in app.get("html"))


def test_the_last_view_offers_what_nobody_has_taken_on(open_screen, sample):
    app = open_screen("meeting", slide="11", lang="id")
    said = words(app)
    assert said.count("Siapa melakukan apa?") == 3 and "Balita ditimbang di posyandu" in said
    assert "Tekan A" in said


def test_the_last_view_lists_what_was_agreed_today_and_nothing_else(open_screen, sample):
    open_screen("meeting", slide="11", lang="en")
    take(session.opened_store(), "Cek timbangan", "Bu Siti", date(2027, 1, 31), "Ani", About(indicator="GIZI-02"))
    said = words(open_screen("meeting", slide="11", lang="en"))
    assert "Cek timbangan" in said and "Who does what?" not in said


def test_the_last_view_leaves_out_what_somebody_is_doing_since_another_meeting(open_screen, sample):
    open_screen("upload", lang="en")
    store = session.opened_store()
    take(store, "Cek timbangan", "Bu Siti", date(2027, 1, 31), "Ani", About(indicator="GIZI-03"))
    with store.writing() as cursor:
        run(cursor, "update actions set taken_at = $then::timestamp", {"then": datetime(2025, 12, 1)})
    said = words(open_screen("meeting", slide="12", lang="en"))
    assert said.count("Who does what?") == 3 and "Children weighed" not in said
