"""Who works with whom: density, centrality, centralization, reciprocity, by networkx.

A tie of a partner to itself says nothing of working together, so it is left out unless `self_ties` is asked for. Show
the response rate beside every figure: a partner that did not answer looks like one without ties.
"""

from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx

Edge = tuple[Hashable, Hashable]


def network(
    edges: Iterable[Sequence[Hashable]],
    nodes: Iterable[Hashable] = (),
    *,
    directed: bool = False,
    self_ties: bool = False,
) -> "networkx.Graph":
    """The graph of these ties; `nodes` adds partners without any."""
    import networkx

    graph = networkx.DiGraph() if directed else networkx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from((edge[0], edge[1]) for edge in edges if self_ties or edge[0] != edge[1])
    return graph


def density(graph: "networkx.Graph") -> float:
    """Ties present of ties possible: 2m/(n(n − 1)), directed m/(n(n − 1)); 0 for fewer than two partners."""
    import networkx

    return float(networkx.density(graph))


def degree_centrality(graph: "networkx.Graph", way: str = "all", *, alone: float = 0.0) -> dict[Hashable, float]:
    """Ties of each partner of those it could have, d/(n − 1); `way` "in" or "out" in a directed graph.

    One partner alone has centrality 1 with networkx; here `alone`, 0, as it has nobody to work with.
    """
    import networkx

    if graph.number_of_nodes() < 2:
        return dict.fromkeys(graph, alone)
    measure = {"all": networkx.degree_centrality, "in": networkx.in_degree_centrality,
               "out": networkx.out_degree_centrality}[way]  # fmt: skip
    return {node: float(value) for node, value in measure(graph).items()}


def betweenness(graph: "networkx.Graph", *, normalized: bool = True) -> dict[Hashable, float]:
    """How often each partner stands on the shortest way between two others."""
    import networkx

    return {node: float(value) for node, value in networkx.betweenness_centrality(graph, normalized=normalized).items()}


def degree_centralization(graph: "networkx.Graph") -> float | None:
    """Freeman's Σ(max d − d_i)/((n − 1)(n − 2)): 0 when all are alike, 1 for a star; None for fewer than three.

    Of a directed graph: how much the naming hangs on one partner, Σ(max − d_i)/(n − 1)² over the ties that go out.
    """
    degrees = [degree for _, degree in (graph.out_degree() if graph.is_directed() else graph.degree())]
    largest = most_centralized(len(degrees), directed=graph.is_directed())
    return sum(max(degrees) - degree for degree in degrees) / largest if largest and len(degrees) > 2 else None


def most_centralized(n: int, *, directed: bool = False, self_ties: bool = False) -> int:
    """The sum of differences in a star of n, the largest there can be: (n − 1)(n − 2), directed (n − 1)².

    With ties to oneself, which Dampak does not count: n(n − 1) each way, as igraph has it.
    """
    if n < 1:
        return 0
    if self_ties:
        return n * (n - 1)
    return (n - 1) ** 2 if directed else (n - 1) * (n - 2)


def reciprocity(graph: "networkx.DiGraph") -> float | None:
    """The share of ties that are returned; None without ties."""
    import networkx

    return float(networkx.overall_reciprocity(graph)) if graph.number_of_edges() else None


def reciprocity_of(graph: "networkx.DiGraph", nodes: Iterable[Hashable] | None = None) -> dict[Hashable, float | None]:
    """As `reciprocity`, of each partner's own ties."""
    import networkx

    asked = list(graph if nodes is None else nodes)
    return {node: float(networkx.reciprocity(graph, node)) if graph.degree(node) else None for node in asked}
