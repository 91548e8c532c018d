"""Tables that say of themselves what their figures are worth: rows that were cancelled or put off."""

from tests.workbooks.making import Case, Page
from tests.workbooks.units_in_rows import NEW, rows

TRAINED, WELLS, VISITS = "Kader posyandu dilatih", "Sumur bor dibangun", "Kunjungan rumah balita"
TEACHERS, FED = "Guru dilatih", "Balita ditimbang"
CANCELLED = "row_cancelled"


def of_year(name, value, target=None):
    return (name, "2025", None, None, None, value if target is None else target)


CASES = [
    Case(
        "what a status calls cancelled is asked about, and its target is left out with it",
        {"Monev": Page([["LAPORAN CAPAIAN PROGRAM 2025"], [],
                        ["No", "Indikator", "Satuan", "Target 2025", "Realisasi 2025", "Status"],
                        [1, TRAINED, "orang", 120, 72, "Berjalan"], [2, WELLS, "unit", 6, 3, "Dibatalkan"],
                        [3, VISITS, "kali", 300, 175, "Selesai"]])},
        results=[of_year(TRAINED, 72), of_year(VISITS, 175)], targets=[of_year(TRAINED, 120), of_year(VISITS, 300)],
        stops=[CANCELLED],
    ),
    Case(
        "a cancelled row counts where somebody says so",
        {"Monev": Page([["Indikator", "Satuan", "Target 2025", "Realisasi 2025", "Keterangan"],
                        [TRAINED, "orang", 120, 72, None], [WELLS, "unit", 6, 3, "BATAL - lahan terkena banjir"]])},
        results=[of_year(TRAINED, 72), of_year(WELLS, 3)], targets=[of_year(TRAINED, 120), of_year(WELLS, 6)],
        stops=[CANCELLED], answers={"cancelled": {"*": "count"}},
    ),
    Case(
        "a remark on a part of a row is none on all of it; what was put off counts",
        {"Capaian": Page([["No", "Indikator Kinerja", "Satuan", "Target 2025", "Realisasi 2025", "Ket"],
                          [1, TRAINED, "orang", 120, 72, "2 pelatihan dibatalkan"],
                          [2, WELLS, "unit", 6, 3, "Ditunda ke 2026"], [3, VISITS, "kali", 300, 0, "Ditunda"],
                          [4, FED, "anak", 90, 80, "Tidak dibatalkan"]])},
        results=[of_year(TRAINED, 72), of_year(WELLS, 3), of_year(VISITS, 0), of_year(FED, 80)],
        targets=[of_year(TRAINED, 120), of_year(WELLS, 6), of_year(VISITS, 300), of_year(FED, 90)],
        stops=[CANCELLED, "which_over_time"],
    ),
    Case(
        "cancelled behind the name of an activity; a permit that is cancelled is none",
        {"Sheet1": Page([["Rekap kegiatan Tahun 2025"], ["No", "Kegiatan", "Satuan", "Target", "Realisasi"],
                         [1, "Pelatihan kompos (dibatalkan)", "orang", 30, 4],
                         [2, "Seminar parenting - BATAL", "orang", 100, None],
                         [3, "Pertemuan membahas izin dibatalkan", "kali", 3, 1]])},
        results=[of_year("Pertemuan membahas izin dibatalkan", 1)],
        targets=[of_year("Pertemuan membahas izin dibatalkan", 3)],
        stops=[CANCELLED, CANCELLED],
    ),
    Case(
        "a figure of a long table that was cancelled",
        {"Data": Page([["Indikator", "Periode", "Lokasi", "Realisasi", "Status"],
                       [TEACHERS, "TW I 2025", "Lewa", 10, "Terlaksana"], [TEACHERS, "TW I 2025", "Rindi", 12, "Batal"],
                       [TEACHERS, "TW II 2025", "Lewa", 14, "Terlaksana"]])},
        results=[(TEACHERS, "2025-Q1", None, "Lewa", None, 10), (TEACHERS, "2025-Q2", None, "Lewa", None, 14)],
        stops=[CANCELLED], known=[TEACHERS],
    ),
    Case(
        "a village in whose row everything was cancelled",
        {"Data": Page([["Realisasi Tahun 2025"], ["Desa", FED, "Guru dilatih (orang)", "Keterangan"],
                       ["Nita", 45, 12, None], ["Bola", 38, 9, "Kegiatan dibatalkan"], ["Paga", 51, 14, "lanjut"]])},
        results=[*rows(FED, "2025", {"Nita": 45, "Paga": 51}),
                 *rows("Guru dilatih (orang)", "2025", {"Nita": 12, "Paga": 14})],
        stops=[CANCELLED, "which_over_time", "which_what", "which_what", NEW, NEW],
    ),
    Case(
        "a list of activities says under remarks which of them took place",
        {"Kegiatan": Page([["No", "Mitra", "Kegiatan", "Lokasi", "Tanggal Mulai", "Peserta", "Keterangan"],
                           [1, "Yayasan Bina", "Pelatihan kader", "Nita", "2025-02-03", 25, "Terlaksana"],
                           [2, "Yayasan Bina", "Lokakarya desa", "Nita", "2025-03-10", 40, "Dibatalkan"],
                           [3, "LSM Laut", "Bersih pantai", "Paga", "2025-04-01", 100, "Ditunda"]])},
        activities=3, stops=["which_column"],
    ),
    Case(
        "what is cancelled takes its groups along, and the result below its target",
        {"Data": Page([["Indikator", "Satuan", "Target 2025", "Realisasi 2025", "Status"],
                       [TRAINED, "orang", 30, 25, "Dibatalkan"], ["- L", None, None, 10, None],
                       ["- P", None, None, 15, None], [WELLS, "unit", 3, 2, "Selesai"]]),
         "Monev": Page([["Indikator", "Uraian", "Tahun 2025", "Keterangan"], [TEACHERS, "Target", 30, None],
                        [None, "Realisasi", 20, "sesi bulan Juni dibatalkan"], [VISITS, "Target", 3, "BATAL"],
                        [None, "Realisasi", 1, None]], merged=["D4:D5"])},
        results=[of_year(WELLS, 2), of_year(TEACHERS, 20)], targets=[of_year(WELLS, 3), of_year(TEACHERS, 30)],
        stops=[CANCELLED] * 3,
    ),
]  # fmt: skip
