"""Community voices: counted for all, quoted only with consent, answered and told back, and never markup."""

from datetime import date

import pytest

from data.coding import approve_all
from data.intake import load
from data.template import write_template
from definitions.schemes import DEFAULT
from locales import translator
from metrics import feedback
from metrics.engine import open_measured
from metrics.names import age_band
from tests.conftest import indicator
from tests.pages.shown import words
from ui import session
from ui.voice_quotes import who_and_where

DAY = date(2026, 11, 22)
ENTRIES = [  # date, text, rating, theme, answered on, told back, consent
    ("2026-10-02", "Air lancar, terima kasih", 5, "air", "2026-10-06", "yes", "yes"),
    ("2026-10-03", "Keran bocor", 1, "air", None, None, "no"),
    ("2026-08-03", "**Jadwal** ![x](http://jahat.example/x.png)", 2, "jadwal", None, None, "yes"),
    ("2026-09-01", "Belum ada kabar", None, None, "2026-09-21", "no", None),
]


@pytest.fixture
def heard(store_file, tmp_path):
    """A store with the four entries."""
    columns = ("date", "text", "rating", "theme", "answered_on", "told_back", "consent")
    rows = [dict(zip(columns, row, strict=True)) for row in ENTRIES]
    write_template(tmp_path / "suara.xlsx", "id", {"feedback": rows})
    store = open_measured(store_file)
    assert load(store, [tmp_path / "suara.xlsx"])[0].upload_id == 1
    approve_all(store, 1, decided_by="uji")
    store.close()


def test_without_consent_a_voice_is_counted_and_not_shown(open_screen, heard):
    shown = words(open_screen("voices", lang="en"))
    assert "4 voices" in shown
    assert "Air lancar, terima kasih" in shown
    assert "Keran bocor" not in shown
    assert "Belum ada kabar" not in shown


def test_what_waits_stands_beside_the_median_of_what_was_answered(open_screen, heard):
    app = open_screen("voices", lang="en")
    assert [metric.value for metric in app.metric] == ["2", "2", "20"]
    # open, overdue; half of four are answered within 20 days (after 4 and 20, two still wait longer)
    assert "2 have waited more than 30 days" in words(app)


def test_a_quote_is_shown_as_it_was_said(open_screen, heard):
    app = open_screen("voices", lang="en")
    assert [text.value for text in app.text if "Jadwal" in text.value] == [
        "**Jadwal** ![x](http://jahat.example/x.png)"
    ]
    assert not [part.value for part in app.markdown if "jahat" in part.value]


def test_a_theme_in_the_address_narrows_everything(open_screen, heard):
    shown = words(open_screen("voices", lang="en", theme="jadwal"))
    assert "1 voice;" in shown
    assert "Air lancar" not in shown


def test_a_theme_that_nobody_named_counts_as_none(open_screen, heard):
    assert "4 voices" in words(open_screen("voices", lang="en", theme="tidak ada"))


def test_filters_of_the_question_work_alone_and_together(open_screen, heard):
    open_screen("voices")
    store = session.opened_store()
    assert feedback.volume(store, DAY, theme="air")["entries"].sum() == 2
    assert feedback.ratings(store, DAY, theme="jadwal")["entries"].tolist() == [0, 1, 0, 0, 0]
    assert feedback.quotes(store, DAY, theme="air")["text"].tolist() == ["Air lancar, terima kasih"]
    with pytest.raises(ValueError, match="must be of programme"):
        feedback.themes(store, DAY, scheme=DEFAULT)


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_empty_store_says_how_to_begin(open_screen, language):
    app = open_screen("voices", lang=language)
    assert not app.exception
    assert len(app.main.get("page_link")) == 1


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_sample_speaks(open_screen, sample, language):
    app = open_screen("voices", lang=language)
    assert not app.exception
    assert len(app.main.get("plotly_chart")) == 7


def test_a_quote_points_at_nobody():
    row = {"place_name": "Desa Mulya", "period": "2026-10", "sex": "f", "age": "30-39", "rating": 4.0, "theme": None,
           "told_back": False, "is_answered": False}  # fmt: skip
    said = who_and_where(row, translator("en"))
    assert said == "Desa Mulya · October 2026 · female · 30–39 years · rating 4 of 5 · not answered yet"


@pytest.mark.parametrize(
    ("written", "shown"), [("25-34", "25–34 years"), ("7", "0–9 years"), (None, ""), ("dewasa", "dewasa")]
)
def test_an_exact_age_becomes_a_band(written, shown):
    assert age_band(written, translator("en")) == shown


def test_overdue_entries_are_listed_without_their_words_and_sensitive_ones_are_not(forum):
    forum.send(feedback=[
        {"date": date(2025, 1, 1), "text": "Pompa rusak", "theme": "sarana rusak", "place": "33.22"},
        {"date": date(2025, 1, 2), "text": "Petugas minta uang", "theme": "Keselamatan dan penyalahgunaan"},
        {"date": date(2025, 2, 25), "text": "Baru kemarin"},
        {"date": date(2025, 1, 3), "text": "Sudah", "answered_on": date(2025, 1, 9)},
    ])  # fmt: skip
    found = feedback.overdue(forum.store, date(2025, 3, 1))
    assert found[["row_number", "days"]].values.tolist() == [[2, 59]]
    assert "text" not in found.columns


def test_a_theme_is_named_in_the_language_of_the_screen(open_screen, heard):
    assert "Schedule and queues" in words(open_screen("voices", lang="en"))
    assert "Jadwal dan antrean" in words(open_screen("voices", lang="id"))


def test_a_place_of_few_voices_has_a_sentence_and_no_figures(open_screen, store_file, tmp_path):
    """k = 11: eleven voices of Boyolali, eleven of Klaten, two of Sleman; the two are in no figure, nor is one place
    more, from which they could be worked out."""
    rows = [{"date": date(2026, 3, 1), "place": place, "text": f"Kata {place} {n}", "rating": 2}
            for place, voices in (("33.09", 11), ("33.10", 12), ("34.04", 2)) for n in range(voices)]  # fmt: skip
    rows += [{"date": date(2026, 3, 1), "place": "34.04", "text": "Kata"}]
    send(store_file, tmp_path, rows, places=("33.09", "33.10", "34.04"))
    few = open_screen("voices", lang="en", place="34.04")
    assert "Fewer than 11 voices here" in words(few)
    assert not few.main.get("plotly_chart") and not few.metric
    assert "Fewer than 11" in words(open_screen("voices", lang="en", place="33.09"))
    shown = words(open_screen("voices", lang="en", place="33.10"))
    assert "12 voices" in shown


def test_what_came_after_the_day_is_not_known_yet(forum):
    """Two entries of January, answered in February and in June. In March: one answered, one open and overdue."""
    forum.send(feedback=[
        {"date": date(2025, 1, 1), "text": "a", "theme": "akses", "answered_on": date(2025, 2, 1), "told_back": "ya"},
        {"date": date(2025, 1, 1), "text": "b", "theme": "akses", "answered_on": date(2025, 6, 1), "told_back": "ya",
         "status": "closed"},
    ])  # fmt: skip
    total = feedback.themes(forum.store, date(2025, 3, 1)).iloc[0]
    assert (total["answered"], total["told_back"], total["open"], total["overdue"]) == (1, 1, 1, 1)
    assert total["median_days"] == 31
    assert feedback.overdue(forum.store, date(2025, 3, 1))["days"].tolist() == [59]
    later = feedback.themes(forum.store, date(2025, 7, 1)).iloc[0]
    assert (later["answered"], later["told_back"], later["open"]) == (2, 2, 0)


def send(store_file, tmp_path, rows, places=()):
    """Store these entries as one upload of the store that the screens open, and a result of each of the places, so
    that they can be chosen."""
    results = [{"indicator": "AIR", "period": "2025", "value": 1, "place": place} for place in places]
    write_template(tmp_path / "suara.xlsx", "id",
                   {"feedback": rows, "indicators": [indicator("AIR")], "results": results})  # fmt: skip
    store = open_measured(store_file)
    assert load(store, [tmp_path / "suara.xlsx"])[0].upload_id == 1
    store.close()
