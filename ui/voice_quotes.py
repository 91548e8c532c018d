"""What people said, word by word, of those who agreed to be quoted."""

import streamlit as st

from charts.missing import records
from charts.numbers import number, period_label
from charts.text import clean
from locales import Translate
from metrics import quotes as quotable
from metrics.names import age_band, sex_name
from metrics.small_groups import least_shown
from ui import answers, session
from ui.literal import literal
from ui.session import Visit
from ui.voice_choice import Heard, judged, theme_label

INDICATOR = "pages/indicator.py"
QUOTES = 6  # on one page
MOST = 500  # quotes that are fetched


def quotes(here: Visit, heard: Heard) -> None:
    """What people said, word by word, of those who agreed to be quoted; each leads to its indicator. None of a choice
    of too few: they would tell what the figures hide."""
    t = here.t
    if judged(here, heard).is_hidden:
        st.text(t("Too few voices for quotes."))
        return
    found = list(records(session.remembered(quoted, here, heard)))
    if not found:
        st.text(t("No quote can be shown in this choice: nobody agreed to be quoted, or too few would share what the "
                  "quote tells. Their voices are counted above."))  # fmt: skip
        return
    _page_of_quotes(here, found, str(heard.within))


def quoted(here: Visit, heard: Heard):
    """The newest entries with consent, each with what at least k voices share."""
    return quotable.quotes(here.store, here.as_of, most=MOST, **heard.within)


@st.fragment
def _page_of_quotes(here: Visit, found: list[dict], choice: str) -> None:
    t, names = here.t, session.remembered(answers.known_names, here)["indicator"]
    pages = -(-len(found) // QUOTES)
    page = min(st.session_state.get(f"quotes_{choice}", 1), pages)
    columns = st.columns(2)
    for position, row in enumerate(found[(page - 1) * QUOTES : page * QUOTES]):
        with columns[position % 2], st.container(border=True, key=f"quote_{position}"):
            st.text(clean(row["text"]))
            st.caption(literal(who_and_where(row, t)))
            if row["indicator"] in names:
                st.page_link(INDICATOR, label=literal(names[row["indicator"]]), icon=":material/checklist:",
                             query_params={"indicator": row["indicator"]})  # fmt: skip
    if pages > 1:
        st.pagination(pages, key=f"quotes_{choice}")
    few = t("fewer than {n}", n=number(least_shown(), t))
    st.caption(t("{n} voices with consent; names, days and contacts are never shown, and beside a quote only what at "
                 "least {k} voices share.", n=number(len(found), t) if len(found) >= least_shown() else few,
                 k=number(least_shown(), t)))  # fmt: skip


def who_and_where(row: dict, t: Translate) -> str:
    """Place, time, sex and age band, theme and rating, as far as they may be told (metrics.quotes)."""
    rating = t("rating {n} of 5", n=number(row["rating"], t)) if row["rating"] is not None else ""
    return " · ".join(filter(None, (
        row["place_name"], period_label(row["period"], t) if row["period"] else "", sex_name(row["sex"], t),
        age_band(row["age"], t), theme_label(row["theme"], t), rating, _answer(row, t),
    )))  # fmt: skip


def _answer(row: dict, t: Translate) -> str:
    """Whether it was answered; "" where that is not told."""
    if row["told_back"]:
        return t("heard back")
    if row["is_answered"] is None:
        return ""
    return t("answered") if row["is_answered"] else t("not answered yet")
