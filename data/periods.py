"""Periods as people write them: 2025 · 2025-S1 · TW III 2025 · Juli 2025 · 31/12/2025."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from definitions.fold import visible

MONTHS_IN = {"year": 12, "half": 6, "quarter": 3, "month": 1}

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january", "feb februari february peb pebruari", "mar maret march mrt", "apr april",
            "mei may", "jun juni june", "jul juli july", "agu agustus august aug agt agust ags agst agus agts",
            "sep september sept", "okt oktober october oct", "nov november nop nopember", "des desember december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH_WORDS = tuple(sorted(_MONTHS, key=len, reverse=True))


def month_named(word: str) -> int | None:
    """The number of a month: `Peb` → 2."""
    return _MONTHS.get(word.casefold())


_ORDINALS = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_SPELLED = {
    word: number
    for number, words in enumerate(
        ("pertama kesatu satu first 1st", "kedua dua second 2nd", "ketiga tiga third 3rd", "keempat empat fourth 4th"),
        start=1,
    )
    for word in words.split()
}
_SPELLED_AFTER = re.compile(
    rf"\b(triwulan|tri\s?wulan|tw|kuartal|semester|smt)[\s-]+(?:yang\s+)?({'|'.join(_SPELLED)})(?![\w-])"
)
_SPELLED_BEFORE = re.compile(rf"\b({'|'.join(_SPELLED)})[\s-]+(quarter|half|semester)\b")
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_GAP = r"[\s./_,-]*"
_OF_YEAR = r"(?:tahun(?:\s+anggaran)?|thn|th|t\.?\s?a)?"
"""Behind a month: `Agustus Tahun 2025`, `Januari – Juni TA 2025`."""
_FISCAL = r"(?:t\.?\s?a\.?|tahun(?:\s+anggaran)?|fy|year|th\.?)?"
# K4 is no quarter: midwives count first (K1) and fourth visits (K4)
_QUARTER = r"(?:q|qtr|tw|triwulan|tri\s?wulan|tri\s?bulan|kuartal|quarter)"
_HALF = r"(?:s|h|sem|smt|semester|half)"
_MONTH = "(?P<month>" + "|".join(MONTH_WORDS) + ")"

_CLOCK = (
    r"(?:[ t]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:\s?[ap]m)?"
    r"(?:z|[+-]\d{2}:?\d{2}|\s?(?:gmt|utc)(?:[+-]\d{1,2}(?::?\d{2})?)?|\s?wi(?:b|ta|t))?)?"
)
"""The time of day at which a form was sent."""

_PATTERNS = tuple(
    (kind, re.compile(f"^{pattern}$"))
    for kind, pattern in (
        ("year", rf"{_FISCAL}\s*{_YEAR}(?:\.0+)?"),
        ("quarter", rf"{_YEAR}{_GAP}{_QUARTER}{_GAP}(?P<part>[1-4]|iv|i{{1,3}})"),
        ("quarter", rf"{_QUARTER}{_GAP}(?:ke{_GAP})?(?P<part>[1-4]|iv|i{{1,3}}){_GAP}{_FISCAL}{_GAP}{_YEAR}"),
        ("half", rf"{_YEAR}{_GAP}{_HALF}{_GAP}(?P<part>[12]|i{{1,2}})"),
        ("half", rf"{_HALF}{_GAP}(?:ke{_GAP})?(?P<part>[12]|i{{1,2}}){_GAP}{_FISCAL}{_GAP}{_YEAR}"),
        ("month", rf"{_YEAR}[-/.\s]?(?P<number>0[1-9]|1[0-2])"),
        ("month", rf"(?P<number>0?[1-9]|1[0-2])[-/.\s]{_YEAR}"),
        ("month", rf"(?:(?:bulan|bln)\s+)?{_MONTH}{_GAP}{_OF_YEAR}{_GAP}{_YEAR}"),
        ("month", rf"{_YEAR}{_GAP}{_MONTH}"),
        ("month", rf"{_YEAR}\s?m(?P<number>0[1-9]|1[0-2])"),
        ("day", rf"{_YEAR}[-/.](?P<number>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_CLOCK}"),
        ("day", rf"(?P<day>\d{{1,2}})[-/.\s](?P<number>\d{{1,2}})[-/.\s]{_YEAR}{_CLOCK}"),
        ("day", rf"(?P<day>\d{{1,2}}){_GAP}{_MONTH}{_GAP}{_YEAR}"),
        ("day", rf"{_MONTH}{_GAP}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}"),
    )
)
_SCHOOL_YEAR = (
    r"(?:(?:t\.?\s?[ap]\.?|tahun\s+(?:ajaran|pelajaran|akademik)|school\s+year|academic\s+year)\s*:?\s*)?"
    r"(?P<first>(?:19|20)\d{2})\s?[/–-]\s?(?P<last>(?:(?:19|20)\d{2}|\d{2}))(?!\d)"
)
_SCHOOL_HALF = r"(?:(?:semester|smt|sem)\.?\s*)(?P<name>ganjil|gasal|genap|odd|even)"
_SCHOOL = tuple(
    re.compile(rf"(?<!\w){one}[\s,()/–-]*{other}")
    for one, other in ((_SCHOOL_HALF, _SCHOOL_YEAR), (_SCHOOL_YEAR, _SCHOOL_HALF))
)
_LAST_MONTH = _MONTH.replace("?P<month>", "?P<last>")
_SPAN = r"\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|to|until)\s*"
_RANGE = re.compile(
    rf"^(?:(?:bulan|bln)\s+)?{_MONTH}{_SPAN}(?:(?:bulan|bln)\s+)?{_LAST_MONTH}{_GAP}{_OF_YEAR}{_GAP}{_YEAR}$"
)
_DAYS_OF_A_YEAR = re.compile(rf"^(?P<first>\d{{1,2}}{_GAP}{_MONTH}){_SPAN}(?P<last>\d{{1,2}}\D+\d{{4}})$")
_DAYS = re.compile(rf"^(?P<first>.+?\d{{4}}){_SPAN}(?P<last>.+?\d{{4}})$")  # 1 Jan 2016 - 31 Mar 2016
_STAGE = rf"(?:{_QUARTER}|{_HALF}|year|y|yr|tahun|thn|periode?|month|bulan|masa|tahap|termin|phase|stage)"
_NAMED_SPAN = re.compile(
    rf"^{_STAGE}{_GAP}(?:ke{_GAP})?(?:\d{{1,2}}|i{{1,3}}|iv)"
    rf"[\s:,–—-]+(?P<span>(?:\d{{1,2}}{_GAP})?{_MONTH.replace('?P<month>', '?:')}.*)$"
)
"""`Q1 (Jan - Mar 2025)`, `Year 1 (01 Jan 2025 - 31 Dec 2025)`: the dates behind a name say what it means."""
_BRACKETS = re.compile(r"[()\[\]]")  # TW I (2025)
_TO_DATE = re.compile(
    r"^(?:s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|up\s+to|to\s+date"
    r"|kumulatif(?:\s+s\.?\s?/?\s?d\.?)?|cumulative(?:\s+to)?)\s+"
)
# two digits mean a year only behind FY or a month's name with a hyphen: a bare 25 may be a day or a count
_SHORT_YEAR = re.compile(
    rf"^(?P<head>.*\b(?:fy|f\.y\.)\s*'?|(?:\d{{1,2}}{_GAP})?{_MONTH}\s?[-'’]\s?)(?P<short>\d{{2}})$"
)
_SHORT_RANGE = re.compile(
    rf"^(?P<head>{_MONTH}{_SPAN}{_LAST_MONTH}|(?:q|tw|triwulan|tri\s?wulan|kuartal|quarter){_GAP}(?:[1-4]|iv|i{{1,3}}))"
    rf"[\s'’/-]+(?P<short>\d{{2}})$"
)
"""`jan-mar 24`, `tw i 24`: behind these two digits are no day."""
_CENTURIES = (("70", "19"), ("50", None))  # of two digits, the highest first
_FISCAL_YEAR = re.compile(r"\b(?:fy|f\.y\.)\s*'?\d{2}(?:\d{2})?$")
_FISCAL_ANYWHERE = re.compile(r"(?<!\w)(?:fy|f\.y\.|fiscal\s+year)\s*'?\d{2}(?:\d{2})?(?!\d)")
_MONTH_FIRST = re.compile(rf"^(\d{{1,2}})[-/.](\d{{1,2}})[-/.]((?:19|20)\d{{2}}){_CLOCK}$")
_TWO_DIGITS = re.compile(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})$")
_SEEMING = re.compile(
    rf"(?<!\w)(?:{_MONTH.replace('?P<month>', '?:')})(?!\w)"
    r"|(?<!\d)(?:19|20)\d{2}\s?[-/–]\s?(?:(?:19|20)\d{2}|\d{2})(?!\d)"
    r"|(?<!\d)(?:19|20)\d{2}\W+(?:ytd|year to date|to date|so far|(?!12)\d{1,2}\s?(?:bulan|bln|months?))(?!\w)"
    r"|(?<!\w)(?:tahun|thn|th|year|bulan|month|minggu|pekan|week|periode|period|triwulan|tri\s?wulan|tw|kuartal|quarter|q"
    r"|semester|smt|catur\s?wulan|cawu|wk|w(?=\s?\d))\.?\s?(?:ke)?[\s-]*(?:\d{1,2}|i{1,3}|iv|v|vi{1,3})(?!\w)"
)
_MONTH_AND_TWO = re.compile(rf"^{_MONTH}\s+(?P<short>[12]\d)$")
_PARTIAL = (
    ("quarter", re.compile(rf"^{_QUARTER}{_GAP}(?:ke{_GAP})?(?P<part>[1-4]|iv|i{{1,3}})$")),
    ("half", re.compile(rf"^{_HALF}{_GAP}(?:ke{_GAP})?(?P<part>[12]|i{{1,2}})$")),
    ("month", re.compile(rf"^(?:(?:bulan|bln)\s+)?{_MONTH}\.?$")),
    ("month", re.compile(r"^(?:bulan|month)\s*(?:ke[\s-]*)?(?P<part>0?[1-9]|1[0-2])$")),
)
_SPANS: dict[str | None, tuple[str, ...]] = {
    "month": ("bulan", "bln", "month"),
    "quarter": ("triwulan", "tri wulan", "tw", "kuartal", "quarter"),
    "half": ("semester", "smt"),
    "year": ("tahun", "thn", "th", "year"),
    None: ("periode", "period", "masa"),
}
_STEPS = {
    -1: "lalu|sebelumnya|sebelum|kemarin|last|previous|prior|preceding",
    0: "ini|berjalan|sekarang|this|current",
    1: "depan|berikutnya|berikut|mendatang|yang akan datang|next|coming",
}
_SPAN_OF = f"(?P<kind>{'|'.join(word for words in _SPANS.values() for word in words)})"
_STEP = f"(?P<step>{'|'.join(_STEPS.values())})"
_SHIFTS = tuple(re.compile(rf"^{pattern}$") for pattern in (rf"{_SPAN_OF}\s+{_STEP}", rf"{_STEP}\s+{_SPAN_OF}"))
_BARE_RANGE = re.compile(
    rf"^(?:{_STAGE}{_GAP}(?:ke{_GAP})?(?:\d{{1,2}}|i{{1,3}}|iv)[\s:,–—-]+)?(?:(?:bulan|bln)\s+)?{_MONTH}{_SPAN}{_LAST_MONTH}$"
)
"""`Jan – Mar`, also behind the name of a stage: `Tahap I (Jan – Mar)`."""


@dataclass(frozen=True)
class Period:
    """A span of days, first and last included. `key` is the stored form, for example 2025-Q3."""

    key: str
    kind: str
    start: date
    end: date


@dataclass(frozen=True)
class Part:
    """A part of a year that does not say of which: `TW III`, `Maret`, `Semester I`."""

    kind: str
    number: int

    def of(self, year: int) -> Period:
        """The period of that year."""
        return part_of_year(year, self.kind, self.number)

    @property
    def text(self) -> str:
        """As `part` reads it."""
        if self.kind == "month":
            return next(name for name, number in _MONTHS.items() if number == self.number)
        return f"{'TW' if self.kind == 'quarter' else 'Semester'} {self.number}"


@dataclass(frozen=True)
class Shift:
    """A period beside that of the report: of which kind (None: of the report's own) and how many steps from it."""

    kind: str | None
    steps: int


def period(text: str) -> Period | None:
    """The period written in `text`, else None. Day comes before month, as in Indonesia; FY25 is read as 2025."""
    return _read(visible(text).casefold())


def school_half(text: str) -> Period | None:
    """The half-year of `Semester Ganjil 2024/2025`, anywhere in a text: schools begin in July, so that the odd one is
    July to December 2024 and the even one January to June 2025."""
    written = " ".join(visible(text).casefold().split())
    found = next((found for pattern in _SCHOOL if (found := pattern.search(written))), None)
    if found is None or int(found["last"]) % 100 != (int(found["first"]) + 1) % 100:
        return None
    is_odd = found["name"] not in ("genap", "even")
    return part_of_year(int(found["first"]) + (not is_odd), "half", 2 if is_odd else 1)


def part(text: str) -> Part | None:
    """The part of a year in a text without a year, else None."""
    written = _in_figures(" ".join(_BRACKETS.sub(" ", visible(text).casefold()).split()))
    for kind, pattern in _PARTIAL:
        if found := pattern.match(written):
            given = found.groupdict()
            number = given.get("part") or ""
            return Part(kind, _ORDINALS.get(number) or (int(number) if number else _MONTHS[given["month"]]))
    if spanned := _BARE_RANGE.match(written):
        return _span(_MONTHS[spanned["month"]], _MONTHS[spanned["last"]])
    return None


def to_date(text: str) -> str | None:
    """What follows the `s.d.` of `s.d. TW II 2025`; None for a text without it."""
    written = visible(text)
    found = _TO_DATE.match(written.casefold())
    return written[found.end() :].strip() if found else None


def shift(text: str) -> Shift | None:
    """What a text says in relation to the period of its report: `bulan lalu` → one month before it; else None."""
    written = " ".join(visible(text).casefold().split())
    for pattern in _SHIFTS:
        if found := pattern.match(written):
            steps = next(number for number, words in _STEPS.items() if found["step"] in words.split("|"))
            return Shift(next((kind for kind, words in _SPANS.items() if found["kind"] in words), None), steps)
    return None


def shifted(told: Period, by: Shift) -> Period | None:
    """The period that lies so many steps from a told one; None where the told one is longer than a step, and so may
    hold several of them, and where nobody says how long a step is (`periode lalu` of a day)."""
    kind = by.kind or told.kind
    if not by.kind and not by.steps:
        return told
    if kind not in MONTHS_IN or MONTHS_IN[kind] < MONTHS_IN.get(told.kind, 0 if told.kind == "day" else 99):
        return None
    months = MONTHS_IN[kind]
    at = (told.start.year * 12 + told.start.month - 1) // months + by.steps
    return part_of_year(at * months // 12, kind, at * months % 12 // months + 1)


def is_fiscal(text: str) -> bool:
    """True where a text counts in donors' fiscal years (`Q3 FY25`), which need not begin in January."""
    return bool(_FISCAL_YEAR.search(visible(text).casefold()))


def says_fiscal(text: str) -> bool:
    """True where `FY24 Target` counts in donors' fiscal years, wherever in a header."""
    return bool(_FISCAL_ANYWHERE.search(visible(text).casefold()))


def month_first(text: str) -> Period | None:
    """The day of `1/31/2024`, which only has a meaning with the month before the day; else None."""
    found = _MONTH_FIRST.match(visible(text).casefold())
    month, number, year = map(int, found.groups()) if found else (0, 0, 0)
    return day(year, month, number) if 1 <= month <= 12 < number else None


def months_lead(texts: Iterable[str]) -> str | None:
    """The text that proves `3/14/2024` to be the way of a whole column, the month first; None where none does, or
    where another can only be read with the day first."""
    written = [found for text in texts if (found := _MONTH_FIRST.match(visible(text).casefold()))]
    if any(int(found[1]) > MONTHS_IN["year"] for found in written):
        return None
    return next((found[0] for found in written if int(found[2]) > MONTHS_IN["year"]), None)


def led_by_month(text: str) -> Period | None:
    """The day of a date in figures with the month before the day; None for any other text."""
    found = _MONTH_FIRST.match(visible(text).casefold())
    return day(int(found[3]), int(found[1]), int(found[2])) if found else None


def seems(text: str) -> bool:
    """Whether a text that `period` does not understand is likely one: `2023/24`, `Minggu 2 Jan`, `Catur Wulan I`."""
    return bool(_SEEMING.search(" ".join(visible(text).casefold().split())))


def likely(text: str) -> Period | None:
    """What such a text most likely means: `Agustus 24` is August 2024, and hardly a day. To be asked about."""
    written = " ".join(visible(text).casefold().split())
    found = _MONTH_AND_TWO.match(written)
    return _read(f"{found['month']} 20{found['short']}") if found else None


def likely_day(text: str) -> Period | None:
    """What `30.06.25` most likely means, day first and of this century; to be asked about."""
    found = _TWO_DIGITS.match(visible(text))
    number, month, short = map(int, found.groups()) if found else (0, 0, 0)
    return day(2000 + short, month, number) if found else None


@lru_cache(maxsize=4096)
def _read(text: str) -> Period | None:
    if any(pattern.fullmatch(text) for pattern in _SCHOOL):
        return school_half(text)
    text = _long_year(_in_figures(" ".join(_BRACKETS.sub(" ", text).split())))
    for kind, pattern in _PATTERNS:
        found = pattern.match(text)
        if found:
            return _period_of(kind, found.groupdict())
    if spanned := _RANGE.match(text):
        return _months_spanned(spanned)
    if (named := _NAMED_SPAN.match(text)) and (meant := _read(named["span"])) and meant.kind != "day":
        is_span = _RANGE.match(named["span"]) or _DAYS.match(named["span"]) or _DAYS_OF_A_YEAR.match(named["span"])
        return meant if is_span else None
    days = _DAYS.match(text)
    first, last = (_read(days["first"]), _read(days["last"])) if days else (None, None)
    if found := _DAYS_OF_A_YEAR.match(text):
        first, last = _read(f"{found['first']} {found['last'][-4:]}"), _read(found["last"])
    return between(first.start, last.end) if first and last else None


def between(first: date, last: date) -> Period | None:
    """The year, half, quarter or month that begins and ends on these days, else None."""
    for kind, months in MONTHS_IN.items():
        found = part_of_year(first.year, kind, (first.month - 1) // months + 1)
        if (found.start, found.end) == (first, last):
            return found
    return None


def _period_of(kind: str, parts: dict[str, str | None]) -> Period | None:
    year = int(parts["year"] or 0)
    if kind in ("day", "month"):
        month = int(parts["number"]) if parts.get("number") else _MONTHS[str(parts["month"])]
        return day(year, month, int(parts["day"] or 0)) if kind == "day" else part_of_year(year, "month", month)
    return part_of_year(year, kind, _ORDINALS[parts["part"]] if parts.get("part") else 1)


def _long_year(text: str) -> str:
    """`q3 fy25` → `q3 fy2025`, `mar-25` → `mar-2025`, `des-98` → `des-1998`; 50 to 69 may be of either century."""
    found = _SHORT_YEAR.match(text) or _SHORT_RANGE.match(text)
    century = None if found is None else next((before for least, before in _CENTURIES if found["short"] >= least), "20")
    return f"{found['head'].replace(chr(39), ' ').replace('’', ' ')} {century}{found['short']}" if century else text


def _in_figures(text: str) -> str:
    """`triwulan ketiga 2025` → `triwulan 3 2025`, `second quarter` → `quarter 2`."""
    text = _SPELLED_AFTER.sub(lambda found: f"{found[1]} {_SPELLED[found[2]]}", text)
    return _SPELLED_BEFORE.sub(lambda found: f"{found[2]} {_SPELLED[found[1]]}", text)


def _months_spanned(found: re.Match[str]) -> Period | None:
    spanned = _span(_MONTHS[found["month"]], _MONTHS[found["last"]])
    return spanned and spanned.of(int(found["year"]))


def _span(first: int, last: int) -> Part | None:
    for kind, months in MONTHS_IN.items():
        if last - first + 1 == months and (first - 1) % months == 0:
            return Part(kind, (first - 1) // months + 1)
    return None


def part_of_year(year: int, kind: str, number: int) -> Period:
    """The `number`-th half, quarter or month of `year`; the year itself for kind `year`."""
    months = MONTHS_IN[kind]
    first, last = (number - 1) * months + 1, number * months
    endings = {"year": "", "half": f"-S{number}", "quarter": f"-Q{number}", "month": f"-{number:02d}"}
    last_day = date(year, last, calendar.monthrange(year, last)[1])
    return Period(f"{year}{endings[kind]}", kind, date(year, first, 1), last_day)


def day(year: int, month: int, number: int) -> Period | None:
    """The period of a single day, else None when the calendar has no such day."""
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return Period(found.isoformat(), "day", found, found)


def last_quarter(today: date) -> Period:
    """The newest quarter that has ended; one that ends today has, as everywhere a day is over at its end."""
    after = today + timedelta(days=1)
    quarter = (after.month - 1) // 3
    return part_of_year(after.year, "quarter", quarter) if quarter else part_of_year(after.year - 1, "quarter", 4)
