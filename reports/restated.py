"""What an earlier report said otherwise, in words: which figure, from what to what, by which upload and why."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from charts.missing import NOT_REPORTED
from charts.numbers import date, number, period_label
from charts.text import clean
from charts.theme import status_word
from data.reasons import REASONS, in_words
from data.sample import REMOVED
from data.snapshots import Kept
from definitions import clock
from definitions.units import is_percent
from definitions.version import VERSION
from locales import Translate, mark
from metrics.restated import Cause, Restatement

MEASURES = {
    "baseline": mark("Baseline"), "target": mark("Target"), "target_low": mark("Lowest target"),
    "target_high": mark("Highest target"), "actual": mark("Actual"), "status": mark("Status"),
}  # fmt: skip


class Restated(NamedTuple):
    """A kept report, and each of its figures that reads otherwise now."""

    kept: Kept
    differences: Sequence[Restatement]


class Line(NamedTuple):
    """A restatement as texts."""

    indicator: str
    name: str
    figure: str
    was: str
    now: str
    cause: str


def lines(restated: Restated, t: Translate, named: Mapping[str, str]) -> list[Line]:
    """Every difference as texts; `named`: names of indicators by code."""
    return [Line(each.indicator, clean(named.get(each.indicator, each.name)), figure_words(each, t),
                 value_words(each, each.was, t), value_words(each, each.now, t),
                 cause_words(each.causes, restated.kept, t)) for each in restated.differences]  # fmt: skip


def finding(restated: Restated, t: Translate) -> str:
    """How many figures of which report were restated since."""
    words = {"form": restated.kept.form.upper(), "date": date(clock.day_of(restated.kept.kept_at), t),
             "day": date(restated.kept.choice.as_of, t)}  # fmt: skip
    n = len(restated.differences)
    if not n:
        return t("No figure of the report sent out on {date} (data as of {day}) reads otherwise now.", **words)
    return t.plural("{n} figure of the report sent out on {date} (data as of {day}) reads otherwise now.",
                    "{n} figures of the report sent out on {date} (data as of {day}) read otherwise now.", n,
                    **words | {"n": number(n, t)})  # fmt: skip


def figure_words(each: Restatement, t: Translate) -> str:
    """ "Actual, Q3 2026"; "Target" where it is the indicator's own."""
    measure = t(MEASURES[each.measure])
    return f"{measure}, {period_label(each.period, t)}" if each.period else measure


def value_words(each: Restatement, value: Any, t: Translate) -> str:
    """A figure in its unit, a status as its word; a dash where there was none."""
    if value is None:
        return NOT_REPORTED
    if each.measure == "status":
        return status_word(str(value), t)
    return clean(number(value, t, each.unit if is_percent(each.unit) else None))


def cause_words(causes: Sequence[Cause], kept: Kept, t: Translate) -> str:
    """Which upload made the difference, and why as far as somebody wrote it."""
    if causes:
        return "; ".join(_cause(each, t) for each in causes)
    if kept.version != VERSION:
        return t("no upload; Dampak {old} worked it out otherwise than {new}", old=kept.version, new=VERSION)
    return t("no upload of this indicator; something that it is worked out from has changed")


def _cause(each: Cause, t: Translate) -> str:
    words = {"n": each.upload_id, "file": clean(each.file_name), "date": date(clock.day_of(each.happened_at), t)}
    if each.event == "undone":
        said = t("upload {n} ({file}) was undone on {date}", **words)
    elif each.event == "restored":
        said = t("upload {n} ({file}) was brought back on {date}", **words)
    else:
        said = t("upload {n} ({file}), {date}", **words)
    why = _reason(each.reason, clean(each.note or ""), t)
    return f"{said}: {why}" if why else t("{upload}: no reason was written", upload=said)


def _reason(reason: str | None, note: str, t: Translate) -> str:
    if reason in REASONS:
        return in_words(reason, note, t)
    return t(REMOVED) if reason == REMOVED else clean(reason or "")
