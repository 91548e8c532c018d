"""What storing would change: rows by sheet, figures old and new, what is left out; and the button."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from charts.missing import NOT_REPORTED, records
from charts.numbers import date, number, period_label
from data.intake import Outcome
from data.reasons import NOTE_LETTERS, REASONS, Reason
from data.sample import shows_sample
from definitions.vocabulary import vocabulary
from locales import Translate
from metrics import names
from ui import session
from ui.answers import known_names
from ui.furniture import text_table
from ui.literal import literal
from ui.session import Visit
from ui.upload_effects import effects
from ui.upload_files import store_work
from ui.upload_problems import found_in, paged
from ui.upload_words import sheet_name
from ui.upload_work import Work

COMPARED = ("indicators", "targets", "results", "feedback")
LEFT_OUT = (
    "sheet_ignored",
    "columns_ignored",
    "total_row",
    "total_of_units",
    "target_repeated",
    "blank_results",
    "row_cancelled_left_out",
)
READ_OTHERWISE = (
    "scaled", "other_unit", "running_total_split", "running_total_widened", "running_total_left_out",
    "running_total_before", "running_total_beyond", "year_so_far", "part_of_year_left_out",
    "counted_once", "counted_once_here", "decimal_shown", "month_first",
    "footnote", "about", "read_as_fractions", "total_where_blank", "parts_disagree", "parts_differ", "shares_added",
    "differing_definition", "two_definitions", "definition_changed", "fiscal_year", "old_place_code", "bps_codes",
)  # fmt: skip
"""Notes that say how a figure, its period or its place differs from what stands in the cell."""
ROWS = 12


def preview(work: Work, here: Visit) -> None:
    """The consequences: rows, figures old and new, what they take the place of, and which indicators change status."""
    t, ready = here.t, work.ready
    st.header(_finding(ready, t), anchor=False)
    text_table(by_sheet(ready, t))
    effects(work, here)
    for outcome in ready:
        if outcome.changes is not None and len(outcome.changes):
            st.markdown(t("**Figures that change**"))
            if len(ready) > 1:
                st.caption(literal(outcome.file_name))
            changed_figures(outcome, here)
    for sentence in superseded(ready, t):
        st.caption(sentence)
    if known := voices_known(ready, t):
        st.caption(known)
    otherwise = [(file, problem) for file, problem in found_in(ready, stops=False) if problem.code in READ_OTHERWISE]
    if otherwise:
        st.markdown(t.plural("**{n} note on what was read otherwise than it stands**",
                             "**{n} notes on what was read otherwise than it stands**",
                             len(otherwise), n=number(len(otherwise), t)))  # fmt: skip
        paged(otherwise, t, "read_otherwise", has_files=len(ready) > 1)
    left_out = [(file, problem) for file, problem in found_in(ready, stops=False) if problem.code in LEFT_OUT]
    if left_out:
        st.markdown(t("**Not taken over**"))
        paged(left_out, t, "left_out", has_files=len(ready) > 1)


def superseded(outcomes: Sequence[Outcome], t: Translate) -> list[str]:
    """Which earlier uploads give way, and in how much."""
    counts: Counter[int] = Counter()
    for outcome in outcomes:
        counts.update(outcome.superseded)
    return [t("{n} figures and definitions of upload {upload} give way to the new ones; an undo brings them back.",
              n=number(count, t), upload=upload) for upload, count in sorted(counts.items(), reverse=True)]  # fmt: skip


def voices_known(outcomes: Sequence[Outcome], t: Translate) -> str:
    """How many answers earlier files tell already, and what makes two short ones two people's; "" where none is."""
    counts: Counter[str] = Counter()
    for outcome in outcomes:
        counts.update(outcome.consequences.get("feedback", {}))
    known = counts["unchanged"] + counts["changed"]
    if not known:
        return ""
    return t.plural(
        "{n} answer of the community is known from an earlier file and is not counted twice. Short answers in the same "
        "words (“yes”) are other people's where sex or age differ.",
        "{n} answers of the community are known from an earlier file and are not counted twice. Short answers in the "
        "same words (“yes”) are other people's where sex or age differ.", known, n=number(known, t))  # fmt: skip


def by_sheet(outcomes: Sequence[Outcome], t: Translate) -> pd.DataFrame:
    """One row a sheet, of all files: its rows, and where the ledger knows such figures what becomes of them."""
    kinds = {"new": t("New"), "changed": t("Changed"), "unchanged": t("The same"), "blank": t("Empty")}
    rows: Counter[str] = Counter()
    counts: dict[str, Counter[str]] = {}
    for outcome in outcomes:
        for key, found in outcome.consequences.items():
            rows[key] += outcome.rows.get(key, 0)
            counts.setdefault(key, Counter()).update(found)
    return pd.DataFrame([
        {t("Sheet"): sheet_name(key, t), t("Rows"): number(rows[key], t)}
        | {word: number(found[name], t) if key in COMPARED else NOT_REPORTED for name, word in kinds.items()}
        for key, found in counts.items() if rows[key]
    ])  # fmt: skip


def changed_figures(outcome: Outcome, here: Visit) -> None:
    """Old and new with their cells, by page."""
    t, rows = here.t, records(names.named(outcome.changes, session.remembered(known_names, here), here.language))
    _changes_paged([{
        t("Sheet"): row["sheet"], t("Cell"): row["cell"] or NOT_REPORTED,
        t("Indicator"): row["name"] or "",
        t("What changes"): _what(row, t), t("Partner"): row["partner_name"] or NOT_REPORTED,
        t("Place"): row["place_name"] or NOT_REPORTED,
        t("Now"): _shown(row, "old", t), t("After"): _shown(row, "new", t),
    } for row in rows], outcome.file_name)  # fmt: skip
    whole = sum(counts.get("changed", 0) for counts in outcome.consequences.values())
    if whole > len(rows):
        st.caption(t("The first {n} of {m} are shown.", n=number(len(rows), t), m=number(whole, t)))


def _what(row: dict, t: Translate) -> str:
    """Kind and period of a figure, the column of a definition, or that it is an answer."""
    if row["sheet_key"] == "indicators":
        return vocabulary().sheet_by_key["indicators"].column_by_key[row["field"]].label(t.language)
    if row["sheet_key"] == "feedback":
        return t("Answer and status")
    return f"{sheet_name(row['sheet_key'], t)} · {period_label(row['period'], t)}"


def _shown(row: dict, when: str, t: Translate) -> str:
    """A figure in the language's way, an answer by its name, a text as it is."""
    if (value := row[f"{when}_value"]) is not None:
        return number(value, t)
    text = row[f"{when}_text"]
    if not text:
        return NOT_REPORTED
    if row["sheet_key"] != "indicators":
        return text
    column = vocabulary().sheet_by_key["indicators"].column_by_key[row["field"]]
    if text in ("true", "false"):
        return t("yes") if text == "true" else t("no")
    answer = vocabulary().answer(column.choices, text) if column.choices else None
    if answer:
        return answer.label(t.language)
    return date(dt.date.fromisoformat(text), t) if column.kind == "date" else text


def store_button(work: Work, here: Visit) -> None:
    """Store what is ready, or why that cannot be pressed yet; a changed target or baseline asks for its reason."""
    t = here.t
    rows = sum(sum(outcome.rows.values()) for outcome in work.ready)
    if work.is_ready:
        _why(work, t)
    with st.container(horizontal=True, vertical_alignment="center", key="store_row"):
        st.button(_label(work, rows, t), type="primary", key="store", icon=":material/save:", on_click=_store,
                  args=(work,), disabled=not work.is_ready or _lacks_reason(work))  # fmt: skip
        st.text(_reason(work, here))


def _label(work: Work, rows: int, t: Translate) -> str:
    if not work.is_ready:
        return t("Store")
    if len(work.outcomes) > 1:
        return t.plural("Store the {n} file that is ready", "Store the {n} files that are ready", len(work.ready),
                        n=number(len(work.ready), t))  # fmt: skip
    return t.plural("Store {n} row", "Store {n} rows", rows, n=number(rows, t))


def _why(work: Work, t: Translate) -> None:
    """Who stores it and why, where a figure that others relied on changes. Of a promise the reason is a must."""
    if not (_changed(work) or any(outcome.corrections for outcome in work.ready)):
        return
    with st.container(border=True, key="upload_why"):
        if _changed(work):
            st.markdown(_asked_why(work, t))
            st.selectbox(t("Reason"), list(REASONS), index=None, key="change_reason", placeholder=t("Choose a reason"),
                         format_func=lambda key: t(REASONS[key]))  # fmt: skip
            st.text_input(t("In your own words (may be left empty)"), key="change_note", max_chars=NOTE_LETTERS)
            st.caption(t("It stands in the history of the indicator, with the earlier value.") if work.changed_targets
                       else t("It stands with the upload, and in reports that name what was restated."))  # fmt: skip
        st.text_input(t("Your name (may be left empty)"), key="stored_by", max_chars=100)


def _changed(work: Work) -> int:
    """How many figures that somebody may have passed on change."""
    return work.changed_targets or work.changed_results


def _asked_why(work: Work, t: Translate) -> str:
    if n := work.changed_targets:
        return t.plural("**{n} target or baseline changes. Why?**", "**{n} targets or baselines change. Why?**", n,
                        n=number(n, t))  # fmt: skip
    return t.plural("**{n} stored result changes. Why? (may be left empty)**",
                    "**{n} stored results change. Why? (may be left empty)**", work.changed_results,
                    n=number(work.changed_results, t))  # fmt: skip


def _lacks_reason(work: Work) -> bool:
    return bool(work.is_ready and work.changed_targets and not st.session_state.get("change_reason"))


def _store(work: Work) -> None:
    """For the button: with the reason and the name that were given."""
    state = st.session_state
    name = (state.get("stored_by") or "").strip() or None
    key = state.get("change_reason") if _changed(work) else None
    note = (state.get("change_note") or "").strip() or None
    if note and not key and _changed(work):
        key = "other"
    store_work(work, Reason(key, note, name) if key else None, name)


@st.fragment
def _changes_paged(rows: list[dict[str, str]], key: str) -> None:
    pages = -(-len(rows) // ROWS)
    page = min(st.session_state.get(f"changes_page_{key}", 1), pages)
    text_table(pd.DataFrame(rows[(page - 1) * ROWS : page * ROWS]))
    if pages > 1:
        st.pagination(pages, key=f"changes_page_{key}")


def _finding(outcomes: Sequence[Outcome], t: Translate) -> str:
    counts = [counts for outcome in outcomes for key, counts in outcome.consequences.items() if key in COMPARED]
    new, changed = (sum(count.get(name, 0) for count in counts) for name in ("new", "changed"))
    if counts and not new and not changed:
        return t("Ready: every figure is the same as the one that is stored")
    rows = sum(sum(outcome.rows.values()) for outcome in outcomes)  # as on the button
    return t("Ready: {n} rows; of the figures {new} are new, {changed} changed", n=number(rows, t),
             new=number(new, t), changed=number(changed, t))  # fmt: skip


def _reason(work: Work, here: Visit) -> str:
    t = here.t
    if not work.is_ready:
        return t("The button works as soon as the list above is empty.")
    if _lacks_reason(work):
        return t("The button works as soon as a reason is chosen.")
    said = t("You can undo this at any time.")
    mixed = t("The sample is still on: its figures will stand beside yours. Remove it with the button at the top.")
    return f"{said} {mixed}" if shows_sample(here.store) else said
