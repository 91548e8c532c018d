"""The store that the change of filter is measured on: it follows the schema, and says something on the screen."""

from datetime import date

from benchmarks.filter_change import INDICATORS, PROGRAMMES, fill
from metrics.engine import open_measured
from metrics.progress import progress


def test_every_indicator_has_a_target_a_result_and_a_programme(tmp_path):
    fill(tmp_path / "b.duckdb", 2_000)  # two results for each indicator, partner and place of the first quarter

    store = open_measured(tmp_path / "b.duckdb")
    found = progress(store, date(2026, 11, 22))
    store.close()

    assert len(found) == INDICATORS
    assert found["programme"].nunique() == PROGRAMMES
    assert (found["target"] == 100_000).all()
    # every fifth indicator is a ratio in the workbook and comes here without a figure
    assert found["actual"].notna().sum() == INDICATORS * 4 // 5
