"""The same messy tables as .xls, .xlsb and .ods. The .xls was made from its page here with LibreOffice, once."""

from tests.workbooks.making import Case, Page

TRAINED, TAPS = "Jumlah kader dilatih", "Cakupan sambungan rumah"

_PROGRESS = Page(
    [
        ["PEMERINTAH KABUPATEN SLEMAN"],
        ["Laporan kemajuan program air minum tahun 2025"],
        [],
        ["No", "Indikator", "Satuan", "Target 2025", "Realisasi", None, "Ket."],
        [None, None, None, None, "TW I", "TW II", None],
        [1, TRAINED, "orang", 120, 30, "45 ", "absensi"],
        [2, TAPS, "%", 80, "62,5", "64,25", None],
        [None, "Jumlah", None, 200, 92.5, 109.25, None],
        ["Catatan: angka TW II masih sementara"],
    ],
    merged=["A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:F4", "G4:G5"],
)
_LONG = {
    "results": [
        (TRAINED, "2025-Q1", None, "34.04", None, 30),
        (TRAINED, "2025-Q2", None, "34.04", None, 45),
        (TAPS, "2025-Q1", None, "34.04", None, 62.5),
        (TAPS, "2025-Q2", None, "34.04", None, 64.25),
    ],
    "targets": [(TRAINED, "2025", None, "34.04", None, 120), (TAPS, "2025", None, "34.04", None, 80)],
    "cells": {(TRAINED, "2025-Q2"): "F6", (TAPS, "2025-Q1"): "E7"},
}
_FAILING = {
    "Realisasi": Page(
        [
            ["indikator", "periode", "nilai"],
            ["IND-1", "2023", 7.5],
            ["IND-1", "2024", "#N/A"],
            ["IND-1", "2025", "=#REF!"],
            ["IND-1", "2026", "=#DIV/0!"],
        ]
    )
}

CASES = [
    *(Case(f"a letterhead, merged headers, sections and notes in an .{form} file", {"Rekap": _PROGRESS}, form=form,
           file_name="kemajuan", stops=["which_over_time"], **_LONG) for form in ("xls", "xlsb", "ods")),
    Case("cells of an .xlsb file that show an error are no blanks", _FAILING, form="xlsb", known=["IND-1"],
         stops=["error_cell", "error_cell", "error_cell"], results=None),
]  # fmt: skip
