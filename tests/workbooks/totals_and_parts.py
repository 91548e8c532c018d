"""Totals beside what they add up: a province beside its regencies, all partners beside each, L+P beside L and P."""

from tests.workbooks.making import Case, Page

TRAINED, WELLS, SURVEYS = "Petani dilatih", "Sumur dibangun", "Survei dilaksanakan"
SLEMAN, BANTUL = "34.04", "34.02"
UNITS = ["Indikator", "Satuan"]


def result(place, value, period="2024", indicator=TRAINED):
    return (indicator, period, None, place, None, value)


CASES = [
    Case(
        "a province in the rows above its regencies is not added to them",
        {"Data": Page([[*UNITS, "Kabupaten", "Realisasi 2024"], [TRAINED, "orang", "DIY", 130],
                       [TRAINED, "orang", "Sleman", 90], [TRAINED, "orang", "Bantul", 40]])},
        results=[result(SLEMAN, 90), result(BANTUL, 40)],
    ),
    Case(
        "a province alone in its row of a column of provinces and one of regencies",
        {"Data": Page([["Provinsi", "Kabupaten", *UNITS, "Target 2024", "Realisasi 2024"],
                       ["DIY", None, TRAINED, "orang", 150, 130], ["DIY", "Sleman", TRAINED, "orang", 100, 90],
                       ["DIY", "Bantul", TRAINED, "orang", 50, 40]])},
        results=[result(SLEMAN, 90), result(BANTUL, 40)],
        targets=[result(SLEMAN, 100), result(BANTUL, 50)],
    ),
    Case(
        "a district in the row above its villages, which no list of codes knows",
        {"Data": Page([["Kecamatan", "Desa", *UNITS, "Realisasi 2024"], ["Gamping", None, TRAINED, "orang", 130],
                       [None, "Balecatur", TRAINED, "orang", 90], [None, "Banyuraden", TRAINED, "orang", 40],
                       ["Godean", None, TRAINED, "orang", 7]])},
        results=[result("Balecatur", 90), result("Banyuraden", 40), result("Godean", 7)],
    ),
    Case(
        "a province as the last of the columns of places",
        {"Data": Page([[*UNITS, "Realisasi 2024", None, None], [None, None, "Sleman", "Bantul", "DIY"],
                       [TRAINED, "orang", 90, 40, 130]], merged=["A1:A2", "B1:B2", "C1:E1"])},
        results=[result(SLEMAN, 90), result(BANTUL, 40)],
    ),
    Case(
        "all partners beside each of them",
        {"Data": Page([["Mitra", *UNITS, "Realisasi 2024"], ["Semua mitra", TRAINED, "orang", 130],
                       ["Yayasan A", TRAINED, "orang", 90], ["LSM B", TRAINED, "orang", 40],
                       ["Konsorsium (gabungan)", WELLS, "unit", 9], ["Gabungan Kelompok Tani Makmur", WELLS, "unit", 4],
                       ["Yayasan A", WELLS, "unit", 5]])},
        results=[(TRAINED, "2024", "Yayasan A", None, None, 90), (TRAINED, "2024", "LSM B", None, None, 40),
                 (WELLS, "2024", "Yayasan A", None, None, 5),
                 (WELLS, "2024", "Gabungan Kelompok Tani Makmur", None, None, 4)],
    ),
    Case(
        "words of a total where a place would stand; with nothing beside them they are all places",
        {"Data": Page([[*UNITS, "Kabupaten", "Target 2024", "Realisasi 2024"], [TRAINED, "orang", "Sleman", 100, 90],
                       [TRAINED, "orang", "Bantul", 50, 40], [TRAINED, "orang", "Total DIY", 150, 130],
                       [TRAINED, "orang", "Seluruh kabupaten", 150, 130], [WELLS, "unit", "Semua", 8, 7]])},
        results=[result(SLEMAN, 90), result(BANTUL, 40), result(None, 7, indicator=WELLS)],
        targets=[result(SLEMAN, 100), result(BANTUL, 50), result(None, 8, indicator=WELLS)],
    ),
    Case(
        "a share of a province is news beside those of its regencies",
        {"Data": Page([["Indikator", "Satuan", "Kabupaten", "Realisasi 2024"], ["Akses air", "%", "DIY", 85],
                       ["Akses air", "%", "Sleman", 90], ["Akses air", "%", "Bantul", 70]])},
        results=[result("34", 85, indicator="Akses air"), result(SLEMAN, 90, indicator="Akses air"),
                 result(BANTUL, 70, indicator="Akses air")],
    ),
    Case(
        "women and men together are the figure where neither is filled in, or where they give another one",
        {"Data": Page([[*UNITS, "Realisasi 2024", None, None], [None, None, "L", "P", "L+P"],
                       [TRAINED, "orang", 10, 20, 30], [WELLS, "unit", None, None, 7], [SURVEYS, "orang", 1, 2, 5],
                       ["Kunjungan", "orang", None, None, 0]], merged=["C1:E1"])},
        results=[(TRAINED, "2024", None, None, "sex=m", 10), (TRAINED, "2024", None, None, "sex=f", 20),
                 (WELLS, "2024", None, None, None, 7), (SURVEYS, "2024", None, None, "sex=m", 1),
                 (SURVEYS, "2024", None, None, "sex=f", 2), (SURVEYS, "2024", None, None, None, 5)],
        cells={(WELLS, "2024"): "E4"},
    ),
    Case(
        "the year's column is the figure where no quarter is filled in",
        {"Data": Page([[*UNITS, "Target 2024", None, None, "Realisasi 2024", None, None],
                       [None, None, "TW I", "TW II", "Jml", "TW I", "TW II", "Total"],
                       [TRAINED, "orang", 10, 20, 30, 9, 8, 17], [SURVEYS, "kali", None, None, 1, None, None, 1]],
                      merged=["C1:E1", "F1:H1"])},
        results=[result(None, 9, "2024-Q1"), result(None, 8, "2024-Q2"), result(None, 1, indicator=SURVEYS)],
        targets=[result(None, 10, "2024-Q1"), result(None, 20, "2024-Q2"), result(None, 1, indicator=SURVEYS)],
        cells={(SURVEYS, "2024"): "H4"},
    ),
    Case(
        "a code beside the name of another regency",
        {"Data": Page([["Kode Wilayah", "Kabupaten", *UNITS, "Realisasi 2024"],
                       ["34.04", "Bantul", TRAINED, "orang", 1], ["34.03", "Gunungkidul", TRAINED, "orang", 2]])},
        results=[result(BANTUL, 1), result("34.03", 2)],
        stops=["which_place"],
        answers={"place": {"34.04 Bantul": "34.02"}},
    ),
    *(Case(f"below a table the sum of all its rows for each village: {heading}",
           {"Data": Page([["Realisasi 2025"], ["Indikator", "Desa", "Realisasi TW I", "Realisasi TW II"],
                          ["Petani dilatih", "Nita", 10, 20], ["Petani dilatih", "Bola", 30, 40],
                          ["Guru dilatih", "Nita", 1, 2], [], [heading], ["Nita", None, 11, 22],
                          ["Bola", None, 30, 40]])},
           results=[(name, f"2025-Q{quarter}", None, village, None, value)
                    for name, village, values in (("Petani dilatih", "Nita", (10, 20)),
                                                  ("Petani dilatih", "Bola", (30, 40)),
                                                  ("Guru dilatih", "Nita", (1, 2)))
                    for quarter, value in enumerate(values, 1)])
      for heading in ("Total per desa", "Rekapitulasi peserta menurut desa", "B. Rekap per desa")),
]  # fmt: skip
