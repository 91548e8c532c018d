"""What was uploaded, the newest first; each upload can be undone, and brought back."""

import pandas as pd
import streamlit as st

from charts.missing import records
from charts.numbers import number
from data.ledger import Upload, restore, undo, uploads
from data.reasons import REASONS, in_words
from definitions.vocabulary import vocabulary
from locales import Translate
from metrics.consequences import of_event
from metrics.uploads import contents
from ui.furniture import text_table
from ui.literal import literal
from ui.session import Visit
from ui.upload_effects import status_table
from ui.upload_words import moment, sheet_name

ROWS = 8
_SAID, _ASKED = "upload_said", "upload_to_undo"


def history(here: Visit) -> None:
    """The list, with a button for each upload."""
    t, known = here.t, uploads(here.store)
    if said := st.session_state.pop(_SAID, None):
        st.success(said, icon=":material/check_circle:")
    if not known:
        st.text(t("Nothing has been uploaded yet. Every upload will stand here, and each can be undone."))
        return
    pages = -(-len(known) // ROWS)
    page = min(st.session_state.get("history_page", 1), pages)
    asked = st.session_state.pop(_ASKED, None)  # once: a row that asked would eat another's
    for upload in known[(page - 1) * ROWS : page * ROWS]:
        _line(upload, here)
        if upload.upload_id == asked:
            st.dialog(t("Undo upload {n}?", n=upload.upload_id))(_undo_dialog)(upload, here)
    if pages > 1:
        st.pagination(pages, key="history_page")


def _line(upload: Upload, here: Visit) -> None:
    t = here.t
    with st.container(border=True):
        told, action = st.columns([5, 2], vertical_alignment="center")
        told.markdown(f"**{upload.upload_id} · {literal(upload.file_name)}**")
        told.caption(literal(" · ".join((
            moment(upload.stored_at, t),
            t.plural("{n} row", "{n} rows", upload.rows_stored, n=number(upload.rows_stored, t)),
            *([t("sample")] if upload.is_sample else []),
            t("counts") if upload.is_live else t("undone; does not count"),
        ))))  # fmt: skip
        if upload.reason in REASONS:
            why = in_words(upload.reason, upload.note, t)
            told.caption(literal(t("Earlier results read otherwise since: {why}", why=why)))
        if upload.is_live:
            action.button(t("Undo …"), key=f"undo_{upload.upload_id}", icon=":material/undo:", width="stretch",
                          on_click=_ask, args=(upload.upload_id,))  # fmt: skip
        else:
            action.button(t("Bring back"), key=f"restore_{upload.upload_id}", icon=":material/redo:", width="stretch",
                          on_click=_restored, args=(upload, here))  # fmt: skip


def _ask(upload: int) -> None:
    st.session_state[_ASKED] = upload


def _undo_dialog(upload: Upload, here: Visit) -> None:
    """What would follow, in rows; a reason; and two buttons."""
    t, order = here.t, list(vocabulary().sheet_by_key)
    rows = sorted(records(contents(here.store, upload.upload_id)), key=lambda row: order.index(row["sheet_key"]))
    st.text(upload.file_name)
    text_table(pd.DataFrame([{t("Sheet"): sheet_name(row["sheet_key"], t), t("Rows"): number(row["stored"], t)}
                             for row in rows]))  # fmt: skip
    st.text(consequences(rows, t))
    status_table(of_event(here.store, upload.upload_id, "undone", here.as_of), t)
    st.text_input(t("Reason (may be left empty)"), key="undo_reason", max_chars=200)
    with st.container(horizontal=True):
        if st.button(t("Undo this upload"), type="primary", key="undo_now", on_click=_undone, args=(upload, here)):
            st.rerun()
        if st.button(t("Keep it"), key="undo_not"):
            st.rerun()


def consequences(rows: list[dict], t: Translate) -> str:
    """What an undo does to the figures, in plain sentences."""
    counted, backed = (sum(row[name] or 0 for row in rows) for name in ("counted", "backed"))
    parts = [t("Nothing is deleted: you can bring the upload back at any time.")]
    if counted - backed:
        parts.insert(0, t("{n} figures and definitions will no longer be shown.", n=number(counted - backed, t)))
    if backed:
        parts.insert(0, t("{n} go back to what an earlier upload said.", n=number(backed, t)))
    return " ".join(parts)


def _undone(upload: Upload, here: Visit) -> None:
    t = here.t
    undo(here.store, upload.upload_id, reason=st.session_state["undo_reason"].strip() or None)
    st.session_state[_SAID] = t("Upload {n} is undone. You can bring it back below.", n=upload.upload_id)


def _restored(upload: Upload, here: Visit) -> None:
    t = here.t
    restore(here.store, upload.upload_id)
    st.session_state[_SAID] = t("Upload {n} counts again.", n=upload.upload_id)
