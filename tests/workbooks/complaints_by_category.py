"""Tables that count complaints by what they were about: figures of one indicator by category, and no voices."""

from tests.workbooks.making import Case, Page
from tests.workbooks.units_in_rows import NEW

ASKED, BETTER = "which_over_time", "which_direction"


def by_category(name, period, values, place=None, sex=None):
    rest = f";sex={sex}" if sex else ""
    return [(name, period, None, place, f"category={category}{rest}", value) for category, value in values.items()]


CASES = [
    Case(
        "complaints of a quarter by category, and how many were settled",
        {"Keluhan": Page([["REKAP KELUHAN WARGA TRIWULAN I 2025"], ["No", "Kategori Keluhan", "Jumlah", "Selesai"],
                          [1, "Air bersih", 24, 20], [2, "Jalan rusak", 15, 6], [None, "Total", 39, 26]])},
        results=[*by_category("Keluhan", "2025-Q1", {"air bersih": 24, "jalan rusak": 15}),
                 *by_category("Keluhan – Selesai", "2025-Q1", {"air bersih": 20, "jalan rusak": 6})],
        indicators={"Keluhan": {"direction": "down"}, "Keluhan – Selesai": {"direction": "up"}},
        stops=[NEW, NEW, ASKED, ASKED, BETTER, BETTER],
    ),
    Case(
        "only `Kategori`, on a sheet called as the one of voices, with what was answered",
        {"Umpan Balik": Page([["Laporan Mekanisme Umpan Balik - Maret 2025"], ["Kategori", "Jumlah Masuk", "Dijawab"],
                              ["Pertanyaan", 40, 40], ["Saran", 12, 10], ["Keluhan", 22, 20]])},
        results=[*by_category("Umpan balik – Jumlah Masuk", "2025-03", {"pertanyaan": 40, "saran": 12, "keluhan": 22}),
                 *by_category("Umpan balik – Dijawab", "2025-03", {"pertanyaan": 40, "saran": 10, "keluhan": 20})],
        stops=[NEW, NEW, ASKED, ASKED],
    ),
    Case(
        "kinds of complaints by month",
        {"Pengaduan": Page([["Rekapitulasi Pengaduan Tahun 2025"], ["Jenis Pengaduan", "Januari", "Februari", "Jumlah"],
                            ["Salah sasaran", 5, 3, 8], ["Terlambat", 2, 6, 8]])},
        results=[*by_category("Pengaduan", "2025-01", {"salah sasaran": 5, "terlambat": 2}),
                 *by_category("Pengaduan", "2025-02", {"salah sasaran": 3, "terlambat": 6})],
        stops=[NEW, ASKED, BETTER],
    ),
    Case(
        "complaints by village and category, by women and men",
        {"Rekap": Page([["Rekap Aduan Bulan Maret 2025"], ["Desa", "Jenis Aduan", "L", "P", "Jumlah", "Belum"],
                        ["Nita", "Air", 5, 3, 8, 2], ["Nita", "Jalan", 2, 1, 3, 0], ["Bola", "Air", 4, 4, 8, 1]])},
        results=[*by_category("Aduan", "2025-03", {"air": 5, "jalan": 2}, "Nita", "m"),
                 *by_category("Aduan", "2025-03", {"air": 3, "jalan": 1}, "Nita", "f"),
                 *by_category("Aduan", "2025-03", {"air": 4}, "Bola", "m"),
                 *by_category("Aduan", "2025-03", {"air": 4}, "Bola", "f"),
                 *by_category("Aduan – Belum", "2025-03", {"air": 2, "jalan": 0}, "Nita"),
                 *by_category("Aduan – Belum", "2025-03", {"air": 1}, "Bola")],
        stops=[NEW, NEW, ASKED, ASKED],
    ),
    Case(
        "in English",
        {"Complaints": Page([["Complaints Q1 2025"], ["Complaint category", "Number", "Resolved"], ["Water", 24, 20],
                             ["Distribution", 15, 6]])},
        results=[*by_category("Complaint – Number", "2025-Q1", {"water": 24, "distribution": 15}),
                 *by_category("Complaint – Resolved", "2025-Q1", {"water": 20, "distribution": 6})],
        stops=[NEW, NEW, ASKED, ASKED],
    ),
    Case(
        "a log of complaints with their categories is one of voices",
        {"Keluhan": Page([["Tanggal", "Kategori Keluhan", "Isi keluhan", "Status"],
                          ["2025-02-03", "Air", "Air tidak mengalir sejak Senin", "selesai"],
                          ["2025-02-04", "Jalan", "Jalan rusak parah di dusun dua", "proses"]])},
        feedback=2,
    ),
]  # fmt: skip
