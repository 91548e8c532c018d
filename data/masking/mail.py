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
_PLAIN = re.compile(
    r"(?:mailto\s?:\s?)?(?:[\w-]+\s[._]\s)*[\w.!#$%&'*+=?^`{|}~-]*[\w-]\s?@+\s?"
    rf"(?:[\w-]+,\s?{_TOP}(?:[.,]\s?id)?\b|[\w-]+(?:\s?\.\s?[\w-]+)*\s?\.{{1,2}}\s?[a-z][\w-]+"
    rf"|[\w-]+(?:[.,;]\s?[\w-]+)*?[.,;]{{1,2}}\s?{_TOP}\b)"
)
_WITHOUT_END = re.compile(
    r"(?<![\w.@])(?:mailto\s?:\s?)?[a-z][\w.+-]*[._\d][\w.+-]*@[a-z][\w-]+(?![\w@])|(?<![\w.@])[a-z][\w+-]{2,}@[a-z][\w-]{2,}(?![\w@])"
)
_PLACES = frozenset({"balai", "kantor",
                     "rumah", "sekolah", "posyandu", "puskesmas", "masjid", "lapangan", "aula", "home",
                     "school", "office", "pasar", "gedung", "ruang", "kelas"})  # fmt: skip
"""`rapat@balai` is a meeting and no address."""
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
_OPENS = re.compile(r"(?:.*[:,;(\n]\s*)?([a-z]+ )")
_BREAK = re.compile(r"[:,;(\n]")
_LABELLED = re.compile(
    r"(?:e-?mail|surel|mail)(?:nya|ku)?(?:\s+(?:saya|kami|adalah|is|di|ke|address|kula"
    r"|abdi))*\s*[:=]?\s*((?:[a-z0-9._]+ +){1,3})$"
)
_LOCAL = rf"(?![*~#=&'])[\w.+*~#=&'-]+(?:{_JOIN}[\w.+-]+){{0,4}}"
_SAYS = (
    r"(?:e-?mail|imel|surel|gmail|ymail|yahoo|hotmail|outlook|rocketmail)(?:nya|ku|e|ipun)?"
    r"(?:\s+(?:saya|kami|aku|kula|abdi|sy|adalah|is|itu|yaitu|ke|di|address|pribadi|kantor|aktif|baru))*\s*[:=]?\s*"
)
_NAMED = re.compile(
    rf"(?<![a-z])(?P<said>{_SAYS})(?P<name>(?=[\w.+-]*[a-z])(?=[\w.+-]*[\d._])[a-z0-9][\w.+-]*[a-z0-9])"
    r"(?P<rest>(?:\s+(?:at|di|pada|ing|ning)?\s*(?:gmail|yahoo|ymail|hotmail|outlook|icloud|rocketmail|mail)"
    r"(?:\s*[.,]?\s*(?:com|co|net|id)\b){0,2})?)"
)
"""`gmail saya sitirahma88`, `email sitirahma88 gmail.com`: what is made up behind the word is the address."""

_GLUE = re.compile(r"[a-z\d]AT[a-z]|(?i:[ae]t(?:gmail|yahoo|ymail|hotmail|outlook|icloud|rocketmail|protonmail))")
_GLUED = re.compile(
    r"(?<![\w.@])[A-Za-z][\w.+*-]+(?:(?<!(?i:ch))(?<!(?i:form))(?i:[aAeE][tT](?:gmail|yahoo|ymail|hotmail|outlook|icloud|rocketmail|protonmail)(?:\s?[.,]\s?"
    rf"|dot|titik)(?:com|co|net|org|id)(?![a-z])(?:\s?[.,]\s?id(?![a-z]))?)|(?<=[a-z\d])AT[a-z][a-z\d-]+(?:(?:\.|DOT){_TOP}(?![a-z])){{1,2}})"
)
"""`siti.aminahATgmail.com`: the sign as a word, glued to both sides."""


@lru_cache(maxsize=1)
def _spoken() -> re.Pattern[str]:
    providers = "|".join(sorted(personal_words().providers, key=len, reverse=True))
    domain = rf"[\w-]+(?:{_DOT}[\w-]+){{0,3}}?{_DOT}{_TOP}(?:{_DOT}{_TOP})?\b"
    known = rf"(?:{providers})\s*[,;]?\s*(?:com\b|co\s+id\b)"
    return re.compile(rf"(?<!\w){_LOCAL}{_AT}(?:{known}|{domain}|(?:{providers})\b(?!\w))")


@lru_cache(maxsize=1)
def _mistyped() -> re.Pattern[str]:
    """`sari88#gmail.com`, `sari88 di gmail dot com`; a digit or a dot tells them from `daftar di gmail.com`."""
    providers = "|".join(sorted(personal_words().providers, key=len, reverse=True))
    return re.compile(
        r"(?<![\w.])(?:(?:[a-z][\w.+-]*\s?[#&^!*(\[]\s?|[a-z][\w.+-]*[\d._][\w.+-]*\s+(?:di|pada|ing|ning|ti)\s+)"
        rf"(?:{providers}){_DOT}(?:com|co|net|org|id)\b(?:{_DOT}id\b)?"
        rf"|[a-z][\w.+-]*[\d._][\w.+-]*\s+(?:pada|di)\s+[\w-]+(?:\.[\w-]+)*\.{_TOP}\b"
        rf"|[a-z][\w.+-]{{0,40}}?\d[\w.+-]{{0,20}}\s+(?:{providers})\s*(?:[.,]|\s(?:titik|dot)?\s?)\s*(?:com|co\s*\.?\s*id)\b"
        rf"|[a-z][\w.+-]{{0,40}}?[\d._-][\w.+-]{{0,40}}\s+(?:pada|di|ing|ning|ti)\s+[\w-]{{1,40}}(?:\s+(?:titik|dot)\s+[\w-]+){{0,3}}?"
        rf"\s+(?:titik|dot)\s+{_TOP}(?:\s+(?:titik|dot)\s+{_TOP})?\b"
        rf"|(?<=pakai )[a-z][\w.+-]*\s+pada\s+[\w-]+(?:\.[\w-]+)*\.{_TOP}\b"
        rf"|(?<=ke )[a-z][\w.+-]*\s+pada\s+[\w-]+(?:\.[\w-]+)*\.{_TOP}\b"
        rf"|(?<=lewat )[a-z][\w.+-]*\s+pada\s+[\w-]+(?:\.[\w-]+)*\.{_TOP}\b"
        rf"|(?<=saya )[a-z][\w.+-]*\s+pada\s+[\w-]+(?:\.[\w-]+)*\.{_TOP}\b)"
    )


def find(scan: Scan) -> Iterator[Finding]:
    """Every e-mail address."""
    low = scan.low
    if "@" in low:
        for match in _PLAIN.finditer(low):
            yield scan.finding("email", match.start(), match.end())
        for match in _WITHOUT_END.finditer(low):
            if match[0].rpartition("@")[2] not in _PLACES:
                yield scan.finding("email", *match.span())
    for match in _GLUED.finditer(scan.plain) if _GLUE.search(scan.plain) else ():
        yield scan.finding("email", *match.span())
    if "mail" in low or "surel" in low or "imel" in low or "yahoo" in low or "outlook" in low:
        for match in _NAMED.finditer(low):
            if not re.fullmatch(r"\d+(?:[.,]\d+)*|.*\.(?:com|id|net|org)", match["name"]) or match["rest"].strip():
                yield scan.finding("email", match.start("name"), match.end())
    if "@" in low or not scan.words.isdisjoint(_AT_WORDS) or ("a" in scan.words and _A_IN_BRACKETS.search(low)):
        for match in _spoken().finditer(low):
            yield scan.finding("email", _first_word(low, match.start()), match.end())
    is_at = " pada " in low or " di " in low
    for match in _mistyped().finditer(low) if is_at or not scan.words.isdisjoint(personal_words().providers) else ():
        yield scan.finding("email", *match.span())


def _first_word(low: str, start: int) -> int:
    """`email: nur hidayah at gmail dot com`: what stands between the label and the address belongs to it."""
    before = _LABELLED.search(low[max(0, start - 60) : start]) or _alone_before(low, start)
    return start - len(before[1]) if before else start


def _alone_before(low: str, start: int) -> re.Match[str] | None:
    """`siti aminah at gmail dot com` where nothing else is said, and `ngatini 77 at yahoo dot com`."""
    said = low[max(0, start - 24) : start]
    first = _OPENS.fullmatch(said) if start < 24 or _BREAK.search(said) else None
    if first and first[1].strip() not in personal_words().before_emails:
        return first
    if not re.match(r"\d+\s|[a-z]\s", low[start:]):
        return None
    words = re.findall(r"[a-z]+ ", said[said.rfind("  ") + 1 :]) if re.fullmatch(r".*(?:[a-z]+ )", said) else []
    taken = ""
    for word in reversed(words[-2:]):
        if word.strip() in personal_words().before_emails:
            break
        taken = word + taken
    return re.search(rf"(?<![a-z])({re.escape(taken)})$", said) if taken else None
