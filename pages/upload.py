"""Upload data: template, file, problems, consequences, store, receipt, history."""

import streamlit as st

from data.sample import is_empty
from ui.furniture import head, section
from ui.session import visit
from ui.upload_files import current_work, drop_zone, sample_offer, step_line, template_buttons
from ui.upload_history import history
from ui.upload_result import result

here, work = visit(), current_work()
t = here.t

head(
    t("Upload data"),
    t("Bring in a workbook in a few minutes. Nothing is stored before you confirm, and you can undo it."),
)
step_line(work, t)

if work:
    if not work.is_running:
        drop_zone(here, work)
    result(work, here)
else:
    if is_empty(here.store):
        sample_offer(here)
    take, put = st.columns(2)
    with take:
        template_buttons(here)
    with put:
        drop_zone(here, None)

section(t("History"))
history(here)
