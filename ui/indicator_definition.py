"""What an indicator measures, who answers for it, what it lacks, and how its definition changed."""

import pandas as pd
import streamlit as st

from charts.numbers import date, number
from definitions import clock
from definitions.vocabulary import vocabulary
from metrics import explaining, history, smart
from ui import answers, furniture, outlook_parts, session
from ui.filters import Filters
from ui.literal import literal
from ui.session import Visit


def definition(here: Visit, chosen: Filters, indicator: str) -> None:
    """What is measured, where it comes from, who answers for it."""
    t, row = here.t, session.remembered(answers.row_of, here, chosen, indicator)
    known = session.remembered(answers.definition, here, indicator)
    furniture.section(t("What is measured"))
    facts = {
        t("Definition"): known["definition"], t("Unit"): row["unit"], t("Direction"): explaining.direction(row, t),
        t("Over time"): explaining.over_time(row, t), t("Over partners and places"): explaining.over_units(row, t),
        t("Baseline"): figure_on(row["baseline"], row["baseline_date"], row, here),
        t("Target"): figure_on(row["target"], row["target_date"], row, here),
        t("Source"): known["source"], t("Owner"): known["owner"], t("SDG"): known["sdg"],
    }  # fmt: skip
    known_facts = [(name, value) for name, value in facts.items() if value]
    furniture.text_table(pd.DataFrame(known_facts, columns=[t("Question"), t("Answer")]))
    smart_hints(here, chosen, indicator)
    definition_history(here, indicator)


def figure_on(value: float | None, day: object, row: dict, here: Visit) -> str | None:
    """A value and the day it is for."""
    if value is None:
        return None
    text = number(value, here.t, row["unit"])
    return f"{text} ({date(day, here.t)})" if day else text


def hints_of(here: Visit, chosen: Filters, indicator: str) -> list[smart.Hint]:
    """What the indicator still lacks to be SMART."""
    row = session.remembered(answers.row_of, here, chosen, indicator)
    known = session.remembered(answers.definition, here, indicator)
    found = session.remembered(outlook_parts.outlook_of, here, chosen, indicator)
    return smart.hints(row, known, here.as_of, here.t, ratio=outlook_parts.ratio(found))


def smart_hints(here: Visit, chosen: Filters, indicator: str) -> None:
    """The five letters, each with what could be added, or a tick."""
    t = here.t
    if chosen.partner or chosen.place:  # the target of one partner is not the indicator's
        return
    found = session.remembered(hints_of, here, chosen, indicator)
    st.markdown(f"**{literal(t('Is it SMART?'))}**")
    rows = [(smart.letter_name(letter, t), " ".join(hint.text for hint in found if hint.letter == letter) or "✓")
            for letter in smart.LETTERS]  # fmt: skip
    furniture.text_table(pd.DataFrame(rows, columns=[t("Criterion"), t("What could be added")]))


def definition_history(here: Visit, indicator: str) -> None:
    """Every change of what is measured; targets and baselines have a list of their own."""
    t = here.t
    found = [change for change in history.definition_changes(here.store, indicator)
             if change.field not in history.PROMISES]  # fmt: skip
    if not found:
        return
    columns = vocabulary().sheet_by_key["indicators"].column_by_key
    furniture.section(t("How the definition changed"))
    furniture.text_table(pd.DataFrame([{
        t("When"): date(clock.day_of(change.stored_at), t), t("What"): columns[change.field].label(t.language),
        t("Before"): history.said(change.former, t), t("After"): history.said(change.now, t),
        t("Where it stands"): " › ".join(filter(None, (change.file_name, change.sheet, change.cell))),
    } for change in found]))  # fmt: skip
    st.caption(t("Results keep their place in the ledger; the line over time shows from when something else is "
                 "measured."))  # fmt: skip
