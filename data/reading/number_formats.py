"""What a cell style makes of a number: a percentage, a date, a time of day, or just a number."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

NUMBER, PERCENT, DATE, TIME = 0, 1, 2, 3

_BUILT_IN_PERCENT = frozenset({9, 10})
# 27-36 and 50-58 are dates in East Asian editions; 18-21 and 45-47 are times, which stay numbers
# (fractions of a day) and are marked.
_BUILT_IN_DATE = frozenset({14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59)})
_BUILT_IN_TIME = frozenset({*range(18, 22), *range(45, 48)})
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.I)
_NOT_CODE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.', re.DOTALL)


def meaning(code: str) -> int:
    """NUMBER, PERCENT, DATE or TIME of a number format code such as 'dd/mm/yyyy', '0.0%' or '[h]:mm'.

    Times without a day ('hh:mm') stay numbers: an elapsed time has no date to be shown under.
    """
    if _ELAPSED.search(code):
        return TIME
    letters = _NOT_CODE.sub("", code).split(";")[0].lower()
    if "general" in letters:
        return NUMBER
    if "%" in letters:
        return PERCENT
    if "y" in letters or "d" in letters:
        return DATE
    if re.search("[hs]", letters) and not re.search("[0#]", letters.replace(".0", "")):
        return TIME
    return DATE if "m" in letters and not re.search("[hs0#]", letters) else NUMBER


def style_meanings(styles: Element) -> list[int]:
    """The meaning of each cell style (index = the cell's `s`), from xl/styles.xml."""
    own: dict[int, int] = {}
    for each in styles.iterfind("numFmts/numFmt"):
        own[_number(each.get("numFmtId"))] = meaning(each.get("formatCode", ""))
    return [_of_id(_number(each.get("numFmtId")), own) for each in styles.iterfind("cellXfs/xf")]


def _of_id(number: int, own: dict[int, int]) -> int:
    if number in own:
        return own[number]
    if number in _BUILT_IN_PERCENT:
        return PERCENT
    if number in _BUILT_IN_TIME:
        return TIME
    return DATE if number in _BUILT_IN_DATE else NUMBER


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 9 else 0
