"""Who holds how much: money, decisions, speaking time. Small partnerships need care, so every figure says its n."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

SMALL = 10
"""Below so many partners Gini is corrected: with n partners it cannot pass (n − 1)/n."""


class Balance(NamedTuple):
    """How evenly something is spread over n partners: 0 is even, 1 is all with one."""

    n: int
    gini: float | None
    gini_corrected: float | None
    hhi: float | None
    effective: float | None


def gini(amounts: Sequence[float]) -> float | None:
    """Σ(2i − n − 1)·x_i / (n·Σx), amounts in order; 0 when all are zero, None for nobody.

    Raises ValueError for a negative amount. With n partners the most it can be is (n − 1)/n.
    """
    ordered = np.sort(_amounts(amounts))
    n, total = len(ordered), ordered.sum()
    if n == 0:
        return None
    return float(((2 * np.arange(1, n + 1) - n - 1) * ordered).sum() / (n * total)) if total else 0.0


def gini_corrected(amounts: Sequence[float]) -> float | None:
    """Gini·n/(n − 1), so that a small partnership can reach 1 too; None for fewer than two."""
    raw, n = gini(amounts), len(amounts)
    return raw * n / (n - 1) if raw is not None and n > 1 else None


def concentration(amounts: Sequence[float]) -> float | None:
    """Herfindahl–Hirschman index: the sum of squared shares, from 1/n to 1; None when there is nothing to share."""
    given = _amounts(amounts)
    return float(((given / given.sum()) ** 2).sum()) if given.sum() else None


def effective_partners(amounts: Sequence[float]) -> float | None:
    """As many equal partners as would be so concentrated: 1/HHI."""
    found = concentration(amounts)
    return 1 / found if found else None


def balance(amounts: Sequence[float]) -> Balance:
    """All of it at once."""
    return Balance(len(amounts), gini(amounts), gini_corrected(amounts), concentration(amounts),
                   effective_partners(amounts))  # fmt: skip


def shares(amounts: Mapping[str, float]) -> dict[str, float | None]:
    """Each partner's part of the whole; None for everyone when the whole is zero."""
    total = sum(_amounts(list(amounts.values())))
    return {partner: float(amount / total) if total else None for partner, amount in amounts.items()}


def gaps(money: Mapping[str, float], voice: Mapping[str, float]) -> dict[str, float | None]:
    """Share of money minus share of decisions (or time) in fractions, for every partner that has a part in either."""
    given, heard = shares(money), shares(voice)
    partners = sorted(set(given) | set(heard))
    if None in given.values() or None in heard.values():
        return dict.fromkeys(partners)
    return {partner: given.get(partner, 0.0) - heard.get(partner, 0.0) for partner in partners}  # type: ignore[operator]


def _amounts(given: Sequence[float]) -> np.ndarray:
    found = np.asarray(list(given), float)
    if found.size and (np.isnan(found).any() or found.min() < 0):
        raise ValueError("Amounts must be known and not negative.")
    return found
