"""Every strange file of ../shared through the whole check: rows, or clear sentences, in time; counts with -s.

DAMPAK_ALL_STRANGERS=1 takes every spreadsheet; otherwise all hostile files and every eighth spreadsheet (by name).
"""

import os
import re
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from data.intake import Outcome, check
from data.problems import Problem, Said
from locales import translator

SECONDS, LARGE_SECONDS, LARGE_BYTES = 5.0, 20.0, 2_000_000
SLACK = float(os.environ.get("DAMPAK_SLACK", "2"))  # shared machines: twice the time of a quiet one
EVERY = 1 if os.environ.get("DAMPAK_ALL_STRANGERS") else 8


def strangers(folder: Path) -> list[Path]:
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".md" and path.name != "MANIFEST.csv"
    ]


def neutral(problem: Problem) -> Problem:
    """The problem with a plain word in the place of every text of the file."""
    params = {name: value if name == "code" else without_quotes(value) for name, value in problem.params.items()}
    repair = "kutipan" if isinstance(problem.repair, str) else problem.repair
    return replace(problem, sheet=problem.sheet and "Lembar", header=problem.header and "judul", params=params,
                   repair=repair)  # fmt: skip


def without_quotes(value: object) -> object:
    if isinstance(value, Said):
        return Said(value.source, {name: without_quotes(each) for name, each in value.params.items()})
    if isinstance(value, tuple):
        return tuple(map(without_quotes, value))
    return "kutipan" if isinstance(value, str) else value


def test_what_a_file_says_of_itself_is_not_judged_and_a_gap_is():
    quoting = Problem("not_a_number", sheet="{x}", cell="A1", header="{nama}", params={"found": "None {y}"})
    assert unclear(Outcome("f", [quoting])) == []
    assert len(unclear(Outcome("f", [Problem("not_a_number", params={"found": None})]))) == 2


def unclear(outcome: Outcome) -> list[str]:
    """Sentences with a gap, a brace or a Python name in them; what they quote of the file is the file's own affair."""
    shown = map(neutral, outcome.problems)
    said = [problem.sentence(translator(language)) for problem in shown for language in ("id", "en")]
    return [
        sentence
        for sentence in said
        if re.search(r"\{\w*\}|\bNone\b|Error\b.*Traceback|<class|Column\(", sentence) or len(sentence) < 15
    ]


@pytest.mark.usefixtures("read_in_a_child")  # a strange file may end the process that reads it
@pytest.mark.parametrize(("folder", "every"), [("hostile", 1), ("spreadsheets", EVERY)])
def test_a_strange_file_ends_in_rows_or_in_clear_sentences_in_time(forum, shared, folder, every):
    ends: Counter[str] = Counter()
    faults: list[str] = []
    for path in strangers(shared / folder)[::every]:
        start = time.monotonic()
        outcome = check(forum.store, path)
        seconds = time.monotonic() - start
        allowed = SLACK * (LARGE_SECONDS if path.stat().st_size > LARGE_BYTES else SECONDS)
        faults += [f"{path.name}: {seconds:.1f} s"] if seconds > allowed else []
        faults += [f"{path.name}: {sentence}" for sentence in unclear(outcome)]
        faults += (
            [f"{path.name}: no rows and nothing said"] if not outcome.stops and not sum(outcome.rows.values()) else []
        )
        refused = [str(problem.params["code"]) for problem in outcome.stops if problem.code == "refused"]
        ends["refused: " + refused[0] if refused else outcome.stops[0].code if outcome.stops else "rows"] += 1
    print(
        f"\n{folder}: {sum(ends.values())} files",
        *(f"  {count:4}  {end}" for end, count in ends.most_common()),
        sep="\n",
    )
    assert faults == []
    assert forum.query("select count(*) from uploads") == [(0,)]
