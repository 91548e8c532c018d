"""Numbers in disguise, made plain before any rule looks: `O8I2…` is 0812, `nol8satu` nol 8 satu, `NIKtiga` NIK tiga."""

import re
from collections.abc import Iterator
from functools import lru_cache

from definitions.personal import personal_words

_LOOKS_LIKE = str.maketrans("oOlIiSsB|", "001115581")
_MIXED = re.compile(
    r"(?:(?<![^\W\d_])|(?i:(?<=nik)|(?<=kk)|(?<=hp)|(?<=wa)|(?<=bpjs)|(?<=nip)|(?<=rek)))[\doOlIiSsB|]{6,}(?![^\W\d_])"
)
_LETTER, _FEWEST = re.compile("[oOlIiSsB|]"), 0.4
_NO_NUMBER = re.compile(r"\d{1,4}[A-Za-z]{1,3}|[A-Z]\d{7}|\d+[sl]")
"""The end of a plate, a passport, `800000l` of a litre."""
_DIGITS = re.compile(r"\d")
_GLUED = re.compile(r"[^\W_]{5,}")


def unmasked(text: str) -> str:
    """The text with letters that stand for digits as digits, sign for sign: two figures in five must be real ones."""
    if not _LETTER.search(text) or not _DIGITS.search(text):
        return text
    return _MIXED.sub(_digits, text)


def _digits(match: re.Match[str]) -> str:
    said = match[0]
    real = len(_DIGITS.findall(said))
    if _NO_NUMBER.fullmatch(said):
        return said
    return said.translate(_LOOKS_LIKE) if real >= max(4, _FEWEST * len(said)) and real < len(said) else said


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
