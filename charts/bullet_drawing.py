"""The drawing of bullet rows. 0 is the baseline, 1 the target of each row, so one target line serves them all."""

from typing import NamedTuple

import plotly.graph_objects as go

from charts.missing import measure_mark, missing_text
from charts.numbers import percent
from charts.rows import (
    BAR,
    Span,
    actual_of_target,
    heading,
    judged_text,
    note_trace,
    row_figure,
    side_trace,
    tick_trace,
)  # fmt: skip
from charts.text import stacked
from charts.theme import Look
from locales import Translate

LIMITS = Span(-0.25, 1.5)


class Way(NamedTuple):
    """How far a row has come, and should have come by now, on the common axis."""

    reached: float | None
    expected: float | None
    is_share_of_target: bool


def way(row: dict) -> Way:
    """Progress and expected progress; as shares of the target where there is no progress but an achievement."""
    baseline, target, expected = row.get("baseline"), row.get("target"), row.get("expected")
    if row.get("progress") is not None:
        is_known = None not in (baseline, target, expected) and target != baseline
        return Way(row["progress"], (expected - baseline) / (target - baseline) if is_known else None, False)
    if row.get("achievement") is not None:
        return Way(row["achievement"], expected / target if expected is not None and target else None, True)
    return Way(None, None, False)


def direct_label(row: dict, t: Translate) -> str:
    """What stands beside the bar: "50% · 60 dari 100 orang"."""
    reached = way(row)
    if reached.reached is None:
        return actual_of_target(row, t) if row.get("actual") is not None else missing_text(row.get("reason"), t)
    share = percent(reached.reached, t)
    share = t("{percent} of target", percent=share) if reached.is_share_of_target else share
    return f"{share} · {actual_of_target(row, t)}"


def picture(rows: list[dict], labels: list[str], t: Translate, look: Look) -> go.Figure:
    """Track, bar, expected tick and target line of each row; its status and figures at the right."""
    ways = [way(row) for row in rows]
    span = drawn_span(ways)
    known = [(y, one) for y, one in enumerate(ways) if one.reached is not None]
    empty = [(y, 0, measure_mark(row)) for y, row in enumerate(rows) if ways[y].reached is None]
    return row_figure(
        [
            tracks([y for y, _one in known], look),
            bars(rows, labels, ways, span, t, look),
            tick_trace([(y, span.clip(one.reached)) for y, one in known], look, BAR),
            expected_marks(known, span, look),
            overruns(known, span, look),
            note_trace(empty, look),
            side_trace(rows, [direct_label(row, t) for row in rows], span, t, look),
        ],
        labels, span, t, look,
        shapes=[target_line(look)],
        annotations=[
            heading(t("Baseline"), 0, "left", look),
            heading(t("Target"), 1, "center", look),
            heading(t("▽ expected by now"), 1.0, "right" if look.narrow else "left", look, xref="paper")
            | {"yshift": look.line if look.narrow else 0},
        ],
        xaxis={"tickvals": [0, 0.5, 1], "ticktext": [percent(mark, t) for mark in (0, 0.5, 1)]},
    )  # fmt: skip


def drawn_span(ways: list[Way]) -> Span:
    """As much of the axis as the rows need: below 0 only if one is under its baseline, to 150% if one is well past."""
    values = [value for one in ways for value in (one.reached, one.expected) if value is not None]
    low = LIMITS.low if min(values, default=0) < 0 else 0
    return Span(low, LIMITS.high if max(values, default=0) > 1.1 else 1.12)


def tracks(filled: list[int], look: Look) -> dict:
    """A pale band from baseline to target behind the rows that have a figure."""
    return {
        "type": "bar", "orientation": "h", "hoverinfo": "skip", "width": BAR,
        "x": [1] * len(filled), "y": filled, "marker": {"color": look.rule},
    }  # fmt: skip


def bars(rows: list[dict], labels: list[str], ways: list[Way], span: Span, t: Translate, look: Look) -> dict:
    """One bar a row in the colour of its status; hatched when it is the share of the target, not the progress."""
    return {
        "type": "bar",
        "orientation": "h",
        "width": BAR,
        "hoverinfo": "text",
        "x": [None if one.reached is None else span.clip(one.reached) for one in ways],
        "y": list(range(len(rows))),
        "marker": {
            "color": [look.colour(row.get("status")) for row in rows],
            "pattern": {
                "shape": ["/" if one.is_share_of_target else "" for one in ways],
                "fillmode": "replace",
                "solidity": 0.45,
            },
        },
        "hovertext": [
            stacked(label, direct_label(row, t), judged_text(row, t)) for label, row in zip(labels, rows, strict=True)
        ],
    }


def expected_marks(known: list[tuple[int, Way]], span: Span, look: Look) -> dict:
    """A small triangle over the bar where the row should be by now."""
    points = [(y, span.clip(one.expected)) for y, one in known if one.expected is not None]
    return {
        "type": "scatter",
        "mode": "markers",
        "hoverinfo": "skip",
        "cliponaxis": False,
        "x": [x for _y, x in points],
        "y": [y - BAR / 2 - 0.1 for y, _x in points],
        "marker": {
            "symbol": "triangle-down-open",
            "size": look.symbol * 0.8,
            "color": look.ink,
            "line": {"width": look.stroke * 0.75},
        },
    }


def overruns(known: list[tuple[int, Way]], span: Span, look: Look) -> dict:
    """An arrow head at the edge where a bar goes on beyond the drawing."""
    beyond = [(y, one.reached) for y, one in known if not span.low <= one.reached <= span.high]
    return {
        "type": "scatter", "mode": "markers", "hoverinfo": "skip", "cliponaxis": False,
        "x": [span.clip(x) for _y, x in beyond], "y": [y for y, _x in beyond],
        "marker": {
            "symbol": ["triangle-right" if x > span.high else "triangle-left" for _y, x in beyond],
            "size": look.symbol * 1.3, "color": look.ink,
        },
    }  # fmt: skip


def target_line(look: Look) -> dict:
    """One line through all rows."""
    line = {"color": look.ink, "width": look.stroke}
    return {"type": "line", "x0": 1, "x1": 1, "y0": 0, "y1": 1, "yref": "paper", "line": line}
