"""The slides of Layar Rapat: one thing each, in letters that the last row can read."""

from typing import NamedTuple

import streamlit as st

from charts.bullets import bullet_list
from charts.chart import About, Chart
from charts.completeness import matrix
from charts.numbers import number, percent
from charts.theme import CONFIG, STATUSES, status_text
from data.actions import About as ActionAbout
from metrics import wording
from ui import action_parts, answers, outlook_parts, overview_parts, session
from ui.action_words import by_when
from ui.filters import Filters
from ui.indicator_parts import point_choices, trend_of
from ui.literal import literal
from ui.session import Visit

MOST_KEY = 12
MOST_BARS = 6
TREND_HEIGHT = 480  # px where the image is 1080 px tall; slides.css (which knows this) makes it fit others
MOST_SENTENCES = 5
MOST_QUOTES = 3
MOST_ACTIONS = 5


class Slide(NamedTuple):
    """A kind of slide, and the indicators it is about."""

    kind: str
    indicators: tuple[str, ...] = ()


def slides(here: Visit, chosen: Filters, with_open: bool) -> list[Slide]:
    """The order of the meeting: what was agreed last time (where anything is open), the finding, the key indicators
    together and one by one, what to talk about, voices, and what is agreed now."""
    rows = session.remembered(answers.rows, here, chosen)
    keys = [row["indicator"] for row in rows if row["is_key"]][:MOST_KEY]
    return [
        *([Slide("still_open")] if with_open else []), Slide("finding"),
        *(Slide("bullets", part) for part in parts(keys, MOST_BARS)),
        *(Slide("trend", (code,)) for code in keys),
        Slide("attention"), Slide("works"), Slide("voices"), Slide("completeness"),
        Slide("agreed"),
    ]  # fmt: skip


def has_open(here: Visit) -> bool:
    """Whether anything was agreed before today that is still to be done."""
    return any(row["taken_at"].date() < here.as_of for row in action_parts.open_ones(here))


def about(here: Visit, chosen: Filters, slide: Slide) -> ActionAbout:
    """What an action is about that is agreed while this slide is on the wall."""
    indicator = slide.indicators[0] if slide.kind == "trend" else None
    return action_parts.about_indicator(here, chosen, indicator)


def parts(codes: list[str], most: int) -> list[tuple[str, ...]]:
    """The codes in as few parts as possible of at most `most`, of about the same size."""
    n_parts = -(-len(codes) // most)
    return [tuple(codes[len(codes) * part // n_parts : len(codes) * (part + 1) // n_parts]) for part in range(n_parts)]


def show(here: Visit, chosen: Filters, slide: Slide) -> None:
    """One slide."""
    drawings = {"finding": finding, "bullets": bullets, "trend": trend_slide, "attention": attention, "works": works,
                "voices": voices, "completeness": completeness}  # fmt: skip
    with st.container(key="slide"):
        if slide.kind in drawings:
            session.remembered(drawings[slide.kind], here, chosen, *slide.indicators)
        else:  # what people agree on changes while the slide is on the wall
            {"still_open": still_open, "agreed": agreed}[slide.kind](here)


def still_open(here: Visit) -> None:
    """What was agreed before and is not done: the late ones first."""
    rows = [row for row in action_parts.open_ones(here) if row["taken_at"].date() < here.as_of]
    actions_listed(here, here.t("Agreed last time, still open"), rows)


def agreed(here: Visit) -> None:
    """What was agreed today, and how to add to it."""
    rows = [row for row in action_parts.listed(here) if row["taken_at"].date() >= here.as_of]
    actions_listed(here, here.t("What do we agree on today?"), rows)
    if not rows:
        st.text(here.t("Press A on any slide: what is to be done, who, until when."))


def actions_listed(here: Visit, title: str, rows: list[dict]) -> None:
    """The first few actions under a title."""
    t = here.t
    st.header(literal(title), anchor=False)
    for row in rows[:MOST_ACTIONS]:
        st.text(f"{'▼' if row['is_late'] else '○' if row['state'] == 'open' else '▲'} {row['what']}")
        st.caption(literal(by_when(row, t)))
    if (left := len(rows) - MOST_ACTIONS) > 0:
        st.caption(t("and {n} more under Meetings & follow-up", n=number(left, t)))


def finding(here: Visit, chosen: Filters) -> None:
    """The headline, the three counts that matter, and what is worst."""
    rows = session.remembered(answers.rows, here, chosen)
    count = wording.counts(rows)
    good = wording.good_words(chosen.scheme, here.language)
    st.header(literal(wording.headline(rows, here.t, answers.write(here), good)), anchor=False)
    three = {
        f"● {good}" if good else here.t("● Met or on track"): count["met"] + count["on_track"],
        here.t("◆ Other") if good else here.t("◆ Needs attention or off track"): count["behind"] + count["off_track"],
        status_text("worsening", here.t): count["worsening"],
    }
    with st.container(horizontal=True, key="slide_counts"):
        for words, n in three.items():
            st.metric(words, number(n, here.t))
    for sentence in wording.what_needs_attention(rows, here.t, answers.write(here))[:2]:
        st.text(f"{STATUSES[sentence.status].shape} {sentence.text}")
    st.caption(literal(overview_parts.stamp(here, chosen)))


def bullets(here: Visit, chosen: Filters, *indicators: str) -> None:
    """Some of the key indicators as bullets."""
    frame = session.remembered(answers.standing, here, chosen)
    shown = frame[frame["indicator"].isin(indicators)]
    big_chart(bullet_list(shown, here.t, large=True, about=About(as_of=here.as_of)))


def trend_slide(here: Visit, chosen: Filters, indicator: str) -> None:
    """One key indicator: its sentence and its trend."""
    row = session.remembered(answers.row_of, here, chosen, indicator)
    sentence = wording.finding(row, here.t, answers.write(here))
    title = f"{STATUSES[row['status']].shape} {sentence}"
    point = next(iter(session.remembered(point_choices, here, chosen, indicator)))
    needed = outlook_parts.needed_words(here, chosen, indicator)
    with st.container(key="slide_trend"):
        big_chart(trend_of(here, chosen, indicator, point, large=True), TREND_HEIGHT, title, needed)


def big_chart(drawn: Chart, height: int | None = None, title: str = "", below: str = "") -> None:
    """A chart for the wall: the finding, the picture, a sentence, and where it comes from."""
    st.header(literal(title or drawn.title), anchor=False)
    figure = drawn.figure.update_layout(height=height or drawn.figure.layout.height)
    with st.container(key="slide_chart"):
        st.plotly_chart(figure, theme=None, config=CONFIG, key="picture", alt=drawn.alt)
    if below:
        st.text(below)
    st.caption(literal(drawn.source))


def attention(here: Visit, chosen: Filters) -> None:
    """What the forum should talk about."""
    rows = session.remembered(answers.rows, here, chosen)
    listed(here, here.t("What needs attention"), wording.what_needs_attention(rows, here.t, answers.write(here)))


def works(here: Visit, chosen: Filters) -> None:
    """What the forum can be glad of."""
    rows = session.remembered(answers.rows, here, chosen)
    listed(here, here.t("What works"), wording.what_works(rows, here.t, answers.write(here)))


def listed(here: Visit, title: str, found: list[wording.Sentence]) -> None:
    """The first few sentences under a title."""
    st.header(literal(title), anchor=False)
    for sentence in found[:MOST_SENTENCES]:
        st.text(f"{STATUSES[sentence.status].shape} {sentence.text}")
    if (left := len(found) - MOST_SENTENCES) > 0:
        st.caption(here.t("and {n} more on the overview", n=number(left, here.t)))
    if not found:
        st.text(here.t("Nothing to report here."))


def voices(here: Visit, chosen: Filters) -> None:
    """What people say, in their words."""
    t, found = here.t, session.remembered(answers.quotes, here, chosen, None, MOST_QUOTES)
    st.header(literal(t("What people say")), anchor=False)
    for quote in found:
        st.text(f"“{quote['text']}”")
        st.caption(literal(quote["place_name"] or ""))
    if not found:
        st.text(t("Nobody has said anything yet that may be quoted."))


def completeness(here: Visit, chosen: Filters) -> None:
    """How much of what was due has come in, and from whom."""
    received, due = session.remembered(answers.received_of_due, here, chosen)
    if not due:
        st.header(literal(here.t("No reports are due yet")), anchor=False)
        return
    title = here.t("{n} of {m} reports have come in ({percent}).", n=number(received, here.t), m=number(due, here.t),
                   percent=percent(received / due, here.t))  # fmt: skip
    frame = session.remembered(answers.reporting, here, chosen)
    quarters = frame[frame["period_kind"] == "quarter"]
    big_chart(matrix(quarters, here.t, large=True, about=About(as_of=here.as_of)), title=title)
