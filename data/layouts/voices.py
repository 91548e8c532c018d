"""A log of what people say, or of what was done, under headers nobody knows: days beside long texts; always asked."""

from collections.abc import Iterator
from dataclasses import replace

from data import periods
from data.layouts import activity_logs, unit_columns
from data.layouts.grid import Grid
from data.layouts.labels import LabelReader
from data.problems import Problem, Question
from data.reading import column_letters
from data.recognised import NONE, Recognised, SheetMapping
from data.shapes import HEADER_SEARCH
from data.template_sheets import fitted, ignored_columns
from definitions.fold import fold
from definitions.layouts import layout_words
from definitions.place_levels import rank
from definitions.vocabulary import vocabulary

_ROWS = 200  # from which the content of a column is judged
_LEAST_ROWS = 2
_WORDS = 4  # of a text that says something
_DAY_WORDS = {"tanggal", "tgl", "date"}
_MOST = 0.6  # share of the cells that are days, or such texts


def by_content(sheet, reader: LabelReader, mapping: SheetMapping) -> tuple[Recognised | None, list[Problem]]:  # type: ignore[no-untyped-def]
    """The sheet as a log of feedback or activities with what is asked of it; None where it holds no days and no texts,
    where somebody has said that it is none, or where a list of activities lacks what it must have."""
    grid = Grid(sheet)
    header = _header(grid)
    if header is None:
        return None, []
    words = vocabulary().sheet_by_key["feedback"]
    found = fitted(sheet, words, grid.rows[header])
    first = header + 1
    texts = max(_texts(grid, first, found), key=lambda at: _letters(grid, at, first), default=None)
    days = found.columns.get("date") if found else None  # a column called so is of days, however they are written
    days = _days(grid, first, found) if days is None else days
    if found is None or texts is None or days is None:
        return None, []
    asked = {"date": days, "text": texts}
    said = [str(value) for value in _cells(grid, found.columns.get("text", texts), first)]
    if activity_logs.tells_of_work(said, found.headers.get(found.columns.get("text", texts), ""), found):
        found = fitted(sheet, vocabulary().sheet_by_key["activities"], grid.rows[header]) or found
        asked = {"start": days, "activity": texts}
    likely = {key: found.columns.get(key, column) for key, column in asked.items()}
    answers = {key: mapping.answer("column", key, column_letters(column)) for key, column in likely.items()}
    if NONE in answers.values():
        return None, []
    columns = {key: column for key, column in found.columns.items() if column not in likely.values()} | likely
    columns |= {key: column for key, column in _told(found, reader).items()
                if key not in columns and column not in columns.values()}  # fmt: skip
    problems = [_question(found, key, likely[key]) for key in asked if key not in found.columns and not answers[key]]
    whole = unit_columns.in_template(replace(found, columns=columns), reader.known, mapping, problems)
    lacks = activity_logs.lacking(whole) if whole.words.key == "activities" else []
    return (None, lacks) if lacks else (whole, [*problems, *ignored_columns(whole)])


def _texts(grid: Grid, first: int, found: Recognised | None) -> list[int]:
    """The columns of sentences, and below an open question of short answers too; no days, however they are written."""
    asked = {at for at, header in (found.headers if found else {}).items() if header.strip().endswith("?")}
    columns = {*_columns(grid, first, _says), *(at for at in _columns(grid, first, _answers) if at in asked)}
    return [at for at in sorted(columns) if not any(map(_is_day, _cells(grid, at, first)))]


def _days(grid: Grid, first: int, found: Recognised | None) -> int | None:
    """The first column of days; one that calls itself so (`Tanggal kunjungan`) goes before what a form notes itself."""
    columns = list(_columns(grid, first, _is_day))
    said = [at for at in columns if found and _DAY_WORDS & set(fold(found.headers.get(at, "")).split())]
    return next(iter([*said, *columns]), None)


def speaks_of_people(sheet, found: Recognised) -> bool:  # type: ignore[no-untyped-def]
    """Whether a header, or the name of the sheet, has a word of what people say: `Apa kata warga`, `Keluhan`."""
    names = [sheet.name, *found.headers.values()]
    return any(layout_words().said("evidence", "voices", name) for name in names)


def _header(grid: Grid) -> int | None:
    """The first line near the top that is all short texts, above lines that are not."""
    lines = range(min(HEADER_SEARCH, len(grid)))
    widths = {at: sum(bool(grid.text(at, column)) for column in grid.columns) for at in lines}
    widest = max(widths.values(), default=0)
    return next((at for at in lines if widest >= 2 and widths[at] == widest and len(grid) - at > _LEAST_ROWS), None)


def _cells(grid: Grid, column: int, first: int) -> list[object]:
    return [value for value in grid.column(column)[first : first + _ROWS] if value not in (None, "")]


def _columns(grid: Grid, first: int, test) -> Iterator[int]:  # type: ignore[no-untyped-def]
    for column in grid.columns:
        cells = _cells(grid, column, first)
        if len(cells) >= _LEAST_ROWS and sum(map(test, cells)) >= _MOST * len(cells) and _vary(cells):
            yield column


def _vary(cells: list[object]) -> bool:
    """The same sentence in every row is an answer of a list."""
    return len(set(map(str, cells))) > 1 or len(cells) == 1


def _says(value: object) -> bool:
    return isinstance(value, str) and len(value.split()) >= _WORDS


def _answers(value: object) -> bool:
    return isinstance(value, str) and len(value.split()) > 1


def _is_day(value: object) -> bool:
    if isinstance(value, str):
        read = periods.period(value) or periods.month_first(value)
        return bool(read and read.kind == "day")
    return hasattr(value, "year")


def _letters(grid: Grid, column: int, first: int) -> int:
    return sum(len(str(value)) for value in _cells(grid, column, first))


def _told(found: Recognised, reader: LabelReader) -> dict[str, int]:
    """Fields that other tables call so: `Dusun` is a place."""
    known = found.words.column_by_key
    told: dict[str, int] = {}
    for index, header in found.headers.items():
        field = reader.label(header).field or ("place" if rank(header) >= 0 else None)
        if field in known and index not in found.columns.values():
            told.setdefault(field, index)
    return told


def _question(found: Recognised, key: str, index: int) -> Problem:
    letters, header = column_letters(index), found.headers.get(index, column_letters(index))
    code = "which_voice" if found.words.key == "feedback" else "which_activity"
    return Problem(
        code, sheet=found.sheet.name, cell=f"{letters}{found.header_row}", header=header,
        params={"found": header, "expected": found.words.column_by_key[key]},
        question=Question("column", key, (letters, NONE), letters),
    )  # fmt: skip
