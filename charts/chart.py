"""What every chart function gives back: the figure, and the words that stand around it."""

import datetime as dt
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from charts.numbers import date, number, period_label
from locales import Translate


@dataclass(frozen=True)
class Chart:
    """A figure with its furniture. All texts are plain text in the reader's language: no HTML, no Markdown.

    title     the finding, one sentence
    subtitle  measure · place · period · unit
    source    the foot: source · "Data per …" · "n of m reports"
    table     the same content as formatted text under translated headers; nothing is cut or left out
    alt       one sentence for those who do not see the figure
    narrow    the same figure for a phone, where there is one of its own
    """

    figure: go.Figure
    title: str
    subtitle: str
    source: str
    table: pd.DataFrame
    alt: str
    narrow: go.Figure | None = None


@dataclass(frozen=True)
class About:
    """What the page knows and the frame does not say. Each part may be left out."""

    place: str | None = None
    period: str | None = None
    source: str | None = None
    as_of: dt.date | str | None = None


def subtitle(*parts: str | None) -> str:
    """The known parts, joined: "Air bersih · Kab. Bima · TW III 2025 · orang"."""
    return " · ".join(part for part in parts if part)


def foot(rows: list[dict], about: About, t: Translate, *notes: str) -> str:
    """Source, date of the data, and how many of the reports that are due have come in (as far as known)."""
    due = [row["reports_due"] for row in rows if row.get("reports_due") is not None]
    received = [row["reports"] for row in rows if row.get("reports") is not None]
    return subtitle(
        t("Source: {source}", source=about.source or t("reports of the partners")),
        t("Data as of {date}", date=known) if (known := data_date(rows, about, t)) else None,
        t("{n} of {m} reports", n=number(sum(received) if received else None, t), m=number(sum(due), t))
        if due
        else None,
        *notes,
    )


def data_date(rows: list[dict], about: About, t: Translate) -> str | None:
    """The day the data are from; without it the latest period with a report; None when neither is known."""
    return date(about.as_of, t) if about.as_of else latest_period(rows, t)


def latest_period(rows: list[dict], t: Translate) -> str | None:
    """The latest period that any row has a report for, in words."""
    periods = [row["actual_period"] for row in rows if row.get("actual_period") is not None]
    return period_label(max(periods, key=str), t) if periods else None


def only(values: list, default: str | None = None) -> str | None:
    """The one value that all rows share, else `default`."""
    known = {value for value in values if value is not None}
    return str(known.pop()) if len(known) == 1 else default


def table(rows: list[list[str]], headers: list[str]) -> pd.DataFrame:
    """A table of texts."""
    return pd.DataFrame(rows, columns=headers, dtype="str")


def alt_text(title: str, what: str, t: Translate) -> str:
    """One sentence: what kind of chart, and what it shows."""
    return t("{chart}: {finding}. The table has the same figures.", chart=what, finding=title)


def more_words(left: int, large: bool, t: Translate) -> str:
    """How many rows are not drawn: they are in the table, but the wall has none; "" where all are drawn."""
    if left <= 0:
        return ""
    return t("and {n} more", n=number(left, t)) if large else t("and {n} more in the table", n=number(left, t))
