"""Intervals, agreement, balance, networks, waiting times: worked out by hand, or held against another library."""

from datetime import date
from fractions import Fraction
from math import sqrt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from metrics import agreement, balance, coding, feedback, intervals, loop, network, similarity
from metrics.engine import blank_store
from metrics.progress import progress

QUICK = settings(max_examples=40, deadline=None, derandomize=True)
AMOUNTS = st.lists(st.integers(0, 10_000), min_size=2, max_size=12).filter(any)


@pytest.fixture(scope="module")
def cursor():
    store = blank_store()
    with store.cursor() as opened:
        yield opened
    store.close()


# --- intervals ----------


@pytest.mark.parametrize(
    ("hits", "n"), [(0, 30), (30, 30), (1, 7), (18, 20), (4, 200), (19, 38), (1, 1), (500, 100_000)]
)
@pytest.mark.parametrize("confidence", [0.9, 0.95, 0.99])
def test_our_wilson_is_that_of_statsmodels(cursor, hits, n, confidence):
    found = intervals.share_interval(cursor, hits, n, confidence=confidence)
    assert (found.low, found.high) == pytest.approx(proportion_confint(hits, n, 1 - confidence, "wilson"), abs=1e-12)
    assert found.value == hits / n


def test_nobody_asked_has_no_share_and_no_interval(cursor):
    assert intervals.share_interval(cursor, 0, 0) == (None, None, None)
    assert intervals.share_change(cursor, 0, 0, 3, 10) == (None, None, None, None)


def test_more_yes_than_people_is_refused(cursor):
    with pytest.raises(ValueError, match="0 to n"):
        intervals.share_interval(cursor, 11, 10)


def test_a_clustered_sample_counts_as_fewer_people(cursor):
    plain, clustered = (
        intervals.share_interval(cursor, 20, 100),
        intervals.share_interval(cursor, 20, 100, design_effect=2),
    )
    assert clustered == pytest.approx(intervals.share_interval(cursor, 10, 50))
    assert clustered.high - clustered.low > plain.high - plain.low


def test_a_small_rise_is_not_called_a_rise(cursor):
    """6 of 20, then 8 of 20; and 60 of 200, then 120 of 200."""
    assert intervals.share_change(cursor, 8, 20, 6, 20).word == "no_clear_change"
    assert intervals.share_change(cursor, 120, 200, 60, 200).word == "rise"
    assert intervals.share_change(cursor, 60, 200, 120, 200).word == "fall"


@QUICK
@given(hits=st.integers(0, 50), n=st.integers(50, 80), other_hits=st.integers(0, 50), other_n=st.integers(50, 80))
def test_a_change_the_other_way_round_has_the_mirrored_interval(cursor, hits, n, other_hits, other_n):
    one = intervals.share_change(cursor, hits, n, other_hits, other_n)
    other = intervals.share_change(cursor, other_hits, other_n, hits, n)
    assert (one.low, one.high) == pytest.approx((-other.high, -other.low))
    assert one.low - 1e-12 <= one.value <= one.high + 1e-12


def test_shares_in_the_store_carry_their_interval_and_the_word_for_the_change(forum_of, define):
    forum = forum_of(
        indicators=[define("KNOW", measure="ratio", over_units="ratio", unit="%", over_time="last")],
        results=[
            {"indicator": "KNOW", "period": f"202{year}", "numerator": hits, "denominator": 200}
            for year, hits in ((3, 60), (4, 66), (5, 120))
        ],
    )
    with forum.store.cursor() as cursor:
        found = intervals.with_intervals(cursor, progress(forum.store, date(2026, 1, 1), ["period"]))
    assert list(found["change"].astype(object).where(found["change"].notna(), None)) == [
        None,
        "no_clear_change",
        "rise",
    ]
    assert float(found["share_low"][0]) == pytest.approx(proportion_confint(60, 200, 0.05, "wilson")[0])


def test_other_published_intervals_and_tests_are_those_of_statsmodels():
    assert intervals.other_change_interval(7, 34, 1, 34, "wald").low == pytest.approx(0.02917, abs=1e-5)
    assert intervals.pooled_test(5, 83, 12, 99).statistic == pytest.approx(-1.40783, abs=1e-5)
    assert intervals.chi_square_of_many([50, 50], [100, 100]).statistic == pytest.approx(0)


# --- agreement ----------


def test_cohen_by_hand():
    """90 of 100 alike; by chance 0.5 · 0.6 + 0.5 · 0.4 = 0.5: (0.9 − 0.5) / 0.5 = 0.8."""
    assert agreement.cohen([[50, 0], [10, 40]]).kappa == pytest.approx(0.8)


def test_the_same_code_throughout_is_not_full_agreement():
    for attempt in (
        lambda: agreement.cohen([[5, 0], [0, 0]]),
        lambda: agreement.fleiss([[3, 0], [3, 0]]),
        lambda: agreement.krippendorff([["a", "a"], ["a", "a"]]),
    ):
        with pytest.raises(agreement.NotComputable):
            attempt()


def test_a_table_is_made_of_two_lists_of_codes():
    assert agreement.cross_table(["x", "x", "y", None], ["x", "y", "y", "x"]) == [[1, 1], [0, 1]]


@pytest.mark.parametrize(
    ("level", "alpha"), [("nominal", 0.743421), ("ordinal", 0.815388), ("interval", 0.849107), ("ratio", 0.797403)]
)
def test_krippendorff_on_four_levels(level, alpha):
    gap = None
    data = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, gap, gap, gap],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, gap, 3],
        [gap, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, gap],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, gap],
    ]
    assert agreement.krippendorff(data, level) == pytest.approx(alpha, abs=1e-6)


def test_words_in_an_order_agree_as_numbers_do():
    words = ["low", "mid", "high"]
    data = [[0, 1, 2, 1, 0], [0, 1, 1, 1, 0], [0, 2, 2, 1, None]]
    named = [[None if code is None else words[code] for code in row] for row in data]
    assert agreement.krippendorff(named, "ordinal", words) == pytest.approx(agreement.krippendorff(data, "ordinal"))
    with pytest.raises(ValueError, match="order"):
        agreement.krippendorff(named, "ordinal")


@QUICK
@given(data=st.lists(st.lists(st.integers(1, 3), min_size=6, max_size=6), min_size=2, max_size=4))
def test_the_names_of_codes_and_the_order_of_coders_change_no_nominal_agreement(data):
    if len({code for row in data for code in row}) < 2:
        return
    renamed = [[{1: "b", 2: "c", 3: "a"}[code] for code in row] for row in reversed(data)]
    assert agreement.krippendorff(renamed) == pytest.approx(agreement.krippendorff(data))


@pytest.mark.parametrize(
    ("kappa", "word"),
    [
        (-1, "poor"),
        (0, "poor"),
        (0.01, "slight"),
        (0.2, "slight"),
        (0.4, "fair"),
        (0.6, "moderate"),
        (0.8, "substantial"),
        (0.81, "almost perfect"),
    ],
)
def test_landis_and_koch_name_the_upper_bound_with_the_band_below(kappa, word):
    assert agreement.landis_koch(kappa) == word


# --- balance ----------


def test_a13_the_balance_of_50_30_20():
    found = balance.balance([50, 30, 20])
    assert found.n == 3
    assert (found.gini, found.gini_corrected, found.hhi) == pytest.approx((0.2, 0.3, 0.38))
    assert found.effective == pytest.approx(2.6316, abs=1e-4)


def test_nobody_nothing_and_a_debt():
    assert balance.gini([]) is None
    assert balance.gini([0, 0]) == 0
    assert balance.concentration([0, 0]) is None
    assert balance.gini_corrected([5]) is None
    with pytest.raises(ValueError, match="negative"):
        balance.gini([-1, 3])


@QUICK
@given(amounts=AMOUNTS)
def test_gini_is_half_the_mean_difference_by_the_mean(amounts):
    n = len(amounts)
    apart = Fraction(sum(abs(one - other) for one in amounts for other in amounts), 2 * n * sum(amounts))
    assert balance.gini(amounts) == pytest.approx(float(apart))
    assert 0 <= balance.gini_corrected(amounts) <= 1 + 1e-12


@QUICK
@given(amounts=AMOUNTS, factor=st.sampled_from([0.001, 16_000.0]))
def test_another_currency_changes_no_balance(amounts, factor):
    assert balance.balance([amount * factor for amount in amounts])[1:] == pytest.approx(balance.balance(amounts)[1:])


def test_money_and_voice_are_compared_in_points():
    assert balance.gaps({"A": 80, "B": 20}, {"A": 1, "B": 1}) == pytest.approx({"A": 0.3, "B": -0.3})
    assert balance.gaps({"A": 0}, {"A": 1}) == {"A": None}


# --- networks and overlap ----------


def test_naming_oneself_is_no_tie():
    ties = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 1)]
    assert network.density(network.network(ties, range(5))) == 0.4
    assert network.density(network.network(ties, range(5), self_ties=True)) == 0.5


def test_a_star_is_fully_centralized_and_a_ring_is_not():
    assert network.degree_centralization(network.network([(0, 1), (0, 2), (0, 3), (0, 4)])) == 1
    assert network.degree_centralization(network.network([(0, 1), (1, 2), (2, 3), (3, 0)])) == 0
    assert network.degree_centralization(network.network([(0, 1)])) is None


def test_two_of_three_ties_are_returned():
    assert network.reciprocity(network.network([(1, 2), (2, 3), (3, 2)], directed=True)) == pytest.approx(2 / 3)


def test_a_partner_alone_has_no_centrality():
    assert network.degree_centrality(network.network([], ["A"])) == {"A": 0}
    assert network.density(network.network([], ["A"])) == 0


def test_likeness_of_two_partners():
    assert similarity.jaccard({1, 2, 3}, {2, 3, 4}) == 0.5
    assert similarity.jaccard([], []) == 0
    assert similarity.containment({1, 2}, {1, 2, 3, 4}) == 1
    assert similarity.periods_overlap(date(2025, 1, 1), date(2025, 3, 31), date(2025, 3, 31), date(2025, 6, 1))
    assert not similarity.periods_overlap(date(2025, 1, 1), date(2025, 3, 30), date(2025, 3, 31), date(2025, 6, 1))
    assert similarity.likely_duplication([60, 50], 100) is True
    assert similarity.likely_duplication([60, 40], 100) is False
    assert similarity.likely_duplication([60, 50], None) is None


# --- voices ----------


def test_who_still_waits_makes_the_median_longer():
    """Answered after 1, 2 and 3 days, two wait since day 10. After 3 days 2 of 5 are left: half are answered then."""
    assert loop.median_days([1, 2, 3]) == 2
    assert loop.median_days([1, 2, 3], [10, 10]) == 3
    assert loop.median_days([1, 2], [5, 6, 7]) is None
    assert loop.median_days([]) is None


def test_an_open_entry_leaves_the_count_when_its_time_ends():
    """2 answered, 1 gone on day 3, answered on day 4: 4 of 5, then 3/4 · 2/3 … by hand: S(1) = .8, S(4) = .8 · 2/3."""
    assert loop.median_days([1, 4, 6], [3, 7]) == 6  # S(4) = 0.533, S(6) = 0.267


@pytest.fixture(scope="module")
def voices(forum_of):
    """A14: 36 entries; 27 answered in 10 days, 3 in 40, 6 still open since 1 November."""

    def entry(number, answered_on=None):
        return {"date": date(2025, 11, 1), "place": "Lor", "text": f"Keluhan {number}", "answered_on": answered_on}

    return forum_of(
        feedback=[entry(number, date(2025, 11, 11)) for number in range(27)]
        + [entry(number, date(2025, 12, 11)) for number in range(27, 30)]
        + [entry(number) for number in range(30, 36)]
    )


def test_a14_answered_and_answered_in_time_of_all(voices):
    row = loop.closing(voices.store, date(2026, 1, 1)).iloc[0]
    assert (row["entries"], row["answered"], row["in_time"], row["open"]) == (36, 30, 27, 6)
    assert (row["answered_share"], row["in_time_share"]) == (pytest.approx(0.8333, abs=1e-4), 0.75)
    assert not row["meets_recommended"]
    assert (row["median_days"], row["median_days_answered"]) == (10, 10)


def test_the_median_by_theme_counts_those_that_still_wait(forum):
    """Five answered after 1 to 5 days, six waiting since 10: no median yet. Of "biaya" 3 of 4 are answered: day 3."""

    def entry(number, theme, days=None):
        answered_on = date(2025, 6, 1 + days) if days else None
        return {"date": date(2025, 6, 1), "text": f"{theme} {number}", "theme": theme, "answered_on": answered_on}

    rows = [entry(number, "akses", number) for number in range(1, 6)] + [entry(n, "akses") for n in range(6, 12)]
    forum.send(feedback=rows + [entry(number, "biaya", number) for number in (1, 3, 5)] + [entry(9, "biaya")])
    found = feedback.themes(forum.store, date(2025, 6, 11)).set_index("theme")["median_days"]
    assert pd.isna(found["akses"])
    assert found["biaya"] == 3  # S(1) = 3/4, S(3) = 2/4
    every = loop.closing(forum.store, date(2025, 6, 11)).iloc[0]["median_days"]
    assert found[found.index.isna()].iloc[0] == every == 5  # of 15: 13/15, 12/15, 10/15, 9/15, 7/15


def test_an_answer_that_is_still_to_come_is_not_known_yet(voices):
    row = loop.closing(voices.store, date(2025, 11, 5)).iloc[0]
    assert row["entries"] == 36
    assert row["answered"] == 0


def test_no_entries_have_no_shares(forum):
    row = loop.closing(forum.store, date(2026, 1, 1)).iloc[0]
    assert (row["entries"], row["answered_share"], row["median_days"]) == (0, None, None)


def test_a_theme_is_counted_by_responses_with_its_interval(cursor):
    found = coding.prevalence(cursor, [["air", "air"], ["air", "jalan"], ["jalan"], []], "air")
    assert found.value == 0.5
    assert found.low < 0.5 < found.high


def test_sentiment_counts_what_was_coded():
    assert coding.sentiment({"positive": 6, "neutral": 1, "negative": 3})["net"] == pytest.approx(0.3)
    assert coding.sentiment({})["net"] is None


def test_saturation_is_when_a_run_brings_almost_nothing_new():
    interviews = [{"a", "b"}, {"c"}, {"d"}, {"a"}, {"e"}, {"a"}, {"b"}, {"c"}]
    assert coding.saturation(interviews) == (8, 0.0, 5)  # the run of 5 and 6 brought e: 1 of 4 themes
    assert coding.saturation(interviews, threshold=0.25).reached_at == 6
    assert coding.saturation(interviews[:5]).reached_at is None


def test_the_net_score_and_its_margin_by_hand(cursor):
    """30 − 20 of 100 is +10; variance .3 + .2 − .01 = .49, so 1.96 · .7 / 10 = 13.7 points."""
    score, margin = cursor.execute("select net_score(30, 50, 20), net_score_margin(30, 50, 20)").fetchone()
    assert score == 10
    assert margin == pytest.approx(100 * 1.959964 * sqrt(0.49 / 100), rel=1e-6)
    assert cursor.execute("select net_score(0, 0, 0)").fetchone() == (None,)


def test_money_against_time(cursor):
    row = cursor.execute("""select burn_rate(50, 5), burn_ratio(50, 100, 5, 10), projected_spend(50, 5, 10),
        runway(50, 100, 5), burn_ratio(50, 100, 0, 10), unit_cost(500, 0), leverage(4, 1), in_kind_share(20, 80),
        is_spent_ahead(0.8, 0.5)""").fetchone()
    assert row == (10, 1, 100, 5, None, None, 4, 0.2, True)


def test_one_to_ten_people_are_few_and_nobody_is_no_secret(cursor):
    words = [cursor.execute("select is_small($n, 11)", {"n": n}).fetchone()[0] for n in (0, 1, 10, 11, None)]
    assert words == [False, True, True, False, None]


def test_numpy_figures_are_taken_too():
    assert balance.gini(np.array([1.0, 1.0])) == 0
