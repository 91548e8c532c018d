"""Where every figure comes from: file, sheet, cell and upload. Figures that could tell a small group are hidden."""

from typing import Any

from charts.missing import HIDDEN, NOT_APPLICABLE, NOT_REPORTED, records
from charts.numbers import period_label
from charts.text import clean
from definitions import clock
from locales import Translate, mark
from metrics.names import group_name
from reports.content import Content
from reports.sheets.book import HEAD_ROWS, Book
from reports.sheets.cells import Cell, Number, figure

Row = dict[str, Any]
MOST = 100_000
FIRST = HEAD_ROWS + 1
WHATS = {
    "baseline": mark("Baseline"), "final_target": mark("Final target"), "target_low": mark("Lowest target"),
    "target_high": mark("Highest target"), "target": mark("Target"), "result": mark("Result"),
}  # fmt: skip


def starts(book: Book) -> dict[str, int]:
    """By indicator: the row of this sheet, counted from 0, where its figures begin."""
    found: dict[str, int] = {}
    for row, indicator in enumerate(book.content.answers.lineage["indicator"].head(MOST).tolist(), start=FIRST):
        found.setdefault(indicator, row)
    return found


def write(book: Book) -> None:
    """Write the sheet."""
    t, rows = book.t, _rows(book.content)
    page = book.page("lineage", t("Where figures come from"), (10, 34, 13, 13, 26, 22, 18, 12, 11, 11, 34, 20, 9, 9, 12,
                                                              30))  # fmt: skip
    names = book.content.known
    page.table([
        t("Code"), t("Indicator"), t("What"), t("Period"), t("Partner"), t("Place"), t("Group"), t("Figure"),
        t("Numerator"), t("Denominator"), t("File"), t("Sheet"), t("Cell"), t("Upload"), t("Stored"), t("Corrected"),
    ], [_cells(row, names, t) for row in rows], frozen=2)  # fmt: skip
    page.row += 1
    if len(book.content.answers.lineage) > len(rows):
        page.line(t("The first {n} are shown.", n=f"{MOST:,}"))
    if any(row["is_hidden"] for row in rows):
        page.line(t("… stands for figures that are not shown here because some are of very few people. Whoever has the "
                    "file finds them in the cell."))  # fmt: skip


def _cells(row: Row, names: Any, t: Translate) -> list[Cell]:
    partner = names["partner"].get(row["partner"], row["partner"]) if row["partner"] else ""
    return [
        row["indicator"], names["indicator"].get(row["indicator"], row["indicator"]), t(WHATS[row["what"]]),
        period_label(row["period"], t) if row["period"] else "", partner, row["place"] or "",
        group_name(row["group"], t) or "", *(_figure(row, name) for name in ("value", "numerator", "denominator")),
        row["file_name"], row["sheet"], row["cell"] or "", Number(float(row["upload_id"]), "0"),
        clock.day_of(row["stored_at"]), _corrected(row, t),
    ]  # fmt: skip


def _figure(row: Row, name: str) -> Cell:
    """A figure as it stands in the file; the mark of a mark in the place of the value."""
    if row["is_hidden"]:
        return HIDDEN
    if row[name] is not None:
        return figure(row[name])
    if name == "value" and row["mark"]:
        return NOT_APPLICABLE if row["mark"] == "not_applicable" else NOT_REPORTED
    return ""


def _corrected(row: Row, t: Translate) -> str:
    if row["corrected_from"] is None:
        return ""
    return clean(t("corrected on the page, the file says '{found}'", found=row["corrected_from"]))


def _rows(content: Content) -> list[Row]:
    return records(content.answers.lineage.head(MOST))
