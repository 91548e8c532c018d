"""Columns of places: which system their codes are in, which of several columns is the finest, Kabupaten or Kota."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from data.bodies import Arrays, Body, error_cells, texts
from data.layouts.figures import AROUND, JOIN
from data.problems import WARNS, Question
from data.reading import column_letters
from data.recognised import wider_places
from definitions import place_codes
from definitions.fold import fold
from definitions.layouts import layout_words
from definitions.place_levels import as_written, rank, told_apart
from definitions.places import Place, gazetteer
from definitions.vocabulary import Column

BESIDE = "place_beside"
"""A field of a rearranged table: the names that stand beside the codes of places."""


def place_column(body: Body, column: Column, index: int) -> Arrays:
    """A column of places; of several (province, regency, village) the finest that a row fills."""
    error_cells(body, index, column.key)
    headers = body.recognised.headers
    levels = wider_places(body.recognised)
    ranked = sorted([*levels, index], key=lambda at: rank(headers.get(at, "")), reverse=True)
    if body.recognised.origins is not None or not levels:
        header = headers.get(index, "")
        return {column.key: _mapped(texts(body, index), lambda text: as_written(text, header))}
    parts = [_mapped(texts(body, at), lambda text, at=at: as_written(text, headers.get(at, ""))) for at in ranked]
    finest = pc.coalesce(*parts)
    return {column.key: _told_apart(finest, parts)}


def around(body: Body) -> Mapping[str, set[str]]:
    """Name of a place → the names of the wider places in its rows, where the sheet has columns for several levels."""
    entry, found = body.recognised, defaultdict(set)
    own = body.table.column("place").to_pylist if "place" in body.table.column_names else list
    whole = Body(entry, entry.sheet.body(entry.header_row + 1), [])
    if entry.origins is not None:
        if AROUND not in entry.columns:
            return found
        rows = [text.split(JOIN) if text else [] for text in texts(whole, entry.columns[AROUND]).to_pylist()]
    else:
        if not (levels := wider_places(entry)):
            return found
        levels = sorted([*levels, entry.columns["place"]], key=lambda at: rank(entry.headers.get(at, "")), reverse=True)
        cells = [_mapped(texts(whole, at), lambda text, at=at: as_written(text, entry.headers.get(at, "")))
                 for at in levels]  # fmt: skip
        cells = [cells[0], *map(pc.fill_null_forward, cells[1:])]  # a blank cell goes on with what stands above it
        rows = [[text for text in row if text][1:] for row in zip(*(each.to_pylist() for each in cells), strict=True)]
    at_row = dict(zip(whole.row_numbers.to_pylist(), rows, strict=True))
    for name, row in zip(own(), body.row_numbers.to_pylist(), strict=True):
        if name:
            found[name] |= set(at_row[row])
    return found


def _mapped(cells: pa.Array, read: Callable[[str], str]) -> pa.Array:
    encoded = cells.dictionary_encode()
    return pa.array([read(text) for text in encoded.dictionary.to_pylist()], pa.string()).take(encoded.indices)


def _told_apart(finest: pa.Array, parts: Sequence[pa.Array]) -> pa.Array:
    names, rows = finest.to_pylist(), zip(*(part.to_pylist() for part in parts), strict=True)
    around = [next((text for text in row if text and text != own), None) for row, own in zip(rows, names, strict=True)]
    return pa.array(told_apart(names, around), pa.string())


def reader(body: Body, column: Column) -> Callable[[str], Place]:
    """How the texts of a column become places; the system of its codes is shown, and asked where nothing tells it."""
    cells = body.table.column(column.key)
    distinct = [text for text in pc.unique(cells).to_pylist() if text]
    headers = {body.recognised.header(column.key, row) or "" for row in _first_rows(body, cells)}
    letters = _letters(body, column)
    answers = body.recognised.answers
    given = answers.get("code_system", {})
    named = answers.get("place", {})
    beside = _beside(body, column) if any(place_codes.written(text) for text in distinct) else {}
    verdict = place_codes.system_of(distinct, " ".join(headers), lambda text: beside.get(text, ()))
    told = verdict.system if verdict else place_codes.KEMENDAGRI
    system = given.get(letters) or told or given.get("*")
    coded = [text for text in distinct if place_codes.written(text)]
    if system is None:
        _ask(body, column, letters, coded)
    elif verdict and coded and system == place_codes.BPS:
        body.report(_rows(body, column, coded[0])[:1], column.key, "bps_codes", WARNS, found=verdict.why or coded[0])

    def read(text: str) -> Place:
        if answer := named.get(text):
            return gazetteer().place(answer)
        code = place_codes.written(text)
        if code and system and (found := place_codes.place_of(code, system)):
            return found
        return _of_before(body, column, text) or gazetteer().place(text)

    return read


def _first_rows(body: Body, cells: pa.ChunkedArray) -> list[int]:
    return body.rows_where(pc.is_valid(cells))[:1]


def _letters(body: Body, column: Column) -> str:
    entry = body.recognised
    if entry.origins is None:
        return column_letters(entry.columns[column.key]) if column.key in entry.columns else ""
    origin = entry.origins.fields.get(column.key)
    columns = [int(at) for at in origin.columns if at >= 0][:1] if origin else []
    return column_letters(columns[0]) if columns else ""


def _rows(body: Body, column: Column, text: str) -> list[int]:
    return body.rows_where(pc.equal(body.table.column(column.key), text))


def _ask(body: Body, column: Column, letters: str, coded: Sequence[str]) -> None:
    differing = next(text for text in coded if _readings(text)[0] != _readings(text)[1])
    ours, theirs = (place.name if place else "–" for place in _readings(differing))
    question = Question("code_system", letters, (place_codes.KEMENDAGRI, place_codes.BPS), place_codes.KEMENDAGRI)
    body.report(_rows(body, column, differing)[:1], column.key, "which_code_system", question=question, found=differing,
                kemendagri=ours, bps=theirs, letters=letters)  # fmt: skip


def _readings(text: str) -> tuple[Place | None, ...]:
    code = place_codes.written(text)
    systems = (place_codes.KEMENDAGRI, place_codes.BPS)
    return tuple(place_codes.place_of(code, system) if code else None for system in systems)


def _beside(body: Body, column: Column) -> Mapping[str, set[str]]:
    """Text → the names of places that stand in its rows, in columns that were not needed."""
    entry = body.recognised
    if entry.origins is not None:
        at = [entry.columns[BESIDE]] if BESIDE in entry.columns else []
    else:
        taken = set(entry.columns.values())
        names_places = layout_words().fields.get
        at = [index for index, text in entry.headers.items()
              if index not in taken and (rank(text) >= 0 or names_places(fold(text)) == "place")]  # fmt: skip
    found: dict[str, set[str]] = defaultdict(set)
    whole = Body(entry, entry.sheet.body(entry.header_row + 1), [])
    numbers = {row: place for place, row in enumerate(whole.row_numbers.to_pylist())}
    own = body.table.column(column.key).to_pylist()
    for index in at:
        header, names = entry.headers.get(index, ""), texts(whole, index).to_pylist()
        for text, row in zip(own, body.row_numbers.to_pylist(), strict=True):
            if text and (name := names[numbers[row]]):
                found[text].add(as_written(name, header))
    return found


def _of_before(body: Body, column: Column, text: str) -> Place | None:
    """The place that a code of before a province was parted means today."""
    code, _, name = text.partition(" ")
    now = place_codes.successor(code)
    if now is None:
        return None
    place = gazetteer().place(f"{now} {name}".strip())
    body.report(_rows(body, column, text)[:1], column.key, "old_place_code", WARNS, found=text,
                expected=f"{place.code or now} {place.name}")  # fmt: skip
    return place
