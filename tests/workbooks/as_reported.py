"""Monthly reports of midwives, posts and villages: what came before beside this month, a total named after the office,
lines of a block right above the header, units in a line of their own, the day of a report."""

from tests.workbooks.making import Case, Page
from tests.workbooks.units_in_rows import NEW, rows

JOIN = "which_over_time"

CASES = [
    Case(
        "the months before are no figure of last month where they and this month make the running total",
        {"PWS": Page([["PWS KIA"], ["Bulan", None, ": Agustus 2025"], [],
                      ["No", "Desa", "K1", None, None, None], [None, None, "Bln lalu", "Bln ini", "Kum", "%"],
                      [1, "Tirtomartani", 50, 7, 57, 60.0], [2, "Tamanmartani", 61, 9, 70, 63.6],
                      [3, "Selomartani", 40, 4, 44, 56.4]], merged=["C4:F4"])},
        results=rows("K1", "2025-08", {"Tirtomartani": 7, "Tamanmartani": 9, "Selomartani": 4}),
        stops=[NEW, JOIN],
    ),
    Case(
        "last month and this one without a total are two months",
        {"PWS": Page([["PWS KIA Agustus 2025"], ["Desa", "K1", None], [None, "Bln lalu", "Bln ini"],
                      ["Tirtomartani", 5, 7], ["Tamanmartani", 6, 9], ["Selomartani", 3, 4]], merged=["B2:C2"])},
        results=[*rows("K1", "2025-07", {"Tirtomartani": 5, "Tamanmartani": 6, "Selomartani": 3}),
                 *rows("K1", "2025-08", {"Tirtomartani": 7, "Tamanmartani": 9, "Selomartani": 4})],
        stops=[NEW, JOIN],
    ),
    Case(
        "a last row named after the office, merged from the column of numbers, is the total of the others",
        {"KIA": Page([["KIA Agustus 2025"], ["No", "Desa", "Bumil diperiksa", "Bayi ditimbang"],
                      [1, "Tirtomartani", 7, 20], [2, "Tamanmartani", 9, 31], [3, "Selomartani", 4, 15],
                      ["Puskesmas", None, 20, 66]], merged=["A6:B6"])},
        results=[*rows("Bumil diperiksa", "2025-08", {"Tirtomartani": 7, "Tamanmartani": 9, "Selomartani": 4}),
                 *rows("Bayi ditimbang", "2025-08", {"Tirtomartani": 20, "Tamanmartani": 31, "Selomartani": 15})],
        stops=[NEW, NEW, JOIN, JOIN],
    ),
    Case(
        "lines of a block right above a header are no part of it",
        {"TW": Page([["LAPORAN"], ["Triwulan ke", "3"], ["Tahun Anggaran", "2025"],
                     ["Indikator", "Satuan", "Target Tahunan", "Realisasi s.d. TW lalu", "Realisasi TW ini"],
                     ["Petani dilatih", "orang", 120, 50, 27]])},
        results=[("Petani dilatih", "2025-S1", None, None, None, 50),
                 ("Petani dilatih", "2025-Q3", None, None, None, 27)],
        targets=[("Petani dilatih", "2025", None, None, None, 120)],
        indicators={"Petani dilatih": {"unit": "orang"}},
        stops=[JOIN],
    ),
    Case(
        "the day of a report, where nothing else tells the period",
        {"Posko": Page([["Laporan Posko Banjir"], ["Hari/Tanggal : Rabu, 12 Februari 2025"],
                        ["Posko", "Paket dibagikan"], ["Balai Desa", 360], ["SDN 2", 255]])},
        results=rows("Paket dibagikan", "2025-02-12", {"Balai Desa": 360, "SDN 2": 255}),
        stops=[NEW],
    ),
    Case(
        "units in a line of their own below the names",
        {"Tani": Page([["Semester I 2025"], ["Desa", "Hasil panen", "Petani dilatih"], [None, "(kg)", "(orang)"],
                       ["Kalitirto", 60.2, 35], ["Tegaltirto", 40, 28]])},
        results=[*rows("Hasil panen", "2025-S1", {"Kalitirto": 60.2, "Tegaltirto": 40}),
                 *rows("Petani dilatih", "2025-S1", {"Kalitirto": 35, "Tegaltirto": 28})],
        indicators={"Hasil panen": {"unit": "kg"}, "Petani dilatih": {"unit": "orang"}},
        stops=[NEW, NEW, JOIN],
    ),
    Case(
        "a target in brackets of the title says nothing of the figures below",
        {"Bibit": Page([["Distribusi Bibit Tahun 2025 (target 5.000 batang)"], ["Kecamatan", "TW I", "TW II"],
                        ["Toroh", 1250, 1000], ["Gubug", 750, 500]])},
        results=[("Distribusi Bibit", f"2025-Q{quarter}", None, place, None, value)
                 for place, values in (("Toroh", (1250, 1000)), ("Gubug", (750, 500)))
                 for quarter, value in enumerate(values, 1)],
        stops=[NEW, JOIN],
    ),
    Case(
        "two tables of villages side by side have each their own villages",
        {"Data": Page([["Tahun 2025"], ["No", "Desa", "Petani dilatih", None, "No", "Desa", "Nelayan dilatih"],
                       [1, "Kalitirto", 12, None, 1, "Tegaltirto", 20], [2, "Jogotirto", 8, None, 2, "Madurejo", 15]])},
        results=[*rows("Petani dilatih", "2025", {"Kalitirto": 12, "Jogotirto": 8}),
                 *rows("Nelayan dilatih", "2025", {"Tegaltirto": 20, "Madurejo": 15})],
        stops=[NEW, NEW],
    ),
    *(Case(f"half of a school year: {title}",
           {"Data": Page([[title], ["Sekolah", "Buku dibagikan"], ["SDN 1", 30], ["SDN 2", 22]])},
           results=rows("Buku dibagikan", period, {"SDN 1": 30, "SDN 2": 22}), stops=[NEW])
      for title, period in (("Laporan Semester Genap Tahun Ajaran 2024/2025", "2025-S1"),
                            ("Semester Ganjil 2024/2025", "2024-S2"),
                            ("SEMESTER I TAHUN PELAJARAN 2024/2025", "2024-S2"))),
    Case(
        "six Roman numbers are months",
        {"Data": Page([["Tahun 2025"], ["Indikator", "Satuan", "I", "II", "III", "IV", "V", "VI"],
                       ["Pasien dilayani", "orang", 10, 11, 12, 13, 14, 15]])},
        results=[("Pasien dilayani", f"2025-0{month}", None, None, None, month + 9) for month in range(1, 7)],
        stops=["which_period"] * 6,
    ),
    Case(
        "Capaian in percent beside targets in percent is the result",
        {"Data": Page([["Cakupan imunisasi"], ["Puskesmas", "Target 2025", "Capaian 2025"], ["Kalasan", "95%", "91,5%"],
                       ["Berbah", "90%", "92,3%"], ["Seyegan", "90%", "88%"]])},
        results=rows("Cakupan imunisasi", "2025", {"Kalasan": 91.5, "Berbah": 92.3, "Seyegan": 88}),
        targets=rows("Cakupan imunisasi", "2025", {"Kalasan": 95, "Berbah": 90, "Seyegan": 90}),
        stops=[NEW, "share_or_figure"],
    ),
    Case(
        "women and men together, where their total is another figure",
        {"Data": Page([["Tahun 2025"], ["Desa", "Peserta pelatihan", None, None], [None, "L", "P", "L+P"],
                       ["Kalitirto", 12, 8, 20], ["Tegaltirto", 10, 15, 24]], merged=["B2:D2"])},
        results=[*rows("Peserta pelatihan", "2025", {"Kalitirto": 12, "Tegaltirto": 10}, group="sex=m"),
                 *rows("Peserta pelatihan", "2025", {"Kalitirto": 8, "Tegaltirto": 15}, group="sex=f"),
                 *rows("Peserta pelatihan", "2025", {"Tegaltirto": 24})],
        stops=[NEW],
    ),
    Case(
        "a title right of the running numbers is no line of the header; a star behind a header is no part of its name",
        {"Nilai": Page([[None, "Literasi: realisasi 2024"], ["No", "Sekolah", "Siswa dinilai*", "Nilai rata-rata"],
                        [1, "SDN Nita", 30, 61.5], [2, "SDN Bola", 28, 58], [3, "SDN Paga", 40, 66]])},
        results=[*rows("Siswa dinilai", "2024", {"SDN Nita": 30, "SDN Bola": 28, "SDN Paga": 40}),
                 *rows("Nilai rata-rata", "2024", {"SDN Nita": 61.5, "SDN Bola": 58, "SDN Paga": 66})],
        stops=[JOIN, "which_what", *[NEW] * 2],
    ),
]
