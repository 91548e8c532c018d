"""Layar Rapat: the order that composes itself, and each step of a storyboard in letters that the last row can read."""

import streamlit as st

from charts.chart import Chart
from charts.missing import records
from charts.numbers import number, period_label
from charts.periods import period_end
from charts.theme import CONFIG, STATUSES
from charts.trend_labels import is_partial
from data.actions import About as ActionAbout
from data.storyboards import Step, View
from definitions import clock
from definitions.schemes import FAVOURABLE
from locales import mark
from metrics import wording
from ui import action_parts, answers, meeting_slides, outlook_parts, session, view_kinds, voice_choice, wall_room
from ui.filters import Filters, filters_of, view_of
from ui.literal import literal
from ui.session import Visit

MOST_KEY = 12
MOST_BARS = 5
MOST_TRENDS = 4
SPOKEN = {
    "finding": (mark("The headline"), meeting_slides.finding),
    "works": (mark("What works"), meeting_slides.works),
    "attention": (mark("What needs attention"), meeting_slides.attention),
    "voices": (mark("What people say"), meeting_slides.voices),
    "overlaps": (mark("Overlaps to talk about"), meeting_slides.overlaps),
}
# What people agree on, and decide about an overlap, changes while the slide is on the wall: never remembered.
LIVE = ("still_open", "overlaps", "agreed")
AGREED = {
    "still_open": (mark("Agreed last time, still open"), meeting_slides.still_open),
    "agreed": (mark("What do we agree on today?"), meeting_slides.agreed),
}
JUDGED = ("finding", "works", "attention")


def name_of(view: View, here: Visit) -> str:
    """What a kind of view is called; "?" for one that there is no more."""
    known = {kind: msgid for kind, (msgid, _show) in (SPOKEN | AGREED).items()}
    known |= {kind: one.msgid for kind, one in view_kinds.CHARTS.items()}
    return here.t(known[view.kind]) if view.kind in known else "?"


def composed(here: Visit, chosen: Filters, with_open: bool) -> tuple[Step, ...]:
    """The order of a meeting: what was agreed last time (where anything is open), the finding, what works, what needs
    attention with the key indicators behind it, voices, overlaps, how complete it all is, and what is agreed now."""
    rows = session.remembered(answers.rows, here, chosen)
    keys = [row for row in rows if row["is_key"]][:MOST_KEY]
    bars = [{"indicators": ",".join(part)} for part in parts([row["indicator"] for row in keys], MOST_BARS)]
    late = [row["indicator"] for row in keys if row["status"] in wording.JUDGED and row["status"] not in FAVOURABLE]
    asked: list[tuple[str, dict[str, str]]] = [
        *([("still_open", {})] if with_open else []), ("finding", {}), *(("bullets", part) for part in bars),
        ("works", {}), ("attention", {}), *(("trend", {"indicator": code}) for code in late[:MOST_TRENDS]),
        ("voices", {}), ("overlaps", {}), ("completeness", {}), ("agreed", {}),
    ]  # fmt: skip
    return tuple(Step(view_of(kind, chosen, **more)) for kind, more in asked)


def has_open(here: Visit) -> bool:
    """Whether anything was agreed before today that is still to be done."""
    return any(clock.day_of(row["taken_at"]) < here.as_of for row in action_parts.open_ones(here))


def about(here: Visit, step: Step) -> ActionAbout:
    """What an action is about that is agreed while this step is on the wall."""
    return action_parts.about_indicator(here, filters_of(step.view), step.view.asked("indicator"))


def parts(codes: list[str], most: int) -> list[tuple[str, ...]]:
    """The codes in as few parts as possible of at most `most`, of about the same size."""
    n_parts = -(-len(codes) // most)
    return [tuple(codes[len(codes) * part // n_parts : len(codes) * (part + 1) // n_parts]) for part in range(n_parts)]


def show(here: Visit, step: Step) -> None:
    """One step, inside whatever container is open."""
    view = step.view
    if view.kind in AGREED:
        AGREED[view.kind][1](here, filters_of(view), step.heading)
    elif view.kind in LIVE:
        spoken(here, view, step.heading)
    elif view.kind in SPOKEN:
        session.remembered(spoken, here, view, step.heading)
    else:
        edition = voice_choice.edition_now(here) if view.kind.startswith("voices_") else 0  # themes are coded meanwhile
        session.remembered(pictured, here, view, step.heading, edition)


def spoken(here: Visit, view: View, heading: str) -> None:
    """A step that is sentences."""
    chosen = filters_of(view)
    is_there = view_kinds.is_known(here, view) and (
        view.kind not in JUDGED or session.remembered(answers.rows, here, chosen))  # fmt: skip
    if is_there:
        SPOKEN[view.kind][1](here, chosen, heading)
    else:
        nothing(here, view, heading)


def pictured(here: Visit, view: View, heading: str, _edition: int = 0) -> None:
    """A step that is a chart. The trend says what would be needed; its sentence is the indicator's own."""
    drawn = view_kinds.chart_of(here, view)
    if drawn is None:
        nothing(here, view, heading)
    elif view.kind == "trend":
        chosen, indicator = filters_of(view), view.asked("indicator") or ""
        row = session.remembered(answers.row_of, here, chosen, indicator)
        sentence = wording.finding(row, here.t, answers.write(here))
        title = heading or f"{STATUSES[row['status']].shape} {sentence}"
        said = (outlook_parts.needed_words(here, chosen, indicator), latest_apart(here, chosen, indicator, row))
        big_chart(drawn, title, " ".join(filter(None, said)))
    else:
        big_chart(drawn, heading, above="" if view.kind in ("bullets", "completeness") else drawn.subtitle)


def latest_apart(here: Visit, chosen: Filters, indicator: str, row: dict) -> str:
    """Why the figure of the heading is not the last point of the line: it has the latest report of everybody, the
    point only those of its period. "" where both are the same."""
    t, unit = here.t, row["unit"]
    periods = records(session.remembered(answers.over_periods, here, chosen, indicator))
    last = max((one for one in periods if one["actual"] is not None), key=lambda one: period_end(one["period"]),
               default=None)  # fmt: skip
    if last is None or row["over_time"] != "last" or not is_partial(last):
        return ""
    whole, alone = number(row["actual"], t, unit), number(last["actual"], t, unit)
    return "" if whole == alone else t(
        "{whole} has the latest report of everybody; {period} alone, {n} of {m} reports, comes to {alone}.",
        whole=whole, period=period_label(last["period"], t), n=number(last["reports"], t),
        m=number(last["reports_due"], t), alone=alone)  # fmt: skip


def big_chart(drawn: Chart, title: str = "", below: str = "", above: str = "") -> None:
    """A chart for the wall: the finding, what is measured, the picture, a sentence, and where it comes from. On a phone
    its narrow form."""
    meeting_slides.heading(drawn.title, title)
    if above:
        st.caption(literal(above))
    height = wall_room.height(drawn.figure.layout.height, title or drawn.title, above, below, drawn.source)
    figure = drawn.figure.update_layout(height=height)
    with st.container(key=f"slide_chart_{height}"):
        st.plotly_chart(figure, theme=None, config=CONFIG, key="picture", alt=drawn.alt)
    if drawn.narrow is not None:
        with st.container(key="narrow_chart_slide"):
            st.plotly_chart(drawn.narrow, theme=None, config=CONFIG, key="picture_narrow", alt=drawn.alt)
    if below:
        with st.container(key="slide_below"):
            st.text(below)
    st.caption(literal(drawn.source))


def nothing(here: Visit, view: View, heading: str) -> None:
    """For a view whose programme, partner, place or indicator is no longer there, or says nothing any more."""
    meeting_slides.heading(name_of(view, here), heading)
    st.text(here.t("There is nothing to show for this choice at the moment."))
