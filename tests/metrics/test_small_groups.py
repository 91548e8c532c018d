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


# --- period by period, by place, in the list of cells and on the command line ----------

QUARTERS = ("2025-Q1", "2025-Q2", "2025-Q3")


@pytest.fixture
def growing(forum, define):
    """Men in Lor: 3, then 13 in all; each quarter's cell is to be judged, not the 16 of the year alone."""
    forum.send(indicators=[define("O")], results=[
        ("O", period, value, partner, place, group)
        for partner, place, men, women in (
            ("A", "Lor", (3, 13, 30), (40, 55, 60)), ("A", "Kidul", (25, 101, 40), (30, 45, 50)),
            ("B", "Lor", (50, 20, 30), (20, 35, 60)), ("B", "Kidul", (17, 69, 25), (28, 43, 35)))
        for group, values in (("sex=m", men), ("sex=f", women))
        for period, value in zip(QUARTERS, values, strict=True)])  # fmt: skip
    return forum


def cells_shown(forum, code="O"):
    from metrics.lineage import trace

    found = trace(forum.store, code, NOW, hidden=hidden_cells(forum.store, NOW, code))
    rows = found[found["what"] == "result"]
    return {(row.period, row.partner, row.place, row.group): None if row.is_hidden else row.value
            for row in rows.itertuples()}  # fmt: skip


def test_a_small_cell_of_one_quarter_is_hidden_in_the_list_of_cells(growing):
    found = cells_shown(growing)
    assert found["2025-Q1", "A", "Lor", "sex=m"] is None
    assert sum(value is not None for value in found.values()) == 8  # 16 of 24: two of each dimension make the box


def test_the_quarter_cannot_be_told_from_the_others_nor_from_the_totals_of_any_view(growing):
    """Whoever knows all cells of the list and every view's figures: is 3 the only number that fits?"""
    import numpy as np
    from scipy.optimize import linprog

    units = [(partner, place, group, period) for partner in "AB" for place in ("Lor", "Kidul") for group in WHO
             for period in QUARTERS]  # fmt: skip
    known, right = [], []
    for key, value in cells_shown(growing).items():
        if value is not None:
            known.append([float(unit == (*key[1:], key[0])) for unit in units])
            right.append(value)
    cells = hidden_cells(growing.store, NOW, "O")
    for by in (["partner"], ["place"], ["group"], ["partner", "place"], ["partner", "group"], ["place", "group"], []):
        for asked in (by, [*by, "period"]):
            found = progress(growing.store, NOW, asked, indicator="O")
            found = without_hidden(found, cells) if by else found
            for row in found.to_dict("records"):
                if row["actual"] == row["actual"] and row["actual"] is not None and str(row["actual"]) != "<NA>":
                    told = dict(zip(("partner", "place", "group", "period"), range(4), strict=True))
                    known.append([float(all(unit[told[name]] == row[name] for name in asked)) for unit in units])
                    right.append(float(row["actual"]))
    aim = np.array([float(unit == ("A", "Lor", "sex=m", "2025-Q1")) for unit in units])
    ends = [linprog(sign * aim, A_eq=np.array(known), b_eq=np.array(right), bounds=[(0, None)] * len(units))
            for sign in (1, -1)]  # fmt: skip
    assert ends[0].success and ends[1].success
    assert -ends[1].fun - ends[0].fun >= 1


def by_place(forum, code="O", **filters):
    found = progress(forum.store, NOW, ["place"], indicator=code, **filters)
    found = without_hidden(found, hidden_cells(forum.store, NOW, code), filters.get("partner"))
    return {row["place"]: row["actual"] if row["reason"] != "suppressed" else None for row in found.to_dict("records")}


def test_two_survivors_in_a_place_are_hidden_without_any_group(forum, define):
    """Lor 43, Kidul 2, Wetan 30: with all 75 shown, one more place has to go with Kidul."""
    forum.send(indicators=[define("O")], results=[("O", "2025", 3, "A", "Lor"), ("O", "2025", 40, "B", "Lor"),
               ("O", "2025", 2, "A", "Kidul"), ("O", "2025", 30, "B", "Wetan")])  # fmt: skip
    found = by_place(forum)
    assert found["Kidul"] is None and list(found.values()).count(None) == 2
    assert forum.actual("O") == 75
    found = progress(forum.store, NOW, ["partner"], indicator="O")
    found = without_hidden(found, hidden_cells(forum.store, NOW, "O"))
    assert found["actual"].isna().all()  # A is 5, and B the rest of 75


def test_toilets_by_place_stay(forum, define):
    forum.send(indicators=[define("O", unit="unit")],
               results=[("O", "2025", 3, "A", "Lor"), ("O", "2025", 40, "A", "Kidul")])  # fmt: skip
    assert by_place(forum) == {"Lor": 3, "Kidul": 40}
    assert hidden_cells(forum.store, NOW, "O") == frozenset()


def test_shares_of_water_points_by_place_stay_those_of_children_do_not(forum, define):
    ratio = {"measure": "ratio", "over_time": "last", "over_units": "ratio"}
    forum.send(indicators=[define("O", unit="%", **ratio), define("P", unit="% balita", **ratio)], results=[
        {"indicator": code, "period": "2025", "place": place, "numerator": n, "denominator": d}
        for code in "OP" for place, n, d in (("Lor", 5, 8), ("Kidul", 30, 60), ("Wetan", 40, 60))])  # fmt: skip
    assert hidden_cells(forum.store, NOW, "O") == frozenset()
    assert by_place(forum, "P")["Lor"] is None


def test_a_latest_figure_is_not_told_by_the_quarter_it_comes_from(forum, define):
    """Men 2, 20, 25 and women 30, 35, 40 of one place, the latest counts: Q1 has a small cell."""
    forum.send(indicators=[define("O", over_time="last")], results=[
        ("O", period, value, "A", "Lor", group) for group, values in (("sex=m", (2, 20, 25)), ("sex=f", (30, 35, 40)))
        for period, value in zip(QUARTERS, values, strict=True)])  # fmt: skip
    found = cells_shown(forum)
    assert found["2025-Q1", "A", "Lor", "sex=m"] is None and found["2025-Q1", "A", "Lor", "sex=f"] is None
    assert found["2025-Q3", "A", "Lor", "sex=m"] == 25


def test_the_command_line_hides_small_groups_and_says_when_it_does_not(growing, capsys):
    import json

    from metrics.__main__ import main

    store = ["--store", str(growing.store.path), "--as-of", "2026-01-01", "--format", "json", "--lang", "en"]
    assert main(["trace", "O", *store]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {(row["value"], row["is_hidden"]) for row in rows if row["group"] == "sex=m" and row["place"] == "Lor"
            and row["partner"] == "A" and row["period"] == "2025-Q1"} == {(None, True)}  # fmt: skip
    assert main(["progress", "--by", "period,partner,place,group", *store]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert "suppressed" in {row["reason"] for row in rows if row["actual"] is None}
    assert 3 not in {row["actual"] for row in rows}
    assert all(isinstance(row["actual"], (float, type(None))) for row in rows)
    assert main(["progress", "--by", "period,partner,place,group", *store[:4], "--format", "table"]) == 0
    assert "…" in capsys.readouterr().out
    assert main(["trace", "O", "--unprotected", *store]) == 0
    told = capsys.readouterr()
    assert 3 in {row["value"] for row in json.loads(told.out)} and "Unprotected" in told.err
