"""Dates of birth: a date beside a word that says so."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

from data.masking.finding import Finding, Scan
from definitions.personal import personal_words

_SAYS = re.compile(
    r"(?<![a-z])(?:tgl|tanggal|tempat)?[\s.,/&]*(?:(?:tgl|tanggal|tahun|hari)[\s.]*)?(?:lahir(?:nya|ku|e|ipun|na)?|lhr|k[ae]lah?iran(?:nya|ku|e)?|lahri|laihr|lhir|lahr|dilahirkan|ttl|t\.t\.l|born|birth"
    r"|dob|d\.o\.b|birthday|b['’]?day|birthdate|dibabarkeun|miyos|lair(?:e|ipun|ku)?|babar|dilahirkeun|gumelar|ultah(?:ku|nya)?"
    r"|(?:ulang (?:tahun|thn?)|ultah) (?:saya|sy|aku|anak|ibu|bapak|istri|suami|beliau|kula))(?![a-z])"
)
_OTHERWISE = re.compile(r"(?:akta|akte|angka|keterangan|surat|jumlah|tingkat|sungsang)[\s\w]{0,12}$")
_WRITTEN_THERE = re.compile(
    r"\s*(?:(?:saya|anak|kami|nya|ku|dia|beliau)\s*)*(?:di\s?(?:tulis|catat)|ter(?:tulis|tera|catat|cantum|ketik)|kok|malah|salah|keliru"
    r"|jadi|written|says)(?:\s+(?:salah|keliru|jadi|tgl|tanggal|malah))*[\s:]+(?=[\d(]|t)"
)
"""`akta lahir tertulis 3 Mei 1990` tells of a birth, `akta lahir terbit 3 Mei` does not."""
_NOT_A_PERSON = re.compile(
    r"\W*(?:\d+\s+(?:bayi|anak|orang)|pancasila|desa|kota|kabupaten|nu\b|muhammadiyah|koperasi|organisasi|kembali|batin|program|forum|pemuda|kelompok"
    r"|dari|hidup|mati)"
)
_MANY = re.compile(
    r"(?:\d|banyak|beberapa|semua)\s*(?:bayi|anak|balita|orang|ekor|sapi|kambing|ibu|kelahiran|babies"
    r"|children)\s+(?:yang\s+|sudah\s+|telah\s+)*$"
)
"""`12 bayi lahir bulan Maret`: of many together no date of birth is told."""
_FORM = re.compile(r"ttl|t\.t\.l|tempat|dob")
"""Words of a form, which no town and no party has."""
_OTHER_DATE = re.compile(
    r"kontrol|imunisasi|timbang|periksa|datang|program|ukur|kunjung|terbit|jadi\b|(?<!pen)daftar|dibuat|urus|diambil|rapat|sampai|visit"
    r"|meeting|weigh|check|sejak|mulai|bantuan|vaksin|kegiatan|(?<!pe)lapor|penyuluhan|posyandu tanggal"
    r"|musyawarah|pelatihan"
)
MONTH = (
    r"(?:jan(?:[uw]\w{0,5})?|[pf]eb(?:r?\w{0,6})?|mar(?:et|s|ch|t)?|mrt|apr(?:i?l?|ill|iel)?|mei|may|me?y|jun[iey]{0,2}|jul[iey]{0,2}"
    r"|a[gu]+(?:s?t?u?s?t?u?s?|ust)|sep(?:t\w{0,6})?|[ock]{1,2}t(?:o\w{0,4})?|no[vpf](?:\w{0,5})?|d[ei][sc](?:\w{0,5})?)"
)
"""Months, with the typing errors that people make beside a word of birth."""
_ROMAN = r"(?:x[iI]{0,2}|ix|iv|v?i{0,3})"
_SIGN = r"(?:\s*[-/.,–—‐‑−·_|*:~;+#()\[\]\\=]{1,3}\s*|\s{1,3})"
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d)"
_REACH = 42
_OWNER = (
    r"(?:[\s/]*(?:pelapor|pengadu|pasien|korban|ybs|yang bersangkutan|penerima|peserta|pendaftar|pemohon|anak|bayi|ibu"
    r"|bapak|ayah|istri|suami|siswa|almarhum|saya|beliau)(?:nya)?(?![a-z])){0,2}"
)
"""Whose birth a form asks for: `Tempat/tanggal lahir pasien: Bantul, …`."""
_SECOND = re.compile(
    r"\s*[,;]?\s*(?:(?:dan|and|lan|sama|serta|sedangkan|sedang|,|;)\s+)?(?:(?:ibu|bapak|ayah|suami|istri|anak|adik|kakak|saya|aku"
    r"|kakek|nenek|pertama|kedua|ketiga|satu|satunya|yang|lahir|tanggal|tgl|nya|my|wife|husband|son|daughter|the|second|first"
    r"|other|mine)\s+){1,4}"
)
"""`ibu lahir 31 Desember 1960 dan bapak 1 Juli 1955`."""


@lru_cache(maxsize=1)
def _date() -> re.Pattern[str]:
    digit = "|".join(personal_words().digits)
    spoken = rf"\b(?:{digit})(?:[\s-](?:{digit}|belas|puluh)\b){{0,2}}"
    said = rf"(?:(?:{digit}|belas|puluh|ratus|ribu|seribu|seratus)\b[\s-]*)"
    return re.compile(
        rf"(?<!\d)(?:\d{{1,2}}{_SIGN}\d{{1,2}}{_SIGN}{_YEAR}|(?:19|20)\d\d{_SIGN}\d{{1,2}}{_SIGN}\d{{1,2}}"
        rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:{_SIGN})?(?:of\s+)?{MONTH}(?![a-z])\.?(?:(?:{_SIGN})?(?:(?:tahun|thn?)\.?\s+)?(?:{_YEAR}|(?:(?:se|dua\s+)ribu|sembilan\s+belas|dua\s+puluh)\s+{said}{{0,6}}))?"
        rf"|(?:(?:tgl|tanggal)\.?\s*)?\d{{1,2}}\s+(?:bulan|bln)\s+(?:\d{{1,2}}|{MONTH}|{said}{{1,2}})\s*(?:(?:tahun|th|thn)\.?\s*)?{_YEAR}"
        rf"|\d{{1,2}}\s?[-/.\s]\s?(?=[xvi]){_ROMAN}\s?[-/.\s]\s?(?:(?:19|20)\d\d|'?\d\d)"
        rf"|(?:(?:th|thn|tahun)\.?\s*)?(?:19|20)\d\d,?\s*(?:bulan|bln)\s*(?:\d{{1,2}}|{MONTH}),?\s*(?:tanggal|tgl)\s*\d{{1,2}}"
        rf"|(?:bulan|bln)\s*(?:\d{{1,2}}|{MONTH}),?\s*(?:tanggal|tgl)\s*\d{{1,2}},?\s*(?:(?:tahun|th|thn)\.?\s*)?(?:19|20)\d\d"
        rf"|{MONTH}\s+(?:(?:tgl|tanggal)\.?\s*)?\d{{1,2}}(?!\d)(?:st|nd|rd|th)?(?:,?\s*(?:(?:tahun|thn?)\.?\s*)?{_YEAR})?|(?<!\d)\d{{8}}|\d{{6}}"
        rf"|\b{said}{{1,4}}(?:{MONTH}|(?:bulan|bln)\.?\s+(?:{said}{{1,3}}|{MONTH}))\s*(?:(?:tahun|thn|th)\.?\s+)?{said}{{0,8}}\d{{0,4}}"
        rf"|(?:{spoken}{_SIGN}(?:\d{{1,2}}|{spoken})|\d{{1,2}}{_SIGN}{spoken}){_SIGN}(?:{_YEAR}|(?:{said}){{2,8}})"
        rf"|\d{{1,2}}{_SIGN}\d{{1,2}}{_SIGN}(?:{said}){{2,8}}"
        rf"|\d(?:[\s.*_/-]{{1,2}}\d){{5}}(?:[\s.*_/-]{{1,2}}\d){{2}}?)(?!\d)"
    )


_WORTH_A_LOOK = (
    "lahir", "lairan", "lahri", "laihr", "lhir", "lahr", "lhr", "ttl", "t.t.l", "born", "birth", "dob", "bday",
    "b'day", "b’day", "d.o.b", "babar", "miyos", "lair", "gumelar", "ultah",
    "ulang t",
)  # fmt: skip


_DAY_WORD_YEAR = re.compile(
    r"(?<!\d)\d{1,2}[\s./-]{1,3}(?P<month>[a-z]{3,10})[\s./-]{1,3}(?:tahun\s+)?(?:19|20)\d\d(?!\d)"
)
_MONTHS = (
    "januari", "februari", "pebruari",
    "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november",
    "nopember", "desember", "january", "february", "march", "may", "june", "july", "august", "october", "december",
)  # fmt: skip


def find(scan: Scan) -> Iterator[Finding]:
    """Every date that somebody was born on."""
    low = scan.low
    if not any(word in low for word in _WORTH_A_LOOK):
        return
    for says in _SAYS.finditer(low):
        is_other = _OTHERWISE.search(low[max(0, says.start() - 26) : says.start()])
        if is_other and not _WRITTEN_THERE.match(low, says.end()):
            continue
        if _MANY.search(low[max(0, says.start() - 24) : says.start()]) and not _FORM.search(says[0]):
            continue
        if _NOT_A_PERSON.match(low, says.end()) and not _FORM.search(says[0]):
            continue
        after = _date().search(low, says.end()) or _mistyped(low, says.end())
        if (
            after
            and after.start() - says.end() <= _REACH
            and not _OTHER_DATE.search(low[says.end() : after.start()])
            and not re.search(r"[!?]", low[says.end() : after.start()])
        ):
            end = after.end()
            while low[end - 1].isspace():
                end -= 1
            yield scan.finding("tanggal lahir", _place(low, says, after.start()), end)
            while second := _SECOND.match(low, end):
                following = _date().match(low, second.end())
                if not following:
                    break
                end = following.end()
                yield scan.finding("tanggal lahir", *following.span())
        else:
            yield from _before(scan, says.start())


def _mistyped(low: str, start: int) -> re.Match[str] | None:
    """`3 Apirl 1990`: a word that is nearly a month, between a day and a year."""
    match = _DAY_WORD_YEAR.search(low, start)
    return match if match and get_close_matches(match["month"], _MONTHS, n=1, cutoff=0.65) else None


def _place(low: str, says: re.Match[str], start: int) -> int:
    """`TTL: Magelang, 12-03-1990`: beside the date the form asks for the place, and it goes too."""
    if not re.search(r"ttl|t\.t\.l|tempat", says[0]):
        return start
    place = re.fullmatch(
        rf"{_OWNER}[\s:=.]*(?P<name>[a-z'’.]+(?:\s[a-z'’.]+){{0,2}})?[\s,/.\-]*", low[says.end() : start]
    )
    return says.end() + place.start("name") if place and place["name"] else start


def _before(scan: Scan, start: int) -> Iterator[Finding]:
    """`17-08-1990 adalah tanggal lahir saya`."""
    from_here = max(0, start - 34)
    *_, last = [None, *_date().finditer(scan.low, from_here, start)]
    if last and re.fullmatch(
        r"[\s,(:=-]*(?:(?:adalah|itu|is|ialah|merupakan|hari|tanggal|tgl|my|date|of|saya|her|his|waktu)[\s,]*)*",
        scan.low[last.end() : start],
    ):
        yield scan.finding("tanggal lahir", last.start(), last.end())
