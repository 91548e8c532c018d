"""Tables with one row per figure, whose headers are not the template's."""

from datetime import datetime

from tests.workbooks.making import Case, Failing, Page

TRAINED, PUMPS = "Jumlah petani dilatih", "Jumlah pompa dibangun"

CASES = [
    Case(
        "target and result beside each other in every row",
        {
            "Data": Page(
                [
                    ["Nama Indikator", "Satuan", "Triwulan", "Tahun", "Kabupaten", "Target", "Realisasi", "Keterangan"],
                    [TRAINED, "orang", "I", 2025, "Sleman", 10, 8, "hujan"],
                    [TRAINED, "orang", "II", 2025, "Sleman", 20, 22, None],
                ]
            )
        },
        results=[(TRAINED, "2025-Q1", None, "34.04", None, 8), (TRAINED, "2025-Q2", None, "34.04", None, 22)],
        targets=[(TRAINED, "2025-Q1", None, "34.04", None, 10), (TRAINED, "2025-Q2", None, "34.04", None, 20)],
        cells={(TRAINED, "2025-Q2"): "G3"},
    ),
    Case(
        "year and month in two columns, indicators known by their code",
        {
            "Laporan": Page(
                [["Kode", "Bulan", "Tahun", "Realisasi"], ["A-1", "Januari", 2025, 5], ["A-1", "Februari", 2025, 6]]
            )
        },
        results=[("A-1", "2025-01", None, None, None, 5), ("A-1", "2025-02", None, None, None, 6)],
        known=["A-1"],
    ),
    Case(
        "women and men as columns of a long table",
        {
            "Peserta": Page(
                [
                    ["Indikator", "Satuan", "Periode", "Desa", "Laki-laki", "Perempuan", "Total"],
                    [TRAINED, "orang", "TW I 2025", "Desa Sukamaju", 3, 5, 8],
                    [TRAINED, "orang", "TW I 2025", "Desa Sukamakmur", 1, 2, 3],
                    ["Total", None, None, None, 4, 7, 11],
                ]
            )
        },
        results=[
            (TRAINED, "2025-Q1", None, "Desa Sukamaju", "sex=m", 3),
            (TRAINED, "2025-Q1", None, "Desa Sukamaju", "sex=f", 5),
            (TRAINED, "2025-Q1", None, "Desa Sukamakmur", "sex=m", 1),
            (TRAINED, "2025-Q1", None, "Desa Sukamakmur", "sex=f", 2),
        ],
        stops=["which_what", "which_what"],
    ),
    Case(
        "the template's sheet with a synonym, a column more and another order",
        {
            "Realisasi TW III": Page(
                [
                    ["Laporan Forum"],
                    [],
                    ["jumlah", "warna", "kode indikator", "triwulan", "lembaga"],
                    [5, "biru", "A-1", "TW III 2025", "YTR"],
                ]
            )
        },
        results=[("A-1", "2025-Q3", "YTR", None, None, 5)],
        known=["A-1"],
        cells={("A-1", "2025-Q3"): "A4"},
    ),
    Case(
        "numerator and denominator of a share as columns below each year",
        {
            "Rasio": Page(
                [
                    ["Indikator", "Satuan", "Realisasi 2024", None, "Realisasi 2025", None],
                    [None, None, "Pembilang", "Penyebut", "Pembilang", "Penyebut"],
                    ["R-1", "%", 10, 40, 30, 60],
                ],
                merged=["C1:D1", "E1:F1"],
            )
        },
        results=[("R-1", "2024", None, None, None, None), ("R-1", "2025", None, None, None, None)],
        known=["R-1"],
    ),
    Case(
        "the English template's columns in an Indonesian file with the partner in the title",
        {
            "Sheet1": Page(
                [
                    ["Partner:", "Yayasan Toya"],
                    ["Period:", "TW I 2025"],
                    [],
                    ["Indicator", "Unit", "Target", "Actual"],
                    [TRAINED, "orang", 10, 8],
                ]
            )
        },
        results=[(TRAINED, "2025-Q1", "Yayasan Toya", None, None, 8)],
        targets=[(TRAINED, "2025-Q1", "Yayasan Toya", None, None, 10)],
    ),
    Case(
        "a date for every row",
        {"Realisasi": Page([["indikator", "tanggal", "nilai"], ["A-1", datetime(2025, 3, 31), 5]])},
        results=[("A-1", "2025-03-31", None, None, None, 5)],
        known=["A-1"],
    ),
    Case(
        "quarter in the name of the sheet, one sheet a quarter",
        {
            name: Page([["Indikator", "Satuan", "Target", "Realisasi"], [TRAINED, "orang", target, result]])
            for name, target, result in (("TW I 2025", 10, 8), ("TW II 2025", 20, 22))
        },
        results=[(TRAINED, "2025-Q1", None, None, None, 8), (TRAINED, "2025-Q2", None, None, None, 22)],
        targets=[(TRAINED, "2025-Q1", None, None, None, 10), (TRAINED, "2025-Q2", None, None, None, 20)],
    ),
    Case(
        "UTF-8 with commas",
        {"x": Page([["indicator", "unit", "Q1 2025 actual", "Q2 2025 actual"], [TRAINED, "people", "1,234.5", "12"]])},
        results=[(TRAINED, "2025-Q1", None, None, None, 1234.5), (TRAINED, "2025-Q2", None, None, None, 12)],
        form="csv",
    ),
    Case(
        "Windows-1252 with semicolons and decimal commas",
        {
            "x": Page(
                [
                    ["Indikator", "Satuan", "Realisasi TW I 2025", "Realisasi TW II 2025"],
                    ["Panen per petani – rata-rata", "ton", "1,5", "2,25"],
                ]
            )
        },
        results=[
            ("Panen per petani – rata-rata", "2025-Q1", None, None, None, 1.5),
            ("Panen per petani – rata-rata", "2025-Q2", None, None, None, 2.25),
        ],
        form="csv-semicolon",
    ),
    Case(
        "UTF-16 with tabs",
        {"x": Page([["Indikator", "Satuan", "Realisasi 2025"], [TRAINED, "orang", "8"]])},
        results=[(TRAINED, "2025", None, None, None, 8)],
        form="csv-tab-utf16",
    ),
    Case(
        "sep=; in the first line, the period in the name of the file",
        {"x": Page([["Indikator", "Satuan", "Target", "Realisasi"], [TRAINED, "orang", "10", "8"]])},
        results=[(TRAINED, "2025-Q3", None, None, None, 8)],
        targets=[(TRAINED, "2025-Q3", None, None, None, 10)],
        form="csv-sep",
        file_name="Laporan TW III 2025",
    ),
    Case(
        "OpenDocument with two header lines and no merged cells known",
        {
            "Capaian": Page(
                [
                    ["No", "Indikator", "Satuan", "TW I 2025", None, "TW II 2025", None],
                    [None, None, None, "Target", "Realisasi", "Target", "Realisasi"],
                    [1, TRAINED, "orang", 10, 8, 20, 22],
                ]
            )
        },
        results=[(TRAINED, "2025-Q1", None, None, None, 8), (TRAINED, "2025-Q2", None, None, None, 22)],
        targets=[(TRAINED, "2025-Q1", None, None, None, 10), (TRAINED, "2025-Q2", None, None, None, 20)],
        form="ods",
    ),
    Case(
        "a workbook with macros",
        {"Capaian": Page([["Indikator", "Satuan", "Realisasi 2025"], [TRAINED, "orang", 8]])},
        results=[(TRAINED, "2025", None, None, None, 8)],
        form="xlsm",
    ),
    Case(
        "places under a header that nobody knows",
        {
            "Data": Page(
                [
                    ["Indikator", "Wilayah Dampingan", "Target 2025", "Realisasi 2025"],
                    ["IND-1", "Sleman", 20, 10],
                    ["IND-1", "Bantul", 30, 15],
                ]
            )
        },
        stops=["which_column"],
        results=[("IND-1", "2025", None, "34.04", None, 10), ("IND-1", "2025", None, "34.02", None, 15)],
        targets=[("IND-1", "2025", None, "34.04", None, 20), ("IND-1", "2025", None, "34.02", None, 30)],
        known=["IND-1"],
    ),
    Case(
        "a sheet of results with places under a header that nobody knows, in a .csv",
        {"x": Page([["indikator", "periode", "Wilayah Kerja Mitra", "nilai"], ["IND-1", "2025", "Sleman", 10],
                    ["IND-1", "2025", "Bantul", 15]])},
        stops=["which_column"],
        results=[("IND-1", "2025", None, "34.04", None, 10), ("IND-1", "2025", None, "34.02", None, 15)],
        form="csv",
        file_name="realisasi",
        known=["IND-1"],
    ),
    Case(
        "a sheet of results whose only figures are called Capaian",
        {"Realisasi": Page([["indikator", "periode", "Kab/Kota", "Capaian"], ["IND-1", "2025", "Sleman", 20]])},
        stops=["share_or_figure"],
        results=[("IND-1", "2025", None, "34.04", None, 20)],
        known=["IND-1"],
    ),
    Case(
        "a sheet of results without a column of figures",
        {"Realisasi": Page([["indikator", "periode", "Angka Lapangan"], ["IND-1", "2025", 20]])},
        stops=["missing_column"],
        results=None,
        known=["IND-1"],
    ),
    Case(
        "formulas that fail in an .ods file, one of them of an old LibreOffice that wrote 0 for it",
        {"Realisasi": Page([["indikator", "periode", "nilai"], ["IND-1", "2023", Failing("#DIV/0!")],
                            ["IND-1", "2024", Failing("Err:502", is_old=True)], ["IND-1", "2025", 7]])},
        stops=["error_cell", "error_cell"],
        results=None,
        form="ods",
        known=["IND-1"],
    ),
    Case(
        "a .csv of new indicators without units",
        {"x": Page([["indikator", "periode", "realisasi"], ["Sumur yang berfungsi", "TW I 2025", 4],
                    ["Sumur yang berfungsi", "TW II 2025", 6], ["IND-1", "TW II 2025", 30]])},
        stops=["which_new"],
        results=[("Sumur yang berfungsi", "2025-Q1", None, None, None, 4),
                 ("Sumur yang berfungsi", "2025-Q2", None, None, None, 6), ("IND-1", "2025-Q2", None, None, None, 30)],
        indicators={"Sumur yang berfungsi": {"measure": "number", "over_time": "last"}},
        form="csv",
        known=["IND-1"],
    ),
    Case(
        "days instead of periods, one figure a row",
        {"Data": Page([["Tanggal", "Desa", "Indikator", "Realisasi"], [datetime(2025, 1, 14), "Nita", TRAINED, 10],
                       [datetime(2025, 1, 28), "Nita", TRAINED, 15], [datetime(2025, 2, 3), "Bola", TRAINED, 7]])},
        results=[(TRAINED, "2025-01-14", None, "Nita", None, 10), (TRAINED, "2025-01-28", None, "Nita", None, 15),
                 (TRAINED, "2025-02-03", None, "Bola", None, 7)],
        stops=["which_new"],
    ),
    Case(
        "targets beside days may be of the whole, and stop",
        {"Data": Page([["Tanggal", "Nama Indikator", "Satuan", "Target", "Realisasi"],
                       [datetime(2025, 1, 14), TRAINED, "orang", 12, 10],
                       [datetime(2025, 1, 28), TRAINED, "orang", 12, 15]])},
        stops=["no_period", "no_period"], results=None,
    ),
]
