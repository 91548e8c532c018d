"""The map: one square a province at its place relative to the others. Nothing is fetched; it works offline."""

import pandas as pd
import plotly.graph_objects as go

from charts.chart import About, Chart, alt_text, foot, subtitle, table
from charts.missing import records
from charts.numbers import number
from charts.phone_rows import phone_rows
from charts.text import BREAK, literal, stacked
from charts.theme import Look, axis, figure
from definitions.tiles import Tile, tiles
from locales import Translate

SIDE = 0.46  # half a tile, of 1


def province_map(
    frame: pd.DataFrame, t: Translate, large: bool = False, dark: bool = False, about: About | None = None
) -> Chart:
    """`frame`: province (Kemendagri code), partners, activities, places (counts). A province it lacks has nobody."""
    found = {str(row["province"]): row for row in records(frame)}
    about, look = about or About(), Look(large, dark)
    title = finding(found, t)
    cells = [[tile.name, *(number(found.get(tile.code, {}).get(column, 0), t) for column in COLUMNS)]
             for tile in sorted(tiles(), key=lambda tile: -count(found, tile))]  # fmt: skip
    return Chart(
        drawn(found, t, look), title,
        subtitle(t("Partners at work, by province"), about.place or "Indonesia", about.period, t("partners")),
        foot([], about, t, t("a square is a province, not its size")),
        table(cells, [t("Province"), t("Partners"), t("Activities"), t("Places")]),
        alt_text(title, t("Map of squares"), t),
        on_a_phone(found, t, dark) if found else None,
    )  # fmt: skip


COLUMNS = ("partners", "activities", "places")


def finding(found: dict[str, dict], t: Translate) -> str:
    """In how many provinces somebody is, and where most are."""
    if not found:
        return t("No activity names a place with a code yet")
    most = max(found.values(), key=lambda row: row["partners"])
    name = next((tile.name for tile in tiles() if tile.code == most["province"]), most["province"])
    return t.plural(
        "Partners work in {n} province, {m} of them in {place}",
        "Partners work in {n} provinces, most ({m}) in {place}",
        len(found), m=number(most["partners"], t), place=name)  # fmt: skip


def count(found: dict[str, dict], tile: Tile) -> float:
    """Partners in a province; 0 where nobody is."""
    return found.get(tile.code, {}).get("partners") or 0


def step_of(partners: float, look: Look) -> str | None:
    """The colour of a count: 1, 2 to 4, 5 to 9, 10 and more; None for nobody."""
    if not partners:
        return None
    return look.steps[0 if partners < 2 else 1 if partners < 5 else 2 if partners < 10 else 3]


def drawn(found: dict[str, dict], t: Translate, look: Look) -> go.Figure:
    """Squares that grow with the width; the code, the short name and the count stand in each."""
    row_height = round(look.text * 4.9)
    fills = {tile.code: step_of(count(found, tile), look) for tile in tiles()}
    return figure(
        [words(tile, found.get(tile.code), fills[tile.code], t, look) for tile in tiles()], t, look, 7 * row_height,
        shapes=[square(tile, fills[tile.code], look) for tile in tiles()],
        xaxis=axis(look, range=[-0.6, 15.6], visible=False), yaxis=axis(look, range=[6.6, -0.6], visible=False),
    )  # fmt: skip


def square(tile: Tile, fill: str | None, look: Look) -> dict:
    """Filled where somebody is; a dotted outline where nobody is."""
    line = {"color": fill or look.second, "width": look.stroke / 2, "dash": "solid" if fill else "dot"}
    return {"type": "rect", "layer": "below", "x0": tile.column - SIDE, "x1": tile.column + SIDE,
            "y0": tile.row - SIDE, "y1": tile.row + SIDE, "fillcolor": fill or "rgba(0,0,0,0)",
            "line": line}  # fmt: skip


def words(tile: Tile, row: dict | None, fill: str | None, t: Translate, look: Look) -> dict:
    """What stands in the square, and what a pointer is told."""
    partners = (row or {}).get("partners") or 0
    count_text = number(partners, t) if partners else "—"
    # a short name in letters for a wall would not fit its square
    lines = (tile.code, count_text) if look.large else (tile.code, tile.short, count_text)
    told = t.plural("{n} partner", "{n} partners", int(partners)) if partners else t("nobody yet")
    return {
        "type": "scatter", "mode": "text", "x": [tile.column], "y": [tile.row], "hoverinfo": "text",
        "text": [BREAK.join(literal(line) for line in lines)],
        "textfont": {"size": look.text if look.large else 11, "color": look.on(fill) if fill else look.faint_ink},
        "hovertext": [stacked(tile.name, told)],
    }  # fmt: skip


def on_a_phone(found: dict[str, dict], t: Translate, dark: bool) -> go.Figure:
    """The provinces where somebody is, as rows."""
    kept = sorted((tile for tile in tiles() if count(found, tile)), key=lambda tile: -count(found, tile))
    notes = [t("{n} partners, {m} activities, {k} places",
               **{key: number(found[tile.code].get(column), t) for key, column in zip("nmk", COLUMNS, strict=True)})
             for tile in kept]  # fmt: skip
    return phone_rows([tile.name for tile in kept], [count(found, tile) for tile in kept], notes, t, dark)
