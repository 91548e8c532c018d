"""The words of a trend: names and figures where lines end, the baseline, the periods on the axis of time."""

import datetime as dt
from itertools import pairwise
from typing import NamedTuple

from charts.numbers import is_percent, number
from charts.periods import period_end
from charts.scale import period_ticks
from charts.text import BREAK, literal, wrapped
from charts.theme import Look
from locales import Translate
from metrics.outlook import Outlook


class Way(NamedTuple):
    """From where to where the indicator is to go; any part may be unknown."""

    baseline: float | None = None
    target: float | None = None
    target_date: dt.date | None = None
    baseline_date: dt.date | None = None


def is_partial(row: dict) -> bool:
    """Whether a period has a figure that some of those who should report are not in yet."""
    return row.get("actual") is not None and (row.get("reports") or 0) < (row.get("reports_due") or 0)


def partial_text(row: dict, t: Translate) -> str:
    """ "8 dari 9 laporan" where some are missing, else nothing."""
    if not is_partial(row):
        return ""
    return t("{n} of {m} reports", n=number(row["reports"], t), m=number(row["reports_due"], t))


def labels(
    rows: list[dict], way: Way, unit: str | None, begin: dt.date, end: dt.date, span: tuple[float, float],
    t: Translate, look: Look, ahead: Outlook | None = None,
) -> list[dict]:  # fmt: skip
    """A name and a figure right of where each line ends; those at the same day are moved apart."""
    height = span[1] - span[0]
    named: list[tuple[dt.date, float, str, str]] = []
    partial: dict[str, str] = {}
    for column, name, colour in (("actual", t("Actual"), look.first), ("target", t("Target"), look.ink)):
        known = [row for row in rows if row.get(column) is not None]
        if known:
            named.append((period_end(known[-1]["period"]), known[-1][column], name, colour))
            partial |= {name: partial_text(known[-1], t)} if column == "actual" else {}
    if way.target_date and way.target is not None:
        named = [line for line in named if line[:3] != (way.target_date, way.target, t("Target"))]
        named.append((way.target_date, way.target, t("Final target"), look.ink))
    if ahead and ahead.projected:
        day, value, *_band = ahead.projected
        named.append((day, round(value) if abs(value) >= 100 else value, t("Forecast"), look.faint_ink))
    if look.narrow:
        return narrow_labels(named, unit, span, t, look) + baseline_label(way, begin, unit, height, t, look)
    days = {day: [line for line in named if line[0] == day] for day, *_rest in named}
    return [
        label(day, place, BREAK.join(
            wrapped(part, 20) for part in (name, number(value, t, unit), partial.get(name)) if part), colour, look)
        if day == end or name != t("Target")
        else over_line(day, value, f"{name} {number(value, t)}", look)
        for day, lines in days.items()
        for place, (_day, value, name, colour) in zip(
            apart([line[1] for line in lines], height * (0.25 if look.large else 0.15), span[1]), lines, strict=True
        )
    ] + baseline_label(way, begin, unit, height, t, look)


def narrow_labels(
    named: list[tuple[dt.date, float, str, str]], unit: str | None, span: tuple[float, float], t: Translate, look: Look
) -> list[dict]:
    """The same inside the drawing, left of and over where each line ends; not under each other."""
    ordered = sorted(named, key=lambda line: line[1])
    places = apart([line[1] for line in ordered], (span[1] - span[0]) * 0.09, span[1])
    return [label(day, place, literal(f"{name} {number(value, t, unit)}"), colour, look)
            | {"xanchor": "right", "yanchor": "bottom", "xshift": 0, "yshift": 4}
            for (day, value, name, colour), place in zip(ordered, places, strict=True)]  # fmt: skip


def label(day: dt.date, place: float, text: str, colour: str, look: Look) -> dict:
    """Words right of a point."""
    return {
        "x": str(day), "y": place, "text": text, "xanchor": "left", "xshift": round(look.symbol * 0.7), "align": "left",
        "showarrow": False, "font": {"size": look.text, "color": colour},
    }  # fmt: skip


def over_line(day: dt.date, value: float, text: str, look: Look) -> dict:
    """Words above the end of a line, where something else is to come on its right."""
    place = {"xanchor": "right", "yanchor": "bottom", "xshift": 0, "yshift": 2}
    return label(day, value, literal(text), look.ink, look) | place


def baseline_label(way: Way, begin: dt.date, unit: str | None, height: float, t: Translate, look: Look) -> list[dict]:
    """The baseline's name and figure, on the side of its ring that the way leaves free."""
    if way.baseline is None:
        return []
    is_under = way.baseline > height * 0.06 and (way.target is None or way.target > way.baseline)
    text = literal(f"{t('Baseline')} {number(way.baseline, t, unit if is_percent(unit) else None)}")
    return [label(begin, way.baseline, text, look.faint_ink, look) | {
        "yanchor": "top" if is_under else "bottom", "xshift": 0, "yshift": look.symbol * (-0.5 if is_under else 0.5),
    }]  # fmt: skip


def apart(values: list[float], gap: float, top: float) -> list[float]:
    """The values, pushed upward where needed so that neighbours lie at least `gap` apart, and then down again where
    that leads over `top`, beyond which nothing is drawn; order kept."""
    order = sorted(range(len(values)), key=lambda index: values[index])
    places = dict(enumerate(values))
    for lower, upper in pairwise(order):
        places[upper] = max(places[upper], places[lower] + gap)
    room = top
    for index in reversed(order):
        places[index] = min(places[index], room)
        room = places[index] - gap
    return [places[index] for index in range(len(values))]


def time_ticks(rows: list[dict], t: Translate, look: Look) -> dict:
    """Labels at the ends of the periods; not all of them when there are many."""
    kept, words = period_ticks([row["period"] for row in rows], t, look.ticks)
    days = [str(period_end(rows[index]["period"])) for index in kept]
    return {"type": "date", "tickmode": "array", "tickangle": 0, "tickvals": days, "ticktext": words}
