"""A figure of a rearranged table leads to its own cell, in the ledger, in problems, and in a store made before."""

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import numbers, periods
from data.bodies import Bad
from data.figure_column import figure
from data.store import Store
from tests.workbooks.making import Case, Page, written

TRAINED = "Jumlah petani dilatih"


def test_a_store_made_before_cells_were_kept_opens_and_keeps_its_figures(tmp_path):
    path = tmp_path / "old.duckdb"
    Store(path).close()
    with duckdb.connect(str(path)) as old:
        for view in ("current_results", "current_targets"):
            old.execute(f"drop view {view}")
        for table in ("results", "targets"):
            old.execute(f"alter table {table} drop column value_cell")
        old.execute("""insert into results (upload_id, sheet, row_number, indicator, period, period_kind, period_start,
            period_end, value) values (1, 'Realisasi', 2, 'I', '2025', 'year', '2025-01-01', '2025-12-31', 5)""")
    store = Store(path)
    with store.cursor() as cursor:
        assert cursor.execute("select value, value_cell from results").fetchall() == [(5.0, None)]
        assert cursor.execute("select count(*) from current_targets where value_cell is null").fetchall() == [(0,)]
    store.close()


def test_a_problem_in_a_tracking_table_names_the_cell_and_its_header(forum, tmp_path):
    page = Page(
        [
            ["Indikator", "Satuan", "TW I 2025", None],
            [None, None, "Target", "Realisasi"],
            [TRAINED, "orang", 10, "banyak"],
        ],
        merged=["C1:D1"],
    )
    (problem,) = forum.load(written(Case("x", {"IPTT": page}), tmp_path))[0].stops
    assert (problem.code, problem.cell, problem.header) == ("not_a_number", "D3", "TW I 2025 › Realisasi")


def test_the_trace_of_target_result_and_baseline_leads_to_three_cells(forum, tmp_path):
    page = Page(
        [["Indikator", "Satuan", "Baseline", "Target TW I 2025", "Realisasi TW I 2025"], [TRAINED, "orang", 1, 10, 8]]
    )
    assert forum.load(written(Case("x", {"IPTT": page}), tmp_path))[0].stops == []
    traced = {row["what"]: (row["cell"], row["header"]) for row in forum.trace(TRAINED)}
    assert traced == {
        "baseline": ("C2", "Baseline"),
        "target": ("D2", "Target TW I 2025"),
        "result": ("E2", "Realisasi TW I 2025"),
    }


# --- parsers ----------

MANY = settings(max_examples=600, deadline=None)


@MANY
@given(value=st.integers(0, 10**7), mark=st.sampled_from(["*", "**", "²", "¹", "†", " *", "⁴"]))
def test_the_sign_of_a_footnote_never_becomes_a_digit(value, mark):
    found = figure(f"{value}{mark}", None)
    assert isinstance(found, Bad) and found.kept == numbers.Number(float(value))


@MANY
@given(
    year=st.integers(1990, 2099), kind=st.sampled_from(["quarter", "half", "month"]), data=st.data(),
    sign=st.sampled_from(["s.d. ", "s/d ", "sampai dengan ", "hingga ", "S.D. "]),
)  # fmt: skip
def test_a_running_total_is_the_period_behind_its_sign(year, kind, data, sign):
    part = periods.Part(kind, data.draw(st.integers(1, 12 // periods.MONTHS_IN[kind])))
    text = f"{sign}{part.text} {year}"
    assert periods.period(text) is None
    assert periods.period(periods.to_date(text)) == part.of(year) == periods.period(f"{part.text} {year}")
    assert periods.part(part.text) == part


@MANY
@given(text=st.text(alphabet="0123456789.,*²%()Rp jt-−", max_size=12), decimal=st.sampled_from([None, ",", "."]))
def test_any_text_is_a_figure_or_a_question_and_its_reading_does_not_depend_on_a_doubtless_column(text, decimal):
    found = figure(text, decimal)
    own = numbers.decimal_sign([text])
    if own and isinstance(found, numbers.Number):
        assert found == numbers.number(text, own)


@pytest.mark.parametrize("text", ["Q3 FY25", "FY2025", "Triwulan III FY 2025"])
def test_a_fiscal_year_is_noticed(text):
    assert periods.is_fiscal(text) and periods.period(text).start.year == 2025
