"""Words of praise and of complaint, read from tone.toml."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple


class Tone(NamedTuple):
    """Words in lower case, in their base form."""

    praise: frozenset[str]
    complaint: frozenset[str]


@lru_cache(maxsize=1)
def tone() -> Tone:
    """The words of tone.toml."""
    raw = tomllib.loads(Path(__file__).with_name("tone.toml").read_text("utf-8"))
    return Tone(frozenset(raw["praise"].split()), frozenset(raw["complaint"].split()))
