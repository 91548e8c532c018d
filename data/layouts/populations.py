"""Names of groups of people that only their neighbours tell: Dewasa | Anak, 0-5 | 6-17 | 60+, Kuintil 1.

In headers or in the rows below an indicator, they are groups of one figure.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from data.layouts.labels import Label
from definitions.ages import age_group, named_ages
from definitions.fold import fold, visible
from definitions.layouts import layout_words

_LEAST = 2
_OF_DISABILITY = {"disabilitas", "difabel", "disabilities", "pwd"}
"""They are among the others, and so a dimension of their own."""
_OF_AGE = {"umur", "usia", "age", "ages"}
_SHORT = 3  # words
_FIFTH = re.compile(r"^(?P<kind>kuintil|quintile|desil|decile)\s+(?:ke\s+)?(?P<number>\d{1,2}|i{1,3}|iv|v)$")
_FIFTHS = {"kuintil": "quintile", "desil": "decile"}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}


def populations(texts: Iterable[str]) -> Mapping[str, str]:
    """Text as `key` writes it → group, of texts beside each other that are such names; empty where only one is, which
    may be the name of the indicator. Two numbers are ages where a text beside them says so, or one has no end."""
    different = {key(text): text for text in texts if text}
    groups = {each: group for each, text in different.items() if (group := named_group(text))}
    spans = {each: group for each, text in different.items() if (group := age_group(text, are_ages=True))}
    years = [text for each, text in different.items() if _tells_years(text, spans.get(each, ""))]
    groups |= spans if years else {}
    return groups if len(groups) >= _LEAST else {}


def _tells_years(text: str, group: str) -> bool:
    """`0-5 tahun`, `60+`, `<5` and `Kelompok umur` say that the numbers beside them are ages in years."""
    sure = age_group(text)
    if sure or group:
        return bool(sure and not sure.endswith("m")) or group.endswith("+") or group.startswith("age=<")
    return is_of_ages(text)


def is_of_ages(header: str) -> bool:
    """`Kelompok umur`, `Usia (tahun)`: what stands below are ages."""
    words = fold(header).split()
    return len(words) <= _SHORT and bool(_OF_AGE & set(words))


def key(text: str) -> str:
    """A text as it is compared here: `60+` is not 60."""
    return " ".join(visible(text).casefold().split())


def named_group(text: str) -> str | None:
    """`anak` → people=anak, `difabel` → disability=difabel, `Kuintil 1` → quintile=1, `Lansia (60+)` → age=60+."""
    folded, known = fold(text), layout_words().words("evidence", "population")
    if named := named_ages(text):
        return named[1] if fold(named[0]) in known else None
    if fifth := _FIFTH.match(folded):
        number = _ROMAN.get(fifth["number"]) or int(fifth["number"])
        return f"{_FIFTHS.get(fifth['kind'], fifth['kind'])}={number}"
    if folded not in known:
        return None
    return f"{'disability' if _OF_DISABILITY & set(folded.split()) else 'people'}={folded}"


def as_group(label: Label, groups: Mapping[str, str]) -> Label:
    """The label of such a header as its group, any other as it is."""
    group = groups.get(key(label.text))
    is_one = group and not (label.whats or label.has_time or label.group)
    return replace(label, group=group, field=None, rest="") if is_one else label
