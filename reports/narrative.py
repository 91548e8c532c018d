"""A draft of the report's text, from the data alone. Each sentence is tied to its indicator and can be replaced.

A cause is never made up: where one belongs stands a blank for the forum. What a person wrote instead of a sentence
comes in `content.texts`, by key ("unmet.AIR-02", "cause.AIR-02"); an empty text leaves the sentence out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from charts.numbers import number, percent, period_label
from charts.text import clean
from locales import Translate, mark
from reports.changes import changes, sentence
from reports.content import Content, Row
from reports.late import late_partners, latest_due, unreported
from reports.money_words import delivered_words, programme_words
from reports.voice_words import finding

TITLES = {
    "summary": mark("In short"),
    "changed": mark("What changed since the period before"),
    "works": mark("What works"),
    "money": mark("Money beside results"),
    "voices": mark("What people say"),
    "unmet": mark("What did not work"),
    "next": mark("Next steps"),
}
"""The sections in the order of the report, with their headings. Causes ("cause") stand under "unmet"."""


@dataclass(frozen=True)
class Part:
    """One sentence or short paragraph. `indicators`: what it rests on. `is_blank`: a place that people fill in.

    `is_edited`: a person wrote it instead of the draft.
    """

    key: str
    text: str
    indicators: tuple[str, ...] = ()
    status: str | None = None
    is_blank: bool = False
    is_edited: bool = False

    @property
    def section(self) -> str:
        return self.key.split(".", 1)[0]


def narrative(content: Content) -> dict[str, list[Part]]:
    """The text by section (the keys of TITLES, and "cause"): the draft, with what people wrote in its place."""
    found: dict[str, list[Part]] = {section: [] for section in (*TITLES, "cause")}
    for part in draft(content):
        text = content.texts.get(part.key)
        if text is None:
            found[part.section].append(part)
        elif text.strip():
            found[part.section].append(replace(part, text=text.strip(), is_blank=False, is_edited=True))
    return found


def draft(content: Content) -> list[Part]:
    """Every part of the text as the data alone have it, in the order of the report. Keys are unique."""
    if not content.drafted:
        content.drafted.extend((
            *_summary(content), *_changed(content), *_works(content), *_money(content), *_voices(content),
            *_unmet(content), *_next_steps(content),
        ))  # fmt: skip
    return list(content.drafted)


def _summary(content: Content) -> Iterable[Part]:
    t, codes = content.t, _codes(content.rows)
    yield Part("summary.headline", content.headline, codes)
    if content.unjudged:
        yield Part("summary.unjudged", content.unjudged, codes)
    if content.due:
        came = {"n": number(content.received, t), "m": number(content.due, t),
                "percent": percent(content.received / content.due, t)}  # fmt: skip
        yield Part("summary.reports", t("{n} of {m} reports have come in ({percent}).", **came), codes)


def _changed(content: Content) -> Iterable[Part]:
    t, found = content.t, changes(content)
    codes = tuple(each.now["indicator"] for each in found)
    if not found:
        yield Part("changed.lead", t("No indicator has two reports yet, so there is no change to tell of."))
        return
    moved = [each.is_as_agreed for each in found]
    good, poor = moved.count(True), moved.count(False)
    if good or poor:
        yield Part("changed.lead", t.plural(
            "{good} of {n} indicator with two reports moved the agreed way, {poor} the other way.",
            "{good} of {n} indicators with two reports moved the agreed way, {poor} the other way. The others show no "
            "clear change, lack reports, or count what each period brought.", len(found), good=number(good, t),
            poor=number(poor, t),
            n=number(len(found), t)), codes)  # fmt: skip
    for each in found:
        yield Part(f"changed.{each.now['indicator']}", clean(sentence(each, t)), (each.now["indicator"],))


def _works(content: Content) -> Iterable[Part]:
    for each in content.works:
        yield Part(f"works.{each.indicator}", clean(each.text), (each.indicator,), each.status)
    if not content.works:
        yield Part("works.none", content.t("Nothing is met or on track yet."))


def _unmet(content: Content) -> Iterable[Part]:
    t = content.t
    for each in content.attention:
        yield Part(f"unmet.{each.indicator}", clean(each.text), (each.indicator,), each.status)
        yield Part(f"cause.{each.indicator}", t("Cause: …… (filled in by the forum)"), (each.indicator,), is_blank=True)
    if not content.attention:
        yield Part("unmet.none", t("No indicator that can be judged is behind."))
    if silent := unreported(content):
        names = ", ".join(f"{clean(row['name'])} ({period_label(latest_due(content, row)['period'], t)})"
                          for row in silent)  # fmt: skip
        yield Part(
            "unmet.unreported",
            t("Not reported for the latest period that is due: {names}.", names=names),
            _codes(silent),
        )


def _money(content: Content) -> Iterable[Part]:
    t = content.t
    for each in content.money:
        key = each.currency or "none"
        yield Part(f"money.{key}", delivered_words(content, each))
        for row in each.programmes:
            beside = [one for one in content.rows if one["programme"] == row["programme"]]
            yield Part(f"money.{key}.{row['programme']}", programme_words(content, row), _codes(beside))
    if not content.money:
        yield Part("money.none", t("No contribution was sent in, so no money stands beside the results."))


def _voices(content: Content) -> Iterable[Part]:
    if content.answers.themes is None:
        yield Part("voices.total", content.t("Voices are not counted for several programmes together: one may stand "
                                             "under more than one of them."))  # fmt: skip
    else:
        yield Part("voices.total", finding(content.voices.total, content.t))


def _next_steps(content: Content) -> Iterable[Part]:
    t = content.t
    for each in content.attention:
        name = clean(content.row(each.indicator)["name"])
        yield Part(f"next.{each.indicator}", t("{name}: …… (filled in by the forum: what, who, by when)", name=name),
                   (each.indicator,), each.status, is_blank=True)  # fmt: skip
    if late := late_partners(content):
        yield Part("next.reports", t("Send in the reports that are still to come: {partners}.",
                                     partners=", ".join(map(clean, late))))  # fmt: skip
    if (total := content.voices.total) and total["overdue"]:
        yield Part("next.voices", t.plural("Answer the voice that has waited too long ({n}).",
                                           "Answer the voices that have waited too long ({n}).", int(total["overdue"]),
                                           n=number(total["overdue"], t)))  # fmt: skip
    yield from _to_agree(content, t)


def _to_agree(content: Content, t: Translate) -> Iterable[Part]:
    """What keeps an indicator from being judged, and can be agreed at a table."""
    if rows := [row for row in content.rows if row["reason"] == "no_target"]:
        yield Part("next.no_target", t("Agree on a target for: {names}.", names=_names(rows)), _codes(rows))
    if rows := [row for row in content.rows if row["reason"] == "no_baseline"]:
        yield Part("next.no_baseline", t("Measure or agree on a baseline for: {names}.", names=_names(rows)),
                   _codes(rows))  # fmt: skip


def _names(rows: Sequence[Row]) -> str:
    return ", ".join(clean(row["name"]) for row in rows)


def _codes(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(row["indicator"] for row in rows)
