"""Tables that regulations and donors prescribe: LKjIP, TPB matrix, E.81, T-C.29, quarterly measurement, milestones."""

from tests.workbooks.making import Case, Page

AKI, SATISFIED = "Angka Kematian Ibu", "Indeks Kepuasan Masyarakat"
ACCESS = "Persentase rumah tangga dengan air minum layak"
PREGNANT, PIPES, CLINICS = "Cakupan pelayanan ibu hamil", "Jumlah sambungan rumah", "Jumlah puskesmas terakreditasi"
FAMILIES, HOUSEHOLDS = "Jumlah keluarga lulus PKH", "Number of households with safe water"
SLEMAN = "34.04"

CASES = [
    Case(
        "performance report of an office: goal, indicator, unit, target, result, share",
        {
            "LKjIP": Page(
                [
                    ["LAPORAN KINERJA INSTANSI PEMERINTAH TAHUN 2024"],
                    ["DINAS KESEHATAN KABUPATEN SLEMAN"],
                    [],
                    ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "%"],
                    [1, 2, 3, 4, 5, 6, 7],
                    [1, "Meningkatnya kesehatan", AKI, "per 100.000 KH", 60, 55, 108.3],
                    [2, "Meningkatnya mutu layanan", SATISFIED, "indeks", 82, "84,5", 103],
                ]
            )
        },
        results=[(AKI, "2024", None, SLEMAN, None, 55), (SATISFIED, "2024", None, SLEMAN, None, 84.5)],
        targets=[(AKI, "2024", None, SLEMAN, None, 60), (SATISFIED, "2024", None, SLEMAN, None, 82)],
        indicators={AKI: {"direction": "down", "over_time": "last"}},
        stops=["which_direction"],
        cells={(SATISFIED, "2024"): "F7"},
    ),
    Case(
        "matrix of the development goals: four years of targets, four of results, the source at the end",
        {
            "TPB": Page(
                [
                    ["MATRIKS TPB/SDGs"],
                    ["Kode", "Indikator", "Satuan", "Target", None, None, "Realisasi", None, None, "Sumber Data"],
                    [None, None, None, 2022, 2023, 2024, 2022, 2023, 2024],
                    ["6.1.1", ACCESS, "persen", 90, 92, 94, 90.5, "n.a.", 93, "Susenas"],
                ],
                merged=["D2:F2", "G2:I2"],
            )
        },
        results=[
            ("6.1.1", "2022", None, None, None, 90.5),
            ("6.1.1", "2023", None, None, None, None),
            ("6.1.1", "2024", None, None, None, 93),
        ],
        targets=[("6.1.1", str(year), None, None, None, value) for year, value in ((2022, 90), (2023, 92), (2024, 94))],
        indicators={"6.1.1": {"direction": "up", "over_time": "last", "source": "Susenas"}},
    ),
    Case(
        "form E.81: figures and money in pairs, quarters I to IV below one word, years before in one figure",
        {
            "E.81": Page(
                [
                    ["Evaluasi Terhadap Hasil RKPD Kabupaten Sleman Tahun 2025"],
                    [
                        "No",
                        "Program",
                        "Indikator Kinerja Program (outcome)",
                        "Satuan",
                        "Target RPJMD pada Tahun 2026",
                        None,
                        "Realisasi s.d. Tahun 2024",
                        None,
                        "Target RKPD Tahun 2025",
                        None,
                        "Realisasi Kinerja Pada Triwulan",
                    ],
                    [None, None, None, None, "K", "Rp", "K", "Rp", "K", "Rp", "I", None, "II", None],
                    [*[None] * 10, "K", "Rp", "K", "Rp"],
                    [1, "Kesehatan", PREGNANT, "%", 100, 5000, 90, 4000, 95, 1200, 20, 300, 45, 600],
                    [2, "Air Minum", PIPES, "SR", 5000, 900, 3000, 500, 1000, 200, 100, 20, 200, 40],
                ],
                merged=["E2:F2", "G2:H2", "I2:J2", "K2:N2", "K3:L3", "M3:N3"],
            )
        },
        results=[
            (PREGNANT, "2024", None, SLEMAN, None, 90),
            (PREGNANT, "2025-Q1", None, SLEMAN, None, 20),
            (PREGNANT, "2025-Q2", None, SLEMAN, None, 45),
            (PIPES, "2025-Q1", None, SLEMAN, None, 100),
            (PIPES, "2025-Q2", None, SLEMAN, None, 200),
        ],
        targets=[(PREGNANT, "2025", None, SLEMAN, None, 95), (PIPES, "2025", None, SLEMAN, None, 1000)],
        indicators={PIPES: {"target": 5000.0, "over_time": "sum"}, PREGNANT: {"target": 100.0, "over_time": "last"}},
        stops=["which_over_time"],
        cells={(PIPES, "2025-Q2"): "M6"},
    ),
    Case(
        "table T-C.29: the first word of a long header counts, and a forecast is no result",
        {
            "TC29": Page(
                [
                    [
                        "Kode",
                        "Indikator Kinerja",
                        "Target kinerja capaian program Renstra tahun 2026",
                        "Realisasi target kinerja hasil program tahun 2023",
                        "Target dan realisasi kinerja program tahun 2024",
                        None,
                        None,
                        "Perkiraan realisasi capaian target Renstra s/d tahun 2025",
                    ],
                    [
                        None,
                        None,
                        None,
                        None,
                        "Target Renja 2024",
                        "Realisasi Renja 2024",
                        "Tingkat realisasi (%)",
                        "Realisasi capaian",
                    ],
                    ["1.02.02", CLINICS, 25, 18, 20, 19, 95, 22],
                ],
                merged=["E1:G1"],
            )
        },
        results=[("1.02.02", "2023", None, None, None, 18), ("1.02.02", "2024", None, None, None, 19)],
        targets=[("1.02.02", "2024", None, None, None, 20), ("1.02.02", "2026", None, None, None, 25)],
        indicators={"1.02.02": {"target": None}},
        stops=["which_over_time"],
    ),
    Case(
        "quarterly measurement: the target of the year beside that of the quarter",
        {
            "TW III": Page(
                [
                    ["PENGUKURAN KINERJA TRIWULAN III TAHUN 2025"],
                    ["No", "Indikator", "Satuan", "Target Tahunan", "Target TW III", "Realisasi TW III", "Capaian (%)"],
                    [1, FAMILIES, "keluarga", 100, 75, 60, 80],
                ]
            )
        },
        results=[(FAMILIES, "2025-Q3", None, None, None, 60)],
        targets=[(FAMILIES, "2025", None, None, None, 100), (FAMILIES, "2025-Q3", None, None, None, 75)],
        indicators={FAMILIES: {"direction": "up"}},
        stops=["which_over_time"],
    ),
    Case(
        "a donor's logframe with quarterly milestones",
        {
            "Logframe": Page(
                [
                    [
                        "Results chain",
                        "Indicator",
                        "Baseline (2023)",
                        "Milestone",
                        None,
                        "Target (2025)",
                        "Source of verification",
                        "Assumptions",
                    ],
                    [None, None, None, "Q1 2024", "Q2 2024"],
                    ["Outcome 1: better access", HOUSEHOLDS, 100, 150, 200, 800, "Survey", "Stable"],
                ],
                merged=["D1:E1"],
            )
        },
        targets=[
            (HOUSEHOLDS, "2024-Q1", None, None, None, 150),
            (HOUSEHOLDS, "2024-Q2", None, None, None, 200),
            (HOUSEHOLDS, "2025", None, None, None, 800),
        ],
        indicators={HOUSEHOLDS: {"level": "outcome", "baseline": 100.0, "source": "Survey"}},
        stops=["which_over_time"],
    ),
]
