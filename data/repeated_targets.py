"""The target of a year that stands in the sheet of each of its months: one figure, which counts once."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
import pyarrow.compute as pc

from data import left_out
from data.bodies import Body
from data.problems import WARNS
from data.store import run, sql

_REPEATED = Path(__file__).parent / "staging" / "repeated_targets.sql"


def leave_out(cursor: duckdb.DuckDBPyConnection, bodies: Mapping[str, Sequence[Body]]) -> bool:
    """Take the repetitions out of the bodies and say so, once for each sheet; whether there were any. Needs the staged
    tables."""
    if len(bodies.get("targets", ())) < 2:
        return False
    found = run(cursor, sql(_REPEATED))
    for body in bodies["targets"]:
        mine = {row: first for sheet, row, first in found if sheet == body.recognised.sheet.name}
        if not mine:
            continue
        body.report(sorted(mine)[:1], "value", "target_repeated", WARNS, count=len(mine),
                    found=", ".join(f"'{first}'" for first in dict.fromkeys(mine.values())))  # fmt: skip
        body.table = left_out.without(body.table, pc.fill_null(left_out.among(body, mine), False))
    return bool(found)
