"""What changed since the period before, as blocks: sentences on the key indicators, and a table of all."""

from collections.abc import Sequence
from typing import Any

from charts.numbers import number, period_label
from charts.text import clean
from locales import Translate
from reports.changes import change_word, changes, is_complete
from reports.content import Content
from reports.figure_words import figure
from reports.narrative import Part
from reports.tables import Block, table
from reports.text_blocks import points, text

Row = dict[str, Any]
MOST_SENTENCES = 12  # beside the table that has all


def changed_blocks(content: Content, parts: Sequence[Part]) -> list[Block]:
    """The lead, sentences (those that a person wrote always among them), and each indicator with two reports."""
    t, keys = content.t, {row["indicator"] for row in content.rows if row["is_key"]}
    lead = [text(part) for part in parts if part.key == "changed.lead"]
    sentences = [part for part in parts if part.key != "changed.lead"]
    chosen = [part for part in sentences if part.is_edited or set(part.indicators) & keys] or sentences
    found = changes(content)
    rows = [[
        {"text": clean(each.now["name"]), "code": each.now["indicator"]},
        figure(each.before, "actual", t), _period(each.before, t), figure(each.now, "actual", t),
        _period(each.now, t), change_word(each.word, t),
    ] for each in found]  # fmt: skip
    return [
        *lead, points(chosen[:MOST_SENTENCES]) if chosen else {},
        table(t("Each indicator with two reports, and what changed"), [
            t("Indicator"), t("Before"), t("Period"), t("Now"), t("Period"), t("Change")],
            rows, "lrlrll", (32, 10, 18, 10, 18, 12)) if rows else {},
        {"kind": "text", "key": "", "text": _why_two_figures(t)} if rows else {},
    ]  # fmt: skip


def _period(row: Row, t: Translate) -> str:
    """The period, and how many reports came where some are missing: "TW III 2026 (5 dari 8)"."""
    label = period_label(row["period"], t)
    if is_complete(row):
        return label
    return f"{label} ({t('{n} of {m}', n=number(row['reports'], t), m=number(row['reports_due'], t))})"


def _why_two_figures(t: Translate) -> str:
    return t("A period's figure counts those who reported in it; how many of the reports due came stands beside it "
             "where some are missing. The figure to date of the next section takes the latest report of each partner "
             "and place, so the two may differ.")  # fmt: skip
