"""What is to be marked in a workbook and listed on its first sheet: words only, no XML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from babel.numbers import format_decimal

from data import numbers
from data.annotated.styles import ACCEPTED, STOP, WARN
from data.corrections import Correction
from data.problems import Problem
from locales import Translate, mark

_TWINS = ("same_row_twice", "same_figure_twice")
MARKS, NOTES, LINES = 20_000, 2_000, 20_000
"""Most cells with a mark, with a note, and lines in the list; the list says how many there are beyond that."""

WEIGHTS = {STOP: mark("must be corrected"), WARN: mark("worth a look"), ACCEPTED: mark("accepted on the page")}
PLACED = mark("Press a blue cell address to get there; F5 and Enter lead back to this list.")
IGNORED = mark(
    "Correct the cells, save, and upload this file. This sheet and the marks are left out, "
    "and new ones take their place."
)
COPIED = mark(
    "Your file is not of the kind .xlsx; this is a copy of its cells at the same addresses, without its formats."
)


@dataclass(frozen=True)
class CellMark:
    """One marked cell: its kind (stop, warn, accepted), its note, and the value that is written into it, if any."""

    kind: str
    text: str
    value: str | float | None = None


@dataclass(frozen=True)
class Line:
    """One line of the list."""

    kind: str
    sheet: str
    cell: str
    column: str
    found: str
    said: str
    proposal: str


@dataclass(frozen=True)
class Marks:
    """All of it: `cells` by sheet and address, `lines` with stops before warnings, and the words around them."""

    title: str
    introduction: Sequence[str]
    headers: Sequence[str]
    lines: Sequence[Line]
    weights: Mapping[str, str]
    back: str
    cells: Mapping[str, Mapping[str, CellMark]] = field(default_factory=dict)


def marks_of(
    file_name: str,
    problems: Sequence[Problem],
    corrections: Sequence[Correction],
    t: Translate,
    *,
    has_values: bool = False,
    is_copy: bool = False,
) -> Marks:
    """The marks for a file.

    `corrections` are what was accepted on the page; with `has_values` their new values are put into the cells, else the
    cells keep what stood there and are marked. `is_copy`: the file is of a kind that cannot be given back itself.
    """
    accepted = {(each.sheet, each.cell): each for each in corrections}
    ordered = sorted(
        (each for each in problems if each.stops or (each.sheet, each.cell) not in accepted),
        key=lambda problem: not problem.stops,
    )
    lines = [_line(problem, t) for problem in ordered] + [_accepted_line(each, t) for each in corrections]
    counted = {kind: sum(line.kind == kind for line in lines) for kind in WEIGHTS}
    introduction = [_counts(counted, t), t(PLACED), t(IGNORED)]
    if is_copy:
        introduction.append(t(COPIED))
    if len(lines) > LINES:
        introduction.append(t("The list shows the first {n} of {m}.", n=_number(LINES, t), m=_number(len(lines), t)))
    lines = lines[:LINES]
    emptied = {(each.sheet, cell): replace(each, value="") for each in corrections for cell in each.cells}
    cells = _cells(lines, accepted | emptied if has_values else {}, t)
    for (sheet, cell), each in emptied.items() if has_values else ():
        cells.setdefault(sheet, {}).setdefault(cell, CellMark(ACCEPTED, _accepted_line(each, t).said, ""))
    if (unmarked := len({(line.sheet, line.cell) for line in lines if line.cell}) - sum(map(len, cells.values()))) > 0:
        introduction.append(t("{n} more cells are in this list but carry no mark.", n=_number(unmarked, t)))
    headers = (t("No."), t("Weight"), t("Sheet"), t("Cell"), t("Column"), t("Found"), t("What to do"), t("Proposal"))
    return Marks(
        t("To check: {file}", file=file_name),
        introduction,
        headers,
        lines,
        {kind: t(words) for kind, words in WEIGHTS.items()},
        t("See row {row} of the sheet {sheet}.", row="{row}", sheet="{sheet}"),
        cells,
    )


def _counts(counted: Mapping[str, int], t: Translate) -> str:
    said = [
        t.plural("{n} thing to correct", "{n} things to correct", counted[STOP], n=_number(counted[STOP], t)),
        t.plural("{n} note", "{n} notes", counted[WARN], n=_number(counted[WARN], t)),
    ]
    if counted[ACCEPTED]:
        said.append(
            t.plural(
                "{n} correction accepted on the page",
                "{n} corrections accepted on the page",
                counted[ACCEPTED],
                n=_number(counted[ACCEPTED], t),
            )
        )
    return " · ".join(said)


def _line(problem: Problem, t: Translate) -> Line:
    found = problem.params.get("expected" if problem.code == "decimal_shown" else "found")
    if problem.code in _TWINS:  # of both figures the one of this cell, which is the later
        found = numbers.plain(found[-1]) if isinstance(found, tuple) else str(found).rpartition(" / ")[2]
    shown = ", ".join(map(str, found)) if isinstance(found, tuple) else "" if found is None else str(found)
    return Line(
        STOP if problem.stops else WARN,
        problem.sheet or "",
        problem.cell or "",
        problem.header or "",
        shown,
        problem.explanation(t),
        problem.proposal,
    )


def _accepted_line(correction: Correction, t: Translate) -> Line:
    if correction.row is not None:
        said = t("Row {row} was left out on the page.", row=correction.row)
        first = correction.cells[0] if correction.cells else ""
        return Line(ACCEPTED, correction.sheet, first, "", correction.found, said, "")
    said = t("Accepted on the page: '{old}' becomes '{new}'.", old=correction.found, new=correction.shown)
    return Line(
        ACCEPTED, correction.sheet, correction.cell, correction.header or "", correction.found, said, correction.shown
    )


def _cells(
    lines: Sequence[Line], values: Mapping[tuple[str, str], Correction], t: Translate
) -> dict[str, dict[str, CellMark]]:
    """One mark a cell, of the weightiest kind; its note has all that is said of it."""
    cells: dict[str, dict[str, CellMark]] = {}
    left = MARKS
    for line in lines:
        if not line.sheet or not line.cell:
            continue
        known = cells.setdefault(line.sheet, {}).get(line.cell)
        if known is None and left == 0:
            continue
        left -= known is None
        value = values[line.sheet, line.cell].value if (line.sheet, line.cell) in values else None
        text = f"{known.text}\n{line.said}" if known else line.said
        cells[line.sheet][line.cell] = CellMark(known.kind if known else line.kind, text, value)
    return {sheet: marked for sheet, marked in cells.items() if marked}


def _number(value: int, t: Translate) -> str:
    return format_decimal(value, locale=t.language)
