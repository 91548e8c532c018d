"""Accounts on social media: `@nama`, `IG: nama_saya`, addresses of profiles."""

import re
from collections.abc import Iterator
from functools import lru_cache

from data.masking.finding import Finding, Scan
from definitions.personal import personal_words

_LINK = re.compile(
    r"(?:https?://)?(?:www\.|m\.|web\.|vt\.|id-id\.)?(?:facebook\.com|fb\.com|fb\.me|fb\.watch|m\.me|instagram\.com|instagr\.am|ig\.me|tiktok\.com|twitter\.com|x\.com|t\.me"
    r"|telegram\.me|youtube\.com|youtu\.be|linkedin\.com|threads\.net|threads\.com|line\.me|snapchat\.com|pinterest\.com|shopee\.co\.id|tokopedia\.com|linktr\.ee|michat\.\w+|bigo\.tv)/[^\s,;)\]]+"
)
_HANDLE = re.compile(r"(?<![\w@.])@[a-z_][\w.]*\w|(?<![\w@.])@[a-z]\w")
_NETWORK = (
    r"(?:instagram|insta|ig|facebook|fb|tiktok|tik\s?tok|tt|twitter|telegram|tele|threads|line|medsos"
    r"|youtube|yt|linkedin|snapchat|discord|wechat|michat)"
)
_SAID = re.compile(
    rf"(?<![a-z])(?:(?:akun|id|nama|user(?:name)?|profil|dm|add|follow|cek|cari)\s+)?{_NETWORK}(?:nya|ku|-nya|\s+saya|\s+kami|\s+aku|\s+beliau|\s+is|\s+name|\s+id|\s+account)*(?![a-z])\s*(?P<sign>[:=@/]|\bnama(?:nya)?\b|\badalah\b|\bis\b|\bdi\b)?\s*@?(?P<name>[a-z0-9_][\w.\-]*\w)"
)
_USER = re.compile(
    r"(?<![a-z])(?:user\s?name|nama akun|akunnya|akun saya|user ?id|id akun|my account)"
    r"(?:\s+(?:shopee|tokopedia|lazada|game|ml|ff|saya|ig|fb|tiktok|instagram|facebook))*\s*(?:[:=]|is"
    r"|adalah|yaitu|di)?\s*@?(?P<name>[a-z0-9_][\w.]*\w)"
)
_MEETING_PLACES = frozenset(
    [
        "balai",
        "kantor",
        "rumah",
        "sekolah",
        "posyandu",
        "puskesmas",
        "desa",
        "masjid",
        "lapangan",
        "aula",
        "home",
        "school",
        "office",
    ]
)
_PERSON = re.compile(r"(?:[A-Z][\w'’]+)(?:\s+[A-Z][\w'’]+){1,3}")


@lru_cache(maxsize=1)
def _networks() -> frozenset[str]:
    return frozenset(name + ending for name in personal_words().networks for ending in ("", "nya", "ku"))


def find(scan: Scan) -> Iterator[Finding]:
    """Every account of a person."""
    low = scan.low
    for match in _LINK.finditer(low) if "/" in low else ():
        end = match.end()
        while low[end - 1] in ".,!?":
            end -= 1
        yield scan.finding("akun", match.start(), end)
    if "@" in low:
        for match in _HANDLE.finditer(low):
            if match[0][1:] not in _MEETING_PLACES:
                yield scan.finding("akun", *match.span())
    for match in _SAID.finditer(low) if not scan.words.isdisjoint(_networks()) else ():
        yield from _said(scan, match)
    for match in _USER.finditer(low) if "akun" in low or "user" in low or "account" in low else ():
        if _is_made_up(match["name"]):
            yield scan.finding("akun", *match.span("name"))


def _said(scan: Scan, match: re.Match[str]) -> Iterator[Finding]:
    """`IG siti.aminah88` or `FB: Siti Aminah`; `grup FB desa` is nobody's."""
    start, end = match.span("name")
    owned = bool(match["sign"]) and match["sign"] in (":", "=", "@", "/", "nama", "namanya", "is", "adalah")
    person = _PERSON.match(scan.plain, start)
    if person and (owned or re.search(r"saya|ku|nya|akun|nama", match[0][: match.start("name") - match.start()])):
        yield scan.finding("akun", *person.span())
    elif _is_made_up(match["name"]) or (owned and match["sign"] in (":", "=", "@") and not person):
        yield scan.finding("akun", start, end)


def _is_made_up(name: str) -> bool:
    """A dot, a line or a digit inside a word: a name made for an account."""
    return bool(re.search(r"[a-z][\w.]*[._\d]\w*|\d+[a-z]+", name)) and not re.fullmatch(
        r"\d+[a-z]{0,3}|[a-z]{1,3}\.?|.*\.(?:com|id|net|org)", name
    )
