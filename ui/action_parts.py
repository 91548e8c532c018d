"""Agreeing on an action, the list of all, and what becomes of each."""

from collections.abc import Callable
from datetime import date as date_
from datetime import timedelta
from functools import partial

import streamlit as st

from charts.missing import records
from charts.numbers import date, number
from data.actions import About, edition, not_past, note, take
from data.written import Unfinished
from definitions import clock
from locales import mark
from metrics.actions import actions
from ui import answers, furniture, session
from ui.action_words import STATES, by_when, lacking_words, state_of, then_and_now
from ui.filters import Filters
from ui.literal import literal
from ui.session import Visit

NAME = "my_name"
_KEPT = "actions_kept"
USUAL_DAYS = 30
OVERLAPS = "pages/places.py"
WHAT_BECOMES = {"done": mark("Done"), "moved": mark("Another day"), "dropped": mark("Drop it")}


def listed(here: Visit) -> list[dict]:
    """Every action, the late ones first."""
    return session.remembered(_rows, here, edition(here.store))


def _rows(here: Visit, _edition: int) -> list[dict]:
    return records(actions(here.store, here.as_of))


def open_ones(here: Visit) -> list[dict]:
    """Those that are still to be done."""
    return [row for row in listed(here) if row["state"] == "open"]


def choices(here: Visit) -> dict[str, str]:
    """What the list can show, each with its count."""
    t, rows = here.t, listed(here)
    words = {"open": t("Still open"), "late": t("▼ Late"), "done": t("▲ Done"), "dropped": t("✖ Dropped")}
    count = {"open": sum(row["state"] == "open" for row in rows), "late": sum(bool(row["is_late"]) for row in rows)}
    count |= {state: sum(row["state"] == state for row in rows) for state in ("done", "dropped")}
    return {key: f"**{number(count[key], t)}** {literal(word)}" for key, word in words.items()}


def owners(here: Visit) -> dict[str, str]:
    """Who has taken something on: "" for everybody."""
    names = sorted({row["owner"] for row in listed(here) if row["owner"]}, key=str.casefold)
    return {"": here.t("Everybody")} | {name: name for name in names}


def show_list(here: Visit, shown: str, owner: str) -> None:
    """The actions of a state and a person, each with what may become of it."""
    rows = [row for row in listed(here) if (row["is_late"] if shown == "late" else row["state"] == shown)
            and owner in ("", row["owner"])]  # fmt: skip
    if not rows:
        st.text(here.t("Nothing in this list."))
    for row in rows:
        one(here, row)


def one(here: Visit, row: dict) -> None:
    """An action: what, who, by when, the figure beside it, and the buttons."""
    t = here.t
    now = now_of(here, row)
    with st.container(border=True):
        st.markdown(f"**{literal(row['what'])}** · {literal(t(STATES[state_of(row)]))}")
        st.text(by_when(row, t))
        if beside := then_and_now(row, now, t):
            st.text(beside)
        told = [t("agreed {date}, written down by {name}", date=date(clock.day_of(row["taken_at"]), t),
                  name=row["taken_by"])]  # fmt: skip
        if row["note"]:
            told.append(f"{row['noted_by']}: {row['note']}")
        st.caption(literal(" · ".join(told)))
        if row["origin"] != "meeting":
            st.page_link(OVERLAPS, label=t("Agreed about an overlap or a gap: see Places & activities"))
        elif row["state"] == "open":
            becomes(here, row)
        else:
            st.button(t("Open it again"), key=f"again_{row['action_id']}", on_click=_noted,
                      args=(here, row["action_id"], "reopened"))  # fmt: skip


def now_of(here: Visit, row: dict) -> dict | None:
    """The row of the indicator as it stands now, for the same partner and place as when the action was agreed."""
    if not row["indicator"]:
        return None
    chosen = Filters(row["programme"], row["partner"], row["place"])
    return session.remembered(answers.row_of, here, chosen, row["indicator"])


def becomes(here: Visit, row: dict) -> None:
    """A small form: done, another day, dropped."""
    t, key = here.t, f"action_{row['action_id']}"
    with st.popover(t("What became of it"), key=f"{key}_becomes"), st.form(f"{key}_form", border=False):
        event = st.radio(t("What became of it"), list(WHAT_BECOMES), key=f"{key}_event", horizontal=True,
                         format_func=lambda one: t(WHAT_BECOMES[one]), label_visibility="collapsed")  # fmt: skip
        words = st.text_input(t("In a few words (why, or what came of it)"), key=f"{key}_words")
        due = st.date_input(t("The new day (for another day)"), value=None, key=f"{key}_due", format="DD/MM/YYYY")
        by = st.text_input(t("Your name"), value=st.session_state.get(NAME, ""), key=f"{key}_by")
        if st.form_submit_button(t("Keep"), type="primary"):
            keep(here, by, partial(note, here.store, row["action_id"], event, by, words=words, due=due),
                 due if event == "moved" else None)  # fmt: skip


def _noted(here: Visit, action: int, event: str) -> None:
    note(here.store, action, event, st.session_state.get(NAME) or here.t("somebody"))


def form(here: Visit, about: About, key: str = "new_action") -> None:
    """A new action. The page is drawn anew when it is kept, and the next form is an empty one."""
    t, n_kept = here.t, st.session_state.get(_KEPT, 0)
    key = f"{key}_{n_kept}" if n_kept else key
    with st.form(key, border=False):
        what = st.text_area(t("What is to be done"), key=f"{key}_what", height=80)
        owner = st.text_input(t("Who takes it on"), key=f"{key}_owner")
        due = st.date_input(t("Until when"), value=here.as_of + timedelta(days=USUAL_DAYS), key=f"{key}_due",
                            format="DD/MM/YYYY")  # fmt: skip
        by = st.text_input(t("Your name"), value=st.session_state.get(NAME, ""), key=f"{key}_by")
        if st.form_submit_button(t("Keep this action"), type="primary"):
            keep(here, by, partial(take, here.store, what, owner, due, by, about), due)


def keep(here: Visit, by: str, write: Callable[[], object], due: date_ | None = None) -> None:
    """Write it and draw the page anew; or say what is missing, and leave the form as it is."""
    try:
        not_past(due, here.as_of)
        write()
    except Unfinished as unfinished:
        st.warning(lacking_words(unfinished, here.t))
        return
    st.session_state[NAME] = by
    st.session_state[_KEPT] = st.session_state.get(_KEPT, 0) + 1
    st.rerun()


def about_indicator(here: Visit, chosen: Filters, indicator: str | None) -> About:
    """What stands on the wall: the choice, and the figure of the indicator on it."""
    row = session.remembered(answers.row_of, here, chosen, indicator) if indicator else None
    figures = {} if row is None else {"indicator": indicator, "value": row["actual"], "unit": row["unit"],
                                      "status": row["status"], "period": row["actual_period"]}  # fmt: skip
    return About(programme=chosen.programme, partner=chosen.partner, place=chosen.place, **figures)


def nothing_yet(here: Visit) -> None:
    """For a forum that has agreed on nothing yet."""
    t = here.t
    furniture.empty(
        t("No action has been agreed on yet"),
        t("Press A on the meeting screen while a chart is on the wall, or write one down here. The figure of that day "
          "is kept with it."), t("To the meeting screen"), "pages/meeting.py",
    )  # fmt: skip
