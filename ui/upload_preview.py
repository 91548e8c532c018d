"""What storing would change: rows by sheet, figures old and new, what is left out; and the button."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from charts.missing import NOT_REPORTED, records
from charts.numbers import number, period_label
from data.intake import Outcome
from data.sample import shows_sample
from locales import Translate
from metrics import names
from ui import session
from ui.answers import known_names
from ui.furniture import text_table
from ui.session import Visit
from ui.upload_files import store_work
from ui.upload_problems import found_in, paged
from ui.upload_words import sheet_name
from ui.upload_work import Work

COMPARED = ("indicators", "targets", "results", "feedback")
LEFT_OUT = ("sheet_ignored", "columns_ignored", "total_row", "blank_results")
ROWS = 12


def preview(work: Work, here: Visit) -> None:
    """The consequences, and what is left out."""
    t, ready = here.t, [outcome for outcome in work.outcomes if outcome.is_ready]
    st.subheader(_finding(ready, t), anchor=False)
    text_table(by_sheet(ready, t))
    for outcome in ready:
        if outcome.changes is not None and len(outcome.changes):
            st.markdown(t("**Figures that change**"))
            changed_figures(outcome, here)
    left_out = [(file, problem) for file, problem in found_in(ready, stops=False) if problem.code in LEFT_OUT]
    if left_out:
        st.markdown(t("**Not taken over**"))
        paged(left_out, t, "left_out", has_files=len(ready) > 1)


def by_sheet(outcomes: Sequence[Outcome], t: Translate) -> pd.DataFrame:
    """One row a sheet: its rows, and where the ledger knows such figures what becomes of them."""
    kinds = {"new": t("New"), "changed": t("Changed"), "unchanged": t("The same"), "blank": t("Empty")}
    rows = []
    for outcome in outcomes:
        for key, counts in outcome.consequences.items():
            if not outcome.rows.get(key):
                continue
            row = {t("File"): outcome.file_name, t("Sheet"): sheet_name(key, t)}
            row[t("Rows")] = number(outcome.rows[key], t)
            for name, word in kinds.items():
                row[word] = number(counts.get(name, 0), t) if key in COMPARED else NOT_REPORTED
            rows.append(row)
    frame = pd.DataFrame(rows)
    return frame.drop(columns=t("File")) if len(outcomes) == 1 else frame


def changed_figures(outcome: Outcome, here: Visit) -> None:
    """Old and new, by page."""
    t, rows = here.t, records(names.named(outcome.changes, session.remembered(known_names, here), here.language))
    _changes_paged([{
        t("Sheet"): sheet_name(row["sheet_key"], t), t("Indicator"): row["name"] or "",
        t("Period"): period_label(row["period"], t), t("Partner"): row["partner_name"] or NOT_REPORTED,
        t("Place"): row["place_name"] or NOT_REPORTED,
        t("Now"): number(row["old_value"], t), t("After"): _after(row, t),
    } for row in rows], outcome.file_name)  # fmt: skip
    whole = sum(counts.get("changed", 0) for counts in outcome.consequences.values())
    if whole > len(rows):
        st.caption(t("The first {n} of {m} are shown.", n=number(len(rows), t), m=number(whole, t)))


def store_button(work: Work, here: Visit) -> None:
    """Store, or why that cannot be pressed yet."""
    t = here.t
    rows = sum(sum(outcome.rows.values()) for outcome in work.outcomes if outcome.is_ready)
    with st.container(horizontal=True, vertical_alignment="center", key="store_row"):
        label = t.plural("Store {n} row", "Store {n} rows", rows, n=number(rows, t)) if work.is_ready else t("Store")
        st.button(label, type="primary", key="store", icon=":material/save:", on_click=store_work, args=(work,),
                  disabled=not work.is_ready)  # fmt: skip
        st.text(_reason(work, here))


@st.fragment
def _changes_paged(rows: list[dict[str, str]], key: str) -> None:
    pages = -(-len(rows) // ROWS)
    page = min(st.session_state.get(f"changes_page_{key}", 1), pages)
    text_table(pd.DataFrame(rows[(page - 1) * ROWS : page * ROWS]))
    if pages > 1:
        st.pagination(pages, key=f"changes_page_{key}")


def _after(row: dict, t: Translate) -> str:
    same = row["old_value"] == row["new_value"]
    return t("definition changed") if same and row["sheet_key"] == "indicators" else number(row["new_value"], t)


def _finding(outcomes: Sequence[Outcome], t: Translate) -> str:
    counts = [counts for outcome in outcomes for key, counts in outcome.consequences.items() if key in COMPARED]
    new, changed = (sum(count.get(name, 0) for count in counts) for name in ("new", "changed"))
    if counts and not new and not changed:
        return t("Ready: every figure is the same as the one that is stored")
    return t("Ready: {new} new rows, {changed} changed", new=number(new, t), changed=number(changed, t))


def _reason(work: Work, here: Visit) -> str:
    t = here.t
    if work.has_stops:
        return t("The button works as soon as the list above is empty.")
    said = t("You can undo this at any time.")
    mixed = t("The sample is still on: its figures will stand beside yours. Remove it with the button at the top.")
    return f"{said} {mixed}" if shows_sample(here.store) else said
