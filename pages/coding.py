"""Coding: people give themes to what was said; a suggestion with its reasons comes along."""

import streamlit as st

from ui import coding_desk, coding_door, coding_many, erasing_desk, health_parts
from ui.furniture import empty, head, section
from ui.session import visit

here = visit()
t = here.t

head(t("Code feedback"), t("Read one entry, press one key. The suggestion is a proposal; you decide."))
if not coding_desk.has_entries(here):
    empty(
        t("There is no feedback yet"),
        t("What people say appears here as soon as a workbook with the sheet Feedback has been uploaded."),
        t("Upload feedback"),
        "pages/upload.py",
    )
    st.stop()

coder = coding_door.coder(here)
if not coder:
    st.stop()

coding_desk.desk(here, coder)
section(t("Many at once"))
coding_many.many(here, coder)
section(t("Comments in the partnership survey"))
health_parts.read_words(here)
section(t("Erase on request"))
erasing_desk.desk(here, coder)
