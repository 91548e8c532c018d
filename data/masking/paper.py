"""Papers whose number holds letters: passports, bank accounts abroad (IBAN), other numbers that are named."""

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from data.masking.finding import Finding, Scan
from data.masking.labels import label_before
from data.masking.spoken import runs

_ALONE = re.compile(r"(?<![A-Za-z0-9./\-])[A-Z]\d{7}(?![A-Za-z0-9]|[./\-]\d)")
_SIGNS = r"[\s.\-–_/*|:·()\[\]#~=+]"
_NAMED = re.compile(
    rf"(?<![a-z0-9])[a-z]{{1,2}}{_SIGNS}{{0,3}}(?:\d|[oli](?=[\doli]))(?:{_SIGNS}{{0,3}}[\dolisb]){{5,7}}(?![a-z0-9])"
)
_LETTER = re.compile(
    r"(?<![a-z0-9])([a-z]{1,2}|huruf(?:nya)? [a-z](?:[\s,]+(?:baru|terus|trus|lalu|kemudian"
    r"|disambung|sambung|habis itu|angka(?:nya)?|nomor(?:nya)?)){0,2})[\s.\-–_/*|:·()\[\]#~=+]{0,3}$"
)
_NO_LETTERS = frozenset((
    "di", "ke", "rp", "no", "rt", "rw", "jl", "th", "hp", "wa", "kk", "ya", "yg", "in", "at", "is", "to", "dr", "pd",
))  # fmt: skip

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
    if _says_passport(scan):
        yield from _passports(scan)
    for match in _IBAN.finditer(scan.plain) if scan.numerals >= 10 else ():
        if is_iban(match[0]):
            yield scan.finding("rekening", *match.span())
    if scan.numerals >= 4 and _MIXED.search(scan.low):
        for match in _CODE.finditer(scan.low):
            if len(match[0]) >= 6 and label_before(scan.low, match.start(), reach=18) == "nomor":
                yield scan.finding("nomor", *match.span())


def _says_passport(scan: Scan) -> bool:
    """Whether a passport is named, with a letter wrong, left out or changed with its neighbour."""
    return any(
        OSA.distance(stem, right, score_cutoff=1) <= 1
        for word in scan.words if 4 <= len(word) <= 12 and word[0] in "pv"
        for stem in (word, word.removesuffix("nya"), word.removesuffix("ku"), word.removesuffix("na"),
                     word.removesuffix("e"), word.removesuffix("ipun"), word.removesuffix("s"))
        for right in ("paspor", "passport", "pasport")
    ) or not scan.words.isdisjoint(("visa", "pspr", "pspor", "dokim"))  # fmt: skip


def _passports(scan: Scan) -> Iterator[Finding]:
    """A letter or two and six to eight figures, in signs or in words, whatever stands between them."""
    for match in _NAMED.finditer(scan.low):
        letters = re.match(r"[a-z]{1,2}", match[0])[0]
        figures = sum(map(str.isdigit, match[0]))
        if figures >= 4 and letters not in _NO_LETTERS and label_before(scan.low, match.start()) != "surat":
            yield scan.finding("paspor", *match.span())
    for run in runs(scan, fewest=6) if scan.digit_words or "huruf" in scan.low else ():
        letter = _LETTER.search(scan.low, max(0, run[0].start - 40), run[0].start)
        is_whole = 6 <= sum(len(atom.digits) for atom in run) <= 8
        if letter and letter[1] not in _NO_LETTERS and is_whole:
            yield scan.finding("paspor", letter.start(), run[-1].end)


def is_iban(written: str) -> bool:
    """True where the check digits are right: remainder 1 modulo 97 with the first four signs last (ISO 13616)."""
    signs = re.sub(r"[\s-]", "", written).upper()
    return 15 <= len(signs) <= 34 and int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1
