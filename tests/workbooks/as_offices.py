"""Tables of village offices, schools, health centres and donors' desks, as they came to a fresh reader."""

from tests.workbooks.making import Case, Page
from tests.workbooks.units_in_rows import NEW, rows

VISITS, CLASSES = "Kunjungan rumah kader", "Kelas ibu balita dilaksanakan"
MONTHS = ["2024-01", "2024-02", "2024-03"]


def monthly(title, header):
    return {"Monev": Page([[title], ["Indikator", "Satuan", header, "Jan", "Feb", "Mar"],
                           [VISITS, "kali", 20, 20, 22, 18], [CLASSES, "sesi", 2, 2, 0, 2]])}  # fmt: skip


VISITED = [(name, month, None, None, None, value)
           for name, values in ((VISITS, (20, 22, 18)), (CLASSES, (2, 0, 2)))
           for month, value in zip(MONTHS, values, strict=True)]  # fmt: skip
EACH_MONTH = [(name, month, None, None, None, value)
              for name, value in ((VISITS, 20), (CLASSES, 2)) for month in MONTHS]  # fmt: skip

KB = {"Cimahi Utara": (2100, 310), "Cimahi Tengah": (1800, 290), "Cimahi Selatan": (2500, 402)}
METHODS = [f"Metode Kontrasepsi – {name}" for name in ("IUD", "MOW")]

FED, ACCOMPANIED, YIELD = "Jumlah balita stunting mendapat PMT", "PKBM didampingi", "Produktivitas kopi"
OPENED = "Jamban sehat dibangun"

CASES = [
    *(Case(f"a target of each month is that of no quarter and no year: {header}", monthly(title, header),
           results=VISITED, targets=EACH_MONTH, stops=stops)
      for title, header, stops in (("Realisasi Triwulan I 2024", "Target/bln", []),
                                   ("Realisasi 2024", "Target per bulan", []))),
    Case(
        "the last row is the town, without the word Jumlah: the sum of its districts in every column",
        {"KB": Page([["PESERTA KB AKTIF DI KOTA CIMAHI, TAHUN 2023"], ["Kecamatan", "Metode Kontrasepsi"],
                     [None, "IUD", "MOW"], *([name, *pair] for name, pair in KB.items()),
                     ["Kota Cimahi", 6400, 1002]], merged=["A2:A3", "B2:C2"])},
        results=[row for at, name in enumerate(METHODS)
                 for row in rows(name, "2023", {place: pair[at] for place, pair in KB.items()})],
        stops=["which_over_time"] * 2 + [NEW] * 2,
    ),
    Case(
        "the last row is of a wider kind than the header, and the sum of one column",
        {"KB": Page([["Data TAHUN 2023"], ["Kecamatan", "Peserta KB"],
                     *([name, first] for name, (first, _) in KB.items()), ["Kota Cimahi", 6400]])},
        results=rows("Peserta KB", "2023", {place: first for place, (first, _) in KB.items()}),
        stops=[NEW],
    ),
    Case(
        "a last row that adds up by chance in one column, of the kind of the others, is a place of its own",
        {"KB": Page([["Data TAHUN 2023"], ["Kecamatan", "Peserta KB"], ["Cimahi Utara", 20], ["Cimahi Tengah", 30],
                     ["Cimahi Selatan", 50]])},
        results=rows("Peserta KB", "2023", {"Cimahi Utara": 20, "Cimahi Tengah": 30, "Cimahi Selatan": 50}),
        stops=[NEW],
    ),
    Case(
        "s.d. Maret, Juni, September and Desember are the steps of quarters",
        {"Data": Page([["Realisasi Tahun 2024"], ["Indikator", "Satuan", "s.d. Maret", "s.d. Juni", "s.d. September",
                                                  "s.d. Desember"], [OPENED, "KK", 45, 130, 210, 302]])},
        results=[(OPENED, f"2024-Q{quarter}", None, None, None, value)
                 for quarter, value in enumerate((45, 85, 80, 92), 1)],
        stops=["which_over_time"],
    ),
    Case(
        "s.d. Maret and s.d. Mei: a step of two months is none of ours",
        {"Data": Page([["Realisasi Tahun 2024"], ["Indikator", "Satuan", "s.d. Maret", "s.d. Mei"],
                       [OPENED, "KK", 45, 130]])},
        stops=["running_total_gap", "which_over_time"], results=None,
    ),
    Case(
        "what stands s.d. TW IV beside the quarters is their sum; those who are fed are to be more",
        {"E.81": Page([["Evaluasi RKPD Tahun 2024"],
                       ["Indikator", "Satuan", "Target 2024", *[f"Realisasi TW {quarter}" for quarter in
                                                                ("I", "II", "III", "IV")], "Realisasi s.d. TW IV"],
                       [FED, "Balita", 600, 120, 150, 160, 140, 570]])},
        results=[(FED, f"2024-Q{quarter}", None, None, None, value)
                 for quarter, value in enumerate((120, 150, 160, 140), 1)],
        targets=[(FED, "2024", None, None, None, 600)],
        indicators={FED: {"over_time": "sum", "direction": "up"}},
        stops=["which_direction"],
    ),
    Case(
        "each quarter alone comes near the target of the year: proposed is the last",
        {"PKBM": Page([["Realisasi Tahun 2024"],
                       ["Indikator", "Satuan", "Target 2024", "TW I", "TW II", "TW III", "TW IV"],
                       [ACCOMPANIED, "lembaga", 6, 6, 5, 6, 6]])},
        results=[(ACCOMPANIED, f"2024-Q{quarter}", None, None, None, value)
                 for quarter, value in enumerate((6, 5, 6, 6), 1)],
        targets=[(ACCOMPANIED, "2024", None, None, None, 6)],
        indicators={ACCOMPANIED: {"over_time": "last"}},
        stops=["which_over_time"],
    ),
    Case(
        "so many kilograms of each hectare are added over neither villages nor years",
        {"Kopi": Page([["Indikator", "Satuan", "Desa", "Realisasi 2023", "Realisasi 2024"],
                       [YIELD, "kg/ha", "Bawuran", 612.5, 700], [YIELD, "kg/ha", "Wonokromo", 580, 655]])},
        results=[(YIELD, year, None, place, None, value) for place, pair in
                 (("Bawuran", (612.5, 700)), ("Wonokromo", (580, 655)))
                 for year, value in zip(("2023", "2024"), pair, strict=True)],
        indicators={YIELD: {"over_time": "last", "over_units": "none"}},
    ),
    Case(
        "letters and opinions are no figures: their rows are named, the others are read",
        {"IKU": Page([["Indikator Kinerja Utama Tahun 2024"],
                      ["Indikator", "Satuan", "Target", "Realisasi", "Capaian (%)"],
                      ["Nilai SAKIP", "Nilai", "BB", "BB", 100], ["Opini BPK", "Opini", "WTP", "WTP", 100],
                      ["Rumah dibangun", "unit", 10, 9, 90]])},
        results=[("Rumah dibangun", "2024", None, None, None, 9)],
        targets=[("Rumah dibangun", "2024", None, None, None, 10)],
    ),
    Case(
        "a letter beside a figure stops: one of the two is a slip",
        {"IKU": Page([["Indikator Kinerja Utama Tahun 2024"], ["Indikator", "Satuan", "Target", "Realisasi"],
                      ["Nilai SAKIP", "Nilai", "BB", 71.2]])},
        stops=["not_a_number"], results=None,
    ),
    Case(
        "whether a target was reached, yes or no, is no target",
        {"Monev": Page([["Indikator", "Satuan", "Target 2024", "Realisasi 2024", "Target tercapai?"],
                        ["Rumah dibangun", "unit", 10, 9, "Tidak"], ["Ibu dilatih", "orang", 20, 25, "Ya"]])},
        results=[("Rumah dibangun", "2024", None, None, None, 9), ("Ibu dilatih", "2024", None, None, None, 25)],
        targets=[("Rumah dibangun", "2024", None, None, None, 10), ("Ibu dilatih", "2024", None, None, None, 20)],
    ),
    Case(
        "kinds of service and of vaccine name the rows; one of them has a digit and is no code",
        {"Imunisasi": Page([["Hasil Imunisasi Puskesmas Kedungwaru Triwulan I 2025"],
                            ["No", "Jenis Imunisasi", "Realisasi"], [1, "HB0", 12], [2, "BCG", 11],
                            [3, "Campak Rubela", 9]])},
        results=[(name, "2025-Q1", None, None, None, value)
                 for name, value in (("HB0", 12), ("BCG", 11), ("Campak Rubela", 9))],
        stops=["which_over_time"] * 3,
    ),
    Case(
        "revised figures of the statistics office, 15,62r, have their figure as proposal; 14,20*) has a footnote",
        {"BPS": Page([["Tabel 4.3 Persentase Penduduk Miskin menurut Kabupaten/Kota (persen)"],
                      ["Kabupaten/Kota", "2022", "2023"], ["Bantul", "15,62r", "14,20*)"],
                      ["Sleman", "14,2", "13,9"]])},
        stops=["not_a_number", "which_direction", NEW], results=None,
    ),
    Case(
        "figures that nobody has yet (tad, belum rilis) are not reported",
        {"Data": Page([["Indikator", "Satuan", "Realisasi TW I 2024", "Realisasi TW II 2024"],
                       ["Sosialisasi dilaksanakan", "kali", 2, "tad"], ["Ibu dilatih", "orang", 3, "belum rilis"]])},
        results=[(name, f"2024-Q{quarter}", None, None, None, value)
                 for name, pair in (("Sosialisasi dilaksanakan", (2, None)), ("Ibu dilatih", (3, None)))
                 for quarter, value in enumerate(pair, 1)],
    ),
    Case(
        "without a column of units, what is written as 80 % throughout is a share",
        {"Data": Page([["Capaian Desa Digital 2024"], ["No", "Indikator", "Target", "Realisasi"],
                       [1, "Pelaku usaha berjualan daring", "80 %", "62,5 %"], [2, "Warga dilatih", 100, 90]])},
        results=[("Pelaku usaha berjualan daring", "2024", None, None, None, 62.5),
                 ("Warga dilatih", "2024", None, None, None, 90)],
        targets=[("Pelaku usaha berjualan daring", "2024", None, None, None, 80),
                 ("Warga dilatih", "2024", None, None, None, 100)],
        indicators={"Pelaku usaha berjualan daring": {"measure": "percent", "unit": "%"}},
    ),
    Case(
        "a percentage beside a number of people stops",
        {"Data": Page([["Capaian Desa Digital 2024"], ["No", "Indikator", "Target", "Realisasi"],
                       [1, "Warga dilatih", 100, "90 %"]])},
        stops=["percent_for_number"], results=None,
    ),
    Case(
        "the year of a school stands in the title",
        {"Siswa": Page([["KECAMATAN CISARUA TAHUN AJARAN 2024/2025"], ["No", "Nama Sekolah", "Penerima bantuan", None],
                        [None, None, "L", "P"], [1, "SDN 1 Mekarsari", 12, 13], [2, "SDN 2 Mekarsari", 9, 10]],
                       merged=["C2:D2"])},
        results=[("Penerima bantuan", "2024", None, f"{school}, Cisarua", f"sex={sex}", value)
                 for school, pair in (("SDN 1 Mekarsari", (12, 13)), ("SDN 2 Mekarsari", (9, 10)))
                 for sex, value in zip("mf", pair, strict=True)],
        stops=["which_fiscal_year", NEW],
    ),
    Case(
        "programmes counted in several units, each at its place, are no figures of one indicator that the title names",
        {"CSR": Page([["LAPORAN PELAKSANAAN CSR PT INDAH KARYA SEMESTER II TAHUN 2024"],
                      ["No", "Program", "Lokasi", "Satuan", "Target", "Realisasi"],
                      [1, "Pelatihan menjahit", "Desa Bojong", "org", 30, 33],
                      [2, "MCK dibangun", "Desa Cikupa", "unit", 4, 3]])},
        results=[("Pelatihan menjahit", "2024-S2", None, "Desa Bojong", None, 33),
                 ("MCK dibangun", "2024-S2", None, "Desa Cikupa", None, 3)],
        targets=[("Pelatihan menjahit", "2024-S2", None, "Desa Bojong", None, 30),
                 ("MCK dibangun", "2024-S2", None, "Desa Cikupa", None, 4)],
    ),
    Case(
        "kinds of aid, each at its place, are no figures of one indicator that the title names",
        {"CSR": Page([["BANTUAN KEPADA MASYARAKAT SEKITAR TAHUN 2024"],
                      ["No", "Desa", "Jenis Bantuan", "Target", "Realisasi"],
                      [1, "Bojong", "Bibit dibagikan", 300, 330], [2, "Cikupa", "MCK dibangun", 4, 3]])},
        results=[("Bibit dibagikan", "2024", None, "Bojong", None, 330),
                 ("MCK dibangun", "2024", None, "Cikupa", None, 3)],
        targets=[("Bibit dibagikan", "2024", None, "Bojong", None, 300),
                 ("MCK dibangun", "2024", None, "Cikupa", None, 4)],
    ),
    Case(
        "a district below the villages of each indicator is their total",
        {"2024": Page([["Capaian Tahun 2024"], ["Indikator", "Satuan", "Desa", "Target", "Realisasi"],
                       [OPENED, "KK", "Bawuran", 100, 90], [OPENED, "KK", "Wonolelo", 80, 85],
                       [OPENED, "KK", "Kecamatan Pleret", 180, 175], ["Sumur digali", "unit", "Bawuran", 6, 5],
                       ["Sumur digali", "unit", "Wonolelo", 4, 4],
                       ["Sumur digali", "unit", "Kecamatan Pleret", 10, 9]])},
        results=[*rows(OPENED, "2024", {"Bawuran": 90, "Wonolelo": 85}),
                 *rows("Sumur digali", "2024", {"Bawuran": 5, "Wonolelo": 4})],
        targets=[*rows(OPENED, "2024", {"Bawuran": 100, "Wonolelo": 80}),
                 *rows("Sumur digali", "2024", {"Bawuran": 6, "Wonolelo": 4})],
        stops=["which_over_time"],
    ),
    Case(
        "Target Setahun is the target of the year",
        {"Data": Page([["Realisasi 2025"], ["Indikator", "Satuan", "Target Setahun", "Jan", "Feb", "Sisa Target"],
                       ["Akta diterbitkan", "lembar", 1200, 95, 110, 995]])},
        results=[("Akta diterbitkan", "2025-01", None, None, None, 95),
                 ("Akta diterbitkan", "2025-02", None, None, None, 110)],
        targets=[("Akta diterbitkan", "2025", None, None, None, 1200)],
        stops=["which_over_time"],
    ),
    *(Case(
        f"a sheet without any year below a chart: {how}",
        {"Capaian": Page([["Capaian Tahun 2023"], ["No", "Indikator", "Satuan", "Target", "Realisasi"],
                          [1, "Rumah dibangun", "unit", 120, 111], [2, "Warga dilatih", "orang", 300, 342]]),
         "Grafik": Page([["Indikator", "Target", "Realisasi"], ["Rumah dibangun", 120, 111],
                         ["Warga dilatih", 300, last]])},
        results=results, targets=[("Rumah dibangun", "2023", None, None, None, 120),
                                  ("Warga dilatih", "2023", None, None, None, 300)],
        stops=stops)
      for how, last, results, stops in (
          ("all its rows stand in the table too", 342, [("Rumah dibangun", "2023", None, None, None, 111),
                                                        ("Warga dilatih", "2023", None, None, None, 342)], []),
          ("one figure is another", 340, None, ["no_period"] * 2))),
    Case(
        "a town above districts whose figures are not its parts is a place of its own",
        {"2024": Page([["Capaian Tahun 2024"], ["Indikator", "Satuan", "Wilayah", "Target", "Realisasi"],
                       [OPENED, "KK", "Kota Magelang", 100, 90], [OPENED, "KK", "Muntilan", 80, 85],
                       [OPENED, "KK", "Borobudur", 60, 61]])},
        results=rows(OPENED, "2024", {"33.71": 90, "Muntilan": 85, "Borobudur": 61}),
        targets=rows(OPENED, "2024", {"33.71": 100, "Muntilan": 80, "Borobudur": 60}),
    ),
    Case(
        "the year so far stands in brackets in the header: the half-year",
        {"MoU": Page([["Realisasi kerja sama"], ["Indikator", "Satuan", "2023", "2024", "2025 (s.d. Juni)"],
                      ["Guru dilatih", "orang", 80, 110, 75]])},
        results=[("Guru dilatih", period, None, None, None, value)
                 for period, value in (("2023", 80), ("2024", 110), ("2025-S1", 75))],
        stops=["which_over_time"],
    ),
    Case(
        "visits to stunted children are the more the better, and it is asked",
        {"Data": Page([["Realisasi Tahun 2024"], ["Indikator", "Satuan", "Target", "Realisasi 2024"],
                       ["Kunjungan rumah balita stunting", "kali", 40, 35]])},
        results=[("Kunjungan rumah balita stunting", "2024", None, None, None, 35)],
        targets=[("Kunjungan rumah balita stunting", "2024", None, None, None, 40)],
        indicators={"Kunjungan rumah balita stunting": {"direction": "up"}},
        stops=["which_direction"],
    ),
]  # fmt: skip
