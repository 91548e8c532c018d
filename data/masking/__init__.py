"""Personal data in what people write, found and masked: NIK, telephone, address, names … by rules alone, no model.

`[telepon]` stands in the place of a number, and everything else stays as it was, byte for byte. The words that rules
know are in definitions/personal.toml; what they find and miss is measured in docs/privacy.md.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from data.masking import account, address, birth, mail, names, numbers, paper, phone, place, plate
from data.masking.finding import KINDS, Finding, Scan, scan_of

__all__ = ["KINDS", "Finding", "addressed", "counted", "findings", "mask", "masked"]

_LONG, _PIECE = 3000, 1500  # characters
_ENDS = tuple(map(re.compile, (r"\n+", r"[.!?]\s+(?=[A-Z])", r"(?<=[^\W\d])\s+(?=[^\W\d])", r"\s+")))
# the first to speak for a span has it
_FINDERS: tuple[Callable[[Scan], Iterator[Finding]], ...] = (
    mail.find,
    phone.find_links,
    place.find,
    account.find,
    birth.find,
    paper.find,
    address.find,
    numbers.find,
    plate.find,
    names.find,
)


def findings(text: str) -> list[Finding]:
    """Everything in a text that points at a person, in order, none over another."""
    return _found(text, _FINDERS)


def addressed(text: str) -> list[Finding]:
    """As `findings`, for the name of an activity, a place or an organisation: of names of persons only those after an
    honorific or an introduction, for `Yayasan Kartini` and `Sidoarjo` are no persons."""
    return _found(text, (*_FINDERS[:-1], names.find_addressed))


def _found(text: str, finders: Sequence[Callable[[Scan], Iterator[Finding]]]) -> list[Finding]:
    if len(text) > _LONG:
        return [Finding(found.kind, found.start + start, found.end + start)
                for start, end in _pieces(text) for found in _found_in(text[start:end], finders)]  # fmt: skip
    return _found_in(text, finders)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """A long text in parts, each cut at the end of a line or a sentence, else at a blank (between words, if it can
    be): some rules look around every number, and a text of thousands would hold up the upload for minutes."""
    start = 0
    while start < len(text):
        end = len(text) if start + _PIECE >= len(text) else start + _cut(text[start : start + _PIECE])
        yield start, end
        start = end


def _cut(reach: str) -> int:
    """Where its last half is best cut: at the last of the first kind of end that it has; at its own end without one."""
    found = (list(end.finditer(reach, _PIECE // 2)) for end in _ENDS)
    return next((ends[-1].end() for ends in found if ends), len(reach))


def _found_in(text: str, finders: Iterable[Callable[[Scan], Iterator[Finding]]]) -> list[Finding]:
    scan = scan_of(text)
    taken: list[Finding] = []
    for find in finders:
        for found in find(scan):
            taken += _free(found, taken, text)
    return sorted(taken, key=lambda found: found.start)


def mask(text: str) -> str:
    """The text with each finding replaced by its kind in square brackets."""
    return masked(text, findings(text))


def masked(text: str, found: Iterable[Finding]) -> str:
    """The text with these findings (in order) replaced."""
    parts, behind = [], 0
    for finding in found:
        parts += [text[behind : finding.start], f"[{finding.kind}]"]
        behind = finding.end
    return "".join([*parts, text[behind:]])


def counted(texts: Iterable[str]) -> Counter[str]:
    """How many of each kind the texts hold."""
    return Counter(found.kind for text in texts for found in findings(text))


def _free(found: Finding, taken: list[Finding], text: str) -> list[Finding]:
    """The parts of a finding that no other has, where they hold a letter or a digit."""
    parts = [(found.start, found.end)]
    for other in taken:
        parts = [
            piece
            for start, end in parts
            for piece in ((start, min(end, other.start)), (max(start, other.end), end))
            if piece[0] < piece[1]
        ]
    return [
        Finding(found.kind, start, end)
        for start, end in parts
        if (start, end) == (found.start, found.end) or any(map(str.isalnum, text[start:end]))
    ]
