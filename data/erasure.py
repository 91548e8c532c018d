"""Erasure of one person's entries: the words go, a record stays that somebody asked, and nothing brings them back."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from data import erased, rewriting
from data.masking import mask
from data.store import FILE_FORMAT, Store, run, sql
from definitions import clock

_HERE = Path(__file__).parent
_FEWEST_SIGNS = 3  # letters and digits that a search must have
_AROUND = 24  # signs of an entry that are shown before and after what was searched


@dataclass(frozen=True, order=True)
class Entry:
    """Where one feedback entry stands: upload, sheet and row of the user's file."""

    upload_id: int
    sheet: str
    row_number: int


class NothingToErase(Exception):  # noqa: N818  # reads as the sentence that it becomes
    """No entry stands there."""


@dataclass(frozen=True)
class Said:
    """An entry that was searched for: when it was said, and the words around what was searched, masked."""

    entry: Entry
    day: date
    excerpt: str


def entries_saying(store: Store, words: str) -> list[Said]:
    """Entries of every upload, undone ones too, whose text holds these words, with a few words around them.

    Less than three letters find nothing: they would list what everybody said.
    """
    if sum(map(str.isalnum, words)) < _FEWEST_SIGNS:
        return []
    with store.cursor() as cursor:
        rows = run(cursor, """
            select upload_id, sheet, row_number, "date", "text" from feedback
            where contains(lower("text"), lower($words)) order by upload_id, sheet, row_number""",
            {"words": words})  # fmt: skip
    return [Said(Entry(*row[:3]), row[3], _around(row[4], words)) for row in rows]


def erase(
    store: Store, entries: Sequence[Entry], *, erased_by: str | None = None, reason: str | None = None
) -> list[Entry]:
    """Delete these entries, and the same entries wherever else they were uploaded, with what was said of them.

    The record keeps place and time of the erasure and no word of the entry; a fingerprint (data/erased.py) keeps it
    from coming back. Call `rewrite` afterwards: a database file keeps deleted bytes until it is written anew.

    Returns:
        Every entry that is gone.

    Raises:
        NothingToErase: when none of them is there.
    """
    with store.writing() as cursor:
        rows = _same(cursor, set(entries))
        if not rows:
            raise NothingToErase
        gone = sorted(_place(row) for row in rows)
        cursor.register("same_entries", _as_table(rows))
        values = {
            "now": clock.utc_now(),
            "by": mask(erased_by or "") or None,
            "reason": mask(reason or "") or None,
        }
        for step in ("record", "warnings", "corrections", "places", "notes", "entries"):
            run(cursor, sql(_HERE / "erasing" / f"{step}.sql"), values if step == "record" else None)
        cursor.unregister("same_entries")
        run(cursor, """
            insert into upload_events select coalesce(max(event_id), 0) + 1, $upload, $event, $now, $by, null, null
            from upload_events""", {"upload": gone[0].upload_id, "event": _live_event(cursor, gone[0].upload_id),
                                    "now": values["now"], "by": values["by"]})  # fmt: skip
    return gone


def _same(cursor: duckdb.DuckDBPyConnection, wanted: set[Entry]) -> list[dict]:
    """The rows asked for and, in every other upload, the rows that are the same entry; their fingerprints are kept."""
    days = [row[0] for entry in wanted for row in run(cursor, """
        select "date" from feedback where upload_id = $upload and sheet = $sheet and row_number = $row""",
        {"upload": entry.upload_id, "sheet": entry.sheet, "row": entry.row_number})]  # fmt: skip
    rows = erased.stored(cursor, set(days))
    asked = [row for row in rows if _place(row) in wanted]
    if not asked:
        return []
    uploads = {row["upload_id"] for row in asked}
    beside = Counter(erased.full_key(row) for row in rows if row["upload_id"] in uploads and row not in asked)
    copies = _most_of_one_upload(asked)
    strangers = frozenset(key for key in beside if key not in copies)
    found = list(asked)
    for upload in {row["upload_id"] for row in rows} - uploads:
        numbers = {(row["sheet"], row["row_number"]) for row in asked}
        own = sorted((row for row in rows if row["upload_id"] == upload),
                     key=lambda row: (row["sheet"], row["row_number"]) not in numbers)  # fmt: skip
        found += erased.others(own, asked, copies, strangers)
    erased.remember(cursor, _once(asked, copies))
    return found


def _most_of_one_upload(rows: Sequence[dict]) -> Counter[str]:
    """How many equal entries one upload holds: the same entry of two uploads is one."""
    most: Counter[str] = Counter()
    for upload in {row["upload_id"] for row in rows}:
        most |= Counter(erased.full_key(row) for row in rows if row["upload_id"] == upload)
    return most


def _once(rows: Sequence[dict], copies: Counter[str]) -> list[dict]:
    by_key = {erased.full_key(row): row for row in rows}
    return [by_key[key] for key in copies.elements()]


def _as_table(rows: Sequence[dict]) -> pa.Table:
    """Where the rows stand, their place, and what a warning may quote of them (as JSON writes it)."""

    def quoted(row: dict) -> list[str]:
        said = [str(row[name]) for name in ("text", "channel", "place", "partner", "age") if row[name]]
        return [json.dumps(each)[1:-1] for each in said if sum(map(str.isalpha, each)) > _FEWEST_SIGNS]

    return pa.table({
        "upload_id": pa.array([row["upload_id"] for row in rows], pa.int32()),
        "sheet": pa.array([row["sheet"] for row in rows], pa.string()),
        "row_number": pa.array([row["row_number"] for row in rows], pa.int32()),
        "place": pa.array([row["place"] for row in rows], pa.string()),
        "quoted": pa.array([quoted(row) for row in rows], pa.list_(pa.string())),
    })  # fmt: skip


def _place(row: dict) -> Entry:
    return Entry(row["upload_id"], row["sheet"], row["row_number"])


def _around(text: str, words: str) -> str:
    """A few words before and after, masked once more: rules may have been widened since it was stored."""
    at = max(text.lower().find(words.lower()), 0)
    start, end = max(0, at - _AROUND), at + len(words) + _AROUND
    start = text.rfind(" ", 0, start + 1) + 1
    cut = text[start:end] if end >= len(text) else text[start:end].rpartition(" ")[0] or text[start:end]
    return mask(f"{'… ' if start else ''}{cut}{' …' if end < len(text) else ''}")


def rewrite(store: Store) -> None:
    """Write the file of a store anew, so that no byte of what was deleted is left in it. Closes the store."""
    store.close()
    rewriting.write_anew(store.path, FILE_FORMAT)


def rewrite_later(store: Store) -> None:
    """The same when the store is next opened: for a dashboard that runs, where others hold the file open."""
    rewriting.ask_for(store.path)


def _live_event(cursor: duckdb.DuckDBPyConnection, upload_id: int) -> str:
    """An event that changes nothing but says that something happened: what is remembered of the store is asked anew."""
    is_live = run(cursor, "select 1 from live_uploads where upload_id = $upload", {"upload": upload_id})
    return "erased" if is_live else "undone"
