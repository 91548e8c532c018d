"""Why a target, a baseline or a stored result was changed: the reasons to choose from, and the history that is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from data.store import run, sql
from definitions import clock
from locales import Translate, mark

_HERE = Path(__file__).parent
# what a plan is changed for, as monitoring guides ask it to be told
REASONS: Mapping[str, str] = {
    "typing_error": mark("The earlier figure was a typing error"),
    "new_data": mark("Better data have come (survey, census, recount)"),
    "scope": mark("The programme was changed (area, budget, activities)"),
    "definition": mark("The indicator is measured in another way"),
    "agreed": mark("Agreed with the funder or in the forum"),
    "event": mark("Something from outside (disaster, rule, price)"),
    "other": mark("Something else"),
}
FIELDS = ("target", "target_low", "target_high", "target_date", "baseline", "baseline_date", "zero_start")
NOTE_LETTERS = 500
_COLUMNS = ("indicator", "field", "period", "partner", "place", "group", "old_value", "new_value")
_KEPT = pa.schema(
    [(name, pa.string()) for name in (*_COLUMNS, "reason", "note", "changed_by")]
    + [("upload_id", pa.int32()), ("changed_at", pa.timestamp("us"))]
)


@dataclass(frozen=True)
class Reason:
    """A word of REASONS, what was written beside it, and who says so."""

    key: str
    note: str | None = None
    given_by: str | None = None


def kept_note(reason: Reason | None) -> str | None:
    """What was written beside the word, as much of it as is kept."""
    return (reason.note or "")[:NOTE_LETTERS] or None if reason else None


def in_words(key: str, note: str | None, t: Translate) -> str:
    """A word of REASONS and what was written beside it, as one text; the note alone where the word is "other"."""
    return note if note and key == "other" else ": ".join(filter(None, (t(REASONS[key]), note)))


def record(cursor: duckdb.DuckDBPyConnection, upload: int, rows: list[tuple], reason: Reason | None) -> None:
    """Keep old and new value of every changed target and baseline with the upload, and the reason if one was given.

    `rows` are those of `changed_targets`, found before the upload was appended.
    """
    if not rows:
        return
    said = {
        "reason": reason.key if reason else None,
        "note": kept_note(reason),
        "changed_by": reason.given_by if reason else None,
    }
    now = clock.utc_now()
    table = [dict(zip(_COLUMNS, row, strict=True)) | said | {"upload_id": upload, "changed_at": now} for row in rows]
    cursor.register("changed", pa.Table.from_pylist(table, schema=_KEPT))
    run(cursor, "insert into target_changes by name select * from changed")
    cursor.unregister("changed")


def changed_targets(cursor: duckdb.DuckDBPyConnection) -> list[tuple]:
    """Indicator, field, period, partner, place, group, old and new value of every target and baseline that changes.

    Reads the view `definition_changes`, which data/consequences.py lays.
    """
    return run(cursor, sql(_HERE / "preview" / "target_changes.sql"), {"fields": list(FIELDS)})
