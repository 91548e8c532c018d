"""The periods of an indicator as a small chart in numbers between 0 and 1, for a form that draws it itself."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from charts.missing import missing_mark
from charts.numbers import number, period_label
from charts.periods import period_end
from charts.scale import scale
from charts.text import clean
from charts.theme import status
from definitions.units import is_percent
from locales import Translate
from reports.changes import is_complete
from reports.content import Content

Row = dict[str, Any]
Drawn = dict[str, Any]
MOST = 24
"""Most small charts in a report: the key indicators, in their order. The tables have all."""


def drawn_trends(content: Content) -> list[Drawn]:
    """A chart for each key indicator with two periods or more; for the first ones where none is key."""
    chosen = [row for row in content.rows if row["is_key"]] or list(content.rows)
    found = (drawn_trend(row, content.periods.get(row["indicator"], ()), content.t) for row in chosen)
    return [each for each in found if each][:MOST]


def drawn_trend(row: Row, periods: Sequence[Row], t: Translate) -> Drawn | None:
    """Reported values, targets and gaps along the periods; None where there are fewer than two periods.

    Returns:
        code, name, unit, status, tone, alt (the latest value as a sentence), is_flow (bars, not a line), runs (lists
        of [x, y, whether all reports came], broken where there is none), zero (the height of 0), targets ([x, y]), gaps
        ([x, mark]), last (x, y and the words of the latest value), first and final (the periods at the two ends),
        bar_width, target_words.
    """
    shown = of_one_length(periods)
    figures = [each[name] for each in shown for name in ("actual", "target") if each[name] is not None]
    if len(shown) < 2 or not any(each["actual"] is not None for each in shown):
        return None
    low, high = scale(figures, row["unit"])
    ends = [period_end(each["period"]).toordinal() for each in shown]
    width = (ends[-1] - ends[0]) or 1
    is_flow = row["over_time"] == "sum" and not row["cumulative"]
    bar_width = 0.62 / len(shown)
    rim = bar_width / 2 if is_flow else 0  # or the first and the last bar would stand half outside
    at = [round(rim + (end - ends[0]) / width * (1 - 2 * rim), 4) for end in ends]
    places = list(zip(at, shown, strict=True))
    x, last = next((x, each) for x, each in reversed(places) if each["actual"] is not None)
    final = next((each for each in reversed(shown) if each["target"] is not None), None)
    first_words, last_words = period_label(shown[0]["period"], t), period_label(shown[-1]["period"], t)
    said = t("{period}: {value}", period=period_label(last["period"], t), value=number(last["actual"], t, row["unit"]))
    return {
        "code": row["indicator"], "name": clean(row["name"]), "tone": status(row["status"]).light,
        "status": row["status"] or "no_data",
        "unit": "" if is_percent(row["unit"]) else clean(row["unit"] or ""), "is_flow": is_flow,
        "runs": _runs(places, low, high), "zero": _height(0.0, low, high),
        "targets": [[x, _height(each["target"], low, high)] for x, each in places if each["target"] is not None],
        "gaps": [[x, missing_mark(each["reason"])] for x, each in places
                 if each["actual"] is None and (each["is_due"] or each["reason"] == "suppressed")],
        "last": {"x": x, "y": _height(last["actual"], low, high), "words": clean(said)},
        "first": first_words, "final": last_words, "bar_width": round(bar_width, 4),
        "alt": clean(f"{row['name']}. {said}"),
        "target_words": t("target {target} ({period})", target=clean(number(final["target"], t, row["unit"])),
                          period=period_label(final["period"], t)) if final else "",
    }  # fmt: skip


def of_one_length(periods: Sequence[Row]) -> list[Row]:
    """The periods of the length that most of those with a figure have: a year beside quarters is another scale."""
    known = [each for each in periods if each["period_kind"] and
             (each["actual"] is not None or each["target"] is not None)]  # fmt: skip
    if not known:
        return []
    (kind, _n), *_others = Counter(each["period_kind"] for each in known).most_common(1)
    return [each for each in periods if each["period_kind"] == kind]


def _runs(places: list[tuple[float, Row]], low: float, high: float) -> list[list[list[Any]]]:
    """Values that follow on each other without a gap."""
    runs: list[list[list[Any]]] = [[]]
    for x, each in places:
        if each["actual"] is not None:
            runs[-1].append([x, _height(each["actual"], low, high), is_complete(each)])
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _height(value: float, low: float, high: float) -> float:
    return round((value - low) / (high - low), 4)
