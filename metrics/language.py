"""Which language a text is in, by the small words that only one language uses. No model, no download."""

import re
import tomllib
from collections import Counter
from functools import lru_cache
from pathlib import Path

import definitions

LEAST_SHARE = 0.08  # of the words of a text must be small words of the language
NAMES = {"id": "Bahasa Indonesia", "jv": "Basa Jawa", "su": "Basa Sunda", "en": "English", "ban": "Basa Bali",
         "min": "Baso Minang", "mad": "Bhâsa Madhurâ", "bug": "Basa Ugi"}  # fmt: skip
"""Each language by its own name."""


def language_of(text: str) -> str | None:
    """The code of the language, None where too little is said. A word of n languages counts 1/n for each.

    Of languages that are told by equally many words, the first of the list is taken: Indonesian, then Javanese …
    """
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text.lower())
    points: Counter[str] = Counter()
    for word in words:
        spoken_in = _small_words().get(word, ())
        for language in spoken_in:
            points[language] += 1 / len(spoken_in)
    if not points:
        return None
    best = max(_languages(), key=lambda language: points[language])
    return best if points[best] >= max(0.5, LEAST_SHARE * len(words)) else None


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    raw = tomllib.loads(Path(definitions.__file__).with_name("languages.toml").read_text("utf-8"))
    return {language: frozenset(words.split()) for language, words in raw.items()}


def _languages() -> list[str]:
    return list(_lists())


@lru_cache(maxsize=1)
def _small_words() -> dict[str, tuple[str, ...]]:
    every = set().union(*_lists().values())
    return {word: tuple(language for language, words in _lists().items() if word in words) for word in every}
