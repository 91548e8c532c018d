"""What people said about entries: themes given, skipped or taken back, quotes approved. Append-only."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from data.erasure import Entry
from data.store import Store, run, sql
from definitions import clock

CODED, SKIPPED, UNDONE = "coded", "skipped", "undone"
APPROVED, WITHDRAWN = "approved", "withdrawn"
_HERE = Path(__file__).parent


class NotCoded(ValueError):  # noqa: N818  # reads as the sentence that it becomes
    """What was to be recorded lacks something; `args[0]` says what: coder, themes, entry or consent."""


@dataclass(frozen=True)
class Code:
    """One thing that a coder did to an entry."""

    entry: Entry
    coder: str
    event: str
    themes: tuple[str, ...] = ()
    suggested: str | None = None
    confidence: float | None = None

    @property
    def is_accepted(self) -> bool:
        """The suggestion was taken as it was."""
        return self.suggested is not None and self.themes == (self.suggested,)


def record(store: Store, code: Code) -> None:
    """Append what a coder did. Raises NotCoded without a coder, without an entry, or coded without a theme."""
    record_all(store, [code])


def record_all(store: Store, said: Sequence[Code]) -> None:
    """Append what a coder did to several entries, all or nothing. Raises NotCoded as `record` does."""
    for code in said:
        if not code.coder.strip():
            raise NotCoded("coder")
        if code.event == CODED and not code.themes:
            raise NotCoded("themes")
    with store.writing() as cursor:
        for code in said:
            _check_entry(cursor, code.entry)
            _append(cursor, code)


def _append(cursor: duckdb.DuckDBPyConnection, code: Code) -> None:
    run(cursor, """
        insert into feedback_codes
        select coalesce(max(code_id), 0) + 1, $upload, $sheet, $row, $coder, $now, $event, $themes,
            $suggested, $confidence, $accepted
        from feedback_codes""", _place(code.entry) | {
            "coder": code.coder.strip(), "now": clock.utc_now(), "event": code.event,
            "themes": ";".join(code.themes) or None,
            "suggested": code.suggested, "confidence": code.confidence, "accepted": code.is_accepted})  # fmt: skip


def decide_quote(store: Store, entry: Entry, event: str, *, decided_by: str) -> None:
    """Append that a person approved an entry as a quote, or took that back.

    Raises NotCoded: without a name, without an entry, or approving what nobody consented to.
    """
    if not decided_by.strip():
        raise NotCoded("coder")
    with store.writing() as cursor:
        consent = _check_entry(cursor, entry)
        if event == APPROVED and not consent:
            raise NotCoded("consent")
        run(cursor, """
            insert into quote_decisions
            select coalesce(max(decision_id), 0) + 1, $upload, $sheet, $row, $by, $now, $event from quote_decisions""",
            _place(entry) | {"by": decided_by.strip(), "now": clock.utc_now(), "event": event})  # fmt: skip


def approve_all(store: Store, upload_id: int, *, decided_by: str) -> None:
    """Approve every entry of one upload that has consent: for the sample, whose sentences nobody said."""
    with store.writing() as cursor:
        told = {"upload": upload_id, "by": decided_by, "now": clock.utc_now()}
        run(cursor, sql(_HERE / "quoting" / "approve_all.sql"), told)


def codes(store: Store) -> list[tuple[str, str, tuple[str, ...]]]:
    """Entry, coder and themes of every code that counts: the newest of each coder, not undone."""
    with store.cursor() as cursor:
        rows = run(cursor, "select entry, coder, themes from current_codes order by entry, coder")
    return [(entry, coder, tuple(themes.split(";"))) for entry, coder, themes in rows]


def newest_upload(store: Store) -> tuple[int, int]:
    """Two numbers that change with every upload, undo and erasure, and with nothing else."""
    with store.cursor() as cursor:
        return run(
            cursor,
            """
            select (select coalesce(max(event_id), 0) from upload_events), (select count(*) from erasures)""",
        )[0]


def _check_entry(cursor, entry: Entry) -> bool:
    """Whether the entry was given with consent. Raises NotCoded where no entry stands."""
    rows = run(cursor, """
        select coalesce(consent, false) from feedback
        where upload_id = $upload and sheet = $sheet and row_number = $row""", _place(entry))  # fmt: skip
    if not rows:
        raise NotCoded("entry")
    return bool(rows[0][0])


def _place(entry: Entry) -> dict[str, object]:
    return {"upload": entry.upload_id, "sheet": entry.sheet, "row": entry.row_number}


def coder_codes(found: Sequence[tuple[str, str, tuple[str, ...]]]) -> list[list[str | None]]:
    """One row a coder, one column an entry: the first theme that the coder gave, None where none. For agreement.

    `Ani` and `ani ` are one coder, or she would agree with herself; of two codes of hers the later in `found` counts.
    """
    given = {(" ".join(coder.split()).casefold(), entry): themes[0] for entry, coder, themes in found}
    coders, entries = (sorted({key[place] for key in given}) for place in (0, 1))
    return [[given.get((coder, entry)) for entry in entries] for coder in coders]
