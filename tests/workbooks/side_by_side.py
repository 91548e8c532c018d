"""Little tables beside each other, each with rows of its own, where none or not each of them names indicators."""

from tests.workbooks.making import Case, Page
from tests.workbooks.units_in_rows import NEW, rows

TRAINED, TOILETS, WATER = "Kader dilatih", "KK memakai jamban", "KK memakai air aman"
PUPILS, READERS, BOOKS = "Siswa ikut UKS", "Pengunjung perpustakaan", "Buku dipinjam"
ASKED = "which_over_time"


def in_month(name, values):
    return [(name, month, None, None, None, value) for month, value in values.items()]


def total(name, value):
    return (name, "2025", None, None, None, value)


CASES = [
    Case(
        "districts in another order beside each other, each table below its own title",
        {"Data": Page([["Tabel 1. Akses air bersih 2024", None, None, None, "Tabel 2. Akses jamban 2024"],
                       ["Kecamatan", "Target", "Realisasi", None, "Kecamatan", "Target", "Realisasi"],
                       ["Lewa", 500, 420, None, "Haharu", 450, 430], ["Haharu", 300, 280, None, "Lewa", 310, 300],
                       ["Rindi", 200, 210], ["Jumlah", 1000, 910, None, "Jumlah", 760, 730]])},
        results=[*rows("Akses air bersih", "2024", {"Lewa": 420, "Haharu": 280, "Rindi": 210}),
                 *rows("Akses jamban", "2024", {"Haharu": 430, "Lewa": 300})],
        targets=[*rows("Akses air bersih", "2024", {"Lewa": 500, "Haharu": 300, "Rindi": 200}),
                 *rows("Akses jamban", "2024", {"Haharu": 450, "Lewa": 310})],
        stops=[NEW, NEW],
    ),
    Case(
        "villages beside schools, which are no places in those villages",
        {"Data": Page([["Realisasi Tahun 2025"], ["Desa", TOILETS, None, "Sekolah", PUPILS],
                       ["Nita", 45, None, "SDN Nita", 98], ["Bola", 38, None, "SDN Paga", 110]])},
        results=[*rows(TOILETS, "2025", {"Nita": 45, "Bola": 38}),
                 *rows(PUPILS, "2025", {"SDN Nita": 98, "SDN Paga": 110})],
        stops=["which_what"] * 2 + [NEW] * 2 + [ASKED] * 2,
    ),
    Case(
        "partners beside villages",
        {"Data": Page([["Realisasi Tahun 2025"], ["Mitra", "Peserta dilatih", None, "Desa", "Sumur dibangun"],
                       ["Yayasan Bina", 45, None, "Nita", 2], ["LSM Laut", 38, None, "Bola", 3]])},
        results=[*rows("Peserta dilatih", "2025", {"Yayasan Bina": 45, "LSM Laut": 38}, unit="partner"),
                 *rows("Sumur dibangun", "2025", {"Nita": 2, "Bola": 3})],
        stops=["which_what"] * 2 + [NEW] * 2,
    ),
    Case(
        "other months beside each other",
        {"Data": Page([["Bulan", READERS, None, "Bulan", BOOKS], ["Januari 2025", 120, None, "Februari 2025", 95],
                       ["Februari 2025", 140, None, "Maret 2025", 80]])},
        results=[*in_month(READERS, {"2025-01": 120, "2025-02": 140}),
                 *in_month(BOOKS, {"2025-02": 95, "2025-03": 80})],
        stops=[NEW] * 2 + [ASKED] * 2,
    ),
    Case(
        "the header of the villages again without an empty column between, the villages in another order",
        {"Data": Page([["Realisasi 2025"], ["No", "Desa", TOILETS, "No", "Desa", WATER],
                       [1, "Nita", 45, 1, "Bola", 120], [2, "Bola", 38, 2, "Nita", 98],
                       [3, "Paga", 51, 3, "Paga", 110]])},
        results=[*rows(TOILETS, "2025", {"Nita": 45, "Bola": 38, "Paga": 51}),
                 *rows(WATER, "2025", {"Bola": 120, "Nita": 98, "Paga": 110})],
        stops=["which_what"] * 2 + [NEW] * 2 + [ASKED] * 2,
    ),
    Case(
        "an empty column alone parts no table",
        {"Data": Page([["Realisasi 2025"], ["Desa", TOILETS, None, WATER], ["Nita", 45, None, 98],
                       ["Bola", 38, None, 120]])},
        results=[*rows(TOILETS, "2025", {"Nita": 45, "Bola": 38}), *rows(WATER, "2025", {"Nita": 98, "Bola": 120})],
        stops=["which_what"] * 2 + [NEW] * 2 + [ASKED] * 2,
    ),
    *(Case(f"{header} beside villages: these are no places of its rows{', on the left' if is_left else ''}",
           {"Data": Page([["Realisasi Tahun 2025"],
                          *([*(right + [None] + left if is_left else left + [None] + right)] for left, right in (
                              ([header, "Realisasi 2025"], ["Desa", TOILETS]), ([TRAINED, 18], ["Nita", 45]),
                              (["Sumur dibangun", 2], ["Bola", 38])))])},
           results=[total(TRAINED, 18), total("Sumur dibangun", 2), *rows(TOILETS, "2025", {"Nita": 45, "Bola": 38})],
           stops=["which_what", NEW, ASKED])
      for header in ("Indikator", "Kegiatan") for is_left in (False, True)),
]  # fmt: skip
