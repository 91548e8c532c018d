"""Which reports are still to come."""

from typing import Any

from reports.content import Content

Row = dict[str, Any]


def latest_due(content: Content, row: Row) -> Row | None:
    """The row of the latest period of an indicator that has ended and was due; None where none was."""
    due = [each for each in content.periods.get(row["indicator"], ()) if each["is_due"] and each["reports_due"]]
    return due[-1] if due else None


def unreported(content: Content) -> list[Row]:
    """The indicators (rows of `content.rows`) from which nothing came for their latest period that is due."""
    found = ((row, latest_due(content, row)) for row in content.rows)
    return [row for row, due in found if due and due["actual"] is None and not due["reports"]]


def late_partners(content: Content) -> list[str]:
    """Names of the partners whose reports for the latest ended month, quarter, half or year are not all in.

    For a funder nobody is named: partners owe their reports for all their programmes together.
    """
    if content.asked.funder:
        return []
    last_day = {row["period_kind"]: row["period_end"] for row in
                sorted(content.reporting, key=lambda row: row["period_end"])}  # fmt: skip
    late = [row["partner_name"] or row["partner"] for row in content.reporting
            if row["period_end"] == last_day[row["period_kind"]] and row["partner"]
            and row["reports"] < row["reports_due"]]  # fmt: skip
    return list(dict.fromkeys(late))
