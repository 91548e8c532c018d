"""What a unit is called in the reader's language, read from units.toml."""

import tomllib
from functools import lru_cache
from pathlib import Path

from definitions.fold import fold

PERCENT = frozenset({"%", "persen", "percent", "pct"})


def is_percent(unit: str | None) -> bool:
    """Whether a unit means per cent, so that 100 is the whole."""
    return isinstance(unit, str) and unit.strip().casefold() in PERCENT


def unit_in(unit: str, language: str) -> str:
    """The unit in the language; a unit that nobody translated stays as it was written."""
    return _units(language).get(fold(unit), unit)


def is_people(unit: str | None) -> bool:
    """Whether a unit counts people, each one of whom might be recognised among few ("orang", "balita", "people")."""
    return isinstance(unit, str) and fold(unit) in people_units()


def is_counted(unit: str | None) -> bool:
    """Whether a unit counts whole things: people, households, villages ("orang", "KK", "titik"). Half of one there is
    not; of a tonne, an hour or a score there is."""
    return isinstance(unit, str) and (is_people(unit) or fold(unit) in counted_units())


@lru_cache(maxsize=1)
def counted_units() -> frozenset[str]:
    """The folded names of units that count whole things, but for people."""
    raw = tomllib.loads(Path(__file__).with_name("units.toml").read_text("utf-8"))
    return frozenset(fold(word) for word in raw["counted"]["units"])


@lru_cache(maxsize=1)
def people_units() -> frozenset[str]:
    """The folded names of units that count people."""
    raw = tomllib.loads(Path(__file__).with_name("units.toml").read_text("utf-8"))
    return frozenset(fold(word) for word in raw["people"]["units"])


@lru_cache(maxsize=4)
def _units(language: str) -> dict[str, str]:
    raw = tomllib.loads(Path(__file__).with_name("units.toml").read_text("utf-8"))
    return {fold(written): shown for written, shown in raw.get(language, {}).items()}


@lru_cache(maxsize=1)
def known_units() -> frozenset[str]:
    """Every unit of units.toml as written there and as shown, folded."""
    raw = tomllib.loads(Path(__file__).with_name("units.toml").read_text("utf-8"))
    languages = [shown for key, shown in raw.items() if key not in ("people", "counted")]
    return frozenset(fold(unit) for shown in languages for pair in shown.items() for unit in pair) - {"%", ""}
