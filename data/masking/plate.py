"""Number plates: an area of the police, up to four digits, up to three letters; `B 1234 XYZ`, `ab-1234-cd`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from data.masking.finding import Finding, Scan
from data.masking.spoken import Atom, runs
from definitions.personal import personal_words

_BETWEEN = r"[\s.,\-–_/|•·*()\[\]~:=+#'\"]"
_PLATE = re.compile(
    rf"(?<![A-Za-z0-9])([A-Za-z]{{1,2}})({_BETWEEN}{{0,3}})(\d(?: \d){{1,3}}"
    rf"|\d\d[ .]\d\d(?={_BETWEEN}{{0,3}}[A-Za-z])|\d{{1,4}})"
    rf"({_BETWEEN}{{0,3}})([A-Za-z](?: ?[A-Za-z]){{0,2}})?(?![A-Za-z0-9])"
)
_STRANGE = re.compile(r"[*()\[\]~:=+#'\"–]")
"""Signs that stand in a plate on purpose only."""
_SPOKEN = re.compile(r"(?<![a-z0-9])([a-z]{1,2})[\s.\-]{1,2}$")
_BEHIND = re.compile(r"belakang|buntut|ekor|akhir|huruf|seri")
_TAIL = re.compile(
    r"[\s.,\-]{1,3}(?P<said>(?:(?:belakang|buntut|ekor|akhiran|akhir|huruf|seri)(?:nya|e|na|ipun)?[\s:=]+){1,2})?"
    r"([a-z](?:[ ]?[a-z]){0,2})(?![a-z0-9])"
)


_YEAR = re.compile(r"(?:19|20)\d\d$")
_NO_TAIL = frozenset(
    {"rb", "jt", "km", "cc", "kg", "ha", "yg", "di", "ke", "ga", "rp", "th", "cm", "mm", "ml", "mg", "gr"}
)
_NO_PLATE = re.compile(
    r"(?:vitamin|kelas|grade|hepatitis|golongan|gol\.?|tipe|type|huruf|poin|paket|seri|level|zona|ruang|kloter|grup|group"
    r"|blok|merk|merek|ukuran|size|nilai|rank|peringkat)\s*$"
)
_PLATE_WORD = re.compile(r"(?<![a-z])(?:plat|pelat|plate|nopol|no[\s.]+pol|nomor polisi|bernopol|berplat|berpelat)")
_DRIVES = re.compile(
    r"[\s,]*(?:yang |itu |ini |sing )?(?:parkir|nabrak|menabrak|tabrak|ngebut|nyerempet|menyerempet|ugal|melaju|kabur)"
)


@lru_cache(maxsize=1)
def _named() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A vehicle before the plate, and one right after it."""
    vehicles = sorted(personal_words().vehicles, key=len, reverse=True)
    words = "|".join(re.escape(word).replace(r"\ ", r"[\s.]+") for word in vehicles)
    return (
        re.compile(rf"(?<![a-z0-9])(?:{words})(?:nya|ku|ne|e)?(?![a-z0-9])\.?[^.!?;\n]{{0,30}}$"),
        re.compile(
            r"[\s,()\[\]]*(?:(?:itu|ini|iku|niku|eta|tuh|adalah|punya|milik|kuwi|menika|teh|is|was|the|a|my|his|her|our)\s+){0,3}"
            rf"(?:{words})(?:nya|ku|ne|e|na)?(?![a-z0-9])"
        ),
    )


def find(scan: Scan) -> Iterator[Finding]:
    """Every number plate."""
    spoken = [*_spoken(scan), *_counted(scan)]
    yield from (scan.finding("plat", *span) for span in spoken)
    for match in _plates(scan.plain) if scan.numerals else ():
        if any(start < match.end() and match.start() < end for start, end in spoken):
            continue
        if _is_area(scan, match) and _is_plate(scan, match):
            yield scan.finding("plat", match.start(), match.end(5) if match[5] else match.end(3))


def _plates(text: str) -> Iterator[re.Match[str]]:
    """What looks like a plate; `L300` before one is a van."""
    at = 0
    while match := _PLATE.search(text, at):
        is_van = (match[1] + match[3]).lower() in personal_words().vehicles and not match[2]
        at = match.end(3) if is_van and match[5] else match.end()
        if not is_van:
            yield match


def _is_area(scan: Scan, match: re.Match[str]) -> bool:
    """An area of the police, or any letters where somebody says that it is a plate."""
    if match[1].lower() in personal_words().plate_areas:
        return True
    said = scan.low[max(0, match.start() - 20) : match.start()]
    return bool(match[5] and len(match[3]) > 2 and _PLATE_WORD.search(said)) and match[1].lower() not in _NO_TAIL


def _is_plate(scan: Scan, match: re.Match[str]) -> bool:
    area, digits, tail = match[1], re.sub(r"[ .]", "", match[3]), (match[5] or "").replace(" ", "")
    before, after = _named()
    said = before.search(scan.low[max(0, match.start() - 45) : match.start()])
    named = bool(said or after.match(scan.low, match.end()) or _DRIVES.match(scan.low, match.end()))
    if "," in match[2] + match[4] and not (named and area.isupper() and match[2] == match[4] == ","):
        return False
    capitals = (area + tail).isupper()
    if "/" in match[2] + match[4] and not _PLATE_WORD.search(said[0] if said else ""):
        is_letter = scan.low[match.end() : match.end() + 1] == "/" or not set(tail.lower()) - set("ivx")
        if is_letter or not (named or (len(digits) == 4 and len(tail) >= 2 and (area + tail).isupper())):
            return False  # the number of a letter: B/1234/XI/2025
    if match[3] != digits and len(match[3]) == 5 and not (named and tail):
        return False  # `A 12 30 B`
    if _STRANGE.search(match[2] + match[4]) and not named and (not capitals or len(tail) < 2 or _YEAR.match(digits)):
        return False  # `KB (2024) PP`
    if _NO_PLATE.search(scan.low[max(0, match.start() - 14) : match.start()]) or match[0].lower().startswith("p3k"):
        return False
    if tail.lower() in personal_words().units:
        is_two = (len(area) == 2 or tail.lower() not in _NO_TAIL) and len(tail) > 1 and len(digits) > 2
        is_glued = named and is_two and not match[2] + match[4]  # `truk ag9483mg`
        is_glued |= named and bool(_STRANGE.search(match[2]) and _STRANGE.search(match[4]))
        is_owned = bool(after.match(scan.low, match.end())) and area.isupper() and len(digits) == 4
        return is_glued or is_owned or _is_plate_though_unit(area, digits, tail, said[0] if said else "", named)
    if named:
        is_close = bool(said) and len(said[0]) <= 22 and area.isupper() and len(area) == 2
        return bool(tail) or (area.isupper() and bool(said) and len(digits) == 4) or (is_close and area != "KB")
    if len(tail) < 2 and not (len(digits) == 4 and tail and not match[2].strip(" ")):
        return False
    if capitals:
        return len(digits) >= 3 or (len(digits) == 2 and len(tail) == 2 and len(area) == 2)
    same = (area + tail).islower() or (area.isupper() and tail.islower())
    return same and len(digits) == 4 and len(tail) >= 2


def _is_plate_though_unit(area: str, digits: str, tail: str, said: str, named: bool) -> bool:
    """`AD 9012 VA` and `plat l 2572 m`, but not `mobil a 1500 cc`."""
    if len(digits) != 4:
        sure = len(tail) > 1 or (said and len(digits) > 1)
        return bool(named and sure and (area + tail).isupper())
    if (area + tail).isupper():
        return named or (len(area) == 2 and len(tail) == 2)
    return bool(_PLATE_WORD.search(said)) or (named and len(tail) <= 2 and tail.lower() not in _NO_TAIL)


def _spoken(scan: Scan) -> Iterator[tuple[int, int]]:
    """`B satu dua tiga empat XYZ`, `DG 7 empat 0 PHA`, `B 1234 belakangnya XYZ`."""
    for run in runs(scan, fewest=2) if scan.digit_words or _BEHIND.search(scan.low) else ():
        if not 1 <= sum(len(atom.digits) for atom in run) <= 4:
            continue
        area = _SPOKEN.search(scan.low[max(0, run[0].start - 6) : run[0].start])
        tail = _TAIL.match(scan.low, run[-1].end)
        said = any(atom.is_word for atom in run) or (tail and tail["said"])
        if said and area and tail and area[1] in personal_words().plate_areas:
            start, end = run[0].start - len(area[0]), tail.end(2)
            if _is_spoken_plate(scan, start, end, tail, run):
                yield start, end


_NUMBER_WORD = (
    r"(?:seribu|seratus|ribu|ratus|puluh|belas|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)"
)
_COUNTED = re.compile(
    rf"(?<![a-z0-9])[a-z]{{1,2}}\s+(?=(?:{_NUMBER_WORD}\s+){{0,6}}(?:se)?(?:ribu|ratus)\s)(?:{_NUMBER_WORD}\s+){{2,9}}[a-z]{{1,3}}(?![a-z0-9])"
)


def _counted(scan: Scan) -> Iterator[tuple[int, int]]:
    """`plat B seribu dua ratus tiga puluh ABC`: as a number, where a plate is spoken of."""
    if _PLATE_WORD.search(scan.low):
        yield from (match.span() for match in _COUNTED.finditer(scan.low))


def _is_spoken_plate(scan: Scan, start: int, end: int, tail: re.Match[str], run: tuple[Atom, ...]) -> bool:
    """Where a vehicle is named, or nothing that is counted stands behind."""
    before, after = _named()
    said = before.search(scan.low[max(0, start - 45) : start])
    figures = sum(len(atom.digits) for atom in run)
    if said and (_PLATE_WORD.search(said[0]) or (figures == 4 and len(said[0]) <= 22)):
        return True
    if tail[2] not in personal_words().units:
        return len(scan.low[start:end].split()) > 3 or bool(said)
    is_written_so = scan.plain[start].isupper() and scan.plain[tail.start(2)].isupper()
    return is_written_so and bool(said or after.match(scan.low, end) or _DRIVES.match(scan.low, end))
