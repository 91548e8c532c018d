"""Many files at once: what came of each, which one to look at, and the list of all problems to take along."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from charts.missing import NOT_REPORTED
from charts.numbers import number
from data.choices import asks
from data.intake import Outcome
from locales import Translate
from ui.downloads import XLSX
from ui.furniture import text_table
from ui.session import Visit
from ui.upload_problem_list import problem_list
from ui.upload_work import Work

ROWS = 12
FATES = ("correct", "asked", "refused", "stored", "ready", "known")


def summary(work: Work, here: Visit) -> None:
    """One row a file: ready, to correct, with questions, refused or known already."""
    t, outcomes = here.t, told_apart(work.outcomes)
    counts = dict.fromkeys(FATES, 0)
    for outcome in outcomes:
        counts[fate(outcome)] += 1
    said = [
        t("{n} ready", n=number(counts["ready"], t)) if counts["ready"] else "",
        t("{n} stored", n=number(counts["stored"], t)) if counts["stored"] else "",
        t("{n} to correct", n=number(counts["correct"], t)) if counts["correct"] else "",
        t("{n} with questions", n=number(counts["asked"], t)) if counts["asked"] else "",
        t("{n} cannot be read", n=number(counts["refused"], t)) if counts["refused"] else "",
        t("{n} stored before", n=number(counts["known"], t)) if counts["known"] else "",
    ]
    st.header(t("{n} files: {what}", n=number(len(outcomes), t), what=" · ".join(filter(None, said))), anchor=False)
    _table(sorted(outcomes, key=lambda outcome: FATES.index(fate(outcome))), t)
    if work.has_stops:
        st.download_button(
            t("Take the list along (Excel)"),
            lambda: problem_list(outcomes, t),
            "periksa.xlsx" if t.language == "id" else "to-correct.xlsx",
            XLSX,
            key="problem_list",
            icon=":material/download:",
            on_click="ignore",
        )


@st.fragment
def _table(outcomes: list[Outcome], t: Translate) -> None:
    """What needs a hand comes first. A fragment: turning a page leaves the rest of the screen alone."""
    pages = -(-len(outcomes) // ROWS)
    page = min(st.session_state.get("summary_page", 1), pages)
    text_table(pd.DataFrame([_row(outcome, t) for outcome in outcomes[(page - 1) * ROWS : page * ROWS]]))
    if pages > 1:
        st.pagination(pages, key="summary_page")


def told_apart(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes under the names that are shown: of several files of one name the second is `laporan.xlsx (2)`."""
    seen: Counter[str] = Counter()
    shown = []
    for outcome in outcomes:
        seen[outcome.file_name] += 1
        turn = seen[outcome.file_name]
        shown.append(replace(outcome, file_name=f"{outcome.file_name} ({turn})") if turn > 1 else outcome)
    return shown


def fate(outcome: Outcome) -> str:
    """ready, stored, correct (there is something to correct), asked (nothing but questions), refused or known (stored
    before)."""
    if outcome.upload_id is not None:
        return "stored"
    if outcome.already_stored_as is not None:
        return "known"
    if outcome.is_refused:
        return "refused"
    if not outcome.stops:
        return "ready"
    return "asked" if all(map(asks, outcome.stops)) else "correct"


def picked(work: Work, t: Translate) -> int:
    """The place of the file to look at: the first with something to correct, unless another is chosen."""
    at = [place for place, outcome in enumerate(work.outcomes) if fate(outcome) not in ("stored", "known")]
    if not at:
        return 0
    first = next((place for place in at if work.outcomes[place].stops), at[0])
    if len(at) == 1:
        return first
    shown = told_apart(work.outcomes)
    chosen = st.selectbox(
        t("Look at one file"),
        at,
        index=at.index(first),
        key="upload_picked",
        format_func=lambda place: _choice(shown[place], t),
    )
    return first if chosen is None else chosen


def _choice(outcome: Outcome, t: Translate) -> str:
    stops = len(outcome.stops)
    questions = t.plural("{n} question", "{n} questions", stops, n=number(stops, t))
    said = {"ready": t("ready"), "asked": questions}.get(fate(outcome), t("{n} to correct", n=number(stops, t)))
    return f"{outcome.file_name} · {said}"


def _row(outcome: Outcome, t: Translate) -> dict[str, str]:
    words = {
        "ready": t("✓ ready"),
        "stored": t("✓ stored"),
        "correct": t("✎ to correct"),
        "asked": t("? with questions"),
        "refused": t("✕ cannot be read"),
        "known": t("= stored before"),
    }
    found = fate(outcome)
    counts = list(outcome.consequences.values())
    new, changed = (sum(count.get(name, 0) for count in counts) for name in ("new", "changed"))
    has_figures = found in ("ready", "stored")
    return {
        t("File"): outcome.file_name,
        t("What came of it"): words[found],
        t("Rows"): number(sum(outcome.rows.values()), t) if outcome.rows else NOT_REPORTED,
        t("New"): number(new, t) if has_figures else NOT_REPORTED,
        t("Changed"): number(changed, t) if has_figures else NOT_REPORTED,
        t("To do"): number(len(outcome.stops), t),
        t("Notes"): number(len(outcome.warnings), t),
    }
