"""What must hold for every figure, not only for those we thought of."""

import random
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import ledger, rollup

FEW = settings(
    max_examples=2,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
FIGURE = st.decimals(-10_000, 10_000, places=2).map(float)
WAYS = st.lists(st.tuples(FIGURE, FIGURE, FIGURE).filter(lambda way: way[0] != way[1]), min_size=30, max_size=60)
UNTIL = date(2025, 12, 31)


def way(define, code, baseline, target, factor=1.0):
    return define(code, direction="up" if target > baseline else "down", over_time="last", over_units="mean",
                  baseline=baseline * factor, target=target * factor, target_date=UNTIL)  # fmt: skip


@FEW
@given(ways=WAYS)
def test_reaching_the_target_is_all_of_the_way_in_both_directions(forum_of, define, ways):
    forum = forum_of(
        indicators=[way(define, f"W{at}", baseline, target) for at, (baseline, target, _) in enumerate(ways)],
        results=[(f"W{at}", "2025", target) for at, (_, target, _) in enumerate(ways)],
    )
    assert {(row["progress"], row["status"]) for row in forum.rows()} == {(1, "met")}


@FEW
@given(ways=WAYS)
def test_progress_is_the_exact_share_of_the_way(forum_of, define, ways):
    forum = forum_of(
        indicators=[way(define, f"W{at:02d}", baseline, target) for at, (baseline, target, _) in enumerate(ways)],
        results=[(f"W{at:02d}", "2025", actual) for at, (_, _, actual) in enumerate(ways)],
    )
    exact = [(Fraction(str(a)) - Fraction(str(b))) / (Fraction(str(t)) - Fraction(str(b))) for b, t, a in ways]
    assert [row["progress"] for row in forum.rows()] == pytest.approx(
        [float(share) for share in exact], rel=1e-7, abs=1e-9
    )


@FEW
@given(ways=WAYS, factor=st.sampled_from([0.001, 1000.0, 60.0]))
def test_another_unit_of_measurement_changes_no_ratio(forum_of, define, ways, factor):
    """Metres or kilometres, rupiah or thousands of rupiah: the shares are the same."""
    both = {"S": 1.0, "L": factor}
    forum = forum_of(
        indicators=[
            way(define, f"{name}{at:02d}", b, t, scale)
            for name, scale in both.items()
            for at, (b, t, _) in enumerate(ways)
        ],
        results=[
            (f"{name}{at:02d}", "2025", a * scale) for name, scale in both.items() for at, (_, _, a) in enumerate(ways)
        ],
    )
    found = forum.rows()
    for measure in ("progress", "capaian", "on_track"):
        small = [row[measure] for row in found if row["indicator"].startswith("S")]
        large = [row[measure] for row in found if row["indicator"].startswith("L")]
        assert small == pytest.approx(large, rel=1e-6, abs=1e-9)


# --- the order of things ----------

CODES = ("FLOW", "STOCK", "SHARE")


def definitions(define):
    return [define("FLOW"), define("STOCK", over_time="last"), define("SHARE", over_time="mean", over_units="mean")]


def some_results(seed: int) -> list[tuple]:
    keys = [
        (code, f"2025-Q{q}", partner, place)
        for code in CODES
        for q in range(1, 5)
        for partner in "AB"
        for place in ("Lor", "Kidul")
    ]
    chance = random.Random(seed)
    return [
        (code, period, chance.randrange(100), partner, place)
        for code, period, partner, place in chance.sample(keys, 30)
    ]


TARGETS = [(code, "2025", 500) for code in CODES]
ALL_BY = ("period", "period,partner", "period,place", "period,partner,place", "")


def measured(forum):
    """Everything the forum says, without which upload said it."""
    return {by: forum.rows(by=by) for by in ALL_BY}


def test_the_order_of_uploads_and_how_a_file_is_cut_change_nothing(forum_of, define):
    results = some_results(1)
    whole = forum_of(indicators=definitions(define), targets=TARGETS, results=results)
    parts = forum_of(indicators=definitions(define), targets=TARGETS)
    for piece in (results[20:], results[:7], results[7:20]):
        parts.send(results=piece)
    assert measured(parts) == measured(whole)


def test_a_correction_counts_and_undoing_it_brings_the_former_value_back(forum_of, define):
    forum = forum_of(indicators=definitions(define), targets=TARGETS, results=some_results(2))
    before = measured(forum)
    corrected = forum.send(results=[(*row[:2], row[2] + 1000, *row[3:]) for row in some_results(2)[:5]])
    after = measured(forum)
    assert after != before
    ledger.undo(forum.store, corrected.upload_id)
    assert measured(forum) == before
    ledger.restore(forum.store, corrected.upload_id)
    assert measured(forum) == after


def test_undoing_the_first_of_two_corrections_leaves_the_second_standing(forum_of, define):
    forum = forum_of(indicators=definitions(define), results=[("FLOW", "2025-Q1", 1)])
    first = forum.send(results=[("FLOW", "2025-Q1", 2)])
    second = forum.send(results=[("FLOW", "2025-Q1", 3)])
    ledger.undo(forum.store, first.upload_id)
    assert forum.actual("FLOW") == 3
    ledger.undo(forum.store, second.upload_id)
    assert forum.actual("FLOW") == 1


def test_a_blank_in_a_later_file_takes_nothing_away(forum_of, define):
    forum = forum_of(indicators=definitions(define), results=[("FLOW", "2025-Q1", 5)])
    forum.send(results=[("FLOW", "2025-Q1", None), ("FLOW", "2025-Q2", 2)])
    assert forum.actual("FLOW") == 7


def test_undoing_the_definition_takes_the_indicator_away_and_restoring_brings_it_back(forum_of, define):
    forum = forum_of()
    defining = forum.send(indicators=definitions(define))
    forum.send(results=some_results(3))
    before = measured(forum)
    ledger.undo(forum.store, defining.upload_id)
    assert forum.rows() == []
    ledger.restore(forum.store, defining.upload_id)
    assert measured(forum) == before


ROLLUP = "select * from rollup_periods order by all"


@pytest.mark.parametrize("seed", [12])
def test_after_any_sequence_the_roll_up_is_what_a_fresh_one_would_be(forum_of, define, seed):
    chance, forum = random.Random(seed), forum_of(indicators=definitions(define), targets=TARGETS)
    for step in range(6):
        uploads = [upload.upload_id for upload in ledger.uploads(forum.store)][:-1]  # the definitions stay
        action = chance.choice(["send", "send", "undo", "restore"]) if uploads else "send"
        if action == "send":
            forum.send(results=some_results(seed * 100 + step)[: chance.randrange(3, 15)])
        else:
            getattr(ledger, action)(forum.store, chance.choice(uploads))
    stored = forum.query(ROLLUP)
    with forum.store.writing() as cursor:
        cursor.execute("delete from rollup_periods")
        codes = [row[0] for row in cursor.execute("select code from current_indicators").fetchall()]
        rollup.rebuild(cursor, codes)
    assert forum.query(ROLLUP) == stored
    assert stored or not codes
