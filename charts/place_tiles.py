"""The places of each province as squares in the order of their codes: where partners meet, and where one is alone."""

import pandas as pd
import plotly.graph_objects as go

from charts.chart import About, Chart, alt_text, foot, subtitle, table
from charts.missing import records
from charts.numbers import number
from charts.text import BREAK, literal, stacked, wrapped
from charts.theme import Look, axis, empty_figure, figure
from charts.tiles import step_of
from definitions.tiles import tiles
from locales import Translate

WIDE, HIGH = 0.48, 0.45  # half a square, of 1
ACROSS_LARGE, LINES_LARGE = 6, 4
SHORT = (("Kabupaten ", "Kab. "), ("Kota Administrasi ", "Kota "))


def place_tiles(
    frame: pd.DataFrame, t: Translate, large: bool = False, dark: bool = False, about: About | None = None
) -> Chart:
    """`frame`: place (code or name), place_name, province (code or none), partners, activities (counts), who."""
    rows = sorted(records(frame), key=lambda row: (row["province"] is None, str(row["place"])))
    look, about = Look(large, dark), about or About()
    title = t("No activities in this selection")
    if rows:
        most = max(rows, key=lambda row: (row["partners"], row["activities"]))
        title = t("Most partners meet in {place}: {n}", place=most["place_name"], n=number(most["partners"], t))
    names = {tile.code: tile.name for tile in tiles()}
    cells = [[row["place_name"], names.get(row["province"], "—"), number(row["partners"], t),
              number(row["activities"], t), row["who"]] for row in rows]  # fmt: skip
    return Chart(
        drawn(rows, names, t, look) if rows else empty_figure(title, t, look), title,
        subtitle(t("Partners by place, in the order of the codes"), about.place, about.period, t("partners")),
        foot([], about, t, and_more(len(rows), look, t)),
        table(cells, [t("Place"), t("Province"), t("Partners"), t("Activities"), t("Who")]),
        alt_text(title, t("Squares by place"), t),
        drawn(rows, names, t, Look(dark=dark, narrow=True)) if rows else None,
    )  # fmt: skip


def drawn(rows: list[dict], names: dict[str, str], t: Translate, look: Look) -> go.Figure:
    """Squares in lines of the same length, a heading over each province. On the wall as many as there is room for,
    the fullest first, in one block."""
    across, line, spots, heads = ACROSS_LARGE if look.large else 3 if look.narrow else 8, -1.0, [], []
    if look.large:
        rows = sorted(rows, key=lambda row: (-row["partners"], -row["activities"], str(row["place"])))
        rows = [row | {"province": None} for row in rows[: across * LINES_LARGE]]
    for province in dict.fromkeys(row["province"] for row in rows):
        if not look.large:
            heads.append((line + 1, names.get(province, t("Places without a code"))))
            line += 0.6
        for number_, row in enumerate([row for row in rows if row["province"] == province]):
            line += number_ % across == 0
            spots.append((number_ % across, line, row))
    fills = [step_of(row["partners"], look) or look.rule for _x, _y, row in spots]
    squares = [{
        "type": "rect", "layer": "below", "x0": x - WIDE, "x1": x + WIDE, "y0": y - HIGH, "y1": y + HIGH,
        "fillcolor": fill, "line": {"width": 0},
    } for (x, y, _row), fill in zip(spots, fills, strict=True)]  # fmt: skip
    words = {
        "type": "scatter", "mode": "text", "hoverinfo": "text", "x": [x for x, _y, _row in spots],
        "y": [y for _x, y, _row in spots],
        "textfont": {"size": look.text - (not look.large), "color": [look.on(fill) for fill in fills]},
        "text": [wrapped(short(row["place_name"]), 12) + BREAK + literal(number(row["partners"], t))
                 for _x, _y, row in spots],
        "hovertext": [stacked(row["place_name"], t.plural("{n} partner", "{n} partners", int(row["partners"])),
                              row["who"]) for _x, _y, row in spots],
    }  # fmt: skip
    notes = [{"text": literal(text), "x": -0.48, "xanchor": "left", "y": y, "yanchor": "middle", "showarrow": False,
              "font": {"size": look.text, "color": look.faint_ink}} for y, text in heads]  # fmt: skip
    return figure(
        [words], t, look, round((line + 1.1) * look.text * 4.9), shapes=squares, annotations=notes,
        xaxis=axis(look, range=[-0.5, across - 0.5], visible=False),
        yaxis=axis(look, range=[line + 0.5, -0.6], visible=False),
    )  # fmt: skip


def and_more(n_places: int, look: Look, t: Translate) -> str:
    """ "and 12 more places" where the wall has no room for all."""
    left = n_places - ACROSS_LARGE * LINES_LARGE
    if not look.large or left <= 0:
        return ""
    return t.plural("and {n} more place", "and {n} more places", left, n=number(left, t))


def short(name: str) -> str:
    """ "Kabupaten Wonosobo" as "Kab. Wonosobo"."""
    for long, brief in SHORT:
        name = name.replace(long, brief)
    return name
