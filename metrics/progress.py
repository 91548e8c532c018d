"""Progress against target: the question everything else on screen comes from."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

import duckdb
import pandas as pd

from data.rollup import STORED_SCOPES, Scope, scope_periods
from data.store import Store, run
from definitions.schemes import DEFAULT, scheme
from metrics.engine import frame
from metrics.weather import by_weather

DIMENSIONS = ("period", "partner", "place", "group")
COLUMNS = (
    "indicator", "programme", "level", "unit", "period", "partner", "place", "group", "baseline", "target", "actual",
    "actual_period", "expected", "achievement", "capaian", "progress", "on_track", "status", "reason",
    "reports", "reports_due",
)  # fmt: skip


def progress(
    store: Store,
    as_of: date,
    by: Collection[str] = (),
    *,
    programme: str | None = None,
    indicator: str | None = None,
    partner: str | None = None,
    place: str | None = None,
    every_report: bool = False,
    scheme_key: str = DEFAULT,
    keep_tolerance: float | None = None,
) -> pd.DataFrame:
    """Progress of every indicator as known and due on `as_of`.

    Args:
        by: any of period, partner, place, group. With period one row per target period (and per reported period that
            no target covers); without it one row against the final target, else the latest ended target period.
        programme, indicator: only these.
        partner, place: only the results and targets of this partner or place.
        every_report: with period, also the periods that reports are due for inside a longer target period.
        scheme_key: which bands make the status (definitions.schemes); `band` holds the scheme's own word.
        keep_tolerance: the share of its target within which a level counts as kept, where not the scheme's.

    Returns:
        COLUMNS first, then what screens need. Measures are fractions (0.5 is 50 %), signed and unclipped;
        NULL where undefined, with `reason`.

    Raises:
        ValueError: for a word in `by` that is no dimension.
    """
    unknown = set(by) - set(DIMENSIONS)
    if unknown:
        raise ValueError(f"`by` must be of {', '.join(DIMENSIONS)}, got {', '.join(sorted(unknown))}.")
    scope = Scope(partner="partner" in by, place="place" in by, group="group" in by)
    bands = scheme(scheme_key)
    # the roll-up has partners and places apart, so one alone is a row of it
    stored = replace(scope, partner=scope.partner or partner is not None, place=scope.place or place is not None)
    judged_by = bands.parameters()
    if keep_tolerance is not None:
        judged_by["keep_tolerance"] = keep_tolerance
    with store.cursor() as cursor:
        if stored not in STORED_SCOPES or _reports_after(cursor, as_of):
            _scope_for_now(cursor, stored, as_of, [indicator] if indicator else None, partner, place)
        found = frame(cursor, "progress", {
            "as_of": as_of, "by_period": "period" in by, "every_report": every_report,
            "by_partner": stored.partner, "by_place": stored.place, "by_group": stored.group,
            "programme": programme, "indicator": indicator, "partner_is": partner, "place_is": place,
        } | judged_by)  # fmt: skip
    if bands.applies_to != "projection" or "period" in by:
        return found
    figures = progress(store, as_of, [*by, "period"], programme=programme, indicator=indicator, partner=partner,
                       place=place, every_report=True)  # fmt: skip
    with store.cursor() as cursor:
        return by_weather(cursor, found, figures)


def figures(
    store: Store, as_of: date, by: Collection[str] = (), indicators: Collection[str] | None = None
) -> pd.DataFrame:
    """Every figure of the roll-up, against no target: one row per indicator, period and unit that reported.

    A row without period is the whole life of the indicator, up to `as_of`. `by`: any of partner, place, group.
    """
    scope = Scope(partner="partner" in by, place="place" in by, group="group" in by)
    asked = None if indicators is None else list(indicators)
    with store.cursor() as cursor:
        if scope not in STORED_SCOPES or _reports_after(cursor, as_of):
            _scope_for_now(cursor, scope, as_of, asked, None, None)
        return frame(cursor, "figures", {"by_partner": scope.partner, "by_place": scope.place,
                                         "by_group": scope.group, "indicators": asked})  # fmt: skip


def _reports_after(cursor: duckdb.DuckDBPyConnection, as_of: date) -> bool:
    later = "select 1 from rollup_periods where period_start > $as_of and reports > 0 limit 1"
    return bool(run(cursor, later, {"as_of": as_of}))


def _scope_for_now(
    cursor: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    indicators: Collection[str] | None,
    partner: str | None,
    place: str | None,
) -> None:
    """Lay a roll-up of this moment, in the cursor's own temporary tables, over the stored one of the same name."""
    every = "select code from current_indicators"
    asked = [row[0] for row in run(cursor, every)] if indicators is None else list(indicators)
    for _ in scope_periods(cursor, asked, [scope], as_of=as_of, partner=partner, place=place):
        run(cursor, "create or replace temp table rollup_periods as select * from scope_periods")
