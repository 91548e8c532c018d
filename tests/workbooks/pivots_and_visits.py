"""Pivot tables with cells nobody filled in and several columns of values; visits of midwives (K1, K4)."""

from tests.workbooks.making import Case, Page
from tests.workbooks.units_in_rows import NEW, rows

TRAINED, SEEDS, WEIGHED = "Petani dilatih", "Benih dibagikan", "Balita ditimbang"


def sheet(*lines):
    return {"Data": Page(list(lines))}


def figures(name, values, place=None):
    return [(name, f"2025-Q{quarter}", None, place, None, value) for quarter, value in enumerate(values, 1)]


CASES = [
    *(Case(f"figures of rows whose label nobody filled in stop, and are no indicator: {blank}",
           sheet(["Laporan 2025"], [labels, "Sum of Target", "Sum of Realisasi"], [TRAINED, 400, 310],
                 [SEEDS, 1000, 900], [blank, 5, 7], ["Grand Total", 1405, 1217]),
           stops=["missing"], results=None)
      for labels, blank in (("Row Labels", "(blank)"), ("Label Baris", "(kosong)"))),
    Case(
        "a blank label without figures is no row",
        sheet(["Tahun", "2025"], [], ["Label Baris", "Jumlah dari Target", "Jumlah dari Realisasi"],
              [TRAINED, 400, 310], [SEEDS, 1000, 900], ["(kosong)"], ["Total Keseluruhan", 1400, 1210]),
        results=[(TRAINED, "2025", None, None, None, 310), (SEEDS, "2025", None, None, None, 900)],
        targets=[(TRAINED, "2025", None, None, None, 400), (SEEDS, "2025", None, None, None, 1000)],
    ),
    Case(
        "villages and one that nobody filled in are places all the same",
        sheet(["Indikator", WEIGHED], ["Tahun", "2025"], [],
              ["Label Baris", "Jumlah dari TW I", "Jumlah dari TW II"], ["Desa Nita", 10, 12], ["Desa Bola", 20, 22],
              ["(kosong)", 1, None], ["Total Keseluruhan", 31, 34]),
        results=[*figures(WEIGHED, (10, 12), "Desa Nita"), *figures(WEIGHED, (20, 22), "Desa Bola"),
                 *figures(WEIGHED, (1,), "(kosong)")],
        stops=[NEW, "which_over_time"],
    ),
    Case(
        "several columns of values are several indicators, where the rows are posyandu",
        sheet(["Realisasi 2025"], ["Row Labels", "Sum of Balita ditimbang", "Sum of Ibu hamil K4"],
              ["Posyandu Melati", 40, 8], ["Posyandu Mawar", 30, 4], ["Grand Total", 70, 12]),
        results=[*rows(WEIGHED, "2025", {"Posyandu Melati": 40, "Posyandu Mawar": 30}),
                 *rows("Ibu hamil K4", "2025", {"Posyandu Melati": 8, "Posyandu Mawar": 4})],
        stops=[*["which_over_time"] * 2, *["which_what"] * 2, *[NEW] * 2],
    ),
    Case(
        "first and fourth visits are no quarters",
        sheet(["Realisasi 2025"], ["Desa", "Ibu hamil K1", "Ibu hamil K4"], ["Nita", 10, 8], ["Bola", 20, 18]),
        results=[*rows("Ibu hamil K1", "2025", {"Nita": 10, "Bola": 20}),
                 *rows("Ibu hamil K4", "2025", {"Nita": 8, "Bola": 18})],
        stops=[*["which_over_time"] * 2, *["which_what"] * 2, *[NEW] * 2],
    ),
    Case(
        "K1 to K4 side by side are likely quarters",
        sheet(["Realisasi 2025"], ["Indikator", "Satuan", "K1", "K2", "K3", "K4"], [TRAINED, "orang", 10, 8, 9, 7]),
        results=figures(TRAINED, (10, 8, 9, 7)), stops=["which_period"] * 4,
    ),
]  # fmt: skip
