"""Coding by the words of the codebook: which themes a text hints at, and by which words."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from definitions.codebook import codebook

BETWEEN = 3
"""Words that ~ may stand for, at most."""
_PIECE = re.compile(r"[^\s*~()|]+(?: [^\s*~()|]+)*")


class Hint(NamedTuple):
    """A theme of the codebook and the words of the text that hint at it, in their order."""

    theme: str
    words: tuple[str, ...]


class _Keyword(NamedTuple):
    """A keyword of a sensitive theme: its pattern, and letters of which a text must hold some, or it is not there."""

    pattern: re.Pattern[str]
    anchors: tuple[str, ...]


def keyword_themes(text: str) -> list[Hint]:
    """Themes that the text hints at, the one with most words first; of as many words, in the order of the codebook."""
    low = text.lower()
    hints = [Hint(theme.key, _words(theme.key, low)) for theme in codebook().themes]
    return sorted((hint for hint in hints if hint.words), key=lambda hint: -len(hint.words))


@lru_cache(maxsize=100_000)
def is_sensitive(text: str) -> bool:
    """Whether a text holds words of a sensitive theme. The lists are long, so a text is looked through once."""
    low = _charged(text.lower())
    return any(keyword.pattern.search(low) for keyword in _at_hand(low))


def _words(theme: str, low: str) -> tuple[str, ...]:
    if theme in codebook().sensitive:
        low = _charged(low)
        return _apart([match.span() for keyword in _at_hand(low) for match in keyword.pattern.finditer(low)], low)
    return tuple(dict.fromkeys(found[0] for found in dict(_patterns())[theme].finditer(low)))


def _charged(low: str) -> str:
    """The text without its accents (`ménta` is menta) and without phrases that only sound grave, as long as before."""
    plain = low if low.isascii() else "".join(unicodedata.normalize("NFKD", sign)[0] for sign in low)
    return _harmless().sub(lambda found: "\0" * len(found[0]), plain)


@lru_cache(maxsize=1)
def _harmless() -> re.Pattern[str]:
    said = tuple(word for theme in codebook().themes for word in theme.harmless)
    return re.compile(rf"(?<!\w)(?:{_any(said)})(?!\w)" if said else r"(?!)")


def _apart(spans: list[tuple[int, int]], low: str) -> tuple[str, ...]:
    """The words of the spans in their order, the longest where several begin together, none over another."""
    words, behind = [], 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= behind:
            words.append(low[start:end])
            behind = end
    return tuple(dict.fromkeys(words))


def _at_hand(low: str) -> Iterable[_Keyword]:
    """The keywords of sensitive themes that can be in a text at all: one of their anchors is."""
    plain = " ".join(low.split())
    numbers = {number for anchor, held in _by_anchor().items() if anchor in plain for number in held}
    return [_sensitive()[number] for number in sorted(numbers)]


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((theme.key, re.compile(rf"(?<!\w)(?:{_any(theme.keywords)})(?!\w)"))
                 for theme in codebook().themes if not theme.is_sensitive)  # fmt: skip


@lru_cache(maxsize=1)
def _sensitive() -> tuple[_Keyword, ...]:
    words = dict.fromkeys(word.lower() for theme in codebook().themes if theme.is_sensitive for word in theme.keywords)
    return tuple(_Keyword(re.compile(rf"(?<!\w)(?:{_any((word,))})(?!\w)"), anchors(word)) for word in words)


@lru_cache(maxsize=1)
def _by_anchor() -> dict[str, list[int]]:
    """Anchor → the numbers of the keywords that have it."""
    found: dict[str, list[int]] = {}
    for number, keyword in enumerate(_sensitive()):
        for anchor in keyword.anchors:
            found.setdefault(anchor, []).append(number)
    return found


def anchors(keyword: str) -> tuple[str, ...]:
    """Pieces of a keyword without stars of which every text with it holds one: those of the part with the fewest and
    longest, `(uang|dana) ~ disunat*` is found only where `disunat` is."""
    parts = [_pieces(part) for part in _parts(keyword)]
    return max(parts, key=lambda pieces: (min(map(len, pieces), default=0) >= 4, -len(pieces), min(map(len, pieces))))


def _parts(keyword: str) -> list[str]:
    """The keyword cut at each ~ outside of brackets, and at each space of a part that has brackets."""
    parts = [_cut(part, " ") if "(" in part else [part.strip()] for part in _cut(keyword, "~")]
    return [piece for pieces in parts for piece in pieces if piece]


def _cut(text: str, at: str) -> list[str]:
    """The text cut at a sign that stands outside of brackets."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        if sign == at and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part for part in parts if part.strip()]


def _pieces(part: str) -> tuple[str, ...]:
    """The alternatives of a part, of each the longest run without a star or a gap."""
    return tuple(dict.fromkeys(max(_PIECE.findall(one), key=len, default="") for one in _alternatives(part)))


def _alternatives(part: str) -> list[str]:
    before, inner, after = "", part, ""
    if "(" in part:
        first, last = part.index("("), part.rindex(")")
        before, inner, after = part[:first], part[first + 1 : last], part[last + 1 :]
    return [f"{before}{one}{after}" if "(" not in one else _first_plain(one) for one in _cut(inner, "|")]


def _first_plain(part: str) -> str:
    """What stands before a bracket within a bracket."""
    return part[: part.index("(")].strip(" ~") or part[part.rindex(")") + 1 :].strip(" ~")


def _any(keywords: tuple[str, ...]) -> str:
    """Longer ones first; a space may be any space, a star any letters, ~ up to three words, (a|b) either."""
    return "|".join(
        re.escape(word.lower())
        .replace(r"\ \~\ ", rf"\W+(?:\S+\s+){{0,{BETWEEN}}}")
        .replace(r"\ ", r"\s+")
        .replace(r"\*", r"\w*")
        .replace(r"\(", "(?:").replace(r"\|", "|").replace(r"\)", ")")
        for word in sorted(keywords, key=len, reverse=True)
    )  # fmt: skip
