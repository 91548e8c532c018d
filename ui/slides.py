"""Going from slide to slide: buttons for a clicker, the arrow keys or a finger; the number stands in the address."""

from pathlib import Path

import streamlit as st

from data.actions import About
from ui import action_parts
from ui.session import Visit

KEY = "slide_number"
PARAMETER = "slide"
STYLE = (
    f"<style>{Path(__file__).with_name('slides.css').read_text('utf-8')}</style>"  # constant: read once, no data in it
)


def slide_number(n_slides: int) -> int:
    """The slide to show, from 0: the one in the address (counted from 1 there), else the one last shown."""
    asked = st.query_params.get(PARAMETER, "")
    if asked.isdecimal() and int(asked) != st.session_state.get(f"_{KEY}"):
        st.session_state[KEY] = int(asked) - 1
    number = min(max(st.session_state.get(KEY, 0), 0), n_slides - 1)
    st.session_state[KEY], st.session_state[f"_{KEY}"] = number, number + 1
    if asked != str(number + 1):
        st.query_params[PARAMETER] = str(number + 1)
    return number


def move(by: int) -> None:
    """Go so many slides on (or back); two quick presses are two slides."""
    st.session_state[KEY] = max(st.session_state.get(KEY, 0) + by, 0)
    st.query_params.pop(PARAMETER, None)


def first() -> None:
    """Go to the first slide."""
    move(-st.session_state.get(KEY, 0))


def bar(here: Visit, number: int, n_slides: int) -> None:
    """Back, next, where we are, and the way out. Clickers send Page Up and Page Down; keyboards have arrows as well."""
    t = here.t
    st.html(STYLE)
    is_first, is_last = number == 0, number == n_slides - 1
    back, on = {"on_click": move, "args": (-1,)}, {"on_click": move, "args": (1,)}
    with st.container(horizontal=True, key="slide_bar", vertical_alignment="center"):
        st.button(t("Back"), key="back", icon=":material/arrow_back:", shortcut="PageUp", disabled=is_first, **back)
        st.button(
            t("Next"),
            key="next",
            icon=":material/arrow_forward:",
            shortcut="PageDown",
            disabled=is_last,
            type="primary",
            **on,
        )
        st.text(t("{n} of {m}", n=number + 1, m=n_slides))
        is_left = st.button(t("Close"), key="close", icon=":material/close:", shortcut="Escape")
    with st.container(key="slide_keys"):  # out of sight: the same steps for other keys
        st.button(t("Back"), key="back_arrow", shortcut="Left", disabled=is_first, **back)
        st.button(t("Next"), key="next_arrow", shortcut="Right", disabled=is_last, **on)
        st.button(t("Next"), key="next_space", shortcut="Space", disabled=is_last, **on)
        st.button(t("First"), key="first", shortcut="Home", on_click=first)
    if is_left:
        st.switch_page("pages/overview.py")


def action_button(here: Visit, about: About) -> None:
    """Key A: write down what is agreed, while the figure is on the wall."""
    t = here.t
    with st.container(key="slide_keys_action"):
        if st.button(t("Agree on an action"), key="take_action", icon=":material/add_task:", shortcut="A"):
            st.dialog(t("Agree on an action"), width="large")(action_parts.form)(here, about, "wall_action")
