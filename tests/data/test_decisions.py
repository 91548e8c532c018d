"""Decisions about overlaps and gaps: what must be said, and that nothing is overwritten."""

from datetime import date

import pytest

from data.decisions import Case, decide
from data.written import Unfinished

CASE = Case("gap", "gap|need|gizi||33.26|")
GOOD = {"decided_by": "Sari", "reason": "Sudah dilayani puskesmas"}


@pytest.mark.parametrize(
    ("decision", "said", "lacking"),
    [
        ("dismissed", {"decided_by": " ", "reason": "ya"}, "decided_by"),
        ("dismissed", {"decided_by": "Sari", "reason": "  "}, "reason"),
        ("confirmed", {"decided_by": "Sari"}, "reason"),
        ("reopened", {"decided_by": "Sari"}, "reason"),
        ("action", {"decided_by": "Sari", "due": date(2026, 12, 1)}, "owner"),
        ("action", {"decided_by": "Sari", "owner": "Budi"}, "due"),
    ],
)
def test_who_and_why_and_for_an_action_by_whom_and_until_when(forum, decision, said, lacking):
    with pytest.raises(Unfinished) as unfinished:
        decide(forum.store, CASE, decision, **said)
    assert unfinished.value.args[0] == lacking
    assert forum.query("select count(*) from case_decisions") == [(0,)]


def test_decisions_are_numbered_and_never_overwritten(forum):
    assert decide(forum.store, CASE, "dismissed", **GOOD) == 1
    assert decide(forum.store, CASE, "action", decided_by="Budi", owner="Tandur", due=date(2026, 12, 1)) == 2
    assert forum.query("select decision, reason, owner from case_decisions order by decision_id") == [
        ("dismissed", "Sudah dilayani puskesmas", None),
        ("action", None, "Tandur"),
    ]


@pytest.mark.parametrize(("kind", "decision"), [("overlap", "maybe"), ("need", "dismissed")])
def test_a_word_that_is_none_is_a_mistake_of_the_caller(forum, kind, decision):
    with pytest.raises(ValueError, match="Must be of"):
        decide(forum.store, Case(kind, "x"), decision, **GOOD)
