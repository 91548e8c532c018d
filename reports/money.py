"""Money beside results: what was pledged and delivered, by whom, to which programme. Currencies are never added."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from charts.missing import records
from metrics.reporting import Answers

Row = dict[str, Any]


@dataclass(frozen=True)
class Money:
    """One currency. `given`: a row a partner, programme and kind; `programmes`: a row a programme with a budget in this
    currency (metrics.contributions)."""

    currency: str
    given: Sequence[Row]
    programmes: Sequence[Row]

    @property
    def delivered(self) -> float | None:
        """All that was delivered, in kind too; None where no delivery was reported."""
        return _total(row["delivered"] for row in self.given)

    @property
    def money(self) -> float | None:
        """Delivered as money; None where no delivery of money was reported."""
        return _total(row["delivered"] for row in self.given if row["kind"] == "money")

    @property
    def pledged(self) -> float | None:
        """All that was pledged; None where no pledge was stated."""
        return _total(row["pledged"] for row in self.given)

    @property
    def not_reported(self) -> int:
        """Entries whose delivery was not reported."""
        return int(sum(row["not_reported"] or 0 for row in self.given))

    def of(self, partner: str | None) -> float | None:
        """What a partner delivered, in kind too; None where it reported no delivery."""
        return _total(row["delivered"] for row in self.given if row["partner"] == partner)

    def within(self, programmes: Collection[str]) -> "Money":
        """The part that went to these programmes."""
        return Money(self.currency, [row for row in self.given if row["programme"] in programmes],
                     [row for row in self.programmes if row["programme"] in programmes])  # fmt: skip

    def programmes_of(self, funder: str | None) -> set[str]:
        """The programmes that a partner contributes to."""
        return {row["programme"] for row in self.given if row["partner"] == funder and row["programme"]}

    def has_any(self, programmes: Collection[str]) -> bool:
        """Whether anything of it went to these programmes."""
        return any(row["programme"] in programmes for row in self.given)


def _total(amounts: Iterable[float | None]) -> float | None:
    known = [amount for amount in amounts if amount is not None]
    return float(sum(known)) if known else None


def money_in(answers: Answers) -> list[Money]:
    """The currencies in which anything was given to the choice, the one with most rows first."""
    found = [Money(currency, records(given), records(programmes)) for currency, given, programmes in answers.money]
    asked = answers.choice
    chosen = {asked.programme} if asked.programme else answers.funded
    if chosen is not None:
        found = [each.within(chosen) for each in found]
    if asked.partner:
        found = [each.within({row["programme"] for row in each.given}) for each in found]
    return [each for each in found if each.given]
