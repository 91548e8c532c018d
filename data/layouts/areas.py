"""The place that a title names: `KABUPATEN SLEMAN`, which is a known one, or `DESA SUKAMAJU`, which no list has."""

import re

from data import periods
from data.layouts.labels import LabelReader
from definitions.fold import fold
from definitions.layouts import layout_words
from definitions.places import gazetteer

_AREA = re.compile(
    r"\b(kabupaten|kab\.?|kota|provinsi|prov\.?|desa|kecamatan|kec\.?|kelurahan)\s+(\S+(?:\s+\S+){0,3})", re.I
)
_SMALL = (
    re.compile(r"(?<!\w)(?:dusun|dukuh|padukuhan|pedukuhan|lingkungan)\s*:?\s+(?P<name>.+)", re.I),
    re.compile(
        r"(?<!\w)(?:desa|ds\.|kelurahan|kel\.|kalurahan|nagari|gampong|kampung|village)\s*:?\s+(?P<name>.+)", re.I
    ),
    re.compile(r"(?<!\w)(?:kecamatan|kec\.?|kapanewon|distrik|subdistrict)\s*:?\s+(?P<name>.+)", re.I),
)
"""The finest first."""
_LONGEST = 3  # words of a name
_SHORTEST = 3  # letters: `Dusun I` may be of any village
_ENDS = re.compile(r"[,;:(–—|/]|\s-\s")


def area(text: str) -> str | None:
    """The known place in a title, when the list of places knows it under that name."""
    for found in _AREA.finditer(text):
        words = found[2].split()
        for length in range(len(words), 0, -1):
            name = f"{found[1]} {' '.join(words[:length])}".strip(" ,.-–")
            if len(gazetteer().candidates(name)) == 1:
                return name
    return None


def village(text: str, reader: LabelReader) -> str | None:
    """`Sukamaju` of `REKAP POSYANDU DESA SUKAMAJU KEC. MUNGKID`: the finest place that a title names, however small.

    What only describes villages (`Desa Binaan`, `per desa`), and the name of an organisation, is none.
    """
    for pattern in _SMALL:
        found = pattern.search(text)
        if found and not _names_somebody(text[: found.start()]) and (name := _name(found["name"], reader)):
            return name
    return None


def _names_somebody(before: str) -> bool:
    """`Yayasan Desa Hijau`, `data per desa`: what follows is no place of the figures."""
    last = fold(before).split()[-1:]
    return bool(last) and last[0] in layout_words().words("area", "before")


def _name(text: str, reader: LabelReader) -> str | None:
    words: list[str] = []
    for word in _ENDS.split(text, maxsplit=1)[0].split()[: _LONGEST + 1]:
        bare = word.strip(".\"'")
        if not bare[:1].isupper() or bare[:1].isdigit() or _ends(bare, reader):
            break
        words.append(bare)
    name = " ".join(words)
    if len(name) < _SHORTEST or len(words) > _LONGEST or fold(words[0]) in layout_words().words("area", "describing"):
        return None
    return name.title() if name.isupper() else name


def _ends(word: str, reader: LabelReader) -> bool:
    """A word that goes on with another place, a period or what the figures are."""
    label, folded = reader.label(word), fold(word)
    is_kind = label.has_time or bool(label.whats) or label.field is not None
    return is_kind or folded in layout_words().words("area", "after") or periods.seems(f"{folded} 1")
