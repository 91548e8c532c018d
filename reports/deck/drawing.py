"""Native charts: dressed in our colours, sizes and font, with their words for those who do not see them."""

from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Pt

from reports.deck.fitting import plain
from reports.deck.stage import FONT, LOOK, SMALL, Box, Stage, named, rgb

Series = Sequence[tuple[str, Sequence[float | None]]]
_INNER = ("<c:layout xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'><c:manualLayout>"
          "<c:layoutTarget val='inner'/><c:xMode val='edge'/><c:yMode val='edge'/>"
          "<c:x val='{left:.4f}'/><c:y val='{top:.4f}'/><c:w val='{width:.4f}'/><c:h val='{height:.4f}'/>"
          "</c:manualLayout></c:layout>")  # fmt: skip


def chart(
    stage: Stage, slide: Any, kind: Any, box: Box, categories: Sequence[str], series: Series, words: str,
    form: str = "General",
) -> Any:  # fmt: skip
    """A chart with its workbook inside. An empty cell is a gap. `words` is its text for those who do not see it."""
    data = CategoryChartData(number_format=form)
    data.categories = [plain(each) or "–" for each in categories]
    for name, values in series:
        data.add_series(plain(name), values)
    frame = slide.shapes.add_chart(kind, *box.emu, data)
    named(frame, series[0][0], words)
    made = frame.chart
    made.has_title = False
    made.has_legend = False
    made.font.size, made.font.name = Pt(SMALL), FONT
    made.font.color.rgb = rgb(LOOK.ink)
    return made


def plot_box(made: Any, outer: Box, inner: Box) -> None:
    """Fix where the plot itself stands, so that what is drawn beside it fits."""
    area = made._chartSpace.find(f".//{qn('c:plotArea')}")
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, etree.fromstring(_INNER.format(
        left=(inner.left - outer.left) / outer.width, top=(inner.top - outer.top) / outer.height,
        width=inner.width / outer.width, height=inner.height / outer.height)))  # fmt: skip


def quiet(axis: Any, *, rules: bool = False) -> None:
    """An axis that recedes: no ticks, no line; with `rules` pale lines across."""
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.fill.background()
    axis.has_major_gridlines = rules
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.tick_labels.font.size = Pt(SMALL)
    if rules:
        axis.major_gridlines.format.line.color.rgb = rgb(LOOK.rule)


def filled(part: Any, colour: str | None) -> None:
    """Fill a series or a point; None leaves it open."""
    if colour is None:
        part.format.fill.background()
    else:
        part.format.fill.solid()
        part.format.fill.fore_color.rgb = rgb(colour)


def upright(axis: Any, skip: int) -> None:
    """Words of an axis stay horizontal; only every `skip`-th is written."""
    axis.tick_labels.offset = 100
    body = axis._element.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}")
    body.set("rot", "0")
    body.set("vert", "horz")
    for name in ("c:tickLblSkip", "c:tickMarkSkip"):
        found = axis._element.find(qn(name))
        if found is None:
            found = axis._element.makeelement(qn(name), {})
            before = axis._element.find(qn("c:noMultiLvlLbl"))
            if before is not None:
                before.addprevious(found)
            else:
                axis._element.append(found)
        found.set("val", str(skip))
