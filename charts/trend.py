"""How one indicator moved: reported values over time, the target of each period, and the way to the final target."""

import datetime as dt
from collections.abc import Sequence

import pandas as pd

from charts.chart import About, Chart, alt_text, foot, only, subtitle, table
from charts.intervals import interval_text
from charts.labels import name_of
from charts.missing import missing_mark, reason_text, records
from charts.numbers import date, estimate, number, period_label
from charts.periods import period_end
from charts.rows import actual_of_target, judged_text, target_text
from charts.theme import Look, empty_figure
from charts.trend_drawing import picture
from charts.trend_labels import Way
from locales import Translate
from metrics.outlook import Outlook


def trend(
    frame: pd.DataFrame, t: Translate, baseline: float | None = None, target: float | None = None,
    target_date: dt.date | None = None, baseline_date: dt.date | None = None,
    large: bool = False, dark: bool = False, about: About | None = None, ahead: Outlook | None = None,
    breaks: Sequence[dt.date] = (), measure: str | None = None,
) -> Chart:  # fmt: skip
    """`frame`: one indicator of `metrics progress --by period`, one row a period (actual and target in `unit`).

    `baseline`, `target`, `target_date` draw the way to the final target; leave them out where the periods are parts of
    a sum, since those stand on another scale. A period that is due without a report stays a gap, with its mark.
    `ahead` draws a forecast with its band, `breaks` the days from which the indicator was defined otherwise; `measure`
    says what one point is where that is not the plain figure ("running total").
    ValueError when the frame holds several indicators.
    """
    rows, look, about = one_indicator(records(frame)), Look(large, dark), about or About()
    rows = sorted(rows, key=lambda row: period_end(row["period"]))
    title, unit = finding(rows, t), only([row.get("unit") for row in rows])
    way = Way(baseline, target, target_date, baseline_date)
    narrow = Look(dark=dark, narrow=True)
    return Chart(
        figure=picture(rows, way, unit, t, look, ahead, breaks) if rows else empty_figure(title, t, look),
        narrow=picture(rows, way, unit, t, narrow, ahead, breaks) if rows else None,
        title=title,
        subtitle=subtitle(
            only([name_of(row, "indicator") for row in rows]),
            measure,
            about.place or only([row.get("place_name") for row in rows]),
            about.period or span_words(rows, t),
            unit,
        ),
        source=foot(rows, about, t),
        table=table(*tabled(rows, t, ahead)),
        alt=alt_text(title, t("Line over the periods"), t),
    )


def one_indicator(rows: list[dict]) -> list[dict]:
    """The rows, if they are all of one indicator."""
    codes = sorted({str(row["indicator"]) for row in rows if row.get("indicator") is not None})
    if len(codes) > 1:
        raise ValueError(f"`frame` must hold one indicator, got {len(codes)}: {', '.join(codes[:5])}.")
    return rows


def finding(rows: list[dict], t: Translate) -> str:
    """The latest value against the target of its period."""
    reported = [row for row in rows if row.get("actual") is not None]
    if not reported:
        return t("No results reported yet")
    last = reported[-1]
    return t("{period}: {value}", period=period_label(last["period"], t), value=actual_of_target(last, t))


def span_words(rows: list[dict], t: Translate) -> str | None:
    """First and last period: "TW I 2024–TW III 2025"."""
    ends = [period_label(row["period"], t) for row in (rows[:1] + rows[-1:])]
    return "–".join(dict.fromkeys(ends)) or None


def tabled(rows: list[dict], t: Translate, ahead: Outlook | None) -> tuple[list[list[str]], list[str]]:
    """Rows and headers of the table: a column for intervals where there are any, a last row for the forecast."""
    headers = [t("Period"), t("Actual"), t("Target"), t("Status"), t("Note")]
    found = [cells(row, t) for row in rows]
    if ahead and ahead.projected and rows:
        day, value, low, high = ahead.projected
        unit = rows[0].get("unit")
        band = (
            t("between {low} and {high}", low=estimate(low, t, beside=unit), high=estimate(high, t, beside=unit))
            if low is not None
            else ""
        )
        found.append([t("Forecast for {date}", date=date(day, t)), estimate(value, t, unit), "", "", band])
    return found, headers


def cells(row: dict, t: Translate) -> list[str]:
    """A period as text."""
    unit, reason = row.get("unit"), row.get("reason")
    return [
        period_label(row["period"], t),
        number(row["actual"], t, unit) if row.get("actual") is not None else missing_mark(reason),
        target_text(row, t),
        judged_text(row, t) if row.get("status") else "",
        "; ".join(filter(None, (interval_text(row, t), reason_text(reason, t) if reason else ""))),
    ]
