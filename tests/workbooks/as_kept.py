"""Tables as offices and organisations keep them: years as headings, districts above villages, months as sheets."""

from tests.workbooks.making import Case, Page
from tests.workbooks.units_in_rows import NEW, rows

READING, PRIZES = "Taman baca dibangun", "Relawan literasi direkrut"
TAUGHT = "Guru dilatih"
WEIGHED, GAINED, MISERY = "Balita ditimbang", "Balita naik berat", "Persentase Penduduk Miskin"
WATER, PEOPLE = "KK terlayani", "Jiwa terlayani"
VILLAGES = {"Kambuhapang": 20, "Tanarara": 28, "Ngadulanggi": 20, "Makamenggit": 15}
RESIDENTS = {"Kambuhapang": 80, "Tanarara": 110, "Ngadulanggi": 79, "Makamenggit": 61}


def districts(first, second, number=True):
    """A district with the sum of its villages, then these; twice."""
    names = [first, "Kambuhapang", "Tanarara", second, "Ngadulanggi", "Makamenggit"]
    marks = ["A", 1, 2, "B", 1, 2] if number else [None] * 6
    figures = [(48, 190), (20, 80), (28, 110), (35, 140), (20, 79), (15, 61)]
    return [[mark, name, *pair] for mark, name, pair in zip(marks, names, figures, strict=True)]


def served(title, head, *lines):
    return {"Rekap": Page([[title], head, *lines])}


SERVED = [*rows(WATER, "2025-06", VILLAGES), *rows(PEOPLE, "2025-06", RESIDENTS)]

CASES = [
    Case(
        "the heading of a year says in brackets how far its results go; its target is the year's",
        {"Data": Page([["Indikator", "Target", "Realisasi"], ["TAHUN 2024"], [READING, 14, 15],
                       ["TAHUN 2025 (s.d. Juni)"], [PRIZES, 18, 16], ["TAHUN 2026 – rencana"], [READING, 20, None]])},
        results=[(READING, "2024", None, None, None, 15), (PRIZES, "2025-S1", None, None, None, 16)],
        targets=[(READING, "2024", None, None, None, 14), (PRIZES, "2025", None, None, None, 18),
                 (READING, "2026", None, None, None, 20)],
        stops=["which_over_time"],
    ),
    *(Case(f"a district above its villages repeats their sum: {how}",
           served("Rekap penerima air bersih per Juni 2025", ["No", "Wilayah", WATER, PEOPLE], *lines),
           results=SERVED, stops=["which_over_time"] * 2 + [NEW] * 2)
      for how, lines in {
          "its kind is named": districts("KEC. LEWA", "KEC. NGGAHA ORI ANGU", number=False),
          "it has a letter, its villages numbers": districts("Lewa", "Nggaha Ori Angu"),
          "two columns add up throughout": districts("Lewa", "Nggaha Ori Angu", number=False)}.items()),
    Case(
        "villages whose figures add up by chance in one column are no parts of each other",
        served("Rekap penerima air bersih per Juni 2025", ["No", "Desa", WATER],
               [1, "Lewa", 3], [2, "Tanarara", 1], [3, "Oesena", 2]),
        results=rows(WATER, "2025-06", {"Lewa": 3, "Tanarara": 1, "Oesena": 2}),
        stops=["which_over_time", NEW],
    ),
    Case(
        "a regency above its districts above their villages",
        served("Rekap penerima air bersih per Juni 2025", ["No", "Wilayah", WATER],
               [None, "KAB. SUMBA TIMUR", 83], *[line[:3] for line in
                                                 districts("KEC. LEWA", "KEC. NGGAHA ORI ANGU", number=False)]),
        results=rows(WATER, "2025-06", VILLAGES),
        stops=["which_over_time", NEW],
    ),
    Case(
        "a sheet for each month, the year in the title",
        {month: Page([["Laporan Posyandu 2025"], ["Posyandu", WEIGHED, GAINED], ["Melati", first, 5],
                      ["Mawar", second, 6]]) for month, first, second in (("Jan", 30, 40), ("Feb", 31, 41))},
        results=[*rows(WEIGHED, "2025-01", {"Melati": 30, "Mawar": 40}),
                 *rows(WEIGHED, "2025-02", {"Melati": 31, "Mawar": 41}),
                 *(row for month in ("2025-01", "2025-02") for row in rows(GAINED, month, {"Melati": 5, "Mawar": 6}))],
        stops=["which_over_time"] * 2 + [NEW] * 2,
    ),
    Case(
        "villages of one name below the headings of their districts",
        {"Data": Page([["Imunisasi Tahun 2024"], ["No", "Desa", GAINED], ["Kecamatan Godean"], [1, "Sidoluhur", 9],
                       [2, "Sidomulyo", 6], [None, "Jumlah Kec. Godean", 15], ["Kecamatan Gamping"],
                       [1, "Sidomulyo", 3]])},
        results=rows(GAINED, "2024", {"Sidoluhur": 9, "Sidomulyo, Kecamatan Godean": 6,
                                      "Sidomulyo, Kecamatan Gamping": 3}),
        stops=["which_over_time", NEW],
    ),
    Case(
        "a month in each row, an indicator above each column; the row of totals tells that they are added",
        {"Layanan": Page([["Klinik Sehati, layanan 2025"], ["Bulan", "Pasien baru", "Pasien lama"], ["Januari", 12, 34],
                          ["Februari", 11, 35], ["Total", 23, 69]])},
        results=[(name, f"2025-0{month}", None, None, None, value) for name, values in
                 (("Pasien baru", (12, 11)), ("Pasien lama", (34, 35))) for month, value in enumerate(values, 1)],
        indicators={"Pasien baru": {"over_time": "sum"}, "Pasien lama": {"over_time": "sum"}},
        stops=[NEW] * 2,
    ),
    Case(
        "years in the rows, shares as text",
        {"Data": Page([["Tahun", "Kemiskinan (%)", "IPM"], [2022, "11,2", "70,1"], [2023, "10,9", "71"]])},
        results=[("Kemiskinan (%)", "2022", None, None, None, 11.2), ("Kemiskinan (%)", "2023", None, None, None, 10.9),
                 ("IPM", "2022", None, None, None, 70.1), ("IPM", "2023", None, None, None, 71)],
        stops=["which_direction"] + [NEW] * 2,
    ),
    Case(
        "quarters in the rows below the one indicator and the regency that stand above them",
        {"Data": Page([["Indikator: Jumlah anak mendapat layanan PAUD"], ["Lokasi: Kab. Sikka"], [],
                       ["Triwulan", "Target", "Realisasi"], ["TW I 2025", 100, 95], ["TW II 2025", 120, None]])},
        results=[("Jumlah anak mendapat layanan PAUD", "2025-Q1", None, "53.07", None, 95)],
        targets=[("Jumlah anak mendapat layanan PAUD", "2025-Q1", None, "53.07", None, 100),
                 ("Jumlah anak mendapat layanan PAUD", "2025-Q2", None, "53.07", None, 120)],
        stops=["which_over_time", NEW],
    ),
    Case(
        "a table of what was done below one of indicators, whose header says nothing of its kind",
        {"Laporan": Page([["Laporan Triwulan II 2025"], ["A. Capaian"], ["No", "Indikator", "Target", "Realisasi"],
                          [1, "Kader dilatih", 60, 55], [], ["B. Peserta"], ["No", "Kegiatan", "L", "P", "Jumlah"],
                          [1, "Pelatihan kader", 5, 50, 55]])},
        results=[("Kader dilatih", "2025-Q2", None, None, None, 55),
                 ("Pelatihan kader", "2025-Q2", None, None, "sex=m", 5),
                 ("Pelatihan kader", "2025-Q2", None, None, "sex=f", 50)],
        targets=[("Kader dilatih", "2025-Q2", None, None, None, 60)],
        stops=["which_what"] * 2,
    ),
    Case(
        "adults and children above women and men are groups, and no target beside a result",
        {"Data": Page([["Penerima Triwulan III 2025"], ["Kegiatan", "Dewasa", None, "Anak", None, "Jumlah"],
                       [None, "L", "P", "L", "P", None], ["Layanan psikososial", 10, 25, 14, 16, 65]],
                      merged=["A2:A3", "B2:C2", "D2:E2", "F2:F3"])},
        results=[("Layanan psikososial", "2025-Q3", None, None, f"people={people};sex={sex}", value)
                 for people, sex, value in (("dewasa", "m", 10), ("dewasa", "f", 25), ("anak", "m", 14),
                                            ("anak", "f", 16))],
        stops=["which_over_time"] + ["which_what"] * 4,
    ),
    Case(
        "a title with a number, what its rows are, a unit and years names a share",
        {"Tabel 4.1": Page([["Tabel 4.1 Persentase Penduduk Miskin menurut Kabupaten/Kota (persen), 2023-2024"], [],
                            ["Kabupaten/Kota", "2023", "2024"], ["Bantul", "11,96", "11,66"],
                            ["Sleman", "7,52", "7,46"],
                            ["DI Yogyakarta", "11,04", "10,83"]])},
        results=[(MISERY, year, None, place, None, value) for place, pair in
                 (("34.02", (11.96, 11.66)), ("34.04", (7.52, 7.46)), ("34", (11.04, 10.83)))
                 for year, value in zip(("2023", "2024"), pair, strict=True)],
        indicators={MISERY: {"unit": "persen", "measure": "percent"}},
        stops=["which_direction", NEW],
    ),
    Case(
        "Belum beside Sudah is a no",
        {"Data": Page([["Tahun 2024"], ["Desa", "Status ODF"], ["Oesena", "Belum"], ["Ponain", "Sudah"]])},
        results=rows("Status ODF", "2024", {"Oesena": 0, "Ponain": 1}),
        stops=[NEW],
    ),
    Case(
        "an export of an online form: times with the month first, a question as header, no indicators",
        {"Form Responses 1": Page([["Timestamp", "Desa", "Apa pendapat Anda tentang layanan posyandu?"],
                                   ["3/4/2025 9:12:33", "Sukamaju", "Petugas ramah tapi antre lama sekali"],
                                   ["3/15/2025 10:01:02", "Sukamaju", "Jadwal sering berubah tanpa diumumkan"]])},
        stops=["which_voice"], feedback=2,
    ),
    Case(
        "short forms in the headers of a list of activities",
        {"3W": Page([["Organisasi", "Kegiatan", "Kecamatan", "Desa", "Tgl mulai", "Tgl selesai", "Jml peserta"],
                     ["PMI", "Distribusi air bersih", "Gajah", "Ketanjung", "12-Feb-25", "28 Februari 2025", 350],
                     ["BPBD", "Dapur umum", "Gajah", "Wonorejo", "09/02/2025", "-", 120]])},
        activities=2,
    ),
    Case(
        "a log of complaints in a file called laporan",
        {"csv": Page([["Nomor", "Tanggal Lapor", "Kanal", "Wilayah", "Isi Laporan", "Status Tindak Lanjut"],
                      ["A-1", "03/01/2025", "WA", "Desa Gajah", "Bantuan belum sampai, padahal sudah didata",
                       "Selesai"],
                      ["A-2", "15/01/2025", "WA", "Desa Gajah", "Terima kasih, air sudah lancar", "Proses"]])},
        form="csv-semicolon", feedback=2,
    ),
    Case(
        "days in three ways below a district, one of them asked about",
        {"Log": Page([["Indikator", "Tanggal laporan", "Kecamatan", "Realisasi"], ["IND-1", "5 Maret 2025", "Lewa", 4],
                      ["IND-1", "12-Apr-25", "Lewa", 3], ["IND-1", "30.06.25", "Lewa", 2]])},
        known=["IND-1"], stops=["not_a_period"], results=None,
    ),
    *(Case(
        f"a sheet that repeats what the sheets of the partners say: {last}",
        {name: Page([["Indikator", "Satuan", "Target TW I 2025", "Realisasi TW I 2025"],
                     [TAUGHT, "orang", target, value]])
         for name, target, value in (("Yayasan Melati", 10, 9), ("Yayasan Mawar", 10, 8), ("Rekap", 20, total))},
        results=[(TAUGHT, "2025-Q1", name, None, None, value) for name, value in
                 (("Yayasan Melati", 9), ("Yayasan Mawar", 8))],
        targets=[(TAUGHT, "2025-Q1", name, None, None, 10) for name in ("Yayasan Melati", "Yayasan Mawar")],
        stops=stops, answers=answers)
      for last, total, stops, answers in (
          ("the sum, which is said", 17, ["whose_sheet"] * 2, {}),
          ("another figure, which is asked about", 15, ["whose_sheet"] * 2,
           {"counted_twice": {f"{TAUGHT} no_partner": "parts"}}))),
]  # fmt: skip
