"""Figures that make no single one (percentages without their two parts): from which to which, and how many."""

from datetime import date

import pandas as pd

from data.store import Store
from metrics.progress import figures

REASON = "not_joined"
COLUMNS = ("lowest", "highest", "figures")


def with_spread(
    store: Store, found: pd.DataFrame, as_of: date | None, partner: str | None = None, place: str | None = None
) -> pd.DataFrame:
    """Rows of metrics.progress with the lowest and highest figure and their number, where there is no single one.

    Of each partner and place what it has reached counts; where its own figures make no single one either, all of them.
    `partner` and `place` are those that the rows were filtered by. Nothing is asked while every row has its figure.
    """
    nothing = found.assign(**dict.fromkeys(COLUMNS))
    asked = sorted(set(found.loc[(found["reason"] == REASON).fillna(False).astype(bool), "indicator"]))
    if not asked or as_of is None:
        return nothing
    every = figures(store, as_of, ["partner", "place"], asked)
    for name, value in (("partner", partner), ("place", place)):
        every = every if value is None else every[every[name] == value]
    spread = {code: _spread(own) for code, own in every.groupby("indicator")}
    rows = [spread.get(code, (None, None, None)) for code in found["indicator"]]
    return nothing.assign(**{name: list(values) for name, values in zip(COLUMNS, zip(*rows, strict=True), strict=True)})


def _spread(own: pd.DataFrame) -> tuple[float | None, float | None, int]:
    """Lowest, highest and number of the figures of one indicator."""
    unit = [own[name].fillna("") for name in ("partner", "place")]
    mixed = set(zip(*(part[own["period"].isna() & own["is_mixed"]] for part in unit), strict=True))
    is_mixed = pd.Series([key in mixed for key in zip(*unit, strict=True)], index=own.index)
    told = own[own["actual"].notna() & (own["period"].isna() | (is_mixed & own["is_report_period"]))]["actual"]
    return (float(told.min()), float(told.max()), len(told)) if len(told) else (None, None, 0)
