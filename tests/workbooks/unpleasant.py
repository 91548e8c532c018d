"""What people really send: totals in the middle, footnotes, hidden columns, two tables, mixed conventions."""

from datetime import datetime

from tests.workbooks.making import Case, Page

TRAINED, PUMPS, ACCESS = "Jumlah petani dilatih", "Jumlah pompa dibangun", "Persentase rumah tangga dengan air bersih"
NBSP = "\u00a0"

CASES = [
    Case(
        "header in row 9 below a letterhead, blank rows between the lines, signature at the end",
        {
            "Form": Page(
                [
                    ["YAYASAN TOYA RUMEKSA"],
                    ["Jl. Melati No. 12, Sleman"],
                    [],
                    ["LAPORAN KEMAJUAN"],
                    ["Periode", ":", "Semester I 2025"],
                    [],
                    [],
                    [],
                    ["No", "Indikator", "Satuan", "Target", "Realisasi"],
                    [],
                    [1, TRAINED, "orang", 10, 8],
                    [],
                    [2, PUMPS, "unit", 2, 1],
                    [],
                    [],
                    [None, None, None, "Sleman, 3 Juli 2025"],
                    [None, None, None, "Mengetahui,"],
                ]
            )
        },
        results=[(TRAINED, "2025-S1", None, None, None, 8), (PUMPS, "2025-S1", None, None, None, 1)],
        targets=[(TRAINED, "2025-S1", None, None, None, 10), (PUMPS, "2025-S1", None, None, None, 2)],
    ),
    Case(
        "a hidden column of last year does not count",
        {
            "Realisasi": Page(
                [["Indikator", "Satuan", "Realisasi 2024", "Realisasi 2025"], [TRAINED, "orang", 999, 8]], hidden=["C"]
            )
        },
        results=[(TRAINED, "2025", None, None, None, 8)],
        stops=["hidden_figures"],
    ),
    Case(
        "totals in the middle and at the end, one of them called after its programme",
        {
            "Realisasi": Page(
                [
                    ["No", "Indikator", "Satuan", "TW I 2025"],
                    ["Program Air"],
                    [1, TRAINED, "orang", 8],
                    [2, "Jumlah kader dilatih", "orang", 4],
                    ["Sub Total Program Air", None, None, 12],
                    ["Program Pangan"],
                    [3, "Jumlah kebun dibangun", "kebun", 5],
                    ["JUMLAH", None, None, 5],
                    ["GRAND TOTAL", None, None, 17],
                ]
            )
        },
        results=[
            (TRAINED, "2025-Q1", None, None, None, 8),
            ("Jumlah kader dilatih", "2025-Q1", None, None, None, 4),
            ("Jumlah kebun dibangun", "2025-Q1", None, None, None, 5),
        ],
        indicators={TRAINED: {"programme": "Air"}, "Jumlah kebun dibangun": {"programme": "Pangan"}},
    ),
    Case(
        "two tables in one sheet",
        {
            "Capaian": Page(
                [
                    ["Tabel 1. Luaran"],
                    ["Indikator", "Satuan", "Target 2025", "Realisasi 2025"],
                    [TRAINED, "orang", 10, 8],
                    [],
                    ["Tabel 2. Hasil"],
                    ["Indikator", "Satuan", "Nilai awal", "Target 2025", "Realisasi 2025"],
                    [ACCESS, "%", 40, 60, 50],
                ]
            )
        },
        results=[(TRAINED, "2025", None, None, None, 8), (ACCESS, "2025", None, None, None, 50)],
        targets=[(TRAINED, "2025", None, None, None, 10), (ACCESS, "2025", None, None, None, 60)],
        indicators={ACCESS: {"baseline": 40}},
        cells={(ACCESS, "2025"): "E7"},
    ),
    Case(
        "indicator cells merged over the rows of their districts",
        {
            "Realisasi": Page(
                [
                    ["Indikator", "Satuan", "Kabupaten", "TW I 2025", "TW II 2025"],
                    [TRAINED, "orang", "Sleman", 3, 5],
                    [None, None, "Bantul", 4, 6],
                    [PUMPS, "unit", "Sleman", 1, 1],
                    [None, None, "Bantul", 0, 2],
                ],
                merged=["A2:A3", "B2:B3", "A4:A5", "B4:B5"],
            )
        },
        results=[
            (TRAINED, "2025-Q1", None, "34.04", None, 3),
            (TRAINED, "2025-Q2", None, "34.04", None, 5),
            (TRAINED, "2025-Q1", None, "34.02", None, 4),
            (TRAINED, "2025-Q2", None, "34.02", None, 6),
            (PUMPS, "2025-Q1", None, "34.04", None, 1),
            (PUMPS, "2025-Q2", None, "34.04", None, 1),
            (PUMPS, "2025-Q1", None, "34.02", None, 0),
            (PUMPS, "2025-Q2", None, "34.02", None, 2),
        ],
        cells={},
    ),
    Case(
        "the same without merged cells, as a text file has it",
        {
            "x": Page(
                [
                    ["Indikator", "Satuan", "Kabupaten", "Realisasi TW I 2025"],
                    [TRAINED, "orang", "Sleman", 3],
                    [None, None, "Bantul", 4],
                ]
            )
        },
        results=[(TRAINED, "2025-Q1", None, "34.04", None, 3), (TRAINED, "2025-Q1", None, "34.02", None, 4)],
        form="csv",
    ),
    Case(
        "running totals of a count become quarters",
        {
            "Realisasi": Page(
                [
                    ["Indikator", "Satuan", "s.d. TW I 2025", "s.d. TW II 2025", "s.d. TW III 2025"],
                    [TRAINED, "orang", 8, 30, 61],
                ]
            )
        },
        results=[
            (TRAINED, "2025-Q1", None, None, None, 8),
            (TRAINED, "2025-Q2", None, None, None, 22),
            (TRAINED, "2025-Q3", None, None, None, 31),
        ],
        stops=["which_over_time"],
        cells={(TRAINED, "2025-Q2"): "D2"},
    ),
    Case(
        "running totals of a state stay as they are",
        {"Realisasi": Page([["Indikator", "Satuan", "s.d. TW I 2025", "s.d. TW II 2025"], [ACCESS, "%", 41, 44]])},
        results=[(ACCESS, "2025-Q1", None, None, None, 41), (ACCESS, "2025-Q2", None, None, None, 44)],
    ),
    Case(
        "a column of running totals beside a column of periods",
        {
            "Data": Page(
                [
                    ["Indikator", "Satuan", "Periode", "Target", "Realisasi Kumulatif"],
                    [TRAINED, "orang", "TW I 2025", 10, 5],
                    [TRAINED, "orang", "TW II 2025", 10, 12],
                    [TRAINED, "orang", "TW III 2025", 10, 20],
                ]
            )
        },
        results=[
            (TRAINED, "2025-Q1", None, None, None, 5),
            (TRAINED, "2025-Q2", None, None, None, 7),
            (TRAINED, "2025-Q3", None, None, None, 8),
        ],
        targets=[(TRAINED, f"2025-Q{quarter}", None, None, None, 10) for quarter in (1, 2, 3)],
        stops=["which_over_time"],
    ),
    *(
        Case(
            f"a running total whose header names no period of its own: {header}",
            {
                "Data": Page(
                    [
                        ["Indikator", "Satuan", "Periode", header],
                        [TRAINED, "orang", "TW I 2025", 5],
                        [TRAINED, "orang", "TW II 2025", 12],
                    ]
                )
            },
            results=[(TRAINED, "2025-Q1", None, None, None, 5), (TRAINED, "2025-Q2", None, None, None, 7)],
            stops=["which_over_time"],
        )
        for header in ("Realisasi s.d. Triwulan Ini", "Realisasi s/d", "Realisasi sampai saat ini", "Result to date")
    ),
    Case(
        "months from one to another are a period, and no running total",
        {"Data": Page([["Indikator", "Satuan", "Realisasi Jan s.d. Mar 2025"], [TRAINED, "orang", 5]])},
        results=[(TRAINED, "2025-Q1", None, None, None, 5)],
    ),
    Case(
        "targets and running totals of results in rows",
        {
            "Data": Page(
                [
                    ["Indikator", "Satuan", "Uraian", "TW I 2025", "TW II 2025"],
                    [TRAINED, "orang", "Target", 10, 10],
                    [TRAINED, "orang", "Realisasi kumulatif", 5, 12],
                ]
            )
        },
        results=[(TRAINED, "2025-Q1", None, None, None, 5), (TRAINED, "2025-Q2", None, None, None, 7)],
        targets=[(TRAINED, "2025-Q1", None, None, None, 10), (TRAINED, "2025-Q2", None, None, None, 10)],
        stops=["which_over_time"],
    ),
    *(
        Case(
            f"targets and {word} in rows below '{header}'",
            {
                "Data": Page(
                    [
                        ["Indikator", "Satuan", header, "2023", "2024"],
                        [TRAINED, "orang", "Target", 10, 20],
                        [TRAINED, "orang", word, 9, 18],
                    ]
                )
            },
            results=[(TRAINED, "2023", None, None, None, 9), (TRAINED, "2024", None, None, None, 18)],
            targets=[(TRAINED, "2023", None, None, None, 10), (TRAINED, "2024", None, None, None, 20)],
            stops=["share_or_figure_rows"],
            answers={"what": {"C": "result"}},
        )
        for header, word in (("Uraian Data", "Capaian"), ("T/C", "Pencapaian"))
    ),
    Case(
        "percentages of the target in rows beside results are left out, by name",
        {
            "Data": Page(
                [
                    ["Indikator", "Satuan", "Uraian", "2023", "2024"],
                    [TRAINED, "orang", "Target", 10, 20],
                    [TRAINED, "orang", "Realisasi", 9, 18],
                    [TRAINED, "orang", "Capaian", 0.9, 0.9],
                    [TRAINED, "orang", "Anggaran", 500, 600],
                ]
            )
        },
        results=[(TRAINED, "2023", None, None, None, 9), (TRAINED, "2024", None, None, None, 18)],
        targets=[(TRAINED, "2023", None, None, None, 10), (TRAINED, "2024", None, None, None, 20)],
    ),
    Case(
        "a baseline typed as text takes the answer about its column",
        {"Realisasi": Page([["Indikator", "Satuan", "Nilai Awal", "TW I 2025"], [TRAINED, "orang", "1.500", 1700]])},
        results=[(TRAINED, "2025-Q1", None, None, None, 1700)],
        indicators={TRAINED: {"baseline": 1500}},
        stops=["ambiguous_number"],
        answers={"decimal": {"C": ","}},
    ),
    Case(
        "a period that is none is told once, although target and result share its cell",
        {
            "Data": Page(
                [
                    ["Indikator", "Periode", "Target", "Realisasi"],
                    ["IND-1", "TW I 2025", 5, 7],
                    ["IND-1", "TW V 2025", 5, 7],
                ]
            )
        },
        known=["IND-1"],
        stops=["not_a_period"],
        results=None,
    ),
    Case(
        "a day is a day in the whole column, and a month a month",
        {
            "Data": Page(
                [
                    ["Indikator", "Satuan", "Periode", "Target", "Realisasi"],
                    [TRAINED, "orang", datetime(2025, 1, 1), 10, 5],
                    [TRAINED, "orang", datetime(2025, 1, 15), 10, 7],
                ]
            )
        },
        results=[(TRAINED, "2025-01-01", None, None, None, 5), (TRAINED, "2025-01-15", None, None, None, 7)],
        targets=[(TRAINED, "2025-01-01", None, None, None, 10), (TRAINED, "2025-01-15", None, None, None, 10)],
    ),
    Case(
        "a direction that is empty in the only row of Indicators is asked for",
        {
            "Indikator": Page(
                [
                    ["kode", "nama", "tingkat", "satuan", "ukuran", "arah", "antar waktu", "antar unit"],
                    ["I-1", TRAINED, "output", "orang", "number", None, "sum", "sum"],
                ]
            )
        },
        stops=["missing"],
        results=None,
    ),
    Case(
        "a quarter beside its running total counts once",
        {
            "Realisasi": Page(
                [["Indikator", "Satuan", "TW I 2025", "TW II 2025", "s.d. TW II 2025"], [TRAINED, "orang", 8, 22, 30]]
            )
        },
        results=[(TRAINED, "2025-Q1", None, None, None, 8), (TRAINED, "2025-Q2", None, None, None, 22)],
        indicators={TRAINED: {"over_time": "sum"}},
    ),
    Case(
        "both conventions, one a column, each with its own proof",
        {
            "Realisasi": Page(
                [
                    ["Indikator", "Satuan", "TW I 2025", "TW II 2025"],
                    ["Nilai bantuan disalurkan", "rupiah", "Rp 1.250.000,-", "1,250,000.50"],
                    ["Nilai bantuan diterima", "rupiah", "1.234,5", "1,234"],
                    ["Nilai bantuan dibagikan", "rupiah", "1.234", "1,2 jt"],
                ]
            )
        },
        results=[
            ("Nilai bantuan disalurkan", "2025-Q1", None, None, None, 1250000),
            ("Nilai bantuan disalurkan", "2025-Q2", None, None, None, 1250000.5),
            ("Nilai bantuan diterima", "2025-Q1", None, None, None, 1234.5),
            ("Nilai bantuan diterima", "2025-Q2", None, None, None, 1234),
            ("Nilai bantuan dibagikan", "2025-Q1", None, None, None, 1234),
            ("Nilai bantuan dibagikan", "2025-Q2", None, None, None, 1200000),
        ],
        stops=["ambiguous_number"],
        answers={"decimal": {"C": ",", "D": "."}},
    ),
    Case(
        "one ambiguous column asks once and takes the answer",
        {
            "Realisasi": Page(
                [
                    ["Indikator", "Satuan", "Realisasi 2025"],
                    [TRAINED, "orang", "1.234"],
                    [PUMPS, "unit", "2.500"],
                    ["Jumlah kader dilatih", "orang", "12"],
                ]
            )
        },
        results=[
            (TRAINED, "2025", None, None, None, 1234),
            (PUMPS, "2025", None, None, None, 2500),
            ("Jumlah kader dilatih", "2025", None, None, None, 12),
        ],
        stops=["ambiguous_number"],
        answers={"decimal": {"*": ","}},
    ),
    Case(
        "marks, brackets, spaces that do not break, and words of absence",
        {
            "Realisasi 2025": Page(
                [
                    ["Indikator", "Satuan", "TW I", "TW II", "TW III", "TW IV"],
                    ["Laba kelompok usaha", "juta rupiah", "(1,5)", f"1{NBSP}200,25", "belum ada data", "n/a"],
                    [TRAINED, "orang", "nihil", "-", 12, "7 *"],
                ]
            )
        },
        results=[
            ("Laba kelompok usaha", "2025-Q1", None, None, None, -1.5),
            ("Laba kelompok usaha", "2025-Q2", None, None, None, 1200.25),
            ("Laba kelompok usaha", "2025-Q3", None, None, None, None),
            ("Laba kelompok usaha", "2025-Q4", None, None, None, None),
            (TRAINED, "2025-Q1", None, None, None, 0),
            (TRAINED, "2025-Q2", None, None, None, None),
            (TRAINED, "2025-Q3", None, None, None, 12),
            (TRAINED, "2025-Q4", None, None, None, 7),
        ],
        stops=["which_over_time"],
    ),
    Case(
        "yes and no",
        {
            "Realisasi": Page(
                [["Indikator", "Satuan", "2024", "2025"], ["Perda air disahkan", "ya/tidak", "belum", "sudah"]]
            )
        },
        results=[
            ("Perda air disahkan", "2024", None, None, None, None),
            ("Perda air disahkan", "2025", None, None, None, 1),
        ],
        indicators={"Perda air disahkan": {"measure": "yes_no"}},
    ),
    Case(
        "percentages as cells and as points in one table",
        {
            "Realisasi": Page(
                [["Indikator", "Satuan", "Nilai awal", "Target 2025", "Realisasi 2025"], [ACCESS, "%", 40, 60, 0.5]],
                percent=["E2"],
            )
        },
        results=[(ACCESS, "2025", None, None, None, 50)],
        targets=[(ACCESS, "2025", None, None, None, 60)],
    ),
    Case(
        "a quarter without a year anywhere is asked about",
        {"Realisasi": Page([["Indikator", "Satuan", "TW I"], [TRAINED, "orang", 8], [PUMPS, "unit", "x"]])},
        stops=["no_year"],
        results=None,
    ),
    Case(
        "a name near a known one is asked about and takes the known one",
        {"Realisasi": Page([["Indikator", "Satuan", "Realisasi 2025"], ["Indikator Petani Dilatihh", "orang", 8]])},
        results=[("PETANI DILATIH", "2025", None, None, None, 8)],
        stops=["which_over_time", "similar_indicator"],
        known=["PETANI DILATIH"],
    ),
    Case(
        "header printed again on the second page",
        {
            "Realisasi": Page(
                [
                    ["No", "Indikator", "Satuan", "TW I 2025"],
                    [1, TRAINED, "orang", 8],
                    ["No", "Indikator", "Satuan", "TW I 2025"],
                    [2, PUMPS, "unit", 1],
                ]
            )
        },
        results=[(TRAINED, "2025-Q1", None, None, None, 8), (PUMPS, "2025-Q1", None, None, None, 1)],
    ),
    Case(
        "blocks of districts one below the other",
        {
            "Realisasi": Page(
                [
                    ["Indikator", "Satuan", "TW I 2025"],
                    ["Kabupaten Sleman"],
                    [TRAINED, "orang", 8],
                    ["Kabupaten Bantul"],
                    [TRAINED, "orang", 5],
                    ["Total", None, 13],
                ]
            )
        },
        results=[(TRAINED, "2025-Q1", None, "34.04", None, 8), (TRAINED, "2025-Q1", None, "34.02", None, 5)],
    ),
]
