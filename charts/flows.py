"""Where the money goes: from partners over programmes to their results, as bands as wide as the amount."""

from math import isclose

import pandas as pd
import plotly.graph_objects as go

from charts.chart import About, Chart, alt_text, foot, subtitle, table
from charts.missing import records
from charts.numbers import money, number, percent
from charts.text import BREAK, literal, stacked, wrapped
from charts.theme import GOOD, NONE, Look, empty_figure, figure
from locales import Translate

MOST_SOURCES = 9


def flows(
    frame: pd.DataFrame, results: dict[str, str], currency: str, t: Translate, large: bool = False, dark: bool = False,
    about: About | None = None,
) -> Chart:  # fmt: skip
    """`frame`: partner_name, programme_name, delivered (one currency). `results`: what to say of each programme's own.

    The smallest sources share one band, "others"; the table has them all.
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
    few = sources if len(sources) <= MOST_SOURCES else sources[: MOST_SOURCES - 1]
    others = t.plural("{n} other", "{n} others", len(sources) - len(few), n=number(len(sources) - len(few), t))
    grouped = [row | {"partner_name": row["partner_name"] if row["partner_name"] in few else others} for row in rows]
    programmes = totals(rows, "programme_name")
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
    trace = {
        "type": "sankey", "arrangement": "snap",
        "textfont": {"color": look.ink, "size": look.text, "shadow": "none"},
        "node": {"label": [label(name, value, currency, t, n < len(left), n >= len(left) + len(programmes))
                           for n, (name, value) in enumerate(zip(names, amounts, strict=True))],
                 "color": colours, "pad": round(look.text * 2.2), "thickness": 14, "line": {"width": 0},
                 "customdata": [stacked(name, money(value, currency, t))
                                for name, value in zip(names, amounts, strict=True)],
                 "hovertemplate": "%{customdata}<extra></extra>"},
        "link": {"source": [one for one, _ in bands], "target": [other for _, other in bands],
                 "value": list(bands.values()), "customdata": told, "hovertemplate": "%{customdata}<extra></extra>",
                 "color": [look.rule] * len(bands)},
    }  # fmt: skip
    tallest = max(len(left), len(programmes))
    return figure([trace], t, look, min(880, max(320, tallest * round(look.text * 4.6))),
                  margin={"l": 4, "r": 4, "t": 8, "b": 8})  # fmt: skip


def label(name: str, value: float, currency: str, t: Translate, is_source: bool, is_result: bool) -> str:
    """The name on its block, with the amount on the first two columns."""
    if is_result:
        return wrapped(name, 18, 3)
    amount = literal(money(value, currency, t))
    return f"{wrapped(name, 30, 1)} · {amount}" if is_source else wrapped(name, 26, 1) + BREAK + amount
