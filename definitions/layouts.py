"""The words that tell what stands where in a table nobody made for us, read from layouts.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from definitions.fold import fold
from definitions.vocabulary import vocabulary

OUTWARD = {"name": "indicator", "final_target": "target"}
"""Fields of a row that people and mapping files call otherwise."""
ROW_FIELDS = (
    "name", "code", "unit", "level", "programme", "partner", "place", "group", "period", "period_start", "period_end",
    "year", "what", "baseline", "baseline_date", "final_target", "target_date", "direction", "measure", "cumulative",
    "over_time", "source", "owner", "definition", "note", "number", "objective", "assumption", "frequency",
)  # fmt: skip
"""Every field of a row: the lists of `fields` in layouts.toml, and `what`, which a column of words may tell."""
_OWN_FIELDS = {"unit", "level", "programme", "direction", "baseline", "baseline_date", "target_date", "measure",
               "over_time", "source", "owner", "definition"}  # fmt: skip


@dataclass(frozen=True)
class LayoutWords:
    """The lists of layouts.toml, folded."""

    lists: Mapping[str, Mapping[str, tuple[str, ...]]]

    @cached_property
    def what(self) -> dict[str, str]:
        """Folded word → target, result, numerator, denominator, achieved_or_share, calculated, money or total."""
        return _turned(self.lists["what"])

    @cached_property
    def alone(self) -> dict[str, str]:
        """Folded header → target or result, where it is the whole of it."""
        return _turned(self.lists["alone"])

    @cached_property
    def fields(self) -> dict[str, str]:
        """Folded header → the field of a row; the workbook's own names of a column count as well."""
        own = {
            name: column.key
            for sheet in vocabulary().sheets if sheet.key in ("indicators", "results")
            for column in sheet.columns if column.key in _OWN_FIELDS
            for name in column.own_names | column.other_names
        }  # fmt: skip
        return own | _turned(self.lists["fields"])

    @cached_property
    def groups(self) -> dict[str, str]:
        """Folded word → a group such as sex=f."""
        return _turned(self.lists["groups"])

    @cached_property
    def levels(self) -> dict[str, str]:
        """Folded first words of a section → level."""
        return _turned(self.lists["level"])

    def words(self, part: str, name: str) -> tuple[str, ...]:
        """One list, folded; the longest first."""
        return self.lists[part][name]

    def said(self, part: str, name: str, text: str) -> str | None:
        """The first word of a list that stands in a text, as whole words, else None."""
        padded = f" {fold(text)} "
        return next((word for word in self.words(part, name) if f" {word} " in padded), None)


def _turned(lists: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    turned: dict[str, str] = {}
    for name, words in lists.items():
        for word in words:
            turned.setdefault(word, name)
    return turned


@lru_cache(maxsize=1)
def layout_words() -> LayoutWords:
    """The words of layouts.toml."""
    raw = tomllib.loads(Path(__file__).with_name("layouts.toml").read_text("utf-8"))
    return LayoutWords({
        part: {name: tuple(sorted({fold(word) for word in words} - {""}, key=len, reverse=True))
               for name, words in lists.items()}
        for part, lists in raw.items()
    })  # fmt: skip
