"""Columns of a table that add up its others and do not say so by a total alone: `Jumlah` over Target and Realisasi."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from data.layouts.blocks import Block
from data.layouts.labels import LabelReader
from definitions.fold import fold

if TYPE_CHECKING:
    from data.layouts.roles import Figure

_WORDS = ("total", "jumlah", "jml")


def totals(block: Block, reader: LabelReader, figures: Sequence[Figure]) -> list[Figure]:
    """The figures that are totals: `Jumlah` over a pair beside partners or places over the same, `Jumlah Realisasi`
    behind the months of Realisasi."""
    of_units = {figure.what for figure in figures if figure.partner or figure.place}
    of_periods = {figure.what for figure in figures if figure.period or figure.part}
    found = []
    for figure in figures:
        if figure.has_time or figure.place or figure.partner or figure.group:
            continue
        is_below = _is_below_total(block, reader, figure)
        begins_so = fold(block.paths[figure.column][-1]).partition(" ")[0] in _WORDS
        if (is_below and figure.what in of_units) or ((is_below or begins_so) and figure.what in of_periods):
            found.append(replace(figure, is_to_date=False))
    return found


def _is_below_total(block: Block, reader: LabelReader, figure: Figure) -> bool:
    above = (reader.label(text) for text in block.paths[figure.column][:-1])
    return any(label.whats == {"total"} and label.is_plain for label in above)
