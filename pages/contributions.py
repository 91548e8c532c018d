"""Dana & Kontribusi: what is given, by whom, to what, what became of it, and what is raised together."""

import streamlit as st

from ui import campaign_parts, cost_parts, furniture
from ui import contribution_parts as parts
from ui.filters import filter_row
from ui.session import remembered, visit

here = visit()
t = here.t
furniture.head(t("Funds & contributions"))
if not remembered(parts.has_any, here):
    parts.nothing_yet(here)
    st.stop()

chosen = filter_row(here, ("programme", "partner"), judged=False)
currency = parts.currency_picker(here)
remembered(parts.headline, here, chosen, currency)
remembered(parts.where_it_goes, here, chosen, currency)
remembered(parts.pledges, here, chosen, currency)
furniture.section(t("Money beside results"))
remembered(cost_parts.beside_results, here, chosen, currency)
cost_parts.outputs(here, chosen, currency)
remembered(parts.in_kind, here, chosen, currency)
remembered(campaign_parts.campaigns, here, chosen)
