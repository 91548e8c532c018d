"""Columns that a table does not say enough of: periods nobody understands, versions of one figure, hidden figures."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from data import odd_periods, periods
from data.layouts.blocks import Block
from data.layouts.grid import Grid
from data.layouts.roles import Figure, Roles, has_figures
from data.layouts.table import Table
from data.problems import Question
from data.reading import column_letters
from data.recognised import NONE, SheetMapping
from definitions.fold import fold
from definitions.layouts import layout_words

LEAVE, READ = "leave", "read"
_ROMAN = {text: number for number, text in
          enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), start=1)}  # fmt: skip
_LINES_ABOVE = 4  # of a header, in which a title may stand
_EVERY = {"quarter": ("triwulan", "triwulanan", "tw", "kuartal", "quarter", "quarterly"),
          "month": ("bulan", "bulanan", "month", "monthly"), "half": ("semester", "semesteran")}  # fmt: skip
_MOST = {"quarter": 4, "month": 12, "half": 2}


def find_numbered(grid: Grid, block: Block, found: Roles) -> None:
    """I II III IV, or 1 to 12, above figures: parts of a year, which of them is asked."""
    numbers = {column: number for column, why in found.left_out.items() if why == "unknown"
               and (number := _number(block.paths[column][-1])) and has_figures(grid, block, column)}  # fmt: skip
    count = len(numbers)
    if sorted(numbers.values()) != list(range(1, count + 1)):
        return
    title = " ".join(grid.text(at, column) for at in range(max(0, block.top - _LINES_ABOVE), block.top)
                     for column in grid.columns)  # fmt: skip
    words = set(fold(title).split())
    kind = next((kind for kind, every in _EVERY.items() if words & set(every) and 2 <= count <= _MOST[kind]), None)
    kind = kind or next((kind for kind, most in _MOST.items() if count == most > 2), None)
    kind = kind or ("month" if _MOST["quarter"] < count < _MOST["month"] else None)  # I to VI: the year so far
    for column, number in numbers.items() if kind else ():
        del found.left_out[column]
        header = " › ".join(block.paths[column])
        found.figures.append(Figure(column, header, None, doubt=block.paths[column][-1],
                                    part=periods.Part(str(kind), number)))  # fmt: skip


def _number(text: str) -> int:
    folded = fold(text)
    folded = folded[1:] if len(folded) == 2 and folded[0] == "k" else folded  # K1 K2 K3 K4; K1 and K4 alone are visits
    return _ROMAN.get(folded) or (int(folded) if folded.isdigit() and len(folded) < 3 else 0)


def with_periods(table: Table) -> list[Figure]:
    """The figures with what somebody says of headers that seem to be periods; those still in doubt are asked about."""
    kept: list[Figure] = []
    for figure in table.roles.figures:
        if not figure.doubt:
            kept.append(figure)
            continue
        likely = _likely(table, figure)
        letters = column_letters(figure.column)
        answer = table.mapping.answer("period", letters, likely)
        read = table.reader.label(answer) if answer and answer != NONE else None
        if read and read.has_time:
            kept.append(replace(figure, doubt="", period=read.period, part=read.part, year=read.year or _year(figure),
                                is_to_date=figure.is_to_date or read.is_to_date))  # fmt: skip
            continue
        if answer == NONE:
            table.roles.left_out[figure.column] = "unknown"
        else:
            _ask(table, figure, letters, likely)
    return kept


def _likely(table: Table, figure: Figure) -> str | None:
    """What the header most likely means; of `TW I` below `2024/2025` nobody knows, nor of four months."""
    if odd_periods.two_years(figure.doubt):
        return None
    if figure.part:
        return figure.part.text
    if (month := odd_periods.months_end_in(figure.doubt)) is not None:
        return f"s.d. {month.key}"
    week, read = _week(table, figure), periods.likely(figure.doubt)
    return week.isoformat() if week else read.key if read else None


def _week(table: Table, figure: Figure) -> date | None:
    """The last day of `Minggu ke-3`, in the month or year that stands in the header or around the table."""
    around = [table.said[key].text for key in ("period", "part", "year") if key in table.said]
    years = [str(figure.year)] if figure.year else around[-1:] if "year" in table.said else []
    texts = (figure.doubt, *(f"{figure.doubt} {text}" for text in (*around, *years)),
             *(f"{figure.doubt} {text} {year}" for text in around for year in years))  # fmt: skip
    return next((week for text in texts if (week := odd_periods.week_ends_on(text))), None)


def _year(figure: Figure) -> int | None:
    return figure.year if figure.part else None


def _ask(table: Table, figure: Figure, letters: str, likely: str | None) -> None:
    options = (likely, NONE) if likely else (NONE,)
    code = "which_week" if _week(table, figure) else "which_period"
    if month := odd_periods.four_months_end_in(figure.doubt):
        code, options = "which_four_months", (month.key, NONE)
    table.report(
        code,
        at=table.block.header_cells[figure.column],
        column=figure.column,
        letters=letters,
        found=figure.doubt,
        samples=table.samples(figure) or "–",
        question=Question("period", letters, options, likely),
    )


def of_one_version(table: Table) -> list[Figure]:
    """Of several columns that tell of the same figure (before and after a change of plan) the one somebody wants."""
    alike: dict[tuple, list[Figure]] = defaultdict(list)
    for figure in table.roles.figures:
        alike[_identity(figure)].append(figure)
    dropped: set[int] = set()
    refused: set[int] = set()
    for same in alike.values():
        if len(same) < 2 or not _both_filled(table, same) or not any(map(_version, same)):
            continue
        options = tuple(column_letters(each.column) for each in same)
        newest = next((each for each in reversed(same) if _version(each) == "new"), same[-1])
        proposed = column_letters(newest.column)
        answer = table.mapping.answer("version", options[0], proposed)
        if answer not in options:
            last = same[-1]
            table.report(
                "which_version",
                at=table.block.header_cells[last.column],
                column=last.column,
                found=", ".join(f"{letters} '{each.header}'" for letters, each in zip(options, same, strict=True)),
                question=Question("version", options[0], options, proposed),
            )
        others = {each.column for each in same if column_letters(each.column) != (answer or proposed)}
        dropped |= others
        refused |= others if answer in options else set()
    table.roles.left_out |= dict.fromkeys(refused, "unknown")
    return [figure for figure in table.roles.figures if figure.column not in dropped]


def _identity(figure: Figure) -> tuple:
    return (figure.what, figure.period, figure.part, figure.year, figure.is_to_date, figure.group, figure.place,
            figure.partner, figure.is_annual, figure.shift)  # fmt: skip


def _both_filled(table: Table, figures: list[Figure]) -> bool:
    return any(sum(table.grid.value(row.at, each.column) is not None for each in figures) > 1
               for row in table.rows.rows)  # fmt: skip


def _version(figure: Figure) -> str | None:
    words = layout_words()
    return next((name for name in ("new", "old") if words.said("versions", name, figure.header)), None)


def with_hidden(grid: Grid, mapping: SheetMapping) -> Grid:
    """The sheet with the hidden columns that somebody wants read."""
    wanted = {column for column in grid.sheet.fields if column in grid.sheet.hidden_columns
              and mapping.answer("hidden", column_letters(column)) == READ}  # fmt: skip
    return grid.narrowed(sorted({*grid.columns, *wanted})) if wanted else grid


def ask_hidden(table: Table) -> None:
    """Hidden columns of figures beside this table are left out by name, and asked about."""
    for column, header in _hidden(table):
        letters = column_letters(column)
        if table.mapping.answer("hidden", letters, LEAVE) is None:
            table.report("hidden_figures", at=table.block.bottom, column=column, letters=letters, found=header,
                         question=Question("hidden", letters, (LEAVE, READ), LEAVE))  # fmt: skip


def _hidden(table: Table) -> Iterator[tuple[int, str]]:
    for column in sorted(table.grid.sheet.hidden_columns):
        if column not in table.grid.sheet.fields or column in table.grid.columns:
            continue
        texts = [table.grid.header_text(at, column) for at in range(table.block.top, table.block.bottom + 1)]
        labels = [table.reader.label(text) for text in texts if text]
        is_told = any(label.has_time or label.whats & {"target", "result"} for label in labels)
        if is_told and has_figures(table.grid, table.block, column):
            yield column, " › ".join(text for text in texts if text)
