"""Who has reported what: partners down, periods across, a colour and a word in each cell."""

import pandas as pd
import plotly.graph_objects as go

from charts.chart import About, Chart, alt_text, foot, more_words, subtitle, table
from charts.missing import NOT_APPLICABLE, NOT_REPORTED, records
from charts.numbers import number, percent, period_label
from charts.phone_rows import phone_rows
from charts.scale import period_ticks
from charts.text import literal, stacked, wrapped
from charts.theme import BAD, GOOD, WARN, Look, axis, empty_figure, figure
from locales import Translate, mark

STATES = {
    "all": mark("all reported"),
    "some": mark("some reported"),
    "none": mark("none reported"),
    "not_due": mark("nothing due"),
}


def matrix(
    frame: pd.DataFrame, t: Translate, large: bool = False, dark: bool = False, about: About | None = None
) -> Chart:
    """`frame`: partner, partner_name, period, reports, reports_due (counts).

    The last 12 periods and 40 partners are drawn (6 and 5 when large), partners with most missing reports first;
    the table has them all. A partner and period that the frame lacks has nothing due.
    """
    rows, look, about = records(frame), Look(large, dark), about or About()
    periods = sorted({str(row["period"]) for row in rows})
    cells = {(partner_label(row, t), str(row["period"])): row for row in rows}
    partners = sorted({partner for partner, _period in cells}, key=lambda partner: (-absent(partner, cells), partner))
    title = finding(rows, t)
    shown = periods[-(6 if large else 12) :]
    most = 5 if large else look.rows
    left = len(partners) - most
    return Chart(
        figure=picture(cells, partners[:most], shown, t, look) if rows else empty_figure(title, t, look),
        title=title,
        subtitle=subtitle(t("Reports received of reports due"), about.place, about.period, t("per partner and period")),
        source=foot(rows, about, t, more_words(left, large, t)),
        table=table(
            [[partner, *(cell_text(cells.get((partner, period)), t) for period in periods)] for partner in partners],
            [t("Partner"), *(period_label(period, t) for period in periods)],
        ),
        alt=alt_text(title, t("Grid of partners and periods"), t),
        narrow=on_a_phone(cells, partners, shown[-4:], t, dark) if rows else None,
    )


def on_a_phone(cells: dict, partners: list[str], periods: list[str], t: Translate, dark: bool) -> go.Figure:
    """A bar a partner for the reports that came in, and under it each of the newest periods."""
    received = [sum((row["reports"] or 0) for (name, _period), row in cells.items() if name == partner)
                for partner in partners]  # fmt: skip
    notes = [", ".join(f"{period_label(period, t)}: {cell_text(cells.get((partner, period)), t)}" for period in periods)
             for partner in partners]  # fmt: skip
    return phone_rows(partners, received, notes, t, dark)


def partner_label(row: dict, t: Translate) -> str:
    """The partner's name, else its code."""
    return str(row.get("partner_name") or row.get("partner") or t("not stated"))


def state(row: dict | None) -> str:
    """One of STATES. More reports than due count as all; no figure for what is due means nothing is."""
    due, received = (row or {}).get("reports_due") or 0, (row or {}).get("reports") or 0
    if not due:
        return "all" if received else "not_due"
    return "all" if received >= due else "some" if received else "none"


def absent(partner: str, cells: dict) -> float:
    """How many reports of this partner are missing."""
    rows = [row for (name, _period), row in cells.items() if name == partner]
    return sum(max((row.get("reports_due") or 0) - (row.get("reports") or 0), 0) for row in rows)


def finding(rows: list[dict], t: Translate) -> str:
    """The share of the reports due that came in; reports beyond what was due do not make up for others."""
    due = sum(row.get("reports_due") or 0 for row in rows)
    if not due:
        return t("No reports are due yet")
    received = sum(min(row.get("reports") or 0, row.get("reports_due") or 0) for row in rows)
    return t("{percent} of the reports due have come in", percent=percent(received / due, t))


def cell_text(row: dict | None, t: Translate) -> str:
    """ "2/3", "—" for none of those due, "n.a." for nothing due."""
    kind = state(row)
    if kind in ("none", "not_due"):
        return NOT_REPORTED if kind == "none" else NOT_APPLICABLE
    return f"{number(row['reports'], t)}/{number(row.get('reports_due') or 0, t)}"


def picture(cells: dict, partners: list[str], periods: list[str], t: Translate, look: Look) -> go.Figure:
    """A square a cell; squares of one state are one trace, so that the legend can name it."""
    size = round(look.text * 2.9)
    row_height = size + 8
    places = {
        (x, y): cells.get((partner, period)) for y, partner in enumerate(partners) for x, period in enumerate(periods)
    }
    top, (kept, words) = 3 * look.line, period_ticks(periods, t, most=12)
    return figure(
        [
            squares(kind, {at: row for at, row in places.items() if state(row) == kind}, size, t, look)
            for kind in STATES
        ],
        t,
        look,
        top + round(2.8 * look.line) + row_height * len(partners),
        showlegend=True,
        legend={
            "orientation": "h",
            "x": 0,
            "xref": "container",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        margin={"l": look.left, "r": 8, "t": top, "b": round(2.8 * look.line)},
        xaxis=axis(
            look, range=[-0.5, len(periods) - 0.5], tickmode="array", tickangle=0, tickvals=kept, ticktext=words
        ),
        yaxis=axis(
            look,
            range=[len(partners) - 0.5, -0.5],
            tickmode="array",
            tickvals=list(range(len(partners))),
            ticktext=[wrapped(partner, look.label_chars) for partner in partners],
            tickfont={"color": look.ink, "size": look.text},
        ),
    )


def squares(kind: str, places: dict, size: int, t: Translate, look: Look) -> dict:
    """All cells of one state: filled when reports came in, an outline when none did, bare words when nothing is due."""
    fill = {"all": GOOD[look.dark], "some": WARN[look.dark]}.get(kind)
    line = BAD[look.dark] if kind == "none" else look.rule if kind == "not_due" else fill
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": literal(t(STATES[kind])),
        "cliponaxis": False,
        "hoverinfo": "text",
        "x": [x for x, _y in places],
        "y": [y for _x, y in places],
        "text": [cell_text(row, t) for row in places.values()],
        "textposition": "middle center",
        "textfont": {"color": look.on(fill) if fill else look.ink, "size": look.text},
        "hovertext": [
            stacked(partner_label(row, t), period_label(row["period"], t), cell_text(row, t))
            if row
            else t(STATES[kind])
            for row in places.values()
        ],
        "marker": {
            "symbol": "square",
            "size": size,
            "color": fill or "rgba(0,0,0,0)",
            "line": {"width": look.stroke, "color": line},
        },
    }
