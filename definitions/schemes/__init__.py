"""Status schemes that people edit, one TOML file each."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

DEFAULT = "sdg_95_60_0"


@dataclass(frozen=True)
class Scheme:
    """Bands of a status scheme: each is the lowest ratio that still earns the status (a fraction, included)."""

    key: str
    applies_to: str
    name: dict[str, str]
    source: str
    on_track_from: float
    behind_from: float
    off_track_from: float
    keep_tolerance: float


@lru_cache(maxsize=16)
def scheme(key: str = DEFAULT) -> Scheme:
    """The scheme of `key`. Raises ValueError for a key that has no file."""
    path = Path(__file__).with_name(f"{key}.toml")
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in Path(__file__).parent.glob("*.toml")))
        raise ValueError(f"`key` must be one of {known}, got {key!r}.")
    return Scheme(**tomllib.loads(path.read_text("utf-8")))
