"""Zero, not reported, not applicable and hidden are four different marks; three of them stand here.

A missing value (None, NaN, NaT, NA) becomes None at one place, `records`: nothing later can take it for a number.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

from definitions.plain_columns import plain_column
from locales import Translate, mark

NOT_REPORTED = "—"
NOT_APPLICABLE = "n.a."
HIDDEN = "…"

REASONS = {
    "no_data": mark("not reported"),
    "not_applicable": mark("does not apply"),
    "not_due": mark("not due yet"),
    "not_joined": mark("several figures that make no single one"),
    "suppressed": mark("hidden: small group"),
    "no_target": mark("no target"),
    "zero_target": mark("target is zero"),
    "no_baseline": mark("no baseline"),
    "baseline_equals_target": mark("baseline equals target"),
    "direction_conflict": mark("target lies against the direction"),
}
_MARKS = {None: NOT_REPORTED, "no_data": NOT_REPORTED, "suppressed": HIDDEN}


def is_missing(value: object) -> bool:
    """Whether a single value stands for "there is none"; 0, False and "" do not."""
    return value is None or value is pd.NA or (not isinstance(value, str) and bool(pd.isna(value)))


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as plain dicts with None for every missing value; whatever the frame's column types are."""
    columns = [plain_column(frame[name]) for name in frame.columns]
    return [dict(zip(frame.columns, values, strict=True)) for values in zip(*columns, strict=True)]


def plain(value: object) -> Any:
    """None for a missing value, a float for a Decimal (so that values can be compared and divided), else the value."""
    if is_missing(value):
        return None
    return float(value) if isinstance(value, Decimal) else value


def missing_mark(reason: str | None) -> str:
    """The mark for a value that is missing for this reason; without a reason it counts as not reported."""
    return _MARKS.get(reason, NOT_APPLICABLE)


def measure_mark(row: Mapping[str, Any]) -> str:
    """The mark of a measure that a row lacks: with a figure but no way to go (a level to keep), it does not apply."""
    return NOT_APPLICABLE if row.get("actual") is not None else missing_mark(row.get("reason"))


def unpromised_mark(reason: str | None) -> str:
    """The mark for a target or baseline that is not there: it was never set, or it is hidden with its figure."""
    return HIDDEN if reason == "suppressed" else NOT_APPLICABLE


def reason_text(reason: str | None, t: Translate) -> str:
    """The reason in words, "not reported" when none is given; an unknown reason as it is."""
    reason = reason or "no_data"
    return t(REASONS[reason]) if reason in REASONS else reason


def missing_text(reason: str | None, t: Translate) -> str:
    """Mark and words: "— not reported", "… hidden: small group", "n.a. no baseline"."""
    return f"{missing_mark(reason)} {reason_text(reason, t)}"
