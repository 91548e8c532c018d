"""Who still waits for an answer: how many, how long, and which rows; never in their own words."""

from datetime import date

import pandas as pd
import streamlit as st
from babel.dates import format_date

from charts.missing import HIDDEN, records
from charts.numbers import number
from locales import Translate
from metrics import feedback, feedback_shown
from metrics.small_groups import least_shown
from ui.furniture import text_table
from ui.session import Visit
from ui.voice_choice import Heard, judged, total

MOST_WAITING = 50  # rows of the list of those that wait too long


def waiting(here: Visit, heard: Heard) -> None:
    """How many wait, and how long it takes: with those that still wait counted as waiting."""
    t, counts = here.t, total(here, heard)
    if counts is None:
        return
    median = records(feedback_shown.steps(judged(here, heard)))[1]["median_days"]
    with st.container(horizontal=True, key="voices_waiting"):
        st.metric(t("Still open"), shown(counts["open"], t), border=True)
        overdue = t("Open more than {days} days", days=feedback.ANSWER_WITHIN_DAYS)
        st.metric(overdue, shown(counts["overdue"], t), border=True)
        none = HIDDEN if counts["answered"] is None else "–"
        st.metric(t("Median days to an answer"), none if median is None else number(median, t), border=True)
    st.caption(
        t("Half of the voices are answered within so many days. Those that still wait are counted as waiting, "
          "so the figure is not flattered (Kaplan–Meier); – means that fewer than half have an answer yet.")
    )  # fmt: skip


def shown(count: float | None, t: Translate) -> str:
    """A count; "…" where it is hidden."""
    return HIDDEN if count is None else number(count, t)


def overdue(here: Visit, heard: Heard) -> None:
    """Which entries have waited too long, by their place in the upload and never by their words; and the sensitive."""
    t, counts = here.t, total(here, heard)
    days = feedback.ANSWER_WITHIN_DAYS
    if counts and counts["overdue"] is not None:
        found = feedback.overdue(here.store, here.as_of, **heard.within)
        away = {"", *judged(here, heard).hidden_places}
        with st.expander(t("Waiting longer than {days} days: {n}", days=days, n=number(len(found), t))):
            rows = pd.DataFrame([waiting_row(row, away, t) for row in records(found.head(MOST_WAITING))])
            if len(rows):
                text_table(rows)
            st.caption(t("The words are not shown here. The row leads back to the workbook of the sender."))
    sensitive_note(here, heard)


def sensitive_note(here: Visit, heard: Heard) -> None:
    """How many sensitive complaints there are; not how many exactly, where they are few."""
    t = here.t
    rest = {name: value for name, value in heard.within.items() if name != "theme"}
    count = feedback_shown.sensitive_count(here.store, here.as_of, **rest)
    if count != 0:
        said = t("fewer than {n}", n=number(least_shown(), t)) if count is None else number(count, t)
        st.caption(t("Sensitive complaints (safety, abuse, misuse): {n}. They stand on a list of their own under Code "
                     "feedback, and in no small chart.", n=said))  # fmt: skip


def waiting_row(row: dict, away: set[str], t: Translate) -> dict[str, str]:
    """One row of the list, every value as text; the name of a place that is hidden is left out."""
    place = row["place_name"] if row["place"] not in away else None
    return {
        t("Received"): format_day(row["date"], t), t("Days"): number(row["days"], t),
        t("Place"): place or "–", t("Programme"): row["programme"] or "–",
        t("Channel"): row["channel"] or "–", t("Row"): f"{row['sheet']} {row['row_number']}",
    }  # fmt: skip


def format_day(day: date, t: Translate) -> str:
    """12 Mar 2025, as the language writes it."""
    return format_date(day, "d MMM y", locale=t.language)
