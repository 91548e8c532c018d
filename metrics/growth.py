"""Growth a year against the growth that is needed, as Statistics Canada and Open SDG judge a series.

An option for rates and for what multiplies; Dampak's default is the straight line, which knows zero and changing signs.
Source: Open SDG, progress methodology; sdg-build, ProgressMeasure.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from data.store import Store
from metrics.engine import frame
from metrics.progress import progress

TARGET_YEAR, BASE_YEAR = 2030.0, 2015.0
"""What the method takes where nothing is said."""


@dataclass(frozen=True)
class Series:
    """One series. Years may have fractions; `direction` is 1 (up) or −1 (down); `bound` is a natural limit (100)."""

    base: float | None
    base_year: float | None
    figure: float | None
    figure_year: float | None
    target: float | None = None
    target_year: float = TARGET_YEAR
    direction: int = -1
    bound: float | None = None


def judged(cursor: duckdb.DuckDBPyConnection, series: Sequence[Series]) -> pd.DataFrame:
    """One row per series, in order: growth (a year, or its share of what is needed), class, score −5 to 5."""
    return frame(cursor, "growth", {
        "bases": [one.base for one in series], "base_years": [one.base_year for one in series],
        "figures": [one.figure for one in series], "figure_years": [one.figure_year for one in series],
        "targets": [one.target for one in series], "target_years": [one.target_year for one in series],
        "directions": [float(one.direction) for one in series], "bounds": [one.bound for one in series],
    })  # fmt: skip


def with_ends(one: Series, figures: Sequence[tuple[float, float]]) -> Series:
    """`one` with its two ends taken from figures (year, value) in any order.

    The base is the figure of the base year, or of the next year that has one; the current figure is the latest. A base
    year after every figure leaves the series without a base. Raises ValueError when a year has two figures.
    """
    by_year = dict(figures)
    if len(by_year) != len(figures):
        raise ValueError("a year has two figures")
    first = min((year for year in by_year if year >= one.base_year), default=None)
    last = max(by_year, default=None)
    return replace(
        one,
        base=None if first is None else by_year[first],
        base_year=one.base_year if first is None else first,
        figure=None if last is None else by_year[last],
        figure_year=last,
    )


def mean_score(scores: Sequence[Any]) -> float | None:
    """The mean of scores; a list inside is a group, averaged first. Missing scores are left out."""
    known = [value for value in (mean_score(one) if isinstance(one, list | tuple) else one for one in scores)
             if value is not None]  # fmt: skip
    return sum(known) / len(known) if known else None


def score_class(cursor: duckdb.DuckDBPyConnection, score: float | None, all_met: bool) -> str:
    """The class of a mean score; "target_achieved" only when every series has reached its target."""
    return str(frame(cursor, "score_class", {"score": score, "all_met": all_met}).iloc[0, 0])


def growth(store: Store, as_of: date) -> pd.DataFrame:
    """One row per indicator with a direction, a dated baseline and a dated figure: growth, class, score."""
    found = progress(store, as_of)
    found = found[found["direction"].isin(["up", "down"]) & found["actual"].notna() & found["line_start"].notna()]
    series = [
        Series(
            _number(row.start_value), _year(row.line_start), _number(row.actual), _year(row.actual_end),
            _number(row.target), _year(row.target_date) or TARGET_YEAR, 1 if row.direction == "up" else -1,
            100.0 if row.unit == "%" else None,
        )
        for row in found.itertuples()
    ]  # fmt: skip
    with store.cursor() as cursor:
        return pd.concat([found[["indicator"]].reset_index(drop=True), judged(cursor, series)], axis=1)


def _year(day: date | None) -> float | None:
    if day is None or pd.isna(day):
        return None
    return day.year + (day.timetuple().tm_yday - 1) / 365.25


def _number(value: float | None) -> float | None:
    return None if value is None or pd.isna(value) else float(value)
