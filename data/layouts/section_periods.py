"""The period that the heading of a section names: `TAHUN 2025 (s.d. Juni)`, `Triwulan II – sementara`."""

import re

from data import periods
from data.layouts.labels import Label, LabelReader

_BRACKETED = re.compile(r"^(?P<outer>[^()\[\]]+?)\s*[(\[](?P<inner>[^()\[\]]+)[)\]]\s*$")
_BREAK = re.compile(r"\s*(?:[(\[:;,|]|\s[-–—]\s?|[–—])")
_OF_YEAR = re.compile(r"\b(?:tahun(?:\s+anggaran)?|thn\.?|t\.?a\.?|year|fy)\s*:?\s*((?:19|20)\d{2})(?![\d/-])", re.I)


def periods_said(text: str, reader: LabelReader, has_period: bool) -> tuple[str, str] | None:
    """The periods of the results and of the targets that follow a heading, in its words; None where it names none.

    The target of `2025 (s.d. Juni)` is that of the year: only what was reached is told so far. What stands in brackets
    narrows the year (`2025 (s.d. Juni)` is s.d. Juni 2025); what follows a dash or colon says nothing of time.
    `has_period`: a section above has named a period already; then a year anywhere behind the word for it ends that
    period, because otherwise the figures below would count in the wrong year.
    """
    if _is_time(whole := reader.label(text)) and not whole.is_to_date:
        return text, text
    if (found := _BRACKETED.match(text)) and _is_time(outer := reader.label(found["outer"])):
        inner = _narrowed(outer, found["inner"]) or found["outer"]
        return inner, found["outer"] if periods.to_date(inner) else inner
    if _is_time(whole):
        return text, text
    head = _BREAK.split(text, maxsplit=1)[0]
    if head != text and _is_time(reader.label(head)):
        return head, head
    years = set(_OF_YEAR.findall(text)) if has_period else set()
    year = years.pop() if len(years) == 1 else None
    return (year, year) if year else None


def _is_time(label: Label) -> bool:
    return label.has_time and label.is_plain and not label.whats and not label.shift and not label.field


def _narrowed(outer: Label, inner: str) -> str | None:
    """`s.d. Juni` of the year before the brackets; None where these say nothing of time."""
    if not outer.year or periods.period(inner):
        return None
    together = f"{inner} {outer.year}"
    read = periods.period(periods.to_date(together) or together)
    return together if read and read.kind not in ("year", "day") else None
