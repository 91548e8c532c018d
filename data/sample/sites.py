"""The sites of the sample, a partner in a place each: where they start, where they should end, how fast they go."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Site:
    """A partner in a place: where it started, where it should end, and how fast it goes (1 = as planned)."""

    partner: str
    place: str
    start: float
    goal: float
    pace: float = 1.0


def sites(table: str) -> list[Site]:
    """The sites of a table with one `partner place start goal [pace]` a line."""
    rows = (line.split() for line in table.strip().splitlines())
    return [Site(partner, place, *map(float, numbers)) for partner, place, *numbers in rows]


SAFE_WATER = sites("""
    TOYA    33.22 2150 5600 1.05
    TOYA    33.73 1480 3200 1.10
    TOYA    33.15 1920 6100 0.97
    TOYA    33.16 1260 5200 0.84
    TOYA    33.12 1740 4900 1.02
    TOYA    34.03 2380 6800 1.12
    TOYA    33.29 1610 4700 0.95
    TOYA    33.01 1330 3900 0.99
    NGAYOMI 33.24 1190 3100 1.08
    NGAYOMI 33.25 1080 2900 0.97
    NGAYOMI 33.07 1370 3300 1.20
    NGAYOMI 34.01  940 2300 1.04
""")
WATER_POINTS = sites("""
    TOYA    33.22 0 18 0.95
    TOYA    33.73 0  8 1.10
    TOYA    33.15 0 22 0.62
    TOYA    33.16 0 20 0.52
    TOYA    33.12 0 18 0.80
    TOYA    34.03 0 24 0.98
    TOYA    33.29 0 17 0.66
    TOYA    33.01 0 13 0.70
    NGAYOMI 33.24 0 11 0.85
    NGAYOMI 33.25 0 10 0.70
    NGAYOMI 33.07 0 12 1.00
    NGAYOMI 34.01 0  7 0.75
""")
DIARRHOEA = sites("""
    UKP    33.22 188  90 1.05
    UKP    33.15 214 104 0.98
    UKP    33.16 176  88 0.90
    UKP    33.12 152  76 1.08
    GEMATI 34.03 168  80 1.15
    GEMATI 33.29 226 110 0.92
    GEMATI 33.07 104  52 1.10
    GEMATI 34.01  82  40 1.12
""")
# Households in the villages of the programme, and the share with a decent toilet at the baseline.
TOILETS = {
    Site("TOYA", "33.22", 66, 93, 1.05): 1420,
    Site("TOYA", "33.15", 55, 88, 0.96): 1610,
    Site("TOYA", "33.16", 57, 88, 0.90): 1380,
    Site("TOYA", "33.12", 64, 91, 1.04): 1290,
    Site("TOYA", "34.03", 60, 90, 1.10): 1740,
    Site("TOYA", "33.29", 58, 88, 0.94): 1850,
    Site("NGAYOMI", "33.24", 66, 92, 1.02): 980,
    Site("NGAYOMI", "33.25", 67, 92, 1.00): 860,
    Site("NGAYOMI", "33.07", 59, 89, 1.15): 720,
    Site("NGAYOMI", "34.01", 68, 94, 1.06): 550,
}
# Children under five measured each quarter, and the share that was stunted at the baseline.
STUNTING = {
    Site("TANDUR", "33.29", 28.9, 16.6, 0.58): 1180,
    Site("TANDUR", "33.28", 25.2, 14.2, 0.66): 860,
    Site("TANDUR", "33.27", 26.4, 15.0, 0.70): 910,
    Site("TANDUR", "33.02", 21.8, 12.4, 0.85): 640,
    Site("TANDUR", "33.04", 25.0, 14.4, 0.72): 720,
    Site("GEMATI", "33.07", 26.0, 14.8, 0.80): 610,
    Site("GEMATI", "33.05", 23.0, 13.0, 0.74): 680,
    Site("GEMATI", "34.01", 18.4, 10.6, 1.00): 420,
    Site("GEMATI", "34.02", 17.5, 10.0, 1.05): 540,
}
# Children of the posyandu registers, and the share weighed in the last month of the quarter at the baseline.
WEIGHED = {
    Site("TANDUR", "33.29", 68.4, 82, -0.45): 2310,
    Site("TANDUR", "33.28", 70.2, 84, -0.30): 1620,
    Site("TANDUR", "33.27", 69.5, 83, -0.52): 1740,
    Site("TANDUR", "33.02", 75.1, 87, 0.10): 1180,
    Site("TANDUR", "33.04", 70.9, 84, -0.35): 1350,
    Site("GEMATI", "33.07", 71.6, 85, -0.40): 1140,
    Site("GEMATI", "33.05", 72.4, 86, -0.28): 1260,
    Site("GEMATI", "34.01", 78.8, 90, 0.05): 790,
    Site("GEMATI", "34.02", 80.3, 91, 0.15): 1010,
    Site("GEMATI", "33.22", 72.0, 86, -0.25): 1090,
}
FED_SHARE = {
    Site("TANDUR", "33.29", 0, 0, 1.02): 0.30,
    Site("TANDUR", "33.28", 0, 0, 0.94): 0.20,
    Site("TANDUR", "33.27", 0, 0, 0.92): 0.20,
    Site("TANDUR", "33.02", 0, 0, 1.06): 0.13,
    Site("TANDUR", "33.04", 0, 0, 0.98): 0.17,
    Site("GEMATI", "33.07", 0, 0, 1.04): 0.22,
    Site("GEMATI", "33.05", 0, 0, 1.00): 0.24,
    Site("GEMATI", "34.01", 0, 0, 1.08): 0.16,
    Site("GEMATI", "34.02", 0, 0, 0.97): 0.20,
    Site("GEMATI", "33.22", 0, 0, 0.95): 0.18,
}
WOMENS_GROUPS = sites("""
    SUMUNAR 33.10 3 12 2.15
    SUMUNAR 33.11 2  9 2.20
    SUMUNAR 33.09 2  8 2.05
    SUMUNAR 34.02 3  9 2.45
    SUMUNAR 33.13 1  6 2.10
    NGAYOMI 33.20 1  6 2.60
    NGAYOMI 33.21 1  5 2.30
    NGAYOMI 33.24 1  5 2.40
""")
LENT_SHARE = {
    Site("SUMUNAR", "33.10", 0, 0, 0.80): 0.28,
    Site("SUMUNAR", "33.11", 0, 0, 0.70): 0.20,
    Site("SUMUNAR", "33.09", 0, 0, 0.64): 0.18,
    Site("SUMUNAR", "34.02", 0, 0, 0.82): 0.22,
    Site("SUMUNAR", "33.13", 0, 0, 0.58): 0.12,
    Site("NGAYOMI", "33.20", 0, 0, 0.76): 0.42,
    Site("NGAYOMI", "33.21", 0, 0, 0.60): 0.30,
    Site("NGAYOMI", "33.24", 0, 0, 0.72): 0.28,
}
# Members whose turnover rose, per cent (start = first survey, goal = third), and independence of the groups.
TURNOVER = sites("""
    SUMUNAR 33.10 36 51
    SUMUNAR 33.11 30 43
    SUMUNAR 33.09 28 41
    SUMUNAR 34.02 39 54
    SUMUNAR 33.13 25 40
    NGAYOMI 33.20 34 46
    NGAYOMI 33.21 24 33
    NGAYOMI 33.24 29 42
""")
INDEPENDENCE = sites("""
    SUMUNAR 33.10 1.7 2.9
    SUMUNAR 33.11 1.4 2.6
    SUMUNAR 33.09 1.3 2.5
    SUMUNAR 34.02 1.7 3.0
    SUMUNAR 33.13 1.2 2.4
    NGAYOMI 33.20 1.4 2.7
    NGAYOMI 33.21 1.2 2.2
    NGAYOMI 33.24 1.3 2.5
""")
DUMPED = sites("""
    RESIK 33.73 310 185 0.62
    RESIK 33.71 240 140 0.48
    RESIK 34.71 520 310 0.42
    RESIK 34.04 480 285 0.36
    PILAH 33.74 610 365 0.20
    PILAH 33.75 330 195 0.05
    PILAH 33.72 370 220 0.44
""")
SORTED_SHARE = {
    Site("RESIK", "33.73", 0, 0, 1.16): 0.13,
    Site("RESIK", "33.71", 0, 0, 1.04): 0.10,
    Site("RESIK", "34.71", 0, 0, 1.06): 0.20,
    Site("RESIK", "34.04", 0, 0, 1.02): 0.17,
    Site("PILAH", "33.74", 0, 0, 1.02): 0.21,
    Site("PILAH", "33.75", 0, 0, 0.82): 0.08,
    Site("PILAH", "33.72", 0, 0, 1.05): 0.11,
}
SAVERS = sites("""
    RESIK 33.73  90 460 1.24
    RESIK 33.71  60 340 1.06
    RESIK 34.71 140 620 1.10
    RESIK 34.04 110 560 1.04
    PILAH 33.74 120 640 0.98
    PILAH 33.75  40 260 0.78
    PILAH 33.72  60 320 1.08
""")
CROWD = sites("""
    RESIK 33.73 45 140
    RESIK 33.71 40 110
    RESIK 34.71 80 265
    RESIK 34.04 60 190
    PILAH 33.74 70 230
    PILAH 33.75 30  95
    PILAH 33.72 50 150
""")
TRAINED_SHARE = {
    Site("POLKA", "34.04", 0, 0, 1.12): 0.40,
    Site("POLKA", "34.71", 0, 0, 1.12): 0.25,
    Site("POLKA", "33.10", 0, 0, 1.02): 0.20,
    Site("POLKA", "33.08", 0, 0, 1.05): 0.15,
    Site("KAINARA", "33.22", 0, 0, 1.10): 0.40,
    Site("KAINARA", "33.09", 0, 0, 1.02): 0.35,
    Site("KAINARA", "33.11", 0, 0, 0.96): 0.25,
    Site("SUMUNAR", "33.14", 0, 0, 1.05): 1.0,
    Site("NGAYOMI", "33.18", 0, 0, 0.86): 1.0,
}
# Graduates traced after six months: the share at work at the start and now, and how many a quarter.
EMPLOYED = {
    Site("POLKA", "34.04", 44, 62): 26,
    Site("POLKA", "34.71", 42, 60): 18,
    Site("POLKA", "33.10", 36, 54): 14,
    Site("POLKA", "33.08", 33, 50): 11,
    Site("KAINARA", "33.22", 52, 71): 17,
    Site("KAINARA", "33.09", 48, 66): 15,
    Site("KAINARA", "33.11", 45, 60): 12,
    Site("SUMUNAR", "33.14", 30, 47): 14,
    Site("NGAYOMI", "33.18", 26, 40): 12,
}
DAYS_TO_WORK = {
    "34.04": 112,
    "34.71": 116,
    "33.10": 125,
    "33.08": 133,
    "33.22": 98,
    "33.09": 104,
    "33.11": 110,
}
