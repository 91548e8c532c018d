"""The figures of Community voices as a workbook: the tables under its charts, with what is hidden there hidden here."""

from functools import partial

import streamlit as st

from ui.downloads import XLSX, workbook
from ui.session import Visit
from ui.voice_charts import DRAW, frame
from ui.voice_choice import Heard


def of_voices(here: Visit, heard: Heard) -> None:
    """A button for the charts of this choice."""
    st.download_button(
        here.t("Download the chart data (Excel)"), partial(book, here, heard), f"dampak-voices-{here.as_of}.xlsx",
        XLSX, key="download", icon=":material/download:", on_click="ignore",
    )  # fmt: skip


def book(here: Visit, heard: Heard) -> bytes:
    """A sheet for each chart."""
    t = here.t
    titles = {"volume": t("Feedback per period"), "ratings": t("Ratings from 1 to 5"),
              "loop": t("From entry to answer"), "themes": t("Feedback by theme and rating")}  # fmt: skip
    return workbook({title: DRAW[name](frame(here, heard, name), t).table
                     for name, title in titles.items()})  # fmt: skip
