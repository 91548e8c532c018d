"""Indonesian provinces and regencies with their Kemendagri codes, and how people write them."""

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from definitions.fold import fold, visible

_HERE = Path(__file__).parent
_CODE_FIRST = re.compile(r"^(\d{2}(?:\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?)?)(?:\s*[-–—:·|,]?\s+(.*))?$")
_PREFIXES = (
    (re.compile(r"^(kab|kabupaten|kab\.)\s+", re.I), "kabupaten "),
    (re.compile(r"^(kota|kodya|kotamadya)\s+", re.I), "kota "),
    (re.compile(r"^(prov|propinsi|provinsi|prov\.)\s+", re.I), ""),
)


@dataclass(frozen=True)
class Place:
    """A place. `code` is a Kemendagri code or None; `parent` the code one level up; `key` is what the ledger stores."""

    key: str
    name: str
    code: str | None = None
    level: str | None = None
    within: str | None = None
    """The code of the place around it, where its own code does not say so."""

    @property
    def parent(self) -> str | None:
        return self.within or (self.code.rpartition(".")[0] or None if self.code else None)


@dataclass(frozen=True)
class Gazetteer:
    """The known places, by code and by folded name; a name that two places share belongs to neither."""

    by_code: dict[str, Place]
    by_name: dict[str, tuple[Place, ...]]

    def place(self, text: str) -> Place:
        """The place meant by `text`: by code, then by name, else a place of that very name."""
        written = visible(text)
        coded = _CODE_FIRST.match(written)
        if coded:
            return self._by_code(coded[1], coded[2], written)
        found = self.candidates(written)
        return found[0] if len(found) == 1 else Place(key=written, name=written)

    def candidates(self, text: str) -> tuple[Place, ...]:
        """Every known place that `text` may name; `Semarang` names both Kabupaten and Kota."""
        return self.by_name.get(fold(self.without_kind(text)), ())

    @staticmethod
    def without_kind(text: str) -> str:
        """`Kab. Sleman` as `kabupaten Sleman`, `Prov. Bali` as `Bali`."""
        name = visible(text).replace(".", ". ")
        for pattern, plain in _PREFIXES:
            name = pattern.sub(plain, name)
        return name

    def lost_zero(self, text: str) -> Place | None:
        """The place of `33.1` when Excel has turned the code 33.10 into a number, else None."""
        if re.fullmatch(r"\d{2}\.\d", text) and text not in self.by_code:
            return self.by_code.get(text + "0")
        return None

    def contradicts(self, text: str) -> bool:
        """True for `33.22 Kabupaten Demak`: the code is that of another place."""
        coded = _CODE_FIRST.match(visible(text))
        known = self.by_code.get(coded[1]) if coded else None
        return bool(known and coded and coded[2] and known not in self.candidates(coded[2]))

    def _by_code(self, code: str, name: str | None, written: str) -> Place:
        if len(code) == 2 and name and self.contradicts(written):
            return Place(key=written, name=written)  # 13 Ilir is a ward of Palembang, not Sumatera Barat
        if code in self.by_code:
            return self.by_code[code]
        level = {1: "province", 2: "regency", 3: "district", 4: "village"}[code.count(".") + 1]
        if code[:2] not in self.by_code:
            return Place(key=f"{code} {name}" if name else code, name=name or code)
        return Place(key=code, name=name or code, code=code, level=level)


def _bare(name: str) -> str:
    return re.sub(r"^(Kabupaten|Kota)( Administrasi)? ", "", name)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer of places.csv and places.toml: 38 provinces, 514 regencies and cities."""
    aliases = tomllib.loads((_HERE / "places.toml").read_text("utf-8"))["aliases"]
    by_code: dict[str, Place] = {}
    by_name: dict[str, list[Place]] = {}
    with (_HERE / "places.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            place = Place(key=row["code"], name=row["name"], code=row["code"], level=row["level"])
            by_code[place.key] = place
            for name in {fold(place.name), fold(_bare(place.name)), *map(fold, aliases.get(place.key, ()))}:
                by_name.setdefault(name, []).append(place)
    return Gazetteer(by_code, {name: tuple(found) for name, found in by_name.items()})
