"""Tables that count what people said by what it was about: Kategori keluhan | Jumlah | Selesai. They are no voices."""

from data.layouts.grid import Grid
from definitions.fold import fold
from definitions.layouts import layout_words

_LEFT = 3  # columns from the left among which the categories stand
_LINES_ABOVE = 6
_LONGEST = 60  # letters; what people say themselves is longer
_LEAST = 2


def is_category(header: str) -> bool:
    """Whether a header says that categories of voices stand below it: `Jenis Pengaduan`."""
    return _kind(header) and bool(_voices(header))


def column_of(grid: Grid, at: int) -> dict[int, str]:
    """Column → group, where a header of this row is of categories of voices, or only `Kategori` below a title that
    speaks of voices, and short texts stand below it, each once."""
    for column in grid.columns[:_LEFT]:
        header = grid.text(at, column)
        if not _kind(header) or not subject(grid, at, column):
            continue
        below = [text for line in range(at + 1, len(grid)) if (text := grid.text(line, column))]
        are_names = all(len(text) <= _LONGEST and not text[:1].isdigit() for text in below)
        if len(below) >= _LEAST and len(set(below)) == len(below) and are_names:
            return {column: "group"}
    return {}


def subject(grid: Grid, at: int, column: int) -> str:
    """What is counted, with a capital: `Keluhan`; from the header, else from a title, else the name of the sheet."""
    above = [text for line in range(at - 1, max(-1, at - 1 - _LINES_ABOVE), -1)
             for each in grid.columns if (text := grid.text(line, each))]  # fmt: skip
    told = (_voices(text) for text in (grid.text(at, column), *above, grid.sheet.name))
    return next((word for word in told if word), "").capitalize()


def _kind(header: str) -> bool:
    """Whether a header says category and nothing but of what voices."""
    words = layout_words()
    folded = f" {fold(header)} "
    for name in ("voices", "noise"):
        for word in words.words("categories", name):
            folded = folded.replace(f" {word} ", "  ")
    return bool(folded.split()) and all(each in words.words("categories", "kinds") for each in folded.split())


def _voices(text: str) -> str:
    return layout_words().said("categories", "voices", text) or ""
