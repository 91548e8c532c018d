"""What is suggested for an entry while people code: by what they coded before, else by the words of the codebook."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from definitions.codebook import codebook
from metrics.agreement import NotComputable, krippendorff
from metrics.keyword_coding import keyword_themes
from metrics.themes import Suggestion, ThemeCoder

LEAST_CODED = 20
"""Entries that must be coded, of at least two themes, before anything is learnt from them."""
MOST_LEARNT = 1500
"""More teach little more, and learning would keep the coder waiting."""
REASONS = 4
_MASK = re.compile(r"\[[^\]]*\]")


class Proposal(NamedTuple):
    """A theme of the codebook, how sure (None: by keyword), by which words, and where it comes from."""

    theme: str
    confidence: float | None
    words: tuple[str, ...]
    source: str  # learnt or keywords


class Learnt(NamedTuple):
    """What was learnt, and from which entries: entry → its place among the texts."""

    coder: ThemeCoder
    places: Mapping[str, int]


def learnt(texts: Mapping[str, str], coded: Mapping[str, str], sent: Mapping[str, str] | None = None) -> Learnt | None:
    """What people's codes, and the themes that senders named, teach; None while there are too few.

    At most MOST_LEARNT entries, people's codes first; of the others a part that is the same each time.

    Args:
        texts: entry → text. coded: entry → key of the first theme that a person gave. sent: entry → the sender's.
    """
    ordered = sorted(entry for entry in coded if entry in texts)
    ordered += sorted(entry for entry in (sent or {}) if entry in texts and entry not in coded)
    known = [(entry, coded.get(entry) or (sent or {})[entry]) for entry in ordered[:MOST_LEARNT]]
    if len(known) < LEAST_CODED or len({theme for _, theme in known}) < 2:
        return None
    coder = ThemeCoder([texts[entry] for entry, _ in known], [theme for _, theme in known], leave_out=True)
    return Learnt(coder, {entry: place for place, (entry, _) in enumerate(known)})


def proposal(text: str, known: Learnt | None, entry: str | None = None) -> Proposal | None:
    """What to suggest for a text; None where nothing speaks for any theme.

    The theme that the entry itself has teaches nothing of it: an entry that was learnt from is judged by what was
    learnt without it, or it would be sure of what it was told.
    """
    if not has_words(text):
        return None
    place = known.places.get(entry or "") if known is not None else None
    if known is None:
        return _judged(text, None)
    if place is None:
        return _judged(text, known.coder.suggest([text], reasons=REASONS)[0])
    return _judged(text, known.coder.suggest_left_out(place, text, reasons=REASONS))


def proposals(texts: Sequence[str], known: Learnt | None) -> list[Proposal | None]:
    """What to suggest for texts of which nothing was learnt, all at once."""
    found = known.coder.suggest(texts, reasons=REASONS) if known is not None else [None] * len(texts)
    return [_judged(text, each) if has_words(text) else None for text, each in zip(texts, found, strict=True)]


def _judged(text: str, found: Suggestion | None) -> Proposal | None:
    """What was learnt, where a word speaks for it: else it is only the commonest theme, and the codebook is asked."""
    if found is not None and found.reasons:
        return Proposal(found.label, found.confidence, tuple(reason.words for reason in found.reasons), "learnt")
    hints = keyword_themes(text)
    return Proposal(hints[0].theme, None, hints[0].words[:REASONS], "keywords") if hints else None


def has_words(text: str) -> bool:
    """Whether anything is said at all: `-`, `…` and a mask such as [telepon] say nothing."""
    return any(map(str.isalpha, _MASK.sub(" ", text)))


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
