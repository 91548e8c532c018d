"""Do several coders read the same answers alike? Cohen, Fleiss and Randolph by statsmodels, Krippendorff's alpha here.

No library at hand has Krippendorff's alpha; it follows Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability".
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

LEVELS = ("nominal", "ordinal", "interval", "ratio")
LANDIS_KOCH = ((0.0, "poor"), (0.2, "slight"), (0.4, "fair"), (0.6, "moderate"), (0.8, "substantial"))
"""Upper bounds, included, of the bands of Landis & Koch 1977; above the last: almost perfect."""


class NotComputable(ValueError):  # noqa: N818  # reads as the answer that it is
    """The codes do not allow a figure; the message says why. It must never be shown as full agreement."""


class Kappa(NamedTuple):
    """Cohen's kappa, its standard error and 95 % interval, and the test that it is zero."""

    kappa: float
    se: float
    low: float
    high: float
    se_if_zero: float
    z: float
    p_value: float
    observed: float


def cohen(table: Sequence[Sequence[float]], weights: str | Sequence[float] | None = None) -> Kappa:
    """κ = (p_o − p_e) / (1 − p_e) for two coders.

    Args:
        table: counts, rows for the first coder's codes, columns for the second's.
        weights: None, "linear" or "quadratic" for ordered codes, or the score of each code.

    Raises:
        NotComputable: when both coders use one single code throughout, or nothing was coded.
    """
    from statsmodels.stats.inter_rater import cohens_kappa

    counts = np.asarray(table, float)
    if counts.ndim != 2 or counts.shape[0] != counts.shape[1]:
        raise ValueError("`table` must have as many rows as columns.")
    total = counts.sum()
    if not total or (counts.sum(0) * counts.sum(1)).max() == total * total:
        raise NotComputable("more than one code needed")
    scores = None if weights is None or isinstance(weights, str) else np.asarray(weights, float)
    kind = weights if isinstance(weights, str) else None
    found = cohens_kappa(counts, weights=scores, wt=kind)
    return Kappa(
        float(found.kappa), float(found.std_kappa), float(found.kappa_low), float(found.kappa_upp),
        float(found.std_kappa0), float(found.z_value), float(found.pvalue_two_sided), float(np.trace(counts) / total),
    )  # fmt: skip


def cross_table(first: Sequence[object], second: Sequence[object]) -> list[list[int]]:
    """Counts of every pair of codes of two coders; a unit that one of them left out is left out."""
    pairs = [pair for pair in zip(first, second, strict=True) if None not in pair]
    codes = sorted({code for pair in pairs for code in pair}, key=lambda code: (str(type(code)), code))
    return [[sum(pair == (one, other) for pair in pairs) for other in codes] for one in codes]


def fleiss(table: Sequence[Sequence[float]], method: str = "fleiss") -> float:
    """Agreement of several coders, the same number for each unit; `method` "randolph" for free margins.

    Args:
        table: one row a unit, one column a code: how many coders gave it.

    Raises:
        NotComputable: for fewer than two coders, or one single code throughout.
    """
    from statsmodels.stats.inter_rater import fleiss_kappa

    counts = np.asarray(table, float)
    coders = counts.sum(1)
    if counts.ndim != 2 or len(set(coders)) != 1 or coders[0] < 2:
        raise NotComputable("the same number of coders, at least two, needed for each unit")
    if counts.shape[1] < 2 or (method == "fleiss" and np.count_nonzero(counts.sum(0)) < 2):
        raise NotComputable("more than one code needed")
    return float(fleiss_kappa(counts, method=method))


def observed_agreement(table: Sequence[Sequence[float]]) -> float:
    """The mean share of pairs of coders that agree on a unit; `table` as for fleiss."""
    counts = np.asarray(table, float)
    coders = counts.sum(1)
    return float(((counts * (counts - 1)).sum(1) / (coders * (coders - 1))).mean())


def counted_codes(units: Sequence[Sequence[object]]) -> list[list[int]]:
    """The table that fleiss wants, out of one row of codes a unit."""
    codes = sorted(
        {code for unit in units for code in unit if code is not None}, key=lambda code: (str(type(code)), code)
    )
    return [[sum(given == code for given in unit) for code in codes] for unit in units]


def krippendorff(
    data: Sequence[Sequence[object]], level: str = "nominal", domain: Sequence[object] | None = None
) -> float:
    """α = 1 − D_o / D_e on the coincidence matrix; units with fewer than two codes fall out.

    Args:
        data: one row a coder, one column a unit, None where a coder gave no code.
        level: one of LEVELS: how far two codes are from each other.
        domain: the codes in their order; needed for words that are not nominal.

    Raises:
        NotComputable: for fewer than two different codes, or no unit with two codes.
        ValueError: for an unknown level, or words without an order.
    """
    columns = list(zip(*data, strict=True))
    given = [[code for code in column if not _is_missing(code)] for column in columns]
    codes = list(domain) if domain is not None else _ordered({code for unit in given for code in unit}, level)
    if outside := [code for unit in given for code in unit if code not in codes]:
        raise ValueError(f"`domain` does not hold {outside[0]!r}.")
    return krippendorff_of_counts([[unit.count(code) for code in codes] for unit in given], codes, level)


def krippendorff_of_counts(
    counts: Sequence[Sequence[float]], codes: Sequence[object] | None = None, level: str = "nominal"
) -> float:
    """As `krippendorff`, from one row a unit: how many coders gave each code. `codes` default to 1, 2, 3 …"""
    if level not in LEVELS:
        raise ValueError(f"`level` must be of {', '.join(LEVELS)}, got {level!r}.")
    table = np.asarray(counts, float)
    if table.ndim != 2 or not (table.sum(1) >= 2).any():
        raise NotComputable("at least one unit with values of two coders needed")
    if table.shape[1] < 2:
        raise NotComputable("more than one value needed in the domain")
    table = table[table.sum(1) >= 2]
    each = 1 / (table.sum(1) - 1)
    coincidence = (table * each[:, None]).T @ table - np.diag((table * each[:, None]).sum(0))
    totals = coincidence.sum(0)
    apart = _distances(list(codes or range(1, table.shape[1] + 1)), totals, level)
    expected = (np.outer(totals, totals) * apart).sum() / (totals.sum() - 1)
    if expected == 0:
        raise NotComputable("more than one value needed in the domain")
    return float(1 - (coincidence * apart).sum() / expected)


def landis_koch(kappa: float) -> str:
    """The word of Landis & Koch 1977 for a kappa: poor, slight, fair, moderate, substantial, almost perfect."""
    return next((word for upper, word in LANDIS_KOCH if kappa <= upper + 1e-9), "almost perfect")


def krippendorff_band(alpha: float) -> str:
    """Krippendorff's usual reading: reliable from .800, tentative from .667, else not reliable. A convention."""
    return "reliable" if alpha >= 0.8 else "tentative" if alpha >= 0.667 else "not reliable"


def _is_missing(code: object) -> bool:
    return code is None or (isinstance(code, float) and np.isnan(code))


def _ordered(codes: set, level: str) -> list:
    if level != "nominal" and any(isinstance(code, str) for code in codes):
        raise ValueError("Words have no order of their own: `domain` must give it.")
    return sorted(codes, key=lambda code: (str(type(code)) if isinstance(code, str) else "", code))


def _distances(codes: list, totals: np.ndarray, level: str) -> np.ndarray:
    """The squared distance of each code to each other, by level of measurement."""
    size = len(codes)
    if level == "nominal":
        return 1 - np.eye(size)
    if level == "ordinal":
        upto = np.cumsum(totals)
        between = np.abs(upto[:, None] - upto[None, :])  # of the codes after the lower one, up to the higher one
        higher, lower = np.maximum.outer(range(size), range(size)), np.minimum.outer(range(size), range(size))
        return (between - (totals[higher] - totals[lower]) / 2) ** 2
    words = any(isinstance(code, str) for code in codes)
    values = np.arange(1, size + 1, dtype=float) if words else np.asarray(codes, float)
    apart = values[:, None] - values[None, :]
    if level == "interval":
        return apart**2
    both = values[:, None] + values[None, :]
    return np.divide(apart, both, out=np.zeros_like(apart), where=both != 0) ** 2
