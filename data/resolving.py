"""Codes and names of indicators, partners, programmes and places as written, into those that are known."""

from collections.abc import Callable, Mapping, Sequence

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
from rapidfuzz import fuzz, process

from data import place_doubts, placing
from data.bodies import ASKED, Bad, Body, read_distinct
from data.layouts.known import NAMED, NEW, CodeAndNames, Names, folded_names, nearest
from data.problems import WARNS, Problem, Question
from data.store import run
from definitions import place_codes
from definitions.fold import fold
from definitions.places import Place, gazetteer
from definitions.vocabulary import Column, vocabulary

_FAR, _OFFERED = 60, 3  # of 100: names less alike are not offered; and so many at most
KINDS = ("programmes", "partners", "indicators")


def known_codes(
    cursor: duckdb.DuckDBPyConnection, bodies: Mapping[str, Sequence[Body]]
) -> tuple[dict[str, dict[str, str]], dict[str, tuple[str, ...]]]:
    """By kind: code as written or folded, or folded name → code, of the ledger and of the upload itself; and the names
    that several indicators share, with their codes."""
    known: dict[str, dict[str, str]] = {}
    shared: dict[str, tuple[str, ...]] = {}
    for kind in KINDS:
        rows = [*run(cursor, NAMED[kind]), *_own(bodies.get(kind, ()))]
        names = folded_names(rows)
        exact = {str(code): str(code) for code, *_ in rows if code}  # a-1 and A-1 may both be there
        known[kind] = names.codes | exact
        if kind == "indicators":
            shared = names.shared
    return known, shared


def indicator_names(cursor: duckdb.DuckDBPyConnection, bodies: Sequence[Body]) -> Names:
    """Names and codes of the ledger's indicators and of those that the bodies define."""
    return folded_names([*run(cursor, NAMED["indicators"]), *_own(bodies)])


def _own(bodies: Sequence[Body]) -> list[CodeAndNames]:
    rows: list[CodeAndNames] = []
    for body in bodies:
        names = [name for name in ("code", "name", "name_en") if name in body.table.column_names]
        rows += zip(*(body.table.column(name).to_pylist() for name in names), strict=True)
    return rows


def resolve_codes(body: Body, column: Column, known: dict[str, str], shared: Mapping[str, tuple[str, ...]]) -> None:
    """Codes and names into codes. An unknown indicator stops; an unknown partner or programme is kept as written.

    Of a name that several indicators share (`shared`) it is asked which one is meant.
    """
    unknown: list[str] = []
    sheet = vocabulary().sheet_by_key[column.ref or ""]
    answers = body.recognised.answers.get("same_as", {})

    def read(text: str) -> str | Bad:
        if (code := known.get(text) or known.get(fold(text))) is not None:
            return code
        if column.ref == "indicators":
            codes = shared.get(fold(text), ())
            if (answer := answers.get(text) or answers.get("*")) in codes:
                return str(answer)
            if codes:
                _ask_which(body, column, text, codes)
                return Bad("shared_name", severity=ASKED)
            if answer in known.values():
                return str(answer)
            if _may_be_new(body, text, known):
                _ask_whether_new(body, column, text, known)
                return Bad("which_new", severity=ASKED)
            return Bad("unknown_indicator", repair=nearest(text, known))
        near = nearest(text, known)
        if near is None:
            unknown.append(text)
        else:
            _warn_once(body, column, text, "similar_code", near)
        known[fold(text)] = text  # the next spelling of the same name is the same name
        return text

    _replace(body, column.key, read)
    if unknown:
        body.problems.append(Problem("unknown_codes", WARNS, body.recognised.sheet.name, params={
            "count": len(unknown), "expected": sheet, "found": _listed(unknown)}))  # fmt: skip


def _ask_which(body: Body, column: Column, text: str, codes: tuple[str, ...]) -> None:
    rows = body.rows_where(pc.fill_null(pc.equal(body.table.column(column.key), text), False))
    body.told.update(dict.fromkeys(rows, True))
    body.report(rows[:1], column.key, "shared_name", question=Question("same_as", text, codes), found=text,
                expected=codes)  # fmt: skip


def _may_be_new(body: Body, text: str, known: Mapping[str, str]) -> bool:
    """A name in words, far from every known one, in a table of figures: the file may mean to bring the indicator."""
    is_of_figures = body.recognised.words.key in ("targets", "results") and body.recognised.origins is None
    return is_of_figures and " " in text.strip() and nearest(text, known) is None


def _ask_whether_new(body: Body, column: Column, text: str, known: Mapping[str, str]) -> None:
    """Once for a name: is it new, or one of those that are the nearest, however far?"""
    rows = body.rows_where(pc.fill_null(pc.equal(body.table.column(column.key), text), False))
    body.told.update(dict.fromkeys(rows, True))
    alike = process.extract(fold(text), known.keys(), scorer=fuzz.token_set_ratio, limit=_OFFERED, score_cutoff=_FAR)
    options = (NEW, *dict.fromkeys(known[name] for name, *_ in alike))
    body.report(rows[:1], column.key, "which_new", question=Question("same_as", text, options, NEW), found=text,
                count=len(rows))  # fmt: skip


def resolve_places(body: Body, column: Column, known: dict[str, str], places: dict[str, Place]) -> None:
    """Names and codes into places, which are added to `places`; a place nobody knows is kept by its name."""
    new: list[str] = []
    place_doubts.settle_codes(body, column)
    meant = placing.reader(body, column)

    def read(text: str) -> str:
        place = meant(text)
        if place.code is not None and gazetteer().contradicts(text):
            _warn_once(body, column, text, "code_and_name_differ", None, place.name)
        if place.code is None and fold(place.name) in known:
            return known[fold(place.name)]
        if place.code is None:
            _say_of_new_place(body, column, text, known, new)
        known[fold(place.name)] = place.key
        places[place.key] = place
        return place.key

    _replace(body, column.key, read)
    if new:
        body.problems.append(Problem("new_places", WARNS, body.recognised.sheet.name,
                                     params={"count": len(new), "found": _listed(new)}))  # fmt: skip


def _say_of_new_place(body: Body, column: Column, text: str, known: dict[str, str], new: list[str]) -> None:
    candidates = gazetteer().candidates(text)
    lost = gazetteer().lost_zero(text)
    near = nearest(text, known)
    listed = None if near else place_doubts.near_place(text, body.recognised.header(column.key) or "")
    if candidates:
        row = body.rows_where(pc.equal(body.table.column(column.key), text))[:1]
        names = tuple(place.name for place in candidates)
        question = Question("place", text, tuple(place.key for place in candidates))
        body.report(row, column.key, "ambiguous_place", WARNS, question=question, found=text, expected=names)
    elif lost:
        _warn_once(body, column, text, "lost_zero", lost.key)
    elif near:
        _warn_once(body, column, text, "similar_place", near)
    elif listed:
        _warn_once(body, column, text, "similar_place", listed.name)
    elif not place_codes.written(text):
        new.append(text)


def _warn_once(body: Body, column: Column, text: str, code: str, repair: str | None, expected: object = None) -> None:
    row = body.rows_where(pc.equal(body.table.column(column.key), text))[:1]
    body.report(row, column.key, code, WARNS, repair, found=text, expected=expected)


def _replace(body: Body, key: str, read: Callable[[str], object]) -> None:
    indices, found = read_distinct(body, key, body.table.column(key).combine_chunks(), read)
    position = body.table.column_names.index(key)
    body.table = body.table.set_column(position, key, pa.array(found, pa.string()).take(indices))


def _listed(names: list[str], most: int = 8) -> str:
    shown = ", ".join(f"'{name}'" for name in names[:most])
    return f"{shown}, …" if len(names) > most else shown
