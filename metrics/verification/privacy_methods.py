"""Small numbers: what may be shown."""

from collections.abc import Mapping
from typing import Any

from metrics import suppression
from metrics.verification.bench import Bench
from metrics.verification.inputs import BadInput, Inputs, number
from metrics.verification.registry import method


@method(
    "small_cell_suppression",
    "suppression",
    "cell_suppression",
    "cms_suppression",
    "suppress_small_cells",
    "primary_suppression",
    "complementary_suppression",
    "suppression_table",
    "small_numbers",
)
def cells(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """A list of cells, a row of categories with its total, or a table with its margins."""
    least, total = _least_shown(given), given.get("total", "margins", "has_total", "row_totals", default=None)
    found = given.get("cells", "table", "values", "counts", "matrix", "row", "data", default=None)
    if found is None:
        found = {key: value for key, value in given.raw.items() if key not in _NOT_CELLS}
    if isinstance(found, Mapping):
        return _named(found, least, None if isinstance(total, bool) else number(total, "total"))
    if found and isinstance(found[0], Mapping):
        found = [Inputs(cell).get("n", "count", "value", "cell") for cell in found]
    if found and isinstance(found[0], list):
        return _grid(found, least) if total is not False else _grid_alone(found, least)
    values = [number(value) for value in found]
    if total is None or total is False:
        return _answer(_only_small_hidden(values, least))
    if given.flag("has_total"):  # the last of the cells is the total of the others
        answer = _answer_with_total(values[:-1], least)
        return _answer([*answer["shown"], answer["total"]])
    return _answer_with_total(values, least)


_NOT_CELLS = ("k", "threshold", "total", "minimum", "least_shown", "max_suppressed")


def _least_shown(given: Inputs) -> int:
    if given.has("max_suppressed", "suppress_up_to"):
        return int(given.figure("max_suppressed", "suppress_up_to")) + 1
    return int(given.figure("k", "threshold", "minimum", "least_shown", "min_cell", default=suppression.LEAST_SHOWN))


def _only_small_hidden(values: list[float | None], least: int) -> list[float | None]:
    """Cells without a sum beside them."""
    away = suppression.hidden(
        {(place,): value for place, value in enumerate(values) if value is not None}, least_shown=least
    )
    return [None if (place,) in away else value for place, value in enumerate(values)]


def _answer_with_total(values: list[float | None], least: int) -> dict[str, Any]:
    shown = suppression.shown({(place,): value or 0 for place, value in enumerate(values)}, least_shown=least)
    return _answer([shown[(place,)] for place in range(len(values))]) | {"total": shown.get((suppression.TOTAL,))}


def _grid_alone(rows: list[list[Any]], least: int) -> dict[str, Any]:
    """A table of which nobody sees a total."""
    table = [_only_small_hidden([number(value) for value in row], least) for row in rows]
    return {"shown": table, "cells": table, "table": table, "value": table}


@method("percent_suppression", "share_suppression", "suppress_percent")
def percent(given: Inputs, _bench: Bench) -> dict[str, Any]:
    least = int(given.figure("k", "threshold", default=suppression.LEAST_SHOWN))
    share = suppression.share_shown(
        given.number("numerator", "count"), given.number("denominator", "n", "total"), least_shown=least
    )
    return {"share": share, "shown": share, "value": share, "percent": None if share is None else 100 * share}


@method("k_anonymity", "kanon_violations", "k_anonymity_violations", "k_anon_violations", "kanonviolations")
def k_anonymity(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """Records whose combination of traits fewer than k share."""
    rows = given.get("records", "rows", "data", default=None)
    least = int(given.figure("k", default=3))
    if rows is None:
        counts = given.known_numbers("counts", "frequencies", "fk")
        rows = [[place] for place, count in enumerate(counts) for _ in range(int(count))]
    keys = [list(row.values()) if isinstance(row, Mapping) else row if isinstance(row, list) else [row] for row in rows]
    found = suppression.rare_combinations(keys, least)
    return {"violations": found, "value": found}


@method("samhsa_suppression", "samhsa", "rse_log_suppression", "samhsa_rule", "survey_estimate_suppression")
def samhsa(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """Is a survey estimate too unsure to be shown?"""
    found = suppression.is_estimate_unstable(
        given.figure("p", "share", "estimate"), given.figure("se", "SE", "standard_error")
    )
    return {"suppress": found, "suppressed": found, "value": found, "shown": not found}


def _answer(shown: list[float | None]) -> dict[str, Any]:
    return {
        "shown": shown,
        "cells": shown,
        "value": shown,
        "suppressed": [value is None for value in shown],
        "hidden": [place for place, value in enumerate(shown) if value is None],
    }


def _named(cells: Mapping[str, Any], least: int, total: float | None) -> dict[str, Any]:
    if cells and all(isinstance(row, Mapping) for row in cells.values()):
        rows = list(cells)
        columns = list(next(iter(cells.values())))
        grid = _grid([[cells[row][column] for column in columns] for row in rows], least)
        named = {row: dict(zip(columns, shown, strict=True)) for row, shown in zip(rows, grid["shown"], strict=True)}
        return grid | named | {"shown": named, "value": named}
    known = {key: number(value) or 0.0 for key, value in cells.items() if key != "total"}
    shown = suppression.shown({(key,): value for key, value in known.items()}, least_shown=least)
    named = {key: shown[(key,)] for key in known}
    whole = shown[(suppression.TOTAL,)]
    if total is not None and abs(total - sum(known.values())) > 1e-9:
        raise BadInput("the cells do not add up to the total")
    return named | {
        "total": whole,
        "shown": named | {"total": whole} if "total" in cells else named,
        "value": named,
        "hidden": [key for key, value in named.items() if value is None],
    }


def _grid(rows: list[list[Any]], least: int) -> dict[str, Any]:
    """A table with row totals, column totals and a grand total that are all shown beside it."""
    cells = {(row, column): number(value) or 0.0 for row, line in enumerate(rows) for column, value in enumerate(line)}
    shown = suppression.shown(cells, least_shown=least)
    width = len(rows[0])
    table = [[shown[(row, column)] for column in range(width)] for row in range(len(rows))]
    return {
        "shown": table,
        "cells": table,
        "table": table,
        "value": table,
        "row_totals": [shown[(row, suppression.TOTAL)] for row in range(len(rows))],
        "column_totals": [shown[(suppression.TOTAL, column)] for column in range(width)],
        "total": shown[(suppression.TOTAL, suppression.TOTAL)],
        "hidden": [[row, column] for row in range(len(rows)) for column in range(width) if table[row][column] is None],
    }
