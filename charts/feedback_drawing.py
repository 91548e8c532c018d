"""The drawings of feedback: columns over time, one diverging bar of ratings, and rows split by opinion."""

import plotly.graph_objects as go

from charts.missing import HIDDEN
from charts.numbers import number, percent
from charts.rows import BAR, Span, indented, row_figure
from charts.scale import period_ticks, scale, ticks
from charts.text import BREAK, literal, stacked, wrapped
from charts.theme import BAD, GOOD, NONE, Look, axis, figure
from locales import Translate

BAD_DEEP, GOOD_DEEP = ("#7A1F00", "#D55E00"), ("#0B3C6F", "#C6E2FF")
BAD_SOFT, GOOD_SOFT = ("#D55E00", "#FFC24A"), ("#4292C6", "#3B8FD9")


def columns(rows: list[dict], t: Translate, look: Look) -> go.Figure:
    """Complaints below, other entries on top, counts written on the parts; a hidden count is "…" on the axis."""
    complaints = [row["complaints"] for row in rows]
    others = [None if None in (row["entries"], row["complaints"]) else row["entries"] - row["complaints"] for row in rows]
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
        traces, t, look, 820 if look.large else 320, barmode="stack", showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "traceorder": "normal", "itemclick": False, "itemdoubleclick": False},
        margin={"l": look.text * 4, "r": 0, "t": 3 * look.line, "b": round(2.6 * look.line)},
        xaxis=axis(look, tickmode="array", tickangle=0, tickvals=kept, ticktext=words),
        yaxis=axis(look, range=[low, high], showgrid=True, gridcolor=look.rule, **ticks(low, high, None, t)),
    )  # fmt: skip


def column(name: str, values: list, colour: str, high: float, t: Translate, look: Look) -> dict:
    """One part of the columns, its counts inside where there is room for them."""
    return {
        "type": "bar", "name": literal(name), "x": list(range(len(values))), "y": values, "hoverinfo": "text",
        "text": [number(value, t) if value and value > high * 0.09 else "" for value in values], "textposition": "inside", "textangle": 0,
        "insidetextfont": {"color": look.on(colour), "size": look.text}, "constraintext": "none",
        "marker": {"color": colour, "line": {"width": 1, "color": look.ground}},
        "hovertext": [stacked(f"{name}: {number(value, t)}") for value in values],
    }  # fmt: skip


def diverging(counts: dict[int, int], n: int, t: Translate, look: Look) -> go.Figure:
    """1–2 to the left of zero, 4–5 to the right, neutral apart at the far right; totals written over each side."""
    share = {rating: counts.get(rating, 0) / n for rating in range(1, 6)}
    negative, positive = share[1] + share[2], share[4] + share[5]
    neutral_at = positive + 0.12
    pieces = [  # rating, from, to
        (2, -share[2], 0.0), (1, -negative, -share[2]), (4, 0.0, share[4]), (5, share[4], positive),
        (3, neutral_at, neutral_at + share[3]),
    ]  # fmt: skip
    shade = {1: BAD_DEEP, 2: BAD_SOFT, 3: NONE, 4: GOOD_SOFT, 5: GOOD_DEEP}
    low, high = min(-negative, -0.3), max(neutral_at + share[3], positive + 0.42)
    over = [(0, "right", t("Negative"), negative, (1, 2), -8), (0, "left", t("Positive"), positive, (4, 5), 8), (neutral_at, "left", t("Neutral"), share[3], (3,), 0)]
    return figure(
        [piece(rating, start, end, counts.get(rating, 0), share[rating], shade[rating][look.dark], t, look) for rating, start, end in pieces],
        t, look, height=8 * look.line, barmode="overlay",
        margin={"l": 0, "r": 0, "t": round(3 * look.line), "b": round(1.6 * look.line)},
        xaxis=axis(look, range=[low, high], visible=False), yaxis=axis(look, range=[-0.5, 0.5], visible=False),
        shapes=[{"type": "line", "x0": 0, "x1": 0, "y0": -0.1, "y1": 1, "yref": "paper", "line": {"color": look.ink, "width": look.stroke}}],
        annotations=[
            {"x": x, "xanchor": side, "xshift": shift, "y": 1, "yref": "paper", "yanchor": "bottom", "showarrow": False, "align": side,
             "text": f"{literal(name)} {percent(part, t)}{BREAK}n = {number(sum(counts.get(r, 0) for r in those), t)}"}
            for x, side, name, part, those, shift in over
        ],
    )  # fmt: skip


def piece(rating: int, start: float, end: float, count: int, share: float, colour: str, t: Translate, look: Look) -> dict:
    """One rating's part of the bar, its number written below it if there is any."""
    return {
        "type": "bar", "orientation": "h", "base": start, "x": [end - start], "y": [0], "width": 1, "hoverinfo": "text",
        "text": [f"{rating}" if share >= 0.03 else ""], "textposition": "inside", "insidetextanchor": "middle", "textangle": 0,
        "constraintext": "none", "insidetextfont": {"color": look.on(colour), "size": look.text},
        "marker": {"color": colour, "line": {"width": look.stroke / 2, "color": look.ground}},
        "hovertext": [stacked(f"{rating}: {percent(share, t)} · n = {number(count, t)}")],
    }  # fmt: skip


def bar_rows(rows: list[dict], labels: list[str], opinions: list[str], t: Translate, look: Look, notes: list[str] | None = None) -> go.Figure:
    """Bars of `entries`, split by opinion where `opinions` names the parts; the total (or the note) at the right."""
    most = min(20, look.rows)
    rows, labels = rows[:most], labels[:most]
    span = Span(0, scale([row["entries"] for row in rows if row["entries"] is not None], None)[1] / 1.08)
    texts = notes or [HIDDEN if row["entries"] is None else number(row["entries"], t) for row in rows]
    traces = split(rows, opinions, span.high, t, look) if opinions else [bar("", [row["entries"] for row in rows], look.first, None, t, look)]
    end = {
        "type": "scatter", "mode": "text", "x": [row["entries"] or 0 for row in rows], "y": list(range(len(rows))), "showlegend": False,
        "text": [indented(wrapped(text, 34)) for text in texts], "textposition": "middle right", "cliponaxis": False, "hoverinfo": "skip",
    }  # fmt: skip
    drawing = row_figure(
        [*traces, end], labels, span, t, look, right=(look.text * 4 if opinions else look.right),
        barmode="stack", showlegend=bool(opinions), xaxis={"visible": False},
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "traceorder": "normal", "itemclick": False, "itemdoubleclick": False},
    )  # fmt: skip
    return drawing


def split(rows: list[dict], opinions: list[str], high: float, t: Translate, look: Look) -> list[dict]:
    """Negative, neutral, positive, and what has no rating; a theme with a hidden part is drawn whole, as unrated."""
    keys = ("negative", "neutral", "positive")
    parts = [[None if any(row[k] is None for k in keys) else row[key] for row in rows] for key in keys]
    rest = [None if row["entries"] is None else row["entries"] - sum(part[i] or 0 for part in parts) for i, row in enumerate(rows)]
    colours = [BAD[look.dark], NONE[look.dark], GOOD[look.dark]]
    named = [*zip(opinions, parts, colours, strict=True), (t("No rating"), rest, look.rule)]
    return [bar(name, values, colour, high, t, look) for name, values, colour in named]


def bar(name: str, values: list, colour: str, high: float | None, t: Translate, look: Look) -> dict:
    """One part of the rows, its counts inside where there is room; `high` None writes none."""
    return {
        "type": "bar", "orientation": "h", "name": literal(name), "x": values, "y": list(range(len(values))), "width": BAR + 0.2,
        "text": [number(value, t) if value and high and value > high * 0.06 else "" for value in values], "textposition": "inside", "textangle": 0,
        "insidetextanchor": "middle", "insidetextfont": {"color": look.on(colour), "size": look.text}, "constraintext": "none",
        "marker": {"color": colour, "line": {"width": 1, "color": look.ground}}, "hoverinfo": "text",
        "hovertext": [stacked(f"{name}: {number(value, t)}" if name else number(value, t)) for value in values],
    }  # fmt: skip
