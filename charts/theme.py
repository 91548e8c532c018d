"""Every colour, size and shape of the charts. Figures carry no Plotly template: a figure is small and ours alone.

Status colours hold 3:1 on their ground and stay apart for three kinds of colour-blind eyes (test_palette.py);
still, colour never stands alone: each status has its own shape and word, and its word is in dark ink.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

import plotly.graph_objects as go
import plotly.io

from charts.text import literal
from locales import Translate, mark

plotly.io.templates.default = None

# For st.plotly_chart(figure, theme=None, config=CONFIG): nothing to press, nothing that leads to another host.
CONFIG = {"displayModeBar": False, "displaylogo": False, "showTips": False, "scrollZoom": False, "doubleClick": False}
FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif'
SEPARATORS = {"id": ",.", "en": ".,"}


class Status(NamedTuple):
    """How a verdict looks: its word (a msgid), its shape, its colour on both grounds, its shape for Plotly."""

    msgid: str
    shape: str
    light: str
    dark: str
    symbol: str


GOOD, WARN, BAD, NONE = ("#0072B2", "#3B8FD9"), ("#D08000", "#FFC24A"), ("#7A1F00", "#D55E00"), ("#6E6E6E", "#A0A0A0")
STATUSES = {
    "met": Status(mark("Met"), "▲", *GOOD, "triangle-up"),
    "on_track": Status(mark("On track"), "●", *GOOD, "circle"),
    "behind": Status(mark("Needs attention"), "◆", *WARN, "diamond"),
    "off_track": Status(mark("Off track"), "▼", *BAD, "triangle-down"),
    "worsening": Status(mark("Worsening"), "✖", *BAD, "x"),
    "not_due": Status(mark("Not due yet"), "◎", *NONE, "circle-open-dot"),
    "no_data": Status(mark("Not judged"), "○", *NONE, "circle-open"),
}


def status(key: str | None) -> Status:
    """The look of a status; none means no_data, a key of another scheme is a grey square with the key as its word."""
    return STATUSES.get(key or "no_data") or Status(str(key).replace("_", " "), "■", *NONE, "square")


def status_text(key: str | None, t: Translate) -> str:
    """Shape and word: "● Sesuai jalur"."""
    return f"{status(key).shape} {status_word(key, t)}"


def status_word(key: str | None, t: Translate) -> str:
    """The word alone; of a foreign scheme as it is, since it may be anybody's text."""
    return t(status(key).msgid) if (key or "no_data") in STATUSES else status(key).msgid


@dataclass(frozen=True)
class Look:
    """Sizes in px and colours of one figure. `large` is for a projector: no text under 29 px of 1080 (2.6%).
    `narrow` is for a phone: words stand over and under what they name, not beside it."""

    large: bool = False
    dark: bool = False
    narrow: bool = False

    @property
    def text(self) -> int:
        return 29 if self.large else 13

    @property
    def line(self) -> int:
        """Height of a line of text."""
        return round(self.text * 1.3)

    @property
    def symbol(self) -> int:
        return 26 if self.large else 13

    @property
    def stroke(self) -> float:
        return 4 if self.large else 2

    @property
    def label_chars(self) -> int:
        """Characters of a row label on one line."""
        return 24 if self.large else 26

    @property
    def left(self) -> int:
        """Room for row labels of two lines."""
        return 6 if self.narrow else round(self.label_chars * self.text * 0.66)

    @property
    def right(self) -> int:
        """Room for the status and the values of a row."""
        return 16 if self.narrow else 520 if self.large else 225

    @property
    def row(self) -> int:
        """Height of a row with two lines of text."""
        return 100 if self.narrow else 108 if self.large else 38

    @property
    def rows(self) -> int:
        """Most rows drawn; the table has them all."""
        return 6 if self.large else 40

    @property
    def ticks(self) -> int:
        """Most labels on an axis of time."""
        return 4 if self.narrow else 5 if self.large else 8

    @property
    def ink(self) -> str:
        return "#FAFAFA" if self.dark else "#1F2328"

    @property
    def faint_ink(self) -> str:
        """For axis words; 7:1 on its ground."""
        return "#C3C7CE" if self.dark else "#4D525B"

    @property
    def rule(self) -> str:
        """Grid lines and empty tracks: meant to recede."""
        return "#343A46" if self.dark else "#E3E6EA"

    @property
    def ground(self) -> str:
        """What stands behind a transparent figure; also the rim of hollow marks."""
        return "#0E1117" if self.dark else "#FFFFFF"

    @property
    def first(self) -> str:
        return "#8CC2F2" if self.dark else "#12436D"

    @property
    def second(self) -> str:
        return "#6F8298" if self.dark else "#7F8FA3"

    @property
    def steps(self) -> tuple[str, ...]:
        """From few to many, for counts in cells; the count itself always stands in the cell."""
        light = ("#D6E5F1", "#9CC3E0", "#4F93C4", "#12436D")
        return ("#22384F", "#2F5F8C", "#5E9CCF", "#C6E2FF") if self.dark else light

    def colour(self, key: str | None) -> str:
        return status(key).dark if self.dark else status(key).light

    def on(self, colour: str) -> str:
        """Black or white, whichever reads better on a filled mark."""
        red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        return "#FFFFFF" if 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2 < 0.18 else "#111418"


def figure(traces: list[dict], t: Translate, look: Look, height: int, **layout: Any) -> go.Figure:
    """A bare figure of fixed height on a transparent ground: no title (the page writes it), no zoom, no animation."""
    fixed = {
        "template": {},  # said aloud: Streamlit sets a default of its own, 2 kB a figure, when it draws the first
        "height": height,
        "autosize": True,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": look.text, "color": look.ink},
        "separators": SEPARATORS[t.language],
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {"bgcolor": look.ground, "font": {"size": look.text, "color": look.ink}, "align": "left"},
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
    }
    return go.Figure({"data": traces, "layout": fixed | layout})


def axis(look: Look, **settings: Any) -> dict:
    """An axis that recedes: no line, no zero line, no zoom, words in faint ink."""
    return {
        "showgrid": False, "zeroline": False, "showline": False, "ticks": "", "fixedrange": True,
        "tickfont": {"color": look.faint_ink, "size": look.text},
    } | settings  # fmt: skip


def empty_figure(sentence: str, t: Translate, look: Look) -> go.Figure:
    """A figure that says why there is nothing to draw."""
    hidden = {"visible": False, "fixedrange": True}
    note = {"text": literal(sentence), "x": 0.5, "y": 0.5, "xref": "paper", "yref": "paper", "showarrow": False}
    return figure([], t, look, 4 * look.row, xaxis=hidden, yaxis=hidden, annotations=[note])
