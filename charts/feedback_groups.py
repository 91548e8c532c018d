"""Voices by group of people and by place: how many, and how they rate; small groups are "…"."""

import pandas as pd

from charts.chart import About, Chart
from charts.feedback import OPINIONS, framed, shown
from charts.feedback_drawing import bar_rows
from charts.missing import records
from charts.numbers import number
from charts.theme import Look, empty_figure
from locales import Translate


def groups(
    frame: pd.DataFrame, t: Translate, measure: str, header: str, large: bool = False, dark: bool = False,
    about: About | None = None,
) -> Chart:  # fmt: skip
    """`frame`: theme (name of the group, None: not said), entries, and negative, neutral, positive where it has them.

    None is a count that is hidden; groups keep the order they come in.
    """
    rows, look = records(frame), Look(large, dark)
    named = [row for row in rows if row["theme"] and row["entries"] is not None]
    title = t("Every group is hidden: small group") if rows else t("No feedback in this selection")
    if named:
        most = max(named, key=lambda row: row["entries"])
        title = t("Most voices: {group} ({n})", group=most["theme"], n=number(most["entries"], t))
    opinions = [t(OPINIONS[name]) for name in OPINIONS] if "negative" in frame.columns else []
    labels = [row["theme"] or t("not said") for row in rows]
    cells = [[label, shown(row["entries"], t), *(shown(row[name], t) for name in (OPINIONS if opinions else ()))]
             for label, row in zip(labels, rows, strict=True)]  # fmt: skip
    drawing = bar_rows(rows, labels, opinions, t, look, half=not look.large) if named else empty_figure(title, t, look)
    narrow = bar_rows(rows, labels, opinions, t, Look(dark=dark, narrow=True)) if named else None
    return framed(drawing, title, measure, t("entries"), cells, [header, t("Entries"), *opinions], t, about, narrow)
