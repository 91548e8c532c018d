"""Many suggestions of one theme confirmed at once, after some of them were read; taken back as easily."""

import streamlit as st

from charts.numbers import number, percent, period_label
from charts.text import clean
from data.coding import CODED, UNDONE, Code, codes, record_all
from data.erasure import Entry
from definitions.codebook import codebook
from metrics.many_suggestions import LEVELS, Open, of_theme, sure_enough, usual_level, waiting
from ui.coding_state import Desk, opened_desk
from ui.literal import literal
from ui.session import Visit

_FOUND, _DONE = "coding_many_found", "coding_many_done"
READ_FIRST = 5


def many(here: Visit, coder: str) -> None:
    """Look through what nobody has spoken of, choose a theme and how sure, read some, confirm all."""
    t, at = here.t, opened_desk(here, coder)
    st.text(t("Entries that nobody coded and whose sender named no theme count under no theme. Here the suggestions "
              "for them can be confirmed together; sensitive ones are left to be read one by one."))  # fmt: skip
    with st.container(horizontal=True):
        st.button(t("Look for suggestions"), key="many_look", on_click=_look, args=(here, at))
        if done := st.session_state.get(_DONE):
            st.button(
                t.plural("Take back {n} confirmed at once", "Take back the {n} confirmed at once", len(done),
                         n=number(len(done), t)),
                key="many_undo", on_click=_undo, args=(here, coder),
            )  # fmt: skip
    state, found = st.session_state.get(_FOUND, (None, []))
    if state != (at.coder, at.state):
        return
    spoken = set(at.coded) | at.skipped
    found = [one for one in found if one.row["entry"] not in spoken]
    if not found:
        st.caption(t("Nothing waits: every entry has a theme, or nothing speaks for one."))
        return
    _choose(here, at, found)


def _choose(here: Visit, at: Desk, found: list[Open]) -> None:
    t, usual = here.t, usual_level(found)
    if usual is None:
        st.caption(t.plural("{n} entry waits, but no suggestion for it is as sure as {least}: read it above.",
                            "{n} entries wait, but no suggestion is as sure as {least}: read them above.", len(found),
                            n=number(len(found), t), least=percent(LEVELS[-1], t)))  # fmt: skip
        return
    is_learnt = any(one.proposal.confidence is not None for one in found)
    left, right = st.columns(2)
    least = LEVELS[-1]
    if is_learnt:
        least = right.selectbox(t("At least so sure"), LEVELS, index=LEVELS.index(usual), key="many_least",
                                format_func=lambda one: percent(one, t))  # fmt: skip
    counted = sure_enough(found, least)
    if not counted:
        st.caption(t("No suggestion is so sure."))
        return
    theme = left.selectbox(t("Theme"), [key for key, _ in counted.most_common()], key="many_theme",
                           format_func=lambda key: f"{_name(key, here)} ({number(counted[key], t)})")  # fmt: skip
    chosen = of_theme(found, theme, least)
    st.caption(t("Read some first, the least sure of them:"))
    for one in chosen[-READ_FIRST:]:
        with st.container(border=True):
            st.text(clean(str(one.row["text"])))
            month = period_label(f"{one.row['date']:%Y-%m}", t)
            st.caption(literal(f"{month} · {', '.join(one.proposal.words) or '–'}"))
    says = t.plural("Confirm {n} suggestion of “{theme}”", "Confirm the {n} suggestions of “{theme}”", len(chosen),
                    n=number(len(chosen), t), theme=_name(theme, here))  # fmt: skip
    st.button(literal(says), key="many_confirm", type="primary", on_click=_confirm, args=(here, at, chosen))


def _name(key: str, here: Visit) -> str:
    theme = codebook().theme(key)
    return theme.label(here.t.language) if theme else key


def _look(here: Visit, at: Desk) -> None:
    at.learn(here)
    spoken = {entry for entry, _, _ in codes(here.store)} | at.skipped
    st.session_state[_FOUND] = ((at.coder, at.state), waiting(at.rows, at.learnt, spoken))


def _confirm(here: Visit, at: Desk, chosen: list[Open]) -> None:
    record_all(here.store, [
        Code(_place(one), at.coder, CODED, (one.proposal.theme,), one.proposal.theme, one.proposal.confidence)
        for one in chosen])  # fmt: skip
    st.session_state[_DONE] = [_place(one) for one in chosen]
    st.session_state.pop("coding_desk", None)


def _undo(here: Visit, coder: str) -> None:
    record_all(here.store, [Code(entry, coder, UNDONE) for entry in st.session_state.pop(_DONE)])
    st.session_state.pop("coding_desk", None)


def _place(one: Open) -> Entry:
    return Entry(int(str(one.row["upload_id"])), str(one.row["sheet"]), int(str(one.row["row_number"])))
