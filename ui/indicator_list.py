"""The list of indicators: a table whose rows lead to the indicator's own page."""

import pandas as pd
import streamlit as st

from charts.missing import missing_mark
from charts.numbers import number, percent, period_label
from charts.rows import verdict_word
from charts.theme import status
from definitions.fold import fold
from metrics.explaining import level
from ui import answers, overview_parts, session
from ui.filters import Filters
from ui.session import Visit

KEY = "indicator_list"
PAGE = "pages/indicator.py"


def table(here: Visit, chosen: Filters, shown: str, words: str) -> None:
    """The indicators of one status (or all) whose name or code holds the words; a click on a row opens it."""
    t = here.t
    rows = [row for row in session.remembered(answers.rows, here, chosen)
            if overview_parts.is_shown(row, shown) and has_words(row, words)]  # fmt: skip
    if not rows:
        st.text(
            t("No indicator has “{words}” in its name or code.", words=words) if words else t("No indicator is here.")
        )
        return
    st.caption(t("Click a row to open the indicator."))
    picked = st.dataframe(
        pd.DataFrame([cells(row, here) for row in rows]), hide_index=True, key=KEY, on_select="rerun",
        selection_mode="single-cell", height="content", alt=t("Indicators with status and figures"),
    )  # fmt: skip
    opened = [row for row, _column in picked.selection.cells]
    if opened and opened[0] < len(rows):
        st.switch_page(PAGE, query_params={"indicator": rows[opened[0]]["indicator"]})


def has_words(row: dict, words: str) -> bool:
    """Whether every word stands in the name or the code, whatever the case."""
    text = fold(f"{row['indicator']} {row['name']}")
    return all(word in text for word in fold(words or "").split())


def cells(row: dict, here: Visit) -> dict[str, str]:
    """An indicator as text; a missing figure carries its mark."""
    t, reason, unit = here.t, row["reason"], row["unit"]
    programmes = session.remembered(answers.known_names, here)["programme"]
    return {
        t("Indicator"): row["name"],
        t("Status"): f"{status(row['status']).shape} {verdict_word(row, t)}",
        t("Actual"): number(row["actual"], t, unit) if row["actual"] is not None else missing_mark(reason),
        t("Target"): number(row["target"], t, unit) if row["target"] is not None else "n.a.",
        t("Progress"): missing_mark(reason or "no_target") if row["progress"] is None else percent(row["progress"], t),
        t("Latest period"): period_label(row["actual_period"], t),
        t("Programme"): programmes.get(row["programme"], row["programme"]) or "",
        t("Level"): level(row, t),
        t("Code"): row["indicator"],
    }  # fmt: skip
