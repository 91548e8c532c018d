"""The draft of a report's text: figures with their periods, blanks where people know more than the data."""

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.missing import records
from data.mapping import toml_string
from locales import translator
from metrics import standing
from reports import text_file
from reports.changes import change_of
from reports.narrative import draft, narrative
from reports.text_file import Texts, TextsError


@pytest.fixture
def water(define, told):
    """Taps (a sum over partners) of two partners, of which the second is silent in Q2; a share of survey people; loans
    that each period brings; an indicator that fell behind."""
    sheets = {
        "partners": [{"code": code, "name": f"Mitra {code}", "kind": "ngo"} for code in ("A", "B")],
        "indicators": [
            define("TAP", name="Taps", over_time="last"),
            define("SAFE", name="Safe water", unit="%", measure="ratio", over_time="last", over_units="ratio",
                   baseline=10, target=90, target_date="2026-12-31", baseline_date="2024-12-31"),
            define("LOAN", name="Loans"),
        ],
        "targets": [("TAP", "2025-Q1", 100), ("TAP", "2025-Q2", 120)],
        "results": [("TAP", "2025-Q1", 40, "A"), ("TAP", "2025-Q1", 30, "B"), ("TAP", "2025-Q2", 50, "A"),
                    {"indicator": "SAFE", "period": "2025-Q1", "numerator": 50, "denominator": 200},
                    {"indicator": "SAFE", "period": "2025-Q2", "numerator": 52, "denominator": 200},
                    ("LOAN", "2025-Q1", 12), ("LOAN", "2025-Q2", 8)],
    }  # fmt: skip
    return lambda language="en", **more: told("2025-07-01", language, **sheets, **more)


def texts(parts) -> dict[str, str]:
    return {part.key: part.text for part in parts}


def test_a_sum_is_not_compared_while_a_partner_is_silent(water):
    """70 taps of two partners, then 50 of one: nobody may read that as a fall."""
    said = texts(draft(water()))["changed.TAP"]
    assert said == ("Taps: 50 people in Q2 2025 from 1 of 2 reports, 70 in Q1 2025 from 2 of 2; not comparable while "
                    "reports are missing.")  # fmt: skip


def test_a_share_rises_only_where_the_interval_of_the_difference_leaves_zero_out(water):
    """25% and 26% of 200 people: Newcombe's interval has zero in it."""
    assert texts(draft(water()))["changed.SAFE"] == "Safe water: no clear change, 25% (Q1 2025) and 26% (Q2 2025)."


def test_what_a_period_brought_is_no_way_back(water):
    found = draft(water())
    assert texts(found)["changed.LOAN"] == "Loans: 8 people in Q2 2025, after 12 in Q1 2025."


def test_the_indonesian_draft_has_indonesian_signs_and_words(water):
    assert texts(draft(water("id")))["changed.LOAN"] == "Loans: 8 orang pada TW II 2025, setelah 12 pada TW I 2025."


def row(period: str, actual: float | None, **more) -> dict:
    """A row of `content.periods` of a level that counts up."""
    year, quarter = period.split("-Q")
    ends = {"1": (3, 31), "2": (6, 30), "3": (9, 30), "4": (12, 31)}[quarter]
    return {"indicator": "X", "name": "X", "period": period, "period_kind": "quarter",
            "period_end": date(int(year), *ends), "actual": actual, "change": None, "unit": None, "reports": 1,
            "reports_due": 1, "over_units": "sum", "over_time": "last", "cumulative": False, "direction": "up",
            "measure": "number"} | more  # fmt: skip


@pytest.mark.parametrize(("before", "now", "word"), [(5, 7, "rise"), (7, 5, "fall"), (5, 5.0001, "same")])
def test_a_level_is_compared_with_the_report_before(before, now, word):
    rows = [row("2025-Q1", before), row("2025-Q2", None), row("2025-Q3", now)]
    found = change_of(rows, date(2025, 12, 1), translator("en"))
    assert found.word == word
    assert (found.before["period"], found.now["period"]) == ("2025-Q1", "2025-Q3")


def test_a_quarter_that_runs_and_a_year_beside_quarters_are_not_compared():
    running = [row("2025-Q1", 5), row("2025-Q2", 9)]
    assert change_of(running, date(2025, 6, 29), translator("en")) is None
    mixed = [row("2025-Q1", 5), row("2025-Q4", 20, period_kind="year")]
    assert change_of(mixed, date(2026, 1, 1), translator("en")) is None
    assert change_of([], date(2026, 1, 1), translator("en")) is None


def test_a_cause_is_a_blank_until_people_fill_it_in(water):
    behind = [part for part in draft(water()) if part.section == "cause"]
    assert [(part.key, part.text, part.is_blank) for part in behind] == [
        ("cause.SAFE", "Cause: …… (filled in by the forum)", True)]  # fmt: skip


def test_every_sentence_on_an_indicator_names_it_and_no_key_stands_twice(sample_content):
    parts = draft(sample_content())
    assert len({part.key for part in parts}) == len(parts)
    codes = {each["indicator"] for each in sample_content().rows}
    for part in parts:
        assert set(part.indicators) <= codes
        if part.section in ("works", "unmet", "cause") and part.status:
            assert part.indicators == (part.key.split(".", 1)[1],)


def test_what_people_wrote_stands_in_place_and_an_empty_text_is_left_out(water):
    content = water(texts={"cause.SAFE": "Cause: the ferry did not run.", "changed.LOAN": " "})
    said = narrative(content)
    written = next(part for part in said["cause"] if part.key == "cause.SAFE")
    assert (written.text, written.is_blank, written.is_edited) == ("Cause: the ferry did not run.", False, True)
    assert "changed.LOAN" not in texts(said["changed"])
    assert "changed.SAFE" in texts(said["changed"])


def test_a_draft_file_that_nobody_touched_changes_nothing(sample_content, tmp_path):
    path = tmp_path / "teks.toml"
    text_file.write(sample_content(), path)
    found = text_file.read(path, translator("id"))
    assert found.edited() == {}
    assert found.outdated(sample_content()) == []


def test_an_edited_sentence_is_kept_and_its_reader_is_told_when_the_figures_have_changed(water, told, tmp_path):
    path = tmp_path / "texts.toml"
    text_file.write(water(), path)
    path.write_text(path.read_text("utf-8").replace("Loans: 8 people", "Only 8 people"), "utf-8")
    found = text_file.read(path, translator("en"))
    assert list(found.edited()) == ["changed.LOAN"]
    assert found.outdated(told("2025-07-01")) == []
    later = told("2025-07-01", results=[("LOAN", "2025-Q2", 9)])
    assert found.outdated(later) == ["changed.LOAN"]
    assert Texts({"changed.GONE": "x"}, {}).outdated(later) == ["changed.GONE"]


@pytest.mark.parametrize("written", ["a = 1", "[summary]\nheadline = 3", "[summary\n", "\udcff"])
def test_a_text_file_that_cannot_be_used_says_so(written, tmp_path):
    path = tmp_path / "texts.toml"
    path.write_bytes(written.encode("utf-8", "surrogateescape"))
    with pytest.raises(TextsError, match=r"texts\.toml"):
        text_file.read(path, translator("en"))
    with pytest.raises(TextsError):
        text_file.read(tmp_path / "none.toml", translator("en"))


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_any_text_comes_back_from_toml_as_it_was(text):
    assert tomllib.loads(f"[a]\n{toml_string(text)} = {toml_string(text)}")["a"] == {text: text}


def test_a_change_is_the_same_whether_one_indicator_is_asked_or_all(sample_content):
    """All in one frame, the first period of an indicator must not be held against the last of another."""
    content = sample_content()
    for code in ("AIR-05", "GIZI-01", "VOK-02"):
        alone = standing.over_periods(content.answers.store, content.asked.as_of, code, content.known, "id")
        told = [row["change"] for row in content.periods[code]]
        assert told == [row["change"] for row in records(alone)]
        assert set(told) - {None}


@pytest.mark.parametrize("asked", [{"programme": "AIR"}, {"partner": "GEMATI"}, {"funder": "LUMBUNG"},
                                   {"funder": "POLKA"}, {"scheme": "permendagri_86"}])  # fmt: skip
def test_every_choice_has_a_draft_with_its_own_money_only(sample_content, asked):
    content = sample_content("en", **asked)
    parts = draft(content)
    assert len({part.key for part in parts}) == len(parts)
    programmes = {row["programme"] for each in content.money for row in each.given if row["programme"]}
    beside = {row["programme"] for each in content.money for row in each.programmes}
    assert beside <= programmes
    if "funder" in asked:
        name = content.known["partner"][asked["funder"]]
        assert any(f"of it came from {name}." in part.text for part in parts)
        assert programmes <= content.answers.funded
