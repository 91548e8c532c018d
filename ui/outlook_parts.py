"""Where an indicator is heading, in words: what it will be if it goes on like this, and what is needed instead."""

import streamlit as st

from charts.numbers import date, estimate, number, percent
from definitions.units import is_percent
from locales import Translate
from metrics import running
from metrics.explaining import period_word
from metrics.outlook import Outlook, outlook
from ui import answers, furniture, session
from ui.filters import Filters
from ui.session import Visit


def outlook_of(here: Visit, chosen: Filters, indicator: str) -> Outlook:
    """The outlook of the indicator on the scale of its target: running totals for a flow."""
    row = session.remembered(answers.row_of, here, chosen, indicator)
    periods = session.remembered(answers.every_period, here, chosen, indicator)
    if running.is_flow(row):
        reported = [one for one in periods if one["is_report_period"]]
        if not running.adds_up(row, reported):
            return Outlook("mixed_periods")
        periods = running.running_totals(reported)
    with here.store.cursor() as cursor:
        return outlook(row, periods, here.as_of, cursor)


def section(here: Visit, chosen: Filters, indicator: str) -> None:
    """The outlook as a small section."""
    row = session.remembered(answers.row_of, here, chosen, indicator)
    found = session.remembered(outlook_of, here, chosen, indicator)
    if found.refused in ("no_line", "no_target", "met"):
        return
    furniture.section(here.t("If it goes on like this"))
    for sentence in (*projected_words(row, found, here.t), *how(row, found, here.t)):
        st.text(sentence)


def projected_words(row: dict, found: Outlook, t: Translate) -> list[str]:
    """What it will be, or why nobody can say; and what is needed, in large words for the wall too."""
    words = [refusal(found, t)] if found.refused else [_projected(row, found, t)]
    return list(filter(None, (*words, _needed(row, found, t))))


def needed_words(here: Visit, chosen: Filters, indicator: str) -> str:
    """What is needed each period and what it has been so far; "" where nobody can say."""
    t, row = here.t, session.remembered(answers.row_of, here, chosen, indicator)
    found = session.remembered(outlook_of, here, chosen, indicator)
    if not found.found or found.found.needed is None or found.found.pace is None:
        return ""
    needed = estimate(found.found.needed, t, step_unit(row, t), signed=True)
    return t("Needed: {needed} each {period} (so far {pace}).", needed=needed, period=period_word(found.period_kind, t),
             pace=estimate(found.found.pace, t, signed=True, beside=row["unit"]))  # fmt: skip


def step_unit(row: dict, t: Translate) -> str | None:
    """The unit of a difference: from 20 % to 22.9 % it is 2.9 percentage points, not 2.9 %."""
    return t("percentage points") if is_percent(row["unit"]) else row["unit"]


def refusal(found: Outlook, t: Translate) -> str:
    """Why there is no forecast."""
    words = {
        "too_few_points": t("No forecast: it takes at least two periods with all reports in."),
        "falling_total": t("No forecast: this is a running total, and a total cannot fall. Please check the figures."),
        "too_old": t("No forecast: the last complete figure is older than two periods."),
        "no_clear_change": t("No forecast: the first and the last figure do not differ by more than chance."),
        "no_target_date": t("No forecast: the target has no date."),
        "target_date_passed": t("No forecast: the date of the target has come."),
        "mixed_periods": t("No forecast: the figures are of periods of different length, so they make no line."),
    }  # fmt: skip
    return words.get(found.refused or "", "")


def _projected(row: dict, found: Outlook, t: Translate) -> str:
    assert found.projected
    day, value, low, high = found.projected
    target = number(row["target"], t, row["unit"])
    said = {"value": estimate(value, t, row["unit"]), "date": date(day, t), "target": target}
    if low is None or high is None:
        return t("If it goes on like this: {value} on {date}. The target is {target}.", **said)
    return t("If it goes on like this: {value} on {date} (between {low} and {high}). The target is {target}.",
             low=estimate(low, t, beside=row["unit"]), high=estimate(high, t, beside=row["unit"]), **said)  # fmt: skip


def _needed(row: dict, found: Outlook, t: Translate) -> str:
    if not found.found or found.found.needed is None:
        return ""
    each = {"period": period_word(found.period_kind, t), "unit": row["unit"] or "",
            "needed": estimate(found.found.needed, t, step_unit(row, t), signed=True)}  # fmt: skip
    if found.found.pace is None:
        return t("Needed from now on: {needed} each {period}.", **each)
    return t("Needed from now on: {needed} each {period}. So far it has been {pace} each {period}.",
             pace=estimate(found.found.pace, t, step_unit(row, t), signed=True), **each)  # fmt: skip


def how(row: dict, found: Outlook, t: Translate) -> list[str]:
    """By which method, from how many periods, what was left out, and where the line was held."""
    if not found.found:
        return []
    n = number(found.found.points, t)
    methods = {
        "line": t("A straight line through {n} periods: an indication, no more; two points have no margin of error.",
                  n=n),
        "theil_sen": t("The median pace of {n} periods (Theil–Sen); the band is the 95% interval of the pace.", n=n),
        "least_squares": t("The least-squares line through {n} periods, with its 95% prediction band.", n=n),
        "damped": t("A trend that slows down (Holt, damped) through {n} periods, with its 95% prediction band.", n=n),
    }  # fmt: skip
    said = [methods[found.found.method]] if found.found.method else []
    if found.left_out:
        said.append(t.plural("{n} period is left out because not all reports are in.",
                             "{n} periods are left out because not all reports are in.", found.left_out,
                             n=number(found.left_out, t)))  # fmt: skip
    if found.found.is_clipped:
        said.append(t("The line would leave {low} to {high} and is held there.", low=percent(0, t), high=percent(1, t))
                    if row["unit"] == "%" else t("The line would fall below zero and is held there."))  # fmt: skip
    return [" ".join(said)] if said else []


def ratio(found: Outlook) -> float | None:
    """The pace needed for each unit of the pace so far; None where either is not known."""
    if not found.found or not found.found.pace or found.found.needed is None:
        return None
    return found.found.needed / found.found.pace
