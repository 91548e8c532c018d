"""Sheets as the template has them, in either language, with columns moved, renamed or added: by name and header."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.problems import WARNS, Problem
from data.reading import Sheet, address, column_letters
from data.recognised import Recognised, SheetMapping, wider_places
from data.shapes import HEADER_SEARCH
from definitions.fold import fold, spelled_out, visible
from definitions.vocabulary import Column, SheetWords, vocabulary

_ORGANISATIONS = frozenset({"lembaga", "mitra", "organisasi", "organisation", "organization", "partner", "perusahaan",
                            "instansi", "institution"})  # fmt: skip


def is_looked_at(sheet: Sheet) -> bool:
    """Whether a sheet is read at all: neither empty nor hidden nor one that we put into the workbook ourselves."""
    return bool(sheet.n_rows) and sheet.visible and not vocabulary().is_own_page(sheet.name)


def alone(sheet: Sheet, name: str) -> Recognised | None:
    """The sheet as one of the template's, when its name or header says so and nothing is missing; else None."""
    return by_itself(sheet, name, [])


def by_itself(sheet: Sheet, name: str, problems: list[Problem]) -> Recognised | None:
    """The sheet by its name and header; by the beginning of its name, `Realisasi TW III`; else by its header alone.

    What stands in the way of a sheet that is surely ours is added to `problems`.
    """
    named, hinted = vocabulary().sheet_named(name), vocabulary().sheet_hinted(name)
    if named:
        found = _best(sheet, [named], is_named=True)
        if found is None or len(_missing(found)) < len(named.required):
            return None if found is None or _reported(found, _missing(found), problems) else found
    if hinted and (found := _best(sheet, [hinted])) and not _missing(found):
        return found
    whole = [found for words in vocabulary().sheets if (found := _best(sheet, [words])) and not _missing(found)]
    most = max((len(found.columns) for found in whole), default=0)
    best = [found for found in whole if len(found.columns) == most]
    if most < 3:
        return None
    return best[0] if len(best) == 1 else _by_its_figures(best, problems)


def fitted(sheet: Sheet, words: SheetWords, header_row: int = 0) -> Recognised | None:
    """The sheet as one of the template's although something may be missing: by the row that names most of its columns,
    or by the row that is given; None where the sheet is empty."""
    if not header_row:
        return _best(sheet, [words])
    cells = dict(sheet.head(HEADER_SEARCH + header_row)).get(header_row, {})
    headers = {index: str(value) for index, value in cells.items()}
    return Recognised(sheet, words, header_row, _columns(headers, words), headers)


def _with_code(found: Recognised, is_named: bool) -> Recognised:
    """A directory of partners seldom has codes: there the name is the code, if the header says whose name it is."""
    name = found.columns.get("name")
    if found.words.key != "partners" or "code" in found.columns or name is None:
        return found
    words = fold(found.headers[name]).split()
    if not is_named and not (any(word in _ORGANISATIONS for word in words) and _are_kinds(found)):
        return found
    return replace(found, columns={**found.columns, "code": name})


def _are_kinds(found: Recognised) -> bool:
    """Whether most cells say of which kind a partner is: below `Jenis` may stand what was handed out."""
    column = found.columns.get("kind", -1)
    rows = found.sheet.head(HEADER_SEARCH + found.header_row)
    cells = [cells[column] for row, cells in rows if row > found.header_row and column in cells]
    known = [isinstance(cell, str) and vocabulary().answer("partner_kind", cell) is not None for cell in cells]
    return sum(known) * 2 > len(known)


def _best(sheet: Sheet, candidates: Sequence[SheetWords], is_named: bool = False) -> Recognised | None:
    """The row near the top whose texts name most of the columns."""
    best: Recognised | None = None
    for row_number, cells in sheet.head(HEADER_SEARCH):
        headers = {index: str(value) for index, value in cells.items() if isinstance(value, str)}
        for words in candidates:
            found = _with_code(Recognised(sheet, words, row_number, _columns(headers, words), headers), is_named)
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


def mapped(sheet: Sheet, mapping: SheetMapping, problems: list[Problem]) -> Recognised | None:
    """The sheet as a mapping says it; None where a column that must be there is not, which `problems` then say."""
    words = vocabulary().sheet_by_key[mapping.key]
    cells = dict(sheet.head(HEADER_SEARCH + mapping.header_row)).get(mapping.header_row, {})
    headers = {index: str(value) for index, value in cells.items()}
    columns = mapped_columns(sheet, mapping, headers)
    recognised = Recognised(sheet, words, mapping.header_row, columns, headers)
    missing = [column for column in words.required if column.key not in columns]
    return None if _reported(recognised, missing, problems) else recognised


def mapped_columns(sheet: Sheet, mapping: SheetMapping, headers: Mapping[int, str]) -> dict[str, int]:
    """Field → column index, by the headers or the column letters that a mapping gives."""
    by_name = {fold(text): index for index, text in headers.items()}
    by_name |= {fold(column_letters(index)): index for index in sheet.fields}
    return {key: by_name[fold(where)] for key, where in mapping.columns.items() if fold(where) in by_name}


def _columns(headers: Mapping[int, str], words: SheetWords) -> dict[str, int]:
    """Field → column index; the mark of a required column is no part of its name, and `Tgl mulai` is as good as it
    written out."""
    folded = {index: fold(text.rstrip("* ")) for index, text in headers.items()}
    found = words.fields_named(folded)
    written = {index: spelled_out(text) for index, text in folded.items() if index not in found.values()}
    return words.fields_named(written) | found


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


def lacks_figures(recognised: Recognised) -> bool:
    """Whether no column of a sheet of results holds its figures; a figure may be a value, or a part and its whole."""
    return recognised.words.key == "results" and not {"value", "numerator", "denominator"} & set(recognised.columns)


def without_figures(recognised: Recognised) -> Problem:
    """That a sheet of results has no column of figures."""
    found = ", ".join(f"'{visible(text)}'" for text in recognised.headers.values())
    params = {"expected": recognised.words.column_by_key["value"], "found": found}
    return Problem("missing_column", sheet=recognised.sheet.name, cell=f"A{recognised.header_row}", params=params)


def ignored_columns(recognised: Recognised) -> list[Problem]:
    """Which columns of a sheet are no field, by name."""
    used = set(recognised.columns.values()) | set(wider_places(recognised))
    ignored = [text for index, text in recognised.headers.items() if index not in used]
    if not ignored:
        return []
    found = ", ".join(f"'{visible(text)}'" for text in ignored)
    return [Problem("columns_ignored", WARNS, recognised.sheet.name, params={"found": found})]
