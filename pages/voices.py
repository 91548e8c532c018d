"""Community voices: how much, how it is rated, about what, whether people hear back, and what they say."""

import streamlit as st

from ui import voice_downloads, voice_groups, voices
from ui.filters import filter_row
from ui.furniture import empty, head, section
from ui.session import remembered, visit

here = visit()
t = here.t

if not remembered(voices.has_any, here):
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
    heard = voices.theme_picker(here, chosen)
counts = remembered(voices.total, here, heard)
head(t("Community voices"), voices.finding(counts, t) if counts else t("Nobody has been heard for this choice yet."))

if counts and counts["entries"] is not None:
    voices.pictures(here, heard)
    section(t("Who speaks, and about what is new"))
    voice_groups.all_of(here, heard)
if counts:
    section(t("In their own words"))
    voices.quotes(here, heard)
    voice_downloads.of_voices(here, heard)
