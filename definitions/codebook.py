"""The codebook of feedback: themes with their names, what they are about, and the words that hint at them."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from definitions.fold import fold


@dataclass(frozen=True)
class Theme:
    """One theme. `is_sensitive` themes go to a list of their own; `also` are other names that senders write."""

    key: str
    id: str
    en: str
    about_id: str
    about_en: str
    keywords: tuple[str, ...]
    is_sensitive: bool = False
    also: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()
    """Phrases with the same words that say nothing of the kind, as `keywords` are written."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every way to write the theme."""
        return (self.key, self.id, self.en, *self.also)

    def label(self, language: str) -> str:
        return self.id if language == "id" else self.en

    def about(self, language: str) -> str:
        return self.about_id if language == "id" else self.about_en


@dataclass(frozen=True)
class Codebook:
    """The themes in the order of the file."""

    themes: tuple[Theme, ...]

    def theme(self, written: str) -> Theme | None:
        """The theme of this key or name in either language, else None."""
        folded = fold(written)
        return next((theme for theme in self.themes if folded in map(fold, theme.names)), None)

    def label(self, written: str, language: str) -> str:
        """What a theme is called in a language; one that the codebook does not know, as it was written."""
        theme = self.theme(written)
        return theme.label(language) if theme else written

    @property
    def sensitive(self) -> tuple[str, ...]:
        """The keys of the themes with a list of their own."""
        return tuple(theme.key for theme in self.themes if theme.is_sensitive)


@lru_cache(maxsize=1)
def codebook() -> Codebook:
    """The codebook of codebook.toml."""
    raw = tomllib.loads(Path(__file__).with_name("codebook.toml").read_text("utf-8"))
    groups = {f"{{{name}}}": f"({''.join(words.split(chr(10)))})" for name, words in raw["groups"].items()}
    return Codebook(tuple(
        Theme(entry["key"], entry["id"], entry["en"], entry["about_id"], entry["about_en"],
              tuple(_spelled_out(word, groups) for word in entry["keywords"]),
              entry.get("sensitive", False), tuple(entry.get("also", ())),
              tuple(_spelled_out(word, groups) for word in entry.get("harmless", ())))
        for entry in raw["theme"]
    ))  # fmt: skip


def _spelled_out(keyword: str, groups: dict[str, str]) -> str:
    """With each {group} as its words."""
    for name, words in groups.items():
        keyword = keyword.replace(name, words)
    return keyword
