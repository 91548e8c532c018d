"""Every kind of chart that can be shown again on the wall: its name, and what draws it from what was chosen."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from charts.chart import About, Chart
from charts.completeness import matrix
from charts.numbers import number as written
from charts.numbers import percent
from data.storyboards import View
from locales import mark
from metrics import ties
from ui import (
    answers,
    contribution_parts,
    cost_parts,
    health_parts,
    indicator_parts,
    overview_parts,
    partner_parts,
    places_parts,
    session,
    voice_charts,
    voice_choice,
    voice_groups,
    weight_parts,
)  # fmt: skip
from ui.filters import KINDS as FILTERS
from ui.filters import choices as known_choices
from ui.filters import filters_of
from ui.session import Visit

CHOICES = (
    *FILTERS, "scheme", "indicator", "indicators", "points", "show", "theme", "round", "currency", "across", "tie",
)  # fmt: skip
"""What a view may have been chosen by, as the address names it."""


class Kind(NamedTuple):
    """A kind of chart: what it is called (a msgid), what draws it (None: nothing to show), and whether it judges."""

    msgid: str
    draw: Callable[[Visit, View], Chart | None]
    is_judged: bool = False


def chart_of(here: Visit, view: View) -> Chart | None:
    """The chart of a view with the newest figures; None where there is nothing to show for its choices any more."""
    kind = CHARTS.get(view.kind)
    if kind is None or not is_known(here, view):
        return None
    if kind.is_judged and not session.remembered(answers.rows, here, filters_of(view)):
        return None
    return kind.draw(here, view)


def is_known(here: Visit, view: View) -> bool:
    """Whether everything that was chosen is still there."""
    known = session.remembered(known_choices, here)
    indicators = session.remembered(answers.known_names, here)["indicator"]
    is_filtered_by_known = all(view.asked(kind) in known[kind] for kind in FILTERS if view.asked(kind))
    return is_filtered_by_known and (view.asked("indicator") or None) in (None, *indicators)


def _bullets(here: Visit, view: View) -> Chart | None:
    chosen, named = filters_of(view), view.asked("indicators")
    if named is None:
        options = session.remembered(overview_parts.shown_choices, here, chosen)
        shown = view.asked("show")
        return overview_parts.bullets_chart(here, chosen, shown if shown in options else next(iter(options)))
    frame = session.remembered(answers.standing, here, chosen)
    kept = frame[frame["indicator"].isin(named.split(","))]
    return None if kept.empty else overview_parts.bullets_of(here, kept)


def _completeness(here: Visit, view: View) -> Chart | None:
    t, chosen = here.t, filters_of(view)
    received, due = session.remembered(answers.received_of_due, here, chosen)
    if not due:
        return None
    frame = session.remembered(answers.reporting, here, chosen)
    drawn = matrix(frame[frame["period_kind"] == "quarter"], t, large=here.large, about=About(as_of=here.as_of))
    title = t("{n} of {m} reports have come in ({percent}).", n=written(received, t), m=written(due, t),
              percent=percent(received / due, t))  # fmt: skip
    return replace(drawn, title=title)


def _of_indicator(draw: Callable[..., Chart]) -> Callable[[Visit, View], Chart | None]:
    """For a chart of one indicator, which has a part in what was chosen."""

    def drawn(here: Visit, view: View) -> Chart | None:
        chosen, indicator = filters_of(view), view.asked("indicator")
        if indicator is None or session.remembered(answers.row_of, here, chosen, indicator) is None:
            return None
        return draw(here, view, chosen, indicator)

    return drawn


def _trend(here: Visit, view: View, chosen, indicator: str) -> Chart:
    options = session.remembered(indicator_parts.point_choices, here, chosen, indicator)
    point = view.asked("points")
    return indicator_parts.trend_of(here, chosen, indicator, point if point in options else next(iter(options)))


def _by(dimension: str) -> Kind:
    names = {"partner": mark("By partner"), "place": mark("By place"), "group": mark("By group")}

    def draw(here: Visit, _view: View, chosen, indicator: str) -> Chart:
        return indicator_parts.unit_chart(here, chosen, indicator, dimension)

    return Kind(names[dimension], _of_indicator(draw), is_judged=True)


def _heard(here: Visit, view: View) -> voice_choice.Heard:
    return voice_choice.Heard(*(view.asked(kind) for kind in FILTERS), theme=view.asked("theme"),
                              edition=voice_choice.edition_now(here))  # fmt: skip


def _voice(
    name: str, counted=voice_charts.frame, drawn=voice_charts.voice_chart
) -> Callable[[Visit, View], Chart | None]:
    """For voices counted by `name`; nothing to show where every count is hidden."""

    def draw(here: Visit, view: View) -> Chart | None:
        heard = _heard(here, view)
        found = counted(here, heard, name)
        return None if found["entries"].isna().all() else drawn(here, heard, name, found)

    return draw


def _voice_group(trait: str) -> Callable[[Visit, View], Chart | None]:
    return _voice(trait, voice_groups.of_trait, voice_groups.trait_chart)


def _voice_places(here: Visit, view: View) -> Chart | None:
    heard = _heard(here, view)
    is_shown = not heard.place and voice_groups.has_places(here, heard)
    return voice_groups.place_chart(here, heard) if is_shown else None


def _money(draw: Callable[..., Chart]) -> Callable[[Visit, View], Chart]:
    return lambda here, view: draw(here, filters_of(view), _currency(here, view))


def _currency(here: Visit, view: View) -> str:
    known = session.remembered(contribution_parts.currencies, here)
    return view.asked("currency") or (known[0] if known else "IDR")


def _health(name: str) -> Callable[[Visit, View], Chart | None]:
    def draw(here: Visit, view: View) -> Chart | None:
        known, asked = health_parts.rounds(here), view.asked("round")
        return health_parts.health_chart(here, asked if asked in known else next(iter(known)), name) if known else None

    return draw


def _tie(draw: Callable[[Visit, str], Chart]) -> Callable[[Visit, View], Chart]:
    return lambda here, view: draw(here, view.asked("tie") if view.asked("tie") in ties.STRENGTHS else "places")


def _missing(here: Visit, view: View) -> Chart:
    across = view.asked("across")
    return partner_parts.missing_chart(here, across if across in ("sector", "place") else "sector", view.asked("place"))


CHARTS = {
    "bullets": Kind(mark("Indicators against their targets"), _bullets, is_judged=True),
    "bullet": Kind(mark("One indicator against its target"), _of_indicator(
        lambda here, _view, chosen, indicator: indicator_parts.bullet_chart(here, chosen, indicator)), is_judged=True),
    "trend": Kind(mark("One indicator over time"), _of_indicator(_trend), is_judged=True),
    "by_partner": _by("partner"), "by_place": _by("place"), "by_group": _by("group"),
    "completeness": Kind(mark("How complete is this?"), _completeness, is_judged=True),
    "map": Kind(mark("Partners by province"), lambda here, view: places_parts.province_chart(here, filters_of(view))),
    "place_tiles": Kind(mark("Partners by place"), lambda here, view: places_parts.tiles_chart(here, filters_of(view))),
    "matrix": Kind(mark("Places and sectors"), lambda here, view: places_parts.matrix_chart(here, filters_of(view))),
    "calendar": Kind(mark("Calendar"), lambda here, view: places_parts.calendar_chart(here, filters_of(view))),
    "voices_volume": Kind(mark("Voices over time"), _voice("volume")),
    "voices_ratings": Kind(mark("How people rate"), _voice("ratings")),
    "voices_loop": Kind(mark("Do people hear back?"), _voice("loop")),
    "voices_themes": Kind(mark("What people speak about"), _voice("themes")),
    "voices_by_sex": Kind(mark("Voices by sex and rating"), _voice_group("sex")),
    "voices_by_age": Kind(mark("Voices by age and rating"), _voice_group("age")),
    "voices_by_place": Kind(mark("Voices by place"), _voice_places),
    "flows": Kind(mark("From giver to programme"), _money(contribution_parts.flow_chart)),
    "pledges": Kind(mark("Pledged and delivered"), _money(contribution_parts.pledge_chart)),
    "beside": Kind(mark("Money beside results"), _money(cost_parts.beside_chart)),
    "spread": Kind(mark("Health of the partnership"), _health("spread")),
    "moved": Kind(mark("What moved between two rounds"), _health("moved")),
    "rounds": Kind(mark("Health over all rounds"), _health("rounds")),
    "roles": Kind(mark("Roles by partner and programme"), lambda here, _view: partner_parts.role_chart(here)),
    "missing": Kind(mark("Who is not at the table"), _missing),
    "balance": Kind(mark("Shares of each partner"),
                    lambda here, view: weight_parts.balance_chart(here, _currency(here, view))),
    "ties": Kind(mark("Who works with whom"), _tie(weight_parts.tie_chart)),
    "tie_grid": Kind(mark("The same ties as a grid"), _tie(weight_parts.tie_grid)),
}  # fmt: skip
