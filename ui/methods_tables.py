"""Tables of Data & methods: definitions, who has reported, uploads and where figures come from."""

import pandas as pd
import streamlit as st

from charts import completeness as charts
from charts.chart import About
from charts.missing import NOT_REPORTED, records
from charts.numbers import date as written_date
from charts.numbers import is_percent, number, period_label
from charts.text import clean
from data.sample import REMOVED
from data.storyboards import View
from locales import Translate, mark
from metrics import explaining, workbook
from metrics.completeness import completeness
from metrics.uploads import events
from ui import session, source_parts
from ui.answers import is_latest_complete, known_names, late_partners, latest_period, received_of_due
from ui.filters import Filters, latest_quarter
from ui.furniture import chart, text_table
from ui.session import Visit
from ui.upload_words import moment

ROWS = 10
EVENTS = {"stored": mark("stored"), "undone": mark("undone"), "restored": mark("brought back")}


def definitions(here: Visit) -> None:
    """Every indicator with its rules; a search narrows the list."""
    t = here.t
    asked = st.text_input(
        t("Search"), key="definition_search", placeholder=t("Name, code, source or a word of the definition")
    )
    rows = [row for row in session.remembered(definition_rows, here)
            if asked.casefold() in " ".join(row.values()).casefold()]  # fmt: skip
    st.caption(t.plural("{n} indicator", "{n} indicators", len(rows), n=number(len(rows), t)))
    if rows:
        _paged(rows, f"definitions_{asked}")


def definition_rows(here: Visit) -> list[dict[str, str]]:
    """One row an indicator, as texts."""
    t, known = here.t, session.remembered(known_names, here)
    return [{
        t("Indicator"): f"{row['code']} · {known['indicator'].get(row['code'], row['name'])}",
        t("Rules"): "; ".join((explaining.level(row, t), explaining.direction(row, t), explaining.over_time(row, t),
                               explaining.over_units(row, t))),
        t("From baseline to target"): way(row, t),
        t("Definition and source"): " · ".join(filter(None, (row["definition"], row["source"], row["owner"]))),
    } for row in records(workbook.indicators(here.store))]  # fmt: skip


def way(row: dict, t: Translate) -> str:
    """ "18.450 → 52.000 orang, 31 Desember 2027"; a missing end is "—"."""
    figures = (_figure(row["baseline"], row, t), _target(row, t))
    unit = "" if is_percent(row["unit"]) or row["measure"] == "yes_no" else row["unit"] or ""
    until = written_date(row["target_date"], t) if row["target_date"] else ""
    return ", ".join(filter(None, (f"{figures[0]} → {figures[1]} {unit}".strip(), until)))


def reporting(here: Visit) -> None:
    """The grid of partners and periods, and in words who has not reported."""
    t = here.t
    session.remembered(reporting_chart, here)
    late = session.remembered(late_partners, here, Filters())
    latest = session.remembered(latest_period, here, Filters())
    quarter = period_label(latest or latest_quarter(here.as_of), t)
    if late:
        st.text(t("Reports for {period} that are still to come: {partners}.", period=quarter,
                  partners=", ".join(map(clean, late))))  # fmt: skip
    elif not session.remembered(is_latest_complete, here, Filters()):  # the reports name no partner
        st.text(t("{quarter} is still incomplete.", quarter=quarter))
    elif session.remembered(received_of_due, here, Filters())[1]:
        st.text(t("All reports for {period} have come in.", period=quarter))
    else:
        st.text(t("No reports are due yet."))
    if rows := session.remembered(missing_rows, here):
        with st.expander(t("Which indicators are still to come")):
            _paged(rows, "missing")


def reporting_chart(here: Visit) -> None:
    """The chart, made once."""
    found = completeness(here.store, here.as_of)
    chart(charts.matrix(found, here.t, about=About(as_of=here.as_of)), here, View("completeness"))


def missing_rows(here: Visit) -> list[dict[str, str]]:
    """One row a partner and period with reports missing, the latest period first."""
    t, found = here.t, records(completeness(here.store, here.as_of))
    late = [row for row in found if row["reports"] < row["reports_due"]]
    return [{
        t("Period"): period_label(row["period"], t),
        t("Partner"): row["partner_name"] or row["partner"] or NOT_REPORTED,
        t("Received"): t("{n} of {m}", n=number(row["reports"], t), m=number(row["reports_due"], t)),
        t("Still to come"): row["missing"] or NOT_REPORTED,
    } for row in sorted(late, key=lambda row: row["period_end"], reverse=True)]  # fmt: skip


def upload_log(here: Visit) -> None:
    """Everything that happened to an upload, the newest first. Nothing is ever taken out of this list."""
    t = here.t
    _paged([{
        t("When"): moment(row["happened_at"], t), t("Upload"): str(row["upload_id"]), t("File"): row["file_name"],
        t("What happened"): t(EVENTS.get(row["event"], row["event"])), t("Rows"): number(row["rows_stored"], t),
        t("Reason"): t(REMOVED) if row["reason"] == REMOVED else row["reason"] or "",
    } for row in records(events(here.store))], "events")  # fmt: skip


def origin(here: Visit) -> None:
    """Choose an indicator; file, sheet and cell of each of its figures."""
    t, known = here.t, session.remembered(known_names, here).get("indicator", {})
    chosen = st.selectbox(t("Indicator"), list(known), index=None, key="origin", placeholder=t("Choose an indicator"),
                          format_func=lambda code: clean(known[code]))  # fmt: skip
    if chosen:
        source_parts.sources(here, Filters(), chosen, "all")


@st.fragment
def _paged(rows: list[dict[str, str]], key: str) -> None:
    """A table, a page at a time."""
    pages = -(-len(rows) // ROWS)
    page = min(st.session_state.get(f"{key}_page", 1), pages)
    text_table(pd.DataFrame(rows[(page - 1) * ROWS : page * ROWS]))
    if pages > 1:
        st.pagination(pages, key=f"{key}_page")


def _target(row: dict, t: Translate) -> str:
    if row["target"] is None and (row["target_low"] is not None or row["target_high"] is not None):
        return f"{_figure(row['target_low'], row, t)} – {_figure(row['target_high'], row, t)}"
    return _figure(row["target"], row, t)


def _figure(value: float | None, row: dict, t: Translate) -> str:
    if row["measure"] == "yes_no" and value is not None:
        return t("yes") if value else t("no")
    return number(value, t, row["unit"] if is_percent(row["unit"]) else None)
