"""Numbers as people type them into text cells. The decimal sign is decided per column, never per cell."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from definitions.fold import visible
from definitions.vocabulary import vocabulary

_CURRENCY = re.compile(r"^(?:rp\.?|idr|usd|us\$|eur|\$|€)\s*|\s*(?:rp|idr|usd|eur)$", re.I)
_FOOTNOTE = re.compile(r"(?<=[\d%)])\s*[*†‡§¹²³⁰⁴-⁹ᵃᵇᶜ]+$")  # 12*, 12²: taken off before ² becomes a 2
_FOOTNOTE_BRACKET = re.compile(r"(?<=[\d%])\s*[*†‡§]+\)$")  # 14,20*) in the tables of the statistics office
_TAIL = re.compile(r"[,.]\s*[-–—]+$")  # the ",-" of Rp 1.250.000,-; without a sign before it, 250- may be negative
SCALES = {
    "rb": 1e3, "ribu": 1e3, "k": 1e3, "jt": 1e6, "juta": 1e6, "miliar": 1e9, "milyar": 1e9, "triliun": 1e12,
    "thousand": 1e3, "million": 1e6, "billion": 1e9,
}  # fmt: skip
"""Words behind a figure → what it is multiplied by."""
_SCALED = re.compile(r"^(.*\d)\s*(" + "|".join(sorted(SCALES, key=len, reverse=True)) + r")$", re.I)
# a space groups by three: "5 6" is two figures
_BRACKETED = re.compile(r"^\(([^()]*)\)$")
_BODY = re.compile(r"^[+-]?(?:\d[\d.,]*|\d{1,3}(?:[\s']\d{3})+(?:[.,]\d*)?)$")
_GROUPED = {",": re.compile(r"^[+-]?\d{1,3}(?:,\d{3})+$"), ".": re.compile(r"^[+-]?\d{1,3}(?:\.\d{3})+$")}


@dataclass(frozen=True)
class Number:
    """A number read from text. `is_percent` when written with %; the value is then the figure before the sign."""

    value: float
    is_percent: bool = False


@dataclass(frozen=True)
class Mark:
    """A word that stands where a figure is expected: not_reported or not_applicable."""

    meaning: str


def plain(value: float) -> str:
    """A number as a cell shows it: 1200.0 → '1200', 33.22 → '33.22'."""
    return str(int(value)) if float(value).is_integer() and abs(value) < 2**53 else repr(float(value))


def is_close(written: float, worked_out: float) -> bool:
    """Whether a figure is the other one as somebody would write it: 2.11 is 2.105 to two decimals. Whole figures that
    come of whole ones are the same or are not."""
    if float(written).is_integer() and float(worked_out).is_integer():
        return written == worked_out
    decimals = len(plain(written).partition(".")[2]) if "e" not in plain(written) else 0
    return abs(written - worked_out) <= max(0.5 * 10**-decimals, 1e-7 * abs(written)) * (1 + 1e-9)


def mark(text: str) -> Mark | Number | None:
    """What a word such as `n.a.`, `belum` or `nihil` means in a column of figures, else None."""
    word, marks = visible(text).casefold(), vocabulary().marks
    if word in marks["zero"]:
        return Number(0.0)
    return next((Mark(meaning) for meaning in ("not_reported", "not_applicable") if word in marks[meaning]), None)


def without_footnote(text: str) -> str:
    """The figure without the sign of a footnote behind it: `12*` is 12 with a remark."""
    bare = text.strip() if "(" in text else _FOOTNOTE_BRACKET.sub("", text.strip())
    return _FOOTNOTE.sub("", bare)


def decimal_sign(texts: Iterable[str]) -> str | None:
    """The decimal sign that the texts of one column prove: ',' or '.'; None when nothing proves it.

    A text with both signs proves it, so does a sign that stands twice (it groups), and a sign not
    followed by exactly three digits (it is decimal). Proofs that contradict each other prove nothing.
    """
    proofs = {proof for text in texts if (proof := _proof(_stripped(text)[0]))}
    return proofs.pop() if len(proofs) == 1 else None


def is_ambiguous(text: str) -> bool:
    """True for `1.234` and `1,234`: one sign followed by three digits, which either convention can read."""
    body = _stripped(text)[0]
    return bool(_BODY.match(body)) and _proof(body) is None and ("," in body or "." in body)


def number(text: str, decimal: str) -> Number | None:
    """The number in `text` when `decimal` is the column's decimal sign, else None."""
    body, scale, is_percent, is_negative = _stripped(text)
    if not _BODY.match(body):
        return None
    group = "." if decimal == "," else ","
    plain = re.sub(r"[\s']", "", body)
    whole, _, parts = plain.partition(decimal)
    if plain.count(decimal) > 1 or group in parts or (group in whole and not _GROUPED[group].match(whole)):
        return None
    value = float(plain.replace(group, "").replace(decimal, ".")) * scale
    return Number(-value if is_negative else value, is_percent)


def _stripped(text: str) -> tuple[str, float, bool, bool]:
    """The digits and signs alone, the scale word's factor, whether % was written, whether in brackets (negative).

    Nothing is left of a text with a sign inside its brackets; a bracket without its fellow stays, and is no figure.
    """
    body = visible(without_footnote(text)).replace("\u2212", "-").lstrip("±≈~ ").strip()
    bracketed = _BRACKETED.match(_CURRENCY.sub("", body).strip())
    body = bracketed[1].strip() if bracketed else body
    if bracketed and body.startswith(("+", "-")):  # (-5): two signs, and nobody can say which of them counts
        return "", 1.0, False, False
    is_negative = bracketed is not None
    body = _TAIL.sub("", _CURRENCY.sub("", body)).strip()
    is_percent = body.endswith("%")
    body = body.removesuffix("%").strip()
    scaled = _SCALED.match(body)
    if scaled:
        return scaled[1].strip(), SCALES[scaled[2].casefold()], is_percent, is_negative
    return body, 1.0, is_percent, is_negative


def _proof(body: str) -> str | None:
    signs = [sign for sign in body if sign in ",."]
    if not signs or not _BODY.match(body):
        return None
    if len(set(signs)) == 2:
        return signs[-1] if signs.count(signs[-1]) == 1 else None
    sign = signs[0]
    other = "." if sign == "," else ","
    if len(signs) > 1:
        return other
    before, _, after = body.partition(sign)
    if len(after) != 3 or before.lstrip("+-") in ("", "0") or len(before.lstrip("+-")) > 3:
        return sign
    return None
