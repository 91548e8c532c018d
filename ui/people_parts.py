"""People reached, when several partners may have met the same ones: what is shown, and between which bounds."""

import pandas as pd
import streamlit as st

from charts.missing import HIDDEN, records
from charts.numbers import number
from definitions.units import is_people
from locales import Translate
from metrics.people import people
from ui import answers, furniture, session
from ui.filters import Filters
from ui.literal import literal
from ui.session import Visit


def bounds(here: Visit, indicator: str) -> dict | None:
    """Lower, estimate and upper for one indicator; None where nothing was reported."""
    hidden = {indicator: session.remembered(answers.hidden_cells, here, indicator)}
    found = records(people(here.store, here.as_of, indicator=indicator, hidden=hidden))
    return found[0] if found else None


def bounds_of_each(here: Visit) -> dict[str, dict]:
    """As `bounds`, of all indicators at once."""
    found = people(here.store, here.as_of, hidden=session.remembered(answers.hidden_of_each, here))
    return {row["indicator"]: row for row in records(found)}


def reached_by_several(here: Visit) -> list[str]:
    """The indicators that count people and that several partners have reported."""
    found = session.remembered(answers.everyone, here, "partner", Filters().scheme)
    asked = found[found["actual"].notna() & (found["over_units"] == "sum") & (found["measure"] == "number")
                  & found["partner"].notna()]  # fmt: skip
    counted = asked.loc[[is_people(unit) for unit in asked["unit"]]].groupby("indicator")["partner"].nunique()
    return [str(code) for code in counted.index[counted > 1]]


def of_indicator(here: Visit, chosen: Filters, indicator: str) -> None:
    """The bounds on the page of one indicator; nothing where one partner alone counts people, or none are counted."""
    t = here.t
    if chosen.partner or chosen.place or indicator not in session.remembered(reached_by_several, here):
        return
    found = session.remembered(bounds, here, indicator)
    if found is None:
        return
    furniture.section(t("People, counted once"))
    st.text(sentence(found, t))
    st.text(rule(t))


def overview(here: Visit, chosen: Filters) -> None:
    """A row for each indicator of people that several partners report."""
    t = here.t
    if chosen.partner or chosen.place:
        return
    names = {row["indicator"]: row["name"] for row in session.remembered(answers.rows, here, chosen)}
    codes = [code for code in session.remembered(reached_by_several, here) if code in names]
    if not codes:
        return
    each = session.remembered(bounds_of_each, here)
    rows = [{
        t("Indicator"): names[code], t("Estimate"): _bound(one["estimate"], t), t("At least"): _bound(one["lower"], t),
        t("At most"): number(one["upper"], t), t("Partners"): number(one["partners"], t),
    } for code in codes if (one := each.get(code))]  # fmt: skip
    furniture.section(t("People reached"))
    furniture.text_table(pd.DataFrame(rows))
    st.caption(literal(rule(t)))


def _bound(figure: float | None, t: Translate) -> str:
    return HIDDEN if figure is None else number(figure, t)


def sentence(found: dict, t: Translate) -> str:
    """ "911 people by the rule below; at least 478, at most 911, as 4 partners may have met the same people."""
    if found["estimate"] is None:
        return t("At most {upper} people. How many at least is not shown: some partners or places have reached very "
                 "few people.", upper=number(found["upper"], t))  # fmt: skip
    return t("{estimate} people by the rule below; at least {lower}, at most {upper}, since {n} partners may have met "
             "the same people.", estimate=number(found["estimate"], t), lower=number(found["lower"], t),
             upper=number(found["upper"], t), n=number(found["partners"], t))  # fmt: skip


def rule(t: Translate) -> str:
    """How the estimate is made."""
    return t("Rule (OCHA, IASC): in each smallest place the largest figure of one partner counts, and places are "
             "added up. At least: the largest partner alone. At most: all figures added up. Everything reported since "
             "the start counts.")  # fmt: skip
