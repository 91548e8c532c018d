"""What was agreed, what became of it, and what the figure beside it says since."""

from datetime import date

import pandas as pd

from data.store import Store
from metrics.engine import ask


def actions(store: Store, as_of: date) -> pd.DataFrame:
    """One row an action, open ones first, the nearest day first.

    Returns:
        origin (meeting, overlap, gap), action_id (a number within its origin), what, owner, due, first_due, taken_by,
        taken_at (UTC), indicator, value_then (in unit_then), status_then, period_then, programme, partner, place, state
        (open, done, dropped), note, noted_by, noted_at, is_late, days_left (negative when late; None unless open).
    """
    return ask(store, "actions", as_of=as_of)
