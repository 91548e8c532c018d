"""For whom and of when a report is."""

from dataclasses import dataclass, replace
from datetime import date

from locales import Translate, translator


@dataclass(frozen=True)
class Asked:
    """A report on everything, or on a programme, a partner's part, or what a funder's money stands behind.

    `as_of` is the day it speaks of: nothing of later periods is in it. `scheme` is the status scheme that judges;
    None is the programme's own, and becomes it when the report is made (see `judged_by`).
    """

    as_of: date
    language: str = "id"
    programme: str | None = None
    partner: str | None = None
    funder: str | None = None
    scheme: str | None = None

    @property
    def t(self) -> Translate:
        return translator(self.language)

    def judged_by(self, own: str) -> "Asked":
        """The same with a scheme: the one asked for, else the programme's own."""
        return self if self.scheme else replace(self, scheme=own)

    @property
    def is_all(self) -> bool:
        return not (self.programme or self.partner or self.funder)

    @property
    def key(self) -> str:
        """A name for files and for what is kept: "air-2026-11-22-id"."""
        who = [code for code in (self.programme, self.partner, self.funder) if code]
        return "-".join([*who, self.as_of.isoformat(), self.language]).lower().replace(" ", "-")
