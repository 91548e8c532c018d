"""Who works with whom: ties between partners that act in the same programme, or in the same place of it."""

import math
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from data.store import Store
from metrics.engine import ask
from metrics.network import network

if TYPE_CHECKING:
    import networkx

STRENGTHS = ("places", "programmes")


def ties(store: Store, as_of: date) -> pd.DataFrame:
    """One row per pair of partners in a programme together: programmes, places (counts), together (their codes).

    A partner is in a programme by an activity, a report, a delivered contribution or its lead.
    """
    return ask(store, "partner_ties", as_of=as_of)


def graph(pairs: pd.DataFrame, partners: list[str], strength: str) -> "networkx.Graph":
    """Every partner, and a tie where `strength` (places or programmes) is above 0."""
    if strength not in STRENGTHS:
        raise ValueError(f"`strength` must be of {', '.join(STRENGTHS)}, got {strength!r}.")
    linked = pairs[pairs[strength] > 0]
    return network(linked[["partner", "other_partner"]].itertuples(index=False), sorted(partners))


def positions(made: "networkx.Graph") -> dict[str, tuple[float, float]]:
    """Where to draw each partner on a circle of radius 1: the same picture for the same ties, on every machine.

    Partners that are tied stand beside one another as far as that goes: each group of linked partners in turn, the
    largest first, walked from its best linked partner; those without a tie come last.
    """
    import networkx

    def first(name: str) -> tuple[int, str]:
        return -made.degree(name), name

    order: list[str] = []
    for group in sorted(networkx.connected_components(made), key=lambda group: (-len(group), min(group))):
        start = min(group, key=first)
        order += networkx.dfs_preorder_nodes(made, start, sort_neighbors=lambda names: sorted(names, key=first))
    turn = 2 * math.pi / max(len(order), 1)
    return {name: (round(math.cos(math.pi / 2 - turn * n), 6), round(math.sin(math.pi / 2 - turn * n), 6))
            for n, name in enumerate(order)}  # fmt: skip
