"""Signs of harm and the sentences from which their weight is learnt, from harm_signs.toml and harm_examples.txt."""

import tomllib
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent


@lru_cache(maxsize=1)
def signs() -> dict[str, tuple[str, ...]]:
    """Name of a sign → its words, * at the end for any letters, _ for a space."""
    raw = tomllib.loads((HERE / "harm_signs.toml").read_text("utf-8"))["signs"]
    return {name: tuple(words.split()) for name, words in raw.items()}


@lru_cache(maxsize=1)
def examples() -> tuple[tuple[str, bool], ...]:
    """Sentence and whether it is a complaint of harm."""
    lines = (HERE / "harm_examples.txt").read_text("utf-8").splitlines()
    return tuple((line[2:], line[0] == "+") for line in lines if line[:2] in ("+ ", "- "))
