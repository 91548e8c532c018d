"""How fine the places of a column are, by its header, and what a bare name below `Kabupaten` or `Kota` means."""

from collections import defaultdict
from collections.abc import Sequence

from definitions.fold import fold
from definitions.places import gazetteer

_RANKS = (
    ("provinsi", "province", "prov", "admin1", "adm1", "admin 1"),
    ("kabupaten", "kota", "kab", "regency", "district", "admin2", "adm2", "admin 2"),
    ("kecamatan", "kec", "distrik", "subdistrict", "sub district", "kapanewon", "admin3", "adm3", "admin 3"),
    ("desa", "kelurahan", "kel", "village", "nagari", "gampong", "kampung", "kalurahan", "admin4", "adm4", "admin 4"),
    ("dusun", "rw", "hamlet"),
)
_NAMED = {"kabupaten": "Kabupaten", "kab": "Kabupaten", "regency": "Kabupaten", "kota": "Kota", "city": "Kota"}


def rank(header: str) -> int:
    """How fine the places below a header are: 0 province, 1 regency, 2 district, 3 village; -1 where it is not said."""
    words = f" {fold(header)} "
    return max((at for at, names in enumerate(_RANKS) if any(f" {name} " in words for name in names)), default=-1)


def as_written(text: str, header: str) -> str:
    """`Magelang` below the header Kabupaten is Kabupaten Magelang; below Kab/Kota it stays open."""
    words = set(fold(header).split()) & set(_NAMED)
    if len(words) != 1 or len(gazetteer().candidates(text)) < 2:
        return text
    named = f"{_NAMED[words.pop()]} {text}"
    return named if len(gazetteer().candidates(named)) == 1 else text


def told_apart(names: Sequence[str | None], around: Sequence[str | None]) -> list[str | None]:
    """Two villages of one name in two districts are two places: `Sukamaju, Tempel`. `around` names the wider places."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, wider in zip(names, around, strict=True):
        if name and wider:
            found[fold(name)].add(fold(wider))
    return [f"{name}, {wider}" if name and wider and len(found[fold(name)]) > 1 else name
            for name, wider in zip(names, around, strict=True)]  # fmt: skip
