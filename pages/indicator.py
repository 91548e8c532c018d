"""One indicator: where it stands, how it moved, who and where, what people say, and where the number comes from."""

import streamlit as st

from ui import (
    answers,
    choice,
    downloads,
    furniture,
    indicator_changes,
    indicator_definition,
    judgement_parts,
    outlook_parts,
    people_parts,
)
from ui import indicator_parts as parts
from ui import source_parts as sources
from ui.filters import filter_row
from ui.session import remembered, visit

here = visit()
t = here.t
if not remembered(answers.has_indicators, here):
    furniture.head(t("Indicator"))
    furniture.nothing_yet(here)
    st.stop()

known = remembered(answers.known_names, here)["indicator"]
asked = st.query_params.get("indicator")
if asked is not None and asked not in known:
    parts.nobody_knows(here, asked)
    st.stop()

indicator = choice.picked(t("Indicator"), known, key="indicator")
chosen = filter_row(here, ("partner", "place"), programme=remembered(answers.programme_of, here, indicator))
if remembered(answers.row_of, here, chosen, indicator) is None:
    furniture.nothing_for(here)
    st.stop()

remembered(parts.finding, here, chosen, indicator)
remembered(judgement_parts.judgements, here, chosen, indicator)
remembered(parts.bullet, here, chosen, indicator)
point = parts.points(here, chosen, indicator)
remembered(parts.over_time, here, chosen, indicator, point)
remembered(outlook_parts.section, here, chosen, indicator)
remembered(people_parts.of_indicator, here, chosen, indicator)
remembered(parts.compared, here, chosen, indicator)
parts.voices(here, chosen, indicator)
remembered(judgement_parts.formula, here, chosen, indicator)
remembered(indicator_definition.definition, here, chosen, indicator)
remembered(indicator_changes.changes, here, indicator)

furniture.section(t("Where does this number come from?"))
period = choice.picked(t("Period"), remembered(sources.period_choices, here, chosen, indicator), key="period")
remembered(sources.sources, here, chosen, indicator, period)
downloads.of_indicator(here, chosen, indicator, point)
