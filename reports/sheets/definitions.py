"""How each indicator is defined, and who answers for it."""

from charts.missing import NOT_REPORTED
from charts.numbers import date
from metrics import explaining
from reports.sheets.book import Book


def write(book: Book) -> None:
    """Write the sheet."""
    content, t = book.content, book.t
    if not content.rows:
        return
    page = book.page("definitions", t("Definitions and sources of the indicators"),
                     (10, 36, 14, 60, 12, 20, 26, 30, 14, 14, 34, 26, 10))  # fmt: skip
    rows = []
    for row in content.rows:
        found = content.definitions.get(row["indicator"], {})
        rows.append([
            row["indicator"], row["name"], explaining.level(row, t), found.get("definition") or NOT_REPORTED,
            row["unit"] or "", explaining.direction(row, t), explaining.over_time(row, t),
            explaining.over_units(row, t),
            date(row["baseline_date"], t) if row["baseline_date"] else NOT_REPORTED,
            date(row["target_date"], t) if row["target_date"] else NOT_REPORTED,
            found.get("source") or NOT_REPORTED, found.get("owner") or NOT_REPORTED, found.get("sdg") or "",
        ])  # fmt: skip
    page.table([
        t("Code"), t("Indicator"), t("Level"), t("Definition"), t("Unit"), t("Direction"), t("Over periods"),
        t("Over partners and places"), t("Baseline date"), t("Target date"), t("Source"), t("Owner"), t("SDG"),
    ], rows, frozen=2)  # fmt: skip
