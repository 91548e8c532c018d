"""What is said of the voices: how many, whether they were answered, and whose words a quote is."""

from typing import Any

from charts.numbers import number, percent, period_label
from charts.text import clean
from definitions.codebook import codebook
from locales import Translate
from metrics.feedback import ANSWER_WITHIN_DAYS
from metrics.names import age_band, sex_name
from metrics.small_groups import least_shown

Row = dict[str, Any]


def finding(counts: Row | None, t: Translate) -> str:
    """How many spoke, how many were answered, how many heard back; that they are too few, where they are."""
    if counts is None or not counts["entries"]:
        return t("Too few voices to show figures, or none: fewer than {k} stand in no count.",
                 k=number(least_shown(), t))  # fmt: skip
    return shown(counts, t)


def shown(counts: Row, t: Translate) -> str:
    """How many spoke, were answered and heard back, where that may be told; for screens too."""
    if counts["answered_share"] is None or counts["told_back_share"] is None:
        return t.plural("{n} voice; the rest is hidden: small group.", "{n} voices; the rest is hidden: small group.",
                        counts["entries"], n=number(counts["entries"], t))  # fmt: skip
    said = t.plural("{n} voice; {answered} answered, {told} heard back what became of it.",
                    "{n} voices; {answered} answered, {told} heard back what became of it.", counts["entries"],
                    n=number(counts["entries"], t), answered=percent(counts["answered_share"], t),
                    told=percent(counts["told_back_share"], t))  # fmt: skip
    if not counts["overdue"]:
        return said
    waiting = t("{n} have waited more than {days} days for an answer.", n=number(counts["overdue"], t),
                days=ANSWER_WITHIN_DAYS)  # fmt: skip
    return f"{said} {waiting}"


def who_and_where(quote: Row, t: Translate) -> str:
    """Place, month, sex and age band: nothing that points at one person."""
    return " · ".join(filter(None, (
        clean(quote["place_name"] or ""), period_label(quote["period"], t) if quote["period"] else "",
        sex_name(quote["sex"], t), clean(age_band(quote["age"], t)),
    )))  # fmt: skip


def theme_name(theme: str | None, t: Translate) -> str:
    """A theme in the language of the report; what the codebook does not know as it was written."""
    return clean(codebook().label(theme, t.language)) if theme else t("no theme named")
