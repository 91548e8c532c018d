"""How the columns of a sheet are read, and the way to say it by hand: kind, header rows, columns."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from data.proposal import Proposal, ProposedColumn
from data.reading import Sheet
from data.recognised import NONE, Figures, SheetMapping
from definitions.vocabulary import vocabulary
from locales import Translate
from ui.furniture import text_table
from ui.literal import literal
from ui.session import Visit
from ui.upload_mapping_words import FIELDS, LEAVE, TRACKING, WHATS, chosen_field, field_name, kind_name, read_as
from ui.upload_work import SOON, Work

MOST = 60  # columns that can be said by hand


def columns_table(proposed: Proposal, t: Translate) -> None:
    """One row a column: what it is taken for, some values, and why. Those that are left out come last."""
    rows = sorted(proposed.columns, key=lambda column: column.certainty == "left_out")
    text_table(
        pd.DataFrame(
            [
                {
                    t("Column"): column.letters,
                    t("Header"): column.header,
                    t("Read as"): read_as(proposed.key, column, t),
                    t("Values"): " · ".join(column.samples) or "—",
                    t("Why"): column.why.said(t),
                }
                for column in rows
            ]
        )
    )


@st.fragment
def by_hand(work: Work, position: int, sheet: Sheet, here: Visit) -> None:
    """Say what the sheet is, where its header stands and what each column holds. A fragment: only it is drawn anew."""
    t, key = here.t, f"hand_{position}_{sheet.name}"
    now = work.proposed(position, sheet, work.choice(position, sheet))
    kinds = [TRACKING, *vocabulary().sheet_by_key, NONE]
    kind = st.selectbox(
        t("What is in this sheet?"), kinds, index=kinds.index(now.key or TRACKING), key=f"{key}_kind",
        format_func=lambda name: kind_name(name, t),
    )  # fmt: skip
    rows = _header_rows(now, kind, key, t) if kind != NONE else (0, 0)
    asked = SheetMapping(sheet.name, kind, rows[0], header_end=rows[1] if kind == TRACKING else None)
    proposed = now if (kind, *rows) == (now.key, now.header_row, now.header_end) else None
    with st.form(f"{key}_form", border=False):
        if kind != NONE:
            proposed = proposed or work.proposed(position, sheet, asked)
            for column in proposed.columns[:MOST]:
                _column(column, kind, key, t)
            if len(proposed.columns) > MOST:
                st.caption(t("The first {n} of {m} are shown.", n=MOST, m=len(proposed.columns)))
        is_sent = st.form_submit_button(
            t("Read the sheet this way"), type="primary", icon=":material/check:", key=f"{key}_send"
        )
    if is_sent:
        columns = proposed.columns[:MOST] if proposed else ()
        chosen = _chosen(columns, kind, key)
        if wrong := wrong_choice(kind, chosen, t, _is_named(columns, chosen, kind, key)):
            st.warning(literal(wrong))
            return
        mapping = _mapping(work.choice(position, sheet), asked, columns, chosen, key)
        work.choose(position, [mapping])
        work.wait(SOON)
        st.rerun(scope="app")


def wrong_choice(kind: str, chosen: Mapping[str, str], t: Translate, is_named: bool = False) -> str | None:
    """Why the columns (letters → field) cannot be read so: one field twice, or one that must be there is missing.

    `is_named`: an indicator is written for each column of figures.
    """
    if kind == NONE:
        return None
    counts = Counter(field for field in chosen.values() if field != LEAVE and field not in WHATS)
    for field, count in counts.items():
        if count > 1:
            letters = ", ".join(each for each, name in chosen.items() if name == field)
            return t("Columns {letters} are both taken for '{field}'. Choose one of them.", letters=letters,
                     field=field_name(kind, field, t))  # fmt: skip
    if kind == TRACKING:
        if not {"indicator", "code"} & set(counts) and not (is_named and {"place", "partner"} & set(counts)):
            return t("Say which column holds the indicator, or which holds the places or partners and the indicator of "
                     "each column of figures.")  # fmt: skip
        return None if set(chosen.values()) & set(WHATS) else t("Say which columns hold figures.")
    missing = [column.key for column in vocabulary().sheet_by_key[kind].required if column.key not in counts]
    return t("Say which column holds '{field}'.", field=field_name(kind, missing[0], t)) if missing else None


def _header_rows(now: Proposal, kind: str, key: str, t: Translate) -> tuple[int, int]:
    first, last = st.columns(2)
    top = first.number_input(
        t("Row of the header"), 1, 10_000, max(now.header_row, 1), key=f"{key}_row",
        help=t("The row that names the columns, as Excel counts rows."),
    )  # fmt: skip
    if kind != TRACKING:
        return int(top), int(top)
    end = last.number_input(
        t("Last row of the header"), 1, 10_000, max(now.header_end, int(top)), key=f"{key}_end",
        help=t("The same row, unless the header has several lines."),
    )  # fmt: skip
    return int(top), max(int(end), int(top))


def _column(column: ProposedColumn, kind: str, key: str, t: Translate) -> None:
    """One column: its header and values, what it is taken for, and of which period its figures are."""
    told, choice, period = st.columns([5, 4, 3], vertical_alignment="center")
    told.markdown(f"**{literal(column.letters)}** · {literal(column.header)}  \n{literal(' · '.join(column.samples))}")
    options = _options(kind)
    now = chosen_field(kind, column)
    choice.selectbox(
        t("Column {letters}", letters=column.letters), options, index=options.index(now if now in options else LEAVE),
        key=_named(key, kind, column), label_visibility="collapsed", format_func=lambda name: field_name(kind, name, t),
    )  # fmt: skip
    if kind == TRACKING and (column.figures or not column.field):
        period.text_input(
            t("Period of column {letters}", letters=column.letters), (column.figures and column.figures.period) or "",
            key=f"{_named(key, kind, column)}_period", label_visibility="collapsed", placeholder=t("its period"),
            max_chars=60,
        )  # fmt: skip
        period.text_input(
            t("Indicator of column {letters}", letters=column.letters),
            (column.figures and column.figures.indicator) or "", key=f"{_named(key, kind, column)}_indicator",
            label_visibility="collapsed", placeholder=t("its indicator, if no column names it"), max_chars=300,
        )  # fmt: skip


def _options(kind: str) -> list[str]:
    if kind == TRACKING:
        return [LEAVE, *FIELDS, *WHATS]
    return [LEAVE, *vocabulary().sheet_by_key[kind].column_by_key]


def _named(key: str, kind: str, column: ProposedColumn) -> str:
    return f"{key}_{kind}_{column.letters}"


def _is_named(columns: Sequence[ProposedColumn], chosen: Mapping[str, str], kind: str, key: str) -> bool:
    """Whether every column of figures has the name of its indicator."""
    figures = [column for column in columns if chosen[column.letters] in WHATS]
    return bool(figures) and all(_written(column, kind, key, "indicator") for column in figures)


def _written(column: ProposedColumn, kind: str, key: str, field: str) -> str | None:
    return (st.session_state.get(f"{_named(key, kind, column)}_{field}") or "").strip() or None


def _chosen(columns: Sequence[ProposedColumn], kind: str, key: str) -> dict[str, str]:
    return {column.letters: st.session_state.get(_named(key, kind, column), LEAVE) for column in columns}


def _mapping(
    before: SheetMapping, asked: SheetMapping, columns: Sequence[ProposedColumn], chosen: Mapping[str, str], key: str
) -> SheetMapping:
    """The choice as it is kept: answers stay; a period is kept only where it is another than the header's."""
    fields = {field: letters for letters, field in chosen.items() if field != LEAVE and field not in WHATS}
    fields = {"target" if field == "final_target" else field: letters for field, letters in fields.items()}
    made = replace(before, key=asked.key, header_row=asked.header_row, header_end=asked.header_end, columns=fields)
    if asked.key != TRACKING:
        return replace(made, figures=(), left_out=())
    by_letters = {column.letters: column for column in columns}
    figures = tuple(_figures(by_letters[letters], what, asked.key, key) for letters, what in chosen.items()
                    if what in WHATS)  # fmt: skip
    return replace(made, figures=figures, left_out=tuple(each for each, field in chosen.items() if field == LEAVE))


def _figures(column: ProposedColumn, what: str, kind: str, key: str) -> Figures:
    written, known = _written(column, kind, key, "period"), column.figures.period if column.figures else None
    return Figures(column.letters, what, written if written != known else None,
                   indicator=_written(column, kind, key, "indicator"))  # fmt: skip
