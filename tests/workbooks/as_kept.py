"""Tables as offices and organisations keep them: years as headings, districts above their villages, months as sheets."""

from tests.workbooks.making import Case, Page
from tests.workbooks.units_in_rows import NEW, rows

READING, PRIZES = "Taman baca dibangun", "Relawan literasi direkrut"
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
]  # fmt: skip
