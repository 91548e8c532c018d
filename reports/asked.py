"""For whom and of when a report is."""

from dataclasses import replace

from data.snapshots import Choice
from locales import Translate, translator


class Asked(Choice):
    """The choice, with the words of its language and a name for files."""

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
