"""E-mail addresses: `nama@gmail.com`, `nama at gmail dot com`, `nama[at]gmail[dot]com`, `nama(a)gmail titik com`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from data.masking.finding import Finding, Scan
from definitions.personal import personal_words

_TOP = (
    r"(?:com|co|net|org|id|go|ac|sch|or|web|desa|my|info|biz|edu|gov|mil|io|me|de|uk|au|sg|jp|asia|xyz"
    r"|site|online|tech|app|dev)"
)
_PLAIN = re.compile(r"[\w.!#$%&'*+=?^`{|}~-]*[\w-]\s?@+\s?[\w-]+(?:\.[\w-]+)*\.{1,2}[a-z][\w-]+")
_DOT = r"(?:\s*[\[({<*_\-]?\s*(?:\.|dot|titik|d0t)\s*[\])}>*_\-.]?\s*)"
_JOIN = (
    r"(?:\s*(?:\bdot\b|\btitik\b|\bunderscore\b|\bgaris bawah\b|\bunder score\b|\bstrip\b|\bdash\b"
    r"|\bminus\b|\[dot\]|\(dot\))\s*|[._\-+])"
)
_AT = (
    r"(?:\s*@\s*|\s*[\[({<]\s*(?:at|@|a|et|ad|add)\s*[\])}>]\s*|"
    r"\s+(?:at|et|ad|add|(?:pakai )?a keong|keong|at sign|@)\s+"
    r"|\s*[-_*.]\s*(?:at|et)\s*[-_*.]\s*)"
)
_AT_WORDS = frozenset({"at", "et", "ad", "add", "keong"})
_A_IN_BRACKETS = re.compile(r"[\[({<]\s*a\s*[\])}>]")
_LABELLED = re.compile(
    r"(?:e-?mail|surel|mail)(?:nya|ku)?(?:\s+(?:saya|kami|adalah|is|di|ke|address|kula"
    r"|abdi))*\s*[:=]?\s*((?:[a-z0-9._]+ +){1,3})$"
)
_LOCAL = rf"[\w.+-]+(?:{_JOIN}[\w.+-]+){{0,4}}"


@lru_cache(maxsize=1)
def _spoken() -> re.Pattern[str]:
    providers = "|".join(sorted(personal_words().providers, key=len, reverse=True))
    domain = rf"[\w-]+(?:{_DOT}[\w-]+){{0,3}}?{_DOT}{_TOP}(?:{_DOT}{_TOP})?\b"
    return re.compile(rf"(?<!\w){_LOCAL}{_AT}(?:(?:{providers})\s*[,;]?\s*com\b|{domain}|(?:{providers})\b(?!\w))")


@lru_cache(maxsize=1)
def _mistyped() -> re.Pattern[str]:
    """`sari88#gmail.com` and `sari88 di gmail dot com`: a digit or a dot before it tells them from `daftar di gmail.com`."""
    providers = "|".join(sorted(personal_words().providers, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.])(?:[a-z][\w.+-]*\s?[#&^!]\s?|[a-z][\w.+-]*[\d._][\w.+-]*\s+di\s+)(?:{providers}){_DOT}(?:com|co|net|org|id)\b"
        rf"(?:{_DOT}id\b)?"
    )


def find(scan: Scan) -> Iterator[Finding]:
    """Every e-mail address."""
    low = scan.low
    if "@" in low:
        for match in _PLAIN.finditer(low):
            yield scan.finding("email", match.start(), match.end())
    if "@" in low or not scan.words.isdisjoint(_AT_WORDS) or ("a" in scan.words and _A_IN_BRACKETS.search(low)):
        for match in _spoken().finditer(low):
            yield scan.finding("email", _first_word(low, match.start()), match.end())
    for match in _mistyped().finditer(low) if not scan.words.isdisjoint(personal_words().providers) else ():
        yield scan.finding("email", *match.span())


def _first_word(low: str, start: int) -> int:
    """`email: nur hidayah at gmail dot com`: what stands between the label and the address belongs to it."""
    before = _LABELLED.search(low[max(0, start - 60) : start])
    if not before and low[start].isdigit():  # `ngatini 77 at yahoo dot com`
        before = (
            re.search(r"(?<![a-z])([a-z]+ )$", low[max(0, start - 24) : start])
            if re.match(r"\d+\s", low[start:])
            else None
        )
    return start - len(before[1]) if before else start
