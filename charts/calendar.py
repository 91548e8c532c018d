"""When partners do what: a bar an activity, from its first to its last day."""

import datetime as dt
from calendar import monthrange

import pandas as pd
import plotly.graph_objects as go

from charts.chart import About, Chart, alt_text, foot, more_words, subtitle, table
from charts.missing import NOT_REPORTED, records
from charts.numbers import date, number
from charts.periods import month_name
from charts.rows import NARROW_CHARS
from charts.text import literal, stacked, wrapped
from charts.theme import NONE, Look, axis, empty_figure, figure
from locales import Translate, mark

BAR_NARROW = 0.3  # of a row: the name of an activity stands over its bar
STANDINGS = {  # word, pattern of the bar, sign before the word
    "ongoing": (mark("under way"), "", "▶"),
    "planned": (mark("planned"), "/", "◇"),
    "done": (mark("done"), ".", "■"),
    "cancelled": (mark("cancelled"), "x", "✖"),
}


def calendar(
    frame: pd.DataFrame, t: Translate, as_of: dt.date, large: bool = False, dark: bool = False,
    about: About | None = None,
) -> Chart:  # fmt: skip
    """`frame`: activity, partner_name or partner, place_name, start, end (none: until further notice), standing.

    Those under way come first, then what is planned, then what is done, the newest first; the table has them all.
    """
    order = list(STANDINGS)
    rows = sorted(records(frame), key=lambda row: (order.index(row["standing"]), -row["start"].toordinal()))
    look, about = Look(large, dark), about or About(as_of=as_of)
    running = sum(row["standing"] == "ongoing" for row in rows)
    title = t.plural("{n} activity is under way", "{n} activities are under way", running, n=number(running, t))
    if not rows:
        title = t("No activities in this selection")
    most = min(look.rows, 25)
    left = len(rows) - most
    cells = [
        [
            row["activity"],
            who(row),
            row.get("place_name") or "—",
            date(row["start"], t),
            date(row["end"], t) if row["end"] else t("until further notice"),
            standing(row, t),
        ]
        for row in rows
    ]
    return Chart(
        drawn(rows[:most], as_of, t, look) if rows else empty_figure(title, t, look), title,
        subtitle(t("Activities from first to last day"), about.place, about.period, t("months")),
        foot([], about, t, more_words(left, large, t)),
        table(cells, [t("Activity"), t("Partner"), t("Place"), t("Start"), t("End"), t("Status")]),
        alt_text(title, t("Calendar of bars"), t),
        drawn(rows[: min(most, 8)], as_of, t, Look(dark=dark, narrow=True)) if rows else None,
    )  # fmt: skip


def who(row: dict) -> str:
    """The partner's name, else its code."""
    return str(row.get("partner_name") or row.get("partner") or NOT_REPORTED)


def standing(row: dict, t: Translate) -> str:
    """Sign and word: "▶ berjalan"."""
    word, _pattern, sign = STANDINGS[row["standing"]]
    return f"{sign} {t(word)}"


def drawn(rows: list[dict], as_of: dt.date, t: Translate, look: Look) -> go.Figure:
    """Bars over months, a line for the day of the data; an open end is an arrow."""
    first = min(row["start"] for row in rows).replace(day=1)
    ends = [row["end"] or max(as_of, row["start"]) for row in rows]
    last = max(*ends, as_of)
    last = last.replace(day=monthrange(last.year, last.month)[1]) + dt.timedelta(days=20)
    traces = [bars(key, [(n, row, ends[n]) for n, row in enumerate(rows) if row["standing"] == key], t, look)
              for key in STANDINGS]  # fmt: skip
    opened = [n for n, row in enumerate(rows) if not row["end"]]
    traces.append({"type": "scatter", "mode": "text", "hoverinfo": "skip", "showlegend": False, "cliponaxis": False,
                   "x": [ends[n].isoformat() for n in opened], "y": opened, "text": ["▸"] * len(opened),
                   "textposition": "middle right",
                   "textfont": {"color": look.first, "size": look.text + 3}})  # fmt: skip
    top, bottom = round((3.4 if look.narrow else 2.2) * look.line), round(2.8 * look.line)
    row_height = round(look.line * (3.6 if look.narrow else 2.2))
    labels = [f"{row['activity']} · {row.get('place_name') or '—'}" for row in rows]
    over = [{"x": 0, "xref": "paper", "xanchor": "left", "y": n - BAR_NARROW / 2, "yanchor": "bottom",
             "showarrow": False, "text": wrapped(label, NARROW_CHARS, 1)}
            for n, label in enumerate(labels)]  # fmt: skip
    kept, words = months(first, last, t, look.ticks)
    return figure(
        traces, t, look, top + bottom + row_height * len(rows), barmode="overlay", showlegend=True,
        legend={"orientation": "h", "x": 0, "xref": "container", "y": 1, "yref": "container", "yanchor": "top",
                "itemclick": False, "itemdoubleclick": False, "traceorder": "normal"},
        margin={"l": look.left if look.narrow else look.left + look.text * 4, "r": 12, "t": top, "b": bottom},
        annotations=over if look.narrow else [],
        shapes=[{"type": "line", "x0": as_of.isoformat(), "x1": as_of.isoformat(), "y0": 0, "y1": 1, "yref": "paper",
                 "line": {"color": look.ink, "width": look.stroke / 2, "dash": "dash"}}],
        xaxis=axis(look, type="date", range=[first.isoformat(), last.isoformat()], tickmode="array", tickvals=kept,
                   ticktext=words, tickangle=0, showgrid=True, gridcolor=look.rule),
        yaxis=axis(look, range=[len(rows) - 0.5, -0.5], tickmode="array", tickvals=list(range(len(rows))),
                   ticktext=[wrapped(label, look.label_chars + 6) for label in labels],
                   showticklabels=not look.narrow,
                   tickfont={"color": look.ink, "size": look.text - 1 if not look.large else look.text}),
    )  # fmt: skip


def bars(key: str, rows: list[tuple[int, dict, dt.date]], t: Translate, look: Look) -> dict:
    """The bars of one standing, told apart by their pattern."""
    word, pattern, sign = STANDINGS[key]
    colour = NONE[look.dark] if key == "cancelled" else look.second if key in ("done", "planned") else look.first
    days = [max((end - row["start"]).days + 1, 4) for _n, row, end in rows]
    return {
        "type": "bar", "orientation": "h", "name": literal(f"{sign} {t(word)}"),
        "width": BAR_NARROW if look.narrow else 0.5,
        "base": [row["start"].isoformat() for _n, row, _end in rows], "x": [n * 86_400_000 for n in days],
        "y": [n for n, _row, _end in rows], "hoverinfo": "text",
        "hovertext": [stacked(row["activity"], who(row), row.get("place_name"), standing(row, t),
                              f"{date(row['start'], t)} – {date(row['end'], t) if row['end'] else '…'}")
                      for _n, row, _end in rows],
        "marker": {"color": colour, "line": {"color": colour, "width": 1},
                   "pattern": {"shape": pattern, "fgcolor": look.ground, "size": 6, "solidity": 0.35}},
    }  # fmt: skip


def months(first: dt.date, last: dt.date, t: Translate, most: int) -> tuple[list[str], list[str]]:
    """The first days of at most `most` months, evenly, and their words; the year where it changes."""
    every = [dt.date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1)
             for n in range((last.year - first.year) * 12 + last.month - first.month + 1)]  # fmt: skip
    kept = every[:: -(-len(every) // most)]
    words = [month_name(day.month, t, short=True) + (f"<br>{day.year}" if not n or kept[n - 1].year != day.year else "")
             for n, day in enumerate(kept)]  # fmt: skip
    return [day.isoformat() for day in kept], words
