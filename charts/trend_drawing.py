"""The drawing of a trend: a line with dots, gaps that stay gaps, a dashed step for the targets, words at the ends."""

import datetime as dt
from typing import NamedTuple

import plotly.graph_objects as go

from charts.missing import missing_mark
from charts.numbers import is_percent, number, period_label
from charts.periods import day_before, period_end, period_start
from charts.scale import period_ticks, scale, ticks
from charts.text import BREAK, literal, stacked, wrapped
from charts.theme import Look, axis, figure, status_text
from locales import Translate


class Way(NamedTuple):
    """From where to where the indicator is to go; any part may be unknown."""

    baseline: float | None = None
    target: float | None = None
    target_date: dt.date | None = None
    baseline_date: dt.date | None = None


def picture(rows: list[dict], way: Way, unit: str | None, t: Translate, look: Look) -> go.Figure:
    """`rows` in order of time, one a period."""
    values = [row[name] for row in rows for name in ("actual", "target") if row.get(name) is not None]
    low, high = scale(values + [value for value in way[:2] if value is not None], unit)
    room = (high - low) * 0.06  # under zero, so that a mark for a gap keeps clear of the words on the axis
    begin = way.baseline_date or day_before(period_start(rows[0]["period"]))
    end = max(filter(None, [period_end(rows[-1]["period"]), way.target_date]))
    return figure(
        [
            *way_traces(way, begin, look),
            *target_traces(rows, look),
            actual_trace(rows, t, look),
            gap_trace(rows, low, look),
        ],
        t,
        look,
        height=820 if look.large else 340,
        margin={"l": round(look.text * 5), "r": round(look.text * 11), "t": look.line, "b": round(look.line * 2.6)},
        xaxis=axis(
            look,
            range=[str(begin - (end - begin) * 0.03), str(end + (end - begin) * 0.03)],
            **time_ticks(rows, t, look),
        ),
        yaxis=axis(look, range=[low - room, high], showgrid=True, gridcolor=look.rule, **ticks(low, high, unit, t)),
        annotations=labels(rows, way, unit, begin, end, high - low, t, look),
    )


def actual_trace(rows: list[dict], t: Translate, look: Look) -> dict:
    """The reported values; nothing joins the two sides of a gap. Hollow where not everyone has reported yet."""
    rims = [look.ground if is_partial(row) else look.first for row in rows]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "connectgaps": False,
        "cliponaxis": False,
        "hoverinfo": "text",
        "x": [str(period_end(row["period"])) for row in rows],
        "y": [row.get("actual") for row in rows],
        "line": {"color": look.first, "width": look.stroke * 1.25},
        "marker": {
            "size": look.symbol * 0.7,
            "color": rims if look.ground in rims else look.first,
            "line": {"color": look.first, "width": look.stroke},
        },
        "hovertext": [
            stacked(period_label(row["period"], t), value_and_target(row, t), status_text(row.get("status"), t),
                    partial_text(row, t))
            for row in rows
        ],
    }


def is_partial(row: dict) -> bool:
    """Whether a period has a figure that some of those who should report are not in yet."""
    return row.get("actual") is not None and (row.get("reports") or 0) < (row.get("reports_due") or 0)


def partial_text(row: dict, t: Translate) -> str:
    """ "8 dari 9 laporan" where some are missing, else nothing."""
    if not is_partial(row):
        return ""
    return t("{n} of {m} reports", n=number(row["reports"], t), m=number(row["reports_due"], t))


def value_and_target(row: dict, t: Translate) -> str:
    """ "60 orang · Target 100 orang"."""
    actual = number(row.get("actual"), t, row.get("unit"))
    return (
        actual if row.get("target") is None else f"{actual} · {t('Target')} {number(row['target'], t, row.get('unit'))}"
    )


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


def labels(
    rows: list[dict], way: Way, unit: str | None, begin: dt.date, end: dt.date, height: float, t: Translate, look: Look
) -> list[dict]:
    """A name and a figure right of where each line ends; those at the same day are moved apart."""
    named: list[tuple[dt.date, float, str, str]] = []
    partial: dict[str, str] = {}
    for column, name, colour in (("actual", t("Actual"), look.first), ("target", t("Target"), look.ink)):
        known = [row for row in rows if row.get(column) is not None]
        if known:
            named.append((period_end(known[-1]["period"]), known[-1][column], name, colour))
            partial |= {name: partial_text(known[-1], t)} if column == "actual" else {}
    if way.target_date and way.target is not None:
        named = [line for line in named if line[:3] != (way.target_date, way.target, t("Target"))]
        named.append((way.target_date, way.target, t("Final target"), look.ink))
    days = {day: [line for line in named if line[0] == day] for day, *_rest in named}
    return [
        label(day, place, BREAK.join(
            wrapped(part, 20) for part in (name, number(value, t, unit), partial.get(name)) if part), colour, look)
        if day == end or name != t("Target")
        else over_line(day, value, f"{name} {number(value, t)}", look)
        for day, lines in days.items()
        for place, (_day, value, name, colour) in zip(
            apart([line[1] for line in lines], height * 0.15), lines, strict=True
        )
    ] + baseline_label(way, begin, unit, height, t, look)


def label(day: dt.date, place: float, text: str, colour: str, look: Look) -> dict:
    """Words right of a point."""
    return {
        "x": str(day), "y": place, "text": text, "xanchor": "left", "xshift": round(look.symbol * 0.7), "align": "left",
        "showarrow": False, "font": {"size": look.text, "color": colour},
    }  # fmt: skip


def over_line(day: dt.date, value: float, text: str, look: Look) -> dict:
    """Words above the end of a line, where something else is to come on its right."""
    place = {"xanchor": "right", "yanchor": "bottom", "xshift": 0, "yshift": 2}
    return label(day, value, literal(text), look.ink, look) | place


def baseline_label(way: Way, begin: dt.date, unit: str | None, height: float, t: Translate, look: Look) -> list[dict]:
    """The baseline's name and figure, on the side of its ring that the way leaves free."""
    if way.baseline is None:
        return []
    is_under = way.baseline > height * 0.06 and (way.target is None or way.target > way.baseline)
    text = literal(f"{t('Baseline')} {number(way.baseline, t, unit if is_percent(unit) else None)}")
    return [label(begin, way.baseline, text, look.faint_ink, look) | {
        "yanchor": "top" if is_under else "bottom", "xshift": 0, "yshift": look.symbol * (-0.5 if is_under else 0.5),
    }]  # fmt: skip


def apart(values: list[float], gap: float) -> list[float]:
    """The values, pushed upward where needed so that neighbours lie at least `gap` apart; order kept."""
    places: dict[int, float] = {}
    floor = None
    for index in sorted(range(len(values)), key=lambda i: values[i]):
        places[index] = floor = values[index] if floor is None else max(values[index], floor + gap)
    return [places[index] for index in range(len(values))]


def time_ticks(rows: list[dict], t: Translate, look: Look) -> dict:
    """Labels at the ends of the periods; not all of them when there are many."""
    kept, words = period_ticks([row["period"] for row in rows], t, look.ticks)
    days = [str(period_end(rows[index]["period"])) for index in kept]
    return {"type": "date", "tickmode": "array", "tickangle": 0, "tickvals": days, "ticktext": words}
