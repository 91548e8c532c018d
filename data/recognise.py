"""Which sheet is which, where its header stands, and which column is which field."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from data.layouts import cancelled, fiscal_years, kobo, sheet_names, unit_columns, voices
from data.layouts.beforehand import made_ready
from data.layouts.footers import footer
from data.layouts.foreign import foreign
from data.layouts.grid import Grid, shown
from data.layouts.group_rows import names_dimension
from data.layouts.known import NEW, Known
from data.layouts.labels import LabelReader
from data.layouts.naming import decimals
from data.layouts.repeated_sheets import repeated_from
from data.own_names import distinct, indicators_of, with_own
from data.periods import part, period
from data.problems import WARNS, Problem
from data.reading import Sheet, Workbook
from data.recognised import NO_MAPPING, NONE, TRACKING, Recognised, SheetMapping
from data.shapes import HEADER_SEARCH, shape
from data.template_sheets import by_itself, ignored_columns, is_looked_at, lacks_figures, mapped, without_figures
from data.unrecognised import nothing_known
from definitions.fold import fold
from definitions.vocabulary import vocabulary

__all__ = ["Recognised", "SheetMapping", "mapping_for", "recognise"]

_ACCEPTED = {  # what is proposed of these
    "running_total": {"*": "proposed"}, "counted_twice": {"*": "proposed"}, "code_system": {"*": "kemendagri"},
    "place": {"*": "code"},
}  # fmt: skip
_OF_EXPORTS = ("which_column", "question_twice")


def recognise(
    workbook: Workbook, mappings: Iterable[SheetMapping] = (), known: Known | None = None
) -> tuple[list[Recognised], list[Problem]]:
    """Every sheet of the workbook that can be read, and what stands in the way of reading it.

    Sheets as the template has them come first: what they define is known to the tables of other layouts.
    """
    chosen = list(mappings)
    footers = {sheet.name: footer(sheet) for sheet in workbook.sheets if is_looked_at(sheet)}
    workbook = made_ready(workbook, known)
    seen = [_seen(sheet, _name(workbook, sheet), chosen, known or Known()) for sheet in workbook.sheets
            if is_looked_at(sheet)]  # fmt: skip
    for each in seen:
        each.look()
    reader = LabelReader(with_own(known or Known(), [each.found for each in seen if each.found]))
    shapes = {each.sheet.name: shape(each.sheet) for each in seen}
    chosen_of = sheet_names.with_units(shapes, {each.sheet.name: each.mapping for each in seen}, reader)
    for each in seen:
        each.mapping = chosen_of[each.sheet.name]
        each.look_as_export(reader, workbook.file_name)
        each.look_further(reader, workbook.file_name)
        reader.known = with_own(reader.known, each.others)
    _leave_out_repeated(seen)
    tables = {each.sheet.name: each.others for each in seen}
    asked = sheet_names.asked(shapes, chosen_of, tables, indicators_of, reader)
    if not any(each.found or each.others or any(problem.stops for problem in each.problems) for each in seen):
        for each in seen:
            if any(each.voices) and each.mapping.key != NONE:
                each.take_voices()
    found = [recognised for each in seen for recognised in each.all_found()]
    problems = [problem for each in seen for problem in each.years + each.problems] + asked
    of_found = {each.sheet.name for each in found}
    problems += [problem for name, problem in footers.items() if problem and name in of_found]
    parents = kobo.parents_of([each.sheet for each in seen], {entry.sheet.name for entry in found})
    problems = [problem for problem in problems if problem.code != "sheet_ignored" or problem.sheet not in parents]
    problems += [Problem("hidden_sheet", WARNS, sheet.name) for sheet in workbook.sheets
                 if sheet.n_rows and not sheet.visible and not vocabulary().is_own_page(sheet.name)]  # fmt: skip
    if not found and not any(problem.stops for problem in problems):
        problems.append(nothing_known(workbook, [each.sheet for each in seen], reader))
    return found, problems


def _leave_out_repeated(seen: Sequence["_Seen"]) -> None:
    """A sheet without any period that repeats another one, as those below charts do, stops no file."""
    of_figures = [each.sheet for each in seen if each.has_figures]
    for each in seen:
        stops = {problem.code for problem in each.problems if problem.stops}
        is_open = bool(stops) and stops <= {"no_period", "no_year"} and not each.has_figures
        if is_open and (other := repeated_from(each.sheet, of_figures)):
            each.found, each.others = None, []
            each.problems = [Problem("sheet_repeats", WARNS, each.sheet.name, params={"found": other})]


def _seen(sheet: Sheet, name: str, chosen: Sequence[SheetMapping], known: Known) -> "_Seen":
    mapping = mapping_for(sheet, chosen)
    read, years = fiscal_years.settled(sheet, mapping, known)
    return _Seen(read, name, mapping=mapping, asked_years=years)


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
    voices: tuple[Recognised | None, list[Problem]] = (None, [])
    """The sheet as a log of feedback or activities, where nothing but its content says so; asked about where nothing
    else is found."""

    asked_years: list[Problem] = field(default_factory=list)
    """What is to be said of years over two calendar years, if the sheet is one of periods."""

    @property
    def has_figures(self) -> bool:
        given = ([self.found] if self.found else []) + self.others
        return any(each.words.key in ("targets", "results") for each in given)

    @property
    def years(self) -> list[Problem]:
        has_periods = any("period" in each.columns for each in ([self.found] if self.found else []) + self.others)
        return self.asked_years if has_periods or any(problem.question for problem in self.problems) else []

    def look(self) -> None:
        """By a mapping, by its name, by its header."""
        if self.mapping.key == NONE:
            self.problems.append(Problem("sheet_ignored", WARNS, self.sheet.name))
        elif self.mapping.key in vocabulary().sheet_by_key:
            self.found = mapped(self.sheet, self.mapping, self.problems)
        elif self.mapping.key != TRACKING and not kobo.is_export(self.sheet):
            self.found = by_itself(self.sheet, self.name, self.problems)

    def look_as_export(self, reader: LabelReader, file_name: str) -> None:
        """As an export of a form, where it is none of the template's sheets."""
        if self.found or self.mapping.key in (NONE, *vocabulary().sheet_by_key) or not kobo.is_export(self.sheet):
            return
        found, problems = kobo.export(self.sheet, self.mapping)
        if found and found.words.key == "results":  # as any table: new indicators are defined
            recognised, said = foreign(Grid(self.sheet), reader, Path(file_name).stem, self.mapping)
            if recognised:
                self.others, self.problems = recognised, said
                return
        if found:
            self.others, self.problems = ([] if any(problem.stops for problem in problems) else [found]), problems
        elif self.mapping.key != TRACKING:
            self.found = by_itself(self.sheet, self.name, self.problems)

    def look_further(self, reader: LabelReader, file_name: str) -> None:
        """As another layout, where it is none of the template's or has more figures than that one has columns for."""
        if self.mapping.key == NONE or self.others or any(problem.code in _OF_EXPORTS for problem in self.problems):
            return
        if self.mapping.key in vocabulary().sheet_by_key or (self.found and not self._has_more(reader)):
            self._ask_units(reader)
            self._say_ignored()
            return
        recognised, problems = foreign(Grid(self.sheet), reader, Path(file_name).stem, self.mapping)
        if not recognised and not any(problem.stops for problem in problems):
            if self.found is None and self._is_of_voices(reader):
                return
            self._ask_units(reader)
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
        if lacks_figures(self.found) or self._period_in_parts(reader):
            return True
        unused = [text for index, text in self.found.headers.items() if index not in self.found.columns.values()]
        labels = [reader.label(text) for text in unused]
        if any(label.field == "unit" and label.is_plain for label in labels) and self._new_names(reader):
            return True
        if self._brings_new(reader) or (self.found.words.key != "indicators" and cancelled.says_so(self.found)):
            return True
        return any(
            (label.has_time and not label.field)
            or label.whats & {"target", "result"}
            or label.group
            or (label.field == "group" and names_dimension(label.text))
            for label in labels
        )

    def _new_names(self, reader: LabelReader) -> set[str]:
        """Its indicators that are not known, so that the table must define them."""
        assert self.found is not None
        names = distinct(self.sheet.body(self.found.header_row + 1), self.found.columns.get("indicator"))
        return {name for name in names if name and fold(name) not in reader.known.indicators}

    def _brings_new(self, reader: LabelReader) -> bool:
        """Somebody has said that one of its indicators is new: it is defined from the table."""
        assert self.found is not None
        return self.found.words.key != "indicators" and any(
            " " in name and self.mapping.answer("same_as", name, NEW) == NEW for name in self._new_names(reader)
        )

    def _period_in_parts(self, reader: LabelReader) -> bool:
        """The year stands in a column of its own, or outside the table: `Triwulan` | II."""
        assert self.found is not None
        index = self.found.columns.get("period")
        if index is None:
            return False
        header = self.found.headers.get(index, "")
        below = [cells.get(index) for row, cells in self.sheet.head(HEADER_SEARCH) if row > self.found.header_row]
        texts = [shown(value) for value in below if isinstance(value, (str, int, float))]
        return any(not period(text) and (part(text) or part(f"{header} {text}")) for text in texts)

    def _is_of_voices(self, reader: LabelReader) -> bool:
        """Whether it is taken for a log of what people say; else that is kept, for where nothing at all is known."""
        if any(problem.stops and problem.code != "missing_column" for problem in self.problems):
            return False
        found, _asked = self.voices = voices.by_content(self.sheet, reader, self.mapping)
        is_named = vocabulary().sheet_named(self.name) or vocabulary().sheet_hinted(self.name)
        if found is None or (is_named and is_named.key != found.words.key):
            return False
        is_told = found.words.key == "feedback" and voices.speaks_of_people(self.sheet, found)
        if not (is_named or self.mapping.answers.get("column") or is_told):
            return False
        self.take_voices()
        return True

    def take_voices(self) -> None:
        self.found, self.problems = self.voices

    def _ask_units(self, reader: LabelReader) -> None:
        if self.found and not self.mapping.columns:
            self.found = unit_columns.in_template(self.found, reader.known, self.mapping, self.problems)

    def _say_ignored(self) -> None:
        if self.found and lacks_figures(self.found):
            self.problems.append(without_figures(self.found))
            self.found = None
        elif self.found:
            self.problems += ignored_columns(self.found)
        elif not self.problems:
            self.problems.append(Problem("sheet_ignored", WARNS, self.sheet.name))

    def all_found(self) -> list[Recognised]:
        """What the sheet gives, each table with what was answered of it."""
        signs = decimals(self.mapping)
        found = [replace(each, decimals=signs) for each in ([self.found] if self.found else []) + self.others]
        accepted = _ACCEPTED if self.mapping.accepts else {}
        answers = {about: accepted.get(about, {}) | dict(self.mapping.answers.get(about, {}))
                   for about in (*accepted, *self.mapping.answers)}  # fmt: skip
        return [replace(each, answers=answers) for each in found] if answers else found
