"""What the community says, as far as it may leave the house: counts above the small-group limit, approved quotes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from charts.missing import records
from data.store import Store
from metrics import feedback, feedback_shown
from metrics.feedback_judgement import Judgement
from reports.asked import Asked

Row = dict[str, Any]
MOST_QUOTES = 200


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


def voices_of(store: Store, asked: Asked, programmes: Collection[str] | None = None) -> Voices:
    """Voices of the programme and partner asked for; of a funder's programmes where it has one alone.

    Counts of several programmes of a funder are not added up: an entry may stand under more than one of them.
    """
    within = {"programme": asked.programme, "partner": asked.partner}
    if programmes is not None:
        if len(programmes) != 1:
            return Voices([], [])
        within["programme"] = next(iter(programmes))
    themes = records(feedback_shown.themes(Judgement(store, asked.as_of, **within)))
    return Voices(themes, records(feedback.quotes(store, asked.as_of, most=MOST_QUOTES, **within)))
