"""Parts of the screen Community voices: the theme picker, the finding, the charts, what is open, the quotes."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import streamlit as st
from babel.dates import format_date

from charts import feedback as charts
from charts.chart import About, Chart
from charts.missing import HIDDEN, records
from charts.numbers import number, period_label
from charts.text import clean
from data.storyboards import View
from definitions.codebook import codebook
from definitions.vocabulary import vocabulary
from locales import Translate
from metrics import feedback, feedback_shown, voices_heard
from metrics import quotes as quotable
from metrics.feedback_judgement import Judgement
from metrics.names import age_band
from metrics.small_groups import least_shown
from reports import voice_words
from ui import answers, session
from ui.filters import Filters, adopt_address, choices, view_of, write_address
from ui.furniture import chart, text_table
from ui.literal import literal
from ui.session import Visit

STYLE = Path(__file__).with_name("voices.css")
INDICATOR = "pages/indicator.py"
QUOTES = 6  # on one page
MOST = 500  # quotes that are fetched
MOST_WAITING = 50  # rows of the list of those that wait too long


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


def pictures(here: Visit, heard: Heard) -> None:
    """The charts, made once for a choice. The loop and the themes have words beside their bars and need the width."""
    st.html(STYLE)
    left, right = st.columns(2, gap="large")
    with left:
        session.remembered(drawn, here, heard, "volume")
    with right:
        session.remembered(drawn, here, heard, "ratings")
    session.remembered(drawn, here, heard, "loop")
    session.remembered(waiting, here, heard)
    session.remembered(overdue, here, heard)
    session.remembered(drawn, here, heard, "themes")


def drawn(here: Visit, heard: Heard, name: str) -> None:
    """One of volume, ratings, themes and loop, with its words."""
    found = frame(here, heard, name)
    shown_chart(voice_chart(here, heard, name, found), found, here, heard.view(f"voices_{name}"))


def voice_chart(here: Visit, heard: Heard, name: str, found: pd.DataFrame) -> Chart:
    """One of volume, ratings, themes and loop, drawn from its frame."""
    about = About(place=whose(here, heard), source=here.t("feedback sent in by the partners"), as_of=here.as_of)
    return getattr(charts, name)(found, here.t, large=here.large, about=about)


def shown_chart(made: Chart, found: pd.DataFrame, here: Visit, view: View) -> None:
    """The chart; where every count in it is hidden, one line that says so instead of an empty frame."""
    if len(found) and found["entries"].isna().all():
        st.caption(literal(f"{made.subtitle}: {made.title}"))
    else:
        chart(made, here, view)


def frame(here: Visit, heard: Heard, name: str) -> pd.DataFrame:
    """What a chart is drawn from: nothing in it that may not be seen."""
    if name != "themes":
        of_name = {"volume": feedback_shown.volume, "ratings": feedback_shown.ratings, "loop": feedback_shown.steps}
        return of_name[name](judged(here, heard))
    found = themes(here, heard)
    is_grave = found["is_sensitive"].astype(bool) & found["entries"].isna()
    return found[~is_grave].assign(theme=[theme_label(row["theme"], here.t) for row in records(found[~is_grave])])


def whose(here: Visit, heard: Heard) -> str:
    """Which voices are counted, in words."""
    t, known = here.t, session.remembered(choices, here)
    chosen = [known.get(kind, {}).get(code) for kind, code in heard.within.items() if code]
    return " · ".join(filter(None, [*chosen, theme_label(heard.theme, t)])) or t("all voices")


def waiting(here: Visit, heard: Heard) -> None:
    """How many wait, and how long it takes: with those that still wait counted as waiting."""
    t, counts = here.t, total(here, heard)
    if counts is None:
        return
    median = records(feedback_shown.steps(judged(here, heard)))[1]["median_days"]
    with st.container(horizontal=True, key="voices_waiting"):
        st.metric(t("Still open"), shown(counts["open"], t), border=True)
        overdue = t("Open more than {days} days", days=feedback.ANSWER_WITHIN_DAYS)
        st.metric(overdue, shown(counts["overdue"], t), border=True)
        none = HIDDEN if counts["answered"] is None else "–"
        st.metric(t("Median days to an answer"), none if median is None else number(median, t), border=True)
    st.caption(
        t("Half of the voices are answered within so many days. Those that still wait are counted as waiting, "
          "so the figure is not flattered (Kaplan–Meier); – means that fewer than half have an answer yet.")
    )  # fmt: skip


def shown(count: float | None, t: Translate) -> str:
    """A count; "…" where it is hidden."""
    return HIDDEN if count is None else number(count, t)


def overdue(here: Visit, heard: Heard) -> None:
    """Which entries have waited too long, by their place in the upload and never by their words; and the sensitive."""
    t, counts = here.t, total(here, heard)
    days = feedback.ANSWER_WITHIN_DAYS
    if counts and counts["overdue"] is not None:
        found = feedback.overdue(here.store, here.as_of, **heard.within)
        away = {"", *judged(here, heard).hidden_places}
        with st.expander(t("Waiting longer than {days} days: {n}", days=days, n=number(len(found), t))):
            rows = pd.DataFrame([waiting_row(row, away, t) for row in records(found.head(MOST_WAITING))])
            if len(rows):
                text_table(rows)
            st.caption(t("The words are not shown here. The row leads back to the workbook of the sender."))
    sensitive_note(here, heard)


def sensitive_note(here: Visit, heard: Heard) -> None:
    """How many sensitive complaints there are; not how many exactly, where they are few."""
    t = here.t
    rest = {name: value for name, value in heard.within.items() if name != "theme"}
    count = feedback_shown.sensitive_count(here.store, here.as_of, **rest)
    if count != 0:
        said = t("fewer than {n}", n=number(least_shown(), t)) if count is None else number(count, t)
        st.caption(t("Sensitive complaints (safety, abuse, misuse): {n}. They stand on a list of their own under Code "
                     "feedback, and in no small chart.", n=said))  # fmt: skip


def waiting_row(row: dict, away: set[str], t: Translate) -> dict[str, str]:
    """One row of the list, every value as text; the name of a place that is hidden is left out."""
    place = row["place_name"] if row["place"] not in away else None
    return {
        t("Received"): format_day(row["date"], t), t("Days"): number(row["days"], t),
        t("Place"): place or "–", t("Programme"): row["programme"] or "–",
        t("Channel"): row["channel"] or "–", t("Row"): f"{row['sheet']} {row['row_number']}",
    }  # fmt: skip


def quotes(here: Visit, heard: Heard) -> None:
    """What people said, word by word, of those who agreed to be quoted; each leads to its indicator. None of a choice
    of too few: they would tell what the figures hide."""
    t = here.t
    if judged(here, heard).is_hidden:
        st.text(t("Too few voices for quotes."))
        return
    found = list(records(session.remembered(quoted, here, heard)))
    if not found:
        st.text(t("No quote can be shown in this choice: nobody agreed to be quoted, or too few would share what the "
                  "quote tells. Their voices are counted above."))  # fmt: skip
        return
    _page_of_quotes(here, found, str(heard.within))


def quoted(here: Visit, heard: Heard):
    """The newest entries with consent, each with what at least k voices share."""
    return quotable.quotes(here.store, here.as_of, most=MOST, **heard.within)


@st.fragment
def _page_of_quotes(here: Visit, found: list[dict], choice: str) -> None:
    t, names = here.t, session.remembered(answers.known_names, here)["indicator"]
    pages = -(-len(found) // QUOTES)
    page = min(st.session_state.get(f"quotes_{choice}", 1), pages)
    columns = st.columns(2)
    for position, row in enumerate(found[(page - 1) * QUOTES : page * QUOTES]):
        with columns[position % 2], st.container(border=True, key=f"quote_{position}"):
            st.text(clean(row["text"]))
            st.caption(literal(who_and_where(row, t)))
            if row["indicator"] in names:
                st.page_link(INDICATOR, label=literal(names[row["indicator"]]), icon=":material/checklist:",
                             query_params={"indicator": row["indicator"]})  # fmt: skip
    if pages > 1:
        st.pagination(pages, key=f"quotes_{choice}")
    few = t("fewer than {n}", n=number(least_shown(), t))
    st.caption(t("{n} voices with consent; names, days and contacts are never shown, and beside a quote only what at "
                 "least {k} voices share.", n=number(len(found), t) if len(found) >= least_shown() else few,
                 k=number(least_shown(), t)))  # fmt: skip


def who_and_where(row: dict, t: Translate) -> str:
    """Place, time, sex and age band, theme and rating, as far as they may be told (metrics.quotes)."""
    rating = t("rating {n} of 5", n=number(row["rating"], t)) if row["rating"] is not None else ""
    return " · ".join(filter(None, (
        row["place_name"], period_label(row["period"], t) if row["period"] else "", _sex(row["sex"], t),
        age_band(row["age"], t), theme_label(row["theme"], t), rating, _answer(row, t),
    )))  # fmt: skip


def format_day(day: date, t: Translate) -> str:
    """12 Mar 2025, as the language writes it."""
    return format_date(day, "d MMM y", locale=t.language)


def _answer(row: dict, t: Translate) -> str:
    """Whether it was answered; "" where that is not told."""
    if row["told_back"]:
        return t("heard back")
    if row["is_answered"] is None:
        return ""
    return t("answered") if row["is_answered"] else t("not answered yet")


def _sex(key: str | None, t: Translate) -> str:
    words = {"f": t("female"), "m": t("male")}
    known = vocabulary().answer("sex", key) if key else None
    return words.get(known.key if known else "", "")
