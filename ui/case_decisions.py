"""What people decide about an overlap or a gap: the words, the small form, and the list of all decisions."""

from datetime import date as day

import streamlit as st

from charts.chart import table
from charts.missing import records
from charts.numbers import date, number
from charts.text import clean
from data.decisions import Case, decide
from data.written import Unfinished
from definitions import clock
from locales import Translate, mark
from metrics import places
from ui import furniture
from ui.session import Visit

DECISIONS = {
    "open": mark("not decided yet"), "confirmed": mark("confirmed"), "dismissed": mark("dismissed"),
    "action": mark("action agreed"),
}  # fmt: skip

CHOICES = {
    "action": mark("Agree on an action"), "confirmed": mark("Confirm: it is so"),
    "dismissed": mark("Dismiss: it is no problem"), "reopened": mark("Open it again"),
}  # fmt: skip

LACKING = {
    "decided_by": mark("Please write your name, so that others know whom to ask."),
    "reason": mark("Please write in a few words why."),
    "owner": mark("Please write who takes the action."),
    "due": mark("Please choose until when."),
}


def decision_words(case: dict, t: Translate) -> str:
    """ "tindakan disepakati oleh Sari, 3 November 2026: … · PIC Budi · paling lambat 1 Desember 2026"."""
    word = t(DECISIONS.get(case["decision"], DECISIONS["open"]))
    if case["decision"] == places.OPEN:
        return word
    by = t("{decision} by {name} on {date}", decision=word, name=case["decided_by"],
           date=date(clock.day_of(case["decided_at"]), t))  # fmt: skip
    return " · ".join(filter(None, (
        by, case["reason"], t("PIC: {name}", name=case["owner"]) if case["owner"] else "",
        t("due {date}", date=date(case["due"], t)) if case["due"] else "",
    )))  # fmt: skip


def decide_on(here: Visit, case: dict, kind: str, position: int) -> None:
    """A small form: what, why, who; for an action also by whom and until when."""
    t, key = here.t, f"{kind}_{position}"
    with st.popover(t("Decide"), key=f"{key}_decide"), st.form(f"{key}_form", border=False):
        is_open, has_grown = case["decision"] == places.OPEN, bool(case.get("joined"))
        options = [one for one in CHOICES if has_grown or (one == "reopened") != is_open]
        chosen = st.radio(t("Decision"), options, format_func=lambda one: t(CHOICES[one]), key=f"{key}_choice")
        reason = st.text_input(t("Why, or what is to be done"), key=f"{key}_reason", max_chars=400)
        owner = st.text_input(t("Who takes it on (for an action)"), key=f"{key}_owner", max_chars=120)
        due: day | None = st.date_input(
            t("Until when (for an action)"), value=None, key=f"{key}_due", format="DD/MM/YYYY"
        )
        by = st.text_input(t("Your name"), value=st.session_state.get("my_name", ""), key=f"{key}_by", max_chars=120)
        if st.form_submit_button(t("Keep this decision"), type="primary"):
            about = Case(kind, case["case_key"], case.get("first_day"), case.get("last_day"))
            try:
                decide(here.store, about, chosen, decided_by=by, reason=reason, owner=owner, due=due)
            except Unfinished as unfinished:
                st.warning(t(LACKING[unfinished.args[0]]))
            else:
                st.session_state["my_name"] = by
                st.rerun()


def log(here: Visit, kind: str) -> None:
    """Every decision there ever was, newest first; none is ever overwritten."""
    t = here.t
    rows = records(places.decisions(here.store, kind))
    if not rows:
        return
    with st.expander(t("All decisions ({n})", n=number(len(rows), t))):
        words = DECISIONS | {"reopened": mark("opened again")}
        listed = [
            [
                date(clock.day_of(row["decided_at"]), t),
                case_name(row["case_key"]),
                t(words[row["decision"]]),
                row["decided_by"] or "—",
                row["reason"] or "—",
                row["owner"] or "—",
                date(row["due"], t),
            ]
            for row in rows
        ]
        heads = [t("Date"), t("About"), t("Decision"), t("By"), t("Why"), t("PIC"), t("Due")]
        furniture.text_table(table(listed, heads))


def case_name(key: str) -> str:
    """A case by its key, readable: "kelas ibu hamil · 33.29 · ibu hamil · GEMATI+TANDUR"."""
    return clean(" · ".join(part for part in key.split("|")[1:] if part))
