"""The buttons for the minutes of the meeting."""

from functools import partial

import streamlit as st

from charts.numbers import date
from definitions import clock
from reports.asked import Asked
from reports.content import content_of
from reports.minutes import Minutes, minutes, printed_minutes
from ui import action_parts
from ui.action_words import STATES, by_when, state_of, then_and_now
from ui.session import Visit

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def button(here: Visit) -> None:
    """Today's minutes: agreed today, still open, and where things stand."""
    forms = (("docx", here.t("Minutes of today (Word)"), DOCX, "minutes"),
             ("pdf", here.t("Minutes of today (PDF)"), "application/pdf", "minutes_pdf"))  # fmt: skip
    with st.container(horizontal=True):
        for ending, words, kind, key in forms:
            st.download_button(words, partial(book, here, ending), f"notulen-{here.as_of}.{ending}", kind, key=key,
                               icon=":material/download:", on_click="ignore")  # fmt: skip


def book(here: Visit, ending: str = "docx") -> bytes:
    """The file; both forms say the same."""
    t, rows = here.t, action_parts.listed(here)
    today = [row for row in rows if clock.day_of(row["taken_at"]) >= here.as_of]
    before = [row for row in rows if row["state"] == "open" and row not in today]
    tables = {t("Agreed today"): told(here, today), t("Still open from before"): told(here, before)}
    told_all = Minutes.of(content_of(here.store, Asked(here.as_of, here.language)), tables)
    return printed_minutes(told_all) if ending == "pdf" else minutes(told_all)


def told(here: Visit, rows: list[dict]) -> list[list[str]]:
    """A table of texts, the header first."""
    t = here.t
    heads = [t("What is to be done"), t("Who, and until when"), t("State"), t("The figure beside it"), t("Agreed")]
    lines = []
    for row in rows:
        now = action_parts.now_of(here, row)
        lines.append([row["what"], by_when(row, t), t(STATES[state_of(row)]), then_and_now(row, now, t) or "—",
                      date(clock.day_of(row["taken_at"]), t)])  # fmt: skip
    return [heads, *lines]
