"""What goes into the charts that Office draws itself: the same ways and periods as on the screens, as series."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from charts.bullet_drawing import direct_label, drawn_span, way
from charts.numbers import number, period_label
from charts.rows import Span, actual_of_target, judged_word
from charts.text import clean
from locales import Translate
from reports.changes import is_complete
from reports.content import Content
from reports.drawn_trends import of_one_length

Row = dict[str, Any]


class Bar(NamedTuple):
    """One row of the bars. `reached` and `expected`: shares of the way from baseline to target (of the target itself,
    where `is_share_of_target`), as far as the axis goes; None where there is no figure. `label` has it in full."""

    indicator: str
    name: str
    status: str | None
    word: str
    label: str
    reached: float | None
    expected: float | None
    is_share_of_target: bool


class Bars(NamedTuple):
    """Rows on one axis, so that one target line serves them all."""

    rows: list[Bar]
    span: Span


class Trend(NamedTuple):
    """An indicator along its periods of one length; None is a gap. `is_flow`: each period counts what it brought.

    `last` is the latest period with a figure; `to_date` says what another figure of the indicator is, "" where it is
    the same.
    """

    indicator: str
    name: str
    unit: str | None
    status: str | None
    periods: list[str]
    actual: list[float | None]
    target: list[float | None]
    is_whole: list[bool]
    is_flow: bool
    last: str
    to_date: str


def bars(content: Content, rows: Sequence[Row]) -> Bars:
    """The way of each row."""
    ways = [way(row) for row in rows]
    span = drawn_span(ways)
    found = []
    for row, gone in zip(rows, ways, strict=True):
        reached, expected = (None if each is None else span.clip(each) for each in (gone.reached, gone.expected))
        found.append(Bar(row["indicator"], clean(row["name"]), row["status"], clean(judged_word(row, content.t)),
                         clean(direct_label(row, content.t)), reached, expected if reached is not None else None,
                         gone.is_share_of_target))  # fmt: skip
    return Bars(found, span)


def bars_words(drawn: Bars, t: Translate) -> str:
    """The bars as text, for those who do not see them."""
    return " ".join(t("{name}: {value}, {status}.", name=each.name, value=each.label, status=each.word)
                    for each in drawn.rows)  # fmt: skip


def trends(content: Content, most: int) -> list[Trend]:
    """A trend for each key indicator that has two periods and a figure, in their order; for the first where none is
    key."""
    chosen = [row for row in content.rows if row["is_key"]] or list(content.rows)
    found = (trend(content, row) for row in chosen)
    return [each for each in found if each][:most]


def trend(content: Content, row: Row) -> Trend | None:
    """The periods of an indicator; None where there are fewer than two, or no figure in any."""
    t = content.t
    rows = of_one_length(content.periods.get(row["indicator"], ()))
    known = [each for each in rows if each["actual"] is not None]
    if len(rows) < 2 or not known:
        return None
    last = t("{period}: {value}", period=period_label(known[-1]["period"], t), value=actual_of_target(known[-1], t))
    return Trend(
        row["indicator"], clean(row["name"]), row["unit"], row["status"],
        [period_label(each["period"], t) for each in rows], [each["actual"] for each in rows],
        [each["target"] for each in rows], [is_complete(each) for each in rows],
        row["over_time"] == "sum" and not row["cumulative"], clean(last), _to_date(row, known[-1], t),
    )  # fmt: skip


def _to_date(row: Row, last: Row, t: Translate) -> str:
    """What the figure to date is, beside that of the latest period."""
    figure, beside = (clean(number(each["actual"], t, row["unit"])) for each in (row, last))
    if row["actual"] is None or figure == beside:
        return ""
    if row["over_time"] == "sum":
        return t("{figure}: all periods together; chart: each period by itself", figure=figure)
    if row["over_time"] in ("mean", "max"):
        return t("{figure}: over all periods; chart: each period by itself", figure=figure)
    return t("{figure}: to date, the latest report of each; chart: each period by itself", figure=figure)


def trend_words(drawn: Trend, t: Translate) -> str:
    """A trend as text, period by period."""
    unit = drawn.unit
    figures = "; ".join(
        t("{period}: {value} (target {target})", period=period, value=number(actual, t, unit),
          target=number(target, t, unit) if target is not None else "n.a.")
        for period, actual, target in zip(drawn.periods, drawn.actual, drawn.target, strict=True))  # fmt: skip
    return f"{drawn.name}. {clean(figures)}."
