"""What was uploaded, what happened to it, and what an undo would change."""

import pandas as pd

from data.store import Store
from metrics.engine import ask


def events(store: Store) -> pd.DataFrame:
    """One row per thing that happened to an upload, the newest first; `happened_at` is UTC."""
    return ask(store, "upload_events")


def contents(store: Store, upload: int) -> pd.DataFrame:
    """One row per kind of sheet of an upload: rows `stored`; of figures those `counted` now and `backed` by another."""
    return ask(store, "upload_rows", upload=upload)


def target_history(store: Store, indicator: str) -> pd.DataFrame:
    """Every change of the indicator's targets and baseline by an upload, the newest first.

    Old and new value are text (figures with a point, dates as 2025-12-31); the reason is a word of data/reasons.py.
    """
    return ask(store, "target_changes", indicator=indicator)
