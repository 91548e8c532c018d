"""Several days in one cell: 3-5 Februari 2025, 28 Feb s.d. 2 Maret 2025, 12 & 14 Mei 2025, 03-05/02/2025."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from data import periods
from definitions.fold import visible

_LONGEST = timedelta(days=366)
_WEEKDAYS = re.compile(
    r"\b(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|(?:mon|tues|wednes|thurs|fri|satur|sun)day|hari|tanggal|tgl)\b"
)
_CLOCK = re.compile(
    r"[\s,;(]*(?:(?:pukul|pkl|jam)\b.*|\d{1,2}[.:]\d{2}(?:\s*(?:-|–|s\.?\s?/?\s?d\.?)\s*(?:\d{1,2}[.:]\d{2}|selesai))?"
    r"(?:\s*wi(?:b|ta|t))?)\)?$"
)
_TO = r"(?:-|–|—|s\.?\s?/?\s?d\b\.?|sampai(?:\s+dengan)?|hingga|to|until)"
_EDGE = re.compile(rf"^(?:\W|{_TO}(?!\w)|dan\b|and\b)+|\W+$")
_TOKEN = re.compile(
    rf"\s*(?:(?P<year>(?:19|20)\d{{2}})(?!\d)|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
    rf"|(?P<month>{'|'.join(periods.MONTH_WORDS)})\b\.?|(?P<between>{_TO}|[,&/+]|dan\b|and\b|serta\b))\s*"
)
_NUMBERS = re.compile(r"^(?P<first>\d{1,2})\s*[-–—]\s*(?P<last>\d{1,2})(?P<rest>[/.]\d{1,2}[/.](?:19|20)\d{2})$")
_TWO = re.compile(
    rf"^(?P<first>[\d/.-]*\d)\s*{_TO}\s*(?P<last>\d[\d/.-]*(?:19|20)\d{{2}}|(?:19|20)\d{{2}}-\d{{1,2}}-\d{{1,2}})$"
)
_WEEK = re.compile(r"\bminggu\s*(?:ke\b|\d)")


@dataclass
class _Day:
    day: int
    month: int | None = None
    year: int | None = None


@lru_cache(maxsize=4096)
def day_span(text: str) -> tuple[date, date] | None:
    """The first and the last of the days that a cell names, one day with its weekday among them; None for any other
    text, and where the year is not written."""
    plain = " ".join(visible(text).casefold().split())
    if _WEEK.search(plain):  # the second week of a month, or Sunday the second
        return None
    plain = _EDGE.sub("", _WEEKDAYS.sub(" ", _CLOCK.sub("", plain))).strip()
    found = _in_numbers(plain) or _in_words(plain)
    return found if found and timedelta() <= found[1] - found[0] <= _LONGEST else None


def _in_numbers(plain: str) -> tuple[date, date] | None:
    if together := _NUMBERS.match(plain):
        return _days(together["first"] + together["rest"], together["last"] + together["rest"])
    if single := periods.period(plain):
        return (single.start, single.end) if single.kind == "day" else None
    if not (two := _TWO.match(plain)):
        return None
    first, last = two["first"], two["last"]
    return _days(first, last) or _days(f"{first}{'.' if '.' in last else '/'}{last[-4:]}", last)


def _days(first: str, last: str) -> tuple[date, date] | None:
    read = [periods.period(text) for text in (first, last)]
    days = [each.start for each in read if each and each.kind == "day"]
    return (days[0], days[1]) if len(days) == len(read) else None


def _in_words(plain: str) -> tuple[date, date] | None:
    """Days with the names of their months; a month or year that is not written is that of the next day."""
    items = list(_items(plain))
    found: list[date] = []
    month = year = None
    for item in reversed(items):
        month, year = item.month or month, item.year or year
        if month is None or year is None:
            return None
        if found and not item.year and month > found[-1].month:
            year -= 1  # 30 Desember - 2 Januari 2025
        try:
            found.append(date(year, month, item.day))
        except ValueError:
            return None
    return (found[-1], found[0]) if found and found == sorted(found, reverse=True) else None


def _items(plain: str) -> Iterator[_Day]:
    """The days in order, each with what is written of it; none where anything else is written."""
    items: list[_Day] = []
    lead, at = None, 0
    while at < len(plain):
        token = _TOKEN.match(plain, at)
        if token is None or token.end() == at:
            return
        at = token.end()
        if token["day"]:
            items.append(_Day(int(token["day"]), lead))
        elif token["month"] and items and items[-1].month is None:
            items[-1].month = periods.month_named(token["month"])
        elif token["month"]:
            lead = periods.month_named(token["month"])
        elif token["year"] and items:
            items[-1].year = int(token["year"])
    yield from items
