"""The language of the screen: Indonesian unless the reader asks for English; `?lang=en` in the address."""

import streamlit as st

from locales import LANGUAGES, Translate

KEY = "lang"
NAMES = {"id": "Bahasa Indonesia", "en": "English"}


def chosen_language() -> str:
    """The language in the address, else the one chosen before, else Indonesian. An unknown one counts as none."""
    asked = st.query_params.get(KEY)
    if asked in LANGUAGES:
        st.session_state[KEY] = asked
    return st.session_state.get(KEY, LANGUAGES[0])


def language_switch(t: Translate) -> None:
    """One button that names the other language, and the address brought up to date (a change of page empties it)."""
    other = next(language for language in LANGUAGES if language != t.language)
    st.button(
        NAMES[other], key="other_language", icon=":material/translate:", on_click=speak, args=(other,), width="stretch"
    )
    if t.language != LANGUAGES[0] and st.query_params.get(KEY) != t.language:
        st.query_params[KEY] = t.language


def speak(language: str) -> None:
    """Choose a language for this visit."""
    st.session_state[KEY] = language
    if language == LANGUAGES[0]:
        st.query_params.pop(KEY, None)
    else:
        st.query_params[KEY] = language
