"""The voice beside the number, in one sentence: "88% of the target, but access is the first complaint in 3 of 4
places"."""

import streamlit as st

from charts.numbers import number, percent
from charts.rows import judged_text
from locales import Translate
from metrics import voices_heard
from metrics.feedback_judgement import Judgement
from metrics.small_groups import least_shown
from metrics.voice_beside import AGREES, NO_VERDICT, TENSION, TOO_FEW, Beside, of_indicator
from ui import answers, session
from ui.filters import Filters
from ui.literal import literal
from ui.session import Visit
from ui.voice_choice import theme_label


def sentence(here: Visit, chosen: Filters, indicator: str) -> None:
    """The sentence, above the quotes of an indicator."""
    edition = voices_heard.edition(here.store)
    row = session.remembered(answers.row_of, here, chosen, indicator)
    found = session.remembered(beside, here, chosen, indicator, edition)
    st.markdown(literal(words(row, found, here.t)))


def beside(here: Visit, chosen: Filters, indicator: str, edition: int) -> Beside:
    """What the voices of an indicator say beside its number."""
    row = session.remembered(answers.row_of, here, chosen, indicator)
    judged = Judgement(here.store, here.as_of, indicator=indicator, partner=chosen.partner, place=chosen.place)
    return of_indicator(judged, row["status"])


def words(row: dict, found: Beside, t: Translate) -> str:
    """Number and voices in one sentence; which of them agree is said in words, not only by a but."""
    if found.kind == TOO_FEW:
        return t("Fewer than {k} rated voices: too few to set beside the number.", k=number(least_shown(), t))
    said = said_words(found, t)
    if found.kind == NO_VERDICT:
        return t("What people say: {said}.", said=said)
    figure = number_words(row, t)
    if found.kind == AGREES:
        return t("The voices agree with the number: {figure}, and {said}.", figure=figure, said=said)
    if found.kind == TENSION:
        return t("Voices and number pull apart: {figure}, but {said}.", figure=figure, said=said)
    return t("The voices are mixed: {figure}; {said}.", figure=figure, said=said)


def number_words(row: dict, t: Translate) -> str:
    """ "88% of the target", "40% of the way to the target", or the verdict alone."""
    if row["achievement"] is not None:
        return t("{share} of the target", share=percent(row["achievement"], t))
    if row["progress"] is not None:
        return t("{share} of the way to the target", share=percent(row["progress"], t))
    return judged_text(row, t)


def said_words(found: Beside, t: Translate) -> str:
    """What most say: the first complaint and in how many places, or praise."""
    if found.praising is not None and found.complaining is not None and found.praising > found.complaining:
        praise = t("{share} of the rated voices praise it", share=percent(found.praising, t))
        return f"{praise}; {first_words(found, t)}" if found.theme else praise
    complain = t("{share} of the rated voices complain", share=percent(found.complaining or 0, t))
    return f"{first_words(found, t)} ({complain})" if found.theme else complain


def first_words(found: Beside, t: Translate) -> str:
    """ "access is the first complaint in 3 of 4 places"."""
    theme = theme_label(found.theme, t) or ""
    return t("{theme} is the first complaint in {n} of {m} places", theme=theme, n=number(found.first_in, t),
             m=number(found.places, t))  # fmt: skip
