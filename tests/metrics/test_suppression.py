"""Hidden counts stay hidden: from margins, from differences between filters, from percentages, from enumeration."""

import itertools

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from metrics.suppression import (
    TOTAL,
    hidden,
    is_estimate_unstable,
    lines,
    rare_combinations,
    share_shown,
    shown,
    with_margins,
)

QUICK = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
COUNT = st.sampled_from([0, 0, 1, 2, 3, 4, 5, 7, 9, 10, 11, 12, 15, 40, 100])


def table(*dimensions):
    """A cube of counts with these many values in each dimension."""
    keys = list(itertools.product(*(range(size) for size in dimensions)))
    return st.lists(COUNT, min_size=len(keys), max_size=len(keys)).map(
        lambda counts: dict(zip(keys, counts, strict=True))
    )


# --- the rule ----------


def test_one_to_ten_are_hidden_zero_and_eleven_are_not():
    cells = {(name,): count for name, count in enumerate([0, 1, 10, 11])}
    assert hidden(cells) == {(1,), (2,)}


def test_five_is_the_other_usual_bound():
    assert hidden({("a",): 4, ("b",): 5}, least_shown=5) == {("a",)}


def test_a15_a_single_small_cell_takes_its_complement_with_it():
    """M 8, F 40, total 48: if F stayed, M would be 48 − 40."""
    assert shown({("M",): 8, ("F",): 40}) == {("M",): None, ("F",): None, (TOTAL,): 48}


def test_the_total_goes_when_nothing_else_is_left():
    assert shown({("M",): 8, ("F",): 0}) == {("M",): None, ("F",): 0, (TOTAL,): None}


def test_the_next_smallest_is_the_complement_not_a_zero():
    found = shown({("a",): 3, ("b",): 0, ("c",): 20, ("d",): 15})
    assert found == {("a",): None, ("b",): 0, ("c",): 20, ("d",): None, (TOTAL,): 38}


def test_two_small_cells_whose_sum_gives_both_away_need_a_third():
    """1 + 1 = 2: two hidden cells of one or more that add up to two can only be one each; 2 is small itself, and 30
    beside them keeps the grand total from telling."""
    found = shown({("a",): 1, ("b",): 1, ("c",): 30})
    assert [found[key] for key in (("a",), ("b",), ("c",))] == [None, None, None]
    assert found[(TOTAL,)] == 32


def test_rows_and_columns_protect_each_other():
    """8 in a corner of a 2 × 2 table needs the whole square."""
    found = shown({(0, 0): 8, (0, 1): 40, (1, 0): 30, (1, 1): 50})
    assert [found[key] for key in itertools.product((0, 1), (0, 1))] == [None] * 4
    assert found[(0, TOTAL)] == 48
    assert found[(TOTAL, TOTAL)] == 128


def test_totals_are_derived_and_may_not_be_given():
    assert with_margins({("f", "a"): 3, ("m", "a"): 4})[(TOTAL, "a")] == 7
    with pytest.raises(ValueError, match="finest"):
        with_margins({("f",): 3, (TOTAL,): 7})


def test_a_percentage_of_few_or_with_a_hidden_part_is_hidden():
    assert share_shown(12, 48) == 0.25
    assert share_shown(0, 48) == 0
    assert share_shown(8, 48) is None
    assert share_shown(5, 10) is None
    assert share_shown(None, 48) is None


def test_k_anonymity_counts_records_of_rare_combinations():
    rows = [("f", "20s"), ("f", "20s"), ("f", "30s"), ("m", "20s")]
    assert rare_combinations(rows, 2) == 2
    assert rare_combinations(rows, 3) == 4


def test_survey_estimates_with_a_large_error_are_unstable():
    assert is_estimate_unstable(0.05, 0.03)
    assert not is_estimate_unstable(0.5, 0.01)
    assert is_estimate_unstable(0.98, 0.02)
    assert is_estimate_unstable(0.0, 0.0)


# --- attacks: with all that is shown, in every filter, can a small count be worked out? ----------


def attacked_by_enumeration(cells, answer):
    """Every table of whole numbers that fits what is shown; hidden means one or more. Returns the values each small
    cell could have, up to two."""
    cube = with_margins(cells)
    unknown = [key for key in cells if answer[key] is None]
    most = {
        key: min(
            [int(answer[line.whole]) for line in lines(cube) if key in line.parts and answer[line.whole] is not None]
            or [60]
        )
        for key in unknown
    }
    shown_margins = [key for key in cube if TOTAL in key and answer[key] is not None]
    could_be = {key: set() for key in unknown}
    for values in itertools.product(*(range(1, most[key] + 1) for key in unknown)):
        guess = {key: count if answer[key] is not None else None for key, count in cells.items()}
        guess |= dict(zip(unknown, values, strict=True))
        sums = with_margins(guess)
        if all(sums[key] == answer[key] for key in shown_margins):
            for key, value in zip(unknown, values, strict=True):
                could_be[key].add(value)
    return could_be


def attacked_by_linear_programme(cells, answer):
    """The least and the most that each small hidden cell or margin can be, given every shown cell and every sum."""
    cube = with_margins(cells)
    place = {key: number for number, key in enumerate(cube)}
    rows = np.zeros((len(lines(cube)), len(cube)))
    for row, line in zip(rows, lines(cube), strict=True):
        row[place[line.whole]] = -1
        for part in line.parts:
            row[place[part]] = 1
    bounds = [(1, None) if answer[key] is None else (answer[key], answer[key]) for key in cube]
    found = {}
    for key, count in cube.items():
        if 0 < count < 11:
            aim = np.zeros(len(cube))
            aim[place[key]] = 1
            ends = [linprog(sign * aim, A_eq=rows, b_eq=np.zeros(len(rows)), bounds=bounds) for sign in (1, -1)]
            found[key] = tuple(end.x[place[key]] if end.status == 0 else np.inf for end in ends)
    return found


@QUICK
@given(cells=table(3))
def test_no_count_of_a_row_can_be_enumerated(cells):
    answer = shown(cells, least_shown=5)
    for key, values in attacked_by_enumeration(cells, answer).items():
        if 0 < cells[key] < 5 and any(count for other, count in cells.items() if other != key):
            assert len(values) != 1, f"{key} of {cells} is {values}"


@QUICK
@given(cells=table(3, 3))
def test_no_count_of_a_cross_table_can_be_solved_from_its_margins(cells):
    answer = shown(cells)
    for key, (least, most) in attacked_by_linear_programme(cells, answer).items():
        assert answer[key] is None
        assert most - least > 0.5, f"{key} of {cells} lies between {least} and {most}"


@settings(QUICK, max_examples=25)
@given(cells=table(2, 2, 3))
def test_no_count_can_be_solved_from_the_differences_between_filters(cells):
    """Place × sex × age: a filter on any of them shows a face of this one cube, so all filter states together are the
    cube with its margins."""
    answer = shown(cells)
    for key, (least, most) in attacked_by_linear_programme(cells, answer).items():
        assert most - least > 0.5, f"{key} of {cells} lies between {least} and {most}"


@QUICK
@given(cells=table(2, 4))
def test_what_is_shown_is_true_and_every_small_count_is_hidden(cells):
    answer, cube = shown(cells), with_margins(cells)
    assert {key for key, count in cube.items() if 0 < count < 11} <= {
        key for key, count in answer.items() if count is None
    }
    assert all(count == cube[key] for key, count in answer.items() if count is not None)
    assert all(answer[key] == 0 for key, count in cube.items() if count == 0)
