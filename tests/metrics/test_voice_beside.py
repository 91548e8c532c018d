"""The voice beside the number: agreement, tension, and the first complaint by place."""

from datetime import date

import pandas as pd
import pytest

from locales import translator
from metrics.feedback_judgement import Judgement
from metrics.voice_beside import Beside, first_complaint, of_indicator, voice_beside
from ui.voice_beside import words


def rows(*voices: tuple) -> pd.DataFrame:
    """(place, theme, complaints, praises) as metrics.feedback.beside gives them."""
    by_theme = [{"place": place, "theme": theme, "is_place": False, "negative": bad, "positive": good,
                 "rated": bad + good} for place, theme, bad, good in voices]  # fmt: skip
    return pd.DataFrame(by_theme + [row | {"theme": None, "is_place": True} for row in by_theme])


FOUR = rows(("A", "access", 4, 0), ("A", "cost", 1, 0), ("B", "access", 3, 1), ("C", "access", 2, 0),
            ("C", "quality", 1, 1), ("D", "quality", 2, 0), ("D", "access", 1, 0))  # fmt: skip


def test_the_first_complaint_is_counted_by_place():
    """Access is first in A (4 of 5), B and C (2 against 1), quality in D: 3 of 4 places. 14 of 16 complain."""
    found = voice_beside("on_track", FOUR)
    assert found == Beside("tension", "access", 3, 4, 14 / 16, 2 / 16)


@pytest.mark.parametrize(("status", "kind"), [
    ("met", "tension"), ("behind", "agrees"), ("worsening", "agrees"), ("no_data", "no_verdict"), (None, "no_verdict"),
])  # fmt: skip
def test_complaints_agree_with_a_poor_number_and_not_with_a_good_one(status, kind):
    assert voice_beside(status, FOUR).kind == kind


def test_praise_is_in_tension_with_a_poor_number():
    praised = rows(("A", "benefit", 1, 12))
    assert voice_beside("off_track", praised).kind == "tension"
    assert voice_beside("met", praised).kind == "agrees"


def test_halves_are_no_majority_and_few_voices_say_nothing():
    assert voice_beside("met", rows(("A", "access", 6, 6))).kind == "mixed"
    assert voice_beside("met", rows(("A", "access", 10, 0))) == Beside("too_few")
    assert first_complaint(rows(("A", "benefit", 0, 20))) == (None, 0, 0)


def test_a_voice_without_a_place_is_in_no_place():
    assert first_complaint(rows((None, "access", 9, 0), ("A", "cost", 1, 0))) == ("cost", 1, 1)


def test_the_sentence_stands_in_both_languages():
    row = {"achievement": 0.88, "progress": 0.8, "status": "on_track"}
    found = Beside("tension", "access", 3, 4, 0.8, 0.1)
    assert words(row, found, translator("en")) == (
        "Voices and number pull apart: 88% of the target, but Access is the first complaint in 3 of 4 places "
        "(80% of the rated voices complain)."
    )
    assert words(row, found, translator("id")).startswith("Suara warga dan angkanya berbeda arah: 88% dari target, ")


def test_an_indicator_has_the_voices_of_its_own_and_not_the_sensitive(forum):
    """Eleven complaints of access in two villages, two of quality, one of abuse: thirteen rated voices stand beside
    the number. The complaint of cost is of no indicator."""
    said = [{"date": date(2025, 3, n + 1), "text": f"jauh {n}", "theme": "akses", "rating": 1, "indicator": "AIR",
             "place": "33.09" if n % 2 else "33.10"} for n in range(11)]  # fmt: skip
    said += [{"date": date(2025, 3, 20), "text": "x", "theme": "safety", "rating": 1, "indicator": "AIR"}]
    said += [{"date": date(2025, 3, 21), "text": "y", "theme": "biaya", "rating": 1}]
    said += [{"date": date(2025, 3, 22), "text": f"z{n}", "theme": "mutu layanan", "rating": 1, "indicator": "AIR"}
             for n in range(2)]  # fmt: skip
    forum.send(indicators=["AIR"], feedback=said)
    found = of_indicator(Judgement(forum.store, date(2026, 1, 1), indicator="AIR"), "on_track")
    assert found == Beside("tension", "access", 2, 2, 1.0, 0.0)
