"""Rows below an indicator that are groups of its figure: - Perempuan, 0-5, Lansia (60 th ke atas), Kuintil 1."""

import re
from collections.abc import Iterator, Mapping, Sequence

from data import numbers
from data.layouts.blocks import Block
from data.layouts.grid import Grid
from data.layouts.labels import LabelReader
from data.layouts.populations import key, named_group, populations
from definitions.ages import age_group
from definitions.fold import fold, visible
from definitions.units import is_people

BULLET = re.compile(r"^\s*(?:[-–—•*▪o·>]+|[a-z0-9ivx]{1,4}[.)])\s+", re.I)
_DIMENSIONS = {"kelamin", "gender", "sex", "umur", "usia", "age", "disabilitas", "disability", "kuintil", "quintile",
               "desil", "disagregasi", "disaggregation", "terpilah"}  # fmt: skip
_MAY_BE_INDICATORS = ("people=", "disability=")
_LONGEST = 5  # words
_LEAST = 2


class GroupRows:
    """Which rows of a table are groups. `marks` are the columns that number or code an indicator."""

    def __init__(self, grid: Grid, block: Block, reader: LabelReader, name: int, marks: Sequence[int],
                 figures: Sequence[int], unit: int | None = None) -> None:  # fmt: skip
        self.grid, self.block, self.reader, self.name = grid, block, reader, name
        self.marks, self.figures, self.unit = marks, figures, unit
        self.groups: Mapping[int, str] = dict(self._found())

    def _found(self) -> Iterator[tuple[int, str]]:
        for run in self._runs():
            texts = {at: self._bare(at) for at in run}
            sure = {at: group for at in run if (group := self._sure(at))}
            spans = {at: age_group(text, are_ages=True) for at, text in texts.items()}
            ages = populations([*texts.values(), *(["usia"] if self._counts_people(run) else [])])
            for at, text in texts.items():  # two numbers alone name no indicator, whatever they are classes of
                group = sure.get(at) or ages.get(key(text)) or (text if spans[at] else named_group(text))
                if group and (at in sure or spans[at] or self._is_part(run, at, group, bool(sure))):
                    yield at, group

    def _counts_people(self, run: Sequence[int]) -> bool:
        """Whether the unit of the rows, or of the one above them, counts people."""
        column = self.unit
        texts = [self.grid.header_text(at, column) for at in (*run, max(run[0] - 1, 0))] if column is not None else []
        return any(is_people(text) for text in texts if text)

    def _is_part(self, run: Sequence[int], at: int, group: str, has_sure: bool) -> bool:
        """`Anak`, `Dewasa` may be indicators: they are groups where they are set in beside others, or where two or more
        add up to the row above them."""
        if not group.startswith(_MAY_BE_INDICATORS):
            return True
        is_set_in = self._is_set_in(at)
        if group.startswith("disability=") and (has_sure or is_set_in):
            return True
        alike = [each for each in run if not self._sure(each)]
        above = next((each for each in range(run[0] - 1, self.block.first - 1, -1) if self.grid.text(each, self.name)),
                     -1)  # fmt: skip
        is_whole = above >= 0 and is_sum(self.grid, above, alike, self.figures)
        return (is_set_in and len(run) >= _LEAST) or is_whole

    def _runs(self) -> list[list[int]]:
        """Neighbouring rows that may be groups; a heading such as `Jenis kelamin` between them parts none."""
        runs: list[list[int]] = [[]]
        for at in range(self.block.first, self.block.end):
            text = self._bare(at)
            if text and (self._sure(at) or self._may_be(at, text)):
                runs[-1].append(at)
            elif text and not names_dimension(text):
                runs.append([])
        return [run for run in runs if run]

    def _may_be(self, at: int, text: str) -> bool:
        is_numbered = any(self.grid.value(at, column) is not None for column in self.marks)
        return not is_numbered and bool(named_group(text) or age_group(text, are_ages=True))

    def _bare(self, at: int) -> str:
        text = self.grid.text(at, self.name)
        return BULLET.sub("", text).strip() or text

    def _sure(self, at: int) -> str | None:
        """A group whatever stands around it: `Perempuan`, `0-5 tahun`."""
        label = self.reader.label(self._bare(at))
        return label.group if label.group and label.is_plain and not label.whats else None

    def _is_set_in(self, at: int) -> bool:
        value = self.grid.value(at, self.name)
        return isinstance(value, str) and (value[:1].isspace() or bool(BULLET.match(value)))


def is_sum(grid: Grid, total: int, parts: Sequence[int], figures: Sequence[int]) -> bool:
    """Whether a row holds the sums of others in every column in which both have a figure, and in one at least."""
    pairs = []
    for column in figures:
        own = grid.value(total, column)
        values = [value for at in parts if isinstance(value := grid.value(at, column), float)]
        if isinstance(own, float) and len(values) >= _LEAST:
            pairs.append((own, sum(values)))
    return bool(pairs) and all(numbers.is_close(own, made) for own, made in pairs)


def names_dimension(text: str) -> bool:
    """`Jenis kelamin`, `Terpilah menurut umur:`: the heading of groups, and of no indicator."""
    words = fold(visible(text)).split()
    return len(words) <= _LONGEST and bool(_DIMENSIONS & set(words))
