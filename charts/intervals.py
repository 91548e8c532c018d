"""The interval of a share, as charts draw and write it. Rows come with `share_low`, `share_high` (fractions)."""

from charts.numbers import is_percent, number
from locales import Translate


def ranges(row: dict) -> tuple[float, float, float] | None:
    """Value, low and high end in the row's unit; None for a row that is no share of people who were asked."""
    if row.get("actual") is None or row.get("share_low") is None or row.get("share_high") is None:
        return None
    factor = 100.0 if is_percent(row.get("unit")) else row.get("scale") or 1.0
    return row["actual"], row["share_low"] * factor, row["share_high"] * factor


def interval_text(row: dict, t: Translate) -> str:
    """ "95% sure: 19,4–21,2% (n = 6.560)"; nothing for a row without an interval."""
    found = ranges(row)
    if found is None:
        return ""
    low, high = number(found[1], t), number(found[2], t, row.get("unit"))
    return t("95% interval {low}–{high} (n = {n})", low=low, high=high, n=number(row.get("denominator"), t))
