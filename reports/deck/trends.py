"""A slide for each key indicator along its periods: the title says where it stands."""

from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE_DASH_STYLE
from pptx.util import Pt

from charts.missing import NOT_REPORTED
from charts.numbers import number
from charts.text import clean
from definitions.units import is_percent
from metrics import wording
from reports.deck.drawing import chart, filled, quiet, upright
from reports.deck.fitting import height_of, lines_of, plain
from reports.deck.stage import LOOK, MARGIN, ROOM, SMALL, TOP, Box, Stage, rgb
from reports.native_charts import Trend, trend_words, trends
from reports.sheets.cells import figure_form

MOST = 8
_MOST_WORDS = 7


def key_trends(stage: Stage) -> None:
    """One slide an indicator."""
    for drawn in trends(stage.content, MOST):
        _slide(stage, drawn)


def _slide(stage: Stage, drawn: Trend) -> None:
    content, t = stage.content, stage.t
    row, told = content.row(drawn.indicator), content.definitions.get(drawn.indicator, {})
    notes = [
        t("{name} ({code})", name=drawn.name, code=drawn.indicator), trend_words(drawn, t),
        t("Definition: {text}", text=told.get("definition") or NOT_REPORTED),
        t("Source: {text}", text=" · ".join(filter(None, (told.get("source"), told.get("owner")))) or NOT_REPORTED),
        t("Hollow points: not all reports of that period have come."),
    ]  # fmt: skip
    slide = stage.slide(wording.finding(row, t, content.write), notes)
    unit = "" if is_percent(drawn.unit) else drawn.unit or ""
    hollow = t("hollow: reports missing") if drawn.to_date else t("by period; hollow: reports of it are missing")
    about = _lines([unit, drawn.last, "" if all(drawn.is_whole) else hollow, drawn.to_date])
    high = height_of(len(about), SMALL) + 0.07
    stage.text(slide, Box(MARGIN, TOP - 0.05, ROOM, high), about, size=SMALL, colour=LOOK.faint_ink)
    _draw(stage, slide, drawn, TOP + high)


def _lines(parts: list[str]) -> list[str]:
    """The parts on lines, none broken that fits on one."""
    lines: list[str] = []
    for part in map(plain, filter(None, parts)):
        joined = f"{lines[-1]} · {part}" if lines else part
        if lines and len(lines_of(joined, ROOM, SMALL)) == 1:
            lines[-1] = joined
        else:
            lines += lines_of(part, ROOM, SMALL)[:2]
    return lines


def _draw(stage: Stage, slide: Any, drawn: Trend, top: float) -> None:
    t, form = stage.t, _form(drawn)
    box = Box(MARGIN, top, ROOM, stage.bottom - top)
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED if drawn.is_flow else XL_CHART_TYPE.LINE_MARKERS
    made = chart(stage, slide, kind, box, drawn.periods,
                 [(t("Actual"), drawn.actual), (t("Target"), drawn.target)], trend_words(drawn, t), form)  # fmt: skip
    quiet(made.value_axis, rules=True)
    quiet(made.category_axis)
    made.value_axis.tick_labels.number_format, made.value_axis.tick_labels.number_format_is_linked = _axis(drawn), False
    if min((value for value in (*drawn.actual, *drawn.target) if value is not None), default=0) >= 0:
        made.value_axis.minimum_scale = 0
    upright(made.category_axis, -(-len(drawn.periods) // _MOST_WORDS))
    made.has_legend = True
    made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    made.legend.font.size = Pt(SMALL)
    actual, target = made.plots[0].series
    if drawn.is_flow:
        made.plots[0].gap_width, made.plots[0].overlap = 60, 0
        filled(actual, LOOK.first)
        filled(target, "#C4CDD6")
    else:
        _line(actual, LOOK.first, 3.5, XL_MARKER_STYLE.CIRCLE)
        _line(target, LOOK.second, 2.5, XL_MARKER_STYLE.NONE)
        target.format.line.dash_style = MSO_LINE_DASH_STYLE.DASH
    _hollow(actual, drawn)
    _last_label(stage, actual, drawn)


def _line(series: Any, colour: str, width: float, marker: Any) -> None:
    series.smooth = False
    series.format.line.color.rgb, series.format.line.width = rgb(colour), Pt(width)
    series.marker.style = marker
    if marker != XL_MARKER_STYLE.NONE:
        series.marker.size = 11
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = rgb(colour)
        series.marker.format.line.color.rgb = rgb(colour)


def _hollow(series: Any, drawn: Trend) -> None:
    """Periods whose reports have not all come."""
    for place, (value, whole) in enumerate(zip(drawn.actual, drawn.is_whole, strict=True)):
        if value is None or whole:
            continue
        part = series.points[place] if drawn.is_flow else series.points[place].marker
        if not drawn.is_flow:
            part.style, part.size = XL_MARKER_STYLE.CIRCLE, 11
        part.format.fill.solid()
        part.format.fill.fore_color.rgb = rgb("#FFFFFF")
        part.format.line.color.rgb, part.format.line.width = rgb(LOOK.first), Pt(2)


def _last_label(stage: Stage, series: Any, drawn: Trend) -> None:
    """The latest figure, at its point."""
    place = max(at for at, value in enumerate(drawn.actual) if value is not None)
    label = series.points[place].data_label
    beside = drawn.unit if is_percent(drawn.unit) else None
    label.text_frame.text = clean(number(drawn.actual[place], stage.t, beside))
    label.position = XL_LABEL_POSITION.OUTSIDE_END if drawn.is_flow else XL_LABEL_POSITION.ABOVE
    for run in label.text_frame.paragraphs[0].runs:
        run.font.size, run.font.bold = Pt(SMALL + 2), True


def _axis(drawn: Trend) -> str:
    """The format of the figures at the axis: whole ones from ten on."""
    top = max(abs(value) for value in (*drawn.actual, *drawn.target) if value is not None)
    return figure_form(1 if top >= 10 else 0.1 if top >= 1 else 0.01, drawn.unit)


def _form(drawn: Trend) -> str:
    """The format of the latest figure."""
    return figure_form(next(value for value in reversed(drawn.actual) if value is not None), drawn.unit)
