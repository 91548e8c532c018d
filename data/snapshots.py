"""Reports that were sent out, kept as they were: the file, what it said in figures, for whom, when and by whom.

Append-only. A report is kept with the last thing that had happened to an upload, so that later it can be told which
uploads came since.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from data.store import Store, run
from definitions import clock

_EVERY = """
    select report_id, form, programme, partner, funder, as_of, language, scheme, figures, version, last_event,
        file_name, sha256, size_bytes, content is not null as has_file, sent_to, kept_by, kept_at
    from kept_reports order by report_id desc"""


@dataclass(frozen=True)
class Choice:
    """A report on everything, or on a programme, a partner's part, or what a funder's money stands behind.

    `as_of` is the day it speaks of: nothing of later periods is in it. `scheme` is the status scheme that judges; None
    is the programme's own, until the report is made.
    """

    as_of: date
    language: str = "id"
    programme: str | None = None
    partner: str | None = None
    funder: str | None = None
    scheme: str | None = None


@dataclass(frozen=True)
class Kept:
    """A kept report, without its bytes. `figures` is what metrics.restated made of it; `kept_at` is UTC.

    `has_file` is False after a person whom it may quote was erased.
    """

    report_id: int
    form: str
    choice: Choice
    figures: Mapping[str, Any]
    version: str
    last_event: int
    file_name: str
    sha256: str
    size_bytes: int
    has_file: bool
    sent_to: str | None
    kept_by: str | None
    kept_at: datetime


class UnknownReport(Exception):  # noqa: N818  # reads as the sentence that it becomes
    """No kept report has this number, or its file is gone; `args[0]` is the number."""


def keep(
    store: Store, form: str, choice: Choice, figures: Mapping[str, Any], file_name: str, content: bytes, *,
    version: str, last_event: int, quotes: Sequence[str] = (), kept_by: str | None = None, sent_to: str | None = None,
) -> int:  # fmt: skip
    """Keep a report and return its number.

    Args:
        figures: plain values that JSON can hold, without any text of a person.
        last_event: what had happened to uploads (`last_event`) when the figures were asked for.
        quotes: every text of a voice that may stand in the file; only their sums are kept beside it.
    """
    values = vars(choice) | {
        "form": form, "figures": json.dumps(figures, ensure_ascii=False), "version": version, "event": last_event,
        "file_name": file_name, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content),
        "content": content, "quoted": [hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
                                       for text in quotes],
        "sent_to": (sent_to or "").strip() or None, "by": (kept_by or "").strip() or None,
        "now": clock.utc_now(),
    }  # fmt: skip
    with store.writing() as cursor:
        return int(run(cursor, """
            insert into kept_reports
            select coalesce(max(report_id), 0) + 1, $form, $programme, $partner, $funder, $as_of, $language, $scheme,
                $figures, $version, $event, $file_name, $sha256, $size, $content::blob, $quoted::varchar[],
                $sent_to, $by, $now
            from kept_reports
            returning report_id""", values)[0][0])  # fmt: skip


def last_event(store: Store) -> int:
    """The number of the last thing that happened to an upload; 0 before the first."""
    with store.cursor() as cursor:
        return int(run(cursor, "select coalesce(max(event_id), 0) from upload_events")[0][0])


def kept_reports(store: Store) -> list[Kept]:
    """Every kept report, the newest first."""
    with store.cursor() as cursor:
        rows = run(cursor, _EVERY)
    return [_kept(row) for row in rows]


def kept_file(store: Store, report_id: int) -> bytes:
    """The bytes of a kept report, as they were. Raises UnknownReport."""
    with store.cursor() as cursor:
        rows = run(cursor, "select content from kept_reports where report_id = $report and content is not null",
                   {"report": report_id})  # fmt: skip
    if not rows:
        raise UnknownReport(report_id)
    return bytes(rows[0][0])


def _kept(row: tuple) -> Kept:
    number, form, programme, partner, funder, as_of, language, scheme, figures, *rest = row
    choice = Choice(as_of, language, programme, partner, funder, scheme)
    return Kept(number, form, choice, json.loads(figures), *rest)
