"""The targets or results of a sheet's tables as one long table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from data.layouts import naming
from data.layouts.grid import Grid
from data.layouts.group_columns import crossed
from data.layouts.long import LongTable
from data.layouts.roles import Figure
from data.layouts.rows import Told
from data.layouts.strips import SHEETS, Strip
from data.layouts.table import Table
from data.recognised import Recognised
from definitions.place_levels import told_apart

AROUND = "place_around"
"""A field of the long table: the names of all wider places around a place, joined by `JOIN`."""
JOIN = "\x1f"
PLACE_CODE = "place_code"
"""A field of the long table: the code of a place, from another column than the place."""
_UNITS = ("partner", "place", "group")
_NOWHERE = -1


@dataclass(frozen=True)
class Said:
    """Texts, and the cells that say them (-1: none). `texts` holds str or None."""

    texts: np.ndarray
    at: np.ndarray
    columns: np.ndarray

    @classmethod
    def of(cls, told: Sequence[tuple[str | None, int, int] | None]) -> "Said":
        whole = [each or (None, _NOWHERE, _NOWHERE) for each in told]
        texts, at, columns = zip(*whole, strict=True) if whole else ((), (), ())
        return cls(np.array(texts, object), np.array(at, np.int64), np.array(columns, np.int64))

    @classmethod
    def same(cls, text: str, at: int, column: int, length: int) -> "Said":
        return cls(np.full(length, text, object), np.full(length, at), np.full(length, column))

    def take(self, rows: np.ndarray) -> "Said":
        return Said(self.texts[rows], self.at[rows], self.columns[rows])


@dataclass
class Lump:
    """Figures in any order, one per row: what is said of each, and in `columns` where it stands, by name."""

    at: np.ndarray
    tables: np.ndarray
    told: dict[str, Said]
    columns: dict[str, np.ndarray] = field(default_factory=dict)

    def take(self, rows: np.ndarray) -> "Lump":
        told = {key: said.take(rows) for key, said in self.told.items()}
        columns = {name: own[rows] for name, own in self.columns.items()}
        return Lump(self.at[rows], self.tables[rows], told, columns)


def figures(grid: Grid, found: Sequence[tuple[Table, Sequence[Strip]]], key: str) -> Recognised | None:
    """The long table of one kind, `targets` or `results`; numerator, denominator and value of a share in one row."""
    tables = [table for table, _ in found]
    lumps = [
        lump
        for number, (table, strips) in enumerate(found)
        for lump in _lumps(number, table, [strip for strip in strips if SHEETS[strip.what][0] == key])
    ]
    if not lumps:
        return None
    whole = _paired(_together(lumps))
    first = np.min([np.where(own >= 0, own, np.iinfo(np.int64).max) for own in whole.columns.values()], axis=0)
    return _long(grid, key, tables, whole.take(np.lexsort((first, whole.at))))


def _lumps(number: int, table: Table, strips: Sequence[Strip]) -> list[Lump]:
    if not strips:
        return []
    rows = table.rows.rows
    at = np.array([row.at for row in rows], np.int64)
    by_row = _said_of_rows(table)
    lumps = []
    for strip in strips:
        length, figure = len(strip.rows), strip.figure
        told = {key: said.take(strip.rows) for key, said in by_row.items()}
        told["period"] = Said.of(strip.whens())
        for unit in _UNITS:
            if own := getattr(figure, unit):
                header = table.block.header_cells.get(figure.column, _NOWHERE)
                if unit == "group" and (is_told := np.array([text is not None for text in told[unit].texts])).any():
                    told[unit] = _crossed(told[unit], own, is_told, header, figure.column)
                    continue
                told[unit] = Said.same(own, header, figure.column, length)
        told["own_units"] = Said.same(_own_units(figure), _NOWHERE, _NOWHERE, length)
        columns = {SHEETS[strip.what][1]: np.full(length, figure.column, np.int64)}
        lumps.append(Lump(at[strip.rows], np.full(length, number), told, columns))
    return lumps


def _crossed(rows: Said, own: str, is_told: np.ndarray, header: int, column: int) -> Said:
    """The groups of rows and that of their column: each cell of the row that tells one stays."""
    texts = np.array([crossed(text, own) for text in rows.texts], object)
    return Said(texts, np.where(is_told, rows.at, header), np.where(is_told, rows.columns, column))


def _own_units(figure: Figure) -> str:
    return "\x1f".join(getattr(figure, unit) or "" for unit in _UNITS)


def _said_of_rows(table: Table) -> dict[str, Said]:
    """Indicator, units and the wider place of each row, once for all columns."""
    rows, codes = table.rows.rows, naming.codes(table)
    column = table.roles.fields.get("code", table.roles.fields.get("name", _NOWHERE))
    indicator = [(code, row.name.at, row.name.column) if row.name else (None, row.at, column)
                 for row, code in zip(rows, codes, strict=True)]  # fmt: skip
    told = {"indicator": Said.of(indicator)}
    for unit in _UNITS:
        told[unit] = Said.of([_cell(table.told(row, unit)) for row in rows])
    has_wider = table.roles.twins.get("place") or any("place" in row.told for row in rows)
    beside = table.beside_place if has_wider else None
    told["place_beside"] = Said.of([(beside(row), _NOWHERE, _NOWHERE) if beside else None for row in rows])
    around = [JOIN.join(table.wider_places(row)) or None for row in rows]
    told[AROUND] = Said.of([(text, _NOWHERE, _NOWHERE) for text in around])
    told[PLACE_CODE] = Said.of([_cell(table.place_code(row)) for row in rows])
    return told


def _cell(told: Told | None) -> tuple[str | None, int, int] | None:
    return (told.text, told.at, told.column) if told else None


def _together(lumps: Sequence[Lump]) -> Lump:
    names = list(dict.fromkeys(name for lump in lumps for name in lump.columns))
    keys = list(lumps[0].told)
    told = {key: Said(*(np.concatenate([getattr(lump.told[key], part) for lump in lumps])
                        for part in ("texts", "at", "columns"))) for key in keys}  # fmt: skip
    columns = {name: np.concatenate([lump.columns.get(name, np.full(len(lump.at), _NOWHERE)) for lump in lumps])
               for name in names}  # fmt: skip
    at, tables = (np.concatenate([getattr(lump, part) for lump in lumps]) for part in ("at", "tables"))
    return Lump(at, tables, told, columns)


def _paired(whole: Lump) -> Lump:
    """Numerator, denominator and value of one share become one row; two figures of one name stay two."""
    if len(whole.columns) < 2:
        return whole
    rows: dict[tuple, list[dict[str, int]]] = {}
    names = list(whole.columns)
    which = np.argmax(np.array([whole.columns[name] >= 0 for name in names]), axis=0)
    identities = zip(whole.tables, whole.at, whole.told["period"].texts, whole.told["own_units"].texts, strict=True)
    for place, identity in enumerate(identities):
        name, alike = names[which[place]], rows.setdefault(identity, [])
        own = next((cells for cells in alike if name not in cells), None)
        if own is None:
            alike.append({name: place})
        else:
            own[name] = place
    flat = [cells for alike in rows.values() for cells in alike]
    kept = whole.take(np.array([next(iter(cells.values())) for cells in flat], np.int64))
    kept.columns = {name: np.array([whole.columns[name][cells[name]] if name in cells else _NOWHERE for cells in flat],
                                   np.int64) for name in names}  # fmt: skip
    return kept


def _long(grid: Grid, key: str, tables: Sequence[Table], whole: Lump) -> Recognised:
    made = LongTable(grid.sheet, key, whole.at)
    used = [tables[number] for number in dict.fromkeys(whole.tables.tolist())]
    for table in used:
        made.headers = {column: " › ".join(path) for column, path in table.block.paths.items()} | made.headers
    _add(made, "indicator", whole.told["indicator"])
    _add(made, "period", whole.told["period"])
    for unit in _UNITS:
        if any(text is not None for text in whole.told[unit].texts):
            _add(made, unit, whole.told[unit])
    if any(text is not None for text in whole.told["place_beside"].texts):
        _tell_places_apart(made, whole)
    for name in (AROUND, PLACE_CODE):
        if any(text is not None for text in whole.told[name].texts):
            _add(made, name, whole.told[name])
    for name in ("value", "numerator", "denominator"):
        if name in whole.columns:
            made.add_cells(name, whole.at, whole.columns[name])
    if key == "results":
        _add_notes(made, tables, whole)
    return made.recognised()


def _add(made: LongTable, name: str, said: Said) -> None:
    made.add_texts(name, said.texts, said.at, said.columns)


def _add_notes(made: LongTable, tables: Sequence[Table], whole: Lump) -> None:
    """A note belongs to a figure where each row has one figure; beside a year of figures it is the indicator's."""
    has_field: Mapping[str, Callable[[Table], bool]] = {"note": _is_long, "evidence": lambda _: True}
    for name, is_given in has_field.items():
        columns = [table.roles.fields.get(name, _NOWHERE) if is_given(table) else _NOWHERE for table in tables]
        own = np.array(columns, np.int64)[whole.tables]
        if (own >= 0).any():
            made.add_cells(name, whole.at, own)


def _tell_places_apart(made: LongTable, whole: Lump) -> None:
    """Other columns of places stand beside: `Sukamaju, Tempel` where two districts have a Sukamaju."""
    beside = whole.told["place_beside"].texts
    _add(made, "place_beside", whole.told["place_beside"])
    names = whole.told["place"].texts
    wider = [None if any(each and each[:1].isdigit() for each in pair) else pair[1]
             for pair in zip(names, beside, strict=True)]  # fmt: skip
    if "place" in made.parts:
        made.parts["place"] = {"t": pa.array(told_apart(names, wider), pa.string())}


def _is_long(table: Table) -> bool:
    return sum(figure.what in ("result", "numerator", "denominator") for figure in table.roles.figures) <= 2
