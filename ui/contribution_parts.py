"""The parts of Dana & Kontribusi: where it comes from, what was kept of what was pledged, and what it is beside."""

import pandas as pd
import streamlit as st

from charts.chart import About, Chart, subtitle, table
from charts.flows import flows
from charts.giving import promised, share
from charts.missing import records
from charts.numbers import money, number, percent
from charts.text import clean
from definitions.vocabulary import vocabulary
from locales import Translate
from metrics import contributions as given
from ui import answers, choice, furniture, session
from ui.filters import Filters, view_of
from ui.session import Visit

MOST_NAMED = 5


def has_any(here: Visit) -> bool:
    """Whether any contribution or campaign was ever uploaded."""
    return bool(given.currencies(here.store)) or not given.campaigns(here.store, here.as_of).empty


def nothing_yet(here: Visit) -> None:
    """For a store without contributions."""
    t = here.t
    furniture.empty(
        t("There are no contributions yet"),
        t("Money, staff time, goods and expertise appear here as soon as a workbook with the sheet Contributions has "
          "been uploaded: partner, period, kind, pledged, delivered and currency."),
        t("Upload contributions"), "pages/upload.py",
    )  # fmt: skip


def currency_picker(here: Visit) -> str:
    """The currency looked at. Several are never added together."""
    known = session.remembered(currencies, here)
    if len(known) < 2:
        return known[0] if known else "IDR"
    t = here.t
    st.caption(t("Currencies are never added together: choose one."))
    return choice.one_of(
        t("Currency"), {one or "none": one or t("not stated") for one in known}, key="currency"
    ).replace("none", "")


def currencies(here: Visit) -> list[str]:
    """Every currency that anybody stated a contribution in."""
    return given.currencies(here.store, here.as_of)


def entries(here: Visit, chosen: Filters, currency: str) -> list[dict]:
    """One row a partner, programme and kind, with their names."""
    known = session.remembered(answers.known_names, here)
    rows = records(given.contributions(here.store, chosen.programme, chosen.partner, currency, as_of=here.as_of))
    return [row | {"partner_name": known["partner"].get(row["partner"], row["partner"]),
                   "programme_name": known["programme"].get(row["programme"], row["programme"])
                   or here.t("the forum as a whole")} for row in rows]  # fmt: skip


def about(here: Visit, chosen: Filters) -> About:
    """What the charts of this page say of themselves."""
    known = session.remembered(answers.known_names, here)
    asked = {"programme": chosen.programme, "partner": chosen.partner}
    words = [known[kind].get(code, code) for kind, code in asked.items() if code]
    return About(
        place=subtitle(*words) or None, source=here.t("contributions sent in by the partners"), as_of=here.as_of
    )


def headline(here: Visit, chosen: Filters, currency: str) -> None:
    """What was delivered, how much of it in kind, and on how many shoulders the money rests."""
    t = here.t
    rows = session.remembered(entries, here, chosen, currency)
    split = given.totals(here.store, currency, chosen.programme, chosen.partner, as_of=here.as_of)
    weight = given.concentration(here.store, currency, chosen.programme, as_of=here.as_of)
    missing = sum(row["not_reported"] for row in rows)
    with st.container(horizontal=True, key="money_counts"):
        st.metric(t("Money delivered"), money(split["money"], currency, t), border=True)
        st.metric(t("Delivered in kind"), money(split["in_kind"], currency, t), border=True,
                  help=t("Staff time, goods and expertise, valued as the partners stated."))  # fmt: skip
        st.metric(t("Share in kind"), share(split["in_kind_share"], t), border=True)
        if not chosen.partner:
            st.metric(t("Money rests on as many equal partners as"),
                      number(weight["effective_partners"], t, decimals=1), border=True,
                      help=t("1 divided by the sum of squared shares. One giver alone is 1."))  # fmt: skip
    notes = []
    if weight["largest"] and not chosen.partner:
        known = session.remembered(answers.known_names, here)["partner"]
        names = [known.get(code, code) for code in (weight["tied"] or weight["largest"]).split("+")]
        each = percent(weight["largest_share"], t)
        if weight["tied"]:
            named = ", ".join(names[:MOST_NAMED])
            if (left := len(names) - MOST_NAMED) > 0:
                named = t("{partners} and {n} more", partners=named, n=number(left, t))
            notes.append(t("{partners} give the same, {percent} of the money each.", partners=named, percent=each))
        else:
            notes.append(t("{partner} gives {percent} of the money.", partner=names[0], percent=each))
    if missing:
        notes.append(t.plural("{n} entry has no delivery yet; it counts as not reported, not as zero.",
                              "{n} entries have no delivery yet; they count as not reported, not as zero.", missing,
                              n=number(missing, t)))  # fmt: skip
    if split["without_valuation"]:
        notes.append(t("{amount} in kind has no stated basis of valuation.",
                       amount=money(split["without_valuation"], currency, t)))  # fmt: skip
    st.text(clean(" ".join(notes)))


def where_it_goes(here: Visit, chosen: Filters, currency: str) -> None:
    """From source to programme to its results."""
    furniture.chart(flow_chart(here, chosen, currency), here, view_of("flows", chosen, currency=currency))


def flow_chart(here: Visit, chosen: Filters, currency: str) -> Chart:
    """From source to programme to its results."""
    rows = session.remembered(entries, here, chosen, currency)
    frame = pd.DataFrame(rows, columns=["partner_name", "programme_name", "delivered", "kind"])
    frame = frame.assign(delivered=frame["delivered"].astype(float))
    summed = frame.groupby(["partner_name", "programme_name"], as_index=False)["delivered"].sum(min_count=1)
    results = {row["label"]: result_words(row, here.t) for row in session.remembered(programme_rows, here, currency)}
    return flows(summed, results, currency, here.t, large=here.large, about=about(here, chosen))


def result_words(row: dict, t: Translate) -> str:
    """ "3 dari 5 hasil tercapai atau sesuai jalur"."""
    if not row["judged"]:
        return t("results not judged yet")
    return t("{n} of {m} results met or on track", n=number(row["favourable"], t), m=number(row["judged"], t))


def programme_rows(here: Visit, currency: str) -> list[dict]:
    """Budget, money, time and results of each programme, under its name."""
    known = session.remembered(answers.known_names, here)["programme"]
    rows = records(given.programmes(here.store, here.as_of, currency))
    return [row | {"label": known.get(row["programme"], row["name"])} for row in rows]


def pledges(here: Visit, chosen: Filters, currency: str) -> None:
    """What each partner delivered of what it pledged."""
    furniture.chart(pledge_chart(here, chosen, currency), here, view_of("pledges", chosen, currency=currency))


def pledge_chart(here: Visit, chosen: Filters, currency: str) -> Chart:
    """What each partner delivered of what it pledged."""
    rows = session.remembered(entries, here, chosen, currency)
    found = []
    for name in dict.fromkeys(row["partner_name"] for row in rows):
        own = [row for row in rows if row["partner_name"] == name]
        found.append({"label": name} | {key: total(row[key] for row in own) for key in ("pledged", "delivered")})
    return promised(found, currency, here.t, large=here.large, about=about(here, chosen))


def total(values) -> float | None:
    """The sum of what is known; None when nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def in_kind(here: Visit, chosen: Filters, currency: str) -> None:
    """What was given in kind, and how it was valued."""
    t = here.t
    rows = [row for row in session.remembered(entries, here, chosen, currency) if row["kind"] != "money"]
    if not rows:
        return
    furniture.section(t("In kind, and how it was valued"))
    cells = [
        [
            row["partner_name"],
            row["programme_name"],
            kind_word(row["kind"], here),
            money(row["delivered"], currency, t),
            row["valuation"] or t("not stated"),
        ]
        for row in sorted(rows, key=lambda row: -(row["delivered"] or 0))
    ]
    heads = [t("Partner"), t("Programme"), t("Kind"), t("Delivered"), t("Basis of valuation")]
    with st.expander(t("Show as a table"), expanded=len(cells) <= 10):
        furniture.text_table(table(cells, heads))


def kind_word(key: str, here: Visit) -> str:
    """A kind of contribution in the language."""
    known = vocabulary().answer("contribution_kind", key)
    return known.label(here.language) if known else key
