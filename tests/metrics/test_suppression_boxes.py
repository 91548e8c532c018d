"""Large tables: a box around each small cell keeps it, and hides few others."""

import random
from datetime import date

import numpy as np
import pytest

from metrics import suppression
from metrics.small_cells import Figure, always_shown, axes_of, cube_of, spans_of, sums_of
from metrics.suppression import hidden

QUARTERS = [(f"{year}-Q{part}", f"{year}") for year in (2025, 2026) for part in (1, 2, 3, 4)][:5]
LEAST = 11


@pytest.fixture(autouse=True)
def _boxes_in_small_tables(monkeypatch):
    monkeypatch.setattr(suppression, "BOXES_ABOVE", 300)


def figures(seed: int, partners: int, places: int, share_small: float, traits: tuple[str, ...] = ()) -> list[Figure]:
    """Quarterly counts of partners and places with the totals of their years and lives, as metrics.progress gives."""
    draw, rows = random.Random(seed), []
    days = {quarter: (date(int(year), 3 * int(quarter[-1]) - 2, 1), date(int(year), 3 * int(quarter[-1]), 28))
            for quarter, year in QUARTERS}  # fmt: skip
    years = {year: (date(int(year), 1, 1), date(int(year), 12, 31)) for _, year in QUARTERS}
    for partner in range(partners):
        for place in range(places):
            for group in traits or (None,):
                sums: dict[str | None, float] = {}
                for quarter, year in QUARTERS:
                    usual = draw.choice([0, draw.randint(11, 900)])
                    count = draw.randint(1, 10) if draw.random() < share_small else usual
                    rows.append(row(quarter, partner, place, group, *days[quarter], count))
                    for wide in (year, None):
                        sums[wide] = sums.get(wide, 0) + count
                for wide, total in sums.items():
                    rows.append(row(wide, partner, place, group, *years.get(wide, (None, None)), total))
    return rows


def row(period, partner, place, group, start, end, count) -> Figure:
    return Figure("A", period, f"P{partner}", f"D{place}", group, start, end, float(count), None, None)


def judged(rows: list[Figure]):
    """The cube, its sums, what is always shown, and what is hidden."""
    cube = cube_of(rows, "actual", is_added=True)
    sums, shown = sums_of(cube, spans_of(rows), "sum"), always_shown(cube)
    return cube, sums, shown, hidden(cube, sums, least_shown=LEAST, always_shown=shown, axes=axes_of)


def solvable(cube, sums, away) -> set:
    """The hidden cells that plain linear algebra can solve: those that no direction of the sums' null space moves."""
    keys = sorted(away, key=str)
    place = {key: number for number, key in enumerate(keys)}
    equations = np.zeros((len(sums), len(keys)))
    for number, line in enumerate(sums):
        for part in line.parts:
            if part in place:
                equations[number, place[part]] += 1
        if line.whole in place:
            equations[number, place[line.whole]] -= 1
    _, sizes, directions = np.linalg.svd(equations, full_matrices=True)
    rank = int((sizes > 1e-9).sum())
    return {key for key in keys if np.abs(directions[rank:, place[key]]).max(initial=0) < 1e-9}


@pytest.mark.parametrize("seed", range(4))
def test_no_small_cell_of_a_large_table_can_be_solved(seed):
    cube, sums, shown, away = judged(figures(seed, partners=5, places=8, share_small=0.03))
    small = {key for key, count in cube.items() if 0 < count < LEAST} - shown
    assert len(cube) > 300 and small <= away
    assert not solvable(cube, sums, away) & small


def test_nor_with_groups_of_people():
    traits = ("sex=f", "sex=m")
    cube, sums, shown, away = judged(figures(1, partners=4, places=5, share_small=0.02, traits=traits))
    small = {key for key, count in cube.items() if 0 < count < LEAST} - shown
    assert small <= away and not solvable(cube, sums, away) & small


def test_a_box_hides_few_cells_beside_each_small_one():
    rows = figures(3, partners=8, places=12, share_small=0)
    rows = [one._replace(actual=one.actual + 20) for one in rows if one.period in dict(QUARTERS)]
    at = rows.index(next(one for one in rows if (one.period, one.partner, one.place) == ("2025-Q2", "P3", "D4")))
    rows[at] = rows[at]._replace(actual=4.0)
    cube, *_, away = judged(rows)
    assert cube["2025-Q2", "P3", "D4", None] == 4
    assert len(away) == 4, "without years and lives the small cell and three corners of its quarter"


def test_a_small_total_is_kept_too():
    """The only quarter of a year: who knows the year knows the quarter, so both are hidden, and could be others."""
    cube, sums, _shown, away = judged(figures(7, partners=6, places=9, share_small=0.06))
    last = {key for key, count in cube.items() if key[0] == "2026" and None not in key[1:3] and 0 < count < LEAST}
    assert last and last <= away and not solvable(cube, sums, away) & last
