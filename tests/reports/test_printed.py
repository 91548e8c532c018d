"""The printed forms: the same figures as the rows, in both languages, whatever the data look like."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from charts.numbers import number, percent
from charts.theme import status_word
from reports.brief import brief
from reports.document import document
from reports.drawn_trends import drawn_trends
from reports.printed import printed, write_brief, write_report

LONG = "Persentase rumah tangga yang memperoleh akses layanan air minum aman di seluruh desa dampingan " * 4
HOSTILE = '#strong[x] $a$ *b* [c] `d` _e_ @f <g> // h \\ #panic("i") {j} "k" = l'
LANGUAGES = ("id", "en")


def pages(made: bytes) -> int:
    """How many pages a PDF has."""
    return int(re.search(rb"/Type\s*/Pages.*?/Count (\d+)|/Count (\d+)", made, re.S).group(0).split()[-1])


def block(told: dict, section: str, kind: str) -> list[dict]:
    found = next(each for each in told["sections"] if each["key"] == section)
    return [each for each in found["blocks"] if each["kind"] == kind]


def bullet_rows(told: dict) -> dict[str, dict]:
    return {row["code"]: row for each in block(told, "indicators", "bullets") for row in each["rows"]}


def as_written(value, unit, t) -> str:
    return number(value, t, "%" if unit == "%" else None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_indicator_stands_once_with_the_figures_of_its_row(sample_content, language):
    content = sample_content(language)
    rows = bullet_rows(document(content))
    assert sorted(rows) == sorted(row["indicator"] for row in content.rows)
    for row in content.rows:
        shown = rows[row["indicator"]]
        for name in ("actual", "baseline", "expected"):
            if row[name] is not None:
                assert shown[name] == as_written(row[name], row["unit"], content.t), (row["indicator"], name)
        if row["target"] is not None and row["target_low"] is None:
            assert shown["target"] == as_written(row["target"], row["unit"], content.t)
        for name in ("progress", "achievement"):
            if row[name] is not None:
                assert percent(row[name], content.t) in shown["shares"]
        assert shown["word"] == status_word(row["status"], content.t)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_show_every_figure_of_the_rows(sample_content, language, tmp_path, words_of):
    content = sample_content(language)
    write_report(content, tmp_path / "report.pdf")
    words = words_of(tmp_path / "report.pdf")
    for row in content.rows:
        assert row["indicator"] in words
        for name in ("actual", "target", "baseline", "expected"):
            if row[name] is not None:
                assert as_written(row[name], row["unit"], content.t) in words, (row["indicator"], name)
    assert content.headline in words
    assert content.sample_mark in words
    stamped = words.count(content.stamp)
    assert stamped >= pages((tmp_path / "report.pdf").read_bytes())  # on every page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_brief_is_one_page_with_its_figures(sample_content, language, tmp_path, words_of):
    content = sample_content(language)
    write_brief(content, tmp_path / "brief.pdf")
    assert pages((tmp_path / "brief.pdf").read_bytes()) == 1
    words = words_of(tmp_path / "brief.pdf")
    for part in (content.title, content.headline, content.stamp, content.sample_mark):
        assert part in words
    for row in brief(content)["rows"]:
        assert row["value"] in words
        assert row["word"] in words


def crowded(define, told, n: int, **more):
    """`n` indicators of one programme with names that fit nowhere, two quarters each, and a quote as long."""
    codes = [f"I-{at:03}" for at in range(n)]
    return told(
        "2025-07-01", "id",
        programmes=[{"code": "P", "name": LONG, "start": "2024-01-01", "end": "2026-12-31", "budget": 9e9,
                     "currency": "IDR"}],
        partners=[{"code": "M", "name": LONG, "kind": "ngo"}],
        indicators=[define(code, name=f"{LONG} {code}", programme="P", over_time="last", baseline=10 + at % 20,
                           target=60, baseline_date="2024-12-31", target_date="2026-12-31", definition=LONG,
                           unit="rumah tangga dampingan di kecamatan") for at, code in enumerate(codes)],
        targets=[(code, period, value) for code in codes for period, value in (("2025-Q1", 30), ("2025-Q2", 40))],
        results=[(code, period, at % 50 + 5, "M") for at, code in enumerate(codes)
                 for period in ("2025-Q1", "2025-Q2")],
        contributions=[{"partner": "M", "programme": "P", "period": "2025-Q1", "kind": "money", "pledged": 1234567,
                        "currency": currency} for currency in ("IDR", "USD", "EUR")],
        feedback=[{"date": date(2025, 3, 1), "text": LONG, "consent": "ya", "place": "33.09", "indicator": "I-000"}],
        **more,
    )  # fmt: skip


def test_the_brief_stays_one_page_with_names_that_fit_nowhere(define, told, tmp_path, words_of):
    content = replace(crowded(define, told, 20), is_sample=True, texts={"summary.headline": LONG})
    content = replace(content, rows=[row | ({"progress": None} if at == 3 else {})
                                     for at, row in enumerate(content.rows)])  # fmt: skip
    told_twice = brief(content) | {"title": LONG}
    made = printed("brief", told_twice)
    assert pages(made) == 1
    (tmp_path / "brief.pdf").write_bytes(made)
    words = words_of(tmp_path / "brief.pdf")
    for last in (content.stamp, content.sample_mark, told_twice["labels"]["more"]):
        assert last in words


def test_two_hundred_indicators_all_stand_in_the_report(define, told, tmp_path, words_of):
    content = crowded(define, told, 200)
    write_report(content, tmp_path / "report.pdf")
    words = words_of(tmp_path / "report.pdf")
    assert [code for code in content.definitions if code not in words] == []
    write_brief(content, tmp_path / "brief.pdf")
    assert pages((tmp_path / "brief.pdf").read_bytes()) == 1


def test_signs_of_markup_show_as_they_are(define, told, tmp_path, words_of):
    content = told("2025-07-01", indicators=[define("H", name=HOSTILE, definition=HOSTILE, source=HOSTILE)],
                   results=[("H", "2025-Q1", 3)],
                   feedback=[{"date": date(2025, 3, 1), "text": HOSTILE, "consent": "ya"}])  # fmt: skip
    for write in (write_brief, write_report):
        write(content, tmp_path / "made.pdf")
        assert "".join(HOSTILE.split()) in "".join(words_of(tmp_path / "made.pdf").split())


def test_signs_that_our_fonts_lack_do_not_stop_a_report(define, told, tmp_path):
    content = told("2025-07-01", indicators=[define("H", name="水 نص 😀 ꦧꦱ \ue000")], results=[("H", "2025-Q1", 3)])
    for write in (write_brief, write_report):
        write(content, tmp_path / "made.pdf")
        assert (tmp_path / "made.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_forum_has_a_report_that_says_so(told, language, tmp_path, words_of):
    content = told("2025-07-01", language)
    write_report(content, tmp_path / "report.pdf")
    assert content.headline in words_of(tmp_path / "report.pdf")
    write_brief(content, tmp_path / "brief.pdf")
    assert pages((tmp_path / "brief.pdf").read_bytes()) == 1


def test_one_indicator_without_a_report_is_not_zero(define, told):
    content = told("2025-07-01", indicators=[define("ONE", name="Only one")], targets=[("ONE", "2025-Q1", 10)])
    row = bullet_rows(document(content))["ONE"]
    assert (row["actual"], row["bar"], row["mark"]) == ("—", None, "—")
    assert row["target"] == "10"


def test_what_is_hidden_has_its_mark_and_no_figure(define, told):
    """3 voices of abuse among 12 and 20: the three and the twelve are hidden, the 20 and the 35 are not."""
    voices = [{"date": date(2025, 3, 1 + at % 28), "text": f"{theme} {at}", "theme": theme}
              for theme, n in (("safety", 3), ("akses", 12), ("biaya", 20)) for at in range(n)]  # fmt: skip
    content = told("2025-07-01", indicators=[define("ONE")], results=[("ONE", "2025-Q1", 1)], feedback=voices)
    (themes,) = block(document(content), "voices", "table")
    shown = {row[0]["text"]: row[1]["text"] for row in themes["rows"]}
    assert shown["All voices"] == "35"
    assert sorted(value for name, value in shown.items() if name != "All voices") == ["20", "…", "…"]


def test_a_suppressed_row_has_no_figure_anywhere(define, told):
    content = told("2025-07-01", indicators=[define("ONE", baseline=7000, target=9000)],
                   results=[("ONE", "2025-Q1", 8123)])  # fmt: skip
    none = dict.fromkeys(("actual", "target", "expected", "achievement", "progress", "on_track", "baseline"))
    hidden = [row | none | {"reason": "suppressed", "status": "no_data"} for row in content.rows]
    told_of = document(replace(content, rows=hidden, periods={}, definitions={}))
    row = bullet_rows(told_of)["ONE"]
    assert [row[name] for name in ("actual", "target", "baseline", "expected")] == ["…"] * 4
    assert not re.search(r"8[.,]?123|7[.,]?000|9[.,]?000", json.dumps(told_of))


def test_only_what_was_agreed_to_and_approved_is_quoted(define, told, tmp_path, words_of):
    voices = [{"date": date(2025, 3, 1), "text": "With consent", "consent": "ya"},
              {"date": date(2025, 3, 2), "text": "Without consent", "consent": "tidak"},
              {"date": date(2025, 3, 3), "text": "Nobody was asked"}]  # fmt: skip
    content = told("2025-07-01", indicators=[define("ONE")], results=[("ONE", "2025-Q1", 1)], feedback=voices)
    for write in (write_brief, write_report):
        write(content, tmp_path / "made.pdf")
        words = words_of(tmp_path / "made.pdf")
        assert "With consent" in words
        assert "Without consent" not in words and "Nobody was asked" not in words


def test_a_quote_that_nobody_approved_is_not_shown(define, told):
    content = told("2025-07-01", approve=False, indicators=[define("ONE")], results=[("ONE", "2025-Q1", 1)],
                   feedback=[{"date": date(2025, 3, 1), "text": "With consent", "consent": "ya"}])  # fmt: skip
    assert brief(content)["quotes"] == []
    assert "With consent" not in json.dumps(document(content))


def test_a_target_range_is_written_with_both_ends(define, told):
    content = told("2025-07-01", indicators=[define("CL", unit="mg/L", direction="keep", over_time="mean",
                                                    over_units="mean", target_low=0.2, target_high=0.5)],
                   results=[("CL", "2025-Q1", 0.3)])  # fmt: skip
    row = bullet_rows(document(content))["CL"]
    assert row["target"] == "0.2–0.5"
    assert row["value"] == "0.3 mg/L (target 0.2–0.5 mg/L)"
    assert row["mark"] == "n.a."  # a level to keep has no way to go


def test_money_of_another_currency_is_never_added(define, told):
    content = told("2025-07-01", indicators=[define("ONE", programme="P")], results=[("ONE", "2025-Q1", 1)],
                   programmes=[{"code": "P", "name": "Air", "start": "2024-01-01", "end": "2026-12-31"}],
                   partners=[{"code": "M", "name": "Mitra", "kind": "ngo"}],
                   contributions=[
                       {"partner": "M", "programme": "P", "period": "2025-Q1", "kind": "money", "pledged": 300,
                        "delivered": 200, "currency": "USD"},
                       {"partner": "M", "programme": "P", "period": "2025-Q1", "kind": "goods", "pledged": 70,
                        "delivered": 50, "currency": "USD"},
                       {"partner": "M", "programme": "P", "period": "2025-Q1", "kind": "money", "pledged": 9000,
                        "currency": "IDR"}])  # fmt: skip
    said = brief(content)["money"]
    assert said[0] == "USD 250 delivered of USD 370 pledged, USD 200 of it as money."
    assert said[1].startswith("IDR 9,000 pledged; nothing has been reported as delivered yet.")


def test_the_first_and_the_last_bar_of_a_trend_stand_inside_the_drawing(told, define):
    water = define("AIR", key=True)
    content = told("2025-10-01", indicators=[water], results=[("AIR", "2025-Q1", 150), ("AIR", "2025-Q2", 250)])
    (chart,) = drawn_trends(content)
    at, half = [x for run in chart["runs"] for x, *_more in run], chart["bar_width"] / 2
    assert (chart["is_flow"], len(at)) == (True, 2)
    assert min(at) - half >= 0
    assert max(at) + half <= 1
