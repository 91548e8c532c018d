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
]  # fmt: skip
