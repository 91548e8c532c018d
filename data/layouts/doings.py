"""Tables whose rows are named by what is done: `Kegiatan` | Target | Realisasi, where no column is called indicator."""

from data import periods
from data.layouts.doing_labels import DoingReader, ObjectiveReader, ProgrammeReader, level_words
from data.layouts.grid import HEADER_ROWS, Grid
from data.layouts.labels import LabelReader
from data.layouts.percent_headers import is_progress
from data.layouts.tracking import tracking
from data.problems import Problem
from data.recognised import NO_MAPPING, Recognised, SheetMapping
from definitions.fold import fold

_ROWS = 200  # from which the content of a column is judged


def doings(
    grid: Grid, reader: LabelReader, file_name: str, mapping: SheetMapping = NO_MAPPING, whole: Grid | None = None
) -> tuple[list[Recognised], list[Problem]]:
    """As `tracking`; nothing in a list with a column of days, which tells when each thing was done."""
    if any(_holds_days(grid, column) for column in grid.columns):
        return [], []
    recognised, problems = tracking(grid, DoingReader(reader.known), file_name, mapping, whole)
    if not recognised and not problems and _has_units(grid, reader):
        recognised, problems = tracking(grid, ProgrammeReader(reader.known), file_name, mapping, whole)
        if not recognised and not problems:
            named = _headings_of_names(grid, reader)
            recognised, problems = tracking(grid, ObjectiveReader(reader.known, named), file_name, mapping, whole)
    has_targets = any(each.words.key == "targets" for each in recognised)
    if _is_of_money(grid, reader) and not has_targets and not _says_progress(grid):
        return [], []
    return recognised, problems


def _headings_of_names(grid: Grid, reader: LabelReader) -> set[str]:
    """`Luaran`, and `Hasil` where another column of its line holds the results."""
    found: set[str] = set()
    for at in range(min(len(grid), HEADER_ROWS)):
        texts = [text for column in grid.columns if (text := grid.text(at, column))]
        results = [text for text in texts if {"result", "achieved_or_share"} & reader.label(text).whats]
        found |= {fold(text) for text in texts if fold(text) in level_words() and set(results) - {text}}
    return found


def _has_units(grid: Grid, reader: LabelReader) -> bool:
    """A column says what each row is counted in, so that `Program` names what is counted, and no whole programme."""
    lines = range(min(len(grid), HEADER_ROWS))
    return any(reader.label(grid.text(at, column)).field == "unit" for at in lines for column in grid.columns)


def _is_of_money(grid: Grid, reader: LabelReader) -> bool:
    """`Kegiatan` | Pagu | Realisasi: what was spent, and no figure of what was reached."""
    lines = range(min(len(grid), HEADER_ROWS))
    return any("money" in reader.label(grid.text(at, column)).whats for at in lines for column in grid.columns)


def _says_progress(grid: Grid) -> bool:
    lines = range(min(len(grid), HEADER_ROWS))
    return any(is_progress(grid.text(at, column)) for at in lines for column in grid.columns)


def _holds_days(grid: Grid, column: int) -> bool:
    texts = [text for at in range(min(len(grid), _ROWS)) if (text := grid.text(at, column))]
    read = [periods.period(text) for text in texts]
    return sum(each is not None and each.kind == "day" for each in read) * 2 > len(texts)
