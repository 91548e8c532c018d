"""What was uploaded, what happened to it, and what an undo would change."""

import pandas as pd

from data.store import Store
from metrics.engine import ask


def events(store: Store) -> pd.DataFrame:
    """One row per thing that happened to an upload, the newest first; `happened_at` is UTC."""
    return ask(store, "upload_events")


def contents(store: Store, upload: int) -> pd.DataFrame:
    """One row per kind of sheet of an upload: stored rows; of figures also `counted` now and `backed` by another upload."""
    return ask(store, "upload_rows", upload=upload)
