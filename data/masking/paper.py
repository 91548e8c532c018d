"""Passports: one or two letters and six or seven digits."""

import re
from collections.abc import Iterator

from data.masking.finding import Finding, Scan
from data.masking.labels import label_before

_ALONE = re.compile(r"(?<![A-Za-z0-9./\-])[A-Z]\d{7}(?![A-Za-z0-9]|[./\-]\d)")
_NAMED = re.compile(r"(?<![a-z0-9])[a-z]{1,2}[\s.\-]{0,2}\d(?:[\s.\-]?\d){5,7}(?![a-z0-9])")


def find(scan: Scan) -> Iterator[Finding]:
    """Every number of a passport."""
    for match in _ALONE.finditer(scan.plain):
        if label_before(scan.low, match.start()) != "surat":
            yield scan.finding("paspor", *match.span())
    if re.search(r"pas+p?or", scan.low) or "visa" in scan.low:
        for match in _NAMED.finditer(scan.low):
            if label_before(scan.low, match.start()) == "paspor":
                yield scan.finding("paspor", *match.span())
