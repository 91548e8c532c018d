"""Which figures of a workbook are neither stored nor spoken of: there must be none."""

from pathlib import Path

from data.layouts.form_answers import answers
from data.layouts.group_rows import names_dimension
from data.proposal import proposal
from data.reading import column_letters, position

_NAMED_COLUMNS = ("calculated_columns", "columns_ignored")
_NAMED_ROWS = ("total_row", "note_row", "heading_row", "same_figure_twice", "row_cancelled_left_out")
_OF_FIGURES = ("tracking", "indicators", "targets", "results")
_NAMED_SHEETS = ("sheet_ignored", "sheet_repeats", "hidden_sheet")


def lost_figures(forum, workbook, outcome) -> set[tuple[str, str]]:
    """(sheet, cell) of every number below a header that left no trace.

    A number has one where a target or result is led back to its cell, where a problem names its cell, its row, its
    column or its sheet, and where its column holds a field of the row, such as a running number or a baseline. Hidden
    columns are no part of a sheet; exports of forms and lists of activities are counted by rows elsewhere.
    """
    stored = {tuple(row) for table in ("results", "targets")
              for row in forum.query(f"select sheet, value_cell from {table}")}  # fmt: skip
    stored |= {tuple(row) for table in ("results", "targets") for row in forum.query(f"""
        select sheet, column_letters || row_number from {table} join upload_columns using (upload_id, sheet)
        where sheet_key = '{table}' and field in ('numerator', 'denominator') or value_cell is null and field = 'value'
        """)}  # fmt: skip
    told = {(problem.sheet, problem.cell) for problem in outcome.problems}
    lost = set()
    for sheet in map(answers, workbook.sheets):
        if not sheet.visible or any(each.code in _NAMED_SHEETS and each.sheet == sheet.name
                                    for each in outcome.problems):  # fmt: skip
            continue
        found = proposal(sheet, file_name=Path(workbook.file_name).stem)
        if found.key not in _OF_FIGURES:
            continue
        # a code of a place is looked at beside its name, and is no figure
        fields = {each.letters for each in found.columns if each.field or each.header.lower().startswith("kode ")}
        fields |= {each.letters for each in found.columns if names_dimension(each.header)}  # a second one of groups
        rows = {position(each.cell)[0] for each in outcome.problems
                if each.sheet == sheet.name and each.cell and each.code in _NAMED_ROWS}  # fmt: skip
        named = " ".join(str(each.params["found"]) for each in outcome.problems
                         if each.sheet == sheet.name and each.code in _NAMED_COLUMNS)  # fmt: skip
        words = " ".join(str(each.params["found"]) for each in outcome.problems
                         if each.sheet == sheet.name and each.code == "rows_of_no_kind")  # fmt: skip
        left_out = {each.letters for each in found.columns if f"'{each.header}'" in named}
        for row, cells in sheet.rows(found.header_end, 10_000):
            is_named = any(f"'{text}'" in words for text in cells.values() if isinstance(text, str))
            if row <= found.header_end or row in rows or is_named or _is_of_column_numbers(cells):
                continue
            for column, value in cells.items():
                letters = column_letters(column)
                if not _is_figure(value) or column in sheet.hidden_columns or letters in fields | left_out:
                    continue
                if (sheet.name, f"{letters}{row}") not in stored | told:
                    lost.add((sheet.name, f"{letters}{row}"))
    return lost


def _is_figure(value: object) -> bool:
    is_typed = isinstance(value, str) and value[:1].isdigit() and len(value) < 20
    return is_typed or (isinstance(value, float) and not isinstance(value, bool))


def _is_of_column_numbers(cells) -> bool:
    """1 2 3 … below a header."""
    texts = [str(value).strip("()") for value in cells.values()]
    return texts[:3] in (["1", "2", "3"], ["1.0", "2.0", "3.0"])
