"""A year of which only a part is told: `2025 (s.d. Sep)`, `2025 Actual (Jan–Sep)`, `Realisasi per 30 September 2025`.

Such a text is written anew, in the one order that is read everywhere: `Realisasi s.d. Sep 2025`. The figures run from
the start to that month, so that they are never those of the whole year, nor added to the quarters that they hold.
"""

import calendar
import re

from data import periods

_YEAR = re.compile(r"(?<![\d/–-])(?:19|20)\d{2}(?![\d/])")
_WITH_ITS_WORD = re.compile(rf"(?:\b(?:tahun|thn\.?|t\.?a\.?|year)\s+)?{_YEAR.pattern}", re.I)
_MONTH = f"(?:{'|'.join(periods.MONTH_WORDS)})"
_QUARTER = r"(?:q|tw|triwulan|tri\s?wulan|kuartal|quarter)"
_NUMBER = r"(?:iv|i{1,3}|[1-4])"
_PART = rf"(?:(?:\d{{1,2}}\s+)?{_MONTH}|{_QUARTER}[\s.]*(?:ke[\s-]*)?{_NUMBER}|(?:semester|smt)\s*(?:i{{1,2}}|[12]))"
_UNTIL = r"(?:s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|until|up\s+to|through|thru|ytd|year\s+to\s+date)"
_AS_OF = r"(?:per|posisi|keadaan|as\s+of|as\s+at)(?:\s+(?:tanggal|tgl\.?))?"
_OF = r"(?:(?:akhir|bulan|tanggal|tgl\.?|end\s+of)\s+)*"
_SPAN = r"\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|to|until|through|thru)\s*"
_ENDS = tuple(
    re.compile(rf"^{pattern}\.?$", re.I)
    for pattern in (
        rf"(?:(?:realisasi|kumulatif|data|cumulative)\s+)?(?:{_UNTIL}|{_AS_OF})\s+{_OF}(?P<end>{_PART})",
        rf"(?P<end>{_PART})\s+(?:ytd|year\s+to\s+date)",
        rf"(?:1\s+)?jan[a-z]*\.?{_SPAN}(?P<end>(?:\d{{1,2}}\s+)?{_MONTH})",
        rf"(?P<kind>{_QUARTER})[\s.]*(?:ke[\s-]*)?(?:i|1){_SPAN}(?:{_QUARTER}[\s.]*(?:ke[\s-]*)?)?(?P<last>{_NUMBER})",
    )
)
_BRACKETED = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_AT_THE_END = re.compile(
    rf"(?<!\w)(?:jan[a-z]*\.?{_SPAN}{_MONTH}|{_QUARTER}[\s.]*(?:i|1){_SPAN}(?:{_QUARTER}[\s.]*)?{_NUMBER}"
    rf"|{_UNTIL}\s+{_OF}{_PART}|{_PART}\s+ytd)\.?$",
    re.I,
)
_OF_A_DAY = re.compile(rf"^(?P<head>.*\S)\s+{_AS_OF}\s+(?P<day>\d{{1,2}}\s+{_MONTH})$", re.I)
_DAY = re.compile(rf"^(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})$", re.I)


def with_its_end(text: str, of_days: bool = True) -> str:
    """The text with the end of the told part of its only year beside that year; else as it is.

    `of_days`: whether `per 30 September 2025` counts too; in a title that may be the day of printing.
    """
    years = set(_YEAR.findall(text))
    if len(years) != 1:
        return text
    year = years.pop()
    for found in _BRACKETED.finditer(text):
        around = f"{text[: found.start()]} {text[found.end() :]}"
        if _YEAR.search(around) and (end := _end(_without(found[1]), year)):
            return _joined(around, end)
    plain = _without(text)
    if (found := _AT_THE_END.search(plain)) and not periods.period(f"{found[0]} {year}"):
        return _joined(plain[: found.start()], end) if (end := _end(found[0], year)) else text
    dated = _OF_A_DAY.match(plain) if of_days else None
    return _joined(dated["head"], f"s.d. {_whole_months(dated['day'], year)} {year}") if dated else text


def _without(text: str) -> str:
    return " ".join(_WITH_ITS_WORD.sub(" ", text).split()).strip(" ,-–")


def _joined(around: str, end: str) -> str:
    return f"{_without(around)} {end}".strip()


def _end(text: str, year: str) -> str | None:
    """The period that a text tells of a year: `Jan–Jun` is the half-year, `Jan–Sep` runs to September."""
    if periods.part(text):
        return f"{text} {year}" if re.match(r"jan", text, re.I) and not text.isalpha() else None
    found = next((found for pattern in _ENDS if (found := pattern.match(text))), None)
    if found is None:
        return None
    told = found.groupdict()
    last = told.get("end") or f"{told['kind']} {told['last']}"
    return f"s.d. {_whole_months(last, year)} {year}"


def _whole_months(text: str, year: str) -> str:
    """`September` for its last day."""
    found = _DAY.match(text)
    read = periods.period(f"{text} {year}") if found else None
    is_last = read and read.start.day == calendar.monthrange(read.start.year, read.start.month)[1]
    return found["month"] if found and is_last else text
