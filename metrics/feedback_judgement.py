"""Which voices are too few to be shown, and what else must be hidden so that they cannot be worked out.

A sensitive theme of fewer than k voices stands in no figure, and neither does the smallest theme beside it: the total
less the others would tell. A place of fewer than k voices has no figures, and neither has one from which such a place
could be worked out, by place (metrics.suppression) or by the other filters.
"""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

import pandas as pd

from data.store import Store
from metrics import feedback
from metrics.small_groups import least_shown
from metrics.suppression import TOTAL, Key, hidden, lines, with_margins
from metrics.voices_heard import spellings

NO_THEME = ""
"""The key of the voices without a theme, among keys of themes."""


class Judgement:
    """What of one choice of voices may be shown. `within` are the filters that are set."""

    def __init__(self, store: Store, as_of: date, **within: str | None) -> None:
        self.store, self.as_of = store, as_of
        self.within = {name: value for name, value in within.items() if value is not None}
        self._wider: dict[tuple, Judgement] = {}

    @property
    def is_in_place(self) -> bool:
        return "place" in self.within

    @cached_property
    def found(self) -> pd.DataFrame:
        """feedback.themes of the choice."""
        return feedback.themes(self.store, self.as_of, **self.within)

    @property
    def total(self) -> int:
        return int(self.found.iloc[0]["entries"]) if len(self.found) else 0

    @cached_property
    def hidden_themes(self) -> frozenset[str]:
        """Keys of the themes that stand in no figure. Within a filter every sensitive one does, for what it leaves of
        the whole would tell of the rest; with it goes the smallest theme of all, or of here where that is not here."""
        here = self.without("theme")
        everywhere = here.without(*here.within)
        sizes, whole = here.sizes, everywhere.sizes
        grave = set(spellings()["sensitive"]) & set(whole)
        if not here.within:
            grave = {key for key in grave if whole[key] < least_shown()}
        if not grave:
            return frozenset()
        sensitive = set(spellings()["sensitive"])
        beside = _smallest(whole, sensitive)
        if grave & set(sizes) and not beside & set(sizes):
            beside |= _smallest(sizes, sensitive)
        return frozenset(grave | beside)

    @cached_property
    def is_hidden(self) -> bool:
        """No figure of the choice is shown: it is of a hidden theme, of nothing else, or of too few in one place."""
        if "theme" in self.within and theme_key(self.within["theme"]) in self.hidden_themes:
            return True
        if self.found.empty:
            return False
        return self._has_hidden_alone or (self.is_in_place and self._is_small_place)

    @cached_property
    def hidden_places(self) -> frozenset[str]:
        """The places of the choice, whatever its own place, that have no figures; NO_THEME is "no place named"."""
        found = feedback.places(self.store, self.as_of, **self.without("place").within)
        places = ["" if pd.isna(place) else str(place) for place in found["place"]]
        return frozenset(key[0] for key in too_few({(place,): float(n) for place, n
                                                    in zip(places, found["entries"], strict=True)})
                         if key[0] is not TOTAL)  # fmt: skip

    @cached_property
    def sizes(self) -> dict[str, int]:
        """Entries by key of the theme."""
        rows = self.found[~self.found["is_total"].astype(bool)]
        return {NO_THEME if pd.isna(key) else str(key): int(n)
                for key, n in zip(rows["key"], rows["entries"], strict=True)}  # fmt: skip

    def without(self, *names: str) -> "Judgement":
        """The wider choice without these filters; itself where none of them is set."""
        rest = {name: value for name, value in self.within.items() if name not in names}
        if rest == self.within:
            return self
        if tuple(rest) not in self._wider:
            self._wider[tuple(rest)] = Judgement(self.store, self.as_of, **rest)
        return self._wider[tuple(rest)]

    @cached_property
    def _has_hidden_alone(self) -> bool:
        """Nothing but hidden themes: their total would tell."""
        wider = self.without("theme")
        return bool(wider.sizes) and set(wider.sizes) <= self.hidden_themes

    @cached_property
    def _is_small_place(self) -> bool:
        if self.within["place"] in self.hidden_places:
            return True
        left = (self.without(name).total - self.total for name in self.within if name != "place")
        return any(0 < rest < least_shown() for rest in left)


def too_few(cells: Mapping[Key, float]) -> frozenset[Key]:
    """The cells of a table that are hidden, totals (TOTAL in the key) among them."""
    cube = with_margins(cells)
    return hidden(cube, lines(cube), least_shown=least_shown())


def theme_key(theme: str) -> str:
    """The key of a theme as anybody writes it; what the codebook does not know is its own key."""
    known = spellings()
    return dict(zip(known["names"], known["keys"], strict=True)).get(theme.strip().lower(), theme)


def _smallest(sizes: Mapping[str, int], without: set[str]) -> set[str]:
    others = [key for key in sizes if key not in without]
    return {min(others, key=lambda key: (sizes[key], key))} if others else set()
