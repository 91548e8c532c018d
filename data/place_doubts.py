"""Doubts about places: a code and a name beside it that mean two places, and names nearly those of known ones."""

from collections import defaultdict

import pyarrow as pa
import pyarrow.compute as pc

from data.bodies import Body, texts
from data.layouts.figures import PLACE_CODE
from data.layouts.known import nearest
from data.problems import Question
from definitions import place_codes
from definitions.fold import fold
from definitions.layouts import layout_words
from definitions.place_levels import rank
from definitions.places import Place, gazetteer
from definitions.vocabulary import Column

_DISTRICT = 2  # rank of Kecamatan: from here on the list of provinces and regencies knows no names
_FINER = ("desa", "kelurahan", "kel", "kecamatan", "kec", "dusun", "distrik", "nagari", "gampong", "kampung", "village",
          "kapanewon", "kalurahan", "rw", "rt")  # fmt: skip
CODE, NAME = "code", "name"


def settle_codes(body: Body, column: Column) -> None:
    """Ask about rows whose code and name are two places, once for each pair; elsewhere the name goes on as it is.

    What was answered (the place's key, or for all of them `code` or `name`) takes the place of both.
    """
    pairs = _pairs(body, column)
    if not pairs:
        return
    names = body.table.column(column.key).to_pylist()
    answers = body.recognised.answers.get("place", {})
    for (code, name), rows in pairs.items():
        at = body.row_numbers[rows[0]].as_py()
        meant = _readings(code, name, body.recognised.header(PLACE_CODE, at) or _code_header(body))
        named = gazetteer().place(name)
        if not meant or not named.code or any(_is_related(named, place) for place in meant):
            continue
        subject = f"{code} {name}"
        answer = answers.get(subject) or {CODE: meant[0].key, NAME: named.key}.get(answers.get("*", ""))
        options = (*(place.key for place in meant), named.key)
        if answer not in options:
            body.report([at], column.key, "which_place", question=Question("place", subject, options, meant[0].key),
                        found=name, written=code, expected=meant[0].name)  # fmt: skip
        for row in rows:
            names[row] = answer if answer in options else meant[0].key
    position = body.table.column_names.index(column.key)
    body.table = body.table.set_column(position, column.key, pa.array(names, pa.string()))


def _pairs(body: Body, column: Column) -> dict[tuple[str, str], list[int]]:
    """(code, name) that stand in one row → its places among the body's rows."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    entry = body.recognised
    if column.key not in entry.columns:
        return found
    whole = Body(entry, entry.sheet.body(entry.header_row + 1), [])
    at = [entry.columns[PLACE_CODE]] if PLACE_CODE in entry.columns else _code_columns(body)
    if not at:
        return found
    codes = pc.coalesce(*(texts(whole, index) for index in at))
    codes = codes.take(pc.index_in(body.row_numbers, whole.row_numbers))
    for row, (code, name) in enumerate(zip(codes.to_pylist(), body.table.column(column.key).to_pylist(), strict=True)):
        if code and name and code != name and _is_code(code) and not _is_code(name):
            found[code, name].append(row)
    return found


def _code_columns(body: Body) -> list[int]:
    """The columns of a sheet that is no rearranged table whose header says that they hold codes of places."""
    entry = body.recognised
    if entry.origins is not None:
        return []
    fields = layout_words().fields
    words = {"kode", "code", "pcode", "id"}
    return [index for index, text in entry.headers.items()
            if fields.get(fold(text)) == "place" and words & set(fold(text).split())]  # fmt: skip


def _code_header(body: Body) -> str:
    return " ".join(body.recognised.headers.get(index, "") for index in _code_columns(body))


def _is_code(text: str) -> bool:
    return text[:1].isdigit() or place_codes.written(text) is not None


def _readings(code: str, name: str, header: str) -> list[Place]:
    """The places that a code may mean: of the system that its header tells, else of both."""
    now = place_codes.successor(code)
    if now or "." in code:
        found = gazetteer().by_code.get(now or code)
        return [found] if found else []
    read = place_codes.written(code)
    verdict = place_codes.system_of([code], header, lambda _: [name])
    systems = [verdict.system] if verdict and verdict.system else [place_codes.KEMENDAGRI, place_codes.BPS]
    places = [place_codes.place_of(read, system) for system in systems] if read else []
    return list(dict.fromkeys(place for place in places if place))


def _is_related(one: Place, other: Place) -> bool:
    """The same place, or one within the other."""
    keys = [place.code or place.within or "" for place in (one, other)]
    return all(keys) and (f"{keys[0]}.".startswith(f"{keys[1]}.") or f"{keys[1]}.".startswith(f"{keys[0]}."))


def near_place(text: str, header: str) -> Place | None:
    """The province or regency whose name is nearly `text`; never one for a text or column of villages and districts."""
    words = fold(text).split()
    if rank(header) >= _DISTRICT or not words or words[0] in _FINER:
        return None
    known = {name: places[0].key for name, places in gazetteer().by_name.items() if len(places) == 1}
    plain = gazetteer().without_kind(text)
    spaceless = {name.replace(" ", ""): key for name, key in known.items()}
    key = spaceless.get(fold(plain).replace(" ", "")) or nearest(plain, known)
    return gazetteer().by_code.get(key) if key else None
