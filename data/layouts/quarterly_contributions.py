"""What each partner gave in each quarter or month: who gives and the kind in the rows, periods as columns."""

import re
from dataclasses import dataclass, field

import numpy as np

from data import periods
from data.layouts.contribution_lists import CURRENCIES, SCALED, are_kinds, says_total
from data.layouts.grid import Grid
from data.layouts.labels import LabelReader
from data.layouts.long import LongTable
from data.problems import WARNS, Problem, Question
from data.reading import address, column_letters
from data.recognised import NO_MAPPING, NONE, Recognised, SheetMapping
from definitions.fold import fold
from definitions.layouts import layout_words
from definitions.vocabulary import vocabulary

_SEARCH = 25  # rows from the top
_LEAST = 2  # columns of periods
_YEAR = re.compile(r"(?<!\d)20\d{2}(?!\d)")


@dataclass
class _Table:
    """The lines of the header, who gives and what kind it is, the period of each column of amounts, and what was
    pledged for the year."""

    top: int
    bottom: int
    partner: int
    kind: int
    periods: dict[int, str] = field(default_factory=dict)
    pledged: int = -1
    currency: str = ""
    year: str = ""
    problems: list[Problem] = field(default_factory=list)


def quarterly_contributions(
    grid: Grid, reader: LabelReader, _file_name: str, mapping: SheetMapping = NO_MAPPING
) -> tuple[list[Recognised], list[Problem]]:
    """The contributions of such a table, one for each amount; nothing where a column says neither who gives nor the
    kind, where the year is not said, or where amounts stand in thousands or millions."""
    found = next((each for at in range(min(len(grid), _SEARCH)) if (each := _table(grid, at, reader))), None)
    if found is None or not _say_around(grid, found):
        return [], []
    field_of = _field(grid, found, mapping)
    if field_of is None:
        return [], []
    rows = [at for at in range(found.bottom + 1, len(grid)) if not _is_left_out(grid, found, at)]
    if not rows:
        return [], []
    _say_left(grid, found)
    return [_long(grid, found, rows, field_of)], found.problems


def _table(grid: Grid, at: int, reader: LabelReader) -> _Table | None:
    words = layout_words()
    heads = {column: fold(grid.text(at, column)) for column in grid.columns}
    roles = {role: [column for column, text in heads.items() if text in words.words("contributions", role)]
             for role in ("partner", "kind")}  # fmt: skip
    if any(len(columns) != 1 for columns in roles.values()):
        return None
    found = _Table(at, at, *roles["partner"], *roles["kind"])
    lines = [at, at + 1] if at + 1 < len(grid) and not grid.text(at + 1, found.partner) else [at]
    for line in lines:
        labels = {column: reader.label(text) for column in grid.columns if (text := grid.text(line, column))}
        times = {column: label for column, label in labels.items()
                 if (label.part or label.period) and label.is_plain and not label.is_to_date}  # fmt: skip
        if len(times) >= _LEAST:
            found.bottom = line
            found.periods = {column: label.period.key if label.period else label.part.text
                             for column, label in times.items()}  # fmt: skip
    pledged = [column for column, text in heads.items()
               if _YEAR.sub("", text).strip() in words.words("contributions", "pledged")]  # fmt: skip
    found.pledged = pledged[0] if len(pledged) == 1 else -1
    return found if found.periods and are_kinds(grid, found.kind, found.bottom) else None


def _say_around(grid: Grid, found: _Table) -> bool:
    """Find the year and the currency in the lines above, the header and the name of the sheet."""
    above = [text for at in range(found.bottom + 1) for column in grid.columns if (text := grid.text(at, column))]
    above.append(grid.sheet.name)
    years = {year for text in above for year in _YEAR.findall(text)}
    currencies = {name for text in above for name, sign in CURRENCIES.items() if sign.search(text)}
    if any(map(SCALED.search, above)) or len(currencies) > 1 or len(years) != 1:
        return False
    found.currency, found.year = next(iter(currencies), ""), years.pop()
    for column, text in found.periods.items():
        part = periods.part(text)
        found.periods[column] = part.of(int(found.year)).key if part else text
    if not any(_YEAR.search(grid.text(at, column)) for at in range(found.top, found.bottom + 1)
               for column in found.periods):  # fmt: skip
        source = next(text for text in above if found.year in text)
        found.problems.append(Problem("told_outside", WARNS, grid.sheet.name,
                                      params={"found": source, "expected": found.year}))  # fmt: skip
    return True


def _field(grid: Grid, found: _Table, mapping: SheetMapping) -> str | None:
    """`delivered` or `pledged`, which the amounts of the periods are; asked, as is who gives. None where somebody says
    that the partners are none."""
    fields = vocabulary().sheet_by_key["contributions"].column_by_key
    answers = {}
    for key, column in (("partner", found.partner), ("delivered", min(found.periods))):
        letters, header = column_letters(column), grid.text(found.top, column) or grid.text(found.bottom, column)
        is_known = fold(header) in fields[key].own_names | fields[key].other_names
        answers[key] = letters if is_known else mapping.answer("column", key, letters)
        if answers[key] is None:
            found.problems.append(Problem(
                "which_column", sheet=grid.sheet.name, cell=address(grid.rows[found.bottom], column), header=header,
                params={"expected": fields[key], "found": header},
                question=Question("column", key, (letters, NONE), letters),
            ))  # fmt: skip
    if answers["partner"] == NONE:
        return None
    return "pledged" if answers["delivered"] == NONE and found.pledged < 0 else "delivered"


def _is_left_out(grid: Grid, found: _Table, at: int) -> bool:
    """A total, a note or a row of column numbers; the first two are named."""
    texts = [(column, text) for column in grid.columns if column <= found.partner and (text := grid.text(at, column))]
    total = next((each for each in texts if says_total(each[1])), None)
    amounts = [*found.periods, *([found.pledged] if found.pledged >= 0 else [])]
    has_amounts = any(grid.text(at, column) for column in amounts)
    if total or (texts and not has_amounts):
        column, text = total or texts[0]
        found.problems.append(Problem("total_row" if total else "note_row", WARNS, grid.sheet.name,
                                      address(grid.rows[at], column), params={"found": text[:60]}))  # fmt: skip
    return bool(total) or not has_amounts


def _say_left(grid: Grid, found: _Table) -> None:
    used = {found.partner, found.kind, found.pledged, *found.periods}
    headers = [grid.text(found.top, column) or grid.text(found.bottom, column)
               for column in grid.columns if column not in used]  # fmt: skip
    if left := ", ".join(f"'{text}'" for text in headers if text):
        found.problems.append(Problem("columns_ignored", WARNS, grid.sheet.name, params={"found": left}))


def _long(grid: Grid, found: _Table, rows: list[int], field_of: str) -> Recognised:
    told = dict(found.periods) | ({found.pledged: found.year} if found.pledged >= 0 else {})
    pairs = [(at, column) for at in rows for column in told if grid.text(at, column)]
    at, columns = (np.array([pair[place] for pair in pairs], np.int64) for place in (0, 1))
    made = LongTable(grid.sheet, "contributions", at)
    made.headers = {column: grid.text(found.bottom, column) or grid.text(found.top, column) for column in grid.columns}
    for key, column in (("partner", found.partner), ("kind", found.kind)):
        made.add_cells(key, at, np.full(len(at), column))
    made.add_texts("period", [told[column] for column in columns.tolist()], [found.bottom] * len(at), columns.tolist())
    if found.currency:
        made.add_texts("currency", [found.currency] * len(at), at, [-1] * len(at))
    is_pledge = columns == found.pledged
    other = "pledged" if field_of == "delivered" else "delivered"
    made.add_cells(field_of, at, np.where(is_pledge, -1, columns))
    if is_pledge.any():
        made.add_cells(other, at, np.where(is_pledge, columns, -1))
    return made.recognised()
