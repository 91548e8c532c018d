"""One figure for each programme, never without what it hides: how much of it is known, and its worst part."""

import pandas as pd
import streamlit as st

from charts.missing import NOT_APPLICABLE
from charts.numbers import number, percent
from metrics.index import ENOUGH, Index, programme_index
from ui import answers, furniture, session
from ui.filters import Filters
from ui.literal import literal
from ui.session import Visit


def index_of(here: Visit, programme: str) -> Index:
    """The index of a programme."""
    return programme_index(here.store, here.as_of, programme)


def indices(here: Visit, chosen: Filters) -> None:
    """A row a programme: index, coverage, the worst indicator; refused where too little is known."""
    t = here.t
    if chosen.partner or chosen.place:
        return
    known = session.remembered(answers.known_names, here)
    codes = [chosen.programme] if chosen.programme else sorted(known.get("programme", {}))
    found = [(code, session.remembered(index_of, here, code)) for code in codes if code]
    rows = [row(here, known["programme"].get(code, code), one) for code, one in found if one.parts]
    if not rows:
        return
    furniture.section(t("Programmes in one figure"))
    furniture.text_table(pd.DataFrame(rows))
    st.caption(literal(t(
        "Index: the mean of progress from baseline to target, each indicator from 0% to 100% and of the same weight, "
        "so that nothing above its target makes up for another. Levels to be kept are left out. It is not given where "
        "less than {share} of the indicators are known.", share=percent(ENOUGH, t),
    )))  # fmt: skip


def row(here: Visit, name: str, one: Index) -> dict[str, str]:
    """A programme as text."""
    t = here.t
    names = session.remembered(answers.known_names, here)["indicator"]
    index = percent(one.value, t) if one.value is not None else t(
        "{mark}: too little is known", mark=NOT_APPLICABLE)  # fmt: skip
    worst = "" if one.worst is None or one.worst_name is None else (
        f"{names.get(one.worst_name, one.worst_name)}: {percent(one.worst, t)}")  # fmt: skip
    return {
        t("Programme"): name, t("Index"): index,
        t("Known"): t("{n} of {m}", n=number(one.known, t), m=number(one.parts, t)),
        t("Worst part"): worst,
    }  # fmt: skip
