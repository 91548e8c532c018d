"""Tables in which a total looks like one more figure: of a consortium, of a title, of a regency above its health
centres, the highest and lowest of a column, a forecast beside results."""

from tests.workbooks.making import Case, Page
from tests.workbooks.units_in_rows import NEW, rows

READERS, FED, VISITS = "Anak ikut kelas baca", "Balita mendapat PMT", "ANC 1st visit"
DELTA, EAST = "Yayasan Delta", "Yayasan Timur"
QUARTERS = ["2024-Q1", "2024-Q2"]
BY_PARTNER = [(READERS, quarter, partner, None, None, value)
              for partner, values in ((DELTA, (10, 20)), (EAST, (30, 40)))
              for quarter, value in zip(QUARTERS, values, strict=True)]  # fmt: skip
CENTRES = {"Sikka": (120, 130), "Puskesmas Nita": (70, 80), "Puskesmas Paga": (50, 50)}
MEASURED, SCORE = "Siswa dinilai", "Nilai literasi rata-rata"


def summed(title, text, *lines):
    return {"Data": Page([[title], ["Indikator", "Satuan", DELTA, None, EAST, None, text, None], *lines])}


CASES = [
    *(Case(f"the total of all partners, over quarters: {text}",
           summed("Realisasi 2024", text, [None, None, *["TW I", "TW II"] * 3],
                  [READERS, "anak", 10, 20, 30, 40, 40, 60]),
           results=BY_PARTNER, stops=["which_over_time"])
      for text in ("Total Konsorsium", "Jumlah", "Semua mitra")),
    Case(
        "the total of a consortium over targets and results is no figure beside its members'",
        summed("Capaian Semester II 2024", "Total Konsorsium", [None, None, *["Target", "Realisasi"] * 3],
               [READERS, "anak", 100, 90, 80, None, 180, 90], ["Guru dilatih", "orang", 20, 22, 15, 15, 35, 37]),
        results=[(READERS, "2024-S2", DELTA, None, None, 90), ("Guru dilatih", "2024-S2", DELTA, None, None, 22),
                 ("Guru dilatih", "2024-S2", EAST, None, None, 15)],
        targets=[(READERS, "2024-S2", DELTA, None, None, 100), (READERS, "2024-S2", EAST, None, None, 80),
                 ("Guru dilatih", "2024-S2", DELTA, None, None, 20), ("Guru dilatih", "2024-S2", EAST, None, None, 15)],
        stops=["which_over_time"],
    ),
    Case(
        "the highest and the lowest of a column are no schools; an average at the end of a name has no sum",
        {"Nilai": Page([["Capaian Literasi: realisasi 2024"], ["Sekolah", MEASURED, SCORE], ["SDN Nita", 30, 61.5],
                        ["SDN Bola", 28, 58], ["SDN Paga", 40, 66], ["Rata-rata", 32.67, 61.83],
                        ["Maksimum", 40, 66], ["Minimum", 28, 58]])},
        results=[*rows(MEASURED, "2024", {"SDN Nita": 30, "SDN Bola": 28, "SDN Paga": 40}),
                 *rows(SCORE, "2024", {"SDN Nita": 61.5, "SDN Bola": 58, "SDN Paga": 66})],
        indicators={SCORE: {"over_units": "none"}, MEASURED: {"over_units": "sum"}},
        stops=["which_over_time", *["which_what"] * 2, *[NEW] * 2],
    ),
    Case(
        "months that a title calls cumulative run from the start, where they rise",
        {"Monev": Page([["Realisasi Kumulatif Program Gizi Tahun 2025"],
                        ["Indikator", "Satuan", "Target", "Jan", "Feb", "Mar"], [FED, "anak", 240, 18, 41, 60]])},
        results=[(FED, f"2025-0{month}", None, None, None, value) for month, value in enumerate((18, 23, 19), 1)],
        targets=[(FED, "2025", None, None, None, 240)],
        stops=["which_over_time"],
    ),
    *(Case(f"months that run from no start: {title}, {last} at last",
           {"Monev": Page([[title], ["Indikator", "Satuan", "Target", "Jan", "Feb"], [FED, "anak", 240, 18, last]])},
           results=[(FED, "2025-01", None, None, None, 18), (FED, "2025-02", None, None, None, last)],
           targets=[(FED, "2025", None, None, None, 240)], stops=["which_over_time"])
      for title, last in (("Realisasi Kumulatif Tahun 2025", 15), ("Realisasi Tahun 2025 (non-kumulatif)", 41))),
    *(Case(f"a regency above its health centres is their total: {how}",
           {"data": Page([["Organisation unit", "Data", "Realisasi 202501", "Realisasi 202502"], *lines])},
           results=[(name, period, None, place, None, value * times) for name, times in ((VISITS, 1), ("ANC 4", 3))
                    for place, values in list(CENTRES.items())[1:]
                    for period, value in zip(("2025-01", "2025-02"), values, strict=True)],
           stops=["which_over_time"] * 2)
      for how, lines in {
          "each indicator by itself": [[place, name, *(value * times for value in values)]
                                       for name, times in ((VISITS, 1), ("ANC 4", 3))
                                       for place, values in CENTRES.items()],
          "each place by itself": [[place, name, *(value * times for value in values)]
                                   for place, values in CENTRES.items()
                                   for name, times in ((VISITS, 1), ("ANC 4", 3))]}.items()),
    Case(
        "a prognosis is no result",
        {"IKU": Page([["Indikator", "Satuan", "Target 2024", "Realisasi s.d. Juni 2024", "Prognosa 2024"],
                      ["Desa ODF", "desa", 20, 9, 18]])},
        results=[("Desa ODF", "2024-06", None, None, None, 9)],
        targets=[("Desa ODF", "2024", None, None, None, 20)],
        stops=["which_over_time"],
    ),
    Case(
        "the target of the year in the sheet of each month: what was reached up to now and its percentage tell",
        {name: Page([["LAPORAN BULANAN TAHUN 2025"], [f"Bulan: {month}"],
                     ["No", "Indikator", "Sasaran", "Bulan ini", "s.d. bulan ini", "% s.d."],
                     [1, FED, 480, fed, all_fed, round(all_fed / 480, 3)],
                     [2, "K4 ibu hamil", 360, seen, all_seen, round(all_seen / 360, 3)]])
         for name, month, fed, all_fed, seen, all_seen in (("JAN", "Januari", 38, 38, 25, 25),
                                                           ("FEB", "Februari", 41, 79, 30, 55))},
        results=[(FED, "2025-01", None, None, None, 38), (FED, "2025-02", None, None, None, 41),
                 ("K4 ibu hamil", "2025-01", None, None, None, 25), ("K4 ibu hamil", "2025-02", None, None, None, 30)],
        targets=[(FED, "2025", None, None, None, 480), ("K4 ibu hamil", "2025", None, None, None, 360)],
        stops=[*["which_over_time"] * 2, *["which_what"] * 6],
    ),
    Case(
        "a target of the year on the sheets of two months counts once",
        {month: Page([["Indikator", "Satuan", "Target 2025", f"Realisasi {month} 2025"],
                      ["Guru dilatih", "orang", 50, value]]) for month, value in (("Januari", 4), ("Februari", 6))},
        results=[("Guru dilatih", "2025-01", None, None, None, 4), ("Guru dilatih", "2025-02", None, None, None, 6)],
        targets=[("Guru dilatih", "2025", None, None, None, 50)],
        stops=["which_over_time"],
    ),
    Case(
        "the same target on two sheets of one period: it is asked whether they are two places",
        {name: Page([["Indikator", "Satuan", "Target 2025", "Realisasi Januari 2025"],
                     ["Guru dilatih", "orang", 50, value]]) for name, value in (("Satu", 4), ("Dua", None))},
        stops=["which_over_time", *["whose_sheet"] * 2], results=None,
    ),
    Case(
        "who signs below a table is no figure; a word in the last row of an indicator stops",
        {"Form": Page([["Laporan TW III 2025"], ["No", "Uraian", "Target", "Realisasi"], [1, "Kader dilatih", 15, 13],
                       [], ["Ende, 3 Oktober 2025"], ["Mengetahui,", None, None, "Pelapor,"],
                       ["Maria", None, None, "Yosef"]])},
        results=[("Kader dilatih", "2025-Q3", None, None, None, 13)],
        targets=[("Kader dilatih", "2025-Q3", None, None, None, 15)],
    ),
    Case(
        "a word below the last figure is asked about where its row names a place",
        {"Form": Page([["Indikator", "Lokasi", "Realisasi TW III 2025"], ["Kader dilatih", "Kab. Sikka", 13],
                       [None, "Kab. Ende", "tiga belas"]])},
        stops=["not_a_number"], results=None,
    ),
    Case(
        "a target that is only asked for is proposed as a target",
        {"IKU": Page([["Indikator", "Satuan", "Realisasi 2024", "Usulan Target 2025"],
                      ["Guru dilatih", "orang", 9, 25]])},
        results=[("Guru dilatih", "2024", None, None, None, 9)],
        targets=[("Guru dilatih", "2025", None, None, None, 25)],
        stops=["which_what"],
    ),
    Case(
        "instalments that come to what was delivered are parts of it",
        {"Termin": Page([["DAFTAR KONTRIBUSI MITRA TAHUN 2025 (Rp)"],
                         ["No", "Mitra", "Komitmen", "Termin I", "Termin II", "Total diterima", "Sisa"],
                         [1, "PT Maju Jaya", 50_000_000, 20_000_000, 10_000_000, 30_000_000, 20_000_000],
                         [2, "CV Sinar", 10_000_000, 10_000_000, None, 10_000_000, 0],
                         [None, "Jumlah", 60_000_000, 30_000_000, 10_000_000, 40_000_000, 20_000_000]])},
        contributions=[("PT Maju Jaya", "2025", "money", 50_000_000, 30_000_000, "IDR"),
                       ("CV Sinar", "2025", "money", 10_000_000, 10_000_000, "IDR")],
        stops=["which_column"],
    ),
    Case(
        "a gift in two currencies is no two indicators, and the rate of exchange is none",
        {"Donasi": Page([["Kontribusi mitra 2025"], ["Mitra", "Jenis", "Nilai (USD)", "Nilai (IDR)", "Kurs"],
                         [DELTA, "Uang", 1000, 16_200_000, 16_200], ["PT Maju", "Barang", 500, 8_100_000, 16_200]])},
        stops=["no_known_sheet"], results=None,
    ),
]  # fmt: skip
