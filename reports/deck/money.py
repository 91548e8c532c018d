"""Money beside results: how much of the budget and of the time has gone, and what became of the indicators."""

from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.util import Pt

from charts.missing import NOT_APPLICABLE
from charts.numbers import number
from reports.content import Content
from reports.deck.drawing import chart, filled, plot_box, quiet, upright
from reports.deck.fitting import fitted, lines_of, naming, plain
from reports.deck.stage import BODY, LOOK, MARGIN, ROOM, SMALL, TOP, Box, Stage
from reports.money_words import whole_programme
from reports.narrative import narrative

A_SLIDE = 4
_NAMES, _WORDS, _LEGEND, _LEFT = 3.4, 3.1, 0.5, 0.36


def beside_results(stage: Stage) -> None:
    """A slide for the currency of most rows; a sentence where no money is known. Other currencies are in the notes."""
    content, t = stage.content, stage.t
    said = [part.text for part in narrative(content)["money"]]
    title = said[0] if said else t("Money beside results")
    slide = stage.slide(title, said[1:])
    first = content.money[0] if content.money else None
    rows = [row for row in first.programmes if row["spent_share"] is not None] if first else []
    if first and rows:
        drawn = rows[:A_SLIDE]
        left = [whole_programme(content, row) for row in first.programmes if row not in drawn]
        _draw(stage, slide, drawn, said, bool(left))
        if left:
            words = naming(lambda names: t("In the notes, not drawn here: {names}", names=names), left, ROOM, SMALL, 1,
                           t)  # fmt: skip
            stage.text(slide, Box(MARGIN, stage.bottom - _LEFT, ROOM, _LEFT), [words], size=SMALL)
    elif len(said) > 1:
        fitting = [fitted(text, ROOM, BODY, 2) for text in said[1:4]]
        stage.text(slide, stage.room, fitting)


def _draw(stage: Stage, slide: Any, rows: list[dict[str, Any]], said: list[str], is_part: bool) -> None:
    content, t = stage.content, stage.t
    outer = Box(MARGIN, TOP, ROOM - _WORDS, stage.bottom - TOP - (_LEFT + 0.05 if is_part else 0))
    inner = Box(MARGIN + _NAMES, TOP + _LEGEND, outer.width - _NAMES - 0.7, outer.height - _LEGEND)
    budget, time = t("Budget delivered"), t("Time gone")
    made = chart(stage, slide, XL_CHART_TYPE.BAR_CLUSTERED, outer,
                 [fitted(whole_programme(content, row), _NAMES - 0.25, SMALL, 2) for row in rows],
                 [(budget, [row["spent_share"] for row in rows]), (time, [row["time_share"] for row in rows])],
                 " ".join(said), "0%")  # fmt: skip
    plot_box(made, outer, inner)
    plot = made.plots[0]
    plot.gap_width, plot.overlap = 60, 0
    for series, colour in zip(plot.series, (LOOK.first, "#B4BFCB"), strict=True):
        filled(series, colour)
        labels = series.data_labels
        labels.show_value, labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
        labels.number_format, labels.number_format_is_linked = "0%", False
        labels.font.size = Pt(SMALL)
    quiet(made.category_axis)
    made.category_axis.reverse_order = True
    upright(made.category_axis, 1)
    made.value_axis.minimum_scale = 0
    shares = [row[name] or 0 for row in rows for name in ("spent_share", "time_share")]
    made.value_axis.maximum_scale = max(1.0, *shares)
    made.value_axis.visible = made.value_axis.has_major_gridlines = False
    made.has_legend = True
    made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    made.legend.font.size = Pt(SMALL)
    for place, row in enumerate(rows):
        high = inner.height / len(rows)
        stage.text(slide, Box(MARGIN + ROOM - _WORDS, inner.top + place * high, _WORDS, high), _result(content, row),
                   size=SMALL, middle=True)  # fmt: skip


def _result(content: Content, row: dict[str, Any]) -> list[str]:
    """What became of the indicators beside the money, in a line or two."""
    t = content.t
    judged = t("{n} of {m} met or on track", n=number(row["favourable"], t),
               m=number(row["judged"], t)) if row["judged"] else NOT_APPLICABLE  # fmt: skip
    ahead = t("Money runs ahead of results.") if row["ahead"] else ""
    return [line for text in (judged, ahead) for line in lines_of(plain(text), _WORDS, SMALL)]
