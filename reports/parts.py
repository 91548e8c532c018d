"""The parts of each period's figure, by place and by group, with those of too few people taken out."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from charts.missing import records
from reports.content import Content

Row = dict[str, Any]
Parts = Mapping[tuple[str, str], list[Row]]


def parts_of(content: Content) -> Parts:
    """By indicator and period: rows of metrics.standing that name a place or a group and have a figure.

    A hidden part is left out, and so is whatever it could be worked out from (metrics.small_groups).
    """
    parts: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for dimension in ("place", "group"):
        for row in records(content.answers.parts(dimension)):
            if row["actual"] is not None and row["period"]:
                parts[row["indicator"], row["period"]].append(row)
    return parts
