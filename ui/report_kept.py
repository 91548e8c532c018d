"""Reports that were kept: each as it was, and what of it was restated since."""

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from charts.numbers import date, number
from charts.text import clean
from data.snapshots import Kept, kept_file, kept_reports, last_event
from definitions.version import VERSION
from metrics.reporting import Answers
from reports import restated
from reports.forms import FORMS
from reports.restated import Line, Restated
from ui import session
from ui.answers import known_names
from ui.furniture import text_table
from ui.literal import literal
from ui.session import Visit
from ui.upload_words import moment

ROWS, MOST_LINES = 5, 100
_OPEN = "restated_of"


def kept_list(here: Visit) -> None:
    """The newest first, a page at a time."""
    t, found = here.t, kept_reports(here.store)
    if not found:
        st.text(t("No report has been kept yet. Once you have sent one out, keep it, and this page tells later what "
                  "was restated."))  # fmt: skip
        return
    pages = -(-len(found) // ROWS)
    page = min(st.session_state.get("kept_page", 1), pages)
    for kept in found[(page - 1) * ROWS : page * ROWS]:
        _line(kept, here)
    if pages > 1:
        st.pagination(pages, key="kept_page")


def restated_since(here: Visit, report_id: int) -> Restated:
    """What of a kept report reads otherwise now."""
    kept = next(each for each in kept_reports(here.store) if each.report_id == report_id)
    answers = Answers(here.store, replace(kept.choice, language=here.language))
    return Restated(kept, answers.restated_since(kept))


def restated_count(here: Visit, kept: Kept) -> int:
    """How many figures of a kept report read otherwise now; nothing is asked where nothing has happened since."""
    if kept.version == VERSION and last_event(here.store) == kept.last_event:
        return 0
    return len(session.remembered(restated_since, here, kept.report_id).differences)


def _hint(here: Visit, kept: Kept) -> str:
    t, n = here.t, restated_count(here, kept)
    if not n:
        return t("nothing restated since")
    return t.plural("◆ {n} figure restated since", "◆ {n} figures restated since", n, n=number(n, t))


def _line(kept: Kept, here: Visit) -> None:
    t = here.t
    with st.container(border=True):
        told, actions = st.columns([3, 2], vertical_alignment="center")
        told.markdown(f"**{kept.report_id} · {literal(title_of(kept, here))}**")
        told.caption(literal(" · ".join(filter(None, (
            t(FORMS[kept.form].name) if kept.form in FORMS else kept.form,
            t("data as of {date}", date=date(kept.choice.as_of, t)), t("kept {when}", when=moment(kept.kept_at, t)),
            t("sent to {name}", name=clean(kept.sent_to)) if kept.sent_to else "", clean(kept.kept_by or ""),
            _hint(here, kept),
        )))))  # fmt: skip
        with actions.container(horizontal=True, horizontal_alignment="right"):
            _download(kept, here)
            is_open = st.session_state.get(_OPEN) == kept.report_id
            st.button(t("Close") if is_open else t("Restated since"), key=f"restated_{kept.report_id}",
                      icon=":material/difference:", on_click=_toggled, args=(kept.report_id,))  # fmt: skip
        if is_open:
            _restated(kept, here)


def title_of(kept: Kept, here: Visit) -> str:
    """What it is about, in names of now."""
    known, choice = session.remembered(known_names, here), kept.choice
    about = [clean(known[kind].get(code, code)) for kind, code in (
        ("programme", choice.programme), ("partner", choice.partner), ("partner", choice.funder)) if code]  # fmt: skip
    return " · ".join(about) or here.t("All programmes of the forum")


def _download(kept: Kept, here: Visit) -> None:
    if not kept.has_file:
        st.caption(here.t("The file is gone: a person quoted in it asked to be erased."))
        return
    mime = FORMS[kept.form].mime if kept.form in FORMS else "application/octet-stream"
    st.download_button(here.t("As it was"), partial(kept_file, here.store, kept.report_id), kept.file_name, mime,
                       key=f"kept_{kept.report_id}", icon=":material/download:", on_click="ignore")  # fmt: skip


def _restated(kept: Kept, here: Visit) -> None:
    t, found = here.t, session.remembered(restated_since, here, kept.report_id)
    st.text(restated.finding(found, t))
    lines = restated.lines(found, t, session.remembered(known_names, here)["indicator"])
    if lines:
        text_table(pd.DataFrame([_cells(line, here) for line in lines[:MOST_LINES]]))
    if len(lines) > MOST_LINES:
        st.text(t("The first {n} are shown.", n=number(MOST_LINES, t)))


def _cells(line: Line, here: Visit) -> dict[str, str]:
    t = here.t
    return {t("Indicator"): f"{line.indicator} · {line.name}", t("Figure"): line.figure, t("Sent out as"): line.was,
            t("Now"): line.now, t("Which upload, and why"): line.cause}  # fmt: skip


def _toggled(report_id: int) -> None:
    st.session_state[_OPEN] = None if st.session_state.get(_OPEN) == report_id else report_id
