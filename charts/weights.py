"""Who carries how much weight: each partner's share of money, work, lead roles, speaking and decisions."""

import pandas as pd
import plotly.graph_objects as go

from charts.chart import About, Chart, alt_text, foot, subtitle, table
from charts.giving import side
from charts.missing import NOT_REPORTED, records
from charts.numbers import number, percent
from charts.rows import Span, row_figure
from charts.text import literal, stacked, wrapped
from charts.theme import GOOD, WARN, Look, empty_figure
from locales import Translate, mark

DIMENSIONS = {  # word, symbol for Plotly, sign in text; the colour comes from the look
    "money": (mark("money"), "diamond", "◆"),
    "decisions": (mark("decisions"), "circle", "●"),
    "speaking": (mark("speaking"), "square-open", "□"),
    "lead": (mark("lead roles"), "triangle-up-open", "△"),
    "activities": (mark("activities"), "x-thin-open", "×"),
    "in_kind": (mark("in kind"), "diamond-open", "◇"),
}
DRAWN = ("money", "decisions", "speaking", "lead")


def side_by_side(
    frame: pd.DataFrame, t: Translate, large: bool = False, dark: bool = False, about: About | None = None
) -> Chart:
    """`frame`: partner_name, dimension, share (fractions of 1). The gap between money and decisions is drawn."""
    rows, look, about = records(frame), Look(large, dark), about or About()
    known = {(row["partner_name"], row["dimension"]): row["share"] for row in rows}
    counted = [name for name in DIMENSIONS if any(row["dimension"] == name for row in rows)]
    partners = list(dict.fromkeys(row["partner_name"] for row in rows))
    partners.sort(key=lambda name: (-max(known.get((name, one), 0) for one in DRAWN), name))
    cells = [[name, *(percent(known.get((name, one)), t) for one in counted)] for name in partners]
    title = finding(known, partners, counted, t)
    return Chart(
        drawn(known, partners[: look.rows], [name for name in counted if name in DRAWN], t, look)
        if partners and counted else empty_figure(title, t, look),
        title,
        subtitle(t("Each partner's share of the whole"), about.place, about.period, t("% of all partners together")),
        foot([], about, t), table(cells, [t("Partner"), *(t(DIMENSIONS[name][0]).capitalize() for name in counted)]),
        alt_text(title, t("Several marks a partner on one scale"), t),
        drawn(known, partners[: look.rows], [name for name in counted if name in DRAWN], t,
              Look(dark=dark, narrow=True)) if partners and counted else None,
    )  # fmt: skip


def finding(known: dict, partners: list[str], counted: list[str], t: Translate) -> str:
    """Where money and decisions lie furthest apart."""
    if not partners or not counted:
        return t("Nothing has been counted yet")
    if not {"money", "decisions"} <= set(counted):
        return t("Decisions are not counted yet: the sheet Participation is empty")
    gap = {name: known.get((name, "money"), 0) - known.get((name, "decisions"), 0) for name in partners}
    widest = max(gap, key=lambda name: (abs(gap[name]), name))
    if not round(abs(gap[widest]), 6):
        return t("Each partner's share of the money is its share of the decisions")
    return t("{partner} gives {money} of the money and {decisions} of the decisions come from it",
             partner=widest, money=percent(known.get((widest, "money"), 0), t),
             decisions=percent(known.get((widest, "decisions"), 0), t))  # fmt: skip


def drawn(known: dict, partners: list[str], counted: list[str], t: Translate, look: Look) -> go.Figure:
    """Marks of different shape on one line a partner."""
    high = max((known.get((name, one), 0) for name in partners for one in counted), default=0.1) * 1.06 or 0.1
    span = Span(0, high)
    colours = {"money": WARN[look.dark], "decisions": GOOD[look.dark]}
    ends = [[known.get((name, one)) for one in ("money", "decisions")] for name in partners]
    traces: list[dict] = [{
        "type": "scatter", "mode": "lines", "hoverinfo": "skip", "showlegend": False,
        "line": {"color": look.rule, "width": look.stroke * 3},
        "x": [value for pair in ends if None not in pair for value in (*pair, None)],
        "y": [place for n, pair in enumerate(ends) if None not in pair for place in (n, n, None)],
    }]  # fmt: skip
    for one in counted:
        word, symbol, _sign = DIMENSIONS[one]
        shown = [(n, name) for n, name in enumerate(partners) if known.get((name, one)) is not None]
        traces.append({
            "type": "scatter", "mode": "markers", "name": literal(t(word)), "hoverinfo": "text", "cliponaxis": False,
            "x": [known[name, one] for _n, name in shown], "y": [n for n, _name in shown],
            "hovertext": [stacked(name, f"{t(word)}: {percent(known[name, one], t)}") for _n, name in shown],
            "marker": {"symbol": symbol, "size": look.symbol, "color": colours.get(one, look.ink),
                       "line": {"width": look.stroke}},
        })  # fmt: skip
    texts = [wrapped(share_words(name, known, counted, t), 34) for name in partners]
    traces.append(side(texts, span, look))
    kept = [value for value in (0, 0.25, 0.5, 0.75, 1) if value <= high]
    ticks = {"tickmode": "array", "tickvals": kept, "ticktext": [percent(value, t) for value in kept]}
    return row_figure(traces, partners, span, t, look, xaxis=ticks, showlegend=True,
                      legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "itemclick": False,
                              "itemdoubleclick": False})  # fmt: skip


def share_words(name: str, known: dict, counted: list[str], t: Translate) -> str:
    """ "◆ 86% · ● 30%"; "—" for a partner that nothing was counted of."""
    kept = [one for one in counted if known.get((name, one)) is not None]
    return " · ".join(f"{DIMENSIONS[one][2]} {percent(known[name, one], t)}" for one in kept) or NOT_REPORTED


def shoulders(frame: pd.DataFrame, t: Translate) -> pd.DataFrame:
    """A table in words of `frame`: dimension, partners, gini, effective_partners, largest_name, largest_share, tied."""
    cells = [
        [
            f"{DIMENSIONS[row['dimension']][2]} {t(DIMENSIONS[row['dimension']][0])}",
            number(row["partners"], t),
            number(row["effective_partners"], t, decimals=1),
            number(row["gini"], t, decimals=2),
            t("{partners} ({percent} each)", partners=row["largest_name"], percent=percent(row["largest_share"], t))
            if row["tied"]
            else f"{row['largest_name']} ({percent(row['largest_share'], t)})",
        ]
        for row in records(frame)
    ]
    return table(cells, [t("What"), t("Partners"), t("As many equal partners as"), t("Gini (0 even, 1 all with one)"),
                         t("Largest share")])  # fmt: skip
