"""How an indicator's definition, baseline and targets changed over time, and why. The ledger keeps every version."""

from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd

from data.store import Store
from locales import Translate
from metrics.engine import ask

FIELDS = (
    "name", "programme", "level", "unit", "measure", "direction", "over_time", "over_units", "cumulative", "baseline",
    "baseline_date", "target", "target_low", "target_high", "target_date", "zero_start", "definition", "source",
    "owner",
)  # fmt: skip
PROMISES = ("baseline", "baseline_date", "target", "target_low", "target_high", "target_date", "zero_start")
"""Fields with a history of their own, with reasons: metrics.uploads.target_history."""
RULES = (
    "unit", "measure", "direction", "over_time", "over_units", "cumulative", "definition", "baseline", "zero_start",
)  # fmt: skip
"""Fields whose change makes figures before and after hard to compare: these are marked on the trend."""


class Change(NamedTuple):
    """One field that a later upload wrote otherwise. `reason`: a key of data.reasons.REASONS, if one was given."""

    field: str
    former: Any
    now: Any
    upload_id: int
    file_name: str
    sheet: str
    cell: str | None
    stored_at: Any
    reason: str | None
    note: str | None
    given_by: str | None


def definition_changes(store: Store, indicator: str) -> list[Change]:
    """Every change of the definition, the oldest first; a field that a later file leaves empty counts as changed."""
    versions = _plain(ask(store, "definition_versions", indicator=indicator))
    found = []
    for former, now in pairwise(versions):
        found += [Change(field, former[field], now[field], now["upload_id"], now["file_name"], now["sheet"],
                         now["cell"], now["stored_at"], now["reason"], now["note"], now["given_by"])
                  for field in FIELDS if former[field] != now[field]]  # fmt: skip
    return found


def days_of_new_rules(changes: list[Change]) -> list[Any]:
    """The moments at which the figures may stop being comparable, in order, each once."""
    return sorted({change.stored_at for change in changes if change.field in RULES})


def said(value: Any, t: Translate) -> str:
    """A value of a field as text; "—" where the file left it empty."""
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    return "—" if value is None else str(value)


def _plain(found: pd.DataFrame) -> list[dict[str, Any]]:
    rows = found.to_dict("records")
    return [{name: None if pd.isna(value) else value for name, value in row.items()} for row in rows]
