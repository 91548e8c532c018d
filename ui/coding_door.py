"""The door of the coding desk: who codes, the pass phrase where there is one, and what the coder promises."""

import hmac
import os
import time

import streamlit as st

from ui.literal import literal
from ui.session import Visit

PASS_PHRASE = "DAMPAK_CODING_CODE"
_OPEN = "coding_open"
_WAIT = 1.0  # seconds after a wrong pass phrase: guessing is slow


def coder(here: Visit) -> str:
    """The name of who codes in this visit, "" as long as the door is closed. Draws the door.

    Open in this visit alone: whoever opens the page anew reads the promise anew.
    """
    name = st.session_state.get(_OPEN, "")
    if name:
        _who(here, name)
        return name
    _ask(here)
    return ""


def _who(here: Visit, name: str) -> None:
    t = here.t
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(t("{name} codes. What is read here stays here.", name=name))
        st.button(t("Close the desk"), key="close_desk", icon=":material/lock:", on_click=_close)


def _ask(here: Visit) -> None:
    t = here.t
    with st.form("coding_door", border=True):
        name = st.text_input(
            t("Your name or initials"), key="coder", max_chars=60,
            help=t("Each code keeps who gave it, so that two people's codes can be compared."),
        )  # fmt: skip
        phrase = ""
        if pass_phrase():
            phrase = st.text_input(t("Pass phrase of the desk"), key="coding_phrase", type="password")
        st.text(t("On this desk stands what people said, also of those who do not want to be quoted. Names and "
                  "numbers are masked, but not everything can be found by rules."))  # fmt: skip
        promised = st.checkbox(t("I keep what I read to myself, copy nothing, and report what points at a person."),
                               key="coding_promise")  # fmt: skip
        sent = st.form_submit_button(t("Open the desk"), type="primary", key="open_desk", icon=":material/lock_open:")
    if sent and (wrong := _wrong(here, name, phrase, promised)):
        st.warning(literal(wrong))
    elif sent:
        st.session_state[_OPEN] = name.strip()
        st.rerun()


def _wrong(here: Visit, name: str, phrase: str, promised: bool) -> str:
    """What is missing, "" for nothing."""
    t = here.t
    if not name.strip():
        return t("Write your name or initials first: every code keeps who gave it.")
    if not is_right(phrase):
        time.sleep(_WAIT)
        return t("That is not the pass phrase. Ask whoever runs Dampak for you.")
    return "" if promised else t("Please confirm the sentence about confidentiality.")


def pass_phrase() -> str:
    """The pass phrase of the desk, "" where the host has set none."""
    return os.environ.get(PASS_PHRASE, "")


def is_right(phrase: str) -> bool:
    """Whether this is the pass phrase; anything is where there is none."""
    wanted = pass_phrase()
    return not wanted or hmac.compare_digest(phrase.encode(), wanted.encode())


def _close() -> None:
    st.session_state.pop(_OPEN, None)
    st.session_state.pop("coding_desk", None)
