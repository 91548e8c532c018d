"""What a kept report said otherwise than the same question answers now, and which upload made the difference.

The same choice is asked again for the same day, so that only what was sent in since can differ: a late report, a
correction, an undo, another target. A difference that no upload explains comes from another version of the formulas.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol

import pandas as pd

from data.periods import period as period_of
from data.printing import records
from data.snapshots import Kept, kept_reports
from data.store import Store
from metrics.engine import ask

MEASURES = ("baseline", "target", "target_low", "target_high", "actual", "status")
PERIOD_MEASURES = ("target", "actual")
_SOURCES = {"actual": ("result",), "status": ("result", "target", "definition"), "baseline": ("definition",)}
_TARGETS = ("definition", "target")
_CLOSE = 1e-9
Figures = Mapping[str, Any]


class Asks(Protocol):
    """The two frames that make the figures of a report (metrics.reporting.Answers)."""

    @property
    def standing(self) -> pd.DataFrame: ...

    @property
    def periods(self) -> pd.DataFrame: ...


class Cause(NamedTuple):
    """An upload that counts now and did not then (`event` stored, restored), or the other way round (undone).

    `reason`: a key of data.reasons.REASONS, of an undo what was written; None where nothing was.
    """

    upload_id: int
    file_name: str
    event: str
    happened_at: datetime
    done_by: str | None
    reason: str | None
    note: str | None


@dataclass(frozen=True)
class Restatement:
    """One figure that reads otherwise. `period` None: where the indicator stands. None is missing, never zero."""

    indicator: str
    name: str
    unit: str | None
    period: str | None
    measure: str
    was: float | str | None
    now: float | str | None
    causes: tuple[Cause, ...]


def figures_of(answers: Asks) -> dict[str, Any]:
    """The figures of a report as plain values: by indicator where it stands, and its periods."""
    found: dict[str, Any] = {}
    for row in records(answers.standing):
        found[str(row["indicator"])] = {name: row[name] for name in ("name", "unit", *MEASURES)} | {"periods": {}}
    for row in records(answers.periods):
        if row["period"] and row["indicator"] in found:
            periods = found[str(row["indicator"])]["periods"]
            periods[str(row["period"])] = {name: row[name] for name in PERIOD_MEASURES}
    return found


def latest_kept(store: Store, answers: Any) -> Kept | None:
    """The newest kept report of the same choice, of the same day or an earlier one."""
    asked = answers.choice
    wanted = (asked.programme, asked.partner, asked.funder)
    return next((kept for kept in kept_reports(store)
                 if (kept.choice.programme, kept.choice.partner, kept.choice.funder) == wanted
                 and kept.choice.as_of <= asked.as_of), None)  # fmt: skip


def restatements(store: Store, kept: Kept, now: Figures) -> list[Restatement]:
    """Every figure of `kept` that `now` (figures_of, for the same choice, day and scheme) has otherwise.

    In the order of the kept report: where an indicator stands first, then its periods. An indicator that is new is no
    restatement, nor is what came since for a period that had not ended by the day of the kept report.
    """
    causes, day = _causes(store, kept), kept.choice.as_of
    return [
        Restatement(code, str(then["name"]), then["unit"], period, measure, was, new, _of(rows, period, measure, day))
        for code, then in kept.figures.items()
        for rows in (causes.get(code, []),)
        for period, measure, was, new in _differences(then, now.get(code), day)
        if period or not _is_of_later_periods(rows, measure, day)
    ]  # fmt: skip


def _differences(then: Figures, now: Figures | None, day: date) -> Iterator[tuple[str | None, str, Any, Any]]:
    now = now or {"periods": {}}
    yield from ((None, name, then.get(name), now.get(name)) for name in MEASURES
                if _differs(then.get(name), now.get(name)))  # fmt: skip
    late = (period for period in now["periods"] if (found := period_of(period)) and found.end <= day)
    for period in sorted(dict.fromkeys((*then["periods"], *late)), key=_place):
        old, new = then["periods"].get(period, {}), now["periods"].get(period, {})
        yield from ((period, name, old.get(name), new.get(name)) for name in PERIOD_MEASURES
                    if _differs(old.get(name), new.get(name)))  # fmt: skip


def _differs(was: Any, now: Any) -> bool:
    """Figures a hair apart are the same: sums in another order."""
    if isinstance(was, (int, float)) and isinstance(now, (int, float)):
        return abs(was - now) > _CLOSE * max(abs(was), abs(now), 1)
    return was != now


def _place(period: str) -> tuple:
    found = period_of(period)
    return (found.end, found.start) if found else ()


def _causes(store: Store, kept: Kept) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in ask(store, "uploads_turned", event=kept.last_event, partner=kept.choice.partner).to_dict("records"):
        plain = {name: None if pd.isna(value) else value for name, value in row.items()}
        found.setdefault(plain["indicator"], []).append(plain)
    return found


def _is_of_later_periods(rows: Sequence[dict[str, Any]], measure: str, day: date) -> bool:
    """Whether all that came since are results of periods that had not ended on the day of the kept report."""
    return measure in ("actual", "status") and bool(rows) and all(_is_later(row, day) for row in rows)


def _is_later(row: dict[str, Any], day: date) -> bool:
    return row["what"] != "definition" and _day(row["period_end"]) > day


def _of(rows: Sequence[dict[str, Any]], period: str | None, measure: str, day: date) -> tuple[Cause, ...]:
    """The uploads that speak of this very figure, else all that speak of the indicator."""
    wanted = _SOURCES.get(measure, _TARGETS)
    within = period_of(period) if period else None
    exact = [row for row in rows if row["what"] in wanted and (
        not _is_later(row, day) if within is None else row["period_start"] is None
        or (_day(row["period_start"]) >= within.start and _day(row["period_end"]) <= within.end))]  # fmt: skip
    of_upload = {row["upload_id"]: _cause(row, measure) for row in exact or rows}
    return tuple(of_upload.values())


def _day(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value


def _cause(row: dict[str, Any], measure: str) -> Cause:
    is_promise = measure not in ("actual", "status")
    reason = row["change_reason"] if is_promise and row["event"] != "undone" else None
    return Cause(int(row["upload_id"]), row["file_name"], row["event"], row["happened_at"], row["done_by"],
                 reason or row["event_reason"], row["note"] if reason else row["event_note"])  # fmt: skip
