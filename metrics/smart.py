"""What an indicator still lacks to be specific, measurable, achievable, relevant and time-bound: plain hints.

Source: the SMART criteria (Doran 1981) as monitoring handbooks use them. A hint is a question to the owner, never a
mark.
"""

from datetime import date
from typing import NamedTuple

from locales import Translate
from metrics.wording import Row

LEAST_WORDS = 5
"""A definition of fewer words says hardly more than the name."""
FASTER = 3.0
"""A target that asks for more than so many times the pace so far deserves a second look."""


class Hint(NamedTuple):
    """Which of the five letters, and what could be added."""

    letter: str
    text: str


LETTERS = ("specific", "measurable", "achievable", "relevant", "time_bound")


def hints(row: Row, known: Row, as_of: date, t: Translate, *, ratio: float | None = None) -> list[Hint]:
    """The hints for one indicator, in the order of the letters; none when everything is there.

    Args:
        row: its standing (metrics.progress). known: its definition (metrics.names.definition).
        ratio: the pace needed from now on for each unit of the pace so far, where both are known.
    """
    return [*_specific(row, known, t), *_measurable(row, known, t), *_achievable(row, ratio, t),
            *_relevant(row, t), *_time_bound(row, as_of, t)]  # fmt: skip


def letter_name(letter: str, t: Translate) -> str:
    """The letter as a word."""
    words = {
        "specific": t("Specific"), "measurable": t("Measurable"), "achievable": t("Achievable"),
        "relevant": t("Relevant"), "time_bound": t("Time-bound"),
    }  # fmt: skip
    return words[letter]


def _specific(row: Row, known: Row, t: Translate) -> list[Hint]:
    definition = (known["definition"] or "").split()
    if not definition:
        return [Hint("specific", t("There is no definition yet: who or what is counted, and what is not?"))]
    if len(definition) < LEAST_WORDS:
        return [Hint("specific", t("The definition is very short: who or what is counted, and what is not?"))]
    return []


def _measurable(row: Row, known: Row, t: Translate) -> list[Hint]:
    found = []
    if not row["unit"] or not row["measure"]:
        found.append(Hint("measurable", t("A unit or a kind of measure is missing.")))
    if not known["source"]:
        found.append(Hint("measurable", t("No source is named: from which list or survey does the figure come?")))
    if row["baseline"] is None and row["direction"] in ("up", "down") and row["measure"] != "yes_no":
        found.append(Hint("measurable", t("There is no baseline, so nobody can say how far it has come.")))
    return found


def _achievable(row: Row, ratio: float | None, t: Translate) -> list[Hint]:
    if row["reason"] == "direction_conflict":
        return [Hint("achievable", t("The target lies against the direction: one of the two may be a slip."))]
    if row["reason"] == "baseline_equals_target" and row["direction"] != "keep":
        return [Hint("achievable", t("Target and baseline are the same: is the level meant to be kept?"))]
    if ratio is not None and ratio < 0:
        return [Hint("achievable", t("So far it moves the other way: is the target still the right one?"))]
    if ratio is not None and ratio > FASTER:
        return [Hint("achievable", t("From now on it would have to move {n} times as fast as so far: is the target "
                                     "still within reach?", n=round(ratio)))]  # fmt: skip
    return []


def _relevant(row: Row, t: Translate) -> list[Hint]:
    found = []
    if not row["programme"]:
        found.append(Hint("relevant", t("It belongs to no programme yet.")))
    if not row["level"]:
        found.append(Hint("relevant", t("Its level is missing: output, outcome or impact?")))
    return found


def _time_bound(row: Row, as_of: date, t: Translate) -> list[Hint]:
    if row["is_target_to_come"]:  # promised for a period that still runs: its end is the day
        return []
    if row["target"] is None and row["target_low"] is None and row["target_high"] is None:
        return [Hint("time_bound", t("There is no target yet."))]
    if row["target_date"] is None:
        return [Hint("time_bound", t("The target has no date: until when shall it be reached?"))]
    if row["baseline"] is not None and row["baseline_date"] is None:
        return [Hint("time_bound", t("The baseline has no date."))]
    if row["target_date"] < as_of:
        return [Hint("time_bound", t("The date of the target has passed: is there a new one?"))]
    return []
