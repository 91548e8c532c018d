"""Money: spending against time, cost of an output, co-finance."""

from typing import Any

from metrics.verification.bench import Bench
from metrics.verification.inputs import Inputs
from metrics.verification.registry import method

_SPENT, _BUDGET = ("spent", "spend", "expenditure", "expenses", "actual"), ("budget", "total_budget", "grant", "award")
_GONE, _ALL = (
    ("months", "months_elapsed", "elapsed", "periods", "elapsed_months"),
    ("total_months", "duration", "total_time", "months_total", "project_months", "total"),
)


@method(
    "burn_rate_per_month",
    "burn_rate",
    "monthly_burn_rate",
    "burn_ratio",
    "projected_spend",
    "projected_burn",
    "runway",
    "budget_projection",
    "percent_spent_projection",
    "burn_projection",
    "projected_percent_spent",
    "burn_rate_overspend",
    "spending_projection",
    "burn_rate_projection",
    "overspend",
)
def burn(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Rate a month, ratio to the plan, what it comes to in the end, and how long the rest lasts."""
    rate = given.number("rate", "monthly_rate", "percent_per_month", "rate_pct", "burn_pct_per_month", default=None)
    spent, gone = given.number(*_SPENT, default=rate), given.number(*_GONE, default=1.0)
    every, budget = given.number(*_ALL, default=None), given.number(*_BUDGET, default=None)
    if rate is not None and not given.has(*_ALL):
        every, gone = gone, 1.0
    if every is None and given.has("months_left", "remaining_months") and gone is not None:
        every = gone + given.figure("months_left", "remaining_months")
    found = bench.ask("money_measures", spent=spent, budget=budget, months=gone, months_in_all=every)
    projected = found["projected_spend"]
    whole = budget if budget is not None else 100.0 if rate is not None else None
    over = None if projected is None or whole is None else projected - whole
    return {
        "rate": found["burn_rate"],
        "burn_rate": found["burn_rate"],
        "per_month": found["burn_rate"],
        "value": found["burn_rate"],
        "ratio": found["burn_ratio"],
        "burn_ratio": found["burn_ratio"],
        "projected": projected,
        "projected_spend": projected,
        "projected_pct": projected,
        "percent": projected,
        "total_pct": projected,
        "runway": found["runway"],
        "months_left": found["runway"],
        "over_budget": over,
        "overspend": over,
        "overspend_pct": over,
        "variance": over,
    }


@method(
    "cost_per_output",
    "unit_cost",
    "cost_per_beneficiary",
    "cost_efficiency",
    "cost_per_participant",
    "cost_per_outcome",
)
def unit_cost(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Full cost by outputs."""
    parts = [given.number(name, default=0) or 0 for name in ("direct", "shared", "indirect")]
    cost = given.number("cost", "total_cost", "full_cost", default=None)
    found = bench.ask(
        "unit_cost_measure",
        cost=sum(parts) if cost is None else cost,
        outputs=given.number("outputs", "units", "output", "participants", "beneficiaries", "outcomes", "n"),
    )["unit_cost"]
    return {"value": found, "cost_per_output": found, "unit_cost": found}


@method(
    "leverage", "cofinance_ratio", "cofinancing_ratio", "leverage_ratio", "co_financing", "cofinancing", "cofinance"
)
def leverage(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Co-finance for each unit of the grant, both amounts beside it; the share of the whole apart."""
    grant = given.number("grant", "own", "gef", "own_grant", "gef_grant")
    whole = given.number("total", "total_project", default=None)
    other = given.number("cofinance", "co_finance", "cofinancing", "leveraged", "co_financing", default=None)
    if other is None and whole is not None and grant is not None:
        other = whole - grant
    found = bench.ask("leverage_measure", cofinance=other, grant=grant)
    return {
        "ratio": found["leverage"],
        "leverage": found["leverage"],
        "value": found["leverage"],
        "cofinance": other,
        "grant": grant,
        "share_of_whole": found["share"],
    }


@method("in_kind_share", "inkind_share", "in_kind")
def in_kind(given: Inputs, bench: Bench) -> dict[str, Any]:
    found = bench.ask("in_kind_measure", in_kind=given.number("in_kind", "inkind"), cash=given.number("cash"))["share"]
    return {"share": found, "value": found, "percent": None if found is None else 100 * found}
