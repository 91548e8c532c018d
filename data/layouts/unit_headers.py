"""Headers of tables with a place or partner in each row: which column holds what of which indicator."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from data import numbers, periods
from data.layouts import categories
from data.layouts.blocks import Block, block_at, is_number_row
from data.layouts.degrees import is_degree, is_spared, told_apart
from data.layouts.grid import HEADER_ROWS, Grid
from data.layouts.labels import Label, LabelReader
from data.layouts.populations import as_group, populations
from data.layouts.roles import Figure, Roles, figure_of, has_figures, roles, tells_kinds
from data.reading.sheets import column_index
from data.recognised import Figures, SheetMapping
from definitions.ages import age_group
from definitions.fold import fold, visible
from definitions.layouts import layout_words
from definitions.units import known_units

_UNITS = ("place", "partner")
_TIMES = ("period", "year")
_LEAST_PERIODS = 2  # rows that name one
_LEFT = 6  # columns from the left among which the units stand
_SAMPLE = 200  # rows from which the content of a column is judged
_DEEPEST = 5  # rows of a header
_BRACKETED = re.compile(r"\(([^()]{1,30})\)\s*$")
_YEARS = range(1990, 2101)
_ALL_BRACKETED = re.compile(r"^\(([^()]{1,30})\)$")
_YES_NO = {"ya", "tidak", "yes", "no", "sudah", "belum"}
_OF_ROWS = ("place", "partner", "group", "period", "year", "period_start", "period_end", "note", "programme", "what")
_TARGET_OR_RESULT = ("target", "result", "numerator", "denominator", "achieved_or_share")


@dataclass
class Heading:
    """A header whose rows are units: their fields, the figures by name of the indicator, and the units of these."""

    block: Block
    base: Roles
    indicators: dict[str, list[Figure]] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    """Name of an indicator → what it is counted in, as its header says."""
    totals: dict[str, list[Figure]] = field(default_factory=dict)
    days: list[int] = field(default_factory=list)
    """Columns of days that no header tells."""
    ages: Mapping[str, str] = field(default_factory=dict)
    """Headers of two numbers that are ages, and the groups they mean."""
    category: int = -1
    """The column that says what voices were about."""


def headings(grid: Grid, reader: LabelReader, mapping: SheetMapping) -> Iterator[Heading]:
    """The headers of a sheet that name a place or partner and columns of figures; the first of them, or the chosen."""
    anchors = [grid.at_row.get(mapping.header_row, 0)] if mapping.header_row else range(min(len(grid), HEADER_ROWS))
    for anchor in anchors:
        columns = _unit_columns(grid, reader, anchor, mapping)
        if not columns:
            continue
        bottom = grid.at_row.get(mapping.header_end) if mapping.header_end else _bottom(grid, anchor, min(columns))
        found = _heading(grid, reader, block_at(grid, reader, anchor, bottom), columns, mapping)
        if found and found.indicators:
            yield found
            return


def _unit_columns(grid: Grid, reader: LabelReader, at: int, mapping: SheetMapping) -> dict[int, str]:
    """Column → place or partner, of the columns on the left that a header names so."""
    given = {column_index(where): key for key, where in mapping.columns.items()
             if key in _UNITS and re.fullmatch(r"[A-Za-z]{1,3}", where)}  # fmt: skip
    if given:
        return given
    if any(reader.label(grid.text(at, column)).field == "name" and not tells_kinds(grid, reader, at + 1, column)
           for column in grid.columns):  # fmt: skip
        return {}  # a column names the indicators
    if any(grid.text(at, column).startswith(":") for column in grid.columns):
        return {}  # `Puskesmas` | `: Kalasan`, above the table
    people = layout_words().words("unit_rows", "people")
    if any(fold(grid.text(at, column)) in people for column in grid.columns):
        return {}
    found = {column: unit for column in grid.columns[:_LEFT] if (unit := unit_named_by(reader, grid.text(at, column)))}
    found = found or _named_units(grid, reader, at) or _period_column(grid, reader, at)
    found = found or categories.column_of(grid, at)
    return found if len([column for column in grid.columns if grid.text(at, column)]) > 1 else {}


def _named_units(grid: Grid, reader: LabelReader, at: int) -> dict[int, str]:
    """Column → place, of a first column called `Unit` in which names stand, each once, and no orang or batang."""
    for column in grid.columns[:_LEFT]:
        label = reader.label(grid.text(at, column))
        if label.field == "unit" and label.is_plain:
            texts = [text for line in range(at + 1, len(grid)) if (text := grid.text(line, column))][:_SAMPLE]
            are_names = len(set(texts)) == len(texts) > 2 and not {fold(text) for text in texts} & set(known_units())
            return {column: "place"} if are_names and not any("%" in text for text in texts) else {}
        if label.field not in (None, "number") or label.rest:
            return {}
    return {}


def _period_column(grid: Grid, reader: LabelReader, at: int) -> dict[int, str]:
    """Column → period or year, of the first column on the left that is called so and holds nothing else: each row is
    then of a period, and no place or partner is told."""
    for column in grid.columns[:_LEFT]:
        label = reader.label(grid.text(at, column))
        if label.field in _TIMES and label.is_plain and not label.whats:
            is_told = is_of_periods(grid, reader, at, column, _LEAST_PERIODS)
            return {column: str(label.field)} if is_told else {}
    return {}


def is_of_periods(grid: Grid, reader: LabelReader, at: int, column: int, least: int = 1) -> bool:
    """Whether a column is called a period or year and its first cells name one; `least` of its cells must."""
    label = reader.label(grid.text(at, column))
    if label.field not in _TIMES or not label.is_plain or label.whats:
        return False
    below = [text for line in range(at + 1, len(grid)) if (text := grid.text(line, column))][:_SAMPLE]
    spoken = [f"{label.text} {text}" if text.isdigit() and len(text) < 3 else text for text in below]
    told = [each.has_time and not each.rest for each in map(reader.label, spoken)]
    return sum(told) >= least and all(told[:_LEAST_PERIODS])


def unit_named_by(reader: LabelReader, text: str) -> str | None:
    """place or partner, where a header names such units."""
    label, folded = reader.label(text), fold(text)
    if label.field in _UNITS and label.is_plain:
        return label.field
    return next((unit for unit in _UNITS if folded in layout_words().words("unit_rows", unit)), None)


def unit_of_rows(fields: Mapping[str, int]) -> int:
    """The column that tells the rows apart: their place, partner or period, else their category; -1 for none."""
    return next((fields[key] for key in (*_UNITS, *_TIMES, "group") if key in fields), -1)


def _bottom(grid: Grid, anchor: int, unit: int) -> int:
    """The last line of the header: the one before a unit or a figure stands."""
    last = anchor
    for at in range(anchor + 1, min(anchor + _DEEPEST, len(grid))):
        values = [grid.value(at, column) for column in grid.columns]
        if grid.text(at, unit) or is_number_row(grid, at) or not any(isinstance(value, str) for value in values):
            break
        if all(grid.value(at, column) is None for column in grid.columns if column > unit):
            break  # the heading of a section: a further line of the header says something of the figures
        if any(isinstance(value, float) and not 1990 <= value <= 2100 for value in values):
            break
        last = at
    return last


def _heading(
    grid: Grid, reader: LabelReader, block: Block, columns: Mapping[int, str], mapping: SheetMapping
) -> Heading | None:
    base = roles(grid, block, reader)
    if base.fields.get("unit") not in columns and _counts_several_things(grid, block, base):
        return None
    fields = {key: column for key, column in base.fields.items() if key in _OF_ROWS or key == "number"}
    taken = set(base.twins.get("place", []))
    for column, unit in columns.items():
        if unit not in fields and column not in taken:
            fields[unit] = column
    if not {*_UNITS, *columns.values()} & set(fields):
        return None
    kinds = [column for column in block.paths if tells_kinds(grid, reader, block.first, column)]
    if kinds:
        fields["what"] = kinds[0]
    base.fields = {key: column for key, column in fields.items() if not _is_figure_field(grid, block, key, column)}
    named = populations(text for path in block.paths.values() for text in path)
    ages = {text: group for text, group in named.items() if group == age_group(text, are_ages=True)}
    found = Heading(block, base, ages=ages)
    base.left_out, used = {}, {*base.fields.values(), *taken, *columns}
    given = {column_index(each.column): each for each in mapping.figures}
    unread = {column_index(letters) for letters in mapping.left_out}
    if not {"period", "year"} & set(base.fields) and (days := _days(grid, block, used)):
        base.fields["period"] = days[0]
        used |= set(days)
        found.days = days
    for column, path in block.paths.items():
        if column in used or (given and column not in given):
            continue
        if column in unread or not _holds_figures(grid, block, column):
            base.left_out[column] = "unknown"
            continue
        _place(grid, reader, found, column, path, given.get(column))
    _name_shares(found)
    group = base.fields.get("group", -1)
    if "group" in columns.values() or (group >= 0 and categories.is_category(block.paths[group][-1])):
        _name_categories(found, categories.subject(grid, block.anchor, group))
        found.category = group
    base.figures = []
    return found


def _name_categories(found: Heading, subject: str) -> None:
    """`Kategori keluhan` | Jumlah | Selesai: the columns tell of complaints, whatever else they say."""
    if "" not in found.indicators and "" in found.totals:
        found.indicators = {"": found.totals.pop("")} | found.indicators
    names = {name: f"{subject} – {name}" if name else subject for name in (*found.indicators, *found.totals)}
    found.indicators = {names[name]: figures for name, figures in found.indicators.items()}
    found.totals = {names[name]: figures for name, figures in found.totals.items()}
    found.units = {names.get(name, name): unit for name, unit in found.units.items()}


def _counts_several_things(grid: Grid, block: Block, base: Roles) -> bool:
    """A column of units with orang, unit, batang: its rows are of several indicators, whatever names them."""
    column = base.fields.get("unit")
    texts = {fold(grid.text(at, column)) for at in range(block.first, block.end)} if column is not None else set()
    return len(texts - {""}) > 1


def _is_figure_field(grid: Grid, block: Block, key: str, column: int) -> bool:
    """`Hasil` and the like over figures are no field of the row; `Selesai` over counts is no day."""
    if key in ("period_start", "period_end"):
        cells = [value for value in grid.column(column)[block.first : block.end] if value is not None]
        return bool(cells) and all(isinstance(value, float) and value not in _YEARS for value in cells)
    if key == "note" and any(grid.text(at, column) and not _is_number(grid, at, column)
                             for at in range(block.first, block.end)):  # fmt: skip
        return False  # `1 anggota keluar`
    return key in ("note", "programme", "what") and has_figures(grid, block, column)


def _is_number(grid: Grid, at: int, column: int) -> bool:
    value = grid.value(at, column)
    return isinstance(value, float) or (isinstance(value, str) and numbers.number(value, ",") is not None)


def _days(grid: Grid, block: Block, used: Container[int]) -> list[int]:
    """The columns whose cells are days: of when the figures beside them are, and no figures."""
    found = []
    for column in block.paths:
        texts = [grid.text(at, column) for at in range(block.first, block.end) if grid.text(at, column)]
        read = [periods.period(text) or periods.month_first(text) for text in texts[:_SAMPLE]]
        if column not in used and read and all(each and each.kind == "day" for each in read):
            found.append(column)
    return found


def _holds_figures(grid: Grid, block: Block, column: int) -> bool:
    if has_figures(grid, block, column):
        return True
    texts = {fold(grid.text(at, column)) for at in range(block.first, block.end)} - {""}
    return bool(texts) and texts <= _YES_NO


def _place(
    grid: Grid, reader: LabelReader, found: Heading, column: int, path: tuple[str, ...], given: Figures | None
) -> None:
    """Put a column under the name of its indicator: what its texts say beside kinds, periods and groups."""
    paths = found.block.paths.values()
    labels = [as_group(told_apart(reader.label(text), paths), found.ages) for text in path]
    whats = frozenset().union(*(label.whats for label in labels if not label.rest))
    if "money" in whats:
        found.base.left_out[column] = "money"
        return
    counts = [_is_count(text, label) for text, label in zip(path, labels, strict=True)]
    figure = figure_of(column, [_plain(*each, has_places="place" in found.base.fields)
                                for each in zip(labels, counts, strict=True)])  # fmt: skip
    is_total = "total" in labels[-1].whats and labels[-1].is_plain and not counts[-1] and not given
    naming = list(zip(path, labels, strict=True))[: -1 if is_total else None]  # `L+P` names the total, no indicator
    named = [name for text, label in naming if (name := name_of(text, label, reader))]
    name = (given and given.indicator) or " – ".join(dict.fromkeys(named))
    figure = _with_time(figure, path, labels, reader)
    if given:
        figure = _as_given(figure, given, reader)
    if "calculated" in whats and not given:
        found.base.left_out[column] = "calculated" if named else "unknown"
        found.units.setdefault(f"%{column}", name)
        return
    if unit := _counted_in(path):
        found.units.setdefault(name, unit)
    (found.totals if is_total else found.indicators).setdefault(name, []).append(figure)


def _with_time(figure: Figure, path: tuple[str, ...], labels: Sequence[Label], reader: LabelReader) -> Figure:
    """`Omzet TW I`: the period beside the name of an indicator, where nothing else of the header says one."""
    if figure.period or figure.part or figure.shift:
        return figure
    for text, label in zip(path, labels, strict=True):
        name = name_of(text, label, reader)
        beside = reader.label(visible(text).replace(name, "", 1).strip(" -–:,;/")) if name else label
        if beside.has_time and beside.is_plain:
            return replace(figure, period=beside.period, part=beside.part, year=beside.year or figure.year, doubt="",
                           shift=beside.shift, is_to_date=beside.is_to_date)  # fmt: skip
    return figure


def _is_count(text: str, label: Label) -> bool:
    """`Jumlah KK` counts households and is no total of columns; `Jumlah` alone is one."""
    return "total" in label.whats and layout_words().what.get(fold(text)) != "total"


def _plain(label: Label, is_count: bool, has_places: bool) -> Label:
    """A text that names an indicator says nothing of totals and fields; `Desa ODF` above rows of villages is none."""
    if has_places and label.place:
        return Label(label.text, rest=label.text)
    if not label.rest and not is_count:
        return label
    return replace(label, whats=label.whats & set(_TARGET_OR_RESULT), field=None, place=None, partner=None)


def _as_given(figure: Figure, given: Figures, reader: LabelReader) -> Figure:
    label = reader.label(given.period or "")
    when = {"period": label.period, "part": label.part, "year": label.year, "is_to_date": label.is_to_date}
    group = (reader.label(given.group).group or given.group) if given.group else figure.group
    return replace(figure, what=given.what or figure.what, group=group, place=given.place or figure.place,
                   partner=given.partner or figure.partner, **(when if given.period else {}))  # fmt: skip


def name_of(text: str, label: Label, reader: LabelReader) -> str:
    """The words of a header without kinds and periods at their ends: `Realisasi petani dilatih 2024`; '' where it says
    nothing else."""
    if is_spared(label):
        return text
    if (found := _ALL_BRACKETED.match(text.strip())) and is_unit(found[1]):
        return ""  # a line of units below the names
    is_named = label.place or label.partner or label.field or _is_count(text, label)
    if label.is_plain and label.says_something and not is_named:
        return ""
    words = visible(text).split()
    while words:
        peeled = next((rest for rest in _peeled(words, reader)), None)
        if peeled is None:
            break
        words = peeled
    return " ".join(words).strip(" -–:,;/*†")


def _peeled(words: list[str], reader: LabelReader) -> Iterator[list[str]]:
    for length in range(min(4, len(words)), 0, -1):
        for ends, rest in ((words[:length], words[length:]), (words[-length:], words[:-length])):
            label = reader.label(" ".join(ends).strip(" -–:,;"))
            is_time = label.has_time and not label.whats
            is_kind = bool(label.whats) and label.whats <= {"target", "result"}
            is_calendar = fold(" ".join(ends)) in ("tahun", "bulan")
            if is_degree(" ".join(ends), rest) or (rest and fold(" ".join(ends)) in layout_words().alone):
                continue
            if label.is_plain and not label.field and (is_time or is_kind or is_calendar):
                yield rest


def _counted_in(path: tuple[str, ...]) -> str:
    """What a header says its figures count: `(orang)`, `%`, `Jumlah KK`."""
    for text in reversed(path):
        if "%" in text:
            return "%"
        if (found := _BRACKETED.search(text)) and is_unit(found[1]):
            return found[1]
        words = fold(text).split()
        if len(words) > 1 and words[0] in ("jumlah", "jml", "banyaknya") and words[1] in known_units():
            return text.split()[1]
    return ""


def is_unit(text: str) -> bool:
    """orang, kg, ha, Rp juta."""
    folded, words = fold(text), layout_words()
    named = (*words.words("evidence", "amounts"), *words.words("evidence", "of_each"))
    return folded in known_units() or folded in named or words.what.get(folded) == "money"


def _name_shares(found: Heading) -> None:
    """A lone `%` below a name is its figure; beside a count below the same name it is worked out."""
    for key in [key for key in found.units if key.startswith("%") and key[1:].isdigit()]:
        name, column = found.units.pop(key), int(key[1:])
        beside = any(each == name or each.startswith(f"{name} – ") for each in found.indicators)
        if name and not beside:
            found.base.left_out.pop(column, None)
            found.indicators[name] = [Figure(column, " › ".join(found.block.paths[column]), None)]
            found.units[name] = "%"
