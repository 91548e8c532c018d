"""Tables whose rows are named by what is done: `Kegiatan` | Target | Realisasi, where no column is called indicator."""

from dataclasses import replace

from data import periods
from data.layouts.grid import HEADER_ROWS, Grid
from data.layouts.labels import Label, LabelReader
from data.layouts.tracking import tracking
from data.problems import Problem
from data.recognised import NO_MAPPING, Recognised, SheetMapping
from definitions.fold import fold
from definitions.layouts import layout_words

_ROWS = 200  # from which the content of a column is judged


class _DoingReader(LabelReader):
    """Reads `Kegiatan` as the name of what the figures count."""

    def _label(self, text: str) -> Label:
        label = super()._label(text)
        is_doing = fold(text) in layout_words().words("evidence", "counted_doings")
        return replace(label, field="name", rest="") if is_doing else label


def doings(
    grid: Grid, reader: LabelReader, file_name: str, mapping: SheetMapping = NO_MAPPING
) -> tuple[list[Recognised], list[Problem]]:
    """As `tracking`; nothing in a list with a column of days, which tells when each thing was done."""
    if any(_holds_days(grid, column) for column in grid.columns):
        return [], []
    recognised, problems = tracking(grid, _DoingReader(reader.known), file_name, mapping)
    if _is_of_money(grid, reader) and not any(each.words.key == "targets" for each in recognised):
        return [], []
    return recognised, problems


def _is_of_money(grid: Grid, reader: LabelReader) -> bool:
    """`Kegiatan` | Pagu | Realisasi: what was spent, and no figure of what was reached."""
    lines = range(min(len(grid), HEADER_ROWS))
    return any("money" in reader.label(grid.text(at, column)).whats for at in lines for column in grid.columns)


def _holds_days(grid: Grid, column: int) -> bool:
    texts = [text for at in range(min(len(grid), _ROWS)) if (text := grid.text(at, column))]
    read = [periods.period(text) for text in texts]
    return sum(each is not None and each.kind == "day" for each in read) * 2 > len(texts)
