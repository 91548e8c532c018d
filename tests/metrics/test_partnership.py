"""The partnership itself: survey, small groups hidden, balance, ties, agreements; figures worked out by hand."""

from datetime import date, timedelta
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from charts.missing import records
from definitions.partnership import partnership as words
from metrics import directory, network, partnership, ties, weight

DAY = date(2026, 11, 22)
KINDS = {"A": "ngo", "B": "ngo", "C": "community", "D": "faith", "E": "media", "F": "company", "G": "funder",
         "H": "government", "I": "education", "J": "health"}  # fmt: skip


def partner(code, kind="ngo", **differs):
    return {"code": code, "name": f"Mitra {code}", "kind": kind} | differs


def answers(round_, factor, scores):
    """One answer a partner: `scores` by partner, or several of them by (partner, respondent)."""
    return [{"round": round_, "partner": who[0], "factor": factor, "score": score,
             "respondent": who[1] if isinstance(who, tuple) else None} for who, score in scores.items()]  # fmt: skip


FIRST = dict(zip("ABCDEF", (3, 3, 4, 2, 3, 3), strict=True))
SECOND = dict(zip("ABCDEF", (4, 4, 4, 3, 4, 5), strict=True))


@pytest.fixture(scope="module")
def forum(forum_of):
    return forum_of(
        partners=[partner(code, kind) for code, kind in KINDS.items()],
        survey=[*answers("2025-1", "kepercayaan", FIRST), *answers("2025-2", "Trust", SECOND),
                *answers("2025-2", "komunikasi", dict(zip("ABCD", (1, 2, 3, 4), strict=True))),
                *answers("2025-2", "urusan sendiri", dict.fromkeys("ABCDEFGHIJ", 4))],
    )  # fmt: skip


def rows(forum, round_="2025-2"):
    return {row["factor_key"]: row for row in records(partnership.health(forum.store, round_))}


def test_a_factor_is_the_same_in_either_language_and_one_of_its_own_is_kept(forum):
    assert list(rows(forum)) == ["trust", "communication", "urusan sendiri"]


def test_mean_and_range_of_a_factor(forum):
    row = rows(forum)["trust"]
    assert (row["partners"], row["answers"], row["lowest"], row["highest"]) == (6, 6, 3, 5)
    assert row["mean"] == 4


def test_change_is_of_the_partners_that_answered_both_times_with_its_interval(forum):
    row = rows(forum)["trust"]
    moved = [1, 1, 0, 1, 1, 2]
    assert row["change"] == 1
    reach = stats.t.ppf(0.975, 5) * sqrt(sum((one - 1) ** 2 for one in moved) / 5) / sqrt(6)
    assert (row["change_low"], row["change_high"]) == pytest.approx((1 - reach, 1 + reach))
    by_scipy = stats.ttest_rel(list(SECOND.values()), list(FIRST.values())).confidence_interval(0.95)
    assert (row["change_low"], row["change_high"]) == pytest.approx((by_scipy.low, by_scipy.high))


def test_four_answers_are_hidden_and_so_is_everything_made_of_them(forum):
    row = rows(forum)["communication"]
    assert row["reason"] == "suppressed"
    assert [row[name] for name in ("mean", "lowest", "highest", "sd", "change")] == [None] * 5
    assert "communication" not in set(partnership.spread(forum.store, "2025-2")["factor_key"])


def test_a_round_of_few_partners_shows_no_words(forum_of):
    said = [row | {"comment": "baik"} for row in answers("1", "komunikasi", dict.fromkeys("ABCD", 3))]
    few = forum_of(partners=[partner(code) for code in "ABCD"], survey=said)
    assert partnership.comments(few.store, "1") == []


def test_several_people_of_one_partner_are_one_dot_and_several_answers(forum_of):
    scores = {("A", "1"): 1, ("A", "2"): 3, **dict.fromkeys("BCDE", 4)}
    other = forum_of(partners=[partner(code) for code in "ABCDE"], survey=answers("1", "kepercayaan", scores))
    (row,) = records(partnership.health(other.store))
    assert (row["answers"], row["partners"], row["lowest"]) == (6, 5, 2)
    assert row["mean"] == pytest.approx(20 / 6)
    assert [(dot["score"], dot["partners"]) for dot in records(partnership.spread(other.store, "1"))] == [
        (2, 1),
        (4, 4),
    ]


def test_many_answers_of_few_partners_give_a_mean_and_no_range(forum_of):
    scores = {(code, str(n)): 3 for code in "AB" for n in range(3)}
    other = forum_of(partners=[partner("A"), partner("B")], survey=answers("1", "kepercayaan", scores))
    (row,) = records(partnership.health(other.store))
    assert (row["mean"], row["lowest"], row["highest"]) == (3, None, None)


def test_both_sides_are_shown_where_five_stand_on_each(forum):
    found = {(row["factor_key"], row["side"]): row for row in records(partnership.by_side(forum.store, "2025-2"))}
    assert found["urusan sendiri", "civil"]["mean"] == 4
    assert found["urusan sendiri", "institutional"]["partners"] == 5
    assert found["trust", "institutional"]["reason"] == "suppressed"
    assert found["trust", "civil"]["reason"] == "suppressed"  # else the one on the other side could be worked out


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 12), min_size=1))
def test_nobody_hidden_can_be_worked_out_from_the_whole(sizes):
    hidden = partnership.hidden_groups(sizes, 5)
    assert {name for name, size in sizes.items() if size < 5} <= hidden
    assert not hidden or sum(sizes[name] for name in hidden) >= 5 or hidden == set(sizes)


@pytest.mark.parametrize("n", [0, 4])
def test_a_change_of_few_pairs_is_not_worked_out(n):
    assert partnership.change([3] * n, [4] * n) == {
        "change": None, "change_low": None, "change_high": None, "change_pairs": n,
    }  # fmt: skip


def test_the_survey_has_eight_factors_with_a_statement_in_both_languages():
    assert len(words().factors) == 8
    assert {words().factor(one.label(language)) for one in words().factors for language in ("id", "en")} == {
        one.key for one in words().factors
    }
    assert all(one.statement("id") and one.statement("en") for one in words().factors)
    assert words().factor("Hal  lain") == "Hal lain"


@pytest.fixture(scope="module")
def acting(forum_of, define):
    """A leads and is given money by G; A and B act in one place of one programme, C in another place, D nowhere."""
    programme = {"code": "P", "name": "Program", "start": date(2025, 1, 1), "end": date(2027, 1, 1), "lead": "mitra a"}
    acts = [
        {"partner": who, "activity": "x", "sector": sector, "place": place, "start": date(2025, 1, 1), "programme": "P"}
        for who, sector, place in (("A", "air", "33.22"), ("B", "air", "33.22"), ("C", "gizi", "33.16"))
    ]
    said = [
        {"date": date(2026, 3, 1), "meeting": "Rapat", "partner": who, "speaking_minutes": minutes, "decisions": n}
        for who, minutes, n in (("A", 30, 1), ("B", 10, 0), ("C", None, 1))
    ]
    gift = {"programme": "P", "period": "2025", "kind": "money"}
    given = [
        gift | {"partner": who, "delivered": amount, "currency": currency}
        for who, amount, currency in (("G", 90, "IDR"), ("A", 10, "IDR"), ("B", 7, "USD"))
    ]
    return forum_of(
        programmes=[programme],
        partners=[partner(code, place="33.22") for code in "ABCDG"],
        activities=acts,
        participation=said,
        contributions=given,
    )


def test_shares_of_money_speaking_decisions_and_lead_stand_side_by_side(acting):
    found = {
        (row["partner"], row["dimension"]): row["share"] for row in records(weight.shares(acting.store, DAY, "IDR"))
    }
    assert (found["G", "money"], found["A", "money"], found["B", "money"]) == (0.9, 0.1, 0)
    assert (found["A", "speaking"], found["B", "speaking"], found["G", "speaking"]) == (0.75, 0.25, 0)
    assert (found["A", "lead"], found["C", "decisions"]) == (1, 0.5)
    assert not any(dimension == "in_kind" for _partner, dimension in found)


def test_the_gap_between_money_and_decisions(acting):
    gaps = weight.apart(weight.shares(acting.store, DAY, "IDR"))
    assert gaps["G"] == pytest.approx(0.9)
    assert gaps["C"] == pytest.approx(-0.5)
    assert weight.apart(weight.shares(acting.store, DAY, "IDR"), other="in_kind") == {}


def test_balance_of_each_dimension(acting):
    found = {row["dimension"]: row for row in records(weight.balance(acting.store, DAY, "IDR"))}
    assert found["money"]["effective_partners"] == pytest.approx(1 / 0.82)
    assert found["decisions"]["effective_partners"] == pytest.approx(2)
    assert (found["lead"]["largest"], found["lead"]["gini"]) == ("A", pytest.approx(1))


def test_ties_are_of_the_same_programme_or_the_same_place_of_it(acting):
    pairs = ties.ties(acting.store, DAY)
    by_place = ties.graph(pairs, list("ABCDG"), "places")
    assert sorted(by_place.edges) == [("A", "B")]
    assert network.density(by_place) == pytest.approx(0.1)
    by_programme = ties.graph(pairs, list("ABCDG"), "programmes")
    assert network.density(by_programme) == pytest.approx(0.6)  # A, B, C and G: six of ten
    with pytest.raises(ValueError, match="places, programmes"):
        ties.graph(pairs, ["A"], "friends")


def test_the_picture_of_the_ties_is_always_the_same_and_nobody_lies_on_another(acting):
    made = ties.graph(ties.ties(acting.store, DAY), list("GDCBA"), "programmes")
    spots = ties.positions(made)
    assert spots == ties.positions(ties.graph(ties.ties(acting.store, DAY), list("ABCDG"), "programmes"))
    assert len(set(spots.values())) == 5
    assert all(x * x + y * y == pytest.approx(1, abs=1e-5) for x, y in spots.values())


def test_roles_are_what_the_ledger_shows(acting):
    found = {row["partner"]: row for row in records(directory.roles(acting.store))}
    assert (found["A"]["leads"], found["A"]["funds"], found["A"]["activities"]) == (True, True, 1)
    assert (found["G"]["leads"], found["G"]["funds"], found["G"]["activities"]) == (False, True, None)
    assert "D" not in found


def test_seats_are_by_activity_by_what_is_given_and_by_ones_own_place(acting):
    seats = {(row["partner"], row["sector"], row["place"]) for row in records(directory.seats(acting.store))}
    assert {("A", "air", "33.22"), ("G", "air", None), ("G", "gizi", None), ("D", None, "33.22")} <= seats
    assert {row["place"] for row in records(directory.seats(acting.store, "33.16"))} == {"33.16"}


@pytest.mark.parametrize(
    ("ends", "standing"), [(-1, "ended"), (0, "ending"), (90, "ending"), (91, "valid"), (None, "open")]
)
def test_an_agreement_is_called_to_mind_ninety_days_before_its_end(forum_of, ends, standing):
    end = None if ends is None else DAY + timedelta(days=ends)
    other = forum_of(partners=[partner("A", agreement="MoU 1", agreement_end=end), partner("B")])
    found = {row["partner"]: row for row in records(directory.partners(other.store, DAY))}
    assert (found["A"]["standing"], found["A"]["days_left"]) == (standing, ends)
    assert found["B"]["standing"] == "none"
