"""The roll-up after one upload: only the periods and units that it tells of are made anew.

An upload of one partner's quarter touches, in a store of millions of results, a few periods: that quarter, the year and
the whole life. What the other units reached in those is kept in `rollup_units`, so that it need not be counted again.
Where more changed than figures (a definition, a target, a new unit, another rhythm) the indicator is made whole.
"""

from collections.abc import Sequence

import duckdb

from data.rollup import STORED_SCOPES, has_groups, join_units, rebuild, step
from data.store import run

_ALL = {"as_of": None, "partner": None, "place": None}
_LEAVE_OUT = (
    "delete from rolled where indicator in (select unnest($indicators::varchar[]))",
    "delete from spans where indicator in (select unnest($indicators::varchar[]))",
    "delete from touched_units where indicator in (select unnest($indicators::varchar[]))",
)


def refresh(cursor: duckdb.DuckDBPyConnection, indicators: Sequence[str], upload: int) -> None:
    """Bring the stored roll-up of these indicators up to date after `upload` was stored, undone or restored.

    In the cursor's transaction. The outcome is the same, row for row, as that of `rebuild`.
    """
    if not indicators:
        return
    step(cursor, "touched", upload=upload, indicators=list(indicators))
    in_part = {row[0] for row in run(cursor, "select distinct indicator from touched_units")}
    if in_part:
        in_part -= _refreshed(cursor, sorted(in_part), upload)
    rebuild(cursor, sorted(set(indicators) - in_part))


def _refreshed(cursor: duckdb.DuckDBPyConnection, indicators: Sequence[str], upload: int) -> set[str]:
    """Make the touched periods of these indicators anew. Returns those that need to be made whole after all."""
    step(cursor, "definitions", indicators=indicators)
    step(cursor, "report_periods_in_part", upload=upload)
    step(cursor, "spans")
    to_make_whole = _left_out(cursor, step(cursor, "changed_spans"))
    step(cursor, "touched_spans", upload=upload)
    run(cursor, "create or replace temp table spans as from touched_spans")
    step(cursor, "asked_in_part")
    step(cursor, "facts", **_ALL)
    stored = "select 1 from rollup_members where by_group and indicator in (select indicator from rolled) limit 1"
    for by_group in (False, True):
        if by_group and not (run(cursor, stored) or has_groups(cursor)):
            continue
        if by_group:
            step(cursor, "subtotals")
        step(cursor, "unit_members", partner=None, place=None, by_group=by_group, in_part=True, units_before=0)
        to_make_whole |= _left_out(cursor, step(cursor, "changed_members", by_group=by_group))
        _replace_touched(cursor, by_group)
    step(cursor, "forget_touched_spans")
    step(cursor, "store_spans")
    return to_make_whole


def _left_out(cursor: duckdb.DuckDBPyConnection, found: Sequence[tuple]) -> set[str]:
    """Take these indicators out of what is under way."""
    indicators = {row[0] for row in found}
    if indicators:
        for statement in _LEAVE_OUT:
            run(cursor, statement, {"indicators": sorted(indicators)})
    return indicators


def _replace_touched(cursor: duckdb.DuckDBPyConnection, by_group: bool) -> None:
    step(cursor, "kept_members", by_group=by_group)
    step(cursor, "counted", by_group=by_group)
    step(cursor, "unit_figures", in_part=True)
    step(cursor, "forget_figures")
    step(cursor, "store_figures")
    step(cursor, "kept_figures")
    every_unit = bool(run(cursor, "select 1 from spans where is_new limit 1"))  # a report may be due from all of them
    join_units(cursor, [scope for scope in STORED_SCOPES if scope.group == by_group], every_unit=every_unit)
    step(cursor, "forget_periods", by_group=by_group, every_unit=every_unit)
    step(cursor, "store_periods")
