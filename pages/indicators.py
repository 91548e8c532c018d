"""Indikator: every indicator with its status, figures and period; a click leads to its own page."""

import streamlit as st

from ui import answers, choice, furniture, indicator_list, overview_parts
from ui.filters import filter_row
from ui.session import remembered, visit

here = visit()
t = here.t
furniture.head(t("Indicators"))
if not remembered(answers.has_indicators, here):
    furniture.nothing_yet(here)
    st.stop()

chosen = filter_row(here)
if not remembered(answers.rows, here, chosen):
    furniture.nothing_for(here)
    st.stop()

shown = choice.one_of(t("Show"), remembered(overview_parts.shown_choices, here, chosen), key="status", first="all")
words = st.text_input(t("Search by name or code"), key="search", placeholder=t("for example: water"))
indicator_list.table(here, chosen, shown, words)
