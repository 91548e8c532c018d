"""People reached by several, and several indicators in one figure."""

from collections.abc import Iterable, Mapping
from typing import Any

from metrics.index import index_of
from metrics.people import people_of
from metrics.verification.bench import Bench
from metrics.verification.inputs import Inputs, number
from metrics.verification.registry import method


@method("people_max_across_sectors", "people_reached", "people_bounds", "people", "people_max", "ocha_people")
def people(given: Inputs, bench: Bench) -> dict[str, Any]:
    """The largest figure in each finest place, added up over places; with the bounds."""
    population = given.get("population", default=None)
    areas = given.get("areas", "places", "cells", default=None)
    if areas is None:
        sectors = given.get("sectors", "partners", "values", default=None)
        areas = {
            "": sectors
            if sectors is not None
            else {key: value for key, value in given.raw.items() if key != "population"}
        }
    figures = [
        (str(place), str(sector), number(value))
        for place, row in _areas(areas)
        for sector, value in row
        if sector != "population"
    ]
    known = population if isinstance(population, int | float) else _population(population, areas)
    found = people_of(bench.cursor, figures, known)
    return {
        "people": found.estimate,
        "estimate": found.estimate,
        "value": found.estimate,
        "sum_wrong": found.gross,
        "sum": found.gross,
        "gross": found.gross,
        "lower": found.lower,
        "upper": found.upper,
        "exceeds_population": found.gross is not None and known is not None and found.gross > known,
        "max_of_totals_wrong": found.lower,
    }


@method("weighted_task_progress", "weighted_progress", "weighted_mean", "weighted_average")
def weighted(given: Inputs, bench: Bench) -> dict[str, Any]:
    """The mean of shares done, by weight."""
    shares, weights = _tasks(given)
    found = _index(bench, [None if share is None else share / 100 for share in shares], weights, 0.0)
    uncapped = found["uncapped"]
    return {
        "percent": None if uncapped is None else 100 * uncapped,
        "value": None if uncapped is None else 100 * uncapped,
        "fraction": uncapped,
    }


@method("index", "composite_index", "progress_index", "capped_index", "programme_index")
def index(given: Inputs, bench: Bench) -> dict[str, Any]:
    """A weighted mean of capped shares, its coverage, and the worst part."""
    shares = given.numbers("progress", "values", "shares", "p", "scores")
    weights = given.known_numbers("weights", "weight", default=[1.0] * len(shares))
    found = _index(bench, shares, weights, given.figure("min_coverage", "enough", default=0.75))
    return found | {"index": found["value"], "raw_mean": found["uncapped"], "mean": found["uncapped"]}


@method("geometric_mean", "hdi", "hdi_geometric", "geometric_index", "geomean", "hdi_index")
def geometric(given: Inputs, bench: Bench) -> dict[str, Any]:
    """The geometric mean of goalpost indices."""
    shares = given.known_numbers("values", "indices", "shares", "components")
    found = _index(bench, list(shares), [1.0] * len(shares), 0.0)["geometric"]
    return {"value": found, "hdi": found, "index": found, "geometric_mean": found}


@method("goalpost_index", "hdi_income_index", "income_index", "dimension_index", "normalise", "normalize", "min_max")
def goalpost(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Where a figure stands between two goalposts; income on a logarithmic scale."""
    figure = given.figure("value", "income", "gni", "gnipc", "x", "figure")
    low, high = (
        given.figure("min", "low", "minimum", default=100),
        given.figure("max", "high", "maximum", default=75000),
    )
    is_log = given.flag("log", "logarithmic", default=given.has("income", "gni", "gnipc"))
    found = bench.ask("goalpost", figure=figure, low=low, high=high)
    value = found["on_log_scale"] if is_log else found["on_straight_scale"]
    return {"index": value, "value": value, "score": None if value is None else 100 * value}


def _tasks(given: Inputs) -> tuple[list[float | None], list[float]]:
    """Per cent done and weight of each task, out of two lists or out of rows; equal weights unless given."""
    done, weight = ("complete", "percent_complete", "values", "progress"), ("weight", "weights")
    if given.has("tasks", "actions", "items", "rows"):
        rows = [Inputs(row) for row in given.get("tasks", "actions", "items", "rows")]
        return [row.number(*done) for row in rows], [row.figure(*weight, default=1.0) for row in rows]
    shares = given.numbers(*done)
    return shares, given.known_numbers(*weight, default=[1.0] * len(shares))


def _index(bench: Bench, shares: list[float | None], weights: list[float], enough: float) -> dict[str, Any]:
    return index_of(bench.cursor, [str(at) for at in range(len(shares))], shares, weights, enough=enough)._asdict()


def _areas(areas: Any) -> Iterable[tuple[str, list[tuple[str, Any]]]]:
    """Place, and its figures by sector or partner."""
    if isinstance(areas, Mapping):
        for place, row in areas.items():
            yield str(place), list(row.items()) if isinstance(row, Mapping) else list(enumerate(row))
        return
    for place, row in enumerate(areas):
        given = Inputs(row)
        if given.has("value", "people", "figure"):
            name = str(given.get("area", "place", default=place))
            yield (
                name,
                [(str(given.get("sector", "partner", "cluster", default="")), given.get("value", "people", "figure"))],
            )
        else:
            yield (
                str(given.get("area", "place", "name", default=place)),
                [(key, value) for key, value in row.items() if key not in ("area", "place", "name", "population")],
            )


def _population(population: Any, areas: Any) -> float | None:
    if isinstance(population, Mapping):
        return sum(number(value) or 0 for value in population.values())
    rows = areas.values() if isinstance(areas, Mapping) else areas
    known = [row["population"] for row in rows if isinstance(row, Mapping) and "population" in row]
    return sum(number(value) or 0 for value in known) if known else None
