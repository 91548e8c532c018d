"""The period that a title, a line of its block (`Bulan : Agustus`) or the name of a sheet tells.

A span of months or days is one thing: where it is no half-year, quarter or month (`Februari – Mei 2025`), neither of
its ends is the period, and the figures stop until somebody says which.
"""

import re
from collections.abc import Iterator

from data import odd_periods, periods
from data.layouts.year_so_far import with_its_end
from definitions.fold import visible

_PART = re.compile(r"(?:tri\s?wulan|tri\s?bulan|tw|kuartal|quarter|q|semester|smt|sem|bulan|bln|month)$", re.I)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_MONTHS = "|".join(periods.MONTH_WORDS)
_OF_YEAR = r"(?:(?:tahun(?:\s+anggaran)?|thn|th|t\.?\s?a|of)\.?\s+)?"
_POINT = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?[\s-]+)?(?:bulan\s+)?(?:{_MONTHS})(?!\w)\.?(?:\s+{_OF_YEAR}(?:19|20)\d{{2}})?"
    r"|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2})"
)
_SPAN = re.compile(
    rf"(?<![\w/.-])(?P<first>{_POINT})\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|to|until|through)\s*"
    rf"(?P<last>{_POINT})(?![\w/-])",
    re.I,
)
_DAYS_OF_A_MONTH = re.compile(
    rf"(?<![\w/.-])0?1\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|to)\s*"
    rf"(?P<last>\d{{1,2}}\s+(?:{_MONTHS})\s+(?:19|20)\d{{2}})(?!\d)",
    re.I,
)
_DAY = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})[a-z]*\.?,?\s+\d{{4}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}"
_AS_OF = re.compile(
    rf"(?<!\w)(?:(?P<until>s\.\s?d\.?|s\s?/\s?d|sd|sampai(?:\s+dengan)?|hingga|up\s+to|until)"
    rf"|per|posisi|keadaan|kondisi|situasi|as\s+of|as\s+at)\s+(?:tanggal\s+|tgl\.?\s+)?(?P<day>{_DAY})(?!\d)",
    re.I,
)
_BESIDE_THE_POINT = re.compile(
    rf"(?:nomor|no\.?|number)\s*:?\s*\S+(?:\s+\S+){{0,2}}?\s+(?:tahun|thn|year|of)\s+\d{{4}}"
    rf"|(?:peraturan|perda|perbup|pergub|perwal|permen\w*|keputusan|kepmen\w*|undang-undang|uu|perpres|inpres"
    rf"|regulation|decree|act|law)\b.{{0,80}}?\b(?:19|20)\d{{2}}"
    rf"|(?:dicetak|tanggal\s+cetak|tgl\.?\s+cetak|diunduh|diekspor|dibuat|diperbarui|pembaruan|printed|exported|created"
    rf"|generated|downloaded|updated)\b.*"
    rf"|(?<!\d)(?:{_DAY})(?!\d)",
    re.I,
)
"""A regulation's year, the day of printing and any single day are no period of the figures below them."""
_BRACKETED = re.compile(r"\([^()]*\)")
_LONGEST = 200  # letters of a title that are read
_MOST_WORDS = 7  # of a period
_A_YEAR = 12


def said(text: str) -> Iterator[tuple[str, str]]:
    """period, part and year of a free text; `span` for a span that is no period, `as_of` for the day that it is of."""
    plain = " ".join(re.sub(r"[()\[\]:;_|]+", " ", _year_so_far(visible(text)[:_LONGEST])).split())
    spans = [found[0] for found in _SPAN.finditer(plain)]
    for span in spans:
        plain = plain.replace(span, " ; ")
    spans = [span for span in spans if not _is_of_a_programme(span)]
    yield from _of_spans(spans)
    if (as_of := _AS_OF.search(plain)) and (day := periods.period(as_of["day"].replace(",", ""))):
        yield "as_of", f"{'s.d. ' if as_of['until'] else ''}{day.key}"
    if month := _whole_month(plain):
        yield "period", month
    odd = _odd(plain)
    plain = without_asides(plain)
    if not spans and (found := odd or _longest(plain.split())):
        yield found
    years = {year for piece in (plain, *spans) for year in _YEAR.findall(piece)}
    if len(years) == 1:
        yield "year", years.pop()


def _year_so_far(text: str) -> str:
    """With the end of the told part of its only year beside that year, where only a part is told."""
    plain = _BESIDE_THE_POINT.sub(" ; ", text)
    written = with_its_end(plain, of_days=False)  # a day may be that of printing
    return text if written == plain else written


def without_asides(text: str) -> str:
    """A title without what is beside the point: the year of a regulation, the day of printing, single days."""
    return _BESIDE_THE_POINT.sub(" ; ", text)


def keyed(head: str, value: str) -> Iterator[tuple[str, str]]:
    """What stands behind `Bulan :`, `Triwulan :` or `Periode :`: also `Agustus` and `III (tiga)`, whose year is told
    elsewhere."""
    told = list(said(value))
    bare = " ".join(_BRACKETED.sub(" ", visible(value)).split())
    if not {"period", "part", "span"} & {key for key, _ in told}:
        part = next((each for each in (bare, f"{head.strip()} {bare}") if periods.part(each)), None)
        told += [("part", part)] if part else []
        day = periods.period(bare.rpartition(", ")[2])  # `Rabu, 12 Februari 2025`
        told += [("as_of", day.key)] if day and day.kind == "day" else []
    yield from told


def _of_spans(spans: list[str]) -> Iterator[tuple[str, str]]:
    if len(set(spans)) > 1:
        yield "span", spans[0]
        return
    for span in spans[:1]:
        read = periods.period(span)
        key = "period" if read and read.kind != "day" else "part" if periods.part(span) else "span"
        yield key, span


def _whole_month(plain: str) -> str | None:
    """`1 – 31 Juli 2025`."""
    found = _DAYS_OF_A_MONTH.search(plain)
    last = periods.period(found["last"]) if found else None
    month = periods.part_of_year(last.start.year, "month", last.start.month) if last else None
    return month.key if last and month and month.end == last.end else None


def _is_of_a_programme(span: str) -> bool:
    """From Juli 2023 to Juni 2026 no report is; so long lasts a programme."""
    found = _SPAN.match(span)
    ends = [periods.period(found[name]) for name in ("first", "last")] if found else []
    if len(ends) != 2 or not all(ends):
        return False
    first, last = (end.start.year * _A_YEAR + end.start.month for end in ends if end)
    return last - first >= _A_YEAR


def _odd(plain: str) -> tuple[str, str] | None:
    """A week, and four months: figures of theirs are asked about, and are not the month's or the year's."""
    is_odd = odd_periods.week_ends_on(plain) or odd_periods.four_months_end_in(plain)
    return ("period", plain) if is_odd else None


def _longest(words: list[str]) -> tuple[str, str] | None:
    cleaned = [word.strip(",;()") for word in words]
    for length in range(min(_MOST_WORDS, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            window = " ".join(cleaned[start : start + length])
            read = periods.period(periods.to_date(window) or window)
            if read and read.kind not in ("year", "day"):
                return "period", window
    for start in range(len(words) - 1):
        window = " ".join(cleaned[start : start + 2])
        if _PART.match(cleaned[start]) and periods.part(window):
            return "part", window
    return None
