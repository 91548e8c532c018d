"""Where a number comes from: the list of cells behind it, file › sheet › cell."""

import pandas as pd
import streamlit as st

from charts.missing import HIDDEN, records
from charts.numbers import date, number, period_label
from definitions import clock
from locales import Translate
from metrics.names import group_name
from ui import answers, session
from ui.filters import Filters
from ui.session import Visit

MOST_SOURCES = 500


def period_choices(here: Visit, chosen: Filters, indicator: str) -> dict[str, str]:
    """The periods with a figure, the latest first, then all of them."""
    found = records(session.remembered(answers.over_periods, here, chosen, indicator))
    periods = [row["period"] for row in found if row["actual"] is not None]
    single = {period: period_label(period, here.t) for period in reversed(periods)}
    every = {"all": here.t("All periods")}
    row = session.remembered(answers.row_of, here, chosen, indicator)
    adds_up = row["is_final_row"] and row["over_time"] in ("sum", "mean", "max")  # then it is of all of them
    return every | single if adds_up else single | every


def sources(here: Visit, chosen: Filters, indicator: str, period: str) -> None:
    """File › sheet › cell of every figure behind the number."""
    t = here.t
    found = session.remembered(answers.sources, here, chosen, indicator, None if period == "all" else period)
    counting = sum(bool(row["counts"]) for row in found)
    st.text(t("{n} figures speak of this; {m} of them count.", n=number(len(found), t), m=number(counting, t)))
    shown = sorted(found, key=lambda row: not row["counts"])[:MOST_SOURCES]
    st.dataframe(pd.DataFrame([source_cells(row, here) for row in shown]).fillna(""), hide_index=True)
    if len(found) > MOST_SOURCES:
        st.text(t("The first {n} are shown.", n=number(MOST_SOURCES, t)))
    if any(row["is_hidden"] for row in shown):
        st.text(t("… stands for figures of very few people, or from which such a one could be worked out. Whoever has "
                  "the file finds them in the cell."))  # fmt: skip


def source_cells(row: dict, here: Visit) -> dict[str, str]:
    """One figure of the ledger as text; "…" where it is of too few people."""
    t = here.t
    whats = {
        "baseline": t("Baseline"), "final_target": t("Final target"), "target": t("Target"), "result": t("Result"),
        "target_low": t("Lowest target"), "target_high": t("Highest target"),
    }  # fmt: skip
    roles = {
        "counts": t("counts"), "part_of_total": t("part of a total that counts"),
        "superseded": t("replaced by a newer one"),
        "undone": t("upload was undone"), "mark": t("no figure"),
    }  # fmt: skip
    partners = session.remembered(answers.known_names, here)["partner"]
    return {
        t("What"): whats.get(row["what"], row["what"]),
        t("Figure"): HIDDEN if row["is_hidden"] else source_figure(row, here),
        t("Where it stands"): cell_of(row) + corrected(row, t),
        t("Use"): roles.get(row["role"], row["role"]),
        t("Period"): period_label(row["period"], t) if row["period"] else "",
        t("Partner"): partners.get(row["partner"], row["partner"]) if row["partner"] else "",
        t("Place"): row["place"] or "",
        t("Group"): group_name(row["group"], t) or "",
        t("Stored"): date(clock.day_of(row["stored_at"]), t),
    }  # fmt: skip


def cell_of(row: dict) -> str:
    """File › sheet › cell."""
    return " › ".join(filter(None, (row["file_name"], row["sheet"], row["cell"])))


def corrected(row: dict, t: Translate) -> str:
    """What stood in the cell, where it was corrected on the upload page."""
    if row["corrected_from"] is None:
        return ""
    by = row["corrected_by"]
    said = t("corrected on the page, the file says '{found}'", found=row["corrected_from"])
    return f" ({said}, {by})" if by else f" ({said})"


def source_figure(row: dict, here: Visit) -> str:
    """The figure as it counts: a value, the two parts of a ratio, or the mark that stood there."""
    if row["value"] is not None:
        return number(row["value"], here.t)
    if row["denominator"] is not None:
        return f"{number(row['numerator'], here.t)} / {number(row['denominator'], here.t)}"
    marks = {"not_applicable": "n.a.", "not_reported": "—"}
    return marks.get(row["mark"] or "", row["mark"] or "")
