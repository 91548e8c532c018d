"""The full report as sections of blocks, all texts written: what the printed report and the web page both lay out.

Everything in it is plain text, numbers between 0 and 1, colours and keys, so that it can be handed on as JSON. A block
is a dictionary with a `kind`: text, points, bullets, table, trends, quotes. No block holds markup.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from charts.numbers import date as written_date
from charts.numbers import number
from charts.rows import judged_word
from charts.text import clean
from charts.theme import STATUSES, status
from definitions.schemes import scheme
from locales import Translate, mark
from reports.change_blocks import changed_blocks
from reports.content import Content
from reports.indicator_blocks import indicator_blocks
from reports.method_words import formula_rows, mark_line, mark_rows, status_sentence
from reports.money_words import given_table, programme_table
from reports.narrative import TITLES, Part, narrative
from reports.reporting_words import reporting_table, source_table
from reports.tables import Block, table
from reports.text_blocks import points, text
from reports.voice_blocks import voice_blocks

SECTIONS = (
    ("summary", TITLES["summary"]), ("works", TITLES["works"]), ("changed", TITLES["changed"]),
    ("indicators", mark("Indicators against their targets")), ("money", TITLES["money"]),
    ("voices", TITLES["voices"]), ("unmet", TITLES["unmet"]), ("next", TITLES["next"]),
    ("methods", mark("How the figures were worked out")), ("sources", mark("Where the figures come from")),
)  # fmt: skip


def document(content: Content) -> dict[str, Any]:
    """The whole report. Returns title, language, headline, stamp, sample_mark, marks, counts, labels and sections."""
    t, said = content.t, narrative(content)
    blocks = {
        "summary": _summary(said), "works": [points(said["works"])],
        "changed": changed_blocks(content, said["changed"]),
        "indicators": indicator_blocks(content), "money": _money(content, said["money"]),
        "voices": voice_blocks(content, said["voices"]), "unmet": [_unmet(said)], "next": [points(said["next"])],
        "methods": _methods(content), "sources": _sources(content),
    }  # fmt: skip
    return head(content) | {
        "sections": [{"key": key, "title": t(title), "blocks": [block for block in blocks[key] if block]}
                     for key, title in SECTIONS],
    }  # fmt: skip


def head(content: Content) -> dict[str, Any]:
    """What every printed form and the web page begin and end with."""
    t, said = content.t, narrative(content)["summary"]
    return {
        "title": clean(content.title), "language": content.asked.language,
        "date": written_date(content.asked.as_of, t),
        "headline": next((clean(part.text) for part in said if part.key == "summary.headline"), ""),
        "stamp": clean(content.stamp), "sample_mark": content.sample_mark, "marks": mark_line(t),
        "counts": counts(content), "labels": labels(t),
        "statuses": [{"key": key, "light": each.light, "dark": each.dark} for key, each in STATUSES.items()],
    }  # fmt: skip


def labels(t: Translate) -> dict[str, str]:
    """Words of the furniture."""
    return {
        "kind": t("Impact report"), "brief": t("Impact in brief"), "baseline": t("Baseline"), "target": t("Target"),
        "expected": t("▽ expected by now"), "page": t("Page {n} of {m}", n="{n}", m="{m}"), "contents": t("Contents"),
        "works": t("What works"), "attention": t("What needs attention"), "money": t("Money beside results"),
        "voice": t("A voice"), "status": t("Where the indicators stand"),
        "hatched": t("hatched: share of target, without a baseline"), "nothing": t("Nothing to report here."),
        "more": t("The full report has all indicators, definitions and sources."),
    }  # fmt: skip


def counts(content: Content) -> list[dict[str, str]]:
    """How many indicators have each verdict, in its words: those of a scheme with words of its own in that scheme's."""
    t = content.t
    found = Counter((row["status"] or "no_data", clean(judged_word(row, t))) for row in content.rows)
    words = [clean(band.label[t.language]) for band in scheme(content.asked.scheme).bands]
    order = {key: place for place, key in enumerate(STATUSES)}
    ranked = sorted(found.items(), key=lambda each: (
        order.get(each[0][0], len(order)), words.index(each[0][1]) if each[0][1] in words else 0))  # fmt: skip
    return [{"n": number(n, t), "status": key, "shape": status(key).shape, "word": word, "tone": status(key).light}
            for (key, word), n in ranked]  # fmt: skip


def _summary(said: Mapping[str, Sequence[Part]]) -> list[Block]:
    """The headline stands in the head already."""
    return [text(part) for part in said["summary"] if part.key != "summary.headline"]


def _unmet(said: Mapping[str, Sequence[Part]]) -> Block:
    causes = {f"unmet.{part.key.split('.', 1)[1]}": [clean(part.text)] for part in said["cause"]}
    return points(said["unmet"], causes)


def _money(content: Content, parts: Sequence[Part]) -> list[Block]:
    return [points(parts), *(programme_table(content, each) for each in content.money if each.programmes),
            *(given_table(content, each) for each in content.money)]  # fmt: skip


def _methods(content: Content) -> list[Block]:
    t = content.t
    return [
        {"kind": "text", "text": clean(status_sentence(content)), "key": ""},
        table(t("Formulas"), [t("Measure"), t("Formula"), t("Meaning")], formula_rows(content), "lll", (17, 31, 52)),
        table(t("Marks that are never mixed up"), [t("Mark"), t("Meaning")],
              [list(row) for row in mark_rows(t)], "ll", (15, 85)),
        source_table(content) if content.rows else {},
    ]  # fmt: skip


def _sources(content: Content) -> list[Block]:
    t = content.t
    return [
        {"kind": "text", "text": clean(content.stamp), "key": ""},
        {"kind": "text", "key": "", "text": t("Every figure leads back to an upload, its sheet and its cell on the "
                                              "screen Data & methods of Dampak.")},
        reporting_table(content),
    ]  # fmt: skip
