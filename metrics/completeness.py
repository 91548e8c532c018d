"""Which reports have come, of those that were due."""

from datetime import date

import pandas as pd

from data.store import Store
from metrics.engine import ask


def completeness(
    store: Store, as_of: date, *, programme: str | None = None, indicator: str | None = None, partner: str | None = None
) -> pd.DataFrame:
    """One row per partner and period that ended before `as_of`: reports, reports_due, share, missing indicators.

    A report is one indicator's figure from one partner and place for one period of its reporting rhythm.
    """
    return ask(store, "completeness", as_of=as_of, programme=programme, indicator=indicator, partner=partner)
