"""A figure of a row as a table writes it: as the charts do, but for a unit in words, which stands beside the name."""

from typing import Any

from charts.missing import measure_mark, missing_mark, unpromised_mark
from charts.numbers import number, percent
from definitions.units import is_percent
from locales import Translate, mark
from metrics.whole_counts import expected_shown

Row = dict[str, Any]


def figure(row: Row, name: str, t: Translate) -> str:
    """A reported figure: "35.625", "76,8%"; the mark of its reason where it is missing."""
    if row[name] is None:
        return missing_mark(row["reason"])
    return _written(row, name, t)


def promised(row: Row, name: str, t: Translate) -> str:
    """A baseline, target or expected figure, a target range as "0,2–0,5"; the mark of one that was never set or is
    hidden where it is missing."""
    if name == "target" and row["target_low"] is not None and row["target_high"] is not None:
        return f"{number(row['target_low'], t)}–{_written(row, 'target_high', t)}"
    if row[name] is None:
        return unpromised_mark(row["reason"])
    return _written(row | {name: expected_shown(row)} if name == "expected" else row, name, t)


def shares(row: Row, t: Translate) -> str:
    """ "51% of the way · 69% of target": progress and achievement, of those that there are; else the mark."""
    said = [t(words, percent=percent(row[name], t)) for name, words in _SHARES.items() if row[name] is not None]
    return " · ".join(said) or measure_mark(row)


def _written(row: Row, name: str, t: Translate) -> str:
    return number(row[name], t, row["unit"] if is_percent(row["unit"]) else None)


_SHARES = {"progress": mark("{percent} of the way"), "achievement": mark("{percent} of target")}
