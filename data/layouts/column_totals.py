"""Columns of a table that add up its others and do not say so by a total alone: `Jumlah` over Target and Realisasi."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from data.layouts.blocks import Block
from data.layouts.labels import LabelReader
from definitions.fold import fold
from definitions.unit_totals import unit_total

if TYPE_CHECKING:
    from data.layouts.roles import Figure

_WORDS = ("total", "jumlah", "jml")


def totals(block: Block, reader: LabelReader, figures: Sequence[Figure]) -> list[Figure]:
    """The figures that are totals: `Jumlah` over a pair beside partners or places over the same, `Jumlah Realisasi`
    behind the months of Realisasi."""
    of_units = {_of_what(figure) for figure in figures if figure.partner or figure.place}
    kinds_of_units = {what for what, *_ in of_units}
    of_periods = {figure.what for figure in figures if figure.period or figure.part}
    found = []
    for figure in figures:
        if figure.place or figure.partner or figure.group:
            continue
        is_below = _is_below_total(block, reader, figure)
        if is_below and _of_what(figure) in of_units:  # with quarters below it too: it runs over no time
            found.append(replace(figure, is_to_date=False))
            continue
        if figure.has_time:
            continue
        begins_so = fold(block.paths[figure.column][-1]).partition(" ")[0] in _WORDS
        if (is_below and figure.what in kinds_of_units) or ((is_below or begins_so) and figure.what in of_periods):
            found.append(replace(figure, is_to_date=False))
    return found


def _of_what(figure: Figure) -> tuple:
    """Whether targets or results, and of when."""
    return figure.what, figure.period, figure.part, figure.year


def _is_below_total(block: Block, reader: LabelReader, figure: Figure) -> bool:
    """Also `Total Konsorsium` and `Semua mitra`, which name no partner beside the word."""
    path = block.paths[figure.column]
    above = path[:-1]
    of_all = any((total := unit_total(text)) and not total.of for text in path)
    return of_all or any(label.whats == {"total"} and label.is_plain for label in map(reader.label, above))
