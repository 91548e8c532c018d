"""Erasing what a person said, when they ask for it: search, see a few masked words, choose, confirm."""

import streamlit as st

from charts.numbers import date, number
from data.erasure import NothingToErase, Said, entries_saying, erase, rewrite_later
from ui.literal import literal
from ui.session import Visit

MOST = 20  # entries listed at a time
_TOLD = "erased_told"


def desk(here: Visit, by: str) -> None:
    """A search, the entries found, and the button that erases those that were chosen."""
    t = here.t
    if told := st.session_state.pop(_TOLD, None):
        st.success(literal(told))
    words = st.text_input(t("Words that the person remembers having said"), key="erase_words", max_chars=200,
                          help=t("At least three letters. A few masked words around them are shown."))  # fmt: skip
    if not words.strip():
        return
    found = entries_saying(here.store, words.strip())
    if not found:
        st.text(t("No feedback entry was found there."))
        return
    with st.form("erase_form", border=True):
        chosen = [said for at, said in enumerate(found[:MOST]) if _choice(here, at, said)]
        if len(found) > MOST:
            st.caption(t("The first {n} of {m} are shown.", n=MOST, m=number(len(found), t)))
        reason = st.text_input(t("Why, for the record"), key="erase_reason", max_chars=200)
        sure = st.checkbox(t("Erase for good: it cannot be undone."), key="erase_sure")
        sent = st.form_submit_button(t("Erase"), key="erase_send", icon=":material/delete_forever:")
    if sent:
        _erase(here, chosen, by, reason, sure)


def _choice(here: Visit, at: int, said: Said) -> bool:
    entry = said.entry
    where = here.t("upload {n}, {sheet}, row {row}", n=entry.upload_id, sheet=entry.sheet, row=entry.row_number)
    return st.checkbox(literal(f"{date(said.day, here.t)} · {where} · {said.excerpt}"), key=f"erase_{at}")


def _erase(here: Visit, chosen: list[Said], by: str, reason: str, sure: bool) -> None:
    t = here.t
    if not chosen or not sure:
        st.warning(t("Choose the entries, and confirm that they are to be erased for good."))
        return
    try:
        gone = erase(here.store, [said.entry for said in chosen], erased_by=by, reason=reason)
    except NothingToErase:
        st.warning(t("No feedback entry was found there."))
        return
    rewrite_later(here.store)
    done = t.plural("{n} entry is erased for good.", "{n} entries are erased for good.", len(gone))
    left = t("Backups made before still hold them: delete those too, and the original file of the sender.")
    later = t("The last bytes leave the file when Dampak is next started.")
    st.session_state[_TOLD] = f"{done} {later} {left}"
    st.session_state.pop("coding_desk", None)
    st.rerun()
