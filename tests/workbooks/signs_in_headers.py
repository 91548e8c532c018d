"""Headers with something in brackets: a unit behind the kind, the months that a year has so far."""

from tests.workbooks.making import Case, Page

TRAINED, SCHOOLED, LATRINES = "Petani dilatih", "Kader dilatih", "Jamban dibangun"
IMMUNISED, VISITED = "Persentase balita diimunisasi", "Persentase ibu hamil K4"


def sheet(*lines):
    return {"Data": Page(list(lines))}


def both(name, period, target, result):
    target, result = ([(name, period, None, None, None, value)] for value in (target, result))
    return {"targets": target, "results": result}


SO_FAR = {"part_of_year": {"*": "year"}}


def up_to_september(header):
    return Case(
        f"part of a year: {header}",
        sheet(["Indikator", "Satuan", "Target 2025", "Realisasi 2024", header], [TRAINED, "orang", 400, 310, 240],
              [LATRINES, "unit", 12, 8, 10]),
        results=[(TRAINED, "2024", None, None, None, 310), (TRAINED, "2025", None, None, None, 240),
                 (LATRINES, "2024", None, None, None, 8), (LATRINES, "2025", None, None, None, 10)],
        targets=[(TRAINED, "2025", None, None, None, 400), (LATRINES, "2025", None, None, None, 12)],
        stops=[*["which_over_time"] * 2, "which_part_of_year"], answers=SO_FAR,
    )  # fmt: skip


CASES = [
    *map(up_to_september, (
        "Realisasi 2025 (s.d. Sep)", "Realisasi 2025 s/d Triwulan III", "Realisasi 2025 (Jan–Sep)",
        "Realisasi per 30 September 2025", "2025 Actual (Q1-Q3)", "Realisasi Januari s.d. September 2025",
        "Realisasi 2025 (posisi 30 Sep 2025)", "Actual 2025 YTD Sep")),
    Case(
        "a part of a year that no word ends is asked about",
        sheet(["Indicator", "Unit", "Actual 2024", "Actual 2025 (to date)"], [TRAINED, "people", 310, 240]),
        results=[(TRAINED, "2024", None, None, None, 310), (TRAINED, "2025-S1", None, None, None, 240)],
        stops=["which_period"], answers={"period": {"D": "s.d. Juni 2025"}},
    ),
    Case(
        "nine months of a year are proposed as the first nine",
        sheet(["Indikator", "Satuan", "Target 2025", "Realisasi 2025 (9 bulan)"], [TRAINED, "orang", 400, 240]),
        **both(TRAINED, "2025", 400, 240), stops=["which_period"], answers=SO_FAR,
    ),
    Case(
        "what stands up to a day beside the quarters that it holds is no figure of its own",
        sheet(["Tahun 2025"],
              ["Indikator", "Satuan", "Target", "Realisasi", None, None, "Realisasi s.d. 30 September 2025"],
              [None, None, None, "TW I", "TW II", "TW III", None], [TRAINED, "orang", 400, 50, 90, 100, 240]),
        results=[(TRAINED, f"2025-Q{quarter}", None, None, None, value)
                 for quarter, value in enumerate((50, 90, 100), 1)],
        targets=[(TRAINED, "2025", None, None, None, 400)],
    ),
    *(Case(f"months of a title that are no period of ours: {title}",
           sheet([title], ["Indikator", "Satuan", "Realisasi"], [TRAINED, "orang", 150]),
           stops=[*stops, *["which_over_time"] * ("which_part_of_year" in stops)], results=results,
           answers=SO_FAR if results else {})
      for title, stops, results in (
          ("Laporan Jan – Sep 2025", ["which_part_of_year"], [(TRAINED, "2025", None, None, None, 150)]),
          ("Laporan April – September 2025", ["not_a_period"], None),
          ("Tahun Anggaran Juli 2024 – Juni 2025", ["which_fiscal_year"], [(TRAINED, "2024", None, None, None, 150)]),
          ("FY October 2024 to September 2025", ["which_fiscal_year"], [(TRAINED, "2025", None, None, None, 150)]))),
    Case(
        "the number of a milestone is no day of its month",
        sheet(["Indicator", "Baseline", "Milestone 1 (Mar 2024)", "Achieved (Mar 2024)", "Milestone 2 (31 Mar 2025)",
               "Achieved (Mar 2025)", "Target (Mar 2026)"], [TRAINED, 100, 200, 180, 300, 310, 400]),
        results=[(TRAINED, "2024-03", None, None, None, 180), (TRAINED, "2025-03", None, None, None, 310)],
        targets=[(TRAINED, "2024-03", None, None, None, 200), (TRAINED, "2026-03", None, None, None, 400),
                 (TRAINED, "2025-03-31", None, None, None, 300)],
        stops=["which_over_time"],
    ),
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
