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
_ORDINALS = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_GAP = r"[\s./_,-]*"
_FISCAL = r"(?:t\.?\s?a\.?|tahun(?:\s+anggaran)?|fy|year|th\.?)?"
_QUARTER = r"(?:q|k|tw|triwulan|tri\s?wulan|kuartal|quarter)"
_HALF = r"(?:s|h|sem|smt|semester|half)"
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + ")"

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
        ("day", rf"{_YEAR}[-/.](?P<number>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?:[ t]00:00(?::00)?)?"),
        ("day", rf"(?P<day>\d{{1,2}})[-/.\s](?P<number>\d{{1,2}})[-/.\s]{_YEAR}"),
        ("day", rf"(?P<day>\d{{1,2}}){_GAP}{_MONTH}{_GAP}{_YEAR}"),
    )
)
_LAST_MONTH = _MONTH.replace("?P<month>", "?P<last>")
_RANGE = re.compile(rf"^{_MONTH}\s*(?:-|–|—|s/d|sd|sampai|to)\s*{_LAST_MONTH}{_GAP}{_YEAR}$")
_TO_DATE = re.compile(r"^(?:s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|up\s+to|to\s+date)\s+")


@dataclass(frozen=True)
class Period:
    """A span of days, first and last included. `key` is the stored form, for example 2025-Q3."""

    key: str
    kind: str
    start: date
    end: date


def period(text: str) -> Period | None:
    """The period written in `text`, else None. Day comes before month, as in Indonesia."""
    return _read(visible(text).casefold())


def is_running_total(text: str) -> bool:
    """True for `s.d. TW II 2025`: a figure from the start to that period, not of that period."""
    return bool(_TO_DATE.match(visible(text).casefold()))


@lru_cache(maxsize=4096)
def _read(text: str) -> Period | None:
    for kind, pattern in _PATTERNS:
        found = pattern.match(text)
        if found:
            return _period_of(kind, found.groupdict())
    spanned = _RANGE.match(text)
    return _months_spanned(spanned) if spanned else None


def _period_of(kind: str, parts: dict[str, str | None]) -> Period | None:
    year = int(parts["year"] or 0)
    if kind in ("day", "month"):
        month = int(parts["number"]) if parts.get("number") else _MONTHS[str(parts["month"])]
        return day(year, month, int(parts["day"] or 0)) if kind == "day" else part_of_year(year, "month", month)
    return part_of_year(year, kind, _ORDINALS[parts["part"]] if parts.get("part") else 1)


def _months_spanned(found: re.Match[str]) -> Period | None:
    first, last, year = _MONTHS[found["month"]], _MONTHS[found["last"]], int(found["year"])
    for kind, months in MONTHS_IN.items():
        if last - first + 1 == months and (first - 1) % months == 0:
            return part_of_year(year, kind, (first - 1) // months + 1)
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
