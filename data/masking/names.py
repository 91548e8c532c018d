"""Names of persons, wherever something beside them, or the name itself, gives them away."""

import re
from collections.abc import Iterator

from data.masking.finding import Finding, Scan
from data.masking.honorifics import after_honorifics
from data.masking.introductions import after_introductions, balinese
from data.masking.mentions import after_relations, alone, in_pairs, signatures
from data.masking.words import Reader

_WAYS = (after_honorifics, after_introductions, balinese, after_relations, in_pairs, signatures, alone)
_VERSE = re.compile(r"\s\d{1,3}\s?:\s?\d")


def find(scan: Scan) -> Iterator[Finding]:
    """Every name of a person that something beside it gives away."""
    reader = Reader(scan)
    spans = [span for way in _WAYS for span in way(reader)]
    behind = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= behind and not _VERSE.match(scan.plain, end):  # `Yohanes 3:16` is a book
            yield scan.finding("nama", start, end)
            behind = end
