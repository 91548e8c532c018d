"""What the community says, as far as it may leave the house: counts above the small-group limit, approved quotes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from charts.missing import records
from metrics.reporting import Answers

Row = dict[str, Any]


@dataclass(frozen=True)
class Voices:
    """`themes`: the row for all first, then one a theme (None: hidden, `reason` says so). `quotes`: with consent and
    approved by a person, the newest first."""

    themes: Sequence[Row]
    quotes: Sequence[Row]

    @property
    def total(self) -> Row | None:
        """The row for all; None where nobody said anything or all of it is hidden."""
        return next((row for row in self.themes if row["is_total"] and row["entries"]), None)


def voices_in(answers: Answers) -> Voices:
    """Voices of the choice; none for a funder of several programmes (counts of them must not be added up)."""
    if answers.themes is None or answers.quotes is None:
        return Voices([], [])
    return Voices(records(answers.themes), records(answers.quotes))
