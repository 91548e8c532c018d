"""Who works with whom, drawn: a dot a partner, a line a tie; the same picture for the same ties."""

import pandas as pd
import plotly.graph_objects as go

from charts.chart import About, Chart, alt_text, foot, subtitle, table
from charts.missing import records
from charts.numbers import number, percent
from charts.phone_rows import phone_rows
from charts.text import stacked, wrapped
from charts.theme import Look, empty_figure, figure
from locales import Translate


def tie_graph(
    pairs: pd.DataFrame, places: dict[str, tuple[float, float]], facts: dict[str, float | None], strength: str,
    t: Translate, large: bool = False, dark: bool = False, about: About | None = None,
) -> Chart:  # fmt: skip
    """`pairs`: partner_name, other_name, and `strength` (a count); `places`: where each partner's name is drawn.

    `facts`: density (ties present of those possible), and ties (count).
    """
    rows = [row for row in records(pairs) if row[strength]]
    look, about = Look(large, dark), about or About()
    title = t("No two partners act together yet")
    if rows:
        title = t("{n} of {m} possible ties are there ({percent})", n=number(len(rows), t),
                  percent=percent(facts["density"], t),
                  m=number(len(places) * (len(places) - 1) / 2, t))  # fmt: skip
    cells = [[row["partner_name"], row["other_name"], number(row[strength], t), row.get("together") or "—"]
             for row in sorted(rows, key=lambda row: -row[strength])]  # fmt: skip
    unit = (
        t("places where both act in the same programme") if strength == "places" else t("programmes that both act in")
    )
    return Chart(
        drawn(rows, places, strength, t, look) if places else empty_figure(title, t, look), title,
        subtitle(t("Who works with whom"), about.place, about.period, unit),
        foot([], about, t, t("partners in a circle, those with ties beside one another")),
        table(cells, [t("Partner"), t("Other partner"), t("Times"), t("Programmes")]),
        alt_text(title, t("Network of partners"), t),
        on_a_phone(rows, strength, t, dark) if rows else None,
    )  # fmt: skip


def on_a_phone(rows: list[dict], strength: str, t: Translate, dark: bool) -> go.Figure:
    """The strongest ties as rows."""
    strong = sorted(rows, key=lambda row: (-row[strength], row["partner_name"], row["other_name"]))
    notes = [f"{number(row[strength], t)} · {row.get('together') or '—'}" for row in strong]
    return phone_rows([f"{row['partner_name']} — {row['other_name']}" for row in strong],
                      [row[strength] for row in strong], notes, t, dark)  # fmt: skip


def drawn(
    rows: list[dict], places: dict[str, tuple[float, float]], strength: str, t: Translate, look: Look
) -> go.Figure:
    """Lines as strong as the tie in three widths, names beside the dots, a square for whoever has no tie."""
    degree = {name: sum(name in (row["partner_name"], row["other_name"]) for row in rows) for name in places}
    strongest = max((row[strength] for row in rows), default=1)
    traces: list[dict] = []
    for step in (1, 2, 3):
        kept = [row for row in rows if min(int(row[strength] / strongest * 3) + 1, 3) == step]
        ends = [(places[row["partner_name"]], places[row["other_name"]]) for row in kept]
        traces.append({
            "type": "scatter", "mode": "lines", "hoverinfo": "skip",
            "line": {"color": look.second, "width": step * look.stroke * 0.8},
            "x": [value for one, other in ends for value in (one[0], other[0], None)],
            "y": [value for one, other in ends for value in (one[1], other[1], None)],
        })  # fmt: skip
    names = list(places)
    traces.append({
        "type": "scatter", "mode": "markers+text", "cliponaxis": False, "hoverinfo": "text",
        "x": [places[name][0] for name in names], "y": [places[name][1] for name in names],
        "text": [wrapped(name, 22) for name in names],
        "textposition": [beside(places[name]) for name in names],
        "hovertext": [stacked(name, t.plural("{n} tie", "{n} ties", degree[name])) for name in names],
        "marker": {"symbol": ["circle" if degree[name] else "square-open" for name in names],
                   "size": [look.symbol * (0.9 + 0.12 * degree[name]) for name in names], "color": look.first,
                   "line": {"width": 1.5, "color": look.ground if rows else look.first}},
    })  # fmt: skip
    hidden = {"visible": False, "fixedrange": True}
    reach = 1.6 if look.large else 1.3  # names of two large lines stand over the circle
    return figure(traces, t, look, 820 if look.large else 520, margin={"l": 8, "r": 8, "t": 8, "b": 8},
                  xaxis=hidden | {"range": [-2.1, 2.1]}, yaxis=hidden | {"range": [-reach, reach]})  # fmt: skip


def beside(spot: tuple[float, float]) -> str:
    """On which side of its dot a name stands: outside the circle."""
    x, y = spot
    if abs(x) < 0.15:
        return "top center" if y > 0 else "bottom center"
    return "middle right" if x > 0 else "middle left"
