"""The formulas in words, in symbols, and with an example each that the formulas themselves work out."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from charts.missing import HIDDEN, NOT_APPLICABLE, NOT_REPORTED, REASONS
from charts.numbers import number, percent
from charts.theme import status_text
from definitions.schemes import Band, Scheme, scheme, schemes
from locales import Translate, mark
from metrics.examples import worked_examples
from ui.furniture import text_table
from ui.literal import literal
from ui.session import Visit

APPLIES_TO = {
    "on_track": mark("on the way gone against the way that should be gone by now"),
    "capaian": mark("on the capaian by now"),
    "projection": mark("on where the trend of five years leads"),
}


@dataclass(frozen=True)
class Formula:
    """One measure: its name, what it says, its symbols (LaTeX, our own words only), an example, and a warning."""

    name: str
    words: str
    symbols: str
    example: str
    never: str = ""


def formula_cards(here: Visit) -> None:
    """Every formula as a card."""
    bands = scheme()
    for formula in formulas(worked_examples(here.store, bands), bands, here.t):
        with st.container(border=True):
            st.markdown(f"**{formula.name}**")
            st.text(formula.words)
            if formula.symbols:
                st.latex(formula.symbols)
            st.text(formula.example)
            if formula.never:
                st.caption(literal(formula.never))


def formulas(made: dict[str, float], bands: Scheme, t: Translate) -> list[Formula]:
    """The formulas in the order in which they build on each other; `made` holds what the examples come to."""
    actual, baseline, target, expected = t("actual"), t("baseline"), t("target"), t("expected")
    return [
        Formula(
            t("Progress"), t("The share of the way from the baseline to the target. It works for reductions too."),
            fraction(f"{actual} − {baseline}", f"{target} − {baseline}"),
            t("Example: 40% of children were stunted, the target is 20%, now it is 30%: (30 − 40) / (20 − 40) = "
              "{result}.",
              result=percent(made["progress"], t)),
            t("It may be below 0 (further away than at the start) and above 100%. Without a baseline there is no "
              "progress."),
        ),
        Formula(
            t("Achievement"), t("The actual as a share of the target, for figures that count up from zero."),
            fraction(actual, target),
            t("Example: 120 water points planned, 90 built: 90 / 120 = {result}.",
              result=percent(made["achievement"], t)),
            t("Not for reductions: 30% where 20% was the target would look like 150%."),
        ),
        Formula(
            t("Capaian (Indonesian public formula)"),
            t("As Indonesian offices report it: up as achievement; where less is better, twice the target minus the "
              "actual. "
              "A target range answers to its nearer bound."),
            stacked(fraction(actual, target), r"\text{" + t("or, where less is better:") + "}",
                    fraction(f"2 × {target} − {actual}", target)),
            t("Example: at most 20 days promised, 18 needed: (2 × 20 − 18) / 20 = "
              "{result}.", result=percent(made["capaian_down"], t)),
            t("It says nothing of where you started, so it never stands in one column with progress."),
        ),
        Formula(
            t("Expected by now"),
            t("Where the figure should be today: the target of the periods that have ended; where there are none, a "
              "straight "
              "line from the baseline to the target."),
            stacked(r"\text{" + f"{baseline} + ({target} − {baseline})" + "}",
                    r"\text{× " + t("share of the time that has passed") + "}"),
            t("Example: from 40 on 1 January 2025 to 20 on 1 January 2027. On 1 January 2026, half of the time, "
              "{result} is expected.",
              result=number(made["expected"], t)),
            t("A figure of the middle of the year is never held against the target of its end."),
        ),
        Formula(
            t("On track"), t("The way gone against the way that should be gone by now. The status comes from it."),
            fraction(f"{actual} − {baseline}", f"{expected} − {baseline}"),
            t("Example: 30 was expected and it is 32: (32 − 40) / (30 − 40) = {result}.",
              result=percent(made["on_track"], t)),
        ),
        Formula(
            t("A level to be kept"),
            t("Where the target is the level of now, or was passed before the start, there is no way to go: it is "
              "met or not met."),
            "",
            t("Example: 95% of taps shall keep working, {tolerance} around it counts as kept, and it is 93%: {result}.",
              tolerance=percent(bands.keep_tolerance, t), result=t("met") if made["keep"] else t("not met")),
        ),
        Formula(
            t("Ratio"), t("Shares of several partners or places: add up the numerators, add up the denominators, "
                          "then divide."),
            fraction(t("sum of the numerators"), t("sum of the denominators")),
            t("Example: 45 of 60 and 10 of 40 are 55 of 100 = {result}.", result=percent(made["ratio"], t)),
            t("The mean of 75% and 25% would be {wrong}: wrong, as the places differ in "
              "size.", wrong=percent(made["mean_of_shares"], t)),
        ),
        Formula(
            t("People"),
            t("One person may meet several partners. So people are never added up over sectors or partners: in each "
              "smallest place "
              "the largest figure counts, and places are added up."),
            "",
            t("Example: in one village partner A reached 120 people and partner B 80. At least 120 were reached, at "
              "most 200."),
            t("The plain sum of an indicator counts a person once for each partner; the bounds stand beside it."),
        ),
        Formula(
            t("How sure is a share?"),
            t("A survey asks some people, not all. The interval says where the share of all probably lies; a change is "
              "called a rise or a fall only when the interval of the difference leaves zero out."),
            "",
            t("Example: 12 of 30 say yes: {share}, and of all it is probably between {low} and {high} (Wilson, 95%).",
              share=percent(made["share"], t), low=percent(made["share_low"], t), high=percent(made["share_high"], t)),
            t("Always with the number of people who were asked."),
        ),
        Formula(
            t("Several indicators in one figure"),
            t("The mean of progress, each capped between 0 and 100%, by weight. It is refused when less than three "
              "quarters of the weights are known, and the worst indicator always stands beside it."),
            "",
            t("Example: 140%, 50% and −20% make {result}; without the cap it would be {wrong}.",
              result=percent(made["index"], t), wrong=percent(made["uncapped"], t)),
            t("A mean hides its worst part."),
        ),
        Formula(
            t("Small numbers"),
            t("Counts of 1 to 10 people are hidden, so that nobody can be recognised; zero is not. So that nobody can "
              "work them out, the next figure of the same sum is hidden too, in every filter and every file."),
            "",
            t("Example: 8 women and 40 men of 48: both are hidden, the 48 is shown."),
        ),
    ]  # fmt: skip


def status_bands(t: Translate) -> None:
    """The status scheme, as its file has it."""
    bands = scheme()
    froms = bands.lower_bounds()
    rows = [(status_text("met", t), t("the target is reached"))]
    rows += [(status_text(key, t), t("on track from {share}", share=percent(least, t))) for key, least in froms.items()]
    rows += [
        (status_text("worsening", t),
         t("below {share}: further away than at the start", share=percent(froms["off_track"], t))),
        (status_text("not_due", t), t("the first period has not ended yet")),
        (status_text("no_data", t), t("a figure, a baseline or a target is missing")),
    ]  # fmt: skip
    text_table(pd.DataFrame(rows, columns=[t("Status"), t("When")]))
    st.caption(literal(t("Scheme {name}; source: {source}. It stands in definitions/schemes and can be changed there.",
                         name=bands.name[t.language], source=bands.source)))  # fmt: skip


def other_schemes(t: Translate) -> None:
    """The bands of every other scheme that a programme may be judged by."""
    with st.expander(t("Other schemes")):
        for key in schemes()[1:]:
            bands = scheme(key)
            st.markdown(f"**{literal(bands.name[t.language])}** · {literal(t(APPLIES_TO[bands.applies_to]))}")
            rows = [(status_text(band.status, t).split(" ")[0] + " " + band.label[t.language], _from(band, t))
                    for band in bands.bands]  # fmt: skip
            text_table(pd.DataFrame(rows, columns=[t("Status"), t("When")]))
            st.caption(literal(t("Source: {source}", source=bands.source)))


def _from(band: Band, t: Translate) -> str:
    """ "from 90%", "above 115%", "below"."""
    if band.from_ is None:
        return t("below")
    share = percent(band.from_, t)
    return t("from {share}", share=share) if band.included else t("above {share}", share=share)


def missing_marks(t: Translate) -> None:
    """Four marks that are never mixed up, and the reasons why a measure may be missing."""
    text_table(pd.DataFrame([
        ("0", t("it was counted, and it is zero")), (NOT_REPORTED, t("not reported; never taken for zero")),
        (NOT_APPLICABLE, t("does not apply here, or cannot be worked out")), (HIDDEN, t("hidden, because so few "
                                                                                        "people are meant")),
    ], columns=[t("Mark"), t("Meaning")]))  # fmt: skip
    st.text(t("Reasons for a missing measure: {reasons}.", reasons=", ".join(t(words) for words in REASONS.values())))


def fraction(over: str, under: str) -> str:
    """LaTeX for one text above another."""
    return rf"\frac{{\text{{{over}}}}}{{\text{{{under}}}}}"


def stacked(*lines: str) -> str:
    """LaTeX on several lines, so that it fits a phone."""
    return r"\begin{gathered}" + r" \\[2pt] ".join(lines) + r"\end{gathered}"
