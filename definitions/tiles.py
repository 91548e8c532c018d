"""Where each province stands on the tile map; of tiles.toml."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from definitions.places import gazetteer


class Tile(NamedTuple):
    """One province: its Kemendagri code and names, its column from the west and row from the north."""

    code: str
    name: str
    short: str
    column: int
    row: int


@lru_cache(maxsize=1)
def tiles() -> tuple[Tile, ...]:
    """Every province of the gazetteer, in the order of the codes. ValueError when one lacks its tile."""
    raw = tomllib.loads(Path(__file__).with_name("tiles.toml").read_text("utf-8"))["provinces"]
    provinces = {code: place for code, place in gazetteer().by_code.items() if place.level == "province"}
    if set(raw) != set(provinces):
        raise ValueError(f"tiles.toml and places.csv differ in {', '.join(sorted(set(raw) ^ set(provinces)))}.")
    return tuple(Tile(code, provinces[code].name, short, column, row)
                 for code, (column, row, short) in sorted(raw.items()))  # fmt: skip
