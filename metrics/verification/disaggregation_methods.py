"""Categories and their totals: finest level in, subtotals out, and the checks of both."""

from collections.abc import Iterable, Mapping
from typing import Any

from metrics.verification.aggregation_methods import DENOMINATOR, NUMERATOR, is_approved, pair_of, parts_of
from metrics.verification.bench import Bench, after, year
from metrics.verification.inputs import BadInput, Inputs, number
from metrics.verification.registry import method

_TOTAL = ("total", "denominator", "whole", "value")
_PARTS = ("parts", "values", "categories", "disaggregations")
_PART = ("part", "disaggregation", "disaggregated", "disaggregated_value", "numerator")
_CHILDREN = ("children", "nodes")
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
    return _by_group(bench, [_flat(update) for update in updates])


@method("hierarchy_rollup_sum", "hierarchy_rollup", "parent_sum", "rollup_sum", "tree_sum")
def hierarchy(given: Inputs, bench: Bench) -> dict[str, Any]:
    """A parent is the sum of its own figure and its children's, for the total and for each category."""
    own = given.get("own", default=None)
    if own is None or not given.has("children", "nodes"):
        root = given.get("tree", "root", default=None) or given.raw
    else:
        root = {"children": given.get("children", "nodes")} | (own if isinstance(own, Mapping) else {"value": own})
    if not isinstance(root, Mapping) or not any(key in root for key in _CHILDREN):
        raise BadInput("`children` is missing")
    return _by_group(bench, list(_nodes(root)))


@method("crosstab_ratio_rollup", "crosstab_rollup", "ratio_crosstab", "crosstab")
def crosstab(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Subtotals and total of a cross-table of [numerator, denominator], all derived from its finest cells."""
    table = given.get("table", "cells")
    if not isinstance(table, Mapping):
        raise BadInput("`table` must be an object of rows, each an object of cells")
    code = bench.indicator(measure="ratio", over_units="ratio", over_time="last")
    cells = list(_cells(table))
    known = dict.fromkeys((depth, name) for names, _ in cells for depth, name in enumerate(names))
    group = {key: f"level{key[0]}={place}" for place, key in enumerate(known)}  # names may hold any sign
    for names, pair in cells:
        if pair is not None:
            people = ";".join(group[depth, name] for depth, name in enumerate(names))
            bench.result(code, year(1), people=people, parts=pair_of(pair))
    bench.count(code)
    total = parts_of(bench.row(code, after(1)))
    found = {row["group"]: _two(row) for row in bench.rows(code, after(1), "group") if row["group"]}
    subtotals = {name: found.get(group[depth, name]) for depth, name in reversed(known)}
    return subtotals | {
        "total": [total["numerator"], total["denominator"]],
        "pct": total["percent"],
        "percent": total["percent"],
        "ratio": total["ratio"],
    }


def _cells(table: Mapping[str, Any], above: tuple[str, ...] = ()) -> Iterable[tuple[tuple[str, ...], Any]]:
    """The finest cells of a table of two or more dimensions, each with its names from the outermost in."""
    for name, inside in table.items():
        is_pair = isinstance(inside, Mapping) and Inputs(inside).has(*NUMERATOR) and Inputs(inside).has(*DENOMINATOR)
        if is_pair or not isinstance(inside, Mapping):
            yield (*above, str(name)), inside
        else:
            yield from _cells(inside, (*above, str(name)))


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
    found = bench.ask("parts_check", total=given.number(*_TOTAL), parts=given.numbers(*_PARTS))
    return {
        "incomplete": found["is_incomplete"],
        "complete": not found["is_incomplete"],
        "sum": found["sum_of_parts"],
        "value": found["is_incomplete"],
    }


@method("disaggregation_not_above_total", "part_above_total", "disaggregation_valid", "part_not_above_total")
def part_above_total(given: Inputs, bench: Bench) -> dict[str, Any]:
    """A part above its total is not accepted."""
    parts = given.numbers(*_PARTS) if given.has(*_PARTS) else [given.number(*_PART)]
    found = bench.ask("parts_check", total=given.number(*_TOTAL), parts=parts)
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


def _by_group(bench: Bench, rows: list[Mapping[str, Any]]) -> dict[str, Any]:
    """Totals under `value`, categories under their own names, each added up over the rows; a pair is a ratio."""
    names = {
        name: f"{name.partition('/')[0]}={name}" if "/" in name else f"category={name}"
        for row in rows
        for name, value in row.items()
        if name not in _NOT_A_FIGURE and value is not None
    }
    is_ratio = any(isinstance(row.get(name), list | tuple) for row in rows for name in names)
    code = bench.indicator(**({"measure": "ratio", "over_units": "ratio", "over_time": "last"} if is_ratio else {}))
    for place, row in enumerate(rows, 1):
        for name, people in ({"value": None} | names).items():
            if row.get(name) is not None:
                figure = {"parts": pair_of(row[name])} if is_ratio else {"value": number(row[name], name)}
                bench.result(code, year(1), place=f"place {place}", people=people, **figure)
    bench.count(code)
    answer = _two if is_ratio else (lambda row: row["actual"])
    found = {row["group"]: answer(row) for row in bench.rows(code, after(1), "group")}
    return {"value": answer(bench.row(code, after(1)))} | {name: found.get(group) for name, group in names.items()}


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """The figures of an update or a node by category, out of an object by dimension too."""
    flat: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, Mapping) and name not in _CHILDREN:
            given = Inputs(value)
            if given.has("value"):
                flat[name] = given.get("value")
            elif given.has("numerator"):
                flat[name] = list(pair_of(value))
            else:
                flat |= _flat(value)
        elif name not in ("status", "approved", *_CHILDREN):
            flat[name] = value
    return flat


def _nodes(node: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    if is_approved(node):
        yield _flat(node)
    for child in next((node[key] for key in _CHILDREN if key in node), None) or []:
        yield from _nodes(child if isinstance(child, Mapping) else {"value": child})


def _two(row: Mapping[str, Any]) -> list[Any]:
    return [row["numerator"], row["denominator"]]
