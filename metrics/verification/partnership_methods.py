"""Networks of partners, and how evenly things are spread."""

from typing import Any

from metrics import balance, network
from metrics.verification.bench import Bench
from metrics.verification.inputs import Inputs
from metrics.verification.registry import method


def graph_of(given: Inputs, *, directed: bool | None = None, self_ties: bool = True):
    """The published graph as it was counted there: with ties to oneself, unless the case strips them."""
    if given.flag("strip_self_loops", "strip_self_nominations", "strip", "no_self_loops", "without_self_loops"):
        self_ties = False
    if given.has("self_loops", "include_self_loops", "loops"):
        self_ties = given.flag("self_loops", "include_self_loops", "loops")
    nodes = given.get("nodes", default=[])
    edges = [list(edge) for edge in given.get("edges", "ties", "links", default=[])]
    if given.has("n", "nodes_count", "n_nodes") and not nodes:
        nodes = list(range(int(given.figure("n", "nodes_count", "n_nodes"))))
    if given.has("complete", "k"):
        size = int(given.figure("complete", "k"))
        edges = [[one, other] for one in range(size) for other in range(one + 1, size)]
    if given.has("path"):
        edges = [[one, one + 1] for one in range(int(given.figure("path")) - 1)]
    if isinstance(nodes, int):
        nodes = list(range(nodes))
    is_directed = given.flag("directed", "is_directed") if directed is None else directed
    return network.network(edges, nodes, directed=is_directed, self_ties=self_ties)


@method("density", "network_density", "graph_density")
def density(given: Inputs, _bench: Bench) -> dict[str, Any]:
    if given.has("m", "edges_count", "n_edges") and not given.has("edges"):
        n, m = given.figure("n", "nodes_count", "n_nodes"), given.figure("m", "edges_count", "n_edges")
        return {"density": (1 if given.flag("directed") else 2) * m / (n * (n - 1)) if n > 1 else 0.0}
    found = network.density(graph_of(given))
    return {"density": found, "value": found, "density_without_self": network.density(graph_of(given, self_ties=False))}


@method("degree_centrality", "degree")
def degree(given: Inputs, _bench: Bench) -> dict[str, Any]:
    graph = graph_of(given)
    return _degrees(graph, given.word("way", "mode", default="all") if graph.is_directed() else "all")


@method("in_degree_centrality", "in_degree")
def in_degree(given: Inputs, _bench: Bench) -> dict[str, Any]:
    return _degrees(graph_of(given, directed=True), "in")


@method("out_degree_centrality", "out_degree")
def out_degree(given: Inputs, _bench: Bench) -> dict[str, Any]:
    return _degrees(graph_of(given, directed=True), "out")


def _degrees(graph: Any, way: str) -> dict[str, Any]:
    """By partner; a partner alone has 1, as networkx prints it (on screen it has nobody, and 0)."""
    found = {str(node): value for node, value in network.degree_centrality(graph, way, alone=1.0).items()}
    return found | {"max": max(found.values(), default=None), "centrality": dict(found)}


@method("betweenness_centrality", "betweenness")
def betweenness(given: Inputs, _bench: Bench) -> dict[str, Any]:
    found = network.betweenness(graph_of(given), normalized=given.flag("normalized", default=True))
    named = {str(node): value for node, value in found.items()}
    node = given.get("node", default=None)
    return named | {
        "betweenness": named.get(str(node)) if node is not None else dict(named),
        "value": named.get(str(node)),
        "max": max(named.values(), default=None),
    }


@method("degree_centralization", "centralization", "freeman_centralization", "network_centralization")
def centralization(given: Inputs, _bench: Bench) -> dict[str, Any]:
    found = network.degree_centralization(graph_of(given, self_ties=False))
    return {"centralization": found, "value": found}


@method("degree_centralization_max", "centralization_degree_tmax", "degree_centralization_tmax", "tmax")
def most_centralized(given: Inputs, _bench: Bench) -> dict[str, Any]:
    way = given.word("mode", "way", default="all")
    found = network.most_centralized(
        int(given.figure("n", "nodes")),
        directed=given.flag("directed", default=way in ("in", "out")),
        self_ties=given.flag("loops", "self_loops"),
    )
    return {"max": found, "value": found, "tmax": found}


@method("reciprocity", "overall_reciprocity", "node_reciprocity")
def reciprocity(given: Inputs, _bench: Bench) -> dict[str, Any]:
    graph = graph_of(given, directed=True)
    each = {str(node): value for node, value in network.reciprocity_of(graph).items()}
    whole = network.reciprocity(graph)
    node = given.get("node", default=None)
    return each | {
        "reciprocity": each.get(str(node)) if node is not None else whole,
        "overall": whole,
        "value": each.get(str(node)) if node is not None else whole,
    }


@method("gini", "gini_index", "gini_corrected", "gini_small_n")
def gini(given: Inputs, _bench: Bench) -> dict[str, Any]:
    amounts = _amounts(given)
    raw, corrected = balance.gini(amounts), balance.gini_corrected(amounts)
    asked = corrected if given.flag("corrected", "small_n_correction") else raw
    return {
        "gini": asked,
        "g": asked,
        "value": asked,
        "raw": raw,
        "corrected": corrected,
        "gini_corrected": corrected,
        "gini_raw": raw,
        "small_n_corrected": corrected,
        "hhi": balance.concentration(amounts),
        "effective_partners": balance.effective_partners(amounts),
    }


@method("hhi_fraction", "hhi", "herfindahl", "herfindahl_hirschman", "concentration", "herfindahl_hd")
def hhi(given: Inputs, _bench: Bench) -> dict[str, Any]:
    found = balance.concentration(_amounts(given))
    effective = balance.effective_partners(_amounts(given))
    points = None if found is None else 10_000 * found
    return {
        "hhi": points if _in_points(given) else found,
        "value": points if _in_points(given) else found,
        "points": points,
        "hhi_points": points,
        "hhi_fraction": found,
        "fraction": found,
        "effective": effective,
        "effective_partners": effective,
        "effective_number": effective,
    }


@method("hhi_points", "hhi_in_points", "hhi_10000")
def hhi_in_points(given: Inputs, bench: Bench) -> dict[str, Any]:
    found = hhi(given, bench)
    return found | {"hhi": found["points"], "value": found["points"]}


@method("effective_partners", "effective_number", "inverse_hhi", "effective_number_of_partners")
def effective(given: Inputs, bench: Bench) -> dict[str, Any]:
    found = balance.effective_partners(_amounts(given))
    return {"effective": found, "effective_partners": found, "value": found, "effective_number": found}


@method("gap_money_voice", "share_gap", "money_decision_gap")
def gaps(given: Inputs, _bench: Bench) -> dict[str, Any]:
    return balance.gaps(given.get("money", "shares_money"), given.get("decisions", "voice", "shares_decisions"))


def _amounts(given: Inputs) -> list[float]:
    """Amounts by partner; of a matrix the totals of its columns."""
    if given.has("matrix"):
        return [float(sum(column)) for column in zip(*given.get("matrix"), strict=True)]
    names = ("values", "x", "shares", "amounts", "data", "y", "incomes", "counts", "s", "totals", "a")
    return given.known_numbers(*names)


def _in_points(given: Inputs) -> bool:
    return given.word("scale", "unit", default="") in ("points", "10000") or given.flag("points")
