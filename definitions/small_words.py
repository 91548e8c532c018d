"""Words that say nothing by themselves, read from small_words.toml."""

import tomllib
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def small_words() -> frozenset[str]:
    """In lower case, of every language that feedback is written in."""
    return frozenset(tomllib.loads(Path(__file__).with_name("small_words.toml").read_text("utf-8"))["words"].split())
