"""The names that the ledger and the workbook's own lists know, by which a layout tells a place from a partner."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

import duckdb
from rapidfuzz import fuzz, process

from data.store import run
from definitions.fold import fold

NAMED = {
    "indicators": "select code, name, name_en from current_indicators order by code",
    "partners": "select code, name, null from current_partners order by code",
    "programmes": "select code, name, name_en from current_programmes order by code",
    "places": "select place, name, null from current_places order by place",
}
"""Kind → the statement that gives its codes with their names."""
NEW = "new"
"""The answer that a name is that of a new indicator."""
_SIMILAR = 86  # of 100: from here on a new name is probably a misspelling of a known one
_SHORTEST = 4  # letters of a name by which another is found
CodeAndNames = Sequence[str | None]
"""A code and what it is called."""


class Names(NamedTuple):
    """Folded code or name → code; and the folded names that several codes share, with these codes."""

    codes: dict[str, str]
    shared: dict[str, tuple[str, ...]]


def folded_names(rows: Iterable[CodeAndNames]) -> Names:
    """The names of codes. A name that two codes share leads to neither: which is meant is for a person to say."""
    given = [(str(code), [str(name) for name in called if name]) for code, *called in rows if code]
    of_name: dict[str, list[str]] = {}
    for code, called in given:
        for name in called:
            known = of_name.setdefault(fold(name), [])
            if code not in known:
                known.append(code)
    own = {fold(code): code for code, _ in given}
    shared = {name: tuple(codes) for name, codes in of_name.items() if len(codes) > 1 and name not in own}
    return Names({name: codes[0] for name, codes in of_name.items() if len(codes) == 1} | own, shared)


def nearest(text: str, known: Mapping[str, str]) -> str | None:
    """The code of the known name nearest to `text`, when it is near enough to be a misspelling of it."""
    folded = fold(text)
    if len(text) < _SHORTEST or not known:
        return None
    found = process.extractOne(folded, known.keys(), scorer=fuzz.ratio, score_cutoff=_SIMILAR)
    if not found or found[0] == folded or _digits(found[0]) != _digits(folded):  # IND-01 and IND-02 are two things
        return None
    return known[found[0]]


def _digits(text: str) -> list[str]:
    return [sign for sign in text if sign.isdigit()]


@dataclass(frozen=True)
class Known:
    """Codes with their names, by kind; and what ledger or workbook say of each indicator, by code."""

    rows: Mapping[str, tuple[CodeAndNames, ...]] = field(default_factory=dict)
    definitions: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    @cached_property
    def indicators(self) -> dict[str, str]:
        """Folded code or name → code; without names that several indicators share."""
        return self._of("indicators").codes

    @cached_property
    def shared_indicators(self) -> dict[str, tuple[str, ...]]:
        """Folded name that several indicators share → their codes."""
        return self._of("indicators").shared

    @cached_property
    def partners(self) -> dict[str, str]:
        """Folded code or name → code; a shared name stands for itself, for the check to speak of."""
        return self._of("partners").codes | {name: name for name in self._of("partners").shared}

    @cached_property
    def programmes(self) -> dict[str, str]:
        """As `partners`."""
        return self._of("programmes").codes | {name: name for name in self._of("programmes").shared}

    @cached_property
    def places(self) -> dict[str, str]:
        """As `partners`."""
        return self._of("places").codes | {name: name for name in self._of("places").shared}

    def _of(self, kind: str) -> Names:
        return folded_names(self.rows.get(kind, ()))

    def with_names(self, kind: str, rows: Iterable[CodeAndNames]) -> "Known":
        """The same, with more codes and names of one kind."""
        return replace(self, rows={**self.rows, kind: (*self.rows.get(kind, ()), *rows)})

    def with_definitions(self, definitions: Mapping[str, Mapping[str, object]]) -> "Known":
        """The same, with the workbook's own definitions; the ledger's go before."""
        return replace(self, definitions=dict(definitions) | dict(self.definitions))


def known_names(cursor: duckdb.DuckDBPyConnection) -> Known:
    """What the ledger knows now."""
    return Known({kind: tuple(run(cursor, statement)) for kind, statement in NAMED.items()}, definitions(cursor))


def definitions(cursor: duckdb.DuckDBPyConnection) -> dict[str, dict[str, object]]:
    """What the ledger says of each indicator, by code."""
    rows = run(cursor, "select * from current_indicators")
    fields = [name for name, *_ in run(cursor, "describe current_indicators")]
    return {str(each["code"]): each for each in (dict(zip(fields, row, strict=True)) for row in rows)}
