"""How sure a share is, and whether two shares differ: Wilson and Newcombe by macro, tests by statsmodels.

Shares are fractions. statsmodels takes a second to import, so only what needs it does: no page pays for it unasked.
"""

from statistics import NormalDist
from typing import NamedTuple

import duckdb
import pandas as pd

from metrics.engine import frame

USUAL_DESIGN_EFFECT = 2.0
"""For a clustered survey whose design effect is not known. A convention; say so where it is used."""


class Interval(NamedTuple):
    """A figure and the two ends of its confidence interval; all None where nobody was asked."""

    value: float | None
    low: float | None
    high: float | None


class Change(NamedTuple):
    """First share minus second, its interval, and "rise", "fall" or "no_clear_change"."""

    value: float | None
    low: float | None
    high: float | None
    word: str | None


class ShareTest(NamedTuple):
    """A test statistic and its two-sided probability under "no difference"."""

    statistic: float
    p_value: float


def z_of(confidence: float) -> float:
    """The normal quantile for a two-sided level: 0.95 gives 1.96. Raises ValueError outside 0 to 1."""
    if not 0 < confidence < 1:
        raise ValueError(f"`confidence` must lie between 0 and 1, got {confidence}.")
    return NormalDist().inv_cdf((1 + confidence) / 2)


def share_interval(
    cursor: duckdb.DuckDBPyConnection, hits: float, n: float, *, confidence: float = 0.95, design_effect: float = 1.0
) -> Interval:
    """Wilson's interval for `hits` of `n`; a clustered sample counts as `n / design_effect`.

    Raises ValueError for more hits than people asked, or negative ones. Source: Wilson 1927.
    """
    _check(hits, n)
    row = frame(cursor, "share_interval",
                {"hits": hits, "n": n, "z": z_of(confidence), "design_effect": design_effect}).iloc[0]  # fmt: skip
    return Interval(*(None if pd.isna(row[name]) else float(row[name]) for name in ("share", "low", "high")))


def share_change(
    cursor: duckdb.DuckDBPyConnection,
    hits: float,
    n: float,
    other_hits: float,
    other_n: float,
    *,
    confidence: float = 0.95,
) -> Change:
    """Newcombe's interval for `hits/n − other_hits/other_n` (method 10, from Wilson's). Source: Newcombe 1998."""
    _check(hits, n)
    _check(other_hits, other_n)
    row = frame(cursor, "share_change", {"hits": hits, "n": n, "other_hits": other_hits, "other_n": other_n,
                                         "z": z_of(confidence)}).iloc[0]  # fmt: skip
    figures = (None if pd.isna(row[name]) else float(row[name]) for name in ("difference", "low", "high"))
    return Change(*figures, None if pd.isna(row["word"]) else str(row["word"]))


def with_intervals(cursor: duckdb.DuckDBPyConnection, found: pd.DataFrame) -> pd.DataFrame:
    """A frame of metrics.progress with `share_low`, `share_high` (fractions) for rows that have counts of people.

    Only a numerator of whole numbers up to its denominator is a share of people; other ratios stay NULL. `change` says
    whether the row differs from the one before it: give the periods of one indicator, in order.
    """
    is_share = (found["numerator"] >= 0) & (found["numerator"] <= found["denominator"]) & (found["denominator"] > 0)
    is_share = is_share.fillna(False).astype(bool)
    if not is_share.any():
        return found.assign(**dict.fromkeys(("share_low", "share_high", "change")))
    asked = {"hits": found["numerator"].where(is_share), "n": found["denominator"].where(is_share)}
    lists = {name: [None if pd.isna(value) else float(value) for value in column] for name, column in asked.items()}
    measured = frame(cursor, "shares", lists)
    return found.assign(share_low=measured["low"].array, share_high=measured["high"].array,
                        change=measured["change"].array)  # fmt: skip


def other_change_interval(
    hits: float, n: float, other_hits: float, other_n: float, method: str, confidence: float = 0.95
) -> Interval:
    """The difference of two shares by another published method of statsmodels: "wald", "agresti-caffo", "score".

    For comparison only; Dampak itself shows Newcombe's.
    """
    from statsmodels.stats.proportion import confint_proportions_2indep

    low, high = confint_proportions_2indep(hits, n, other_hits, other_n, method=method, alpha=1 - confidence)
    return Interval(hits / n - other_hits / other_n, float(low), float(high))


def pooled_test(hits: float, n: float, other_hits: float, other_n: float) -> ShareTest:
    """The z test of two shares with a pooled variance."""
    from statsmodels.stats.proportion import proportions_ztest

    return ShareTest(*map(float, proportions_ztest([hits, other_hits], [n, other_n])))


def chi_square_of_many(hits: list[float], n: list[float]) -> ShareTest:
    """The chi-square test that several shares are the same, with one degree of freedom less than there are shares."""
    from statsmodels.stats.proportion import proportions_chisquare

    statistic, p_value, _ = proportions_chisquare(hits, n)
    return ShareTest(float(statistic), float(p_value))


def _check(hits: float, n: float) -> None:
    if n < 0 or hits < 0 or hits > n:
        raise ValueError(f"A share needs 0 to n of n, got {hits} of {n}.")
