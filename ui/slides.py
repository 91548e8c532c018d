"""Going from slide to slide: buttons for a clicker, the arrow keys or a finger. Number, ground and whether the wall
turns by itself stand in the address, so that a wall whose server was started anew goes on as it was."""

import time
from pathlib import Path

import streamlit as st

from data.actions import About
from data.storyboards import Step
from ui import action_parts, wall_room
from ui.filters import adopt_address, write_address
from ui.session import Visit

KEY, BLACK, NOTE, GROUND, ROTATING = "slide_number", "wall_black", "wall_note", "ground", "turning"
_SINCE = "wall_since"
SECONDS_A_SLIDE = 20
PARAMETER = "slide"
STYLE = (
    # constant: read once, no data in it
    f"<style>{Path(__file__).with_name('slides.css').read_text('utf-8')} {wall_room.STYLE}</style>"
)

# Inverted in lightness, the hues turned back: every colour keeps its distance to its ground. With high contrast all
# words are in the strongest ink, and what recedes recedes less.
_DARK = (
    ".stApp { filter: invert(1) hue-rotate(180deg); background: #FFFFFF; } "
    ":is(.wall_code, .wall_corner) { filter: invert(1) hue-rotate(180deg); }"  # codes stay black on white
)
_STRONG = (
    ".stApp :not([kind=primary], [kind=primary] *) { color: #000000 !important; } "
    ".stApp svg text { fill: #000000 !important; } .stApp svg .gridlayer path { stroke: #767676 !important; }"
)
GROUNDS = {"light": "", "dark": f"<style>{_DARK}</style>", "contrast": f"<style>{_DARK} {_STRONG}</style>"}
BLACK_STYLE = '<div class="black_wall"></div>'


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
    """Go so many slides on (or back); two quick presses are two slides. A black wall shows its picture first."""
    if st.session_state.pop(BLACK, ""):
        return
    st.session_state[KEY] = max(st.session_state.get(KEY, 0) + by, 0)
    st.query_params.pop(PARAMETER, None)


def turn(what: str) -> None:
    """Switch something on the wall on or off: BLACK, NOTE or ROTATING."""
    st.session_state[what] = "" if st.session_state.get(what) else "1"
    st.session_state[_SINCE] = time.monotonic()


def next_ground() -> None:
    """From light to dark to high contrast, and back to light."""
    order = list(GROUNDS)
    st.session_state[GROUND] = order[(order.index(st.session_state.get(GROUND) or "light") + 1) % len(order)]


def hold() -> None:
    """Let the slide stay: whoever writes must not lose the form."""
    st.session_state[ROTATING] = ""


def rotation(number: int, n_slides: int) -> None:
    """The next slide after a while, the first after the last; a bar shows how long. Key P stops it."""
    st.html(f'<div class="rotation" data-slide="{number}" style="animation-duration: {SECONDS_A_SLIDE}s"></div>')
    st.session_state[_SINCE] = time.monotonic()
    st.fragment(_next_in_time, run_every=SECONDS_A_SLIDE)(n_slides)


def _next_in_time(n_slides: int) -> None:
    if time.monotonic() - st.session_state.get(_SINCE, 0) < SECONDS_A_SLIDE * 0.9:
        return  # drawn with the page: the time has only begun
    move(1 if st.session_state.get(KEY, 0) < n_slides - 1 else -n_slides)
    st.rerun(scope="app")


def first() -> None:
    """Go to the first slide."""
    move(-st.session_state.get(KEY, 0))


def last(n_slides: int) -> None:
    """Go to the last slide."""
    move(n_slides - 1 - st.session_state.get(KEY, 0))


def bar(here: Visit, number: int, steps: tuple[Step, ...]) -> None:
    """Back, next, where we are, and the way out. Clickers send Page Up and Page Down; keyboards have arrows as well.
    F, full screen, is the browser's own affair: serving/scripts/wall.js."""
    t, n_slides = here.t, len(steps)
    adopt_address(GROUND, GROUNDS)
    adopt_address(ROTATING, {"1": ""})
    write_address(GROUND, None if st.session_state[GROUND] in ("", "light") else st.session_state[GROUND])
    write_address(ROTATING, st.session_state[ROTATING] or None)
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
        st.button(t("Last"), key="last", shortcut="End", on_click=last, args=(n_slides,))
        st.button(t("Black screen"), key="black", shortcut="B", on_click=turn, args=(BLACK,))
        st.button(t("Light, dark, high contrast"), key="dark", shortcut="T", on_click=next_ground)
        st.button(t("Speaker's note"), key="note", shortcut="N", on_click=turn, args=(NOTE,))
        st.button(t("Turn by itself, or stop"), key="rotate", shortcut="P", on_click=turn, args=(ROTATING,))
    if style := GROUNDS[st.session_state[GROUND] or "light"]:
        st.html(style)
    if st.session_state.get(NOTE):
        with st.container(key="slide_note"):
            st.text(steps[number].note or t("No note was written for this view."))
    if st.session_state.get(BLACK):
        st.html(BLACK_STYLE)
    elif st.session_state[ROTATING]:
        rotation(number, n_slides)
    if is_left and st.session_state.pop(BLACK, ""):
        st.rerun()  # whoever presses Escape under a black wall wants the picture, not the way out
    if is_left:
        st.switch_page("pages/overview.py")


def action_button(here: Visit, about: About) -> None:
    """Key A: write down what is agreed, while the figure is on the wall."""
    t = here.t
    with st.container(key="slide_keys_action"):
        if st.button(t("Agree on an action"), key="take_action", icon=":material/add_task:", shortcut="A",
                     on_click=hold):  # fmt: skip
            st.dialog(t("Agree on an action"), width="large")(action_parts.form)(here, about, "wall_action")
