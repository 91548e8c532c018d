"""Pledged and delivered, budgets and campaigns: rows with one bar each, measured against what was promised."""

import pandas as pd
import plotly.graph_objects as go

from charts.chart import About, Chart, alt_text, foot, subtitle, table
from charts.missing import NOT_APPLICABLE, NOT_REPORTED, records
from charts.numbers import money, number, percent
from charts.rows import BAR, Span, row_figure, under_bars
from charts.text import BREAK, literal, stacked, wrapped
from charts.theme import GOOD, WARN, Look, axis, empty_figure
from locales import Translate


def promised(
    rows: list[dict], currency: str, t: Translate, large: bool = False, dark: bool = False, about: About | None = None
) -> Chart:
    """`rows`: label, pledged, delivered (one currency; None not reported). The bar is what came, as a
    share of what was pledged; a partner that pledged nothing stands in the table alone."""
    rows, look, about = (
        sorted(rows, key=lambda row: -(row["pledged"] or row["delivered"] or 0)),
        Look(large, dark),
        about or About(),
    )
    known = [row for row in rows if row["pledged"] and row["delivered"] is not None]
    title = t("Nothing has been pledged yet")
    if known:
        share = sum(row["delivered"] for row in known) / sum(row["pledged"] for row in known)
        title = t("{percent} of what was pledged has been delivered", percent=percent(share, t))
    cells = [
        [row["label"], money(row["pledged"], currency, t), money(row["delivered"], currency, t), share_text(row, t)]
        for row in rows
    ]
    return Chart(
        bars(rows[: look.rows], currency, t, look) if known else empty_figure(title, t, look), title,
        subtitle(t("Delivered (bar) as a share of what was pledged (line)"), about.place, about.period,
                 currency or t("currency not stated")),
        foot([], about, t), table(cells, [t("Partner"), t("Pledged"), t("Delivered"), t("Share")]),
        alt_text(title, t("Bars with a line for the pledge"), t),
        bars(rows[: look.rows], currency, t, Look(dark=dark, narrow=True)) if known else None,
    )  # fmt: skip


def share_text(row: dict, t: Translate) -> str:
    """Delivered of pledged; a mark where one of the two is missing."""
    if row["delivered"] is None:
        return NOT_REPORTED
    return percent(row["delivered"] / row["pledged"], t) if row["pledged"] else NOT_APPLICABLE


def bars(rows: list[dict], currency: str, t: Translate, look: Look) -> go.Figure:
    """A bar a partner as a share of its own pledge, so that one line at 100% runs through all; amounts at the right."""
    rows = [row for row in rows if row["pledged"]]
    shares = [None if row["delivered"] is None else row["delivered"] / row["pledged"] for row in rows]
    span = Span(0, max(1.2, *(value * 1.03 for value in shares if value is not None)))
    notes = [
        t(
            "{delivered} of {pledged}",
            delivered=money(row["delivered"], currency, t),
            pledged=money(row["pledged"], currency, t),
        )
        for row in rows
    ]
    beside = [  # the currency stands in the subtitle: with it the words run into the next row
        t(
            "{delivered} of {pledged}",
            delivered=money(row["delivered"], None, t),
            pledged=money(row["pledged"], None, t),
        )
        for row in rows
    ]
    traces = [
        {"type": "bar", "orientation": "h", "x": [value or 0 for value in shares], "y": list(range(len(rows))),
         "width": BAR, "marker": {"color": look.first}, "hoverinfo": "text",
         "hovertext": [stacked(row["label"], note, share_text(row, t)) for row, note in zip(rows, notes, strict=True)]},
        side([literal(share_text(row, t)) + BREAK + wrapped(note, 34)
              for row, note in zip(rows, beside, strict=True)], span, look),
    ]  # fmt: skip
    line = {"type": "line", "x0": 1, "x1": 1, "y0": -0.5, "y1": len(rows) - 0.5,
            "line": {"color": look.ink, "width": look.stroke}}  # fmt: skip
    steps = {"tickmode": "array", "tickvals": [0, 0.5, 1], "ticktext": [percent(value, t) for value in (0, 0.5, 1)]}
    return row_figure(traces, [row["label"] for row in rows], span, t, look, xaxis=steps, shapes=[line])


def side(texts: list[str], span: Span, look: Look) -> dict:
    """Words right of the drawing; on a phone under each row."""
    if look.narrow:
        return under_bars([text.replace(BREAK, " · ") for text in texts], span)
    return {"type": "scatter", "mode": "text", "cliponaxis": False, "hoverinfo": "skip", "showlegend": False,
            "x": [span.side()] * len(texts), "y": list(range(len(texts))), "text": texts,
            "textposition": "middle right"}  # fmt: skip


def money_and_results(
    frame: pd.DataFrame,
    currency: str,
    t: Translate,
    large: bool = False,
    dark: bool = False,
    about: About | None = None,
) -> Chart:
    """`frame`: label, budget, money, spent_share, time_share, burn_ratio, results, judged, favourable, ahead.

    One line runs through all rows at 1: as planned. ◆ money (spent share / share of time), ● results (median on-track
    ratio).
    """
    rows, look, about = records(frame), Look(large, dark), about or About()
    ahead = [row["label"] for row in rows if row["ahead"]]
    known = [row for row in rows if row["burn_ratio"] is not None or row["results"] is not None]
    title = t("No programme has a budget, money and results yet")
    if ahead:
        title = t("Money runs ahead of results: {programmes}", programmes=", ".join(ahead))
    elif known:
        title = t("In no programme does money run far ahead of results")
    cells = [
        [
            row["label"],
            money(row["budget"], currency, t),
            money(row["money"], currency, t),
            share(row["spent_share"], t),
            share(row["time_share"], t),
            ratio(row["burn_ratio"], t),
            ratio(row["results"], t),
            t("{n} of {m}", n=number(row["favourable"], t), m=number(row["judged"], t)),
        ]
        for row in rows
    ]
    heads = [
        t("Programme"),
        t("Budget"),
        t("Money delivered"),
        t("Of the budget"),
        t("Of the time"),
        t("Money against plan"),
        t("Results against plan"),
        t("Met or on track"),
    ]
    return Chart(
        dots(known[: look.rows], t, look) if known else empty_figure(title, t, look), title,
        subtitle(t("Money ◆ and results ● against plan; 1 is as planned"), about.place, about.period,
                 currency or t("currency not stated")),
        foot([], about, t), table(cells, heads), alt_text(title, t("Two marks a programme on one scale"), t),
        dots(known[: look.rows], t, Look(dark=dark, narrow=True)) if known else None,
    )  # fmt: skip


def share(value: float | None, t: Translate) -> str:
    """A share, or n.a. where there is none."""
    return NOT_APPLICABLE if value is None else percent(value, t)


def ratio(value: float | None, t: Translate) -> str:
    """A ratio with two decimals, or n.a."""
    return NOT_APPLICABLE if value is None else number(value, t, decimals=2)


def dots(rows: list[dict], t: Translate, look: Look) -> go.Figure:
    """A diamond for money, a dot for results, a line between them, and the line of the plan."""
    values = [row[name] for row in rows for name in ("burn_ratio", "results") if row[name] is not None]
    span = Span(min(0.0, *values), max(1.25, *(value * 1.05 for value in values)))
    joined = [(n, row) for n, row in enumerate(rows) if None not in (row["burn_ratio"], row["results"])]
    traces: list[dict] = [
        {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "showlegend": False,
         "line": {"color": look.second, "width": look.stroke},
         "x": [value for _n, row in joined for value in (row["burn_ratio"], row["results"], None)],
         "y": [place for n, _row in joined for place in (n, n, None)]},
        mark_trace(rows, "burn_ratio", "diamond", WARN[look.dark], t("Money"), t, look),
        mark_trace(rows, "results", "circle", GOOD[look.dark], t("Results"), t, look),
        side([wrapped(t("money {money} · results {results}", money=ratio(row["burn_ratio"], t),
                        results=ratio(row["results"], t)), 34) for row in rows], span, look),
    ]  # fmt: skip
    line = {"type": "line", "x0": 1, "x1": 1, "y0": -0.5, "y1": len(rows) - 0.5, "layer": "below",
            "line": {"color": look.ink, "width": look.stroke / 2, "dash": "dash"}}  # fmt: skip
    return row_figure(traces, [row["label"] for row in rows], span, t, look, shapes=[line], showlegend=True,
                      xaxis=axis(look, tickmode="array", tickvals=[0, 0.5, 1], ticktext=["0", number(0.5, t), "1"]),
                      legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "itemclick": False,
                              "itemdoubleclick": False})  # fmt: skip


def mark_trace(rows: list[dict], column: str, symbol: str, colour: str, name: str, t: Translate, look: Look) -> dict:
    """The marks of one measure."""
    known = [(n, row) for n, row in enumerate(rows) if row[column] is not None]
    return {"type": "scatter", "mode": "markers", "name": literal(name), "cliponaxis": False, "hoverinfo": "text",
            "x": [row[column] for _n, row in known], "y": [n for n, _row in known],
            "hovertext": [stacked(row["label"], f"{name}: {ratio(row[column], t)}") for _n, row in known],
            "marker": {"symbol": symbol, "size": look.symbol, "color": colour}}  # fmt: skip
