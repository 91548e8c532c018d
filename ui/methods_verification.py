"""Published numbers, and what Dampak gets for them: worked out on request, once, by the code that measures a forum."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from charts.missing import NOT_REPORTED
from charts.numbers import number
from locales import Translate, mark
from metrics.published import published_cases, published_numbers
from ui.furniture import section, text_table
from ui.literal import literal
from ui.session import Visit

AREAS = {
    "progress": mark("Progress and status"),
    "growth": mark("Growth a year"),
    "together": mark("Several places, groups and indicators"),
    "sureness": mark("How sure is it?"),
    "outlook": mark("Outlook"),
    "voices": mark("Voices and coding"),
    "partnership": mark("Partnership"),
    "money": mark("Money"),
    "privacy": mark("Small numbers"),
}
METHODS = {
    "opensdg_progress_series": mark("growth, class and score of a series"),
    "opensdg_progress_aggregate_mean": mark("mean of several scores"),
    "aarr_from_slope": mark("average annual rate of reduction"),
    "tola_period_table": mark("table of period targets and results"),
    "tola_over_under_15pct": mark("within 15% of the target"),
    "target_met": mark("is the target met?"),
    "progress": mark("share of the way from baseline to target"),
    "capaian": mark("capaian where less is better"),
    "percent_change": mark("change against a former figure"),
    "global_fund_rating": mark("rating by achievement"),
    "pepfar_achievement_band": mark("achievement inside the year"),
    "ratio_of_sums": mark("ratio of several places"),
    "across_locations_sum": mark("places added up"),
    "across_locations_max": mark("largest of the places"),
    "crosstab_ratio_rollup": mark("subtotals of a cross-table"),
    "cumulative_latest_per_reporter": mark("latest figure of each reporter"),
    "people_max_across_sectors": mark("people reached by several sectors"),
    "geometric_mean": mark("geometric mean of three indices"),
    "goalpost_index": mark("income between two goalposts"),
    "wilson_ci_95": mark("interval of a share (Wilson)"),
    "newcombe_diff_ci_95": mark("interval of a difference (Newcombe)"),
    "agresti_caffo": mark("interval of a difference (Agresti–Caffo)"),
    "pooled_z_test": mark("test of two shares"),
    "theil_sen": mark("robust line (Theil–Sen)"),
    "holt_linear_fixed": mark("forecast with a trend (Holt)"),
    "cohen_kappa": mark("agreement of two coders (Cohen)"),
    "fleiss_kappa": mark("agreement of many coders (Fleiss)"),
    "krippendorff_alpha": mark("agreement with gaps (Krippendorff)"),
    "nps": mark("net score and its margin"),
    "feedback_response_target": mark("share of complaints answered"),
    "betweenness_centrality": mark("who connects the others"),
    "degree_centralization_max": mark("most centralized network"),
    "gini": mark("how evenly something is spread (Gini)"),
    "hhi_fraction": mark("concentration (HHI)"),
    "jaccard_graph": mark("likeness of two partners (Jaccard)"),
    "burn_rate_per_month": mark("spending a month"),
    "cost_per_output": mark("cost of one output"),
    "percent_spent_projection": mark("spending drawn out to the end"),
    "small_cell_suppression": mark("small numbers hidden"),
}
DIGITS = 5


def verification(here: Visit) -> None:
    """What it is for, a button, and then every number with its source, by area."""
    t, count = here.t, len(published_cases())
    section(t("These published numbers, and what we get"))
    st.text(t("Others have printed what their methods give for certain figures. Here the same figures go through the "
              "same code as yours: ledger, roll-up and formulas. Anyone can repeat it, also with a list of their own "
              "(python -m metrics verify)."))  # fmt: skip
    words = t("Work out {n} published numbers", n=number(count, t))
    asked = st.button(words, key="verify", icon=":material/calculate:")
    if not asked and not published_numbers.cache_info().currsize:
        st.caption(t("It takes a few seconds."))
        return
    with st.spinner(t("Working out …")):
        found = published_numbers()
    st.text(summary(found, t))
    for area, words in AREAS.items():
        part = found[found["area"] == area]
        if len(part):
            st.markdown(f"**{literal(t(words))}**")
            text_table(pd.DataFrame([table_row(row, t) for row in part.to_dict("records")]))


def summary(found: pd.DataFrame, t: Translate) -> str:
    """How many came out as printed, and how many printed numbers are wrong and rightly not met."""
    wrong = found["kind"] == "known_defect"
    right, printed = int(found[~wrong]["ok"].sum()), int((~wrong).sum())
    same = t("{n} of {m} came out as printed.", n=number(right, t), m=number(printed, t))
    count = int(found[wrong]["ok"].sum())
    if not count:
        return same
    also = t.plural("{n} more is a known misprint, which must come out different, and does.",
                    "{n} more are known misprints, which must come out different, and do.", count,
                    n=number(count, t))  # fmt: skip
    return f"{same} {also}"


def table_row(row: Mapping[str, Any], t: Translate) -> dict[str, str]:
    """One published number as texts."""
    if row["kind"] == "known_defect":
        verdict = t("misprint; ours differs") if row["ok"] else t("misprint, and ours is the same")
    else:
        verdict = t("as printed") if row["ok"] else t("differs")
    return {
        t("What"): t(METHODS.get(row["method"], row["method"])), t("Printed"): figures(row["printed"], t),
        t("We get"): figures(row["computed"], t), t("Verdict"): f"{'✔' if row['ok'] else '✖'} {verdict}",
        t("Source"): row["source"],
    }  # fmt: skip


def figures(value: Any, t: Translate) -> str:
    """A figure, a word, or several of them behind each other; five digits are enough to compare."""
    if isinstance(value, Mapping):
        return " · ".join(figures(one, t) for one in value.values())
    if isinstance(value, list):
        return ", ".join(figures(one, t) for one in value)
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    if isinstance(value, int | float):
        return number(float(f"{value:.{DIGITS}g}"), t, decimals=None if float(value).is_integer() else _decimals(value))
    return NOT_REPORTED if value is None else str(value).replace("_", " ")


def _decimals(value: float) -> int:
    """As many decimals as five significant digits need, without zeros at the end."""
    written = f"{float(f'{value:.{DIGITS}g}'):.12f}".rstrip("0")
    return len(written.partition(".")[2])
