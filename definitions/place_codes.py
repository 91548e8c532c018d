"""Codes of places as they are written without dots: by the ministry (Kemendagri) or by the statistics office (BPS).

3308 is Kabupaten Magelang in both, 1101 is Aceh Selatan to the one and Simeulue to the other, 94 is Papua Tengah to the
one and Papua to the other. BPS codes are those of 2013 to 2022, before Papua was parted; of those given since, only the
provinces are known here. Codes of the ministry of before a province was parted lead to the place as it is counted now.
"""

import csv
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from definitions.fold import fold, visible
from definitions.places import Place, gazetteer

KEMENDAGRI, BPS = "kemendagri", "bps"
_HEADERS = {
    BPS: ("bps", "mfd", "pcode", "p code"),
    KEMENDAGRI: ("kemendagri", "permendagri", "depdagri", "dukcapil"),
}
_BARE = re.compile(r"^(?P<prefix>id)?(?P<digits>\d{10}|\d{6,7}|\d{4}|\d{2})(?:\s*[-–—:·|,]?\s+(?P<name>\D.*))?$", re.I)


@dataclass(frozen=True)
class Written:
    """A code as somebody wrote it: its digits, the name behind it, and whether it begins with ID as on UN lists."""

    digits: str
    name: str | None
    has_prefix: bool


@dataclass(frozen=True)
class Verdict:
    """The system that a column of codes is in; None where nothing tells. `why` is the text that told."""

    system: str | None
    why: str = ""


def written(text: str) -> Written | None:
    """The code in `3308`, `3308 Kab. Magelang` or `ID3308`; None for a name or a code with dots."""
    found = _BARE.match(visible(text))
    return Written(found["digits"], found["name"], bool(found["prefix"])) if found else None


def place_of(code: Written, system: str) -> Place | None:
    """The place of a code in a system; None for a code that the system does not have."""
    regency = _regency(code.digits, system)
    if regency is None or len(code.digits) <= 4:
        return regency
    level = "village" if len(code.digits) == 10 else "district"
    if system == KEMENDAGRI and len(code.digits) != 7:
        digits = code.digits
        dotted = ".".join(part for part in (digits[:2], digits[2:4], digits[4:6], digits[6:]) if part)
        return Place(key=dotted, name=code.name or dotted, code=dotted, level=level)
    key = f"BPS {code.digits}"
    return Place(key=key, name=code.name or key, level=level, within=regency.code)


def _regency(digits: str, system: str) -> Place | None:
    known = gazetteer().by_code
    if system == BPS:
        return known.get(_elsewhere(BPS).get(digits[:4], ""))
    return known.get(digits if len(digits) == 2 else f"{digits[:2]}.{digits[2:4]}")


def successor(code: str) -> str | None:
    """The code that 91.01 has now (93.01), for it and for what lies within it; None where it was not changed."""
    head, rest = code[:5], code[5:]
    now = _elsewhere("kemendagri_before").get(head)
    return now + rest if now else None


def system_of(texts: Iterable[str], header: str, beside: Callable[[str], Iterable[str]]) -> Verdict | None:
    """Which system the codes of a column are in: by its header, by the names beside them, by codes only one has.

    `beside` gives the names that stand in the same rows as a text. None where the column has no such code, or where
    both systems mean the same places.
    """
    codes = {text: code for text in texts if (code := written(text))}
    longer = {text: code for text, code in codes.items() if len(code.digits) > 2}
    told = next((system for system, words in _HEADERS.items()
                 if any(f" {word} " in f" {fold(header)} " for word in words)), None)  # fmt: skip
    if told and codes:
        return Verdict(told, header)
    if not longer:
        return None
    if sure := next((text for text, code in longer.items() if code.has_prefix or len(code.digits) == 7), None):
        return Verdict(BPS, sure)
    votes: dict[str, str] = {}
    differ = False
    for text, code in longer.items():
        places = {system: _regency(code.digits, system) for system in (KEMENDAGRI, BPS)}
        if places[KEMENDAGRI] == places[BPS]:
            continue
        differ = True
        for system, place in places.items():
            if place and _is_meant(place, [code.name or "", *beside(text)], alone=None in places.values()):
                votes.setdefault(system, text)
    if not differ:
        return None
    return Verdict(*next(iter(votes.items()))) if len(votes) == 1 else Verdict(None)


def _is_meant(place: Place, names: Iterable[str], alone: bool) -> bool:
    """A name beside the code is the place's; without any name, no other system has the code."""
    said = [name for name in names if name]
    return any(place in gazetteer().candidates(name) for name in said) if said else alone


@lru_cache(maxsize=4)
def _elsewhere(system: str) -> dict[str, str]:
    path = Path(__file__).with_name("place_codes.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["place"] for row in csv.DictReader(file) if row["system"] == system}
