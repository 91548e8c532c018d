"""What lets the wall outlive its network: every view of the storyboard is drawn once out of sight, where the browser
takes a copy of it (serving/scripts/wall.js), beside the words that it then needs."""

from html import escape

import streamlit as st

from data.storyboards import Step
from ui import meeting_parts, slides
from ui.session import Visit

SECONDS_A_VIEW = 1.5
TIMES = 2  # a slow browser may miss a view, the first above all, when it still fetches what draws charts
_KEPT, _WITH_PAGE = "views_kept", "views_with_page"


def keep(here: Visit, steps: tuple[Step, ...], number: int) -> None:
    """Tell the browser what it shows, and draw the other views out of sight, one after the other."""
    order = f"{here.store.path} {here.version} {here.as_of} {here.language} {steps!r}"
    if st.session_state.get(_KEPT, ("",))[0] != order:
        st.session_state[_KEPT] = (order, dict.fromkeys(range(len(steps)), 0))
    st.session_state[_KEPT][1][number] = TIMES
    st.html(told(here, number, len(steps), f"{hash(order):x}"))
    if min(st.session_state[_KEPT][1].values()) < TIMES:
        st.session_state[_WITH_PAGE] = True
        st.fragment(_draw_next, run_every=SECONDS_A_VIEW)(here, steps, number)


def told(here: Visit, number: int, n_steps: int, order: str) -> str:
    """For the script: which view this is, and the words for a wall without a connection; it fills in %h to %t."""
    t = here.t
    words = {
        "step": number + 1, "steps": n_steps, "order": order, "clock": t("{hours}:{minutes}", hours="%h", minutes="%i"),
        "lost": t("Figures of {time}, no connection", time="%t"), "place": t("{n} of {m}", n="%n", m="%m"),
        "missing": t("This view was not kept. It comes back with the connection."),
        "not-now": t("No connection: actions, notes, links and the code for phones come back with it."),
        "ground": st.session_state.get(slides.GROUND) or "light",
    }  # fmt: skip
    told_words = " ".join(f'data-{name}="{escape(str(word))}"' for name, word in words.items())
    return f'<div class="wall_step" {told_words}></div>'


def _draw_next(here: Visit, steps: tuple[Step, ...], number: int) -> None:
    """Draw a view that is not kept yet; not in the run of the page itself, which must not wait for it."""
    if st.session_state.pop(_WITH_PAGE, False):
        return
    done = st.session_state[_KEPT][1]
    left = [step for step in (*range(number + 1, len(steps)), *range(number)) if done[step] < TIMES]
    left.sort(key=done.__getitem__)  # every view once before any twice
    if not left:
        return
    done[left[0]] += 1
    with st.container(key="kept_view"):
        st.html(f'<div class="kept_step" data-step="{left[0] + 1}"></div>')
        meeting_parts.show(here, steps[left[0]])
