"""The slides opened again: figures and texts, sizes of letters, nothing cut off, and nothing said too much."""

from dataclasses import replace
from datetime import date

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from charts.bullet_drawing import direct_label
from charts.numbers import number
from charts.text import clean
from locales import translator
from reports.content import content_of
from reports.deck.fitting import fitted, lines_of, naming, said_in, width_of
from reports.deck.trends import MOST
from reports.native_charts import trends
from reports.slides import write
from tests.reports.office import charts_of, texts_of, xml_of

LANGUAGES = ("id", "en")
HOSTILE = "=1+1 <b>&amp;</b> \x07\u202e {x} %{y} \ufffe _x000D_"
LONG = "Persentase rumah tangga dampingan yang menjawab dengan benar paling sedikit empat dari lima pertanyaan " * 3
READABLE = Pt(20)


@pytest.fixture(scope="module")
def made(sample_content, tmp_path_factory):
    found = {}
    for language in LANGUAGES:
        path = tmp_path_factory.mktemp("slides") / f"{language}.pptx"
        write(sample_content(language), path)
        found[language] = (sample_content(language), Presentation(path), path)
    return found


def opened(content, tmp_path):
    write(content, tmp_path / "made.pptx")
    return Presentation(tmp_path / "made.pptx")


def series(frame):
    return {each.name: tuple(each.values) for each in frame.chart.plots[0].series}


@pytest.mark.parametrize("language", LANGUAGES)
def test_bars_are_the_ways_of_the_key_indicators(made, language):
    content, deck, _path = made[language]
    t = content.t
    keys = [row for row in content.rows if row["is_key"]]
    drawn = [value for _slide, frame in charts_of(deck) for name, values in series(frame).items()
             if name == t("On the way") for value in values]  # fmt: skip
    assert drawn == pytest.approx([min(row["progress"], 1.5) for row in keys])
    shown = [text for slide in deck.slides for text in texts_of(slide)]
    assert [direct_label(row, t) for row in keys if clean(direct_label(row, t)) not in shown] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_trends_are_the_periods_of_the_content_and_gaps_stay_gaps(made, language):
    content, deck, _path = made[language]
    t = content.t
    drawn = [series(frame) for _slide, frame in charts_of(deck) if t("Actual") in series(frame)]
    keys = [row for row in content.rows if row["is_key"]]
    assert len(drawn) == len(keys) == 7
    for found, row in zip(drawn, keys, strict=True):
        periods = list(content.periods[row["indicator"]])
        kind = max(("quarter", "half", "year"), key=[each["period_kind"] for each in periods].count)
        periods = [each for each in periods if each["period_kind"] == kind]
        assert found[t("Actual")] == tuple(each["actual"] for each in periods)
        assert found[t("Target")] == tuple(each["target"] for each in periods)


@pytest.mark.parametrize("language", LANGUAGES)
def test_money_is_that_of_the_content(made, language):
    content, deck, _path = made[language]
    found = next(series(frame) for _slide, frame in charts_of(deck) if content.t("Time gone") in series(frame))
    rows = [row for row in content.money[0].programmes if row["spent_share"] is not None][:4]
    assert found[content.t("Budget delivered")] == pytest.approx([row["spent_share"] for row in rows])
    assert found[content.t("Time gone")] == pytest.approx([row["time_share"] for row in rows])


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_slide_has_a_finding_its_foot_and_notes_with_the_source(made, language):
    content, deck, _path = made[language]
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert all(titles) and content.headline in titles
    for slide in deck.slides:
        shown = texts_of(slide)
        assert content.stamp in shown and content.sample_mark in shown
        assert any("n.a." in text and "…" in text for text in shown)
        assert content.stamp in slide.notes_slide.notes_text_frame.text
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides)
    assert content.definitions["AIR-01"]["source"] in notes


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_too_small_for_a_wall_and_every_chart_has_words(made, language):
    _content, deck, _path = made[language]
    for slide in deck.slides:
        for sized in slide._element.iter(qn("a:rPr"), qn("a:defRPr")):
            assert sized.get("sz") is None or int(sized.get("sz")) >= 2000
        for shape in slide.shapes:
            if shape.has_text_frame:
                assert all(run.font.size >= READABLE for part in shape.text_frame.paragraphs for run in part.runs)
    for _slide, frame in charts_of(deck):
        assert frame.chart.font.size >= READABLE
        assert len(frame._element.find(f".//{qn('p:cNvPr')}").get("descr")) > 40
        sizes = [
            int(each.get("sz")) for each in frame.chart._chartSpace.iter(qn("a:rPr"), qn("a:defRPr")) if each.get("sz")
        ]
        assert min(sizes) >= 2000


def too_full(deck):
    """Texts that need more room than their box has, and shapes that reach beyond the slide."""
    found = []
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.left + shape.width > deck.slide_width or shape.top + shape.height > deck.slide_height + Emu(9999):
                found.append(("beyond", shape.name, texts_of(slide)[0]))
            if not shape.has_text_frame or not shape.text_frame.text:
                continue
            need = 0.0
            for part in shape.text_frame.paragraphs:
                size, bold = part.runs[0].font.size.pt, bool(part.runs[0].font.bold)
                need += len(lines_of(part.text, shape.width.inches + 0.02, size, bold=bold)) * size * 1.2 / 72
            if need > shape.height.inches + 0.12:
                found.append((round(need, 2), round(shape.height.inches, 2), shape.text_frame.text[:60]))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_off(made, language):
    assert too_full(made[language][1]) == []


def test_names_that_fit_nowhere_are_cut_and_stand_whole_in_the_notes(define, told, tmp_path):
    codes = [f"I-{at:03}" for at in range(30)]
    content = told("2025-07-01", "id", programmes=[{"code": "P", "name": LONG, "start": "2024-01-01",
                                                    "end": "2026-12-31", "budget": 9e9, "currency": "IDR"}],
                   indicators=[define(code, name=f"{code} {LONG}", programme="P", over_time="last", baseline=10,
                                      target=60, baseline_date="2024-12-31", target_date="2026-12-31", key=True,
                                      unit="rumah tangga dampingan di kecamatan") for code in codes],
                   targets=[(code, period, 40) for code in codes for period in ("2025-Q1", "2025-Q2")],
                   results=[(code, period, at % 30 + 5) for at, code in enumerate(codes)
                            for period in ("2025-Q1", "2025-Q2")],
                   partners=[{"code": "M", "name": LONG, "kind": "ngo"}],
                   contributions=[{"partner": "M", "programme": "P", "period": "2025-Q1", "kind": "money",
                                   "pledged": 1e9, "delivered": 5e8, "currency": "IDR"}],
                   feedback=[{"date": date(2025, 3, 1), "text": LONG, "consent": "ya"}])  # fmt: skip
    deck = opened(replace(content, is_sample=True), tmp_path)
    assert too_full(deck) == []
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides)
    assert clean(LONG) in notes
    assert len(deck.slides) < 25


def test_texts_of_people_stay_texts(define, told, tmp_path):
    content = told("2025-07-01", indicators=[define("H", name=HOSTILE, key=True, baseline=0, target=9,
                                                    target_date="2026-12-31", definition=HOSTILE)],
                   results=[("H", "2025-Q1", 3), ("H", "2025-Q2", 3)],
                   feedback=[{"date": date(2025, 3, 1), "text": HOSTILE, "consent": "ya"}])  # fmt: skip
    deck = opened(content, tmp_path)
    assert any("=1+1 <b>&amp;</b>" in text for slide in deck.slides for text in texts_of(slide))
    assert too_full(deck) == []


def test_an_empty_forum_has_slides_that_say_so(told, tmp_path):
    deck = opened(told("2025-07-01"), tmp_path)
    assert any("There are no indicators yet." in texts_of(slide) for slide in deck.slides)
    assert charts_of(deck) == []


def test_two_hundred_indicators_make_no_endless_deck(define, told, tmp_path):
    codes = [f"I-{at:03}" for at in range(200)]
    content = told("2025-07-01", indicators=[define(code, key=True, baseline=0, target=60, target_date="2026-12-31")
                                             for code in codes],
                   targets=[(code, "2025-Q1", 30) for code in codes],
                   results=[(code, period, 20) for code in codes for period in ("2025-Q1", "2025-Q2")])  # fmt: skip
    deck = opened(content, tmp_path)
    assert len(deck.slides) < 25
    assert any("182" in slide.notes_slide.notes_text_frame.text for slide in deck.slides)


def test_only_quotes_that_were_agreed_to_are_in_it(define, told, tmp_path):
    voices = [{"date": date(2025, 3, 1), "text": "With consent", "consent": "ya"},
              {"date": date(2025, 3, 2), "text": "Without consent", "consent": "tidak"}]  # fmt: skip
    opened(told("2025-07-01", indicators=[define("ONE")], results=[("ONE", "2025-Q1", 1)], feedback=voices), tmp_path)
    assert "With consent" in xml_of(tmp_path / "made.pptx")
    assert "Without consent" not in xml_of(tmp_path / "made.pptx")


def test_what_a_person_wrote_instead_of_a_step_stands_in_the_table(define, told, tmp_path):
    content = told("2026-07-01", indicators=[define("ONE", baseline=0, target=60, target_date="2025-12-31")],
                   results=[("ONE", "2025-Q1", 3)])  # fmt: skip
    content = content_of(content.answers.store, content.asked, {"next.ONE": "Sari visits the village in August"})
    deck = opened(content, tmp_path)
    assert any("Sari visits the village in August" in texts_of(slide) for slide in deck.slides)


def test_a_title_loses_whole_sentences_before_it_loses_words():
    assert said_in("Ten came. Nobody left.", 3, 30, 1) == "Ten came."
    assert said_in("Ten came. Nobody left.", 12, 30, 2) == "Ten came. Nobody left."


@pytest.mark.parametrize("text", ["x" * 400, "dua kata", LONG, "…"])
def test_what_was_fitted_fits(text):
    told = fitted(text, 2.0, 20, 2)
    lines = lines_of(told, 2.0, 20)
    assert len(lines) <= 2 and all(width_of(line, 20) <= 2.0 for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_trend_whose_title_has_another_figure_says_what_each_is(made, language):
    """AIR-01: 35,625 to date by the latest report of each partner, 34,055 of those who reported the last quarter."""
    content, deck, _path = made[language]
    t, told = content.t, 0
    for drawn in trends(content, MOST):
        row, last = content.row(drawn.indicator), [each for each in drawn.actual if each is not None][-1]
        figure = number(row["actual"], t, row["unit"])
        if figure != number(last, t, row["unit"]):
            assert drawn.to_date.startswith(clean(figure))
            assert any(clean(drawn.to_date) in text for each in deck.slides for text in texts_of(each))
            told += 1
        else:
            assert drawn.to_date == ""
    assert told >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_are_cut_between_names_and_left_out_programmes_are_named(made, language):
    content, deck, _path = made[language]
    shown = [text for slide in deck.slides for text in texts_of(slide)]
    begins = tuple(content.t(words, partners="")[:11] for words in (
        "hollow: reports missing", "by period; hollow: reports of it are missing",
        "Send in the reports that are still to come: {partners}."))  # fmt: skip
    assert [text for text in shown if text.startswith(begins) and "…" in text] == []
    left = content.money[0].programmes[4:]
    names = [content.known["programme"][row["programme"]] for row in left]
    assert names and any(all(name in text for name in names) for text in shown)


def test_names_that_do_not_fit_are_counted():
    """Whole names, then how many more; where not one fits, how many there are."""

    def say(names):
        return f"Send: {names}."

    t = translator("en")
    assert naming(say, ["Ayu", "Budi"], 5, 20, 1, t) == "Send: Ayu, Budi."
    assert naming(say, ["Ayu", "Budi", "Cici" * 20], 5, 20, 1, t) == "Send: Ayu, Budi, and 1 more."
    assert naming(say, ["Cici" * 20, "Budi"], 5, 20, 1, t) == "Send: 2, named in the notes."
