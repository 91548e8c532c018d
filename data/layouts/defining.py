"""The indicators of a table that nobody has defined: rows for the sheet Indicators, from what the table gives."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from data.layouts import evidence, restating
from data.layouts.evidence import Finding
from data.layouts.long import LongTable
from data.layouts.rows import Row, level_of
from data.layouts.table import Table
from data.problems import WARNS, Question, Said
from data.recognised import Recognised
from definitions.fold import fold
from definitions.vocabulary import Answer, vocabulary
from locales import mark

_COPIED = ("source", "owner", "definition")
_CHOSEN = ("measure", "direction", "over_time", "over_units", "level")
_NO_UNIT = "–"


@dataclass
class Series:
    """The figures of one indicator in the order of time: what is needed to judge how they join and where they lead."""

    steps: dict[str, list[float]] = field(default_factory=dict)
    totals: list[float] = field(default_factory=list)
    life: float | None = None
    """The result of the whole programme, where a row says it."""
    run: float | None = None
    """The result from the start to the end of the last step, where a column of its own says it."""
    before: float | None = None
    """The largest result that runs from the start, beside those of single periods."""
    shares: dict[str, bool] = field(default_factory=dict)
    """target, result → whether every such figure is written with the sign of percentages."""
    texts: list[str] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    """The kinds of periods it has figures for: year, quarter …, and `to date`."""
    is_joined: bool = False
    """Whether how they join over time changes a number that this workbook leads to."""

    def note_share(self, what: str, is_written: bool) -> None:
        """That one more figure is, or is not, written as a percentage."""
        self.shares[what] = self.shares.get(what, True) and is_written

    @property
    def are_shares(self) -> bool:
        """Whether all figures are percentages: as they are written, or by their targets (`100%` beside 91)."""
        by_target = self.shares.get("target", False) and bool(self.steps.get("target"))
        small = all(0 <= each <= 100 for each in self.steps.get("result", []))
        return any(self.steps.values()) and (all(self.shares.values()) or (by_target and small))


@dataclass
class Definition:
    """What will be written of a new indicator, and why."""

    code: str
    name: str
    row: Row
    answers: dict[str, Finding] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)


def defined(table: Table, new: Sequence[tuple[str, str, Row, Series]]) -> Recognised | None:
    """The rows of the sheet Indicators for new indicators: (code, name, row that names it, its figures)."""
    if not new:
        return None
    definitions = [_definition(table, *each) for each in new]
    for definition, (_, _, _, series) in zip(definitions, new, strict=True):
        _tell(table, definition, series)
    return _long(table, definitions)


def _definition(table: Table, code: str, name: str, row: Row, series: Series) -> Definition:
    found = Definition(code, name, row)
    unit = told.text if (told := table.of_indicator(row, "unit")) else "%" if series.are_shares else ""
    baseline, target = (_amount(table, code, key) for key in ("baseline", "final_target"))
    targets = series.steps.get("target", [])
    steps = targets if len(targets) > 1 else series.steps.get("result", [])
    totals = [*series.totals, *([target] if target is not None and len(targets) > 1 else [])]
    is_counted = any(each not in (0, 1) for amounts in series.steps.values() for each in amounts)
    texts = [] if is_counted else series.texts  # six groups, and `belum` for now: no answer of yes or no
    found.answers["measure"] = evidence.measure(name, unit, texts, has_parts="denominator" in series.steps)
    results = series.steps.get("result", [])
    wholes = [each for each in (series.life, series.run) if each is not None]
    proof = evidence.by_totals(results, wholes) or evidence.by_totals(steps, totals)
    is_answer = found.answers["measure"].answer == "yes_no"  # the latest answer holds; there is nothing to add
    stated = Finding("last", found.answers["measure"].why) if is_answer else evidence.over_time(name, unit)
    last = target if target is not None else targets[-1] if targets else None
    likely = evidence.by_target(stated, results, last if len(targets) < 2 else None)
    found.answers["over_time"] = proof or evidence.by_course(likely, results, series.before)
    found.answers["direction"] = evidence.direction(name, unit, baseline, last, targets)
    found.answers["over_units"] = evidence.over_units(name, unit, found.answers["measure"])
    found.answers["level"] = _level_of(table, row)
    for key in ("measure", "direction", "over_time"):
        _take_given(table, found, key, is_proven=proof is not None)
    return found


def _amount(table: Table, code: str, key: str) -> float | None:
    at = restating.speaking(table).get((code, key), -1)
    return table.amount(at, table.roles.fields[key]) if at >= 0 else None


def _level_of(table: Table, row: Row) -> Finding:
    own = table.of_indicator(row, "level")
    told = own or row.told.get("level")
    header = table.block.paths.get(table.roles.fields.get("name", -1), ("",))[-1]  # `Kegiatan` names activities
    for text in (told.text,) if told else (table.grid.sheet.name, header):
        answer = vocabulary().answer("level", text)
        if level := answer.key if answer else level_of(fold(text)):
            return Finding(level, Said(mark("'{text}'"), {"text": text}))
    return Finding("output", Said(mark("nothing said of the level")), is_sure=False)


def _take_given(table: Table, found: Definition, key: str, is_proven: bool) -> None:
    """What a column of the table says outright, or what somebody answered, goes before any evidence; only `cumulative`,
    which some call what is added and others what was added already, does not go before figures that prove it."""
    answered = table.mapping.answer(key, found.name) or table.mapping.answer(key, found.code)
    told = table.of_indicator(found.row, key)
    if answered:
        found.answers[key] = Finding(answered, Said(mark("your answer")))
    elif told and (answer := vocabulary().answer(key, told.text)):
        found.answers[key] = Finding(answer.key, Said(mark("'{text}'"), {"text": told.text}))
    elif key == "over_time" and not is_proven and (kind := table.of_indicator(found.row, "cumulative")):
        found.answers[key] = evidence.cumulative(kind.text, found.answers["measure"].answer) or found.answers[key]


def _tell(table: Table, found: Definition, series: Series) -> None:
    """Ask what would change a number, and show the rest."""
    row = found.row.name or found.row
    at, column = row.at, table.roles.fields.get("name", table.roles.fields.get("code", -1))
    is_asked = series.is_joined or found.answers["over_time"].is_guess  # the next report will have to be joined
    for key, code, matters, options in (
        ("over_time", "which_over_time", is_asked, ("sum", "last", "mean", "max")),
        ("direction", "which_direction", True, ("up", "down", "keep")),
    ):
        finding = found.answers[key]
        if matters and not finding.is_sure and table.mapping.answer(key, found.name, finding.answer) is None:
            table.report(
                code,
                at=at,
                column=column,
                found=found.name,
                expected=_word(key, finding.answer),
                why=finding.why,
                question=Question(key, found.name, options, finding.answer),
            )
    shown = tuple(
        Said(
            mark("{field}: {answer} ({why})"),
            {
                "field": vocabulary().sheet_by_key["indicators"].column_by_key[key],
                "answer": _word(key, finding.answer),
                "why": finding.why,
            },
        )
        for key, finding in found.answers.items()
    )
    table.report("new_indicator", WARNS, at=at, column=column, found=found.name, expected=shown)


def _word(key: str, answer: str) -> Answer:
    return next(each for each in vocabulary().choices[key] if each.key == answer)


def _long(table: Table, definitions: list[Definition]) -> Recognised:
    """The definitions as a sheet, each field led back to its cell where it has one."""
    at = np.array([each.row.name.at if each.row.name else each.row.at for each in definitions], np.int64)
    fields, column = table.roles.fields, table.roles.fields.get("name", table.roles.fields.get("code", -1))
    made = LongTable(table.grid.sheet, "indicators", at)
    made.headers = {index: " › ".join(path) for index, path in table.block.paths.items()}
    names = np.full(len(at), column)
    made.add_texts("code", [each.code for each in definitions], at, np.full(len(at), fields.get("code", column)))
    made.add_texts("name", [each.name for each in definitions], at, names)
    for key in _COPIED:
        if key in fields:
            made.add_cells(key, at, np.full(len(at), fields[key]))
    restating.add_stated(made, table, [each.code for each in definitions])
    units = [table.of_indicator(each.row, "unit") for each in definitions]
    made.add_texts(
        "unit",
        [
            told.text if told else "%" if each.answers["measure"].answer == "percent" else _NO_UNIT
            for told, each in zip(units, definitions, strict=True)
        ],
        at,
        [told.column if told else -1 for told in units],
    )
    programmes = [table.told(each.row, "programme") for each in definitions]
    if any(programmes):
        made.add_texts(
            "programme",
            [told.text if told else None for told in programmes],
            [told.at if told else -1 for told in programmes],
            [told.column if told else -1 for told in programmes],
        )
    for key in _CHOSEN:
        own = np.full(len(at), fields.get(key, -1))
        made.add_texts(key, [each.answers[key].answer for each in definitions], at, own)
    return made.recognised()
