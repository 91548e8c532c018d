"""What the forum of the sample promised: the periods, the planned way from baseline to target, targets by partner."""

QUARTERS = ["2024-Q4"] + [f"{year}-Q{quarter}" for year in (2025, 2026, 2027) for quarter in (1, 2, 3, 4)]
REPORTED = QUARTERS[:8]
# The share of the way from baseline to final target planned by the end of each quarter: a slow start.
PLAN = [0.02, 0.06, 0.12, 0.19, 0.27, 0.35, 0.44, 0.53, 0.62, 0.72, 0.82, 0.92, 1.0]

# Targets that partners promised quarter by quarter, in order from 2024-Q4; None = not yet in the programme.
PROMISES: dict[tuple[str, str], list[int | None]] = {
    ("GIZI-02", "TANDUR"): [120, 180, 200, 200, 180, 220, 220, 220, 200, 220, 220, 220, 200],
    ("GIZI-02", "GEMATI"): [80, 120, 140, 140, 120, 150, 150, 150, 150, 150, 150, 150, 150],
    ("PER-03", "SUMUNAR"): [100, 150, 200, 250, 250, 250, 300, 300, 300, 300, 200, 200, 200],
    ("PER-03", "NGAYOMI"): [None, 50, 75, 75, 75, 75, 75, 100, 75, 75, 75, 75, 75],
    ("SAM-02", ""): [60, 90, 120, 140, 160, 180, 200, 210, 220, 240, 250, 260, 270],
    ("VOK-01", "POLKA"): [20, 40, 60, 60, 40, 60, 80, 80, 60, 60, 60, 60, 40],
    ("VOK-01", "KAINARA"): [20, 30, 40, 40, 30, 40, 40, 50, 40, 40, 40, 40, 30],
    ("VOK-01", "SUMUNAR"): [None, 10, 20, 20, 10, 20, 20, 20, 20, 20, 20, 10, 10],
    ("VOK-01", "NGAYOMI"): [None, None, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 10],
    # Running totals: this indicator is cumulative.
    ("AIR-02", ""): [4, 12, 24, 36, 48, 62, 78, 94, 110, 128, 146, 164, 180],
}
STATED: dict[str, dict[str, float]] = {
    "AIR-05": {
        "2024-S2": 62,
        "2025-S1": 65,
        "2025-S2": 69,
        "2026-S1": 74,
        "2026-S2": 79,
        "2027-S1": 85,
        "2027-S2": 90,
    },
    "PER-01": {"2025": 35, "2026": 48, "2027": 60},
    "PER-04": {"2025": 1.8, "2026": 2.2, "2027": 2.5},
    "VOK-02": {"2025": 45, "2026": 55, "2027": 65},
    "VOK-04": {"2025-Q4": 1, "2026-Q4": 1, "2027-Q4": 1},
}
# Indicators whose quarterly targets follow PLAN: baseline, final target, decimals.
PLANNED = {
    "AIR-01": (18450, 52000, -1),
    "AIR-04": (1310, 640, 0),
    "GIZI-01": (24.5, 14.0, 1),
    "GIZI-03": (71.8, 85.0, 1),
    "PER-02": (14, 60, 0),
    "SAM-01": (2860, 1700, -1),
    "VOK-03": (128, 75, 0),
}
