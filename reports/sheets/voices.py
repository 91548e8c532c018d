"""What people say: counts above the limit of small groups, and quotes with consent that a person approved."""

from charts.missing import HIDDEN
from reports.narrative import narrative
from reports.sheets.book import Book
from reports.sheets.cells import WHOLE, Cell, Number
from reports.voice_words import theme_name, who_and_where

_COUNTS = ("entries", "negative", "neutral", "positive", "answered", "told_back", "overdue")


def write(book: Book) -> None:
    """Write the sheet."""
    content, t = book.content, book.t
    page = book.page("voices", t("What people say"), (60, 36, 30, 12, 12, 12, 12, 12))
    for part in narrative(content)["voices"]:
        page.line(part.text)
    if content.voices.themes:
        page.heading(t("What people speak of"))
        rows: list[list[Cell]] = [[
            t("All voices") if row["is_total"] else theme_name(row["theme"], t),
            *(HIDDEN if row[name] is None else Number(float(row[name]), WHOLE) for name in _COUNTS),
        ] for row in content.voices.themes]  # fmt: skip
        page.table([t("Theme"), t("Voices"), t("Negative"), t("Neutral"), t("Positive"), t("Answered"),
                    t("Heard back"), t("Waiting too long")], rows)  # fmt: skip
    page.heading(t("In their own words"))
    if not content.voices.quotes:
        page.line(t("Nobody has said anything yet that may be quoted."))
        return
    page.line(t("In their own words, not translated. Only with consent and after a person approved it; no names, no "
                "days, no contacts."))  # fmt: skip
    names = content.known["indicator"]
    page.table([t("Quote"), t("Who and where"), t("About")],
               [[quote["text"], who_and_where(quote, t), names.get(quote["indicator"] or "", "")]
                for quote in content.voices.quotes])  # fmt: skip
