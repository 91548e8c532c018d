"""Which reports are still to come."""

from typing import Any

from metrics import completeness
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
    """Names of the partners that are late (metrics.completeness).

    For a funder nobody is named: partners owe their reports for all their programmes together.
    """
    return [] if content.asked.funder else completeness.late_partners(content.reporting)
