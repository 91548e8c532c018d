"""The minutes of a meeting as a Word file: where things stand, what was agreed that day, what is still open."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from charts.numbers import date as written_date
from reports.content import Content

_FONT = "Calibri"


def minutes(content: Content, tables: dict[str, list[list[str]]]) -> bytes:
    """A .docx file. `tables`: by heading, rows of text with the header first."""
    import docx  # when somebody downloads, not when a page starts
    from docx.shared import Pt

    t, document = content.t, docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(11)
    document.core_properties.title = t("Minutes of the meeting")
    document.add_heading(t("Minutes of the meeting"), 0)
    document.add_paragraph(t("{date} · {title}", date=written_date(content.asked.as_of, t), title=content.title))
    if content.sample_mark:
        document.add_paragraph(content.sample_mark).runs[0].bold = True
    document.add_heading(t("Where things stand"), 1)
    document.add_paragraph(" ".join(filter(None, (content.headline, content.unjudged))))
    _sentences(document, t("What needs attention"), [each.text for each in content.attention])
    _sentences(document, t("What works"), [each.text for each in content.works])
    for heading, rows in tables.items():
        document.add_heading(heading, 1)
        _table(document, rows) if len(rows) > 1 else document.add_paragraph(t("None."))
    document.add_heading(t("Present, and what else was said"), 1)
    for _ in range(4):
        document.add_paragraph("…" * 40)
    document.add_paragraph(content.stamp).runs[0].italic = True
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _sentences(document: Any, heading: str, texts: Sequence[str]) -> None:
    if texts:
        document.add_heading(heading, 2)
        for text in texts:
            document.add_paragraph(text, style="List Bullet")


def _table(document: Any, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for place, row in enumerate(rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
            if place == 0:
                cell.paragraphs[0].runs[0].bold = True
