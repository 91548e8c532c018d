"""Reports: for whom, of when, in which language and form; made, downloaded, and kept as they were sent out."""

from datetime import date
from importlib.util import find_spec

import streamlit as st

from charts.numbers import date as written_date
from charts.numbers import number, period_label
from charts.periods import period_end
from locales import mark
from metrics import contributions, names
from reports.asked import Asked
from reports.forms import FORMS
from ui import session
from ui.choice import one_of, picked
from ui.filters import latest_quarter
from ui.language import NAMES
from ui.literal import literal
from ui.report_work import Making
from ui.session import Visit

SOON = 2.0
QUARTERS = 8
DOING = {"asking": mark("Asking for the figures …"), "writing": mark("Writing the file …")}
KINDS = {"programme": mark("Programme: {name}"), "partner": mark("Partner: {name}"),
         "funder": mark("Funder: {name}")}  # fmt: skip
_MAKING = "report_making"


def choice(here: Visit) -> tuple[Asked, str]:
    """For whom, of when, in which language; and the form."""
    t = here.t
    about, until = session.remembered(abouts, here), untils(here)
    left, right = st.columns(2)
    with left:
        chosen = picked(t("About"), about, "about")
        day = picked(t("Up to"), until, "until")
    with right:
        st.caption(t("Language of the report"))
        language = one_of(t("Language of the report"), dict(NAMES), "report_language", here.language)
        form = picked(t("Form"), forms(here), "form")
    kind, _, code = chosen.partition(":")
    who = {kind: code} if code else {}
    return Asked(here.as_of if day == "today" else period_end(day), language, **who), form


def abouts(here: Visit) -> dict[str, str]:
    """What a report may be about, by key: all, a programme, a partner, what a funder's money stands behind."""
    t, known = here.t, names.choices(here.store, here.language)
    given = contributions.contributions(here.store)
    funders = set(given["partner"].dropna())
    listed = {"programme": known.get("programme", {}), "partner": known.get("partner", {}),
              "funder": {code: name for code, name in known.get("partner", {}).items() if code in funders}}  # fmt: skip
    return {"all": t("All programmes of the forum")} | {
        f"{kind}:{code}": t(KINDS[kind], name=name) for kind, found in listed.items() for code, name in found.items()
    }


def untils(here: Visit) -> dict[str, str]:
    """The days that a report may speak of: today, and the last day of the quarters that have ended."""
    t, quarter = here.t, latest_quarter(here.as_of)
    found = {"today": t("today, {date}", date=written_date(here.as_of, t))}
    for _ in range(QUARTERS):
        words = {"period": period_label(quarter, t), "date": written_date(period_end(quarter), t)}
        found[quarter] = t("{period} ({date})", **words)
        year, number_ = int(quarter[:4]), int(quarter[-1])
        quarter = latest_quarter(date(year, number_ * 3, 1))
    return found


def forms(here: Visit) -> dict[str, str]:
    """The forms that this installation can make. The text alone is changed on the page, not in a file."""
    return {key: here.t(form.name) for key, form in FORMS.items() if key != "texts" and find_spec(form.module)}


def make_button(here: Visit, asked: Asked, form: str) -> None:
    """Begin to make what is chosen."""
    if st.button(here.t("Make the report"), type="primary", key="make_report", icon=":material/summarize:"):
        st.session_state[_MAKING] = Making(here.store, asked, form)
        st.session_state[_MAKING].wait(SOON)


def result(here: Visit) -> None:
    """How far it is; then the file to download and, once it was sent out, to keep."""
    making: Making | None = st.session_state.get(_MAKING)
    if making is None:
        return
    if making.stage == "making":
        st.fragment(_progress, run_every=0.5)(making, here)
    elif making.stage == "failed":
        st.error(here.t("The report could not be made. Nothing was changed; please tell whoever runs Dampak."))
    else:
        _made(making, here)


def _progress(making: Making, here: Visit) -> None:
    if making.stage != "making":
        st.rerun(scope="app")
    st.progress(making.share, here.t(DOING[making.step]))
    st.caption(here.t("You may look at other pages meanwhile; this one goes on."))


def _made(making: Making, here: Visit) -> None:
    t, content = here.t, making.content
    assert content
    with st.container(border=True):
        st.markdown(f"**{literal(content.title)}** · {literal(t(FORMS[making.form].name))}")
        st.caption(literal(content.stamp))
        st.download_button(
            t("Download {file} ({size} kB)", file=making.file_name, size=number(-(-len(making.made) // 1024), t)),
            making.made, making.file_name, FORMS[making.form].mime, key="download_report", type="primary",
            icon=":material/download:", on_click="ignore",
        )  # fmt: skip
        _keep(making, here)


def _keep(making: Making, here: Visit) -> None:
    t = here.t
    if making.kept_as is not None:
        st.success(t("Kept as no. {n}. It stays as it is; what is restated later is listed below.", n=making.kept_as),
                   icon=":material/check_circle:")  # fmt: skip
        return
    with st.expander(t("Sent out? Keep it as it is")):
        st.text(t("The file and its figures are kept. Later you see here which of them were restated, by which upload "
                  "and why."))  # fmt: skip
        with st.form("keep_report", border=False):
            to, by = st.columns(2)
            to.text_input(t("Sent to (may be left empty)"), key="report_sent_to", max_chars=200)
            by.text_input(t("Your name or initials"), key="report_kept_by", max_chars=100)
            st.form_submit_button(t("Keep this report"), key="keep_now", on_click=_kept, args=(making,))


def _kept(making: Making) -> None:
    making.keep(st.session_state["report_kept_by"], st.session_state["report_sent_to"])
