"""Money beside results: what was pledged and delivered, by whom, to which programme. Currencies are never added."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from charts.missing import records
from data.store import Store
from metrics import contributions
from reports.asked import Asked

Row = dict[str, Any]


@dataclass(frozen=True)
class Money:
    """One currency. `given`: a row a partner, programme and kind; `programmes`: a row a programme with a budget in this
    currency (metrics.contributions)."""

    currency: str
    given: Sequence[Row]
    programmes: Sequence[Row]

    @property
    def delivered(self) -> float:
        """All that was delivered, in kind too."""
        return float(sum(row["delivered"] or 0 for row in self.given))

    @property
    def money(self) -> float:
        """Delivered as money."""
        return float(sum(row["delivered"] or 0 for row in self.given if row["kind"] == "money"))

    @property
    def pledged(self) -> float:
        """All that was pledged."""
        return float(sum(row["pledged"] or 0 for row in self.given))

    def programmes_of(self, funder: str | None) -> set[str]:
        """The programmes that a partner contributes to."""
        return {row["programme"] for row in self.given if row["partner"] == funder and row["programme"]}

    def has_any(self, programmes: Collection[str]) -> bool:
        """Whether anything of it went to these programmes."""
        return any(row["programme"] in programmes for row in self.given)


def money_of(store: Store, asked: Asked) -> list[Money]:
    """The currencies in which anything was given to the choice, the one with most rows first."""
    found = []
    for currency in contributions.currencies(store):
        given = records(contributions.contributions(store, asked.programme, asked.partner, currency))
        programmes = records(contributions.programmes(store, asked.as_of, currency))
        if asked.programme:
            programmes = [row for row in programmes if row["programme"] == asked.programme]
        if given:
            found.append(Money(currency, given, programmes))
    return found
