"""Three judgements that people mix up, side by side and kept apart; and how the last one is worked out."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from charts.missing import NOT_APPLICABLE, reason_text, records
from charts.numbers import date, number, percent, period_label
from charts.rows import judged_text, verdict_word
from charts.theme import status
from definitions.schemes import FAVOURABLE, scheme
from locales import Translate
from metrics.formula_steps import Say, steps
from metrics.whole_counts import expected_shown
from ui import answers, furniture, session
from ui.filters import Filters
from ui.literal import literal
from ui.session import Visit

PREDIKAT = "permendagri_86"


def judgements(here: Visit, chosen: Filters, indicator: str) -> None:
    """Predikat, reached or not, on track or not: each with its word, shape, colour and figures."""
    row = session.remembered(answers.row_of, here, chosen, indicator)
    for column, (name, judge) in zip(st.columns(3), (("predikat", predikat), ("reached", reached), ("way", way)),
                                     strict=True):  # fmt: skip
        title, key, word, figures = judge(here, chosen, indicator, row)
        with column, st.container(key=f"judged_{name}_{key}"):
            st.caption(literal(title))
            st.markdown(f"### {literal(word)}")
            for sentence in filter(None, figures):
                st.text(sentence)


Judgement = tuple[str, str, str, list[str]]
"""Title, status (for the colour), shape and word, sentences."""


def predikat(here: Visit, chosen: Filters, indicator: str, row: dict) -> Judgement:
    """The five-step predikat on capaian to date."""
    t, bands = here.t, scheme(PREDIKAT)
    title = t("1 · Predikat (Permendagri 86/2017)")
    judged = session.remembered(answers.row_of, here, replace(chosen, scheme=PREDIKAT), indicator)
    word = bands.label(judged["band"], t.language) if judged else None
    if not judged or not word:
        return title, "no_data", NOT_APPLICABLE, [_no_predikat(row, t)]
    actual, expected = (number(each, t, row["unit"]) for each in (judged["judged_actual"], expected_shown(judged)))
    of = t("Capaian to date {share}: {actual}, with {expected} expected by now.", share=percent(judged["judged_by"], t),
           actual=actual, expected=expected)  # fmt: skip
    role = next(band.status for band in bands.bands if band.code == judged["band"])
    is_high = role in FAVOURABLE and not row["met"]
    warned = t("A high predikat does not say that the target is reached.") if is_high else ""
    return title, role, f"{status(role).shape} {word}", [of, warned]


def _no_predikat(row: dict, t: Translate) -> str:
    if row["is_kept"]:
        return t("A level to be kept has no predikat: it is kept or not.")
    return t("No predikat: {reason}.", reason=reason_text(row["reason"] or "not_due", t))


def reached(here: Visit, chosen: Filters, indicator: str, row: dict) -> Judgement:
    """Whether the target is reached, and that of the latest ended period."""
    t, title = here.t, here.t("2 · Target reached?")
    periods = records(session.remembered(answers.over_periods, here, chosen, indicator))
    last = next((one for one in reversed(periods) if one["is_due"] and one["target"] is not None), None)
    of_period = _period_sentence(last, t) if last and row["is_final_row"] else ""
    if row["met"] is None:
        return title, "no_data", NOT_APPLICABLE, [t("It cannot be said: {reason}.",
                                                    reason=reason_text(row["reason"], t)), of_period]  # fmt: skip
    target = number(row["target"], t, row["unit"])
    if row["target_low"] is not None or row["target_high"] is not None:
        ends = (number(row[end], t) if row[end] is not None else "…" for end in ("target_low", "target_high"))
        target = "–".join(ends)
    figures = t("{actual}; the target is {target}", actual=number(row["actual"], t, row["unit"]), target=target)
    until = t("by {date}", date=date(row["target_date"], t)) if row["target_date"] and row["is_final_row"] else ""
    word = t("▲ Yes, reached") if row["met"] else t("▽ Not reached yet")
    key = "met" if row["met"] else "open"
    return title, key, word, [" ".join(filter(None, (figures, until))) + ".", of_period]


def _period_sentence(row: dict, t: Translate) -> str:
    said = {"period": period_label(row["period"], t), "actual": number(row["actual"], t, row["unit"]),
            "target": number(row["target"], t, row["unit"])}  # fmt: skip
    if row["actual"] is None:
        why = reason_text(row["reason"], t)
        return (
            t("{period}: {reason}.", period=said["period"], reason=why)
            if row["reason"] == "suppressed"
            else t("{period}: not reported (target {target}).", **said)
        )
    if row["met"]:
        return t("{period}: reached ({actual}, target {target}).", **said)
    return t("{period}: not reached ({actual}, target {target}).", **said)


def way(here: Visit, chosen: Filters, indicator: str, row: dict) -> Judgement:
    """The verdict of the chosen scheme on where the figure should be by now."""
    t, bands = here.t, scheme(chosen.scheme)
    title = t("3 · On track? (scheme {scheme})", scheme=bands.name[t.language])
    word = f"{status(row['status']).shape} {verdict_word(row, t)}"
    if row["expected"] is None or row["on_track"] is None:
        why = reason_text(row["reason"], t) if row["reason"] else ""
        return title, row["status"], word, [t("Judged without a way to go: {reason}.", reason=why) if why else ""]
    return title, row["status"], word, [t(
        "{actual}, with {expected} expected by now: {share} of the way that should be gone.",
        actual=number(row["judged_actual"], t, row["unit"]), expected=number(expected_shown(row), t, row["unit"]),
        share=percent(row["on_track"], t),
    )]  # fmt: skip


def formula(here: Visit, chosen: Filters, indicator: str) -> None:
    """How the figures lead to the verdict, with this indicator's own numbers."""
    t, row = here.t, session.remembered(answers.row_of, here, chosen, indicator)
    furniture.section(t("How it is computed"))
    periods = records(session.remembered(answers.over_periods, here, chosen, indicator))
    ended = [one for one in periods if one["is_due"] and one["target"] is not None]
    say = Say(t, answers.write(here), lambda share: percent(share, t, 1), lambda reason: why(reason, t))
    by_capaian = session.remembered(answers.row_of, here, replace(chosen, scheme=PREDIKAT), indicator)
    found = steps(row, scheme(chosen.scheme), say, judged_text(row, t), ended, by_capaian)
    furniture.text_table(pd.DataFrame(found, columns=[t("Measure"), t("Formula"), t("With these numbers")]))


def why(reason: str | None, t: Translate) -> str:
    """ "n.a.: no baseline"."""
    if reason in (None, "no_capaian"):
        return t("n.a.: does not apply to this indicator")
    return t("n.a.: {reason}", reason=reason_text(reason, t))
