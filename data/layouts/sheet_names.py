"""Workbooks with a sheet for each place or partner: the name of the sheet says whose figures it holds."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from data.layouts.labels import LabelReader
from data.problems import Problem, Question
from data.recognised import NONE, Recognised, SheetMapping
from definitions.fold import fold

ABOUT = "sheet_name"
PLACE, PARTNER = "place", "partner"
_PARTNER = re.compile(r"^(yayasan|ypi|lsm|ngo|pt|cv|perkumpulan|lembaga|dinas|koperasi|forum|universitas|univ|komunitas"
                      r"|puskesmas|badan|konsorsium|foundation|institut)\b", re.I)  # fmt: skip
_GENERIC = re.compile(r"^(sheet|lembar|data|tabel|table|form|rekap\w*|lampiran)?[\s_\-(]*\d*\)?$", re.I)


def with_units(sheets: Mapping[str, str], mappings: Mapping[str, SheetMapping], reader: LabelReader
               ) -> dict[str, SheetMapping]:  # fmt: skip
    """The mappings by sheet, with the name as place or partner of its figures where somebody has said so.

    `sheets` gives the shape of each sheet: only names of sheets that are shaped alike say whose figures they hold.
    """
    found = dict(mappings)
    for name in _alike(sheets, reader):
        unit = mappings[name].answer(ABOUT, name, likely(name, reader))
        if unit in (PLACE, PARTNER) and not {PLACE, PARTNER} & set(mappings[name].constants):
            found[name] = replace(mappings[name], constants={**mappings[name].constants, unit: name})
    return found


def asked(
    sheets: Mapping[str, str], mappings: Mapping[str, SheetMapping], tables: Mapping[str, Sequence[Recognised]],
    indicators: Callable[[Recognised], Iterable[str]], reader: LabelReader,
) -> list[Problem]:  # fmt: skip
    """A question for each sheet whose name may say whose its figures are, where nothing else does: its name is a known
    place or partner, or another sheet of the same shape has figures of the same indicator."""
    problems = []
    alike = [name for name in _alike(sheets, reader) if tables.get(name) and not any(map(_has_units, tables[name]))]
    told = {name: {fold(text) for each in tables[name] if "indicator" in each.columns
                   for text in indicators(each) if text} for name in alike}  # fmt: skip
    for name in alike:
        proposed = likely(name, reader)
        others = [told[other] for other in alike if other != name and sheets[other] == sheets[name]]
        is_doubtful = proposed or any(told[name] & each for each in others)
        if not others or not is_doubtful or mappings[name].answer(ABOUT, name, proposed):
            continue
        problems.append(Problem("whose_sheet", sheet=name, params={"found": name}, question=Question(
            ABOUT, name, (PLACE, PARTNER, NONE), proposed)))  # fmt: skip
    return problems


def likely(name: str, reader: LabelReader) -> str | None:
    """place or partner, where the name of a sheet is known as one or looks like one."""
    label = reader.label(name)
    if label.partner or (_PARTNER.match(name) and not label.place):
        return PARTNER
    return PLACE if label.place else None


def _alike(sheets: Mapping[str, str], reader: LabelReader) -> list[str]:
    """Sheets of a shape that several have, and whose name says no period and is no mere number."""
    by_shape: dict[str, list[str]] = defaultdict(list)
    for name, shape in sheets.items():
        if not reader.label(name).has_time and not _GENERIC.match(name):
            by_shape[shape].append(name)
    return [name for names in by_shape.values() if len(names) > 1 for name in names]


def _has_units(table: Recognised) -> bool:
    return bool({PLACE, PARTNER} & set(table.columns))
