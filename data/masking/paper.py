"""Papers whose number holds letters: passports, bank accounts abroad (IBAN), other numbers that are named."""

import re
from collections.abc import Iterator

from data.masking.finding import Finding, Scan
from data.masking.labels import label_before

_ALONE = re.compile(r"(?<![A-Za-z0-9./\-])[A-Z]\d{7}(?![A-Za-z0-9]|[./\-]\d)")
_NAMED = re.compile(r"(?<![a-z0-9])[a-z]{1,2}[\s.\-]{0,2}\d(?:[\s.\-]?\d){5,7}(?![a-z0-9])")

_IBAN = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[\s-]?[A-Za-z0-9]{4}){2,7}(?:[\s-]?[A-Za-z0-9]{1,3})?(?![A-Za-z0-9])"
)
_MIXED = re.compile(r"\d[./-]?[a-z]|[a-z][./-]?\d")
_CODE = re.compile(r"(?<![a-z0-9])(?=[^\s,;]*[a-z])(?=(?:[^\s,;]*\d){4})[a-z0-9]+(?:[./-][a-z0-9]+)*(?![a-z0-9])")


def find(scan: Scan) -> Iterator[Finding]:
    """Every number of a passport."""
    for match in _ALONE.finditer(scan.plain) if scan.numerals >= 7 else ():
        if label_before(scan.low, match.start()) != "surat":
            yield scan.finding("paspor", *match.span())
    if re.search(r"pas+p?or", scan.low) or "visa" in scan.low:
        for match in _NAMED.finditer(scan.low):
            if label_before(scan.low, match.start()) == "paspor":
                yield scan.finding("paspor", *match.span())
    for match in _IBAN.finditer(scan.plain) if scan.numerals >= 10 else ():
        if is_iban(match[0]):
            yield scan.finding("rekening", *match.span())
    if scan.numerals >= 4 and _MIXED.search(scan.low):
        for match in _CODE.finditer(scan.low):
            if len(match[0]) >= 6 and label_before(scan.low, match.start(), reach=18) == "nomor":
                yield scan.finding("nomor", *match.span())


def is_iban(written: str) -> bool:
    """True where the check digits are right: remainder 1 modulo 97 with the first four signs last (ISO 13616)."""
    signs = re.sub(r"[\s-]", "", written).upper()
    return 15 <= len(signs) <= 34 and int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1
