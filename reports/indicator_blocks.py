"""Indicators against their targets, as blocks: a table with bars a programme, small charts of the key ones."""

from typing import Any

from charts.numbers import number, period_label
from charts.text import clean
from locales import Translate
from reports.content import Content
from reports.drawn_rows import drawn_rows
from reports.drawn_trends import drawn_trends
from reports.figure_words import figure, promised, shares
from reports.tables import Block

Row = dict[str, Any]


def indicator_blocks(content: Content) -> list[Block]:
    """Every indicator stands in a table once; all bars are on one axis."""
    t = content.t
    if not content.rows:
        return [{"kind": "text", "text": t("There are no indicators yet."), "key": ""}]
    drawn = dict(zip((row["indicator"] for row in content.rows), drawn_rows(content, content.rows), strict=True))
    blocks: list[Block] = []
    for programme in dict.fromkeys(row["programme"] for row in content.rows):
        rows = [row for row in content.rows if row["programme"] == programme]
        name = clean(content.known["programme"].get(programme, programme or t("no programme named")))
        blocks.append({"kind": "bullets", "caption": name, "head": _bullet_head(t),
                       "rows": [drawn[row["indicator"]] | _figures(row, t) for row in rows]})  # fmt: skip
    if trends := drawn_trends(content):
        note = t("Dots and bars: reported; hollow where reports are missing. Short lines: the target of each period. "
                 "A gap is a period without a report; it is not joined over.")  # fmt: skip
        blocks.append({"kind": "trends", "caption": t("How the key indicators moved"), "charts": trends, "note": note})
    return blocks


def _bullet_head(t: Translate) -> list[str]:
    return [t("Indicator"), t("On the way to the target"), t("Actual"), t("Expected by now"), t("Target"),
            t("Baseline"), t("Reports")]  # fmt: skip


def _figures(row: Row, t: Translate) -> dict[str, Any]:
    """The figures of a row as they are written in the table."""
    return {
        "actual": figure(row, "actual", t), "period": period_label(row["actual_period"], t) if row["actual_period"]
        else "", "expected": promised(row, "expected", t), "target": promised(row, "target", t),
        "baseline": promised(row, "baseline", t), "shares": shares(row, t),
        "reports": t("{n} of {m}", n=number(row["reports"], t), m=number(row["reports_due"], t))
        if row["reports_due"] is not None else number(row["reports"], t),
    }  # fmt: skip
