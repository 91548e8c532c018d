"""What in the data deserves a second look, each with the cell it stands in. A finding is a question, not a mistake."""

from datetime import date

import pandas as pd

from data.store import Store
from metrics.engine import ask
from metrics.progress import progress

KINDS = ("parts", "promises", "direction", "outlier")
FAR = 3.5
"""Modified z-score from which a figure counts as far from its series. Source: Iglewicz and Hoaglin 1993."""
LEAST_FIGURES = 6
IN_TIME_DAYS = 30
"""A report counts as in time up to so many days after the end of its period; agree on another in your forum."""
COLUMNS = (
    "kind", "indicator", "period", "partner", "place", "group", "dimensions", "figure", "compared", "is_flow",
    "file_name", "sheet", "cell",
)  # fmt: skip


def findings(store: Store, as_of: date) -> pd.DataFrame:
    """One row a finding (COLUMNS): `figure` as it stands in the cell, `compared` what it was held against.

    parts: a total and the sum of its parts; promises: a target and those of the periods inside it (`is_flow`:
    their sum, else the last one); final where it names no period; direction: a target and the baseline on its
    wrong side; outlier: a figure and the middle of its series.
    """
    asked = {
        "parts": ask(store, "quality_parts", as_of=as_of), "promises": ask(store, "quality_promises", as_of=as_of),
        "direction": conflicts(store, as_of),
        "outlier": ask(store, "quality_outliers", as_of=as_of, far=FAR, least_figures=LEAST_FIGURES),
    }  # fmt: skip
    parts = [found.assign(kind=kind) for kind, found in asked.items() if len(found)]
    if not parts:
        return pd.DataFrame(columns=list(COLUMNS))
    rows = pd.concat([part.astype(object) for part in parts], ignore_index=True)
    for name in set(COLUMNS) - set(rows.columns):
        rows[name] = None
    return with_cells(store, rows)[list(COLUMNS)]


def conflicts(store: Store, as_of: date) -> pd.DataFrame:
    """One row per indicator whose target lies on the wrong side of its baseline."""
    found = progress(store, as_of)
    found = found[(found["reason"] == "direction_conflict") & found["is_final_row"].fillna(False).astype(bool)]
    stands = ask(store, "current_indicator_rows").set_index("code")
    return pd.DataFrame([
        {"indicator": code, "figure": float(target), "compared": float(start), "sheet_key": "indicators",
         "field": "target", "value_cell": None, **stands.loc[code].to_dict()}
        for code, target, start in zip(found["indicator"], found["target"], found["start_value"], strict=True)
    ])  # fmt: skip


def timeliness(store: Store, as_of: date, days: int = IN_TIME_DAYS) -> pd.DataFrame:
    """One row per partner: reports of periods that ended since the store is in use, those in time, median days late."""
    return ask(store, "quality_timeliness", as_of=as_of, days=days)


def with_cells(store: Store, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with `file_name` and `cell` for their upload, sheet, row and field."""

    def of(name: str) -> list:
        return [None if pd.isna(value) else value for value in rows[name]]

    found = ask(store, "quality_cells", uploads=[int(value) for value in of("upload_id")], sheets=of("sheet"),
                rows=[int(value) for value in of("row_number")], cells=of("value_cell"), sheet_keys=of("sheet_key"),
                fields=of("field"))  # fmt: skip
    return rows.assign(file_name=found["file_name"].tolist(), cell=found["cell"].tolist())
