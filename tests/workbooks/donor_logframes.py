"""Logframes in which Planned, Achieved and Source stand below each other."""

from tests.workbooks.making import Case, Page

GIRLS, TEACHERS = "Number of girls enrolled", "Number of teachers trained"
STEPS = ("Milestone 1 (Dec 2023)", "Milestone 2 (Dec 2024)", "Target (Dec 2025)")
PLANNED = {GIRLS: (200, 300, 400), TEACHERS: (20, 40, 60)}
ACHIEVED = {GIRLS: (180, 310), TEACHERS: (22, 38)}


def figures(of, *periods):
    return [(name, period, None, None, None, value) for name, values in of.items()
            for period, value in zip(periods, values, strict=False)]  # fmt: skip


def indicator(number, name, output, baseline, beside):
    """The lines of one indicator, as the template of the donor has them."""
    return [[output, f"Output Indicator 1.{number}", None, "Baseline 2022", *STEPS, beside],
            [None, name, "Planned", baseline, *PLANNED[name]], [None, None, "Achieved", None, *ACHIEVED[name]],
            [None, None, "Source"], [None, None, "Registers of schools"]]  # fmt: skip


CASES = [
    *(Case(f"an indicator, its milestones and what was achieved, {far} lines down",
           {"Logframe": Page([["PROJECT NAME", "Girls learn in Sumba"], *([f"Remark {at}"] for at in range(far)),
                              *indicator(1, GIRLS, "OUTPUT 1", 100, "Assumptions"),
                              *indicator(2, TEACHERS, "IMPACT WEIGHTING (%)", 0, "RISK RATING"),
                              ["INPUTS (£)", "DFID (£)", "Govt (£)", "Other (£)", "Total (£)"],
                              [None, 100_000, 20_000, 5_000, 125_000]])},
           results=figures(ACHIEVED, "2023-12", "2024-12"), targets=figures(PLANNED, "2023-12", "2024-12", "2025-12"),
           indicators={GIRLS: {"baseline": 100}}, stops=["which_over_time"])
      for far in (0, 36)),
    *(Case(f"planned and achieved in the rows: {words[0]}",
           {"Logframe": Page([["No", "Indikator", header, "Baseline 2022", "Tonggak 2023", "Tonggak 2024",
                               "Target 2025", "RAG", "Asumsi"],
                              ["1.1", GIRLS, words[0], 100, *PLANNED[GIRLS], "Hijau", "Tidak ada bencana"],
                              [None, None, words[1], None, *ACHIEVED[GIRLS]],
                              ["1.2", TEACHERS, words[0], 0, *PLANNED[TEACHERS], "Kuning"],
                              [None, None, words[1], None, *ACHIEVED[TEACHERS]]])},
           results=figures(ACHIEVED, "2023", "2024"), targets=figures(PLANNED, "2023", "2024", "2025"),
           stops=["which_over_time"])
      for header, words in (("Jenis", ("Rencana", "Tercapai")), (None, ("Planned", "Achieved")))),
    Case(
        "milestones without a date stop, once each",
        {"Logframe": Page([["Output Indicator 1.1", None, "Baseline", "Milestone 1", "Target (2026)"],
                           [TEACHERS, "Planned", 0, 20, 60], [None, "Achieved", None, 22, None]])},
        stops=["no_period"], results=None,
    ),
]  # fmt: skip
