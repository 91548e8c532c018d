"""The questions that only a person can answer, each with its proposal chosen already."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from charts.numbers import number
from data.choices import constant_asked, with_answers, with_constant
from data.problems import Problem, Question
from data.recognise import SheetMapping
from locales import Translate
from ui import session
from ui.answers import known_names
from ui.literal import literal
from ui.session import Visit
from ui.upload_mapping_words import answer
from ui.upload_work import SOON, Work

TOGETHER = 3  # questions of one kind, with one proposal, from which one answer serves for all
NAMES = 8


@dataclass(frozen=True)
class Card:
    """One question, or several that one answer serves for."""

    key: str
    sheet: str
    problems: tuple[Problem, ...]

    @property
    def question(self) -> Question | None:
        return self.problems[0].question

    @property
    def constant(self) -> str | None:
        """The field that is asked for in words, where there is no list of answers."""
        return None if self.question else constant_asked(self.problems[0])


def cards(position: int, sheet: str, problems: Sequence[Problem]) -> list[Card]:
    """The questions of a sheet in their order; many of one kind become one, unless they are wanted one by one."""
    groups: dict[object, list[Problem]] = {}
    for problem in problems:
        question = problem.question
        alike = (problem.code, question.about, question.options, question.proposed) if question else problem.code
        groups.setdefault(alike, []).append(problem)
    found = []
    for alike, members in groups.items():
        name = f"ask_{position}_{sheet}_{alike!r}"
        is_one = members[0].question is None or (len(members) >= TOGETHER and not st.session_state.get(f"{name}_each"))
        parts = [tuple(members)] if is_one else [(member,) for member in members]
        found += [Card(name if is_one else f"{name}_{part[0].question.subject}", sheet, part) for part in parts]
    return found


def show(work: Work, position: int, card: Card, here: Visit) -> None:
    """The question, its answers, and the button to take the one that is chosen."""
    t, first = here.t, card.problems[0]
    with st.container(border=True, key=f"card_{card.key}"):
        st.text(first.sentence(t))
        if len(card.problems) > 1 and card.question:
            _others(card, t)
        asked, button = st.columns([9, 3], vertical_alignment="bottom")
        with asked:
            _choice(card, here)
        button.button(
            t("Take this answer"), key=f"take_{card.key}", on_click=take, args=(work, position, [card]),
            width="stretch", icon=":material/check:",
        )  # fmt: skip


def take(work: Work, position: int, given: Sequence[Card], *, accepts: bool = False) -> None:
    """For the buttons: read the file with the answers as they are chosen; a question without an answer stays."""
    by_name = {sheet.name: sheet for sheet in work.sheets(position)}
    chosen: dict[str, SheetMapping] = {}
    for card in given:
        if card.sheet in by_name and (text := answer_of(card)):
            mapping = chosen.get(card.sheet) or work.choice(position, by_name[card.sheet])
            chosen[card.sheet] = _with(mapping, card, text)
    if chosen:
        work.choose(position, list(chosen.values()), accepts=accepts)
        work.wait(SOON)


def answer_of(card: Card) -> str | None:
    """What is chosen: the proposal as long as nothing else is."""
    proposed = card.question.proposed if card.question else None
    chosen = st.session_state.get(card.key, proposed)
    return str(chosen).strip() or None if chosen is not None else None


def _with(mapping: SheetMapping, card: Card, text: str) -> SheetMapping:
    if card.constant:
        return with_constant(mapping, card.constant, text)
    return with_answers(mapping, [(each.question, text) for each in card.problems if each.question])


def _choice(card: Card, here: Visit) -> None:
    t, question = here.t, card.question
    if question:
        codes = session.remembered(known_names, here)["indicator"] if question.about == "same_as" else {}
        proposed = question.options.index(question.proposed) if question.proposed in question.options else None
        st.radio(
            t("Answer"), question.options, index=proposed, key=card.key, label_visibility="collapsed",
            format_func=lambda given: literal(_labelled(card, given, codes, t)),
        )  # fmt: skip
    elif card.constant == "year":
        years = [str(year) for year in range(here.as_of.year + 1, here.as_of.year - 12, -1)]
        st.selectbox(t("Year of these figures"), years, index=None, key=card.key, placeholder=t("Choose a year"))
    else:
        st.text_input(t("Period of these figures"), key=card.key, placeholder="TW III 2025", max_chars=60)


def _labelled(card: Card, given: str, codes: dict[str, str], t: Translate) -> str:
    question = card.question
    said = answer(card.problems[0], question.about, given, t, codes) if question else given
    return t("{answer} (proposed)", answer=said) if question and given == question.proposed else said


def _others(card: Card, t: Translate) -> None:
    """For whom else the answer counts, and the way to answer one by one."""
    subjects = [each.question.subject for each in card.problems[1:] if each.question]
    names = ", ".join(subjects[:NAMES]) + (" …" if len(subjects) > NAMES else "")
    st.text(t("The same for {n} more: {names}", n=number(len(subjects), t), names=names))
    st.checkbox(t("Answer one by one"), key=f"{card.key}_each")
