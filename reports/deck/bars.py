"""The key indicators on the way to their targets: native bars on one axis, one target line through all."""

from math import ceil
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt

from charts.numbers import number
from charts.theme import status
from metrics import wording
from reports.deck.drawing import chart, filled, plot_box, quiet, upright
from reports.deck.fitting import fitted
from reports.deck.stage import LOOK, MARGIN, ROOM, SMALL, TOP, Box, Stage, named, rgb
from reports.native_charts import Bars, bars, bars_words

A_SLIDE, MOST_SLIDES = 6, 3
_NAMES, _WORDS, _HEADING, _GAP = 3.75, 4.55, 0.45, 0.2
_LEAST_ROWS = 5  # fewer bars are not made thicker than this many would be
_ARROW = 0.2


def key_indicators(stage: Stage) -> None:
    """As many slides as the key indicators need, at most MOST_SLIDES; the notes say where the others are."""
    content, t = stage.content, stage.t
    rows = [row for row in content.rows if row["is_key"]] or list(content.rows)
    drawn = rows[: A_SLIDE * MOST_SLIDES]
    size = ceil(len(drawn) / ceil(len(drawn) / A_SLIDE))  # seven are four and three, not six and one
    parts = [drawn[at : at + size] for at in range(0, len(drawn), size)]
    finding = wording.headline(rows, t, content.write)
    for place, part in enumerate(parts, start=1):
        found = bars(content, part)
        which = t(" ({n} of {m})", n=place, m=len(parts)) if len(parts) > 1 else ""
        notes = [t("Bars: the share of the way from baseline to target. Hatched: the share of the target, where there "
                   "is no baseline."), bars_words(found, t)]  # fmt: skip
        if left := len(rows) - len(drawn):
            notes.append(t("{n} more are in the workbook.", n=number(left, t)))
        slide = stage.slide(t("Key indicators: {finding}", finding=finding) + which, notes)
        _draw(stage, slide, found)


def _draw(stage: Stage, slide: Any, found: Bars) -> None:
    rows, span = found.rows, found.span
    outer = Box(MARGIN, TOP + _HEADING, ROOM - _WORDS, stage.bottom - TOP - _HEADING - 0.1)
    inner = Box(MARGIN + _NAMES, outer.top, outer.width - _NAMES - _GAP, outer.height * min(1, len(rows) / _LEAST_ROWS))
    outer = Box(outer.left, outer.top, outer.width, inner.height)
    made = chart(stage, slide, XL_CHART_TYPE.BAR_CLUSTERED, outer,
                 [fitted(each.name, _NAMES - 0.25, SMALL, 2) for each in rows], [
        (stage.t("Target"), [None if each.reached is None else 1.0 for each in rows]),
        (stage.t("On the way"), [each.reached for each in rows]),
    ], bars_words(found, stage.t), "0%")  # fmt: skip
    plot_box(made, outer, inner)
    plot = made.plots[0]
    plot.overlap, plot.gap_width, plot.vary_by_categories = 100, 110, False
    filled(plot.series[0], LOOK.rule)
    for number_, each in enumerate(rows):
        _fill(plot.series[1].points[number_], each)
    quiet(made.category_axis)
    made.category_axis.reverse_order = True
    upright(made.category_axis, 1)
    made.value_axis.minimum_scale, made.value_axis.maximum_scale = span.low, span.high
    made.value_axis.visible = made.value_axis.has_major_gridlines = False
    _beside(stage, slide, found, inner)


def _fill(point: Any, each: Any) -> None:
    """The colour of the status; hatched where the bar is a share of the target."""
    colour = status(each.status).light
    if each.is_share_of_target:
        point.format.fill.patterned()
        point.format.fill.pattern = 22  # wide upward diagonal
        point.format.fill.fore_color.rgb, point.format.fill.back_color.rgb = rgb(colour), rgb("#FFFFFF")
    else:
        filled(point, colour)


def _beside(stage: Stage, slide: Any, found: Bars, inner: Box) -> None:
    """Target line, marks of what is expected by now, and at the right the status and the figure of each row."""
    t, span = stage.t, found.span
    row_high = inner.height / len(found.rows)
    step = inner.width / (span.high - span.low)
    target = inner.left + (1 - span.low) * step
    stage.rule(slide, target, inner.top, inner.top + inner.height)
    start = inner.left - span.low * step
    stage.text(slide, Box(start - 1, TOP, 2, 0.4), [t("Baseline")], size=SMALL, align="center", colour=LOOK.faint_ink)
    stage.text(slide, Box(target - 1, TOP, 2, 0.4), [t("Target")], size=SMALL, align="center", colour=LOOK.faint_ink)
    left = MARGIN + ROOM - _WORDS + 0.1
    if any(each.expected is not None for each in found.rows):
        stage.text(slide, Box(left, TOP, _WORDS, 0.4), [t("▽ expected by now")], size=SMALL, colour=LOOK.faint_ink)
    for place, each in enumerate(found.rows):
        top = inner.top + place * row_high
        if each.expected is not None:
            _expected(stage, slide, inner.left + (each.expected - span.low) * step, top + row_high * 0.06)
        stage.marker(slide, each.status, left, top + row_high / 2 - 0.28, 0.24)
        stage.text(slide, Box(left + 0.36, top, _WORDS - 0.46, row_high), [
            fitted(each.word, _WORDS - 0.5, SMALL, 1, bold=True), fitted(each.label, _WORDS - 0.5, SMALL, 1),
        ], size=SMALL, middle=True)  # fmt: skip


def _expected(stage: Stage, slide: Any, left: float, top: float) -> None:
    shape = slide.shapes.add_shape(MSO_SHAPE.FLOWCHART_MERGE, *Box(left - _ARROW / 2, top, _ARROW, _ARROW * 0.8).emu)
    shape.fill.background()
    shape.line.color.rgb, shape.line.width = rgb(LOOK.ink), Pt(1.75)
    shape.shadow.inherit = False
    named(shape, "expected", stage.t("Expected by now"))
