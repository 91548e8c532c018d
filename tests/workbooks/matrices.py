"""Logframe matrices in both languages: indicators, and no figure."""

from tests.workbooks.making import Case, Page

CASES = [
    Case(
        "a logframe in English, several indicators in a cell",
        {
            "Logframe": Page(
                [
                    ["Project summary", "Indicators", "Means of verification", "Assumptions"],
                    ["Goal: Healthier families", "Under-five mortality rate", "Health survey", "Peace"],
                    [
                        "Outcome: Clean water is used",
                        "1. Share of households using clean water\n2. Days without water",
                        "Household survey",
                        None,
                    ],
                    ["Output 1: Pumps work", "Number of pumps repaired", "Reports", "Parts available"],
                ]
            )
        },
        indicators={
            "Under-five mortality rate": {"level": "impact", "direction": "down", "source": "Health survey"},
            "Share of households using clean water": {"level": "outcome"},
            "Days without water": {"level": "outcome"},
            "Number of pumps repaired": {"level": "output", "source": "Reports"},
        },
        stops=["which_over_time", "which_direction"],
    ),
    Case(
        "a logframe in Indonesian with levels as rows",
        {
            "Kerangka Logis": Page(
                [
                    ["KERANGKA KERJA LOGIS"],
                    [],
                    ["Logika Intervensi", "Indikator Keberhasilan", "Sumber Verifikasi", "Asumsi"],
                    ["DAMPAK"],
                    ["Kesejahteraan petani meningkat", "Rata-rata pendapatan petani", "BPS", "Harga stabil"],
                    ["LUARAN"],
                    ["Petani terampil", "Jumlah petani dilatih", "Daftar hadir", None],
                ]
            )
        },
        indicators={
            "Rata-rata pendapatan petani": {"level": "impact", "over_time": "last"},
            "Jumlah petani dilatih": {"level": "output", "over_time": "sum", "source": "Daftar hadir"},
        },
    ),
    *(
        Case(
            f"two logframes on one sheet, {how}",
            {
                "Logframe": Page(
                    [
                        ["Sasaran", "Indikator", "Sumber Data", "Asumsi"],
                        ["Output 1: pelatihan", "Jumlah petani dilatih", "Daftar hadir", "x"],
                        [],
                        ["Sasaran", "Indikator", *unit, "Sumber Data", "Asumsi"],
                        ["Outcome 1: gizi", "Jumlah kader aktif", *unit_below, "Laporan", "y"],
                    ]
                )
            },
            indicators={
                "Jumlah petani dilatih": {"level": "output", "source": "Daftar hadir"},
                "Jumlah kader aktif": {"level": "outcome", "source": "Laporan"},
            },
        )
        for how, unit, unit_below in (
            ("with other columns", ["Satuan"], ["orang"]),
            ("with the header printed again", [], []),
        )
    ),
    Case(
        "a list of indicators with baseline and final target, and no figure by period",
        {
            "Indikator Program": Page(
                [
                    [
                        "No",
                        "Tingkat",
                        "Indikator",
                        "Satuan",
                        "Baseline",
                        "Tahun baseline",
                        "Target akhir",
                        "Sumber data",
                    ],
                    [1, "Outcome", "Persentase rumah tangga dengan air bersih", "%", 40, 2024, 80, "Survei"],
                    [2, "Output", "Jumlah petani dilatih", "orang", 0, 2024, 500, "Daftar hadir"],
                ]
            )
        },
        indicators={
            "Persentase rumah tangga dengan air bersih": {
                "level": "outcome",
                "baseline": 40,
                "target": 80,
                "unit": "%",
            },
            "Jumlah petani dilatih": {"level": "output", "baseline": 0, "target": 500},
        },
    ),
]
