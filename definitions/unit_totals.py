"""Texts that stand where a place or partner is named and mean all of them: `Semua mitra`, `Total DIY`, `Gabungan`."""

import re
from dataclasses import dataclass

from definitions.fold import fold, visible
from definitions.layouts import layout_words

_SIGNS = ("Σ", "∑")
_SE = re.compile(r"^se-\s*", re.I)  # Se-DIY: all of it
_BRACKETED = re.compile(r"^(?P<before>.*?)\s*[(\[](?P<word>[^)\]]+)[)\]]\s*$")


@dataclass(frozen=True)
class UnitTotal:
    """A total over places or partners; `of` is what is named beside the word (`DIY`), '' where it is over all."""

    of: str


def unit_total(text: str) -> UnitTotal | None:
    """The total that a text names, None where it names a place or partner.

    `Gabungan Kelompok Tani Makmur` is a name: a word that may begin one counts only alone, in brackets, or before words
    such as mitra and kabupaten.
    """
    plain = _SE.sub("se ", visible(text))
    if plain in _SIGNS:
        return UnitTotal("")
    bracketed = _BRACKETED.match(plain)
    if bracketed and fold(bracketed["word"]) in _words("all", "may_begin_a_name"):
        return UnitTotal(_named(bracketed["before"].split()))
    words = plain.split()
    for length in range(min(3, len(words)), 0, -1):
        head, rest = fold(" ".join(words[:length])), _named(words[length:])
        if head in _words("all") or (head in _words("may_begin_a_name") and not rest):
            return UnitTotal(rest)
    return None


def _named(words: list[str]) -> str:
    """The words but for those that say only what kind of unit is meant: `Seluruh kabupaten` names none."""
    generic = _words("generic")
    return "" if all(fold(word) in generic or not fold(word) for word in words) else " ".join(words)


def _words(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in layout_words().words("unit_totals", name))
