"""Whether days beside long texts tell what was done or what people say: by how the texts begin, and by the columns."""

import re
from collections.abc import Collection, Sequence

from data.problems import Problem
from data.recognised import Recognised
from definitions.fold import fold, visible
from definitions.layouts import layout_words

_MOST = 0.5  # share of the texts that must begin with what was done
_OF_ANSWERS = ("rating", "channel", "answered_on", "told_back", "consent", "theme")
"""Fields of feedback that no list of activities has."""
_DOING = re.compile(r"(?:pe[mnlr][a-z]{3,}an|pe[a-z]{4,}an|me[mnlrw][a-z]{3,}|[a-z]{4,}isasi)")
"""Verbal nouns and verbs of Indonesian: pelatihan, penyuluhan, melatih, mengunjungi, sosialisasi."""


def tells_of_work(texts: Collection[str], header: str, found: Recognised) -> bool:
    """Whether the texts of a log are activities. `found` is the sheet as feedback would have it."""
    if set(_OF_ANSWERS) & set(found.columns) or _said("voices", header):
        return False
    doing = sum(map(_is_doing, texts))
    speaking = sum(map(_speaks, texts))
    is_question = header.strip().endswith("?")  # `Apa yang sudah baik dari kegiatan ini?` asks what people think of it
    if _said("doing_headers", header) and not (is_question and doing < _MOST * len(texts)):
        return speaking * 2 <= len(texts)
    return doing >= _MOST * len(texts) and doing > 2 * speaking


def lacking(found: Recognised) -> list[Problem]:
    """The columns that a list of activities must have and this one has not."""
    headers = ", ".join(f"'{visible(text)}'" for text in found.headers.values())
    return [Problem("missing_column", sheet=found.sheet.name, cell=f"A{found.header_row}",
                    params={"expected": column, "found": headers})
            for column in found.words.required if column.key not in found.columns]  # fmt: skip


def _is_doing(text: str) -> bool:
    words = fold(text).split()
    first = _first(words)
    if not first or first in layout_words().words("evidence", "no_doing"):
        return False
    return bool(first in layout_words().words("evidence", "doing") or _DOING.fullmatch(first))


def _first(words: Sequence[str]) -> str:
    """The first word that says something: of `1. Kegiatan pelatihan kompos` pelatihan."""
    empty = layout_words().words("evidence", "doing_before")
    return next((word for word in words if not word.isdigit() and word not in empty), "")


def _speaks(text: str) -> bool:
    """A voice: somebody says I and we, asks, thanks or complains."""
    return "?" in text or _said("speaking", text)


def _said(name: str, text: str) -> bool:
    return bool(layout_words().said("evidence", name, text))
