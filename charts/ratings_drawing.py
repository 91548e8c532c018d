"""The drawing of ratings: one diverging bar, with the neutral ones apart (Heiberger & Robbins, JSS 57(5), 2014)."""

import plotly.graph_objects as go

from charts.numbers import number, percent
from charts.text import BREAK, literal, stacked
from charts.theme import NONE, Look, axis, figure
from locales import Translate

BAD_DEEP, GOOD_DEEP = ("#7A1F00", "#D55E00"), ("#0B3C6F", "#C6E2FF")
BAD_SOFT, GOOD_SOFT = ("#D55E00", "#FFC24A"), ("#4292C6", "#3B8FD9")


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
    over = [
        (0, "right", t("Negative"), negative, (1, 2), -8),
        (0, "left", t("Positive"), positive, (4, 5), 8),
        (neutral_at, "left", t("Neutral"), share[3], (3,), 0),
    ]
    return figure(
        [
            piece(rating, start, end, counts.get(rating, 0), share[rating], shade[rating][look.dark], t, look)
            for rating, start, end in pieces
        ],
        t,
        look,
        height=(13 if look.large else 8) * look.line,
        barmode="overlay",
        margin={"l": 0, "r": 0, "t": round(3 * look.line), "b": round(1.6 * look.line)},
        xaxis=axis(look, range=[low, high], visible=False),
        yaxis=axis(look, range=[-0.5, 0.5], visible=False),
        shapes=[
            {
                "type": "line",
                "x0": 0,
                "x1": 0,
                "y0": -0.1,
                "y1": 1,
                "yref": "paper",
                "line": {"color": look.ink, "width": look.stroke},
            }
        ],
        annotations=[
            {
                "x": x,
                "xanchor": side,
                "xshift": shift,
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "showarrow": False,
                "align": side,
                "text": f"{literal(name)} {percent(part, t)}{BREAK}n = {number(count(counts, those), t)}",
            }
            for x, side, name, part, those, shift in over
        ],
    )


def piece(
    rating: int, start: float, end: float, count: int, share: float, colour: str, t: Translate, look: Look
) -> dict:
    """One rating's part of the bar, its number written below it if there is any."""
    return {
        "type": "bar",
        "orientation": "h",
        "base": start,
        "x": [end - start],
        "y": [0],
        "width": 1,
        "hoverinfo": "text",
        "text": [f"{rating}" if share >= 0.03 else ""],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "insidetextfont": {"color": look.on(colour), "size": look.text},
        "marker": {"color": colour, "line": {"width": look.stroke / 2, "color": look.ground}},
        "hovertext": [stacked(f"{rating}: {percent(share, t)} · n = {number(count, t)}")],
    }


def count(counts: dict[int, int], chosen: tuple[int, ...]) -> int:
    """How many gave one of the chosen ratings."""
    return sum(counts.get(rating, 0) for rating in chosen)
