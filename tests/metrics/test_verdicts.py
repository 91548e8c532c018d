"""Verdicts that hold: ranges, chance in shares of people, and a programme judged by the scheme it has chosen."""

from datetime import date

import pytest

from data.programme_schemes import choose_scheme, chosen_schemes
from metrics.own_scheme import judged, own_scheme

LEVEL = {"over_time": "last", "over_units": "mean", "unit": "mg", "target_date": date(2027, 12, 31)}


# --- ranges ----------


@pytest.mark.parametrize(
    ("direction", "actual", "target", "capaian", "progress", "met"),
    [
        ("keep", 12, 10, 1.2, None, False),  # 10 is missed, and not 5: 12 / 10
        ("keep", 4, 5, 0.8, None, False),
        ("keep", 7, 5, 1.0, None, True),
        ("up", 12, 5, 1.0, 1.0, True),  # 5 was promised; more than 10 is no more than kept
        ("up", 4, 5, 0.8, 2 / 3, False),  # from 2: (4 − 2) / (5 − 2)
        ("down", 15, 10, 0.5, 0.5, False),  # from 20: (15 − 20) / (10 − 20)
        ("down", 3, 10, 1.0, 1.0, True),
    ],
)
def test_a_range_answers_to_the_bound_that_is_missed(forum, define, direction, actual, target, capaian, progress, met):
    start = {"keep": 7, "up": 2, "down": 20}[direction]
    forum.send(indicators=[define("R", direction=direction, baseline=start, target_low=5, target_high=10, **LEVEL)],
               results=[("R", "2025", actual)])  # fmt: skip
    row = forum.row("R")
    assert (row["target"], row["met"]) == (target, met)
    assert row["capaian"] == pytest.approx(capaian)
    assert row["progress"] == (None if progress is None else pytest.approx(progress))


def test_a_sentence_names_both_ends_of_a_range(forum, define):
    from charts.missing import records
    from locales import translator
    from metrics.standing import standing
    from metrics.wording import finding

    forum.send(indicators=[define("R", direction="keep", baseline=7, target_low=5, target_high=10, **LEVEL)],
               results=[("R", "2025", 12)])  # fmt: skip
    row = records(standing(forum.store, date(2026, 1, 1), "en"))[0]
    said = finding(row, translator("en"),
                   lambda value, unit: "—" if value is None else f"{value:g} {unit or ''}".strip())  # fmt: skip
    assert "5–10" in said and "(target 5)" not in said


def test_a_target_of_a_year_that_still_runs_is_not_said_to_be_missing(forum, define):
    from charts.missing import records
    from locales import translator
    from metrics.standing import standing
    from metrics.wording import finding

    forum.send(indicators=[define("R", over_time="last", unit="anak", baseline=40)], targets=[("R", "2026", 200)],
               results=[("R", "2026-Q2", 140)])  # fmt: skip
    row = records(standing(forum.store, date(2026, 11, 23), "en"))[0]
    assert (row["status"], row["target"]) == ("not_due", None)
    said = finding(row, translator("en"), lambda value, unit: "—" if value is None else f"{value:g}")
    assert "no target" not in said and "its target is of a period that has not ended" in said


# --- chance ----------


def share(define, **differs):
    return define("S", measure="ratio", unit="%", over_time="last", over_units="ratio", baseline=50, target=80,
                  baseline_date=date(2024, 1, 1), target_date=date(2027, 12, 31), **differs)  # fmt: skip


@pytest.mark.parametrize(("hits", "n", "status"), [(9, 20, "off_track"), (360, 800, "worsening")])
def test_forty_five_of_a_hundred_is_worse_than_half_only_where_enough_were_asked(forum, define, hits, n, status):
    """Wilson: 9 of 20 is 25.8 % to 65.8 % and holds 50 %; 360 of 800 is 41.6 % to 48.5 % and does not."""
    forum.send(indicators=[share(define)],
               results=[{"indicator": "S", "period": "2025", "numerator": hits, "denominator": n}])  # fmt: skip
    assert forum.row("S")["status"] == status


# --- the scheme of a programme ----------


@pytest.fixture
def two_programmes(forum, define):
    forum.send(
        programmes=[{"code": code, "name": code, "start": date(2024, 1, 1), "end": date(2027, 12, 31)}
                    for code in "PQ"],
        indicators=[define(f"{code}1", programme=code, baseline=0) for code in "PQ"],
        targets=[(f"{code}1", "2025", 100) for code in "PQ"], results=[(f"{code}1", "2025", 86) for code in "PQ"],
    )  # fmt: skip
    return forum


def verdicts(forum, **asked):
    found = judged(forum.store, date(2026, 1, 1), **asked)
    return {row.indicator: (row.scheme, row.status) for row in found.itertuples()}


def test_a_chosen_scheme_is_kept_and_judges_its_programme_alone(two_programmes):
    """86 of 100: behind by 95/60/0, on target by Toladata's 15 %."""
    forum = two_programmes
    before = forum.store.version()
    choose_scheme(forum.store, "P", "global_fund", chosen_by="Sri")
    choose_scheme(forum.store, "P", "tola_15", chosen_by="Sri")
    assert chosen_schemes(forum.store) == {"P": "tola_15"}
    assert (own_scheme(forum.store, "P"), own_scheme(forum.store, "Q"), own_scheme(forum.store, None)) == (
        "tola_15", "sdg_95_60_0", "sdg_95_60_0")  # fmt: skip
    assert verdicts(forum) == {"P1": ("tola_15", "on_track"), "Q1": ("sdg_95_60_0", "behind")}
    assert forum.store.version() > before  # screens forget what they remembered
    with forum.store.cursor() as cursor:
        assert cursor.execute("select count(*) from programme_schemes").fetchone() == (2,)  # nothing is overwritten


def test_whoever_asks_for_a_scheme_gets_it(two_programmes):
    choose_scheme(two_programmes.store, "P", "tola_15")
    assert verdicts(two_programmes, scheme_key="sdg_95_60_0")["P1"] == ("sdg_95_60_0", "behind")


def test_a_report_is_judged_by_the_scheme_of_its_programme(two_programmes):
    from reports.asked import Asked
    from reports.content import content_of

    choose_scheme(two_programmes.store, "P", "tola_15")
    for programme, scheme, status in (("P", "tola_15", "on_track"), ("Q", "sdg_95_60_0", "behind")):
        content = content_of(two_programmes.store, Asked(date(2026, 1, 1), "en", programme))
        assert (content.asked.scheme, content.rows[0]["status"]) == (scheme, status)


def test_the_command_line_names_the_scheme_and_its_own_word(two_programmes, capsys):
    import json

    from metrics.__main__ import main

    choose_scheme(two_programmes.store, "P", "tola_15")
    store = ["--store", str(two_programmes.store.path), "--as-of", "2026-01-01", "--format", "json", "--lang", "id"]
    assert main(["progress", "--by", "period", *store]) == 0
    found = {row["indicator"]: (row["scheme"], row["band"]) for row in json.loads(capsys.readouterr().out)}
    assert found == {"P1": ("tola_15", "Sesuai target"), "Q1": ("sdg_95_60_0", "Perlu perhatian")}
    assert main(["progress", "--by", "period", "--scheme", "permendagri_86", *store]) == 0
    assert {row["band"] for row in json.loads(capsys.readouterr().out)} == {"Tinggi"}


# --- doubts at the door ----------


def codes(outcome):
    return {problem.code: problem for problem in outcome.problems}


def test_a_part_above_its_total_is_not_let_in(forum, define):
    outcome = forum.check(indicators=[define("O")],
                          results=[("O", "2025", 10, "A"), ("O", "2025", 14, "A", None, "sex=m")])  # fmt: skip
    found = codes(outcome)
    assert found["part_above_total"].stops and "parts_differ" not in found


def test_thirty_of_twenty_is_asked_about(forum, define):
    outcome = forum.check(
        indicators=[share(define)], results=[{"indicator": "S", "period": "2025", "numerator": 30, "denominator": 20}]
    )
    assert not codes(outcome)["above_whole"].stops


def test_a_cumulative_figure_that_falls_is_asked_about(forum, define):
    from locales import translator

    cumulative = define("C", over_time="last", cumulative="yes")
    outcome = forum.check(indicators=[cumulative],
                          results=[("C", f"2025-Q{n}", v) for n, v in ((1, 80), (2, 72), (3, 90))])  # fmt: skip
    assert "falls by 8." in codes(outcome)["running_total_falls"].sentence(translator("en"))
    plain = forum.check(indicators=[define("C", over_time="last")],
                        results=[("C", "2025-Q1", 80), ("C", "2025-Q2", 72)])  # fmt: skip
    assert "running_total_falls" not in codes(plain)


MONTHS = [100, 100, 100, 100, 100, 100_000, 100]


def test_a_figure_far_from_six_that_are_all_the_same_is_found(forum, define):
    """No median distance there; the mean distance is 99,900 / 7, and 99,900 / (1.2533 × 14,271) = 5.6 of those."""
    from metrics.quality import findings

    rows = [("O", f"2025-{number:02}", value, "A") for number, value in enumerate(MONTHS, 1)]
    outcome = forum.send(indicators=[define("O", over_time="last", unit="unit")], results=rows)
    assert "outlier" in codes(outcome)
    found = findings(forum.store, date(2026, 1, 1))
    assert found[found["kind"] == "outlier"]["figure"].tolist() == [100_000]


def test_one_more_than_all_the_others_is_no_outlier(forum, define):
    rows = [("O", f"2025-{number:02}", value, "A") for number, value in enumerate([100] * 6 + [101], 1)]
    outcome = forum.send(indicators=[define("O", over_time="last", unit="unit")], results=rows)
    assert "outlier" not in codes(outcome)
