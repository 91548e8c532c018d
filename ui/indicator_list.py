"""The list of indicators: a table whose rows lead to the indicator's own page."""

import pandas as pd
import streamlit as st

from charts.missing import missing_mark
from charts.numbers import percent, period_label
from charts.rows import actual_of_target, verdict_word
from charts.theme import status
from definitions.fold import fold
from locales import Translate
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
        selection_mode="single-cell", height="content", column_config=widths(t),
        alt=t("Indicators with status and figures"),
    )  # fmt: skip
    opened = [row for row, _column in picked.selection.cells]
    if opened and opened[0] < len(rows):
        st.switch_page(PAGE, query_params={"indicator": rows[opened[0]]["indicator"]})


def widths(t: Translate) -> dict:
    """Room for whole texts beside the menu of a small laptop (about 900 px); programme and code come after that."""
    sizes = {t("Indicator"): 350, t("Status"): 145, t("Actual and target"): 225, t("Progress"): 80,
             t("Latest period"): 100, t("Programme"): 200, t("Code"): 80}  # fmt: skip
    return {name: st.column_config.TextColumn(width=size) for name, size in sizes.items()}


def has_words(row: dict, words: str) -> bool:
    """Whether every word stands in the name or the code, whatever the case."""
    text = fold(f"{row['indicator']} {row['name']}")
    return all(word in text for word in fold(words or "").split())


def cells(row: dict, here: Visit) -> dict[str, str]:
    """An indicator as text; a missing figure carries its mark."""
    t, reason = here.t, row["reason"]
    programmes = session.remembered(answers.known_names, here)["programme"]
    return {
        t("Indicator"): row["name"],
        t("Status"): f"{status(row['status']).shape} {verdict_word(row, t)}",
        t("Actual and target"): actual_of_target(row, t),
        t("Progress"): missing_mark(reason or "no_target") if row["progress"] is None else percent(row["progress"], t),
        t("Latest period"): period_label(row["actual_period"], t),
        t("Programme"): programmes.get(row["programme"], row["programme"]) or "",
        t("Code"): row["indicator"],
    }  # fmt: skip
