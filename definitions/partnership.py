"""The partnership survey: its factors, their words, and the limits that protect small groups."""

import tomllib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from definitions.fold import fold


@dataclass(frozen=True)
class Factor:
    """One factor of the survey, with the statement that people agree or disagree with."""

    key: str
    id: str
    en: str
    synonyms: tuple[str, ...]
    statement_id: str
    statement_en: str

    def label(self, language: str) -> str:
        return self.id if language == "id" else self.en

    def statement(self, language: str) -> str:
        return self.statement_id if language == "id" else self.statement_en


@dataclass(frozen=True)
class Partnership:
    """Factors in the order of the survey; days and points as in partnership.toml; sides: kind of partner → side."""

    factors: tuple[Factor, ...]
    smallest_group: int
    remind_days: int
    sides: dict[str, str]

    @cached_property
    def by_name(self) -> dict[str, Factor]:
        """Every folded spelling of a factor."""
        names = [(fold(name), one) for one in self.factors for name in (one.key, one.id, one.en, *one.synonyms)]
        return dict(reversed(names))

    def factor(self, written: str) -> str:
        """The key of the factor meant; one that nobody defined is its own key, as it was written."""
        known = self.by_name.get(fold(written))
        return known.key if known else " ".join(written.split())

    def factor_name(self, key: str, language: str) -> str:
        """What a factor is called; an undefined one as it was written."""
        return next((one.label(language) for one in self.factors if one.key == key), key)


@lru_cache(maxsize=1)
def partnership() -> Partnership:
    """What partnership.toml says."""
    raw = tomllib.loads(Path(__file__).with_name("partnership.toml").read_text("utf-8"))
    return Partnership(
        factors=tuple(Factor(**entry | {"synonyms": tuple(entry["synonyms"])}) for entry in raw["factor"]),
        smallest_group=raw["smallest_group"],
        remind_days=raw["remind_days"],
        sides={kind: side for side, kinds in raw["sides"].items() for kind in kinds},
    )
