"""Categories and their totals: finest level in, subtotals out, and the checks of both."""

from collections.abc import Iterable, Mapping
from typing import Any

from metrics.verification.aggregation_methods import is_approved, pair_of, parts_of
from metrics.verification.bench import Bench, after, year
from metrics.verification.inputs import BadInput, Inputs, number
from metrics.verification.registry import method

_NOT_A_FIGURE = {
    "status",
    "value",
    "total",
    "user",
    "period",
    "children",
    "name",
    "id",
    "date",
    "numerator",
    "denominator",
}


@method("disaggregation_sum", "sum_disaggregations", "disaggregated_sum", "disaggregation_aggregate")
def disaggregation_sum(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Each category is added up over approved updates; categories of different dimensions never with each other."""
    updates = [update for update in given.get("updates", "results", "values") if is_approved(update)]
    return _by_group(
        bench,
        ({key: value for key, value in update.items() if key not in ("status", "approved")} for update in updates),
    )


@method("hierarchy_rollup_sum", "hierarchy_rollup", "parent_sum", "rollup_sum", "tree_sum")
def hierarchy(given: Inputs, bench: Bench) -> dict[str, Any]:
    """A parent is the sum of its own figure and its children's, for the total and for each category."""
    root = {"children": given.get("children", "nodes"), "value": given.get("own", "value", default=None)}
    return _by_group(bench, _nodes(root))


@method("crosstab_ratio_rollup", "crosstab_rollup", "ratio_crosstab", "crosstab")
def crosstab(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Subtotals and total of a cross-table of [numerator, denominator], all derived from its finest cells."""
    table = given.get("table", "cells")
    if not isinstance(table, Mapping):
        raise BadInput("`table` must be an object of rows, each an object of cells")
    code = bench.indicator(measure="ratio", over_units="ratio", over_time="last")
    columns = [str(name) for row in table.values() for name in row]
    for row, cells in table.items():
        for column, pair in cells.items():
            bench.result(code, year(1), people=f"column={column};row={row}", parts=pair_of(pair))
    bench.count(code)
    total = parts_of(bench.row(code, after(1)))
    found = {row["group"]: _two(row) for row in bench.rows(code, after(1), "group") if row["group"]}
    names = {str(name): found.get(f"row={name}") for name in table} | {
        name: found.get(f"column={name}") for name in columns
    }
    return names | {
        "total": [total["numerator"], total["denominator"]],
        "pct": total["percent"],
        "percent": total["percent"],
        "ratio": total["ratio"],
    }


@method("crosstab_sum_rollup", "crosstab_sum", "crosstab_total")
def crosstab_sum(given: Inputs, bench: Bench) -> dict[str, Any]:
    """As crosstab_ratio_rollup, for plain counts."""
    code = bench.indicator()
    table = given.get("table", "cells")
    for row, cells in table.items():
        for column, value in cells.items():
            bench.result(code, year(1), number(value), people=f"column={column};row={row}")
    bench.count(code)
    found = {row["group"]: row["actual"] for row in bench.rows(code, after(1), "group") if row["group"]}
    names = {key.partition("=")[2]: value for key, value in found.items() if ";" not in key}
    return names | {"total": bench.row(code, after(1))["actual"]}


@method("disaggregation_incomplete_flag", "disaggregation_incomplete", "parts_not_total", "parts_total_check")
def incomplete(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Do the parts of one dimension add up to the total that was written?"""
    found = bench.ask(
        "parts_check", total=given.number("total", "value"), parts=given.numbers("parts", "values", "categories")
    )
    return {
        "incomplete": found["is_incomplete"],
        "complete": not found["is_incomplete"],
        "sum": found["sum_of_parts"],
        "value": found["is_incomplete"],
    }


@method("disaggregation_not_above_total", "part_above_total", "disaggregation_valid", "part_not_above_total")
def part_above_total(given: Inputs, bench: Bench) -> dict[str, Any]:
    """A part above its total is not accepted."""
    parts = given.numbers("parts", "values") if given.has("parts", "values") else [given.number("part", "value")]
    found = bench.ask("parts_check", total=given.number("total"), parts=parts)
    accepted = not found["has_part_above"]
    if given.flag("sum_of_parts"):
        accepted = accepted and not found["is_above"]
    return {"accepted": accepted, "valid": accepted, "value": accepted, "http_status": 200 if accepted else 400}


@method("participant_count_validation", "participant_counts", "tola_participant_count", "sadd_validation")
def participants(given: Inputs, _bench: Bench) -> dict[str, Any]:
    """Double counting kept apart: groups add up to the total, without ≤ with, sector ≤ direct."""
    figure = {
        key: number(value, key)
        if not isinstance(value, list | Mapping)
        else sum(number(one) or 0 for one in (value.values() if isinstance(value, Mapping) else value))
        for key, value in given.raw.items()
    }
    rules = (
        ("sadd_with", "direct_with", "=="),
        ("sadd_without", "direct_without", "=="),
        ("total_without", "total_with", "<="),
        ("direct_without", "direct_with", "<="),
        ("sector_direct", "direct_with", "<="),
        ("sector_indirect", "indirect_with", "<="),
    )
    broken = [
        f"{one} {sign} {other}"
        for one, other, sign in rules
        if figure.get(one) is not None
        and figure.get(other) is not None
        and not (figure[one] == figure[other] if sign == "==" else figure[one] <= figure[other])
    ]
    return {"valid": not broken, "accepted": not broken, "value": not broken, "errors": broken}


def _by_group(bench: Bench, rows: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Totals under `value`, categories under their own names, each added up over the rows."""
    code = bench.indicator()
    names: dict[str, str] = {}
    for place, row in enumerate(rows, 1):
        if row.get("value") is not None:
            bench.result(code, year(1), number(row["value"]), place=f"place {place}")
        for name, value in row.items():
            if name not in _NOT_A_FIGURE and value is not None and not isinstance(value, list | Mapping):
                names.setdefault(name, f"{name.partition('/')[0]}={name}" if "/" in name else f"category={name}")
                bench.result(code, year(1), number(value, name), place=f"place {place}", people=names[name])
    bench.count(code)
    found = {row["group"]: row["actual"] for row in bench.rows(code, after(1), "group")}
    return {"value": bench.row(code, after(1))["actual"]} | {name: found.get(group) for name, group in names.items()}


def _nodes(node: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    yield {key: value for key, value in node.items() if key != "children"}
    for child in node.get("children") or []:
        yield from _nodes(child if isinstance(child, Mapping) else {"value": child})


def _two(row: Mapping[str, Any]) -> list[Any]:
    return [row["numerator"], row["denominator"]]
