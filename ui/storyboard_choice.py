"""Which storyboard is on: the one in the address, else the order that composes itself."""

import streamlit as st

from data.storyboards import Step, Storyboard, View, edition, storyboards
from ui import choice, meeting_parts, session
from ui.filters import Filters, adopt_address, write_address
from ui.session import Visit

KEY = "storyboard"
OPENING = "still_open"


def kept(here: Visit) -> dict[str, Storyboard]:
    """Every storyboard that somebody kept, by its number as text."""
    return session.remembered(_kept, here, edition(here.store))


def _kept(here: Visit, _edition: int) -> dict[str, Storyboard]:
    return {str(one.storyboard_id): one for one in storyboards(here.store)}


def names(here: Visit) -> dict[str, str]:
    """What may be chosen: "" is the order that composes itself."""
    return {"": here.t("Composed by itself")} | {number: one.name for number, one in kept(here).items()}


def chosen_storyboard(here: Visit) -> Storyboard | None:
    """The one that stands in the address or was chosen before; None for the one that composes itself."""
    known = kept(here)
    adopt_address(KEY, known)
    write_address(KEY, st.session_state[KEY] or None)
    return known.get(st.session_state[KEY])


def choose(storyboard: Storyboard | None) -> None:
    """Let another storyboard be the chosen one."""
    number = str(storyboard.storyboard_id) if storyboard else ""
    st.session_state[KEY] = number
    write_address(KEY, number or None)


def steps_of(here: Visit, storyboard: Storyboard | None, chosen: Filters) -> tuple[Step, ...]:
    """The steps to show; `chosen` filters the order that composes itself. One without steps counts as that order."""
    if storyboard and storyboard.steps:
        return storyboard.steps
    return session.remembered(meeting_parts.composed, here, chosen, meeting_parts.has_open(here))


def shown_steps(here: Visit, storyboard: Storyboard | None, chosen: Filters) -> tuple[Step, ...]:
    """The steps on the wall: every meeting opens with what was agreed before and is still to be done."""
    steps = steps_of(here, storyboard, chosen)
    if any(step.view.kind == OPENING for step in steps) or not meeting_parts.has_open(here):
        return steps
    return (Step(View.of(OPENING, {})), *steps)


def picker(here: Visit) -> Storyboard | None:
    """A list of all storyboards, and the chosen one; None for the one that composes itself."""
    number = choice.picked(here.t("Storyboard"), names(here), KEY)
    return kept(here).get(number)
