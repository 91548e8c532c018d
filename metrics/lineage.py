"""Where a number comes from: upload › sheet › cell."""

from collections.abc import Sequence, Set
from datetime import date

import pandas as pd

from data.periods import period as period_of
from data.store import Store
from definitions.plain_columns import plain_column
from metrics import small_groups
from metrics.engine import ask

_FIGURES = ["value", "numerator", "denominator", "corrected_from"]


def trace(
    store: Store, indicator: str, as_of: date, *, period: str | None = None, partner: str | None = None,
    place: str | None = None, group: str | None = None, hidden: Set[small_groups.Key] | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Every figure of the ledger that speaks of an indicator, with the cell it came from.

    Args:
        period: only figures inside this period (its stored form, for example 2025 or 2025-Q3).
        hidden: what `small_groups.hidden_cells` gives: those figures are left out, and is_hidden says so.

    Returns:
        what (baseline, final_target, target_low, target_high, target, result), period, partner, place, group, value,
        numerator, denominator,
        mark, role (counts, part_of_total, superseded, undone, blank, mark), counts, file_name, upload_id, stored_at
        (UTC), sheet, cell, header, row_number; corrected_from (what stood in the cell, where it was corrected on the
        page) and corrected_by; with `hidden`, is_hidden.
    """
    within = period_of(period) if period else None
    found = ask(store, "trace", indicators=[indicator], as_of=as_of, partner=partner, place=place, group_is=group,
                period_start=within and within.start, period_end=within and within.end,
                counting_alone=False)  # fmt: skip
    if hidden is not None:
        found = _without_hidden(found, {indicator: frozenset(hidden)})
    return found.drop(columns=["indicator", "place_code"])


def figures(
    store: Store, indicators: Sequence[str], as_of: date, *, partner: str | None = None,
    hidden: small_groups.HiddenCells | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Every figure that counts, and every mark in its place, of several indicators: asked for all at once.

    Args:
        hidden: what `small_groups.hidden_of_each` gives: those figures are left out.

    Returns:
        As `trace`, with indicator first, place_code beside the place's name, and is_hidden.
    """
    found = ask(store, "trace", indicators=list(indicators), as_of=as_of, partner=partner, place=None, group_is=None,
                period_start=None, period_end=None, counting_alone=True)  # fmt: skip
    return _without_hidden(found, hidden or {})


def _without_hidden(found: pd.DataFrame, hidden: small_groups.HiddenCells) -> pd.DataFrame:
    asked = ["indicator", "what", "period", "partner", "place_code", "group", "value", "numerator", "denominator"]
    rows = (dict(zip(asked, values, strict=True))
            for values in zip(*(plain_column(found[name]) for name in asked), strict=True))  # fmt: skip
    is_hidden = [small_groups.is_hidden_source(row, hidden.get(row["indicator"], frozenset())) for row in rows]
    away = pd.Series(is_hidden, index=found.index, dtype=bool)
    return found.assign(**{name: found[name].mask(away) for name in _FIGURES}, is_hidden=away)
