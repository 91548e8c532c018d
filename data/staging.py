"""From recognised sheets to typed rows in temporary tables `new_*`, with every problem collected."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
from rapidfuzz import fuzz, process

from data import placing, restatements
from data.columns import NO_COLUMN, Bad, Body, read_distinct, values
from data.crossing import across_sheets
from data.masking.feedback import mask_feedback
from data.problems import STOPS, WARNS, Problem, Question
from data.recognise import Recognised
from data.store import run, sql
from definitions import place_codes
from definitions.fold import fold
from definitions.places import Place, gazetteer
from definitions.vocabulary import Column, vocabulary

_HERE = Path(__file__).parent
_SIMILAR = 86  # of 100: from here on a new name is probably a misspelling of a known one
_TOTALS = ("total", "jumlah", "subtotal", "sub total", "grand total", "sub jumlah")
_MAY_BE_BLANK = {("targets", "value")}  # a prepared row whose target is not agreed yet; checks/targets.sql counts them
_CALCULATED = ("indicators", "targets", "results")
_CHECKED = ("programmes", "partners", "indicators", "targets", "results", "feedback", "activities", "survey",
            "contributions", "needs", "campaigns", "participation")  # fmt: skip


@dataclass
class Staged:
    """What an upload would add: sheets by key, the places it names, and its problems. Rows are in `new_<key>`."""

    bodies: dict[str, list[Body]]
    places: dict[str, Place]
    problems: list[Problem]
    rows: dict[str, int] = field(default_factory=dict)


def stage(cursor: duckdb.DuckDBPyConnection, recognised: Iterable[Recognised]) -> Staged:
    """Read the recognised sheets into the cursor's temporary tables `new_<sheet key>`."""
    staged = Staged({}, {}, [])
    for entry in recognised:
        staged.bodies.setdefault(entry.words.key, []).append(_body(entry, staged.problems))
    restatements.settle(cursor, staged.bodies)
    known = {key: _known_codes(cursor, staged, key) for key in ("programmes", "partners", "indicators")}
    known_places = {fold(name): place for place, name in run(cursor, "select place, name from current_places")}
    for key, bodies in staged.bodies.items():
        for body in bodies:
            for column in vocabulary().sheet_by_key[key].columns:
                if column.ref:
                    _resolve_codes(body, column, known[column.ref])
                elif column.kind == "place":
                    _resolve_places(body, column, known_places, staged.places)
    _mask(staged)
    for words in vocabulary().sheets:
        _lay_out(cursor, staged, words.key)
    run(cursor, sql(_HERE / "staging" / "definitions.sql"))
    _running_totals(cursor, staged)
    for key in _CALCULATED:
        run(cursor, sql(_HERE / "staging" / f"{key}.sql"))
    for key in _CHECKED:
        if key in staged.bodies:
            staged.problems += _checked(cursor, staged, key)
    staged.problems += across_sheets(cursor, staged.bodies)
    return staged


def _running_totals(cursor: duckdb.DuckDBPyConnection, staged: Staged) -> None:
    """What figures from the start to their period come to, with what somebody has said of where they start."""
    figures = [body for key in ("results", "targets") for body in staged.bodies.get(key, [])]
    if not any(pc.any(body.table.column("period_is_total")).as_py() for body in figures):
        run(cursor, sql(_HERE / "staging" / "no_running_totals.sql"))
        return
    said = {indicator: answer for body in figures
            for indicator, answer in body.recognised.answers.get("running_total", {}).items()}  # fmt: skip
    columns = [pa.array(list(given), pa.string()) for given in (said.keys(), said.values())]
    cursor.register("said_starts", pa.table(columns, names=["indicator", "counts_from"]))
    run(cursor, sql(_HERE / "staging" / "running_totals.sql"))


def _mask(staged: Staged) -> None:
    """What points at a person in the feedback is masked before anything is laid out; the original is kept nowhere."""
    for body in staged.bodies.get("feedback", []):
        body.table, counts = mask_feedback(body.table)
        if counts:
            listed = ", ".join(f"[{kind}] {count}" for kind, count in counts.items())
            params = {"count": sum(counts.values()), "found": listed}
            staged.problems.append(Problem("masked", WARNS, body.recognised.sheet.name, params=params))


def _body(entry: Recognised, problems: list[Problem]) -> Body:
    """The rows that hold something, without totals; empty required cells are reported."""
    raw = Body(entry, entry.sheet.body(entry.header_row + 1), problems)
    table = values(raw, {"place": placing.place_column})
    fields = [column for column in entry.words.columns if column.key in table.column_names]
    filled = _any([pc.is_valid(table.column(column.key)) for column in fields], table.num_rows)
    body = Body(entry, table.filter(filled), problems, raw.told)
    body.table = body.table.filter(pc.invert(_totals(body)))
    body.table = body.table.filter(pc.invert(_notes(body, fields)))
    for column in entry.words.required:
        if (entry.words.key, column.key) in _MAY_BE_BLANK:
            continue
        empty = _empty_cells(raw, body, column)
        body.report(empty, column.key, "missing", expected=column)
    return body


def _any(masks: list[pa.ChunkedArray], length: int) -> pa.Array:
    found = pa.repeat(pa.scalar(False), length)
    for mask in masks:
        found = pc.or_(found, mask)
    return found


def _totals(body: Body) -> pa.Array:
    """Rows such as JUMLAH that repeat the rows above them; reported by name."""
    first = next(column.key for column in body.recognised.words.columns if column.kind in ("code", "name", "date"))
    cells = body.table.column(first)
    if not pa.types.is_string(cells.type):
        return pa.repeat(pa.scalar(False), body.table.num_rows)
    begin = [text for text in pc.unique(cells).to_pylist() if text and fold(text).startswith(_TOTALS)]
    alone = [text for text in begin if fold(text) in _TOTALS]
    # `Jumlah petani dilatih` is an indicator; a total has a gap where its row would say of which period
    gaps = _any([pc.is_null(body.table.column(column.key)) for column in body.recognised.words.required
                 if column.key != first and column.key in body.table.column_names], body.table.num_rows)  # fmt: skip
    is_alone, begins = (pc.is_in(cells, pa.array(found, pa.string())) for found in (alone, begin))
    mask = pc.or_(is_alone, pc.and_(begins, gaps))
    for text in begin:
        body.report(body.rows_where(pc.and_(mask, pc.equal(cells, text))), first, "total_row", WARNS, found=text)
    return mask


def _notes(body: Body, fields: Sequence[Column]) -> pa.Array:
    """Rows with a single filled cell where several are required, `Catatan: angka sementara`; reported by name."""
    length = body.table.num_rows
    required = body.recognised.words.required
    # the usual long sheet has no gap in what it must have, and then no such row: nothing is counted
    if len(required) < 2 or not any(body.table.column(column.key).null_count for column in required):
        return pa.repeat(pa.scalar(False), length)
    filled = sum(pc.is_valid(body.table.column(column.key)).combine_chunks().to_numpy(zero_copy_only=False).astype(int)
                 for column in fields)  # fmt: skip
    texts = [column for column in fields if pa.types.is_string(body.table.column(column.key).type)]
    says = pc.coalesce(*(body.table.column(column.key) for column in texts)) if texts else pa.nulls(length, pa.string())
    is_sound = pc.invert(_told(body, [row for row, stops in body.told.items() if stops]))
    mask = pc.and_(pc.and_(pa.array(filled == 1), pc.fill_null(pc.match_substring(says, " "), False)), is_sound)
    for row, text in zip(body.rows_where(mask), says.filter(mask).to_pylist(), strict=True):
        body.report([row], texts[0].key, "note_row", WARNS, found=text[:60])
    return mask


def _empty_cells(raw: Body, body: Body, column: Column) -> list[int]:
    """Rows whose required cell is empty. A cell that could not be read is reported already, and is not empty."""
    empty = set(body.rows_where(pc.is_null(body.table.column(column.key))))
    index = raw.recognised.columns[column.key]
    written = [raw.part(letter, index) for letter in "ntdbe"]
    for part in written:
        if part is not None and empty:
            empty -= set(raw.rows_where(pc.is_valid(part)))
    if (uncalculated := raw.part("f", index)) is not None:
        empty -= set(raw.rows_where(pc.fill_null(uncalculated, False)))
    return sorted(empty)


def _known_codes(cursor: duckdb.DuckDBPyConnection, staged: Staged, key: str) -> dict[str, str]:
    """Folded code or name → code, of the ledger and of the upload itself; a name that two share leads nowhere."""
    ledger = {
        "programmes": "select code, name, name_en from current_programmes",
        "partners": "select code, name, null from current_partners",
        "indicators": "select code, name, name_en from current_indicators",
    }
    rows = run(cursor, ledger[key])
    for body in staged.bodies.get(key, []):
        table = body.table
        english = table.column("name_en") if "name_en" in table.column_names else pa.nulls(table.num_rows)
        written = (table.column("code"), table.column("name"), english)
        rows += zip(*(cells.to_pylist() for cells in written), strict=True)
    names: dict[str, str] = {}
    shared: set[str] = set()
    for code, *called in rows:
        for name in filter(None, called):
            if code and names.setdefault(fold(name), code) != code:
                shared.add(fold(name))
    codes = {fold(code): code for code, *_ in rows if code}
    exact = {code: code for code, *_ in rows if code}  # a-1 and A-1 may both be there
    return {name: code for name, code in names.items() if name not in shared} | codes | exact


def _resolve_codes(body: Body, column: Column, known: dict[str, str]) -> None:
    """Codes and names into codes. An unknown indicator stops; an unknown partner or programme is kept as written."""
    unknown: list[str] = []
    sheet = vocabulary().sheet_by_key[column.ref or ""]

    def read(text: str) -> str | Bad:
        if (code := known.get(text) or known.get(fold(text))) is not None:
            return code
        near = _similar(text, known)
        if column.ref == "indicators":
            return Bad("unknown_indicator", repair=near)
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


def _resolve_places(body: Body, column: Column, known: dict[str, str], places: dict[str, Place]) -> None:
    """Names and codes into places; a place nobody knows is kept by its name."""
    new: list[str] = []

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
    near = _similar(text, known)
    if candidates:
        row = body.rows_where(pc.equal(body.table.column(column.key), text))[:1]
        names = tuple(place.name for place in candidates)
        question = Question("place", text, tuple(place.key for place in candidates))
        body.report(row, column.key, "ambiguous_place", WARNS, question=question, found=text, expected=names)
    elif lost:
        _warn_once(body, column, text, "lost_zero", lost.key)
    elif near:
        _warn_once(body, column, text, "similar_place", near)
    elif not place_codes.written(text):
        new.append(text)


def _warn_once(body: Body, column: Column, text: str, code: str, repair: str | None, expected: object = None) -> None:
    row = body.rows_where(pc.equal(body.table.column(column.key), text))[:1]
    body.report(row, column.key, code, WARNS, repair, found=text, expected=expected)


def _replace(body: Body, key: str, read: Callable[[str], object]) -> None:
    indices, found = read_distinct(body, key, body.table.column(key).combine_chunks(), read)
    position = body.table.column_names.index(key)
    body.table = body.table.set_column(position, key, pa.array(found, pa.string()).take(indices))


def _similar(text: str, known: dict[str, str]) -> str | None:
    """The known name nearest to `text`, when it is near enough to be a misspelling."""
    if len(text) < 4:
        return None
    found = process.extractOne(fold(text), known.keys(), scorer=fuzz.ratio, score_cutoff=_SIMILAR)
    return known[found[0]] if found and fold(text) != found[0] and not _differ_by_number(fold(text), found[0]) else None


def _differ_by_number(one: str, other: str) -> bool:
    """IND-01 and IND-02 are near in spelling and yet two things."""
    return [sign for sign in one if sign.isdigit()] != [sign for sign in other if sign.isdigit()]


def _listed(names: list[str], most: int = 8) -> str:
    shown = ", ".join(f"'{name}'" for name in names[:most])
    return f"{shown}, …" if len(names) > most else shown


def _lay_out(cursor: duckdb.DuckDBPyConnection, staged: Staged, key: str) -> None:
    """The rows of one kind of sheet as `staged_<key>`, and where nothing is to be calculated as `new_<key>`."""
    parts = [_with_sheet(body) for body in staged.bodies.get(key, [])]
    table = pa.concat_tables(parts) if parts else _nothing(key)
    staged.rows[key] = table.num_rows
    cursor.register(f"staged_{key}", table)
    if key not in _CALCULATED:
        aside = ("_is_percent", "_mark", "_word", "is_faulty", "row_number", "value_cell", "period_is_total")
        kept = [name for name in table.column_names if not name.endswith(aside)]
        own = ["row_number" if name == "source_row" else name for name in kept]
        cursor.register(f"new_{key}", table.select(kept).rename_columns(own))


def _with_sheet(body: Body) -> pa.Table:
    """The rows with the name of their sheet, their row and cell in it, and whether one has been reported already."""
    entry, length = body.recognised, body.table.num_rows
    table = body.table.append_column("is_faulty", _told(body, body.told))
    table = table.append_column("sheet", pa.repeat(pa.scalar(entry.sheet.name), length))
    if entry.origins is None:
        cells, rows = pa.nulls(length, pa.string()), body.table.column("row_number")
    else:
        at = body.row_numbers.to_numpy() - 1
        cells = pc.coalesce(*(entry.origins.cells(name, at) for name in ("value", "numerator")))
        rows = pa.array(entry.origins.rows[at].astype("int32"))
    return table.append_column("source_row", rows).append_column("value_cell", cells)


def _told(body: Body, rows: Iterable[int]) -> pa.ChunkedArray:
    """Which rows are among these."""
    return pc.is_in(body.table.column("row_number"), pa.array(sorted(rows), pa.int32()))


def _nothing(key: str) -> pa.Table:
    """A table of the sheet's fields without a row."""
    columns: dict[str, pa.DataType] = {"row_number": pa.int32()}
    for column in vocabulary().sheet_by_key[key].columns:
        if column.kind == "period":
            columns |= {"period": pa.string(), "period_kind": pa.string(),
                        "period_start": pa.date32(), "period_end": pa.date32(),
                        "period_is_total": pa.bool_()}  # fmt: skip
        else:
            kinds = NO_COLUMN.get(column.kind, {"": pa.string()})
            columns |= {column.key + suffix: kind for suffix, kind in kinds.items()}
    aside = [("is_faulty", pa.bool_()), ("sheet", pa.string()), ("source_row", pa.int32()), ("value_cell", pa.string())]
    return pa.schema([*columns.items(), *aside]).empty_table()


def _checked(cursor: duckdb.DuckDBPyConnection, staged: Staged, key: str) -> list[Problem]:
    """What checks/<key>.sql has to say."""
    entries = {body.recognised.sheet.name: body.recognised for body in staged.bodies[key]}
    columns = vocabulary().sheet_by_key[key].column_by_key
    problems = []
    for sheet, row, name, code, severity, found, expected, first in run(cursor, sql(_HERE / "checks" / f"{key}.sql")):
        wanted = columns.get(expected) or vocabulary().answer("over_units", expected or "") or _value(expected)
        if code in ("same_row_twice", "same_code_twice"):
            wanted = vocabulary().sheet_by_key[key]
        entry = entries[sheet]
        params = {"found": found if code == "same_code_twice" else _value(found), "expected": wanted,
                  "first": first, "second": row, "count": found}  # fmt: skip
        if code == "same_row_twice" and entry.origins is not None:
            code, name = "same_figure_twice", "value"
            params |= {"first": entry.cell(first, name), "second": entry.cell(row, name)}
        problems.append(Problem(code, severity, sheet, entry.cell(row, name), entry.header(name, row), params))
    return problems


def _value(text: str | None) -> object:
    """A figure, several of them, or a day that a check found, as such: a sentence writes them in its language."""
    try:
        figures = tuple(float(part) for part in (text or "").split(" / "))
        return figures if len(figures) > 1 else figures[0]
    except ValueError:
        pass
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return text


def has_stops(problems: Iterable[Problem]) -> bool:
    """True when something must be corrected before anything is stored."""
    return any(problem.severity == STOPS for problem in problems)
