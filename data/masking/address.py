"""Home addresses: a street with its number, RT with RW, a block; a street or hamlet alone only beside `tinggal di`."""

import re
from collections.abc import Iterable, Iterator

from data.masking import street
from data.masking.finding import Finding, Scan
from definitions.personal import personal_words

Span = tuple[int, int]

_RESIDENCE = re.compile(
    r"(?<![a-z])(?:alamat(?:nya|ku|e)?|rumah(?:nya|ku|\s+saya|\s+kami|\s+kula|\s+ibu|\s+bapak|\s+beliau|\s+orang\s?tua)?|tinggal|bertempat|domisili|berdomisili|beralamat|ngontrak|kos|kontrakan|omah(?:ku|e|\s+kula)?|griya(?:\s+kula|nipun)?|dalem|bumi\s+abdi|imah|house|live[sd]?|living|lives|reside[sd]?|address|home)(?![a-z])"
)
_NEAR_HOME = re.compile(
    r"alamat|domisili|tinggal (?:di|ning|wonten)|live[sd]? (?:at|on)|address|rumah(?:nya| saya| kami| ibu"
    r"| bapak)?\s*(?:di|:|ada di|beralamat)|home (?:is|address)"
)
_OWN_HOME = re.compile(
    r"(?:rumah|omah|griya|imah|kontrakan|kos)(?:nya|ku|\s+(?:saya|kami|kula|beliau|abdi|ibu|bapak|orang\s?tua))\s*$"
)
_VERB = re.compile(
    r"\b(?:yang|sudah|belum|rusak|dengan|antre\w*|dapat|tidak|lubang|ada|sebanyak|perlu|diperbaiki|macet|banjir|jam|pukul"
    r"|sampai|dari|ke|di|setiap|tiap|lewat|dan|kami|kita|saya|ini|itu|juara|peringkat)\b"
)
_RANGE = re.compile(r"\s*(?:sampai|s\.?\s?/?d\.?|hingga|-|–|dan|,|&|to|until)\s*(?:rt\s*|rw\s*)?\d")
_SPEAKS = re.compile(
    r"(?<![a-z])(?:saya|aku|sy|kula|kulo|abdi|kuring|i|my|he|she|his|her|dia|beliau|bapak|ibu|bu|pak|mbak|mas|nama\w*|a\.?n\.?)(?![a-z])"
)
_ALL_BEFORE = re.compile(
    r"(?:^|[.!?\n]|\b(?:warga|wilayah|lingkungan|semua|seluruh|untuk|antara|ketua|pengurus|posyandu|kader|jalan|pemuda|musyawarah"
    r"|rapat|di|dari|se|bagi|banjar|dusun|kampung|desa|ronda|forum|tingkat|residents|people|of|in))$"
)
_WORK = re.compile(
    r"\b(?:kerja bakti|gotong royong|gugur gunung|sambatan|perbaiki|perbaikan|benahi|bangun|pembangunan|rehab"
    r"|renovasi|pengaspalan|aspal"
    r"|cor|pengecoran|betonisasi|paving|normalisasi|pengerukan|anggaran|dana|proyek|usulan|swadaya|iuran|kas|musrenbang|drainase|saluran|selokan|got"
    r"|gorong-gorong|pos ronda|pos kamling|poskamling|lampu jalan|penerangan|talud|jembatan|mck|jadwal|giliran"
    r"|arisan|posyandu|senam|ronda)"
    r"(?:\s+(?!rumah|tinggal|saya|alamat)[a-z-]+){0,2}\s*$"
)
"""`Kerja bakti RT …`, `Anggaran drainase RT …`: a work of neighbours."""
_WORK_GOES_ON = re.compile(
    r"\s*(?:$|[.!?]|,?\s*(?:rp|idr|hari|tanggal|tgl|jam|pukul|senin|selasa|rabu|kamis|jumat|sabtu|minggu|tahun|dimulai|selesai|mulai|sebesar|senilai|sepanjang"
    r"|sejauh|cuma|hanya|tapi|terbengkalai|mangkrak|besok|nanti|tolong|mohon|segera|dong|ya|supaya|agar|biar|karena|kapan|naik|turun)(?![a-z]))"
)
_GOES_ON = re.compile(
    r"\s*(?:(?:paling|banyak|terbanyak|terdampak|terparah|juara|menang|kebagian|menerima|kekurangan|belum|sudah|tidak|gak|ga|gotong|kerja|sering|selalu|perlu|butuh|minta|mohon|mengadakan|rapat|musyawarah"
    r"|antre\w*|banjir|kering|gelap|dapat|akan|masih|juga|yang|dan|rusak|bersih|iuran|ikut|sepakat|mengeluh|kurang|lancar|baik|siap"
    r"|jalan|lampu|air|sampah|still|has|have|is|are|needs?|got|already|not|no|padam|mati|macet|aman|kompak|rutin|setiap|tiap|hari"
    r"|kemarin|besok|minggu|bulan|tahun|malam|pagi|sore|siang|wis|durung|ora|teu|atos|acan|sampun|dereng|(?:me|ber)[a-z]{4,})(?![a-z]))"
)
_JOINS = re.compile(r"[^\s,./()\-–]")


def find(scan: Scan) -> Iterator[Finding]:
    """Every address, in pieces; what stands between two pieces stays."""
    if scan.words.isdisjoint(personal_words().addresses) and not any(word.startswith("jl") for word in scan.words):
        return
    found = [*_sure(scan)]
    homes = [match.end() for match in _RESIDENCE.finditer(scan.low)]
    if homes or found:
        found += _at_home(scan, found, homes)
        found += _around(scan, found)
    elif scan.numerals or scan.digit_words:
        found += _one_beside_a_place(scan)
    found = _joined(scan.low, found)
    yield from (scan.finding("alamat", *span) for span in _with_tails(scan.low, found))


def _sure(scan: Scan) -> Iterator[Span]:
    """Pieces that are an address wherever they stand; every one of them holds a number."""
    low, plain = scan.low, scan.plain
    if not (scan.numerals or scan.digit_words or re.search(r"r\.?[tw]\W|ratus|belas", low)):
        return
    yield from (match.span() for match in street.RT_RW.finditer(low) if not _is_of_all(scan, match))
    for pattern in (street.NUMBERED, street.FLAT, street.ROMAN):
        yield from _without_verb(pattern, low)
    yield from (match.span() for match in street.STREET_COUNT.finditer(low) if _is_name(scan, match))
    for match in street.SIGNED.finditer(low):
        is_capital = plain[match.start("name")].isupper()
        if _is_name(scan, match) and (is_capital or _RESIDENCE.search(low) or _SPEAKS.search(low)):
            yield match.span()
    yield from (match.span() for match in street.GLUED.finditer(low))
    yield from (match.span() for match in street.BLOCK.finditer(low)
                if re.search(rf"\d|\s{street.SPOKEN_COUNT}", match[0]))  # fmt: skip
    yield from (match.span() for match in street.PO_BOX.finditer(low))
    yield from (match.span() for match in street.LOT.finditer(plain))
    yield from (match.span() for match in street.SMALL_LOT.finditer(low) if not _VERB.search(match[0]))
    yield from (match.span() for match in street.ENGLISH.finditer(plain))
    for place in street.NAMED_PLACE.finditer(plain):
        house = street.TAIL.match(low, place.end())
        if house and not low.startswith(("taman", "lingkungan"), place.start()):
            yield place.start(), house.end()


def _is_of_all(scan: Scan, match: re.Match[str]) -> bool:
    """`Warga RT 01/RW 02 gotong royong`: neighbours together, of whom nobody says that he lives there.

    Where somebody speaks of a home, of himself, or a house or another place stands beside it, it is an address.
    """
    low = scan.low
    if _SPEAKS.search(low) or _RESIDENCE.search(low) or street.TAIL.match(low, match.end()):
        return False
    if re.match(r"[\s,]*(?:\(|dusun|dsn|desa|kampung|kp|kel|jl|jalan|gang|gg|blok|no\b|kec)", low[match.end() :]):
        return False
    before = low[: match.start()].rstrip()
    if _WORK.search(before) and (_WORK_GOES_ON.match(low, match.end()) or _GOES_ON.match(low, match.end())):
        return True
    return bool(_ALL_BEFORE.search(before)) and bool(_GOES_ON.match(low, match.end()))


def _without_verb(pattern: re.Pattern[str], low: str) -> Iterator[Span]:
    """`gang 2 … nomor 5 antrean` is not an address: between street and number stands no verb."""
    behind = 0
    while match := pattern.search(low, behind):
        if _VERB.search(match[0]):
            behind = match.start() + 1
        else:
            yield match.span()
            behind = match.end()


def _around(scan: Scan, found: list[Span]) -> list[Span]:
    """A place in small letters, and the number of a house, right before RT and RW."""
    low, more = scan.low, []
    for start, _ in found:
        if low.startswith(("r", "or", "er", "bl"), start):
            place = street.SMALL_PLACE.search(low, max(0, start - 45), start)
            if place and not _VERB.search(place[0]):
                more.append((place.start(), start))
            for house in re.finditer(street.HOUSE, low[max(0, start - 14) : start]):
                if not re.search(r"[^\s,./(-]", low[max(0, start - 14) + house.end() : start]):
                    more.append((max(0, start - 14) + house.start(), start))
    return more


def _at_home(scan: Scan, found: list[Span], homes: list[int]) -> list[Span]:
    """Places with a name beside what is found or beside `tinggal di`, and RT or RW alone beside them."""
    low = scan.low
    near = [
        match.span()
        for match in street.NAMED_PLACE.finditer(scan.plain)
        if _touches(match.span(), found)
        or (any(0 <= match.start() - home <= 22 for home in homes) and _is_home(low, match, homes))
    ]
    found = found + near
    pieces = (street.KILOMETRE, street.ALLEY, street.PLOT)
    near += [match.span() for pattern in pieces for match in pattern.finditer(low)
             if _touches(match.span(), found) or any(0 <= match.start() - home <= 22 for home in homes)]  # fmt: skip
    return near + [
        match.span()
        for match in street.ONE_OF_THEM.finditer(low)
        if _touches(match.span(), found) or any(0 <= match.start() - home <= 40 for home in homes)
    ]


def _one_beside_a_place(scan: Scan) -> Iterator[Span]:
    """`Dusun Krajan RT 3`."""
    if not street.ONE_OF_THEM.search(scan.low):
        return
    for place in street.NAMED_PLACE.finditer(scan.plain):
        behind = re.compile(r"[\s,]*").match(scan.low, place.end()).end()
        one = street.ONE_OF_THEM.match(scan.low, behind)
        is_of_all = one and not _SPEAKS.search(scan.low) and _GOES_ON.match(scan.low, one.end())
        if one and not is_of_all and not _RANGE.match(scan.low, one.end()):
            yield place.start(), one.end()


def _is_name(scan: Scan, match: re.Match[str]) -> bool:
    """`Jl Mawar 12` and `jl mawar 12`, but not `Jalan Gatot Subroto macet jam 7`: small letters end it."""
    words = re.findall(r"[^\W\d_]+", scan.plain[match.start() : match.start("house")])[1:]
    words = [word for word in words if word.lower() != "kav"]
    if not words:
        return match[0][:2] == "gg"
    if words[0][0].isupper():
        return all(word[0].isupper() for word in words)
    return len(words) <= 2 and not _VERB.search(match[0])


def _is_home(low: str, match: re.Match[str], homes: list[int]) -> bool:
    """`alamat` and `tinggal di` speak of a home; a house that merely stands by a bad street does not."""
    before = low[max(0, max(home for home in homes if home <= match.start()) - 12) : match.start()]
    return bool(_NEAR_HOME.search(before) or _OWN_HOME.search(low[: match.start()]))


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(
        0 <= start - span[1] <= 3 or 0 <= span[0] - end <= 3 or (start < span[1] and span[0] < end)
        for start, end in others
    )


def _with_tails(low: str, spans: list[Span]) -> Iterator[Span]:
    """With the number of the house behind it, and the post code wherever the address ends."""
    for start, end in spans:
        while tail := street.TAIL.match(low, end):
            end = tail.end()
        yield start, end
    if spans and (code := street.POSTCODE.match(low, end)) and not _VERB.search(code[0]):
        yield code.span("code")


def _joined(low: str, spans: list[Span]) -> list[Span]:
    """Spans with nothing but signs between them as one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and (start <= joined[-1][1] or not _JOINS.search(low[joined[-1][1] : start])):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
