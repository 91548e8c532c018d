"""The roll-up: what each indicator reached in each period and scope, made from the ledger."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from data.store import run, sql

_HERE = Path(__file__).parent / "rollups"


@dataclass(frozen=True)
class Scope:
    """Which of partner, place and group are told apart."""

    partner: bool = False
    place: bool = False
    group: bool = False


STORED_SCOPES = (Scope(), Scope(partner=True), Scope(place=True), Scope(group=True))


def scope_periods(
    cursor: duckdb.DuckDBPyConnection,
    indicators: Sequence[str],
    scopes: Iterable[Scope],
    *,
    as_of: date | None = None,
    partner: str | None = None,
    place: str | None = None,
    skip_empty: bool = False,
) -> Iterable[bool]:
    """Put the rows of the scopes into the cursor's temporary table `scope_periods`: first of those without groups, then
    of those by group. Yields after each whether it is by group.

    Args:
        as_of: leave out results of periods that begin later; None takes all.
        partner, place: look at the results and targets of this one alone.
        skip_empty: pass over the scopes by group where nobody wrote a group.
    """
    within = {"as_of": as_of, "partner": partner, "place": place}
    run(cursor, "create temp table if not exists touched_units (indicator varchar, partner varchar, place varchar)")
    run(cursor, "create or replace temp view asked_results as from results")
    lay_calendar(cursor, indicators, **within)
    step(cursor, "facts", **within)
    chosen = list(scopes)
    for by_group in sorted({scope.group for scope in chosen}):
        if by_group and skip_empty and not has_groups(cursor):
            continue
        if by_group:
            step(cursor, "subtotals")
        numbered = run(cursor, "select coalesce(max(unit), 0) from rollup_members")[0][0]
        step(cursor, "unit_members", partner=partner, place=place, by_group=by_group, in_part=False,
             skip_empty=skip_empty, units_before=numbered)  # fmt: skip
        step(cursor, "counted", by_group=by_group)
        step(cursor, "over_time")
        step(cursor, "unit_figures")
        join_units(cursor, [scope for scope in chosen if scope.group == by_group], partner=partner, place=place)
        yield by_group


def lay_calendar(
    cursor: duckdb.DuckDBPyConnection, indicators: Sequence[str], *,
    as_of: date | None = None, partner: str | None = None, place: str | None = None,
) -> None:  # fmt: skip
    """The rules of the indicators, the periods that were reported, and those to be answered for."""
    step(cursor, "definitions", indicators=list(indicators))
    step(cursor, "report_periods", as_of=as_of, partner=partner, place=place)
    step(cursor, "spans")
    step(cursor, "membership")


def join_units(
    cursor: duckdb.DuckDBPyConnection, scopes: Sequence[Scope], *, partner: str | None = None, place: str | None = None
) -> None:
    """From `unit_figures` to `scope_periods`, for scopes that are alike in `group`."""
    by_group = scopes[0].group
    lay_scopes(cursor, scopes)
    step(cursor, "scope_sums")
    step(cursor, "scope_actuals")
    step(cursor, "scope_targets", partner=partner, place=place, by_group=by_group)
    step(cursor, "scope_periods", by_group=by_group, every_unit=True)


def lay_scopes(cursor: duckdb.DuckDBPyConnection, scopes: Sequence[Scope]) -> None:
    """Which of partner and place the scopes tell apart."""
    splits = sorted({(scope.partner, scope.place) for scope in scopes})
    step(cursor, "scopes", by_partner=[partner for partner, _ in splits], by_place=[place for _, place in splits])


def has_groups(cursor: duckdb.DuckDBPyConnection) -> bool:
    """True when a result that counts, or a target of the indicators asked for, names a group."""
    targets = 'select 1 from targets where "group" is not null and indicator in (select indicator from rolled) limit 1'
    return bool(run(cursor, "select 1 from facts where dimensions <> '' limit 1") or run(cursor, targets))


def rebuild(cursor: duckdb.DuckDBPyConnection, indicators: Sequence[str]) -> None:
    """Rebuild the stored roll-up of these indicators, the whole of it, inside the cursor's transaction."""
    if not indicators:
        return
    for name in ("forget_rows", "forget_units", "forget_members", "forget_spans"):
        step(cursor, name, indicators=list(indicators))
    for by_group in scope_periods(cursor, indicators, STORED_SCOPES, skip_empty=True):
        if not by_group:  # the calendar is the same for both
            step(cursor, "store_spans")
        step(cursor, "store_members", by_group=by_group)
        step(cursor, "store_figures")
        step(cursor, "store_periods")


def step(cursor: duckdb.DuckDBPyConnection, name: str, **parameters: object) -> list[tuple]:
    """Run rollups/`name`.sql."""
    return run(cursor, sql(_HERE / f"{name}.sql"), parameters)
