"""Keeping a report that is sent out: its file as it is, and what it said in figures."""

from pathlib import Path

from data import snapshots
from definitions.version import VERSION
from reports.asked import Asked
from reports.content import Content
from reports.forms import FORMS


def file_name(asked: Asked, form: str) -> str:
    """ "dampak-air-2026-11-22-id.pdf", with the form in it where two have the same suffix."""
    made = FORMS[form]
    alike = sum(each.suffix == made.suffix for each in FORMS.values()) > 1
    return f"dampak-{_plain(asked.key)}{f'-{form}' if alike else ''}.{made.suffix}"


def keep(content: Content, form: str, made: bytes, *, kept_by: str = "", sent_to: str = "") -> int:
    """Keep a report that was made from `content`, and return its number. Appends; an earlier one stays as it is."""
    asked, answers = content.asked, content.answers
    return snapshots.keep(
        answers.store, form, asked, answers.figures, file_name(asked, form), made, version=VERSION,
        last_event=answers.last_event, quotes=[quote["text"] for quote in content.voices.quotes],
        kept_by=kept_by, sent_to=sent_to,
    )  # fmt: skip


def made(content: Content, form: str, folder: Path) -> bytes:
    """The report in a form as bytes, written in `folder` first. Raises OSError where that cannot be written."""
    path = folder / file_name(content.asked, form)
    FORMS[form].write(content, path)
    return path.read_bytes()


def _plain(key: str) -> str:
    """A key as a part of a file name: codes come from spreadsheets, and a folder sign in one is none here."""
    return "".join(sign if sign.isalnum() or sign in "-_." else "-" for sign in key)[:80]
