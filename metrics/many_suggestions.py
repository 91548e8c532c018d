"""Suggestions for every entry that nobody has spoken of yet, to be confirmed many at a time."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from metrics.assisted import Learnt, Proposal, has_words, proposals, written_theme
from metrics.keyword_coding import is_sensitive
from metrics.perhaps_grave import perhaps_grave

LEVELS = (0.9, 0.8, 0.7, 0.6, 0.5)
"""How sure a suggestion may have to be."""


class Open(NamedTuple):
    """An entry that waits: its row on the desk and what is suggested for it."""

    row: Mapping[str, object]
    proposal: Proposal


def waiting(rows: Sequence[Mapping[str, object]], known: Learnt | None, spoken: Collection[str]) -> list[Open]:
    """Entries without a code and without a theme of their sender, with their suggestion, the surest first.

    What holds words of a sensitive theme, or may be a complaint of harm, is left out: a person reads that, one after
    another.

    Args:
        rows: as feedback.to_code gives them. spoken: entries that somebody coded or skipped.
    """
    left = [row for row in rows if row["entry"] not in spoken and not written_theme(row["theme"])
            and has_words(str(row["text"])) and not is_sensitive(str(row["text"]))]  # fmt: skip
    suspected = perhaps_grave([str(row["text"]) for row in left])
    left = [row for row, suspicion in zip(left, suspected, strict=True) if suspicion is None]
    found = proposals([str(row["text"]) for row in left], known)
    offered = [Open(row, suggested) for row, suggested in zip(left, found, strict=True) if suggested is not None]
    return sorted(offered, key=lambda one: -_sure(one.proposal))


def sure_enough(found: Sequence[Open], least: float) -> Counter[str]:
    """How many suggestions of each theme are at least so sure; one by the words of the codebook is always."""
    return Counter(one.proposal.theme for one in found if _sure(one.proposal) >= least)


def usual_level(found: Sequence[Open]) -> float | None:
    """How sure a suggestion has to be before anybody chose: 80 %, or the next lower level at which there is one; None
    where no suggestion reaches even the lowest."""
    return next((least for least in LEVELS[1:] if sure_enough(found, least)), None)


def of_theme(found: Sequence[Open], theme: str, least: float) -> list[Open]:
    """The suggestions of a theme that are at least so sure."""
    return [one for one in found if one.proposal.theme == theme and _sure(one.proposal) >= least]


def _sure(suggested: Proposal) -> float:
    return 1.0 if suggested.confidence is None else suggested.confidence
