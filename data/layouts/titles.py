"""The indicator that a title names: `Tabel 4.1 Persentase Penduduk Miskin menurut Kabupaten (persen), 2022-2024`."""

import re

from data.layouts.labels import LabelReader
from data.layouts.unit_headers import name_of
from definitions.fold import fold
from definitions.layouts import layout_words
from definitions.units import known_units

_NUMBERED = re.compile(r"^(?:\d+(?:\.\d+)*|[IVX]+(?:\.\d+)*|[A-Z])[.)]?\s+(?=\D)")
_YEARS = re.compile(r"[\s,(]*\b(?:tahun\s+)?(?:19|20)\d{2}(?:\s?[-–/]\s?(?:(?:19|20)\d{2}|\d{2}))?\)?\s*$", re.I)
_UNIT = re.compile(r"\s*\((?P<unit>[^()]{1,30})\)\s*$")
_PLANNED = re.compile(r"\s*\(\s*target[^()]*\d[^()]*\)", re.I)
_DASH = re.compile(r"\s+[—–|-]\s+")
_SPLIT_BY = re.compile(
    r"\s+(?:menurut|berdasarkan|dirinci|according\s+to|(?:per|tiap|setiap|by)\s+(?:desa|kelurahan|kecamatan|kabupaten|kota"
    r"|provinsi|puskesmas|posyandu|sekolah|mitra|lembaga|bulan|triwulan|tahun|village|district|province|month|quarter"
    r"|partner))\b.*$",
    re.I,
)
_LONGEST_PLACE = 5  # words
_SIGNS = {"%", "persen", "rp", "rupiah", "idr"}


def indicator_in(title: str, reader: LabelReader) -> tuple[str, str]:
    """The name that a title gives its figures, and the unit that stands in brackets: ('', '') where it gives none.

    Left out are the number of the table, years and other periods, what the rows are, and the place.
    """
    title = _with_unit(_PLANNED.sub("", title))
    words = name_of(title, reader.label(title), reader).split()
    while words and fold(words[0]) in layout_words().words("unit_rows", "title"):
        words = words[1:]
    text, unit = _NUMBERED.sub("", " ".join(words)), ""
    for _ in range(3):  # the year and the unit stand in either order
        if found := _UNIT.search(text := _YEARS.sub("", text).rstrip(" ,-–")):
            if not _is_unit(found["unit"]):
                break
            text, unit = text[: found.start()], found["unit"]
    text = _SPLIT_BY.sub("", text)
    text = _without_place(text.split(), reader)
    text = name_of(text, reader.label(text), reader)
    is_name = len(text.split()) > 1 and not reader.label(text).place
    return (text, unit) if is_name else ("", "")


def _is_unit(text: str) -> bool:
    folded = fold(text)
    return folded in known_units() or folded in _SIGNS or folded in layout_words().words("evidence", "amounts")


def _with_unit(title: str) -> str:
    """Of `Bank Sampah Gemah — Setoran nasabah (kg)` the part that says what is counted; else the whole title."""
    parts = _DASH.split(title)
    told = ((part, _UNIT.search(_YEARS.sub("", part))) for part in parts)
    return next((part for part, found in told if found and _is_unit(found["unit"])), title) if len(parts) > 1 else title


def _without_place(words: list[str], reader: LabelReader) -> str:
    for length in range(min(_LONGEST_PLACE, len(words) - 2), 0, -1):
        tail = " ".join(words[-length:]).strip(" ,-–")
        if reader.label(tail).place and not reader.label(tail).rest:
            words = words[:-length]
            break
    while words and fold(words[-1]) in ("di", "in", "of", "se"):
        words = words[:-1]
    return " ".join(words).rstrip(" ,-–")
