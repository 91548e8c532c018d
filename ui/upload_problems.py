"""What must be corrected, and apart from it what is only worth a look; and the user's own workbook with both marked."""

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

import pandas as pd
import streamlit as st

from charts.numbers import number
from data.intake import Outcome
from data.problems import Problem
from locales import Translate
from ui.downloads import XLSX
from ui.furniture import text_table
from ui.upload_groups import show_accepted, show_groups
from ui.upload_words import kind
from ui.upload_work import Work

ROWS = 12
XLSM = "application/vnd.ms-excel.sheet.macroEnabled.12"
Found = tuple[str, Problem]
"""A file name and a problem in it."""


def found_in(outcomes: Sequence[Outcome], *, stops: bool) -> list[Found]:
    """The problems that stop, or the warnings, of all files in order."""
    return [(outcome.file_name, problem)
            for outcome in outcomes for problem in outcome.problems if problem.stops is stops]  # fmt: skip


def to_correct(work: Work, position: int, t: Translate) -> None:
    """How many things to correct in a file, the two ways to do it, and the groups."""
    outcome = work.outcomes[position]
    stops = outcome.stops
    st.header(t.plural("{n} thing to correct, then it can be stored", "{n} things to correct, then it can be stored",
                          len(stops), n=number(len(stops), t)), anchor=False)  # fmt: skip
    if outcome.is_refused:
        for problem in stops:
            st.text(problem.explanation(t))
        return
    st.text(
        t(
            "Accept a proposal or type a value here; or take your workbook with the cells marked, correct it in "
            "Excel, and put it above again. Your file is unchanged and nothing is lost."
        )
    )
    downloads(work, position, t)
    show_groups(work, position, stops, t, f"stops_{position}")


def downloads(work: Work, position: int, t: Translate) -> None:
    """The user's own workbook: with its problems marked; and with what was accepted here written in."""
    outcome = work.outcomes[position]
    if work.workbook(position) is None or not (outcome.problems or outcome.corrections):
        return
    with st.container(horizontal=True, key=f"downloads_{position}"):
        if any(problem.sheet for problem in outcome.problems):
            _download(t("My workbook with the cells marked"), work, position, t, has_values=False)
        if outcome.corrections:
            _download(t("My workbook, corrected"), work, position, t, has_values=True)


def _download(label: str, work: Work, position: int, t: Translate, *, has_values: bool) -> None:
    """Made when it is asked for: marking a large workbook takes a moment."""
    path = PurePath(work.outcomes[position].file_name)
    is_macro = path.suffix.lower() == ".xlsm"
    ending = t("corrected") if has_values else t("check")
    st.download_button(
        label, lambda: work.marked(position, t.language, has_values=has_values),
        f"{path.stem[:100]} ({ending}){'.xlsm' if is_macro else '.xlsx'}", XLSM if is_macro else XLSX,
        key=f"marked_{position}_{has_values}", icon=":material/download:", on_click="ignore",
        help=t("Everything else in it stays as it is. The first sheet, PERIKSA or CHECK, lists every cell with a link.")
    )  # fmt: skip


def to_look_at(work: Work, position: int, t: Translate) -> None:
    """What does not stand in the way of one file; folded away, with what was accepted."""
    show_accepted(work, position, t)
    warnings = [problem for problem in work.outcomes[position].warnings if problem.code != "already_stored"]
    if warnings:
        label = t.plural("{n} note; it does not stand in the way", "{n} notes; they do not stand in the way",
                         len(warnings), n=number(len(warnings), t))  # fmt: skip
        with st.expander(label, icon=":material/info:", key=f"notes_{position}"):
            if not work.outcomes[position].stops:
                downloads(work, position, t)
            show_groups(work, position, warnings, t, f"notes_{position}")


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
