"""Tracking tables: periods across, one to three header lines, targets beside results."""

from datetime import datetime

from tests.workbooks.making import Case, Page

TRAINED, PUMPS, ACCESS = "Jumlah petani dilatih", "Jumlah pompa dibangun", "Persentase rumah tangga dengan air bersih"

CASES = [
    Case(
        "three header lines, column numbers, sections, total row and note",
        {
            "IPTT": Page(
                [
                    ["MATRIKS CAPAIAN KINERJA TAHUN 2025"],
                    ["Mitra: Yayasan Toya"],
                    [],
                    [
                        "No",
                        "Indikator Kinerja",
                        "Satuan",
                        "Baseline (2024)",
                        "Target dan Realisasi 2025",
                        *[None] * 3,
                        "Total",
                        "Ket",
                    ],
                    [None, None, None, None, "TW I", None, "TW II"],
                    [None, None, None, None, "Target", "Realisasi", "Target", "Realisasi"],
                    [f"({number})" for number in range(1, 11)],
                    ["Outcome 1: Air bersih"],
                    [1, ACCESS, "%", 40, 42, 41, 45, 44, None, "ok"],
                    ["Output 1.1: Pelatihan"],
                    [2, TRAINED, "orang", 0, 10, 8, 20, 22, 30],
                    [3, PUMPS, "unit", 0, 1, 1, 2, "2*", 3],
                    ["JUMLAH", None, None, None, 11, 9, 22, 24, 33],
                    ["Catatan: angka TW II masih sementara"],
                ],
                merged=["A1:J1", "A4:A6", "B4:B6", "C4:C6", "D4:D6", "E4:H4", "E5:F5", "G5:H5", "I4:I6", "J4:J6"],
            )
        },
        results=[
            (ACCESS, "2025-Q1", "Yayasan Toya", None, None, 41),
            (ACCESS, "2025-Q2", "Yayasan Toya", None, None, 44),
            (TRAINED, "2025-Q1", "Yayasan Toya", None, None, 8),
            (TRAINED, "2025-Q2", "Yayasan Toya", None, None, 22),
            (PUMPS, "2025-Q1", "Yayasan Toya", None, None, 1),
            (PUMPS, "2025-Q2", "Yayasan Toya", None, None, 2),
        ],
        targets=[
            (ACCESS, "2025-Q1", "Yayasan Toya", None, None, 42),
            (ACCESS, "2025-Q2", "Yayasan Toya", None, None, 45),
            (TRAINED, "2025-Q1", "Yayasan Toya", None, None, 10),
            (TRAINED, "2025-Q2", "Yayasan Toya", None, None, 20),
            (PUMPS, "2025-Q1", "Yayasan Toya", None, None, 1),
            (PUMPS, "2025-Q2", "Yayasan Toya", None, None, 2),
        ],
        indicators={
            ACCESS: {"level": "outcome", "measure": "percent", "baseline": 40, "over_time": "last"},
            TRAINED: {"level": "output", "measure": "number", "baseline": 0, "over_time": "sum", "unit": "orang"},
        },
        cells={(TRAINED, "2025-Q2"): "H11", (ACCESS, "2025-Q1"): "F9"},
    ),
    Case(
        "one header line, kind and period in one text",
        {
            "Capaian": Page(
                [
                    [
                        "Indikator",
                        "Satuan",
                        "Target TW I 2025",
                        "Realisasi TW I 2025",
                        "Target TW II 2025",
                        "Realisasi TW II 2025",
                    ],
                    [TRAINED, "orang", 10, 8, 20, 22],
                ]
            )
        },
        results=[(TRAINED, "2025-Q1", None, None, None, 8), (TRAINED, "2025-Q2", None, None, None, 22)],
        targets=[(TRAINED, "2025-Q1", None, None, None, 10), (TRAINED, "2025-Q2", None, None, None, 20)],
        cells={(TRAINED, "2025-Q1"): "D2"},
    ),
    Case(
        "several years side by side, without merged cells in the file",
        {
            "Data": Page(
                [
                    [
                        "No",
                        "Indicator",
                        "Unit",
                        "Baseline",
                        2023,
                        None,
                        2024,
                        None,
                        "End of project target",
                        "Comments",
                    ],
                    [None, None, None, 2022, "Target", "Actual", "Target", "Actual"],
                    [1, "Households with clean water", "households", 100, 150, 140, 250, 260, 500],
                ]
            )
        },
        results=[
            ("Households with clean water", "2023", None, None, None, 140),
            ("Households with clean water", "2024", None, None, None, 260),
        ],
        targets=[
            ("Households with clean water", "2023", None, None, None, 150),
            ("Households with clean water", "2024", None, None, None, 250),
        ],
        indicators={"Households with clean water": {"baseline": 100, "target": 500, "direction": "up"}},
        stops=["which_over_time"],
        answers={"over_time": {"*": "last"}},
    ),
    Case(
        "months as dates, the year in them",
        {
            "Realisasi bulanan": Page(
                [
                    ["Indikator", "Satuan", datetime(2025, 1, 1), datetime(2025, 2, 1), datetime(2025, 3, 1)],
                    [TRAINED, "orang", 5, None, 7],
                ]
            )
        },
        results=[(TRAINED, "2025-01", None, None, None, 5), (TRAINED, "2025-03", None, None, None, 7)],
    ),
    Case(
        "month names only, the year in the title, results by the name of the sheet",
        {
            "Realisasi": Page(
                [
                    ["REKAP BULANAN TAHUN 2025"],
                    [],
                    ["No.", "Indikator", "Satuan", "Jan", "Feb", "Mar", "Jumlah"],
                    [1, TRAINED, "orang", 5, 6, 7, 18],
                ]
            )
        },
        results=[
            (TRAINED, "2025-01", None, None, None, 5),
            (TRAINED, "2025-02", None, None, None, 6),
            (TRAINED, "2025-03", None, None, None, 7),
        ],
        indicators={TRAINED: {"over_time": "sum"}},
        cells={(TRAINED, "2025-03"): "F4"},
    ),
    Case(
        "places as columns under one title, partner in the rows",
        {
            "TW II 2025": Page(
                [
                    ["Indikator", "Satuan", "Mitra", "Realisasi per lokasi", None, "Total"],
                    [None, None, None, "Kab. Sleman", "Kab. Bantul"],
                    [TRAINED, "orang", "YTR", 3, 4, 7],
                    [PUMPS, "unit", "YTR", 1, 0, 1],
                ],
                merged=["D1:E1", "A1:A2", "B1:B2", "C1:C2", "F1:F2"],
            )
        },
        results=[
            (TRAINED, "2025-Q2", "YTR", "34.04", None, 3),
            (TRAINED, "2025-Q2", "YTR", "34.02", None, 4),
            (PUMPS, "2025-Q2", "YTR", "34.04", None, 1),
            (PUMPS, "2025-Q2", "YTR", "34.02", None, 0),
        ],
    ),
    Case(
        "women and men as columns below each quarter",
        {
            "Peserta": Page(
                [
                    ["Realisasi 2025"],
                    ["Indikator", "Satuan", "TW I", None, None, "TW II", None, None],
                    [None, None, "L", "P", "Jumlah", "L", "P", "Jumlah"],
                    [TRAINED, "orang", 3, 5, 8, 10, 12, 22],
                ],
                merged=["C2:E2", "F2:H2"],
            )
        },
        results=[
            (TRAINED, "2025-Q1", None, None, "sex=m", 3),
            (TRAINED, "2025-Q1", None, None, "sex=f", 5),
            (TRAINED, "2025-Q2", None, None, "sex=m", 10),
            (TRAINED, "2025-Q2", None, None, "sex=f", 12),
        ],
    ),
    Case(
        "women and men as rows below the indicator",
        {
            "Realisasi": Page(
                [
                    ["Indikator", "Satuan", "TW I 2025", "TW II 2025"],
                    [TRAINED, "orang", 8, 22],
                    ["- Laki-laki", None, 3, 10],
                    ["- Perempuan", None, 5, 12],
                ]
            )
        },
        results=[
            (TRAINED, "2025-Q1", None, None, None, 8),
            (TRAINED, "2025-Q2", None, None, None, 22),
            (TRAINED, "2025-Q1", None, None, "sex=m", 3),
            (TRAINED, "2025-Q2", None, None, "sex=m", 10),
            (TRAINED, "2025-Q1", None, None, "sex=f", 5),
            (TRAINED, "2025-Q2", None, None, "sex=f", 12),
        ],
    ),
    Case(
        "target and result in alternate rows, indicator merged over both",
        {
            "Monitoring": Page(
                [
                    ["No", "Indikator", "Satuan", "Uraian", "TW I 2025", "TW II 2025"],
                    [1, TRAINED, "orang", "Target", 10, 20],
                    [None, None, None, "Realisasi", 8, 22],
                    [2, PUMPS, "unit", "Target", 1, 2],
                    [None, None, None, "Realisasi", 1, 1],
                ],
                merged=["A2:A3", "B2:B3", "C2:C3", "A4:A5", "B4:B5", "C4:C5"],
            )
        },
        results=[
            (TRAINED, "2025-Q1", None, None, None, 8),
            (TRAINED, "2025-Q2", None, None, None, 22),
            (PUMPS, "2025-Q1", None, None, None, 1),
            (PUMPS, "2025-Q2", None, None, None, 1),
        ],
        targets=[
            (TRAINED, "2025-Q1", None, None, None, 10),
            (TRAINED, "2025-Q2", None, None, None, 20),
            (PUMPS, "2025-Q1", None, None, None, 1),
            (PUMPS, "2025-Q2", None, None, None, 2),
        ],
        cells={(PUMPS, "2025-Q2"): "F5"},
    ),
    Case(
        "capaian beside target and realisasi is worked out and left out",
        {
            "LKjIP": Page(
                [
                    [
                        "Indikator Kinerja Utama",
                        "Satuan",
                        "Target 2025",
                        "Realisasi 2025",
                        "Capaian (%)",
                        "Anggaran (Rp)",
                    ],
                    [TRAINED, "orang", 10, 8, 80, 5000000],
                ]
            )
        },
        results=[(TRAINED, "2025", None, None, None, 8)],
        targets=[(TRAINED, "2025", None, None, None, 10)],
    ),
    Case(
        "capaian alone is asked about",
        {
            "LKjIP 2025": Page(
                [
                    ["Indikator Kinerja", "Satuan", "Target", "Capaian"],
                    [TRAINED, "orang", 100, 85],
                    [PUMPS, "unit", 100, 110],
                ]
            )
        },
        results=[(TRAINED, "2025", None, None, None, 85), (PUMPS, "2025", None, None, None, 110)],
        targets=[(TRAINED, "2025", None, None, None, 100), (PUMPS, "2025", None, None, None, 100)],
        stops=["share_or_figure"],
    ),
    Case(
        "period columns that say neither target nor result are asked about",
        {"Lembar1": Page([["Indikator", "Satuan", "TW I 2025", "TW II 2025"], [TRAINED, "orang", 8, 22]])},
        results=[(TRAINED, "2025-Q1", None, None, None, 8), (TRAINED, "2025-Q2", None, None, None, 22)],
        stops=["which_what", "which_what"],
    ),
    Case(
        "target and money side by side, only the target counts",
        {
            "Renstra": Page(
                [
                    [
                        "Program/Kegiatan",
                        "Indikator",
                        "Satuan",
                        "Target Kinerja dan Pagu Tahun 2025",
                        None,
                        "Target Kinerja dan Pagu Tahun 2026",
                        None,
                    ],
                    [None, None, None, "Target", "Rp", "Target", "Rp"],
                    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
                    ["Program Air", TRAINED, "orang", 10, 1000000, 20, 2000000],
                ],
                merged=["D1:E1", "F1:G1"],
            )
        },
        targets=[(TRAINED, "2025", None, None, None, 10), (TRAINED, "2026", None, None, None, 20)],
    ),
    Case(
        "down by baseline and target, and by the column of direction",
        {
            "Indikator dampak": Page(
                [
                    ["Indikator", "Satuan", "Arah", "Nilai awal", "Target 2025", "Realisasi 2025"],
                    ["Prevalensi stunting", "%", None, 30, 20, 24],
                    ["Waktu tunggu layanan", "hari", "turun", 14, 7, 9],
                ]
            )
        },
        results=[
            ("Prevalensi stunting", "2025", None, None, None, 24),
            ("Waktu tunggu layanan", "2025", None, None, None, 9),
        ],
        targets=[
            ("Prevalensi stunting", "2025", None, None, None, 20),
            ("Waktu tunggu layanan", "2025", None, None, None, 7),
        ],
        indicators={"Prevalensi stunting": {"direction": "down"}, "Waktu tunggu layanan": {"direction": "down"}},
    ),
    Case(
        "a reduction that nothing proves is asked about",
        {
            "Realisasi": Page(
                [["Indikator", "Satuan", "2024", "2025"], ["Kasus kekerasan terhadap anak", "kasus", 40, 30]]
            )
        },
        results=[
            ("Kasus kekerasan terhadap anak", "2024", None, None, None, 40),
            ("Kasus kekerasan terhadap anak", "2025", None, None, None, 30),
        ],
        indicators={"Kasus kekerasan terhadap anak": {"direction": "down"}},
        stops=["which_over_time", "which_direction"],
    ),
]
