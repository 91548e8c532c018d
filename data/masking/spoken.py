"""Runs of digits, however they are written: `0812-3456`, `nol delapan satu dua`, `O8I2 34 56`, `tiga puluh dua`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from data.masking.finding import Scan
from definitions.personal import personal_words

_SIGNS = r"[\s.,\-‐‑‒–—−_/\\|*:;·•()\[\]\"'’`~+=#&^<>…‥⋅∙。．]"
_NUMERAL = r"(?P<numeral>(?:[0-9]|(?<![^\W\d_])[oOlI]{1,3}(?=[0-9]))[0-9oOlI]*|(?<=\d[.\-\s])[oO]{2,4}(?![A-Za-z0-9]))"
_NUMERALS_ONLY = re.compile(_NUMERAL)
_LETTERS = str.maketrans("oOlI", "0011")
_REPEATED = {"double": 2, "dobel": 2, "dobbel": 2, "kembar": 2, "triple": 3, "tripel": 3}


class Atom(NamedTuple):
    """Digits written in one piece: a numeral or a word."""

    start: int
    end: int
    digits: str
    is_word: bool


@dataclass(frozen=True)
class Window:
    """Neighbouring atoms of a text, taken together as one number."""

    scan: Scan
    atoms: tuple[Atom, ...]

    @property
    def start(self) -> int:
        return self.atoms[0].start

    @property
    def end(self) -> int:
        return self.atoms[-1].end

    @property
    def digits(self) -> str:
        return "".join(atom.digits for atom in self.atoms)

    @property
    def written(self) -> str:
        return self.scan.low[self.start : self.end]

    @property
    def separators(self) -> list[str]:
        """What stands between the atoms."""
        return [self.scan.low[one.end : other.start] for one, other in zip(self.atoms, self.atoms[1:], strict=False)]


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An atom, and what may stand between two atoms of one number."""
    words = personal_words()
    digit = "|".join(sorted((word for word, digits in words.digits.items() if len(digits) == 1), key=len, reverse=True))
    whole = "|".join(sorted((word for word, digits in words.digits.items() if len(digits) > 1), key=len, reverse=True))
    tens = "|".join(words.tens)
    atom = re.compile(
        _NUMERAL + rf"|(?<![^\W\d_])(?:(?P<times>{'|'.join(_REPEATED)})\s+)?(?:"
        rf"(?P<teen>{digit})\s*belas|(?P<ten>{digit})\s*puluh(?:\s+(?P<unit>{digit})(?!\s*(?:belas|puluh)))?"
        rf"|(?P<english>{tens})(?:[\s-]+(?P<rest>{digit}))?|(?P<whole>{whole})|(?P<digit>{digit})"
        rf"|(?P<glued>(?:{digit}){{2,}}))(?![^\W\d_])",
        re.IGNORECASE,
    )
    between = re.compile(rf"{_SIGNS}{{0,5}}(?:(?:{'|'.join(words.fillers)})\b{_SIGNS}{{0,3}})?", re.IGNORECASE)
    return atom, between


@lru_cache(maxsize=1)
def _single_digits() -> str:
    digits = personal_words().digits
    return "|".join(sorted((word for word in digits if len(digits[word]) == 1), key=len, reverse=True))


def runs(scan: Scan, fewest: int = 5) -> list[tuple[Atom, ...]]:
    """The longest rows of atoms with nothing but signs between them; nothing for a text with fewer digits than that."""
    text = scan.plain
    if scan.numerals + scan.digit_words < fewest:
        return []
    atom, between = _patterns()
    if not scan.digit_words:
        atom = _NUMERALS_ONLY
    found: list[list[Atom]] = []
    for match in atom.finditer(text):
        read = _read(match, text)
        if read is None:
            continue
        if found and between.fullmatch(text, found[-1][-1].end, read.start):
            found[-1].append(read)
        else:
            found.append([read])
    return [tuple(row) for row in found]


def windows(scan: Scan, run: tuple[Atom, ...], most: int = 22) -> Iterator[tuple[int, int, Window]]:
    """Every row of neighbours inside a run with 5 to `most` digits, from the left, the longest first."""
    for first in range(len(run)):
        length, ends = 0, []
        for last in range(first, len(run)):
            length += len(run[last].digits)
            if length > most:
                break
            if length >= 5:
                ends.append(last)
        for last in reversed(ends):
            yield first, last, Window(scan, run[first : last + 1])


def _read(match: re.Match[str], text: str) -> Atom | None:
    if match["numeral"] is None:
        return Atom(match.start(), match.end(), _spoken(match), True)
    start, end = match.span()
    if match[0].lower().strip("o") == "":
        return Atom(start, end, "0" * len(match[0]), False)  # `655.OOO`
    while not text[start].isdigit() and start > 0 and text[start - 1].isalpha():
        start += 1  # `Jalan Olo12` is not a nought
    while not text[end - 1].isdigit() and (end < len(text) and text[end].isalpha()):
        end -= 1
    digits = text[start:end].translate(_LETTERS)
    return Atom(start, end, digits, False) if digits else None


def _spoken(match: re.Match[str]) -> str:
    words = personal_words()
    found = {name: word.lower() for name, word in match.groupdict().items() if word and name != "times"}
    if "teen" in found:
        digits = "1" + words.digits[found["teen"]]
    elif "ten" in found:
        digits = words.digits[found["ten"]] + (words.digits[found["unit"]] if "unit" in found else "0")
    elif "english" in found:
        digits = words.tens[found["english"]] + (words.digits[found["rest"]] if "rest" in found else "0")
    elif "glued" in found:
        digits = "".join(words.digits[word] for word in re.findall(_single_digits(), found["glued"]))
    else:
        digits = words.digits[found.get("whole") or found["digit"]]
    return digits * _REPEATED[match["times"].lower()] if match["times"] else digits
