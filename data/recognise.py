"""Which sheet is which, where its header stands, and which column is which field."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pyarrow as pa

from data.layouts import kobo
from data.layouts.foreign import foreign
from data.layouts.grid import Grid, shown
from data.layouts.known import Known
from data.layouts.labels import Label, LabelReader
from data.layouts.naming import decimals
from data.periods import part, period
from data.problems import WARNS, Problem, Said
from data.reading import Sheet, Workbook, address, column_letters
from data.recognised import NO_MAPPING, NONE, Figures, Recognised, SheetMapping, wider_places
from data.shapes import shape
from definitions.fold import fold, visible
from definitions.vocabulary import Column, SheetWords, vocabulary
from locales import mark

__all__ = ["Figures", "Recognised", "SheetMapping", "alone", "fitted", "mapping_for", "recognise", "shape"]

_ACCEPTED = {"running_total": {"*": "programme"}, "code_system": {"*": "kemendagri"}}  # what is proposed of these
_HEADER_SEARCH = 15  # rows from the top within which a header is looked for


def recognise(
    workbook: Workbook, mappings: Iterable[SheetMapping] = (), known: Known | None = None
) -> tuple[list[Recognised], list[Problem]]:
    """Every sheet of the workbook that can be read, and what stands in the way of reading it.

    Sheets as the template has them come first: what they define is known to the tables of other layouts.
    """
    chosen = list(mappings)
    workbook = kobo.with_parents(workbook)
    seen = [_Seen(sheet, _name(workbook, sheet)) for sheet in workbook.sheets if _is_looked_at(sheet)]
    for each in seen:
        each.look(chosen)
    reader = LabelReader(_with_own(known or Known(), [each.found for each in seen if each.found]))
    for each in seen:
        each.look_as_export()
        each.look_further(reader, workbook.file_name)
        reader.known = _with_own(reader.known, each.others)
    found = [recognised for each in seen for recognised in each.all_found()]
    problems = [problem for each in seen for problem in each.problems]
    problems += [Problem("hidden_sheet", WARNS, sheet.name) for sheet in workbook.sheets
                 if sheet.n_rows and not sheet.visible and not vocabulary().is_own_page(sheet.name)]  # fmt: skip
    if not found and not any(problem.stops for problem in problems):
        problems.append(_nothing_known(workbook, seen, reader))
    return found, problems


def _is_looked_at(sheet: Sheet) -> bool:
    return bool(sheet.n_rows) and sheet.visible and not vocabulary().is_own_page(sheet.name)


def _name(workbook: Workbook, sheet: Sheet) -> str:
    return Path(workbook.file_name).stem if workbook.kind == "csv" else sheet.name


def mapping_for(sheet: Sheet, chosen: Sequence[SheetMapping]) -> SheetMapping:
    """The choice that holds for a sheet: by its name, by its shape, for every sheet; else one that says nothing."""
    by_name = [each for each in chosen if each.name and fold(each.name) == fold(sheet.name)]
    by_shape = [each for each in chosen if each.shape and each.shape == shape(sheet)]
    for_all = [each for each in chosen if not each.name and not each.shape]
    return next(iter([*by_name, *by_shape, *for_all]), NO_MAPPING)


@dataclass
class _Seen:
    """A sheet while it is looked at: as one of the template's, then as any of the other layouts."""

    sheet: Sheet
    name: str
    found: Recognised | None = None
    others: list[Recognised] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    mapping: SheetMapping = NO_MAPPING

    def look(self, chosen: Sequence[SheetMapping]) -> None:
        """By a mapping, by its name, by its header."""
        self.mapping = mapping_for(self.sheet, chosen)
        if self.mapping.key == NONE:
            self.problems.append(Problem("sheet_ignored", WARNS, self.sheet.name))
        elif self.mapping.key in vocabulary().sheet_by_key:
            self.found = _mapped(self.sheet, self.mapping, self.problems)
        elif self.mapping.key != "tracking":
            self.found = _by_itself(self.sheet, self.name, self.problems)
        if self.found and self.mapping.answers.get("decimal"):
            self.found = replace(self.found, decimals=decimals(self.mapping))

    def look_as_export(self) -> None:
        """As an export of a form, where it is none of the template's sheets."""
        if self.found or self.mapping.key in (NONE, *vocabulary().sheet_by_key) or not kobo.is_export(self.sheet):
            return
        found, problems = kobo.export(self.sheet, self.mapping)
        if found:
            self.others, self.problems = ([] if any(problem.stops for problem in problems) else [found]), problems

    def look_further(self, reader: LabelReader, file_name: str) -> None:
        """As another layout, where it is none of the template's or has more figures than that one has columns for."""
        if self.mapping.key == NONE or self.others or any(problem.code == "which_column" for problem in self.problems):
            return
        if self.mapping.key in vocabulary().sheet_by_key or (self.found and not self._has_more(reader)):
            self._say_ignored()
            return
        recognised, problems = foreign(Grid(self.sheet), reader, Path(file_name).stem, self.mapping)
        if not recognised and not any(problem.stops for problem in problems):
            self._say_ignored()
            return
        if self.found and self.found.words.key == "indicators":
            recognised = [each for each in recognised if each.words.key != "indicators"]
        else:
            self.found = None
        self.others, self.problems = recognised, problems

    def _has_more(self, reader: LabelReader) -> bool:
        assert self.found is not None
        if self.found.words.key not in ("indicators", "targets", "results"):
            return False
        if self._period_in_parts(reader):
            return True
        unused = [text for index, text in self.found.headers.items() if index not in self.found.columns.values()]
        labels = [reader.label(text) for text in unused]
        return any(
            (label.has_time and not label.field) or label.whats & {"target", "result"} or label.group
            for label in labels
        )

    def _period_in_parts(self, reader: LabelReader) -> bool:
        """The year stands in a column of its own, or outside the table: `Triwulan` | II."""
        assert self.found is not None
        index = self.found.columns.get("period")
        if index is None:
            return False
        header = self.found.headers.get(index, "")
        below = [cells.get(index) for row, cells in self.sheet.head(_HEADER_SEARCH) if row > self.found.header_row]
        texts = [shown(value) for value in below if isinstance(value, (str, int, float))]
        return any(not period(text) and (part(text) or part(f"{header} {text}")) for text in texts)

    def _say_ignored(self) -> None:
        if self.found:
            self.problems += _ignored_columns(self.found)
        elif not self.problems:
            self.problems.append(Problem("sheet_ignored", WARNS, self.sheet.name))

    def all_found(self) -> list[Recognised]:
        found = ([self.found] if self.found else []) + self.others
        accepted = _ACCEPTED if self.mapping.accepts else {}
        answers = {about: accepted.get(about, {}) | dict(self.mapping.answers.get(about, {}))
                   for about in (*accepted, *self.mapping.answers)}  # fmt: skip
        return [replace(each, answers=answers) for each in found] if answers else found


def _with_own(known: Known, found: Sequence[Recognised]) -> Known:
    """The names of the ledger and of the workbook's own lists."""
    for recognised in found:
        kind = recognised.words.key
        if kind in ("indicators", "partners", "programmes"):
            known = known.with_names(kind, _names_of(recognised))
        if kind == "indicators":
            known = known.with_definitions(_definitions_of(recognised))
    return known


def _definitions_of(recognised: Recognised) -> dict[str, dict[str, object]]:
    """Code → what the workbook writes of the fields that a definition must have."""
    body = recognised.sheet.body(recognised.header_row + 1)
    texts = {column.key: _texts(body, recognised.columns.get(column.key)) for column in recognised.words.required}
    rows = (dict(zip(texts, row, strict=True)) for row in zip(*texts.values(), strict=True))
    return {str(row["code"]): row for row in rows if row["code"]}


def _names_of(recognised: Recognised) -> dict[str, str]:
    body = recognised.sheet.body(recognised.header_row + 1)
    listed = {key: _texts(body, recognised.columns.get(key)) for key in ("name_en", "name", "code")}
    return {fold(text): code for texts in listed.values() for text, code in zip(texts, listed["code"], strict=False)
            if text and code}  # fmt: skip


def _texts(body: pa.Table, index: int | None) -> list[str]:
    if index is None:
        return []
    cells = [body.column(f"{letter}{index}").to_pylist() for letter in "tn" if f"{letter}{index}" in body.column_names]
    return [next((shown(value) for value in values if value is not None), "") for values in zip(*cells, strict=True)]


def _nothing_known(workbook: Workbook, seen: Sequence[_Seen], reader: LabelReader) -> Problem:
    """What was found instead, and what would be needed."""
    headers = [", ".join(f"'{text}'" for text in _widest_line(each.sheet)[:12]) for each in seen]
    shown_sheets = "; ".join(f"{each.sheet.name}: {header or '–'}" for each, header in zip(seen, headers, strict=True))
    listed = shown_sheets or ", ".join(f"'{sheet.name}'" for sheet in workbook.sheets)
    missing = _missing_parts([label for each in seen for label in _labels(each.sheet, reader)])
    return Problem(
        "no_known_sheet", params={"found": _cut(listed), "missing": missing, "expected": vocabulary().sheets}
    )


def _labels(sheet: Sheet, reader: LabelReader) -> list[Label]:
    return [reader.label(text) for text in _widest_line(sheet)[:60]]


def _missing_parts(labels: Sequence[Label]) -> tuple[Said, ...]:
    """What a table of figures has and this file has not."""
    has_name = any(label.field in ("name", "code") and label.is_plain for label in labels)
    has_time = any(label.has_time or label.field in ("period", "year") for label in labels)
    has_what = any(label.whats & {"target", "result"} for label in labels)
    parts = (
        (has_name, Said(mark("a column with the header Indicator"))),
        (has_time, Said(mark("the period of each figure (2025, TW III 2025)"))),
        (has_what or has_time, Said(mark("columns of figures such as Target and Realisasi"))),
    )
    return tuple(said for has, said in parts if not has) or (Said(mark("rows below the header")),)


def _widest_line(sheet: Sheet) -> list[str]:
    """The line near the top with the most texts: most likely a header."""
    lines = [
        [visible(value)[:40] for value in cells.values() if isinstance(value, str)]
        for _, cells in sheet.head(_HEADER_SEARCH)
    ]
    return max(lines, key=len, default=[])


def _cut(text: str, most: int = 400) -> str:
    return text if len(text) <= most else f"{text[:most].rsplit(',', 1)[0]}, …"


def alone(sheet: Sheet, name: str) -> Recognised | None:
    """The sheet as one of the template's, when its name or header says so and nothing is missing; else None."""
    return _by_itself(sheet, name, [])


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


def fitted(sheet: Sheet, words: SheetWords, header_row: int = 0) -> Recognised | None:
    """The sheet as one of the template's although something may be missing: by the row that names most of its columns,
    or by the row that is given; None where the sheet is empty."""
    if not header_row:
        return _best(sheet, [words])
    cells = dict(sheet.head(_HEADER_SEARCH + header_row)).get(header_row, {})
    headers = {index: str(value) for index, value in cells.items()}
    return Recognised(sheet, words, header_row, _columns(headers, words), headers)


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
    """Field → column index; the mark of a required column is no part of its name."""
    return words.fields_named({index: fold(text.rstrip("* ")) for index, text in headers.items()})


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
    used = set(recognised.columns.values()) | set(wider_places(recognised))
    ignored = [text for index, text in recognised.headers.items() if index not in used]
    if not ignored:
        return []
    found = ", ".join(f"'{visible(text)}'" for text in ignored)
    return [Problem("columns_ignored", WARNS, recognised.sheet.name, params={"found": found})]
