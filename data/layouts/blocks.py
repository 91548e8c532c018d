"""Where the header of a table stands in a sheet, the texts above each column, and where its rows begin and end."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from data import periods
from data.layouts.doing_labels import DoingReader, names_doings
from data.layouts.grid import HEADER_ROWS, Grid, Merge
from data.layouts.labels import Label, LabelReader
from data.layouts.populations import as_group, populations
from definitions.fold import fold
from definitions.layouts import layout_words

_ROWS_ABOVE = 4  # of a header, above the line that names the indicator
_ROWS_BELOW = 3
_HEADER = 60  # letters; what is longer is no header
_COLUMN_NUMBER = re.compile(r"^\(?\s*(\d{1,2}|[a-z])\s*\)?(?:\s*[=:].*)?$", re.I)
_NUMBERED_NAME = re.compile(r"^\s*(?:\w+\s+)?indi[ck]ator\s+\d", re.I)
"""`Output Indicator 3.2` heads a table of its own, however far down."""
_YEARS = range(1990, 2101)
_IS_NAME = ("name", "code")
_UNITS = ("place", "partner")
_KEYS = ("period", "year", "place", "partner", "programme")


@dataclass
class Block:
    """A header: positions (in the grid) of its first and last line, and where the rows below it begin and end."""

    anchor: int
    top: int
    bottom: int
    first: int
    end: int
    is_of_doings: bool = False
    """Below a table of indicators: `Kegiatan` heads what its figures count."""
    paths: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """Column → the texts above it, top to bottom, each once."""
    header_cells: dict[int, int] = field(default_factory=dict)
    """Column → the position of the lowest header line that says something for it."""


def blocks(grid: Grid, reader: LabelReader) -> list[Block]:
    """The tables of a sheet whose header names an indicator, top to bottom."""
    anchors = list(_anchors(grid, reader))
    found: list[Block] = []
    for at in anchors:
        if found and at <= found[-1].bottom:
            continue
        block = block_at(grid, reader, at)
        if found and _repeats(found[0], block) and not _is_of_another_kind(grid, found[-1], block):
            continue  # a header printed again on every page
        found.append(block)
    found += list(_of_doings(grid, reader, found))
    found.sort(key=lambda block: block.anchor)
    for block, following in itertools.pairwise(found):
        block.end = following.top
    return found


def _of_doings(grid: Grid, reader: LabelReader, found: Sequence[Block]) -> Iterator[Block]:
    """Further tables below the first one, headed by `Kegiatan` and two or more labels: no row of it."""
    own = DoingReader(reader.known)
    first = found[0].first if found else len(grid)
    named = {at for column in grid.columns if "t" in grid.sheet.fields[column]
             for at, value in enumerate(grid.column(column))
             if at >= first and isinstance(value, str) and len(value) <= _HEADER and names_doings(value)}  # fmt: skip
    for at in sorted(named):
        texts = [text for column in grid.columns if (text := grid.text(at, column))]
        labels = [reader.label(text) for text in texts if not names_doings(text)]
        is_header = len(labels) < len(texts) and sum(each.says_something and each.is_plain for each in labels) > 1
        is_inside = any(block.top <= at <= block.bottom for block in found)
        has_figures = any(isinstance(grid.value(at, column), float) for column in grid.columns)
        if is_header and not is_inside and not has_figures:
            block = block_at(grid, own, at)
            block.is_of_doings = True
            yield block


def _repeats(first: Block, block: Block) -> bool:
    return [path[-1] for path in first.paths.values()] == [path[-1] for path in block.paths.values()]


def _is_of_another_kind(grid: Grid, before: Block, block: Block) -> bool:
    """`Tabel 2. Realisasi 2025` under `Tabel 1. Target 2025`: the same header, and yet other figures."""
    own = _kind_above(grid, block)
    return bool(own) and own != _kind_above(grid, before)


def _kind_above(grid: Grid, block: Block) -> set[str]:
    """target or result, where the line above a header says one of the two."""
    texts = [grid.text(block.top - 1, column) for column in grid.columns] if block.top else []
    kinds = {layout_words().what.get(word) for text in texts for word in fold(text).split()} & {"target", "result"}
    return {str(kind) for kind in kinds} if len(kinds) == 1 else set()


def _anchors(grid: Grid, reader: LabelReader) -> Iterator[int]:
    """Positions of rows that name an indicator's column and at least one thing more."""
    wanted: set[int] = set()
    for column in grid.columns:
        if "t" not in grid.sheet.fields[column]:
            continue
        for at, value in enumerate(grid.column(column)):
            if not isinstance(value, str) or len(value) > _HEADER:
                continue
            is_far = at >= HEADER_ROWS and not _NUMBERED_NAME.match(value)
            if layout_words().fields.get(fold(value)) in _IS_NAME if is_far else _names(reader, value):
                wanted.add(at)
    for at in sorted(wanted):
        labels = [reader.label(grid.text(at, column)) for column in grid.columns]
        if sum(label.says_something for label in labels) >= 2 or _is_above_figures(grid, at, reader):
            yield at


def _is_above_figures(grid: Grid, at: int, reader: LabelReader) -> bool:
    """The indicator's column is named in a line whose other columns are named above or below it."""
    around = [near for near in (at - 1, at + 1) if 0 <= near < len(grid)]
    return any(
        sum(reader.label(grid.text(near, column)).says_something for column in grid.columns) >= 2 for near in around
    )


def _names(reader: LabelReader, text: str) -> bool:
    label = reader.label(text)
    return label.field in _IS_NAME and label.is_plain and not label.has_time


def block_at(grid: Grid, reader: LabelReader, anchor: int, bottom: int | None = None) -> Block:
    """The header around the row that names the indicator."""
    name_columns = [column for column in grid.columns if _names(reader, grid.text(anchor, column))] or grid.columns[:1]
    lowest = _lowest(grid, reader, anchor, name_columns) if bottom is None else bottom
    top = _highest(grid, reader, anchor, name_columns)
    first = lowest + 1
    while first < len(grid) and is_number_row(grid, first):
        first += 1
    block = Block(anchor, top, lowest, first, len(grid))
    lines = [at for at in range(top, lowest + 1) if not is_number_row(grid, at)]
    _fill_paths(grid, reader, block, lines)
    return block


def _covers(grid: Grid, at: int, column: int) -> Merge | None:
    return grid.merged_at.get((grid.rows[at], column))


def _lowest(grid: Grid, reader: LabelReader, anchor: int, name_columns: list[int]) -> int:
    lowest = anchor
    merge = _covers(grid, anchor, name_columns[0])
    if merge:
        lowest = max(
            [at for at in range(anchor, min(anchor + 6, len(grid))) if grid.rows[at] <= merge.bottom], default=anchor
        )
    for at in range(lowest + 1, min(lowest + 1 + _ROWS_BELOW, len(grid))):
        if is_number_row(grid, at):
            continue
        if not _is_sub_header(grid, reader, at, name_columns):
            break
        lowest = at
    return lowest


def _is_sub_header(grid: Grid, reader: LabelReader, at: int, name_columns: list[int]) -> bool:
    """Texts above the figures only, no figure in it, and none where the name of an indicator would stand."""
    if any(grid.text(at, column) for column in name_columns):
        return False
    texts = {column: grid.text(at, column) for column in grid.columns if grid.text(at, column)}
    right = {column: text for column, text in texts.items() if column > name_columns[0]}
    if not right or len(right) < len(texts):
        return False
    if any(_is_figure(grid.value(at, column)) for column in right):
        return False
    above = [text for column in grid.columns if (text := grid.text(at - 1, column))]
    groups = populations([*above, *right.values()])
    labels = [as_group(reader.label(text), groups) for text in right.values()]
    named = sum(label.says_something for label in labels)
    return named >= 1 and (named * 2 >= len(labels) or len(set(right.values())) >= 3)


def _is_figure(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value not in _YEARS


def _highest(grid: Grid, reader: LabelReader, anchor: int, name_columns: list[int]) -> int:
    """Lines above that name the columns right of the indicator; a title over the whole table is none."""
    top = anchor
    for at in range(anchor - 1, max(-1, anchor - 1 - _ROWS_ABOVE), -1):
        if grid.rows[at + 1] - grid.rows[at] > 1 or not _is_line_above(grid, reader, at, name_columns):
            break
        if _is_title(grid, reader, at, anchor):
            break
        top = at
    return top


def _is_line_above(grid: Grid, reader: LabelReader, at: int, name_columns: list[int]) -> bool:
    if _is_keyed(grid, reader, at, name_columns[0]):
        return False
    right = []
    for column in grid.columns:
        text = grid.text(at, column)
        if not text:
            continue
        merge = _covers(grid, at, column)
        if column <= name_columns[0]:
            if merge and merge.right > name_columns[-1]:
                return False
            continue
        if _is_figure(grid.value(at, column)):
            return False
        right.append(reader.label(text))
    return any(label.has_time or label.whats or label.group or label.place or label.partner for label in right)


def _is_title(grid: Grid, reader: LabelReader, at: int, anchor: int) -> bool:
    """A text alone in its row, above the column of places or partners and reaching over no other: a title that begins
    right of the running numbers."""
    columns = [column for column in grid.columns if grid.text(at, column)]
    if len(columns) != 1 or _covers(grid, at, columns[0]):
        return False
    header = grid.text(anchor, columns[0])
    label, words = reader.label(header), layout_words()
    is_unit = label.field in _UNITS and label.is_plain
    return is_unit or any(fold(header) in words.words("unit_rows", unit) for unit in _UNITS)


def _is_keyed(grid: Grid, reader: LabelReader, at: int, first: int) -> bool:
    """`Tahun Anggaran` | `2025`: one thing said of the whole table, and no line of its header."""
    texts = {column: text for column in grid.columns if (text := grid.text(at, column)).strip(": ")}
    key = next(iter(texts), first + 1)
    label = reader.label(texts[key].rstrip(": ")) if key <= first else None
    return len(texts) == 2 and label is not None and label.field in _KEYS and label.is_plain


def is_number_row(grid: Grid, at: int) -> bool:
    """A row of column numbers: (1) (2) (3), or 1 2 3 4=3/2."""
    first = next((text for column in grid.columns if (text := grid.text(at, column))), "")
    if not _COLUMN_NUMBER.match(first):
        return False
    texts = [text for column in grid.columns if (text := grid.text(at, column))]
    found = [_COLUMN_NUMBER.match(text) for text in texts]
    if len(texts) < 3 or not all(found):
        return False
    numbers = [int(each[1]) for each in found if each and each[1].isdigit()]
    if _counts_periods(grid, at):
        return False
    rising = sum(after > before for before, after in itertools.pairwise(numbers))
    return len(numbers) >= 3 and numbers[0] <= 3 and rising >= len(numbers) - 2 and numbers[-1] <= len(numbers) + 3


def _counts_periods(grid: Grid, at: int) -> bool:
    """`Realisasi Bulan Ke-` above 1, 2, 3: the numbers are months, and those of no columns."""
    columns = [column for column in grid.columns if grid.text(at, column)]
    above = {column: fold(grid.header_text(at - 1, column)).split() if at else [] for column in columns}
    return all(
        any(words and periods.part(" ".join([*words, grid.text(at, column)])) for words in (text[-1:], text[-2:]))
        for column, text in above.items()
    )


def _fill_paths(grid: Grid, reader: LabelReader, block: Block, lines: list[int]) -> None:
    """The texts above each column. A text reaches right over blank cells as far as something stands below them."""
    carried: dict[int, str] = {}
    rows = {at: {column: grid.header_text(at, column) for column in grid.columns} for at in lines}
    for line, at in enumerate(lines[:-1]):
        below = lines[line + 1 :]
        _to_the_left(grid, reader, at, rows[at], rows[below[0]])
        carried.clear()
        last = ""
        for column in grid.columns:
            own = rows[at][column]
            is_named_below = any(rows[lower][column] for lower in below)
            if own:
                last = own if _reaches(reader.label(own)) else ""
            elif last and is_named_below and not _is_field(reader, rows, below, column):
                rows[at][column] = last
            elif not is_named_below:
                last = ""
    for column in grid.columns:
        path = [rows[at][column] for at in lines if rows[at][column]]
        path = [text for position, text in enumerate(path) if position == 0 or text != path[position - 1]]
        if path:
            block.paths[column] = tuple(path)
            block.header_cells[column] = max(at for at in lines if rows[at][column])


def _to_the_left(grid: Grid, reader: LabelReader, at: int, own: dict[int, str], below: dict[int, str]) -> None:
    """A text typed over the middle of its columns heads all of them, where what stands below repeats itself: Target
    and Realisasi over 2022 2023 2024 2022 2023 2024."""
    for run in _runs(grid, reader, below):
        heads = [column for column in run if own[column]]
        is_merged = any((grid.rows[at], column) in grid.merged_at for column in heads)
        if len(heads) < 2 or len(run) % len(heads) or is_merged:
            continue
        length = len(run) // len(heads)
        parts = [run[start : start + length] for start in range(0, len(run), length)]
        texts = [[fold(below[column]) for column in part] for part in parts]
        is_repeated = length > 1 and len(set(texts[0])) == length and all(text == texts[0] for text in texts)
        if is_repeated and all(head in part for head, part in zip(heads, parts, strict=True)):
            said = [own[head] for head in heads]
            own.update(dict.fromkeys(run, ""))
            own.update(zip((part[0] for part in parts), said, strict=True))


def _runs(grid: Grid, reader: LabelReader, below: dict[int, str]) -> list[list[int]]:
    """Neighbouring columns whose lower text is a period, a kind or a group, and no field."""
    runs: list[list[int]] = [[]]
    for column in grid.columns:
        label = reader.label(below[column]) if below[column] else None
        if label and (label.has_time or label.whats or label.group) and not (label.field and not label.whats):
            runs[-1].append(column)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _reaches(label: Label) -> bool:
    """A field (Satuan) heads its own column only; a year or `Target` heads what stands below it."""
    return not (
        label.field
        and label.is_plain
        and not label.whats
        and not label.has_time
        and label.field not in ("place", "partner", "group", "period", "year", "baseline", "final_target")
    )


def _is_field(reader: LabelReader, rows: dict[int, dict[int, str]], below: list[int], column: int) -> bool:
    label = reader.label(next(rows[at][column] for at in below if rows[at][column]))
    return bool(label.field and label.is_plain and not label.whats)
