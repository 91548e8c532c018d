"""Every problem at its very cell, in both languages, all of them at once."""

import re
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest

from data import intake
from data.problems import SENTENCES
from data.recognise import SheetMapping
from locales import translator
from tests.workbooks.making import Case, Page, written

LANGUAGES = ("id", "en")


@pytest.fixture(scope="module")
def known(forum_of, define):
    """A forum that knows three indicators, a partner and a place."""
    return forum_of(
        indicators=[
            define("IND-1", name="Petani dilatih"),
            define("IND-2"),
            define("IND-3"),
            define("PCT", unit="%", measure="percent", over_time="last", over_units="none"),
            define("FLAG", measure="yes_no", over_time="last", over_units="max"),
            define("SHARE", measure="ratio", unit="%", over_time="last", over_units="ratio"),
        ],
        partners=[{"code": "YTR", "name": "Yayasan Toya Rumeksa", "kind": "ngo"}],
        programmes=[{"code": "AIR", "name": "Air Bersih", "start": date(2024, 1, 1), "end": date(2027, 12, 31)}],
        results=[("IND-1", "2024", 1, "YTR", "Desa Sukamaju"), ("IND-3", "2019", 1, None, "Kabupaten Semarang")],
    )


@pytest.fixture
def sheet_of(known, tmp_path):
    """Checks a workbook of plain sheets: name → rows, header first."""

    def checked(**sheets):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name.replace("_", " "))
            for row in rows:
                sheet.append(row)
        book.save(tmp_path / "laporan.xlsx")
        return intake.check(known.store, tmp_path / "laporan.xlsx")

    return checked


RESULT = ["indikator", "periode", "mitra", "lokasi", "kelompok", "nilai", "pembilang", "penyebut"]
INDICATOR = [
    "kode",
    "nama",
    "tingkat",
    "satuan",
    "jenis ukuran",
    "arah",
    "antar waktu",
    "antar mitra dan lokasi",
    "nilai awal",
    "target",
    "target bawah",
    "target atas",
    "mulai dari nol",
]
NEW = ["X1", "Nama", "hasil", "orang", "angka", "naik", "jumlah", "jumlah"]


def results(*rows):
    return {"Realisasi": [RESULT, *rows]}


def indicators(*rows):
    return {"Indikator": [INDICATOR, *rows]}


def wide(*rows):
    return {"Realisasi": [["Indikator", "Satuan", "TW I 2025"], *rows]}


def shares(stated):
    """A table of four indicators whose last column says what share of its target each has reached."""
    head = ["Indikator", "Satuan", "Target 2025", "Realisasi 2025", "%"]
    figures = [("Sumur", 40, 20), ("Kader dilatih", 8, 2), ("Bidan dilatih", 20, 15), ("Jamban dibangun", 30, 3)]
    return {"Kinerja": [head, *([name, "unit", target, result, share]
                                for (name, target, result), share in zip(figures, stated, strict=True))]}  # fmt: skip


CASES = [
    ("note_row", "A3", results(["IND-1", "2025", None, None, None, 5], ["Catatan: angka TW III masih sementara"])),
    ("two_kinds", "A1", {"Lembar1": [["indikator", "periode", "mitra", "nilai"], ["IND-1", "2025", "YTR", None]]}),
    ("blank_targets", "C2", {"Target": [["indikator", "periode", "nilai"], ["IND-1", "2025", None],
                                        ["IND-1", "2026", 5]]}),
    ("percent_for_number", "F2", results(["IND-1", "2025", None, None, None, "80%"])),
    ("shares_added", "H2", indicators(["X1", "Nama", "hasil", "%", "rasio", "naik", "terakhir", "jumlah"])),
    ("shares_summed", "G2", indicators(["X1", "Nama", "hasil", "%", "persen", "naik", "jumlah", "tidak digabung"])),
    ("read_as_fractions", "D2", indicators(["X1", "Nama", "hasil", "%", "persen", "naik", "terakhir", "rata-rata",
                                            0.2, 0.8])),
    ("parts_differ", "F2", results(["IND-1", "2025", None, None, None, 35], ["IND-1", "2025", None, None, "sex=f", 10],
                                   ["IND-1", "2025", None, None, "sex=m", 20])),
    ("part_above_total", "F3", results(
        ["IND-1", "2025", None, None, None, 10], ["IND-1", "2025", None, None, "sex=f", 14])),
    ("code_and_name_differ", "D2", results(["IND-1", "2025", None, "33.22 Kabupaten Demak", None, 5])),
    ("no_known_sheet", None, {"Data": [["a", "b"], [1, 2]]}),
    ("missing_column", "A1", {"Realisasi": [["indikator", "nilai"], ["IND-1", 5]]}),
    ("two_columns", "D1", {"Realisasi": [["indikator", "periode", "nilai", "Nilai "], ["IND-1", "2025", 5, 6]]}),
    ("missing", "B2", results(["IND-1", None, None, None, None, 5])),
    ("not_a_number", "F2", results(["IND-1", "2025", None, None, None, "1.200 org"])),
    ("ambiguous_number", "F2", results(["IND-1", "2025", None, None, None, "1.234"])),
    ("error_cell", "F2", results(["IND-1", "2025", None, None, None, "#REF!"])),
    ("formula_without_value", "F2", results(["IND-1", "2025", None, None, None, "=1+1"])),
    ("not_a_date", "A2", {"Umpan Balik": [["tanggal", "isi"], ["kemarin", "Airnya keruh"]]}),
    ("not_a_period", "B2", results(["IND-1", "TW V 2025", None, None, None, 5])),
    ("running_total_period", "B2", {"Kontribusi": [["mitra", "periode", "jenis", "dijanjikan"],
                                                   ["YTR", "s.d. TW II 2025", "dana", 5]]}),
    ("running_total_gap", "F2", results(["IND-1", "s.d. TW III 2025", None, None, None, 5],
                                        ["IND-1", "TW I 2025", None, None, None, 2])),
    ("spent_of_budget", "C2", {"LRA": [["Realisasi 2025"], ["Uraian", "Anggaran", "Realisasi"],
                                       ["Belanja modal", 500_000_000, 350_000_000]]}),
    ("which_part_of_year", "F2", results(["IND-1", "s.d. TW III 2025", None, None, None, 5])),
    ("running_total_widened", "F2", results(["IND-1", "s.d. TW II 2025", None, None, None, 5])),
    ("running_total_left_out", "F2", results(["IND-1", "s.d. 2024", None, None, None, 5])),
    ("about", "F2", results(["IND-1", "2025", None, None, None, "± 45"])),
    ("running_total_beyond", "F2", results(["IND-1", "s.d. Agustus 2025", None, None, None, 9],
                                           ["IND-1", "Agustus 2025", None, None, None, 5])),
    ("running_total_before", "F2", results(["IND-1", "s.d. Agustus 2025", None, None, None, 5],
                                           ["IND-1", "September 2025", None, None, None, 2])),
    ("definition_changed", "B2", {"Realisasi": [["Indikator", "Target Akhir", "Satuan", "TW I 2025"],
            ["IND-1", 90, "orang", 5]]}),
    ("two_definitions", "B2", {"Indikator": [INDICATOR, [*NEW, 1, 9]],
                               "Lain": [["Indikator", "Target Akhir", "Satuan", "TW I 2025"], ["X1", 8, "orang", 5]]}),
    ("differing_definition", "B2", {"Realisasi": [["Indikator", "Nilai Awal", "Satuan", "Desa", "TW I 2025"],
                                                  ["IND-1", 3, "orang", "Desa A", 5],
            ["IND-1", 4, "orang", "Desa B", 6]]}),
    ("other_unit", "C2", {"Realisasi": [["Indikator", "Target Akhir", "Satuan", "TW I 2025"],
            ["IND-1", 90, "keluarga", 5]]}),
    ("which_code_system", "D2", results(["IND-1", "2025", None, "1101", None, 5])),
    ("bps_codes", "D2", results(["IND-1", "2025", None, "1101 Kabupaten Simeulue", None, 5])),
    ("old_place_code", "D2", results(["IND-1", "2025", None, "91.01", None, 5])),
    ("running_total_start", "F3", results(["IND-1", "s.d. TW IV 2024", None, None, None, 5],
                                          ["IND-1", "s.d. TW I 2025", None, None, None, 6],
                                          ["IND-1", "TW I 2024", None, None, None, 1],
                                          ["IND-1", "TW II 2024", None, None, None, 1],
                                          ["IND-1", "TW III 2024", None, None, None, 1])),
    ("running_total_falls", "F3", results(["IND-1", "s.d. TW I 2025", None, None, None, 5],
                                          ["IND-1", "s.d. TW II 2025", None, None, None, 4])),
    ("fiscal_year", "B2", results(["IND-1", "Q3 FY25", None, None, None, 5])),
    ("footnote", "F2", results(["IND-1", "2025", None, None, None, "12*"])),
    ("month_first", "B2", results(["IND-1", "3/4/2025", None, None, None, 5],
                                  ["IND-1", "3/14/2025", None, None, None, 6])),
    ("decimal_shown", "F2", results(["IND-1", "2025", None, None, None, "1.234"],
                                    ["IND-1", "2024-Q1", None, None, None, "1.234,5"])),
    ("no_year", "B2", results(["IND-1", "TW II", None, None, None, 5])),
    ("mixed_scales", "F3", results(["PCT", "2024", None, None, None, 40], ["PCT", "2025", None, None, None, 0.6])),
    ("far_above_target", "F2", results(["IND-1", "2025", None, None, None, 40])
     | {"Target": [["indikator", "periode", "nilai"], ["IND-1", "2025", 10]]}),
    ("part_of_one", "F2", results(["IND-1", "2025", None, None, None, 1.25])),
    ("outlier", "F8", results(*(["IND-1", f"2025-{month:02d}", None, None, None, figure]
                                for month, figure in enumerate([5, 6, 7, 5, 6, 7, 90], 1)))),
    ("future_period", "B2", results(["IND-1", "2099", None, None, None, 5])),
    ("same_as_before", "F6", results(*([code, period, None, None, None, figure] for period in ("2024", "2025")
                                       for code, figure in (("IND-1", 5), ("FLAG", "ya"), ("PCT", 40), ("IND-2", 7),
                                                            ("IND-3", 8)) if code != "FLAG"))),
    ("which_over_time", "A2", {"Realisasi": [["Indikator", "Satuan", "TW I 2025", "TW II 2025", "Target akhir"],
                                             ["Jumlah pompa", "unit", 1, 2, 9]]}),
    ("which_direction", "A2", wide(["Kasus kekerasan", "kasus", 5])),
    ("which_what", "C1", {"Lembar1": [["Indikator", "Satuan", "TW I 2025"], ["Jumlah pompa", "unit", 1]]}),
    ("share_or_figure", "C1", {"TW I 2025": [["Indikator", "Satuan", "Capaian"], ["Jumlah pompa", "unit", 85]]}),
    ("which_period", "C1", {"Realisasi": [["Indikator", "Satuan", "Minggu 3"], ["Jumlah pompa", "unit", 1]]}),
    ("which_version", "D1", {"Data": [["Indikator", "Satuan", "Target 2025", "Target 2025 (revisi)"],
                                      ["Jumlah pompa", "unit", 1, 2]]}),
    ("row_cancelled", "D2", {"Data": [["Indikator", "Satuan", "Realisasi 2025", "Ket"],
                                      ["Jumlah pompa", "unit", 1, "Dibatalkan"]]}),
    ("which_whole", "C3", {"Data": [["Indikator", "Satuan", "Realisasi 2025"], ["Cakupan air", "%", "85.5"],
                                    ["Jumlah petani", "orang", "1.234"]]}),
    ("which_date_order", "C1", {"Data": [["Indikator", "Satuan", "2/1/2025", "3/1/2025"],
                                         ["Jumlah pompa", "unit", 1, 2]]}),
    ("which_scale", "C1", {"Data": [["Indikator", "Satuan", "Realisasi 2024 (ribu orang)"], ["Petani", "orang", 1.2]]}),
    ("share_or_figure_rows", "C3", {"Data": [["Indikator", "Satuan", "Uraian", "2024", "2025"],
                                             ["Jumlah pompa", "unit", "Target", 10, 20],
                                             ["Jumlah pompa", "unit", "Capaian", 8, 15]]}),
    ("rows_of_no_kind", None, {"Data": [["Indikator", "Satuan", "Uraian", "2024", "2025"],
                                        ["Jumlah pompa", "unit", "Target", 10, 20],
                                        ["Jumlah pompa", "unit", "Realisasi", 8, 15],
                                        ["Jumlah pompa", "unit", "Anggaran", 500, 600]]}),
    ("shared_name", "A2", indicators(NEW, ["X2", *NEW[1:]]) | results([NEW[1], "2025", None, None, None, 5])),
    ("which_column", "B1", {"Form": [["tanggal", "Apa keluhan Anda?", "_id", "_uuid", "_index"],
                                     ["2025-07-01", "Air keruh", 1, "u", 1]]}),
    ("similar_indicator", "A2", wide(["Petani dilatihh", "orang", 5])),
    ("no_period", "C1", {"Realisasi": [["Indikator", "Satuan", "Realisasi"], ["Jumlah pompa", "unit", 1]]}),
    ("new_indicator", "A2", wide(["Jumlah pompa", "unit", 5])),
    ("told_outside", "A1", {"Realisasi": [["Laporan 2025"], ["Indikator", "Satuan", "TW I"],
            ["Jumlah pompa", "unit", 1]]}),
    ("calculated_columns", None, {"Lembar1": [["Indikator", "Satuan", "Target 2025", "Realisasi 2025", "Capaian (%)"],
                                              ["Jumlah pompa", "unit", 2, 1, 50]]}),
    ("predicate_row", "C2", wide(["Opini BPK", "opini", "WTP"], ["Jumlah pompa", "unit", 5])),
    ("sheet_repeats", None, {"Capaian": [["Indikator", "Satuan", "Realisasi 2025"], ["Jumlah pompa", "unit", 5],
                                         ["Sumur digali", "unit", 7]],
                             "Grafik": [["Indikator", "Realisasi"], ["Jumlah pompa", 5], ["Sumur digali", 7]]}),
    ("target_of_each", "C1", {"Lembar1": [["Indikator", "Satuan", "Target/bln", "Realisasi Jan 2025"],
                                          ["Jumlah pompa", "unit", 2, 1]]}),
    ("heading_row", "A2", wide(["Lain-lain"], ["Jumlah pompa", "unit", 5])),
    ("carried_down", "A3", {"Realisasi": [["Indikator", "Satuan", "Desa", "TW I 2025"],
            ["Jumlah pompa", "unit", "Desa A", 1],
                                          [None, None, "Desa B", 2]]}),
    ("blank_cells", None, {"Realisasi": [["Indikator", "Satuan", "TW I 2025", "TW II 2025"],
            ["Jumlah pompa", "unit", 1, None]]}),
    ("same_figure_twice", "C3", wide(["Jumlah pompa", "unit", 5], ["Jumlah pompa", "unit", 6])),
    ("not_an_answer", "F2", indicators([*NEW[:5], "miring", *NEW[6:]])),
    ("not_yes_no", "M2", indicators([*NEW, None, None, None, None, "mungkin"])),
    ("which_voice", "B1", {"Log": [["Tgl", "Apa kata warga"],
                                   [datetime(2025, 1, 2), "Air di sumur kami keruh lagi"],
                                   [datetime(2025, 1, 3), "Petugas belum datang sampai sekarang"]]}),
    ("which_activity", "A1", {"Log": [["Hari", "kegiatan", "lokasi", "mitra"],
                                      [datetime(2025, 1, 2), "Pelatihan kompos bagi petani desa", "DIY", "YTR"],
                                      [datetime(2025, 1, 3), "Rapat koordinasi dengan para dinas", "DIY", "YTR"]]}),
    ("which_week", "C1", {"Data": [["Indikator", "Satuan", "W12 2025"], ["IND-1", "orang", 5]]}),
    ("which_four_months", "C1", {"Data": [["Indikator", "Satuan", "Cawu I 2025"], ["IND-1", "orang", 5]]}),
    ("which_fiscal_year", "C1", {"Data": [["Indikator", "Satuan", "Realisasi 2024/2025"], ["IND-1", "orang", 5]]}),
    ("period_is_week", "B2", results(["IND-1", "Minggu ke-3 Maret 2025", None, None, None, 5])),
    ("period_is_four_months", "B2", results(["IND-1", "Caturwulan II 2025", None, None, None, 5])),
    ("which_new", "A2", results(["Sumur yang berfungsi", "2025", None, None, None, 5])),
    ("unknown_indicator", "A2", results(["IND-9", "2025", None, None, None, 5])),
    ("unknown_codes", None, results(["IND-1", "2025", "PT Baru", None, None, 5])),
    ("similar_code", "C2", results(["IND-1", "2025", "Yayasan Toya Rumeksaa", None, None, 5])),
    ("new_places", None, results(["IND-1", "2025", None, "Desa Antah Berantah", None, 5])),
    ("similar_place", "D2", results(["IND-1", "2025", None, "Desa Sukamajuu", None, 5])),
    ("ambiguous_place", "D2", results(["IND-1", "2025", None, "Semarang", None, 5])),
    ("lost_zero", "D2", results(["IND-1", "2025", None, 33.1, None, 5])),
    pytest.param(
        "not_a_group",
        "E2",
        results(["IND-1", "2025", None, None, "anak", 5]),
    ),
    ("same_row_twice", "A3", results(["IND-1", "2025", None, None, None, 5], ["IND-1", "2025", None, None, None, 6])),
    ("same_code_twice", "A3", indicators(NEW, NEW)),
    ("blank_results", "F2", results(["IND-1", "2025", None, None, None, None])),
    ("zero_denominator", "H2", results(["SHARE", "2025", None, None, None, None, 5, 0])),
    ("above_whole", "G2", results(["SHARE", "2025", None, None, None, None, 30, 20])),
    ("half_ratio", "H2", results(["SHARE", "2025", None, None, None, None, 5, None])),
    ("parts_count_for_nothing", "F2", results(["IND-1", "2025", None, None, None, None, 5, 10])),
    ("ratio_needs_parts", "F2", results(["SHARE", "2025", None, None, None, 50])),
    ("parts_disagree", "F2", results(["SHARE", "2025", None, None, None, 70, 1, 2])),
    ("word_for_number", "F2", results(["IND-1", "2025", None, None, None, "ya"])),
    ("negative_result", "F2", results(["IND-1", "2025", None, None, None, "(85)"])),
    ("negative_figure", "C2", {"Kebutuhan": [["lokasi", "sektor", "orang membutuhkan"], ["33.22", "gizi", -5]]}),
    ("masked", None, {"Umpan Balik": [["tanggal", "isi"], [datetime(2025, 1, 2), "Hubungi 0812-3456-7890"]]}),
    ("rating_range", "C2", {"Umpan Balik": [["tanggal", "isi", "penilaian"], [datetime(2025, 1, 2), "Bagus", 6]]}),
    ("low_above_high", "K2", indicators([*NEW, None, None, 5, 3])),
    (
        "ends_before_start",
        "D2",
        {"Program": [["kode", "nama", "mulai", "selesai"], ["P", "Nama", datetime(2025, 1, 2), datetime(2024, 1, 1)]]},
    ),
    ("direction_conflict", "J2", indicators([*NEW, 10, 5])),
    ("no_baseline", "I2", indicators([*NEW, None, 5])),
    ("total_row", "A3", results(["IND-1", "2025", None, None, None, 5], ["JUMLAH", None, None, None, None, 5])),
    ("total_of_units", "F2", results(["IND-1", "2025", None, "DIY", None, 9],
                                     ["IND-1", "2025", None, "Sleman", None, 9])),
    ("target_repeated", "B2", {month: [["Indikator", "Target 2025", f"Realisasi {month} 2025"], ["IND-1", 50, 4]]
                               for month in ("Januari", "Februari")}),
    ("running_total_split", "F3", results(["IND-2", "s.d. TW I 2025", None, None, None, 4],
                                          ["IND-2", "s.d. TW II 2025", None, None, None, 9])),
    ("counted_twice", "F2", results(["IND-3", "2019", None, "Jawa Tengah", None, 9])),
    ("counted_twice_here", "F2", results(["IND-1", "2025", None, "DIY", None, 9],
                                         ["IND-1", "TW I 2025", None, "Kabupaten Sleman", None, 5])),
    ("total_where_blank", None, {"Capaian": [["Indikator", "Realisasi 2025", None, None], [None, "L", "P", "L+P"],
                                             ["IND-1", None, None, 7]]}),
    ("which_place", "B2", {"Data": [["Kode Wilayah", "Kabupaten", "Indikator", "Satuan", "Realisasi 2025"],
                                    ["34.04", "Bantul", "IND-1", "orang", 1]]}),
    ("header_as_indicator", "B2", {"Data": [["Tahun 2025"], ["Kecamatan", "Jumlah sumur"], ["Gamping", 20],
                                            ["Godean", 30]]}),
    ("question_twice", "D1", {"Form": [["tanggal", "desa", "keluhan", "keluhan", "_id", "_uuid"],
                                       [datetime(2025, 1, 2), "Gamping", "Keruh", None, 1, "u"]]}),
    ("positions", None, {"Form": [["tanggal", "keluhan", "titik", "_titik_latitude", "_id", "_uuid"],
                                  [datetime(2025, 1, 2), "Keruh", "-7.79 110.36 0 5", -7.79, 1, "u"]]}),
    ("whose_sheet", None, {"Sleman": [["Indikator", "Realisasi 2025"], ["IND-1", 1]],
                           "Catatan_Umum": [["Indikator", "Realisasi 2025"], ["IND-2", 1]]}),
    (
        "total_beside_parts",
        "C3",
        results(["IND-1", "2025", "YTR", None, None, 5], ["IND-1", "2025", None, None, None, 5]),
    ),
    ("sheet_ignored", None, results(["IND-1", "2025", None, None, None, 5]) | {"Foto": [["x"], [1]]}),
    (
        "columns_ignored",
        None,
        {"Realisasi": [["indikator", "periode", "nilai", "warna"], ["IND-1", "2025", 5, "biru"]]},
    ),
    ("nothing_to_store", None, {"Realisasi": [["indikator", "periode", "nilai"]]}),
    ("stated_share_differs", "E5", shares([50, 25, 75, 20])),
    ("stated_shares_swapped", "E1", shares([200, 400, 133, 1000])),
    ("stated_shares_differ", "E1", shares([7, 8, 9, 11])),
    ("rows_below", "D4", results(["IND-1", "2025", None, None, None, 5], [], [*[None] * 3, "Sleman, 3 Juli 2025"],
                                 [*[None] * 3, "Ketua Forum,"])),
]


def _code(case) -> str:
    return getattr(case, "values", case)[0]


@pytest.mark.parametrize(("code", "cell", "sheets"), CASES, ids=[_code(case) for case in CASES])
def test_a_problem_names_its_cell_and_speaks_both_languages(sheet_of, code, cell, sheets):
    outcome = sheet_of(**{name.replace(" ", "_"): rows for name, rows in sheets.items()})
    found = [problem for problem in outcome.problems if problem.code == code]
    assert [problem.cell for problem in found] == [cell], [(problem.code, problem.cell) for problem in outcome.problems]
    for language in LANGUAGES:
        sentence = found[0].sentence(translator(language))
        assert not re.search(r"[{}]|None|Column\(|Answer\(", sentence), sentence


def test_every_sentence_is_provoked_here():
    # test_ledger, below, test_erasure, tests/workbooks (hidden columns, thousands, cancelled), test_running_totals,
    # test_masked_units, and test_counted_twice
    elsewhere = {"counted_once", "counted_once_here", "scaled", "already_stored", "left_behind", "hidden_sheet",
                 "erased_left_out", "hidden_figures", "row_cancelled_left_out", "year_so_far", "part_of_year_left_out",
                 "masked_alike"}  # fmt: skip
    provoked = {_code(case) for case in CASES} | elsewhere
    assert set(SENTENCES) - provoked == set()


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_asks_for_the_same_values_in_both_languages(code):
    source = SENTENCES[code]
    assert set(re.findall(r"{(\w+)}", translator("id")(source))) == set(re.findall(r"{(\w+)}", source))


def test_the_sentence_of_the_design(sheet_of):
    """Sheet 'TW III', sel F12 (Realisasi): tertulis '1.200 org'. Harus angka saja. Usulan: 1200."""
    header = ["indikator", "periode", "mitra", "lokasi", "kelompok", "Realisasi"]
    rows = [["IND-1", f"2025-{month:02d}", None, None, None, 5] for month in range(1, 11)]
    outcome = sheet_of(TW_III=[header, *rows, ["IND-1", "2025-11", None, None, None, "1.200 org"]])
    problem = outcome.stops[0]
    assert (problem.sheet, problem.cell, problem.header, problem.repair) == ("TW III", "F12", "Realisasi", 1200)
    assert "1.200 org" in problem.sentence(translator("id"))


@pytest.mark.parametrize(("direction", "over_time", "target", "is_told"),
                         [("up", "last", 70, True), ("down", "last", 90, True), ("up", "last", 90, False),
                          ("up", "sum", 70, False)])  # fmt: skip
def test_a_target_of_a_period_on_the_wrong_side_of_the_stored_baseline_is_told(
    forum, define, direction, over_time, target, is_told
):
    forum.send(indicators=[define("L", direction=direction, over_time=over_time, baseline=80)])
    outcome = forum.check(targets=[{"indicator": "L", "period": "2025", "value": target}])
    found = [problem for problem in outcome.warnings if problem.code == "direction_conflict"]
    assert [problem.params["found"] for problem in found] == [target] * is_told


@pytest.mark.parametrize(("unit", "told"), [("KK", ["B2"]), ("Orang", []), ("people", [])])
def test_a_known_indicator_in_another_unit_is_told_where_only_results_are_sent(known, tmp_path, unit, told):
    page = Page([["Indikator", "Satuan", "Realisasi 2024"], ["IND-2", unit, 3]])
    outcome = intake.check(known.store, written(Case("x", {"Data": page}), tmp_path))
    assert [problem.cell for problem in outcome.warnings if problem.code == "other_unit"] == told


@pytest.mark.parametrize(("total", "told"), [(2.11, []), (2.2, ["F2"])])
def test_a_total_that_is_its_parts_rounded_does_not_differ_from_them(sheet_of, total, told):
    parts = [["IND-1", "2023", None, None, group, figure] for group, figure in (("sex=f", 1.052), ("sex=m", 1.053))]
    outcome = sheet_of(**results(["IND-1", "2023", None, None, None, total], *parts))
    assert [problem.cell for problem in outcome.warnings if problem.code == "parts_differ"] == told


def test_figures_that_were_multiplied_are_told(known, tmp_path):
    page = Page([["Indikator", "Realisasi 2024 (ribu orang)"], ["IND-1", 1.2]])
    path = written(Case("x", {"Data": page}), tmp_path)
    outcome = intake.check(known.store, path, mappings=[SheetMapping("", "", 0, accepts=True)])
    (told,) = [problem for problem in outcome.warnings if problem.code == "scaled"]
    assert (told.cell, told.params["sample"], told.params["expected"]) == ("B1", 1.2, 1200)


def test_a_date_where_a_figure_belongs_is_shown_as_it_stands(sheet_of):
    outcome = sheet_of(**results(["IND-1", "2025", None, None, None, datetime(2025, 3, 5)]))
    assert "2025" in str(outcome.stops[0].params["found"])
    assert "12/2025" not in str(outcome.stops[0].params["found"])


def test_a_formula_never_calculated_is_one_problem_not_two(sheet_of):
    outcome = sheet_of(Target=[["indikator", "periode", "nilai"], ["IND-1", "2025", "=1+1"]])
    assert [problem.code for problem in outcome.stops] == ["formula_without_value"]


def test_all_problems_are_told_at_once(sheet_of):
    outcome = sheet_of(
        **results(
            ["IND-9", "2025", None, None, None, 1],
            ["IND-1", "kapan", None, None, None, 2],
            ["IND-1", "2025", None, None, None, "banyak"],
        )
        | indicators([*NEW[:5], "miring", *NEW[6:]])
    )
    assert {(problem.sheet, problem.cell) for problem in outcome.stops} == {
        ("Realisasi", "A2"), ("Realisasi", "B3"), ("Realisasi", "F4"), ("Indikator", "F2")}  # fmt: skip


@pytest.mark.parametrize("place", ["Desa Baru", "33.74", "Kabupaten Sleman"])
def test_a_good_place_does_not_stop(sheet_of, place):
    assert sheet_of(**results(["IND-1", "2025", None, place, None, 5])).stops == []


# --- what people really write, and must not be lost ----------


def test_an_indicator_called_jumlah_is_not_a_total_row(forum, define):
    """`Jumlah petani dilatih` is how half of all Indonesian indicators are called."""
    forum.send(indicators=[define("P1", name="Jumlah petani dilatih")],
               results=[("Jumlah petani dilatih", "2025", 40)])  # fmt: skip
    assert forum.actual("P1") == 40


def test_an_indicator_called_jumlah_with_a_gap_is_asked_to_be_filled_in(forum, define):
    forum.send(indicators=[define("P1", name="Jumlah petani dilatih")])
    name = "Jumlah petani dilatih"
    outcome = forum.check(results=[(name, None, 5), (name, "2025-Q1", 7), ("Jumlah semua", None, 12)])
    assert [(problem.code, problem.cell) for problem in outcome.stops] == [("missing", "B2")]
    assert [(problem.code, problem.cell) for problem in outcome.warnings] == [("total_row", "A4")]


def test_a_partner_with_its_name_alone_is_no_note(forum):
    outcome = forum.check(partners=[{"name": "Yayasan Tani Raya"}, {"code": "A", "name": "B", "kind": "ngo"}])
    assert [(problem.code, problem.cell) for problem in outcome.stops] == [("missing", "A2"), ("missing", "C2")]
    assert "note_row" not in {problem.code for problem in outcome.problems}


@pytest.mark.parametrize(
    ("cell", "text", "code"),
    [
        ("A", "Angka TW III masih sementara", "note_row"),
        ("D", "Sleman, 3 Juli 2025", "rows_below"),
        ("D", "Catatan: angka sementara", "note_row"),
        ("D", "* angka sementara", "note_row"),
    ],
)
def test_a_note_or_the_place_and_day_of_a_signature_is_left_out_by_name(sheet_of, cell, text, code):
    note = [text if letter == cell else None for letter in "ABCDEF"]
    outcome = sheet_of(**results(["IND-1", "2025", None, None, None, 5], note))
    assert outcome.stops == []
    assert [problem.params["found"] for problem in outcome.warnings if problem.code == code] == [text]


SHARED = "Jumlah peserta pelatihan"


@pytest.fixture
def two_of_one_name(forum, define):
    forum.send(indicators=[define("A-1", name=SHARED), define("B-1", name=SHARED)])
    return forum


def test_a_name_that_two_indicators_share_is_asked_about_in_a_long_table(two_of_one_name):
    path = two_of_one_name.workbook(results=[(SHARED, "2025-Q1", 5), (SHARED, "2025-Q2", 7), ("A-1", "2025-Q3", 9)])
    (problem,) = intake.check(two_of_one_name.store, path).stops
    assert (problem.code, problem.cell, problem.question.options) == ("shared_name", "A2", ("A-1", "B-1"))
    answered = [SheetMapping("", "", 0, answers={"same_as": {SHARED: "B-1"}})]
    assert two_of_one_name.load(path, mappings=answered)[0].stops == []
    assert sorted(two_of_one_name.query("select indicator, value from current_results")) == [
        ("A-1", 9), ("B-1", 5), ("B-1", 7)]  # fmt: skip


def test_a_name_that_two_indicators_share_is_asked_about_in_a_wide_table_even_where_proposals_are_accepted(
    two_of_one_name,
):
    page = [["Indikator", "Satuan", "Realisasi TW I 2025"], [SHARED, "orang", 5]]
    path = written(Case("x", {"Data": Page(page)}), two_of_one_name.folder)
    accepting = SheetMapping("", "", 0, accepts=True)
    assert [each.code for each in two_of_one_name.load(path, mappings=[accepting])[0].stops] == ["shared_name"]
    answered = replace(accepting, answers={"same_as": {SHARED: "B-1"}})
    assert two_of_one_name.load(path, mappings=[answered])[0].stops == []
    assert two_of_one_name.query("select indicator, value from current_results") == [("B-1", 5)]


def test_the_same_row_in_two_sheets_of_a_workbook_is_found(sheet_of):
    row = ["IND-1", "2025", None, None, None]
    outcome = sheet_of(Realisasi=[RESULT, [*row, 5]], Results=[RESULT, [*row, 6]])
    assert [problem for problem in outcome.problems if problem.code == "same_row_twice"]


def test_codes_that_differ_only_in_case_are_not_mixed_up(forum, define):
    outcome = forum.load(
        forum.workbook(indicators=[define("a-1"), define("A-1")], results=[("a-1", "2025", 5), ("A-1", "2025-Q1", 7)])
    )[0]
    assert outcome.stops or (forum.actual("a-1"), forum.actual("A-1")) == (5, 7)


@pytest.mark.parametrize("word", ["ya", "sudah", "x"])
def test_a_word_in_any_column_of_figures_is_told(sheet_of, word):
    header = ["mitra", "kegiatan", "lokasi", "mulai", "rencana"]
    outcome = sheet_of(Kegiatan=[header, ["YTR", "Pelatihan", "Desa Sukamaju", datetime(2025, 1, 1), word]])
    assert [problem.cell for problem in outcome.stops] == ["E2"]


def test_a_percentage_where_people_are_counted_is_told(sheet_of):
    outcome = sheet_of(**results(["IND-1", "2025", None, None, None, "80%"]))
    assert outcome.problems


def test_a_place_whose_code_and_name_disagree_is_told(sheet_of):
    outcome = sheet_of(
        **results(["IND-1", "2025", None, "33.22 Kabupaten Demak", None, 5])
    )  # 33.22 is Kabupaten Semarang
    assert [problem for problem in outcome.problems if problem.cell == "D2"]


def test_a_ward_called_by_a_number_is_not_a_province(known, sheet_of):
    """13 Ilir is a ward of Palembang; 13 is also the code of Sumatera Barat."""
    outcome = sheet_of(**results(["IND-1", "2025", None, "13 Ilir", None, 5]))
    assert [problem for problem in outcome.problems if "13 Ilir" in str(problem.params)]


@pytest.mark.parametrize("value", [0.8, 1.2])
def test_small_percentages_are_not_taken_for_fractions_in_silence(forum, define, value):
    """A prevalence of 0.8 % against 8 cases of 1,000: the ratio and its target must be of one kind, or asked about."""
    outcome = forum.load(
        forum.workbook(
            indicators=[
                define(
                    "TB",
                    unit="%",
                    measure="ratio",
                    over_time="last",
                    over_units="ratio",
                    target=value,
                    baseline=1.4,
                    target_date=date(2025, 12, 31),
                    direction="down",
                )
            ],
            results=[{"indicator": "TB", "period": "2025", "numerator": 8, "denominator": 1000}],
        )
    )[0]
    if not [problem for problem in outcome.problems if problem.code != "nothing"]:
        assert forum.actual("TB") == pytest.approx(0.8)


def test_a_hidden_sheet_is_left_out_and_said(known, tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Realisasi"
    for row in (RESULT, ["IND-1", "2025", None, None, None, 5]):
        book.active.append(row)
    hidden = book.create_sheet("Target")
    for row in (["indikator", "periode", "nilai"], ["IND-1", "2025", 999]):
        hidden.append(row)
    hidden.sheet_state = "veryHidden"
    book.save(tmp_path / "laporan.xlsx")
    outcome = intake.check(known.store, tmp_path / "laporan.xlsx")
    assert set(outcome.rows) == {"results"}
    assert ("hidden_sheet", "Target") in [(problem.code, problem.sheet) for problem in outcome.warnings]
