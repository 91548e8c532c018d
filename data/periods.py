"""Periods as people write them: 2025 · 2025-S1 · TW III 2025 · Juli 2025 · 31/12/2025."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from definitions.fold import visible

MONTHS_IN = {"year": 12, "half": 6, "quarter": 3, "month": 1}

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january", "feb februari february peb pebruari", "mar maret march mrt", "apr april",
            "mei may", "jun juni june", "jul juli july", "agu agustus august aug agt agust ags",
            "sep september sept", "okt oktober october oct", "nov november nop nopember", "des desember december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH_WORDS = tuple(sorted(_MONTHS, key=len, reverse=True))
_ORDINALS = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_GAP = r"[\s./_,-]*"
_FISCAL = r"(?:t\.?\s?a\.?|tahun(?:\s+anggaran)?|fy|year|th\.?)?"
_QUARTER = r"(?:q|k|tw|triwulan|tri\s?wulan|kuartal|quarter)"
_HALF = r"(?:s|h|sem|smt|semester|half)"
_MONTH = "(?P<month>" + "|".join(MONTH_WORDS) + ")"

_CLOCK = r"(?:[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?)?"  # of a form's time of sending

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
        ("month", rf"(?:bulan\s+)?{_MONTH}{_GAP}{_YEAR}"),
        ("month", rf"{_YEAR}{_GAP}{_MONTH}"),
        ("day", rf"{_YEAR}[-/.](?P<number>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_CLOCK}"),
        ("day", rf"(?P<day>\d{{1,2}})[-/.\s](?P<number>\d{{1,2}})[-/.\s]{_YEAR}"),
        ("day", rf"(?P<day>\d{{1,2}}){_GAP}{_MONTH}{_GAP}{_YEAR}"),
        ("day", rf"{_MONTH}{_GAP}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}"),
    )
)
_LAST_MONTH = _MONTH.replace("?P<month>", "?P<last>")
_SPAN = r"\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|to|until)\s*"
_RANGE = re.compile(rf"^{_MONTH}{_SPAN}{_LAST_MONTH}{_GAP}{_YEAR}$")
_DAYS = re.compile(rf"^(?P<first>.+?\d{{4}}){_SPAN}(?P<last>.+?\d{{4}})$")  # 1 Jan 2016 - 31 Mar 2016
_BRACKETS = re.compile(r"[()\[\]]")  # TW I (2025)
_TO_DATE = re.compile(
    r"^(?:s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|up\s+to|to\s+date"
    r"|kumulatif(?:\s+s\.?\s?/?\s?d\.?)?|cumulative(?:\s+to)?)\s+"
)
# two digits mean a year only behind FY or a month's name with a hyphen: a bare 25 may be a day or a count
_SHORT_YEAR = re.compile(rf"^(?P<head>.*\b(?:fy|f\.y\.)\s*'?|{_MONTH}\s?[-'’]\s?)(?P<short>\d{{2}})$")
_FISCAL_YEAR = re.compile(r"\b(?:fy|f\.y\.)\s*'?\d{2}(?:\d{2})?$")
_PARTIAL = (
    ("quarter", re.compile(rf"^{_QUARTER}{_GAP}(?:ke{_GAP})?(?P<part>[1-4]|iv|i{{1,3}})$")),
    ("half", re.compile(rf"^{_HALF}{_GAP}(?:ke{_GAP})?(?P<part>[12]|i{{1,2}})$")),
    ("month", re.compile(rf"^(?:bulan\s+)?{_MONTH}\.?$")),
)
_BARE_RANGE = re.compile(rf"^{_MONTH}{_SPAN}{_LAST_MONTH}$")


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


def period(text: str) -> Period | None:
    """The period written in `text`, else None. Day comes before month, as in Indonesia; FY25 is read as 2025."""
    return _read(visible(text).casefold())


def part(text: str) -> Part | None:
    """The part of a year in a text without a year, else None."""
    written = " ".join(visible(text).casefold().split())
    for kind, pattern in _PARTIAL:
        if found := pattern.match(written):
            given = found.groupdict()
            return Part(kind, _ORDINALS[given["part"]] if given.get("part") else _MONTHS[given["month"]])
    if spanned := _BARE_RANGE.match(written):
        return _span(_MONTHS[spanned["month"]], _MONTHS[spanned["last"]])
    return None


def to_date(text: str) -> str | None:
    """What follows the `s.d.` of `s.d. TW II 2025`; None for a text without it."""
    written = visible(text)
    found = _TO_DATE.match(written.casefold())
    return written[found.end() :].strip() if found else None


def is_fiscal(text: str) -> bool:
    """True where a text counts in donors' fiscal years (`Q3 FY25`), which need not begin in January."""
    return bool(_FISCAL_YEAR.search(visible(text).casefold()))


def is_running_total(text: str) -> bool:
    """True for `s.d. TW II 2025`: a figure from the start to that period, not of that period."""
    return bool(_TO_DATE.match(visible(text).casefold()))


@lru_cache(maxsize=4096)
def _read(text: str) -> Period | None:
    text = _long_year(" ".join(_BRACKETS.sub(" ", text).split()))
    for kind, pattern in _PATTERNS:
        found = pattern.match(text)
        if found:
            return _period_of(kind, found.groupdict())
    if spanned := _RANGE.match(text):
        return _months_spanned(spanned)
    days = _DAYS.match(text)
    first, last = (_read(days["first"]), _read(days["last"])) if days else (None, None)
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
    """`q3 fy25` → `q3 fy2025`, `mar-25` → `mar-2025`."""
    found = _SHORT_YEAR.match(text)
    return f"{found['head'].replace(chr(39), ' ').replace('’', ' ')}20{found['short']}" if found else text


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
