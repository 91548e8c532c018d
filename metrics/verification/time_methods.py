"""Between two points in time: the change of a figure, and how much of the time has gone."""

from datetime import date
from typing import Any

from metrics.verification.bench import Bench, year
from metrics.verification.inputs import BadInput, Inputs
from metrics.verification.registry import method

DATES = ("as_of", "data_date", "today", "on", "date", "asof")
"""The names under which a case says on which day it is judged."""


@method("percent_change", "growth_rate", "relative_change", "calc_growth", "change")
def percent_change(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Change of a figure against the former one."""
    found = bench.ask(
        "change_measure",
        figure=given.number("x", "new", "current", "figure", "after", "y1"),
        former=given.number("y", "old", "previous", "former", "base", "before", "baseline", "y0"),
    )
    return {
        "change": found["change"],
        "growth": found["change"],
        "value": found["change"],
        "percent": None if found["change"] is None else 100 * found["change"],
    }


@method(
    "percent_time_elapsed",
    "time_elapsed",
    "elapsed",
    "elapsed_share",
    "percent_complete_time",
    "program_percent_complete",
    "percent_complete",
)
def time_elapsed(given: Inputs, bench: Bench) -> dict[str, Any]:
    """Share of the time that has passed; days count from any day."""
    share = elapsed_share(given, bench)
    percent = None if share is None else 100 * share
    return {
        "percent_complete": percent,
        "percent_elapsed": percent,
        "percent": percent,
        "value": percent,
        "share": share,
        "elapsed": share,
        "e": share,
        "fraction": share,
    }


def elapsed_share(given: Inputs, bench: Bench) -> float | None:
    first, last = (
        day_of(given, *names)
        for names in (
            ("start", "start_date", "start_day", "baseline_date", "from"),
            ("end", "end_date", "end_day", "target_date", "to"),
        )
    )
    on = day_of(given, *DATES, "today_day", "now")
    return bench.ask("elapsed_measure", first=first, last=last, day=on)["elapsed"]


def day_of(given: Inputs, *names: str) -> date | None:
    """A date, or a count of days from 1 January 2001."""
    found = given.get(*names, default=None)
    if found is None:
        return None
    if isinstance(found, int | float):
        return date.fromordinal(year(1).start.toordinal() + round(found)) if abs(found) < 1e5 else None
    try:
        return date.fromisoformat(str(found)[:10])
    except ValueError as error:
        raise BadInput(f"`{names[0]}` must be a date, got {found!r}") from error
