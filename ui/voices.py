"""Parts of the screen Community voices: the theme picker, the finding, the charts, what is open, the quotes."""

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import streamlit as st
from babel.dates import format_date

from charts import feedback as charts
from charts.chart import About
from charts.missing import records
from charts.numbers import number, percent, period_label
from charts.text import clean
from definitions.vocabulary import vocabulary
from locales import Translate
from metrics import feedback, loop
from metrics.names import age_band
from ui import session
from ui.filters import Filters, adopt_address, choices, write_address
from ui.furniture import chart, text_table
from ui.literal import literal
from ui.session import Visit

STYLE = Path(__file__).with_name("voices.css")
QUOTES = 6  # on one page
MOST = 500  # quotes that are fetched
MOST_WAITING = 50  # rows of the list of those that wait too long


@dataclass(frozen=True)
class Heard:
    """What is listened to: the filters of every page, and a theme."""

    programme: str | None = None
    partner: str | None = None
    place: str | None = None
    theme: str | None = None

    @property
    def filters(self) -> Filters:
        return Filters(self.programme, self.partner, self.place)


def theme_picker(here: Visit, chosen: Filters) -> Heard:
    """A picker with the themes that people name. The choice stands in the address."""
    t, named = here.t, session.remembered(theme_names, here)
    options = {theme: theme for theme in named}
    adopt_address("theme", options)
    theme = st.selectbox(t("Theme"), ["", *options], key="theme", persist_state="session", label_visibility="collapsed",
                         format_func=lambda name: clean(name) if name else t("All themes")) or None  # fmt: skip
    write_address("theme", theme)
    return Heard(chosen.programme, chosen.partner, chosen.place, theme)


def theme_names(here: Visit) -> list[str]:
    """Every theme that anybody named, the most frequent first."""
    return [row["theme"] for row in records(feedback.themes(here.store, here.as_of)) if row["theme"]]


def total(here: Visit, heard: Heard) -> dict | None:
    """Counts over everything that is listened to; None when there is nothing."""
    rows = records(feedback.themes(here.store, here.as_of, **asdict(heard)))
    return rows[0] if rows else None


def has_any(here: Visit) -> bool:
    """Whether any feedback was ever uploaded."""
    return total(here, Heard()) is not None


def finding(counts: dict, t: Translate) -> str:
    """How many spoke, how many were answered, how many heard back."""
    said = t.plural("{n} voice; {answered} answered, {told} heard back what became of it.",
                    "{n} voices; {answered} answered, {told} heard back what became of it.", counts["entries"],
                    n=number(counts["entries"], t), answered=percent(counts["answered_share"], t),
                    told=percent(counts["told_back_share"], t))  # fmt: skip
    if not counts["overdue"]:
        return said
    waiting = t("{n} have waited more than {days} days for an answer.", n=number(counts["overdue"], t),
                days=feedback.ANSWER_WITHIN_DAYS)  # fmt: skip
    return f"{said} {waiting}"


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
    session.remembered(new_words, here, heard)


def drawn(here: Visit, heard: Heard, name: str) -> None:
    """One chart of charts.feedback with the answer of the same name."""
    found = getattr(feedback, name)(here.store, here.as_of, **asdict(heard))
    if name == "themes":
        found = feedback.shown_themes(found)
        found = found[~found["is_total"]]
    if name == "loop":  # with those that still wait counted, as beside it
        median = loop.closing(here.store, here.as_of, **asdict(heard)).iloc[0]["median_days"]
        found = found.assign(median_days=found["median_days"].where(found["step"] != "answered", median))
    t = here.t
    about = About(place=_whose(here, heard), source=t("feedback sent in by the partners"), as_of=here.as_of)
    chart(getattr(charts, name)(found, t, about=about), here, f"voices_{name}")


def _whose(here: Visit, heard: Heard) -> str:
    """Which voices are counted, in words."""
    t, known = here.t, session.remembered(choices, here)
    chosen = [known.get(kind, {}).get(code) for kind, code in asdict(heard.filters).items() if code]
    return " · ".join(filter(None, [*chosen, heard.theme])) or t("all voices")


def waiting(here: Visit, heard: Heard) -> None:
    """How many wait, and how long it takes: with those that still wait counted as waiting."""
    t, counts = here.t, total(here, heard)
    closed = loop.closing(here.store, here.as_of, **asdict(heard)).iloc[0]
    if counts is None:
        return
    with st.container(horizontal=True, key="voices_waiting"):
        st.metric(t("Still open"), number(counts["open"], t), border=True)
        overdue = t("Open more than {days} days", days=feedback.ANSWER_WITHIN_DAYS)
        st.metric(overdue, number(counts["overdue"], t), border=True)
        median = closed["median_days"]
        st.metric(t("Median days to an answer"), "–" if pd.isna(median) else number(median, t), border=True)
    st.caption(
        t("Half of the voices are answered within so many days. Those that still wait are counted as waiting, "
          "so the figure is not flattered (Kaplan–Meier); – means that fewer than half have an answer yet.")
    )  # fmt: skip


def overdue(here: Visit, heard: Heard) -> None:
    """Which entries have waited too long, by their place in the upload and never by their words; and the sensitive."""
    t, found = here.t, feedback.overdue(here.store, here.as_of, **asdict(heard))
    days, waiting_for = feedback.ANSWER_WITHIN_DAYS, number(len(found), t)
    with st.expander(t("Waiting longer than {days} days: {n}", days=days, n=waiting_for)):
        shown = pd.DataFrame([_waiting_row(row, t) for row in records(found.head(MOST_WAITING))])
        if len(shown):
            text_table(shown)
        st.caption(t("The words are not shown here. The row leads back to the workbook of the sender."))
    count = feedback.sensitive_count(here.store, here.as_of, **asdict(heard))
    if count != 0:
        said = t("fewer than {n}", n=number(feedback.LEAST_SHOWN, t)) if count is None else number(count, t)
        st.caption(t("Sensitive complaints (safety, abuse, misuse): {n}. They go to the person in charge, and into no "
                     "list and no small chart.", n=said))  # fmt: skip


def _waiting_row(row: dict, t: Translate) -> dict[str, str]:
    """One row of the list, every value as text."""
    return {
        t("Received"): format_day(row["date"], t), t("Days"): number(row["days"], t),
        t("Place"): row["place_name"] or "–", t("Programme"): row["programme"] or "–",
        t("Channel"): row["channel"] or "–", t("Theme"): row["theme"] or "–",
        t("Row"): f"{row['sheet']} {row['row_number']}",
    }  # fmt: skip


def new_words(here: Visit, heard: Heard) -> None:
    """Words that came up in the last three months."""
    t, found = here.t, feedback.new_words(here.store, here.as_of, **asdict(heard))
    if found:
        listed = ", ".join(f"“{each.words}” ({number(each.here, t)} : {number(each.elsewhere, t)})" for each in found)
        st.text(t("New in the last three months (times now : before): {words}", words=clean(listed)))
        st.caption(t("Words said clearly more than before: log odds with a prior, Monroe, Colaresi and Quinn 2008."))


def quotes(here: Visit, heard: Heard) -> None:
    """What people said, word by word, of those who agreed to be quoted."""
    t, found = here.t, records(session.remembered(quoted, here, heard))
    if not found:
        st.text(t("Nobody in this choice has agreed to be quoted. Their voices are counted above, and not shown."))
        return
    _page_of_quotes(found, t, str(heard))


def quoted(here: Visit, heard: Heard):
    """The newest entries with consent."""
    return feedback.quotes(here.store, here.as_of, most=MOST, **asdict(heard))


@st.fragment
def _page_of_quotes(found: list[dict], t: Translate, choice: str) -> None:
    pages = -(-len(found) // QUOTES)
    page = min(st.session_state.get(f"quotes_{choice}", 1), pages)
    columns = st.columns(2)
    for position, row in enumerate(found[(page - 1) * QUOTES : page * QUOTES]):
        with columns[position % 2], st.container(border=True, key=f"quote_{position}"):
            st.text(clean(row["text"]))
            st.caption(literal(who_and_where(row, t)))
    if pages > 1:
        st.pagination(pages, key=f"quotes_{choice}")
    st.caption(t("{n} voices with consent; names, days and contacts are never shown.", n=number(len(found), t)))


def who_and_where(row: dict, t: Translate) -> str:
    """Place, month, sex and age band, theme and rating: nothing that points at one person."""
    rating = t("rating {n} of 5", n=number(row["rating"], t)) if row["rating"] is not None else ""
    told = t("heard back") if row["told_back"] else t("answered") if row["answered_on"] else t("not answered yet")
    return " · ".join(filter(None, (
        row["place_name"], _month(row["date"], t), _sex(row["sex"], t), age_band(row["age"], t), row["theme"], rating,
        told,
    )))  # fmt: skip


def format_day(day: date, t: Translate) -> str:
    """12 Mar 2025, as the language writes it."""
    return format_date(day, "d MMM y", locale=t.language)


def _month(day: date, t: Translate) -> str:
    return period_label(f"{day:%Y-%m}", t)


def _sex(key: str | None, t: Translate) -> str:
    words = {"f": t("female"), "m": t("male")}
    known = vocabulary().answer("sex", key) if key else None
    return words.get(known.key if known else "", "")
