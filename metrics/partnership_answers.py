"""What the command line can show of places, contributions and the partnership: `--show WORD`, the first by default."""

import argparse
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import pandas as pd

from data.store import Store
from metrics import contributions, directory, network, partnership, places, ties, weight
from metrics.engine import ask

if TYPE_CHECKING:
    import networkx

Answer = Callable[[Store, argparse.Namespace], pd.DataFrame]


def currency_of(store: Store, options: argparse.Namespace) -> str:
    """The currency asked for, else the one that most contributions are stated in."""
    return options.currency or next(iter(contributions.currencies(store)), "IDR")


def _concentration(store: Store, options: argparse.Namespace) -> pd.DataFrame:
    currency = currency_of(store, options)
    return pd.DataFrame([{"currency": currency} | contributions.concentration(store, currency, as_of=options.as_of)])


def _totals(store: Store, options: argparse.Namespace) -> pd.DataFrame:
    wanted = [options.currency] if options.currency else contributions.currencies(store, options.as_of)
    return pd.DataFrame([{"currency": one} | contributions.totals(store, one, as_of=options.as_of) for one in wanted])


def _network(store: Store, options: argparse.Namespace) -> pd.DataFrame:
    """One row per partner after one for all of them, first of ties `within` the same places of a programme, then of
    ties within the same programmes: ties, centrality, betweenness; density and centralization."""
    pairs = ties.ties(store, options.as_of)
    known = set(ask(store, "current_partners")["code"]) | set(pairs["partner"]) | set(pairs["other_partner"])
    rows = [row for within in ties.STRENGTHS for row in _measured(ties.graph(pairs, sorted(known), within), within)]
    columns = ["partner", "ties", "density", "centralization", "centrality", "betweenness", "within"]
    return pd.DataFrame(rows, columns=columns).astype(object).where(lambda found: found.notna(), None)


def _measured(made: "networkx.Graph", within: str) -> list[dict]:
    degree, between = network.degree_centrality(made), network.betweenness(made)
    whole = {"partner": None, "ties": made.number_of_edges(), "density": network.density(made),
             "centralization": network.degree_centralization(made), "within": within}  # fmt: skip
    return [whole] + [{"partner": one, "ties": made.degree(one), "centrality": degree[one],
                       "betweenness": between[one], "within": within} for one in sorted(made)]  # fmt: skip


SHOWN: Mapping[str, Mapping[str, Answer]] = {
    "overlap": {
        "overlaps": lambda store, options: places.overlaps(store, options.as_of),
        "gaps": lambda store, options: places.gaps(store, options.as_of),
        "activities": lambda store, options: places.activities(store, options.as_of),
        "places": lambda store, options: places.presence(store, options.as_of),
        "provinces": lambda store, options: places.provinces(store),
        "decisions": lambda store, options: places.decisions(store),
        "alike": lambda store, options: places.alike(store, options.as_of),
    },
    "contributions": {
        "entries": lambda store, options: contributions.contributions(
            store, currency=options.currency, as_of=options.as_of
        ),
        "programmes": lambda store, options: contributions.programmes(
            store, options.as_of, currency_of(store, options)
        ),
        "outputs": lambda store, options: contributions.outputs(store, options.as_of, currency_of(store, options)),
        "totals": _totals,
        "concentration": _concentration,
        "campaigns": lambda store, options: contributions.campaigns(store, options.as_of),
    },
    "partnership": {
        "health": lambda store, options: partnership.health(store),
        "partners": lambda store, options: directory.partners(store, options.as_of),
        "roles": lambda store, options: directory.roles(store),
        "seats": lambda store, options: directory.seats(store),
        "shares": lambda store, options: weight.shares(store, options.as_of, currency_of(store, options)),
        "balance": lambda store, options: weight.balance(store, options.as_of, currency_of(store, options)),
        "ties": lambda store, options: ties.ties(store, options.as_of),
        "network": _network,
    },
}


def shown(store: Store, options: argparse.Namespace) -> pd.DataFrame:
    """What `options.show` asks for of `options.question`."""
    return SHOWN[options.question][options.show](store, options)


def add_choices(parser: argparse.ArgumentParser, question: str) -> None:
    """The option `--show` of one of these questions, and `--currency` where amounts are shown."""
    words = list(SHOWN[question])
    parser.add_argument("--show", choices=words, default=words[0], help=f"what to show (default: {words[0]})")
    parser.add_argument("--currency", help="amounts of one currency (default: the most used one; entries: all)")
