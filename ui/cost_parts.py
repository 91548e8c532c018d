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

REASONS = {
    "no_cost": mark("nothing delivered in this currency"), "no_data": mark("output not reported"),
    "no_output": mark("no output yet"),
}  # fmt: skip


def beside_results(here: Visit, chosen: Filters, currency: str) -> None:
    """Money against plan beside results against plan, and the cost of one output."""
    t = here.t
    furniture.chart(beside_chart(here, chosen, currency), here, view_of("beside", chosen, currency=currency))
    st.caption(
        t(
            "Money against plan is the share of the budget delivered, divided by the share of the time that has "
            "passed. Results against plan is the median of the programme's indicators."
        )
    )
    outputs(here, chosen, currency)


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


def outputs(here: Visit, chosen: Filters, currency: str) -> None:
    """Cost of one output, always with both figures that it is made of."""
    t, names = here.t, session.remembered(answers.known_names, here)
    rows = [row for row in records(given.outputs(here.store, here.as_of, currency))
            if chosen.programme in (None, row["programme"])]  # fmt: skip
    if not rows:
        return
    furniture.section(t("Cost of one output"))
    st.text(
        t(
            "The whole that was delivered to the programme so far, in kind too, divided by the output. Where one "
            "programme has several outputs each carries the whole cost: never add these up, and compare like with like."
        )
    )
    cells = [
        [
            names["indicator"].get(row["indicator"], row["indicator"]),
            money(row["cost"], currency, t),
            number(row["outputs"], t, unit_in(row["unit"] or "", here.language)),
            money(row["cost_per_output"], currency, t)
            if row["reason"] is None
            else f"{NOT_APPLICABLE} {t(REASONS[row['reason']])}",
            number(row["sharing"], t),
        ]
        for row in rows
    ]
    heads = [
        t("Output"), t("Cost of the programme"), t("How many"), t("Cost of one"), t("Other outputs of the same cost"),
    ]  # fmt: skip
    furniture.text_table(table(cells, heads))
    left_out = {row["programme"]: row["left_out"] for row in rows if row["left_out"]}
    for programme, given_elsewhere in left_out.items():
        parts = [part.rsplit(" ", 1) for part in given_elsewhere.split("; ")]
        amounts = ", ".join(money(amount, other, t) for other, amount in parts)
        st.caption(t("{programme}: without {amounts}, which was delivered in another currency.",
                     programme=names["programme"].get(programme, programme), amounts=amounts))  # fmt: skip
