"""Exact positions: decimal degrees, degrees with minutes and seconds, links to a map, plus codes."""

import re
from collections.abc import Iterator

from data.masking.finding import Finding, Scan

_LINK = re.compile(
    r"(?:https?://)?(?:www\.)?(?:maps\.app\.goo\.gl/\S+|goo\.gl/maps/\S+|maps\.google\.\w+(?:\.\w+)?\S*|(?:www\.)?google\.\w+(?:\.\w+)?/maps\S*"
    r"|g\.co/(?:kgs|maps)/\S+|(?:www\.)?openstreetmap\.org/\S+|osm\.org/\S+|waze\.com/\S+|ul\.waze\.com/\S+|maps\.apple\.com/\S+|geo:[-\d.,]+|what3words\.com/\S+|w3w\.co/\S+)"
)
_FENCED = r"\s?[\[({<]\s?(?:[.,]|koma|titik|point|dot|comma)\s?[\])}>]\s?"
"""`7(.)8012`, `7[titik]8012`: the sign of the decimals in brackets."""
_NUMBER = (
    r"(?:[-−–]|\b(?:minus|min|negatif)\b)?\s?"
    rf"\d{{1,3}}(?:{_FENCED}|[.,]|\s[.,]\s|\s?(?:koma|titik|point|dot|comma)\s?)\d{{2,}}"
)
_HEMISPHERE = (
    r"\s*°?\s*(?:lintang\s+(?:selatan|utara)|bujur\s+(?:timur|barat)|ls|lu|bt|bb|south|north|east|west|[nsew])?\b"
)
_NAME = r"(?:lat(?:itude)?|lon(?:g|gitude)?|lng|lintang|bujur|x|y)\s*[:=]?\s*"
_PAIR = re.compile(
    rf"(?<![\d.,])(?:{_NAME})?({_NUMBER})(?:{_HEMISPHERE})?\s*[,;/|&\s_*#:~+x]{{1,3}}\s*(?:dan\s+|and\s+|lan\s+|sareng\s+|jeung\s+|x\s+)?(?:{_NAME})?({_NUMBER})(?:{_HEMISPHERE})?(?![\d])"
)
_DEGREES = (
    r"\d{1,3}\s*(?:°|º|˚|derajat|degrees?|deg\.?|der\.?|drjt|drj|dejarat|[od](?=\d{1,2}\s?['’′m]))\s*\d{1,2}(?:[.,]\d+)?\s*(?:['’′`´]|menit|minutes?|mnt\.?|mnit|min|m(?=\d))?\s*"
    r"(?:\d{1,2}(?:[.,]\d+)?\s*(?:[\"”″“]|''|’’|′′|detik|dtk\.?|det|s(?=\s)|seconds?|sec)?)?\s*(?:lintang\s+(?:selatan|utara)|bujur\s+timur|ls\b|lu\b|bt\b|[nsew]\b)?"
)
_DMS = re.compile(rf"(?:(?<![a-z])[nsew]\s*)?{_DEGREES}(?:\s*[,;/&]?\s*(?:dan\s+|and\s+)?(?:[nsew]\s*)?{_DEGREES})?")
_SAYS = re.compile(
    r"koordinat|kordinat|titik gps|\bgps\b|\blat\b|latitude|lintang|bujur|coordinate|lokasi gps|titik lokasi"
    r"|share ?loc|shareloc|sharelok|share ?lok|\bposisi\b|\bpin\b|\bmaps?\b|titiknya|lokasinya"
)
_PLUS_CODE = re.compile(r"(?<![A-Z0-9])[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?![A-Z0-9])")


_UTM = re.compile(
    r"(?<![a-z0-9])(?:4[6-9]|5[0-4])\s?[c-hj-np-x]\s+(?:x\s*[:=]?\s*)?0?\d{6}[\s,;/_*-]+(?:y\s*[:=]?\s*)?\d{5,7}(?!\d)"
)
_UTM_NAMED = re.compile(
    r"(?<!\d)\d{6}(?:[.,]\d+)?\s*m?\s?[et][\s,;/]+\d{6,7}(?:[.,]\d+)?\s*m?\s?[nsu](?![a-z])"
    r"|\butm\b[^\d\n]{0,20}\d{6}(?:[.,]\d+)?\D{1,12}\d{6,7}(?!\d)"
    r"|\b[xe]\s*[:=]\s*\d{6}(?:[.,]\d+)?\D{1,8}[yn]\s*[:=]\s*\d{6,7}(?!\d)"
)
_NORTH, _EAST = r"(?:ls|lu|s|n|u|lintang\s+(?:selatan|utara))", r"(?:bt|bb|e|t|bujur\s+timur)"
_TRIPLES = re.compile(
    rf"(?<!\d)\d{{1,2}}[\s:.\-*_/'’]\s?\d{{1,2}}[\s:.\-*_/'’]\s?\d{{1,2}}(?:[.,]\d+)?[\s\"”]*{_NORTH}[\s,;/dan]+"
    rf"\d{{2,3}}[\s:.\-*_/'’]\s?\d{{1,2}}[\s:.\-*_/'’]\s?\d{{1,2}}(?:[.,]\d+)?\s*{_EAST}(?![a-z])"
    rf"|(?<![a-z]){_NORTH}\s?[-−]?\d{{1,2}}[.,]\d{{3,}}°?[\s,;/]*{_EAST}\s?\d{{2,3}}[.,]\d{{3,}}°?"
    rf"|(?<![a-z]){_NORTH}\s?\d{{1,2}}[\s°:]\s?\d{{1,2}}[\s':.]\s?\d{{1,2}}(?:[.,]\d+)?\D{{0,3}}{_EAST}\s?\d{{2,3}}[\s°:]\s?\d{{1,2}}[\s':.]\s?\d{{1,2}}(?:[.,]\d+)?"
)
_WHOLE = re.compile(
    r"\d[^\d\n.,]+\d+(?:[.,]\d+)?[^\d\n.,]+\d|lintang|bujur|\b(?:ls|lu|bt|[nsew])\b|(?<![a-z])[nsew](?=\d)"
)
"""A position has seconds, a second part or a hemisphere."""
_SAID_NUMBER = (
    r"(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|belas|puluh|ratus|siji|loro|telu|papat|limo|enem"
    r"|pitu|wolu|songo|sanga|sewelas|satus|hiji|tilu|opat|genep|dalapan|salapan|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|hundred|\d{1,7})"
)
_SAID_BETWEEN = (
    r"(?:minus|min|negatif|negative|koma|titik|point|comma|dan|and|lan|derajat|menit|detik|degrees?|minutes?|seconds?|lintang|bujur|selatan"
    r"|utara|timur|barat|ls|lu|bt|bb|south|north|east|west)"
)
_SPELLED = re.compile(rf"(?<![\w])(?:(?:{_SAID_BETWEEN}|{_SAID_NUMBER})(?![a-z\d])[\s,;.:/-]*){{5,}}")
"""A row of numbers in words and of what is said between the parts of a position."""
_POINT, _DEGREE = re.compile(r"(?:koma|titik|point|comma)\b"), re.compile(r"(?:derajat|degrees?)\b")
_TURNS = re.compile(r"minus|\bmin\b|negati|lintang|bujur|south|\bls\b|\bbt\b")
_THREE_WORDS = re.compile(r"///[a-z]+\.[a-z]+\.[a-z]+")


def find(scan: Scan) -> Iterator[Finding]:
    """Every position that is exact enough to find a house."""
    low = scan.low
    for match in _LINK.finditer(low) if "/" in low or "geo:" in low else ():
        end = match.end()
        while low[end - 1] in ".,;)!?":
            end -= 1
        yield scan.finding("koordinat", match.start(), end)
    for match in _SPELLED.finditer(low) if scan.digit_words >= 4 else ():
        if _is_spelled(match[0], bool(_SAYS.search(low))):
            yield scan.finding("koordinat", match.start(), _stripped(low, match))
    if scan.numerals < 4 and not ("+" in low or "///" in low):
        return
    says = bool(_SAYS.search(low))
    for match in _PAIR.finditer(low) if scan.numerals >= 6 else ():
        if _is_in_indonesia(match[1], match[2], says):
            yield scan.finding("koordinat", match.start(), _stripped(low, match))
    if scan.numerals >= 4 and re.search(r"[°º˚]|derajat|degree|deg|der|drj|dejarat|\d[od]\d", low):
        for match in _DMS.finditer(low):
            if not says and not _WHOLE.search(match[0]):
                continue  # `292 derajat 15 menit` is an angle
            yield scan.finding("koordinat", match.start(), _stripped(low, match))
    for match in _PLUS_CODE.finditer(scan.plain) if "+" in low else ():
        yield scan.finding("koordinat", *match.span())
    for pattern in (_UTM, _UTM_NAMED) if scan.numerals >= 11 else ():
        yield from (scan.finding("koordinat", *match.span()) for match in pattern.finditer(low))
    for match in _TRIPLES.finditer(low) if scan.numerals >= 9 else ():
        yield scan.finding("koordinat", *match.span())
    for match in _THREE_WORDS.finditer(low) if "///" in low else ():
        yield scan.finding("koordinat", *match.span())
    if says:
        yield from _alone(scan)


def _is_spelled(said: str, says: bool) -> bool:
    """Two numbers with a point, or with degrees: `minus tujuh koma … seratus sepuluh koma …`."""
    points, degrees = len(_POINT.findall(said)), len(_DEGREE.findall(said))
    turns = says or bool(_TURNS.search(said))
    return (points >= 2 and turns) or degrees >= 2 or (degrees == 1 and "menit" in said and turns) or (
        points == 1 and said.lstrip().startswith(("minus", "negati")))  # fmt: skip


def _is_in_indonesia(one: str, other: str, says: bool) -> bool:
    values = [_value(one), _value(other)]
    if abs(values[0]) > 90:
        values.reverse()
    values[1] = abs(values[1])  # `-7.12 - 110.34`: a line between them
    decimals = min(len(_plain_number(text).partition(".")[2]) for text in (one, other))
    if not (abs(values[0]) <= 12 and 94 <= values[1] <= 142):
        return says and decimals >= 4 and abs(values[0]) <= 90 and abs(values[1]) <= 180
    return decimals >= 4 or (decimals >= 3 and _plain_number(one)[0] == "-") or (says and decimals >= 2)


def _alone(scan: Scan) -> Iterator[Finding]:
    """One part that stands apart from the other: `lintang -7,8013 dan bujurnya 110,3649`."""
    for match in re.finditer(rf"(?<![\d.,])[-−–]?\d{{1,3}}(?:{_FENCED}|[.,])\d{{4,}}(?![\d.,]\d)", scan.low):
        if abs(_value(match[0])) <= 142:
            yield scan.finding("koordinat", *match.span())


def _value(text: str) -> float:
    return float(_plain_number(text))


def _plain_number(text: str) -> str:
    """`min 7 koma 81` as -7.81."""
    text = re.sub(r"minus|min|negatif|[−–]", "-", re.sub(r"[\s\[\](){}<>]", "", text))
    return re.sub(r"koma|titik|point|dot|comma|,", ".", text)


def _stripped(low: str, match: re.Match[str]) -> int:
    end = match.end()
    while low[end - 1].isspace():
        end -= 1
    return end
