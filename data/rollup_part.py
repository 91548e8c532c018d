"""The roll-up after one upload: only the periods and units that it tells of are made anew.

An upload of one partner's quarter touches, in a store of millions of results, a few periods: that quarter, the year and
the whole life. What every unit reached in those is kept in `rollup_units`, and the figures of the upload are added to
it. Only where they take the place of others, or went away, or come late (recounted.sql), the touched units are counted
again from all that they ever reported. Where more changed than figures (a definition, a target, a new unit, another
rhythm) the indicator is made whole.
"""

from collections.abc import Sequence

import duckdb

from data.rollup import STORED_SCOPES, has_groups, lay_scopes, rebuild, step
from data.store import run

_ALL = {"as_of": None, "partner": None, "place": None}
_LEAVE_OUT = (
    "delete from rolled where indicator in (select unnest($indicators::varchar[]))",
    "delete from spans where indicator in (select unnest($indicators::varchar[]))",
    "delete from touched_units where indicator in (select unnest($indicators::varchar[]))",
)


def refresh(cursor: duckdb.DuckDBPyConnection, indicators: Sequence[str], upload: int) -> None:
    """Bring the stored roll-up of these indicators up to date after `upload` was stored, undone or restored.

    In the cursor's transaction, and once for each of these events. The outcome is the same, row for row, as that of
    `rebuild`.
    """
    if not indicators:
        return
    in_part: set[str] = set()
    if not step(cursor, "is_most", upload=upload):
        step(cursor, "told", upload=upload, indicators=list(indicators))
        step(cursor, "told_members")
        step(cursor, "touched")
        in_part = {row[0] for row in run(cursor, "select distinct indicator from touched_units")}
    if in_part:
        in_part -= _refreshed(cursor, sorted(in_part), upload)
    rebuild(cursor, sorted(set(indicators) - in_part))


def _refreshed(cursor: duckdb.DuckDBPyConnection, indicators: Sequence[str], upload: int) -> set[str]:
    """Make the touched periods of these indicators anew. Returns those that need to be made whole after all."""
    is_live = bool(run(cursor, "select 1 from live_uploads where upload_id = $upload", {"upload": upload}))
    step(cursor, "definitions", indicators=indicators)
    step(cursor, "report_periods_in_part", is_live=is_live)
    to_make_whole = _lay_calendar(cursor)
    periods = [row[0] for row in run(cursor, "select distinct period from spans where period is not null")]
    step(cursor, "kept_figures", periods=periods)
    step(cursor, "recounted", upload=upload, is_live=is_live)
    step(cursor, "asked_in_part", upload=upload)
    is_again = bool(run(cursor, "select 1 from recounted limit 1"))
    if is_again:
        step(cursor, "asked_again")
    run(cursor, "create or replace temp view asked_results as from asked_rows")
    step(cursor, "facts", **_ALL)
    stored = "select 1 from rollup_members where by_group and indicator in (select indicator from rolled) limit 1"
    for by_group in (False, True):
        if by_group and not (run(cursor, stored) or has_groups(cursor)):
            continue
        if by_group:
            step(cursor, "subtotals")
        if by_group or is_again:
            step(cursor, "unit_members", partner=None, place=None, by_group=by_group, in_part=True, skip_empty=True,
                 units_before=0)  # fmt: skip
            to_make_whole |= _left_out(cursor, step(cursor, "changed_members", by_group=by_group))
        _replace_touched(cursor, by_group, periods)
    step(cursor, "forget_touched_spans")
    step(cursor, "store_spans")
    return to_make_whole


def _lay_calendar(cursor: duckdb.DuckDBPyConnection) -> set[str]:
    """The spans that are made anew. Returns indicators of which the calendar is another than before."""
    to_make_whole: set[str] = set()
    if step(cursor, "new_calendar"):
        step(cursor, "spans")
        to_make_whole = _left_out(cursor, step(cursor, "changed_spans"))
    else:
        step(cursor, "spans_as_stored")
    step(cursor, "touched_spans")
    run(cursor, "create or replace temp table spans as from touched_spans")
    step(cursor, "membership")
    return to_make_whole


def _left_out(cursor: duckdb.DuckDBPyConnection, found: Sequence[tuple]) -> set[str]:
    """Take these indicators out of what is under way."""
    indicators = {row[0] for row in found}
    if indicators:
        for statement in _LEAVE_OUT:
            run(cursor, statement, {"indicators": sorted(indicators)})
    return indicators


def _replace_touched(cursor: duckdb.DuckDBPyConnection, by_group: bool, periods: Sequence[str]) -> None:
    every_unit = bool(run(cursor, "select 1 from spans where is_new limit 1"))  # a report may be due from all of them
    step(cursor, "kept_members", by_group=by_group, every_unit=every_unit)
    step(cursor, "counted", by_group=by_group)
    step(cursor, "over_time_in_part")
    step(cursor, "unit_figures")
    step(cursor, "forget_figures")
    step(cursor, "store_figures")
    lay_scopes(cursor, [scope for scope in STORED_SCOPES if scope.group == by_group])
    step(cursor, "kept_periods", by_group=by_group, every_unit=every_unit, periods=periods)
    step(cursor, "scope_sums_in_part", by_group=by_group, every_unit=every_unit, periods=periods)
    step(cursor, "scope_actuals")
    if every_unit or not _replaced_figures(cursor):
        _replace_rows(cursor, by_group, every_unit)


def _replaced_figures(cursor: duckdb.DuckDBPyConnection) -> bool:
    """Put the figures of the scopes into the stored rows. False where one of them has no row yet."""
    is_again = bool(run(cursor, "select 1 from recounted limit 1"))
    if is_again:
        step(cursor, "forget_actuals")
    replaced = step(cursor, "replace_periods")[0][0]
    if is_again:
        step(cursor, "forget_empty")
    return replaced == run(cursor, "select count(*) from scope_actuals")[0][0]


def _replace_rows(cursor: duckdb.DuckDBPyConnection, by_group: bool, every_unit: bool) -> None:
    """Make the rows of the scopes anew, and what was promised and is due beside."""
    step(cursor, "kept_members", by_group=by_group, every_unit=True)
    step(cursor, "scope_targets", partner=None, place=None, by_group=by_group)
    step(cursor, "scope_periods", by_group=by_group, every_unit=every_unit)
    step(cursor, "forget_periods")
    step(cursor, "store_periods")
