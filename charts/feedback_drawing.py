"""The drawings of feedback: columns over time, and rows split by opinion."""

import plotly.graph_objects as go

from charts.missing import HIDDEN
from charts.numbers import number
from charts.rows import BAR, Span, indented, row_figure
from charts.scale import period_ticks, scale, ticks
from charts.text import literal, stacked, wrapped
from charts.theme import BAD, GOOD, NONE, Look, axis, figure
from locales import Translate


def columns(rows: list[dict], t: Translate, look: Look) -> go.Figure:
    """Complaints below, other entries on top, counts written on the parts; a hidden count is "…" on the axis."""
    complaints = [row["complaints"] for row in rows]
    others = [
        None if None in (row["entries"], row["complaints"]) else row["entries"] - row["complaints"] for row in rows
    ]
    whole = [row["entries"] if row["complaints"] is None else None for row in rows]
    low, high = scale([row["entries"] for row in rows if row["entries"] is not None], None)
    parts = [(t("Complaints"), complaints, look.first), (t("Other entries"), others, look.second)]
    traces = [column(name, values, colour, high, t, look) for name, values, colour in parts]
    if any(value is not None for value in whole):
        traces.append(column(t("Entries, kind hidden"), whole, look.rule, high, t, look))
    traces.append({
        "type": "scatter", "mode": "text", "hoverinfo": "skip", "showlegend": False, "textposition": "top center",
        "x": list(range(len(rows))), "y": [row["entries"] or 0 for row in rows],
        "text": [HIDDEN if row["entries"] is None else number(row["entries"], t) for row in rows],
    })  # fmt: skip
    kept, words = period_ticks([row["period"] for row in rows], t, look.ticks)
    return figure(
        traces,
        t,
        look,
        820 if look.large else 320,
        barmode="stack",
        showlegend=True,
        legend={
            "orientation": "h",
            "x": 0,
            "y": 1,
            "yanchor": "bottom",
            "traceorder": "normal",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        margin={"l": look.text * 4, "r": 0, "t": 3 * look.line, "b": round(2.6 * look.line)},
        xaxis=axis(look, tickmode="array", tickangle=0, tickvals=kept, ticktext=words),
        yaxis=axis(look, range=[low, high], showgrid=True, gridcolor=look.rule, **ticks(low, high, None, t)),
    )


def column(name: str, values: list, colour: str, high: float, t: Translate, look: Look) -> dict:
    """One part of the columns, its counts inside where there is room for them."""
    return {
        "type": "bar",
        "name": literal(name),
        "x": list(range(len(values))),
        "y": values,
        "hoverinfo": "text",
        "text": [number(value, t) if value and value > high * 0.09 else "" for value in values],
        "textposition": "inside",
        "textangle": 0,
        "insidetextfont": {"color": look.on(colour), "size": look.text},
        "constraintext": "none",
        "marker": {"color": colour, "line": {"width": 1, "color": look.ground}},
        "hovertext": [stacked(f"{name}: {number(value, t)}") for value in values],
    }


def bar_rows(
    rows: list[dict], labels: list[str], opinions: list[str], t: Translate, look: Look, notes: list[str] | None = None,
    half: bool = False,
) -> go.Figure:  # fmt: skip
    """Bars of `entries`, split by opinion where `opinions` names the parts; the total (or the note) at the right.

    In `half` of the screen the legend has room for one name a line.
    """
    most = 8 if look.narrow else min(20, look.rows)
    rows, labels = rows[:most], labels[:most]
    span = Span(0, scale([row["entries"] for row in rows if row["entries"] is not None], None)[1] / 1.08)
    texts = notes or [HIDDEN if row["entries"] is None else number(row["entries"], t) for row in rows]
    traces = (
        split(rows, opinions, span.high, t, look)
        if opinions
        else [bar("", [row["entries"] for row in rows], look.first, None, t, look)]
    )
    end = {
        "type": "scatter",
        "mode": "text",
        "x": [row["entries"] or 0 for row in rows],
        "y": list(range(len(rows))),
        "showlegend": False,
        "text": [indented(wrapped(text, 34)) for text in texts],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    return row_figure(
        [*traces, end],
        labels,
        span,
        t,
        look,
        right=(look.text * (3 if look.narrow else 4) if opinions else look.right),
        barmode="stack",
        showlegend=bool(opinions),
        xaxis={"visible": False},
        more_legend=3 if half and opinions and not look.narrow else 0,
        legend={
            "orientation": "h",
            "x": 0,
            "y": 1,
            "maxheight": 1,
            "yanchor": "bottom",
            "traceorder": "normal",
            "itemclick": False,
            "itemdoubleclick": False,
        },
    )


def split(rows: list[dict], opinions: list[str], high: float, t: Translate, look: Look) -> list[dict]:
    """Negative, neutral, positive, and what has no rating; a theme with a hidden part is drawn whole, as unrated."""
    keys = ("negative", "neutral", "positive")
    parts = [[None if any(row[k] is None for k in keys) else row[key] for row in rows] for key in keys]
    rest = [
        None if row["entries"] is None else row["entries"] - sum(part[i] or 0 for part in parts)
        for i, row in enumerate(rows)
    ]
    colours = [BAD[look.dark], NONE[look.dark], GOOD[look.dark]]
    has_hidden = any(row["entries"] is not None and row[key] is None for row in rows for key in keys)
    left = t("No rating, or hidden") if has_hidden else t("No rating")
    named = [*zip(opinions, parts, colours, strict=True), (left, rest, look.rule)]
    return [bar(name, values, colour, high, t, look) for name, values, colour in named]


def bar(name: str, values: list, colour: str, high: float | None, t: Translate, look: Look) -> dict:
    """One part of the rows, its counts inside where there is room; `high` None writes none."""
    return {
        "type": "bar",
        "orientation": "h",
        "name": literal(name),
        "x": values,
        "y": list(range(len(values))),
        "width": BAR + 0.2,
        "text": [number(value, t) if value and high and value > high * 0.06 else "" for value in values],
        "textposition": "inside",
        "textangle": 0,
        "insidetextanchor": "middle",
        "insidetextfont": {"color": look.on(colour), "size": look.text},
        "constraintext": "none",
        "marker": {"color": colour, "line": {"width": 1, "color": look.ground}},
        "hoverinfo": "text",
        "hovertext": [stacked(f"{name}: {number(value, t)}" if name else number(value, t)) for value in values],
    }
