"""Rapat & Tindak Lanjut: what was agreed, who does it by when, and what became of it."""

import streamlit as st

from data.actions import About
from ui import action_parts, choice, furniture, minutes
from ui.session import visit

here = visit()
t = here.t
furniture.head(t("Meetings & follow-up"))
if action_parts.listed(here):
    shown = choice.one_of(t("Show"), action_parts.choices(here), key="state", first="open")
    owner = choice.picked(t("Who"), action_parts.owners(here), key="owner")
    action_parts.show_list(here, shown, owner)
else:
    action_parts.nothing_yet(here)
with st.expander(t("Write down an action")):
    action_parts.form(here, About())
minutes.button(here)
