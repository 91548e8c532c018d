"""Everything that a report asks, each question once and when it is first needed: frames out, for reports/."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pandas as pd

from data.sample import shows_sample
from data.snapshots import Choice, Kept, last_event
from data.store import Store, StoreBusy, StoreMissing, StoreUnusable, run
from definitions.schemes import DEFAULT
from metrics import contributions, directory, feedback_shown, lineage, names, quotes, restated, small_groups, standing
from metrics.completeness import completeness
from metrics.engine import ask
from metrics.feedback_judgement import Judgement
from metrics.progress import progress
from metrics.restated import Restatement

__all__ = ["Answers", "StoreBusy", "StoreMissing", "StoreUnusable"]

MOST_QUOTES = 200


@dataclass
class Answers:
    """Answers for one choice: a programme, a partner's part, or the programmes that a funder contributes to.

    Figures by place and group come without those of too few people; voices without what may not be shown.
    """

    store: Store
    choice: Choice

    def __post_init__(self) -> None:
        self.scheme = self.choice.scheme or DEFAULT
        self.last_event = last_event(self.store)  # before anything is asked: what comes after is a later upload

    @property
    def _judged(self) -> dict[str, Any]:
        """What is looked at, and by which scheme it is judged."""
        choice = self.choice
        return {"programme": choice.programme, "partner": choice.partner, "scheme_key": self.scheme}

    @cached_property
    def known(self) -> standing.Known:
        """Names by code, per kind."""
        return names.names(self.store, self.choice.language)

    @cached_property
    def funded(self) -> set[str] | None:
        """The programmes that the funder contributes to; None where no funder is asked for."""
        if not self.choice.funder:
            return None
        given = contributions.contributions(self.store, partner=self.choice.funder, as_of=self.choice.as_of)
        return set(given["programme"].dropna())

    @cached_property
    def standing(self) -> pd.DataFrame:
        """One row an indicator, as on Ringkasan (metrics.standing)."""
        found = standing.standing(self.store, self.choice.as_of, self.choice.language, **self._judged)
        found = self._without_hidden(found)
        return found if self.funded is None else found[found["programme"].isin(self.funded)]

    @cached_property
    def periods(self) -> pd.DataFrame:
        """One row an indicator and period, in time."""
        choice = self.choice
        found = standing.over_periods(self.store, choice.as_of, None, self.known, choice.language, **self._judged)
        found = self._without_hidden(found)
        return found[found["indicator"].isin(self.standing["indicator"])]

    @cached_property
    def definitions(self) -> Mapping[str, Mapping[str, object]]:
        """By indicator: how it is defined."""
        found = names.definitions(self.store, self.choice.language)
        return {code: found[code] for code in self.standing["indicator"] if code in found}

    @cached_property
    def reporting(self) -> pd.DataFrame:
        """One row a partner and period that has ended (metrics.completeness)."""
        return completeness(self.store, self.choice.as_of, programme=self.choice.programme, partner=self.choice.partner)

    @cached_property
    def money(self) -> list[tuple[str, pd.DataFrame, pd.DataFrame]]:
        """(currency, contributions, programmes with a budget in it); the currency with most rows first."""
        store, choice = self.store, self.choice
        asked, day = (choice.programme, choice.partner), choice.as_of
        return [(currency, contributions.contributions(store, *asked, currency, as_of=day),
                 contributions.programmes(store, day, currency))
                for currency in contributions.currencies(store, day)]  # fmt: skip

    @cached_property
    def themes(self) -> pd.DataFrame | None:
        """Voices by theme; None for a funder of several programmes, since a voice may stand under more than one."""
        if self._heard is None:
            return None
        return feedback_shown.themes(Judgement(self.store, self.choice.as_of, **self._heard))

    @cached_property
    def quotes(self) -> pd.DataFrame | None:
        """Voices that may be quoted, the newest first; None as for `themes`."""
        if self._heard is None:
            return None
        return quotes.quotes(self.store, self.choice.as_of, most=MOST_QUOTES, **self._heard)

    @cached_property
    def _heard(self) -> dict[str, str | None] | None:
        if self.funded is not None and len(self.funded) != 1:
            return None
        programme = next(iter(self.funded)) if self.funded else self.choice.programme
        return {"programme": programme, "partner": self.choice.partner}

    @cached_property
    def programmes(self) -> pd.DataFrame:
        """One row a programme, with the fields of the workbook's sheet."""
        return ask(self.store, "current_programmes")

    @cached_property
    def partners(self) -> pd.DataFrame:
        """One row a partner (metrics.directory)."""
        return directory.partners(self.store, self.choice.as_of)

    @cached_property
    def by_partner(self) -> pd.DataFrame:
        """One row an indicator and partner that has something to do with it."""
        found = progress(self.store, self.choice.as_of, ["partner"], **self._judged)
        found = found[found["partner"].notna() & found["indicator"].isin(self.standing["indicator"])]
        found = small_groups.without_any_hidden(found, self._hidden)
        return standing.worded(found, self.known, self.choice.language, self.scheme)

    def _without_hidden(self, found: pd.DataFrame) -> pd.DataFrame:
        """A partner's part without figures of too few people; of all partners together every figure is shown."""
        partner = self.choice.partner
        return small_groups.without_any_hidden(found, self._hidden, partner) if partner else found

    def parts(self, dimension: str) -> pd.DataFrame:
        """One row an indicator, period and place (or group): what is hidden has no figure, `reason` says so."""
        found = progress(self.store, self.choice.as_of, ["period", dimension], **self._judged)
        found = found[found[dimension].notna() & found["indicator"].isin(self.standing["indicator"])]
        shown = small_groups.without_any_hidden(found, self._hidden, self.choice.partner)
        return standing.worded(shown, self.known, self.choice.language, self.scheme)

    @cached_property
    def figures(self) -> dict[str, Any]:
        """What is kept of a report that is sent out, and compared later (metrics.restated)."""
        return restated.figures_of(self)

    @cached_property
    def restated(self) -> tuple[Kept, list[Restatement]] | None:
        """The newest kept report of this choice, and what of it reads otherwise now; None where none was kept."""
        kept = restated.latest_kept(self.store, self)
        return (kept, self.restated_since(kept)) if kept else None

    def restated_since(self, kept: Kept) -> list[Restatement]:
        """What of a kept report of this choice reads otherwise now, asked again for its own day and scheme."""
        choice = kept.choice
        is_same = (choice.as_of, choice.scheme) == (self.choice.as_of, self.scheme)
        again = self if is_same else Answers(self.store, replace(self.choice, as_of=choice.as_of, scheme=choice.scheme))
        return restated.restatements(self.store, kept, again.figures)

    @cached_property
    def lineage(self) -> pd.DataFrame:
        """One row a figure of the ledger that counts: its cell, file and upload (metrics.lineage.figures)."""
        return lineage.figures(self.store, self.standing["indicator"].tolist(), self.choice.as_of,
                               partner=self.choice.partner, hidden=self._hidden)  # fmt: skip

    @cached_property
    def _hidden(self) -> Mapping[str, frozenset]:
        return small_groups.hidden_of_each(self.store, self.choice.as_of, self.choice.programme)

    @cached_property
    def uploads(self) -> int:
        """Uploads that count."""
        with self.store.cursor() as cursor:
            return int(run(cursor, "select count(*) from live_uploads")[0][0])

    @cached_property
    def is_sample(self) -> bool:
        """Whether sample data stand behind the figures."""
        return shows_sample(self.store)
