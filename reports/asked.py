"""For whom and of when a report is."""

from dataclasses import dataclass
from datetime import date

from definitions.schemes import DEFAULT
from locales import Translate, translator


@dataclass(frozen=True)
class Asked:
    """A report on everything, or on a programme, a partner's part, or what a funder's money stands behind.

    `as_of` is the day it speaks of: nothing of later periods is in it. `scheme` is the status scheme that judges.
    """

    as_of: date
    language: str = "id"
    programme: str | None = None
    partner: str | None = None
    funder: str | None = None
    scheme: str = DEFAULT

    @property
    def t(self) -> Translate:
        return translator(self.language)

    @property
    def is_all(self) -> bool:
        return not (self.programme or self.partner or self.funder)

    @property
    def key(self) -> str:
        """A name for files and for what is kept: "air-2026-11-22-id"."""
        who = [code for code in (self.programme, self.partner, self.funder) if code]
        return "-".join([*who, self.as_of.isoformat(), self.language]).lower().replace(" ", "-")
