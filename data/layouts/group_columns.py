"""Columns that say of which people a row is: Jenis Kelamin | Kelompok Umur together make one group, `age=0-5;sex=f`."""

from data.layouts.grid import Grid
from data.layouts.labels import LabelReader
from data.layouts.populations import is_of_ages, named_group
from data.layouts.rows import Row, Told
from definitions.ages import age_group
from definitions.fold import fold
from definitions.layouts import layout_words

_MOST = 0.6  # share of the different texts that must be understood
_SAMPLE = 500  # rows from which a column is judged
_YES = {"ya", "yes", "y"}


def group_told(grid: Grid, reader: LabelReader, row: Row, columns: dict[int, str]) -> Told | None:
    """What the columns of a row say together; `columns`: their positions and headers, the one that is read first."""
    everyone = layout_words().words("rows", "everyone")
    texts = {column: text for column in columns if (text := grid.header_text(row.at, column))}
    if not texts:
        return None
    first, whole = next(iter(texts)), next(iter(texts.values()))
    parts: dict[str, str] = {}
    for column, text in texts.items():
        if fold(text) not in everyone:
            group = group_in(text, columns[column], reader)
            for part in (group or (f"people={fold(text)}" if len(texts) > 1 else text)).split(";"):
                parts.setdefault(part.partition("=")[0], part)
    return Told(";".join(sorted(parts.values())) or whole, row.at, first)


def group_in(text: str, header: str, reader: LabelReader) -> str | None:
    """The group that a cell names below a header: `0-5` below Kelompok umur, `L`, `Ya` below Disabilitas."""
    if ages := age_group(text, are_ages=is_of_ages(header)):
        return ages
    label, words = reader.label(text), set(fold(header).split())
    if label.group and label.is_plain and not label.whats:
        return label.group
    if words & {"disabilitas", "disability", "difabel"}:
        return f"disability={'yes' if fold(text) in _YES else fold(text)}"
    return named_group(text)


def read_columns(grid: Grid, reader: LabelReader, headers: dict[int, str], rows: list[Row]) -> dict[int, str]:
    """Of several columns of groups those that are read together: the first, and any other whose texts mostly name
    people."""
    kept = {}
    for column, header in headers.items():
        texts = {text for row in rows[:_SAMPLE] if (text := grid.header_text(row.at, column))}
        texts = {text for text in texts if fold(text) not in layout_words().words("rows", "everyone")}
        named = sum(group_in(text, header, reader) is not None for text in texts)
        if not kept or (named and named >= _MOST * len(texts)):
            kept[column] = header
    return kept


def crossed(row: str | None, column: str) -> str:
    """The group of a row and that of a column together: `0-5 tahun` below L is `age=0-5;sex=m`."""
    if row is None or fold(row) in layout_words().words("rows", "everyone"):
        return column
    parts = {part.partition("=")[0]: part for part in column.split(";")}
    parts |= {part.partition("=")[0]: part for part in (row if "=" in row else f"people={fold(row)}").split(";")}
    return ";".join(sorted(parts.values()))
