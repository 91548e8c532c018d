"""Indicator performance tracking tables as donors ask for them: dates in columns or in the header, Life of program."""

import csv

import openpyxl
import pytest

from data.recognise import SheetMapping

YES = [SheetMapping("", "", 0, accepts=True)]
LONG = ["No", "Indicator", "Cumulative", "Baseline", "Period", "Start", "End", "Target", "Actual", "% Met"]


def test_first_and_last_day_say_more_than_the_name_of_the_quarter(forum, tmp_path):
    rows = [["1", "Women trained", "Cumulative", 5, "Life of program", None, "2017-12-31", 100, 52, 0.52],
            ["1", "Women trained", "Cumulative", 5, "QUARTER 1", "2016-10-01", "2016-12-31", 25, 22, 0.88],
            ["1", "Women trained", "Cumulative", 5, "QUARTER 2", "2017-01-01", "2017-03-31", 40, 40, 1],
            ["1", "Women trained", "Cumulative", 5, "QUARTER 6", "2017-10-01", "2017-12-31", 50, 52, 1.04]]  # fmt: skip
    _write(tmp_path / "iptt.xlsx", [LONG, *rows])
    assert forum.load(tmp_path / "iptt.xlsx", mappings=YES)[0].stops == []
    assert forum.query("select period, value from current_results order by 1") == [
        ("2016-Q4", 22.0), ("2017-Q1", 40.0), ("2017-Q4", 52.0)]  # fmt: skip
    # the last figure is the whole programme's: a running total, never added
    assert forum.query("select over_time, baseline, target, target_date::varchar from current_indicators") == [
        ("last", 5.0, 100.0, "2017-12-31")]  # fmt: skip


def test_life_of_program_as_columns_with_the_dates_in_the_header(forum, tmp_path):
    top = [None] * 4 + ["Life of program", None, None, "QUARTER 1", None, None, "QUARTER 2", None, None]
    days = [None] * 7 + ["Oct 1, 2023 - Dec 31, 2023", None, None, "Jan 1, 2024 – Mar 31, 2024", None, None]
    header = ["Indicator", "Unit of measure", "C / NC", "Baseline", *["Target", "Actual", "% Met"] * 3]
    rows = [["Women trained", "women", "Not cumulative", 0, 100, 40, 0.4, 20, 10, 0.5, 30, 30, 1],
            ["Members satisfied", "%", "Not cumulative", 20, 80, 40, 0.5, 30, 25, 0.8, 50, 40, 0.8]]  # fmt: skip
    _write(tmp_path / "iptt.xlsx", [top, days, header, *rows], ["E1:G1", "H1:J1", "K1:M1", "H2:J2", "K2:M2"])
    assert forum.load(tmp_path / "iptt.xlsx", mappings=YES)[0].stops == []
    assert forum.query("select code, over_time, target from current_indicators order by 1") == [
        ("Members satisfied", "last", 80.0), ("Women trained", "sum", 100.0)]  # fmt: skip
    assert forum.query("select period, value from current_results where indicator = 'Women trained' order by 1") == [
        ("2023-Q4", 10.0), ("2024-Q1", 30.0)]  # fmt: skip


def test_a_published_table_gives_its_own_percentages(forum, shared):
    path = shared / "data/toladata_iptt/iptt_expected.csv"
    if not path.exists():
        pytest.skip("the table is not here")
    forum.load(path, mappings=YES)
    with path.open(encoding="utf-8-sig", newline="") as file:
        wanted = [row for row in csv.DictReader(file) if row["met"] and row["start"]]
    (name,) = {row["indicator"] for row in wanted}
    for row in wanted:
        period = f"{row['start'][:4]}-Q{(int(row['start'][5:7]) + 2) // 3}"
        found = forum.row(name, as_of="2018-12-31", by="period", period=period)
        assert (found["target"], found["actual"]) == (float(row["target"]), float(row["actual"]))
        assert round(found["achievement"] * 100) == int(row["met"].rstrip("%"))
    assert forum.query("select target, baseline from current_indicators") == [(100.0, 25.0)]


def _write(path, rows, merged=()):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for reference in merged:
        book.active.merge_cells(reference)
    book.save(path)
