"""How the figures were worked out, what the marks mean, who has reported, and where the formulas of this file stand."""

from reports.method_words import formula_rows, mark_rows, status_sentence
from reports.reporting_words import reporting_table
from reports.sheets.book import Book


def write(book: Book) -> None:
    """Write the sheet."""
    content, t = book.content, book.t
    page = book.page("methods", t("How the figures were worked out"), (34, 52, 90, 14, 14))
    page.heading(t("Marks that are never mixed up"))
    page.table([t("Mark"), t("Meaning")], [list(row) for row in mark_rows(t)])
    page.heading(t("Formulas"))
    page.table([t("Measure"), t("Formula"), t("Meaning")], formula_rows(content))
    page.line(t("On the sheets Indicators, By period and Money these formulas stand in the cells; inputs are figures "
                "as they were sent in, added up as the definition says."))  # fmt: skip
    page.heading(t("Status"))
    page.line(status_sentence(content))
    if found := reporting_table(content):
        page.heading(found["caption"])
        page.table(found["head"], [[cell["text"] for cell in row] for row in found["rows"]])
