"""What stands on the one page: a choice of the full report, small enough for A4 whatever the data are."""

from typing import Any

from charts.text import clean
from charts.theme import status
from reports.content import Content
from reports.document import head
from reports.drawn_rows import drawn_rows
from reports.narrative import Part, narrative
from reports.voice_blocks import quotes

MOST_ROWS = 10
MOST_SENTENCES = 3
MOST_MONEY = 2


def brief(content: Content) -> dict[str, Any]:
    """As `document.head`, with rows (the key indicators first), works, attention, money and at most one quote."""
    said = narrative(content)
    keys = [row for row in content.rows if row["is_key"]]
    rows = list(content.rows)[:MOST_ROWS]  # key indicators come first
    money = [clean(part.text) for part in said["money"] if part.key.count(".") == 1]
    title = "Key indicators" if len(keys) >= len(rows) else "Indicators"
    return head(content) | {
        "rows": drawn_rows(content, rows), "rows_title": _titles(content)[title],
        "works": _sentences(said["works"]), "attention": _sentences(said["unmet"]),
        "money": money[:MOST_MONEY], "quotes": quotes(content, 1),
    }  # fmt: skip


def _titles(content: Content) -> dict[str, str]:
    t = content.t
    return {"Key indicators": t("Key indicators on the way to their targets"),
            "Indicators": t("Indicators on the way to their targets")}  # fmt: skip


def _sentences(parts: list[Part]) -> list[dict[str, str]]:
    return [{"text": clean(part.text), "shape": status(part.status).shape, "tone": status(part.status).light}
            for part in parts if part.status][:MOST_SENTENCES]  # fmt: skip
