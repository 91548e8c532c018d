"""What headers say of the period, the kind and the scale of their figures, beside a title that says something else."""

from tests.workbooks.making import Case, Page

TRAINED, READY = "Petani dilatih", "Kader dilatih"
HEADER = ["No", "Indikator", "Satuan"]


def one(name, *columns, title=None, sheet="Data", **given):
    """A table of one indicator: (header, figure) of each column."""
    rows = [[title], []] if title else []
    rows += [[*HEADER, *(header for header, _ in columns)], [1, TRAINED, "orang", *(figure for _, figure in columns)]]
    return Case(name, {sheet: Page(rows)}, **given)


def figures(*periods):
    return [(TRAINED, period, None, None, None, value) for period, value in periods]


CASES = [
    one(
        "the years in the headers, below the title of a month",
        ("Realisasi 2023", 80),
        ("Target 2024", 100),
        title="Laporan Bulan Maret 2024",
        results=figures(("2023", 80)),
        targets=figures(("2024", 100)),
    ),
    one(
        "the years in the headers, in a sheet called by a month",
        ("Target 2025", 80),
        ("Realisasi 2024", 100),
        sheet="Des 2024",
        results=figures(("2024", 100)),
        targets=figures(("2025", 80)),
    ),
    one(
        "the years in the headers, in a file called by a quarter",
        ("Target 2024", 100),
        ("Realisasi 2024", 80),
        file_name="laporan TW III 2024",
        results=figures(("2024", 80)),
        targets=figures(("2024", 100)),
    ),
    one(
        "the target of a year beside the result of the title's quarter",
        ("Target 2024", 100),
        ("Realisasi", 20),
        title="LAPORAN TRIWULAN II TAHUN 2024",
        results=figures(("2024-Q2", 20)),
        targets=figures(("2024", 100)),
        stops=["which_over_time"],
    ),
    Case(
        "the target of a year again in the row of each quarter counts once",
        {
            "Data": Page(
                [
                    ["Indikator", "Periode", "Satuan", "Target 2024", "Realisasi"],
                    [TRAINED, "TW I 2024", "orang", 100, 20],
                    [TRAINED, "TW II 2024", "orang", 100, 30],
                ]
            )
        },
        results=figures(("2024-Q1", 20), ("2024-Q2", 30)),
        targets=figures(("2024", 100)),
        stops=["which_over_time"],
    ),
    one(
        "the month before that of the title, and this one",
        ("Target 2024", 100),
        ("Realisasi bulan lalu", 20),
        ("Realisasi bulan ini", 30),
        title="Laporan Bulan Maret 2024",
        results=figures(("2024-02", 20), ("2024-03", 30)),
        targets=figures(("2024", 100)),
        stops=["which_over_time"],
    ),
    Case(
        "the period before that of a day: nobody says how long it is",
        {"Data": Page([["Indikator", "Satuan", "Periode", "Realisasi periode lalu", "Realisasi periode ini"],
                       [TRAINED, "orang", "31/03/2025", 20, 30]])},
        results=None,
        stops=["no_period"],
    ),
    one(
        "the month before January is December of the year before",
        ("Actual last month", 20),
        title="Report January 2024",
        results=figures(("2023-12", 20)),
    ),
    one(
        "the year before and the year to come",
        ("Target", 100),
        ("Realisasi", 90),
        ("Realisasi tahun lalu", 80),
        ("Target tahun depan", 120),
        title="Laporan Tahun 2024",
        results=figures(("2023", 80), ("2024", 90)),
        targets=figures(("2024", 100), ("2025", 120)),
    ),
    Case(
        "two tables side by side with a gap",
        {
            "Data": Page(
                [
                    ["Indikator", "Satuan", "Realisasi 2023", None, "Indikator", "Satuan", "Realisasi 2024"],
                    [TRAINED, "orang", 1, None, READY, "orang", 2],
                ]
            )
        },
        results=[(READY, "2024", None, None, None, 2), (TRAINED, "2023", None, None, None, 1)],
        cells={(READY, "2024"): "G2"},
    ),
    Case(
        "two tables side by side without a gap, each with its places",
        {
            "Data": Page(
                [
                    ["Kabupaten", "Indikator", "Realisasi 2023", "Kabupaten", "Indikator", "Realisasi 2024"],
                    ["Sleman", TRAINED, 1, "Bantul", READY, 2],
                ]
            )
        },
        results=[(READY, "2024", None, "34.02", None, 2), (TRAINED, "2023", None, "34.04", None, 1)],
    ),
    Case(
        "kinds typed over the middle of their columns, not merged",
        {
            "Data": Page(
                [
                    ["Indikator", "Satuan", None, "Target", None, None, "Realisasi"],
                    [None, None, 2022, 2023, 2024, 2022, 2023, 2024],
                    [TRAINED, "orang", 10, 20, 30, 9, 19, 29],
                ]
            )
        },
        results=figures(("2022", 9), ("2023", 19), ("2024", 29)),
        targets=figures(("2022", 10), ("2023", 20), ("2024", 30)),
    ),
    Case(
        "a header that counts in thousands",
        {
            "Data": Page(
                [["No", "Indikator", "Target 2024 (orang)", "Realisasi 2024 (ribu orang)"], [1, TRAINED, 1500, 1.2]]
            )
        },
        results=figures(("2024", 1200)),
        targets=figures(("2024", 1500)),
        stops=["which_scale"],
    ),
    Case(
        "a title that counts in thousands, beside a percentage and a unit that says it itself",
        {
            "Data": Page(
                [
                    ["Data tahun 2024 (dalam ribuan)"],
                    [*HEADER, "Realisasi"],
                    [1, TRAINED, "orang", "1,1"],
                    [2, "Cakupan air bersih", "%", 80],
                    [3, "Warga terlayani", "ribu orang", 4],
                ]
            )
        },
        results=[
            ("Cakupan air bersih", "2024", None, None, None, 80),
            (TRAINED, "2024", None, None, None, 1100),
            ("Warga terlayani", "2024", None, None, None, 4),
        ],
        stops=["which_over_time", "which_scale"],
    ),
    one(
        "a scale that somebody does not want",
        ("Realisasi 2024 (ribu)", 1.2),
        results=figures(("2024", 1.2)),
        stops=["which_scale"],
        answers={"scale": {"D": "as_is"}},
    ),
    Case(
        "months first in headers of dates",
        {"csv": Page([["Indicator", "Unit", "1/1/2024", "2/1/2024"], [TRAINED, "people", 10, 12]])},
        results=figures(("2024-01", 10), ("2024-02", 12)),
        stops=["which_date_order", "which_what", "which_what"],
        form="csv",
    ),
    Case(
        "months first, as the end of January proves",
        {"csv": Page([["Indicator", "Unit", "1/31/2024", "2/29/2024"], [TRAINED, "people", 10, 12]])},
        results=figures(("2024-01", 10), ("2024-02", 12)),
        stops=["which_what", "which_what"],
        form="csv",
    ),
    one(
        "the day of printing is no period",
        ("Realisasi", 20),
        title="Dicetak: 12 Januari 2025",
        results=None,
        stops=["no_period"],
    ),
    one(
        "the year of a regulation is no period",
        ("TW I", 20),
        ("TW II", 30),
        sheet="Realisasi",
        title="Lampiran Peraturan Bupati Nomor 12 Tahun 2019",
        results=None,
        stops=["no_year", "no_year"],
    ),
    Case(
        "a percentage shows the decimal point, and people are whole",
        {
            "Data": Page(
                [
                    ["Indikator", "Satuan", "Realisasi 2024"],
                    ["Cakupan", "%", "85.5"],
                    [TRAINED, "orang", "1.234"],
                ]
            )
        },
        results=[("Cakupan", "2024", None, None, None, 85.5), (TRAINED, "2024", None, None, None, 1234)],
        stops=["which_whole"],
    ),
    Case(
        "sections behind a number in a column of its own",
        {
            "Data": Page(
                [
                    [*HEADER, "Realisasi 2024"],
                    ["I", "OUTCOME 1: Akses meningkat"],
                    [1, TRAINED, "orang", 100],
                    ["II", "Output 1.1 Pelatihan"],
                    [2, READY, "orang", 20],
                ]
            )
        },
        results=[(READY, "2024", None, None, None, 20), (TRAINED, "2024", None, None, None, 100)],
        indicators={TRAINED: {"level": "outcome"}, READY: {"level": "output"}},
    ),
    Case(
        "figures below Sasaran are asked about",
        {"Data": Page([["Indikator", "Satuan", "Sasaran", "Capaian", "Tahun"], [TRAINED, "orang", 100, 90, 2024]])},
        results=figures(("2024", 90)),
        targets=figures(("2024", 100)),
        stops=["share_or_figure", "which_what"],
    ),
    one(
        "columns that nobody knows, with a year",
        ("Kesepakatan 2024", 100),
        ("Pelaksanaan 2024", 90),
        results=figures(("2024", 90)),
        targets=figures(("2024", 100)),
        stops=["which_what", "which_what"],
    ),
    one(
        "headers with footnotes, line breaks, short years and days",
        ("2023*", 1),
        ("Reali-\nsasi TW I\n2024", 2),
        ("Realisasi Apr-Jun 24", 3),
        ("Realisasi 1 Juli - 30 September 2024", 4),
        ("2024M10", 5),
        sheet="Realisasi",
        results=figures(("2023", 1), ("2024-Q1", 2), ("2024-Q2", 3), ("2024-Q3", 4), ("2024-10", 5)),
        stops=["which_over_time"],
    ),
    one(
        "a month with two digits may be of a year, or a day",
        ("Agustus 24", 54),
        sheet="Realisasi",
        results=figures(("2024-08", 54)),
        stops=["which_period"],
    ),
    one(
        "school years stop with a question",
        ("2023/24", 10),
        sheet="Realisasi",
        results=figures(("2023", 10)),
        stops=["which_fiscal_year"],
    ),
    one(
        "a week of a month is not the year",
        ("Realisasi TW I 2024", 9),
        ("Realisasi Minggu 1 Jan 2024", 10),
        results=figures(("2024-Q1", 9)),
        stops=["which_week"],
        answers={"period": {"E": "none"}},
    ),
    one(
        "I to IV below a title of quarters",
        ("I", 1),
        ("II", 2),
        ("III", 3),
        ("IV", 4),
        title="Realisasi per triwulan tahun 2024",
        results=figures(("2024-Q1", 1), ("2024-Q2", 2), ("2024-Q3", 3), ("2024-Q4", 4)),
        stops=["which_period"] * 4,
    ),
    Case(
        "months by number beside a year",
        {
            "Data": Page(
                [
                    ["Tahun", "Bulan", "Indikator", "Satuan", "Realisasi"],
                    [2024, 1, TRAINED, "orang", 90],
                    ["2024", "12", TRAINED, "orang", 80],
                ]
            )
        },
        results=figures(("2024-01", 90), ("2024-12", 80)),
    ),
    one(
        "the target before and after the change of the plan",
        ("Target 2024 (semula)", 100),
        ("Target 2024 (menjadi)", 80),
        ("Realisasi 2024", 90),
        results=figures(("2024", 90)),
        targets=figures(("2024", 80)),
        stops=["which_version"],
    ),
    Case(
        "a hidden column of figures is asked about",
        {
            "Data": Page(
                [[*HEADER, "Realisasi TW I 2024", "Realisasi TW II 2024"], [1, TRAINED, "orang", 100, 5]], hidden=["D"]
            )
        },
        results=figures(("2024-Q2", 5)),
        stops=["hidden_figures"],
    ),
    Case(
        "a hidden column of figures that somebody wants read",
        {
            "Data": Page(
                [[*HEADER, "Realisasi TW I 2024", "Realisasi TW II 2024"], [1, TRAINED, "orang", 100, 5]], hidden=["D"]
            )
        },
        results=figures(("2024-Q1", 100), ("2024-Q2", 5)),
        stops=["hidden_figures"],
        answers={"hidden": {"D": "read"}},
    ),
    one(
        "a running total in the title, without its steps, with all proposals accepted",
        ("Target", 100),
        ("Realisasi", 60),
        title="Realisasi s.d. TW II Tahun 2024",
        results=figures(("2024-S1", 60)),
        targets=figures(("2024-S1", 100)),
        stops=["which_over_time"],
    ),
    one(
        "fewer are to be trained, and yet more are better",
        ("Target 2024", 10),
        ("Target 2025", 8),
        targets=figures(("2024", 10), ("2025", 8)),
        stops=["which_direction"],
        indicators={TRAINED: {"direction": "up"}},
    ),
]
