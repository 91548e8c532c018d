"""The words of a trend: names and figures where lines end, the baseline, the periods on the axis of time."""

import datetime as dt
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from charts.free_place import Place, between, free_place, is_free
from charts.numbers import is_percent, number, rounded
from charts.periods import day_before, period_end, period_start
from charts.scale import period_ticks
from charts.text import BREAK, literal, wrapped
from charts.theme import Look
from definitions.units import is_counted
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
        if abs(value) >= (10 if is_counted(unit) else 100):
            value = float(rounded(Decimal(str(value)), 0))  # as `estimate` writes it in the sentence below
        named.append((day, value, t("Forecast"), look.faint_ink))
    at_end = [] if look.narrow else [line for line in named if line[0] == end]
    places = apart([line[1] for line in at_end], height * (0.25 if look.large else 0.15), span[1])
    found = [
        label(day, place, BREAK.join(
            wrapped(part, 20) for part in (name, number(value, t, unit), partial.get(name)) if part), colour, look)
        for place, (day, value, name, colour) in zip(places, at_end, strict=True)
    ]  # fmt: skip
    lines = drawn_lines(rows, way, begin, end, ahead)
    started = baseline_label(way, lines, (begin, end), unit, span, t, look)
    lines += [box_of(words, words["text"], (begin, end), span, look) for words in started]
    for day, value, name, colour in named:
        if look.narrow or day != end:
            noted = "" if look.narrow else partial.get(name)
            text = " · ".join(filter(None, (f"{name} {number(value, t, unit)}", noted)))
            found.append(inside(day, value, text, colour, (begin, end), span, lines, look))
            lines.append(box_of(found[-1], text, (begin, end), span, look))
    return found + started


def drawn_lines(
    rows: list[dict], way: Way, begin: dt.date, end: dt.date, ahead: Outlook | None
) -> list[list[tuple[dt.date, float]]]:
    """Every line of the drawing, as days and values."""
    lines = [[(period_end(row["period"]), row["actual"]) for row in rows if row.get("actual") is not None]]
    lines.append([(day, row["target"]) for row in rows if row.get("target") is not None
                  for day in (day_before(period_start(row["period"])), period_end(row["period"]))])  # fmt: skip
    if way.baseline is not None and way.target is not None and way.target_date:
        lines.append([(begin, way.baseline), (way.target_date, way.target)])
    if ahead:
        lines += [[(point[0], point[n]) for point in ahead.path if point[n] is not None] for n in (1, 2, 3)]
    return [line for line in lines if line]


def inside(
    day: dt.date, value: float, text: str, colour: str, days: tuple[dt.date, dt.date], span: tuple[float, float],
    lines: list, look: Look,
) -> dict:  # fmt: skip
    """Words for a line that ends before the drawing does, where no line crosses them, led to its end."""
    point, *_rest = shares([(day, value)], days, span)
    found = free_place(point, *size(text, look), [shares(line, days, span) for line in lines])
    place, shift = span[0] + found.y * (span[1] - span[0]), (-1 if found.is_before else 1) * look.symbol
    words = label(day, place, literal(text), colour, look) | {"xanchor": "right" if found.is_before else "left"}
    if abs(found.y - point[1]) < 1.2 * size(text, look)[1]:
        return words | {"xshift": shift, "yanchor": "middle"}
    return words | {  # further away: a thin line leads from the words to the end that they name
        "y": value, "ax": str(day), "ay": place, "axref": "x", "ayref": "y", "showarrow": True, "arrowhead": 0,
        "arrowwidth": look.stroke / 2, "arrowcolor": colour, "xshift": 0, "standoff": look.symbol / 2,
    }  # fmt: skip


def box_of(words: dict, text: str, days: tuple[dt.date, dt.date], span: tuple[float, float], look: Look) -> list:
    """The words as a line through their middle, so that the next ones keep clear of them."""
    reach = (days[1] - days[0]) * size(text, look)[0]
    day = dt.date.fromisoformat(words["x"])
    other = day - reach if words["xanchor"] == "right" else day + reach
    middle = words.get("ay", words["y"])
    return [(min(day, other), middle), (max(day, other), middle)]


def size(text: str, look: Look) -> tuple[float, float]:
    """Width and height of a line of words as parts of the narrowest drawing that they may stand in."""
    wide, tall = (890, 330) if look.large else (270, 260) if look.narrow else (420, 240)
    return len(text) * look.text * 0.6 / wide, look.line * 1.15 / tall


def shares(line: list, days: tuple[dt.date, dt.date], span: tuple[float, float]) -> list[tuple[float, float]]:
    """Days and values as parts of the drawing."""
    whole, height = max((days[1] - days[0]).days, 1), span[1] - span[0]
    return [((day - days[0]).days / whole, (value - span[0]) / height) for day, value in line]


def label(day: dt.date, place: float, text: str, colour: str, look: Look) -> dict:
    """Words right of a point."""
    return {
        "x": str(day), "y": place, "text": text, "xanchor": "left", "xshift": round(look.symbol * 0.7), "align": "left",
        "showarrow": False, "font": {"size": look.text, "color": colour},
    }  # fmt: skip


def baseline_label(
    way: Way, lines: list, days: tuple[dt.date, dt.date], unit: str | None, span: tuple[float, float], t: Translate,
    look: Look,
) -> list[dict]:  # fmt: skip
    """The baseline's name and figure, on the side of its ring that the lines leave free, else where nothing is."""
    if way.baseline is None:
        return []
    begin, end = days
    first = [value - way.baseline for line in lines for day, value in line if day <= begin + (end - begin) * 0.4]
    is_under = way.baseline - span[0] > (span[1] - span[0]) * 0.06 and sum(first) >= 0
    words = f"{t('Baseline')} {number(way.baseline, t, unit if is_percent(unit) else None)}"
    if not is_clear(words, is_under, way.baseline, lines, days, span, look):
        return [inside(begin, way.baseline, words, look.faint_ink, days, span, lines, look)]
    return [label(begin, way.baseline, literal(words), look.faint_ink, look) | {
        "yanchor": "top" if is_under else "bottom", "xshift": 0, "yshift": look.symbol * (-0.5 if is_under else 0.5),
    }]  # fmt: skip


def is_clear(
    words: str, is_under: bool, value: float, lines: list, days: tuple[dt.date, dt.date], span: tuple[float, float],
    look: Look,
) -> bool:  # fmt: skip
    """Whether words under or above the ring of the baseline lie on no line."""
    (x, y), (wide, tall) = shares([(days[0], value)], days, span)[0], size(words, look)
    middle = y + (-1 if is_under else 1) * 0.75 * tall
    dots = [dot for line in lines for dot in between(shares(line, days, span))]
    return is_free(Place(middle, is_before=False), x, wide, tall, dots)


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
