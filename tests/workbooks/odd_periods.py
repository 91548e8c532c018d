"""Tables whose periods are none of ours (years over two years, weeks, four months), and lists with a column `nilai`."""

from tests.workbooks.making import Case, Page

TRAINED, PASSED, WEIGHED = "Petani dilatih", "Siswa lulus", "Balita ditimbang"

_SCHOOL_YEARS = Page(
    [
        ["Indikator", "Satuan", "Target 2023/2024", "Realisasi 2023/2024", "Target 2024/2025", "Realisasi 2024/2025"],
        [PASSED, "orang", 30, 20, 40, 33],
    ]
)
_FINANCIAL_YEARS = Page(
    [
        ["Tahun anggaran Oktober–September"],
        ["Indikator", "Satuan", "Periode", "Target", "Realisasi"],
        [TRAINED, "orang", "TA 2023/2024", 100, 90],
        [TRAINED, "orang", "TA 2024/2025", 120, 80],
    ]
)
_LIST = [["Indikator", "Satuan", "Tahun", "Nilai"], [TRAINED, "orang", 2024, 10], [PASSED, "orang", 2024, 12]]

CASES = [
    Case(
        "school years in the header are asked about once, and begin in the year proposed",
        {"Data": _SCHOOL_YEARS},
        results=[(PASSED, "2023", None, None, None, 20), (PASSED, "2024", None, None, None, 33)],
        targets=[(PASSED, "2023", None, None, None, 30), (PASSED, "2024", None, None, None, 40)],
        stops=["which_fiscal_year"],
        cells={(PASSED, "2024"): "F2"},
    ),
    Case(
        "somebody says that a school year is that of its end",
        {"Data": _SCHOOL_YEARS},
        results=[(PASSED, "2024", None, None, None, 20), (PASSED, "2025", None, None, None, 33)],
        targets=[(PASSED, "2024", None, None, None, 30), (PASSED, "2025", None, None, None, 40)],
        stops=["which_fiscal_year"],
        answers={"fiscal_year": {"*": "end"}},
    ),
    Case(
        "financial years from October stand in the rows, and are mostly of the year in which they end",
        {"Data": _FINANCIAL_YEARS},
        results=[(TRAINED, "2024", None, None, None, 90), (TRAINED, "2025", None, None, None, 80)],
        targets=[(TRAINED, "2024", None, None, None, 100), (TRAINED, "2025", None, None, None, 120)],
        stops=["which_fiscal_year"],
    ),
    Case(
        "quarters below a year over two years are asked one by one: of which month it begins nobody has said",
        {
            "Data": Page(
                [
                    ["Indikator", "Satuan", "2024/2025", None],
                    [None, None, "TW I", "TW II"],
                    [TRAINED, "orang", 10, 20],
                ],
                merged=["A1:A2", "B1:B2", "C1:D1"],
            )
        },
        results=[(TRAINED, "2024-Q3", None, None, None, 10), (TRAINED, "2024-Q4", None, None, None, 20)],
        stops=["which_period", "which_period"],
        answers={"period": {"C": "TW III 2024", "D": "TW IV 2024"}, "what": {"*": "result"}},
    ),
    Case(
        "weeks in the header are read as their last day where somebody agrees, and count in its month",
        {"Data": Page([["Indikator", "Satuan", "W12 2025", "W14 2025"], [WEIGHED, "orang", 100, 90]])},
        results=[(WEIGHED, "2025-03-23", None, None, None, 100), (WEIGHED, "2025-04-06", None, None, None, 90)],
        stops=["which_week", "which_week", "which_over_time"],
    ),
    Case(
        "weeks in the rows are no period",
        {"Data": Page([["Indikator", "Satuan", "Periode", "Realisasi"], [TRAINED, "orang", "Minggu ke-3 2025", 7]])},
        results=None,
        stops=["period_is_week"],
    ),
    Case(
        "four months are a period of nobody's, and their last month only where somebody says it",
        {"Data": Page([["Indikator", "Satuan", "Realisasi Caturwulan I 2025"], [TRAINED, "orang", 100]])},
        results=[(TRAINED, "2025-04", None, None, None, 100)],
        stops=["which_four_months"],
        answers={"period": {"C": "2025-04"}},
    ),
    Case(
        "a list whose only figures stand below Nilai",
        {"csv": Page(_LIST)},
        form="csv-semicolon",
        results=[(TRAINED, "2024", None, None, None, 10), (PASSED, "2024", None, None, None, 12)],
        stops=["which_what"],
    ),
    Case(
        "a list of known indicators with a column value holds targets where somebody says so",
        {"csv": Page([["indicator", "period", "value"], ["IND-1", "2025-Q1", 10], ["IND-1", "2025-Q2", 12]])},
        form="csv",
        targets=[("IND-1", "2025-Q1", None, None, None, 10), ("IND-1", "2025-Q2", None, None, None, 12)],
        stops=["which_what"],
        file_name="kiriman",
        answers={"what": {"*": "target"}},
        known=["IND-1"],
    ),
    Case(
        "days beside places are when the figures are of, and no indicator",
        {
            "csv": Page(
                [["tanggal", "lokasi", "Jamban dibangun"], ["31/01/2024", "Kab. Bantul", 10],
                 ["29/02/2024", "Kab. Sleman", 12]]
            )
        },
        form="csv",
        results=[
            ("Jamban dibangun", "2024-01-31", None, "34.02", None, 10),
            ("Jamban dibangun", "2024-02-29", None, "34.04", None, 12),
        ],
        stops=["header_as_indicator"],
    ),
    Case(
        "semesters of a school year",
        {"Data": Page([["Indikator", "Satuan", "Realisasi Semester Ganjil 2024/2025",
                        "Realisasi Semester Genap TA 2024/2025"], ["Siswa ikut kelas baca", "orang", 90, 100]])},
        results=[("Siswa ikut kelas baca", "2024-S2", None, None, None, 90),
                 ("Siswa ikut kelas baca", "2025-S1", None, None, None, 100)],
        stops=["which_over_time"],
    ),
    Case(
        "the semester of a school year in the title",
        {"Data": Page([["Laporan Semester Genap Tahun Ajaran 2024/2025"],
                       ["Indikator", "Satuan", "Target", "Realisasi"],
                       ["Guru dilatih", "orang", 20, 15]])},
        results=[("Guru dilatih", "2025-S1", None, None, None, 15)],
        targets=[("Guru dilatih", "2025-S1", None, None, None, 20)],
    ),
    *(Case(f"weeks of the {what} in the title", {"Data": Page([[title], ["Indikator", "Satuan", *weeks],
                                                               ["Paket dibagikan", "paket", 40, 50]])},
           results=[("Paket dibagikan", days[at], None, None, None, 40 + 10 * at) for at in range(2)],
           stops=["which_week"] * 2)
      for what, title, weeks, days in (
          ("month", "Laporan Mingguan Juni 2025", ("Minggu ke-1", "Minggu ke-3"), ("2025-06-07", "2025-06-21")),
          ("year", "Realisasi 2025", ("W21", "W23"), ("2025-05-25", "2025-06-08")))),
]  # fmt: skip
