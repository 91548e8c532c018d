"""A forum of nobody's, in memory: published figures go into its ledger and come back through roll-up and questions."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

from data.periods import Period, period
from data.printing import records
from data.rollup import rebuild
from data.store import Store, run
from metrics.engine import blank_store, frame
from metrics.progress import progress
from metrics.verification.inputs import BadInput

UPLOAD = 1
FIRST_YEAR = 2001
_DEFINITION = {
    "measure": "number",
    "direction": "up",
    "over_time": "sum",
    "over_units": "sum",
    "cumulative": False,
    "baseline": None,
    "baseline_date": None,
    "target": None,
    "target_low": None,
    "target_high": None,
    "target_date": None,
    "zero_start": False,
    "unit": "unit",
}
_INDICATOR = """insert into indicators (upload_id, sheet, row_number, code, name, level, unit, measure, direction,
    over_time, over_units, cumulative, baseline, baseline_date, target, target_low, target_high, target_date,
    zero_start, scale)
values (1, '', $row, $code, $code, 'output', $unit, $measure, $direction, $over_time, $over_units, $cumulative,
    $baseline, $baseline_date, $target, $target_low, $target_high, $target_date, $zero_start, 1)"""
_TARGET = """insert into targets (upload_id, sheet, row_number, indicator, period, period_kind, period_start,
    period_end, partner, place, "group", value)
values (1, '', $row, $code, $period, $kind, $first, $last, null, null, null, $value)"""
_RESULT = """insert into results (upload_id, sheet, row_number, indicator, period, period_kind, period_start,
    period_end, partner, place, "group", value, numerator, denominator, mark, note, evidence)
values (1, '', $row, $code, $period, $kind, $first, $last, $partner, $place, $people, $value, $numerator, $denominator,
    null, null, null)"""
_UPLOAD = """insert into uploads (upload_id, file_name, sha256, kind, size_bytes, stored_at, stored_by, is_sample,
    rows_stored)
values (1, '', '', '', 0, timestamp '2000-01-01 00:00:00', null, false, 0)"""
_EVENT = """insert into upload_events (event_id, upload_id, event, happened_at, done_by, reason)
values (1, 1, 'stored', timestamp '2000-01-01 00:00:00', null, null)"""


class Bench(AbstractContextManager["Bench"]):
    """Where cases are worked out. `cursor` asks the formulas; `indicator`, `target`, `result` write a ledger."""

    def __init__(self) -> None:
        self.store: Store = blank_store()
        self.cursor = self.store.cursor()
        self._rows = 0
        run(self.cursor, _UPLOAD)
        run(self.cursor, _EVENT)

    def __exit__(self, *_: object) -> None:
        self.cursor.close()
        self.store.close()

    def ask(self, question: str, **parameters: Any) -> dict[str, Any]:
        """The first row of a question, a missing value as None."""
        return next(records(frame(self.cursor, question, parameters)))

    def indicator(self, **differs: Any) -> str:
        """A new indicator, a count that adds up unless it differs. Returns its code."""
        code = f"case-{self._next()}"
        run(self.cursor, _INDICATOR, {"row": self._rows, "code": code} | _DEFINITION | differs)
        return code

    def target(self, code: str, when: Period, value: float | None) -> None:
        """A target of a period; null writes none."""
        run(self.cursor, _TARGET, self._unit(code, when) | {"value": value})

    def result(
        self,
        code: str,
        when: Period,
        value: float | None = None,
        *,
        partner: str | None = None,
        place: str | None = None,
        people: str | None = None,
        parts: tuple[float | None, float | None] = (None, None),
    ) -> None:
        """A reported figure; `parts` are numerator and denominator of a ratio, `people` the group."""
        run(
            self.cursor,
            _RESULT,
            self._unit(code, when)
            | {
                "partner": partner,
                "place": place,
                "people": people,
                "value": value,
                "numerator": parts[0],
                "denominator": parts[1],
            },
        )

    def count(self, code: str) -> None:
        """Roll the indicator up: call after the last figure."""
        rebuild(self.cursor, [code])

    def rows(self, code: str, as_of: date, *by: str, **options: Any) -> list[dict[str, Any]]:
        """Progress as every screen gets it, as plain dictionaries."""
        return list(records(progress(self.store, as_of, by, indicator=code, **options)))

    def row(self, code: str, as_of: date, **options: Any) -> dict[str, Any]:
        """The row of the indicator as a whole."""
        return self.rows(code, as_of, **options)[0]

    def _unit(self, code: str, when: Period) -> dict[str, Any]:
        return {
            "row": self._next(),
            "code": code,
            "period": when.key,
            "kind": when.kind,
            "first": when.start,
            "last": when.end,
        }

    def _next(self) -> int:
        self._rows += 1
        return self._rows


def year(number: int) -> Period:
    """The number-th period of a case, from 1: a whole year of its own."""
    return _known(f"{FIRST_YEAR - 1 + number}")


def day(number: int, place: int) -> Period:
    """The place-th report (from 1) inside the number-th year, in order."""
    return _known(date.fromordinal(date(FIRST_YEAR - 1 + number, 1, 1).toordinal() + place).isoformat())


def after(number: int) -> date:
    """The first day on which `number` of the years have ended."""
    return date(FIRST_YEAR + number, 1, 1)


def named(found: Mapping[str, Any], dimension: str) -> Any:
    """The partner, place or group of a row."""
    return found[dimension]


def _known(text: str) -> Period:
    found = period(text)
    if found is None:
        raise BadInput(f"{text} is no period")
    return found
