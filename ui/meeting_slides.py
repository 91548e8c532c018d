"""The slides of Layar Rapat that are sentences: what was agreed, the finding, what works, voices, overlaps."""

import streamlit as st

from charts.numbers import date, number
from charts.theme import STATUSES, status_text
from definitions import clock
from metrics import places, wording
from ui import action_parts, answers, case_parts, session, wall_room
from ui.action_words import by_when
from ui.filters import Filters, in_words
from ui.literal import literal
from ui.places_parts import decisions_made
from ui.session import Visit

MOST_SENTENCES = 4
MOST_QUOTES = 3
MOST_ACTIONS = 5
MOST_OFFERED = 3
MOST_OVERLAPS = 3
COUNTS = 290  # thousandths of the wall's height that the three counts take


def heading(title: str, own: str = "") -> None:
    """The heading of a slide: the one that somebody wrote for it, else its finding."""
    st.header(literal(own or title), anchor=False)


def roomy(title: str, sentences: list[str], small: list[str], beside: int = 0) -> None:
    """Says how large the sentences of a slide may be; slides.css makes them so on a wide wall."""
    if size := wall_room.words_size(title, sentences, small, beside):
        st.html(f'<i class="words_of_{size}"></i>')


def alone(sentence: str) -> None:
    """The only sentence of a slide."""
    roomy("", [sentence], [])
    st.text(sentence)


def still_open(here: Visit, _chosen: Filters, own: str) -> None:
    """What was agreed before and is not done: the late ones first."""
    rows = [row for row in action_parts.open_ones(here) if clock.day_of(row["taken_at"]) < here.as_of]
    actions_listed(here, own or here.t("Agreed last time, still open"), rows)
    if not rows:
        alone(here.t("Nothing is left to do from before."))


def agreed(here: Visit, chosen: Filters, own: str) -> None:
    """What was agreed today; as long as that is nothing, what nobody has taken on yet, and how to agree on it."""
    t = here.t
    rows = [row for row in action_parts.listed(here) if clock.day_of(row["taken_at"]) >= here.as_of]
    title = own or t("What do we agree on today?")
    if rows:
        actions_listed(here, title, rows)
        return
    asked = t("Press A on any slide: what is to be done, who, until when.")
    waiting = not_taken_on(here, chosen)
    heading(title)
    if not waiting:
        alone(asked)
        return
    offered = [t("{shape} {finding} Who does what?", shape=STATUSES[one.status].shape, finding=one.text)
               for one in waiting]  # fmt: skip
    roomy(title, offered, [asked, "1"])
    for sentence in offered:
        st.text(sentence)
    st.caption(asked)
    stamped(here, chosen)


def not_taken_on(here: Visit, chosen: Filters) -> list[wording.Sentence]:
    """The worst findings about which no action is open."""
    rows = session.remembered(answers.rows, here, chosen)
    taken = {row["indicator"] for row in action_parts.open_ones(here)}
    found = wording.what_needs_attention(rows, here.t, answers.write(here))
    return [one for one in found if one.indicator not in taken][:MOST_OFFERED]


def actions_listed(here: Visit, title: str, rows: list[dict]) -> None:
    """The first few actions under a title."""
    t = here.t
    heading(title)
    roomy(title, [f"○ {row['what']}" for row in rows[:MOST_ACTIONS]], [by_when(row, t) for row in rows])
    for row in rows[:MOST_ACTIONS]:
        st.text(f"{'▼' if row['is_late'] else '○' if row['state'] == 'open' else '▲'} {row['what']}")
        st.caption(literal(by_when(row, t)))
    if (left := len(rows) - MOST_ACTIONS) > 0:
        st.caption(t("and {n} more under Meetings & follow-up", n=number(left, t)))


def finding(here: Visit, chosen: Filters, own: str) -> None:
    """The headline, the three counts that matter, and what is worst."""
    rows = session.remembered(answers.rows, here, chosen)
    count = wording.counts(rows)
    good = wording.good_words(chosen.scheme, here.language)
    title = own or wording.headline(rows, here.t, answers.write(here), good)
    heading(title)
    three = {
        f"● {good}" if good else here.t("● Met or on track"): count["met"] + count["on_track"],
        here.t("◆ Other") if good else here.t("◆ Needs attention or off track"): count["behind"] + count["off_track"],
        status_text("worsening", here.t): count["worsening"],
    }
    with st.container(horizontal=True, key="slide_counts"):
        for words, n in three.items():
            st.metric(words, number(n, here.t))
    worst = wording.what_needs_attention(rows, here.t, answers.write(here))[:2]
    roomy(title, [f"● {sentence.text}" for sentence in worst], [in_words(here, chosen), "1"], beside=COUNTS)
    for sentence in worst:
        st.text(f"{STATUSES[sentence.status].shape} {sentence.text}")
    st.caption(literal(in_words(here, chosen)))
    stamped(here, chosen)


def stamped(here: Visit, chosen: Filters) -> None:
    """Of when the figures are, and how many of the reports due have come in."""
    received, due = session.remembered(answers.received_of_due, here, chosen)
    counted = here.t("{n} of {m} reports", n=number(received, here.t), m=number(due, here.t)) if due else ""
    st.caption(literal(" · ".join(filter(None, (as_of(here), counted)))))


def attention(here: Visit, chosen: Filters, own: str) -> None:
    """What the forum should talk about."""
    rows = session.remembered(answers.rows, here, chosen)
    found = wording.what_needs_attention(rows, here.t, answers.write(here))
    listed(here, own or here.t("What needs attention"), found)
    stamped(here, chosen)


def works(here: Visit, chosen: Filters, own: str) -> None:
    """What the forum can be glad of."""
    rows = session.remembered(answers.rows, here, chosen)
    listed(here, own or here.t("What works"), wording.what_works(rows, here.t, answers.write(here)))
    stamped(here, chosen)


def listed(here: Visit, title: str, found: list[wording.Sentence]) -> None:
    """The first few sentences under a title."""
    heading(title)
    roomy(title, [f"● {sentence.text}" for sentence in found[:MOST_SENTENCES]], ["1", "1"])
    for sentence in found[:MOST_SENTENCES]:
        st.text(f"{STATUSES[sentence.status].shape} {sentence.text}")
    if (left := len(found) - MOST_SENTENCES) > 0:
        st.caption(here.t("and {n} more on the overview", n=number(left, here.t)))
    if not found:
        alone(here.t("Nothing to report here."))


def voices(here: Visit, chosen: Filters, own: str) -> None:
    """What people say, in their words."""
    t, found = here.t, session.remembered(answers.quotes, here, chosen, None, MOST_QUOTES)
    heading(t("What people say"), own)
    roomy(own or t("What people say"), [f"“{quote['text']}”" for quote in found], ["1"] * (len(found) + 1))
    for quote in found:
        st.text(f"“{quote['text']}”")
        st.caption(literal(quote["place_name"] or ""))
    if not found:
        alone(t("Nobody has said anything yet that may be quoted."))
    st.caption(literal(t("Source: {source}", source=t("quotes whose speakers agreed")) + " · " + as_of(here)))


def overlaps(here: Visit, chosen: Filters, own: str) -> None:
    """Where partners meet and nobody has decided yet: the most pressing first, as questions to ask."""
    t = here.t
    cases = session.remembered(case_parts.overlap_cases, here, chosen, decisions_made(here))
    waiting = [case for case in cases if case["decision"] == places.OPEN]
    title = own or case_parts.overlap_finding(cases, t)
    heading(title)
    pressing = waiting[:MOST_OVERLAPS]
    roomy(title, [case_parts.headline(case, here) for case in pressing],
          [*(case_parts.overlap_words(case, here) for case in pressing), "1", "1"])  # fmt: skip
    for case in pressing:
        st.text(case_parts.headline(case, here))
        st.caption(literal(case_parts.overlap_words(case, here)))
    if (left := len(waiting) - MOST_OVERLAPS) > 0:
        st.caption(t("and {n} more under Places & activities", n=number(left, t)))
    st.caption(literal(t("Source: {source}", source=t("activities sent in by the partners")) + " · " + as_of(here)))


def as_of(here: Visit) -> str:
    """ "Data per 22 November 2026"."""
    return here.t("Data as of {date}", date=date(here.as_of, here.t))
