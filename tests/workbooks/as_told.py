"""Tables in the words of those who keep them: `nihil` for none, `angka penuh` in a table of thousands, remarks that
begin with a number, and headers that say target, result or indicator in other words."""

from tests.workbooks.making import Case, Page
from tests.workbooks.units_in_rows import NEW, rows

JOIN = "which_over_time"

CASES = [
    Case(
        "nihil more often than a figure: still a column of figures",
        {"Data": Page([["Periode Januari s/d Juni 2025"], ["Kecamatan", "Jumlah kejadian", "Rumah dibersihkan"],
                       ["Temon", 12, "nihil"], ["Wates", 8, 0], ["Panjatan", 5, "nihil"], ["Kokap", 21, 1],
                       ["Girimulyo", 17, "nihil"]])},
        results=[*rows("Jumlah kejadian", "2025-S1", {"Temon": 12, "Wates": 8, "Panjatan": 5, "Kokap": 21,
                                                      "Girimulyo": 17}),
                 *rows("Rumah dibersihkan", "2025-S1", {"Temon": 0, "Wates": 0, "Panjatan": 0, "Kokap": 1,
                                                        "Girimulyo": 0})],
        stops=[NEW, NEW, JOIN, JOIN],
    ),
    Case(
        "a unit that says its figures are in full is not multiplied",
        {"CSR": Page([["CSR 2024"], ["(dalam ribuan kecuali disebut lain)"],
                      ["Indikator", "Satuan", "Target 2024", "Realisasi 2024"], ["Siswa penerima", "orang", 12.5, 11.8],
                      ["Beasiswa", "orang (angka penuh)", 150, 162]])},
        results=[("Siswa penerima", "2024", None, None, None, 11800), ("Beasiswa", "2024", None, None, None, 162)],
        targets=[("Siswa penerima", "2024", None, None, None, 12500), ("Beasiswa", "2024", None, None, None, 150)],
        stops=["which_scale", "which_scale", JOIN],
    ),
    Case(
        "belum beside a target of six is no answer of yes or no",
        {"RKP": Page([["Realisasi 2025"], ["Indikator", "Satuan", "Target", "Realisasi"],
                      ["Kelompok tani dibentuk", "kelompok", 6, "belum"], ["Kader dilatih", "orang", 30, 28]])},
        results=[("Kelompok tani dibentuk", "2025", None, None, None, None),
                 ("Kader dilatih", "2025", None, None, None, 28)],
        targets=[("Kelompok tani dibentuk", "2025", None, None, None, 6),
                 ("Kader dilatih", "2025", None, None, None, 30)],
        indicators={"Kelompok tani dibentuk": {"measure": "number", "over_units": "sum"}},
    ),
    Case(
        "a remark that begins with a number is no figure",
        {"KSP": Page([["Bulan", "Anggota baru", "Ket."], ["Juli 2025", 7, None],
                      ["Agustus 2025", 9, "1 anggota keluar"], ["September 2025", 11, None]])},
        results=[("Anggota baru", f"2025-0{month}", None, None, None, value)
                 for month, value in ((7, 7), (8, 9), (9, 11))],
        stops=[NEW],
    ),
    Case(
        "the lines of a block above a table are no header of it",
        {"PWS": Page([["PWS KIA"], ["Puskesmas", None, ": Kalasan"], ["Bulan", None, ": Agustus 2025"], [],
                      ["No", "Desa", "Bumil diperiksa"], [1, "Tirtomartani", 13], [2, "Tamanmartani", 9]])},
        results=rows("Bumil diperiksa", "2025-08", {"Tirtomartani": 13, "Tamanmartani": 9}),
        stops=[NEW, JOIN],
    ),
    Case(
        "codes beside what they stand for, and Terealisasi",
        {"Inklusi": Page([["Program Inklusi 2025"], ["Kode", "Kegiatan", "Rencana", "Terealisasi", "Sisa"],
                          ["A", "Peningkatan kapasitas"], ["A.1", "Guru dilatih (orang)", 80, 76, 4],
                          ["A.2", "Kepala sekolah dilatih (orang)", 20, 20, 0], [None, "Subtotal A", 100, 96, 4]])},
        results=[("A.1", "2025", None, None, None, 76), ("A.2", "2025", None, None, None, 20)],
        targets=[("A.1", "2025", None, None, None, 80), ("A.2", "2025", None, None, None, 20)],
        indicators={"A.1": {"name": "Guru dilatih (orang)"}, "A.2": {"name": "Kepala sekolah dilatih (orang)"}},
    ),
    Case(
        "standards are targets; 91 beside a standard of 100% is a percentage",
        {"Mutu": Page([["Mutu Puskesmas Semester 1 Tahun 2025"], ["No", "Indikator Mutu", "Standar", "Hasil"],
                       [1, "Kepuasan pasien", "76%", "82%"], [2, "Ibu hamil mendapat ANC", "100%", 91]])},
        results=[("Kepuasan pasien", "2025-S1", None, None, None, 82),
                 ("Ibu hamil mendapat ANC", "2025-S1", None, None, None, 91)],
        targets=[("Kepuasan pasien", "2025-S1", None, None, None, 76),
                 ("Ibu hamil mendapat ANC", "2025-S1", None, None, None, 100)],
        indicators={"Ibu hamil mendapat ANC": {"measure": "percent", "over_time": "last"}},
    ),
    Case(
        "a column Terlaksana of yes and no holds no figures",
        {"X": Page([["Literasi 2024"], ["Indikator", "Satuan", "Target", "Realisasi", "Terlaksana"],
                    ["Taman baca dibuka", "unit", 12, 11, "Ya"], ["Relawan dilatih", "orang", 60, 74, "Belum"]])},
        results=[("Taman baca dibuka", "2024", None, None, None, 11),
                 ("Relawan dilatih", "2024", None, None, None, 74)],
        targets=[("Taman baca dibuka", "2024", None, None, None, 12),
                 ("Relawan dilatih", "2024", None, None, None, 60)],
        stops=[JOIN],
    ),
    *(Case(
        f"outputs with units, results under {header}",
        {"Lampiran": Page([["Program Literasi 2024"], ["Tabel A. Luaran"],
                           ["No", "Luaran", "Satuan", "Target", header], [1, "Taman baca dibangun", "unit", 12, 11],
                           [2, "Relawan dilatih", "orang", 60, 74]])},
        results=[("Taman baca dibangun", "2024", None, None, None, 11),
                 ("Relawan dilatih", "2024", None, None, None, 74)],
        targets=[("Taman baca dibangun", "2024", None, None, None, 12),
                 ("Relawan dilatih", "2024", None, None, None, 60)],
    ) for header in ("Realisasi", "Hasil")),
    Case(
        "Target and Realisasi in the rows of merged years, an indicator above each column",
        {"Rekap": Page([["Rekap penyaluran"], ["Tahun", "Uraian", "Anak dilayani", "Sumur dibangun"],
                        [2023, "Target", 120, 4], [None, "Realisasi", 118, 3], [2024, "Target", 150, 5],
                        [None, "Realisasi*", 149, 6]], merged=["A3:A4", "A5:A6"])},
        results=[(name, str(year), None, None, None, value)
                 for name, values in (("Anak dilayani", (118, 149)), ("Sumur dibangun", (3, 6)))
                 for year, value in zip((2023, 2024), values, strict=True)],
        targets=[(name, str(year), None, None, None, value)
                 for name, values in (("Anak dilayani", (120, 150)), ("Sumur dibangun", (4, 5)))
                 for year, value in zip((2023, 2024), values, strict=True)],
        stops=[NEW, NEW],
    ),
    Case(
        "Unit above names, and what is counted behind a dash of the title",
        {"Setoran": Page([["BANK SAMPAH GEMAH RIPAH — SETORAN NASABAH (KG)"], ["Triwulan II Tahun 2025"], [],
                          ["Unit", "April", "Mei"], ["BSU Anggrek", "1.250,5", "1.310"],
                          ["BSU Dahlia", 980, "1.005,5"], ["BSU Kamboja", "1,120.5", "1.090"], ["Total", None, None]])},
        results=[("SETORAN NASABAH", period, None, place, None, value)
                 for place, values in (("BSU Anggrek", (1250.5, 1310)), ("BSU Dahlia", (980, 1005.5)),
                                       ("BSU Kamboja", (1120.5, 1090)))
                 for period, value in zip(("2025-04", "2025-05"), values, strict=True)],
        indicators={"SETORAN NASABAH": {"unit": "KG"}},
        stops=[NEW, JOIN],
    ),
    Case(
        "a quarter and its revision are two versions of one figure",
        {"2025": Page([["Progres 2025"], ["Indikator", "Satuan", "Target 2025", "TW I", "TW I (revisi)", "TW II"],
                       ["Sambungan rumah dibangun", "SR", 400, 95, 88, 110]])},
        results=[("Sambungan rumah dibangun", "2025-Q1", None, None, None, 88),
                 ("Sambungan rumah dibangun", "2025-Q2", None, None, None, 110)],
        targets=[("Sambungan rumah dibangun", "2025", None, None, None, 400)],
        stops=["which_version", "which_what", "which_what"],
    ),
    Case(
        "parishes in the rows of a sheet a month",
        {month: Page([["Komisi PSE"], [f"Bulan {name} 2025"], [], ["Paroki", "Paket dibagikan"], ["Ambarawa", first],
                      ["Ungaran", second], ["Total", first + second]])
         for month, name, first, second in (("Jan 25", "Januari", 40, 25), ("Feb 25", "Februari", 42, 26))},
        results=[*rows("Paket dibagikan", "2025-01", {"Ambarawa": 40, "Ungaran": 25}),
                 *rows("Paket dibagikan", "2025-02", {"Ambarawa": 42, "Ungaran": 26})],
        stops=[NEW],
    ),
    Case(
        "losses are asked about: less is better",
        {"TPA": Page([["Tahun 2025"], ["Bulan", "Residu ke TPA", "Sampah diolah"], ["Januari", 8.2, 4.2],
                      ["Februari", 7.2, 4.5]])},
        results=[(name, f"2025-0{month}", None, None, None, value)
                 for name, values in (("Residu ke TPA", (8.2, 7.2)), ("Sampah diolah", (4.2, 4.5)))
                 for month, value in enumerate(values, 1)],
        indicators={"Residu ke TPA": {"direction": "down"}, "Sampah diolah": {"direction": "up"}},
        stops=[NEW, NEW, "which_direction", JOIN, JOIN],
    ),
    Case(
        "what was done on which day is no table of places",
        {"PKK": Page([["Kegiatan PKK 2025"], ["Tgl", "Nama Kegiatan", "Tempat", "L", "P"],
                      ["12/3/2025", "Penyuluhan gizi", "Balai Desa", 3, 41],
                      ["20-5-2025", "Lomba masak", "Dusun Krajan", 5, 30],
                      ["14-6-2025", "Senam lansia", "Lapangan", 12, 37]])},
        results=None,
        stops=["no_known_sheet"],
    ),
]
