"""For a phone: what a wide drawing counts, as one bar under another with words under each."""

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.rows import BAR, NARROW_CHARS, Span, row_figure, under_bars
from charts.text import stacked, wrapped
from charts.theme import Look
from locales import Translate

MOST = 8


def phone_rows(
    labels: Sequence[str], values: Sequence[float], notes: Sequence[str], t: Translate, dark: bool = False,
    whole: float | None = None,
) -> go.Figure:  # fmt: skip
    """A name, a bar and a note a row, of at most MOST rows in the order given; the table has them all. A bar over all
    the width is `whole`, else the largest of them."""
    look = Look(dark=dark, narrow=True)
    labels, values, notes = list(labels)[:MOST], list(values)[:MOST], list(notes)[:MOST]
    span = Span(0, whole or max([*values, 0]) or 1)
    bars = {
        "type": "bar", "orientation": "h", "x": values, "y": list(range(len(values))), "width": BAR,
        "marker": {"color": look.first}, "hoverinfo": "text",
        "hovertext": [stacked(*both) for both in zip(labels, notes, strict=True)],
    }  # fmt: skip
    under = under_bars([wrapped(note, NARROW_CHARS) for note in notes], span)
    return row_figure([bars, under], labels, span, t, look, xaxis={"visible": False})
