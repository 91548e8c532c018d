"""What changed since the period before: the last two reports of each indicator, beside each other."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from charts.numbers import number, period_label
from definitions.units import is_percent
from locales import Translate
from reports.content import Content

Row = dict[str, Any]
RISE, FALL, SAME, UNCLEAR, INCOMPLETE = "rise", "fall", "same", "no_clear_change", "incomplete"
NEEDS_ALL = ("sum", "max", "mean")
"""Over partners and places: with these, a report that is missing makes another figure of it."""


class Change(NamedTuple):
    """Two rows of `content.periods`; `word` is one of RISE, FALL, SAME, UNCLEAR, INCOMPLETE."""

    before: Row
    now: Row
    word: str

    @property
    def is_flow(self) -> bool:
        """Whether each period counts what it brought itself, so that less than before is no way back."""
        return self.now["over_time"] == "sum" and not self.now["cumulative"]

    @property
    def is_as_agreed(self) -> bool | None:
        """Whether it moved the way it should; None where there is no such way, or no clear movement."""
        wanted = {"up": RISE, "down": FALL}.get(self.now["direction"] or "")
        if self.is_flow or not wanted or self.word not in (RISE, FALL):
            return None
        return self.word == wanted


def changes(content: Content) -> list[Change]:
    """A change for each indicator that reported two periods of the same length, in the order of `content.rows`."""
    day = content.asked.as_of
    found = (change_of(content.periods.get(row["indicator"], ()), day, content.t) for row in content.rows)
    return [each for each in found if each]


def change_of(periods: Sequence[Row], as_of: date, t: Translate) -> Change | None:
    """The last report of an ended period against the one before it of the same length; None where there are not two.

    A share of people is said to rise or fall only where the interval of the difference leaves zero out
    (metrics.intervals); any other figure where the two are not written alike. A sum, a maximum or a mean over partners
    and places is compared only where all of them have reported both times.
    """
    reported = [row for row in periods if row["actual"] is not None]
    ended = [row for row in reported if row["period_end"] and row["period_end"] <= as_of]
    if not ended:
        return None
    now = ended[-1]
    earlier = [row for row in ended[:-1] if row["period_kind"] == now["period_kind"]]
    if not earlier:
        return None
    before = earlier[-1]
    if now["over_units"] in NEEDS_ALL and not (is_complete(before) and is_complete(now)):
        return Change(before, now, INCOMPLETE)
    if now["change"] and before is reported[reported.index(now) - 1]:
        return Change(before, now, now["change"])
    return Change(before, now, _plain(before, now, t))


def is_complete(row: Row) -> bool:
    """Whether all reports that were due for the period have come."""
    return (row["reports"] or 0) >= (row["reports_due"] or 0)


def change_word(word: str, t: Translate) -> str:
    """The change in a word or two, for a table."""
    words = {RISE: t("rose"), FALL: t("fell"), SAME: t("the same"), UNCLEAR: t("no clear change"),
             INCOMPLETE: t("not comparable")}  # fmt: skip
    return words[word]


def sentence(change: Change, t: Translate) -> str:
    """The change in a sentence, with both figures and both periods; without a cause."""
    before, now, _word = change
    beside = now["unit"] if is_percent(now["unit"]) else None
    words = {
        "name": now["name"], "actual": number(now["actual"], t, now["unit"]), "before": number(before["actual"], t,
        beside), "period": period_label(now["period"], t), "earlier": period_label(before["period"], t),
    }  # fmt: skip
    if change.word == INCOMPLETE:
        came = t("{n} of {m}", n=number(now["reports"], t), m=number(now["reports_due"], t))
        then = t("{n} of {m}", n=number(before["reports"], t), m=number(before["reports_due"], t))
        return t("{name}: {actual} in {period} from {came} reports, {before} in {earlier} from {then}; not comparable "
                 "while reports are missing.", came=came, then=then, **words)  # fmt: skip
    if now["measure"] == "yes_no":
        return _yes_no(change, words, t)
    if change.is_flow:
        return t("{name}: {actual} in {period}, after {before} in {earlier}.", **words)
    if change.word == RISE:
        return t("{name} rose from {before} ({earlier}) to {actual} ({period}).", **words)
    if change.word == FALL:
        return t("{name} fell from {before} ({earlier}) to {actual} ({period}).", **words)
    if change.word == SAME:
        return t("{name} stayed at {actual} ({earlier} to {period}).", **words)
    return t("{name}: no clear change, {before} ({earlier}) and {actual} ({period}).", **words)


def _yes_no(change: Change, words: dict[str, str], t: Translate) -> str:
    if change.word == RISE:
        return t("{name}: done in {period}.", **words)
    if change.word == FALL:
        return t("{name}: it was so in {earlier}, and is no longer in {period}.", **words)
    return t("{name}: nothing changed from {earlier} to {period}.", **words)


def _plain(before: Row, now: Row, t: Translate) -> str:
    if number(before["actual"], t) == number(now["actual"], t):
        return SAME
    return RISE if now["actual"] > before["actual"] else FALL
