"""A cube of too many cells to attack each: the finest are hidden as a whole, and the rest still gives nobody away."""

import itertools
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.large_cubes import hidden_in_large
from metrics.small_groups import hidden_cells
from metrics.suppression import TOTAL, lines, with_margins
from metrics.suppression_attack import can_be_anything_else

PARTNERS, PLACES, GROUPS = ("A", "B", "C"), ("Lor", "Kidul", "Wetan"), ("sex=f", "sex=m")
ALL = (TOTAL, TOTAL, TOTAL)


def cube_of(counts):
    """A year's counts by partner, place and group, with every margin; the year itself is no dimension to add up."""
    keys = itertools.product(("2025",), PARTNERS, PLACES, GROUPS)
    finest = {key: count for key, count in zip(keys, counts, strict=True) if count is not None}
    return {key: count for key, count in with_margins(finest).items() if key[0] is not TOTAL}


def judged(cube, most):
    return hidden_in_large(cube, lines_of, most, least_shown=11, always_shown={("2025", *ALL)} & cube.keys())


def lines_of(cube):
    return [line for line in lines(cube) if line.whole in cube]


def some_counts(each):
    return st.lists(each, min_size=18, max_size=18)


@settings(max_examples=60, deadline=None)
@given(counts=some_counts(st.one_of(st.none(), st.integers(0, 60))), most=st.sampled_from((10, 24, 40)))
def test_no_small_cell_can_be_solved_from_all_that_is_shown(counts, most):
    cube = cube_of(counts)
    away = judged(cube, most)
    small = {key for key, count in cube.items() if 0 < count < 11 and key[1:] != ALL}
    assert small <= away
    sums = [(line.whole, line.parts) for line in lines(cube) if line.whole in cube]
    assert small == can_be_anything_else(away, cube, sums, small)


def test_partners_and_places_stay_where_only_the_finest_are_small():
    """7 men in every place of every partner: 21 a partner, 21 a place; none of these is a secret."""
    cube = cube_of([30, 7] * 9)
    away = judged(cube, 24)
    assert not any(key[3] is TOTAL and key.count(TOTAL) >= 2 for key in away)
    assert all(key in away for key in cube if TOTAL not in key)


def test_an_indicator_of_many_cells_keeps_its_figures_by_place(forum, define, monkeypatch):
    monkeypatch.setattr("metrics.small_groups.MOST_CELLS", 50)
    forum.send(indicators=[define("O")], results=[
        ("O", "2025", 7 if group == "sex=m" else 40, partner, place, group)
        for partner in ("A", "B") for place in PLACES for group in GROUPS])  # fmt: skip
    away = hidden_cells(forum.store, date(2026, 1, 1), "O")
    assert away and all(key[3] is not TOTAL for key in away)
