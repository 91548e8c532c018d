"""One indicator: where it stands, how it moved, who and where, what people say, and where the number comes from."""

import streamlit as st

from ui import answers, choice, furniture
from ui import indicator_parts as parts
from ui.filters import filter_row
from ui.session import remembered, visit

here = visit()
t = here.t
if not remembered(answers.has_indicators, here):
    furniture.head(t("Indicator"))
    furniture.nothing_yet(here)
    st.stop()

indicator = choice.picked(t("Indicator"), remembered(answers.known_names, here)["indicator"], key="indicator")
chosen = filter_row(here, ("partner", "place"))
if remembered(answers.row_of, here, chosen, indicator) is None:
    furniture.nothing_for(here)
    st.stop()

remembered(parts.finding, here, chosen, indicator)
remembered(parts.over_time, here, chosen, indicator)
remembered(parts.compared, here, chosen, indicator)
remembered(parts.voices, here, chosen, indicator)
remembered(parts.formula, here, chosen, indicator)
remembered(parts.definition, here, chosen, indicator)

furniture.section(t("Where does this number come from?"))
period = choice.picked(t("Period"), remembered(parts.period_choices, here, chosen, indicator), key="period")
remembered(parts.sources, here, chosen, indicator, period)
