"""Exports of forms that report figures: the sheet without what the tool adds, as a table of places and partners."""

from dataclasses import replace

from data.layouts import kobo
from data.layouts.cell_texts import with_texts
from data.layouts.grid import Grid
from data.layouts.labels import LabelReader
from data.layouts.unit_headers import is_of_periods
from data.reading import Sheet


def answers(sheet: Sheet) -> Sheet:
    """The sheet with its questions alone, without the names of their groups; a sheet that is no export as it is."""
    if not kobo.is_export(sheet):
        return sheet
    questions = {column: text for column, text in kobo.questions_of(sheet).items() if text not in kobo.SENT}
    kept = [name for name in sheet.table.column_names if not name[1:].isdigit() or int(name[1:]) in questions]
    texts = {column: text if " " in text else text.replace("_", " ").strip() for column, text in questions.items()}
    row = sheet.head(1)[0][0]
    return with_texts(replace(sheet, table=sheet.table.select(kept)), row, texts)


def asks_for_period(grid: Grid, reader: LabelReader) -> bool:
    """Whether a question asks which period is reported: then its numbers are figures of that period, and no answers of
    single people."""
    return any(is_of_periods(grid, reader, 0, column) for column in grid.columns)
