"""How the sheets of the files are read: as somebody chose last time, as a mapping file says, as is chosen now."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from data.choices import asks, is_empty, proposals, put, with_answers
from data.corrections import corrected
from data.intake import File, Outcome
from data.layouts.known import known_names
from data.proposal import Proposal, proposal, sheets_to_read
from data.reading import Sheet
from data.recognise import SheetMapping, mapping_for
from data.remembered_mappings import Remembered, lasting, remembered
from data.shapes import shape
from data.store import Store

ROUNDS = 6  # an answer may lead to a further question: what a column is, then how its figures join


class Choices:
    """The part of an upload's work that keeps the choices. Every choice of a file carries the name of its sheet."""

    _store: Store
    _files: list[File]
    _paths: list[Path]
    outcomes: list[Outcome]

    def _begin_choices(self, given: Sequence[SheetMapping]) -> None:
        self._given = tuple(given)
        self._earlier: dict[Path, list[Remembered]] = {}
        self._accepting: set[Path] = set()
        self._proposed: dict[object, Proposal] = {}

    def sheets(self, position: int) -> list[Sheet]:
        """The sheets of a file that are looked at, with what was corrected."""
        file = self._files[position]
        return sheets_to_read(corrected(file.workbook, file.corrections)) if file.workbook else []

    def choices(self, position: int) -> Sequence[SheetMapping]:
        """What was chosen for the sheets of a file, now or earlier."""
        return self._files[position].mappings if position < len(self._files) else ()

    def choice(self, position: int, sheet: Sheet) -> SheetMapping:
        """What was chosen for one sheet; where nothing was, a choice that says nothing."""
        known = next((each for each in self.choices(position) if each.name == sheet.name), None)
        return known or SheetMapping(sheet.name, "", 0, shape=shape(sheet))

    def earlier(self, position: int) -> list[Remembered]:
        """The choices of earlier files by which this one is read."""
        in_force = self.choices(position)
        return [each for each in self._earlier.get(self._paths[position], []) if each.mapping in in_force]

    def proposed(self, position: int, sheet: Sheet, mapping: SheetMapping) -> Proposal:
        """What a sheet is taken for under a choice; worked out once."""
        key = (self._paths[position], sheet.name, repr(mapping), self._files[position].corrections)
        if key not in self._proposed:
            with self._store.cursor() as cursor:
                known = known_names(cursor)
            self._proposed[key] = proposal(sheet, known, Path(self._files[position].name).stem, mapping)
        return self._proposed[key]

    def choose(self, position: int, chosen: Sequence[SheetMapping], *, accepts: bool = False) -> None:
        """Read sheets of a file like this and check anew; with `accepts` further proposals are taken as they come.

        Other files of the drop in which a sheet of that shape waits for an answer are read in the same way.
        """
        if self.stage != "checked" or position >= len(self._files):
            return
        if accepts:
            self._accepting.add(self._paths[position])
        for mapping in chosen:
            self._put(position, mapping)
            for other in range(len(self._files)):
                if other != position and self._is_like(other, mapping):
                    self._put(other, self._for_another(other, mapping))
                    self._accepting |= {self._paths[other]} if accepts else set()
        self._again()

    def asking(self) -> list[int]:
        """The places of the files whose questions have proposals."""
        return [place for place, outcome in enumerate(self.outcomes) if proposals(outcome.stops)]

    def accept_everywhere(self) -> None:
        """With the next choice take the proposals of every file that asks."""
        if self.stage == "checked":
            self._accepting |= {self._paths[place] for place in self.asking()}

    def _put(self, position: int, mapping: SheetMapping) -> None:
        file = self._files[position]
        self._files[position] = replace(file, mappings=put(file.mappings, mapping))

    def _is_like(self, position: int, mapping: SheetMapping) -> bool:
        """A file with one sheet of that shape, which asks, and for which nothing was chosen."""
        alike = self._alike(position, mapping)
        asking = {problem.sheet for problem in self.outcomes[position].stops if asks(problem)}
        return len(alike) == 1 and not is_empty(mapping) and bool(asking & {alike[0].name, None}) and not any(
            each.name == alike[0].name for each in self.choices(position))  # fmt: skip

    def _alike(self, position: int, mapping: SheetMapping) -> list[Sheet]:
        return [sheet for sheet in self.sheets(position) if shape(sheet) == mapping.shape]

    def _for_another(self, position: int, mapping: SheetMapping) -> SheetMapping:
        workbook = self._files[position].workbook
        name = self._alike(position, mapping)[0].name
        return lasting(workbook, replace(mapping, name=name)) if workbook else mapping

    def _as_chosen(self, file: File, path: Path) -> File:
        """A file that was just read, with what a mapping file or an earlier choice says of its sheets."""
        if file.workbook is None:
            return file
        sheets = sheets_to_read(file.workbook)
        given = [(sheet, mapping_for(sheet, self._given)) for sheet in sheets]
        if any(mapping.accepts for _sheet, mapping in given):
            self._accepting.add(path)
        told = [replace(mapping, name=sheet.name, shape=shape(sheet), accepts=False)
                for sheet, mapping in given if not is_empty(mapping)]  # fmt: skip
        names = {mapping.name for mapping in told}
        with self._store.cursor() as cursor:
            earlier = remembered(cursor, sheets)
        self._earlier[path] = [each for each in earlier if each.mapping.name not in names]
        return replace(file, mappings=(*told, *(each.mapping for each in self._earlier[path])))

    def _take_proposals(self, outcomes: Sequence[Outcome]) -> bool:
        """Answer with the proposal what files ask whose proposals are all accepted; whether anything was answered."""
        before = [file.mappings for file in self._files]
        for at, outcome in enumerate(outcomes):
            if self._paths[at] not in self._accepting:
                continue
            by_name = {sheet.name: sheet for sheet in self.sheets(at)}
            for name, given in proposals(outcome.problems).items():
                if name in by_name:
                    self._put(at, with_answers(self.choice(at, by_name[name]), given))
        return before != [file.mappings for file in self._files]
