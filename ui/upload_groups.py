"""Problems grouped by what mends them: a sentence, a count, the cells, and the way to take what is proposed.

Accepting changes no file: the values are taken in place of the cells when the upload is stored, and kept in the ledger.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from charts.numbers import number
from data.corrections import Correction, accepted, rows_to_leave_out, without_row
from data.problems import Problem
from locales import Translate
from ui.literal import literal
from ui.upload_words import kind
from ui.upload_work import SOON, Work

CELLS, GROUPS = 5, 10
_OF_FIGURES = ("not_a_number", "word_for_number", "error_cell", "formula_without_value")


@dataclass(frozen=True)
class Group:
    """Problems of one kind in one column, mended in the same way."""

    code: str
    sheet: str | None
    header: str | None
    problems: tuple[Problem, ...]

    @property
    def proposed(self) -> list[Problem]:
        """Those for which a value is proposed."""
        return [problem for problem in self.problems if can_be_taken(problem)]

    @property
    def key(self) -> str:
        return f"{self.code}|{self.sheet}|{self.header}|{bool(self.proposed)}"


def grouped(problems: Sequence[Problem]) -> list[Group]:
    """The groups, those with a proposal first: they cost one click."""
    found: dict[tuple, list[Problem]] = {}
    for problem in problems:
        key = (problem.code, problem.sheet, problem.header, can_be_taken(problem))
        found.setdefault(key, []).append(problem)
    groups = [Group(*key[:3], tuple(members)) for key, members in found.items()]
    return sorted(groups, key=lambda group: not group.proposed)


def can_be_taken(problem: Problem) -> bool:
    """Whether the proposal is a value for a cell."""
    return problem.repair is not None and problem.cell is not None and problem.question is None


def show_groups(work: Work, position: int, problems: Sequence[Problem], t: Translate, key: str) -> None:
    """Every group of one file, a page of groups at a time; above them one button for all proposals."""
    groups = grouped(problems)
    proposed = [problem for group in groups for problem in group.proposed]
    if len(proposed) > 1 and len([group for group in groups if group.proposed]) > 1:
        st.button(
            t("Accept all {n} proposals", n=number(len(proposed), t)),
            key=f"{key}_accept_all",
            icon=":material/done_all:",
            on_click=_take,
            args=(work, position, proposed),
        )
    pages = -(-len(groups) // GROUPS)
    page = min(st.session_state.get(f"{key}_page", 1), pages)
    for at, group in enumerate(groups[(page - 1) * GROUPS : page * GROUPS]):
        with st.expander(_title(group, t), expanded=at == 0 or len(groups) <= 3, icon=_icon(group)):
            _group(work, position, group, t, f"{key}_{group.key}")
    if pages > 1:
        st.pagination(pages, key=f"{key}_page")


def show_accepted(work: Work, position: int, t: Translate) -> None:
    """What was accepted for a file, and the way back."""
    corrections = list(work.corrections(position))
    if not corrections:
        return
    label = t.plural(
        "{n} correction accepted here", "{n} corrections accepted here", len(corrections), n=number(len(corrections), t)
    )
    with st.expander(label, icon=":material/edit_note:"):
        st.text(t("Your file is unchanged. These values are taken in place of the cells when the file is stored."))
        for each in corrections[: 4 * CELLS]:
            _accepted_row(work, position, each, t)
        if len(corrections) > 4 * CELLS:
            st.caption(t("The first {n} of {m} are shown.", n=number(4 * CELLS, t), m=number(len(corrections), t)))
        st.button(
            t("Take all of them back"),
            key=f"back_all_{position}",
            on_click=_back,
            icon=":material/undo:",
            args=(work, position, corrections),
        )


def _icon(group: Group) -> str:
    return ":material/auto_fix_high:" if group.proposed else ":material/edit:"


def _title(group: Group, t: Translate) -> str:
    first = group.problems[0]
    parts = (kind(first, t), group.sheet, group.header)
    return literal(" · ".join(part for part in parts if part)) + f" · {number(len(group.problems), t)}"


@st.fragment
def _group(work: Work, position: int, group: Group, t: Translate, key: str) -> None:
    """One group. A fragment: turning a page leaves the rest of the screen alone."""
    if len(group.proposed) > 1 and st.button(
        t("Apply to all {n}", n=number(len(group.proposed), t)),
        key=f"{key}_all",
        type="primary",
        icon=":material/done_all:",
        on_click=_take,
        args=(work, position, group.proposed),
    ):
        st.rerun()  # the whole page: other groups, and what storing would change
    _leave_out_all(work, position, group, t, key)
    pages = -(-len(group.problems) // CELLS)
    page = min(st.session_state.get(f"{key}_cells", 1), pages)
    first = (page - 1) * CELLS
    for at, problem in enumerate(group.problems[first : first + CELLS], first):
        cell = f"{position}_{problem.code}_{problem.sheet}_{problem.cell}"  # what was typed stays with its cell
        again = sum(other.cell == problem.cell for other in group.problems[:at])
        _problem(work, position, problem, t, f"{cell}_{again}" if again else cell)
    if pages > 1:
        st.pagination(pages, key=f"{key}_cells")


def _problem(work: Work, position: int, problem: Problem, t: Translate, key: str) -> None:
    """One cell: where it is and what is said of it; and a place for the value, with the proposal in it."""
    is_open = problem.cell is not None and problem.sheet is not None and problem.question is None
    with st.container(key=f"row_{key}"):
        if not is_open:
            st.text(problem.sentence(t))
            return
        said, given = st.columns([6, 5], vertical_alignment="bottom")
        said.markdown(f"**{literal(problem.cell)}** · {literal(problem.explanation(t))}")
        with given:
            _value(work, position, problem, t, f"value_{key}")
        if rows := rows_to_leave_out(problem):
            _leave_out_one(work, position, problem, rows, t, key)


def _value(work: Work, position: int, problem: Problem, t: Translate, field: str) -> None:
    """The value to take for a cell; a form, so that Enter takes it and leaving the box alone does not."""
    with st.form(f"form_{field}", border=False, enter_to_submit=True):
        value, button = st.columns([3, 2], vertical_alignment="bottom")
        words = t("a value, or - if there is none yet") if problem.code in _OF_FIGURES else t("another value")
        value.text_input(
            t("Value for cell {cell}", cell=literal(problem.cell)),
            key=field,
            max_chars=500,
            value=problem.proposal,
            label_visibility="collapsed",
            placeholder=words,
        )
        if button.form_submit_button(
            t("Take it"),
            key=f"use_{field}",
            on_click=_take_typed,
            width="stretch",
            args=(work, position, problem, field),
            icon=":material/check:",
        ):
            st.rerun()


def _leave_out_one(work: Work, position: int, problem: Problem, rows: Sequence[int], t: Translate, key: str) -> None:
    """The way to do without a row: of twins, either of the two."""
    with st.container(horizontal=True, key=f"leave_{key}"):
        for row in rows:
            if st.button(
                t("Leave out row {row}", row=row),
                key=f"leave_{key}_{row}",
                on_click=_leave_out,
                args=(work, position, [(problem.sheet, row)]),
                type="tertiary",
                icon=":material/playlist_remove:",
                help=t("Your file stays as it is; the row is not stored, and the receipt says so."),
            ):
                st.rerun()


def _leave_out_all(work: Work, position: int, group: Group, t: Translate, key: str) -> None:
    """Of many problems of a kind: every row with one, of twins the later."""
    rows = list(dict.fromkeys((each.sheet, found[-1]) for each in group.problems if (found := rows_to_leave_out(each))))
    if len(rows) > 1 and st.button(
        t("Leave out these {n} rows", n=number(len(rows), t)),
        key=f"{key}_leave_all",
        on_click=_leave_out,
        args=(work, position, rows),
        icon=":material/playlist_remove:",
    ):
        st.rerun()


def _accepted_row(work: Work, position: int, each: Correction, t: Translate) -> None:
    told, button = st.columns([9, 2], vertical_alignment="center")
    where = each.cell if each.row is None else t("row {row}", row=each.row)
    becomes = literal(each.shown) if each.row is None else t("left out")
    told.markdown(f"**{literal(each.sheet)} · {literal(where)}** · {literal(each.found) or '—'} → {becomes}")
    button.button(
        t("Take back"),
        key=f"back_{position}_{each.sheet}_{each.cell}",
        on_click=_back,
        width="stretch",
        args=(work, position, [each]),
    )


def _take(work: Work, position: int, problems: Sequence[Problem]) -> None:
    workbook = work.workbook(position)
    work.correct(position, [each for problem in problems for each in accepted(workbook, problem, problem.proposal)])
    work.wait(SOON)


def _take_typed(work: Work, position: int, problem: Problem, field: str) -> None:
    """The typed value; an empty field is no value."""
    if text := st.session_state[field].strip():
        work.correct(position, accepted(work.workbook(position), problem, text))
        work.wait(SOON)


def _leave_out(work: Work, position: int, rows: Sequence[tuple[str, int]]) -> None:
    workbook = work.workbook(position)
    work.correct(position, [each for sheet, row in rows for each in without_row(workbook, sheet, row)])
    work.wait(SOON)


def _back(work: Work, position: int, corrections: Sequence[Correction]) -> None:
    work.take_back(position, [(each.sheet, each.cell) for each in corrections])
    work.wait(SOON)
