"""Layar Rapat: one thing at a time, in large letters, for a wall and a clicker."""

import streamlit as st

from ui import answers, furniture, kept_views, meeting_parts, sharing, slides, storyboard_choice
from ui.filters import chosen_filters
from ui.session import for_the_wall, remembered, visit

here = visit()
if not remembered(answers.has_indicators, here):
    furniture.head(here.t("Meeting screen"))
    furniture.nothing_yet(here)
    st.stop()

wall = for_the_wall(here)
storyboard = storyboard_choice.chosen_storyboard(here)
steps = storyboard_choice.shown_steps(wall, storyboard, chosen_filters(here))
number = slides.slide_number(len(steps))
with st.container(key="slide"):
    meeting_parts.show(wall, steps[number])
slides.bar(here, number, steps)
slides.action_button(here, meeting_parts.about(wall, steps[number]))
sharing.on_the_wall(here)
sharing.copy_on_the_wall(here)
kept_views.keep(wall, steps, number)
