"""What is suggested for an entry while people code: by what they coded before, else by the words of the codebook."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from definitions.codebook import codebook
from metrics.agreement import NotComputable, krippendorff
from metrics.keyword_coding import keyword_themes
from metrics.themes import ThemeCoder

LEAST_CODED = 20
"""Entries that must be coded, of at least two themes, before anything is learnt from them."""


class Proposal(NamedTuple):
    """A theme of the codebook, how sure (None: by keyword), by which words, and where it comes from."""

    theme: str
    confidence: float | None
    words: tuple[str, ...]
    source: str  # learnt or keywords


def learnt(texts: Mapping[str, str], coded: Mapping[str, str]) -> ThemeCoder | None:
    """A coder that learnt from coded entries; None while there are too few.

    Args:
        texts: entry → text. coded: entry → key of its first theme.
    """
    known = [(texts[entry], theme) for entry, theme in sorted(coded.items()) if entry in texts]
    if len(known) < LEAST_CODED or len({theme for _, theme in known}) < 2:
        return None
    return ThemeCoder([text for text, _ in known], [theme for _, theme in known])


def proposal(text: str, coder: ThemeCoder | None) -> Proposal | None:
    """What to suggest for a text; None where nothing speaks for any theme."""
    if coder is not None:
        found = coder.suggest([text], reasons=4)[0]
        return Proposal(found.label, found.confidence, tuple(reason.words for reason in found.reasons), "learnt")
    hints = keyword_themes(text)
    return Proposal(hints[0].theme, None, hints[0].words[:4], "keywords") if hints else None


def written_theme(written: str | None) -> str | None:
    """The key of a theme as the sender of a workbook wrote it, None where the codebook has no such theme."""
    theme = codebook().theme(written) if written else None
    return theme.key if theme else None


def agreement(given: Sequence[Sequence[str | None]]) -> tuple[float | None, int]:
    """Krippendorff's α over the coders (None where it cannot be computed), and how many entries two or more coded."""
    both = sum(sum(code is not None for code in column) >= 2 for column in zip(*given, strict=True))
    try:
        return (krippendorff(given), both) if len(given) >= 2 and both else (None, both)
    except NotComputable:
        return None, both
