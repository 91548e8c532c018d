"""The words by which a complaint of harm is found before anybody read it: what they find, and what they leave alone."""

import re
from pathlib import Path

import pytest

from definitions.codebook import codebook
from metrics.keyword_coding import anchors, is_sensitive, keyword_themes

HERE = Path(__file__).parent
KEYWORDS = [word for theme in codebook().themes if theme.is_sensitive for word in theme.keywords]


def lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


def test_complaints_of_harm_are_found_in_four_languages():
    found = lines("sensitive_sentences.txt")
    missed = [line for line in found if not is_sensitive(line)]
    assert len(found) >= 190 and not missed, missed


def test_sentences_with_the_same_words_are_left_alone():
    harmless = lines("harmless_sentences.txt")
    taken = [line for line in harmless if is_sensitive(line)]
    assert len(harmless) >= 200 and len(taken) <= 0.02 * len(harmless), taken


def spelled(keyword: str, which: int) -> str:
    """One way to write a keyword: of alternatives the first or the last, nothing for a star, two words for a gap."""
    while "(" in keyword:
        keyword = re.sub(r"\(([^()]*)\)", lambda found: found[1].split("|")[which], keyword)
    return keyword.replace("~", "itu juga").replace("*", "")


@pytest.mark.parametrize("which", [0, -1])
def test_every_keyword_is_found_where_it_stands(which):
    """The anchors, by which most keywords are passed over at once, lose none."""
    said = {keyword: f"kata tetangga {spelled(keyword, which)} kemarin" for keyword in KEYWORDS}
    assert [keyword for keyword, text in said.items() if not is_sensitive(text)] == []


@pytest.mark.parametrize(("keyword", "found"), [
    ("uang pelicin", ("uang pelicin",)), ("(dana|uang) ~ disunat*", ("disunat",)),
    ("*korup*", ("korup",)), ("minta (uang rokok|amplop*)", ("minta",)),
])  # fmt: skip
def test_an_anchor_is_a_piece_that_must_be_there(keyword, found):
    assert anchors(keyword) == found


def test_a_suggestion_names_the_words_it_was_made_of():
    hints = keyword_themes("Pendamping minta uang rokok, lalu mengancam akan mencoret nama saya")
    assert next(hint.words for hint in hints if hint.theme == "safety") == (
        "pendamping minta uang", "mengancam akan mencoret nama saya")  # fmt: skip
