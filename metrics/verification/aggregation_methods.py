"""Several reporters, places, periods and groups in one figure: through the ledger and its roll-up."""

from collections.abc import Iterable, Mapping
from typing import Any

from metrics.verification.bench import Bench, after, day, year
from metrics.verification.inputs import BadInput, Inputs, number
from metrics.verification.registry import method

NUMERATOR, DENOMINATOR = ("numerator", "n", "v", "num"), ("denominator", "d", "den")
_APPROVED = {"a", "approved", "accepted", "acc", "true", "1"}


def is_approved(update: Mapping[str, Any]) -> bool:
    """Drafts do not count; an update without a status does."""
    status = next((update[key] for key in ("status", "approved") if key in update), "approved")
    return str(status).casefold() in _APPROVED


@method("sum_approved_updates", "approved_sum", "sum_updates", "period_sum", "sum_of_approved_updates")
def approved_updates(given: Inputs, bench: Bench) -> dict[str, Any]:
    """The sum of what was approved."""
    updates = [_as_update(update) for update in given.get("updates", "values", "results")]
    return _total(bench, "sum", [_told(update.get("value")) for update in updates if is_approved(update)])


@method("across_locations_sum", "across_units_sum", "locations_sum", "sum_across_locations", "over_units_sum")
def locations_sum(given: Inputs, bench: Bench) -> dict[str, Any]:
    return _total(bench, "sum", _values(given))


@method("across_locations_max", "across_units_max", "locations_max", "max_across_locations", "over_units_max")
def locations_max(given: Inputs, bench: Bench) -> dict[str, Any]:
    return _total(bench, "max", _values(given))


@method(
    "across_locations_avg", "across_locations_mean", "across_locations_average", "locations_mean", "over_units_mean"
)
def locations_mean(given: Inputs, bench: Bench) -> dict[str, Any]:
    return _total(bench, "mean", _values(given))


@method("across_periods_sum", "periods_sum", "over_time_sum")
def periods_sum(given: Inputs, bench: Bench) -> dict[str, Any]:
    return _over_periods(bench, "sum", _values(given))


@method("across_periods_max", "periods_max", "over_time_max")
def periods_max(given: Inputs, bench: Bench) -> dict[str, Any]:
    return _over_periods(bench, "max", _values(given))


@method("across_periods_avg", "across_periods_mean", "across_periods_average", "periods_mean", "over_time_mean")
def periods_mean(given: Inputs, bench: Bench) -> dict[str, Any]:
    return _over_periods(bench, "mean", _values(given))


@method("across_periods_last", "across_periods_latest", "periods_last", "over_time_last", "latest_value")
def periods_last(given: Inputs, bench: Bench) -> dict[str, Any]:
    return _over_periods(bench, "last", _values(given))


@method("ratio_of_sums", "ratio", "ratio_rollup", "weighted_percentage", "sum_of_ratios", "ratio_across_locations")
def ratio_of_sums(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Σ numerators by Σ denominators."""
    pairs = [pair_of(pair) for pair in _pairs(given) if not isinstance(pair, Mapping) or is_approved(pair)]
    code = bench.indicator(measure="ratio", over_units="ratio", over_time="last")
    for place, parts in enumerate(pairs, 1):
        bench.result(code, year(1), place=f"place {place}", parts=parts)
    bench.count(code)
    return parts_of(bench.row(code, after(1)))


@method("ratio_across_periods", "ratio_latest", "across_periods_ratio", "ratio_latest_period")
def ratio_latest(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Of several periods the latest ratio counts."""
    code = bench.indicator(measure="ratio", over_units="ratio", over_time="last")
    for number_, pair in enumerate(_pairs(given), 1):
        bench.result(code, year(number_), parts=pair_of(pair))
    bench.count(code)
    return parts_of(bench.row(code, after(100)))


@method("cumulative_latest_per_reporter", "latest_per_reporter", "cumulative_per_user", "akvo_cumulative")
def latest_per_reporter(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Each reporter's latest figure up to a period, carried forward, then added up over reporters."""
    updates = [Inputs(update) for update in given.get("updates", "results") if is_approved(update)]
    wanted = given.get("period", "at_period", default=None)
    periods = sorted(({update.get("period") for update in updates} | {wanted}) - {None}, key=in_order)
    asked = wanted if wanted is not None else periods[-1] if periods else None
    code, names = bench.indicator(over_time="last", cumulative=True), _categories(updates)
    for place, update in enumerate(updates, 1):
        when = day(periods.index(update.get("period")) + 1, place)  # one after the other inside its period
        reporter = str(update.get("user", "reporter", "partner"))
        bench.result(code, when, update.number("value", default=None), partner=reporter)
        for name in names:
            bench.result(code, when, update.number(name, default=None), partner=reporter, people=f"category={name}")
    bench.count(code)
    on = after(periods.index(asked) + 1) if asked in periods else after(100)
    found = {row["group"]: row["actual"] for row in bench.rows(code, on, "group")} if names else {}
    return {"value": bench.row(code, on)["actual"]} | {name: found.get(f"category={name}") for name in names}


def _total(bench: Bench, rule: str, values: Iterable[float | None]) -> dict[str, Any]:
    code = bench.indicator(over_units=rule, over_time="last")
    for place, value in enumerate(values, 1):
        bench.result(code, year(1), value, place=f"place {place}")
    bench.count(code)
    return {"value": bench.row(code, after(1))["actual"]}


def _over_periods(bench: Bench, rule: str, values: list[float | None]) -> dict[str, Any]:
    code = bench.indicator(over_time=rule)
    for number_, value in enumerate(values, 1):
        bench.result(code, year(number_), value)
    bench.count(code)
    return {"value": bench.row(code, after(len(values)))["actual"]}


def parts_of(row: Mapping[str, Any]) -> dict[str, Any]:
    ratio = row["actual"]
    percent = None if ratio is None else 100 * ratio
    return {
        "numerator": row["numerator"],
        "denominator": row["denominator"],
        "ratio": ratio,
        "percent": percent,
        "pct": percent,
        "percentage": percent,
        "value": ratio,
        "c": ratio,
    }


def pair_of(pair: Any) -> tuple[float | None, float | None]:
    if isinstance(pair, Mapping):
        given = Inputs(pair)
        return given.number(*NUMERATOR), given.number(*DENOMINATOR)
    if isinstance(pair, str) and "/" in pair:
        over, under = pair.split("/")
        return number(over), number(under)
    if not isinstance(pair, list | tuple) or len(pair) != 2:
        raise BadInput(f"a numerator and a denominator are expected, got {pair!r}")
    return number(pair[0]), number(pair[1])


def in_order(period: Any) -> tuple[int, float, str]:
    """Periods by number where they are numbers, and after those by name: 2 comes before 10."""
    try:
        return 0, float(period), ""
    except (TypeError, ValueError):
        return 1, 0.0, str(period)


def _categories(updates: Iterable[Inputs]) -> list[str]:
    """The names of the parts that updates report beside their value."""
    known = {"period", "user", "reporter", "partner", "value", "status", "approved", "date", "id"}
    return list(dict.fromkeys(name for update in updates for name in update.raw if name not in known))


def _pairs(given: Inputs) -> Iterable[Any]:
    """Numerators with their denominators: a list of pairs, or two lists."""
    if given.has("numerators", "denominators"):
        return list(zip(given.get("numerators"), given.get("denominators"), strict=True))
    return given.get("pairs", "ratios", "parts", "updates", "values")


def _told(value: Any) -> float | None:
    """A reported figure; words in the place of a figure ("many") are no figure, and never zero."""
    try:
        return number(value)
    except BadInput:
        return None


def _as_update(update: Any) -> Mapping[str, Any]:
    return update if isinstance(update, Mapping) else {"value": update}


def _values(given: Inputs) -> list[float | None]:
    found = given.get("values", "locations", "periods", "results")
    return [
        number(value.get("value") if isinstance(value, Mapping) else value)
        for value in (found.values() if isinstance(found, Mapping) else found)
    ]
