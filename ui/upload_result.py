"""What has come of the files, whichever way it went: waiting, to correct, ready, stored, known, or broken."""

import streamlit as st

from ui.literal import literal
from ui.session import Visit
from ui.upload_files import forget_work, waiting
from ui.upload_mapping import is_needed, kept_choices, mapping_screen
from ui.upload_preview import preview, store_button
from ui.upload_problems import to_correct, to_look_at
from ui.upload_receipt import before, failed, known_already, receipt
from ui.upload_summary import picked, summary
from ui.upload_work import Work

NAMES = 4  # of many files the table below has them all


def result(work: Work, here: Visit) -> None:
    """The part of the screen below the files."""
    with st.container(key="upload_result"):
        _files(work, here)
        if work.is_running:
            waiting(work, here.t)
        elif work.stage == "stored":
            receipt(work, here)
        elif work.stage == "failed":
            failed(here)
        elif work.stage == "checked":
            _checked(work, here)


def _files(work: Work, here: Visit) -> None:
    """Which files are meant, and the way to take them off the page."""
    t = here.t
    with st.container(horizontal=True, vertical_alignment="center", key="upload_names"):
        names = " · ".join(work.names[:NAMES]) + (" …" if len(work.names) > NAMES else "")
        st.markdown(":material/description: " + literal(names))
        if work.stage not in ("storing", "stored"):
            st.button(t("Take off"), key="forget", type="tertiary", icon=":material/close:", on_click=forget_work,
                      help=t("Nothing is stored; the page is as before."))  # fmt: skip


def _checked(work: Work, here: Visit) -> None:
    if not work.has_stops and not work.is_ready:
        known_already(work, here)
        return
    t, position = here.t, 0
    if len(work.outcomes) > 1:
        summary(work, here)
    else:
        before(work, here)
        if not is_needed(work, position):
            kept_choices(work, position, here)
    if work.is_ready and (len(work.outcomes) > 1 or not is_needed(work, position)):
        preview(work, here)
        store_button(work, here)
    if len(work.outcomes) > 1:
        position = picked(work, t)
        if not is_needed(work, position):  # its questions have the same download
            kept_choices(work, position, here)
    if is_needed(work, position):
        mapping_screen(work, position, here)
    elif work.outcomes[position].stops:
        to_correct(work, position, t)
    if not work.is_ready:
        store_button(work, here)
    to_look_at(work, position, t)
