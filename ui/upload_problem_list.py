"""The list of problems as a workbook to take along: one row a problem, text alone, never a live formula."""

from collections.abc import Iterator, Sequence
from io import BytesIO

import xlsxwriter

from data.intake import Outcome
from locales import Translate
from ui.upload_words import kind

WIDTHS = (28, 12, 18, 10, 22, 26, 24, 80, 20)
TEXT_ALONE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def problem_list(outcomes: Sequence[Outcome], t: Translate) -> bytes:
    """An .xlsx file: what must be corrected first, then the notes; with a filter on every column."""
    headers = [t("File"), t("Weight"), t("Sheet"), t("Cell"), t("Column"), t("Kind"), t("Found"), t("What to do"),
               t("Proposal")]  # fmt: skip
    rows = [*_rows(outcomes, t, stops=True), *_rows(outcomes, t, stops=False)]
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, TEXT_ALONE) as workbook:
        head = workbook.add_format({"bold": True, "bg_color": "#CFE3F1", "border": 1, "border_color": "#BFBFBF"})
        cell = workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        sheet = workbook.add_worksheet(t("CHECK"))
        for column, (header, width) in enumerate(zip(headers, WIDTHS, strict=True)):
            sheet.write_string(0, column, header, head)
            sheet.set_column(column, column, width)
        for number, row in enumerate(rows, start=1):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(headers) - 1)
    return buffer.getvalue()


def _rows(outcomes: Sequence[Outcome], t: Translate, *, stops: bool) -> Iterator[list[str]]:
    weight = t("must be corrected") if stops else t("worth a look")
    for outcome in outcomes:
        for problem in outcome.problems:
            if problem.stops is stops:
                yield [outcome.file_name, weight, problem.sheet or "", problem.cell or "", problem.header or "",
                       kind(problem, t), _found(problem.params.get("found")), problem.explanation(t),
                       problem.proposal]  # fmt: skip


def _found(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)
