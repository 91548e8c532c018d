"""Which sheet is which, where its header stands, and which column is which field."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from data.problems import WARNS, Problem
from data.reading import Sheet, Workbook, address, column_letters
from definitions.fold import fold, visible
from definitions.vocabulary import Column, SheetWords, vocabulary

_HEADER_SEARCH = 15  # rows from the top within which a header is looked for


@dataclass(frozen=True)
class Recognised:
    """A sheet that was understood: what it is, the row of its header, and the column index of each field."""

    sheet: Sheet
    words: SheetWords
    header_row: int
    columns: Mapping[str, int]
    headers: Mapping[int, str] = field(default_factory=dict)

    def cell(self, row_number: int, key: str) -> str | None:
        """The address of a field in a row, None where the sheet has no such column."""
        return address(row_number, self.columns[key]) if key in self.columns else None

    def header(self, key: str) -> str | None:
        """The header of a field as the user wrote it."""
        return self.headers.get(self.columns[key]) if key in self.columns else None


@dataclass(frozen=True)
class SheetMapping:
    """A choice somebody made: this sheet is that, with these headers or column letters for these fields."""

    name: str
    key: str
    header_row: int
    columns: Mapping[str, str]


def recognise(
    workbook: Workbook, mappings: Iterable[SheetMapping] = ()
) -> tuple[list[Recognised], list[Problem]]:
    """Every sheet of the workbook that is one of ours, and what stands in the way of reading it."""
    chosen = {fold(mapping.name): mapping for mapping in mappings}
    found: list[Recognised] = []
    problems: list[Problem] = []
    for sheet in workbook.sheets:
        if not sheet.n_rows or vocabulary().is_own_page(sheet.name):
            continue
        mapping = chosen.get(fold(sheet.name))
        recognised = _mapped(sheet, mapping, problems) if mapping else _by_itself(sheet, problems)
        if recognised:
            found.append(recognised)
            problems += _ignored_columns(recognised)
        elif not any(problem.sheet == sheet.name for problem in problems):
            problems.append(Problem("sheet_ignored", WARNS, sheet.name))
    if not found and not any(problem.stops for problem in problems):
        names = vocabulary().sheets
        listed = ", ".join(f"'{sheet.name}'" for sheet in workbook.sheets)
        problems.append(Problem("no_known_sheet", params={"found": listed, "expected": names}))
    return found, problems


def _by_itself(sheet: Sheet, problems: list[Problem]) -> Recognised | None:
    """The sheet by its name and header, else by its header alone."""
    named = vocabulary().sheet_named(sheet.name)
    candidates = [named] if named else list(vocabulary().sheets)
    best: tuple[int, Recognised] | None = None
    for row_number, cells in sheet.head(_HEADER_SEARCH):
        headers = {index: str(value) for index, value in cells.items() if isinstance(value, str)}
        for words in candidates:
            columns = _columns(headers, words)
            if best is None or len(columns) > best[0]:
                best = len(columns), Recognised(sheet, words, row_number, columns, headers)
    if best is None:
        return None
    recognised = best[1]
    missing = [column for column in recognised.words.required if column.key not in recognised.columns]
    if named:
        return None if _reported(recognised, missing, problems) else recognised
    return recognised if not missing and best[0] >= 3 else None


def _mapped(sheet: Sheet, mapping: SheetMapping, problems: list[Problem]) -> Recognised | None:
    words = vocabulary().sheet_by_key[mapping.key]
    cells = dict(sheet.head(_HEADER_SEARCH + mapping.header_row)).get(mapping.header_row, {})
    headers = {index: str(value) for index, value in cells.items()}
    by_name = {fold(text): index for index, text in headers.items()} | {
        fold(column_letters(index)): index for index in sheet.fields
    }
    columns = {key: by_name[fold(where)] for key, where in mapping.columns.items() if fold(where) in by_name}
    recognised = Recognised(sheet, words, mapping.header_row, columns, headers)
    missing = [column for column in words.required if column.key not in columns]
    return None if _reported(recognised, missing, problems) else recognised


def _columns(headers: Mapping[int, str], words: SheetWords) -> dict[str, int]:
    """Field → column index. A column's own name goes before a synonym; the first of two equal headers counts."""
    folded = {index: fold(text.rstrip("* ")) for index, text in headers.items()}
    columns: dict[str, int] = {}
    for names in ("own_names", "other_names"):
        for column in words.columns:
            for index, text in folded.items():
                if column.key not in columns and index not in columns.values() and text in getattr(column, names):
                    columns[column.key] = index
    return columns


def _reported(recognised: Recognised, missing: Sequence[Column], problems: list[Problem]) -> bool:
    """Add what stands in the way of a sheet that is surely ours; True when it does."""
    found = ", ".join(f"'{visible(text)}'" for text in recognised.headers.values())
    for column in missing:
        problems.append(Problem("missing_column", sheet=recognised.sheet.name,
                                cell=f"A{recognised.header_row}",
                                params={"expected": column, "found": found}))  # fmt: skip
    twins = _twins(recognised)
    problems += twins
    return bool(missing or twins)


def _twins(recognised: Recognised) -> list[Problem]:
    problems = []
    for column in recognised.words.columns:
        same = [index for index, text in recognised.headers.items() if fold(text.rstrip("* ")) in column.own_names]
        if len(same) > 1:
            found = ", ".join(f"{column_letters(index)} '{recognised.headers[index]}'" for index in same)
            problems.append(Problem("two_columns", sheet=recognised.sheet.name,
                                    cell=address(recognised.header_row, same[1]),
                                    params={"expected": column, "found": found}))  # fmt: skip
    return problems


def _ignored_columns(recognised: Recognised) -> list[Problem]:
    ignored = [text for index, text in recognised.headers.items() if index not in recognised.columns.values()]
    if not ignored:
        return []
    found = ", ".join(f"'{visible(text)}'" for text in ignored)
    return [Problem("columns_ignored", WARNS, recognised.sheet.name, params={"found": found})]
