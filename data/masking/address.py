"""Home addresses: a street with its number, RT with RW, a block; a street or hamlet alone only beside `tinggal di`."""

import re
from collections.abc import Iterator

from data.masking.finding import Finding, Scan

_COUNT = (
    r"(?:0*\d{1,3}|(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh"
    r"|sebelas)(?:[\s-]+(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|belas|puluh))*|[ivx]{1,4})"
)
_RT, _RW = r"(?:r\.?\s?t|erte|er te)", r"(?:r\.?\s?w|erwe|er we)"
_OF = r"[\s.:=\-/]*(?:no\.?\s*)?"
_RT_RW = re.compile(
    rf"(?<![a-z]){_RT}{_OF}{_COUNT}[\s,./\\;:&|()-]*(?:dan\s+)?{_RW}{_OF}{_COUNT}(?![a-z\d])"
    rf"|(?<![a-z]){_RT}\s*[/\\.,-]?\s*{_RW}{_OF}{_COUNT}\s*[/\\,.\-\s]\s*{_COUNT}(?![a-z\d])"
    rf"|(?<![a-z]){_RT}{_OF}{_COUNT}\s*[/\\]\s*{_COUNT}(?![a-z\d])"
    rf"|(?<![a-z]){_RW}{_OF}{_COUNT}[\s,./\\;:&|()-]*(?:dan\s+)?{_RT}{_OF}{_COUNT}(?![a-z\d])"
)
_ONE_OF_THEM = re.compile(rf"(?<![a-z])(?:{_RT}|{_RW}){_OF}{_COUNT}(?![a-z\d])")
_NO = r"(?:(?:\b(?:no(?:mor|mer)?|nmr|num(?:ber)?)|#)\.?\s*[:.]?\s*)"
_HOUSE = rf"{_NO}(?:\d{{1,4}}\s?[a-z]?(?:\s?[-/]\s?\d{{1,3}})?|[a-z]\s?[-/]?\s?\d{{1,3}}|{_COUNT})(?![a-z\d])"
_STREET = r"(?:jl|jln|jalan|gang|gg|lorong|lr|lrg)"
_WORD = r"[a-z0-9'’.]+"
_NOT_NAME = (
    r"(?:desa|rusak|berlubang|menuju|ke|di|yang|utama|raya|poros|kampung|dusun|kaki|setapak|tani|sepanjang|lintas|tembus|keluar|masuk|baru|itu|ini"
    r"|sudah|belum|dan|tidak|masih|licin|becek|gelap|usaha|terus|saja|sendiri|dari|depan|belakang|sebelah|bersama|program|kegiatan|lancar|dengan|untuk|kalau|sampai|akses)"
)
_NUMBERED = re.compile(rf"(?<![a-z]){_STREET}\b\.?\s*(?:{_WORD}[\s,]+){{1,5}}?{_HOUSE}")
_STREET_COUNT = re.compile(
    rf"(?<![a-z])(?:jl|jln|gang|gg|jalan)\b\.?\s*(?!{_NOT_NAME}\b)(?:[a-z][a-z'’.]*\s+){{1,4}}?\d{{1,3}}[a-z]?(?![\d.,:%/-]\d|[a-z\d]|\s*(?:%|meter|m\b|km|kilo|hari|minggu|bulan|tahun|orang|kali|jam|menit|kk|rumah|unit|titik|tiang|lampu|warga|keluarga|x\b|persen|ribu|juta|rb|jt|sak|truk|tanggal|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember))"
)
_BLOCK = re.compile(
    rf"(?<![a-z])(?:blok|blk|block)\.?\s*[a-z]{{1,2}}(?:\s?[-/.]?\s?\d{{1,3}}[a-z]?)?(?:[\s,/-]*{_HOUSE}|\s?[/-]\s?\d{{1,3}})?(?![a-z\d])"
)
_RESIDENCE = re.compile(
    r"(?<![a-z])(?:alamat(?:nya|ku|e)?|rumah(?:nya|ku|\s+saya|\s+kami|\s+kula|\s+ibu|\s+bapak|\s+beliau|\s+orang\s?tua)?|tinggal|bertempat|domisili|berdomisili|beralamat|ngontrak|kos|kontrakan|omah(?:ku|e|\s+kula)?|griya(?:\s+kula|nipun)?|dalem|bumi\s+abdi|imah|house|live[sd]?|living|lives|reside[sd]?|address|home)(?![a-z])"
)
_NAMED_PLACE = re.compile(
    r"(?<![A-Za-z])(?:[Jj]l|[Jj]ln|[Jj]alan|JALAN|JL|[Gg]ang|[Gg]g|[Dd]usun|[Dd]sn|[Dd]s|[Dd]ukuh|[Kk]ampung|[Kk]p|[Kk]amp|[Pp]erum(?:ahan)?|[Kk]omp(?:lek|leks)?|[Gg]riya|[Pp]edukuhan|[Pp]adukuhan|[Bb]anjar|[Jj]orong|[Ll]ingkungan|[Ll]ink)\b\.?\s*[A-Z][\w'’]*(?:\s+(?:[A-Z][\w'’]*|[IVX]+|\d{1,3}))*"
)
_NEAR = re.compile(
    r"[\s,.\-(]*(?:(?:desa|ds|dusun|dsn|dukuh|kel|kelurahan|kp|kampung|perum|perumahan)\.?\s+[\w'’]+[\s,]*)?"
)


_WORTH_A_LOOK = (
    "rt",
    "rw",
    "r.t",
    "r. t",
    "r t",
    "er te",
    "jl",
    "jalan",
    "gang",
    "gg",
    "bl",
    "lorong",
    "lr",
    "alamat",
    "tinggal",
    "rumah",
    "domisili",
    "liv",
    "address",
    "kontrak",
    "kos",
    "omah",
    "griya",
    "dalem",
    "imah",
    "bumi abdi",
    "resid",
    "home",
    "house",
)
_VERB = re.compile(
    r"\b(?:yang|sudah|belum|rusak|dengan|antre\w*|dapat|tidak|lubang|ada|sebanyak|perlu|diperbaiki|macet|banjir|jam|pukul|sampai|dari|ke|di|setiap|tiap|lewat)\b"
)


def find(scan: Scan) -> Iterator[Finding]:
    """Every address, in pieces; what stands between two pieces stays."""
    low = scan.low
    if not any(word in low for word in _WORTH_A_LOOK):
        return
    homes = [match.end() for match in _RESIDENCE.finditer(low)]
    found = [match.span() for pattern in (_RT_RW, _NUMBERED) for match in pattern.finditer(low) if _is_near(match)]
    found += [match.span() for match in _STREET_COUNT.finditer(low) if _is_name(scan, match)]
    found += [match.span() for match in _BLOCK.finditer(low) if re.search(r"\d", match[0])]
    if homes or found:
        found += [
            match.span()
            for match in _NAMED_PLACE.finditer(scan.plain)
            if _touches(match.span(), found)
            or (any(0 <= match.start() - home <= 22 for home in homes) and _is_home(low, match, homes))
        ]
        found += [
            match.span()
            for match in _ONE_OF_THEM.finditer(low)
            if _touches(match.span(), found) or any(0 <= match.start() - home <= 40 for home in homes)
        ]
    elif _ONE_OF_THEM.search(low):
        found += [
            (place.start(), one.end())
            for place in _NAMED_PLACE.finditer(scan.plain)
            if (one := _ONE_OF_THEM.match(low, re.compile(r"[\s,]*").match(low, place.end()).end()))
        ]
    for start, end in _joined(low, found):
        yield scan.finding("alamat", start, end)


def _is_near(match: re.Match[str]) -> bool:
    """`gang 2 … nomor 5 antrean` is not an address: between street and number stands no verb."""
    return not _VERB.search(match[0])


def _is_name(scan: Scan, match: re.Match[str]) -> bool:
    """`Jl Mawar 12` and `jl mawar 12`, but not `Jalan Gatot Subroto macet jam 7`: small letters end it."""
    words = re.findall(r"[^\W\d_]+", scan.plain[match.start() : match.end()])[1:]
    if not words:
        return match[0][:2] == "gg"
    return (
        all(word[0].isupper() for word in words)
        if words[0][0].isupper()
        else len(words) <= 2 and not _VERB.search(match[0])
    )


def _is_home(low: str, match: re.Match[str], homes: list[int]) -> bool:
    """`alamat` and `tinggal di` speak of a home; a house that merely stands by a bad street does not."""
    before = low[max(0, max(home for home in homes if home <= match.start()) - 12) : match.start()]
    return bool(
        re.search(
            r"alamat|domisili|tinggal (?:di|ning|wonten)|live[sd]? (?:at|on)|address|rumah(?:nya| saya| kami| ibu"
            r"| bapak)?\s*(?:di|:|ada di|beralamat)|home (?:is|address)",
            before,
        )
    )


def _touches(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(
        0 <= start - span[1] <= 3 or 0 <= span[0] - end <= 3 or (start < span[1] and span[0] < end)
        for start, end in others
    )


def _joined(low: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans with nothing but signs between them as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and (start <= joined[-1][1] or not re.search(r"[^\s,./()-]", low[joined[-1][1] : start])):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
