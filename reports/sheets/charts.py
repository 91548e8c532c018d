"""Charts that Excel draws itself: the ways of the indicators as bars, and a trend for each key indicator.

What they are drawn from stands on a sheet of its own, the last one; a missing figure is an empty cell there, since a
mark would be drawn as zero.
"""

from typing import Any

from charts.theme import Look, status
from reports.native_charts import Bar, Bars, Trend, bars, bars_words, trend_words, trends
from reports.sheets.book import FONT, Book, Page
from reports.sheets.cells import Number, figure_form

MOST_BARS, MOST_TRENDS = 20, 24
_ROW, _TOP, _WIDE, _HALF, _HIGH = 32, 120, 1180, 585, 290
_LINE = 20  # height of a row of the sheet, in px
_LABEL_ROOM = 0.8
_TRENDS_A_PAGE = 3  # rows of them
_PRINTED = 60  # per cent, so that all the bars stand on one page of A4, with wider letters than Arial too
_EXPECTED = "#D0006F"
_LOOK = Look()


def opened(book: Book) -> Page | None:
    """The sheet of the charts at its place among the sheets, empty; None where there is nothing to draw."""
    if not book.content.rows:
        return None
    return book.page("charts", book.t("On the way to the targets"), (12,) * 13, scale=_PRINTED)


def draw(page: Page) -> None:
    """Write the sheet that the charts are drawn from, and draw them."""
    book = page.book
    content, t = book.content, book.t
    data = book.page("data", t("What the charts are drawn from"), (48, 16, 16, 16, 16))
    at = _bars(page, data, bars(content, content.rows[:MOST_BARS]))
    breaks = {at}
    for number, drawn in enumerate(trends(content, MOST_TRENDS)):
        row = at + 1 + (number // 2) * (_HIGH // _LINE + 1)
        breaks |= {row} if number and number % (2 * _TRENDS_A_PAGE) == 0 else set()
        _trend(page, data, drawn, row, (number % 2) * (_HALF + 10))
    page.sheet.set_h_pagebreaks(sorted(breaks))


def _bars(page: Page, data: Page, drawn: Bars) -> int:
    """Draw the bars; returns the row below them."""
    t, rows = page.t, drawn.rows
    first = data.table([t("Indicator"), t("On the way"), t("Target"), t("Expected by now"), t("Place of the words")],
                       [[each.name, _share(each.reached), _share(None if each.reached is None else 1.0),
                         _share(each.expected), _share(max(1.0, each.reached or 0))] for each in rows])  # fmt: skip
    names = _cells(data, first, len(rows), 0)
    chart = page.book.workbook.add_chart({"type": "bar"})
    common = {"categories": names, "overlap": 100, "gap": 70}
    chart.add_series(common | {
        "name": t("Target"), "values": _cells(data, first, len(rows), 2), "fill": {"color": _LOOK.rule},
        "y_error_bars": _tick(_LOOK.ink),
    })  # fmt: skip
    chart.add_series(common | {
        "name": t("On the way"), "values": _cells(data, first, len(rows), 1), "points": [_fill(each) for each in rows],
    })  # fmt: skip
    chart.add_series(common | {
        "name": t("Expected by now"), "values": _cells(data, first, len(rows), 3), "fill": {"none": True},
        "y_error_bars": _tick(_EXPECTED),
    })  # fmt: skip
    labels = [{"value": f"{status(each.status).shape} {each.label}"} for each in rows]
    chart.add_series(common | {
        "name": t("Words"), "values": _cells(data, first, len(rows), 4), "fill": {"none": True},
        "data_labels": {"value": True, "custom": labels, "position": "outside_end", "font": _font(9)},
    })  # fmt: skip
    _bar_axes(chart, drawn, t("From baseline (0%) to target (100%). Dark mark: target. Pink mark: expected by now."))
    height = _TOP + _ROW * len(rows)
    chart.set_size({"width": _WIDE, "height": height})
    page.sheet.insert_chart(page.row, 0, chart, {"description": bars_words(drawn, t)[:4000]})
    return page.row + height // _LINE + 2


def _bar_axes(chart: Any, drawn: Bars, title: str) -> None:
    low, high = -0.5 if drawn.span.low < 0 else 0, drawn.span.high  # so that 0% is among the ticks
    chart.set_title({"name": title, "name_font": _font(11, bold=True), "overlay": False})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": _font(10), "line": {"none": True}, "major_tick_mark": "none",
                      "label_position": "low"})  # fmt: skip
    chart.set_x_axis({"min": low, "max": high + _LABEL_ROOM, "major_unit": 0.5, "num_font": _font(9),
                      "num_format": '[>1.001]"";0%', "major_gridlines": {"visible": False}, "line": {"none": True},
                      "label_position": "low"})  # fmt: skip


def _trend(page: Page, data: Page, drawn: Trend, row: int, left: int) -> None:
    t, n = page.t, len(drawn.periods)
    data.heading(drawn.name)
    form = figure_form(next(value for value in reversed(drawn.actual) if value is not None), drawn.unit)
    first = data.table([t("Period"), t("Actual"), t("Target")],
                       [[period, _number(actual, form), _number(target, form)] for period, actual, target in
                        zip(drawn.periods, drawn.actual, drawn.target, strict=True)])  # fmt: skip
    chart = page.book.workbook.add_chart({"type": "column" if drawn.is_flow else "line"})
    periods = _cells(data, first, n, 0)
    chart.add_series({"name": t("Actual"), "categories": periods, "values": _cells(data, first, n, 1)}
                     | (_columns(drawn) if drawn.is_flow else _line(drawn)))  # fmt: skip
    targets = {
        "name": t("Target"),
        "categories": periods,
        "values": _cells(data, first, n, 2),
        "line": {"none": True},
        "marker": {"type": "long_dash", "size": 9, "fill": {"color": _LOOK.ink}, "border": {"none": True}},
    }
    if drawn.is_flow:
        above = page.book.workbook.add_chart({"type": "line"})
        above.add_series(targets)
        chart.combine(above)
    else:
        chart.add_series(targets)
    chart.set_title({"name": _title(drawn), "name_font": _font(10, bold=True)})
    chart.set_legend({"position": "bottom", "font": _font(9)})
    chart.set_x_axis({"num_font": _font(9), "line": {"color": _LOOK.second}})
    chart.set_y_axis({"num_font": _font(9), "num_format": form, "line": {"none": True},
                      "major_gridlines": {"visible": True, "line": {"color": _LOOK.rule}}})  # fmt: skip
    chart.show_blanks_as("gap")
    chart.set_size({"width": _HALF, "height": _HIGH})
    page.sheet.insert_chart(row, 0, chart, {"x_offset": left, "description": trend_words(drawn, t)[:4000]})


def _title(drawn: Trend) -> str:
    """Name and latest figure; a title that begins with = would be read as a formula."""
    name = drawn.name if len(drawn.name) <= 60 else drawn.name[:59].rstrip() + "…"
    return f" {name}\n{drawn.last}" if name.startswith("=") else f"{name}\n{drawn.last}"


def _line(drawn: Trend) -> dict[str, Any]:
    """A line with dots, hollow where reports are missing."""
    blue = {"color": _LOOK.first}
    hollow = {"fill": {"color": "#FFFFFF"}, "border": blue}
    return {"line": {**blue, "width": 2}, "marker": {"type": "circle", "size": 6, "fill": blue, "border": blue},
            "points": [None if whole else hollow for whole in drawn.is_whole]}  # fmt: skip


def _columns(drawn: Trend) -> dict[str, Any]:
    blue = {"color": _LOOK.first}
    hollow = {"fill": {"color": "#FFFFFF"}, "border": blue}
    return {"fill": blue, "gap": 60, "points": [None if whole else hollow for whole in drawn.is_whole]}


def _fill(each: Bar) -> dict[str, Any]:
    """The colour of the status; hatched where the bar is a share of the target."""
    colour = status(each.status).light
    if each.is_share_of_target:
        return {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": colour, "bg_color": "#FFFFFF"}}
    return {"fill": {"color": colour}}


def _tick(colour: str) -> dict[str, Any]:
    """The cap of an error bar without length: an upright line at the value."""
    return {"type": "fixed", "value": 0.0001, "end_style": 1, "direction": "both",
            "line": {"color": colour, "width": 3}}  # fmt: skip


def _cells(data: Page, first: int, n: int, column: int) -> list[Any]:
    return [data.sheet.get_name(), first, column, first + n - 1, column]


def _font(size: float, *, bold: bool = False) -> dict[str, Any]:
    return {"name": FONT, "size": size, "bold": bold, "color": _LOOK.ink}


def _share(value: float | None) -> Number | None:
    return None if value is None else Number(value, "0%")


def _number(value: float | None, form: str) -> Number | None:
    return None if value is None else Number(value, form)
