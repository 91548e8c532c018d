"""The minutes of a meeting, as a Word file and as a PDF: what was agreed that day, what is still open, and where
things stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from charts.numbers import date as written_date
from reports.content import Content

_FONT = "Calibri"
_LINES = 4  # for what is written by hand


@dataclass(frozen=True)
class Minutes:
    """What the minutes say, in order; both forms show exactly this."""

    language: str
    title: str
    date: str
    sample_mark: str
    standing: tuple[str, str]  # heading, paragraph
    sentences: Mapping[str, Sequence[str]]  # by heading; an empty list is left out
    tables: Mapping[str, Sequence[Sequence[str]]]  # by heading: rows of text, the header first
    none: str
    by_hand: str
    stamp: str

    @classmethod
    def of(cls, content: Content, tables: Mapping[str, Sequence[Sequence[str]]]) -> "Minutes":
        """The minutes with the figures of `content`; `tables` holds the actions."""
        t = content.t
        found = {t("What needs attention"): content.attention, t("What works"): content.works}
        return cls(
            t.language, t("Minutes of the meeting"),
            t("{date} · {title}", date=written_date(content.asked.as_of, t), title=content.title), content.sample_mark,
            (t("Where things stand"), " ".join(filter(None, (content.headline, content.unjudged)))),
            {heading: [each.text for each in each_found] for heading, each_found in found.items() if each_found},
            tables, t("None."), t("Present, and what else was said"), content.stamp,
        )  # fmt: skip


def minutes(told: Minutes) -> bytes:
    """A .docx file."""
    import docx  # when somebody downloads, not when a page starts
    from docx.shared import Pt

    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(11)
    document.core_properties.title = told.title
    document.add_heading(told.title, 0)
    document.add_paragraph(told.date)
    if told.sample_mark:
        document.add_paragraph(told.sample_mark).runs[0].bold = True
    for heading, rows in told.tables.items():
        document.add_heading(heading, 1)
        _table(document, rows) if len(rows) > 1 else document.add_paragraph(told.none)
    document.add_heading(told.standing[0], 1)
    document.add_paragraph(told.standing[1])
    for heading, texts in told.sentences.items():
        document.add_heading(heading, 2)
        for text in texts:
            document.add_paragraph(text, style="List Bullet")
    document.add_heading(told.by_hand, 1)
    for _ in range(_LINES):
        document.add_paragraph("…" * 40)
    document.add_paragraph(told.stamp).runs[0].italic = True
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def printed_minutes(told: Minutes) -> bytes:
    """A PDF; tagged for screen readers as the reports are."""
    from reports.printed import printed

    return printed("minutes", {
        "language": told.language, "title": told.title, "date": told.date, "sample_mark": told.sample_mark,
        "standing": told.standing, "sentences": list(told.sentences.items()), "tables": list(told.tables.items()),
        "none": told.none, "by_hand": told.by_hand, "lines": _LINES, "stamp": told.stamp, "labels": {},
    })  # fmt: skip


def _table(document: Any, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for place, row in enumerate(rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
            if place == 0:
                cell.paragraphs[0].runs[0].bold = True
