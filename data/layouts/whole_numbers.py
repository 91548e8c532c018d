"""Texts such as 1.234 in rows that count people or things, where only rows of another unit tell the decimal sign."""

from collections.abc import Sequence
from dataclasses import replace

import pyarrow as pa

from data import numbers
from data.layouts import evidence
from data.layouts.grid import Grid
from data.layouts.rows import Row
from data.layouts.table import Table
from data.problems import Question
from data.reading import column_letters
from definitions.fold import fold
from definitions.layouts import layout_words
from definitions.units import is_people

THOUSANDS, DECIMALS = "thousands", "decimals"


def told_apart(grid: Grid, tables: Sequence[Table]) -> Grid:
    """The sheet with such texts as whole numbers where somebody wants so; unanswered questions are reported.

    85.5 per cent shows a decimal point, and yet 1.234 people are hardly one person and a bit.
    """
    cells = grid.sheet.table
    for table in tables:
        for figure in table.roles.figures:
            if f"t{figure.column}" not in cells.column_names:
                continue
            if (rows := _doubtful(table, figure.column)) and _is_wanted(table, figure.column, rows):
                cells = _without_signs(cells, f"t{figure.column}", rows)
    return grid if cells is grid.sheet.table else Grid(replace(grid.sheet, table=cells)).narrowed(grid.columns)


def _doubtful(table: Table, column: int) -> list[int]:
    """Rows that count, with texts that only a sign proved by rows of another kind makes broken figures."""
    texts = {row.at: text for row in table.rows.rows if isinstance(text := table.grid.value(row.at, column), str)}
    counted = {row.at for row in table.rows.rows if row.at in texts and _counts(table, row)}
    sign = numbers.decimal_sign(texts.values())
    if sign is None or numbers.decimal_sign(texts[at] for at in counted) is not None:
        return []
    return [at for at in sorted(counted) if numbers.is_ambiguous(texts[at]) and sign in texts[at]]


def _counts(table: Table, row: Row) -> bool:
    told = table.of_indicator(row, "unit")
    unit = told.text if told else ""
    is_whole = is_people(unit) or fold(unit) in layout_words().words("evidence", "whole")
    return is_whole and not evidence.is_share("", unit)


def _is_wanted(table: Table, column: int, rows: Sequence[int]) -> bool:
    letters, text = column_letters(column), table.grid.text(rows[0], column)
    answer = table.mapping.answer("whole", letters, THOUSANDS)
    if answer is None:
        sign = "." if "." in text else ","
        readings = [numbers.number(text, decimal) for decimal in ("," if sign == "." else ".", sign)]
        table.report(
            "which_whole",
            at=rows[0],
            column=column,
            letters=letters,
            found=text,
            count=len(rows),
            expected=tuple(read.value for read in readings if read),
            question=Question("whole", letters, (THOUSANDS, DECIMALS), THOUSANDS),
        )
    return answer == THOUSANDS


def _without_signs(cells: pa.Table, name: str, rows: Sequence[int]) -> pa.Table:
    texts = cells.column(name).to_pylist()
    for at in rows:
        texts[at] = texts[at].replace(".", "").replace(",", "")
    return cells.set_column(cells.column_names.index(name), name, pa.array(texts, pa.string()))
