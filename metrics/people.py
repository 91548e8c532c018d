"""How many different people were reached, when several partners may have met the same ones: bounds and an estimate.

In each finest place the largest figure of one partner (or sector) counts, and places are added up. Source: IASC and
OCHA, Humanitarian Population Figures: maximum across sectors at the lowest area, then the sum of areas.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

import duckdb
import pandas as pd

from data.store import Store, run
from definitions.places import gazetteer
from metrics.engine import ask, frame
from metrics.progress import figures
from metrics.small_groups import HiddenCells


class People(NamedTuple):
    """People reached. At least `lower` (the largest partner or sector alone), at most `upper` (the plain sum, but no
    more than live there); `estimate` is the figure to show. `gross` counts a person once for each partner.
    `exceeds_population`: somebody reported more people than live there."""

    lower: float | None
    estimate: float | None
    upper: float | None
    gross: float | None
    exceeds_population: bool = False


Figure = tuple[str | None, str | None, float | None]
"""Place, partner (or sector), people."""


def people_of(
    cursor: duckdb.DuckDBPyConnection,
    cells: Iterable[Figure],
    population: float | None = None,
    within: Mapping[str, str] | None = None,
) -> People:
    """The bounds for these cells.

    Args:
        population: how many people live (or are in need) in all these places together.
        within: the larger place that holds a place; where both have figures, the larger place counts as the larger of
            its own figure and the sum of the places inside it.
    """
    known = [figure for figure in cells if figure[2] is not None]
    if not known:
        return People(None, None, None, None)
    places = frame(cursor, "people", {
        "indicators": [""] * len(known), "places": [figure[0] or "" for figure in known],
        "partners": [figure[1] or "" for figure in known], "people": [float(figure[2] or 0) for figure in known],
    })  # fmt: skip
    estimate = _added_up(dict(zip(places["place"], places["largest"].astype(float), strict=True)), within or {})
    gross = float(places["gross"].sum())
    by_partner: dict[str | None, float] = {}
    for _, partner, people in known:
        by_partner[partner] = by_partner.get(partner, 0) + float(people or 0)
    lower = min(max(by_partner.values()), estimate)
    upper = gross if population is None else min(gross, population)
    return People(lower, estimate, max(upper, estimate), gross, population is not None and estimate > population)


def people(
    store: Store, as_of: date, population: Mapping[str, float] | None = None, *, indicator: str | None = None,
    hidden: HiddenCells | None = None,
) -> pd.DataFrame:  # fmt: skip
    """One row per indicator that is added up over partners and places: lower, estimate, upper, gross, reporters.

    Everything that was reported from the start to `as_of` counts, whatever targets there are. For indicators of people;
    the caller knows which they are. `population` by indicator, where it is known. With `hidden` (small_groups) the
    lower bound and the estimate are NULL where one of a hidden partner or place could be told from them.
    """
    rules = ask(store, "added_over_units")
    asked = [code for code in rules["code"] if indicator in (None, code)]
    found = figures(store, as_of, ["partner", "place"], asked)
    found = found[found["period"].isna() & found["actual"].notna()]
    with store.cursor() as cursor:
        within = _within(cursor)
        rows = []
        for code, part in found.groupby("indicator"):
            units = part[["place", "partner"]].astype(object).where(part[["place", "partner"]].notna(), None)
            cells = list(zip(units["place"], units["partner"], part["actual"].astype(float), strict=True))
            counted = people_of(cursor, cells, (population or {}).get(str(code)), within)
            if any(cell[0] is None and cell[3] is None for cell in (hidden or {}).get(str(code), ())):
                counted = counted._replace(lower=None, estimate=None)
            rows.append({"indicator": code, **counted._asdict(), "partners": part["partner"].nunique()})
    return pd.DataFrame(rows, columns=["indicator", *People._fields, "partners"])


def _within(cursor: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The place that holds a place, of the gazetteer and of the places in the store."""
    known = {place.code: place.parent for place in gazetteer().by_code.values() if place.parent}
    stored = run(cursor, "select place, parent from current_places where parent is not null")
    return known | dict(stored)


def _added_up(largest: Mapping[str, float], within: Mapping[str, str]) -> float:
    """The sum over places, none counted beside the places inside it."""
    inside: dict[str, list[str]] = {}
    outermost = []
    for place in largest:
        holder = within.get(place)
        while holder is not None and holder not in largest:
            holder = within.get(holder)
        inside.setdefault(holder, []).append(place) if holder else outermost.append(place)

    def of(place: str) -> float:
        return max(largest[place], sum(of(inner) for inner in inside.get(place, [])))

    return sum(of(place) for place in outermost)
