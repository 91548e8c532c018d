"""Money beside results: one currency after the other, never added up over two."""

from typing import Any

from xlsxwriter.utility import xl_col_to_name

from charts.missing import NOT_APPLICABLE, NOT_REPORTED
from charts.text import clean
from reports.money import Money
from reports.money_words import currency_words, kind_words, whole_programme
from reports.narrative import delivered_words, narrative
from reports.sheets.book import Book, Page
from reports.sheets.cells import WHOLE, Cell, Formula, Number, share, share_form

Row = dict[str, Any]
WIDTHS = (40, 34, 22, 18, 18, 44, 14, 14, 14, 14)


def write(book: Book) -> None:
    """Write the sheet."""
    content, t = book.content, book.t
    page = book.page("money", t("Money beside results"), WIDTHS)
    for part in narrative(content)["money"]:
        page.line(part.text)
    for each in content.money:
        page.heading(currency_words(each, t))
        page.line(delivered_words(content, each))
        if each.programmes:
            page.row += 1
            _programmes(page, each)
        page.row += 1
        _given(page, each)


def _programmes(page: Page, each: Money) -> None:
    t, first = page.t, page.row + 1
    rows = [_programme(page.book, row, first + 1 + n) for n, row in enumerate(each.programmes)]
    page.table([
        t("Programme"), t("Budget"), t("Pledged as money"), t("Money delivered"), t("Delivered in kind"),
        t("Share of budget"), t("Share of time"), t("Judged"), t("Met or on track"),
    ], rows)  # fmt: skip


def _programme(book: Book, row: Row, line: int) -> list[Cell]:
    spent = row["spent_share"]
    return [
        whole_programme(book.content, row), _amount(row["budget"], NOT_APPLICABLE), _amount(row["pledged_money"]),
        _amount(row["money"]), _amount(row["in_kind"]),
        NOT_REPORTED if spent is None else Formula(f"=D{line}/B{line}", spent, share_form(spent)),
        NOT_APPLICABLE if row["time_share"] is None else share(row["time_share"]),
        Number(float(row["judged"]), WHOLE),
        Number(float(row["favourable"]), WHOLE) if row["judged"] else NOT_APPLICABLE,
    ]  # fmt: skip


def _given(page: Page, each: Money) -> None:
    t, known, first = page.t, page.book.content.known, page.row + 2
    rows: list[list[Cell]] = [[
        clean(known["partner"].get(row["partner"], row["partner"]) or t("not stated")),
        clean(known["programme"].get(row["programme"], row["programme"]) or t("the forum as a whole")),
        kind_words(row["kind"], t), _amount(row["pledged"]), _amount(row["delivered"]), clean(row["valuation"] or ""),
    ] for row in each.given]  # fmt: skip
    page.table([t("Partner"), t("Programme"), t("Kind"), t("Pledged"), t("Delivered"), t("How it was valued")], rows)
    totals = {3: each.pledged, 4: each.delivered}
    page.put(page.row, 0, t("Total"), bold=True, top=1)
    for column, value in totals.items():
        letter = xl_col_to_name(column)
        total: Cell = (
            NOT_REPORTED
            if value is None
            else Formula(f"=SUM({letter}{first}:{letter}{first + len(rows) - 1})", value, WHOLE)
        )
        page.put(page.row, column, total, bold=True, top=1)
    page.row += 1


def _amount(value: float | None, missing: str = NOT_REPORTED) -> Cell:
    return missing if value is None else Number(float(value), WHOLE if float(value).is_integer() else WHOLE + ".00")
