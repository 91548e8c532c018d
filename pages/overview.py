"""Ringkasan: where do we stand, what works, what needs attention, and how complete is the answer."""

import streamlit as st

from ui import answers, choice, downloads, furniture, index_parts, overview_parts, people_parts, scheme_parts
from ui.filters import filter_row
from ui.session import remembered, visit

here = visit()
t = here.t
furniture.head(t("Overview"))
if not remembered(answers.has_indicators, here):
    furniture.nothing_yet(here)
    st.stop()

chosen = filter_row(here)
if not remembered(answers.rows, here, chosen):
    furniture.nothing_for(here)
    st.stop()

remembered(overview_parts.headline, here, chosen)
remembered(scheme_parts.difference, here, chosen)
shown = choice.one_of(t("Show"), remembered(overview_parts.shown_choices, here, chosen), key="show")
drawn, said = st.columns([19, 10], gap="small")
with drawn:
    remembered(overview_parts.bullets, here, chosen, shown)
with said:
    remembered(overview_parts.in_sentences, here, chosen)
remembered(overview_parts.completeness, here, chosen)
more = st.expander(t("People reached, programmes in one figure, download"), key="more", on_change="rerun")
if more.open:
    with more:
        remembered(people_parts.overview, here, chosen)
        remembered(index_parts.indices, here, chosen)
        downloads.of_overview(here, chosen)
