"""Figures counted in thousands or millions, where a header or a title says so: asked, and then written out in full."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.layouts import evidence
from data.layouts.grid import Grid
from data.layouts.rows import Row
from data.layouts.table import Table
from data.numbers import SCALES
from data.problems import WARNS, Question
from data.reading import Sheet, column_letters
from definitions.fold import visible

TIMES, AS_IS = "times", "as_is"
_WORDS = {word: factor for word, factor in SCALES.items() if len(word) > 1}
_WORDS |= {f"{word}an": factor for word, factor in SCALES.items() if word in ("ribu", "juta", "miliar", "milyar")}
_WORDS |= {f"{word}s": factor for word, factor in SCALES.items() if word in ("thousand", "million", "billion")}
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_SAID = (
    re.compile(rf"[(\[][^)\]]*?(?<!\w)(?P<word>{_WORD})(?!\w)"),
    re.compile(rf"(?<!\w)(?:dalam|in|satuan\s*:?)\s+(?P<word>{_WORD})(?!\w)"),
    re.compile(r"[(\[][^)\]]*?(?:[x×]\s?1[.,]?000|['’`]000)(?!\d)"),
)
_IN_FULL = re.compile(r"(?<!\w)(?:(?:angka|satuan|nilai|jumlah)\s+penuh|absolut|full\s+numbers?|in\s+full)(?!\w)")
_LINES_ABOVE = 4  # of a header, in which a title may say it
_DIGITS = 12  # that a product keeps, so that 1.1 thousand is 1100


def scale_said(text: str) -> float | None:
    """1000 for `Realisasi (ribu orang)` and `dalam ribuan`; None for a text that says no such thing."""
    written = visible(text).casefold()
    found = next((match for pattern in _SAID if (match := pattern.search(written))), None)
    return None if found is None else _WORDS.get(found.groupdict().get("word") or "", 1e3)


def written_out(grid: Grid, tables: Sequence[Table]) -> Grid:
    """The sheet with the figures multiplied that somebody wants so; unanswered questions are reported."""
    table = grid.sheet.table
    for each in tables:
        for column, factor, source in _scaled_columns(each):
            rows = [row.at for row in each.rows.rows if _is_counted(each, row)]
            if rows and _is_wanted(each, column, factor, source, rows):
                table = _multiplied(grid.sheet, table, column, rows, factor)
    return grid if table is grid.sheet.table else Grid(replace(grid.sheet, table=table)).narrowed(grid.columns)


def _scaled_columns(table: Table) -> Iterator[tuple[int, float, str]]:
    """(column, factor, the text that says it) of the figures, the baseline and the final target."""
    fields = [table.roles.fields[key] for key in ("baseline", "final_target") if key in table.roles.fields]
    above = [table.grid.text(at, column) for at in range(max(0, table.block.top - _LINES_ABOVE), table.block.top)
             for column in table.grid.columns]  # fmt: skip
    title = next(((factor, text) for text in reversed(above) if (factor := scale_said(text))), None)
    for column in dict.fromkeys([*(figure.column for figure in table.roles.figures), *fields]):
        header = " › ".join(table.block.paths.get(column, ()))
        if own := scale_said(header):
            yield column, own, header
        elif title and "%" not in header:
            yield column, *title


def _is_counted(table: Table, row: Row) -> bool:
    """Neither a share nor of a unit that is itself `ribu orang`, or that says `angka penuh`."""
    told = table.of_indicator(row, "unit")
    unit, name = told.text if told else "", row.name.text if row.name else ""
    is_told = scale_said(f"({unit})") is not None or _IN_FULL.search(f"{name} {unit}".casefold())
    return not evidence.is_share(name, unit) and not is_told


def _is_wanted(table: Table, column: int, factor: float, source: str, rows: Sequence[int]) -> bool:
    letters = column_letters(column)
    answer = table.mapping.answer("scale", letters, TIMES)
    sample = next((value for at in rows if (value := table.amount(at, column)) is not None), None)
    if answer is None and sample is not None:
        question = Question("scale", letters, (TIMES, AS_IS), TIMES)
        table.report(
            "which_scale",
            at=table.block.header_cells.get(column, -1),
            column=column,
            letters=letters,
            found=source,
            sample=float(sample),
            expected=round(sample * factor, 6),
            question=question,
        )
    if answer == TIMES and sample is not None:
        table.report("scaled", WARNS, at=table.block.header_cells.get(column, -1), column=column, letters=letters,
                     found=source, sample=float(sample), expected=round(sample * factor, 6))  # fmt: skip
    return answer == TIMES


def _multiplied(sheet: Sheet, table: pa.Table, column: int, rows: Sequence[int], factor: float) -> pa.Table:
    """Numbers times the factor, but for percentages; a text that ends in a figure gets the word behind it."""
    mine = np.zeros(table.num_rows, bool)
    mine[list(rows)] = True
    if (name := f"n{column}") in table.column_names and sheet.formats.get(column) != "percent":
        numbers = table.column(name).to_numpy(zero_copy_only=False).astype(float)
        if f"p{column}" in table.column_names:
            mine &= ~pc.fill_null(table.column(f"p{column}"), False).to_numpy(zero_copy_only=False)
        times = [float(f"{value * factor:.{_DIGITS}g}") if own and value == value else value
                 for value, own in zip(numbers, mine, strict=True)]  # fmt: skip
        table = _with(table, name, pa.array(times, pa.float64(), from_pandas=True))
    if (name := f"t{column}") in table.column_names:
        word = next(word for word, own in SCALES.items() if own == factor and len(word) > 2)
        texts = [f"{text} {word}" if own and text and text.strip()[-1:].isdigit() else text
                 for text, own in zip(table.column(name).to_pylist(), mine, strict=True)]  # fmt: skip
        table = _with(table, name, pa.array(texts, pa.string()))
    return table


def _with(table: pa.Table, name: str, cells: pa.Array) -> pa.Table:
    return table.set_column(table.column_names.index(name), name, cells)
