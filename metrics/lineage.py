"""Where a number comes from: upload › sheet › cell."""

from datetime import date

import pandas as pd

from data.periods import period as period_of
from data.store import Store
from metrics.engine import ask


def trace(
    store: Store, indicator: str, as_of: date, *, period: str | None = None, partner: str | None = None,
    place: str | None = None, group: str | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Every figure of the ledger that speaks of an indicator, with the cell it came from.

    Args:
        period: only figures inside this period (its stored form, for example 2025 or 2025-Q3).

    Returns:
        what (baseline, final_target, target_low, target_high, target, result), period, partner, place, group, value,
        numerator, denominator,
        mark, role (counts, part_of_total, superseded, undone, blank, mark), counts, file_name, upload_id, stored_at
        (UTC), sheet, cell, header, row_number; corrected_from (what stood in the cell, where it was corrected on the
        page) and corrected_by.
    """
    within = period_of(period) if period else None
    return ask(store, "trace", indicator=indicator, as_of=as_of, partner=partner, place=place, group_is=group,
               period_start=within and within.start, period_end=within and within.end)  # fmt: skip
