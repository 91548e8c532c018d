"""Accounts on social media: `@nama`, `IG: nama_saya`, `fb "nama"`, `tiktok titik com garis miring nama`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from data.masking.finding import Finding, Scan
from definitions.personal import personal_words

_LINK = re.compile(
    r"(?:https?://)?(?:www\.|m\.|web\.|vt\.|id-id\.)?(?:facebook\.com|fb\.com|fb\.me|fb\.watch|m\.me|instagram\.com|instagr\.am|ig\.me|tiktok\.com|twitter\.com|x\.com|t\.me"
    r"|telegram\.me|youtube\.com|youtu\.be|linkedin\.com|threads\.net|threads\.com|line\.me|snapchat\.com|pinterest\.com|shopee\.co\.id|tokopedia\.com|linktr\.ee|michat\.\w+|bigo\.tv)/[^\s,;)\]]+"
)
_HANDLE = re.compile(r"(?<![\w@.])@[a-z_][\w.]*\w|(?<![\w@.])@[a-z]\w|(?<![\w@.])@ ?[\"'“‘][\w.\-]{3,}")
_NETWORK = (
    r"(?:instagram|instagr?am|insta|ig|facebook|facebok|fesbuk|pesbuk|fb|tiktok|tik\s?tok|tt|twitter|twiter|telegram|tele"
    r"|threads|line|medsos|media sosial|sosmed|youtube|yt|linkedin|snapchat|discord|wechat|michat|pinterest|bigo"
    r"|shopee|tokopedia|lazada)"
)
_OF = (
    r"(?:nya|ku|na|ne|e|ipun|-nya|-ku|\s+(?:saya|sy|sya|kami|kita|aku|kula|abdi|kuring|beliau|dia|gue|gua|is|name|id|account|akun|user|username"
    r"|nya|ku|palsu|asli|resmi|pribadi|baru|lama|bodong|kedua|yang|apa|my|our|his|her|nama|namanya"
    r"|(?:anak|istri|suami|adik|adek|kakak|ibu|bapak|pelaku|korban|toko|usaha|milik|punya|tetangga|teman|warga|orang|bernama)(?!\s+(?:dot|titik|under|garis|_\s))))*"
)
_SIGN = (
    r"(?P<sign>\s*(?:[:=@/?|>»→~-]|[\[({<]\s*(?:at|@|et)\s*[\])}>]|\bnama(?:nya)?\b|\badalah\b|\bis\b|\bdi\b|\bat\b|\bet\b|\bid\b"
    r"|\byaitu\b|\bid\s*:)(?:\s*[:=@])*)?"
)
_DOT, _SLASH = r"(?:\s*\.\s*|\s+(?:dot|titik)\s+)", r"\s*(?:/|\\|\bslash\b|\bgaris miring\b|\bgaring\b)\s*"
_DOMAIN = re.compile(
    rf"(?<![a-z])(?:www{_DOT})?(?:instagram|insta|ig|facebook|fb|tiktok|tt|twitter|x|telegram|tele|t|line|youtube|m|shopee|threads|medsos|linkedin|snapchat)"
    rf"{_DOT}(?:com|me|net|tv|co(?:{_DOT}id)?){_SLASH}@?(?P<name>[a-z0-9_](?:[\w.\-]*\w)?)"
)
"""`tiktok . com / nama`, `facebook titik com garis miring nama`."""
_JOINED = (
    r"(?:\s+(?:underscore|under score|garis bawah|garbaw|titik|dot|strip|dash|min)\s+|\s+_\s+|[._]"
    r"|\s*[\[({<](?:underscore|garis bawah|titik|dot|strip|_|\.)[\])}>]\s*)"
)
_SPOKEN = re.compile(
    rf"(?=[a-z])(?:(?:underscore|garis bawah)\s+)?[a-z0-9]+(?:{_JOINED}[a-z0-9]+)+(?:\s+(?:underscore|garis bawah))?"
)
_SAID = re.compile(
    rf"(?<![a-z])(?:(?:akun|id|nama|user(?:name)?|profil|dm|add|follow|cek|cari)\s+)?(?P<net>{_NETWORK}{_OF})(?![a-z])"
    rf"{_SIGN}\s*@?\s*(?P<quote>[\"'“”‘’«`(\[{{<]?)(?P<name>[a-z0-9_](?:[\w.\-]*\w)?)"
)
_USER = re.compile(
    r"(?<![a-z])(?:user\s?name|nama (?:akun|pengguna|user)|akunnya|akun saya|user ?id|id (?:akun|pengguna)|my account)"
    r"(?:\s+(?:shopee|tokopedia|lazada|game|ml|ff|saya|ig|fb|tiktok|instagram|facebook|di|aplikasi))*\s*(?:[:=]|is"
    r"|adalah|yaitu|di(?![a-z]))?\s*@?[\"'“‘]?(?P<name>[a-z0-9_][\w.]*\w)"
)
_ANYWHERE = re.compile(r"(?<![\w@./\-])_?(?=[\w.]*[a-z]{3})(?:[a-z][a-z0-9]*(?:[._][a-z0-9]+)*_[a-z0-9]+"
                       r"(?:[._][a-z0-9]+)*"
                       r"|[a-z]{3,}(?:\.[a-z]+)*\.?\d{2,4}"
                       r"|[a-z]{2,}(?:\.[a-z]{2,})*\.[a-z]{3,}\d{1,4})_?(?![\w@/\-])")  # fmt: skip
"""A word made up for an account: with a line below, with figures behind four letters."""
_TALKS = re.compile(
    r"(?<![a-z])(?:akun|medsos|sosmed|dm|inbox|inboks|follow|upload\w*|postingan|diposting|username|komentar|komen"
    r"|story)"
)
_NO_ACCOUNT = re.compile(
    r"(?:covid|corona|rt|rw|kelas|no|tahun|th|km|usia|umur|jam|pukul|tgl|rp|pasal|type|tipe|versi|windows|vol"
    r"|bab)\W?\d+"
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
_LINE = re.compile(r"_|underscore|under score|garis bawah|garbaw")
_SURE_SIGNS = re.compile(r"[:=@/|>»→(\[{<]|\bnama|\badalah|\bis\b|\byaitu|\bid\b")


_OF_SHOPS = frozenset({"official", "store", "shop", "craft", "bakery", "channel", "real"})


@lru_cache(maxsize=1)
def _networks() -> frozenset[str]:
    return frozenset(name + ending for name in personal_words().networks for ending in ("", "nya", "ku", "na", "e"))


def find(scan: Scan) -> Iterator[Finding]:
    """Every account of a person."""
    low = scan.low
    for match in _LINK.finditer(low) if "/" in low else ():
        yield scan.finding("akun", match.start(), _without_point(low, match.end()))
    if "@" in low:
        for match in _HANDLE.finditer(low):
            if match[0][1:] not in _MEETING_PLACES:
                yield scan.finding("akun", *match.span())
    is_network = not scan.words.isdisjoint(_networks())
    if is_network or {"com", "me"} & scan.words:
        yield from (scan.finding("akun", *match.span()) for match in _DOMAIN.finditer(low))
    for match in _SAID.finditer(low) if is_network else ():
        yield from _said(scan, match)
    for match in _USER.finditer(low) if "akun" in low or "user" in low or "account" in low or "pengguna" in low else ():
        spoken = _SPOKEN.match(low, match.start("name"))
        if spoken and _is_spoken_account(low, match.start("name"), spoken, False):
            yield scan.finding("akun", match.start("name"), _with_figures(low, spoken.end()))
        elif _is_made_up(match["name"]):
            yield scan.finding("akun", *match.span("name"))
    if is_network or "@" in low or _TALKS.search(low):
        for match in _ANYWHERE.finditer(low):
            if _is_made_up(match[0]) and not _NO_ACCOUNT.fullmatch(match[0]):
                yield scan.finding("akun", *match.span())


def _said(scan: Scan, match: re.Match[str]) -> Iterator[Finding]:
    """`IG siti.aminah88` or `FB: Siti Aminah`; `grup FB desa` is nobody's."""
    start, end = match.span("name")
    sign = (match["sign"] or "").strip()
    owned = bool(sign) and bool(_SURE_SIGNS.search(sign))
    person = _PERSON.match(scan.plain, start)
    spoken = _SPOKEN.match(scan.low, start)
    if spoken and _is_spoken_account(scan.low, start, spoken, owned):
        yield scan.finding("akun", start, _with_figures(scan.low, spoken.end()))
    elif person and (owned or re.search(r"saya|ku|nya|akun|nama", match[0][: match.start("name") - match.start()])):
        yield scan.finding("akun", *person.span())
    elif names := _own_name(scan, match):
        yield scan.finding("akun", *names)
    elif _is_made_up(match["name"]) or re.fullmatch(r"[a-z]\w{3,}\.id", match["name"]) or match["quote"] or (
        owned and re.search(r"[:=@(\[{<]", sign) and not person and match["name"] not in _MEETING_PLACES
    ):  # fmt: skip
        yield scan.finding("akun", start, end)


def _own_name(scan: Scan, match: re.Match[str]) -> tuple[int, int] | None:
    """`tiktok saya siti aminah official`: names in small letters behind whose account it is."""
    start, names = match.start("name"), personal_words().names
    is_own = re.search(r"(?:saya|sy|aku|ku|kula|abdi|nya)$", match["net"])
    words = re.match(r"[a-z]+(?:\s[a-z]+){0,3}", scan.low[start : start + 60])
    is_built = words and re.match(r"[._\d]\w", scan.low[start + words.end() :])
    if not is_own or not words or is_built or not _is_of_names(words[0].split()[0]):
        return None
    end = start
    for word in re.finditer(r"[a-z]+", words[0]):
        if word[0] not in names and not _is_of_names(word[0]) and word[0] not in _OF_SHOPS:
            break
        end = start + word.end()
    return start, end


@lru_cache(maxsize=1024)
def _is_of_names(word: str) -> bool:
    """A name that is hardly ever a word, or two names written as one: `hermansuryadi`."""
    names, plain = personal_words().names, personal_words().plain_names
    return word in plain or any(
        word[:cut] in names and word[cut:] in names and (word[:cut] in plain or word[cut:] in plain)
        for cut in range(4, len(word) - 3)
    )


def _is_spoken_account(low: str, start: int, spoken: re.Match[str], owned: bool) -> bool:
    """`dewi garis bawah ayu`, `joko titik wiyono titik 90`, but not `ada titik api`."""
    said = low[start : _with_figures(low, spoken.end())]
    if not re.search(r"[a-z]{3}", said) or said.startswith(("com ", "co ")):
        return False
    figures = re.search(r"\d", said) or not personal_words().digits.keys().isdisjoint(said.split())
    named = not personal_words().plain_names.isdisjoint(said.split())
    return bool(_LINE.search(said) or figures or owned or named or len(re.findall(_JOINED, said)) > 1)


def _with_figures(low: str, end: int) -> int:
    """`… garis bawah sembilan lima`: the figures behind, in words."""
    return _figure_words().match(low, end).end()


@lru_cache(maxsize=1)
def _figure_words() -> re.Pattern[str]:
    digit = "|".join(personal_words().digits)
    return re.compile(rf"(?:\s+(?:{digit}|belas|puluh)(?![a-z]))*")


def _is_made_up(name: str) -> bool:
    """A dot, a line or a digit inside a word: a name made for an account."""
    return bool(re.search(r"[a-z][\w.]*[._\d]\w*|\d+[a-z]+", name)) and not re.fullmatch(
        r"\d+[a-z]{0,3}|[a-z]{1,3}\.?|.*\.(?:com|id|net|org|jpg|jpeg|png|pdf|mp4|xlsx?|docx?|csv)", name
    )


def _without_point(low: str, end: int) -> int:
    while low[end - 1] in ".,!?":
        end -= 1
    return end
