"""A storyboard on its page: start it, keep the composed one, name and remove it; each step with what can be done."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from charts.numbers import number
from data.storyboards import ChangedMeanwhile, Step, Storyboard, change, create, moved, remove
from data.written import Unfinished
from ui import meeting_parts, storyboard_choice, storyboard_words
from ui.action_parts import NAME
from ui.filters import chosen_filters
from ui.literal import literal
from ui.session import Visit, for_the_wall

WALL = "pages/meeting.py"
SAID = "storyboard_said"


def doors(here: Visit, chosen: Storyboard | None) -> None:
    """What can be done with the whole: show it; keep the composed one under a name; rename, copy, remove."""
    t = here.t
    if said := st.session_state.pop(SAID, None):
        st.warning(said)
    with st.container(horizontal=True, vertical_alignment="center", key="storyboard_doors"):
        asked = {"slide": "1"} | ({storyboard_choice.KEY: str(chosen.storyboard_id)} if chosen else {})
        st.page_link(WALL, label=t("Start the meeting"), icon=":material/slideshow:", query_params=asked)
        with st.popover(t("Keep as my own") if chosen is None else t("Copy under a new name"), key="storyboard_copy"):
            name = st.text_input(t("Name"), key="storyboard_copy_name",
                                 placeholder=t("for example: Quarterly meeting"))  # fmt: skip
            st.button(t("Keep"), key="storyboard_copy_keep", type="primary", on_click=_copy, args=(here, chosen, name))
        if chosen is not None:
            with st.popover(t("Rename"), key="storyboard_rename"):
                name = st.text_input(t("Name"), value=chosen.name,
                                     key=f"storyboard_name_{chosen.storyboard_id}")  # fmt: skip
                st.button(t("Keep"), key="storyboard_rename_keep", type="primary",
                          on_click=partial(_change, here, chosen, name=name))  # fmt: skip
            with st.popover(t("Remove"), key="storyboard_remove"):
                st.text(t("It leaves this list. What was agreed in its meetings stays."))
                st.button(t("Remove this storyboard"), key="storyboard_remove_yes", on_click=_remove,
                          args=(here, chosen))  # fmt: skip


def listed(here: Visit, chosen: Storyboard | None) -> None:
    """Every step in its order. Those of the composed one are only looked at: they change with the figures."""
    t = here.t
    steps = storyboard_choice.steps_of(for_the_wall(here), chosen, chosen_filters(here))
    if chosen is None:
        st.caption(t("This order is composed anew for every meeting: what was agreed last time, where things stand, "
                     "what works, what needs attention, voices, overlaps, decisions. Keep it as your own to change "
                     "it."))  # fmt: skip
    elif not chosen.steps:
        st.caption(t("Nothing is in it yet, so the composed order is shown. Press Add to the meeting under any chart."))
    for position, step in enumerate(steps):
        _step(here, chosen if chosen and chosen.steps else None, steps, position, step)


def _step(here: Visit, owner: Storyboard | None, steps: tuple[Step, ...], position: int, step: Step) -> None:
    t = here.t
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"step_{position}"):
        with st.container(key=f"step_words_{position}"):
            name = meeting_parts.name_of(step.view, here)
            st.markdown(f"**{number(position + 1, t)}. {literal(step.heading or name)}**")
            told = [name if step.heading else "", storyboard_words.choices_in_words(here, step.view),
                    t("Note: {words}", words=step.note) if step.note else ""]  # fmt: skip
            st.caption(literal(" · ".join(filter(None, told))))
        if owner is not None:
            _buttons(here, owner, position, step)


def _buttons(here: Visit, owner: Storyboard, position: int, step: Step) -> None:
    t, last = here.t, len(owner.steps) - 1
    move = partial(_change, here, owner)
    st.button(t("Up"), key=f"up_{position}", icon=":material/arrow_upward:", disabled=position == 0,
              on_click=partial(move, steps=moved(owner.steps, position, -1)))  # fmt: skip
    st.button(t("Down"), key=f"down_{position}", icon=":material/arrow_downward:", disabled=position == last,
              on_click=partial(move, steps=moved(owner.steps, position, 1)))  # fmt: skip
    key = f"{owner.version}_{position}"
    with st.popover(t("Heading and note"), key=f"words_{position}"), st.form(f"step_form_{key}", border=False):
        heading = st.text_input(t("Heading (left empty: the finding of the chart)"), value=step.heading,
                                key=f"step_heading_{key}")  # fmt: skip
        note = st.text_area(t("Speaker's note (key N on the wall)"), value=step.note, height=80,
                            key=f"step_note_{key}")  # fmt: skip
        if st.form_submit_button(t("Keep"), type="primary"):
            changed = (*owner.steps[:position], Step(step.view, heading, note), *owner.steps[position + 1 :])
            _change(here, owner, steps=changed)
            if said := st.session_state.pop(SAID, None):
                st.warning(said)  # beside what was written, which stays
            else:
                st.rerun()
    st.button(t("Remove"), key=f"remove_{position}", icon=":material/close:",
              on_click=partial(move, steps=owner.steps[:position] + owner.steps[position + 1 :]))  # fmt: skip


def _copy(here: Visit, chosen: Storyboard | None, name: str) -> None:
    steps = storyboard_choice.steps_of(for_the_wall(here), chosen, chosen_filters(here))
    _written(here, lambda by: storyboard_choice.choose(create(here.store, name, steps, by)))


def _change(here: Visit, owner: Storyboard, **differs) -> None:
    _written(here, lambda by: change(here.store, owner, by, **differs))


def _remove(here: Visit, owner: Storyboard) -> None:
    _written(here, lambda by: (remove(here.store, owner, by), storyboard_choice.choose(None)))


def _written(here: Visit, write: Callable[[str], object]) -> None:
    """Write, and say it at the next drawing where that cannot be."""
    try:
        write(st.session_state.get(NAME, ""))
    except Unfinished as unfinished:
        st.session_state[SAID] = storyboard_words.lacking(unfinished, here.t)
    except ChangedMeanwhile:
        st.session_state[SAID] = here.t(storyboard_words.CHANGED_MEANWHILE)
    except ValueError:
        st.session_state[SAID] = here.t(storyboard_words.TOO_LONG)
