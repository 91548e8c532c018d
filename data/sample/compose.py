"""Compose the numeric sheets of the sample, targets.csv and results.csv: a forum that does not exist.

    python data/sample/compose.py

Every site (a partner in a place) draws from a generator seeded with its own name, so the files come out the
same on every machine and a change to one site leaves the others as they are. What people would have written
by hand (gaps, late reports, marks, notes, place names instead of codes) stands below in tables. README.md
tells the story.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
TARGET_COLUMNS = ["indicator", "period", "partner", "place", "group", "value"]
RESULT_COLUMNS = [*TARGET_COLUMNS, "numerator", "denominator", "note", "evidence"]

QUARTERS = ["2024-Q4"] + [f"{year}-Q{quarter}" for year in (2025, 2026, 2027) for quarter in (1, 2, 3, 4)]
REPORTED = QUARTERS[:8]
# The share of the way from baseline to final target planned by the end of each quarter: a slow start.
PLAN = [0.02, 0.06, 0.12, 0.19, 0.27, 0.35, 0.44, 0.53, 0.62, 0.72, 0.82, 0.92, 1.0]


@dataclass(frozen=True)
class Site:
    """A partner in a place: where it started, where it should end, and how fast it goes (1 = as planned)."""

    partner: str
    place: str
    start: float
    goal: float
    pace: float = 1.0


def sites(table: str) -> list[Site]:
    """The sites of a table with one `partner place start goal [pace]` a line."""
    rows = (line.split() for line in table.strip().splitlines())
    return [Site(partner, place, *map(float, numbers)) for partner, place, *numbers in rows]


# The plan: sites, their sizes and paces, and what was promised for each period.
SAFE_WATER = sites("""
    TOYA    33.22 2150 5600 1.05
    TOYA    33.73 1480 3200 1.10
    TOYA    33.15 1920 6100 0.97
    TOYA    33.16 1260 5200 0.84
    TOYA    33.12 1740 4900 1.02
    TOYA    34.03 2380 6800 1.12
    TOYA    33.29 1610 4700 0.95
    TOYA    33.01 1330 3900 0.99
    NGAYOMI 33.24 1190 3100 1.08
    NGAYOMI 33.25 1080 2900 0.97
    NGAYOMI 33.07 1370 3300 1.20
    NGAYOMI 34.01  940 2300 1.04
""")
WATER_POINTS = sites("""
    TOYA    33.22 0 18 0.95
    TOYA    33.73 0  8 1.10
    TOYA    33.15 0 22 0.62
    TOYA    33.16 0 20 0.52
    TOYA    33.12 0 18 0.80
    TOYA    34.03 0 24 0.98
    TOYA    33.29 0 17 0.66
    TOYA    33.01 0 13 0.70
    NGAYOMI 33.24 0 11 0.85
    NGAYOMI 33.25 0 10 0.70
    NGAYOMI 33.07 0 12 1.00
    NGAYOMI 34.01 0  7 0.75
""")
DIARRHOEA = sites("""
    UKP    33.22 188  90 1.05
    UKP    33.15 214 104 0.98
    UKP    33.16 176  88 0.90
    UKP    33.12 152  76 1.08
    GEMATI 34.03 168  80 1.15
    GEMATI 33.29 226 110 0.92
    GEMATI 33.07 104  52 1.10
    GEMATI 34.01  82  40 1.12
""")
# Households in the villages of the programme, and the share with a decent toilet at the baseline.
TOILETS = {
    Site("TOYA", "33.22", 66, 93, 1.05): 1420,
    Site("TOYA", "33.15", 55, 88, 0.96): 1610,
    Site("TOYA", "33.16", 57, 88, 0.90): 1380,
    Site("TOYA", "33.12", 64, 91, 1.04): 1290,
    Site("TOYA", "34.03", 60, 90, 1.10): 1740,
    Site("TOYA", "33.29", 58, 88, 0.94): 1850,
    Site("NGAYOMI", "33.24", 66, 92, 1.02): 980,
    Site("NGAYOMI", "33.25", 67, 92, 1.00): 860,
    Site("NGAYOMI", "33.07", 59, 89, 1.15): 720,
    Site("NGAYOMI", "34.01", 68, 94, 1.06): 550,
}
# Children under five measured each quarter, and the share that was stunted at the baseline.
STUNTING = {
    Site("TANDUR", "33.29", 28.9, 16.6, 0.58): 1180,
    Site("TANDUR", "33.28", 25.2, 14.2, 0.66): 860,
    Site("TANDUR", "33.27", 26.4, 15.0, 0.70): 910,
    Site("TANDUR", "33.02", 21.8, 12.4, 0.85): 640,
    Site("TANDUR", "33.04", 25.0, 14.4, 0.72): 720,
    Site("GEMATI", "33.07", 26.0, 14.8, 0.80): 610,
    Site("GEMATI", "33.05", 23.0, 13.0, 0.74): 680,
    Site("GEMATI", "34.01", 18.4, 10.6, 1.00): 420,
    Site("GEMATI", "34.02", 17.5, 10.0, 1.05): 540,
}
# Children of the posyandu registers, and the share weighed in the last month of the quarter at the baseline.
WEIGHED = {
    Site("TANDUR", "33.29", 68.4, 82, -0.45): 2310,
    Site("TANDUR", "33.28", 70.2, 84, -0.30): 1620,
    Site("TANDUR", "33.27", 69.5, 83, -0.52): 1740,
    Site("TANDUR", "33.02", 75.1, 87, 0.10): 1180,
    Site("TANDUR", "33.04", 70.9, 84, -0.35): 1350,
    Site("GEMATI", "33.07", 71.6, 85, -0.40): 1140,
    Site("GEMATI", "33.05", 72.4, 86, -0.28): 1260,
    Site("GEMATI", "34.01", 78.8, 90, 0.05): 790,
    Site("GEMATI", "34.02", 80.3, 91, 0.15): 1010,
    Site("GEMATI", "33.22", 72.0, 86, -0.25): 1090,
}
FED_SHARE = {
    Site("TANDUR", "33.29", 0, 0, 1.02): 0.30,
    Site("TANDUR", "33.28", 0, 0, 0.94): 0.20,
    Site("TANDUR", "33.27", 0, 0, 0.92): 0.20,
    Site("TANDUR", "33.02", 0, 0, 1.06): 0.13,
    Site("TANDUR", "33.04", 0, 0, 0.98): 0.17,
    Site("GEMATI", "33.07", 0, 0, 1.04): 0.22,
    Site("GEMATI", "33.05", 0, 0, 1.00): 0.24,
    Site("GEMATI", "34.01", 0, 0, 1.08): 0.16,
    Site("GEMATI", "34.02", 0, 0, 0.97): 0.20,
    Site("GEMATI", "33.22", 0, 0, 0.95): 0.18,
}
WOMENS_GROUPS = sites("""
    SUMUNAR 33.10 3 12 2.15
    SUMUNAR 33.11 2  9 2.20
    SUMUNAR 33.09 2  8 2.05
    SUMUNAR 34.02 3  9 2.45
    SUMUNAR 33.13 1  6 2.10
    NGAYOMI 33.20 1  6 2.60
    NGAYOMI 33.21 1  5 2.30
    NGAYOMI 33.24 1  5 2.40
""")
LENT_SHARE = {
    Site("SUMUNAR", "33.10", 0, 0, 0.80): 0.28,
    Site("SUMUNAR", "33.11", 0, 0, 0.70): 0.20,
    Site("SUMUNAR", "33.09", 0, 0, 0.64): 0.18,
    Site("SUMUNAR", "34.02", 0, 0, 0.82): 0.22,
    Site("SUMUNAR", "33.13", 0, 0, 0.58): 0.12,
    Site("NGAYOMI", "33.20", 0, 0, 0.76): 0.42,
    Site("NGAYOMI", "33.21", 0, 0, 0.60): 0.30,
    Site("NGAYOMI", "33.24", 0, 0, 0.72): 0.28,
}
# Members whose turnover rose, per cent (start = first survey, goal = third), and independence of the groups.
TURNOVER = sites("""
    SUMUNAR 33.10 36 51
    SUMUNAR 33.11 30 43
    SUMUNAR 33.09 28 41
    SUMUNAR 34.02 39 54
    SUMUNAR 33.13 25 40
    NGAYOMI 33.20 34 46
    NGAYOMI 33.21 24 33
    NGAYOMI 33.24 29 42
""")
INDEPENDENCE = sites("""
    SUMUNAR 33.10 1.7 2.9
    SUMUNAR 33.11 1.4 2.6
    SUMUNAR 33.09 1.3 2.5
    SUMUNAR 34.02 1.7 3.0
    SUMUNAR 33.13 1.2 2.4
    NGAYOMI 33.20 1.4 2.7
    NGAYOMI 33.21 1.2 2.2
    NGAYOMI 33.24 1.3 2.5
""")
DUMPED = sites("""
    RESIK 33.73 310 185 0.62
    RESIK 33.71 240 140 0.48
    RESIK 34.71 520 310 0.42
    RESIK 34.04 480 285 0.36
    PILAH 33.74 610 365 0.20
    PILAH 33.75 330 195 0.05
    PILAH 33.72 370 220 0.44
""")
SORTED_SHARE = {
    Site("RESIK", "33.73", 0, 0, 1.16): 0.13,
    Site("RESIK", "33.71", 0, 0, 1.04): 0.10,
    Site("RESIK", "34.71", 0, 0, 1.06): 0.20,
    Site("RESIK", "34.04", 0, 0, 1.02): 0.17,
    Site("PILAH", "33.74", 0, 0, 1.02): 0.21,
    Site("PILAH", "33.75", 0, 0, 0.82): 0.08,
    Site("PILAH", "33.72", 0, 0, 1.05): 0.11,
}
SAVERS = sites("""
    RESIK 33.73  90 460 1.24
    RESIK 33.71  60 340 1.06
    RESIK 34.71 140 620 1.10
    RESIK 34.04 110 560 1.04
    PILAH 33.74 120 640 0.98
    PILAH 33.75  40 260 0.78
    PILAH 33.72  60 320 1.08
""")
CROWD = sites("""
    RESIK 33.73 45 140
    RESIK 33.71 40 110
    RESIK 34.71 80 265
    RESIK 34.04 60 190
    PILAH 33.74 70 230
    PILAH 33.75 30  95
    PILAH 33.72 50 150
""")
TRAINED_SHARE = {
    Site("POLKA", "34.04", 0, 0, 1.12): 0.40,
    Site("POLKA", "34.71", 0, 0, 1.12): 0.25,
    Site("POLKA", "33.10", 0, 0, 1.02): 0.20,
    Site("POLKA", "33.08", 0, 0, 1.05): 0.15,
    Site("KAINARA", "33.22", 0, 0, 1.10): 0.40,
    Site("KAINARA", "33.09", 0, 0, 1.02): 0.35,
    Site("KAINARA", "33.11", 0, 0, 0.96): 0.25,
    Site("SUMUNAR", "33.14", 0, 0, 1.05): 1.0,
    Site("NGAYOMI", "33.18", 0, 0, 0.86): 1.0,
}
# Graduates traced after six months: the share at work at the start and now, and how many a quarter.
EMPLOYED = {
    Site("POLKA", "34.04", 44, 62): 26,
    Site("POLKA", "34.71", 42, 60): 18,
    Site("POLKA", "33.10", 36, 54): 14,
    Site("POLKA", "33.08", 33, 50): 11,
    Site("KAINARA", "33.22", 52, 71): 17,
    Site("KAINARA", "33.09", 48, 66): 15,
    Site("KAINARA", "33.11", 45, 60): 12,
    Site("SUMUNAR", "33.14", 30, 47): 14,
    Site("NGAYOMI", "33.18", 26, 40): 12,
}
DAYS_TO_WORK = {
    "34.04": 112,
    "34.71": 116,
    "33.10": 125,
    "33.08": 133,
    "33.22": 98,
    "33.09": 104,
    "33.11": 110,
}

# Targets that partners promised quarter by quarter, in order from 2024-Q4; None = not yet in the programme.
PROMISES: dict[tuple[str, str], list[int | None]] = {
    ("GIZI-02", "TANDUR"): [120, 180, 200, 200, 180, 220, 220, 220, 200, 220, 220, 220, 200],
    ("GIZI-02", "GEMATI"): [80, 120, 140, 140, 120, 150, 150, 150, 150, 150, 150, 150, 150],
    ("PER-03", "SUMUNAR"): [100, 150, 200, 250, 250, 250, 300, 300, 300, 300, 200, 200, 200],
    ("PER-03", "NGAYOMI"): [None, 50, 75, 75, 75, 75, 75, 100, 75, 75, 75, 75, 75],
    ("SAM-02", ""): [60, 90, 120, 140, 160, 180, 200, 210, 220, 240, 250, 260, 270],
    ("VOK-01", "POLKA"): [20, 40, 60, 60, 40, 60, 80, 80, 60, 60, 60, 60, 40],
    ("VOK-01", "KAINARA"): [20, 30, 40, 40, 30, 40, 40, 50, 40, 40, 40, 40, 30],
    ("VOK-01", "SUMUNAR"): [None, 10, 20, 20, 10, 20, 20, 20, 20, 20, 20, 10, 10],
    ("VOK-01", "NGAYOMI"): [None, None, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 10],
    # Running totals: this indicator is cumulative.
    ("AIR-02", ""): [4, 12, 24, 36, 48, 62, 78, 94, 110, 128, 146, 164, 180],
}
STATED: dict[str, dict[str, float]] = {
    "AIR-05": {
        "2024-S2": 62,
        "2025-S1": 65,
        "2025-S2": 69,
        "2026-S1": 74,
        "2026-S2": 79,
        "2027-S1": 85,
        "2027-S2": 90,
    },
    "PER-01": {"2025": 35, "2026": 48, "2027": 60},
    "PER-04": {"2025": 1.8, "2026": 2.2, "2027": 2.5},
    "VOK-02": {"2025": 45, "2026": 55, "2027": 65},
    "VOK-04": {"2025-Q4": 1, "2026-Q4": 1, "2027-Q4": 1},
}
# Indicators whose quarterly targets follow PLAN: baseline, final target, decimals.
PLANNED = {
    "AIR-01": (18450, 52000, -1),
    "AIR-04": (1310, 640, 0),
    "GIZI-01": (24.5, 14.0, 1),
    "GIZI-03": (71.8, 85.0, 1),
    "PER-02": (14, 60, 0),
    "SAM-01": (2860, 1700, -1),
    "VOK-03": (128, 75, 0),
}

# What people write by hand. First where nothing was sent: partner, first letters of the indicator, place
# ('' = every place), quarters.
SILENT = [
    ("KAINARA", "", "", "2026-Q3"),
    ("NGAYOMI", "PER", "", "2026-Q3"),
    ("NGAYOMI", "VOK", "", "2026-Q3"),
    ("NGAYOMI", "AIR", "34.01", "2026-Q3"),
    ("PILAH", "SAM", "33.75", "2026-Q3"),
    ("TANDUR", "GIZI-01", "33.28", "2026-Q3"),
    ("TOYA", "AIR-05", "33.16", "2025-Q2 2025-Q3"),
    ("TOYA", "AIR-03", "33.01", "2024-Q4 2025-Q1 2025-Q4"),
    ("TOYA", "AIR-03", "33.29", "2025-Q3 2026-Q2"),
    ("TOYA", "AIR-02", "33.15", "2025-Q1"),
    ("NGAYOMI", "AIR-03", "33.25", "2024-Q4 2025-Q1 2025-Q2"),
    ("NGAYOMI", "AIR-03", "34.01", "2025-Q3"),
    ("NGAYOMI", "PER-03", "33.24", "2025-Q2 2025-Q4"),
    ("NGAYOMI", "PER-02", "33.21", "2025-Q3"),
    ("UKP", "AIR-04", "33.16", "2025-Q3"),
    ("GEMATI", "GIZI-01", "33.05", "2025-Q2"),
    ("GEMATI", "GIZI-03", "33.22", "2024-Q4"),
    ("TANDUR", "GIZI-01", "33.04", "2024-Q4"),
    ("TANDUR", "GIZI-02", "33.27", "2025-Q4"),
    ("TANDUR", "GIZI-03", "33.27", "2026-Q1"),
    ("SUMUNAR", "PER-03", "33.13", "2024-Q4 2025-Q1"),
    ("SUMUNAR", "VOK-02", "33.14", "2025-Q2 2025-Q3"),
    ("SUMUNAR", "VOK-03", "33.14", "2025-Q3"),
    ("NGAYOMI", "VOK-02", "33.18", "2025-Q2 2025-Q3 2025-Q4"),
    ("NGAYOMI", "VOK-03", "33.18", "2025-Q2 2025-Q3 2025-Q4"),
    ("RESIK", "SAM-04", "33.71", "2025-Q1 2025-Q3"),
    ("RESIK", "SAM-01", "33.71", "2025-Q3"),
    ("PILAH", "SAM-04", "33.75", "2024-Q4 2025-Q1 2025-Q4"),
    ("PILAH", "SAM-02", "33.72", "2025-Q2"),
    ("KAINARA", "VOK-03", "33.11", "2025-Q2 2025-Q4"),
    ("POLKA", "VOK-03", "33.08", "2025-Q2"),
]
# What stands in the value cell instead of the figure.
WRITTEN = {
    ("AIR-01", "2026-Q3", "TOYA", "33.16"): "2510",
    ("AIR-03", "2024-Q4", "NGAYOMI", "34.01"): "-",
    ("AIR-03", "2024-Q4", "NGAYOMI", "33.07"): "n.a.",
    ("AIR-03", "2025-Q4", "TOYA", "33.16"): "-",
    ("SAM-02", "2025-Q1", "PILAH", "33.75"): "0",
    ("PER-03", "2025-Q1", "NGAYOMI", "33.21"): "0",
    ("SAM-04", "2026-Q1", "PILAH", "33.75"): "0",
    ("VOK-03", "2025-Q2", "SUMUNAR", "33.14"): "n.a.",
    ("AIR-03", "2026-Q1", "TOYA", "34.03"): "0.54",
    ("AIR-03", "2025-Q1", "TOYA", "33.15"): "0.13",
}
# Some reporters write a name where others write the code.
NAMED = {
    ("TOYA", "33.73", "2025-Q2"): "Kota Salatiga",
    ("TOYA", "33.22", "2025-Q2"): "Kabupaten Semarang",
    ("KAINARA", "33.22", "2025-Q4"): "Kabupaten Semarang",
    ("RESIK", "33.73", "2025-Q3"): "Kota Salatiga",
    ("GEMATI", "33.07", "2026-Q1"): "Kabupaten Wonosobo",
    ("POLKA", "34.71", "2026-Q2"): "Kota Yogyakarta",
    ("TOYA", "34.03", "2025-Q4"): "Kabupaten Gunungkidul",
}
NOTES = {
    ("AIR-01", "2024-Q4", "TOYA", "33.15"): "Data awal hanya dari 9 dari 14 desa, sisanya menyusul.",
    ("AIR-01", "2025-Q2", "TOYA", "33.16"): "Sumur bor di dua dusun kering, warga kembali beli tangki.",
    (
        "AIR-01",
        "2025-Q3",
        "TOYA",
        "33.12",
    ): "Kemarau panjang, debit turun tetapi sambungan tetap mengalir bergilir.",
    ("AIR-01", "2025-Q4", "TOYA", "33.29"): "Jaringan pipa baru menyala awal Desember.",
    ("AIR-01", "2026-Q1", "NGAYOMI", "33.07"): "Termasuk 3 pondok pesantren, dihitung santri mukim saja.",
    ("AIR-01", "2026-Q2", "TOYA", "34.03"): "Tangki komunal di perbukitan selesai lebih cepat dari rencana.",
    ("AIR-01", "2026-Q3", "TOYA", "33.16"): "Pompa dua kali rusak, 64 KK sementara tidak terhitung aman.",
    ("AIR-02", "2025-Q1", "TOYA", "33.16"): "Pengadaan pipa diulang karena penawaran tidak memenuhi syarat.",
    ("AIR-02", "2025-Q3", "TOYA", "33.29"): "Izin galian lewat jalan kabupaten belum keluar.",
    ("AIR-02", "2025-Q4", "TOYA", "33.15"): "Dua titik tertunda banjir.",
    ("AIR-02", "2026-Q1", "TOYA", "33.01"): "Tukang libur menjelang Lebaran, pekerjaan lanjut April.",
    ("AIR-02", "2026-Q2", "NGAYOMI", "34.01"): "Satu titik perbaikan, bukan bangunan baru.",
    ("AIR-03", "2024-Q4", "NGAYOMI", "34.01"): "Alat uji belum datang.",
    ("AIR-03", "2024-Q4", "NGAYOMI", "33.07"): "Belum memakai klorinasi pada triwulan ini.",
    ("AIR-03", "2025-Q1", "TOYA", "33.15"): "Kaporit habis dua minggu, stok terlambat dikirim.",
    ("AIR-03", "2025-Q4", "TOYA", "33.16"): "Reagen kedaluwarsa, pengukuran diulang triwulan depan.",
    ("AIR-03", "2026-Q1", "TOYA", "34.03"): "Dosis dinaikkan sesudah banjir; warga mengeluh bau kaporit.",
    ("AIR-04", "2025-Q1", "GEMATI", "33.29"): "Kasus naik sesudah banjir akhir Januari.",
    ("AIR-04", "2025-Q3", "UKP", "33.15"): "Laporan satu puskesmas pembantu belum masuk.",
    ("AIR-04", "2026-Q1", "UKP", "33.16"): "Kejadian luar biasa kecil di satu dusun, sumber sumur gali.",
    (
        "AIR-05",
        "2025-Q4",
        "TOYA",
        "33.16",
    ): "Data dua triwulan sebelumnya tidak terkumpul, fasilitator cuti melahirkan.",
    ("AIR-05", "2026-Q2", "TOYA", "34.03"): "Arisan jamban berjalan di 11 dusun.",
    ("AIR-05", "2025-Q3", "NGAYOMI", "33.25"): "Jumlah KK diperbarui mengikuti data desa terbaru.",
    ("GIZI-01", "2025-Q1", "TANDUR", "33.29"): "Sebagian anak ikut orang tua merantau, tidak terukur.",
    ("GIZI-01", "2025-Q4", "GEMATI", "33.07"): "Alat ukur panjang badan diganti yang terkalibrasi.",
    ("GIZI-01", "2026-Q2", "TANDUR", "33.27"): "Pengukuran ulang di tiga posyandu karena data meragukan.",
    ("GIZI-02", "2025-Q1", "TANDUR", "33.28"): "Puasa, jadwal makan bersama dipindah sore.",
    (
        "GIZI-02",
        "2025-Q3",
        "GEMATI",
        "34.02",
    ): "Tiga anak tidak tercatat jenis kelaminnya, jumlah lebih besar dari rincian.",
    ("GIZI-02", "2026-Q1", "GEMATI", "33.07"): "Bahan lokal: telur, lele, daun kelor.",
    ("GIZI-02", "2026-Q3", "TANDUR", "33.29"): "Data sementara, dua desa belum rekap.",
    ("GIZI-03", "2025-Q2", "TANDUR", "33.27"): "Bersamaan dengan panen padi, banyak ibu di sawah.",
    ("GIZI-03", "2025-Q4", "TANDUR", "33.29"): "Sebelas kader berhenti, insentif belum cair.",
    ("GIZI-03", "2026-Q1", "GEMATI", "33.05"): "Hari buka bentrok dengan pasaran.",
    ("GIZI-03", "2026-Q2", "TANDUR", "33.04"): "Dua posyandu digabung, jarak bagi warga bertambah.",
    ("GIZI-03", "2026-Q3", "TANDUR", "33.27"): "Kader tinggal 3 dari 7 orang di empat posyandu.",
    ("GIZI-03", "2026-Q3", "GEMATI", "34.02"): "Coba buka sore hari, kehadiran naik.",
    ("PER-01", "2026-Q2", "NGAYOMI", "33.21"): "Rob merusak tempat jemur, usaha ikan asin turun.",
    (
        "PER-02",
        "2025-Q2",
        "SUMUNAR",
        "34.02",
    ): "Tiga kelompok mendaftar sendiri sesudah mendengar dari tetangga.",
    ("PER-02", "2026-Q2", "SUMUNAR", "33.09"): "Satu kelompok bubar, dua kelompok baru.",
    ("PER-03", "2025-Q1", "NGAYOMI", "33.21"): "Belum ada penyaluran, menunggu rekening kelompok.",
    ("PER-03", "2025-Q4", "SUMUNAR", "33.13"): "Verifikasi kelompok lambat karena petugas hanya satu.",
    (
        "PER-03",
        "2026-Q2",
        "SUMUNAR",
        "33.09",
    ): "Banyak anggota menunda meminjam sampai jasa pinjaman diperjelas.",
    ("SAM-01", "2025-Q2", "RESIK", "34.71"): "Volume naik sesudah Lebaran.",
    ("SAM-01", "2026-Q1", "PILAH", "33.75"): "Banjir rob, sampah kiriman ikut terangkut.",
    ("SAM-01", "2026-Q2", "PILAH", "33.74"): "Timbangan TPA rusak tiga minggu, sebagian taksiran.",
    ("SAM-02", "2025-Q1", "PILAH", "33.75"): "Mesin pencacah terendam rob, tidak ada pengolahan.",
    ("SAM-02", "2025-Q4", "RESIK", "33.73"): "Pengepul baru mengambil plastik lembaran.",
    ("SAM-03", "2025-Q3", "RESIK", "34.04"): "Nasabah tidak aktif lebih dari 3 bulan sudah dikeluarkan.",
    ("SAM-04", "2025-Q3", "RESIK", "34.71"): "Aksi bersih Agustusan.",
    ("SAM-04", "2026-Q1", "PILAH", "33.75"): "Aksi dibatalkan karena rob.",
    ("VOK-01", "2025-Q1", "POLKA", "34.04"): "Kelas las dan jahit; kelas komputer mundur ke April.",
    ("VOK-01", "2025-Q2", "NGAYOMI", "33.18"): "Peserta keluar 4 orang karena panen.",
    ("VOK-01", "2026-Q1", "KAINARA", "33.22"): "Pelatihan dipindah sore selama Ramadan.",
    ("VOK-02", "2025-Q3", "POLKA", "33.08"): "Tujuh lulusan tidak bisa dihubungi, tidak masuk penyebut.",
    ("VOK-02", "2026-Q2", "KAINARA", "33.09"): "Termasuk 6 orang yang buka usaha jahit sendiri.",
    ("VOK-03", "2025-Q2", "SUMUNAR", "33.14"): "Belum ada lulusan.",
    ("VOK-03", "2026-Q1", "POLKA", "33.10"): "Lowongan sepi awal tahun.",
    ("VOK-04", "2025-Q2", "UKP", ""): "Naskah masih dibahas bagian hukum.",
    ("VOK-04", "2025-Q4", "UKP", ""): "Ditandatangani 27 November 2025, berlaku sampai akhir 2027.",
}
FIRST_GROUPS = {"", "sex=f;age=18-24", "age=0-23m;sex=f"}  # a note stands once, at the first row of its site
EVIDENCE = {
    "AIR-01": ["Daftar pelanggan BPSPAMS", "Berita acara uji fungsi", "Peta sambungan rumah, map AIR"],
    "AIR-02": ["Berita acara serah terima", "Foto sebelum dan sesudah", "Kuitansi material dan foto"],
    "AIR-03": ["Lembar uji air bulanan", "Foto strip uji"],
    "AIR-04": ["Rekap register puskesmas"],
    "AIR-05": ["Lembar verifikasi STBM", "Rekap kartu rumah"],
    "GIZI-01": ["Rekap pengukuran posyandu", "Lembar timbang, sudah diperiksa bidan"],
    "GIZI-02": ["Daftar terima PMT", "Foto dan daftar hadir", "Buku kas dapur gizi"],
    "GIZI-03": ["Format F1 posyandu", "Buku register posyandu"],
    "PER-01": ["Survei anggota, formulir daring"],
    "PER-02": ["Berita acara pembentukan", "Buku anggota kelompok"],
    "PER-03": ["Buku kas pinjaman", "Bukti transfer kelompok"],
    "PER-04": ["Lembar penilaian mandiri, diperiksa pendamping"],
    "SAM-01": ["Rekap timbangan TPA", "Karcis timbang"],
    "SAM-02": ["Buku timbang bank sampah", "Nota jual pengepul"],
    "SAM-03": ["Buku nasabah"],
    "SAM-04": ["Daftar hadir aksi", "Foto udara kegiatan"],
    "VOK-01": ["Daftar hadir dan sertifikat", "Daftar peserta bertanda tangan"],
    "VOK-02": ["Penelusuran lulusan lewat telepon"],
    "VOK-03": ["Formulir penelusuran lulusan"],
    "VOK-04": ["Salinan nota kesepahaman"],
}

# How the values move.
Row = dict[str, str]
RAIN = [1.00, 1.13, 1.03, 0.95, 1.02, 1.11, 0.99, 0.96]  # diarrhoea: wet months, then the dry season
FEASTS = [1.04, 0.98, 1.05, 0.97, 1.03, 1.02, 1.04, 1.00]  # waste: Lebaran and the end of the year


def chance(indicator: str, site: Site) -> Random:
    """A generator of its own for an indicator at a site."""
    return Random(f"{indicator} {site.partner} {site.place}")


def near(random: Random, value: float, spread: float) -> float:
    """A value around `value`, mostly within `spread` (a share)."""
    return value * random.gauss(1, spread / 2)


def figure(value: float, decimals: int = 0) -> str:
    """A number as it is typed: a dot, no needless zeros."""
    text = f"{round(value, decimals):.{max(decimals, 0)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def row(indicator: str, period: str, site: Site, group: str = "", **cells: str) -> Row:
    """One result; the cells that are not given stay blank."""
    given = {
        "indicator": indicator,
        "period": period,
        "partner": site.partner,
        "place": site.place,
        "group": group,
    }
    return dict.fromkeys(RESULT_COLUMNS, "") | given | cells


def reached(random: Random, site: Site, spread: float) -> Iterator[tuple[int, str, float]]:
    """The level at a site by the end of each quarter: planned share times pace, and noise."""
    for step, quarter in enumerate(REPORTED):
        share = near(random, PLAN[step] * site.pace, spread)
        yield step, quarter, site.start + (site.goal - site.start) * share


def stock(indicator: str, table: list[Site], step_size: int = 1) -> Iterator[Row]:
    """A state that only grows, counted in steps: people with safe water, groups, savers."""
    for site in table:
        level = site.start
        for _, quarter, value in reached(chance(indicator, site), site, 0.12):
            level = max(level, value // step_size * step_size)
            yield row(indicator, quarter, site, value=figure(level))


def reduction(indicator: str, table: list[Site], season: list[float], decimals: int) -> Iterator[Row]:
    """A quarterly amount that should fall, with its season."""
    for site in table:
        random = chance(indicator, site)
        for step, quarter, value in reached(random, site, 0.2):
            yield row(
                indicator, quarter, site, value=figure(near(random, value * season[step], 0.04), decimals)
            )


def share_of(indicator: str, table: dict[Site, int], spread: float, with_value: bool) -> Iterator[Row]:
    """A ratio of counts: the share moves, the whole drifts a little; some write the per cent as well."""
    for site, whole in table.items():
        random = chance(indicator, site)
        for step, quarter, percent in reached(random, site, spread):
            denominator = round(near(random, whole * (1 + 0.004 * step), 0.015))
            numerator = round(denominator * percent / 100)
            value = figure(100 * numerator / denominator, 1) if with_value else ""
            yield row(
                indicator, quarter, site, value=value, numerator=str(numerator), denominator=str(denominator)
            )


def built(indicator: str, table: list[Site]) -> Iterator[Row]:
    """Whole things finished in each quarter."""
    for site in table:
        done = 0
        for _, quarter, value in reached(chance(indicator, site), site, 0.15):
            yield row(indicator, quarter, site, value=str(max(0, round(value) - done)))
            done = max(done, round(value))


def flow(
    indicator: str, shares: dict[Site, float], spread: float
) -> Iterator[tuple[str, Site, Random, float]]:
    """What a site does in each quarter: its share of what its partner (or all) promised, times its pace."""
    for site, share in shares.items():
        random = chance(indicator, site)
        promise = PROMISES.get((indicator, site.partner)) or PROMISES[indicator, ""]
        for step, quarter in enumerate(REPORTED):
            if promise[step] is not None:
                yield quarter, site, random, near(random, promise[step] * share * site.pace, spread)


def fed_children() -> Iterator[Row]:
    """Children given supplementary food, girls and boys, and the total beside them."""
    for quarter, site, random, value in flow("GIZI-02", FED_SHARE, 0.2):
        total = round(value)
        girls = round(total * random.uniform(0.45, 0.54))
        unknown = 3 if (quarter, site.place) == ("2025-Q3", "34.02") else 0
        yield row("GIZI-02", quarter, site, value=str(total))
        yield row("GIZI-02", quarter, site, "sex=f", value=str(girls))
        yield row("GIZI-02", quarter, site, "sex=m", value=str(total - girls - unknown))


def trained_people() -> Iterator[Row]:
    """People trained by sex and age; the women's cooperative trains women only."""
    for quarter, site, random, value in flow("VOK-01", TRAINED_SHARE, 0.25):
        total = round(value)
        women = total if site.partner == "SUMUNAR" else round(total * random.uniform(0.42, 0.58))
        for sex, people in (("f", women), ("m", total - women)):
            young = round(people * random.uniform(0.55, 0.78))
            for age, count in (("18-24", young), ("25-34", people - young)):
                if site.partner != "SUMUNAR" or sex == "f":
                    yield row("VOK-01", quarter, site, f"sex={sex};age={age}", value=str(count))


def stunted_children() -> Iterator[Row]:
    """Children measured and stunted, by age and sex; boys and the older ones are stunted more often."""
    odds = {("0-23m", "f"): 0.84, ("0-23m", "m"): 0.97, ("24-59m", "f"): 1.02, ("24-59m", "m"): 1.1}
    parts = {("0-23m", "f"): 0.195, ("0-23m", "m"): 0.205, ("24-59m", "f"): 0.295, ("24-59m", "m"): 0.305}
    for site, children in STUNTING.items():
        random = chance("GIZI-01", site)
        for _, quarter, percent in reached(random, site, 0.12):
            for group, part in parts.items():
                measured = round(near(random, children * part, 0.05))
                stunted = round(measured * near(random, percent * odds[group], 0.05) / 100)
                counts = {"numerator": str(stunted), "denominator": str(measured)}
                yield row("GIZI-01", quarter, site, "age={};sex={}".format(*group), **counts)


def lent_money() -> Iterator[Row]:
    """Loans paid out, in million rupiah; loans come in halves of a million."""
    for quarter, site, _, value in flow("PER-03", LENT_SHARE, 0.3):
        yield row("PER-03", quarter, site, value=figure(round(value * 2) / 2, 1))


def sorted_waste() -> Iterator[Row]:
    """Tonnes sorted or processed."""
    for quarter, site, _, value in flow("SAM-02", SORTED_SHARE, 0.18):
        yield row("SAM-02", quarter, site, value=figure(value, 1))


def surveyed(indicator: str, table: list[Site], quarters: list[str], decimals: int) -> Iterator[Row]:
    """A survey or a self-assessment twice a year, from `start` in the first round to `goal` in the last."""
    for site in table:
        random = chance(indicator, site)
        for turn, quarter in enumerate(quarters):
            value = site.start + (site.goal - site.start) * turn / (len(quarters) - 1)
            yield row(indicator, quarter, site, value=figure(near(random, value, 0.05), decimals))


def chlorine() -> Iterator[Row]:
    """Free chlorine at household taps, mg/L: a level of its own at each site, drifting within the range."""
    for site in SAFE_WATER:
        random = chance("AIR-03", site)
        usual = random.uniform(0.24, 0.36)
        for quarter in REPORTED:
            yield row("AIR-03", quarter, site, value=figure(near(random, usual, 0.18), 2))


def largest_crowd() -> Iterator[Row]:
    """The most people in one clean-up of the quarter; August brings out most."""
    for site in CROWD:
        random = chance("SAM-04", site)
        for quarter in REPORTED:
            feast = 1.0 if quarter.endswith("Q3") else 0.35
            value = site.start + (site.goal - site.start) * feast * random.uniform(0.5, 1)
            yield row("SAM-04", quarter, site, value=figure(value))


def employed_graduates() -> Iterator[Row]:
    """Graduates at work six months on, of those traced; the first could be traced in 2025-Q2."""
    for site, traced in EMPLOYED.items():
        random = chance("VOK-02", site)
        for turn, quarter in enumerate(REPORTED[2:]):
            whole = round(near(random, traced * (0.7 + 0.1 * turn), 0.2))
            percent = near(random, site.start + (site.goal - site.start) * turn / 5, 0.1)
            counts = {"numerator": str(round(whole * percent / 100)), "denominator": str(whole)}
            yield row("VOK-02", quarter, site, **counts)


def days_to_work() -> Iterator[Row]:
    """Mean days from graduation to the first income: a quick fall in the first year, then it stays."""
    bend = [1.0, 0.93, 0.9, 0.885, 0.88, 0.875]
    for site in EMPLOYED:
        random = chance("VOK-03", site)
        usual = DAYS_TO_WORK.get(site.place, 134)
        for turn, quarter in enumerate(REPORTED[2:]):
            yield row("VOK-03", quarter, site, value=figure(near(random, usual * bend[turn], 0.05)))


def agreement() -> Iterator[Row]:
    """Whether employers have agreed to take graduates: 1 yes, 0 no; reported at two moments."""
    forum = Site("UKP", "", 0, 1)
    yield row("VOK-04", "2025-Q2", forum, value="0")
    yield row("VOK-04", "2025-Q4", forum, value="1")


# The sheets.
def told(result: Row) -> bool:
    """Whether the partner sent this result at all."""
    return not any(
        result["partner"] == partner
        and result["indicator"].startswith(indicator)
        and place in ("", result["place"])
        and result["period"] in quarters.split()
        for partner, indicator, place, quarters in SILENT
    )


def as_written(result: Row) -> Row:
    """The result with the marks, notes, evidence and place names that people put in by hand."""
    key = (result["indicator"], result["period"], result["partner"], result["place"])
    site_quarter = (result["partner"], result["place"], result["period"])
    seldom = Random(" ".join([*key, result["group"]]))
    remark = NOTES.get(key, "") if result["group"] in FIRST_GROUPS else ""
    proof = seldom.choice(EVIDENCE[result["indicator"]]) if seldom.random() < 0.28 else ""
    by_hand = {"place": NAMED.get(site_quarter, result["place"]), "note": remark, "evidence": proof}
    return result | by_hand | ({"value": WRITTEN[key]} if key in WRITTEN else {})


def results() -> list[Row]:
    """Every result that was sent, in the order in which the quarterly reports came in."""
    rows = [
        *stock("AIR-01", SAFE_WATER, 5),
        *built("AIR-02", WATER_POINTS),
        *chlorine(),
        *reduction("AIR-04", DIARRHOEA, RAIN, 0),
        *share_of("AIR-05", TOILETS, 0.12, with_value=True),
        *stunted_children(),
        *fed_children(),
        *share_of("GIZI-03", WEIGHED, 0.5, with_value=True),
        *surveyed("PER-01", TURNOVER, ["2025-Q2", "2025-Q4", "2026-Q2"], 0),
        *stock("PER-02", WOMENS_GROUPS),
        *lent_money(),
        *surveyed("PER-04", INDEPENDENCE, ["2024-Q4", "2025-Q2", "2025-Q4", "2026-Q2"], 1),
        *reduction("SAM-01", DUMPED, FEASTS, 1),
        *sorted_waste(),
        *stock("SAM-03", SAVERS),
        *largest_crowd(),
        *trained_people(),
        *employed_graduates(),
        *days_to_work(),
        *agreement(),
    ]
    sent = [as_written(result) for result in rows if told(result)]
    return sorted(sent, key=lambda result: (result["period"], result["partner"], result["indicator"]))


def target(
    indicator: str, period: str, value: float, decimals: int, partner: str = "", place: str = ""
) -> Row:
    """One period target."""
    cells = [indicator, period, partner, place, "", figure(value, decimals)]
    return dict(zip(TARGET_COLUMNS, cells, strict=True))


def targets() -> list[Row]:
    """Every period target, by indicator."""
    planned = [
        target(indicator, quarter, start + (goal - start) * share, decimals)
        for indicator, (start, goal, decimals) in PLANNED.items()
        for quarter, share in zip(QUARTERS, PLAN, strict=True)
    ]
    promised = [
        target(indicator, quarter, value, 0, partner)
        for (indicator, partner), values in PROMISES.items()
        for quarter, value in zip(QUARTERS, values, strict=True)
        if value is not None
    ]
    by_place = [
        target("SAM-03", quarter, site.start + (site.goal - site.start) * share, 0, site.partner, site.place)
        for site in SAVERS
        for quarter, share in zip(QUARTERS, PLAN, strict=True)
    ]
    stated = [
        target(indicator, period, value, 1)
        for indicator, periods in STATED.items()
        for period, value in periods.items()
    ]
    return sorted(planned + promised + by_place + stated, key=lambda row: (row["indicator"], row["partner"]))


def write(name: str, columns: list[str], rows: list[Row]) -> None:
    """Write one sheet beside this file."""
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        sheet = csv.DictWriter(file, columns, lineterminator="\n")
        sheet.writeheader()
        sheet.writerows(rows)


if __name__ == "__main__":
    write("targets.csv", TARGET_COLUMNS, targets())
    write("results.csv", RESULT_COLUMNS, results())
