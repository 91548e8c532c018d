"""What people say, and what becomes of it: how much, how they rate, about what, and whether they hear back."""

import pandas as pd

from charts.chart import About, Chart, alt_text, foot, subtitle, table
from charts.feedback_drawing import bar_rows, columns
from charts.missing import HIDDEN, NOT_APPLICABLE, records
from charts.numbers import number, percent, period_label
from charts.phone_rows import phone_rows
from charts.ratings_drawing import diverging
from charts.theme import Look, empty_figure
from locales import Translate, mark

MOST_NARROW = 6  # periods on a phone
STEPS = {"received": mark("Received"), "answered": mark("Answered"), "told_back": mark("Told back")}
OPINIONS = {"negative": mark("Negative (1–2)"), "neutral": mark("Neutral (3)"), "positive": mark("Positive (4–5)")}


def volume(
    frame: pd.DataFrame, t: Translate, large: bool = False, dark: bool = False, about: About | None = None
) -> Chart:
    """`frame`: period, entries, complaints (counts; complaints are part of entries; None is hidden or unknown)."""
    rows = sorted(records(frame), key=lambda row: str(row["period"]))
    look, known = Look(large, dark), [row for row in rows if row["entries"] is not None]
    title = t("No feedback in this selection")
    if known:
        n, complaints = total(known, "entries"), total(known, "complaints")
        title = t("{n} entries, {m} of them complaints", n=number(n, t), m=shown(complaints, t))
    if len(known) < len(rows):
        title = t("Some periods are hidden: small group") if known else t("Periods are hidden: small group")
    cells = [[period_label(r["period"], t), shown(r["entries"], t), shown(r["complaints"], t)] for r in rows]
    drawing = columns(rows, t, look) if known else empty_figure(title, t, look)
    narrow = columns(rows[-MOST_NARROW:], t, Look(dark=dark, narrow=True)) if known else None
    return framed(
        drawing,
        title,
        t("Feedback per period"),
        t("entries"),
        cells,
        [t("Period"), t("Entries"), t("Complaints")],
        t,
        about,
        narrow,
    )


def ratings(
    frame: pd.DataFrame, t: Translate, large: bool = False, dark: bool = False, about: About | None = None
) -> Chart:
    """`frame`: rating (1 worst … 5 best), entries (counts; None is hidden). Shares are of all entries with a rating."""
    counts = {int(row["rating"]): row["entries"] for row in records(frame) if row["rating"] is not None}
    look, n = Look(large, dark), None if None in counts.values() else sum(counts.values())
    no_share = HIDDEN if n is None else NOT_APPLICABLE
    title = t("No ratings in this selection") if n == 0 else t("Ratings are hidden: small group")
    if n:
        title = t(
            "{percent} rate 4 or 5, of {n} ratings", percent=percent(share_of(counts, (4, 5), n), t), n=number(n, t)
        )
    cells = [
        [str(r), shown(counts.get(r, 0), t), percent((counts.get(r) or 0) / n, t) if n else no_share]
        for r in range(1, 6)
    ]
    drawing = diverging(counts, n, t, look) if n else empty_figure(title, t, look)
    return framed(
        drawing,
        title,
        t("Ratings from 1 to 5"),
        t("% of ratings"),
        cells,
        [t("Rating"), t("Entries"), t("Share")],
        t,
        about,
        diverging(counts, n, t, Look(dark=dark, narrow=True)) if n else None,
    )


def themes(
    frame: pd.DataFrame, t: Translate, large: bool = False, dark: bool = False, about: About | None = None
) -> Chart:
    """`frame`: theme, entries, negative, neutral, positive (counts by rating; what is left has no rating).

    A row for all themes together (`is_total`) is left out.
    """
    rows = [row for row in records(frame) if not row.get("is_total")]
    rows = sorted(rows, key=lambda row: -(row["entries"] or 0))
    look, known = Look(large, dark), [row for row in rows if row["entries"] is not None]
    title = t("Themes are hidden: small group") if rows else t("No themes in this selection")
    if known:
        title = t(
            "Most named: {theme} ({n})", theme=known[0]["theme"] or t("no theme"), n=number(known[0]["entries"], t)
        )
    words = [t(OPINIONS[name]) for name in OPINIONS]
    cells = [
        [r["theme"] or t("no theme"), shown(r["entries"], t), *(shown(r[name], t) for name in OPINIONS)] for r in rows
    ]
    labels = [row[0] for row in cells]
    drawing = bar_rows(rows, labels, words, t, look) if known else empty_figure(title, t, look)
    return framed(
        drawing,
        title,
        t("Feedback by theme and rating"),
        t("entries"),
        cells,
        [t("Theme"), t("Entries"), *words],
        t,
        about,
        bar_rows(rows, labels, words, t, Look(dark=dark, narrow=True)) if known else None,
    )


def loop(
    frame: pd.DataFrame, t: Translate, large: bool = False, dark: bool = False, about: About | None = None
) -> Chart:
    """`frame`: step ("received", "answered", "told_back"), entries (counts), median_days since received if known."""
    rows = {row["step"]: row for row in records(frame)}
    steps = [rows.get(step, {"step": step, "entries": None}) for step in STEPS]
    look, received, told = Look(large, dark), steps[0]["entries"], steps[-1]["entries"]
    title = t("No feedback in this selection")
    if received and told is not None:
        title = t("{percent} heard back what became of it", percent=percent(told / received, t))
    elif received:
        title = t("{n} entries received", n=number(received, t))
    labels = [t(STEPS[step["step"]]) for step in steps]
    notes = [step_text(step, received, t) for step in steps]
    drawing = bar_rows(steps, labels, [], t, look, notes) if received else empty_figure(title, t, look)
    cells = [[label, shown(step["entries"], t), note] for label, step, note in zip(labels, steps, notes, strict=True)]
    return framed(
        drawing, title, t("From entry to answer"), t("entries"), cells, [t("Step"), t("Entries"), t("Note")], t, about,
        phone_rows(labels, [step["entries"] or 0 for step in steps], notes, t, dark) if received else None,
    )  # fmt: skip


def framed(
    drawing, title: str, measure: str, unit: str, cells: list, headers: list[str], t: Translate, about: About | None,
    narrow=None,
) -> Chart:  # fmt: skip
    """The chart with the words around it."""
    about = about or About()
    return Chart(
        drawing, title, subtitle(measure, about.place, about.period, unit),
        foot([], about, t), table(cells, headers), alt_text(title, measure, t), narrow,
    )  # fmt: skip


def step_text(step: dict, received: float | None, t: Translate) -> str:
    """ "30 · 75% dari yang diterima · median 4 hari"."""
    parts = [shown(step["entries"], t)]
    if step["step"] != "received" and received and step["entries"] is not None:
        parts.append(t("{percent} of received", percent=percent(step["entries"] / received, t)))
    if (days := step.get("median_days")) is not None:
        parts.append(t("median {n} days", n=number(days, t)))
    return " · ".join(parts)


def total(rows: list[dict], column: str) -> float | None:
    """The sum of a column; None as soon as one part is hidden."""
    values = [row[column] for row in rows]
    return None if None in values else sum(values)


def share_of(counts: dict[int, int], chosen: tuple[int, ...], n: int) -> float:
    """The part of `n` with one of the chosen ratings."""
    return sum(counts.get(rating, 0) for rating in chosen) / n


def shown(count: float | None, t: Translate) -> str:
    """A count; "…" when it is hidden."""
    return HIDDEN if count is None else number(count, t)
