"""A choice of one among several, which the address remembers. Unknown ones in the address do not count."""

import streamlit as st

from ui.filters import adopt_address, write_address


def one_of(label: str, options: dict[str, str], key: str, first: str | None = None) -> str:
    """The key of the option chosen from a row of buttons (labels are Markdown); `first` until somebody chooses."""
    first = start(options, key, first)
    st.segmented_control(label, list(options), key=key, format_func=options.__getitem__, required=True,
                         label_visibility="collapsed")  # fmt: skip
    chosen = st.session_state[key]
    write_address(key, None if chosen == first else chosen)
    return chosen


def picked(label: str, options: dict[str, str], key: str) -> str:
    """The key of the option chosen from a list with a search (labels are plain text)."""
    start(options, key)
    st.selectbox(label, list(options), key=key, format_func=options.__getitem__)
    write_address(key, st.session_state[key])
    return st.session_state[key]


def start(options: dict[str, str], key: str, first: str | None = None) -> str:
    """Take over what the address asks for, else `first` (else the first option) where nothing is chosen yet."""
    first = first if first in options else next(iter(options))
    adopt_address(key, options)
    if not st.session_state[key]:
        st.session_state[key] = first
    return first
