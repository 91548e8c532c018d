"""Questions that a later version of a form asks again in a column of their own, and answers that are positions."""

import re
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pyarrow.compute as pc

from data.layouts.grid import shown
from data.layouts.long import filled
from data.problems import Problem, Question
from data.reading import Sheet, column_letters
from data.recognised import Recognised
from definitions.fold import fold
from definitions.vocabulary import Column

BOTH = "both"
"""The answer that takes each row's answer from whichever version of a question has one."""
_POSITION = re.compile(r"^-?\d{1,2}[.,]\d+[ ,;]+-?\d{1,3}[.,]\d+(?:[ ,;]+-?\d+(?:[.,]\d+)?){0,2}$")


def versions(columns: Mapping[str, int], questions: Mapping[int, str]) -> dict[str, list[int]]:
    """Field → the columns of one question that later versions of the form ask again."""
    named = {column: fold(text) for column, text in questions.items()}
    found = {key: [at for at, text in named.items() if text == named.get(column)] for key, column in columns.items()}
    return {key: same for key, same in found.items() if len(same) > 1}


def are_apart(sheet: Sheet, columns: list[int]) -> bool:
    """No row fills more than one of them: each answer was given in one version of the form."""
    body = np.array([filled(sheet, column)[1:] for column in columns])
    return bool((body.sum(axis=0) <= 1).all())


def as_one(sheet: Sheet, columns: list[int]) -> Sheet:
    """The answers of all versions in the first version's column, row by row."""
    table, header = sheet.table, sheet.rows(0, 1)[0][1].get(columns[0])
    for letter in dict.fromkeys(letter for column in columns for letter in sheet.fields.get(column, "")):
        parts = [table.column(name) for column in columns if (name := f"{letter}{column}") in table.column_names]
        whole = parts[0] if len(parts) == 1 else pc.coalesce(*parts)
        name = f"{letter}{columns[0]}"
        at = table.column_names.index(name) if name in table.column_names else -1
        table = table.append_column(name, whole) if at < 0 else table.set_column(at, name, whole)
    assert header is not None
    return replace(sheet, table=table)


def asked_version(found: Recognised, column: Column, same: list[int]) -> Problem:
    letters = [column_letters(each) for each in same]
    proposed = BOTH if are_apart(found.sheet, same) else None
    return Problem(
        "question_twice", sheet=found.sheet.name, cell=f"{letters[1]}{found.header_row}", header=found.headers[same[1]],
        params={"expected": column, "found": found.headers[same[0]], "letters": ", ".join(letters)},
        question=Question("column", column.key, (*([BOTH] if proposed else []), *letters), proposed),
    )  # fmt: skip


def positions(headers: Mapping[int, str], sheet: Sheet) -> list[int]:
    """Columns of positions: a question beside its `_latitude`, or texts such as `-7.79 110.36 0 5`."""
    names = {text.casefold() for text in headers.values()}
    found = []
    for column, text in headers.items():
        last = text.casefold().rpartition("/")[2]
        is_beside = f"_{last}_latitude" in names or f"_{text.casefold()}_latitude" in names
        cells = [shown(cells.get(column)) for _, cells in sheet.rows(1, 20)]
        given = [cell for cell in cells if cell]
        if is_beside or last == "_geolocation" or (given and all(map(_POSITION.match, given))):
            found.append(column)
    return found
