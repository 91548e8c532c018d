"""After storing: the receipt, and where the figures are now. And kind words for a file that was stored before."""

import pandas as pd
import streamlit as st

from charts.numbers import number
from data.intake import Outcome
from data.ledger import indicators_of, uploads
from ui import session
from ui.answers import known_names
from ui.furniture import text_table
from ui.literal import literal
from ui.session import Visit
from ui.upload_effects import status_table
from ui.upload_files import forget_work
from ui.upload_summary import summary
from ui.upload_words import moment, sheet_name
from ui.upload_work import Work

CHARTS = 6
ROWS_NAMED = 10


def receipt(work: Work, here: Visit) -> None:
    """One receipt a file: number, rows by sheet, time."""
    t, stored_at = here.t, {upload.upload_id: upload.stored_at for upload in uploads(here.store)}
    if len(work.outcomes) > 1:
        summary(work, here)
    for outcome in work.outcomes:
        if outcome.upload_id is not None:
            _stored(outcome, here, moment(stored_at[outcome.upload_id], t))
    before(work, here)
    _charts(work, here)
    left = sum(bool(outcome.stops) for outcome in work.outcomes)
    if left:
        st.button(t.plural("Go on with the {n} file to correct", "Go on with the {n} files to correct", left,
                           n=number(left, t)), key="go_on", on_click=work.go_on, icon=":material/edit:")  # fmt: skip
    _links(here)
    if work.effects:
        status_table(work.effects, t)


def before(work: Work, here: Visit) -> None:
    """For files that the store knows already."""
    t, stored_at = here.t, {upload.upload_id: upload.stored_at for upload in uploads(here.store)}
    for outcome in work.outcomes:
        if outcome.already_stored_as is not None:
            st.info(literal(t("{file} is safely stored already, as upload {upload} of {time}. Its figures are in the "
                              "dashboard, and nothing is counted twice.", file=outcome.file_name,
                              upload=outcome.already_stored_as, time=moment(stored_at[outcome.already_stored_as], t))),
                    icon=":material/verified:")  # fmt: skip


def known_already(work: Work, here: Visit) -> None:
    """Every file was stored before: say so, and lead on."""
    before(work, here)
    _links(here)


def failed(here: Visit) -> None:
    """Something of ours broke."""
    t = here.t
    st.warning(t("The work stopped on our side; it is not your file. Nothing was stored and nothing is lost. "
                 "Please put the file above again."))  # fmt: skip
    st.button(t("Try again"), key="upload_again", on_click=forget_work)


def _stored(outcome: Outcome, here: Visit, time: str) -> None:
    t = here.t
    said = t("Stored as upload {upload}: {rows} rows of {file}, {time}", upload=outcome.upload_id,
             rows=number(sum(outcome.rows.values()), t), file=outcome.file_name, time=time)  # fmt: skip
    st.success(literal(said), icon=":material/check_circle:")
    text_table(pd.DataFrame([{t("Sheet"): sheet_name(key, t), t("Rows"): number(count, t)}
                             for key, count in outcome.rows.items() if count]))  # fmt: skip
    left_out = [each for each in outcome.corrections if each.row is not None]
    if corrected := len(outcome.corrections) - len(left_out):
        st.text(t.plural("{n} cell was corrected on this page; what stood there is kept with the upload.",
                         "{n} cells were corrected on this page; what stood there is kept with the upload.",
                         corrected, n=number(corrected, t)))  # fmt: skip
    if left_out:
        named = ", ".join(t("{sheet} row {row}", sheet=each.sheet, row=each.row) for each in left_out[:ROWS_NAMED])
        named += ", …" if len(left_out) > ROWS_NAMED else ""
        st.text(t.plural("{n} row was left out on this page ({rows}); what stood there is kept with the upload.",
                         "{n} rows were left out on this page ({rows}); what stood there is kept with the upload.",
                         len(left_out), n=number(len(left_out), t), rows=named))  # fmt: skip
    if outcome.changed_targets:
        st.text(t.plural(
            "{n} target or baseline changed; the earlier value and the reason stand on the indicator's page.",
            "{n} targets or baselines changed; the earlier values and the reason stand on the indicators' pages.",
            len(outcome.changed_targets), n=number(len(outcome.changed_targets), t),
        ))  # fmt: skip


def _charts(work: Work, here: Visit) -> None:
    """The charts of what was just stored, one click away."""
    stored = [outcome.upload_id for outcome in work.outcomes if outcome.upload_id is not None]
    codes = indicators_of(here.store, stored, CHARTS) if stored else []
    names = session.remembered(known_names, here)["indicator"]
    with st.container(horizontal=True, key="receipt_charts"):
        for code in codes:
            st.page_link("pages/indicator.py", label=literal(names.get(code, code)), icon=":material/show_chart:",
                         query_params={"indicator": code})  # fmt: skip


def _links(here: Visit) -> None:
    t = here.t
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(t("See the overview"), type="primary", key="see_overview", icon=":material/dashboard:"):
            st.switch_page("pages/overview.py")
        if st.button(t("See the indicators"), key="see_indicators", icon=":material/checklist:"):
            st.switch_page("pages/indicators.py")
