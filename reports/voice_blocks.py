"""What people say, as blocks: how many and about what, and quotes of those who agreed."""

from collections.abc import Sequence

from charts.missing import HIDDEN
from charts.numbers import number
from charts.text import clean
from reports.content import Content
from reports.narrative import Part
from reports.tables import Block, table
from reports.text_blocks import text
from reports.voice_words import theme_name, who_and_where

MOST_QUOTES = 8


def voice_blocks(content: Content, parts: Sequence[Part]) -> list[Block]:
    """Counts that are hidden carry their mark; a quote has no name, no day, no contact."""
    t = content.t
    return [*(text(part) for part in parts), _themes(content), {
        "kind": "quotes", "quotes": quotes(content, MOST_QUOTES),
        "none": t("Nobody has said anything yet that may be quoted."),
        "note": t("In their own words, not translated. Only with consent and after a person approved it; no names, no "
                  "days, no contacts."),
    }]  # fmt: skip


def quotes(content: Content, most: int) -> list[dict[str, str]]:
    """Approved quotes, each of another indicator as long as there are any; the newest of each, its indicator named."""
    t, seen, first, others = content.t, set(), [], []
    for quote in content.voices.quotes:
        subject = quote["indicator"] or quote["programme"]
        (others if subject in seen else first).append(quote)
        seen.add(subject)
    named = content.known["indicator"]
    return [{
        "text": clean(quote["text"]), "who": who_and_where(quote, t),
        "about": clean(named.get(quote["indicator"], "")) if quote["indicator"] else "",
    } for quote in (first + others)[:most]]  # fmt: skip


def _themes(content: Content) -> Block:
    t = content.t
    rows = [[
        t("All voices") if row["is_total"] else theme_name(row["theme"], t),
        *(number(row[name], t) if row[name] is not None else HIDDEN for name in ("entries", "negative", "neutral",
                                                                                 "positive", "answered")),
    ] for row in content.voices.themes]  # fmt: skip
    if not rows:
        return {}
    return table(t("What people speak of"), [t("Theme"), t("Voices"), t("Negative"), t("Neutral"), t("Positive"),
                                             t("Answered")], rows, "lrrrrr", (35, 13, 13, 13, 13, 13))  # fmt: skip
