"""What each column of a table holds: a field of the row, a figure with its when and what, or nothing that is stored."""

import itertools
from dataclasses import dataclass, field, replace

from data import numbers, periods
from data.layouts import column_totals
from data.layouts.blocks import Block
from data.layouts.degrees import told_apart
from data.layouts.doing_labels import names_doings
from data.layouts.grid import Grid
from data.layouts.labels import Label, LabelReader
from data.layouts.populations import as_group, populations
from data.odd_periods import two_years
from definitions.fold import fold
from definitions.layouts import layout_words
from definitions.place_levels import rank

_KINDS = ("target", "result", "numerator", "denominator", "achieved_or_share")
_ANNUAL = {"tahunan", "setahun", "annual", "yearly"}
_MOST = 0.8  # of the codes that have a name of their own beside them
_SAMPLE = 200  # rows from which the content of a column is judged


@dataclass(frozen=True)
class Figure:
    """A column of figures. `part` lacks its year; `what` None is for the table to say."""

    column: int
    header: str
    what: str | None
    period: periods.Period | None = None
    part: periods.Part | None = None
    year: int | None = None
    is_to_date: bool = False
    group: str | None = None
    place: str | None = None
    partner: str | None = None
    is_annual: bool = False
    """The figure is of the whole year, whatever quarter the table is of."""
    doubt: str = ""
    """A text of the header that seems to be a period and is not understood."""
    shift: periods.Shift | None = None
    """Where the figure's period lies from that of the report: `Realisasi bulan lalu`."""

    @property
    def has_time(self) -> bool:
        return bool(self.period or self.part or self.year)


@dataclass
class Roles:
    """The columns of a table: fields by name, figures, those left out with the reason (a word of `layouts.toml` or
    `unknown`), and the years that stand in the header of a baseline or a final target."""

    fields: dict[str, int] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    left_out: dict[int, str] = field(default_factory=dict)
    years: dict[str, int] = field(default_factory=dict)
    twins: dict[str, list[int]] = field(default_factory=dict)
    place_header: str = ""
    life: list[int] = field(default_factory=list)
    """Columns of results of the whole programme, which are among those left out."""
    totals: list[Figure] = field(default_factory=list)
    """Columns of totals, which are among those left out too."""


def roles(grid: Grid, block: Block, reader: LabelReader) -> Roles:
    """The roles of a block's columns, by the texts above them and, where these are not enough, by what stands below."""
    found = Roles()
    totals: list[Figure] = []
    people = populations(text for path in block.paths.values() for text in path)
    for column, path in block.paths.items():
        own = (told_apart(reader.label(text), block.paths.values()) for text in _with_parts(path))
        labels = [as_group(label, people) for label in own]
        _place_column(grid, block, found, totals, column, labels)
    _name_beside_code(grid, block, found)
    totals += (more := column_totals.totals(block, reader, found.figures))
    summed = {figure.column for figure in more}
    found.figures = [figure for figure in found.figures if figure.column not in summed]
    if not found.figures and totals:  # Indikator | Periode | Jumlah: the total is all there is
        found.figures, totals = totals, []
    found.left_out |= {figure.column: "total" for figure in totals}
    found.totals = totals
    if not found.figures:
        _take_strange_pairs(grid, block, reader, found)
    if not found.figures:
        _take_plain_figures(grid, block, found)
    _drop_lone_groups(found)
    return found


def _name_beside_code(grid: Grid, block: Block, found: Roles) -> None:
    """`Kode` | `Kegiatan`: where no column is called indicator, what the codes stand for is what stands beside them."""
    code = found.fields.get("code")
    if code is None or "name" in found.fields:
        return
    strange = [column for column, why in found.left_out.items() if why == "unknown"]
    objective = [found.fields["objective"]] if "objective" in found.fields else []
    coded = [at for at in range(block.first, block.end) if grid.text(at, code)]
    for column in [*objective, *(each for each in strange if names_doings(block.paths[each][-1]))]:
        texts = [text for at in coded if (text := grid.text(at, column)) and not text[:1].isdigit()]
        if len(coded) > 1 and len(set(texts)) >= _MOST * len(coded):
            found.fields = {key: at for key, at in found.fields.items() if at != column} | {"name": column}
            found.left_out.pop(column, None)
            return


def _take_strange_pairs(grid: Grid, block: Block, reader: LabelReader, found: Roles) -> None:
    """`Janji` | `Kenyataan` beside a unit: two columns of figures, or two a year, that no word tells; both are asked
    about. A list of prices is none."""
    strange = [column for column, why in found.left_out.items()
               if why == "unknown" and has_figures(grid, block, column)]  # fmt: skip
    labels = {column: [reader.label(text) for text in block.paths[column]] for column in strange}
    years = {column: next((label.year for label in labels[column] if label.year), None) for column in strange}
    is_named = "unit" in found.fields and bool({"name", "code"} & set(found.fields))
    is_table = is_named and "money" not in found.left_out.values()
    pairs = [[column for column in strange if years[column] == year] for year in dict.fromkeys(years.values())]
    if not is_table or _is_priced(block) or not pairs or any(len(pair) != 2 for pair in pairs):
        return
    for column in strange:
        del found.left_out[column]
        found.figures.append(Figure(column, " › ".join(block.paths[column]), None, year=years[column]))


def _take_plain_figures(grid: Grid, block: Block, found: Roles) -> None:
    """`nilai`, the only column with figures of a list of indicators and periods; whether they are targets is asked."""
    strange = [column for column, why in found.left_out.items()
               if why == "unknown" and has_figures(grid, block, column)]  # fmt: skip
    is_list = bool({"name", "code"} & set(found.fields)) and bool({"period", "year", "period_end"} & set(found.fields))
    if not is_list or len(strange) != 1 or "money" in found.left_out.values() or _is_priced(block):
        return
    path = block.paths[strange[0]]
    if is_plain(path[-1]):
        del found.left_out[strange[0]]
        found.figures.append(Figure(strange[0], " › ".join(path), None))


def is_plain(header: str) -> bool:
    """Whether a header says only that figures stand below: `nilai`, `value`, `angka`."""
    return fold(header) in layout_words().words("evidence", "figure")


def _is_priced(block: Block) -> bool:
    return any(layout_words().said("evidence", "price", text) for path in block.paths.values() for text in path)


def _with_parts(path: tuple[str, ...]) -> list[str]:
    """`Realisasi pada Triwulan` above I, II … : what stands below is TW I, TW II …"""
    texts = list(path)
    for at, (above, text) in enumerate(itertools.pairwise(path), 1):
        for words in (fold(above).split()[-1:], fold(above).split()[-2:]):  # `… Triwulan`, `… Bulan Ke-`
            whole = " ".join([*words, text])
            if words and len(text) <= 4 and not periods.part(text) and periods.part(whole):
                texts[at] = whole
                break
    return texts


def _place_column(
    grid: Grid, block: Block, found: Roles, totals: list[Figure], column: int, labels: list[Label]
) -> None:
    above = [label if len(label.whats) < 2 else replace(label, whats=_first_of(label)) for label in labels[:-1]]
    labels = [*above, labels[-1]]
    whats = frozenset().union(*(label.whats for label in labels))  # `Target dan pagu` above says neither of the two
    row_field = _row_field(grid, block, column, labels, whats)
    if row_field:
        _add_field(found, column, row_field, labels)
        return
    is_unread = not whats and all(label.rest for label in labels) and not _has_unit_parent(labels)
    is_dated = is_unread and has_figures(grid, block, column) and (labels[-1].has_time or bool(_doubt(labels[-1:])))
    if "money" in whats or (is_unread and not is_dated):
        found.left_out[column] = "money" if "money" in whats else "unknown"
        return
    is_told = bool(whats & set(_KINDS)) or any(label.has_time for label in labels) or is_dated
    if not is_told and not has_figures(grid, block, column):
        found.left_out[column] = "unknown"
        return
    is_asking = bool(labels[-1].rest) or labels[-1].text.rstrip().endswith("?")
    if fold(labels[-1].text) in layout_words().alone and not has_figures(grid, block, column):
        found.left_out[column] = "unknown"  # `Terlaksana`: Ya
        return
    if is_asking and not any(label.has_time for label in labels) and _is_worded(grid, block, column):
        found.left_out[column] = "unknown"  # `Target tercapai?`: Ya, Tidak
        return
    if "whole_life" in whats and whats & {"result", "achieved_or_share"}:
        found.life.append(column)
        found.left_out[column] = "total"
        return
    if "calculated" in labels[-1].whats or ("calculated" in whats and "target" not in labels[-1].whats):
        found.left_out[column] = "calculated"
        return
    figure = _figure(column, labels, whats)
    if "total" in labels[-1].whats and not (labels[-1].whats & set(_KINDS)):
        totals.append(figure)
    elif (
        _may_be_targets(labels[-1])
        or figure.what
        or figure.has_time
        or figure.shift
        or figure.doubt
        or figure.group
        or figure.place
        or figure.partner
    ):
        found.figures.append(figure)
    else:
        found.left_out[column] = "unknown"


def _may_be_targets(label: Label) -> bool:
    """`Sasaran` heads sentences in one table, and figures to be reached in another."""
    return label.field == "objective" and bool(layout_words().said("evidence", "target", label.text))


def _doubt(labels: list[Label]) -> str:
    """The text of a header of which something is left that seems to be a period."""
    left = [label for label in reversed(labels) if label.rest]
    seeming = (label.text for label in left
               if periods.seems(label.rest) or (not label.has_time and periods.seems(label.text)))  # fmt: skip
    return next(seeming, "")


def _fiscal(labels: list[Label]) -> str:
    """`2024/2025` above `TW I`: which quarter of which year it is, depends on the month in which such a year begins."""
    return next((label.text for label in labels if label.rest and two_years(label.text)), "")


def _has_unit_parent(labels: list[Label]) -> bool:
    return any(
        label.place or label.partner or label.group or label.field in ("place", "partner", "group")
        for label in labels[:-1]
    )


def _row_field(grid: Grid, block: Block, column: int, labels: list[Label], whats: frozenset[str]) -> str | None:
    """The field of the row that a column holds, None for a column of figures."""
    fields = [label.field for label in labels if label.field]
    last = labels[-1]
    if "whole_life" in whats:
        return "final_target" if "target" in whats or last.field == "final_target" else None
    for name in ("baseline", "final_target", "baseline_date", "target_date"):
        if name in fields and "calculated" not in whats:  # `Perkiraan capaian target Renstra` is a forecast
            is_date = last.field == "year" or last.field == "baseline_date"
            return {"baseline": "baseline_date", "final_target": "target_date"}.get(name, name) if is_date else name
    if not fields or last.field is None:
        return None
    is_parent_of_figures = any(label.has_time for label in labels)
    if _may_be_targets(last) and has_figures(grid, block, column):
        return None
    if last.whats and (is_parent_of_figures or has_figures(grid, block, column)):
        return None
    if is_parent_of_figures and last.field not in ("note", "source", "definition", "owner", "year"):
        return None
    return last.field


def tells_kinds(grid: Grid, reader: LabelReader, first: int, column: int) -> bool:
    """`Uraian` above Target, Realisasi, Target, Realisasi: the kinds of the rows, and no names of indicators."""
    texts = {text for at in range(first, min(first + _SAMPLE, len(grid))) if (text := grid.text(at, column))}
    labels = [reader.label(text) for text in texts]
    return len(texts) > 1 and all(label.whats & set(_KINDS) and label.is_plain for label in labels)


def has_figures(grid: Grid, block: Block, column: int) -> bool:
    """Whether numbers, or texts that begin like one, stand below the header."""
    below = grid.column(column)[block.first : min(block.end, block.first + _SAMPLE)]
    cells = [value for value in below if value is not None and not _is_missing(value)]
    numeric = sum(
        isinstance(value, (int, float)) or (isinstance(value, str) and _begins_like_a_number(value)) for value in cells
    )
    return numeric * 2 > len(cells) if cells else False


def _is_missing(value: object) -> bool:
    """`belum`, `n/a`: no figure, and no word that makes a column one of words either. `-` stands among figures."""
    return isinstance(value, str) and isinstance(numbers.mark(value), numbers.Mark) and value[:1].isalpha()


def _is_worded(grid: Grid, block: Block, column: int) -> bool:
    """Whether words stand below the header, and nothing else: no digit, and no sign of a figure that is missing."""
    cells = grid.column(column)[block.first : min(block.end, block.first + _SAMPLE)]
    texts = [value for value in cells if value is not None]
    return bool(texts) and all(isinstance(value, str) and not numbers.mark(value)
                               and not any(sign.isdigit() for sign in value) for value in texts)  # fmt: skip


def _begins_like_a_number(text: str) -> bool:
    bare = text.strip().lstrip("(-−+≈±~<>").lstrip()
    bare = bare[2:].lstrip(". ") if bare[:2].casefold() == "rp" else bare
    return bare[:1].isdigit() or bare in ("", "–", "—") or isinstance(numbers.mark(text), numbers.Number)


def _add_field(found: Roles, column: int, name: str, labels: list[Label]) -> None:
    if name == "place" and name in found.fields and _is_finer(labels[-1].text, found):
        found.twins[name] = [column, *found.twins.get(name, [found.fields[name]])]
        found.left_out[found.fields[name]] = "twin"
        found.fields[name], found.place_header = column, labels[-1].text
        return
    if name == "place" and name not in found.fields:
        found.place_header = labels[-1].text
    if name in found.fields:
        found.twins.setdefault(name, [found.fields[name]]).append(column)
        found.left_out[column] = "twin"
        return
    found.fields[name] = column
    years = [label.year for label in labels if label.year]
    if years and name in ("baseline", "final_target"):
        found.years[name] = years[-1]


def figure_of(column: int, labels: list[Label]) -> Figure:
    """What the texts above a column say of its figures, top to bottom."""
    return _figure(column, labels, frozenset().union(*(label.whats for label in labels)))


def _is_finer(header: str, found: Roles) -> bool:
    """A village is finer than a regency; of two of one level a code goes before a name."""
    own, other = rank(header), rank(found.place_header)
    codes = [fold(text).startswith("kode") for text in (header, found.place_header)]
    return own > other if own != other else codes == [True, False]


def _figure(column: int, labels: list[Label], whats: frozenset[str]) -> Figure:
    """What all texts above a column say together; the lowest text counts most."""
    kinds = [kind for label in reversed(labels) if (kind := _kind(label))]
    period = next((label.period for label in reversed(labels) if label.period), None)
    part = next((label.part for label in reversed(labels) if label.part), None)
    year = next((label.year for label in reversed(labels) if label.year), None)
    is_to_date = (
        any(label.is_to_date for label in labels)
        or any(
            "total" in label.whats and (below := labels[at + 1 :]) and any(each.part or each.period for each in below)
            for at, label in enumerate(labels)
        )
        or ("total" in labels[-1].whats and bool(labels[-1].whats & set(_KINDS)) and not _is_of_year(labels[-1]))
    )
    group = ";".join(sorted({label.group for label in labels if label.group})) or None
    place = next((label.place for label in reversed(labels) if label.place), None)
    partner = next((label.partner for label in reversed(labels) if label.partner), None)
    last = labels[-1]
    if not (place or partner or group) and not last.says_something and len(labels) > 1:
        parent = next(
            (label.field for label in reversed(labels[:-1]) if label.field in ("place", "partner", "group")), None
        )
        place, partner, group = (last.text if parent == name else None for name in ("place", "partner", "group"))
    header = " › ".join(label.text for label in labels)
    shifts = [label.shift for label in reversed(labels) if label.shift and not label.year and not label.period]
    shift = next(iter(shifts), None)
    is_annual = not part and not period and bool(set(fold(labels[-1].text).split()) & _ANNUAL)
    if part and year:
        period, part = part.of(year), None
    return Figure(column, header, kinds[0] if kinds else None, period, part, year, is_to_date, group, place, partner,
                  is_annual, "" if period or shift else _fiscal(labels) if part else _doubt(labels), shift)  # fmt: skip


def _is_of_year(label: Label) -> bool:
    """`Target Setahun` is the target of the year, and no running total."""
    return "target" in label.whats and bool(set(fold(label.text).split()) & _ANNUAL)


def _kind(label: Label) -> str | None:
    """What a text says its figures are. Of several words the first one counts (`Realisasi target kinerja` are results,
    `Target capaian` are targets), but for `Target dan realisasi`, which heads both."""
    kinds = label.whats & set(_KINDS)
    if len(kinds) == 1:
        return next(iter(kinds))
    return next(iter(_first_of(label) & kinds), None)


def _first_of(label: Label) -> frozenset[str]:
    """Of several kinds that a text names, the one of its first word; none of `Target dan pagu`, which heads both."""
    words = fold(label.text).split()
    if not words or {"dan", "and", "vs"} & set(words) or "&" in label.text:
        return frozenset()
    return label.whats & {layout_words().what.get(words[0])}


def _drop_lone_groups(found: Roles) -> None:
    """P is women only beside L: a letter alone may be anything, and is then no figure unless a word says so."""
    groups = {figure.group for figure in found.figures if figure.group}
    if len(groups) == 1:
        for figure in [each for each in found.figures if each.group and not each.what and not each.has_time]:
            found.figures.remove(figure)
            found.left_out[figure.column] = "unknown"
