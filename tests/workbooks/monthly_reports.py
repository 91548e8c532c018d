"""What a forum's secretary receives each month: this month beside all months before it, villages in the title, offices
as columns, two tables in a sheet."""

from tests.workbooks.making import Case, Page

COUNSELLED, TRAINED, BOOKS = "Remaja mendapat konseling", "Kader dilatih", "Buku dibagikan"
TITLE = [["LAPORAN BULANAN"], ["Bulan : September 2025"], []]


def figure(indicator, period, value, partner=None, place=None, group=None):
    return (indicator, period, partner, place, group, value)


CASES = [
    Case(
        "up to last month, this month, up to this month: this month's figure counts, once",
        {"Laporan": Page(
            [*TITLE, ["No", "Uraian Indikator", "Sat.", "Target Tahunan", "Realisasi", None, None, "% Capaian"],
             [None, None, None, None, "s.d. Bulan Lalu", "Bulan Ini", "s.d. Bulan Ini", None],
             [1, COUNSELLED, "orang", 600, 310, 42, 352, "58,67%"], [2, TRAINED, "orang", 80, 65, 0, 65, "81,25%"]],
            merged=["A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:G4", "H4:H5"])},
        results=[figure(COUNSELLED, "2025-09", 42), figure(TRAINED, "2025-09", 0)],
        targets=[figure(COUNSELLED, "2025", 600), figure(TRAINED, "2025", 80)],
        indicators={COUNSELLED: {"unit": "orang"}},
        stops=["which_over_time", "which_over_time"],
    ),
    Case(
        "a row L+P, L/P or of both sexes is the total of the two beside it",
        {"Data": Page([["Indikator", "Satuan", "JK", "TW I 2025"], [TRAINED, "orang", "L", 5],
                       [TRAINED, "orang", "P", 7], [TRAINED, "orang", "L+P", 12], [COUNSELLED, "orang", "Lk", 1],
                       [COUNSELLED, "orang", "Pr", 2], [COUNSELLED, "orang", "Laki-laki dan perempuan", 3]])},
        results=[figure(TRAINED, "2025-Q1", 5, group="sex=m"), figure(TRAINED, "2025-Q1", 7, group="sex=f"),
                 figure(TRAINED, "2025-Q1", 12), figure(COUNSELLED, "2025-Q1", 1, group="sex=m"),
                 figure(COUNSELLED, "2025-Q1", 2, group="sex=f"), figure(COUNSELLED, "2025-Q1", 3)],
        stops=["which_what", "which_over_time"],
    ),
    Case(
        "quarters in words are quarters",
        {"Data": Page([["Laporan tahun 2025"], ["Indikator", "Satuan", "Realisasi", None, None],
                       [None, None, "Triwulan Kesatu", "Triwulan Kedua", "Triwulan Ketiga"],
                       [TRAINED, "orang", 90, 110, 95]], merged=["C2:E2", "A2:A3", "B2:B3"])},
        results=[figure(TRAINED, "2025-Q1", 90), figure(TRAINED, "2025-Q2", 110), figure(TRAINED, "2025-Q3", 95)],
    ),
    Case(
        "one and a half books are asked about where only money shows the sign",
        {"Data": Page([["Indikator", "Satuan", "Realisasi TW I 2025"], [BOOKS, "eks", "1,500"],
                       ["Nilai bantuan", "Rp", "Rp 10.000.000"]])},
        results=[figure(BOOKS, "2025-Q1", 1500), figure("Nilai bantuan", "2025-Q1", 10_000_000)],
        stops=["which_whole"],
    ),
]  # fmt: skip
