"""What a report says, before it has a form: every figure of it is asked for here, and nowhere else.

Rows are those of metrics.standing (what Ringkasan shows), so a figure cannot differ between a screen and a file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from charts.missing import records
from charts.numbers import date as written_date
from charts.numbers import number
from data.sample import shows_sample
from data.store import Store
from definitions.schemes import scheme
from definitions.version import VERSION
from locales import Translate
from metrics import names, standing, wording
from metrics.completeness import completeness
from metrics.wording import Sentence
from reports.asked import Asked
from reports.money import Money, money_of
from reports.voices import Voices, voices_of

Row = dict[str, Any]


@dataclass(frozen=True)
class Content:
    """Everything that a report may say.

    rows      one an indicator, as on Ringkasan, in its order; None is missing, with `reason`
    periods   by indicator: one row a period that has a target or a result, in time
    money     by currency; empty where no contribution was sent in
    known     names by code, per kind
    """

    asked: Asked
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
        return wording.headline(list(self.rows), self.t, self.write, self._good_words())

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
            t("Dampak {version}, {n} uploads", version=VERSION, n=number(self.uploads, t)),
        ))  # fmt: skip

    @property
    def sample_mark(self) -> str:
        """Stands on every page while the figures are those of the sample; else "" ."""
        return self.t("SAMPLE DATA · a forum that does not exist. Not for decisions.") if self.is_sample else ""

    def row(self, indicator: str) -> Row:
        """The row of an indicator. Raises KeyError where the report has none."""
        return self._by_code[indicator]

    @cached_property
    def _by_code(self) -> dict[str, Row]:
        return {row["indicator"]: row for row in self.rows}

    def _good_words(self) -> str:
        bands = scheme(self.asked.scheme)
        if bands.key == scheme().key:
            return ""
        return " / ".join(band.label[self.asked.language] for band in bands.bands if band.status in wording.GOOD)


def content_of(store: Store, asked: Asked) -> Content:
    """Ask everything once. An unknown code gives a report without rows (see `reports.codes` for a check)."""
    known = names.names(store, asked.language)
    money = money_of(store, asked)
    funded = {code for each in money for code in each.programmes_of(asked.funder)} if asked.funder else None
    frame = standing.standing(store, asked.as_of, asked.language, programme=asked.programme, partner=asked.partner,
                              scheme_key=asked.scheme)  # fmt: skip
    frame = frame if funded is None else frame[frame["programme"].isin(funded)]
    rows = records(frame)
    codes = [row["indicator"] for row in rows]
    with store.cursor() as cursor:
        uploads = len(cursor.execute("select upload_id from live_uploads").fetchall())
    return Content(
        asked=asked, known=known, frame=frame, rows=rows,
        periods=_periods(store, asked, known, set(codes)),
        definitions={code: found for code in codes if (found := names.definition(store, code, asked.language))},
        reporting=records(completeness(store, asked.as_of, programme=asked.programme, partner=asked.partner)),
        money=[each for each in money if funded is None or each.has_any(funded)],
        voices=voices_of(store, asked, funded),
        uploads=uploads, is_sample=shows_sample(store),
    )  # fmt: skip


def _periods(store: Store, asked: Asked, known: standing.Known, codes: set[str]) -> dict[str, list[Row]]:
    found = standing.over_periods(store, asked.as_of, None, known, asked.language, partner=asked.partner,
                                  programme=asked.programme, scheme_key=asked.scheme)  # fmt: skip
    rows: dict[str, list[Row]] = {code: [] for code in codes}
    for row in records(found):
        if row["indicator"] in rows:
            rows[row["indicator"]].append(row)
    return rows
