"""Groups of ages as headers write them: 0-23 bulan, 18–24 tahun, usia 60+, di bawah 5 tahun."""

import re

from definitions.fold import visible

_MONTHS = r"(?:bulan|bln|months?|mo)"
_YEARS = r"(?:tahun|thn|th|years?|yrs?)"
_UNIT = rf"(?:\s*(?P<unit>{_MONTHS}|{_YEARS})\.?)"
_WORD = r"(?:(?P<word>umur|usia|age|ages|aged|kelompok\s+umur|kelompok\s+usia)\s+)?"
_TO = r"\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai|to)\s*"
_SPAN = re.compile(rf"^{_WORD}(?P<first>\d{{1,3}}){_TO}(?P<last>\d{{1,3}}){_UNIT}?$")
_BELOW = re.compile(rf"^{_WORD}(?:<|≤|di\s?bawah|kurang\s+dari|under|below)\s*(?P<last>\d{{1,3}}){_UNIT}?$")
_ABOVE = re.compile(
    rf"^{_WORD}(?:(?:>|≥|di\s?atas|lebih\s+dari|over|above)\s*(?P<first>\d{{1,3}}){_UNIT}?"
    rf"|(?P<from>\d{{1,3}})\s*\+{_UNIT.replace('?P<unit>', '?P<after>')}?)$"
)


def age_group(text: str) -> str | None:
    """The stored form of a group of ages: `0-23 bulan` → age=0-23m, `usia 60+` → age=60+; None for any other text.

    Two numbers alone may be anything: a unit or the word umur must say that they are ages.
    """
    plain = " ".join(visible(text).casefold().split())
    for pattern in (_SPAN, _BELOW, _ABOVE):
        found = pattern.match(plain)
        given = found.groupdict() if found else {}
        unit = given.get("unit") or given.get("after")
        if found and (unit or given.get("word")):
            first, last = given.get("first") or given.get("from"), given.get("last")
            months = "m" if unit and re.fullmatch(_MONTHS, unit) else ""
            span = f"{first}-{last}" if first and last else f"<{last}" if last else f"{first}+"
            return f"age={span}{months}"
    return None
