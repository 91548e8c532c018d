"""What a report says, before it has a form: the answers of metrics.reporting with their words.

Rows are those of metrics.standing (what Ringkasan shows), so a figure cannot differ between a screen and a file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from charts.missing import records
from charts.numbers import date as written_date
from charts.numbers import number
from definitions.version import VERSION
from locales import Translate
from metrics import wording
from metrics.own_scheme import own_scheme
from metrics.reporting import Answers
from metrics.wording import Sentence
from reports.asked import Asked
from reports.money import Money, money_in
from reports.restated import Restated
from reports.voices import Voices, voices_in

Row = dict[str, Any]


@dataclass(frozen=True)
class Content:
    """Everything that a report may say.

    rows      one an indicator, as on Ringkasan, in its order; None is missing, with `reason`
    periods   by indicator: one row a period that has a target or a result, in time
    money     by currency; empty where no contribution was sent in
    known     names by code, per kind
    texts     what a person wrote in place of a drafted sentence, by its key (reports.narrative); "" leaves it out
    drafted   the draft, once it was asked for (reports.narrative.draft): every form needs it
    """

    asked: Asked
    answers: Answers
    known: Mapping[str, Mapping[str, str]]
    frame: pd.DataFrame
    rows: Sequence[Row]
    periods: Mapping[str, Sequence[Row]]
    definitions: Mapping[str, Row]
    reporting: Sequence[Row]
    money: Sequence[Money]
    voices: Voices
    uploads: int
    is_sample: bool
    texts: Mapping[str, str] = field(default_factory=dict)
    drafted: list[Any] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def t(self) -> Translate:
        return self.asked.t

    def write(self, value: float | None, unit: str | None = None) -> str:
        """A figure in the report's language."""
        return number(value, self.t, unit)

    @cached_property
    def title(self) -> str:
        """What it is about: the programme, the partner, the funder, or the whole forum."""
        t, asked = self.t, self.asked
        about = [self.known[kind].get(code, code) for kind, code in
                 (("programme", asked.programme), ("partner", asked.partner), ("partner", asked.funder))
                 if code]  # fmt: skip
        if asked.funder:
            return t("What the contributions of {funder} stand behind", funder=about[-1])
        return " · ".join(about) if about else t("All programmes of the forum")

    @cached_property
    def headline(self) -> str:
        """How many indicators are met or on track."""
        return wording.headline(list(self.rows), self.t, self.write,
                                wording.good_words(self.asked.scheme, self.asked.language))  # fmt: skip

    @cached_property
    def unjudged(self) -> str:
        """How many are not counted in the headline, and why."""
        return wording.unjudged(list(self.rows), self.t, self.write)

    @cached_property
    def works(self) -> list[Sentence]:
        """What goes as agreed."""
        return wording.what_works(list(self.rows), self.t, self.write)

    @cached_property
    def attention(self) -> list[Sentence]:
        """What does not."""
        return wording.what_needs_attention(list(self.rows), self.t, self.write)

    @property
    def received(self) -> int:
        """Reports that came of those due."""
        return int(sum(row["reports"] or 0 for row in self.rows))

    @property
    def due(self) -> int:
        """Reports that were due."""
        return int(sum(row["reports_due"] or 0 for row in self.rows))

    @cached_property
    def stamp(self) -> str:
        """ "Data per 22 November 2026 · 1.175 dari 1.287 laporan · Dampak 0.3": on every page and sheet."""
        t = self.t
        return " · ".join((
            t("Data as of {date}", date=written_date(self.asked.as_of, t)),
            t("{n} of {m} reports", n=number(self.received, t), m=number(self.due, t)),
            t.plural("Dampak {version}, {n} upload", "Dampak {version}, {n} uploads", self.uploads, version=VERSION,
                     n=number(self.uploads, t)),
        ))  # fmt: skip

    @property
    def sample_mark(self) -> str:
        """Stands on every page while the figures are those of the sample; else "" ."""
        return self.t("SAMPLE DATA · a forum that does not exist. Not for decisions.") if self.is_sample else ""

    @cached_property
    def restated(self) -> Restated | None:
        """What the newest kept report of this choice said otherwise (reports.restated); None where none was kept."""
        found = self.answers.restated
        return Restated(*found) if found else None

    def row(self, indicator: str) -> Row:
        """The row of an indicator. Raises KeyError where the report has none."""
        return self._by_code[indicator]

    @cached_property
    def _by_code(self) -> dict[str, Row]:
        return {row["indicator"]: row for row in self.rows}


def content_of(store: Any, asked: Asked, texts: Mapping[str, str] | None = None) -> Content:
    """What a report for `asked` says, from an open store. An unknown code gives a report without rows.

    `texts` stand in place of drafted sentences (reports.narrative).
    """
    asked = asked.judged_by(own_scheme(store, asked.programme))
    answers = Answers(store, asked)
    return Content(
        asked=asked, answers=answers, known=answers.known, frame=answers.standing, rows=records(answers.standing),
        periods=_by_indicator(answers.periods), definitions=answers.definitions,
        reporting=records(answers.reporting), money=money_in(answers), voices=voices_in(answers),
        uploads=answers.uploads, is_sample=answers.is_sample, texts=texts or {},
    )  # fmt: skip


def _by_indicator(frame: pd.DataFrame) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for row in records(frame):
        rows.setdefault(row["indicator"], []).append(row)
    return rows
