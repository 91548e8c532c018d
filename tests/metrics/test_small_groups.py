"""Figures by group of few people: hidden with what would give them away, the same cells under every filter."""

from datetime import date

import pytest

from metrics.progress import progress
from metrics.small_groups import hidden_cells, without_hidden

NOW = date(2026, 1, 1)
WHO = ("sex=f", "sex=m")


def people(forum, define, cells, **differs):
    """One result for each (place, group): people."""
    results = [("O", "2025", value, "A", place, group) for (place, group), value in cells.items()]
    forum.send(indicators=[define("O", **differs)], results=results)


@pytest.fixture
def forum_with_few(forum, define):
    people(forum, define, {("Lor", "sex=f"): 40, ("Lor", "sex=m"): 8, ("Kidul", "sex=f"): 30, ("Kidul", "sex=m"): 25})
    return forum


def shown(forum, by, **filters):
    found = progress(forum.store, NOW, by, indicator="O", **filters)
    found = without_hidden(found, hidden_cells(forum.store, NOW, "O"), filters.get("partner"), filters.get("place"))
    return {row["group"]: None if row["actual"] is None or row["actual"] != row["actual"] else row["actual"]
            for row in found.astype(object).where(found.notna(), None).to_dict("records")}  # fmt: skip


def test_eight_men_and_the_women_beside_them_are_hidden(forum_with_few):
    assert shown(forum_with_few, ["group"], place="Lor") == {"sex=f": None, "sex=m": None}


def test_the_other_place_does_not_give_them_away(forum_with_few):
    """All men are 33 and the men of Kidul would be 25: one of the two must go, and it goes under every filter."""
    everywhere, kidul = shown(forum_with_few, ["group"]), shown(forum_with_few, ["group"], place="Kidul")
    for group in WHO:
        assert everywhere[group] is None or kidul[group] is None


def test_a_hidden_row_says_so_and_carries_no_measure(forum_with_few):
    cells = hidden_cells(forum_with_few.store, NOW, "O")
    found = progress(forum_with_few.store, NOW, ["group"], indicator="O", place="Lor")
    found = without_hidden(found, cells, place="Lor")
    assert set(found["reason"]) == {"suppressed"} and set(found["status"]) == {"no_data"}
    assert found[["actual", "target", "progress", "achievement", "expected"]].isna().all(axis=None)


def test_a_zero_is_no_secret_and_large_groups_stay(forum, define):
    people(forum, define, {("Lor", "sex=f"): 40, ("Lor", "sex=m"): 0})
    assert hidden_cells(forum.store, NOW, "O") == frozenset()
    assert shown(forum, ["group"]) == {"sex=f": 40, "sex=m": 0}


def test_a_zero_beside_few_is_hidden_too_since_the_total_stands_elsewhere(forum, define):
    people(forum, define, {("Lor", "sex=f"): 8, ("Lor", "sex=m"): 0})
    assert shown(forum, ["group"], place="Lor") == {"sex=f": None, "sex=m": None}


def test_twelve_toilets_are_no_people(forum, define):
    people(forum, define, {("Lor", "sex=f"): 3, ("Lor", "sex=m"): 2}, unit="unit")
    assert hidden_cells(forum.store, NOW, "O") == frozenset()


def test_the_forum_may_choose_five(forum, define, monkeypatch):
    people(forum, define, {("Lor", "sex=f"): 40, ("Lor", "sex=m"): 8})
    monkeypatch.setenv("DAMPAK_K", "5")
    assert hidden_cells(forum.store, NOW, "O") == frozenset()
    monkeypatch.setenv("DAMPAK_K", "11")
    assert len(hidden_cells(forum.store, NOW, "O")) > 0


def test_a_share_of_few_is_hidden(forum, define):
    forum.send(indicators=[define("O", measure="ratio", unit="%", over_time="last", over_units="ratio")], results=[
        {"indicator": "O", "period": "2025", "place": "Lor", "group": group, "numerator": n, "denominator": d}
        for group, n, d in (("sex=f", 30, 60), ("sex=m", 4, 50))])  # fmt: skip
    assert shown(forum, ["group"]) == {"sex=f": None, "sex=m": None}


def test_what_is_shown_leaves_several_answers(forum, define):
    """The reader knows every shown cell and every total: is 8 the only number of men that fits?"""
    cells = {("Lor", "sex=f"): 40, ("Lor", "sex=m"): 8, ("Kidul", "sex=f"): 30, ("Kidul", "sex=m"): 25,
             ("Wetan", "sex=f"): 60, ("Wetan", "sex=m"): 70}  # fmt: skip
    people(forum, define, cells)
    places = ("Lor", "Kidul", "Wetan")
    seen = {(place, group): value for place in places for group, value in shown(forum, ["group"], place=place).items()}
    seen |= {(None, group): value for group, value in shown(forum, ["group"]).items()}
    totals = {place: sum(cells[place, group] for group in WHO) for place in places}

    def fits(men_of_lor: int, men_of_kidul: int) -> bool:
        men = {"Lor": men_of_lor, "Kidul": men_of_kidul, "Wetan": 70}
        guess = {(place, "sex=m"): men[place] for place in places}
        guess |= {(place, "sex=f"): totals[place] - men[place] for place in places}
        guess |= {(None, group): sum(guess[place, group] for place in places) for group in WHO}
        return all(value is None or guess[key] == value for key, value in seen.items())

    answers = {lor for lor in range(49) for kidul in range(56) if fits(lor, kidul)}
    assert 8 in answers and len(answers) > 1
