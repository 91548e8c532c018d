"""A table with two columns that tell groups: both make one group; one that names no people is left out by name. People
with disabilities are among the others."""

import pytest

from data import intake
from tests.workbooks.making import Case, Page, written


@pytest.mark.parametrize(("header", "texts", "left_out", "groups"), [
    ("Kelompok Umur", ("15-59", "60+"), [], ["age=15-59;sex=m", "age=60+;sex=f"]),
    ("Status disabilitas", ("Ya", "Tidak"), [], ["disability=tidak;sex=f", "disability=yes;sex=m"]),
    ("Kategori", ("Prioritas", "Wajib"), ["'Kategori'"], ["sex=f", "sex=m"]),
])  # fmt: skip
def test_two_columns_of_groups_make_one_group(forum, define, tmp_path, header, texts, left_out, groups):
    page = Page(
        [
            ["Laporan bulanan"],
            ["Indikator", "Bulan", "Jenis Kelamin", header, "Jumlah Realisasi"],
            ["PTM", "Mei 2025", "Laki-laki", texts[0], 40],
            ["PTM", "Mei 2025", "Perempuan", texts[1], 70],
        ]
    )
    forum.send(indicators=[define("PTM")])
    (outcome,) = intake.load(forum.store, [written(Case("", {"Data": page}), tmp_path)])
    told = [str(problem.params["found"]) for problem in outcome.problems if problem.code == "columns_ignored"]
    assert (told, outcome.stops) == (left_out, [])
    assert sorted(group for (group,) in forum.query('select "group" from current_results')) == groups


@pytest.mark.parametrize("groups", [("sex=m", "sex=f"), ("age=0-17", "age=18+"), ("people=anak", "people=dewasa")])
def test_people_with_disabilities_are_no_split_of_all(forum, define, groups):
    figures = dict(zip((*groups, "disability=yes"), (100, 80, 12), strict=True))
    sent = forum.send(
        indicators=[define("PTM")],
        results=[["PTM", "2025", value, None, None, group] for group, value in figures.items()],
    )
    assert forum.row("PTM")["actual"] == 180
    assert "parts_differ" not in {problem.code for problem in sent.problems}
    total = forum.send(results=[["PTM", "2025", value, None, None, group]
                                for group, value in ((None, 180), ("disability=yes", 12))])  # fmt: skip
    assert "parts_differ" not in {problem.code for problem in total.problems}
