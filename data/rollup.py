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
) -> Iterable[Scope]:
    """For each scope in turn, put its rows into the cursor's temporary table `scope_periods`.

    Args:
        as_of: leave out results of periods that begin later; None takes all.
        partner, place: look at the results and targets of this one alone.
        skip_empty: pass over the scopes by group where nobody wrote a group.
    """
    within = {"indicators": list(indicators), "partner": partner, "place": place}
    run(cursor, sql(_HERE / "facts.sql"), within | {"as_of": as_of})
    run(cursor, sql(_HERE / "report_periods.sql"))
    run(cursor, sql(_HERE / "spans.sql"), {"indicators": list(indicators)})
    by_group: bool | None = None
    for scope in sorted(scopes, key=lambda scope: scope.group):
        if scope.group and skip_empty and not _has_groups(cursor, within):
            continue
        if scope.group is not by_group:
            by_group = scope.group
            if by_group:
                run(cursor, sql(_HERE / "subtotals.sql"), {"indicators": list(indicators)})
            run(cursor, sql(_HERE / "unit_members.sql"), within | {"by_group": by_group})
            run(cursor, sql(_HERE / "fact_units.sql"), {"by_group": by_group})
            run(cursor, sql(_HERE / "counted.sql"), {"indicators": list(indicators), "by_group": by_group})
            run(cursor, sql(_HERE / "unit_figures.sql"), {"indicators": list(indicators)})
        split = {"by_partner": scope.partner, "by_place": scope.place}
        run(cursor, sql(_HERE / "scope_actuals.sql"), {"indicators": list(indicators)} | split)
        run(cursor, sql(_HERE / "scope_targets.sql"), within | split | {"by_group": by_group})
        run(cursor, sql(_HERE / "scope_periods.sql"), {"indicators": list(indicators), "by_group": by_group} | split)
        yield scope


def _has_groups(cursor: duckdb.DuckDBPyConnection, within: dict[str, object]) -> bool:
    """True when a result that counts, or a target of the indicators asked for, names a group."""
    targets = """select 1 from targets where "group" is not null
        and indicator in (select unnest($indicators::varchar[])) limit 1"""
    return bool(run(cursor, "select 1 from facts where dimensions <> '' limit 1")
                or run(cursor, targets, {"indicators": within["indicators"]}))  # fmt: skip


def rebuild(cursor: duckdb.DuckDBPyConnection, indicators: Sequence[str]) -> None:
    """Rebuild the stored roll-up of these indicators inside the cursor's transaction."""
    if not indicators:
        return
    run(cursor, "delete from rollup_periods where indicator in (select unnest($indicators::varchar[]))",
        {"indicators": list(indicators)})  # fmt: skip
    for _ in scope_periods(cursor, indicators, STORED_SCOPES, skip_empty=True):
        run(cursor, "insert into rollup_periods select * from scope_periods")
