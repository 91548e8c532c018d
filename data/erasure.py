"""Erasure of one person's entries: the words go, a record stays that somebody asked, and nothing brings them back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pyarrow as pa

from data.masking import mask
from data.store import FILE_FORMAT, Store, run, sql

_HERE = Path(__file__).parent


@dataclass(frozen=True, order=True)
class Entry:
    """Where one feedback entry stands: upload, sheet and row of the user's file."""

    upload_id: int
    sheet: str
    row_number: int


class NothingToErase(Exception):  # noqa: N818  # reads as the sentence that it becomes
    """No entry stands there."""


def entries_saying(store: Store, words: str) -> list[tuple[Entry, date, str]]:
    """Entries of every upload, undone ones too, whose text holds these words: where, when, what."""
    with store.cursor() as cursor:
        rows = run(cursor, """
            select upload_id, sheet, row_number, "date", "text" from feedback
            where contains(lower("text"), lower($words)) order by upload_id, sheet, row_number""",
            {"words": words})  # fmt: skip
    return [(Entry(*row[:3]), row[3], row[4]) for row in rows]


def erase(
    store: Store, entries: Sequence[Entry], *, erased_by: str | None = None, reason: str | None = None
) -> list[Entry]:
    """Delete these entries, and the same entries wherever else they were uploaded, with what was said of them.

    The record keeps place and time of the erasure and no word of the entry. Call `rewrite` afterwards: a database file
    keeps deleted bytes until it is written anew.

    Returns:
        Every entry that is gone.

    Raises:
        NothingToErase: when none of them is there.
    """
    wanted = pa.Table.from_pylist([vars(entry) for entry in entries])
    with store.writing() as cursor:
        cursor.register("wanted_entries", wanted)
        run(cursor, sql(_HERE / "erasing" / "same_entries.sql"))
        gone = [
            Entry(*row) for row in run(cursor, "select upload_id, sheet, row_number from same_entries order by all")
        ]
        if not gone:
            raise NothingToErase
        for step in ("record", "warnings", "notes", "entries"):
            values = {
                "now": datetime.now(UTC).replace(tzinfo=None),
                "by": erased_by,
                "reason": mask(reason or "") or None,
            }
            run(cursor, sql(_HERE / "erasing" / f"{step}.sql"), values if step == "record" else None)
        run(cursor, """
            insert into upload_events select coalesce(max(event_id), 0) + 1, $upload, $event, $now, $by, null
            from upload_events""", {"upload": gone[0].upload_id, "event": _live_event(cursor, gone[0].upload_id),
                                    "now": datetime.now(UTC).replace(tzinfo=None), "by": erased_by})  # fmt: skip
    return gone


def rewrite(store: Store) -> None:
    """Write the file of a store anew, so that no byte of what was deleted is left in it. Closes the store."""
    path = store.path
    store.close()
    fresh = path.with_name(path.name + ".fresh")
    fresh.unlink(missing_ok=True)
    with duckdb.connect(config=FILE_FORMAT) as connection:
        for name, file in (("old", path), ("fresh", fresh)):
            connection.execute(_attaching(file, name))
        connection.execute("copy from database old to fresh")
        connection.execute("checkpoint fresh")
    fresh.replace(path)
    path.with_name(path.name + ".wal").unlink(missing_ok=True)


def _attaching(file: Path, name: str) -> str:
    """The statement that attaches a file; a path cannot be a parameter of it."""
    quoted = str(file).replace("'", "''")
    return f"attach '{quoted}' as {name}"


def _live_event(cursor: duckdb.DuckDBPyConnection, upload_id: int) -> str:
    """An event that changes nothing but says that something happened: what is remembered of the store is asked anew."""
    is_live = run(cursor, "select 1 from live_uploads where upload_id = $upload", {"upload": upload_id})
    return "erased" if is_live else "undone"
