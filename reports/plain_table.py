"""A table for other programs (CSV): one row an indicator and period, figures with a point and not rounded."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from charts.missing import missing_mark
from charts.theme import status_word
from definitions.version import VERSION
from reports.content import Content
from reports.exact import exact

COLUMNS = (
    "indicator", "name", "programme", "programme_name", "level", "unit", "measure", "direction", "period",
    "period_start", "period_end", "is_latest", "baseline", "target", "actual", "expected", "progress", "achievement",
    "on_track", "status", "status_word", "mark", "reason", "reports", "reports_due", "as_of", "version", "stamp",
    "sample",
)  # fmt: skip
# A cell that begins so is run as a formula by a spreadsheet program.
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(content: Content, path: Path) -> None:
    """Write the file: UTF-8 with a mark that tells Excel so, commas, one line a row.

    `is_latest` marks the row that Ringkasan shows: against the final target, else the latest period. A figure that is
    missing is empty, with `mark` (— not reported, n.a. not applicable, … hidden) and `reason`. Every row carries the
    stamp of the whole report ("Data per … · n dari m laporan · …") and, of the sample, its warning.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore")
        writer.writeheader()
        for row in _rows(content):
            writer.writerow({name: _cell(value) for name, value in row.items()})


def _rows(content: Content) -> Iterator[dict[str, Any]]:
    for row in content.rows:
        yield _told(content, row, is_latest=True)
        for each in content.periods.get(row["indicator"], ()):
            yield _told(content, each, is_latest=False)


def _told(content: Content, row: dict[str, Any], *, is_latest: bool) -> dict[str, Any]:
    programme = content.known["programme"].get(row["programme"], row["programme"])
    return row | {
        "programme_name": programme, "is_latest": "yes" if is_latest else "no",
        "status_word": status_word(row["status"], content.t) if row["status"] else None,
        "mark": missing_mark(row["reason"]) if row["actual"] is None else None,
        "as_of": content.asked.as_of.isoformat(), "version": VERSION, "stamp": content.stamp,
        "sample": content.sample_mark or None,
    }  # fmt: skip


def _cell(value: object) -> object:
    if isinstance(value, float):
        return exact(value)
    if isinstance(value, str) and value.startswith(_STARTS_FORMULA):
        return f"'{value}"
    return "" if value is None else value
