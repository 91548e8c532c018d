"""Places and partners of figures that masking would make one: they stop, and none of their figures is left out."""

import pytest


def told(outcome):
    return [(problem.code, problem.cell) for problem in outcome.stops]


@pytest.mark.parametrize(
    ("names", "cells"),
    [
        (("Bu Tini", "Bu Ani"), ["C2", "C3"]),
        (("Warung Pak Budi", "Warung Pak Anton", "Toko Pak Budi"), ["C2", "C3"]),
        (("Bu Tini", "Bu Tini"), []),
        (("Keripik Tini", "Sambal Ani"), []),
    ],
)
def test_owners_of_businesses_stay_apart(forum, define, names, cells):
    forum.send(indicators=[define("A")])
    rows = [("A", f"2025-Q{quarter}", 10 * quarter, name) for quarter, name in enumerate(names, 1)]
    assert told(forum.check(results=rows)) == [("masked_alike", cell) for cell in cells]


def test_nobody_is_told_to_leave_one_of_them_out(forum, define):
    forum.send(indicators=[define("A")])
    outcome = forum.check(results=[("A", "2025", 10, None, "Warung Bu Tini"), ("A", "2025", 20, None, "Warung Bu Ani")])
    assert told(outcome) == [("masked_alike", "D2"), ("masked_alike", "D3")]
    assert {problem.params["found"] for problem in outcome.stops} == {"Warung Bu [nama]"}
    assert {problem.params["count"] for problem in outcome.stops} == {2}
