"""Upload data: template, file, problems, consequences, store, receipt, history."""

import streamlit as st

from data.sample import is_empty
from ui.furniture import head, opened_visit, section
from ui.upload_files import current_work, drop_zone, sample_offer, step_line, template_buttons
from ui.upload_history import history
from ui.upload_result import result

work = current_work()  # before the visit: what has just been stored belongs to it
here = opened_visit()
t = here.t

head(t("Upload data"), t("Bring in a workbook in a few minutes. Nothing is stored before you confirm, and you can undo it."))
step_line(work, t)

if is_empty(here.store):
    sample_offer(here)

if work:
    drop_zone(here, work)
    result(work, here)
else:
    take, put = st.columns(2)
    with take:
        template_buttons(here)
    with put:
        drop_zone(here, None)

section(t("History"))
history(here)
