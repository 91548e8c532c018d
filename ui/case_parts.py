"""Overlaps and gaps as cards: what was found, worded as a question, and the decision that people take about it."""

from typing import Any

import streamlit as st

from charts.missing import records
from charts.numbers import date, number
from locales import Translate, mark
from metrics import places
from ui import answers, case_decisions, furniture, session
from ui.filters import Filters
from ui.literal import literal
from ui.places_parts import decisions_made, where
from ui.session import Visit

CARDS = 8  # on one page
SEVERITIES = {  # neutral words; the order is the order of the list
    "likely_duplication": mark("◆ More is planned than needed"),
    "unclear": mark("○ Need or plan not known"),
    "co_presence": mark("● Side by side"),
}


def overlaps(here: Visit, chosen: Filters) -> None:
    """Where partners meet, most pressing first; each can be decided about."""
    t = here.t
    found = session.remembered(overlap_cases, here, chosen, decisions_made(here))
    furniture.section(overlap_finding(found, t))
    st.text(
        t(
            "The same activity, in the same place, for the same people, at the same time. A hint to ask the partners, "
            "not a verdict."
        )
    )
    cards(here, found, "overlap")


def gaps(here: Visit, chosen: Filters) -> None:
    """Where there is a need or a target and nobody works on it."""
    t = here.t
    found = session.remembered(gap_cases, here, chosen, decisions_made(here))
    waiting = [case for case in found if case["decision"] == places.OPEN]
    furniture.section(t.plural("{n} need or target is not covered", "{n} needs and targets are not covered",
                               len(waiting), n=number(len(waiting), t)))  # fmt: skip
    st.text(
        t(
            "Somebody stated the need, or set the target, and no activity or report speaks of it, or the plans reach "
            "only a part of the people. It may be that the work is done and was not reported."
        )
    )
    cards(here, found, "gap")


def overlap_cases(here: Visit, chosen: Filters, _decisions: int) -> list[dict[str, Any]]:
    """One entry a case, its pairs of partners together: what, where, who, days, planned, need, decision."""
    cases: dict[tuple, dict[str, Any]] = {}
    for row in records(places.overlaps(here.store, here.as_of, **where(chosen))):
        case = cases.setdefault((row["case_key"], row["run"]), row | {"who": set()})
        case["who"] |= {row["partner"], row["other_partner"]}
        case["first_day"] = min(case["first_day"], row["first_day"])
        case["last_day"] = max(case["last_day"], row["last_day"])
    order = list(SEVERITIES)
    return sorted(cases.values(), key=lambda case: (not _is_open(case), order.index(case["severity"]),
                                                    -case["last_day"].toordinal()))  # fmt: skip


def gap_cases(here: Visit, chosen: Filters, _decisions: int) -> list[dict[str, Any]]:
    """One entry a need or target without a partner, the largest first."""
    rows = records(places.gaps(here.store, here.as_of, **where(chosen)))
    return sorted(rows, key=lambda row: (row["decision"] != places.OPEN, -(row["missing"] or 0)))


def _is_open(case: dict[str, Any]) -> bool:
    """Not decided yet, or not since another partner has joined."""
    return case["decision"] == places.OPEN or bool(case["joined"])


def overlap_finding(cases: list[dict], t: Translate) -> str:
    """How many there are, and of how many more is planned than needed."""
    waiting = [case for case in cases if _is_open(case)]
    more = sum(case["severity"] == "likely_duplication" for case in waiting)
    if not waiting:
        return t("No overlap waits for a decision")
    return t.plural(
        "{n} overlap to talk about; in {m} of them more is planned than needed",
        "{n} overlaps to talk about; in {m} of them more is planned than needed",
        len(waiting), n=number(len(waiting), t), m=number(more, t))  # fmt: skip


def cards(here: Visit, found: list[dict], kind: str) -> None:
    """The cases, a page at a time, and what was decided before."""
    t = here.t
    if not found:
        st.text(t("Nothing of this kind in this selection."))
    pages = max(-(-len(found) // CARDS), 1)
    page = min(st.session_state.get(f"{kind}_page", 1), pages)
    for position, case in enumerate(found[(page - 1) * CARDS : page * CARDS]):
        with st.container(border=True, key=f"{kind}_{position}"):
            words, button = st.columns([6, 1], vertical_alignment="center")
            with words:
                card(here, case, kind)
            with button:
                case_decisions.decide_on(here, case, kind, position)
    if pages > 1:
        st.pagination(pages, key=f"{kind}_page")
    case_decisions.log(here, kind)


def card(here: Visit, case: dict, kind: str) -> None:
    """What was found, in words, and what was decided about it."""
    t = here.t
    st.markdown(f"**{literal(headline(case, here))}**")
    st.text((overlap_words if kind == "overlap" else gap_words)(case, here))
    st.caption(literal(case_decisions.decision_words(case, t)))
    if case.get("joined"):
        st.caption(literal(joined_words(case["joined"].split("+"), here)))


def joined_words(partners: list[str], here: Visit) -> str:
    """Who has come since the decision."""
    known = session.remembered(answers.known_names, here)["partner"]
    return here.t.plural(
        "{n} more partner has joined since the decision: {partners}.",
        "{n} more partners have joined since the decision: {partners}.",
        len(partners), n=number(len(partners), here.t),
        partners=", ".join(known.get(code, code) for code in partners))  # fmt: skip


def headline(case: dict, here: Visit) -> str:
    """What and where: "Kelas ibu hamil · Kabupaten Brebes"."""
    if case.get("kind") == "target":
        known = session.remembered(answers.known_names, here)["indicator"]
        return f"{known.get(case['indicator'], case['indicator'])} · {case['place_name']}"
    return f"{case['activity'] or case['sector']} · {case['place_name']}"


def overlap_words(case: dict, here: Visit) -> str:
    """Who, when, for whom, how many planned, how many need it."""
    t, known = here.t, session.remembered(answers.known_names, here)["partner"]
    partners = ", ".join(sorted(known.get(code, code) for code in case["who"]))
    first, last = date(case["first_day"], t), date(case["last_day"], t)
    says = t("{partners}: together on {day}", partners=partners, day=first)
    if first != last:
        says = t("{partners}: together from {first} to {last}", partners=partners, first=first, last=last)
    whom = t("for {people}", people=case["people_group"]) if case["people_group"] else ""
    planned = t("{n} planned", n=number(case["planned_total"], t))
    need = {
        "need": t("{n} in need", n=number(case["need"], t)),
        "target": t("target of {n}", n=number(case["need"], t)),
    }
    stated = need.get(case["need_source"] or "", t("need not stated"))
    missing = t("{n} without a plan", n=number(case["without_plan"], t)) if case["without_plan"] else ""
    return (
        f"{t(SEVERITIES[case['severity']])}. " + " · ".join(filter(None, (says, whom, planned, stated, missing))) + "."
    )


def gap_words(case: dict, here: Visit) -> str:
    """How many need it, who says so, since when."""
    t = here.t
    if case["kind"] == "target":
        return t("A target of {n} was set for this place; nobody reports on it and nobody works there.",
                 n=number(case["people"], t))  # fmt: skip
    whom = case["people_group"] or t("people")
    if case["planned"]:
        need = t("{n} {whom} need it, plans reach {planned}: {missing} are left",
                 n=number(case["people"], t), whom=whom,
                 planned=number(case["planned"], t), missing=number(case["missing"], t))  # fmt: skip
    else:
        need = t("{n} {whom} need it and no partner is there", n=number(case["people"], t), whom=whom)
    said = [need,
            t("source: {source}", source=case["source"]) if case["source"] else "",
            t("known on {date}", date=date(case["since"], t)) if case["since"] else ""]  # fmt: skip
    return " · ".join(filter(None, said)) + "."
