"""The workbook template: every sheet and column of the vocabulary, with drop-downs, notes and a first page."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Format
from xlsxwriter.worksheet import Worksheet

from definitions.vocabulary import Column, SheetWords, vocabulary
from locales import Translate, translator

_ROWS = 5000  # rows that the drop-downs reach to
_WIDTHS = {"name": 34, "text": 34, "code": 14, "number": 14, "date": 14, "period": 14, "place": 24, "group": 20}
_INK, _REQUIRED, _OPTIONAL = "#31333F", "#CFE3F1", "#EFEFEF"

Rows = Mapping[str, Sequence[Mapping[str, object]]]
"""Rows to write below the headers, by sheet key: field → value."""


def write_template(target: Path | BytesIO, language: str = "id", rows: Rows | None = None) -> None:
    """Write the template in a language ('id' or 'en') to a path or a buffer, empty or with `rows` in it.

    Text is written as text and never as a formula; codes and periods keep their leading zeros.
    """
    t = translator(language)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(target, options) as workbook:
        workbook.set_properties({"title": t("Dampak data workbook"), "comments": t("Made by Dampak")})
        formats = _formats(workbook)
        _write_first_page(workbook.add_worksheet(vocabulary().first_page.label(language)), t, formats)
        lists = _Lists(workbook, t)
        for words in vocabulary().sheets:
            sheet = workbook.add_worksheet(words.label(language))
            _write_sheet(sheet, words, language, formats, lists, (rows or {}).get(words.key, ()))
        lists.write()


def template(language: str = "id", rows: Rows | None = None) -> bytes:
    """The template as the bytes of an .xlsx file."""
    buffer = BytesIO()
    write_template(buffer, language, rows)
    return buffer.getvalue()


class _Lists:
    """The answers of the drop-downs, on a sheet of their own: a list in the cell itself may not exceed 255 letters."""

    def __init__(self, workbook: xlsxwriter.Workbook, t: Translate) -> None:
        self._language = t.language
        self._workbook = workbook
        self._name = vocabulary().lists_page.label(t.language)
        self._columns = {name: position for position, name in enumerate(vocabulary().choices)}

    def source(self, choices: str) -> str:
        """The range that holds the answers of a list."""
        letter = xl_col_to_name(self._columns[choices])
        return f"='{self._name}'!${letter}$2:${letter}${len(vocabulary().choices[choices]) + 1}"

    def write(self) -> None:
        sheet = self._workbook.add_worksheet(self._name)
        for name, position in self._columns.items():
            answers = [answer.label(self._language) for answer in vocabulary().choices[name]]
            sheet.write_column(0, position, [name, *answers])
        sheet.set_column(0, len(self._columns), 20)
        sheet.hide()


def _formats(workbook: xlsxwriter.Workbook) -> dict[str, Format]:
    head = {"bold": True, "font_color": _INK, "border": 1, "border_color": "#BFBFBF",
            "text_wrap": True, "valign": "top"}  # fmt: skip
    return {
        "required": workbook.add_format(head | {"bg_color": _REQUIRED}),
        "optional": workbook.add_format(head | {"bg_color": _OPTIONAL}),
        "text": workbook.add_format({"num_format": "@"}),
        "date": workbook.add_format({"num_format": "dd/mm/yyyy"}),
        "number": workbook.add_format({"num_format": "General"}),
        "title": workbook.add_format({"bold": True, "font_size": 18, "font_color": _INK}),
        "heading": workbook.add_format({"bold": True, "font_size": 12, "font_color": _INK}),
        "prose": workbook.add_format({"text_wrap": True, "valign": "top", "font_color": _INK}),
    }


def _write_sheet(
    sheet: Worksheet, words: SheetWords, language: str, formats: Mapping[str, Format], lists: _Lists,
    rows: Sequence[Mapping[str, object]],
) -> None:  # fmt: skip
    for position, column in enumerate(words.columns):
        label = column.label(language) + (" *" if column.required else "")
        sheet.write_string(0, position, label, formats["required" if column.required else "optional"])
        if column.note(language):
            sheet.write_comment(0, position, column.note(language), {"x_scale": 1.6, "y_scale": 0.8})
        sheet.set_column(position, position, _WIDTHS.get(column.kind, 16), formats[_cell_format(column)])
        if column.kind in ("choice", "yes_no"):
            sheet.data_validation(1, position, _ROWS, position, {
                "validate": "list", "source": lists.source(column.choices or "yes_no"),
                "error_type": "warning"})  # fmt: skip
    sheet.freeze_panes(1, 0)
    sheet.set_row(0, 32)
    for number, row in enumerate(rows, start=1):
        _write_row(sheet, number, words, language, formats, row)


def _cell_format(column: Column) -> str:
    return {"date": "date", "number": "number"}.get(column.kind, "text")


def _write_row(
    sheet: Worksheet, number: int, words: SheetWords, language: str, formats: Mapping[str, Format],
    row: Mapping[str, object],
) -> None:  # fmt: skip
    for position, column in enumerate(words.columns):
        value = row.get(column.key)
        if value is None or value == "":
            continue
        if column.kind == "date" and not isinstance(value, str):
            sheet.write_datetime(number, position, value, formats["date"])
        elif isinstance(value, bool) or column.kind in ("choice", "choices", "yes_no"):
            sheet.write_string(number, position, _answers(column, value, language), formats["text"])
        elif isinstance(value, (int, float)):
            sheet.write_number(number, position, value)
        else:
            sheet.write_string(number, position, str(value), formats["text"])


def _answers(column: Column, value: object, language: str) -> str:
    """The label of a stored key (several joined by semicolons); anything else as it is."""
    if isinstance(value, bool):
        value = "yes" if value else "no"
    by_key = {answer.key: answer.label(language) for answer in vocabulary().choices[column.choices or "yes_no"]}
    return "; ".join(by_key.get(part.strip(), part.strip()) for part in str(value).split(";"))


def _write_first_page(sheet: Worksheet, t: Translate, formats: Mapping[str, Format]) -> None:
    """What to do, in a few lines, and what each sheet is for."""
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, t("How to fill in this workbook"), formats["title"])
    lines = [
        t("Fill in only the sheets you need. Columns marked * are required."),
        t("Leave a cell empty when the figure is not known yet. Write 0 only when it really is zero."),
        t("Write codes and periods as text: 33.22, TW III 2025. Dates are day/month/year."),
        t("You may move columns, add columns of your own, and rename sheets to a synonym."),
        t("Upload the workbook on the page 'Upload data'. Nothing is stored before you confirm, and you can undo it."),
    ]
    for row, line in enumerate(lines, start=2):
        sheet.write_string(row, 0, str(row - 1), formats["heading"])
        sheet.write_string(row, 1, line, formats["prose"])
    sheet.write_string(8, 0, t("Sheet"), formats["heading"])
    sheet.write_string(8, 1, t("Columns"), formats["heading"])
    for row, words in enumerate(vocabulary().sheets, start=9):
        labels = [column.label(t.language) + (" *" if column.required else "") for column in words.columns]
        sheet.write_string(row, 0, words.label(t.language), formats["heading"])
        sheet.write_string(row, 1, ", ".join(labels), formats["prose"])
