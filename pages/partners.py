"""Mitra & Kemitraan: who the partners are, what they do together, and how the partnership itself is."""

import streamlit as st

from ui import choice, contribution_parts, furniture, health_parts, weight_parts
from ui import partner_parts as parts
from ui.filters import filter_row
from ui.session import remembered, visit

here = visit()
t = here.t
furniture.head(t("Partners & partnership"))
if not remembered(parts.has_any, here):
    parts.nothing_yet(here)
    st.stop()

view = choice.one_of(t("View"), parts.views(here), key="part", first="directory")
if view == "directory":
    remembered(parts.partners_known, here)
elif view == "roles":
    remembered(parts.roles, here)
elif view == "missing":
    chosen = filter_row(here, ("place",), judged=False)
    across = choice.one_of(t("By"), {"sector": t("By sector"), "place": t("By place")}, key="across")
    remembered(parts.missing, here, across, chosen.place)
elif view == "health":
    rounds = remembered(health_parts.rounds, here)
    if rounds:
        remembered(health_parts.health, here, choice.one_of(t("Round"), rounds, key="round"))
        health_parts.statements(here)
    else:
        health_parts.nothing_yet(here)
elif view == "balance":
    remembered(weight_parts.balance, here, contribution_parts.currency_picker(here))
else:
    strength = choice.one_of(
        t("Tie"), {"places": t("In the same programme and place"), "programmes": t("In the same programme")}, key="tie"
    )
    remembered(weight_parts.tie_view, here, strength)
