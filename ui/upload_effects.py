"""Which indicators change their status by an upload or an undo: from, to, in word and shape."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from charts.missing import NOT_REPORTED
from charts.numbers import number
from charts.theme import status_text
from locales import Translate
from metrics.consequences import StatusChange
from ui.furniture import text_table
from ui.session import Visit
from ui.upload_work import Work

MOST = 30


def effects(work: Work, here: Visit) -> None:
    """The list as soon as it is worked out; until then a word that it is coming."""
    if work.effects is None:
        st.fragment(_coming, run_every=0.5)(work, here.t)
    else:
        status_table(work.effects, here.t)


def status_table(changes: Sequence[StatusChange], t: Translate) -> None:
    """One row an indicator; a sentence where there is none."""
    if not changes:
        st.text(t("No indicator changes its status by it."))
        return
    st.markdown(
        t.plural(
            "**{n} indicator changes its status**",
            "**{n} indicators change their status**",
            len(changes),
            n=number(len(changes), t),
        )
    )
    text_table(
        pd.DataFrame(
            [
                {
                    t("Indicator"): each.name or each.indicator,
                    t("Now"): _status(each.before, t),
                    t("After"): _status(each.after, t),
                }
                for each in changes[:MOST]
            ]
        )
    )
    if len(changes) > MOST:
        st.caption(t("The first {n} of {m} are shown.", n=number(MOST, t), m=number(len(changes), t)))


def _status(key: str | None, t: Translate) -> str:
    """The status; a mark where the indicator is not there at all."""
    return NOT_REPORTED if key is None else status_text(key, t)


def _coming(work: Work, t: Translate) -> None:
    if work.effects is not None or work.stage != "checked":
        st.rerun(scope="app")
    st.caption(t("Working out which indicators change their status …"))
