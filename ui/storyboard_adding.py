"""Putting a chart into a storyboard: what came from the link under it, a heading, a note, and where it goes."""

import streamlit as st

from data.storyboards import ChangedMeanwhile, Step, Storyboard, View, change, create
from data.written import Unfinished
from ui import meeting_parts, storyboard_choice, storyboard_words, view_kinds
from ui.action_parts import NAME
from ui.literal import literal
from ui.session import Visit

ADD = "add"
NEW = "new"


def asked_view() -> View | None:
    """The view that the address asks to add; None without one, or for a kind that there is not."""
    kind = st.query_params.get(ADD)
    if kind not in view_kinds.CHARTS:
        return None
    return View.of(kind, {name: st.query_params.get(name) for name in view_kinds.CHOICES})


def form(here: Visit, view: View) -> None:
    """Heading, note, and the storyboard that it goes into."""
    t, known = here.t, storyboard_choice.kept(here)
    options = {number: one.name for number, one in known.items()} | {NEW: t("A new storyboard")}
    with st.container(border=True, key="adding"):
        st.markdown(f"**{literal(t('Add to the meeting'))}: {literal(meeting_parts.name_of(view, here))}**")
        st.caption(literal(storyboard_words.choices_in_words(here, view)))
        with st.form("adding_form", border=False):
            where = st.selectbox(t("Into"), list(options), key="adding_where", format_func=options.__getitem__)
            name = st.text_input(t("Name of the new storyboard"), key="adding_name",
                                 placeholder=t("for example: Quarterly meeting"))  # fmt: skip
            heading = st.text_input(t("Heading (left empty: the finding of the chart)"), key="adding_heading")
            note = st.text_area(t("Speaker's note (key N on the wall)"), key="adding_note", height=80)
            if st.form_submit_button(t("Add"), type="primary"):
                if where != NEW and name.strip():
                    st.warning(t(storyboard_words.TWO_PLACES, name=name.strip(), storyboard=options[where]))
                else:
                    _add(here, known.get(where), name, Step(view, heading, note))
        st.button(t("Not now"), key="adding_not", on_click=_forget)


def _add(here: Visit, storyboard: Storyboard | None, name: str, step: Step) -> None:
    by = st.session_state.get(NAME, "")
    try:
        if storyboard:
            kept = change(here.store, storyboard, by, steps=(*storyboard.steps, step))
        else:
            kept = create(here.store, name, (step,), by)
    except Unfinished as unfinished:
        st.warning(storyboard_words.lacking(unfinished, here.t))
    except ChangedMeanwhile:
        st.warning(here.t(storyboard_words.CHANGED_MEANWHILE))
    except ValueError:
        st.warning(here.t(storyboard_words.TOO_LONG))
    else:
        _forget()
        storyboard_choice.choose(kept)
        st.rerun()


def _forget() -> None:
    for name in (ADD, *view_kinds.CHOICES):
        st.query_params.pop(name, None)
