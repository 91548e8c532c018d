"""Tables of an adversary: a word that changes in the middle, sexes in the rows, shares with their parts, averages."""

from tests.workbooks.making import Case, Page

STUNTING, FED = "Prevalensi stunting", "Anak mendapat PMT dibagikan"
SURVIVORS, CARE = "Penyintas didampingi", "Ibu hamil K4"
LEARNT, TURNOVER = "UMKM mengikuti pelatihan", "Rata-rata omzet per bulan"

CASES = [
    Case(
        "Capaian is the result of a year that has no other, and the share elsewhere",
        {
            "Kinerja": Page(
                [
                    ["Indikator Kinerja", "Satuan", "2023", None, "2024", None, None],
                    [None, None, "Target", "Capaian", "Target", "Realisasi", "Capaian"],
                    [STUNTING, "%", 18, "17,5", 16, "16,2", "99%"],
                    [FED, "anak", 1500, 310, 1600, 1610, "101%"],
                ],
                merged=["A1:A2", "B1:B2", "C1:D1", "E1:G1"],
            )
        },
        results=[
            (STUNTING, "2023", None, None, None, 17.5),
            (STUNTING, "2024", None, None, None, 16.2),
            (FED, "2023", None, None, None, 310),
            (FED, "2024", None, None, None, 1610),
        ],
        targets=[
            (STUNTING, "2023", None, None, None, 18),
            (STUNTING, "2024", None, None, None, 16),
            (FED, "2023", None, None, None, 1500),
            (FED, "2024", None, None, None, 1600),
        ],
    ),
    Case(
        "Jenis Kelamin in the rows, with a total, and words where nobody counted",
        {
            "Data": Page(
                [
                    ["Periode", "Wilayah", "Indikator", "Jenis Kelamin", "Realisasi"],
                    ["Jan-25", "Kab. Sleman", SURVIVORS, "Laki-laki", 3],
                    ["Jan-25", "Kab. Sleman", SURVIVORS, "Perempuan", 9],
                    ["Jan-25", "Kab. Sleman", SURVIVORS, "Total", 12],
                    ["Feb-25", "Kab. Sleman", SURVIVORS, "Laki-laki", "2"],
                    ["Feb-25", "Kab. Sleman", SURVIVORS, "Perempuan", "tidak ada data"],
                ]
            )
        },
        results=[
            (SURVIVORS, "2025-01", None, "34.04", "sex=m", 3),
            (SURVIVORS, "2025-01", None, "34.04", "sex=f", 9),
            (SURVIVORS, "2025-01", None, "34.04", None, 12),
            (SURVIVORS, "2025-02", None, "34.04", "sex=m", 2),
            (SURVIVORS, "2025-02", None, "34.04", "sex=f", None),
        ],
        known=[SURVIVORS],
    ),
    Case(
        "a percentage whose parts stand beside it is a ratio, which joins over places",
        {
            "IKK": Page(
                [
                    ["Indikator", "Satuan", "Pembilang TW I 2025", "Penyebut TW I 2025", "Hasil TW I 2025"],
                    [CARE, "%", 170, "200", "85%"],
                ]
            )
        },
        results=[(CARE, "2025-Q1", None, None, None, 85)],
        indicators={CARE: {"measure": "ratio", "over_units": "ratio", "over_time": "last"}},
    ),
    Case(
        "ages above sexes are groups of both",
        {
            "Gizi": Page(
                [
                    ["Indikator", "Satuan", "Periode", "0-23 bulan", None, "24–59 bln", None, "Total"],
                    [None, None, None, "L", "P", "L", "P", None],
                    ["Balita baru diperiksa", "balita", "TW I 2025", 3, 4, 5, 6, 18],
                ],
                merged=["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1", "H1:H2"],
            )
        },
        results=[
            ("Balita baru diperiksa", "2025-Q1", None, None, "age=0-23m;sex=m", 3),
            ("Balita baru diperiksa", "2025-Q1", None, None, "age=0-23m;sex=f", 4),
            ("Balita baru diperiksa", "2025-Q1", None, None, "age=24-59m;sex=m", 5),
            ("Balita baru diperiksa", "2025-Q1", None, None, "age=24-59m;sex=f", 6),
        ],
        stops=["which_what"] * 4,
    ),
    Case(
        "an average has no sum over places, and running totals stand below merged headers with column numbers",
        {
            "Monev": Page(
                [
                    ["Tahun Anggaran 2025"],
                    ["No", "Uraian", "Satuan", "Target 2025", "Realisasi s.d.", None, "% Capaian"],
                    [None, None, None, None, "TW I", "TW II", None],
                    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
                    ["A", "Peningkatan kapasitas"],
                    [1, LEARNT, "UMKM", 200, 20, "75", "37,5%"],
                    [2, TURNOVER, "juta Rp", 12.5, "9,5", "10,25", None],
                    ["Sub total", None, None, 212.5, 29.5, 85.25, None],
                ],
                merged=["A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:G3"],
            )
        },
        results=[
            (LEARNT, "2025-Q1", None, None, None, 20),
            (LEARNT, "2025-Q2", None, None, None, 55),
            (TURNOVER, "2025-Q1", None, None, None, 9.5),
            (TURNOVER, "2025-Q2", None, None, None, 10.25),
        ],
        targets=[(LEARNT, "2025", None, None, None, 200), (TURNOVER, "2025", None, None, None, 12.5)],
        indicators={TURNOVER: {"over_units": "none", "over_time": "last"}, LEARNT: {"over_units": "sum"}},
        stops=["which_over_time", "which_over_time"],
    ),
]
