"""Tables whose period stands above them as offices write it (`Bulan : Agustus`, `Januari s/d Juni TA 2025`), and
headers that look like periods and are none (K1 and K4 of a midwife, S1 of a teacher)."""

from tests.workbooks.making import Case, Page
from tests.workbooks.units_in_rows import NEW, rows

TRAINED = "Petani dilatih"
VILLAGES = {"Sukamaju": 12, "Mekarsari": 8}
TITLES = {  # the lines above the table → the period of its figures
    "bulan and tahun in cells of their own": ([["Bulan", None, ": Agustus"], ["Tahun", None, ": 2025"]], "2025-08"),
    "bulan and tahun in one cell each": ([["Bulan : Agustus"], ["Tahun : 2025"]], "2025-08"),
    "bulan and tahun in one line": ([["Bulan", ": Agustus", "Tahun", ": 2025"]], "2025-08"),
    "months in cells of their own": ([["Periode", "Januari 2025", "s/d", "Juni 2025"]], "2025-S1"),
    "months and a year in cells": ([["Bulan :", "Januari", "-", "Maret", "Tahun :", 2025]], "2025-Q1"),
    "a quarter's number behind its word": ([["Triwulan", "III (tiga)"], ["Tahun", 2025]], "2025-Q3"),
    "a month, and the word of its year": ([["Bulan: Agustus Tahun 2025"]], "2025-08"),
    "months up to others": ([["Periode Januari - Maret Tahun 2025"]], "2025-Q1"),
    "months up to others of a budget year": ([["Januari sampai dengan Juni TA 2025"]], "2025-S1"),
    "a stage and its months": ([["TAHAP I (JANUARI - JUNI) TAHUN ANGGARAN 2025"]], "2025-S1"),
    "the word of a month before months": ([["Bulan Juli s/d September Tahun 2025"]], "2025-Q3"),
    "a quarter and its months": ([["Laporan Triwulan II (April s.d. Juni) Tahun 2025"]], "2025-Q2"),
    "days of two months": ([["Periode 1 Juli 2024 - 31 Desember 2024"]], "2024-S2"),
    "days in figures": ([["Periode: 01/07/2024 s.d. 31/12/2024"]], "2024-S2"),
    "days in both languages": ([["Periode pelaporan / Reporting period: 1 Juli – 31 Desember 2024"]], "2024-S2"),
    "days of one month": ([["Kegiatan 1 s.d. 31 Juli 2025"]], "2025-07"),
    "a day that it is of": ([["Posisi 30 Juni 2025"]], "2025-06-30"),
    "a programme's years say nothing": ([["Program Juli 2023 - Juni 2026"], ["Triwulan II 2025"]], "2025-Q2"),
    "tribulan": ([["Tribulan II Tahun 2025"]], "2025-Q2"),
}
NO_PERIODS = {  # what no period of ours is: neither its first month nor its last, nor the year
    "four months": ("Periode Februari - Mei 2025", "not_a_period"),
    "a year from July": ("Periode Juli 2024 - Juni 2025", "which_fiscal_year"),
    "a week": ("Laporan Minggu ke-3 Agustus 2025", "period_is_week"),
    "a third of a year": ("Caturwulan I 2025", "period_is_four_months"),
}


def of_villages(*above):
    return {"Data": Page([["Program tani"], *above, [], ["Desa", TRAINED], *map(list, VILLAGES.items())])}


CASES = [
    *(Case(f"a title tells the period: {name}", of_villages(*above), results=rows(TRAINED, period, VILLAGES),
           stops=[NEW])
      for name, (above, period) in TITLES.items()),
    *(Case(f"a title that tells no period of ours stops: {name}", of_villages([title]), results=None,
           stops=[NEW, code])
      for name, (title, code) in NO_PERIODS.items()),
    Case(
        "headers with stages and their months, and months as people shorten them",
        {"BLT": Page([["Realisasi penyaluran 2025"], ["Indikator", "Satuan", "Tahap I (Jan-Mar)", "Tahap II (Apr-Jun)",
                                                      "Juli", "Agst", "Sept"],
                      ["Paket dibagikan", "paket", 41, 36, 12, 13, 14]])},
        results=[("Paket dibagikan", period, None, None, None, value)
                 for period, value in zip(("2025-Q1", "2025-Q2", "2025-07", "2025-08", "2025-09"),
                                          (41, 36, 12, 13, 14), strict=True)],
        stops=["which_over_time"],
    ),
    Case(
        "K1 and K4 are visits of pregnant women, and no quarters",
        {"PWS": Page([["PWS KIA Agustus 2025"], ["Desa", "K1", "K4", "KN1"], ["Kalitirto", 13, 11, 9],
                      ["Tegaltirto", 7, 6, 6]])},
        results=[*rows("K1", "2025-08", {"Kalitirto": 13, "Tegaltirto": 7}),
                 *rows("K4", "2025-08", {"Kalitirto": 11, "Tegaltirto": 6}),
                 *rows("KN1", "2025-08", {"Kalitirto": 9, "Tegaltirto": 6})],
        stops=[NEW, "which_over_time"] * 3,
    ),
    Case(
        "S1 and S2 beside D3 are degrees, and no halves of a year",
        {"Guru": Page([["Data guru 2025"], ["Sekolah", "D3", "S1", "S2"], ["SDN 1", 1, 10, 2],
                       ["SDN 2", 0, 6, 1]])},
        results=[*rows("D3", "2025", {"SDN 1": 1, "SDN 2": 0}), *rows("S1", "2025", {"SDN 1": 10, "SDN 2": 6}),
                 *rows("S2", "2025", {"SDN 1": 2, "SDN 2": 1})],
        stops=[NEW, "which_over_time"] * 3,
    ),
    Case(
        "a total from the start is not that of its last quarter's women and men",
        {"Peserta": Page([["Realisasi 2025"], ["Kegiatan", "Target (org)", "TW 1", None, "TW 2", None,
                                               "Total s.d. TW 2"], [None, None, "L", "P", "L", "P", None],
                          ["Kelas parenting", 200, 12, 38, 15, 41, 106]])},
        results=[("Kelas parenting", period, None, None, group, value) for period, group, value in
                 (("2025-Q1", "sex=m", 12), ("2025-Q1", "sex=f", 38), ("2025-Q2", "sex=m", 15),
                  ("2025-Q2", "sex=f", 41))],
        targets=[("Kelas parenting", "2025", None, None, None, 200)],
    ),
]
