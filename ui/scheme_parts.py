"""What another status scheme makes of the same figures: how many indicators change their word, and which."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from charts.numbers import number
from charts.rows import judged_text, verdict_word
from charts.theme import status
from definitions.schemes import DEFAULT, scheme
from ui import answers, furniture, session
from ui.filters import Filters
from ui.literal import literal
from ui.session import Visit


def difference(here: Visit, chosen: Filters) -> None:
    """For a scheme other than the usual one: how many change, and a table of those."""
    if chosen.scheme == DEFAULT:
        return
    t, usual = here.t, session.remembered(answers.rows, here, replace(chosen, scheme=DEFAULT))
    now = {row["indicator"]: row for row in session.remembered(answers.rows, here, chosen)}
    pairs = [(row, now[row["indicator"]]) for row in usual if row["indicator"] in now]
    changed = [(before, after) for before, after in pairs if before["status"] != after["status"]]
    name = scheme(chosen.scheme).name[here.language]
    st.text(t.plural("{n} indicator changes its status under {scheme}.",
                     "{n} indicators change their status under {scheme}.", len(changed),
                     n=number(len(changed), t), scheme=name))  # fmt: skip
    if not changed:
        return
    with st.expander(t("Which ones")):
        furniture.text_table(pd.DataFrame([{
            t("Indicator"): before["name"], scheme().name[here.language]: judged_text(before, t),
            name: f"{status(after['status']).shape} {verdict_word(after, t)}",
        } for before, after in changed]))  # fmt: skip
        st.caption(literal(t("Source of the scheme: {source}", source=scheme(chosen.scheme).source)))
