"""The sheets, columns and fixed answers of the workbook, read from vocabulary.toml."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from definitions.fold import fold


@dataclass(frozen=True)
class Answer:
    """One fixed answer of a choice column: the stored key and what people write for it."""

    key: str
    id: str
    en: str
    synonyms: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        return self.id if language == "id" else self.en

    @cached_property
    def folded(self) -> frozenset[str]:
        return frozenset(fold(word) for word in (self.key, self.id, self.en, *self.synonyms))


@dataclass(frozen=True)
class Column:
    """One column of a sheet. `kind` says how its cells are read; `ref` names the sheet whose codes it holds.

    `personal` says how what points at a person is masked in it (see data/masking/fields.py); "" where people are not
    written about: names of organisations, codes, fixed answers, figures.
    """

    key: str
    kind: str
    id: str
    en: str
    required: bool = False
    ref: str | None = None
    choices: str | None = None
    synonyms: tuple[str, ...] = ()
    note_id: str = ""
    note_en: str = ""
    personal: str = ""

    def label(self, language: str) -> str:
        return self.id if language == "id" else self.en

    def note(self, language: str) -> str:
        return self.note_id if language == "id" else self.note_en

    @cached_property
    def own_names(self) -> frozenset[str]:
        return frozenset(fold(word) for word in (self.key, self.id, self.en))

    @cached_property
    def other_names(self) -> frozenset[str]:
        return frozenset(fold(word) for word in self.synonyms)


@dataclass(frozen=True)
class SheetWords:
    """One sheet of the workbook: its names and its columns in template order."""

    key: str
    id: str
    en: str
    columns: tuple[Column, ...]
    synonyms: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        return self.id if language == "id" else self.en

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(fold(word) for word in (self.key, self.id, self.en, *self.synonyms))

    @cached_property
    def column_by_key(self) -> dict[str, Column]:
        return {column.key: column for column in self.columns}

    @property
    def required(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.required)

    def fields_named(self, headers: Mapping[int, str]) -> dict[str, int]:
        """Field → index of the folded header that names it; its own name goes before a synonym, the first before the
        second of two equal ones."""
        found: dict[str, int] = {}
        for names in ("own_names", "other_names"):
            for column in self.columns:
                for index, text in headers.items():
                    if column.key not in found and index not in found.values() and text in getattr(column, names):
                        found[column.key] = index
        return found


@dataclass(frozen=True)
class PageName:
    """A sheet of ours that holds no data."""

    id: str
    en: str

    def label(self, language: str) -> str:
        return self.id if language == "id" else self.en


@dataclass(frozen=True)
class Vocabulary:
    """All the words: sheets in template order, answers by list name, marks by meaning."""

    sheets: tuple[SheetWords, ...]
    choices: dict[str, tuple[Answer, ...]]
    marks: dict[str, frozenset[str]]
    first_page: PageName
    lists_page: PageName
    check_page: PageName

    @cached_property
    def sheet_by_key(self) -> dict[str, SheetWords]:
        return {sheet.key: sheet for sheet in self.sheets}

    def sheet_named(self, name: str) -> SheetWords | None:
        """The sheet that carries this name or synonym in either language, else None."""
        folded = fold(name)
        return next((sheet for sheet in self.sheets if folded in sheet.names), None)

    def sheet_hinted(self, name: str) -> SheetWords | None:
        """The sheet whose name `name` begins with: `Realisasi TW III`, `results_2025`; else None."""
        words = fold(name).split()
        for length in range(len(words), 0, -1):
            if found := self.sheet_named(" ".join(words[:length])):
                return found
        return None

    def is_own_page(self, name: str) -> bool:
        """True for the sheets that we add: for the reader, for the drop-downs, and the list of what to correct."""
        return any(name in (page.id, page.en) for page in (self.first_page, self.lists_page, self.check_page))

    def answer(self, choices: str, text: str) -> Answer | None:
        """The fixed answer meant by `text`, else None."""
        folded = fold(text)
        return next((answer for answer in self.choices[choices] if folded in answer.folded), None)


def _tuples(entry: dict) -> dict:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}


def _sheets(raw: list[dict]) -> Iterator[SheetWords]:
    for entry in raw:
        columns = tuple(Column(**_tuples(column)) for column in entry["columns"])
        yield SheetWords(**_tuples(entry | {"columns": columns}))


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary of vocabulary.toml."""
    raw = tomllib.loads(Path(__file__).with_name("vocabulary.toml").read_text("utf-8"))
    return Vocabulary(
        sheets=tuple(_sheets(raw["sheet"])),
        choices={name: tuple(Answer(**_tuples(entry)) for entry in entries)
                 for name, entries in raw["choices"].items()},
        marks={meaning: frozenset(word.casefold() for word in words) for meaning, words in raw["marks"].items()},
        first_page=PageName(**raw["first_page"]),
        lists_page=PageName(**raw["lists_page"]),
        check_page=PageName(**raw["check_page"]),
    )  # fmt: skip
