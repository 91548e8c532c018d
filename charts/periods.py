"""Periods as they stand in the ledger (2025 · 2025-S1 · 2025-Q3 · 2025-07 · 2025-07-14): their words and their days.

Babel says "Kuartal ke-3" where Indonesian reports say "Triwulan III", so the words for parts of a year stand here.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from babel.dates import format_date

from charts.missing import NOT_REPORTED, is_missing
from locales import Translate

ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}
PARTS = {  # letter in the key: words per language, months
    "Q": ({"id": "TW {roman}", "en": "Q{digit}"}, 3),
    "S": ({"id": "Semester {roman}", "en": "H{digit}"}, 6),
}
_PERIOD = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<letter>Q(?=[1-4])|S(?=[12]))(?P<part>\d)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)


def period_label(period: object, t: Translate) -> str:
    """ "2025-Q3" as "TW III 2025" or "Q3 2025"; a key of another shape as it is; "—" for none."""
    if is_missing(period):
        return NOT_REPORTED
    return " ".join(filter(None, period_words(period, t)))


def period_words(period: object, t: Translate, short: bool = False) -> tuple[str, str]:
    """The part and the year apart, for two-line axis labels: ("TW III", "2025"), ("Jul", "2025"), ("", "2025")."""
    found = matched(period)
    if not found:
        return str(period), ""
    year = found["year"]
    if found["letter"]:
        part = int(found["part"])
        return PARTS[found["letter"]][0][t.language].format(roman=ROMAN[part], digit=part), year
    if found["month"]:
        day = f"{int(found['day'])} " if found["day"] else ""
        return day + month_name(int(found["month"]), t, short), year
    return "", year


def month_name(month: int, t: Translate, short: bool = False) -> str:
    """ "Juli" or "July"; short: "Jul"."""
    return format_date(date(2000, month, 1), "LLL" if short else "LLLL", locale=t.language)


def period_end(period: object) -> date:
    """The last day: "2025-Q3" is 2025-09-30. ValueError when it is not a period key."""
    found = matched(period)
    if not found:
        raise ValueError(f"`period` must look like 2025, 2025-S1, 2025-Q3, 2025-07 or 2025-07-14, got {period!r}.")
    if found["day"]:
        return date.fromisoformat(str(period)[:10])
    month = last_month(found)
    return date(int(found["year"]), month, monthrange(int(found["year"]), month)[1])


def period_start(period: object) -> date:
    """The first day: "2025-Q3" is 2025-07-01. ValueError when it is not a period key."""
    end, found = period_end(period), matched(period)
    assert found
    if found["day"]:
        return end
    months = PARTS[found["letter"]][1] if found["letter"] else 1 if found["month"] else 12
    return date(end.year, end.month - months + 1, 1)


def day_before(day: date) -> date:
    """The day before; where a period's own span begins on an axis of period ends."""
    return day - timedelta(days=1)


def last_month(found: re.Match) -> int:
    """The month in which the period ends."""
    if found["letter"]:
        return int(found["part"]) * PARTS[found["letter"]][1]
    return int(found["month"]) if found["month"] else 12


def matched(period: object) -> re.Match | None:
    """The parts of a period key, or None. A day or a month that no calendar has is no period."""
    found = _PERIOD.fullmatch(str(period)[:10]) if str(period)[10:] in ("", " 00:00:00", "T00:00:00") else None
    if found and found["month"]:
        try:
            date.fromisoformat(f"{found['year']}-{found['month']}-{found['day'] or '01'}")
        except ValueError:
            return None
    return found
