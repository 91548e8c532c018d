"""Signs behind a kind: `Target (orang)` tells the unit; `Target (%)` is a target where the results are in per cent."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.layouts.blocks import Block
from data.layouts.grid import Grid
from data.layouts.labels import Label, LabelReader
from data.layouts.roles import Figure, Roles, figure_of, has_figures
from definitions.fold import fold
from definitions.layouts import layout_words
from definitions.units import PERCENT, is_percent, known_units

_BRACKETED = re.compile(r"[(\[]\s*(?:#|dalam|in|jumlah)?\s*([^()\[\]]{1,30}?)\s*[)\]]", re.I)
_OF_PROGRESS = {"fisik", "physical", "progres", "progress", "kemajuan", "realisasi", "capaian", "persentase", "%"}
_ACHIEVED = "achieved_or_share"


def unit_in_headers(block: Block, found: Roles) -> tuple[str, int] | None:
    """The one unit that stands in brackets behind what the columns of figures are, and a column whose header says it;
    None where two of them say different ones."""
    told: dict[str, tuple[str, int]] = {}
    for figure in found.figures:
        path = block.paths.get(figure.column, ())
        for text in (*_BRACKETED.findall(" ".join(path)), *("%" for text in path if text.rstrip().endswith("%"))):
            if fold(text) in known_units() or text.strip().casefold() in PERCENT:
                told.setdefault(fold(text) or text, (text, figure.column))
    return next(iter(told.values())) if len(told) == 1 else None


def take_targets(grid: Grid, block: Block, found: Roles, reader: LabelReader) -> None:
    """`Target (%)` beside `Realisasi (%)`: the figures of an indicator counted in per cent.

    Beside another target, or beside results that are no percentages, it is the share that Dampak works out, or one of a
    number of people that stands in a column of its own.
    """
    labels = {column: [reader.label(text) for text in path] for column, path in block.paths.items()}
    shares = [column for column, why in found.left_out.items() if why == "calculated" and column in labels
              and has_figures(grid, block, column)]  # fmt: skip
    mine = [column for column in shares if _first(labels[column][-1]) == "target" and _is_plain(labels[column][-1])]
    if not mine and not found.figures:
        _take_progress(found, [column for column in shares if is_progress(labels[column][-1].text)], labels)
    if not mine or _counts_things(grid, block, found):
        return
    reached = [column for column in shares if _first(labels[column][-1]) in (_ACHIEVED, "result") and not found.figures]
    figures = [*found.figures, *(replace(figure_of(column, labels[column]), what=_ACHIEVED) for column in reached)]
    if not _are_all_shares(figures, labels) or "final_target" in found.fields:
        return
    for column in (*mine, *reached):
        del found.left_out[column]
    figures += [figure_of(column, labels[column]) for column in mine]
    found.figures = sorted((_as_result(figure, labels) for figure in figures), key=lambda each: each.column)


def is_progress(text: str) -> bool:
    """`Fisik (%)`, `Progres fisik %`: how much of a work is done, beside the money that was spent of it or alone."""
    words = set(fold(text).split())
    return "%" in text and bool(words & {"fisik", "physical"}) and words <= _OF_PROGRESS


def _take_progress(found: Roles, columns: Sequence[int], labels: Mapping[int, list[Label]]) -> None:
    for column in columns:
        del found.left_out[column]
        found.figures.append(replace(figure_of(column, labels[column]), what="result"))


def _first(label: Label) -> str | None:
    """What the first word says the figures are: `% target` is what was reached of it."""
    words = fold(label.text).split()
    return layout_words().what.get(words[0]) if words else None


def _is_plain(label: Label) -> bool:
    return label.whats == {"target", "calculated"} and label.is_plain


def _are_all_shares(figures: Sequence[Figure], labels: Mapping[int, list[Label]]) -> bool:
    """Whether results stand beside, each of them in per cent, and nothing else that may be planned or reached."""
    told = [figure for figure in figures if figure.what or not figure.has_time]
    return bool(told) and all(_says_percent(labels[each.column]) and each.what != "target" for each in told)


def _counts_things(grid: Grid, block: Block, found: Roles) -> bool:
    """A column of units with orang or desa: of these the percentages are shares."""
    column = found.fields.get("unit")
    texts = {grid.text(at, column) for at in range(block.first, block.end)} - {""} if column is not None else set()
    return not all(is_percent(text) or "%" in text for text in texts)


def _says_percent(labels: list[Label]) -> bool:
    return any("%" in label.text or bool(PERCENT & set(fold(label.text).split())) for label in labels)


def _as_result(figure: Figure, labels: Mapping[int, list[Label]]) -> Figure:
    """`Realisasi (%)` beside `Target (%)` is what was reached, and no share of it; of `Capaian (%)` it is asked."""
    is_result = figure.what == _ACHIEVED and _first(labels[figure.column][-1]) == "result"
    return replace(figure, what="result") if is_result else figure
