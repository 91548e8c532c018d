"""Parts of Community voices: who speaks and where, new words by quarter and place, how common each theme is."""

import pandas as pd
import streamlit as st

from charts.chart import About, Chart
from charts.feedback_groups import groups
from charts.missing import NOT_APPLICABLE, records
from charts.numbers import number, percent, period_label
from charts.text import clean
from locales import Translate
from metrics import feedback_shown, new_words
from metrics.intervals import share_interval
from metrics.names import age_band, sex_name
from metrics.new_words import Rising
from metrics.small_groups import least_shown
from ui import session
from ui.furniture import chart, text_table
from ui.session import Visit
from ui.voice_charts import shown_chart
from ui.voice_choice import Heard, judged, theme_label, themes, whose

TRAITS = ("sex", "age")
MOST_PLACES = 20


def people(here: Visit, heard: Heard) -> None:
    """How many voices of each sex and age band, and how they rate."""
    for column, trait in zip(st.columns(2, gap="large"), TRAITS, strict=True):
        with column:
            found = of_trait(here, heard, trait)
            shown_chart(trait_chart(here, heard, trait, found), found, here, heard.view(f"voices_by_{trait}"))


def of_trait(here: Visit, heard: Heard, trait: str) -> pd.DataFrame:
    """One row a group of a trait: how many spoke, and how they rate; nothing in it that may not be seen."""
    return feedback_shown.by_trait(judged(here, heard), trait, lambda said: group_of(trait, said, here.t))


def trait_chart(here: Visit, heard: Heard, trait: str, found: pd.DataFrame) -> Chart:
    """The groups of a trait with their ratings."""
    t = here.t
    words = {"sex": (t("Voices by sex and rating"), t("Sex")), "age": (t("Voices by age and rating"), t("Age"))}
    return groups(found, t, *words[trait], large=here.large, about=about_voices(here, heard))


def group_of(trait: str, said: str | None, t: Translate) -> str:
    """The group in words, "" where it was not said."""
    if trait == "age":
        return age_band(said, t)
    return sex_name(said, t) or said or ""


def places(here: Visit, heard: Heard) -> None:
    """How many voices of each place that has enough, and how many places have too few."""
    t, found = here.t, feedback_shown.places(judged(here, heard))
    away = int(found["entries"].isna().sum())
    if not heard.place and has_places(here, heard):
        chart(place_chart(here, heard), here, heard.view("voices_by_place"))
    if away and not heard.place:
        st.caption(t.plural(
            "{n} place is not shown: fewer than {k} voices, or such a place could be worked out from it.",
            "{n} places are not shown: fewer than {k} voices, or such a place could be worked out from them.",
            away, n=number(away, t), k=number(least_shown(), t),
        ))  # fmt: skip


def has_places(here: Visit, heard: Heard) -> bool:
    """Whether any place has voices enough to be counted."""
    return bool(feedback_shown.places(judged(here, heard))["entries"].notna().any())


def place_chart(here: Visit, heard: Heard) -> Chart:
    """How many voices of each place that has enough."""
    t, found = here.t, feedback_shown.places(judged(here, heard))
    named = found[found["entries"].notna()].rename(columns={"place_name": "theme"})[["theme", "entries"]]
    return groups(named.head(MOST_PLACES), t, t("Voices by place"), t("Place"), large=here.large,
                  about=about_voices(here, heard))  # fmt: skip


def words(here: Visit, heard: Heard) -> None:
    """Words that came up: in the last three months, in each quarter, in each place."""
    t, choice = here.t, judged(here, heard)
    found = new_words.lately(choice)
    if found:
        listed = ", ".join(f"“{each.words}” ({counted(each.here, t)} : {counted(each.elsewhere, t)})" for each in found)
        st.text(t("New in the last three months (times now : before): {words}", words=clean(listed)))
    columns = st.columns(2, gap="large")
    quarters = [each._replace(name=period_label(each.name, t)) for each in new_words.by_period(choice)]
    with columns[0]:
        listing(t("Quarter"), quarters, t)
    with columns[1]:
        listing(t("Place"), new_words.by_place(choice), t)
    st.caption(t("Words and pairs said clearly more than before, or than elsewhere: log odds with a prior, Monroe, "
                 "Colaresi and Quinn 2008. Only words that at least {k} voices of {n} places say, and no names. "
                 "Sensitive complaints are left out.",
                 k=number(least_shown(), t), n=number(new_words.PLACES, t)))  # fmt: skip


def counted(count: int, t: Translate) -> str:
    """A count; below k only that it is."""
    return t("fewer than {n}", n=number(least_shown(), t)) if 0 < count < least_shown() else number(count, t)


def listing(header: str, rows: list[Rising], t: Translate) -> None:
    """A row for each quarter or place with its words."""
    if rows:
        cells = [{header: each.name, t("Words that came up"): ", ".join(f"“{one.words}”" for one in each.words)}
                 for each in rows]  # fmt: skip
        text_table(pd.DataFrame(cells))


def prevalence(here: Visit, heard: Heard) -> None:
    """How common each theme is, with what chance alone could make of it."""
    t = here.t
    rows = records(themes(here, heard))
    whole = rows[0]["entries"] if rows else None
    named = [row for row in rows[1:] if row["entries"] is not None and row["theme"]]
    if not whole or not named:
        return
    with here.store.cursor() as cursor:
        cells = [theme_cells(row, share_interval(cursor, row["entries"], whole), t) for row in named]
    with st.expander(t("How common is each theme?")):
        text_table(pd.DataFrame(cells))
        st.caption(t("Share of all {n} voices, with its 95% interval (Wilson), as if they were drawn by chance; who "
                     "speaks up by themselves is no random sample. A voice may have several themes.",
                     n=number(whole, t)))  # fmt: skip


def theme_cells(row: dict, share, t: Translate) -> dict[str, str]:
    """One theme with its share and interval."""
    known = share.low is not None and share.high is not None
    return {
        t("Theme"): theme_label(row["theme"], t) or "", t("Entries"): number(row["entries"], t),
        t("Share"): percent(share.value, t) if share.value is not None else NOT_APPLICABLE,
        t("95% interval"): f"{percent(share.low, t)} – {percent(share.high, t)}" if known else NOT_APPLICABLE,
    }  # fmt: skip


def about_voices(here: Visit, heard: Heard) -> About:
    return About(place=whose(here, heard), source=here.t("feedback sent in by the partners"), as_of=here.as_of)


def drawn(here: Visit, heard: Heard, name: str) -> None:
    """One of people, places, words and prevalence, drawn once for a choice."""
    {"people": people, "places": places, "words": words, "prevalence": prevalence}[name](here, heard)


def all_of(here: Visit, heard: Heard) -> None:
    """Every part, each remembered."""
    for name in ("prevalence", "people", "places", "words"):
        session.remembered(drawn, here, heard, name)
