"""Tempat & Kegiatan: who does what where, where partners meet, and where nobody is."""

import streamlit as st

from ui import case_parts, choice, furniture
from ui import places_parts as parts
from ui.filters import filter_row
from ui.session import remembered, visit

here = visit()
t = here.t
furniture.head(t("Places & activities"))
if not remembered(parts.has_any, here):
    parts.nothing_yet(here)
    st.stop()

chosen = filter_row(here, judged=False)
parts.ways(here, chosen)
view = choice.one_of(t("View"), parts.views(here, chosen), key="view", first="map")
if view == "overlaps":
    case_parts.overlaps(here, chosen)
elif view == "gaps":
    case_parts.gaps(here, chosen)
else:
    drawings = {"map": parts.map_of_provinces, "matrix": parts.matrix, "calendar": parts.calendar_of,
                "activities": parts.listed}  # fmt: skip
    remembered(drawings[view], here, chosen)
