"""Which reports have come, of those that were due."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from data.store import Store
from metrics.engine import ask


def completeness(
    store: Store, as_of: date, *, programme: str | None = None, indicator: str | None = None,
    partner: str | None = None, by_programme: bool = False,
) -> pd.DataFrame:  # fmt: skip
    """One row per partner and period that has ended on `as_of`: reports, reports_due, share, missing indicators.
    `by_programme`: and per programme, in a column of that name.

    A report is one indicator's figure from one partner and place for one period of its reporting rhythm.
    """
    found = ask(store, "completeness", as_of=as_of, programme=programme, indicator=indicator, partner=partner,
                by_programme=by_programme)  # fmt: skip
    return found if by_programme else found.drop(columns="programme")


def late_partners(reporting: Sequence[Mapping[str, Any]]) -> list[str]:
    """Names of the partners whose reports for the latest ended month, quarter, half or year are not all in.

    `reporting` are rows of `completeness`.
    """
    late = [row["partner_name"] or row["partner"] for row in _late(reporting) if row["partner"]]
    return list(dict.fromkeys(late))


def is_latest_complete(reporting: Sequence[Mapping[str, Any]]) -> bool:
    """Whether all reports for those periods are in, those too that name no partner."""
    return not _late(reporting)


def latest_period(reporting: Sequence[Mapping[str, Any]]) -> str | None:
    """The period of which the two above speak: the newest that is incomplete, else the newest that was due; of two that
    end on one day the shorter. None where nothing was due."""
    rows = _late(reporting) or reporting
    newest = max(rows, key=lambda row: (row["period_end"], row["period_start"]), default=None)
    return newest["period"] if newest else None


def _late(reporting: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The rows of the latest ended period of each length of which reports are missing."""
    last_day = {row["period_kind"]: row["period_end"] for row in sorted(reporting, key=lambda row: row["period_end"])}
    return [row for row in reporting
            if row["period_end"] == last_day[row["period_kind"]] and row["reports"] < row["reports_due"]]  # fmt: skip
