"""Where the money goes: from partners over programmes to their results, as bands as wide as the amount."""

from math import isclose

import pandas as pd
import plotly.graph_objects as go

from charts.chart import About, Chart, alt_text, foot, subtitle, table
from charts.missing import records
from charts.numbers import money, number, percent
from charts.phone_rows import phone_rows
from charts.text import BREAK, literal, stacked, wrapped
from charts.theme import GOOD, NONE, Look, empty_figure, figure
from locales import Translate

MOST_SOURCES = 9
ON_THE_WALL = 4  # sources, and as many programmes: large letters need room


def flows(
    frame: pd.DataFrame, results: dict[str, str], currency: str, t: Translate, large: bool = False, dark: bool = False,
    about: About | None = None,
) -> Chart:  # fmt: skip
    """`frame`: partner_name, programme_name, delivered (one currency). `results`: what to say of each programme's own.

    The smallest sources share one band, "others", and on the wall so do the smallest programmes; the table has all.
    """
    rows = [row for row in records(frame) if (row["delivered"] or 0) > 0]
    look, about = Look(large, dark), about or About()
    whole = sum(row["delivered"] for row in rows)
    by_source = totals(rows, "partner_name")
    title = t("Nothing has been delivered yet")
    if rows:
        largest = next(iter(by_source))
        alike = [name for name, given in by_source.items() if isclose(given, by_source[largest])]
        said = {"amount": money(whole, currency, t), "percent": percent(by_source[largest] / whole, t)}
        title = (
            t("{amount} delivered, in kind included; {n} partners gave the most, {percent} each",
              n=number(len(alike), t), **said)
            if len(alike) > 1 else
            t("{amount} delivered, in kind included; {percent} of it by {partner}", partner=largest, **said)
        )  # fmt: skip
    cells = [
        [
            row["partner_name"],
            row["programme_name"],
            money(row["delivered"], currency, t),
            results.get(row["programme_name"], "—"),
        ]
        for row in sorted(rows, key=lambda row: -row["delivered"])
    ]
    return Chart(
        drawn(rows, list(by_source), results, currency, t, look) if rows else empty_figure(title, t, look), title,
        subtitle(t("Delivered, from source to programme to its results"), about.place, about.period,
                 currency or t("currency not stated")),
        foot([], about, t, t("the results stand beside the money; they are not priced")),
        table(cells, [t("Source"), t("Programme"), t("Delivered"), t("Results of the programme")]),
        alt_text(title, t("Flow diagram"), t),
        on_a_phone(rows, currency, t, dark) if rows else None,
    )  # fmt: skip


def totals(rows: list[dict], column: str) -> dict[str, float]:
    """What each name of the column delivered, the most first."""
    found: dict[str, float] = {}
    for row in rows:
        found[row[column]] = found.get(row[column], 0) + row["delivered"]
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def drawn(
    rows: list[dict], sources: list[str], results: dict[str, str], currency: str, t: Translate, look: Look
) -> go.Figure:
    """Three columns of blocks: sources, programmes, results."""
    most = ON_THE_WALL if look.large else MOST_SOURCES
    grouped = together(rows, "partner_name", sources, most, t)
    if look.large:
        grouped = together(grouped, "programme_name", list(totals(rows, "programme_name")), ON_THE_WALL, t)
    programmes = totals(grouped, "programme_name")
    left = totals(grouped, "partner_name")
    names = [*left, *programmes, *(results.get(name, "—") for name in programmes)]
    amounts = [*left.values(), *programmes.values(), *programmes.values()]
    at = {("source", name): n for n, name in enumerate(left)} | {
        ("programme", name): len(left) + n for n, name in enumerate(programmes)
    }
    bands: dict[tuple[int, int], float] = {}
    for row in grouped:
        key = (at["source", row["partner_name"]], at["programme", row["programme_name"]])
        bands[key] = bands.get(key, 0) + row["delivered"]
    bands |= {
        (at["programme", name], at["programme", name] + len(programmes)): value for name, value in programmes.items()
    }
    told = [stacked(names[one], names[other], money(value, currency, t)) for (one, other), value in bands.items()]
    colours = [look.first] * len(left) + [GOOD[look.dark]] * len(programmes) + [NONE[look.dark]] * len(programmes)
    kinds = ["source"] * len(left) + ["programme"] * len(programmes) + ["result"] * len(programmes)
    labels = [label(name, money(value, currency, t), kind, look.large)
              for name, value, kind in zip(names, amounts, kinds, strict=True)]  # fmt: skip
    trace = {
        "type": "sankey", "arrangement": "snap",
        "textfont": {"color": look.ink, "size": look.text, "shadow": "none"},
        "node": {"label": labels,
                 "color": colours, "pad": round(look.text * (3.6 if look.large else 2.2)), "thickness": 14,
                 "line": {"width": 0},
                 "customdata": [stacked(name, money(value, currency, t))
                                for name, value in zip(names, amounts, strict=True)],
                 "hovertemplate": "%{customdata}<extra></extra>"},
        "link": {"source": [one for one, _ in bands], "target": [other for _, other in bands],
                 "value": list(bands.values()), "customdata": told, "hovertemplate": "%{customdata}<extra></extra>",
                 "color": [look.rule] * len(bands)},
    }  # fmt: skip
    rim = round(look.line * 1.2) if look.large else 8  # half a label stands over the first block and under the last
    tallest = max(len(left), len(programmes))
    return figure([trace], t, look, min(880, max(320, tallest * round(look.text * 4.6))),
                  margin={"l": 4, "r": 4, "t": rim, "b": rim})  # fmt: skip


def together(rows: list[dict], column: str, names: list[str], most: int, t: Translate) -> list[dict]:
    """The rows with all but the first names of a column under one, "3 others"; `names` has the largest first."""
    few = names if len(names) <= most else names[: most - 1]
    left = len(names) - len(few)
    others = t.plural("{n} other", "{n} others", left, n=number(left, t))
    return [row | {column: row[column] if row[column] in few else others} for row in rows]


def label(name: str, amount: str, kind: str, is_large: bool) -> str:
    """The name on its block, with the amount on the first two columns; on the wall short enough for three columns."""
    if kind == "result":
        return wrapped(name, 20 if is_large else 18, 2 if is_large else 3)
    if is_large:
        return wrapped(name, 20 if kind == "source" else 18, 1) + BREAK + literal(amount)
    if kind == "source":
        return f"{wrapped(name, 30, 1)} · {literal(amount)}"
    return wrapped(name, 26, 1) + BREAK + literal(amount)


def on_a_phone(rows: list[dict], currency: str, t: Translate, dark: bool) -> go.Figure:
    """A bar a source, and under it the programmes that it gave to."""
    by_source = totals(rows, "partner_name")
    notes = []
    for name, given in by_source.items():
        to = totals([row for row in rows if row["partner_name"] == name], "programme_name")
        notes.append(f"{money(given, currency, t)} → {', '.join(to)}")
    return phone_rows(list(by_source), list(by_source.values()), notes, t, dark)
