"""What stands on every screen: the style sheet, the sample banner, heads, charts with their words, empty states."""

import streamlit as st

from charts.chart import Chart
from charts.numbers import number, period_label
from charts.text import clean
from charts.theme import CONFIG
from data.sample import remove_sample, shows_sample
from data.store import StoreBusy, StoreUnusable
from data.storyboards import View
from locales import translator
from metrics.names import age_band, sex_name
from ui import session, stylesheet
from ui.filters import no_filters
from ui.language import chosen_language, language_switch
from ui.literal import literal
from ui.session import Visit

STORYBOARDS = "pages/storyboards.py"


def opened_visit() -> Visit:
    """The visit of this rerun; where the store cannot be opened, a page that says why, and no further."""
    try:
        return session.begin()
    except StoreBusy:
        t = translator(chosen_language())
        st.title(t("The data file is in use"))
        st.text(t("Another program has the data file open, so it cannot be read here. Nothing is lost."))
        st.text(t("Close the other program (a second Dampak, or DuckDB), then press the button."))
        st.button(t("Try again"), type="primary", key="try_again")
        st.stop()
    except StoreUnusable as error:
        t = translator(chosen_language())
        st.title(t("The data file cannot be opened"))
        st.text(t("The data file {path} cannot be used: {reason}", path=error.args[0], reason=error.args[1]))
        st.text(t("Put the last backup in its place (see README), or name another file in DAMPAK_STORE."))
        st.button(t("Try again"), type="primary", key="try_again")
        st.stop()


def frame_of_screen(here: Visit) -> None:
    """The style sheet where the page has none, the language switch, and the banner while sample data are shown."""
    if not stylesheet.is_in_the_page:
        st.html(f"<style>{stylesheet.TEXT}</style>")
    with st.sidebar:
        language_switch(here.t)
    if session.remembered(has_sample, here):
        sample_banner(here)


def has_sample(here: Visit) -> bool:
    """Whether sample data stand behind the figures."""
    return shows_sample(here.store)


def sample_banner(here: Visit) -> None:
    """DATA CONTOH, and the way to be rid of it: one click; it can be brought back."""
    t = here.t
    with st.container(key="sample_banner", horizontal=True, vertical_alignment="center"):
        st.markdown(t("**SAMPLE DATA** · a forum that does not exist. Not for decisions."))
        st.button(
            t("Remove the sample"),
            key="remove_sample",
            help=t(
                "The sample leaves every screen, for everybody. Your own uploads stay as they are. "
                "It can be brought back under Upload data › History."
            ),
            on_click=remove_sample,
            args=(here.store,),
        )


def head(title: str, sentence: str = "") -> None:
    """The title of a screen and one sentence under it; both plain text."""
    st.title(literal(title), anchor=False)
    if sentence:
        st.text(sentence)


def section(title: str) -> None:
    """A heading within a screen; plain text."""
    st.header(literal(title), anchor=False)


def chart(drawn: Chart, here: Visit, view: View, has_title: bool = True) -> None:
    """A chart with its finding above, what it measures under that, its source at the foot, its table to open, and the
    way to the meeting. `view` is what draws it again there; one kind of view stands once on a page."""
    if has_title:
        section(drawn.title)
    st.caption(literal(drawn.subtitle))
    picture(drawn, here, view.kind)
    st.caption(literal(drawn.source))
    to_meeting(here, view)
    with st.expander(here.t("Show as a table")):
        text_table(drawn.table)


def to_meeting(here: Visit, view: View) -> None:
    """The way to put a view into a storyboard. A link, not a button: it works inside what is remembered."""
    with st.container(key=f"to_meeting_{view.kind}"):
        st.page_link(STORYBOARDS, label=here.t("Add to the meeting"), icon=":material/playlist_add:",
                     query_params={"add": view.kind} | dict(view.choices))  # fmt: skip


def picture(drawn: Chart, here: Visit, key: str) -> None:
    """The figure. On a phone, where it has a form for that, both: the style sheet shows the one that fits as it is
    held."""
    if drawn.narrow is None or not here.phone:
        st.plotly_chart(drawn.figure, theme=None, config=CONFIG, key=key, alt=drawn.alt)
        return
    for form, figure in (("wide", drawn.figure), ("narrow", drawn.narrow)):
        with st.container(key=f"{form}_chart_{key}"):
            st.plotly_chart(figure, theme=None, config=CONFIG, key=f"{key}_{form}", alt=drawn.alt)


def text_table(frame) -> None:
    """A table of texts, as a real table that a screen reader can read, every cell shown as it is."""
    shown = frame.map(literal)
    shown.columns = [literal(name) for name in frame.columns]
    st.table(shown, hide_index=True, border="horizontal")


def empty(what: str, why: str, button: str, page: str) -> None:
    """What is missing, why it matters, and one button that leads to `page` (a file in pages/)."""
    with st.container(border=True):
        st.markdown(f"**{literal(what)}**")
        st.text(why)
        st.page_link(page, label=button, icon=":material/arrow_forward:")


def nothing_yet(here: Visit) -> None:
    """For a store without indicators."""
    t = here.t
    empty(
        t("There are no indicators yet"),
        t("Figures appear here as soon as a workbook with indicators, targets and results has been uploaded."),
        t("Upload the first workbook"), "pages/upload.py",
    )  # fmt: skip


def nothing_for(here: Visit) -> None:
    """For a choice of filters that no indicator has a part in."""
    t = here.t
    with st.container(border=True):
        st.markdown(f"**{literal(t('No indicator has targets or results for this choice'))}**")
        st.text(t("This partner or place has not reported to this programme, and no target was set for it."))
        st.button(t("Show everything"), key="no_filters", type="primary", on_click=no_filters)


def quote(row: dict, here: Visit) -> None:
    """What somebody said, as it was said, and from where; never who."""
    t = here.t
    rated = t("rated {n} of 5", n=number(row["rating"], t)) if row["rating"] is not None else None
    age = age_band(row["age"], t)
    with st.container(border=True):
        st.text(f"“{clean(row['text'])}”")
        period = period_label(row["period"], t) if row["period"] else None
        parts = (sex_name(row["sex"], t), age, row["place_name"], period, rated)
        st.caption(literal(" · ".join(filter(None, parts))))
