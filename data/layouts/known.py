"""The names that the ledger and the workbook's own lists know, by which a layout tells a place from a partner."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import duckdb

from data.store import run
from definitions.fold import fold

_NAMES = {
    "indicators": "select code, name, name_en from current_indicators",
    "partners": "select code, name, null from current_partners",
    "programmes": "select code, name, name_en from current_programmes",
    "places": "select place, name, null from current_places",
}


@dataclass(frozen=True)
class Known:
    """Folded code or name → code, by kind; and what ledger or workbook say of each indicator, by code."""

    indicators: Mapping[str, str] = field(default_factory=dict)
    partners: Mapping[str, str] = field(default_factory=dict)
    programmes: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    definitions: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    def with_names(self, kind: str, names: Mapping[str, str]) -> "Known":
        """The same, with more names of one kind."""
        return Known(**(self.__dict__ | {kind: dict(getattr(self, kind)) | dict(names)}))

    def with_definitions(self, definitions: Mapping[str, Mapping[str, object]]) -> "Known":
        """The same, with the workbook's own definitions; the ledger's go before."""
        return Known(**(self.__dict__ | {"definitions": dict(definitions) | dict(self.definitions)}))


def known_names(cursor: duckdb.DuckDBPyConnection) -> Known:
    """What the ledger knows now."""
    found = {kind: _folded(run(cursor, statement)) for kind, statement in _NAMES.items()}
    rows = run(cursor, "select * from current_indicators")
    fields = [name for name, *_ in run(cursor, "describe current_indicators")]
    definitions = (dict(zip(fields, row, strict=True)) for row in rows)
    return Known(**found, definitions={str(each["code"]): each for each in definitions})


def _folded(rows: list[tuple]) -> dict[str, str]:
    names: dict[str, str] = {}
    for code, *called in rows:
        for name in filter(None, called):
            names.setdefault(fold(str(name)), str(code))
    return names | {fold(str(code)): str(code) for code, *_ in rows if code}
