"""Columns of cells into columns of values. Each distinct text is read once, so a long sheet costs little more."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches

import pyarrow as pa
import pyarrow.compute as pc

from data import numbers, odd_periods, periods
from data.bodies import Arrays, Bad, Body, error_cells, read_distinct, spread, texts
from data.day_spans import day_span
from data.figure_column import number_column
from data.problems import WARNS
from definitions.ages import age_group
from definitions.fold import fold, visible
from definitions.layouts import layout_words
from definitions.vocabulary import Answer, Column, vocabulary

_OF_SPANS = ("start", "end")
"""Fields of what takes several days."""
_DENYING = {"belum", "tidak", "not"}
_LEAST_LETTERS, _NEAR = 5, 0.85
_REMARK = re.compile(r"\s*[(:;,]\s*|\s+[-–—/]\s+")  # between an answer and what somebody adds to it
_DIMENSIONS = {"jenis kelamin": "sex", "jk": "sex", "gender": "sex", "umur": "age", "usia": "age"}


def date_column(body: Body, column: Column, index: int) -> Arrays:
    """A column of dates; day comes first. A bare year is its first day for a start and its last day for an end."""
    error_cells(body, index, column.key)
    ends = column.key.endswith("end") or column.key == "target_date"
    cells = texts(body, index)
    proof = _months_lead(cells)
    indices, found = read_distinct(body, column.key, cells, lambda text: _date(text, ends, proof, column.key))
    return {column.key: spread(indices, found, pa.date32())}


def last_days(body: Body, index: int) -> pa.Array:
    """The last of several days in a cell of the column of starts, null where it names one or none."""
    cells = texts(body, index)
    by_text = {text: span[1] for text in pc.unique(cells.drop_null()).to_pylist()
               if (span := day_span(text)) and span[0] < span[1]} if not _months_lead(cells) else {}  # fmt: skip
    return pa.array([by_text.get(text) for text in cells.to_pylist()], pa.date32())


def _months_lead(cells: pa.Array) -> str | None:
    """See periods.months_lead."""
    return periods.months_lead(pc.unique(cells.drop_null()).to_pylist())


def _date(text: str, ends: bool, proof: str | None, key: str = "") -> date | Bad | None:
    if numbers.mark(text):
        return None
    span = day_span(text) if not proof else None
    if span and (key in _OF_SPANS or span[0] == span[1]):
        return span[1] if ends else span[0]
    if span and periods.period(text) is None:
        return Bad("not_a_date", repair=span[0].isoformat())
    if proof and (led := periods.led_by_month(text)):
        return _led_by_month(text, led, proof, led.start)
    read = periods.period(text)
    return _no_date(text) if read is None else read.end if ends else read.start


def _led_by_month(text: str, led: periods.Period, proof: str, kept: object) -> Bad | object:
    """A date in a column whose months come first; said where it alone could be read otherwise."""
    if periods.period(text) is None:
        return kept
    return Bad("month_first", {"expected": led.start, "shown": proof}, severity=WARNS, kept=kept)


def _no_date(text: str, code: str = "not_a_date") -> Bad:
    likely = periods.likely_day(text)
    return Bad(code, repair=likely.key if likely else None)


def period_column(body: Body, column: Column, index: int) -> Arrays:
    """A column of periods: key, kind, first and last day."""
    error_cells(body, index, column.key)
    takes_totals = body.recognised.words.key in ("results", "targets")
    cells = texts(body, index)
    proof = _months_lead(cells)
    indices, found = read_distinct(body, column.key, cells, lambda text: _period(text, takes_totals, proof))
    read = [entry[0] if entry else None for entry in found]
    return {
        "period_is_total": spread(indices, [bool(entry and entry[1]) for entry in found], pa.bool_()),
        "period": spread(indices, [entry and entry.key for entry in read], pa.string()),
        "period_kind": spread(indices, [entry and entry.kind for entry in read], pa.string()),
        "period_start": spread(indices, [entry and entry.start for entry in read], pa.date32()),
        "period_end": spread(indices, [entry and entry.end for entry in read], pa.date32()),
    }


def _period(text: str, takes_totals: bool, proof: str | None) -> tuple[periods.Period, bool] | Bad:
    """The period, and whether its figure runs from the start to its end (`s.d. TW II 2025`)."""
    if proof and (led := periods.led_by_month(text)):
        return _led_by_month(text, led, proof, (led, False))
    until = periods.to_date(text)
    found = periods.period(text if until is None else until)
    if until is not None and (found is None or not takes_totals):
        return Bad("running_total_period")
    if found is None:
        return _not_ours(text)
    read = (found, until is not None)
    return Bad("fiscal_year", {"expected": found.key}, severity=WARNS, kept=read) if periods.is_fiscal(text) else read


def _not_ours(text: str) -> Bad:
    """What is said of a text that is none of our periods."""
    if periods.part(text):
        return Bad("no_year")
    if week := odd_periods.week_ends_on(text):
        return Bad("period_is_week", repair=week.isoformat())
    if month := odd_periods.four_months_end_in(text):
        return Bad("period_is_four_months", {"month": month.key})
    return _no_date(text, "not_a_period")


def _before_remark(choices: str, text: str) -> str | None:
    """`Barang (tandon air)`, `Selesai - pompa diganti`: the answer before the remark, as a proposal."""
    first = _REMARK.split(visible(text), maxsplit=1)[0].strip()
    return first if first != text and vocabulary().answer(choices, first) else None


def choice_column(body: Body, column: Column, index: int) -> Arrays:
    """A column of fixed answers, by their keys; `choices` holds several, joined by semicolons."""
    error_cells(body, index, column.key)
    answers = vocabulary().choices[column.choices or "yes_no"]

    def read(text: str) -> str | Bad | None:
        parts = [text]
        if column.kind == "choices":
            parts = [part for part in text.replace(",", ";").split(";") if part.strip()]
        found = [vocabulary().answer(column.choices or "yes_no", part) for part in parts]
        if None in found:
            before = _before_remark(column.choices or "yes_no", text)
            return Bad("not_an_answer", {"expected": answers}, repair=before or _likely_answer(text, answers))
        return ";".join(answer.key for answer in found if answer)

    indices, found = read_distinct(body, column.key, texts(body, index), read)
    return {column.key: spread(indices, found, pa.string())}


def _likely_answer(text: str, answers: Sequence[Answer]) -> str | None:
    """The first answer one of whose words goes on from the text, or is nearly it: of two that the text may mean the one
    that promises less, for they stand in that order."""
    own = fold(text)
    for answer in answers if len(own) >= _LEAST_LETTERS else ():
        said = [fold(word).split() for word in (answer.id, answer.en, *answer.synonyms)]
        if any(own in words and words[0] not in _DENYING for words in said):
            return answer.id
    words = {fold(word): answer.id for answer in answers for word in (answer.id, answer.en, *answer.synonyms)}
    near = get_close_matches(own, words, 1, _NEAR)
    return words[near[0]] if near else None


def yes_no_column(body: Body, column: Column, index: int) -> Arrays:
    """A column of yes and no, as booleans."""
    error_cells(body, index, column.key)

    def read(text: str) -> bool | Bad | None:
        if (answer := vocabulary().answer("yes_no", text)) is not None:
            return answer.key == "yes"
        return None if numbers.mark(text) else Bad("not_yes_no")

    indices, found = read_distinct(body, column.key, texts(body, index), read)
    return {column.key: spread(indices, found, pa.bool_())}


def group_column(body: Body, column: Column, index: int) -> Arrays:
    """A column of groups in one form: `age=18-24;sex=f`, dimensions in order."""
    error_cells(body, index, column.key)
    header = fold(str(body.recognised.header(column.key) or "")) if body.recognised.origins is None else ""
    are_ages = bool({"umur", "usia", "age"} & set(header.split()))
    indices, found = read_distinct(body, column.key, texts(body, index), lambda text: group(text, are_ages))
    return {column.key: spread(indices, found, pa.string())}


def group(text: str, are_ages: bool = False) -> str | Bad | None:
    """The stored form of a group: `Umur=18-24; sex=P` → `age=18-24;sex=f`; a lone `perempuan` → `sex=f`. `are_ages`:
    two numbers alone are ages, as the header says."""
    if fold(text) in layout_words().words("rows", "everyone"):
        return None
    parts: set[str] = set()
    for part in filter(str.strip, visible(text).replace(",", ";").split(";")):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals and (ages := age_group(name, are_ages=are_ages)):
            parts.add(ages)
            continue
        if not equals:
            name, value = "sex", name
            if vocabulary().answer("sex", value) is None:
                return Bad("not_a_group", severity=WARNS, kept=visible(text))
        name = _DIMENSIONS.get(fold(name), name.casefold())
        answer = vocabulary().answer("sex", value) if name == "sex" else None
        parts.add(f"{name}={answer.key if answer else value}")
    return ";".join(sorted(parts)) or Bad("not_a_group", severity=WARNS, kept=visible(text))


def text_column(body: Body, column: Column, index: int) -> Arrays:
    """A column of free text, codes or names."""
    error_cells(body, index, column.key)
    return {column.key: texts(body, index)}


Reader = Callable[[Body, Column, int], Arrays]
READERS: dict[str, Reader] = {
    "number": number_column, "date": date_column, "period": period_column, "choice": choice_column,
    "choices": choice_column, "yes_no": yes_no_column, "group": group_column, "place": text_column,
    "code": text_column, "name": text_column, "text": text_column,
}  # fmt: skip
NO_COLUMN: dict[str, dict[str, pa.DataType]] = {
    "number": {"": pa.float64(), "_is_percent": pa.bool_(), "_mark": pa.string(), "_word": pa.float64()},
    "date": {"": pa.date32()}, "yes_no": {"": pa.bool_()},
}  # fmt: skip


def values(body: Body, readers: Mapping[str, Reader] | None = None) -> pa.Table:
    """The body as one typed table: row_number and every field of the sheet, null where the file has no such column.

    `readers` goes before READERS, by kind.
    """
    arrays: Arrays = {"row_number": body.row_numbers}
    for column in body.recognised.words.columns:
        index = body.recognised.columns.get(column.key)
        if index is not None:
            arrays |= (readers or READERS).get(column.kind, READERS[column.kind])(body, column, index)
        elif column.kind != "period":
            for suffix, kind in NO_COLUMN.get(column.kind, {"": pa.string()}).items():
                arrays[column.key + suffix] = pa.nulls(body.table.num_rows, kind)
    if {"start", "end"} <= set(arrays) and "start" in body.recognised.columns:
        arrays["end"] = pc.coalesce(arrays["end"], last_days(body, body.recognised.columns["start"]))
    return pa.table(arrays)
