"""Disguises made plain before any rule looks: `O8I2…` is 0812, `NIKtiga` NIK tiga, `s i t i` siti."""

import re
from collections.abc import Iterator
from functools import lru_cache

from definitions.personal import personal_words

_LOOKS_LIKE = str.maketrans("oOlLIiSsB|", "0011115581")
_MIXED = re.compile(
    r"(?:(?<![^\W\d_])|(?i:(?<=nik)|(?<=kk)|(?<=hp)|(?<=wa)|(?<=bpjs)|(?<=nip)|(?<=rek)))[\doOlLIiSsB|]{6,}(?![^\W\d_]|['’′]\d)"
)
_LETTER, _FEWEST = re.compile("[oOlLIiSsB|]"), 0.35
_NO_NUMBER = re.compile(r"\d{1,4}[A-Za-z]{1,3}|[A-Z]\d{7}|\d+[slL]")
"""The end of a plate, a passport, `800000l` of a litre."""
_NOUGHT_INSIDE = re.compile(r"(?<![^\W_])\d[\doO]*[oO][\doO]*(?![^\W_]|['’′m])")
"""`4O93` of a plate: too short for a number by itself."""
_DIGITS = re.compile(r"\d")
_DATE_OF_LETTERS = re.compile(
    r"(?<![^\W_])(?:[\doOlISsB]{1,2}[-./ ][\doOlISsB]{1,2}[-./ ][\doOlISsB]{4}"
    r"|[\doOlISsB]{4}[-./][\doOlISsB]{1,2}[-./][\doOlISsB]{1,2})(?![^\W_])"
)
"""`25-lO-l958`."""
_ROW_OF_LETTERS = re.compile(r"(?<![^\W_])[\doOlI]{2,8}(?:[ .\-/_][\doOlI]{2,8}){1,6}(?![^\W_])")
"""`75OlO3 25O296 OOOl`."""
_GROUP = re.compile(r"[^\W_]+")
_ROMAN = re.compile(r"I{1,3}|lI|Il|SI|IS|[oO]l|l[oO]l|l{2,}")
_MOBILE_OF_LETTERS = re.compile(r"(?<![^\W_])[oO0][B8][\doOlISsB]{8,11}(?![^\W_])")
_GLUED = re.compile(r"[^\W_]{5,}")
_SPELT = re.compile(r"(?<!\S)[A-Za-z0-9_](?: [A-Za-z0-9@._+\-]){6,}(?![A-Za-z0-9_])")
"""`s i t i 8 8 @ y a h o o . c o m`: seven signs and more, each by itself."""
_SPELT_WITH_SIGNS = re.compile(r"(?<![\w*\-~.])[A-Za-z](?P<sign>[*_\-~])[A-Za-z](?:(?P=sign)[A-Za-z]){2,}(?![\w*\-~])")
"""`k-a-r-t-i-n-i`, `u_j_a_n_g`: four letters and more with one sign between."""
_BETWEEN = r"[ .\-_*/|·•]"
_PLATE_APART = re.compile(
    rf"(?<![A-Za-z0-9])(?P<area>[A-Za-z](?:{_BETWEEN}[A-Za-z])?){_BETWEEN}(?P<figures>\d(?:{_BETWEEN}\d){{1,3}})"
    rf"{_BETWEEN}(?P<tail>[A-Za-z](?:{_BETWEEN}[A-Za-z]){{0,2}})(?![A-Za-z0-9])"
)
"""`A-B 5-5-5-7 X-J`."""


def unmasked(text: str) -> str:
    """The text with letters that stand for digits as digits, sign for sign: two figures in five must be real ones."""
    if not _LETTER.search(text) or not _DIGITS.search(text):
        return text
    text = _NOUGHT_INSIDE.sub(lambda found: _noughts(found[0]), text)
    text = _DATE_OF_LETTERS.sub(lambda found: _groups(found[0], fewest=3), text)
    text = _ROW_OF_LETTERS.sub(lambda found: _groups(found[0], fewest=6, whole=10), text)
    text = _MOBILE_OF_LETTERS.sub(
        lambda found: found[0].translate(_LOOKS_LIKE) if len(_DIGITS.findall(found[0])) >= 3 else found[0], text
    )
    return _MIXED.sub(_digits, text)


def _groups(said: str, fewest: int, whole: int = 6) -> str:
    """The groups of a number as digits, where no group is a Roman number or a word by itself."""
    groups = _GROUP.findall(said)
    real, signs = len(_DIGITS.findall(said)), sum(map(len, groups))
    is_number = real >= fewest and real >= _FEWEST * signs and real < signs >= whole
    if not is_number or any(_ROMAN.fullmatch(group) for group in groups):
        return said
    if any(group.isalpha() and not set(group) & set("oO") for group in groups):
        return said
    return said.translate(_LOOKS_LIKE)


def _noughts(said: str) -> str:
    """Of three to five signs two must be figures."""
    is_short = 3 <= len(said) <= 5 and len(_DIGITS.findall(said)) >= 2
    return said.replace("O", "0").replace("o", "0") if is_short else said


def _digits(match: re.Match[str]) -> str:
    said = match[0]
    real = len(_DIGITS.findall(said))
    if real + said.count("|") == len(said):
        return said  # `12|03|1981`: lines between, and no ones
    if _NO_NUMBER.fullmatch(said):
        return said
    if len(said) <= 8 and said[0] in "BS" and real >= 4:  # `BO12937O` is a passport
        return said[0] + said[1:].translate(_LOOKS_LIKE)
    return said.translate(_LOOKS_LIKE) if real >= max(4, _FEWEST * len(said)) and real < len(said) else said


def apart(text: str) -> set[int]:
    """The places of the signs that only hold the letters of a word, or the figures of a plate, apart."""
    spelt = [match for match in _SPELT.finditer(text) if _is_spelt(match[0])]
    dropped = {place for match in spelt for place in range(match.start(), match.end()) if text[place] == " "}
    for match in _SPELT_WITH_SIGNS.finditer(text):
        dropped.update(range(match.start() + 1, match.end(), 2))
    for match in _PLATE_APART.finditer(text):
        for group in ("area", "figures", "tail"):
            dropped.update(range(match.start(group) + 1, match.end(group), 2))
    return dropped


def _is_spelt(said: str) -> bool:
    """Four letters at least, and no telephone number among them."""
    return sum(map(str.isalpha, said)) >= 4 and sum(map(str.isdigit, said)) < 8


def seams(text: str) -> Iterator[int]:
    """Where a space belongs: between digits and words of digits, and behind a label that is glued to such a word."""
    for token in _GLUED.finditer(text):
        yield from (token.start() + cut for cut in _cuts(token[0].lower()))


@lru_cache(maxsize=8192)
def _cuts(token: str) -> tuple[int, ...]:
    match = _tokens().fullmatch(token)
    if match is None:
        return ()
    label = (match.end("label"),) if match["label"] else ()
    if not _DIGITS.search(match["said"]):
        return label
    return label + tuple(match.start("said") + part.end() for part in _parts().finditer(match["said"]))[:-1]


@lru_cache(maxsize=1)
def _word() -> str:
    words = personal_words().digits
    return "|".join(sorted((word for word in words if len(words[word]) == 1 and len(word) > 2), key=len, reverse=True))


@lru_cache(maxsize=1)
def _parts() -> re.Pattern[str]:
    return re.compile(rf"\d+|{_word()}")


@lru_cache(maxsize=1)
def _tokens() -> re.Pattern[str]:
    """A label of one word or none, and words of digits with digits between them."""
    labels = "|".join(sorted((label for label in personal_words().labels if label.isalpha()), key=len, reverse=True))
    return re.compile(rf"(?P<label>{labels})?(?P<said>(?=\d*(?:{_word()}))(?:\d|{_word()})+)")
