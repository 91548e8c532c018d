"""Headers with something in brackets: a unit behind the kind, the months that a year has so far."""

from tests.workbooks.making import Case, Page

TRAINED, SCHOOLED, LATRINES = "Petani dilatih", "Kader dilatih", "Jamban dibangun"
IMMUNISED, VISITED = "Persentase balita diimunisasi", "Persentase ibu hamil K4"


def sheet(*lines):
    return {"Data": Page(list(lines))}


def both(name, period, target, result):
    target, result = ([(name, period, None, None, None, value)] for value in (target, result))
    return {"targets": target, "results": result}


CASES = [
    Case(
        "the unit stands in brackets behind target and result",
        sheet(["Laporan Capaian Program 2024"],
              ["No", "Indikator", "Baseline (2023)", "Target (orang)", "Realisasi (orang)", "Capaian (%)"],
              [1, TRAINED, 10, 200, 150, 0.75], [2, SCHOOLED, 5, 40, 44, 1.1]),
        results=[(TRAINED, "2024", None, None, None, 150), (SCHOOLED, "2024", None, None, None, 44)],
        targets=[(TRAINED, "2024", None, None, None, 200), (SCHOOLED, "2024", None, None, None, 40)],
        indicators={TRAINED: {"unit": "orang", "baseline": 10}},
    ),
    Case(
        "each table of a sheet has its own unit in brackets",
        sheet(["Tahun 2025"], ["Indikator", "Target (# orang)", "Realisasi (# orang)"], [TRAINED, 90, 88], [],
              ["Indikator", "Target (unit)", "Realisasi (unit)"], [LATRINES, 9, 8]),
        results=[(TRAINED, "2025", None, None, None, 88), (LATRINES, "2025", None, None, None, 8)],
        targets=[(TRAINED, "2025", None, None, None, 90), (LATRINES, "2025", None, None, None, 9)],
        indicators={TRAINED: {"unit": "orang"}, LATRINES: {"unit": "unit"}},
    ),
    Case(
        "a target in per cent beside a result in per cent is a target",
        sheet(["Laporan TW II 2025"], ["Indikator Kinerja", "Satuan", "Target (%)", "Realisasi (%)"],
              [IMMUNISED, "%", 95, 88], [VISITED, "%", 90, 91.5]),
        results=[(IMMUNISED, "2025-Q2", None, None, None, 88), (VISITED, "2025-Q2", None, None, None, 91.5)],
        targets=[(IMMUNISED, "2025-Q2", None, None, None, 95), (VISITED, "2025-Q2", None, None, None, 90)],
    ),
    Case(
        "years above targets and results in per cent, without a unit",
        sheet(["Indikator", 2024, None, 2025, None], [None, *["Target (%)", "Realisasi (%)"] * 2],
              ["Rumah tangga ber-PHBS", 90, 88, 95, 91.7]),
        results=[("Rumah tangga ber-PHBS", "2024", None, None, None, 88),
                 ("Rumah tangga ber-PHBS", "2025", None, None, None, 91.7)],
        targets=[("Rumah tangga ber-PHBS", "2024", None, None, None, 90),
                 ("Rumah tangga ber-PHBS", "2025", None, None, None, 95)],
        indicators={"Rumah tangga ber-PHBS": {"unit": "%", "measure": "percent"}},
    ),
    Case(
        "what was reached in per cent beside a target in per cent: the figure, or a share of it",
        sheet(["Laporan 2025"], ["Indikator", "Target (%)", "Capaian (%)"], [IMMUNISED, 95, 91.7]),
        **both(IMMUNISED, "2025", 95, 91.7), stops=["share_or_figure"],
    ),
    Case(
        "beside numbers of people the target in per cent is one of these numbers, and no second target",
        sheet(["Laporan 2025"], ["Indikator", "Target (orang)", "Target (%)", "Realisasi (orang)", "Realisasi (%)"],
              [TRAINED, 120, 95, 110, 91.7]),
        **both(TRAINED, "2025", 120, 110),
    ),
    Case(
        "percentages of people who were to be trained are no figures of a count of people",
        sheet(["Laporan 2025"], ["Indikator", "Satuan", "Target (%)", "Realisasi (%)"], [TRAINED, "orang", 100, 80]),
        stops=["share_or_figure"], results=None,
    ),
]  # fmt: skip
