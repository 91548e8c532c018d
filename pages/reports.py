"""Laporan: the same figures as on the screens, to keep, to edit and to pass on."""

import streamlit as st

from ui import answers, report_kept, report_parts, report_texts
from ui.furniture import head, nothing_yet, section
from ui.session import remembered, visit

here = visit()
t = here.t
head(t("Reports"), t("The same figures as on the screens, to keep, to edit and to pass on."))
if not remembered(answers.has_indicators, here):
    nothing_yet(here)
    st.stop()

asked, form = report_parts.choice(here)
report_texts.editor(here, asked)
report_parts.make_button(here, asked, form)
report_parts.result(here)

section(t("Reports that were kept"))
report_kept.kept_list(here)
