"""What tools give away: forms with figures, DHIS2, pivot tables, matrices with lines, lists of who gives what."""

from datetime import date, datetime

from tests.workbooks.making import Case, Page

META = ["_id", "_uuid", "_submission_time", "__version__", "_index"]
SENT = [447101, "a7-1", "2025-07-03T08:30:00", "vX7", 1]
TRAINED, WELLS = "Jumlah orang dilatih", "Jumlah sumur dibangun"
SLEMAN, BANTUL = "34.04", "34.02"


def _form(*rows):
    return [["start", "end", "today", "Bulan laporan", "Nama lembaga", "Kabupaten", TRAINED, WELLS, "Catatan", *META],
            *([datetime(2025, 7, 1, 9), datetime(2025, 7, 1, 10), "2025-07-01", *row, *SENT]
              for row in rows)]  # fmt: skip


def _quarters(*rows):
    return [(name, f"2025-Q{number}", None, place, None, value)
            for name, place, values in rows for number, value in enumerate(values, 1)]  # fmt: skip


FORMS = [
    Case(
        "a form that reports figures: its running number is no indicator, and its beginning no period",
        {"Laporan": Page(_form(["2025-06", "Yayasan A", "Sleman", 45, 2, "lancar"],
                               ["2025-06", "Yayasan B", "Bantul", 30, None, None],
                               ["2025-07", "Yayasan A", "Sleman", 25, 0, "hujan"]))},
        results=[(TRAINED, "2025-06", "Yayasan A", SLEMAN, None, 45),
                 (TRAINED, "2025-06", "Yayasan B", BANTUL, None, 30),
                 (TRAINED, "2025-07", "Yayasan A", SLEMAN, None, 25), (WELLS, "2025-06", "Yayasan A", SLEMAN, None, 2),
                 (WELLS, "2025-07", "Yayasan A", SLEMAN, None, 0)],
        stops=["header_as_indicator", "header_as_indicator"],
    ),
    Case(
        "a repeat group with an indicator and its figure in each row",
        {"Laporan": Page([["start", "Periode laporan", "Lembaga", "Kabupaten", *META],
                          ["a", "TW I 2025", "Yayasan A", "Sleman", *SENT]]),
         "capaian": Page([["Indikator", "Realisasi", "Satuan", "_index", "_parent_table_name", "_parent_index"],
                          ["Kader dilatih", 14, "orang", 1, "Laporan", 1],
                          ["Sumur dibangun", 3, "unit", 2, "Laporan", 1]])},
        results=[("Kader dilatih", "2025-Q1", "Yayasan A", SLEMAN, None, 14),
                 ("Sumur dibangun", "2025-Q1", "Yayasan A", SLEMAN, None, 3)],
    ),
    Case(
        "ODK Central with its keys and a repeat group of activities",
        {"Form": Page([["SubmissionDate", "start", "meta-instanceID", "g-organisasi", "g-kabupaten", "KEY"],
                       ["2025-06-02", "a", "uuid:1", "Yayasan A", "Sleman", "uuid:1"],
                       ["2025-06-03", "b", "uuid:2", "Yayasan B", "Bantul", "uuid:2"]]),
         "Form-kegiatan": Page([["nama_kegiatan", "tanggal_kegiatan", "jumlah_peserta", "PARENT_KEY", "KEY"],
                                ["Pelatihan kader", date(2025, 5, 12), 25, "uuid:1", "uuid:1/k[1]"],
                                ["Pemicuan STBM", date(2025, 5, 22), 41, "uuid:2", "uuid:2/k[1]"]])},
        activities=2,
    ),
    Case(
        "an online form: the moment of sending is no answer, however many words it has",
        {"Form": Page([["Timestamp", "Apa yang sudah baik dari kegiatan ini?", "Asal kabupaten"],
                       ["2025/06/10 8:15:22 AM GMT+7", "Fasilitator sabar", "Bantul"],
                       ["2025/06/10 24:00:00", "Snack enak", "Sleman"]])},
        stops=["which_voice"], feedback=2,
    ),
    Case(
        "the words for where a complaint stands",
        {"Log aduan": Page([["Tgl masuk", "Desa", "Isi aduan", "Status"],
                            [date(2025, 3, 3), "Bantul", "Pompa rusak tiga hari", "ditindaklanjuti"],
                            [date(2025, 3, 5), "Bantul", "Jadwal bentrok panen", "belum ditindaklanjuti"],
                            [date(2025, 3, 9), "Sleman", "Bantuan belum sampai", "sudah direspon"]])},
        feedback=3,
    ),
]  # fmt: skip

SYSTEMS = [
    Case(
        "DHIS2 calls its indicators Data",
        {"data": Page([["Data", "Period", "Organisation unit", "Value"],
                       ["ANC 1st visit", "January 2025", "Sleman", 42],
                       ["ANC 1st visit", "February 2025", "Sleman", 38],
                       ["ANC 1st visit", "January 2025", "Bantul", 61]])},
        results=[("ANC 1st visit", "2025-01", None, SLEMAN, None, 42),
                 ("ANC 1st visit", "2025-02", None, SLEMAN, None, 38),
                 ("ANC 1st visit", "2025-01", None, BANTUL, None, 61)],
        stops=["which_over_time", "which_what"],
    ),
    Case(
        "DHIS2 with identifiers beside the names, and its figures called Total",
        {"data": Page([["dataid", "dataname", "periodid", "periodname", "organisationunitid", "organisationunitname",
                        "Total"],
                       ["fbfJ", "ANC 1st visit", "202501", "January 2025", "O6uv", "Sleman", 310],
                       ["fbfJ", "ANC 1st visit", "202501", "January 2025", "fdc6", "Bantul", 255]])},
        results=[("ANC 1st visit", "2025-01", None, SLEMAN, None, 310),
                 ("ANC 1st visit", "2025-01", None, BANTUL, None, 255)],
        stops=["which_over_time", "which_what"],
    ),
    Case(
        "a programme's number beside every indicator is no code of theirs; a quarter with its months",
        {"IPTT": Page([[None, None, "Q1 (Jan - Mar 2025)", None, "Q2 (Apr - Jun 2025)", None],
                       ["Program ID", "Indicator", "Target", "Actual", "Target", "Actual"],
                       ["12", "Number of farmers trained", 100, 90, 120, 120],
                       ["12", "Number of seed banks established", 4, 3, 5, 4]], merged=["C1:D1", "E1:F1"])},
        targets=_quarters(("Number of farmers trained", None, (100, 120)),
                          ("Number of seed banks established", None, (4, 5))),
        results=_quarters(("Number of farmers trained", None, (90, 120)),
                          ("Number of seed banks established", None, (3, 4))),
    ),
    Case(
        "quarters as Power BI writes them, with a year of a numbered step",
        {"Export": Page([["Year", "2025"], [], ["Indicator", "Quarter", "Sum of Target", "Sum of Actual"],
                         ["Children enrolled", "Qtr 1", 200, 180], ["Children enrolled", "Qtr 2", 220, 210]])},
        targets=_quarters(("Children enrolled", None, (200, 220))),
        results=_quarters(("Children enrolled", None, (180, 210))),
        stops=["which_over_time"],
    ),
]  # fmt: skip

PIVOTS = [
    Case(
        "a pivot of indicators and months",
        {"Sheet4": Page([["Sum of Realisasi", "Column Labels"], ["Row Labels", "Jan 2025", "Feb 2025", "Grand Total"],
                         ["Orang dilatih", 40, 35, 75], ["Paket dibagikan", 110, None, 110],
                         ["Grand Total", 150, 35, 185]])},
        results=[("Orang dilatih", "2025-01", None, None, None, 40), ("Orang dilatih", "2025-02", None, None, None, 35),
                 ("Paket dibagikan", "2025-01", None, None, None, 110)],
    ),
    Case(
        "a pivot with places over indicators in one column: the places are sums",
        {"Sheet2": Page([["Jumlah dari Realisasi", "Label Kolom"],
                         ["Label Baris", "TW I 2025", "TW II 2025", "Total Keseluruhan"],
                         ["Bantul", 58, 76, 134], ["Jamban dibangun", 18, 22, 40], ["Tukang dilatih", 40, 54, 94],
                         ["Sleman", 35, 42, 77], ["Jamban dibangun", 15, 12, 27], ["Tukang dilatih", 20, 30, 50],
                         ["Total Keseluruhan", 93, 118, 211]])},
        results=_quarters(("Jamban dibangun", BANTUL, (18, 22)), ("Tukang dilatih", BANTUL, (40, 54)),
                          ("Jamban dibangun", SLEMAN, (15, 12)), ("Tukang dilatih", SLEMAN, (20, 30))),
    ),
    Case(
        "a pivot with indicators over places, and without a grand total",
        {"Pivot": Page([["Sum of Actual"], ["Row Labels", "2025Q1", "2025Q2"],
                        ["Wells built", 933, 951], ["Bantul", 500, 512], ["Sleman", 433, 439],
                        ["Cadres trained", 610, 604], ["Bantul", 330, 325], ["Sleman", 280, 279]])},
        results=_quarters(("Wells built", BANTUL, (500, 512)), ("Wells built", SLEMAN, (433, 439)),
                          ("Cadres trained", BANTUL, (330, 325)), ("Cadres trained", SLEMAN, (280, 279))),
    ),
    Case(
        "a pivot with years over indicators, decimal commas in a text file",
        {"csv": Page([["Label Baris", "Jumlah dari Target", "Jumlah dari Realisasi"],
                      ["2024", "1200,5", "1100,25"], ["Panen dibagikan", "1000,5", "900,25"],
                      ["Benih dibagikan", "200", "200"],
                      ["2025", "1310", "1290,75"], ["Panen dibagikan", "1100", "1080,75"],
                      ["Benih dibagikan", "210", "210"], ["Total Keseluruhan", "2510,5", "2391"]])},
        targets=[("Panen dibagikan", "2024", None, None, None, 1000.5),
                 ("Benih dibagikan", "2024", None, None, None, 200),
                 ("Panen dibagikan", "2025", None, None, None, 1100),
                 ("Benih dibagikan", "2025", None, None, None, 210)],
        results=[("Panen dibagikan", "2024", None, None, None, 900.25),
                 ("Benih dibagikan", "2024", None, None, None, 200),
                 ("Panen dibagikan", "2025", None, None, None, 1080.75),
                 ("Benih dibagikan", "2025", None, None, None, 210)],
        form="csv-semicolon",
    ),
    Case(
        "a pivot with a column for each kind of label, each label once, and a total below each",
        {"P": Page([["Tahun", "2025"], [], ["Kabupaten", "Indikator", "Sum of Target", "Sum of Realisasi"],
                    ["Bantul", "Kader dilatih", 30, 20], [None, "Sumur dibangun", 4, 2], ["Bantul Total", None, 34, 22],
                    ["Sleman", "Kader dilatih", 11, 9], ["Sleman Total", None, 11, 9], ["Grand Total", None, 45, 31]])},
        targets=[("Kader dilatih", "2025", None, BANTUL, None, 30), ("Sumur dibangun", "2025", None, BANTUL, None, 4),
                 ("Kader dilatih", "2025", None, SLEMAN, None, 11)],
        results=[("Kader dilatih", "2025", None, BANTUL, None, 20), ("Sumur dibangun", "2025", None, BANTUL, None, 2),
                 ("Kader dilatih", "2025", None, SLEMAN, None, 9)],
    ),
    Case(
        "`Bantul Total` is no place beside Bantul, also in a table that no tool has made",
        {"P": Page([["Kabupaten", "Indikator", "Target 2025"], ["Bantul", "Kader dilatih", 30],
                    ["Bantul", "Sumur dibangun", 4], ["Bantul Total", None, 34]])},
        targets=[("Kader dilatih", "2025", None, BANTUL, None, 30), ("Sumur dibangun", "2025", None, BANTUL, None, 4)],
    ),
    Case(
        "a pivot of averages: nothing tells which lines are those of others",
        {"Pivot": Page([["Average of Actual"], ["Row Labels", "2025Q1", "2025Q2"],
                        ["Bantul", 3, 4], ["Skor A", 2, 3], ["Skor B", 4, 5],
                        ["Sleman", 2, 2], ["Skor A", 1, 1], ["Skor B", 3, 3], ["Grand Total", 2.5, 3]])},
        results=None, stops=["no_known_sheet"],
    ),
]  # fmt: skip

MATRICES = [
    Case(
        "several indicators in a cell, a line each, with their figures beside",
        {"Logframe": Page([["Results chain", "Indicators", "Unit", "Baseline", "Target 2026", "Means of verification"],
                           ["Safe water", "1. % of households using safe water\n2. Number of villages\nfree of waste",
                            "%\nvillages", "1. 41%\n2. 3", "1. 70%\n2. 15", "Survey"],
                           ["Points built", "Number of water points built\nNumber of people trained",
                            "points\npeople", "0\n12", "40\n200", "Reports"]])},
        targets=[("% of households using safe water", "2026", None, None, None, 70),
                 ("Number of villages free of waste", "2026", None, None, None, 15),
                 ("Number of water points built", "2026", None, None, None, 40),
                 ("Number of people trained", "2026", None, None, None, 200)],
        indicators={"Number of people trained": {"baseline": 12, "unit": "people"},
                    "Number of villages free of waste": {"baseline": 3, "unit": "villages"}},
        stops=["which_over_time"],
    ),
    Case(
        "two indicators and three figures: nobody can tell which is whose",
        {"Logframe": Page([["Indikator", "Satuan", "Target 2026"],
                           ["Jamban dibangun\nTukang dilatih", "unit", "10\n20\n30"]])},
        results=None, stops=["not_a_number"],
    ),
    Case(
        "the first milestone is none of January",
        {"Logframe": Page([["Indicator", "Unit", "Milestone 1 (2024)", "Milestone 2 (2025)"],
                           ["Teachers trained", "people", 50, 120]])},
        targets=[("Teachers trained", "2024", None, None, None, 50),
                 ("Teachers trained", "2025", None, None, None, 120)],
    ),
    Case(
        "24:00 is a time, and no figure of one",
        {"Data": Page([["Indikator", "Satuan", "Realisasi TW I 2025"], ["Waktu tanggap", "jam", 1.0]],
                      formats={"C2": "[h]:mm"})},
        results=None, stops=["not_a_number"],
    ),
]  # fmt: skip

LISTS = [
    Case(
        "sources of funds with what they promised and gave",
        {"Pendanaan": Page([["REKAP PENDANAAN FORUM TAHUN 2025"], [],
                            ["No", "Sumber dana", "Bentuk", "Nilai komitmen (Rp)", "Realisasi (Rp)"],
                            [1, "PT Sumber Air", "Dana", 250_000_000, 200_000_000],
                            [2, "Yayasan A", "Barang (pipa)", 40_000_000, 0],
                            [None, "Jumlah", None, 290_000_000, 200_000_000]])},
        contributions=[("PT Sumber Air", "2025", "money", 250_000_000, 200_000_000, "IDR")],
        results=None, stops=["not_an_answer", "which_column", "which_column", "which_column"],
    ),
    Case(
        "a column for each kind of contribution",
        {"Contributions": Page([["Donor", "Year", "Cash (USD)", "In kind (USD)"],
                                ["CARE", 2025, 12_000, 3_500], ["Plan", 2025, None, 800]])},
        contributions=[("CARE", "2025", "money", None, 12_000, "USD"), ("CARE", "2025", "goods", None, 3_500, "USD"),
                       ("Plan", "2025", "goods", None, 800, "USD")],
        stops=["which_column"],
    ),
    Case(
        "what was promised, where somebody says that it was not given yet",
        {"Contributions": Page([["Donor", "Year", "Cash (USD)"], ["CARE", 2025, 12_000]])},
        contributions=[("CARE", "2025", "money", 12_000, None, "USD")],
        stops=["which_column"], answers={"column": {"delivered": "none"}},
    ),
    Case(
        "the template's columns for contributions under their own names, with a row of totals",
        {"Kontribusi": Page([["Mitra", "Tahun", "Bentuk", "Komitmen", "Realisasi", "Mata uang"],
                             ["CARE", 2024, "Dana", 100, 90, "USD"], ["CARE", 2025, "Barang", 200, None, "USD"],
                             ["TOTAL", None, None, 300, 90, None]])},
        contributions=[("CARE", "2024", "money", 100, 90, "USD"), ("CARE", "2025", "goods", 200, None, "USD")],
    ),
    Case(
        "twelve of Tenaga are days, and no money",
        {"Kontribusi": Page([["Mitra", "Tahun", "Tenaga (hari)"], ["CARE", 2025, 12], ["Plan", 2025, 5]])},
        results=[("Tenaga (hari)", "2025", "CARE", None, None, 12), ("Tenaga (hari)", "2025", "Plan", None, None, 5)],
        stops=["header_as_indicator"],
    ),
    Case(
        "a list of what was handed out names no partners of a kind",
        {"Barang": Page([["Nama Lembaga", "Jenis", "Jumlah", "Satuan"], ["CARE", "Tenda", 12, "unit"],
                         ["Plan", "Selimut", 500, "lembar"]])},
        results=None, stops=["no_known_sheet"],
    ),
    Case(
        "millions of rupiah are not taken for rupiah",
        {"Data": Page([["PENDANAAN 2025 (dalam juta rupiah)"], ["Sumber dana", "Bentuk", "Nilai komitmen"],
                       ["PT Sumber Air", "Dana", 250]])},
        results=None, stops=["no_known_sheet"],
    ),
    Case(
        "a directory of partners without codes",
        {"Direktori": Page([["DIREKTORI MITRA"], [],
                            ["No", "Nama Lembaga", "Jenis Lembaga", "Nomor MoU", "Berlaku s.d."],
                            [1, "Rumah Zakat", "LSM", "001/MoU", date(2026, 12, 31)],
                            [2, "SMA 1 Temon", "Sekolah", None, None], [3, "Radio Suara", "Media massa", None, None]])},
        partners=[("Rumah Zakat", "ngo"), ("SMA 1 Temon", "education"), ("Radio Suara", "media")],
    ),
]  # fmt: skip

CASES = [*FORMS, *SYSTEMS, *PIVOTS, *MATRICES, *LISTS]
