"""The screen between upload and problems: what a file is taken for, where that is not sure, and how to say it."""

from collections.abc import Sequence
from pathlib import PurePath

import streamlit as st

from charts.numbers import number
from data.choices import asks, is_empty, without_answer
from data.mapping import mapping_text
from data.problems import Problem
from data.reading import Sheet
from data.recognise import SheetMapping
from locales import Translate
from ui.literal import literal
from ui.session import Visit
from ui.upload_mapping_columns import by_hand, columns_table
from ui.upload_mapping_questions import Card, cards, show, take
from ui.upload_mapping_words import answered, kind_name
from ui.upload_words import moment
from ui.upload_work import SOON, Work

_OPEN = "upload_mapping_open"


def is_needed(work: Work, position: int) -> bool:
    """Whether the file waits for somebody to say how it is to be read, or somebody wants to say it."""
    if position >= len(work.outcomes) or not work.sheets(position):
        return False
    return any(asks(problem) for problem in work.outcomes[position].stops) or _is_opened(work, position)


def mapping_screen(work: Work, position: int, here: Visit) -> None:
    """All questions of a file at once, every proposal chosen; below, how each sheet is read."""
    t = here.t
    asked = [problem for problem in work.outcomes[position].stops if asks(problem)]
    sheets = work.sheets(position)
    found = {sheet.name: cards(position, sheet.name, _answerable(asked, sheet.name)) for sheet in sheets}
    every = [card for of_sheet in found.values() for card in of_sheet]
    with st.container(key="upload_mapping"):
        _head(asked, every, t)
        _buttons(work, position, every, here)
        for sheet in sheets:
            _sheet(work, position, sheet, found[sheet.name], asked, here)


def kept_choices(work: Work, position: int, here: Visit) -> None:
    """By which choice a file is read, and the way to see and change it."""
    t = here.t
    earlier = work.earlier(position)
    if not any(not is_empty(each) for each in work.choices(position)):
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"kept_{position}"):
        if earlier:
            days = {moment(each.chosen_at, t) for each in earlier}
            names = ", ".join(dict.fromkeys(each.mapping.name for each in earlier))
            said = t("Read as last time, by the choice of {date}: {sheets}.", date=" · ".join(sorted(days)),
                     sheets=names)  # fmt: skip
        else:
            said = t("Read by your answers.")
        st.markdown(":material/history: " + literal(said))
        st.button(t("See and change"), key=f"change_reading_{position}", type="tertiary", on_click=_open,
                  args=(work, position), icon=":material/tune:")  # fmt: skip
        _download(work, position, t)


def _answerable(asked: Sequence[Problem], sheet: str) -> list[Problem]:
    """Those with a list of answers, or a field that one word gives."""
    return [each for each in asked if each.sheet == sheet and (each.question or each.code in ("no_year", "no_period"))]


def _head(asked: Sequence[Problem], every: Sequence[Card], t: Translate) -> None:
    if not asked:
        st.header(t("How the file is read"), anchor=False)
        return
    if every:
        said = t.plural("{n} question about how to read the file", "{n} questions about how to read the file",
                        len(every), n=number(len(every), t))  # fmt: skip
        st.header(said, anchor=False)
        st.text(t("Nothing was guessed. A proposal is chosen already; change it where it is wrong. "
                  "The answers are remembered for the next file of this shape."))  # fmt: skip
    else:
        st.header(t("Say what stands where, then it can be stored"), anchor=False)
        st.text(t("The file could not be read by itself. Say it once; it is remembered for the next file of this "
                  "shape."))  # fmt: skip


def _buttons(work: Work, position: int, every: Sequence[Card], here: Visit) -> None:
    t = here.t
    with st.container(horizontal=True, key="mapping_buttons"):
        if proposed := [card for card in every if card.question and card.question.proposed]:
            n = number(len(proposed), t)
            is_changed = any(st.session_state.get(card.key, card.question.proposed) != card.question.proposed
                             for card in proposed if card.question)  # fmt: skip
            accept = t("Accept all {n} proposals", n=n) if len(proposed) > 1 else t("Accept the proposal")
            label = t("Take all {n} answers as chosen", n=n) if is_changed else accept
            st.button(label, type="primary", key="accept_proposals", icon=":material/done_all:", on_click=_take_all,
                      args=(work, position, every))  # fmt: skip
            if len(asking := work.asking()) > 1:
                told = t("Each file's questions are shown when it is chosen above, under 'Look at one file'.")
                st.button(
                    t("Accept the proposals in all {n} files", n=number(len(asking), t)), key="accept_everywhere",
                    icon=":material/done_all:", on_click=_take_everywhere, args=(work, position, every), help=told,
                )  # fmt: skip
        if _is_opened(work, position):
            st.button(t("Done"), key="mapping_done", on_click=_close, icon=":material/check:")
        _download(work, position, t)


def _take_all(work: Work, position: int, every: Sequence[Card]) -> None:
    take(work, position, every, accepts=True)


def _take_everywhere(work: Work, position: int, every: Sequence[Card]) -> None:
    """What is chosen in the file on the screen stands; the others are taken as they are proposed."""
    work.accept_everywhere()
    _take_all(work, position, every)


def _sheet(
    work: Work, position: int, sheet: Sheet, of_sheet: Sequence[Card], asked: Sequence[Problem], here: Visit
) -> None:
    """One sheet: its questions, how its columns are read, and the way to say it by hand."""
    t = here.t
    unread = [each for each in asked if each.sheet in (sheet.name, None) and not each.question]
    lacking = [each for each in unread if each.code not in ("no_year", "no_period")]
    if not of_sheet and not lacking and not _is_opened(work, position):
        return
    proposed = work.proposed(position, sheet, work.choice(position, sheet))
    st.markdown(f"**{literal(t('Sheet {name}', name=sheet.name))}** · {literal(_said(proposed, t))}")
    for problem in lacking:
        st.text(problem.explanation(t))
    for card in of_sheet:
        show(work, position, card, here)
    _answers_given(work, position, work.choice(position, sheet), t)
    if not lacking and proposed.columns:
        with st.expander(t("How the columns are read")):
            columns_table(proposed, t)
    with st.expander(t("Say it by hand"), expanded=(bool(lacking) and sheet is work.sheets(position)[0]) or
                     any(each.sheet == sheet.name for each in lacking), icon=":material/edit:"):  # fmt: skip
        by_hand(work, position, sheet, here)


def _said(proposed, t: Translate) -> str:
    kind = kind_name(proposed.key, t)
    if not proposed.key or not proposed.header_row:
        return kind
    if proposed.header_end > proposed.header_row:
        return t("{kind}, header in rows {first} to {last}", kind=kind, first=proposed.header_row,
                 last=proposed.header_end)  # fmt: skip
    return t("{kind}, header in row {first}", kind=kind, first=proposed.header_row)


def _answers_given(work: Work, position: int, choice: SheetMapping, t: Translate) -> None:
    """What was answered for a sheet, each with the way to be asked again."""
    given = [(about, subject, text) for about, answers in choice.answers.items() for subject, text in answers.items()]
    if given:
        st.caption(t("Answered:"))
    for about, subject, text in given:
        told, button = st.columns([9, 3], vertical_alignment="center")
        told.markdown(f"{literal(subject)}: **{literal(answered(about, text, t))}**")
        button.button(
            t("Ask again"), key=f"ask_again_{position}_{choice.name}_{about}_{subject}", width="stretch",
            on_click=_choose, args=(work, position, without_answer(choice, about, subject)),
        )  # fmt: skip
    if not is_empty(choice):
        nothing = SheetMapping(choice.name, "", 0, shape=choice.shape)
        st.button(t("Read this sheet without earlier choices"), key=f"anew_{position}_{choice.name}", type="tertiary",
                  on_click=_choose, args=(work, position, nothing))  # fmt: skip


def _choose(work: Work, position: int, mapping: SheetMapping) -> None:
    work.choose(position, [mapping])
    work.wait(SOON)


def _download(work: Work, position: int, t: Translate) -> None:
    """The choices as a file: for somebody else, for `--mapping`, or dropped together with the next workbook."""
    given = [each for each in work.choices(position) if not is_empty(each)]
    if given:
        st.download_button(
            t("Download the mapping"), mapping_text(given), f"{PurePath(work.names[position]).stem[:100]}.toml",
            "application/toml", key=f"mapping_file_{position}", icon=":material/download:", on_click="ignore",
            help=t("Put it here together with workbooks of this shape, or use it on the command line with --mapping."),
        )  # fmt: skip


def _is_opened(work: Work, position: int) -> bool:
    return st.session_state.get(_OPEN) == (id(work), position)


def _open(work: Work, position: int) -> None:
    st.session_state[_OPEN] = (id(work), position)


def _close() -> None:
    st.session_state.pop(_OPEN, None)
