"""What must be corrected, and apart from it what is only worth a look: all of it, a page at a time."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from charts.numbers import number
from data.intake import Outcome
from data.problems import Problem
from locales import Translate
from ui.furniture import text_table
from ui.upload_problem_list import problem_list
from ui.upload_words import kind

ROWS = 12
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Found = tuple[str, Problem]
"""A file name and a problem in it."""


def found_in(outcomes: Sequence[Outcome], *, stops: bool) -> list[Found]:
    """The problems that stop, or the warnings, of all files in order."""
    return [(outcome.file_name, problem)
            for outcome in outcomes for problem in outcome.problems if problem.stops is stops]  # fmt: skip


def to_correct(outcomes: Sequence[Outcome], t: Translate) -> None:
    """How many things to correct, what to do, the list to take along, and the list here."""
    stops = found_in(outcomes, stops=True)
    st.subheader(t.plural("{n} thing to correct, then it can be stored", "{n} things to correct, then it can be stored",
                          len(stops), n=number(len(stops), t)), anchor=False)  # fmt: skip
    st.text(t("Your file is unchanged and nothing is lost. Correct these cells in Excel, save, and put the file "
              "above again."))
    if any(problem.cell for _file, problem in stops):
        st.download_button(t("Take the list along (Excel)"), problem_list(outcomes, t), _list_name(t), XLSX,
                           key="problem_list", icon=":material/download:", on_click="ignore")  # fmt: skip
    paged(stops, t, "stops", has_files=len(outcomes) > 1)


def to_look_at(outcomes: Sequence[Outcome], t: Translate) -> None:
    """What does not stand in the way; folded away."""
    warnings = [found for found in found_in(outcomes, stops=False) if found[1].code != "already_stored"]
    if warnings:
        label = t.plural("{n} note; it does not stand in the way", "{n} notes; they do not stand in the way",
                         len(warnings), n=number(len(warnings), t))  # fmt: skip
        with st.expander(label, icon=":material/info:"):
            paged(warnings, t, "notes", has_files=len(outcomes) > 1)


@st.fragment
def paged(found: Sequence[Found], t: Translate, key: str, *, has_files: bool) -> None:
    """The list by kind and by page. A fragment: turning a page leaves the rest of the screen alone."""
    counts = Counter(kind(problem, t) for _file, problem in found)
    chosen = None
    if len(counts) > 1:
        chosen = st.pills(t("Kind"), list(counts), key=f"{key}_kind", label_visibility="collapsed",
                          format_func=lambda name: f"{name} ({number(counts[name], t)})")  # fmt: skip
    shown = [(file, problem) for file, problem in found if chosen is None or kind(problem, t) == chosen]
    pages = -(-len(shown) // ROWS)
    page = min(st.session_state.get(f"{key}_page", 1), pages)
    text_table(table(shown[(page - 1) * ROWS : page * ROWS], t, has_files=has_files))
    if pages > 1:
        st.pagination(pages, key=f"{key}_page")
        st.caption(t("{first}–{last} of {n}", first=number((page - 1) * ROWS + 1, t),
                     last=number(min(page * ROWS, len(shown)), t), n=number(len(shown), t)))  # fmt: skip


def table(found: Sequence[Found], t: Translate, *, has_files: bool) -> pd.DataFrame:
    """Where it is and what to do, as texts; the file only where there are several."""
    said = t("What to do") if any(problem.stops for _file, problem in found) else t("Note")
    rows = [{
        t("File"): file, t("Sheet"): problem.sheet or "—", t("Cell"): problem.cell or "—",
        t("Column"): problem.header or "—",
        said: problem.explanation(t),
    } for file, problem in found]  # fmt: skip
    frame = pd.DataFrame(rows)
    return frame if has_files else frame.drop(columns=t("File"))


def _list_name(t: Translate) -> str:
    return "periksa.xlsx" if t.language == "id" else "to-correct.xlsx"
