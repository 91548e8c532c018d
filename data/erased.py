"""What remains of an erased entry: a fingerprint by which it is known again, and from which it cannot be read.

The fingerprint is an HMAC (SHA-256) under a salt of this store. A long text is known by its words and its day, so that
it does not come back with another place or channel; a short one, such as `Baik`, only by everything that was said
beside it, for other people say the same on the same day.
"""

import hashlib
import hmac
import json
import re
import secrets
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from data.bodies import Body
from data.problems import WARNS, Problem
from data.store import run
from definitions.places import Place

FIELDS = ("date", "place", "partner", "programme", "channel", "sex", "age", "rating")
"""What tells two entries of the same words apart."""
_LONG_WORDS, _LONG_SIGNS = 4, 20
_MASK = re.compile(r"\[[^\]\d]{2,20}\]")
_WORD = re.compile(r"[^\W_]+")
_MOST_ROWS = 20  # named in the warning

Row = Mapping[str, object]


def normal(text: object) -> str:
    """The words alone, in one spelling: no signs, no masks, no capitals."""
    plain = unicodedata.normalize("NFKC", _MASK.sub(" ", str(text or ""))).casefold()
    return " ".join(_WORD.findall(plain))


def full_key(row: Row) -> str:
    """Everything that tells this entry from another."""
    said = [None if row[name] is None else str(row[name]).strip().casefold() for name in FIELDS]
    return json.dumps([*said, normal(row["text"])])


def words_key(row: Row) -> str | None:
    """Words and day of a long text, None for a short one."""
    words = normal(row["text"])
    is_long = len(words.split()) >= _LONG_WORDS and len(words) >= _LONG_SIGNS
    return json.dumps([str(row["date"]), words]) if is_long else None


def remember(cursor: duckdb.DuckDBPyConnection, rows: Iterable[Row]) -> None:
    """Keep the fingerprints of erased entries; of equal ones, how many there were."""
    salt = _salt(cursor)
    copies = Counter(_fingerprint(salt, full_key(row)) for row in rows)
    copies |= dict.fromkeys((_fingerprint(salt, key) for row in rows if (key := words_key(row))), 1)
    known = dict(run(cursor, "select fingerprint, copies from erased_fingerprints"))
    for mark, times in copies.items():
        run(cursor, "delete from erased_fingerprints where fingerprint = $mark", {"mark": mark})
        run(cursor, "insert into erased_fingerprints values ($mark, $times)",
            {"mark": mark, "times": known.get(mark, 0) + times})  # fmt: skip


def leave_out_erased(
    cursor: duckdb.DuckDBPyConnection, bodies: Sequence[Body], problems: list[Problem], places: dict[str, Place],
    elsewhere: Container[str] = (),
) -> None:  # fmt: skip
    """Take the rows out that were erased on request before, in whatever file they come; a warning says how many.

    With them go the uncoded places (`places`) that nothing else names (`elsewhere`: the places of other sheets), and
    what the check said of those.
    """
    known = dict(run(cursor, "select fingerprint, copies from erased_fingerprints"))
    if not known or not bodies:
        return
    rows = [{**row, "body": at, "sheet": body.recognised.sheet.name} for at, body in enumerate(bodies)
            for row in _rows(body)]  # fmt: skip
    gone = defaultdict(set)
    for row in _erased(cursor, rows, known):
        gone[row["body"]].add(row["row_number"])
    for at, numbers in gone.items():
        body = bodies[at]
        shown = [str(body.recognised.source_row(number)) for number in sorted(numbers)]
        problems.append(Problem("erased_left_out", WARNS, body.recognised.sheet.name, params={
            "count": len(numbers),
            "rows": ", ".join(shown[:_MOST_ROWS] + ["…"] * (len(shown) > _MOST_ROWS))}))  # fmt: skip
        stays = pc.invert(pc.is_in(body.table.column("row_number"), pa.array(sorted(numbers), pa.int32())))
        body.table = body.table.filter(stays)
    named = {place for body in bodies if "place" in body.table.column_names
             for place in pc.unique(body.table.column("place")).to_pylist()}  # fmt: skip
    lost = {row["place"] for row in rows if row["row_number"] in gone[row["body"]]} - named
    for place in (place for place in lost if place in places and place not in elsewhere):
        if places[place].code is None:
            problems[:] = [told for one in problems if (told := _without(one, places[place].name)) is not None]
            del places[place]


def _without(problem: Problem, name: str) -> Problem | None:
    """The problem without the name in its list; None where it speaks of that name alone."""
    found = problem.params.get("found")
    if not isinstance(found, str) or name not in found:
        return problem
    listed = [part for part in found.split(", ") if part != f"'{name}'"]
    if problem.code != "new_places" or not listed:
        return None
    count = problem.params["count"]
    left = {"found": ", ".join(listed), "count": count - 1 if isinstance(count, int) else count}
    return replace(problem, params={**problem.params, **left})


def others(
    rows: Sequence[Row], taken: Sequence[Row], copies: Mapping[str, int], strangers: frozenset[str]
) -> list[Row]:
    """The rows that are the same entries as those taken: equal in everything, or else the same long words on the day.

    Args:
        copies: how many of each full key were taken; no more of equal rows go. strangers: full keys of other people's
            entries, which stay.
    """
    found, left = [], Counter(copies)
    for row in rows:
        key = full_key(row)
        if left[key] > 0:
            left[key] -= 1
            found.append(row)
    settled = {words_key(row) for row in found}
    wanted = {key for row in taken if (key := words_key(row)) and key not in settled}
    return found + [row for row in rows if words_key(row) in wanted and full_key(row) not in strangers]


def _erased(cursor: duckdb.DuckDBPyConnection, rows: Sequence[dict], known: Mapping[str, int]) -> list[dict]:
    salt = _salt(cursor)
    before = {(sheet, number) for sheet, number in run(cursor, "select distinct sheet, row_number from erasures")}
    rows = sorted(rows, key=lambda row: (row["sheet"], row["row_number"]) not in before)  # of equal ones the very one
    left, found, settled = dict(known), [], set()
    for row in rows:
        mark = _fingerprint(salt, full_key(row))
        if left.get(mark, 0) > 0:
            left[mark] -= 1
            found.append(row)
            settled.add(words_key(row))
    again = [row for row in rows if (key := words_key(row)) and key not in settled and _fingerprint(salt, key) in known]
    if again:
        kept = {full_key(row) for row in stored(cursor, {row["date"] for row in again})}
        found += [row for row in again if full_key(row) not in kept]
    return found


def stored(cursor: duckdb.DuckDBPyConnection, days: Iterable[object]) -> list[dict]:
    """Every stored entry of these days, of undone uploads too, with where it stands."""
    names = ("upload_id", "sheet", "row_number", *FIELDS, "text")
    days = [day for day in days if day is not None]
    found = run(cursor, """
        select upload_id, sheet, row_number, "date", place, partner, programme, channel, sex, age, rating, "text"
        from feedback where list_contains($days::date[], "date")
        order by upload_id, sheet, row_number""", {"days": days})  # fmt: skip
    return [dict(zip(names, row, strict=True)) for row in found]


def _rows(body: Body) -> Iterable[dict]:
    table = body.table
    names = [name for name in (*FIELDS, "text") if name in table.column_names]
    blank = dict.fromkeys((*FIELDS, "text"))
    for row in table.select(["row_number", *names]).to_pylist():
        yield blank | row


def _salt(cursor: duckdb.DuckDBPyConnection) -> bytes:
    """The salt of this store, made once."""
    found = run(cursor, "select salt from erasure_salt limit 1")
    if not found:
        run(cursor, "insert into erasure_salt values ($salt)", {"salt": secrets.token_hex(32)})
        found = run(cursor, "select salt from erasure_salt limit 1")
    return bytes.fromhex(found[0][0])


def _fingerprint(salt: bytes, key: str) -> str:
    return hmac.new(salt, key.encode(), hashlib.sha256).hexdigest()
