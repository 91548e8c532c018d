"""Periods that people write and that are none of ours: years over two calendar years, weeks, four months."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from data import periods
from definitions.fold import visible

_YEAR = r"(?P<year>(?:19|20)\d{2})"
_TWO_YEARS = re.compile(r"(?<!\d)(?P<first>(?:19|20)\d{2})\s?[/–—-]\s?(?P<last>(?:19|20)\d{2}|\d{2})(?![\d/])")
_DATED = rf"(?<!\w)(?:{'|'.join(periods.MONTH_WORDS)})\.?\s+(?:19|20)\d{{2}}(?!\d)"
_TWELVE_MONTHS = re.compile(
    rf"(?P<first>{_DATED})\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|to|until)\s*(?P<last>{_DATED})", re.I
)
_WEEK = r"(?<!\w)(?:w|wk|week|minggu|mgg|mg|pekan)\.?\s*(?:ke)?[\s-]*(?P<week>\d{1,2}|i{1,3}|iv|v)(?!\w)"
_MONTH = rf"(?P<month>{'|'.join(periods.MONTH_WORDS)})"
_WEEK_OF_MONTH = re.compile(rf"{_WEEK}[\s,/–-]*(?:bulan\s+|of\s+)?{_MONTH}\.?[\s,/–-]*{_YEAR}(?!\d)")
_MONTH_YEAR_WEEK = re.compile(rf"(?<!\w){_MONTH}\.?[\s,/–-]*{_YEAR}[\s,/–-]*{_WEEK}")
_MONTH_WEEK_YEAR = re.compile(rf"(?<!\w){_MONTH}\.?[\s,/–-]*{_WEEK}[\s,/–-]*{_YEAR}(?!\d)")
_OF_MONTH = (_WEEK_OF_MONTH, _MONTH_YEAR_WEEK, _MONTH_WEEK_YEAR)
_WEEK_OF_YEAR = re.compile(rf"{_WEEK}[\s,/–-]*(?:tahun|thn|th\.?|of)?\s*{_YEAR}(?!\d)")
_YEAR_AND_WEEK = re.compile(rf"(?<!\d){_YEAR}[\s,/–-]*{_WEEK}")
_FOUR_MONTHS = re.compile(
    rf"(?<!\w)(?:catur\s?wulan|cawu)\.?\s*(?:ke)?[\s-]*(?P<part>[1-3]|i{{1,3}})[\s,/–-]*(?:ta\.?|tahun)?\s*"
    rf"{_YEAR}(?!\d)"
)
_FIRST_MONTHS = re.compile(rf"(?<!\d){_YEAR}\W+(?P<count>\d{{1,2}})\s?(?:bulan|bln|months?)(?!\w)")
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_SCHOOL = r"(?:tahun|thn\.?|th\.?)?\s*(?:ajaran|pelajaran|akademik)"
_SCHOOL_HALF = re.compile(
    rf"\b(?:semester|smt)\.?\s+(?:(?P<name>genap|ganjil|gasal)(?:\s+{_SCHOOL}|\s+t\.?\s?a\.?)?|(?P<number>1|2|i|ii)\s+{_SCHOOL})"
    r"\s*:?\s*(?P<first>(?:19|20)\d{2})\s?[/–-]\s?(?:(?:19|20)\d{2}|\d{2})(?!\d)",
    re.I,
)
_LAST_MONTH = 12


@dataclass(frozen=True)
class TwoYears:
    """A year that begins in one calendar year and ends in the next, and the text with either in its place."""

    text: str
    first: int
    as_first: str
    as_last: str


def two_years(text: str) -> TwoYears | None:
    """`TA 2024/2025`, `FY 2024/25`; None of `2024-05`, which is a month, and of years that do not follow each other."""
    plain = visible(text)
    for found in _TWO_YEARS.finditer(plain):
        first, last = int(found["first"]), int(found["last"])
        is_month = len(found["last"]) == 2 and 1 <= last <= _LAST_MONTH
        if not is_month and last in (first + 1, (first + 1) % 100):
            head, tail = plain[: found.start()], plain[found.end() :]
            return TwoYears(plain, first, f"{head}{first}{tail}", f"{head}{first + 1}{tail}")
    found = _TWELVE_MONTHS.search(plain)
    return _of_months(plain, found) if found else None


def _of_months(plain: str, found: re.Match[str]) -> TwoYears | None:
    """`Juli 2024 – Juni 2025`: twelve months over two years."""
    first, last = (periods.period(found[name]) for name in ("first", "last"))
    if not first or not last or (last.end + timedelta(1)) != first.start.replace(year=first.start.year + 1):
        return None
    head, tail, year = plain[: found.start()], plain[found.end() :], first.start.year
    return TwoYears(plain, year, f"{head}{year}{tail}", f"{head}{year + 1}{tail}")


def without_school_halves(text: str) -> str:
    """`Semester Genap 2024/2025` as what it is, the first half of 2025; in a school year the first semester is the
    second half of the calendar year."""
    found = _SCHOOL_HALF.search(text)
    if not found or not two_years(text):
        return text
    is_first = (found["name"] or found["number"]).casefold() in ("ganjil", "gasal", "1", "i")
    half = f"Semester 2 {found['first']}" if is_first else f"Semester 1 {int(found['first']) + 1}"
    return text[: found.start()] + half + text[found.end() :]


def week_ends_on(text: str) -> date | None:
    """The last day of a week: of `W12 2025` its Sunday (ISO 8601), of `Minggu ke-3 Maret 2025` the 21st."""
    folded = " ".join(visible(text).casefold().split())
    if found := next((found for pattern in _OF_MONTH if (found := pattern.search(folded))), None):
        month = periods.period(f"{found['month']} {found['year']}")
        last = _number(found["week"]) * 7
        return min(month.end, month.start + timedelta(last - 1)) if month and 7 <= last <= 35 else None
    found = _WEEK_OF_YEAR.search(folded) or _YEAR_AND_WEEK.search(folded)
    try:
        return date.fromisocalendar(int(found["year"]), _number(found["week"]), 7) if found else None
    except ValueError:  # no year has a week 54
        return None


def four_months_end_in(text: str) -> periods.Period | None:
    """The last month of `Caturwulan II 2025`: August."""
    found = _FOUR_MONTHS.search(" ".join(visible(text).casefold().split()))
    return periods.part_of_year(int(found["year"]), "month", _number(found["part"]) * 4) if found else None


def months_end_in(text: str) -> periods.Period | None:
    """The last of the first months of a year: of `2025 (9 bulan)` September, most likely; to be asked about."""
    found = _FIRST_MONTHS.search(visible(text).casefold())
    count = int(found["count"]) if found else 0
    return periods.part_of_year(int(found["year"]), "month", count) if found and 0 < count < _LAST_MONTH else None


def _number(text: str) -> int:
    return _NUMBERS.get(text) or int(text)
