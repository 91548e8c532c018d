"""A frame on the command line: as a table, as CSV or as JSON. A missing value is blank, and null in JSON."""

import json
import math
from collections.abc import Iterator
from datetime import date, datetime

import pandas as pd

FORMATS = ("table", "csv", "json")


def printed(frame: pd.DataFrame, form: str) -> str:
    """The frame in one of FORMATS. Figures are not rounded in CSV and JSON."""
    if form == "json":
        return json.dumps(list(records(frame)), ensure_ascii=False, indent=1)
    if form == "csv":
        return frame.to_csv(index=False).rstrip("\n")
    return _table(frame)


def records(frame: pd.DataFrame) -> Iterator[dict[str, object]]:
    """The rows as dictionaries of plain Python values; missing is None."""
    columns = [str(name) for name in frame.columns]
    for row in frame.astype(object).itertuples(index=False, name=None):
        yield dict(zip(columns, map(_plain, row), strict=True))


def _plain(value: object) -> object:
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value


def _table(frame: pd.DataFrame) -> str:
    if frame.empty:
        return ""
    shown = [[_cell(value) for value in row.values()] for row in records(frame)]
    header = [str(name) for name in frame.columns]
    widths = [max(len(line[column]) for line in [header, *shown]) for column in range(len(header))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
                     for line in [header, *shown])  # fmt: skip


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.6g}" if isinstance(value, float) else str(value)
