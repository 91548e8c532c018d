"""How the figures of a report were worked out: formulas in words, the bands of the status, the four marks."""

from charts.missing import HIDDEN, NOT_APPLICABLE, NOT_REPORTED
from charts.numbers import percent
from definitions.schemes import scheme
from locales import Translate
from metrics.explaining import scheme_words
from metrics.feedback import ANSWER_WITHIN_DAYS
from metrics.small_groups import least_shown
from reports.content import Content


def formula_rows(content: Content) -> list[list[str]]:
    """Name, formula and meaning of each measure that stands in the report."""
    t = content.t
    return [
        [t("Progress"), t("(actual − baseline) / (target − baseline)"),
         t("The share of the way from the baseline to the target. It works for reductions too.")],
        [t("Achievement"), t("actual / target"),
         t("The actual as a share of the target, for figures that count up from zero.")],
        [t("Expected by now"), t("baseline + (target − baseline) × share of the time that has passed"),
         t("Where the figure should be today: the target of the periods that have ended; where there are none, a "
           "straight line from the baseline to the target.")],
        [t("On track"), t("(actual − baseline) / (expected − baseline)"),
         t("The way gone against the way that should be gone by now. The status comes from it.")],
        [t("Ratio"), t("sum of numerators / sum of denominators"),
         t("Shares of several partners or places: add up the numerators, add up the denominators, then divide.")],
        [t("How sure is a share?"), t("Wilson and Newcombe, 95%"),
         t("A survey asks some people, not all. The interval says where the share of all probably lies; a change is "
           "called a rise or a fall only when the interval of the difference leaves zero out.")],
        [t("Small numbers"), t("1 to {n} are hidden", n=least_shown() - 1),
         t("Counts of voices below {k} in a place, and what would tell them, are hidden; zero is not.",
           k=least_shown())],
        [t("Waiting too long"), t("more than {days} days", days=ANSWER_WITHIN_DAYS),
         t("A voice is overdue when it has no answer after so many days.")],
    ]  # fmt: skip


def status_sentence(content: Content) -> str:
    """The bands that made the status, with the name and the source of their scheme."""
    return scheme_words(scheme(content.asked.scheme), content.t, lambda value, _unit: percent(value, content.t))


def mark_rows(t: Translate) -> list[tuple[str, str]]:
    """The four marks that are never mixed up, and what each means."""
    return [
        ("0", t("it was counted, and it is zero")), (NOT_REPORTED, t("not reported; never taken for zero")),
        (NOT_APPLICABLE, t("does not apply here, or cannot be worked out")),
        (HIDDEN, t("hidden, because so few people are meant")),
    ]  # fmt: skip


def mark_line(t: Translate) -> str:
    """The four marks in one line, for the foot of a page."""
    return " · ".join((
        t("0 counted, and zero"), t("— not reported"), t("n.a. does not apply"), t("… hidden: few people"),
    ))  # fmt: skip
