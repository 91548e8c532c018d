"""Each screen that shows figures, empty and with the sample, in both languages; and what stands around it."""

import itertools
import re

import pytest

from data.store import StoreBusy
from tests.pages.shown import NEVER, texts, words
from ui import session

FIRST = ("overview", "indicators", "indicator", "meeting")
LATER = [
    *(("places", {"view": view}) for view in ("map", "matrix", "calendar", "overlaps", "gaps", "activities")),
    ("contributions", {}), ("contributions", {"currency": "USD"}), ("contributions", {"programme": "AIR"}),
    *(("partners", {"part": part}) for part in ("directory", "roles", "missing", "health", "balance", "network")),
    ("partners", {"part": "missing", "across": "place"}), ("partners", {"part": "network", "tie": "programmes"}),
]  # fmt: skip
VIEWS = [
    *((page, {}, language) for page in FIRST for language in ("id", "en")),
    *((*view, language) for view, language in zip(LATER, itertools.cycle(("id", "en")))),
]
RAW = re.compile(
    r"\b(on_track|off_track|not_due|no_data|no_target|no_baseline|zero_target|ya_tidak|sex=|age=|over_time|"
    r"likely_duplication|co_presence|need_unknown|in_kind|shared_goals|not_reported|ending)\b|\{\w+\}"
)
MARKED = {"id": "DATA CONTOH", "en": "SAMPLE DATA"}


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("page", [*FIRST, "places", "contributions", "partners"])
def test_an_empty_store_says_what_is_missing_and_where_to_go(open_screen, empty, page, language):
    app = open_screen(page, lang=language)
    assert not app.exception
    assert len(app.main.get("page_link")) == 1
    assert not app.main.get("plotly_chart")


@pytest.mark.parametrize(("page", "address", "language"), VIEWS)
def test_the_sample_is_marked_and_shows_without_a_hole_in_any_sentence(open_screen, sample, page, address, language):
    app = open_screen(page, lang=language, **address)
    assert not app.exception
    shown = texts(app)
    assert any(MARKED[language] in text for text in shown)
    for text in shown:
        assert not NEVER & set(re.split(r"[\s(),;:]+", text)), text
        assert not RAW.search(text), text


def test_one_click_removes_the_sample(open_screen, sample):
    app = open_screen(lang="en")
    app.button(key="remove_sample").click().run()
    assert not app.exception
    assert "SAMPLE DATA" not in words(app)
    assert "There are no indicators yet" in words(app)


def test_one_click_changes_the_language_and_the_address_says_so(open_screen, sample):
    app = open_screen()
    app.button(key="other_language").click().run()
    assert app.query_params["lang"] == "en"
    assert "What needs attention" in words(app)
    app.switch_page("pages/indicators.py").run()
    assert "Click a row" in words(app)


def test_a_store_that_another_program_holds_is_a_page_and_not_an_error(open_screen, monkeypatch):
    def held(path):
        raise StoreBusy(str(path))

    monkeypatch.setattr(session, "open_measured", held)
    app = open_screen(lang="en")
    assert not app.exception
    assert app.title[0].value == "The data file is in use"
    assert app.button(key="try_again")


def test_a_language_that_nobody_speaks_is_indonesian(open_screen, sample):
    app = open_screen(lang="xx")
    assert not app.exception
    assert app.button(key="other_language").label == "English"
