"""The charts of Community voices: how much, how it is rated, about what, and whether people hear back."""

from pathlib import Path

import pandas as pd
import streamlit as st

from charts import feedback
from charts.chart import About, Chart
from charts.missing import records
from data.storyboards import View
from metrics import feedback_shown
from ui import session
from ui.furniture import chart
from ui.literal import literal
from ui.session import Visit
from ui.voice_choice import Heard, judged, theme_label, themes, whose
from ui.voice_waiting import overdue, waiting

STYLE = Path(__file__).with_name("voice_charts.css")
DRAW = {"volume": feedback.volume, "ratings": feedback.ratings, "themes": feedback.themes, "loop": feedback.loop}


def pictures(here: Visit, heard: Heard) -> None:
    """The charts, made once for a choice. The loop and the themes have words beside their bars and need the width."""
    st.html(STYLE)
    left, right = st.columns(2, gap="large")
    with left:
        session.remembered(drawn, here, heard, "volume")
    with right:
        session.remembered(drawn, here, heard, "ratings")
    session.remembered(drawn, here, heard, "loop")
    session.remembered(waiting, here, heard)
    session.remembered(overdue, here, heard)
    session.remembered(drawn, here, heard, "themes")


def drawn(here: Visit, heard: Heard, name: str) -> None:
    """One of volume, ratings, themes and loop, with its words."""
    found = frame(here, heard, name)
    shown_chart(voice_chart(here, heard, name, found), found, here, heard.view(f"voices_{name}"))


def voice_chart(here: Visit, heard: Heard, name: str, found: pd.DataFrame) -> Chart:
    """One of volume, ratings, themes and loop, drawn from its frame."""
    about = About(place=whose(here, heard), source=here.t("feedback sent in by the partners"), as_of=here.as_of)
    return DRAW[name](found, here.t, large=here.large, about=about)


def shown_chart(made: Chart, found: pd.DataFrame, here: Visit, view: View) -> None:
    """The chart; where every count in it is hidden, one line that says so instead of an empty frame."""
    if len(found) and found["entries"].isna().all():
        st.caption(literal(f"{made.subtitle}: {made.title}"))
    else:
        chart(made, here, view)


def frame(here: Visit, heard: Heard, name: str) -> pd.DataFrame:
    """What a chart is drawn from: nothing in it that may not be seen."""
    if name != "themes":
        of_name = {"volume": feedback_shown.volume, "ratings": feedback_shown.ratings, "loop": feedback_shown.steps}
        return of_name[name](judged(here, heard))
    found = themes(here, heard)
    is_grave = found["is_sensitive"].astype(bool) & found["entries"].isna()
    return found[~is_grave].assign(theme=[theme_label(row["theme"], here.t) for row in records(found[~is_grave])])
