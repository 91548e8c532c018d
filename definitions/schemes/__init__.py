"""Status schemes that people edit, one TOML file each: which share of the way, or of the target, earns which word."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

DEFAULT = "sdg_95_60_0"
_HERE = Path(__file__).parent
STATUSES = ("met", "on_track", "behind", "off_track", "worsening")
"""The five roles that have a colour, a shape and a word of their own; a band is shown in one of them."""
FAVOURABLE, UNFAVOURABLE = ("met", "on_track"), ("worsening", "off_track", "behind")
"""What goes as agreed, the best first, and what does not, the worst first."""
APPLIES_TO = ("on_track", "capaian", "projection")
LANGUAGES = ("id", "en")


class SchemeError(ValueError):
    """A scheme file that cannot be used; the message names the file and everything that is wrong in it."""


@dataclass(frozen=True)
class Band:
    """One band: from `from_` upwards (None: everything below the others), the bound itself in it when `included`."""

    code: str
    status: str
    label: Mapping[str, str]
    from_: float | None = None
    included: bool = True


@dataclass(frozen=True)
class Scheme:
    """A status scheme; its bands stand from the best down.

    `applies_to` says which fraction is judged: the on-track ratio, the capaian to date, or the share of the way to go
    that the trend will cover. `met_first`: a target that is reached is "met" before any band is asked.
    `round_to` rounds the fraction to so many decimals before it is judged.
    """

    key: str
    applies_to: str
    name: Mapping[str, str]
    source: str
    keep_tolerance: float
    bands: tuple[Band, ...]
    met_first: bool = False
    round_to: int | None = None

    def lower_bounds(self) -> dict[str, float]:
        """The lower bound by code, for bands that have one."""
        return {band.code: band.from_ for band in self.bands if band.from_ is not None}

    def label(self, code: str | None, language: str) -> str | None:
        """The word for a band; None for a code of another scheme."""
        return next((band.label[language] for band in self.bands if band.code == code), None)

    def parameters(self) -> dict[str, Any]:
        """The scheme as a question wants it: lists from the best band down, for the macro band_of."""
        return {
            "applies_to": self.applies_to,
            "met_first": self.met_first,
            "round_to": self.round_to,
            "keep_tolerance": self.keep_tolerance,
            "band_froms": [band.from_ for band in self.bands],
            "band_included": [band.included for band in self.bands],
            "band_codes": [band.code for band in self.bands],
            "band_statuses": [band.status for band in self.bands],
        }


def schemes() -> tuple[str, ...]:
    """The keys of all schemes, the default first."""
    found = sorted(path.stem for path in _HERE.glob("*.toml"))
    return (DEFAULT, *(key for key in found if key != DEFAULT))


@lru_cache(maxsize=32)
def scheme(key: str = DEFAULT) -> Scheme:
    """The scheme of `key`. Raises ValueError for a key that has no file, SchemeError for a file that cannot be used."""
    if key not in schemes():
        raise ValueError(f"`key` must be one of {', '.join(schemes())}, got {key!r}.")
    return read_scheme(_HERE / f"{key}.toml")


def read_scheme(path: Path) -> Scheme:
    """The scheme in this file. Raises SchemeError, which tells everything that is wrong."""
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SchemeError(f"{path.name}: {error}.") from error
    if wrong := list(_faults(raw, path.stem)):
        raise SchemeError(f"{path.name}: {'; '.join(wrong)}.")
    bands = tuple(Band(band["code"], band["status"], band["label"], band.get("from"), band.get("included", True))
                  for band in raw["bands"])  # fmt: skip
    return Scheme(**{name: value for name, value in raw.items() if name != "bands"}, bands=bands)


def _faults(raw: dict[str, Any], stem: str) -> list[str]:
    known = set(Scheme.__dataclass_fields__)
    found = [f"`{name}` is not known" for name in sorted(set(raw) - known)]
    found += [f"`{name}` is missing" for name in sorted(known - {"met_first", "round_to"} - set(raw))]
    if found:
        return found
    if raw["key"] != stem:
        found.append(f"`key` must be the name of the file, got {raw['key']!r}")
    if raw["applies_to"] not in APPLIES_TO:
        found.append(f"`applies_to` must be of {', '.join(APPLIES_TO)}, got {raw['applies_to']!r}")
    found += _missing_words("name", raw["name"])
    for number, band in enumerate(raw["bands"], 1):
        found += _band_faults(f"band {number}", band)
    froms = [band.get("from", float("-inf")) for band in raw["bands"]]
    if froms != sorted(froms, reverse=True) or len(set(froms)) != len(froms):
        found.append("bands must stand from the highest `from` down, each with another one")
    codes = [band.get("code") for band in raw["bands"]]
    if len(set(codes)) != len(codes):
        found.append("two bands have the same `code`")
    return found


def _band_faults(where: str, band: dict[str, Any]) -> list[str]:
    found = [f"{where}: `{name}` is missing" for name in ("code", "status", "label") if name not in band]
    if band.get("status", STATUSES[0]) not in STATUSES:
        found.append(f"{where}: `status` must be of {', '.join(STATUSES)}, got {band['status']!r}")
    return found + _missing_words(f"{where}: `label`", band.get("label", {}))


def _missing_words(where: str, words: Mapping[str, str]) -> list[str]:
    return [f"{where} has no word for {language}" for language in LANGUAGES if not words.get(language)]
