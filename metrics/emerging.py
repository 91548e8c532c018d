"""Emerging words and phrases: said more here, or now, than elsewhere or before, beyond chance."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from math import log, sqrt
from typing import NamedTuple

from metrics.theme_words import tokens

SURE = 1.96  # |z| from which a difference is called one
LEAST = 3  # times said
Wanted = Callable[[str], bool]
"""Whether a word or a pair may be shown at all."""


class Emerging(NamedTuple):
    """A word or two: how often it is said here and elsewhere, the log odds between them, and how sure (z)."""

    words: str
    here: int
    elsewhere: int
    log_odds: float
    z: float


def emerging(
    here: Iterable[str], elsewhere: Iterable[str], *, most: int = 10, prior: float = 500.0, least: int = LEAST,
    wanted: Wanted | None = None,
) -> list[Emerging]:  # fmt: skip
    """Words and pairs said more in the texts here than in those elsewhere, the surest first.

    Only those that at least so many texts here hold (`least`), and that are `wanted`.

    Log odds with an informative Dirichlet prior, z = δ / √(1/(y_here + α) + 1/(y_elsewhere + α)), where α spreads
    `prior` words as all texts together do. Source: Monroe, Colaresi & Quinn 2008, "Fightin' Words",
    equations 15, 16 and 19–22.
    """
    return rising(counted(here), counted(elsewhere), most=most, prior=prior, least=least, wanted=wanted)


def rising(
    ours: Counter[str], theirs: Counter[str], *, most: int = 10, prior: float = 500.0, least: int = LEAST,
    wanted: Wanted | None = None,
) -> list[Emerging]:  # fmt: skip
    """As `emerging`, of texts that were counted before."""
    both = ours + theirs
    if not ours or not theirs or len(both) < 2:  # nothing to compare with
        return []
    whole, n_ours, n_theirs = both.total(), ours.total(), theirs.total()
    found = []
    for words, times in ours.items():
        if times < least or (wanted is not None and not wanted(words)):
            continue
        alpha = prior * both[words] / whole
        odds = log((times + alpha) / (n_ours + prior - times - alpha))
        other = log((theirs[words] + alpha) / (n_theirs + prior - theirs[words] - alpha))
        z = (odds - other) / sqrt(1 / (times + alpha) + 1 / (theirs[words] + alpha))
        if z >= SURE:
            found.append(Emerging(words, times, theirs[words], odds - other, z))
    return _without_parts(sorted(found, key=lambda entry: (-entry.z, entry.words)))[:most]


def counted(texts: Iterable[str]) -> Counter[str]:
    """How many texts hold each word of four letters and more, and each pair of neighbours."""
    counts: Counter[str] = Counter()
    for text in texts:
        words = [word for word in tokens(text) if word.isalpha()]
        long = {word for word in words if len(word) > 3}
        pairs = {f"{one} {other}" for one, other in pairwise(words) if len(one) > 3 or len(other) > 3}
        counts.update(long | pairs)
    return counts


def _without_parts(found: Sequence[Emerging]) -> list[Emerging]:
    """Without a word that only repeats a surer pair, or a pair that only adds to a surer word."""
    kept: list[Emerging] = []
    for entry in found:
        if not any(set(entry.words.split()) & set(other.words.split()) for other in kept):
            kept.append(entry)
    return kept
