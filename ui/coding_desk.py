"""Coding of feedback, one entry after another: the entry, a suggestion with its reasons, keys for every answer."""

from pathlib import Path

import pandas as pd
import streamlit as st

from charts.missing import records
from charts.numbers import date, number, percent, period_label
from charts.text import clean
from data.coding import APPROVED, CODED, SKIPPED, UNDONE, WITHDRAWN, Code, coder_codes, decide_quote, record
from data.erasure import Entry
from definitions.codebook import codebook
from definitions.places import gazetteer
from metrics import assisted, feedback
from metrics.language import NAMES, language_of
from metrics.small_groups import least_shown
from ui import session
from ui.coding_state import Desk, learn_again, opened_desk
from ui.furniture import section, text_table
from ui.literal import literal
from ui.session import Visit

STYLE = Path(__file__).with_name("coding.css")
KEYS = "1234567890AB"
"""The key of each theme, in the order of the codebook; more themes have no key of their own."""


@st.fragment
def desk(here: Visit, coder: str) -> None:
    """The entry in front of the coder. Every press of a key writes one line into the store and shows the next entry."""
    at = opened_desk(here, coder)
    st.html(STYLE)
    if at.row is None:
        st.success(here.t("Every entry has been coded or skipped by you. Thank you."))
        _back(here, at)
    else:
        shown, answers = st.columns(2, gap="large")
        with shown:
            _entry(here, at)
        with answers:
            _answers(here, at)
        st.caption(
            here.t("{n} of {m} entries coded by you", n=number(len(at.coded), here.t), m=number(len(at.rows), here.t))
        )
    st.button(
        here.t("Learn from what is coded so far"), key="learn", on_click=learn_again, args=(here, coder),
        help=here.t("The suggestions learn when you open this screen and when you press this. "
                    "Nothing leaves this machine."))  # fmt: skip
    _beside(here, at)


def _entry(here: Visit, at: Desk) -> None:
    """What was said, what is known beside it, skip and undo."""
    t, row = here.t, at.row
    with st.container(border=True):
        if at.suspicion is not None:
            words = ", ".join(at.suspicion.words) or "–"
            st.caption(literal(t("Read first: this may be a complaint of harm, though no word of the codebook says so. "
                                 "Signs: {words}. You decide.", words=words)))  # fmt: skip
        st.text(clean(row["text"]))
        language = language_of(row["text"])
        parts = (
            wide_place(row["place"]),
            period_label(f"{row['date']:%Y-%m}", t),
            NAMES.get(language or ""),
            t("rating {n} of 5", n=number(row["rating"], t)) if row["rating"] is not None else None,
        )
        st.caption(literal(" · ".join(str(part) for part in parts if part)))
    _quote(here, at)
    with st.container(horizontal=True):
        st.button(t("Skip"), shortcut="S", key="skip", on_click=_skip, args=(here, at))
        _back(here, at)


def wide_place(place: str | None) -> str | None:
    """The regency, which is enough to understand what was said; None for a place that only its neighbours know."""
    regency = ".".join(place.split(".")[:2]) if place else ""
    known = gazetteer().by_code.get(regency)
    return known.name if known else None


def _answers(here: Visit, at: Desk) -> None:
    """The suggestion, the themes and their keys."""
    t, offered = here.t, at.proposal
    if offered is not None:
        theme = codebook().theme(offered.theme)
        name = theme.label(t.language) if theme else offered.theme
        st.button(
            t("Take: {theme}", theme=literal(name)),
            type="primary",
            shortcut="Enter",
            key="take",
            width="stretch",
            on_click=_code,
            args=(here, at, (offered.theme,)),
        )
        sure = percent(offered.confidence, t) if offered.confidence is not None else t("by the words of the codebook")
        st.caption(
            literal(t("How sure: {sure}. Because of: {words}", sure=sure, words=", ".join(offered.words) or "–"))
        )
    columns = st.columns(2)
    for place, theme in enumerate(codebook().themes):
        key = KEYS[place] if place < len(KEYS) else None
        with columns[place % 2]:
            st.button(
                literal(theme.label(t.language)),
                shortcut=key,
                key=f"theme_{theme.key}",
                width="stretch",
                help=theme.about(t.language),
                on_click=_code,
                args=(here, at, (theme.key,)),
            )


def _quote(here: Visit, at: Desk) -> None:
    """Whether the words may be shown to others: only with consent, and only once a person approved them."""
    t, row = here.t, at.row
    if not row["consent"]:
        st.caption(t("No consent is recorded: these words are never shown to others."))
    elif at.is_approved:
        st.button(
            t("Approved as a quote · take back"),
            key="withdraw",
            shortcut="Q",
            on_click=_decide,
            args=(here, at, WITHDRAWN),
        )
    else:
        st.button(
            t("Approve as a quote"),
            key="approve",
            shortcut="Q",
            on_click=_decide,
            args=(here, at, APPROVED),
            help=t("Read once more: nothing in it may point at a person."),
        )


def _back(here: Visit, at: Desk) -> None:
    if at.last is not None:
        st.button(here.t("Undo the last one"), shortcut="U", key="undo_code", on_click=_undo, args=(here, at))


def _place(row: dict) -> Entry:
    return Entry(int(row["upload_id"]), row["sheet"], int(row["row_number"]))


def _code(here: Visit, at: Desk, themes: tuple[str, ...]) -> None:
    offered = at.proposal
    record(
        here.store,
        Code(
            _place(at.row),
            at.coder,
            CODED,
            themes,
            offered.theme if offered else None,
            offered.confidence if offered else None,
        ),
    )
    at.say(themes)


def _skip(here: Visit, at: Desk) -> None:
    record(here.store, Code(_place(at.row), at.coder, SKIPPED))
    at.say(None)


def _undo(here: Visit, at: Desk) -> None:
    row = at.take_back()
    record(here.store, Code(_place(row), at.coder, UNDONE))


def _decide(here: Visit, at: Desk, event: str) -> None:
    decide_quote(here.store, _place(at.row), event, decided_by=at.coder)
    at.approved[at.row["entry"]] = event == APPROVED


def _beside(here: Visit, at: Desk) -> None:
    """What an answer changes beside the entry: how far coders agree, and the sensitive complaints."""
    section(here.t("Agreement between coders"))
    compared(here, at)
    section(here.t("Sensitive complaints"))
    sensitive_list(here, at)


def compared(here: Visit, at: Desk) -> None:
    """How far the coders agree, as soon as two have coded the same entries."""
    t, given = here.t, coder_codes(at.given)
    alpha, both = assisted.agreement(given)
    if len(given) < 2:
        st.caption(t("With a second coder on the same entries, their agreement appears here (Krippendorff's α)."))
        return
    with st.container(horizontal=True):
        st.metric(
            t("Krippendorff's α"),
            number(alpha, t, 2) if alpha is not None else "–",
            border=True,
            help=t("1 is full agreement, 0 is chance. From 0.8 reliable, from 0.667 for first conclusions."),
        )
        st.metric(t("Entries with two coders or more"), number(both, t), border=True)
        st.metric(t("Coders"), number(len(given), t), border=True)


def sensitive_list(here: Visit, at: Desk) -> None:
    """The separate list: where each sensitive complaint stands and how it was found, never what was said."""
    t = here.t
    if at.grave is None:
        at.grave = list(records(feedback.sensitive(here.store, here.as_of)))
    found = at.grave
    if not found:
        st.caption(t("There is none. Complaints of danger, violence, harassment or misuse appear here."))
        return
    by = {"sender": t("by the sender"), "coder": t("by a coder"), "words": t("by its words")}
    st.text(t("For the person in charge. They stand in no chart of fewer than {k}, in no quote and in no other list.",
              k=number(least_shown(), t)))  # fmt: skip
    with st.expander(t("Where they stand")):
        text_table(pd.DataFrame([{
            t("Received"): date(row["date"], t), t("Place"): row["place_name"] or "–",
            t("Channel"): row["channel"] or "–", t("Found"): by[row["found_by"]],
            t("Answered"): t("yes") if row["is_answered"] else t("no"),
            t("Row"): f"{row['sheet']} {row['row_number']}",
        } for row in found]))  # fmt: skip


def has_entries(here: Visit) -> bool:
    """Whether there is anything to code."""
    return session.remembered(entries, here) > 0


def entries(here: Visit) -> int:
    """How many entries can be coded."""
    return len(feedback.to_code(here.store, ""))
