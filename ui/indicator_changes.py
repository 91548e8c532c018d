"""How the targets and the baseline of an indicator have changed: before, after, why, who and when."""

import pandas as pd
import streamlit as st

from charts.missing import NOT_REPORTED, records
from charts.numbers import date, number, period_label
from data.reasons import REASONS
from definitions.vocabulary import vocabulary
from locales import Translate
from metrics.uploads import target_history
from ui.furniture import section, text_table
from ui.session import Visit


def changes(here: Visit, indicator: str) -> None:
    """The history, or nothing where no target was ever changed."""
    t, rows = here.t, records(target_history(here.store, indicator))
    if not rows:
        return
    section(t("Changed targets and baselines"))
    text_table(
        pd.DataFrame(
            [
                {
                    t("When"): date(row["changed_at"], t),
                    t("What changes"): _what(row, t),
                    t("Before"): _value(row, "old_value", t),
                    t("After"): _value(row, "new_value", t),
                    t("Why"): _why(row, t),
                    t("Who"): row["changed_by"] or NOT_REPORTED,
                    t("Upload"): t("{n}, undone", n=row["upload_id"]) if not row["is_live"] else str(row["upload_id"]),
                }
                for row in rows
            ]
        )
    )
    st.caption(t("A changed target changes every verdict that rests on it. The earlier values stay in the ledger."))


def _what(row: dict, t: Translate) -> str:
    """Target 2025 · Mitra A · Desa B."""
    column = vocabulary().sheet_by_key["indicators"].column_by_key[row["field"]].label(t.language)
    parts = (
        column,
        period_label(row["period"], t) if row["period"] else None,
        row["partner"],
        row["place"],
        row["group"],
    )
    return " · ".join(filter(None, parts))


def _value(row: dict, name: str, t: Translate) -> str:
    value = row[name]
    if value is None:
        return NOT_REPORTED
    if row["field"].endswith("_date"):
        return date(value, t)
    if row["field"] == "zero_start":
        return t("yes") if value == "true" else t("no")
    return number(float(value), t)


def _why(row: dict, t: Translate) -> str:
    said = t(REASONS[row["reason"]]) if row["reason"] in REASONS else t("no reason given")
    return f"{said}: {row['note']}" if row["note"] else said
