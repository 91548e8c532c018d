"""Tables that bring a new baseline or final target of a known indicator: what changes by it, and what is told twice."""

from collections.abc import Iterator, Mapping, MutableMapping
from datetime import date, datetime

import duckdb
import pyarrow as pa

from data.bodies import Body
from data.layouts.known import definitions
from data.problems import WARNS, Problem
from data.recognised import Recognised
from definitions.vocabulary import vocabulary

_FIGURES = ("baseline", "target")
_DATES = ("baseline_date", "target_date")
_CLOSE = 1e-9
Row = dict[str, object]


def settle(cursor: duckdb.DuckDBPyConnection, bodies: MutableMapping[str, list[Body]]) -> None:
    """Keep of the rearranged definitions those that are new or change something; an unchanged one is not stored again.

    A changed one is completed with what the ledger says of the indicator and named with old and new value. A definition
    that comes twice in the workbook is the first one's, the sheet Indicators before any table.
    """
    listed = bodies.get("indicators", [])
    if not any(body.recognised.origins for body in listed):
        return
    ledger, first = definitions(cursor), dict[str, Row]()
    for body in sorted(listed, key=lambda each: each.recognised.origins is not None):
        rows = body.table.to_pylist()
        if body.recognised.origins is None:
            first |= {str(row["code"]): row for row in reversed(rows)}
        else:
            kept = list(_kept(body, rows, ledger, first))
            body.table = pa.Table.from_pylist(kept, schema=body.table.schema)
    left = [body for body in listed if body.table.num_rows or body.recognised.origins is None]
    if left:
        bodies["indicators"] = left
    else:
        del bodies["indicators"]


def _kept(body: Body, rows: list[Row], ledger: Mapping[str, Row], first: dict[str, Row]) -> Iterator[Row]:
    for row in rows:
        code = str(row["code"])
        if code in first:
            _say(body, row, first[code], "two_definitions")
            continue
        if code in ledger:
            if not _changed(row, ledger[code]):
                continue
            _say(body, row, ledger[code], "definition_changed")
            row = _completed(row, ledger[code])
        first[code] = row
        yield row


def _changed(row: Row, other: Row) -> list[str]:
    """The fields that the row fills and that are not what the other says; figures on the other's scale."""
    return [key for key in (*_FIGURES, *_DATES) if _value(row, key, other) is not None and not _same(row, other, key)]


def _same(row: Row, other: Row, key: str) -> bool:
    own, theirs = _value(row, key, other), _value(other, key, other)
    if isinstance(own, float) and isinstance(theirs, float):
        return abs(own - theirs) <= _CLOSE * max(abs(own), abs(theirs), 1)
    return own == theirs


def _value(row: Row, key: str, scaled: Row) -> object:
    """A percentage is read as a fraction, and stands in points where the ledger counts in points."""
    if key in _DATES:
        day = row.get(key)
        return day.date() if isinstance(day, datetime) else day
    value = row.get(key) if row.get(key) is not None else row.get(f"{key}_word")
    if value is None:
        return None
    scale = scaled.get("scale") or 1
    return float(value) * (float(scale) if row.get(f"{key}_is_percent") else 1)  # type: ignore[arg-type]


def _completed(row: Row, ledger: Row) -> Row:
    return {key: ledger.get(key) if value is None else value for key, value in row.items()}


def _say(body: Body, row: Row, other: Row, code: str) -> None:
    entry: Recognised = body.recognised
    columns = vocabulary().sheet_by_key["indicators"].column_by_key
    number = int(str(row["row_number"]))
    for key in _changed(row, other):
        params = {"indicator": other.get("name") or row["code"], "field": columns[key],
                  "found": _shown(_value(row, key, other)), "expected": _shown(_value(other, key, other))}  # fmt: skip
        cell, header = entry.cell(number, key), entry.header(key, number)
        body.problems.append(Problem(code, WARNS, entry.sheet.name, cell, header, params))


def _shown(value: object) -> object:
    return "–" if value is None else value if isinstance(value, date) else float(str(value))
