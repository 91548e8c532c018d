"""Baselines and final targets in a table: which cell speaks for an indicator, and what is said anew of a known one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from data import periods
from data.layouts import naming
from data.layouts.long import LongTable
from data.layouts.rows import Row
from data.layouts.table import Table
from data.problems import WARNS
from data.recognised import Recognised
from definitions.fold import fold
from definitions.layouts import layout_words
from definitions.units import is_percent, unit_in
from definitions.vocabulary import vocabulary

STATED = {
    "baseline": "baseline",
    "final_target": "target",
    "baseline_date": "baseline_date",
    "target_date": "target_date",
}
"""Field of a row → column of the sheet Indicators."""
_DATED_BY = {"baseline_date": "baseline", "target_date": "final_target"}
_NONE = -1
KEEP = "keep"


def speaking(table: Table) -> Mapping[tuple[str, str], int]:
    """(code, field) → position of the row whose cell speaks for the whole indicator, -1 where its rows disagree.

    Rows of places or partners that all say the same say it of the indicator; else the one row of no unit does.
    """
    if table.speaking is None:
        table.speaking = {}
        for key in STATED:
            if key in table.roles.fields:
                told = table.life if key in ("final_target", "target_date") and table.life else _of_field(table, key)
                table.speaking |= {(code, key): at for code, at in told.items()}
    return table.speaking


def find_life(table: Table, codes: Sequence[str]) -> None:
    """Rows whose period is the `Life of program`: their target is the final one, their end date its date."""
    column = table.roles.fields.get("period")
    target = next((figure.column for figure in table.roles.figures if figure.what == "target"), None)
    if column is None or "final_target" in table.roles.fields:
        return
    words = layout_words().words("what", "whole_life")
    life = {code: row.at for row, code in zip(table.rows.rows, codes, strict=True)
            if fold(table.grid.header_text(row.at, column)) in words}  # fmt: skip
    if life and target is not None:
        table.life = life
        table.roles.fields["final_target"] = target
        if "period_end" in table.roles.fields:
            table.roles.fields.setdefault("target_date", table.roles.fields["period_end"])


def life_result(table: Table, code: str, row: Row) -> float | None:
    """The result of the whole programme, in a row or a column of its own: it tells how the periods join."""
    column = next((figure.column for figure in table.roles.figures if figure.what == "result"), None)
    at = table.life.get(code)
    if at is not None and column is not None:
        return table.amount(at, column)
    return next((amount for own in table.roles.life if (amount := table.amount(row.at, own)) is not None), None)


def _of_field(table: Table, key: str) -> dict[str, int]:
    column = table.roles.fields[key]
    said: dict[str, list[tuple[Row, str]]] = defaultdict(list)
    for row, code in zip(table.rows.rows, naming.codes(table), strict=True):
        if text := table.grid.header_text(row.at, column):
            said[code].append((row, text))
    found: dict[str, int] = {}
    for code, rows in said.items():
        whole = rows if len({text for _, text in rows}) == 1 else [each for each in rows if _is_whole(table, each[0])]
        agree = len({text for _, text in whole}) == 1
        found[code] = whole[0][0].at if agree else _NONE
        if not agree:
            _report_difference(table, key, rows)
    return found


def _is_whole(table: Table, row: Row) -> bool:
    return not any(table.told(row, unit) for unit in ("partner", "place", "group"))


def _report_difference(table: Table, key: str, rows: list[tuple[Row, str]]) -> None:
    row = rows[0][0]
    shown = list(dict.fromkeys(text for _, text in rows))
    table.report(
        "differing_definition",
        WARNS,
        at=row.at,
        column=table.roles.fields[key],
        indicator=row.name.text if row.name else "",
        expected=vocabulary().sheet_by_key["indicators"].column_by_key[STATED[key]],
        found=", ".join(f"'{text}'" for text in shown[:4]) + (", …" if len(shown) > 4 else ""),
    )


def add_stated(
    made: LongTable, table: Table, codes: Sequence[str], known: Mapping[str, Mapping[str, object]] | None = None
) -> None:
    """The cells of baseline and final target, and their dates, as fields of the sheet Indicators, one row a code.

    A date that only names the year or quarter in which a `known` one lies is left empty: it says nothing else.
    """
    fields = table.roles.fields
    for source, key in STATED.items():
        if source in fields:
            at = np.array([_speaks(table, code, source, known) for code in codes], np.int64)
            made.add_cells(key, np.clip(at, 0, None), np.where(at >= 0, fields[source], _NONE))
    for key, source in _DATED_BY.items():
        if key not in fields and source in fields and source in table.roles.years:
            year = str(table.roles.years[source])
            told = [_speaks(table, code, source) >= 0 and not _is_known(year, code, key, known) for code in codes]
            header = table.block.header_cells[fields[source]]
            texts = [year if is_told else None for is_told in told]
            made.add_texts(
                STATED[key],
                texts,
                [header if is_told else _NONE for is_told in told],
                np.full(len(told), fields[source]),
            )


def _speaks(table: Table, code: str, key: str, known: Mapping[str, Mapping[str, object]] | None = None) -> int:
    at = speaking(table).get((code, key), _NONE)
    if at >= 0 and key in _DATED_BY:
        text = table.grid.header_text(at, table.roles.fields[key])
        return _NONE if _is_known(text, code, key, known) else at
    return at


def _is_known(text: str, code: str, key: str, known: Mapping[str, Mapping[str, object]] | None) -> bool:
    """2026 says nothing against the known 30 June 2026."""
    day, read = (known or {}).get(code, {}).get(STATED[key]), periods.period(text)
    return isinstance(day, date) and read is not None and read.start <= day <= read.end


def restated(table: Table) -> Recognised | None:
    """Rows for the sheet Indicators of known indicators of which the table gives baseline or final target.

    What it does not give is the known definition's. Whether anything changes by it is for `data.restatements` to say.
    """
    known = table.reader.known.definitions
    told = speaking(table)
    names = {code: row for row, code in zip(reversed(table.rows.rows), reversed(naming.codes(table)), strict=True)}
    codes = [
        code
        for code in names
        if code in known
        and any(told.get((code, key), _NONE) >= 0 for key in STATED)
        and table.mapping.answer("definition", code) != KEEP
        and table.mapping.answer("definition", _name(names[code])) != KEEP
    ]
    if not codes:
        return None
    at = np.array([names[code].name.at if names[code].name else names[code].at for code in codes], np.int64)
    column = table.roles.fields.get("name", table.roles.fields.get("code", _NONE))
    made = LongTable(table.grid.sheet, "indicators", at)
    made.headers = {index: " › ".join(path) for index, path in table.block.paths.items()}
    made.add_texts("code", codes, at, np.full(len(at), column))
    for needed in vocabulary().sheet_by_key["indicators"].required:
        if needed.key != "code":
            texts = [str(known[code][needed.key]) if known[code].get(needed.key) else None for code in codes]
            made.add_texts(needed.key, texts, at, np.full(len(at), _NONE))
    add_stated(made, table, codes, known)
    return made.recognised()


def _name(row: Row) -> str:
    return row.name.text if row.name else ""


def say_other_units(table: Table) -> None:
    """Which known indicators the table counts in another unit than the one that is known, once for each."""
    if "unit" not in table.roles.fields:
        return
    names = {code: row for row, code in zip(reversed(table.rows.rows), reversed(naming.codes(table)), strict=True)}
    for code, row in reversed(names.items()):
        unit, known = table.of_indicator(row, "unit"), table.reader.known.definitions.get(code, {}).get("unit")
        if unit and known and not _is_same_unit(unit.text, str(known)):
            table.report("other_unit", WARNS, at=unit.at, column=unit.column, found=unit.text, expected=str(known))


def _is_same_unit(one: str, other: str) -> bool:
    """`persen` and %, `orang` and people, are one unit."""
    if is_percent(one) or is_percent(other):
        return is_percent(one) and is_percent(other)
    return any(fold(unit_in(one, language)) == fold(unit_in(other, language)) for language in ("id", "en"))
