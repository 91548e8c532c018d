"""Answers and choices put into the mapping of a sheet, one after the other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from data.problems import Problem, Question
from data.recognised import SheetMapping

UNREAD = ("no_known_sheet", "missing_column", "two_columns", "two_kinds", "no_period", "no_year")
"""What stands in the way of reading a sheet, and goes away when somebody says which column is which."""
_CONSTANTS = {"no_period": "period", "no_year": "year"}


def asks(problem: Problem) -> bool:
    """Whether a person's choice of how to read the sheet answers the problem."""
    return problem.stops and (problem.question is not None or problem.code in UNREAD)


def constant_asked(problem: Problem) -> str | None:
    """The field that the whole sheet lacks (period, year), which one answer gives."""
    return _CONSTANTS.get(problem.code)


def proposals(problems: Iterable[Problem]) -> dict[str, list[tuple[Question, str]]]:
    """Every open question that has a proposal, by sheet, each with the proposal as its answer."""
    found: dict[str, list[tuple[Question, str]]] = {}
    for problem in problems:
        question = problem.question
        if problem.stops and problem.sheet and question and question.proposed:
            found.setdefault(problem.sheet, []).append((question, question.proposed))
    return found


def with_answers(mapping: SheetMapping, given: Sequence[tuple[Question, str]]) -> SheetMapping:
    """The mapping with answers to questions; a later answer takes the place of an earlier one."""
    answers: dict[str, Mapping[str, str]] = dict(mapping.answers)
    for question, answer in given:
        answers[question.about] = {**answers.get(question.about, {}), question.subject: answer}
    return replace(mapping, answers=answers)


def with_constant(mapping: SheetMapping, field: str, text: str) -> SheetMapping:
    """The mapping with a field that the whole sheet shares."""
    return replace(mapping, constants={**mapping.constants, field: text})


def without_answer(mapping: SheetMapping, about: str, subject: str) -> SheetMapping:
    """The mapping without one answer, so that it is asked again."""
    left = {key: {name: text for name, text in given.items() if (key, name) != (about, subject)}
            for key, given in mapping.answers.items()}  # fmt: skip
    return replace(mapping, answers={key: given for key, given in left.items() if given})


def is_empty(mapping: SheetMapping) -> bool:
    """Whether the mapping says nothing."""
    return not (mapping.key or mapping.answers or mapping.constants or mapping.columns or mapping.figures
                or mapping.left_out or mapping.accepts)  # fmt: skip


def put(mappings: Iterable[SheetMapping], mapping: SheetMapping) -> tuple[SheetMapping, ...]:
    """The mappings with this one in the place of the one for the same sheet; an empty one takes it away."""
    kept = tuple(each for each in mappings if each.name != mapping.name)
    return kept if is_empty(mapping) else (*kept, mapping)
