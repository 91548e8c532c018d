"""What is listened to on Community voices: the filters of every page and a theme, and what of it may be shown."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from charts.missing import records
from charts.numbers import number
from charts.text import clean
from data.storyboards import View
from definitions.codebook import codebook
from locales import Translate
from metrics import feedback_shown, voices_heard
from metrics.feedback_judgement import Judgement
from metrics.small_groups import least_shown
from reports import voice_words
from ui import session
from ui.filters import Filters, adopt_address, choices, view_of, write_address
from ui.session import Visit


@dataclass(frozen=True)
class Heard:
    """What is listened to: the filters of every page, and a theme. `edition` changes with every code."""

    programme: str | None = None
    partner: str | None = None
    place: str | None = None
    theme: str | None = None
    edition: int = 0

    @property
    def filters(self) -> Filters:
        return Filters(self.programme, self.partner, self.place)

    def view(self, kind: str) -> View:
        """What is shown of these voices, so that it can be shown again on the wall."""
        return view_of(kind, self.filters, theme=self.theme)

    @property
    def within(self) -> dict[str, str | None]:
        return {"programme": self.programme, "partner": self.partner, "place": self.place, "theme": self.theme}


def judged(here: Visit, heard: Heard) -> Judgement:
    """What of the choice may be shown; worked out once."""
    return session.remembered(judgement, here, heard)


def themes(here: Visit, heard: Heard) -> pd.DataFrame:
    """feedback_shown.themes of the choice; asked once, for half of the page starts from it."""
    return session.remembered(shown_themes, here, heard)


def shown_themes(here: Visit, heard: Heard) -> pd.DataFrame:
    return feedback_shown.themes(judged(here, heard))


def judgement(here: Visit, heard: Heard) -> Judgement:
    return Judgement(here.store, here.as_of, **heard.within)


def theme_picker(here: Visit, chosen: Filters) -> Heard:
    """A picker with the themes that people name. The choice stands in the address."""
    t, edition = here.t, voices_heard.edition(here.store)
    options = {theme: theme for theme in session.remembered(theme_names, here, edition)}
    adopt_address("theme", options)
    theme = st.selectbox(
        t("Theme"), ["", *options], key="theme", persist_state="session", label_visibility="collapsed",
        format_func=lambda name: theme_label(name, t) or t("All themes"),
    ) or None  # fmt: skip
    write_address("theme", theme)
    return Heard(chosen.programme, chosen.partner, chosen.place, theme, edition)


def edition_now(here: Visit) -> int:
    """A number that changes with every code."""
    return voices_heard.edition(here.store)


def theme_names(here: Visit, edition: int) -> list[str]:
    """Every theme that anybody named and that may be shown, the most frequent first."""
    found = records(themes(here, Heard(edition=edition)))
    return [row["theme"] for row in found if row["theme"] and row["entries"] is not None]


def theme_label(theme: str | None, t: Translate) -> str | None:
    """A theme in the language of the screen; one that the codebook does not know as it was written."""
    return clean(codebook().label(theme, t.language)) if theme else None


def total(here: Visit, heard: Heard) -> dict | None:
    """Counts over everything that is listened to, None where hidden; None when there is nothing."""
    rows = records(themes(here, heard))
    return rows[0] if rows else None


def has_any(here: Visit) -> bool:
    """Whether any feedback was ever uploaded."""
    return judged(here, Heard()).total > 0


def finding(counts: dict, t: Translate) -> str:
    """How many spoke, how many were answered, how many heard back; that they are too few, where they are."""
    if counts["entries"] is None:
        return too_few(t)
    return voice_words.shown(counts, t)


def too_few(t: Translate) -> str:
    """Why there are no figures."""
    return t("Fewer than {k} voices here, or so few beside others that they could be worked out. So that nobody can be "
             "recognised, neither figures nor quotes are shown.",
             k=number(least_shown(), t))  # fmt: skip


def whose(here: Visit, heard: Heard) -> str:
    """Which voices are counted, in words."""
    t, known = here.t, session.remembered(choices, here)
    chosen = [known.get(kind, {}).get(code) for kind, code in heard.within.items() if code]
    return " · ".join(filter(None, [*chosen, theme_label(heard.theme, t)])) or t("all voices")
