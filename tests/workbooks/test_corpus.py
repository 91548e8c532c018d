"""Every workbook of the corpus gives the long table written beside it, asks what must be asked, and knows its cells."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from data import intake
from data.__main__ import main
from data.mapping import mapping_text
from data.recognise import SheetMapping
from locales import translator
from tests.reading_here import read_here
from tests.workbooks import (
    adversaries,
    as_kept,
    as_offices,
    as_reported,
    as_secretaries,
    as_titled,
    as_told,
    as_told_beside,
    budget_sheets,
    complaints_by_category,
    donor_logframes,
    exports_and_tags,
    exports_of_tools,
    forms,
    gifts_by_quarter,
    government_tables,
    groups_of_people,
    headers,
    long_tables,
    matrices,
    monthly_reports,
    odd_periods,
    older_forms,
    pivots_and_visits,
    side_by_side,
    signs_in_headers,
    totals_and_parts,
    tracking_tables,
    units_in_rows,
    unpleasant,
)
from tests.workbooks.accounted import lost_figures
from tests.workbooks.making import Case, written
from tests.workbooks.surroundings import AROUND, surrounded

CASES: list[Case] = [*tracking_tables.CASES, *long_tables.CASES, *unpleasant.CASES, *matrices.CASES, *forms.CASES]
CASES += government_tables.CASES
CASES += headers.CASES
CASES += [*totals_and_parts.CASES, *units_in_rows.CASES, *exports_and_tags.CASES, *odd_periods.CASES]
CASES += [*adversaries.CASES, *older_forms.CASES, *monthly_reports.CASES]
CASES += [*signs_in_headers.CASES, *budget_sheets.CASES, *donor_logframes.CASES]
CASES += [*pivots_and_visits.CASES, *gifts_by_quarter.CASES]
CASES += [*as_kept.CASES, *as_offices.CASES, *as_secretaries.CASES, *exports_of_tools.CASES]
CASES += [*as_told_beside.CASES, *groups_of_people.CASES, *side_by_side.CASES]
CASES += complaints_by_category.CASES
CASES += [*as_titled.CASES, *as_told.CASES, *as_reported.CASES]
UNIT = ("indicator", "period", "partner", "place", "group")


def padded(rows):
    return sorted((tuple(row) for row in rows), key=repr)


def stored(forum, table):
    rows = forum.query(f'select indicator, period, partner, place, "group", value from {table}')
    return padded(
        tuple(int(cell) if isinstance(cell, float) and cell.is_integer() else cell for cell in row) for row in rows
    )


def in_one_process(path: Path, case: Case, accepts: bool = False) -> intake.File:
    """The file as the upload page holds it, read here; `accepts` with the answers of the case."""
    mappings = [SheetMapping("", "", 0, answers=case.answers, accepts=True)] if accepts else []
    return intake.File(path.name, path.stat().st_size, read_here(path), mappings=mappings)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_workbook_gives_its_long_table(forum, define, tmp_path, case):
    if case.known:
        forum.send(indicators=[define(code) for code in case.known])
    file = in_one_process(written(case, tmp_path), case, accepts=True)
    if case.stops or case.answers:  # what is not asked is stored as it stands, so it is clear below what was not asked
        (asked,) = intake.attempt(forum.store, [replace(file, mappings=())]).outcomes
        assert sorted(problem.code for problem in asked.stops) == sorted(case.stops), said(asked)
    if case.results is None:  # nothing can be stored before the file itself is mended
        return
    (outcome,) = intake.store_ready(forum.store, [file if case.stops or case.answers else replace(file, mappings=())])
    assert said(outcome) == []
    assert lost_figures(forum, file.workbook, outcome) == set()
    gives_its_table(forum, case)


def said(outcome: intake.Outcome) -> list[str]:
    return [problem.sentence(translator("en")) for problem in outcome.stops]


def gives_its_table(forum, case: Case) -> None:
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
    gave = "select partner, period, kind, pledged, delivered, currency from contributions"
    assert padded(forum.query(gave)) == padded(case.contributions)
    assert padded(forum.query("select code, kind from current_partners")) == padded(case.partners)


WRITTEN_OUT = [case for case in CASES if case.form == "xlsx" and case.results is not None]
SURROUNDED = [(case, around) for at, case in enumerate(WRITTEN_OUT) for nth, around in enumerate(AROUND)
              if os.environ.get("DAMPAK_ALL_FILES") or (at % 5 == 0 and at // 5 % len(AROUND) == nth)]  # fmt: skip


@pytest.mark.parametrize(("case", "around"), SURROUNDED, ids=[f"{case.name}, {around}" for case, around in SURROUNDED])
def test_what_stands_around_a_table_changes_nothing(forum, define, tmp_path, case, around):
    """Every fifth table, each with one of the surroundings; with DAMPAK_ALL_FILES=1 all with all (twenty minutes)."""
    test_a_workbook_gives_its_long_table(forum, define, tmp_path, surrounded(case, around))


THROUGH_THE_CHILD = [next(case for case in CASES if case.form == form) for form in ("xlsx", "ods", "csv-tab-utf16")]


@pytest.mark.parametrize("case", THROUGH_THE_CHILD, ids=[case.form for case in THROUGH_THE_CHILD])
@pytest.mark.usefixtures("read_in_a_child")
def test_a_workbook_gives_the_same_through_the_child_and_from_the_command_line(forum, define, tmp_path, case):
    if case.known:
        forum.send(indicators=[define(code) for code in case.known])
    path, mapping = written(case, tmp_path), tmp_path / "cara-baca.toml"
    (answers,) = in_one_process(path, case, accepts=True).mappings
    mapping.write_text(mapping_text([answers]), encoding="utf-8")
    assert main(["load", str(path), "--mapping", str(mapping), "--store", str(forum.store.path)]) == 0
    gives_its_table(forum, case)
