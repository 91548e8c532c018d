"""What a trend shows beyond its figures: the forecast with its band, and from when something else is measured."""

import datetime as dt

from charts.numbers import date, estimate
from charts.text import literal, stacked
from charts.theme import Look
from locales import Translate
from metrics.outlook import Outlook


def ahead_values(ahead: Outlook | None) -> list[float]:
    """Everything that has to fit on the measuring axis."""
    points = ahead.path if ahead else ()
    return [value for point in points for value in point[1:] if value is not None]


def ahead_days(ahead: Outlook | None) -> list[dt.date]:
    """Everything that has to fit on the axis of time."""
    return [point[0] for point in ahead.path] if ahead else []


def ahead_traces(ahead: Outlook | None, unit: str | None, t: Translate, look: Look) -> list[dict]:
    """The band, pale, and the line through it, dashed and grey: nobody takes it for something that was counted."""
    if not ahead or not ahead.path:
        return []
    days = [str(point[0]) for point in ahead.path]
    banded = [point for point in ahead.path if point[2] is not None and point[3] is not None]
    line = {
        "type": "scatter", "mode": "lines", "cliponaxis": False, "hoverinfo": "text", "x": days,
        "y": [point[1] for point in ahead.path],
        "line": {"color": look.second, "width": look.stroke, "dash": "dashdot"},
        "hovertext": [stacked(t("Forecast for {date}", date=date(day, t)), spread(value, low, high, unit, t))
                      for day, value, low, high in ahead.path],
    }  # fmt: skip
    return [*([band(banded, look)] if len(banded) > 1 else []), line]


def spread(value: float, low: float | None, high: float | None, unit: str | None, t: Translate) -> str:
    """ "46.570 orang (43.780–50.620)"; without the brackets where there is no band."""
    if low is None or high is None:
        return estimate(value, t, unit)
    return f"{estimate(value, t, unit)} ({estimate(low, t, beside=unit)}–{estimate(high, t, beside=unit)})"


def band(points: list[tuple], look: Look) -> dict:
    """The interval around the forecast as a filled shape."""
    there = [(str(day), high) for day, _value, _low, high in points]
    back = [(str(day), low) for day, _value, low, _high in reversed(points)]
    return {
        "type": "scatter", "mode": "lines", "fill": "toself", "hoverinfo": "skip", "opacity": 0.25,
        "x": [day for day, _value in there + back], "y": [value for _day, value in there + back],
        "fillcolor": look.second, "line": {"width": 0, "color": look.second},
    }  # fmt: skip


def break_line(day: dt.date, look: Look) -> dict:
    """An upright line where the definition changed."""
    return {"type": "line", "x0": str(day), "x1": str(day), "y0": 0, "y1": 1, "yref": "paper",
            "line": {"color": look.ink, "width": look.stroke / 2, "dash": "dot"}}  # fmt: skip


def break_label(day: dt.date, t: Translate, look: Look) -> dict:
    """The words over it."""
    return {"x": str(day), "y": 1, "yref": "paper", "yanchor": "bottom", "xanchor": "center", "showarrow": False,
            "text": literal(t("measured otherwise from here")),
            "font": {"size": look.text, "color": look.faint_ink}}  # fmt: skip
