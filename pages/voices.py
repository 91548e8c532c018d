"""Community voices: how much, how it is rated, about what, whether people hear back, and what they say."""

import streamlit as st

from ui import voice_charts, voice_choice, voice_downloads, voice_groups, voice_quotes
from ui.filters import filter_row
from ui.furniture import empty, head, section
from ui.session import remembered, visit

here = visit()
t = here.t

if not remembered(voice_choice.has_any, here):
    head(t("Community voices"))
    empty(
        t("There is no feedback yet"),
        t("What people say appears here as soon as a workbook with the sheet Feedback has been uploaded: at least "
          "date and text, "
          "and consent where somebody agreed to be quoted. A complaint box, a village meeting or a chat group is "
          "enough to begin."),
        t("Upload feedback"),
        "pages/upload.py",
    )  # fmt: skip
    st.stop()

pickers, last = st.columns([3, 1])
with pickers:
    chosen = filter_row(here, judged=False)
with last:
    heard = voice_choice.theme_picker(here, chosen)
counts = remembered(voice_choice.total, here, heard)
said = voice_choice.finding(counts, t) if counts else t("Nobody has been heard for this choice yet.")
head(t("Community voices"), said)

if counts and counts["entries"] is not None:
    voice_charts.pictures(here, heard)
    section(t("Who speaks, and about what is new"))
    voice_groups.all_of(here, heard)
if counts:
    section(t("In their own words"))
    voice_quotes.quotes(here, heard)
    voice_downloads.of_voices(here, heard)
