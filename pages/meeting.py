"""Layar Rapat: one thing at a time, in large letters, for a wall and a clicker."""

import streamlit as st

from ui import answers, furniture, meeting_parts, slides
from ui.filters import chosen_filters
from ui.session import remembered, visit

here = visit()
if not remembered(answers.has_indicators, here):
    furniture.head(here.t("Meeting screen"))
    furniture.nothing_yet(here)
    st.stop()

chosen = chosen_filters(here)
order = remembered(meeting_parts.slides, here, chosen, meeting_parts.has_open(here))
number = slides.slide_number(len(order))
meeting_parts.show(here, chosen, order[number])
slides.bar(here, number, len(order))
slides.action_button(here, meeting_parts.about(here, chosen, order[number]))
