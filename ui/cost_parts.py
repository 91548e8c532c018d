"""The parts of Dana & Kontribusi that set money beside results: budgets against plan, and the cost of one output."""

import pandas as pd
import streamlit as st

from charts.chart import Chart, table
from charts.giving import money_and_results
from charts.missing import NOT_APPLICABLE, records
from charts.numbers import money, number
from definitions.units import unit_in
from locales import mark
from metrics import contributions as given
from ui import answers, furniture, session
from ui.contribution_parts import about, programme_rows
from ui.filters import Filters, view_of
from ui.session import Visit

ROWS = 10
REASONS = {
    "no_cost": mark("nothing delivered in this currency"), "no_data": mark("output not reported"),
    "no_output": mark("no output yet"),
}  # fmt: skip


def beside_results(here: Visit, chosen: Filters, currency: str) -> None:
    """Money against plan beside results against plan."""
    t = here.t
    furniture.chart(beside_chart(here, chosen, currency), here, view_of("beside", chosen, currency=currency))
    st.caption(
        t(
            "Money against plan is the share of the budget delivered, divided by the share of the time that has "
            "passed. Results against plan is the median of the programme's indicators."
        )
    )


def beside_chart(here: Visit, chosen: Filters, currency: str) -> Chart:
    """Money against plan beside results against plan."""
    rows = [row for row in session.remembered(programme_rows, here, currency)
            if chosen.programme in (None, row["programme"])]  # fmt: skip
    columns = [
        "label",
        "budget",
        "money",
        "spent_share",
        "time_share",
        "burn_ratio",
        "results",
        "judged",
        "favourable",
        "ahead",
    ]
    frame = pd.DataFrame(rows, columns=columns, dtype=object)
    return money_and_results(frame, currency, here.t, large=here.large, about=about(here, chosen))


@st.fragment
def outputs(here: Visit, chosen: Filters, currency: str) -> None:
    """Cost of one output, always with both figures that it is made of; ten at a time, and a search where there are
    more."""
    t = here.t
    rows = session.remembered(output_rows, here, chosen, currency)
    if not rows:
        return
    furniture.section(t("Cost of one output"))
    st.text(
        t(
            "The whole that was delivered to the programme so far, in kind too, divided by the output. Where one "
            "programme has several outputs each carries the whole cost: never add these up, and compare like with like."
        )
    )
    heads = [
        t("Output"), t("Cost of the programme"), t("How many"), t("Cost of one"), t("Other outputs of the same cost"),
    ]  # fmt: skip
    found = _searched(here, rows) if len(rows) > ROWS else rows
    pages, key = -(-len(found) // ROWS), "costs_page"
    page = min(st.session_state.get(key, 1), max(pages, 1))
    if found:
        shown = [_cells(row, here, currency) for row in found[(page - 1) * ROWS : page * ROWS]]
        furniture.text_table(table(shown, heads))
    if pages > 1:
        st.pagination(pages, key=key)
    _left_out(here, rows)


def output_rows(here: Visit, chosen: Filters, currency: str) -> list[dict]:
    """The outputs of the choice with their names, those whose cost can be told first."""
    names = session.remembered(answers.known_names, here)
    rows = [row | {"name": names["indicator"].get(row["indicator"], row["indicator"])}
            for row in records(given.outputs(here.store, here.as_of, currency))
            if chosen.programme in (None, row["programme"])]  # fmt: skip
    return sorted(rows, key=lambda row: row["reason"] is not None)


def _searched(here: Visit, rows: list[dict]) -> list[dict]:
    """Those whose name or programme has what was typed, and how many they are."""
    t, programmes = here.t, session.remembered(answers.known_names, here)["programme"]
    asked = st.text_input(t("Search"), key="costs_search", placeholder=t("Name of an output or a programme")).strip()
    found = [row for row in rows if asked.casefold() in
             f"{row['name']} {programmes.get(row['programme'], row['programme'])}".casefold()]  # fmt: skip
    st.caption(t.plural("{n} output", "{n} outputs", len(found), n=number(len(found), t)))
    return found


def _cells(row: dict, here: Visit, currency: str) -> list[str]:
    t = here.t
    cost = money(row["cost_per_output"], currency, t)
    return [
        row["name"], money(row["cost"], currency, t),
        number(row["outputs"], t, unit_in(row["unit"] or "", here.language)),
        cost if row["reason"] is None else f"{NOT_APPLICABLE} {t(REASONS[row['reason']])}",
        number(row["sharing"], t),
    ]  # fmt: skip


def _left_out(here: Visit, rows: list[dict]) -> None:
    """What was delivered to a programme in other currencies."""
    t, programmes = here.t, session.remembered(answers.known_names, here)["programme"]
    left_out = {row["programme"]: row["left_out"] for row in rows if row["left_out"]}
    for programme, given_elsewhere in left_out.items():
        parts = [part.rsplit(" ", 1) for part in given_elsewhere.split("; ")]
        amounts = ", ".join(money(amount, other, t) for other, amount in parts)
        st.caption(t("{programme}: without {amounts}, which was delivered in another currency.",
                     programme=programmes.get(programme, programme), amounts=amounts))  # fmt: skip
