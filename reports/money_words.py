"""Money beside results in sentences and tables, one currency each."""

from typing import Any

from charts.missing import NOT_APPLICABLE, NOT_REPORTED
from charts.numbers import money, number, percent
from charts.text import clean
from definitions.vocabulary import vocabulary
from locales import Translate
from reports.content import Content
from reports.money import Money
from reports.tables import Block, table

Row = dict[str, Any]


def delivered_words(content: Content, each: Money) -> str:
    """What was delivered in one currency, of what was pledged; the funder's own part; what was not reported."""
    t, currency = content.t, each.currency
    words = {"delivered": money(each.delivered, currency, t), "pledged": money(each.pledged, currency, t),
             "money": money(each.money, currency, t)}  # fmt: skip
    if each.delivered is None:
        said = [t("{pledged} pledged; nothing has been reported as delivered yet.", **words)]
    elif each.money is None:
        said = [t("{delivered} delivered, all of it in kind; {pledged} pledged.", **words)]
    elif each.pledged is None:
        said = [t("{delivered} delivered, {money} of it as money; no pledge was stated.", **words)]
    else:
        said = [t("{delivered} delivered of {pledged} pledged, {money} of it as money.", **words)]
    if content.asked.funder and (own := each.of(content.asked.funder)) is not None:
        name = clean(content.known["partner"].get(content.asked.funder, content.asked.funder))
        said.append(t("{amount} of it came from {partner}.", amount=money(own, currency, t), partner=name))
    if each.not_reported:
        said.append(t.plural("{n} entry has no delivery yet; it counts as not reported, not as zero.",
                             "{n} entries have no delivery yet; they count as not reported, not as zero.",
                             each.not_reported, n=number(each.not_reported, t)))  # fmt: skip
    return " ".join(said)


def whole_programme(content: Content, row: Row) -> str:
    """The name of a programme; in the report on one partner with the word that its budget and results are of all."""
    name = clean(content.known["programme"].get(row["programme"], row["programme"]))
    return content.t("{programme} (all partners)", programme=name) if content.asked.partner else name


def programme_words(content: Content, row: Row) -> str:
    """How much of a programme's budget was delivered, how much of its time is gone, and what stands beside it."""
    t = content.t
    name = whole_programme(content, row)
    if row["spent_share"] is None:
        said = t("{programme}: no money reported as delivered.", programme=name)
    elif row["time_share"] is None:
        said = t("{programme}: {share} of the budget delivered.", programme=name, share=percent(row["spent_share"], t))
    else:
        said = t("{programme}: {share} of the budget delivered after {time} of the time.", programme=name,
                 share=percent(row["spent_share"], t), time=percent(row["time_share"], t))  # fmt: skip
    if row["judged"]:
        said += " " + t("{n} of {m} results beside it are met or on track.", n=number(row["favourable"], t),
                        m=number(row["judged"], t))  # fmt: skip
    return said + (" " + t("Money runs ahead of results.") if row["ahead"] else "")


def programme_table(content: Content, each: Money) -> Block:
    """Budget, money and time of each programme, beside what became of its indicators."""
    t = content.t
    rows = [[
        whole_programme(content, row), money(row["budget"], each.currency, t),
        money(row["money"], each.currency, t), money(row["in_kind"], each.currency, t), _share(row["spent_share"], t),
        _share(row["time_share"], t),
        t("{n} of {m}", n=number(row["favourable"], t), m=number(row["judged"], t)) if row["judged"]
        else NOT_APPLICABLE,
    ] for row in each.programmes]  # fmt: skip
    return table(t("Budget, time and results by programme ({currency})", currency=currency_words(each, t)), [
        t("Programme"), t("Budget"), t("Money delivered"), t("Delivered in kind"), t("Share of budget"),
        t("Share of time"), t("Met or on track")], rows, "lrrrrrr", (24, 14, 14, 14, 11, 9, 14))  # fmt: skip


def given_table(content: Content, each: Money) -> Block:
    """What every partner pledged and delivered, by programme and kind."""
    t, known = content.t, content.known
    rows = [[
        clean(known["partner"].get(row["partner"], row["partner"]) or t("not stated")),
        clean(known["programme"].get(row["programme"], row["programme"]) or t("the forum as a whole")),
        kind_words(row["kind"], t), money(row["pledged"], each.currency, t), money(row["delivered"], each.currency, t),
    ] for row in each.given]  # fmt: skip
    return table(t("Pledged and delivered by partner ({currency})", currency=currency_words(each, t)), [
        t("Partner"), t("Programme"), t("Kind"), t("Pledged"), t("Delivered")], rows, "lllrr",
        (28, 28, 14, 15, 15))  # fmt: skip


def _share(value: float | None, t: Translate) -> str:
    return NOT_REPORTED if value is None else percent(value, t)


def currency_words(each: Money, t: Translate) -> str:
    """The currency, or that none was stated."""
    return each.currency or t("currency not stated")


def kind_words(kind: str | None, t: Translate) -> str:
    """What was given: money, staff, goods, expertise."""
    known = vocabulary().answer("contribution_kind", kind) if kind else None
    return known.label(t.language) if known else clean(kind or t("not stated"))
