"""Where figures come from: definitions with their sources, and who has reported which period."""

from charts.missing import NOT_APPLICABLE, NOT_REPORTED
from charts.numbers import number, period_label
from charts.text import clean
from metrics import explaining
from reports.content import Content
from reports.tables import Block, table

MOST_PERIODS = 4


def source_table(content: Content) -> Block:
    """Every indicator with its definition, its rules, its source and its owner."""
    t, rows = content.t, []
    for row in content.rows:
        found = content.definitions.get(row["indicator"], {})
        rules = (explaining.level(row, t), explaining.direction(row, t), explaining.over_time(row, t),
                 explaining.over_units(row, t))  # fmt: skip
        rows.append([
            {"text": clean(row["name"]), "code": row["indicator"]},
            clean(found.get("definition") or NOT_REPORTED), "; ".join(rules),
            clean(" · ".join(filter(None, (found.get("source"), found.get("owner"))))) or NOT_REPORTED,
        ])  # fmt: skip
    return table(t("Definitions and sources of the indicators"), [
        t("Indicator"), t("Definition"), t("Rules"), t("Source")], rows, "llll", (24, 36, 22, 18))  # fmt: skip


def reporting_table(content: Content) -> Block:
    """Reports received of those due, by partner, for the latest quarters (or other periods where none are quarters)."""
    t, found = content.t, content.reporting
    kinds = [row["period_kind"] for row in found]
    if not kinds:
        return {}
    kind = "quarter" if "quarter" in kinds else max(set(kinds), key=kinds.count)
    ends = {row["period"]: row["period_end"] for row in found if row["period_kind"] == kind}
    periods = sorted(ends, key=lambda period: ends[period])[-MOST_PERIODS:]
    cells = {(row["partner"], row["period"]): row for row in found}
    partners = dict(sorted({row["partner"]: clean(row["partner_name"] or row["partner"] or t("not stated"))
                            for row in found}.items(), key=lambda each: each[1]))  # fmt: skip
    rows = [[name, *(_came(cells.get((partner, period)), t) for period in periods)]
            for partner, name in partners.items()]  # fmt: skip
    share = 60 // len(periods)
    return table(t("Reports received of reports due, by partner"), [
        t("Partner"), *(period_label(period, t) for period in periods)], rows, "l" + "r" * len(periods),
        (40, *(share for _period in periods)))  # fmt: skip


def _came(row: dict | None, t) -> str:  # type: ignore[no-untyped-def]
    if row is None or not row["reports_due"]:
        return NOT_APPLICABLE
    return t("{n} of {m}", n=number(row["reports"], t), m=number(row["reports_due"], t))
