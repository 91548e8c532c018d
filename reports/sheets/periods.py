"""Every period of every indicator: what was promised and what came, with progress as a formula."""

from typing import Any

from xlsxwriter.utility import xl_col_to_name

from charts.missing import measure_mark, missing_mark, reason_text, unpromised_mark
from charts.numbers import period_label
from charts.rows import judged_word
from charts.text import clean
from reports.sheets.book import HEAD_ROWS, Book
from reports.sheets.cells import WHOLE, Cell, Formula, Number, Verdict, figure, share_form

Row = dict[str, Any]
COLUMNS = (
    "code", "name", "unit", "period", "first_day", "last_day", "status", "start", "target", "actual", "progress",
    "achievement", "reports", "reports_due", "note",
)  # fmt: skip
WIDTHS = (10, 40, 12, 14, 12, 12, 20, 12, 12, 12, 11, 13, 9, 9, 24)
FIRST = HEAD_ROWS + 1


def write(book: Book) -> None:
    """Write the sheet."""
    content, t = book.content, book.t
    rows = [each for row in content.rows for each in content.periods.get(row["indicator"], ())]
    if not rows:
        return
    page = book.page("periods", t("Indicators by period"), WIDTHS)
    page.table([
        t("Code"), t("Indicator"), t("Unit"), t("Period"), t("First day"), t("Last day"), t("Status"), t("Start"),
        t("Target"), t("Actual"), t("Progress"), t("Achievement"), t("Reports"), t("Reports due"), t("Note"),
    ], [_cells(book, row, line) for line, row in enumerate(rows, start=FIRST + 1)], frozen=2)  # fmt: skip


def _cells(book: Book, row: Row, line: int) -> list[Cell]:
    t, unit = book.t, row["unit"]
    at = {name: f"{xl_col_to_name(column)}{line}" for column, name in enumerate(COLUMNS)}
    return [
        row["indicator"], row["name"], unit or "", period_label(row["period"], t), row["period_start"],
        row["period_end"], Verdict(row["status"], clean(judged_word(row, t))),
        measure_mark(row) if row["start_value"] is None else figure(row["start_value"], unit),
        unpromised_mark(row["reason"]) if row["target"] is None else figure(row["target"], unit),
        missing_mark(row["reason"]) if row["actual"] is None else figure(row["actual"], unit),
        _share(row, "progress", f"=({at['actual']}-{at['start']})/({at['target']}-{at['start']})"),
        _share(row, "achievement", f"={at['actual']}/{at['target']}"),
        Number(float(row["reports"] or 0), WHOLE), "" if row["reports_due"] is None
        else Number(float(row["reports_due"]), WHOLE), reason_text(row["reason"], t) if row["reason"] else "",
    ]  # fmt: skip


def _share(row: Row, name: str, formula: str) -> Cell:
    value = row[name]
    return measure_mark(row) if value is None else Formula(formula, value, share_form(value))
