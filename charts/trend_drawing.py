"""The drawing of a trend: a line with dots, gaps that stay gaps, a dashed step for the targets, words at the ends."""

import datetime as dt
from collections.abc import Sequence

import plotly.graph_objects as go

from charts.intervals import interval_text, ranges
from charts.missing import missing_mark
from charts.numbers import number, period_label
from charts.periods import day_before, period_end, period_start
from charts.rows import judged_text
from charts.scale import scale, ticks
from charts.text import literal, stacked
from charts.theme import Look, axis, figure
from charts.trend_ahead import ahead_days, ahead_traces, ahead_values, break_label, break_line
from charts.trend_labels import Way, is_partial, labels, partial_text, time_ticks
from locales import Translate
from metrics.outlook import Outlook


def picture(
    rows: list[dict], way: Way, unit: str | None, t: Translate, look: Look,
    ahead: Outlook | None = None, breaks: Sequence[dt.date] = (),
) -> go.Figure:  # fmt: skip
    """`rows` in order of time, one a period."""
    values = [row[name] for row in rows for name in ("actual", "target") if row.get(name) is not None]
    values += [end for row in rows if (found := ranges(row)) for end in found] + ahead_values(ahead)
    low, high = scale(values + [value for value in way[:2] if value is not None], unit)
    room = (high - low) * 0.06  # under zero, so that a mark for a gap keeps clear of the words on the axis
    begin = way.baseline_date or day_before(period_start(rows[0]["period"]))
    end = max(filter(None, [period_end(rows[-1]["period"]), way.target_date, *ahead_days(ahead)]))
    drawn_breaks = [day for day in breaks if begin < day <= end]
    return figure(
        [
            *way_traces(way, begin, look),
            *target_traces(rows, look),
            actual_trace(rows, t, look),
            gap_trace(rows, low, look),
            *ahead_traces(ahead, unit, t, look),
        ],
        t,
        look,
        height=820 if look.large else 340,
        margin=margins(look, bool(drawn_breaks)),
        shapes=[break_line(day, look) for day in drawn_breaks],
        xaxis=axis(
            look,
            range=[str(begin - (end - begin) * 0.03), str(end + (end - begin) * 0.03)],
            **time_ticks(rows, t, look),
        ),
        yaxis=axis(look, range=[low - room, high], showgrid=True, gridcolor=look.rule, **ticks(low, high, unit, t)),
        annotations=labels(rows, way, unit, begin, end, (low, high), t, look, ahead)
        + [break_label(day, t, look) for day in drawn_breaks],
    )


def margins(look: Look, has_breaks: bool) -> dict:
    """Room for the figures on the left, the words where lines end on the right, the periods below."""
    top = look.line * (2 if has_breaks else 1)
    right = 8 if look.narrow else look.text * 11
    left = round(look.text * (3.6 if look.narrow else 5))
    return {"l": left, "r": round(right), "t": top, "b": round(look.line * 2.6)}


def actual_trace(rows: list[dict], t: Translate, look: Look) -> dict:
    """The reported values; nothing joins the two sides of a gap. Hollow where not everyone has reported yet."""
    rims = [look.ground if is_partial(row) else look.first for row in rows]
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "connectgaps": False,
        "cliponaxis": False,
        "hoverinfo": "text",
        "text": ["0" if row.get("actual") == 0 else "" for row in rows],  # a zero says that it is one
        "textposition": "top center",
        **interval_bars(rows, look),
        "x": [str(period_end(row["period"])) for row in rows],
        "y": [row.get("actual") for row in rows],
        "line": {"color": look.first, "width": look.stroke * 1.25},
        "marker": {
            "size": look.symbol * 0.7,
            "color": rims if look.ground in rims else look.first,
            "line": {"color": look.first, "width": look.stroke},
        },
        "hovertext": [
            stacked(
                period_label(row["period"], t),
                value_and_target(row, t),
                interval_text(row, t),
                judged_text(row, t) if row.get("status") else "",
                partial_text(row, t),
            )
            for row in rows
        ],
    }


def interval_bars(rows: list[dict], look: Look) -> dict:
    """Thin upright lines for the intervals of shares; nothing where no row has one."""
    found = [ranges(row) for row in rows]
    if not any(found):
        return {}
    ends = [(one[2] - one[0], one[0] - one[1]) if one else (None, None) for one in found]
    return {"error_y": {
        "type": "data", "symmetric": False, "array": [high for high, _low in ends],
        "arrayminus": [low for _high, low in ends], "color": look.first, "thickness": look.stroke * 0.6,
        "width": look.symbol * 0.25,
    }}  # fmt: skip


def value_and_target(row: dict, t: Translate) -> str:
    """ "60 orang · Target 100 orang"."""
    actual, unit = number(row.get("actual"), t, row.get("unit")), row.get("unit")
    return actual if row.get("target") is None else f"{actual} · {t('Target')} {number(row['target'], t, unit)}"


def gap_trace(rows: list[dict], floor: float, look: Look) -> dict:
    """A hollow mark with its sign on the axis for each period that has no value and should have one, or hides it."""
    gaps = [row for row in rows if row.get("actual") is None and row.get("status") != "not_due"]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "textposition": "top center",
        "x": [str(period_end(row["period"])) for row in gaps],
        "y": [max(floor, 0)] * len(gaps),
        "text": [literal(missing_mark(row.get("reason"))) for row in gaps],
        "marker": {
            "symbol": "circle-open",
            "size": look.symbol * 0.8,
            "color": look.faint_ink,
            "line": {"width": look.stroke},
        },
    }


def target_traces(rows: list[dict], look: Look) -> list[dict]:
    """A dashed level from the start to the end of each period that has a target."""
    x: list[str | None] = []
    y: list[float | None] = []
    for row in rows:
        if row.get("target") is not None:
            x += [str(day_before(period_start(row["period"]))), str(period_end(row["period"]))]
            y += [row["target"], row["target"]]
        else:
            x, y = [*x, None], [*y, None]
    line = {"color": look.ink, "width": look.stroke * 0.75, "dash": "dash"}
    return [
        {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "x": x, "y": y, "line": line, "connectgaps": False}
    ]


def way_traces(way: Way, begin: dt.date, look: Look) -> list[dict]:
    """The baseline as a ring, the final target as a bar, and the straight way between them, dotted."""
    points = [(begin, way.baseline, "circle-open"), (way.target_date, way.target, "line-ew-open")]
    points = [point for point in points if point[0] is not None and point[1] is not None]
    return [{
        "type": "scatter", "mode": "lines+markers", "hoverinfo": "skip", "cliponaxis": False,
        "x": [str(day) for day, _value, _symbol in points], "y": [value for _day, value, _symbol in points],
        "line": {"color": look.faint_ink, "width": look.stroke * 0.75, "dash": "dot"},
        "marker": {"symbol": [symbol for _day, _value, symbol in points], "size": look.symbol, "color": look.ink,
                   "line": {"width": look.stroke}},
    }] if points else []  # fmt: skip
