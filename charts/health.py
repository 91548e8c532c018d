"""How the partnership is: factors with their means and the spread between partners, and what moved between rounds."""

import pandas as pd
import plotly.graph_objects as go

from charts.chart import About, Chart, alt_text, foot, subtitle, table
from charts.giving import side
from charts.missing import HIDDEN, NOT_APPLICABLE, NOT_REPORTED, records
from charts.numbers import number, signed_change
from charts.rows import Span, row_figure
from charts.text import literal, stacked, wrapped
from charts.theme import BAD, GOOD, NONE, Look, empty_figure
from locales import Translate

SCALE = Span(0.7, 5.2)
LOW, HIGH = 1, 5  # not at all, fully


def spread(
    means: pd.DataFrame, dots: pd.DataFrame, t: Translate, large: bool = False, dark: bool = False,
    about: About | None = None,
) -> Chart:  # fmt: skip
    """How far partners lie apart on each factor of one round.

    `means`: name, mean, lowest, highest, partners, answers, reason (suppressed: too few). `dots`: name, score, partners
    (how many gave exactly this score). Factors with the lowest mean come first.
    """
    rows = sorted(records(means), key=lambda row: (row["mean"] is None, row["mean"] or 0, row["name"]))
    look, about = Look(large, dark), about or About()
    known = [row for row in rows if row["mean"] is not None]
    title = t("Too few answers to show without pointing at anybody") if rows else t("No survey has been held yet")
    if known:
        low, high = known[0], max(known, key=lambda row: row["mean"])
        title = t("Strongest: {best} ({high}). Weakest: {worst} ({low})", best=high["name"], worst=low["name"],
                  high=number(high["mean"], t, decimals=1), low=number(low["mean"], t, decimals=1))  # fmt: skip
    cells = [[row["name"], score(row["mean"], t), range_text(row, t), number(row["partners"], t),
              number(row["answers"], t)] for row in rows]  # fmt: skip
    return Chart(
        dotted(known[: look.rows], records(dots), t, look) if known else empty_figure(title, t, look), title,
        subtitle(t("Mean ◆ of each factor and the partners' own scores ●"), about.place, about.period,
                 t("1 not at all, 5 fully")),
        foot([], about, t, t("fewer than five answers are never shown apart")),
        table(cells, [t("Factor"), t("Mean"), t("Lowest to highest"), t("Partners"), t("Answers")]),
        alt_text(title, t("Dots on a scale from 1 to 5"), t),
        dotted(known[: look.rows], records(dots), t, Look(dark=dark, narrow=True)) if known else None,
    )  # fmt: skip


def score(value: float | None, t: Translate) -> str:
    """A mean with one decimal; hidden when too few answered."""
    return HIDDEN if value is None else number(value, t, decimals=1)


def range_text(row: dict, t: Translate) -> str:
    """ "2–5", from the lowest to the highest partner."""
    if row["lowest"] is None or row["highest"] is None:
        return HIDDEN
    return f"{number(row['lowest'], t, decimals=1)}–{number(row['highest'], t, decimals=1)}"


def dotted(rows: list[dict], dots: list[dict], t: Translate, look: Look) -> go.Figure:
    """A line from lowest to highest, a dot where partners are (larger where several are), a diamond for the mean."""
    at = {row["name"]: n for n, row in enumerate(rows)}
    dots = [dot for dot in dots if dot["name"] in at]
    ranged = [(n, row) for n, row in enumerate(rows) if row["lowest"] is not None]
    traces: list[dict] = [
        {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "showlegend": False,
         "line": {"color": look.rule, "width": look.stroke * 4},
         "x": [value for _n, row in ranged for value in (row["lowest"], row["highest"], None)],
         "y": [place for n, _row in ranged for place in (n, n, None)]},
        {"type": "scatter", "mode": "markers", "name": literal(t("partners")), "hoverinfo": "text",
         "x": [dot["score"] for dot in dots], "y": [at[dot["name"]] for dot in dots],
         "hovertext": [t.plural("{n} partner", "{n} partners", int(dot["partners"])) for dot in dots],
         "marker": {"symbol": "circle", "color": look.second, "line": {"width": 1, "color": look.ground},
                    "size": [look.symbol * (0.75 + 0.35 * (dot["partners"] - 1) ** 0.5) for dot in dots]}},
        {"type": "scatter", "mode": "markers", "name": literal(t("mean")), "hoverinfo": "text",
         "x": [row["mean"] for row in rows], "y": list(range(len(rows))),
         "hovertext": [stacked(row["name"], f"{t('Mean')}: {score(row['mean'], t)}") for row in rows],
         "marker": {"symbol": "diamond", "size": look.symbol * 1.2, "color": look.first,
                    "line": {"width": 1.5, "color": look.ground}}},
        side([wrapped(t("mean {mean} · {range}", mean=score(row["mean"], t), range=range_text(row, t)), 30)
              for row in rows], SCALE, look),
    ]  # fmt: skip
    ticks = {"tickmode": "array", "tickvals": [1, 2, 3, 4, 5], "ticktext": ["1", "2", "3", "4", "5"],
             "showgrid": True, "gridcolor": look.rule}  # fmt: skip
    return row_figure(
        traces, [row["name"] for row in rows], SCALE, t, look, xaxis=ticks, showlegend=True, legend=LEGEND
    )


LEGEND = {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "itemclick": False, "itemdoubleclick": False}


def moved(
    frame: pd.DataFrame, t: Translate, large: bool = False, dark: bool = False, about: About | None = None
) -> Chart:
    """`frame`: name, change, change_low, change_high (95 % interval), change_pairs (partners in both rounds).

    A change is called so only where the interval leaves out 0.
    """
    rows = [row for row in records(frame) if row["change"] is not None]
    rows, look, about = sorted(rows, key=lambda row: -row["change"]), Look(large, dark), about or About()
    title = t("No earlier round to compare with, or too few partners answered both times")
    if rows:
        up, down = ([row["name"] for row in rows if direction(row) == way] for way in (1, -1))
        better = t("better: {factors}", factors=", ".join(up)) if up else ""
        worse = t("worse: {factors}", factors=", ".join(down)) if down else ""
        title = (
            t("Clearly {what}", what="; ".join(filter(None, (better, worse)))) if up or down else t("No clear change")
        )
    cells = [
        [
            row["name"],
            signed_change(row["change"], t, decimals=1),
            interval(row, t),
            verdict(row, t),
            number(row["change_pairs"], t),
        ]
        for row in records(frame)
        if row["change"] is not None
    ]
    return Chart(
        intervals(rows[: look.rows], t, look) if rows else empty_figure(title, t, look), title,
        subtitle(t("Change of the mean against the round before, with its 95% interval"), about.place, about.period,
                 t("points of 5")),
        foot([], about, t, t("partners that answered both rounds")),
        table(cells, [t("Factor"), t("Change"), t("95% interval"), t("Meaning"), t("Partners in both")]),
        alt_text(title, t("Dots with intervals around zero"), t),
        intervals(rows[: look.rows], t, Look(dark=dark, narrow=True)) if rows else None,
    )  # fmt: skip


def direction(row: dict) -> int:
    """1 clearly up, −1 clearly down, 0 not clear."""
    if row["change_low"] is None or row["change_high"] is None:
        return 0
    return (row["change_low"] > 0) - (row["change_high"] < 0)


def verdict(row: dict, t: Translate) -> str:
    """Shape and word."""
    return {1: t("▲ clearly better"), -1: t("▼ clearly worse"), 0: t("○ not clear")}[direction(row)]


def interval(row: dict, t: Translate) -> str:
    """ "−0,2 … +0,6"."""
    low, high = (signed_change(row[name], t, decimals=1) for name in ("change_low", "change_high"))
    return NOT_REPORTED if row["change_low"] is None else f"{low} … {high}"


def intervals(rows: list[dict], t: Translate, look: Look) -> go.Figure:
    """A dot with its interval a factor, and the line of no change."""
    reach = max(1.0, *(abs(value) for row in rows for value in (row["change_low"], row["change_high"]))) * 1.05
    span = Span(-reach, reach)
    colours = {1: GOOD[look.dark], -1: BAD[look.dark], 0: NONE[look.dark]}
    symbols = {1: "triangle-up", -1: "triangle-down", 0: "circle-open"}
    traces = [
        {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "line": {"color": look.second, "width": look.stroke},
         "x": [value for row in rows for value in (row["change_low"], row["change_high"], None)],
         "y": [place for n, _row in enumerate(rows) for place in (n, n, None)]},
        {"type": "scatter", "mode": "markers", "hoverinfo": "text", "x": [row["change"] for row in rows],
         "y": list(range(len(rows))),
         "hovertext": [stacked(row["name"], verdict(row, t), interval(row, t)) for row in rows],
         "marker": {"symbol": [symbols[direction(row)] for row in rows], "size": look.symbol,
                    "color": [colours[direction(row)] for row in rows], "line": {"width": look.stroke}}},
        side([wrapped(f"{signed_change(row['change'], t, decimals=1)} · {verdict(row, t)}", 30) for row in rows],
             span, look),
    ]  # fmt: skip
    line = {"type": "line", "x0": 0, "x1": 0, "y0": -0.5, "y1": len(rows) - 0.5, "layer": "below",
            "line": {"color": look.ink, "width": look.stroke / 2, "dash": "dash"}}  # fmt: skip
    steps = {"tickmode": "array", "tickvals": [-1, 0, 1], "ticktext": [signed_change(value, t) for value in (-1, 0, 1)]}
    return row_figure(traces, [row["name"] for row in rows], span, t, look, shapes=[line], xaxis=steps)


def over_rounds(
    frame: pd.DataFrame, t: Translate, large: bool = False, dark: bool = False, about: About | None = None
) -> Chart:
    """`frame`: round, name, mean of each. A small line a factor is more than a head can hold: a grid of means it is."""
    from charts.grid import Cell, Frame, grid

    rows, about = records(frame), about or About()
    rounds = sorted({row["round"] for row in rows})
    names = list(dict.fromkeys(row["name"] for row in rows))
    known = {(row["name"], row["round"]): row for row in rows}
    title = t("No survey has been held yet")
    if rows:
        title = t.plural("{n} round of the survey so far", "{n} rounds of the survey so far", len(rounds))
    cells = {key: Cell(row["mean"] or 0, t("{n} answers", n=number(row["answers"], t)), score(row["mean"], t))
             for key, row in known.items()}  # fmt: skip
    newest = {row["name"]: (row["mean"] - LOW) / (HIGH - LOW)
              for row in sorted(rows, key=lambda row: row["round"]) if row["mean"] is not None}  # fmt: skip
    words = Frame(title, subtitle(t("Mean of each factor by round"), about.place, t("1 not at all, 5 fully")),
                  foot([], about, t), t("Factor"), t("Grid of factors and rounds"))  # fmt: skip
    return grid(cells, names, rounds, words, t, large, dark, NOT_APPLICABLE, filled=False, share=newest)
