"""The audit of the night: is every stored roll-up still what the ledger gives? Nothing is changed, only told."""

from pathlib import Path

import duckdb
import pandas as pd

from data.rollup import rebuild
from data.store import Store, run, sql

AT_ONCE = 20
"""Indicators worked on together: bounds the memory, whatever the size of the ledger."""
COLUMNS = (
    "indicator", "partner", "place", "group", "period", "difference", "stored_actual", "ledger_actual",
    "stored_target", "ledger_target", "stored_reports", "ledger_reports",
)  # fmt: skip
_HERE = Path(__file__).parent
# a sum may be added up in another order: a billionth is no difference
_DIFFER = """create or replace temp macro figures_differ(one, other) as
    (one is null) <> (other is null) or abs(one - other) > 1e-9 * greatest(abs(one), abs(other), 1)"""


def recompute(store: Store) -> pd.DataFrame:
    """Roll up the whole ledger anew, beside the stored roll-up, and compare.

    Returns:
        COLUMNS, a row per difference: "missing" (in the store), "extra" (no longer in the ledger), "other", or "kept":
        right as far as it is shown, but what is kept beside it, to add the next upload to, is not what the ledger
        gives. Empty when the stored roll-up is right.
    """
    with store.cursor() as cursor:
        run(cursor, _DIFFER)
        codes = _indicators(cursor)
        found = [_differences(cursor, codes[start : start + AT_ONCE]) for start in range(0, len(codes), AT_ONCE)]
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=list(COLUMNS))


def _indicators(cursor: duckdb.DuckDBPyConnection) -> list[str]:
    """All that are defined, and those that only the roll-up still knows."""
    known = "select code from current_indicators union select indicator from rollup_periods order by 1"
    return [row[0] for row in run(cursor, known)]


def _differences(cursor: duckdb.DuckDBPyConnection, indicators: list[str]) -> pd.DataFrame:
    """The roll-up is made anew in temporary tables laid over the stored ones, of the ledger as it is at this moment."""
    cursor.begin()
    try:
        run(cursor, sql(_HERE / "recompute" / "audited.sql"), {"indicators": indicators})
        run(cursor, sql(_HERE / "recompute" / "lay_over.sql"))
        rebuild(cursor, indicators)
        answer = cursor.sql(sql(_HERE / "recompute" / "differences.sql"))
        return answer.to_arrow_table().to_pandas(types_mapper=pd.ArrowDtype)
    finally:
        cursor.rollback()
