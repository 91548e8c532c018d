"""The export of a chat (WhatsApp): its messages as a table of feedback. Who wrote them is not read at all."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.reading.refusals import Refused
from data.reading.sheet_part import SheetContent
from data.reading.sheets import Note
from data.reading.table_file import Pieces
from data.reading.typed_cells import add_rows
from definitions.vocabulary import vocabulary

CHANNEL = "WhatsApp"
# `12/03/26 14.05 - Siti: …` (Android), `[12/03/26, 14:05:10] Siti: …` (iPhone), `3/12/26, 2:05 PM - Siti: …`.
_START = re.compile(
    r"^\[?(?P<a>\d{1,4})[/.-](?P<b>\d{1,2})[/.-](?P<c>\d{2,4}),?\s+\d{1,2}[.:]\d{2}(?:[.:]\d{2})?"
    r"(?:\s?[AaPp]\.?\s?[Mm]\.?)?(?:\]\s|\s[-–]\s)(?P<rest>.*)$"
)
_BY_SOMEBODY = re.compile(r"^~?\s?(?P<who>[^:]{1,60}):(?:\s|$)(?P<text>.*)$")
_UNSEEN = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202c\u2068\u2069\ufeff"))
_SPACES = {ord("\u202f"): " ", ord("\u00a0"): " "}
_LEFT_OUT = re.compile(
    r"^(<[^<>]{3,60}>|(gambar|video|audio|stiker|dokumen|gif|kartu kontak) tidak disertakan|"
    r"(image|video|audio|sticker|document|gif|contact card) omitted|(pesan ini|anda menghapus pesan ini|kamu menghapus "
    r"pesan ini).{0,20}(dihapus)?\.?|(this message was deleted|you deleted this message)\.?|null|.{1,80} \(file "
    r"(terlampir|attached)\))$",
    re.I,
)
_ENOUGH = 2  # messages among the first lines that make a text a chat and not a table
_LOOKED_AT = 40


@dataclass
class _Message:
    date: tuple[int, int, int]
    """As it stands: three numbers, the order of which the whole file tells."""
    line: int
    text: str


def is_chat(text: str) -> bool:
    """Whether the first lines of a text are those of an exported chat."""
    lines = [_plain(line) for line in text.split("\n", _LOOKED_AT)[:_LOOKED_AT]]
    return sum(bool(_START.match(line)) for line in lines) >= _ENOUGH


def read_chat(text: str) -> tuple[SheetContent, list[Note]]:
    """The messages as a sheet Feedback with date, channel and text; one row a message, in their order.

    Left out, and said: what the program itself wrote, pictures that are not in the file, and deleted messages. The
    names and numbers of the people who wrote are dropped here, before anything else sees them.

    Raises Refused where the dates can be no dates, or there is no message.
    """
    messages, own_lines = _messages(text)
    kept = [message for message in messages if not _LEFT_OUT.match(message.text.strip())]
    if not kept:
        raise Refused("no_data")
    order, is_sure = _order([message.date for message in messages], [message.line for message in messages])
    rows: list[tuple[int, Sequence[object]]] = [(1, _header())]
    rows += [(number, (_date(message, order), CHANNEL, message.text.strip())) for number, message in enumerate(kept, 2)]
    content = SheetContent(Pieces(_words().id))
    add_rows(content.pieces, rows)
    notes = [Note("chat_read", {"count": len(kept), "left_out": len(messages) - len(kept) + own_lines})]
    if not is_sure:
        first = kept[0]
        told = {"found": "/".join(map(str, first.date)), "date": _date(first, order).isoformat()}
        notes.append(Note("chat_day_first", told))
    return content, notes


def _words():  # type: ignore[no-untyped-def]
    return vocabulary().sheet_by_key["feedback"]


def _header() -> tuple[str, ...]:
    columns = _words().column_by_key
    return tuple(columns[key].id for key in ("date", "channel", "text"))


def _plain(line: str) -> str:
    return line.translate(_UNSEEN).translate(_SPACES)


def _messages(text: str) -> tuple[list[_Message], int]:
    """What people wrote, and how many lines the program itself wrote. Lines without a date go on with the message."""
    found: list[_Message] = []
    own_lines = 0
    is_own = True
    for number, line in enumerate(map(_plain, text.split("\n")), 1):
        start = _START.match(line)
        said = _BY_SOMEBODY.match(start["rest"]) if start else None
        if start and said:
            found.append(_Message((int(start["a"]), int(start["b"]), int(start["c"])), number, said["text"]))
        elif start:
            own_lines += 1
        elif not is_own and found:
            found[-1].text += f"\n{line}"
        is_own = is_own if not start else said is None
    return found, own_lines


def _order(dates: Sequence[tuple[int, int, int]], lines: Sequence[int]) -> tuple[str, bool]:
    """('dmy', 'mdy' or 'ymd', whether anything but custom says so): no month above 12, and time does not run back."""
    fits = [order for order in ("ymd", "dmy", "mdy") if all(_is_date(date, order) for date in dates)]
    if not fits:
        wrong = next(i for i, date in enumerate(dates) if not _is_date(date, "dmy"))
        raise Refused("chat_date", line=lines[wrong], found="/".join(map(str, dates[wrong])))
    in_time = [order for order in fits if _runs_on([_as_date(date, order) for date in dates])]
    left = in_time or fits
    return left[0], len(left) == 1


def _runs_on(days: Sequence[dt.date]) -> bool:
    return all(later >= earlier for earlier, later in pairwise(days))


def _as_date(date: tuple[int, int, int], order: str) -> dt.date:
    part = dict(zip(order, date, strict=True))
    year = part["y"] if part["y"] > 99 else 2000 + part["y"]
    return dt.date(year, part["m"], part["d"])


def _is_date(date: tuple[int, int, int], order: str) -> bool:
    if (order == "ymd") != (date[0] > 31):
        return False
    try:
        return 2009 <= _as_date(date, order).year <= 2100  # the year the program appeared
    except ValueError:
        return False


def _date(message: _Message, order: str) -> dt.date:
    return _as_date(message.date, order)
