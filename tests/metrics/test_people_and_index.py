"""People reached by several, and several indicators in one figure (acceptance cases A11, A12)."""

from datetime import date

import pytest

from metrics.engine import blank_store
from metrics.index import index_of, programme_index
from metrics.people import people, people_of

AS_OF = date(2026, 1, 1)


@pytest.fixture(scope="module")
def cursor():
    store = blank_store()
    with store.cursor() as opened:
        yield opened
    store.close()


# --- people ----------


@pytest.fixture(scope="module")
def relief(forum_of, define):
    """Two areas, two partners: X 15.000 and 10.000, Y 2.000 and 4.000."""
    return forum_of(
        indicators=[define("PEOPLE"), define("RATE", over_units="mean")],
        results=[
            ("PEOPLE", "2025", 15000, "Food", "X"),
            ("PEOPLE", "2025", 10000, "Wash", "X"),
            ("PEOPLE", "2025", 2000, "Food", "Y"),
            ("PEOPLE", "2025", 4000, "Wash", "Y"),
            ("RATE", "2025", 3, "Food", "X"),
        ],
    )


def test_a11_the_largest_figure_of_each_place_is_added_up(relief):
    row = people(relief.store, AS_OF).iloc[0]
    assert row["estimate"] == 19_000  # 15.000 in X, 4.000 in Y
    assert row["lower"] == 17_000  # food alone; as an estimate it would forget those whom only wash met
    assert row["upper"] == row["gross"] == 31_000


def test_a_mean_is_not_a_count_of_people(relief):
    assert list(people(relief.store, AS_OF)["indicator"]) == ["PEOPLE"]


def test_no_more_people_than_live_there(relief):
    row = people(relief.store, AS_OF, {"PEOPLE": 25_000}).iloc[0]
    assert (row["upper"], row["exceeds_population"]) == (25_000, False)
    assert people(relief.store, AS_OF, {"PEOPLE": 12_000}).iloc[0]["exceeds_population"]


def test_the_published_example_of_ocha(cursor):
    found = people_of(cursor, [("A", "food", 15_000), ("A", "wash", 10_000), ("A", "nfi", 5_000)], 15_000)
    assert (found.lower, found.estimate, found.upper, found.gross) == (15_000, 15_000, 15_000, 30_000)


def test_a_larger_place_is_not_counted_beside_the_villages_in_it(cursor):
    """The regency was reported with 500 by one partner, two of its villages with 300 and 400 by another."""
    figures = [("33.22", "A", 500), ("Lor", "B", 300), ("Kidul", "B", 400), ("34.01", "A", 50)]
    found = people_of(cursor, figures, within={"Lor": "33.22", "Kidul": "33.22", "33.22": "33", "34.01": "34"})
    assert found.estimate == 750  # the villages' 700, more than the regency's 500, and 50


def test_nobody_reported_is_unknown_and_nobody_reached_is_zero(cursor):
    assert people_of(cursor, [("A", "x", None)]).estimate is None
    assert people_of(cursor, [("A", "x", 0)]).estimate == 0


def test_the_estimate_lies_between_its_bounds(cursor):
    for figures in ([("A", "x", 5), ("B", "y", 7)], [("A", "x", 5), ("A", "y", 7), ("B", "x", 1)], [(None, None, 3)]):
        found = people_of(cursor, figures)
        assert found.lower <= found.estimate <= found.upper


# --- index ----------


def test_a12_progress_is_capped_before_it_is_averaged(cursor):
    """1.4, 0.5 and −0.2 count as 1, 0.5 and 0: 0.5. Uncapped they would be 0.5667."""
    found = index_of(cursor, ["a", "b", "c"], [1.4, 0.5, -0.2])
    assert found.value == pytest.approx(0.5)
    assert found.uncapped == pytest.approx(1.7 / 3)
    assert (found.worst, found.worst_name, found.coverage) == (pytest.approx(-0.2), "c", 1)


def test_what_is_missing_is_weighted_anew_and_told(cursor):
    found = index_of(cursor, ["a", "b", "c", "d"], [1.0, 0.5, None, 0.0], [2, 1, 1, 1])
    assert found.value == pytest.approx(2.5 / 4)
    assert found.coverage == pytest.approx(0.8)
    assert (found.known, found.parts) == (3, 4)


@pytest.mark.parametrize(("known", "refused"), [(3, False), (2, True), (0, True)])
def test_with_less_than_three_quarters_there_is_no_index(cursor, known, refused):
    found = index_of(cursor, list("abcd"), [0.5] * known + [None] * (4 - known))
    assert (found.value is None) is refused
    assert found.coverage == known / 4


def test_weights_of_a_task_list(cursor):
    """65 % of a task of weight 25 and 50 % of one of 75: 53.75 %."""
    assert index_of(cursor, ["a", "b"], [0.65, 0.5], [25, 75]).value == pytest.approx(0.5375)


def test_a_negative_weight_is_refused(cursor):
    with pytest.raises(ValueError, match="weight"):
        index_of(cursor, ["a"], [0.5], [-1])


def test_the_index_of_a_programme_leaves_levels_to_be_kept_out(forum_of, define):
    level = {"over_time": "last", "over_units": "mean", "baseline": 0, "target": 10, "target_date": date(2025, 12, 31)}
    forum = forum_of(
        indicators=[define("A", **level), define("B", **level), define("KEEP", direction="keep", **level)],
        results=[("A", "2025", 14), ("B", "2025", 5), ("KEEP", "2025", 10)],
    )
    found = programme_index(forum.store, AS_OF)
    assert (found.value, found.parts, found.worst_name) == (0.75, 2, "B")


QUARTERLY = [("PPL", f"2025-Q{number}", value, partner, place)
             for number, each in enumerate((100, 200, 300, 50), 1)
             for partner, place, value in (("A", "Lor", each), ("B", "Lor", each / 2), ("A", "Kidul", 10))]  # fmt: skip


@pytest.mark.parametrize("has_targets", [False, True])
def test_all_quarters_count_whatever_targets_partners_have(forum, define, has_targets):
    """Lor: A 650, B 325; Kidul: A 40. Gross 1015; the largest in each place 650 + 40; A alone 690."""
    targets = [("PPL", f"2025-Q{number}", 200, partner, place) for number in (1, 2, 3, 4)
               for partner, place in (("A", "Lor"), ("B", "Lor"), ("A", "Kidul"))]  # fmt: skip
    forum.send(indicators=[define("PPL", target=5000, target_date=date(2027, 12, 31), baseline=0)],
               targets=targets if has_targets else [], results=QUARTERLY)  # fmt: skip
    found = people(forum.store, date(2026, 1, 1)).iloc[0]
    assert (found["lower"], found["estimate"], found["upper"], found["gross"]) == (690, 690, 1015, 1015)
    assert forum.actual("PPL") == found["gross"]


def test_running_targets_change_nothing_in_who_was_reached(forum, define):
    """Toladata's block: 8, 15 + 10 and 45 against running targets are 78 people."""
    forum.send(indicators=[define("CUM", cumulative=True)],
               targets=[("CUM", year, value, "A") for year, value in (("2022", 10), ("2023", 20), ("2024", 50))],
               results=[("CUM", "2022", 8, "A"), ("CUM", "2023-01", 15, "A"), ("CUM", "2023-05", 10, "A"),
                        ("CUM", "2024", 45, "A")])  # fmt: skip
    assert people(forum.store, date(2025, 1, 1)).iloc[0]["gross"] == 78
