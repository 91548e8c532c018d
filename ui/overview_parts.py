"""The parts of Ringkasan. Each is drawn once for a state of the data and a choice (see `session.remembered`)."""

import streamlit as st

from charts.bullets import bullet_list
from charts.chart import About, Chart
from charts.numbers import date, number, percent, period_label
from charts.theme import STATUSES, status_text
from definitions.schemes import DEFAULT, scheme
from metrics import wording
from metrics.wording import Sentence
from ui import answers, furniture, session
from ui.filters import Filters, in_words, latest_quarter, view_of
from ui.literal import literal
from ui.session import Visit

MOST_SENTENCES = 3
MOST_LATE = 4  # the others stand in Data & Metode
INDICATOR, INDICATORS = "pages/indicator.py", "pages/indicators.py"


def in_sentences(here: Visit, chosen: Filters) -> None:
    """Beside the bullets: what needs attention, and what works."""
    what_needs_attention(here, chosen)
    what_works(here, chosen)


def headline(here: Visit, chosen: Filters) -> None:
    """The finding of the whole page, what it is about, and how complete it is."""
    t, rows = here.t, session.remembered(answers.rows, here, chosen)
    write = answers.write(here)
    finding = wording.headline(rows, t, write, wording.good_words(chosen.scheme, here.language))
    st.header(literal(finding), anchor="finding")
    st.caption(literal(" ".join(filter(None, (stamp(here, chosen), wording.unjudged(rows, t, write))))))


def stamp(here: Visit, chosen: Filters) -> str:
    """ "TW III 2026 · semua mitra · semua lokasi · Data per 22 November 2026"."""
    return f"{in_words(here, chosen)} · {here.t('Data as of {date}', date=date(here.as_of, here.t))}."


def bullets(here: Visit, chosen: Filters, shown: str) -> None:
    """The rows of one status, of the key indicators, or of all, as bullets."""
    furniture.chart(bullets_chart(here, chosen, shown), here, view_of("bullets", chosen, show=shown))


def bullets_chart(here: Visit, chosen: Filters, shown: str) -> Chart:
    """The rows of one status, of the key indicators, or of all, as bullets."""
    frame = session.remembered(answers.standing, here, chosen)
    kept = [is_shown(row, shown) for row in session.remembered(answers.rows, here, chosen)]
    about = About(period=period_label(latest_quarter(here.as_of), here.t), as_of=here.as_of)
    return bullet_list(frame[kept], here.t, large=here.large, about=about)


def bullets_of(here: Visit, frame) -> Chart:
    """Some rows of `answers.standing` as bullets."""
    return bullet_list(frame, here.t, large=here.large, about=About(as_of=here.as_of))


def what_works(here: Visit, chosen: Filters) -> None:
    """Sentences about what goes as agreed."""
    rows = session.remembered(answers.rows, here, chosen)
    sentences(here, here.t("What works"), wording.what_works(rows, here.t, answers.write(here)))


def what_needs_attention(here: Visit, chosen: Filters) -> None:
    """Sentences about what does not."""
    rows = session.remembered(answers.rows, here, chosen)
    sentences(here, here.t("What needs attention"), wording.what_needs_attention(rows, here.t, answers.write(here)))


def sentences(here: Visit, title: str, found: list[Sentence]) -> None:
    """The first few sentences, each with the shape of its status and a link to its indicator; the way to the others."""
    furniture.section(title)
    if not found:
        st.text(here.t("Nothing to report here."))
    for sentence in found[:MOST_SENTENCES]:
        label = f"{STATUSES[sentence.status].shape} {literal(sentence.text)}"
        st.page_link(INDICATOR, label=label, query_params={"indicator": sentence.indicator})
    if (left := len(found) - MOST_SENTENCES) > 0:
        st.page_link(INDICATORS, label=here.t("{n} more in the list of indicators", n=number(left, here.t)))


def completeness(here: Visit, chosen: Filters) -> None:
    """How many of the reports due have come, and who is late with the latest quarter."""
    st.caption(f"**{here.t('How complete is this?')}** {literal(completeness_words(here, chosen))}")


def completeness_words(here: Visit, chosen: Filters) -> str:
    """ "1.175 dari 1.287 laporan masuk (91%). …" and who still owes the latest quarter."""
    t = here.t
    received, due = session.remembered(answers.received_of_due, here, chosen)
    if not due:
        return t("No reports are due yet.")
    came = t("{n} of {m} reports have come in ({percent}).", n=number(received, t), m=number(due, t),
             percent=percent(received / due, t))  # fmt: skip
    late = session.remembered(answers.late_partners, here, chosen)
    latest = session.remembered(answers.latest_period, here, chosen)
    quarter = period_label(latest or latest_quarter(here.as_of), t)
    if chosen.place:  # partners owe their reports for all their places together
        return came
    if late:
        named = ", ".join(late[:MOST_LATE])
        if (left := len(late) - MOST_LATE) > 0:
            named = t("{partners} and {n} more", partners=named, n=number(left, t))
        return f"{came} " + t("{quarter} is still incomplete from: {partners}.", quarter=quarter, partners=named)
    if not session.remembered(answers.is_latest_complete, here, chosen):  # the reports name no partner
        return f"{came} " + t("{quarter} is still incomplete.", quarter=quarter)
    return f"{came} " + t("Every partner has reported {quarter} in full.", quarter=quarter)


def shown_choices(here: Visit, chosen: Filters) -> dict[str, str]:
    """What the list can show, each with its count: key indicators, all, each verdict, and those without one."""
    t, rows = here.t, session.remembered(answers.rows, here, chosen)
    verdicts = verdict_words(here, chosen)
    words = {"key": t("★ Key"), "all": t("All")} | verdicts | {"unjudged": t("○ Not judged")}
    count = {shown: sum(is_shown(row, shown) for row in rows) for shown in words}
    stay = set(verdicts) if chosen.scheme == DEFAULT else {band.code for band in scheme(chosen.scheme).bands}
    return {shown: f"**{number(count[shown], t)}** {literal(words[shown])}"
            for shown in words if count[shown] or shown in stay}  # fmt: skip


def verdict_words(here: Visit, chosen: Filters) -> dict[str, str]:
    """Shape and word of each verdict: the bands of a scheme of its own first, then the usual ones that it uses too."""
    usual = {key: status_text(key, here.t) for key in STATUSES if key in wording.JUDGED}
    if chosen.scheme == DEFAULT:
        return usual
    bands = scheme(chosen.scheme).bands
    return {band.code: f"{STATUSES[band.status].shape} {band.label[here.language]}" for band in bands} | {
        f"usual:{key}": words for key, words in usual.items()}  # fmt: skip


def is_shown(row: dict, shown: str) -> bool:
    """Whether a row belongs to what is shown: "key", "all", "unjudged", a status, or a band of the chosen scheme."""
    if shown in ("key", "all"):
        return shown == "all" or bool(row["is_key"])
    if shown == "unjudged":
        return row["status"] not in wording.JUDGED
    if row["band_word"] is not None:
        return row["band"] == shown
    return row["status"] == shown.removeprefix("usual:")
