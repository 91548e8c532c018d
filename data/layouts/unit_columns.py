"""Columns under a header nobody knows whose cells name known places or partners: asked about, never passed over."""

from collections.abc import Iterable
from dataclasses import replace

import pyarrow.compute as pc

from data.layouts.known import Known
from data.layouts.table import Table
from data.problems import Problem, Question
from data.reading import column_letters
from data.recognised import NONE, Recognised, SheetMapping
from definitions.fold import fold
from definitions.places import gazetteer
from definitions.vocabulary import vocabulary

_MOST = 0.6  # share of the different texts that must be known
_SAMPLE = 500  # rows from which a column is judged


def unit_named(texts: Iterable[str], known: Known) -> str | None:
    """`place` or `partner` where most of the different texts are known as such."""
    different = {fold(text): text for text in texts if text and not text[:1].isdigit()}
    if not different:
        return None
    places = sum(name in known.places or bool(gazetteer().candidates(text)) for name, text in different.items())
    partners = sum(name in known.partners for name in different)
    most, unit = max((partners, "partner"), (places, "place"))
    return unit if most >= _MOST * len(different) else None


def _status_named(texts: Iterable[str | None], found: Recognised) -> str | None:
    """status, where most of the texts of a list of activities say how each went: `Terlaksana`, `Dibatalkan`."""
    different = {fold(text): text for text in texts if text}
    said = sum(vocabulary().answer("activity_status", text) is not None for text in different.values())
    is_told = found.words.key == "activities" and said > 0 and said >= _MOST * len(different)
    return "status" if is_told else None


def in_template(found: Recognised, known: Known, mapping: SheetMapping, problems: list[Problem]) -> Recognised:
    """The sheet with the columns of places, partners and how activities went that its headers did not tell; each is
    asked about."""
    for index, header in found.headers.items():
        if index in found.columns.values():
            continue
        body = found.sheet.body(found.header_row + 1)
        name = f"t{index}"
        texts = pc.unique(body.column(name).slice(0, _SAMPLE)).to_pylist() if name in body.column_names else []
        unit = unit_named([text for text in texts if text], known) or _status_named(texts, found)
        if unit is None or unit in found.columns or unit not in found.words.column_by_key:
            continue
        letters = column_letters(index)
        answer = mapping.answer("column", unit, letters)
        if answer is None:
            problems.append(Problem(
                "which_column", sheet=found.sheet.name, cell=f"{letters}{found.header_row}", header=header,
                params={"expected": found.words.column_by_key[unit], "found": header},
                question=Question("column", unit, (letters, NONE), letters),
            ))  # fmt: skip
        if answer in (None, letters):  # as proposed for now: else all its rows would tell of one figure
            found = replace(found, columns={**found.columns, unit: index})
    return found


def in_table(table: Table) -> None:
    """The same for a table of figures by column; its roles are changed."""
    for column in [column for column, why in table.roles.left_out.items() if why == "unknown"]:
        texts = [table.grid.text(row.at, column) for row in table.rows.rows[:_SAMPLE]]
        unit = unit_named(texts, table.reader.known)
        told = {each for figure in table.roles.figures for each in ("place", "partner") if getattr(figure, each)}
        if unit is None or unit in table.roles.fields or unit in told:
            continue
        letters = column_letters(column)
        answer = table.mapping.answer("column", unit, letters)
        if answer is None:
            header = " › ".join(table.block.paths[column])
            table.report(
                "which_column", at=table.block.header_cells[column], column=column, header=header, found=header,
                expected=vocabulary().sheet_by_key["results"].column_by_key[unit],
                question=Question("column", unit, (letters, NONE), letters),
            )  # fmt: skip
        if answer in (None, letters):
            del table.roles.left_out[column]
            table.roles.fields[unit] = column
            if unit == "place":
                table.roles.place_header = table.block.paths[column][-1]
