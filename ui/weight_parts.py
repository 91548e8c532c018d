"""The parts of Mitra & Kemitraan about the whole: who carries how much weight, and who works with whom."""

import streamlit as st

from charts.chart import Chart, foot
from charts.grid import Cell, Frame, grid
from charts.missing import records
from charts.numbers import percent
from charts.ties import tie_graph
from charts.weights import shoulders, side_by_side
from data.storyboards import View
from locales import Translate
from metrics import network, ties, weight
from ui import answers, furniture, session
from ui.partner_parts import about
from ui.session import Visit


def balance(here: Visit, currency: str) -> None:
    """Shares of money, decisions, lead roles and speaking side by side; and on how many shoulders each rests."""
    t = here.t
    furniture.chart(balance_chart(here, currency), here, View.of("balance", {"currency": currency}))
    known = session.remembered(answers.known_names, here)["partner"]
    spread = weight.balance(here.store, here.as_of, currency)
    named = spread.assign(largest_name=[
        " = ".join(known.get(code, code) for code in (row["tied"] or row["largest"]).split("+"))
        for row in records(spread)])  # fmt: skip
    furniture.section(t("On how many shoulders it rests"))
    furniture.text_table(shoulders(named, t))
    st.caption(
        t(
            "Gini with the correction for few partners. Uneven is not wrong: it is something to talk about. Speaking "
            "and decisions come from the sheet Participation."
        )
    )


def balance_chart(here: Visit, currency: str) -> Chart:
    """Shares of money, decisions, lead roles and speaking side by side."""
    found = weight.shares(here.store, here.as_of, currency)
    return side_by_side(found, here.t, large=here.large, about=about(here))


def tie_view(here: Visit, strength: str) -> None:
    """The network as a graph and as a grid, with its figures in words."""
    names, _pairs, made = session.remembered(tied, here, strength)
    furniture.chart(tie_chart(here, strength), here, View.of("ties", {"tie": strength}))
    st.text(network_words(made, names, here.t))
    furniture.chart(tie_grid(here, strength), here, View.of("tie_grid", {"tie": strength}), has_title=False)


def tied(here: Visit, strength: str):
    """Names by code; the pairs of partners with their names; the network that they make."""
    names = session.remembered(answers.known_names, here)["partner"]
    pairs = ties.ties(here.store, here.as_of)
    codes = sorted({*names, *pairs["partner"], *pairs["other_partner"]})
    made = ties.graph(pairs, codes, strength)
    named = pairs.assign(partner_name=[names.get(code, code) for code in pairs["partner"]],
                         other_name=[names.get(code, code) for code in pairs["other_partner"]])  # fmt: skip
    return names, named, made


def tie_chart(here: Visit, strength: str) -> Chart:
    """The network as a graph."""
    names, named, made = session.remembered(tied, here, strength)
    spots = {names.get(code, code): spot for code, spot in ties.positions(made).items()}
    facts = {"density": network.density(made)}
    return tie_graph(named, spots, facts, strength, here.t, large=here.large, about=about(here))


def network_words(made, names: dict[str, str], t: Translate) -> str:
    """Density, centralization, who links others, who has no tie."""
    density, central = network.density(made), network.degree_centralization(made)
    between = network.betweenness(made)
    parts = [t("Density {density}: the ties there are, of all there could be.", density=percent(density, t))]
    if central is not None and made.number_of_edges():
        parts.append(t("Centralization {share}: 0% is everyone alike, 100% is one partner in the middle of all.",
                       share=percent(central, t)))  # fmt: skip
    if between and max(between.values()) > 0:
        first = max(sorted(between), key=lambda code: between[code])
        parts.append(t("{partner} stands most often between others.", partner=names.get(first, first)))
    alone = [names.get(code, code) for code, degree in made.degree() if not degree]
    if alone:
        parts.append(t("Without a tie: {partners}.", partners=", ".join(sorted(alone))))
    return " ".join(parts)


def tie_grid(here: Visit, strength: str) -> Chart:
    """The same ties as a grid, each partner in a row and a column."""
    t = here.t
    rows = [row for row in records(session.remembered(tied, here, strength)[1]) if row[strength]]
    names = sorted({row[key] for row in rows for key in ("partner_name", "other_name")})
    codes = {row["partner_name"]: row["partner"] for row in rows} | {
        row["other_name"]: row["other_partner"] for row in rows
    }
    cells = {}
    for row in rows:
        for one, other in (("partner_name", "other_name"), ("other_name", "partner_name")):
            cells[row[one], codes[row[other]]] = Cell(row[strength], row["together"])
    cells |= {(name, codes[name]): Cell(0, "", "·") for name in names}
    words = Frame(t("The same as a grid"), t("The same ties as a grid"), foot([], about(here), t), t("Partner"),
                  t("Grid of partners"))  # fmt: skip
    return grid(cells, names, [codes[name] for name in names], words, t, large=here.large, none="")
