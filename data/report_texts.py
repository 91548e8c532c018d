"""What people wrote in place of drafted sentences of a report, before it went out.

It is kept for what the report is about, its language, and the quarter that had ended: the words of one quarter never
stand in the report of the next. Append-only; the newest of each sentence counts. Numbers and addresses are masked.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from data.periods import last_quarter
from data.snapshots import Choice
from data.store import Store, run
from data.written import naming, person, within
from definitions import clock

MOST = {"text": 1500}  # characters


@dataclass(frozen=True)
class WrittenText:
    """The words of one sentence; "" leaves it out. `drafted` is the sum of the draft that they were written for."""

    part: str
    text: str
    drafted: str
    by: str | None
    at: datetime  # UTC


def sum_of(text: str) -> str:
    """A short sum by which a draft is known again; blanks do not count."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def about(choice: Choice) -> str:
    """What a report is about, as one word: programme:AIR, or all."""
    chosen = {"programme": choice.programme, "partner": choice.partner, "funder": choice.funder}
    return " ".join(f"{kind}:{code}" for kind, code in chosen.items() if code) or "all"


def write(store: Store, choice: Choice, part: str, text: str | None, draft: str, by: str = "") -> None:
    """Keep what somebody wrote in place of `draft`; None takes it back. Raises TooLong."""
    within(MOST, text=text or "")
    with store.writing() as cursor:
        run(cursor, """
            insert into report_texts by name
            select coalesce(max(text_id), 0) + 1 as text_id, $about as about, $quarter as quarter,
                $language as language, $part as part, $text::varchar as text, $drafted as drafted,
                nullif($by, '') as written_by, $now::timestamp as written_at
            from report_texts""", _of(choice) | {
            "part": part, "text": None if text is None else naming(text), "drafted": sum_of(draft),
            "by": person(by), "now": clock.utc_now(),
        })  # fmt: skip


def written(store: Store, choice: Choice) -> dict[str, WrittenText]:
    """What counts now, by part."""
    with store.cursor() as cursor:
        rows = run(cursor, """
            select part, text, drafted, written_by, written_at
            from report_texts
            where about = $about and quarter = $quarter and language = $language
            qualify row_number() over (partition by part order by text_id desc) = 1 and text is not null""",
            _of(choice))  # fmt: skip
    return {row[0]: WrittenText(*row) for row in rows}


def _of(choice: Choice) -> dict[str, str]:
    return {"about": about(choice), "quarter": last_quarter(choice.as_of).key, "language": choice.language}
