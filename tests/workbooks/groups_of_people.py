"""Ages, women and men, disability, fifths: as rows below an indicator, in two lines of a header, in two columns of a
long table. They are groups of the indicator's figure, and never counted with their total."""

from tests.workbooks.making import Case, Page
from tests.workbooks.units_in_rows import NEW

REACHED, TRAINED, LISTED = "Pengungsi menerima bantuan", "Relawan dilatih", "Pengungsi terdata"
AGES = {"age=0-5": 60, "age=6-17": 140, "age=18-59": 180, "age=60+": 20}


def of(name, values, period="2025", place=None):
    """(indicator, period, partner, place, group, value) of each group; None is the total."""
    return [(name, period, None, place, group, value) for group, value in values.items()]


CROSSED = {f"age={age};sex={sex}": value
           for age, values in (("0-5", (10, 12)), ("6-17", (20, 22)), ("60+", (5, 6)))
           for sex, value in zip("mf", values, strict=True)}  # fmt: skip

CASES = [
    *(Case(f"ages as rows below their indicator: {how}",
           {"Data": Page([["No", "Indikator", "Satuan", "Target 2025", "Realisasi 2025"],
                          [1, REACHED, "orang", 500, own],
                          *([None, name, unit, None, value] for name, value in zip(names, AGES.values(), strict=True)),
                          *total, [2, TRAINED, "orang", 40, 38]])},
           results=[*of(REACHED, AGES), *([] if stored is None else of(REACHED, {None: stored})),
                    *of(TRAINED, {None: 38})],
           targets=[*of(REACHED, {None: 500}), *of(TRAINED, {None: 40})])
      for how, names, unit, own, total, stored in (
          ("with years", ("0-5 tahun", "6-17 tahun", "18-59 tahun", "60+ tahun"), None, 400, [], 400),
          ("two numbers alone, set in", ("  0-5", "  6-17", "  18-59", "  60+"), "orang", 400, [], 400),
          ("with names", ("Balita (0-5 th)", "Anak (6-17 th)", "Dewasa (18-59 th)", "Lansia (60 th ke atas)"), None,
           400, [], 400),
          ("a total below them", ("- 0-5 th", "- 6-17 th", "- 18-59 th", "- 60 tahun ke atas"), None, None,
           [[None, "Total", None, None, 400]], 400),
          ("a total below them that repeats", ("0-5", "6-17", "18-59", "≥ 60"), None, 400,
           [[None, "Jumlah", None, None, 400]], 400))),
    Case(
        "women and men, people with disabilities among them, below an indicator",
        {"Data": Page([["Indikator", "Satuan", "Realisasi 2025"], [REACHED, "orang", None],
                       ["- Laki-laki", "orang", 100], ["- Perempuan", "orang", 80],
                       ["- Penyandang disabilitas", "orang", 12], ["Desa tangguh terbentuk", "desa", 7]])},
        results=[*of(REACHED, {"sex=m": 100, "sex=f": 80, "disability=penyandang disabilitas": 12}),
                 *of("Desa tangguh terbentuk", {None: 7})],
    ),
    Case(
        "groups belong to the heading above them, not to the indicator before it; headings of groups are none",
        {"Data": Page([["Indikator", "Satuan", "Realisasi 2025"], [TRAINED, "orang", 50], [REACHED, None, None],
                       ["Jenis kelamin:", None, None], ["Laki-laki", "orang", 20], ["Perempuan", "orang", 35],
                       ["Menurut umur", None, None], ["15-24", "orang", 25], ["25-35", "orang", 30]])},
        results=[*of(TRAINED, {None: 50}),
                 *of(REACHED, {"sex=m": 20, "sex=f": 35, "age=15-24": 25, "age=25-35": 30})],
    ),
    Case(
        "sex and age in one row; fifths of the households",
        {"Data": Page([["Indikator", "Satuan", "Realisasi 2025"], [REACHED, "orang", 90],
                       ["a. Laki-laki 0-5 tahun", "orang", 50], ["b. Perempuan 0-5 tahun", "orang", 40],
                       ["Rumah tangga dengan air layak", "%", 75.1], ["Kuintil 1", "%", 58.2], ["Kuintil 5", "%", 91],
                       ["Rumah tangga dengan sanitasi layak", "%", 63], ["Kuintil 1", "%", 43],
                       ["Kuintil 5", "%", 86]])},
        results=[*of(REACHED, {None: 90, "age=0-5;sex=m": 50, "age=0-5;sex=f": 40}),
                 *of("Rumah tangga dengan air layak", {None: 75.1, "quintile=1": 58.2, "quintile=5": 91}),
                 *of("Rumah tangga dengan sanitasi layak", {None: 63, "quintile=1": 43, "quintile=5": 86})],
    ),
    Case(
        "kinds of people add up to the row above them; else each is an indicator of its own",
        {"Data": Page([["No", "Indikator", "Satuan", "Target 2025", "Realisasi 2025"], [1, REACHED, "orang", 90, 75],
                       [None, "Anak", "orang", 40, 30], [None, "Dewasa", "orang", 50, 45], [2, TRAINED, "orang", 10, 9],
                       [None, "Balita", "anak", 60, 50], [None, "Ibu hamil", "orang", 20, 18]])},
        results=[*of(REACHED, {None: 75, "people=anak": 30, "people=dewasa": 45}), *of(TRAINED, {None: 9}),
                 *of("Balita", {None: 50}), *of("Ibu hamil", {None: 18})],
        targets=[*of(REACHED, {None: 90, "people=anak": 40, "people=dewasa": 50}), *of(TRAINED, {None: 10}),
                 *of("Balita", {None: 60}), *of("Ibu hamil", {None: 20})],
        stops=["which_over_time"] * 2,
    ),
    Case(
        "women and men below ages in two lines of the header, the sums of both beside them",
        {"Data": Page([["LAPORAN BULAN MARET 2025: REALISASI"],
                       ["No", "Indikator", "0-5", None, "6-17", None, "60+", None, "Jumlah", None],
                       [None, None, *"LPLPLPLP"], [1, LISTED, *CROSSED.values(), 35, 40]],
                      merged=["C2:D2", "E2:F2", "G2:H2", "I2:J2"])},
        results=of(LISTED, CROSSED | {"sex=m": 35, "sex=f": 40}, "2025-03"), stops=["which_over_time"],
    ),
    Case(
        "ages below a header that says so",
        {"Data": Page([["Realisasi 2025"], ["Indikator", "Kelompok Umur", None, None, "Total"],
                       [None, "0-5", "6-17", "18-59", None], ["Anak dilayani", 10, 20, 30, 60]], merged=["B2:D2"])},
        results=of("Anak dilayani", {"age=0-5": 10, "age=6-17": 20, "age=18-59": 30}),
        stops=["which_what"] * 3,
    ),
    Case(
        "women and men below ages, a village in each row",
        {"Data": Page([["Pengungsi dilayani Tahun 2025"], ["No", "Desa", "0-5", None, "6-17", None, "60+", None],
                       [None, None, *"LPLPLP"], [1, "Lolu", *CROSSED.values()], [2, "Jono", *CROSSED.values()]],
                      merged=["A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:H2"])},
        results=[*of("Pengungsi dilayani", CROSSED, place="Lolu"), *of("Pengungsi dilayani", CROSSED, place="Jono")],
        stops=[NEW],
    ),
    *(Case(f"sex and age in two columns of a long table: {header}",
           {"Data": Page([["Indikator", "Periode", "Jenis Kelamin", header, "Realisasi"],
                          *([LISTED, "Maret 2025", "Laki-laki" if group.endswith("m") else "Perempuan",
                             group[4:].split(";")[0], value] for group, value in CROSSED.items()),
                          [LISTED, "Maret 2025", "Total", "Semua", 75]])},
           results=of(LISTED, CROSSED | {None: 75}, "2025-03"), known=[LISTED])
      for header in ("Kelompok Umur", "Usia (tahun)", "Golongan usia")),
    Case(
        "a column of ages without years, and their total",
        {"Data": Page([["Indikator", "Kelompok Umur", "Target 2025", "Realisasi 2025"],
                       ["Anak diimunisasi", "0-5", 300, 250], [None, "6-17", 200, 180], [None, "Total", 500, 430]])},
        results=of("Anak diimunisasi", {"age=0-5": 250, "age=6-17": 180, None: 430}),
        targets=of("Anak diimunisasi", {"age=0-5": 300, "age=6-17": 200, None: 500}),
    ),
    Case(
        "ages in the rows, women and men in the columns",
        {"Data": Page([["Realisasi 2025"], ["Indikator", "L", "P", "Jumlah"], [REACHED, 50, 60, 110],
                       ["0-5 tahun", 20, 25, 45], ["6+ tahun", 30, 35, 65], [TRAINED, 3, 4, 7]])},
        results=[*of(REACHED, {"sex=m": 50, "sex=f": 60, "age=0-5;sex=m": 20, "age=0-5;sex=f": 25, "age=6+;sex=m": 30,
                               "age=6+;sex=f": 35}), *of(TRAINED, {"sex=m": 3, "sex=f": 4})],
    ),
    Case(
        "`Rincian:` heads the parts of the figure above it, and is no indicator",
        {"Data": Page([["Indikator", "Satuan", "Realisasi 2025"], [REACHED, "orang", 60], ["Rincian:", None, None],
                       ["L", "orang", 20], ["P", "orang", 40], [TRAINED, "orang", 10]])},
        results=[*of(REACHED, {None: 60, "sex=m": 20, "sex=f": 40}), *of(TRAINED, {None: 10})],
    ),
    Case(
        "ages below a village are no villages",
        {"Data": Page([["Realisasi 2025"], ["Desa", "Anak ditimbang"], ["Nita", 60], ["0-23 bulan", 20],
                       ["24-59 bulan", 40], ["Bola", 30]])},
        results=[*of("Anak ditimbang", {None: 60, "age=0-23m": 20, "age=24-59m": 40}, place="Nita"),
                 *of("Anak ditimbang", {None: 30}, place="Bola")],
        stops=[NEW, "which_what", "which_over_time"],
    ),
]  # fmt: skip
