"""The first steps of an upload: the way it goes, the template to take, the place to put files, and waiting."""

from html import escape
from pathlib import Path

import streamlit as st

from data.reasons import Reason
from data.sample import is_empty, load_sample
from data.template import template
from locales import LANGUAGES, Translate, mark
from metrics.workbook import filled_sheets
from ui import session
from ui.downloads import XLSX
from ui.session import Visit
from ui.upload_mapping_file import given_mappings, keep_mapping, mapping_waiting, parted
from ui.upload_work import SOON, Work

TYPES = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "txt", "zip", "toml"]
FILE_NAMES = {"id": "templat-dampak.xlsx", "en": "dampak-template.xlsx"}
FILLED_NAMES = {"id": "templat-dampak-terisi.xlsx", "en": "dampak-template-filled.xlsx"}
STEPS = (mark("Fill in the template"), mark("Put the file here"), mark("Check and correct"), mark("Store"))
DOING = {
    "reading": mark("Reading the file …"),
    "checking": mark("Checking every cell …"),
    "comparing": mark("Comparing with what is stored …"),
    "storing": mark("Storing …"),
}
WORDS = {language: Path(__file__).with_name(f"upload_{language}.css") for language in LANGUAGES}
_WORK, _TURN = "upload_work", "upload_turn"


def current_work() -> Work | None:
    """The files of this visit, whatever page was open in between."""
    return st.session_state.get(_WORK)


def step_line(work: Work | None, t: Translate) -> None:
    """The four steps: which are done, which one is now. Told by sign and word, not by colour alone."""
    now = _step(work)
    with st.container(horizontal=True, gap="small", key="upload_steps"):
        for position, words in enumerate(STEPS):
            icon = "check_circle" if position < now else "arrow_circle_right" if position == now else "circle"
            colour = "green" if position < now else "blue" if position == now else "gray"
            st.badge(f"{position + 1} · {t(words)}", icon=f":material/{icon}:", color=colour)


def template_buttons(here: Visit) -> None:
    """The template in both languages, and one that holds what is known already."""
    t = here.t
    labels = {"id": t("Template in Indonesian"), "en": t("Template in English")}
    with st.container(border=True, height="stretch"):
        st.markdown(t("**1 · Take the template**"))
        st.text(t("A sheet for each kind of data, with drop-downs and notes. Fill in only those you need. "
                  "Your own workbook is fine too."))  # fmt: skip
        with st.container(horizontal=True):
            for language in sorted(LANGUAGES, key=lambda name: name != t.language):
                content = session.remembered(_empty_template, here, language)
                _download(labels[language], content, FILE_NAMES[language], f"template_{language}")
        if not is_empty(here.store):
            _download(t("Template with the indicators of now filled in"), session.remembered(_filled_template, here),
                      FILLED_NAMES[t.language], "template_filled")  # fmt: skip


def drop_zone(here: Visit, work: Work | None) -> None:
    """Where files are put. Files put here take the place of those before, so that a corrected file is dropped once."""
    t = here.t
    choose, remove = escape(t("Choose files to upload")), escape(t("Take the file off"))  # serving/scripts/upload.js
    st.html(f'<div class="upload_words" data-choose="{choose}" data-remove="{remove}"></div>')
    st.html(WORDS[t.language])  # the words in Streamlit's uploader are English, and say "Upload" for choosing
    with st.container(border=True, height="stretch" if work is None else "content"):
        if work is None:
            st.markdown(t("**2 · Put the filled workbook here**"))
            st.text(t("One file, or several at once. Nothing is stored before you press the button Store."))
        elif work.stage == "stored":
            st.markdown(t("**Put the next file here**"))
        else:
            st.markdown(t("**Put the corrected file here, or another one**"))
        turn = st.session_state.setdefault(_TURN, 0)
        mapping_waiting(t)
        st.file_uploader(t("Workbook"), TYPES, accept_multiple_files=True, key=f"upload_{turn}", on_change=_taken,
                         args=(here, f"upload_{turn}"), label_visibility="collapsed")  # fmt: skip


def sample_offer(here: Visit) -> None:
    """For a store in which there is nothing at all: what to do, and the sample to try things out with."""
    t = here.t
    with st.container(border=True, key="first_steps"):
        st.markdown(t("**There is no data yet**"))
        st.text(t("Take the template, fill in Indicators, Targets and Results, and put the file below. "
                  "Or look around first, with the figures of a forum that does not exist."))  # fmt: skip
        st.button(t("Show the sample"), key="show_sample", on_click=load_sample, args=(here.store,))


def waiting(work: Work, t: Translate) -> None:
    """A progress bar while the work takes long; the page is drawn anew when it is done."""
    st.fragment(_progress, run_every=0.5)(work, t)


def store_work(work: Work, reason: Reason | None = None, stored_by: str | None = None) -> None:
    """Store what was checked (for a button; pressing it twice stores once)."""
    work.save(reason, stored_by)
    work.wait(SOON)


def forget_work() -> None:
    """Take the files off the page."""
    if (work := st.session_state.pop(_WORK, None)) is not None:
        work.drop()


def _progress(work: Work, t: Translate) -> None:
    if not work.is_running:
        st.rerun(scope="app")
    st.progress(work.share, t(DOING[work.step]) if work.step in DOING else "")
    st.caption(t("You may look at other pages meanwhile; this one goes on."))


def _taken(here: Visit, key: str) -> None:
    """Files were put into the uploader: check them, and offer an empty one for the next."""
    if files := st.session_state[key]:
        st.session_state[_TURN] += 1
        workbooks, mappings = parted(files)
        keep_mapping(mappings)
        if workbooks:
            forget_work()
            work = Work(here.store, [(file.name, file) for file in workbooks], here.as_of, given_mappings())
            st.session_state[_WORK] = work
            work.wait(SOON)


def _step(work: Work | None) -> int:
    """The position in STEPS of what is to be done now; beyond the last when all is done."""
    if work is None:
        return 0
    if work.stage == "stored" or (work.stage == "checked" and not work.has_stops and not work.is_ready):
        return len(STEPS)
    return 3 if (work.is_ready and not work.has_stops) or work.stage == "storing" else 2


def _empty_template(_here: Visit, language: str) -> bytes:
    return template(language)


def _filled_template(here: Visit) -> bytes:
    return template(here.language, filled_sheets(here.store))


def _download(label: str, content: bytes, file_name: str, key: str) -> None:
    st.download_button(label, content, file_name, XLSX, key=key, icon=":material/download:", on_click="ignore",
                       help=f"{_kilobytes(content)} kB")  # fmt: skip


def _kilobytes(content: bytes) -> int:
    """So that somebody on a slow line knows what comes."""
    return max(1, round(len(content) / 1024))
