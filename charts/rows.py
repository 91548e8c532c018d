"""Charts of rows: a label on the left, something drawn in the middle, the status and the figures on the right."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go

from charts.missing import missing_text, reason_text, unpromised_mark
from charts.numbers import is_percent, number
from charts.text import BREAK, literal, wrapped
from charts.theme import Look, axis, figure, status, status_word
from locales import Translate

VALUE_CHARS = 30
NARROW_CHARS = 42  # of 13 px beside each other on 360 px, in wide letters
BAR = 0.36
UNDER = BAR / 2 + 0.06  # where words under a bar begin, in rows


class Span(NamedTuple):
    """The part of the measuring axis that is drawn."""

    low: float
    high: float

    def clip(self, value: float) -> float:
        return min(max(value, self.low), self.high)

    def side(self) -> float:
        """Where the right-hand column begins: a little past the end, and still on the axis, or Plotly leaves it out."""
        return self.high + 0.12 * (self.high - self.low)


def target_text(row: dict, t: Translate) -> str:
    """A target in its unit, a range with both ends: "14%", "0,2–0,5 mg/L"; its mark where none was set."""
    low, high, unit = row.get("target_low"), row.get("target_high"), row.get("unit")
    if row.get("target") is None:
        return unpromised_mark(row.get("reason"))
    if low is not None and high is not None:
        return f"{number(low, t)}–{number(high, t, unit)}"
    return number(row["target"], t, unit)


def actual_of_target(row: dict, t: Translate) -> str:
    """The value in its unit: "60 dari 100 orang"; "60% (target 80%)" where "of" would be read as a share."""
    actual, target, unit = row.get("actual"), row.get("target"), row.get("unit")
    if actual is None:
        return missing_text(row.get("reason"), t)
    if target is None:
        return number(actual, t, unit)
    if row.get("target_low") is not None or is_percent(unit) or row.get("direction") in ("down", "keep"):
        return t("{actual} (target {target})", actual=number(actual, t, unit), target=target_text(row, t))
    return t("{actual} of {target}", actual=number(actual, t), target=number(target, t, unit))


def side_trace(rows: list[dict], values: list[str], span: Span, t: Translate, look: Look) -> dict:
    """Status shape, status word and value of each row, right of the drawing; on a phone under the bar."""
    if look.narrow:
        words = [f"{status(row.get('status')).shape} {verdict_word(row, t)} · {value}"
                 for row, value in zip(rows, values, strict=True)]  # fmt: skip
        return under_bars([wrapped(text, NARROW_CHARS) for text in words], span)
    return {
        "type": "scatter", "mode": "markers+text", "cliponaxis": False, "hoverinfo": "skip",
        "x": [span.side()] * len(rows), "y": list(range(len(rows))),
        "marker": {
            "symbol": [status(row.get("status")).symbol for row in rows],
            "color": [look.colour(row.get("status")) for row in rows],
            "size": look.symbol, "line": {"width": look.stroke / 2},
        },
        "text": [indented(literal(verdict_word(row, t)) + BREAK + wrapped(value, VALUE_CHARS))
                 for row, value in zip(rows, values, strict=True)],
        "textposition": "middle right",
    }  # fmt: skip


def under_bars(texts: Sequence[str], span: Span) -> dict:
    """Words under the bar of each row, for a phone."""
    return {
        "type": "scatter", "mode": "text", "cliponaxis": False, "hoverinfo": "skip", "showlegend": False,
        "textposition": "bottom right", "x": [span.low] * len(texts),
        "y": [place + UNDER for place in range(len(texts))], "text": list(texts),
    }  # fmt: skip


def verdict_word(row: dict, t: Translate) -> str:
    """The word of the status; where a value is there and only the verdict is missing, the reason for that."""
    if row.get("status") == "no_data" and row.get("actual") is not None and row.get("reason"):
        return reason_text(row["reason"], t).capitalize()
    return judged_word(row, t)


def judged_word(row: dict, t: Translate) -> str:
    """The verdict in the words of the scheme that judged (`band_word`), else the word of the status."""
    return row.get("band_word") or status_word(row.get("status"), t)


def judged_text(row: dict, t: Translate) -> str:
    """Shape and word of the verdict: "◆ Sedang"."""
    return f"{status(row.get('status')).shape} {judged_word(row, t)}"


def indented(text: str) -> str:
    """Each line a little away from the mark before it."""
    return BREAK.join("\N{NO-BREAK SPACE}" + line for line in text.split(BREAK))


def tick_trace(points: list[tuple[int, float]], look: Look, share: float = 0.5) -> dict:
    """Upright lines across rows, as (row, value); `share` of the row's height long."""
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [value for _row, value in points],
        "y": [row for row, _value in points],
        "marker": {
            "symbol": "line-ns",
            "size": look.row * share * (0.6 if look.narrow else 1),  # words stand over and under it there
            "line": {"width": look.stroke + 1, "color": look.ink},
        },
        "hoverinfo": "skip",
    }


def note_trace(notes: list[tuple[int, float, str]], look: Look) -> dict:
    """Marks or figures inside the drawing, as (row, value, text)."""
    return {
        "type": "scatter", "mode": "text", "hoverinfo": "skip", "cliponaxis": False, "textposition": "middle right",
        "x": [value for _row, value, _text in notes], "y": [row for row, _value, _text in notes],
        "text": [literal(text) for _row, _value, text in notes],
        "textfont": {"color": look.faint_ink, "size": look.text},
    }  # fmt: skip


def row_figure(
    traces: list[dict], labels: list[str], span: Span, t: Translate, look: Look, right: int = 0, **layout: Any
) -> go.Figure:
    """The figure of such a chart; its height follows from the number of rows. `more_legend`: lines of the legend
    beyond the first, where the drawing stands in half of the screen."""
    top, bottom = round((2 if look.narrow else 1.4) * look.line), round(1.3 * look.line)
    top += 2 * look.line * (look.narrow and bool(layout.get("showlegend")))  # it stands on several lines there
    top += look.line * layout.pop("more_legend", 0)
    measure = layout.pop("xaxis", {})
    rows = {
        "range": [len(labels) - 0.5, -0.5], "tickmode": "array", "tickvals": list(range(len(labels))),
        "ticktext": [wrapped(label, look.label_chars) for label in labels],
        "tickfont": {"color": look.ink, "size": look.text},
        "ticklabelstandoff": round(look.text * (0.9 if look.large else 0.6)),
    }  # fmt: skip
    if look.narrow:
        rows |= {"showticklabels": False}
        traces = [*traces, over_bars(labels, span)]
    return figure(
        traces, t, look, top + bottom + (row_height(len(labels), look) + further_line(traces, look)) * len(labels),
        margin={"l": look.left, "r": right or look.right, "t": top, "b": bottom},
        yaxis=axis(look, **rows),
        xaxis=axis(look, range=[span.low, span.high if look.narrow else span.side()], tickangle=0, **measure),
        **{"barmode": "overlay"} | layout,
    )  # fmt: skip


def row_height(n_rows: int, look: Look) -> int:
    """Few rows use the height of a wall."""
    return max(look.row, min(160, 640 // max(n_rows, 1))) if look.large else look.row


def further_line(traces: list[dict], look: Look) -> int:
    """Room for one more line of words beside each bar (on a phone under it), where one of them needs it: none then lies
    on the row above, or on the heading of the column."""
    place, most = ("bottom right", 1) if look.narrow else ("middle right", 2)
    beside = (text for trace in traces if trace.get("textposition") == place for text in trace["text"])
    is_taken = any(text.count(BREAK) >= most for text in beside)
    return round((1.3 if look.narrow else 1) * look.line) * is_taken


def over_bars(labels: list[str], span: Span) -> dict:
    """The name of each row over its bar, for a phone."""
    return {
        "type": "scatter", "mode": "text", "cliponaxis": False, "hoverinfo": "skip", "textposition": "top right",
        "showlegend": False,
        "x": [span.low] * len(labels), "y": [y - BAR / 2 - 0.15 for y in range(len(labels))],  # clear of marks
        "text": [wrapped(label, NARROW_CHARS, lines=1) for label in labels],
    }  # fmt: skip


def heading(text: str, x: float, anchor: str, look: Look, xref: str = "x") -> dict:
    """A word over the drawing, at a place on the measuring axis (or, with xref "paper", of the figure)."""
    return {
        "text": literal(text), "x": x, "xref": xref, "xanchor": anchor, "y": 1, "yref": "paper", "yanchor": "bottom",
        "showarrow": False, "font": {"size": look.text, "color": look.faint_ink},
    }  # fmt: skip
