"""Which sheet is which, where its header stands, and which column is which field."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

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
        if not sheet.visible:
            problems.append(Problem("hidden_sheet", WARNS, sheet.name))
            continue
        mapping = chosen.get(fold(sheet.name))
        name = Path(workbook.file_name).stem if workbook.kind == "csv" else sheet.name
        recognised = _mapped(sheet, mapping, problems) if mapping else _by_itself(sheet, name, problems)
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


def _by_itself(sheet: Sheet, name: str, problems: list[Problem]) -> Recognised | None:
    """The sheet by its name and header; by the beginning of its name, `Realisasi TW III`; else by its header alone."""
    named, hinted = vocabulary().sheet_named(name), vocabulary().sheet_hinted(name)
    if named:
        found = _best(sheet, [named])
        return None if found is None or _reported(found, _missing(found), problems) else found
    if hinted and (found := _best(sheet, [hinted])) and not _missing(found):
        return found
    whole = [found for words in vocabulary().sheets if (found := _best(sheet, [words])) and not _missing(found)]
    most = max((len(found.columns) for found in whole), default=0)
    best = [found for found in whole if len(found.columns) == most]
    if most < 3:
        return None
    return best[0] if len(best) == 1 else _by_its_figures(best, problems)


def _best(sheet: Sheet, candidates: Sequence[SheetWords]) -> Recognised | None:
    """The row near the top whose texts name most of the columns."""
    best: Recognised | None = None
    for row_number, cells in sheet.head(_HEADER_SEARCH):
        headers = {index: str(value) for index, value in cells.items() if isinstance(value, str)}
        for words in candidates:
            found = Recognised(sheet, words, row_number, _columns(headers, words), headers)
            if best is None or len(found.columns) > len(best.columns):
                best = found
    return best


def _missing(found: Recognised) -> list[Column]:
    return [column for column in found.words.required if column.key not in found.columns]


def _by_its_figures(best: list[Recognised], problems: list[Problem]) -> Recognised | None:
    """Of several kinds that fit alike, the one that its column of figures is named for; else a question."""
    for found in best:
        header = fold((found.header("value") or "").rstrip("* "))
        others = [other for other in best if other is not found]
        if header and all(header not in _value_names(other) for other in others):
            return found
    problems.append(Problem("two_kinds", sheet=best[0].sheet.name, cell=f"A{best[0].header_row}",
                            params={"found": best[0].words, "expected": best[1].words}))  # fmt: skip
    return None


def _value_names(found: Recognised) -> frozenset[str]:
    column = found.words.column_by_key.get("value")
    return column.own_names | column.other_names if column else frozenset()


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
