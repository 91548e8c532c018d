"""Every workbook of the corpus gives the long table written beside it, asks what must be asked, and knows its cells."""

import pytest

from data import intake
from data.recognise import SheetMapping
from locales import translator
from tests.workbooks import (
    exports_and_tags,
    forms,
    government_tables,
    headers,
    long_tables,
    matrices,
    totals_and_parts,
    tracking_tables,
    units_in_rows,
    unpleasant,
)
from tests.workbooks.accounted import lost_figures
from tests.workbooks.making import Case, written

CASES: list[Case] = [*tracking_tables.CASES, *long_tables.CASES, *unpleasant.CASES, *matrices.CASES, *forms.CASES]
CASES += government_tables.CASES
CASES += headers.CASES
CASES += [*totals_and_parts.CASES, *units_in_rows.CASES, *exports_and_tags.CASES]
UNIT = ("indicator", "period", "partner", "place", "group")


def padded(rows):
    return sorted((tuple(row) for row in rows), key=repr)


def stored(forum, table):
    rows = forum.query(f'select indicator, period, partner, place, "group", value from {table}')
    return padded(
        tuple(int(cell) if isinstance(cell, float) and cell.is_integer() else cell for cell in row) for row in rows
    )


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_workbook_gives_its_long_table(forum, define, tmp_path, case):
    if case.known:
        forum.send(indicators=[define(code) for code in case.known])
    path = written(case, tmp_path)
    asked = intake.check(forum.store, path)
    assert sorted(problem.code for problem in asked.stops) == sorted(case.stops), [
        problem.sentence(translator("en")) for problem in asked.stops
    ]
    if case.results is None:  # nothing can be stored before the file itself is mended
        return
    outcome = forum.load(path, mappings=[SheetMapping("", "", 0, answers=case.answers, accepts=True)])[0]
    assert [problem.sentence(translator("en")) for problem in outcome.stops] == []
    assert lost_figures(forum, path, outcome) == set()
    assert stored(forum, "current_results") == padded(case.results)
    assert stored(forum, "current_targets") == padded(case.targets)
    if case.indicators and not case.results and not case.targets:
        assert {code for (code,) in forum.query("select code from current_indicators")} == set(case.indicators)
    for code, expected in case.indicators.items():
        (found,) = forum.query(f"select {', '.join(expected)} from current_indicators where code = '{code}'")
        assert dict(zip(expected, found, strict=True)) == expected
    for (code, period), cell in case.cells.items():
        traced = [
            row["cell"] for row in forum.trace(code, "2030-01-01") if (row["what"], row["period"]) == ("result", period)
        ]
        assert traced == [cell]
    assert (len(forum.query("select 1 from feedback")), len(forum.query("select 1 from activities"))) == (
        case.feedback,
        case.activities,
    )
