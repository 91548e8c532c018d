"""Layar Rapat: slide after slide."""

import pytest

from tests.pages.shown import words


def test_next_and_back_move_one_slide_and_the_address_follows(open_screen, sample):
    app = open_screen("meeting", lang="en")
    assert "12 of 18 indicators" in words(app)
    app.button(key="next").click().run()
    assert app.query_params["slide"] == "2"
    assert len(app.get("plotly_chart")) == 1
    app.button(key="back").click().run()
    assert app.query_params["slide"] == "1"


def test_every_slide_shows_one_thing(open_screen, sample):
    app = open_screen("meeting", lang="en")
    while not app.button(key="next").disabled:
        app.button(key="next").click().run()
        assert not app.exception
        assert len(app.get("plotly_chart")) <= 1
        assert len(app.header) == 1
    assert app.query_params["slide"] == "11"


def test_a_slide_that_is_not_there_is_the_last(open_screen, sample):
    app = open_screen("meeting", slide="99", lang="en")
    assert app.button(key="next").disabled


def test_the_address_may_say_nonsense(open_screen, sample):
    app = open_screen("meeting", slide="²", lang="en")
    assert not app.exception


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
