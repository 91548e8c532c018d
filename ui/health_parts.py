"""The health of the partnership: who answered, how far partners lie apart, what moved, and what they wrote."""

import pandas as pd
import streamlit as st

from charts.chart import About, Chart, table
from charts.health import moved, over_rounds, score, spread
from charts.missing import HIDDEN, records
from charts.numbers import number
from data.storyboards import View
from definitions.partnership import partnership
from locales import mark
from metrics import partnership as survey
from ui import furniture, session
from ui.literal import literal
from ui.session import Visit

SIDES = {"civil": mark("Civil society"), "institutional": mark("Offices, companies, schools, funders"),
         "other": mark("Other kinds")}  # fmt: skip


def rounds(here: Visit) -> dict[str, str]:
    """The rounds of the survey, the latest first."""
    return {name: literal(name) for name in reversed(survey.rounds(here.store))}


def nothing_yet(here: Visit) -> None:
    """For a store without a survey."""
    t = here.t
    furniture.empty(
        t("No survey of the partnership yet"),
        t("Ask every partner the eight short statements below once or twice a year, and upload the answers in the "
          "sheet Partnership survey. Fewer than five answers are never shown apart."),
        t("Upload the survey"), "pages/upload.py",
    )  # fmt: skip
    statements(here)


def statements(here: Visit) -> None:
    """What is asked, to be copied."""
    t = here.t
    listed = [[one.label(here.language).capitalize(), one.statement(here.language)] for one in partnership().factors]
    with st.expander(t("What is asked"), expanded=True):
        furniture.text_table(table(listed, [t("Factor"), t("Statement: 1 not at all, 5 fully")]))


def about(here: Visit, round_: str) -> About:
    """What the charts of the survey say of themselves."""
    return About(period=here.t("round {name}", name=round_), source=here.t("partnership survey"), as_of=here.as_of)


def named(frame: pd.DataFrame, here: Visit) -> pd.DataFrame:
    """With the name of each factor in the language."""
    return frame.assign(
        name=[partnership().factor_name(key, here.language).capitalize() for key in frame["factor_key"]]
    )


def health(here: Visit, round_: str) -> None:
    """One round: who answered, the spread, what moved, both sides of the table, all rounds, words."""
    t = here.t
    came, known = survey.response(here.store, round_)
    st.text(t("{n} of {m} partners answered in round {name}.", n=number(came, t), m=number(known, t), name=round_))
    # The newest round is not named: next year it is the next one.
    asked = {} if round_ == next(iter(rounds(here)), None) else {"round": round_}
    for name in ("spread", "moved"):
        furniture.chart(health_chart(here, round_, name), here, View.of(name, asked))
    both_sides(here, round_)
    furniture.chart(health_chart(here, round_, "rounds"), here, View.of("rounds", asked))
    words(here, round_)


def answered(here: Visit) -> pd.DataFrame:
    """What was answered in all rounds, with the names of what was asked."""
    return named(survey.health(here.store), here)


def health_chart(here: Visit, round_: str, name: str) -> Chart:
    """One of spread and moved (of a round), and rounds (all of them)."""
    t, found = here.t, session.remembered(answered, here)
    now, look = found[found["round"] == round_], {"large": here.large, "about": about(here, round_)}
    if name == "spread":
        return spread(now, named(survey.spread(here.store, round_), here), t, **look)
    return moved(now, t, **look) if name == "moved" else over_rounds(found, t, **look)


def both_sides(here: Visit, round_: str) -> None:
    """Whether both sides of the table feel the same, as far as there are enough on each."""
    t, rows = here.t, records(named(survey.by_side(here.store, round_), here))
    furniture.section(t("Both sides of the table"))
    if not any(row["mean"] is not None for row in rows):
        st.text(t("Fewer than {n} partners stand on one of the sides, so the answers are not split.",
                  n=partnership().smallest_group))  # fmt: skip
        return
    sides = [side for side in SIDES if any(row["side"] == side for row in rows)]
    factors = list(dict.fromkeys(row["name"] for row in rows))
    known = {(row["name"], row["side"]): row for row in rows}
    cells = [[factor, *(side_text(known.get((factor, side)), here) for side in sides)] for factor in factors]
    furniture.text_table(table(cells, [t("Factor"), *(t(SIDES[side]) for side in sides)]))


def side_text(row: dict | None, here: Visit) -> str:
    """A mean with the number of partners; hidden where they are few."""
    if row is None:
        return "—"
    return HIDDEN if row["mean"] is None else f"{score(row['mean'], here.t)} (n = {number(row['partners'], here.t)})"


def words(here: Visit, round_: str) -> None:
    """How many partners' comments there are. Their words are shown on no screen that everybody sees: the survey asks
    nobody whether he may be quoted."""
    t, said = here.t, survey.comments(here.store, round_)
    if said:
        st.caption(t("{n} comments were written beside the answers. They are not shown here, since nobody was asked "
                     "whether they may be quoted; they can be read on the desk Code feedback.",
                     n=number(len(said), t)))  # fmt: skip


def read_words(here: Visit) -> None:
    """The comments of the newest round with enough answers, without who wrote them: for the desk behind the door."""
    t = here.t
    for round_ in rounds(here):
        if said := survey.comments(here.store, round_):
            with st.expander(t("What partners wrote in round {name} ({n})", name=round_, n=number(len(said), t))):
                for key, text in said:
                    st.text(f"{partnership().factor_name(key, here.language).capitalize()}: {text}")
            return
    st.caption(t("No comments, or too few partners answered to read them apart."))
