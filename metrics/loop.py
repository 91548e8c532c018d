"""Closing the loop: how many are answered, how soon, and how long those wait who have no answer yet."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from data.store import Store
from metrics.feedback import ANSWER_WITHIN_DAYS, waits

RECOMMENDED_SHARE = 0.9
"""At least nine of ten answered in line with the procedure. Source: IndiKit, indicator 3913."""


def median_days(answered: Sequence[float], still_open: Sequence[float] = ()) -> float | None:
    """Days until half have their answer, by Kaplan–Meier: who still waits counts as "longer than so far".

    Args:
        answered: days from entry to answer.
        still_open: days that the open ones have waited so far.

    Returns:
        None when fewer than half have an answer, so that the median lies in the future, or nobody asked.
    """
    if not len(answered):
        return None
    from scipy.stats import CensoredData, ecdf

    found = ecdf(CensoredData(uncensored=np.asarray(answered, float), right=np.asarray(still_open, float))).sf
    reached = found.quantiles[found.probabilities <= 0.5 + 1e-12]
    return float(reached[0]) if reached.size else None


def answered_share(answered: int, relevant: int) -> float | None:
    """Answered of those received that the mechanism is there for."""
    return answered / relevant if relevant else None


def meets_recommended(share: float | None) -> bool | None:
    """At least 90 %; None where there is no share."""
    return None if share is None else share >= RECOMMENDED_SHARE - 1e-9


def closing(store: Store, as_of: date, **within: str | None) -> pd.DataFrame:
    """One row: entries, answered, in_time, open, told_back, their shares, and median_days with the open ones counted.

    `median_days_answered` knows the answered ones alone, so it flatters; both stand here.
    """
    rows = waits(store, as_of, **within)
    has_answer = rows["is_answered"].astype(bool) if len(rows) else pd.Series([], dtype=bool)
    days = rows["days"].astype("Float64")
    done, waiting = days[has_answer].dropna().to_list(), days[~has_answer].dropna().to_list()
    entries, answered = len(rows), int(has_answer.sum())
    in_time = sum(wait <= ANSWER_WITHIN_DAYS for wait in done)
    return pd.DataFrame([{
        "entries": entries, "answered": answered, "in_time": in_time, "open": entries - answered,
        "told_back": int(rows["told_back"].fillna(False).sum()) if entries else 0,
        "answered_share": answered_share(answered, entries), "in_time_share": answered_share(in_time, entries),
        "meets_recommended": meets_recommended(answered_share(answered, entries)),
        "median_days": median_days(done, waiting),
        "median_days_answered": float(np.median(done)) if done else None,
    }])  # fmt: skip
