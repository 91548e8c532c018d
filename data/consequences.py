"""What storing an upload would change in what the ledger says now: counts by sheet, and figures old and new."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from data.reasons import changed_targets
from data.staging import Staged
from data.store import run, sql

_HERE = Path(__file__).parent / "preview"
COMPARED = ("indicators", "targets", "results", "feedback")
MOST_ROWS = 1000
_PREVIEW = {key: "create or replace temp view preview as " + sql(_HERE / f"{key}.sql") for key in COMPARED}
_CHANGED = "select * from preview where consequence = 'changed' order by row_number limit $most"


@dataclass(frozen=True)
class Consequences:
    """`counts` by sheet key: new, changed, unchanged, blank. `changes` has one row per changed figure, definition field
    or feedback entry with its cell: sheet_key, sheet, cell, field, indicator, period, partner, place, group, old
    and new value (numbers) or text. `superseded`: earlier upload → how much of it no longer counts.
    `targets`: see data/reasons.py.
    """

    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    changes: pd.DataFrame | None = None
    superseded: Mapping[int, int] = field(default_factory=dict)
    targets: list[tuple] = field(default_factory=list)


def consequences(cursor: duckdb.DuckDBPyConnection, staged: Staged) -> Consequences:
    """Compare the staged rows of the cursor with the ledger."""
    run(cursor, sql(_HERE / "definition_changes.sql"))
    counts: dict[str, Mapping[str, int]] = {}
    changed: list[pd.DataFrame] = []
    for key in staged.bodies:
        if key not in COMPARED:
            counts[key] = {"new": staged.rows[key]}
            continue
        if not staged.rows[key]:
            counts[key] = {}
            continue
        run(cursor, _PREVIEW[key])
        counts[key] = dict(run(cursor, "select consequence, count(*) from preview group by consequence"))
        if counts[key].get("changed"):
            changed.append(_changed_rows(cursor, staged, key))
    if not run(cursor, "select 1 from live_uploads limit 1"):
        return Consequences(counts)
    superseded = dict(run(cursor, sql(_HERE / "superseded.sql")))
    return Consequences(
        counts, pd.concat(changed, ignore_index=True) if changed else None, superseded, changed_targets(cursor)
    )


def _changed_rows(cursor: duckdb.DuckDBPyConnection, staged: Staged, key: str) -> pd.DataFrame:
    """The changed rows with the field that changed and its cell in the user's file."""
    if key == "indicators":
        named = cursor.sql("from definition_changes order by row_number").df().head(MOST_ROWS)
        rows = named.assign(value_cell=None, period=None, partner=None, place=None, group=None)
    else:
        rows = cursor.execute(_CHANGED, {"most": MOST_ROWS}).df()
        rows["field"] = "text" if key == "feedback" else "value"
    entries = {body.recognised.sheet.name: body.recognised for body in staged.bodies[key]}
    rows["cell"] = [
        each.value_cell if isinstance(each.value_cell, str) else _cell(entries.get(each.sheet), each)
        for each in rows.itertuples()
    ]
    return rows.assign(sheet_key=key)


def _cell(entry, row) -> str | None:  # type: ignore[no-untyped-def]
    """The cell of the changed field; of a ratio the numerator's."""
    if entry is None:
        return None
    if entry.origins is not None:  # a row of the ledger has the row of the user's sheet
        at = np.flatnonzero(entry.origins.rows == row.row_number)
        return entry.cell(int(at[0]) + 1, row.field) if len(at) else None
    return entry.cell(row.row_number, row.field) or entry.cell(row.row_number, "numerator")
