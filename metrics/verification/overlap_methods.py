"""How much two partners do the same, and at the same time."""

from collections.abc import Mapping
from typing import Any

from metrics import similarity
from metrics.verification.bench import Bench
from metrics.verification.inputs import BadInput, Inputs
from metrics.verification.partnership_methods import graph_of
from metrics.verification.registry import method


@method("jaccard_sets", "jaccard", "jaccard_similarity", "jaccard_index", "jaccard_graph", "jaccard_neighbors")
def jaccard(given: Inputs, _bench: Bench) -> dict[str, Any]:
    found = _compared(given, similarity.jaccard)
    return {"jaccard": found, "similarity": found, "coefficient": found, "value": found}


@method("containment", "overlap_coefficient", "szymkiewicz_simpson", "containment_sets")
def containment(given: Inputs, _bench: Bench) -> dict[str, Any]:
    found = _compared(given, similarity.containment)
    return {"containment": found, "overlap": found, "value": found}


@method("periods_overlap", "period_overlap", "dates_overlap")
def overlap(given: Inputs, _bench: Bench) -> dict[str, Any]:
    days = [
        str(given.get(*names))
        for names in (("start1", "a_start"), ("end1", "a_end"), ("start2", "b_start"), ("end2", "b_end"))
    ]
    found = similarity.periods_overlap(*days)  # type: ignore[arg-type]  # ISO dates compare as texts do
    return {"overlap": found, "value": found}


def _compared(given: Inputs, measure) -> float:
    """Of two sets, or of the neighbours of two partners in a graph."""
    if given.has("edges", "complete", "path", "k"):
        graph = graph_of(given)
        pair = given.get("pair", "nodes_pair", "uv", default=None) or [given.get("u", "node1"), given.get("v", "node2")]
        if isinstance(pair[0], list):
            pair = pair[0]
        return measure(
            set(graph[pair[0]]) if pair[0] in graph else set(), set(graph[pair[1]]) if pair[1] in graph else set()
        )
    one, other = given.get("a", "set1", "first", "A"), given.get("b", "set2", "second", "B")
    if isinstance(one, Mapping) or isinstance(other, Mapping):
        raise BadInput("`a` and `b` must be lists")
    return measure([_hashable(key) for key in one], [_hashable(key) for key in other])


def _hashable(key: Any) -> Any:
    return tuple(key) if isinstance(key, list) else key
