"""Rows and columns of counts: each in its cell, darker where it is higher, an outline where there is none."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from charts.chart import Chart, alt_text, more_words, subtitle, table
from charts.numbers import number
from charts.phone_rows import phone_rows
from charts.text import literal, stacked, wrapped
from charts.theme import Look, axis, empty_figure, figure
from locales import Translate

COLUMN_CHARS = 13


class Cell(NamedTuple):
    """A count with what a pointer is told; `text` where something else than the count stands in the cell."""

    value: float
    told: str = ""
    text: str = ""


def telling(names: Mapping[str, str]) -> dict[str, str]:
    """The names by code, with the code beside those that two share: a label must name one row."""
    seen = Counter(names.values())
    return {code: name if seen[name] == 1 else f"{name} ({code})" for code, name in names.items()}


class Frame(NamedTuple):
    """The words around a grid: title, measure, foot, the header over the row labels, and what kind of chart it is."""

    title: str
    measure: str
    foot: str
    head: str
    kind: str


def grid(
    cells: dict[tuple[str, str], Cell], rows: Sequence[str], columns: Sequence[str], words: Frame, t: Translate,
    large: bool = False, dark: bool = False, none: str = "—", filled: bool = True,
    share: Mapping[str, float] | None = None,
) -> Chart:  # fmt: skip
    """`cells` by (row label, column label); one that is not there has nothing, written as `none`.

    As many rows are drawn as there is room for; the table has them all. Without `filled` the cells are bare text, which
    may then be wider than a square. `share` (0 to 1) is the bar of each row on a phone, where the cells count nothing.
    """
    look = Look(large, dark)
    shown = list(rows)[: look.rows]
    texts = [[row, *(cell_text(cells.get((row, column)), t, none) for column in columns)] for row in rows]
    left = len(rows) - len(shown)
    more = more_words(left, large, t)
    drawing = (
        drawn(cells, shown, list(columns), t, look, none, filled)
        if rows and columns
        else empty_figure(words.title, t, look)
    )
    return Chart(
        drawing, words.title, words.measure, subtitle(words.foot, more), table(texts, [words.head, *columns]),
        alt_text(words.title, words.kind, t),
        on_a_phone(cells, rows, columns, t, none, dark, share) if rows and columns else None,
    )  # fmt: skip


def on_a_phone(
    cells: dict[tuple[str, str], Cell], rows: Sequence[str], columns: Sequence[str], t: Translate, none: str,
    dark: bool, share: Mapping[str, float] | None = None,
) -> go.Figure:  # fmt: skip
    """A bar a row for how many columns have something, or for its `share`, and under it what they have."""
    filled = [[column for column in columns if cell_text(cells.get((row, column)), t, none) not in (none, "·")]
              for row in rows]  # fmt: skip
    notes = [", ".join(f"{column} {cell_text(cells[row, column], t, none)}" for column in kept) or none
             for row, kept in zip(rows, filled, strict=True)]  # fmt: skip
    if share is not None:
        return phone_rows(list(rows), [share.get(row, 0) for row in rows], notes, t, dark, whole=1)
    return phone_rows(list(rows), [len(kept) for kept in filled], notes, t, dark)


def cell_text(cell: Cell | None, t: Translate, none: str) -> str:
    """What stands in a cell."""
    if cell is None or (not cell.value and not cell.text):
        return none
    return cell.text or number(cell.value, t)


def drawn(
    cells: dict[tuple[str, str], Cell],
    rows: list[str],
    columns: list[str],
    t: Translate,
    look: Look,
    none: str,
    filled: bool,
) -> go.Figure:
    """Squares of fixed size; the columns share the width."""
    size = round(look.text * 2.7)
    points = [
        (x, y, cells.get((row, column)) or Cell(0)) for y, row in enumerate(rows) for x, column in enumerate(columns)
    ]
    highest = max((cell.value for _x, _y, cell in points), default=0) or 1
    fills = [shade(cell.value, highest, look) if filled else None for _x, _y, cell in points]
    bare = look.faint_ink if filled else look.ink
    crowded = len(columns) > 8 and not look.large
    lines = max((len(column) for column in columns), default=0) > COLUMN_CHARS
    # a word that is wider than its column on the narrowest wall (894 px for all columns) stands aslant
    longest = max((len(word) for column in columns for word in column.split()), default=0)
    is_aslant = look.large and longest * look.text * 0.62 * len(columns) > 894
    top = round((5 if is_aslant else 3.4 if lines else 2) * look.line)
    trace = {
        "type": "scatter", "mode": "markers+text", "cliponaxis": False, "hoverinfo": "text",
        "x": [x for x, _y, _cell in points], "y": [y for _x, y, _cell in points],
        "marker": {"symbol": "square", "size": size, "color": [fill or "rgba(0,0,0,0)" for fill in fills],
                   "line": {"width": 1 if filled else 0, "color": [fill or look.rule for fill in fills]}},
        "text": [literal(cell_text(cell, t, none)) for _x, _y, cell in points],
        "textfont": {"size": look.text, "color": [look.on(fill) if fill else bare for fill in fills]},
        "hovertext": [stacked(f"{rows[y]} · {columns[x]}", cell.told or cell_text(cell, t, none))
                      for x, y, cell in points],
    }  # fmt: skip
    return figure(
        [trace], t, look, top + (size + 6) * len(rows) + 8,
        margin={"l": look.left, "r": 12, "t": top, "b": 4},
        xaxis=axis(look, side="top", tickfont={"color": look.faint_ink, "size": look.text - 2 * crowded},
                   range=[-0.5, len(columns) - 0.5], tickmode="array",
                   tickangle=-40 if is_aslant else 0, tickvals=list(range(len(columns))),
                   ticktext=[wrapped(column, COLUMN_CHARS, 1 if is_aslant else 2) for column in columns]),
        yaxis=axis(look, range=[len(rows) - 0.5, -0.5], tickmode="array", tickvals=list(range(len(rows))),
                   ticktext=[wrapped(row, look.label_chars) for row in rows],
                   tickfont={"color": look.ink, "size": look.text}),
    )  # fmt: skip


def shade(value: float, highest: float, look: Look) -> str | None:
    """One of four steps from few to the highest; None for nothing."""
    if value <= 0:
        return None
    part = value / highest * 4 if highest > 4 else value - 1  # counts up to four have a step each
    return look.steps[max(0, min(int(part), 3))]
