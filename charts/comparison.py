"""Who or where is far from the target: one row a partner, place or group, the widest gap first."""

import pandas as pd
import plotly.graph_objects as go

from charts.chart import About, Chart, alt_text, foot, latest_period, more_words, only, subtitle, table
from charts.intervals import interval_text, ranges
from charts.labels import name_of
from charts.missing import missing_mark, reason_text, records
from charts.numbers import number, signed_change
from charts.rows import (
    BAR,
    Span,
    actual_of_target,
    heading,
    judged_text,
    note_trace,
    row_figure,
    side_trace,
    target_text,
    tick_trace,
)  # fmt: skip
from charts.scale import scale, ticks
from charts.text import stacked
from charts.theme import Look, empty_figure
from charts.trend import one_indicator
from locales import Translate, mark

MOST_ROWS = 20
DIMENSIONS = {"partner": mark("Partner"), "place": mark("Place"), "group": mark("Group")}


def by_unit(
    frame: pd.DataFrame, t: Translate, dimension: str = "partner",
    large: bool = False, dark: bool = False, about: About | None = None,
) -> Chart:  # fmt: skip
    """`frame`: one indicator of `metrics progress --by partner|place|group` (actual and target in `unit`).

    Sorted by the gap to the target, units without a report last and shown as such. At most 20 rows are drawn
    (7 when large); the table has them all. ValueError for another dimension or several indicators.
    """
    if dimension not in DIMENSIONS:
        raise ValueError(f"`dimension` must be one of {', '.join(map(repr, DIMENSIONS))}, got {dimension!r}.")
    rows = sorted(one_indicator(records(frame)), key=gap_order)
    look, about = Look(large, dark), about or About()
    most = min(MOST_ROWS, look.rows)
    labels = [name_of(row, dimension) or t("not stated") for row in rows]
    title, left = finding(rows, t), len(rows) - most
    return Chart(
        figure=picture(rows[:most], labels[:most], t, look) if rows else empty_figure(title, t, look),
        narrow=picture(rows[:most], labels[:most], t, Look(dark=dark, narrow=True)) if rows else None,
        title=title,
        subtitle=subtitle(
            only([name_of(row, "indicator") for row in rows]),
            about.place or (only([row.get("place_name") for row in rows]) if dimension != "place" else None),
            about.period or latest_period(rows, t),
            only([row.get("unit") for row in rows]),
        ),
        source=foot(rows, about, t, more_words(left, large, t)),
        table=table([cells(row, label, t) for row, label in zip(rows, labels, strict=True)], headers(dimension, t)),
        alt=alt_text(title, t("Bars, one row a unit"), t),
    )


def shortfall(row: dict) -> float | None:
    """How much is missing to the target, in the unit: above 0 is short of it, whichever way the indicator should go."""
    if row.get("actual") is None or row.get("target") is None:
        return None
    missing = row["target"] - row["actual"]
    return {"down": -missing, "keep": abs(missing)}.get(row.get("direction") or "up", missing)


def gap_order(row: dict) -> tuple:
    """Widest shortfall first, then values without a target, then units without a report."""
    gap = shortfall(row)
    return (row.get("actual") is None, gap is None, -(gap or 0))


def finding(rows: list[dict], t: Translate) -> str:
    """How many of the units that can be compared have reached their target."""
    gaps = [gap for gap in map(shortfall, rows) if gap is not None]
    if not any(row.get("actual") is not None for row in rows):
        return t("No results reported yet")
    if not gaps:
        return t("No targets to compare with")
    return t("{n} of {m} have reached their target", n=number(sum(gap <= 0 for gap in gaps), t), m=number(len(gaps), t))


def picture(rows: list[dict], labels: list[str], t: Translate, look: Look) -> go.Figure:
    """A bar a unit, its own target as an upright line, its figures at the right."""
    unit = only([row.get("unit") for row in rows])
    low, high = scale([row[name] for row in rows for name in ("actual", "target") if row.get(name) is not None], unit)
    bars = {
        "type": "bar", "orientation": "h", "width": BAR, "hoverinfo": "text",
        "x": [row.get("actual") for row in rows], "y": list(range(len(rows))),
        "marker": {"color": [look.colour(row.get("status")) for row in rows]},
        "hovertext": [stacked(label, actual_of_target(row, t), interval_text(row, t), judged_text(row, t))
                      for label, row in zip(labels, rows, strict=True)],
    }  # fmt: skip
    targets = [(y, row["target"]) for y, row in enumerate(rows) if row.get("target") is not None]
    zeros = [(y, 0.0) for y, row in enumerate(rows) if row.get("actual") == 0]
    absent = [(y, 0.0, missing_mark(row.get("reason"))) for y, row in enumerate(rows) if row.get("actual") is None]
    return row_figure(
        [bars, tick_trace(targets, look, 0.6), tick_trace(zeros, look, BAR), note_trace(absent, look),
         side_trace(rows, [actual_of_target(row, t) for row in rows], Span(low, high), t, look),
         *([interval_trace(rows, look)] if any(map(ranges, rows)) else [])],
        labels, Span(low, high), t, look,
        annotations=[heading(t("┃ target"), 1, "right" if look.narrow else "left", look, xref="paper")]
        if targets else [],
        xaxis=ticks(low, high, unit, t, most=4),
    )  # fmt: skip


def interval_trace(rows: list[dict], look: Look) -> dict:
    """A thin line from the low to the high end of each share's interval."""
    known = [(y, *found) for y, row in enumerate(rows) if (found := ranges(row))]
    return {
        "type": "scatter", "mode": "markers", "hoverinfo": "skip", "marker": {"size": 1, "color": look.ink},
        "x": [value for _y, value, _low, _high in known], "y": [y for y, *_rest in known],
        "error_x": {"type": "data", "symmetric": False, "color": look.ink, "thickness": look.stroke * 0.75,
                    "width": look.symbol * 0.3, "array": [high - value for _y, value, _low, high in known],
                    "arrayminus": [value - low for _y, value, low, _high in known]},
    }  # fmt: skip


def headers(dimension: str, t: Translate) -> list[str]:
    """The heads of the table, in the order of `cells`; `dimension` is one of DIMENSIONS."""
    return [t(DIMENSIONS[dimension]), t("Actual"), t("Target"), t("Difference"), t("Status"), t("Note")]


def cells(row: dict, label: str, t: Translate) -> list[str]:
    """A unit as text; the difference is actual minus target, with its sign."""
    unit, reason, known = row.get("unit"), row.get("reason"), shortfall(row) is not None
    return [
        label,
        number(row["actual"], t, unit) if row.get("actual") is not None else missing_mark(reason),
        target_text(row, t),
        signed_change(row["actual"] - row["target"], t, unit) if known else missing_mark(reason),
        judged_text(row, t),
        reason_text(reason, t) if reason else "",
    ]
