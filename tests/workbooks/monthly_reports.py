"""What a forum's secretary receives each month: this month beside all months before it, villages in the title, offices
as columns, two tables in a sheet."""

from datetime import time

from tests.workbooks.making import Case, Page

COUNSELLED, TRAINED, BOOKS = "Remaja mendapat konseling", "Kader dilatih", "Buku dibagikan"
WEIGHED = "Balita ditimbang"
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
    Case(
        "posyandu of a village that the title names are others than those of the same names elsewhere",
        {f"Juli {number}": Page([[f"REKAP POSYANDU DESA {village} KECAMATAN MUNGKID"], ["BULAN: JULI 2025"], [],
                                 ["No", "Nama Posyandu", "Balita ditimbang"], [1, "Melati 1", first],
                                 [2, "Mawar", second]])
         for number, village, first, second in ((1, "SUKAMAJU", 38, 51), (2, "PAREMONO", 44, 39))},
        results=[figure(WEIGHED, "2025-07", 38, place="Melati 1, Sukamaju"),
                 figure(WEIGHED, "2025-07", 51, place="Mawar, Sukamaju"),
                 figure(WEIGHED, "2025-07", 44, place="Melati 1, Paremono"),
                 figure(WEIGHED, "2025-07", 39, place="Mawar, Paremono")],
        stops=["header_as_indicator", "which_over_time"],
    ),
    Case(
        "a village in the title is the place of a table without places",
        {"Data": Page([["Data balita Desa Sukamaju, Kec. Mungkid"], ["Indikator", "Satuan", "Realisasi Jan 2025"],
                       [TRAINED, "orang", 30]])},
        results=[figure(TRAINED, "2025-01", 30, place="Sukamaju")],
    ),
    Case(
        "what only says which villages are meant is no place",
        {"Data": Page([["Data Desa Binaan menurut kecamatan"], ["Indikator", "Satuan", "Realisasi Jan 2025"],
                       [TRAINED, "orang", 30]])},
        results=[figure(TRAINED, "2025-01", 30)],
    ),
    Case(
        "a table of targets above one of results, under the same header",
        {"Data": Page([["Tabel 1. Target Kinerja 2025"], ["Indikator", "Satuan", "TW I", "TW II"],
                       [TRAINED, "orang", 50, 60], [], ["Tabel 2. Realisasi Kinerja 2025"],
                       ["Indikator", "Satuan", "TW I", "TW II"], [TRAINED, "orang", 45, 61]])},
        results=[figure(TRAINED, "2025-Q1", 45), figure(TRAINED, "2025-Q2", 61)],
        targets=[figure(TRAINED, "2025-Q1", 50), figure(TRAINED, "2025-Q2", 60)],
    ),
    Case(
        "a share whose name alone says so: that of the province is no sum of its regencies'",
        {"Data": Page([["Realisasi TW II 2025"], ["Indikator", "Kab. Sleman", "Kab. Bantul", "Prov. DIY"],
                       ["Cakupan IDL (%)", 92.5, 90.1, 91.2]])},
        results=[figure("Cakupan IDL (%)", "2025-Q2", value, place=place)
                 for value, place in ((92.5, "34.04"), (90.1, "34.02"), (91.2, "34"))],
        indicators={"Cakupan IDL (%)": {"measure": "percent", "unit": "%"}},
    ),
    Case(
        "what was done instead of an indicator, with the month in the title",
        {"Data": Page([["BULAN AGUSTUS TAHUN 2025"], ["No", "Kegiatan", "Target", "Realisasi", "%", "Keterangan"],
                       [1, "Pelatihan kader", 20, 18, "90%", None], [2, "Kunjungan rumah", 100, 87, "87%", None]])},
        results=[figure("Pelatihan kader", "2025-08", 18), figure("Kunjungan rumah", "2025-08", 87)],
        targets=[figure("Pelatihan kader", "2025-08", 20), figure("Kunjungan rumah", "2025-08", 100)],
        indicators={"Kunjungan rumah": {"level": "activity", "over_time": "sum"}},
    ),
    Case(
        "months over men, women and both, without a word that these are results",
        {"Rekap": Page([["Data kunjungan lansia Puskesmas Pakem 2025"], [],
                        ["No", "Kegiatan", "Januari", None, None, "Februari", None, None],
                        [None, None, "L", "P", "L+P", "L", "P", "L+P"],
                        [1, "Pemeriksaan tensi", 45, 60, 105, 40, 62, 102], [2, "Rujukan", 2, 1, 3, 0, 0, 0]],
                       merged=["C3:E3", "F3:H3", "A3:A4", "B3:B4"])},
        results=[figure(name, f"2025-{month}", value, group=group)
                 for name, month, group, value in (
                     ("Pemeriksaan tensi", "01", "sex=m", 45), ("Pemeriksaan tensi", "01", "sex=f", 60),
                     ("Pemeriksaan tensi", "02", "sex=m", 40), ("Pemeriksaan tensi", "02", "sex=f", 62),
                     ("Rujukan", "01", "sex=m", 2), ("Rujukan", "01", "sex=f", 1), ("Rujukan", "02", "sex=m", 0),
                     ("Rujukan", "02", "sex=f", 0))],
        stops=["which_what"] * 4 + ["which_over_time"] * 2,
    ),
    Case(
        "a book of complaints as it is kept in the office",
        {"Buku Keluhan": Page([["BUKU KELUHAN DAN SARAN WARGA"], [],
                               ["No", "Tgl", "Nama", "No HP", "Dusun", "Isi Keluhan / Saran", "Media", "Tindak Lanjut",
                                "Tgl Selesai", "Status"],
                               [1, "3/7/2025", "Bu Rini", "0812", "Krajan", "Bantuan belum sampai", "WA", "Dicek",
                                "10/7/2025", "Selesai"],
                               [2, "12 Juli 2025", "Anonim", None, "Tegal", "Air bau", "Langsung", None, None,
                                "Proses"]])},
        results=[], feedback=2,
    ),
    Case(
        "organisations that nobody has listed as columns, and their total over the same pair",
        {"Rekap": Page([["REKAPITULASI CAPAIAN MITRA SEMESTER I TAHUN 2025"], [],
                        ["No", "Indikator", "Satuan", "Yayasan Sinar", None, "LSM Hijau", None, "Jumlah", None],
                        [None, None, None, *["Target", "Realisasi"] * 3],
                        [1, TRAINED, "orang", 1000, 850, 2000, 2100, 3000, 2950]],
                       merged=["D3:E3", "F3:G3", "H3:I3", "A3:A4", "B3:B4", "C3:C4"])},
        results=[figure(TRAINED, "2025-S1", 850, partner="Yayasan Sinar"),
                 figure(TRAINED, "2025-S1", 2100, partner="LSM Hijau")],
        targets=[figure(TRAINED, "2025-S1", 1000, partner="Yayasan Sinar"),
                 figure(TRAINED, "2025-S1", 2000, partner="LSM Hijau")],
    ),
    Case(
        "regencies over pairs, and their total over the same pair",
        {"Rekap": Page([["Semester I 2025"], ["Indikator", "Kab. Sleman", None, "Kab. Bantul", None, "Jumlah", None],
                        [None, *["Target", "Realisasi"] * 3], [TRAINED, 10, 8, 20, 21, 30, 29]],
                       merged=["B2:C2", "D2:E2", "F2:G2", "A2:A3"])},
        results=[figure(TRAINED, "2025-S1", 8, place="34.04"), figure(TRAINED, "2025-S1", 21, place="34.02")],
        targets=[figure(TRAINED, "2025-S1", 10, place="34.04"), figure(TRAINED, "2025-S1", 20, place="34.02")],
    ),
    Case(
        "offices as columns of figures without a word of their kind",
        {"Rekap": Page([["Realisasi TW II 2025"],
                        ["Indikator", "Satuan", "Dinas Kesehatan", "Dinas Sosial", "Bappeda", "Jumlah"],
                        [TRAINED, "orang", 10, 8, 2, 20]])},
        results=[figure(TRAINED, "2025-Q2", 10, partner="Dinas Kesehatan"),
                 figure(TRAINED, "2025-Q2", 8, partner="Dinas Sosial"),
                 figure(TRAINED, "2025-Q2", 2, partner="Bappeda")],
    ),
    Case(
        "months that are numbered below their word, under a name of indicators that is in no list",
        {"Data": Page([["REALISASI KEGIATAN TAHUN 2025"],
                       ["No.", "Indikator Kinerja Kegiatan", "Target (Vol)", "Satuan", "Realisasi Bulan Ke-",
                        None, None, None, "Jumlah Realisasi", "Persen"],
                       [None, None, None, None, 1, 2, 3, 4, None, None],
                       [1, "Pelatihan kader", 12, "kali", 1, 1, 2, 0, 4, "33%"]],
                      merged=["A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:H2"])},
        results=[figure("Pelatihan kader", f"2025-0{month}", value) for month, value in enumerate((1, 1, 2, 0), 1)],
        targets=[figure("Pelatihan kader", "2025", 12)],
        indicators={"Pelatihan kader": {"over_time": "sum"}},
    ),
    Case(
        "a duration typed as a time of day is no part of a day",
        {"Data": Page([["Indikator", "Satuan", "Realisasi TW I 2025"], ["Waktu respon", "menit", time(0, 12)],
                       ["Lama tunggu", "menit", 15]])},
        results=None,
        stops=["not_a_number", "which_direction"],
    ),
    Case(
        "figures of years as text: the last of them is the final target, whatever the sign",
        {"Data": Page([["Indikator", "Satuan", "Target 2023", "Target 2024", "Target Akhir 2024"],
                       ["Sambungan rumah", "SR", "1.400", "1.600", "1.600"],
                       ["Rerata debit", "l/dt", "7,5", "7,9", "7,9"]])},
        results=[],
        targets=[figure("Sambungan rumah", "2023", 1400), figure("Sambungan rumah", "2024", 1600),
                 figure("Rerata debit", "2023", 7.5), figure("Rerata debit", "2024", 7.9)],
        indicators={"Sambungan rumah": {"over_time": "last", "target": 1600}},
    ),
    Case(
        "a heading Total over the same indicators again",
        {"Data": Page([["Laporan 2025"], ["Indikator", "Satuan", "Realisasi TW I"], ["Kab. Sleman"],
                       [TRAINED, "orang", 10], [BOOKS, "eks", 1], ["Kab. Bantul"], [TRAINED, "orang", 5],
                       [BOOKS, "eks", 2], ["Total"], [TRAINED, "orang", 15], [BOOKS, "eks", 3]])},
        results=[figure(name, "2025-Q1", value, place=place) for name, value, place in (
            (TRAINED, 10, "34.04"), (BOOKS, 1, "34.04"), (TRAINED, 5, "34.02"), (BOOKS, 2, "34.02"))],
    ),
    Case(
        "a total over Target and Realisasi behind those of each quarter is none of the year",
        {"Data": Page([["Laporan 2025"], ["Indikator", "Satuan", "TW I", None, "TW II", None, "Jumlah", None],
                       [None, None, *["Target", "Realisasi"] * 3], [TRAINED, "orang", 10, 9, 12, 7, 22, 16]],
                      merged=["C2:D2", "E2:F2", "G2:H2", "A2:A3", "B2:B3"])},
        results=[figure(TRAINED, "2025-Q1", 9), figure(TRAINED, "2025-Q2", 7)],
        targets=[figure(TRAINED, "2025-Q1", 10), figure(TRAINED, "2025-Q2", 12)],
    ),
    Case(
        "names of villages in letterheads and behind a colon, and a numbered hamlet that is none",
        {f"Januari {number}": Page([[title], ["Indikator", "Satuan", "Realisasi Jan 2025"], [TRAINED, "orang", number]])
         for number, title in ((1, "PEMERINTAH DESA SUKAMAJU"), (2, "Laporan Desa: Paremono"), (9, "Capaian Dusun I"))},
        results=[figure(TRAINED, "2025-01", 1, place="Sukamaju"), figure(TRAINED, "2025-01", 2, place="Paremono"),
                 figure(TRAINED, "2025-01", 9)],
        stops=["counted_twice_here"],  # a sheet without a place may hold all of them
        answers={"counted_twice": {f"{TRAINED} no_place": "both"}},
    ),
]  # fmt: skip
