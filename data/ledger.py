"""The append-only ledger: storing an upload, undoing it, and what has been stored."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb
import pyarrow as pa

from data.masking import mask
from data.problems import Problem
from data.reading import Workbook
from data.reasons import Reason, kept_note
from data.rollup_part import refresh
from data.staging import Staged
from data.store import Store, run, sql
from definitions import clock

# the tables that rows of a sheet go into, in the order of the template
_APPEND = {
    "programmes": "insert into programmes by name select $upload::integer as upload_id, * from new_programmes",
    "partners": "insert into partners by name select $upload::integer as upload_id, * from new_partners",
    "indicators": "insert into indicators by name select $upload::integer as upload_id, * from new_indicators",
    "targets": "insert into targets by name select $upload::integer as upload_id, * from new_targets",
    "results": "insert into results by name select $upload::integer as upload_id, * from new_results",
    # what was erased from a file does not come back with the same file
    "feedback": """
        insert into feedback by name select $upload::integer as upload_id, * from new_feedback
        where not exists (
            select 1 from erasures
            join uploads as before using (upload_id) join uploads as own on own.sha256 = before.sha256
            where own.upload_id = $upload and erasures.sheet = new_feedback.sheet
              and erasures.row_number = new_feedback.row_number)""",
    "activities": "insert into activities by name select $upload::integer as upload_id, * from new_activities",
    "contributions": "insert into contributions by name select $upload::integer as upload_id, * from new_contributions",
    "survey": "insert into survey by name select $upload::integer as upload_id, * from new_survey",
    "needs": "insert into needs by name select $upload::integer as upload_id, * from new_needs",
    "campaigns": "insert into campaigns by name select $upload::integer as upload_id, * from new_campaigns",
    "participation": "insert into participation by name select $upload::integer as upload_id, * from new_participation",
}
_TOUCHED_BY_NEW = """
    select indicator from new_results union select indicator from new_targets union select code from new_indicators
"""
_TOUCHED_BY_UPLOAD = """
    select indicator from results where upload_id = $upload
    union select indicator from targets where upload_id = $upload
    union select code from indicators where upload_id = $upload
"""
# a line of the sheet, which may name somebody
_QUOTES_ROWS = ("note_row", "rows_below", "heading_row", "told_outside", "total_row")
_RECORD = """
    insert into uploads values ($upload, $file_name, $sha256, $kind, $size, $now, $by, $is_sample, $rows)
"""


@dataclass(frozen=True)
class Upload:
    """A stored file. Times are UTC; `is_live` is False after an undo.

    `reason` (a word of data/reasons.py) and `note`: why earlier figures read otherwise since, where somebody said so.
    """

    upload_id: int
    file_name: str
    sha256: str
    kind: str
    size_bytes: int
    stored_at: datetime
    stored_by: str | None
    is_sample: bool
    rows_stored: int
    is_live: bool
    reason: str | None
    note: str | None


class UnknownUpload(Exception):  # noqa: N818  # reads as the sentence that it becomes
    """No upload has this number; `args[0]` is the number."""


def append(
    cursor: duckdb.DuckDBPyConnection,
    workbook: Workbook,
    staged: Staged,
    *,
    size_bytes: int,
    stored_by: str | None = None,
    is_sample: bool = False,
    reason: Reason | None = None,
) -> int:
    """Append the staged rows as a new upload and rebuild the roll-up, in the cursor's transaction.

    `reason`: why figures that were stored before read otherwise now.

    Returns:
        The number of the upload.
    """
    upload = int(run(cursor, "select coalesce(max(upload_id), 0) + 1 from uploads")[0][0])
    record = {"upload": upload, "file_name": workbook.file_name, "sha256": workbook.sha256, "kind": workbook.kind,
              "size": size_bytes, "now": clock.utc_now(), "by": stored_by, "is_sample": is_sample,
              "rows": sum(staged.rows.values())}  # fmt: skip
    run(cursor, _RECORD, record)
    for key in staged.bodies:
        run(cursor, _APPEND[key], {"upload": upload})
    _append_lineage(cursor, upload, staged)
    _append_event(cursor, upload, "stored", stored_by, reason.key if reason else None, kept_note(reason))
    refresh(cursor, _codes(cursor, _TOUCHED_BY_NEW), upload)
    return upload


def undo(store: Store, upload_id: int, *, done_by: str | None = None, reason: str | None = None) -> None:
    """Make an upload not live: what it superseded counts again. Nothing is deleted.

    Raises UnknownUpload. Undoing twice does nothing.
    """
    _change(store, upload_id, "undone", done_by, reason)


def restore(store: Store, upload_id: int, *, done_by: str | None = None, reason: str | None = None) -> None:
    """Make an undone upload live again. Raises UnknownUpload."""
    _change(store, upload_id, "restored", done_by, reason)


def uploads(store: Store) -> list[Upload]:
    """Every upload, the newest first."""
    with store.cursor() as cursor:
        return [Upload(*row) for row in run(cursor, """
            select uploads.*, upload_id in (select upload_id from live_uploads) as is_live, said.reason, said.note
            from uploads left join (from upload_events where event = 'stored') as said using (upload_id)
            order by upload_id desc""")]  # fmt: skip


def indicators_of(store: Store, upload_ids: Sequence[int], most: int) -> list[str]:
    """Codes of the indicators that these uploads speak of, at most so many, those with the most figures first."""
    statement = sql(Path(__file__).parent / "preview" / "indicators_of_uploads.sql")
    with store.cursor() as cursor:
        return [code for (code,) in run(cursor, statement, {"uploads": list(upload_ids), "most": most})]


def stored_before(cursor: duckdb.DuckDBPyConnection, sha256: str) -> tuple[int, datetime] | None:
    """The live upload with the very same content: its number and when it was stored (UTC)."""
    rows = run(cursor, "select upload_id, stored_at from live_uploads where sha256 = $sha256", {"sha256": sha256})
    return rows[0] if rows else None


def _change(store: Store, upload_id: int, event: str, done_by: str | None, reason: str | None) -> None:
    with store.writing() as cursor:
        change(cursor, upload_id, event, done_by=done_by, reason=reason)


def change(
    cursor: duckdb.DuckDBPyConnection, upload_id: int, event: str, *, done_by: str | None = None,
    reason: str | None = None,
) -> None:  # fmt: skip
    """Undo ('undone') or bring back ('restored') an upload in the cursor's transaction. Raises UnknownUpload."""
    if not run(cursor, "select 1 from uploads where upload_id = $upload", {"upload": upload_id}):
        raise UnknownUpload(upload_id)
    is_live = bool(run(cursor, "select 1 from live_uploads where upload_id = $upload", {"upload": upload_id}))
    if is_live is (event == "restored"):
        return
    _append_event(cursor, upload_id, event, done_by, reason)
    refresh(cursor, _codes(cursor, _TOUCHED_BY_UPLOAD, upload_id), upload_id)


def _append_event(
    cursor: duckdb.DuckDBPyConnection, upload_id: int, event: str, done_by: str | None, reason: str | None,
    note: str | None = None,
) -> None:  # fmt: skip
    said = {"upload": upload_id, "event": event, "now": clock.utc_now(), "by": done_by, "reason": reason, "note": note}
    run(
        cursor,
        """
        insert into upload_events
        select coalesce(max(event_id), 0) + 1, $upload, $event, $now, $by, $reason, $note from upload_events""",
        said,
    )


def _append_lineage(cursor: duckdb.DuckDBPyConnection, upload: int, staged: Staged) -> None:
    """Where each field stood in the user's file, the warnings, and the places it named."""
    entries = [body.recognised for bodies in staged.bodies.values() for body in bodies]
    _append_rows(cursor, "insert into upload_columns by name select * from lineage", [
        {"upload_id": upload, "sheet": entry.sheet.name, "sheet_key": entry.words.key, "field": key,
         "header": header, "column_letters": letters}
        for entry in entries for key, header, letters in entry.lineage()])  # fmt: skip
    _append_rows(cursor, "insert into upload_warnings by name select * from lineage", [
        {"upload_id": upload, "sheet": problem.sheet or "", "cell": problem.cell, "code": problem.code,
         "params": _plain(problem)} for problem in staged.problems])  # fmt: skip
    _append_rows(cursor, "insert into places by name select * from lineage", [
        {"upload_id": upload, "place": place.key, "name": place.name, "code": place.code,
         "code_system": "kemendagri" if place.code else None, "level": place.level, "parent": place.parent}
        for place in staged.places.values()])  # fmt: skip


def _append_rows(cursor: duckdb.DuckDBPyConnection, statement: str, rows: Sequence[dict[str, object]]) -> None:
    if rows:
        cursor.register("lineage", pa.Table.from_pylist(list(rows)))
        run(cursor, statement)
        cursor.unregister("lineage")


def _plain(problem: Problem) -> str:
    shown = {name: getattr(value, "key", None) or str(value) for name, value in problem.params.items()}
    return json.dumps({name: mask(text) if name == "found" and problem.code in _QUOTES_ROWS else text
                       for name, text in shown.items()})  # fmt: skip


def _codes(cursor: duckdb.DuckDBPyConnection, statement: str, upload: int | None = None) -> list[str]:
    rows = run(cursor, statement, {"upload": upload} if upload is not None else None)
    return sorted(row[0] for row in rows if row[0] is not None)
