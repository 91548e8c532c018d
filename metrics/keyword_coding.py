"""Coding by the words of the codebook: which themes a text hints at, and by which words."""

import re
from functools import lru_cache
from typing import NamedTuple

from definitions.codebook import codebook


class Hint(NamedTuple):
    """A theme of the codebook and the words of the text that hint at it, in their order."""

    theme: str
    words: tuple[str, ...]


def keyword_themes(text: str) -> list[Hint]:
    """Themes that the text hints at, the one with most words first; of as many words, in the order of the codebook."""
    low = text.lower()
    hints = [
        Hint(key, tuple(dict.fromkeys(found[0] for found in pattern.finditer(low)))) for key, pattern in _patterns()
    ]
    return sorted((hint for hint in hints if hint.words), key=lambda hint: -len(hint.words))


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((theme.key, re.compile(rf"(?<!\w)(?:{_any(theme.keywords)})(?!\w)")) for theme in codebook().themes)


@lru_cache(maxsize=1)
def sensitive_pattern() -> str:
    """A pattern of the words of all sensitive themes, for the database (RE2: no looking around, no word in \\w)."""
    words = [word for theme in codebook().themes if theme.is_sensitive for word in theme.keywords]
    return rf"(?:^|[^{_LETTER}])(?:{_any(tuple(words), f'[{_LETTER}]')})(?:$|[^{_LETTER}])" if words else "$^"


_LETTER = r"\pL\pN_"
BETWEEN = 3
"""Words that ~ may stand for, at most."""


def _any(keywords: tuple[str, ...], letter: str = r"\w") -> str:
    """Longer ones first; a space may be any space, a star any letters, ~ up to three words."""
    other = letter.replace("[", "[^") if letter.startswith("[") else r"\W"
    return "|".join(
        re.escape(word.lower())
        .replace(r"\ \~\ ", rf"{other}+(?:{letter}+{other}+){{0,{BETWEEN}}}")
        .replace(r"\ ", r"\s+")
        .replace(r"\*", f"{letter}*")
        for word in sorted(keywords, key=len, reverse=True)
    )
