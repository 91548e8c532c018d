"""Susunan Rapat: what the meeting shows, one view after the other; made once, shown again with the newest figures."""

import streamlit as st

from ui import answers, furniture, storyboard_adding, storyboard_choice, storyboard_steps
from ui.session import remembered, visit

here = visit()
t = here.t
furniture.head(
    t("Storyboards"),
    t("What the meeting screen shows, one view after the other. A storyboard keeps what to look at, not the figures: "
      "next quarter it shows the newest ones."),
)  # fmt: skip
if not remembered(answers.has_indicators, here):
    furniture.nothing_yet(here)
    st.stop()

if (view := storyboard_adding.asked_view()) is not None:
    storyboard_adding.form(here, view)
chosen = storyboard_choice.picker(here)
storyboard_steps.doors(here, chosen)
storyboard_steps.listed(here, chosen)
