"""The first sheet: the headline, how many indicators have each verdict, what works, what needs attention, and links."""

from collections import Counter

from charts.rows import judged_word
from charts.text import clean
from charts.theme import STATUSES, status
from reports.narrative import Part, narrative
from reports.restated import finding, lines
from reports.sheets import indicators
from reports.sheets.book import Book, Page
from reports.sheets.cells import WHOLE, Cell, Formula, Link, Verdict


def write(book: Book) -> None:
    """Write the sheet."""
    content, t = book.content, book.t
    page = book.page("summary", clean(content.title), (26, 11, 34, 24, 16, 16, 40))
    said = narrative(content)
    for part in said["summary"]:
        is_first = part.key == "summary.headline"
        page.line(part.text, bold=is_first, font_size=13 if is_first else 10)
    page.heading(t("Where the indicators stand"))
    _counts(page)
    _sentences(page, t("What works"), said["works"])
    _sentences(page, t("What needs attention"), said["unmet"])
    _restated(page)
    page.heading(t("Sheets"))
    for key in book.sheets[1:]:
        page.put(page.row, 0, Link(book.name(key), book.name(key), 0), wrap=False)
        page.row += 1


def _counts(page: Page) -> None:
    book, t = page.book, page.t
    rows = book.content.rows
    found = Counter((row["status"] or "no_data", clean(judged_word(row, t))) for row in rows)
    ranked = sorted(found.items(), key=lambda each: list(STATUSES).index(each[0][0]))
    column = f"'{book.name('indicators')}'!{indicators.column_range(len(rows), 'status')}"
    cells: list[list[Cell]] = []
    for at, ((key, word), n) in enumerate(ranked, start=page.row + 2):
        cells.append([Verdict(key, word), Formula(f"=COUNTIF({column},A{at})", n, WHOLE)])
    if cells:
        page.table([t("Status"), t("Indicators")], cells)


def _sentences(page: Page, title: str, parts: list[Part]) -> None:
    page.heading(title)
    for part in parts:
        shape = f"{status(part.status).shape} " if part.status else ""
        page.line(shape + part.text)


def _restated(page: Page) -> None:
    content, t = page.book.content, page.t
    if not content.restated:
        return
    page.heading(t("Restated since the report before"))
    page.line(finding(content.restated, t))
    found = lines(content.restated, t, content.known["indicator"])
    if found:
        page.row += 1
        page.table([t("Indicator"), t("Code"), t("Figure"), t("Sent out as"), t("Now"), "", t("Which upload, and why")],
                   [[each.name, each.indicator, each.figure, each.was, each.now, "", each.cause]
                    for each in found])  # fmt: skip
