"""Compose the numeric sheets of the sample, targets.csv and results.csv: a forum that does not exist.

    python -m data.sample.compose

Every site (a partner in a place) draws from a generator seeded with its own name, so the files come out the
same on every machine and a change to one site leaves the others as they are. What people would have written
by hand (gaps, late reports, marks, notes, place names instead of codes) stands in `by_hand.py`. README.md
tells the story.
"""

import csv
from pathlib import Path
from random import Random

from data.sample.by_hand import EVIDENCE, FIRST_GROUPS, NAMED, NOTES, SILENT, WRITTEN
from data.sample.movements import (
    FEASTS,
    RAIN,
    RESULT_COLUMNS,
    TARGET_COLUMNS,
    Row,
    agreement,
    built,
    chlorine,
    days_to_work,
    employed_graduates,
    fed_children,
    figure,
    largest_crowd,
    lent_money,
    reduction,
    share_of,
    sorted_waste,
    stock,
    stunted_children,
    surveyed,
    trained_people,
)
from data.sample.promises import PLAN, PLANNED, PROMISES, QUARTERS, STATED
from data.sample.sites import (
    DIARRHOEA,
    DUMPED,
    INDEPENDENCE,
    SAFE_WATER,
    SAVERS,
    TOILETS,
    TURNOVER,
    WATER_POINTS,
    WEIGHED,
    WOMENS_GROUPS,
)


def told(result: Row) -> bool:
    """Whether the partner sent this result at all."""
    return not any(
        result["partner"] == partner
        and result["indicator"].startswith(indicator)
        and place in ("", result["place"])
        and result["period"] in quarters.split()
        for partner, indicator, place, quarters in SILENT
    )


def as_written(result: Row) -> Row:
    """The result with the marks, notes, evidence and place names that people put in by hand."""
    key = (result["indicator"], result["period"], result["partner"], result["place"])
    site_quarter = (result["partner"], result["place"], result["period"])
    seldom = Random(" ".join([*key, result["group"]]))
    remark = NOTES.get(key, "") if result["group"] in FIRST_GROUPS else ""
    proof = seldom.choice(EVIDENCE[result["indicator"]]) if seldom.random() < 0.28 else ""
    by_hand = {"place": NAMED.get(site_quarter, result["place"]), "note": remark, "evidence": proof}
    return result | by_hand | ({"value": WRITTEN[key]} if key in WRITTEN else {})


def results() -> list[Row]:
    """Every result that was sent, in the order in which the quarterly reports came in."""
    rows = [
        *stock("AIR-01", SAFE_WATER, 5),
        *built("AIR-02", WATER_POINTS),
        *chlorine(),
        *reduction("AIR-04", DIARRHOEA, RAIN, 0),
        *share_of("AIR-05", TOILETS, 0.12, with_value=True),
        *stunted_children(),
        *fed_children(),
        *share_of("GIZI-03", WEIGHED, 0.5, with_value=True),
        *surveyed("PER-01", TURNOVER, ["2025-Q2", "2025-Q4", "2026-Q2"], 0),
        *stock("PER-02", WOMENS_GROUPS),
        *lent_money(),
        *surveyed("PER-04", INDEPENDENCE, ["2024-Q4", "2025-Q2", "2025-Q4", "2026-Q2"], 1),
        *reduction("SAM-01", DUMPED, FEASTS, 1),
        *sorted_waste(),
        *stock("SAM-03", SAVERS),
        *largest_crowd(),
        *trained_people(),
        *employed_graduates(),
        *days_to_work(),
        *agreement(),
    ]
    sent = [as_written(result) for result in rows if told(result)]
    return sorted(sent, key=lambda result: (result["period"], result["partner"], result["indicator"]))


def target(indicator: str, period: str, value: float, decimals: int, partner: str = "", place: str = "") -> Row:
    """One period target."""
    cells = [indicator, period, partner, place, "", figure(value, decimals)]
    return dict(zip(TARGET_COLUMNS, cells, strict=True))


def targets() -> list[Row]:
    """Every period target, by indicator."""
    planned = [
        target(indicator, quarter, start + (goal - start) * share, decimals)
        for indicator, (start, goal, decimals) in PLANNED.items()
        for quarter, share in zip(QUARTERS, PLAN, strict=True)
    ]
    promised = [
        target(indicator, quarter, value, 0, partner)
        for (indicator, partner), values in PROMISES.items()
        for quarter, value in zip(QUARTERS, values, strict=True)
        if value is not None
    ]
    by_place = [
        target("SAM-03", quarter, site.start + (site.goal - site.start) * share, 0, site.partner, site.place)
        for site in SAVERS
        for quarter, share in zip(QUARTERS, PLAN, strict=True)
    ]
    stated = [
        target(indicator, period, value, 1)
        for indicator, periods in STATED.items()
        for period, value in periods.items()
    ]
    return sorted(planned + promised + by_place + stated, key=lambda row: (row["indicator"], row["partner"]))


def compose(folder: Path) -> None:
    """Write both sheets into a folder."""
    write(folder / "targets.csv", TARGET_COLUMNS, targets())
    write(folder / "results.csv", RESULT_COLUMNS, results())


def write(path: Path, columns: list[str], rows: list[Row]) -> None:
    """Write one sheet."""
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.DictWriter(file, columns, lineterminator="\n")
        sheet.writeheader()
        sheet.writerows(rows)


if __name__ == "__main__":
    compose(Path(__file__).parent)
