"""The command line of places, contributions and the partnership: every word of `--show`, as JSON, and wrong words."""

import json
from datetime import date

import pytest

from metrics.__main__ import DONE, main
from metrics.partnership_answers import SHOWN

WORDS = [(question, word) for question, words in SHOWN.items() for word in words]


@pytest.fixture(scope="module")
def forum(forum_of):
    """Two partners in one place, one of whom gives money; five answers of one factor."""
    act = {"activity": "Kelas", "place": "33.22", "start": date(2025, 1, 1), "end": date(2025, 2, 1), "planned": 10,
           "sector": "gizi", "programme": "P"}  # fmt: skip
    return forum_of(
        programmes=[{"code": "P", "name": "Program", "start": date(2025, 1, 1), "end": date(2027, 1, 1), "lead": "A",
                     "budget": 100, "currency": "IDR"}],
        partners=[{"code": code, "name": f"Mitra {code}", "kind": "ngo"} for code in "ABCDE"],
        activities=[{"partner": "A"} | act, {"partner": "B"} | act],
        needs=[{"place": "33.16", "sector": "gizi", "people": 40}],
        contributions=[{"partner": "A", "programme": "P", "period": "2025", "kind": "money", "pledged": 10,
                        "delivered": 5, "currency": "IDR"}],
        campaigns=[{"code": "K", "name": "K", "start": date(2025, 1, 1), "goal": 10, "raised": 5, "currency": "IDR"}],
        survey=[{"round": "1", "partner": code, "factor": "trust", "score": 4} for code in "ABCDE"],
    )  # fmt: skip


def answered(forum, capsys, *arguments):
    assert main([*arguments, "--store", str(forum.store.path), "--format", "json", "--as-of", "2026-01-01"]) == DONE
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(("question", "word"), WORDS)
def test_every_word_is_answered_with_rows(forum, capsys, question, word):
    rows = answered(forum, capsys, question, "--show", word)
    assert isinstance(rows, list)
    assert rows or (question, word) in (("overlap", "decisions"), ("contributions", "outputs"))


def test_without_a_word_the_first_is_shown(forum, capsys):
    (row,) = answered(forum, capsys, "overlap")
    assert (row["partner"], row["other_partner"], row["planned_total"], row["severity"]) == ("A", "B", 20, "unclear")
    (row,) = answered(forum, capsys, "contributions")
    assert (row["pledged"], row["delivered"], row["delivered_share"]) == (10, 5, 0.5)
    (row,) = answered(forum, capsys, "partnership")
    assert (row["round"], row["factor"], row["mean"], row["partners"]) == ("1", "trust", 4, 5)


def test_what_belongs_to_a_period_to_come_is_not_counted_yet(forum, capsys):
    """The only contribution is of 2025."""
    for word in ("entries", "totals"):
        assert main(["contributions", "--show", word, "--store", str(forum.store.path), "--format", "json",
                     "--as-of", "2024-12-31"]) == DONE  # fmt: skip
        assert json.loads(capsys.readouterr().out) == []


def test_the_network_is_told_of_both_kinds_of_ties(forum_of, capsys):
    """A and B act in the same programme, each in a place of its own."""
    act = {"activity": "Kelas", "start": date(2025, 1, 1), "programme": "P"}
    apart = forum_of(
        programmes=[{"code": "P", "name": "Program", "start": date(2025, 1, 1), "end": date(2027, 1, 1)}],
        partners=[{"code": code, "name": f"Mitra {code}", "kind": "ngo"} for code in "ABC"],
        activities=[{"partner": "A", "place": "33.22"} | act, {"partner": "B", "place": "33.23"} | act],
    )
    rows = answered(apart, capsys, "partnership", "--show", "network")
    whole = {row["within"]: (row["ties"], row["density"]) for row in rows if row["partner"] is None}
    assert whole == {"places": (0, 0), "programmes": (1, pytest.approx(1 / 3))}


def test_an_unknown_word_is_wrong_usage(forum, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["overlap", "--show", "feelings", "--store", str(forum.store.path)])
    assert ended.value.code == 2
