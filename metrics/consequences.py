"""Which indicators change their status by an upload or an undo: the progress question asked inside a transaction."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import duckdb

from data.ledger import change
from data.store import Store, run
from definitions.schemes import DEFAULT
from metrics.progress import progress

Standing = Mapping[str, tuple[str, str | None]]
"""Indicator → (status, its name)."""


@dataclass(frozen=True)
class StatusChange:
    """One indicator whose status differs; None where the indicator is not there before or after."""

    indicator: str
    name: str | None
    before: str | None
    after: str | None


class _Within:
    """A store as one transaction sees it: `progress` asks it for a cursor and gets that transaction's own."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        yield self._cursor


def standing(cursor: duckdb.DuckDBPyConnection, as_of: date, scheme_key: str = DEFAULT) -> Standing:
    """Where every indicator stands on `as_of`, as the cursor's transaction sees the ledger."""
    found = progress(_Within(cursor), as_of, scheme_key=scheme_key)  # type: ignore[arg-type]
    run(cursor, "drop table if exists temp.rollup_periods")  # laid over the stored one for this question alone
    names = dict(run(cursor, "select code, name from current_indicators"))
    return {row.indicator: (row.status, names.get(row.indicator)) for row in found.itertuples()}


def status_changes(before: Standing, after: Standing) -> list[StatusChange]:
    """The indicators whose status differs, those that were there before first."""
    codes = [*before, *(code for code in after if code not in before)]
    changes = []
    for code in codes:
        was, now = before.get(code, (None, None)), after.get(code, (None, None))
        if was[0] != now[0]:
            changes.append(StatusChange(code, now[1] or was[1], was[0], now[0]))
    return changes


def of_event(store: Store, upload_id: int, event: str, as_of: date, scheme_key: str = DEFAULT) -> list[StatusChange]:
    """What undoing ('undone') or bringing back ('restored') an upload would do. Nothing is stored.

    Raises UnknownUpload.
    """
    changes: list[StatusChange] = []
    try:
        with store.writing() as cursor:
            before = standing(cursor, as_of, scheme_key)
            change(cursor, upload_id, event)
            changes = status_changes(before, standing(cursor, as_of, scheme_key))
            raise _TakenBack
    except _TakenBack:
        return changes


class _TakenBack(Exception):  # noqa: N818  # what happened, not an error
    """Ends the transaction without a trace."""
