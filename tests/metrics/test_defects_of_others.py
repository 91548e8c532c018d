"""Faults read in the code of other systems, each as a test that Dampak does not have it.

RSR: Akvo RSR. PRP: UNICEF Partner Reporting Portal. Tola: Mercy Corps TolaData. The first sixteen stand in our notes on
peers, D1 to D11 in our notes on measuring; where both name the same fault, each looks at it from its own side.
"""

from datetime import date

import pytest

from charts.numbers import percent
from locales import translator
from metrics.engine import frame
from metrics.growth import Series, judged

UNTIL = date(2025, 12, 31)
LEVEL = {"over_time": "last", "over_units": "mean", "target_date": UNTIL}
DOWN = LEVEL | {"direction": "down", "baseline": 40, "target": 20}
SHARE = {"measure": "ratio", "over_units": "ratio", "over_time": "last"}


@pytest.fixture(scope="module")
def forum(forum_of, define):
    def part(code, numerator, denominator, partner=None, place=None, group=None, period="2025"):
        return {
            "indicator": code,
            "period": period,
            "partner": partner,
            "place": place,
            "group": group,
            "numerator": numerator,
            "denominator": denominator,
        }

    return forum_of(
        indicators=[
            define("GROUPS", **SHARE),
            define("SHARE", **SHARE),
            define("MANY", **SHARE),
            define("ZERO"),
            define("THIRTY"),
            define("WORSE", **DOWN),
            define("BETTER", **DOWN),
            define("GONE", **DOWN),
            define("OVER", **DOWN),
            define("RUNNING", cumulative=True, target=90, target_date=UNTIL, zero_start=True),
            define("FLOW"),
            define("EXACT", **LEVEL | {"baseline": 0, "target": -10, "direction": "down"}),
            define("POINTS", unit="%", baseline=20, target=60, target_date=UNTIL, **SHARE),
            define("FRACTION", baseline=0.2, target=0.6, target_date=UNTIL, **SHARE),
            define("KEPT", **LEVEL | {"baseline": 80, "target": 80}),
            define("PLACES"),
            define("AVERAGE", over_units="mean"),
        ],
        targets=[
            ("ZERO", "2025", 10),
            ("THIRTY", "2025", 100),
            ("PLACES", "2025", 100),
            ("RUNNING", "2025-Q1", 10),
            ("RUNNING", "2025-Q2", 20),
            ("RUNNING", "2025-Q3", 50),
            ("RUNNING", "2025-Q4", 90),
            ("FLOW", "2025-Q1", 10),
            ("FLOW", "2025-Q2", 20),
        ],
        results=[
            part("GROUPS", 15, 100, group="sex=f"),
            part("GROUPS", 30, 100, group="sex=m"),
            part("SHARE", 1, 2, "A"),
            part("SHARE", 99, 100, "B"),
            part("MANY", 15, 50, "A", "Lor"),
            part("MANY", 15, 50, "A", "Kidul"),
            part("MANY", 0, 0, "B", "Lor"),
            part("POINTS", 40, 100),
            part("FRACTION", 40, 100),
            ("ZERO", "2025", 0, "A"),
            ("THIRTY", "2025", 30),
            ("WORSE", "2025", 50),
            ("BETTER", "2025", 30),
            ("GONE", "2025", 0),
            ("OVER", "2025", 116),
            ("EXACT", "2025", -3.14159),
            ("KEPT", "2025", 80),
            ("RUNNING", "2025-Q1", 8),
            ("RUNNING", "2025-Q2", 25),
            ("FLOW", "2025-Q1", 8),
            ("FLOW", "2025-Q2", 25),
            ("PLACES", "2025", 10, "A", "Lor"),
            ("PLACES", "2025", 20, "A", "Kidul"),
            ("PLACES", "2025", 30, "B", "Wetan"),
            ("AVERAGE", "2025", 0, "A"),
            ("AVERAGE", "2025", 10, "B"),
        ],
    )


# --- the sixteen of the peers ----------


def test_1_rsr_adds_numerators_to_the_denominator_so_that_each_group_is_100_per_cent(forum):
    found = {row["group"]: row["actual"] for row in forum.rows(by="group", indicator="GROUPS")}
    assert (found["sex=f"], found["sex=m"]) == (0.15, 0.3)
    assert forum.actual("GROUPS") == 0.225  # 45 of 200


def test_2_rsr_turns_a_true_zero_into_a_blank_and_leaves_it_out_above(forum):
    row = forum.row("ZERO")
    assert (row["actual"], row["reports"], row["status"]) == (0, 1, "off_track")
    assert forum.row("AVERAGE")["actual"] == 5  # the zero is one of the two


def test_3_rsr_takes_the_larger_of_share_and_100(forum):
    assert forum.row("THIRTY")["achievement"] == 0.3


def test_4_rsr_grades_a_worsening_reduction_high(forum):
    assert forum.row("WORSE")["status"] == "worsening"
    rows = {row["indicator"]: row["band"] for row in forum.rows(scheme_key="akvo_49_85")}
    assert rows["WORSE"] == "low"


def test_5_rsr_sets_the_latest_running_total_against_the_sum_of_all_targets(forum):
    row = forum.row("RUNNING", "2025-07-01")
    assert (row["actual"], row["expected"]) == (33, 20)  # not 10 + 20


def test_6_rsr_drops_signs_and_all_but_two_decimals(forum):
    row = forum.row("EXACT")
    assert row["actual"] == -3.14159
    assert row["progress"] == pytest.approx(0.314159)


def test_7_prp_starts_the_denominator_of_the_parent_at_one(forum):
    row = forum.row("MANY")
    assert (row["numerator"], row["denominator"], row["actual"]) == (30, 100, 0.3)


def test_8_prp_shows_nothing_for_a_reduction_that_improves(forum):
    assert forum.row("BETTER")["progress"] == 0.5


@pytest.mark.parametrize(("language", "text"), [("id", "50%"), ("en", "50%")])
def test_9_prp_divides_a_fraction_by_100_once_more_before_it_is_printed(forum, language, text):
    assert percent(forum.row("BETTER")["progress"], translator(language)) == text


@pytest.mark.parametrize("code", ["POINTS", "FRACTION"])
def test_10_prp_compares_points_with_fractions(forum, code):
    """40 of 100, from 20 % to 60 %: half of the way, whether baseline and target are written 20 or 0.2."""
    assert forum.row(code)["progress"] == pytest.approx(0.5)


def test_11_prp_skips_the_last_row_cuts_decimals_and_tells_the_first_fault_only(forum_of, define):
    whole = forum_of(
        indicators=[define("A"), define("LAST")], results=[("A", "2025-01", 1.25), ("LAST", "2025-01", 2.75)]
    )
    assert (whole.actual("A"), whole.actual("LAST")) == (1.25, 2.75)
    outcome = whole.check(results=[("A", "2025-13", 1), ("A", "2025-02", "banyak"), ("NOBODY", "2025-02", 1)])
    assert sorted(problem.code for problem in outcome.stops) == ["not_a_number", "not_a_period", "unknown_indicator"]


def test_12_tola_has_two_percentages_for_a_reduction_and_none_at_zero(forum):
    row = forum.row("GONE")
    assert (row["actual"], row["progress"], row["status"], row["achievement"]) == (0, 2.0, "met", None)
    assert row["capaian"] == 2.0  # one figure, and the band follows it
    assert {one["indicator"]: one["band"] for one in forum.rows(scheme_key="tola_15")}["GONE"] == "above"


def test_13_activityinfo_averages_shares_and_multiplies_targets_by_sites(forum):
    assert forum.actual("SHARE") == pytest.approx(100 / 102)
    row = forum.row("PLACES")
    assert (row["target"], row["actual"]) == (100, 60)


def test_14_dhis2_forgets_the_brackets_and_does_not_store_zeros(forum):
    with forum.store.cursor() as cursor:
        assert frame(cursor, "change_measure", {"figure": 30, "former": 25})["change"][0] == pytest.approx(0.2)
    assert forum.query("select count(*) from current_results where indicator = 'ZERO' and value = 0") == [(1,)]


def test_15_rsr_keeps_the_parts_of_the_first_update_alone(forum):
    rows = {
        row["partner"]: (row["numerator"], row["denominator"]) for row in forum.rows(by="partner", indicator="MANY")
    }
    assert rows["A"] == (30, 100)


def test_16_tola_reads_up_to_but_not_the_last_row_that_is_used(forum_of, define):
    """The template ends behind its last row: no blank row may be needed to save it."""
    many = forum_of(indicators=[define("A")], results=[("A", f"2025-{month:02}", month) for month in range(1, 13)])
    assert many.actual("A") == sum(range(1, 13))


# --- the eleven of measuring ----------


def test_d1_never_more_than_100_must_not_mean_at_least_100(forum):
    assert forum.row("THIRTY")["capaian"] == 0.3


def test_d2_a_disaggregated_denominator_is_the_sum_of_denominators(forum):
    found = {row["group"]: (row["numerator"], row["denominator"]) for row in forum.rows(by="group", indicator="GROUPS")}
    assert found["sex=m"] == (30, 100)


def test_d3_the_percentage_is_of_the_target_not_of_the_value(forum):
    """`value || 0 / target` printed 3000 % for 30 of 100."""
    assert percent(forum.row("THIRTY")["achievement"], translator("en")) == "30%"


def test_d4_zero_is_a_figure(forum):
    assert forum.row("ZERO")["achievement"] == 0


def test_d5_a_target_that_equals_the_baseline_is_a_level_to_be_kept_not_nothing(forum):
    row = forum.row("KEPT")
    assert (row["progress"], row["reason"], row["status"]) == (None, "baseline_equals_target", "met")


def test_d6_baseline_and_target_are_on_the_scale_of_the_actual(forum):
    row = forum.row("POINTS")
    assert (row["baseline"], row["target"], row["actual"]) == (20, 60, 40)


def test_d7_a_ratio_of_nothing_is_unknown_and_adds_nothing(forum):
    rows = {row["partner"]: row for row in forum.rows(by="partner", indicator="MANY")}
    assert rows["B"]["actual"] is None
    assert forum.row("MANY")["denominator"] == 100


def test_d8_the_band_is_laid_on_the_figure_that_is_shown(forum):
    """Tola shows 100/116 = 86 %, within 15, and says off: its band looks at 116/100."""
    row = {one["indicator"]: one for one in forum.rows(scheme_key="tola_15")}["OVER"]
    assert row["capaian"] == pytest.approx((40 - 116) / 20)
    assert row["band"] == "below"


def test_d9_cumulative_counts_from_the_start_and_plain_inside_its_period(forum):
    def second(code):
        return forum.actual(code, by="period", period="2025-Q2")

    assert (second("RUNNING"), second("FLOW")) == (33, 25)


def test_d10_growth_the_wrong_way_is_a_deterioration_and_a_bound_belongs_to_a_band(forum):
    with forum.store.cursor() as cursor:
        worse = judged(cursor, [Series(100, 2015, 110, 2020, 50, 2030, -1)])
        assert worse["class"][0] == "deterioration"
        assert worse["growth"][0] < 0
        words = [
            cursor.execute("select growth_class($growth, true, false, 1.0)", {"growth": growth}).fetchone()[0]
            for growth in (0.95, 0.6, 0.0)
        ]
    assert words == ["substantial_progress", "moderate_progress", "limited_progress"]


def test_d11_a_fall_to_zero_is_a_fall_of_all_of_it(forum):
    with forum.store.cursor() as cursor:
        assert frame(cursor, "change_measure", {"figure": 0, "former": 100})["change"][0] == -1
