"""Groups of ages as headers write them: 0-23 bulan, 18–24 tahun, usia 60+, 60 tahun ke atas, di bawah 5 tahun."""

import re

from definitions.fold import visible

_MONTHS = r"(?:bulan|bln|months?|mo)"
_YEARS = r"(?:tahun|thn|th|years?|yrs?)"
_OLD = r"(?:\s+old)?"
_UNIT = rf"(?:\s*(?P<unit>{_MONTHS}|{_YEARS})\.?{_OLD})"
_WORD = r"(?:(?P<word>umur|usia|age|ages|aged|kelompok\s+umur|kelompok\s+usia)\s+)?"
_TO = r"\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai|hingga|to)\s*"
_UP = r"(?:ke\s?atas|atau\s+lebih|lebih|and\s+(?:above|over|older)|or\s+(?:above|over|more))"
_SPAN = re.compile(rf"^{_WORD}(?P<first>\d{{1,3}}){_TO}(?P<last>\d{{1,3}}){_UNIT}?$")
_BELOW = re.compile(rf"^{_WORD}(?:<|≤|di\s?bawah|kurang\s+dari|under|below)\s*(?P<last>\d{{1,3}}){_UNIT}?$")
_ABOVE = re.compile(
    rf"^{_WORD}(?:(?:>|≥|>=|di\s?atas|lebih\s+dari|over|above)\s*(?P<first>\d{{1,3}}){_UNIT}?"
    rf"|(?P<from>\d{{1,3}})\s*\+{_UNIT.replace('?P<unit>', '?P<after>')}?"
    rf"|(?P<since>\d{{1,3}}){_UNIT.replace('?P<unit>', '?P<within>')}?\s*(?:\+|{_UP}))$"
)
_IN_BRACKETS = re.compile(r"^(?P<name>[^\d()\[\]]+?)\s*[(\[]\s*(?P<ages>[^()\[\]]+?)\s*[)\]]$")


def age_group(text: str, *, are_ages: bool = False) -> str | None:
    """The stored form of a group of ages: `0-23 bulan` → age=0-23m, `usia 60+` → age=60+; None for any other text.

    Two numbers alone may be anything: a unit or the word umur must say that they are ages, or what stands around them
    (`are_ages`).
    """
    plain = " ".join(visible(text).casefold().split())
    for pattern in (_SPAN, _BELOW, _ABOVE):
        found = pattern.match(plain)
        given = found.groupdict() if found else {}
        unit = given.get("unit") or given.get("after") or given.get("within")
        if found and (unit or given.get("word") or are_ages):
            first, last = given.get("first") or given.get("from") or given.get("since"), given.get("last")
            months = "m" if unit and re.fullmatch(_MONTHS, unit) else ""
            span = f"{first}-{last}" if first and last else f"<{last}" if last else f"{first}+"
            return f"age={span}{months}"
    return None


def named_ages(text: str) -> tuple[str, str] | None:
    """`Lansia (60 th ke atas)`: the name and its ages, which a unit, the word umur or a plus must tell; else None."""
    found = _IN_BRACKETS.match(" ".join(visible(text).split()))
    ages = age_group(found["ages"], are_ages=True) if found else None
    return (found["name"], ages) if found and ages else None
