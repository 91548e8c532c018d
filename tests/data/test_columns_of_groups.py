"""A table with two columns that tell groups: one of them is read, and the other is named."""

from data import intake
from tests.workbooks.making import Case, Page, written


def test_a_second_column_of_groups_is_named(forum, tmp_path):
    page = Page([["Laporan bulanan"], ["Indikator", "Bulan", "Jenis Kelamin", "Kelompok Umur", "Jumlah Realisasi"],
                 ["Skrining PTM", "Mei 2025", "Laki-laki", "15-59", 40],
                 ["Skrining PTM", "Mei 2025", "Perempuan", "60+", 70]])  # fmt: skip
    outcome = intake.check(forum.store, written(Case("", {"Data": page}), tmp_path))
    told = [str(problem.params["found"]) for problem in outcome.problems if problem.code == "columns_ignored"]
    assert told == ["'Kelompok Umur'"]
