"""How reports join: over time inside a unit, then over units; never twice."""

from datetime import date

import pytest

# one small data set: two villages report two quarters, Lor 10 then 30, Kidul 20 then 40
LOR_KIDUL = [
    ("2025-Q1", 10, "Desa Lor"),
    ("2025-Q2", 30, "Desa Lor"),
    ("2025-Q1", 20, "Desa Kidul"),
    ("2025-Q2", 40, "Desa Kidul"),
]
# over time:     sum 40, 60   last 30, 40   mean 20, 30   max 30, 40
MATRIX = {
    ("sum", "sum"): 100,
    ("sum", "mean"): 50,
    ("sum", "max"): 60,
    ("last", "sum"): 70,
    ("last", "mean"): 35,
    ("last", "max"): 40,
    ("mean", "sum"): 50,
    ("mean", "mean"): 25,
    ("mean", "max"): 30,
    ("max", "sum"): 70,
    ("max", "mean"): 35,
    ("max", "max"): 40,
    ("sum", "none"): None,
    ("last", "none"): None,
    ("mean", "none"): None,
    ("max", "none"): None,
}
# the same villages as shares: Lor 1/2 then 30/100, Kidul 3/4 then 10/20
PARTS = [
    ("2025-Q1", 1, 2, "Desa Lor"),
    ("2025-Q2", 30, 100, "Desa Lor"),
    ("2025-Q1", 3, 4, "Desa Kidul"),
    ("2025-Q2", 10, 20, "Desa Kidul"),
]
RATIOS = {
    "sum": (1 + 30 + 3 + 10) / (2 + 100 + 4 + 20),
    "last": (30 + 10) / (100 + 20),
    "max": (1 + 3) / (2 + 4),  # each village's best quarter: 1/2 and 3/4
}


@pytest.fixture(scope="module")
def joined(forum_of, define):
    codes = {f"{time}-{units}": (time, units) for time, units in MATRIX}
    return forum_of(
        indicators=[define(code, over_time=time, over_units=units) for code, (time, units) in codes.items()]
        + [
            define(f"ratio-{time}", measure="ratio", unit="bagian", over_time=time, over_units="ratio")
            for time in RATIOS
        ],
        targets=[(code, "2025", 50) for code in codes],
        results=[(code, period, value, None, place) for code in codes for period, value, place in LOR_KIDUL]
        + [
            {"indicator": f"ratio-{time}", "period": period, "numerator": n, "denominator": d, "place": place}
            for time in RATIOS
            for period, n, d, place in PARTS
        ],
    )


@pytest.mark.parametrize(("time", "units"), MATRIX)
def test_the_year_joins_quarters_then_villages(joined, time, units):
    assert joined.actual(f"{time}-{units}", by="period", period="2025") == MATRIX[time, units]


@pytest.mark.parametrize("time", ["sum", "last", "mean", "max"])
def test_a_village_is_its_quarters_joined(joined, time):
    lor = {"sum": 40, "last": 30, "mean": 20, "max": 30}
    assert joined.actual(f"{time}-sum", by="period,place", period="2025", place="Desa Lor") == lor[time]


@pytest.mark.parametrize("time", RATIOS)
def test_a_ratio_keeps_its_parts(joined, time):
    assert joined.actual(f"ratio-{time}") == pytest.approx(RATIOS[time])


def test_shares_are_never_added(forum):
    """Σ numerators / Σ denominators, whatever the sheet says of its units: 5/10 and 1/2 are a half, not one."""
    from tests.conftest import indicator

    outcome = forum.load(
        forum.workbook(
            indicators=[indicator("R", measure="ratio", unit="bagian", over_time="last", over_units="sum")],
            results=[
                {"indicator": "R", "period": "2025", "numerator": 5, "denominator": 10, "place": "Desa Lor"},
                {"indicator": "R", "period": "2025", "numerator": 1, "denominator": 2, "place": "Desa Kidul"},
            ],
        )
    )[0]
    assert outcome.stops or forum.actual("R") == pytest.approx(0.5)


def test_prp_sums_places_and_periods_and_takes_the_latest_ratio(forum_of, define):
    prp = forum_of(
        indicators=[
            define("SUM"),
            define("MAX", over_units="max"),
            define("TIME"),
            define("TIMEMAX", over_time="max"),
            define("R", measure="ratio", unit="per kelas", over_time="last", over_units="ratio"),
        ],
        results=[
            (code, "2025", value, None, place)
            for code in ("SUM", "MAX")
            for place, value in (("Desa A", 5200), ("Desa B", 6300), ("Desa C", 10000))
        ]
        + [
            (code, period, value)
            for code in ("TIME", "TIMEMAX")
            for period, value in (("2025-Q1", 5200), ("2025-Q2", 6300))
        ]
        + [
            {"indicator": "R", "period": "2025", "place": place, "numerator": n, "denominator": d}
            for place, n, d in (("Desa A", 60, 3), ("Desa B", 112, 5))
        ],
    )
    assert [prp.actual(code) for code in ("SUM", "MAX", "TIME", "TIMEMAX")] == [21500, 10000, 11500, 6300]
    assert prp.actual("R") == pytest.approx(21.5)


def test_akvo_carries_each_reporter_forward_then_adds(forum_of, define):
    """A reports 4 then 6, B reports 2 and then nothing: 6 after the first quarter, 8 after the second."""
    akvo = forum_of(
        indicators=[define("CUM", over_time="last", cumulative=True)],
        targets=[("CUM", "2025-Q1", 5), ("CUM", "2025-Q2", 10)],
        results=[("CUM", "2025-Q1", 4, "A"), ("CUM", "2025-Q2", 6, "A"), ("CUM", "2025-Q1", 2, "B")],
    )
    assert akvo.actual("CUM", by="period", period="2025-Q1") == 6
    assert akvo.actual("CUM", by="period", period="2025-Q2") == 8


def test_the_stock_of_a_year_is_each_units_own_last_report(forum_of, define):
    """Lor last reported in Q3, Kidul in Q1: 30 + 5, though they speak of different days."""
    stock = forum_of(indicators=[define("STOCK", over_time="last")], targets=[("STOCK", "2025", 50)], results=[
        ("STOCK", "2025-Q1", 10, None, "Desa Lor"), ("STOCK", "2025-Q3", 30, None, "Desa Lor"),
        ("STOCK", "2025-Q1", 5, None, "Desa Kidul"), ("STOCK", "2025-Q4", None, None, "Desa Kidul")])  # fmt: skip
    row = stock.row("STOCK", by="period", period="2025")
    assert (row["actual"], row["actual_period"]) == (35, "2025-Q3")


# --- groups ----------


@pytest.fixture(scope="module")
def groups(forum_of, define):
    def by(code, **figures):
        return [(code, "2025", value, None, None, group.replace("_", "=", 1)) for group, value in figures.items()]

    return forum_of(
        indicators=[define(code) for code in ("PARTS", "WHOLE", "TWO", "CROSS", "WORDS")],
        results=[
            *by("PARTS", sex_f=10, sex_m=20),
            *by("WHOLE", sex_f=10, sex_m=20), ("WHOLE", "2025", 35),
            *by("TWO", sex_f=10, sex_m=20), *by("TWO", age_a=12, age_b=18),
            ("CROSS", "2025", 4, None, None, "sex=m;age=2"), ("CROSS", "2025", 6, None, None, "sex=f;age=2"),
            ("WORDS", "2025", 10, None, None, "anak"), ("WORDS", "2025", 20, None, None, "dewasa"),
        ],
    )  # fmt: skip


def test_women_and_men_make_the_total(groups):
    assert groups.actual("PARTS") == 30
    assert {row["group"]: row["actual"] for row in groups.rows(by="group", indicator="PARTS")} == {
        "sex=f": 10,
        "sex=m": 20,
    }


def test_a_written_total_is_not_added_to_its_parts(groups):
    assert groups.actual("WHOLE") == 35


def test_two_dimensions_are_two_views_of_the_same_people(groups):
    assert groups.actual("TWO") == 30


def test_the_finest_split_makes_the_total(groups):
    assert groups.actual("CROSS") == 10


def test_groups_named_by_a_word_alone_are_all_counted(groups):
    """`anak` and `dewasa` are two groups of the same people's total, not two dimensions."""
    assert groups.actual("WORDS") == 30


def test_parts_that_do_not_make_the_total_are_flagged(forum, define):
    outcome = forum.send(indicators=[define("T")], results=[
        ("T", "2025", 35), ("T", "2025", 10, None, None, "sex=f"), ("T", "2025", 20, None, None, "sex=m")])  # fmt: skip
    assert [problem for problem in outcome.warnings if "35" in str(problem.params)]


# --- periods inside periods ----------


@pytest.fixture(scope="module")
def mixed(forum_of, define):
    months = [("FLOW", f"2025-{month:02d}", 10) for month in range(1, 7)]
    return forum_of(
        indicators=[define("FLOW", target=500, zero_start=True, target_date=date(2026, 12, 31)), define("TWICE")],
        targets=[
            ("FLOW", "2025", 200),
            ("FLOW", "2025-Q1", 40),
            ("FLOW", "2025-Q2", 60),
            ("FLOW", "2025-01", 15),
            ("TWICE", "2025", 100),
        ],
        results=[
            *months,
            ("TWICE", "2025-01", 10),
            ("TWICE", "2025-02", 10),
            ("TWICE", "2025-03", 10),
            ("TWICE", "2025-Q1", 30),
        ],
    )


def test_months_lie_inside_quarters_inside_the_year(mixed):
    found = {row["period"]: (row["target"], row["actual"]) for row in mixed.rows(by="period", indicator="FLOW")}
    assert found == {"2025-01": (15, 10), "2025-Q1": (40, 30), "2025-Q2": (60, 30), "2025": (200, 60)}


def test_a_quarter_reported_beside_its_months_is_not_counted_twice(mixed):
    assert mixed.actual("TWICE", by="period", period="2025") == 30


def test_only_ended_periods_are_judged(mixed):
    """On 1 July the half-year's quarters have ended and the year has not."""
    found = {row["period"]: row["status"] for row in mixed.rows("2025-07-01", "period", indicator="FLOW")}
    assert found == {"2025-01": "behind", "2025-Q1": "behind", "2025-Q2": "off_track", "2025": "not_due"}


def test_as_of_an_earlier_day_later_reports_are_not_known(mixed):
    row = mixed.row("FLOW", "2025-04-01", by="period", period="2025")
    assert row["actual"] == 40  # January to April; May and June begin later
    assert mixed.row("FLOW", "2025-03-30", by="period", period="2025-Q1")["status"] == "not_due"
    assert mixed.row("FLOW", "2025-03-31", by="period", period="2025-Q1")["status"] == "behind"  # at the end of the day


# --- blanks, marks and what stays visible ----------


@pytest.fixture(scope="module")
def gaps(forum_of, define):
    return forum_of(
        indicators=[
            define("GAP", over_time="mean", over_units="mean"),
            define("ZERO"),
            define("NA"),
            define("ALONE"),
            define("ORPHAN"),
        ],
        targets=[("GAP", "2025", 10), ("ZERO", "2025", 10), ("NA", "2025", 10), ("ORPHAN", "2025", 10)],
        results=[
            ("GAP", "2025-Q1", 10),
            ("GAP", "2025-Q2", None),
            ("GAP", "2025-Q3", "belum"),
            ("GAP", "2025-Q4", 20),
            ("ZERO", "2025-Q1", 0),
            ("ZERO", "2025-Q2", "nihil"),
            ("NA", "2025", "n.a."),
            ("ALONE", "2025", 7),
        ],
    )


def test_a_blank_and_a_belum_are_not_zeros(gaps):
    row = gaps.row("GAP", by="period", period="2025")
    assert (row["actual"], row["reports"], row["reports_due"]) == (15, 2, 4)


def test_zero_and_nihil_are_zeros(gaps):
    row = gaps.row("ZERO", by="period", period="2025")
    assert (row["actual"], row["reports"], row["progress"]) == (0, 2, 0)


def test_not_applicable_is_no_figure(gaps):
    row = gaps.row("NA", by="period", period="2025")
    assert (row["actual"], row["reports"], row["is_not_applicable"], row["status"]) == (None, 0, True, "no_data")


def test_results_without_a_target_and_a_target_without_results_both_stand_there(gaps):
    alone, orphan = gaps.row("ALONE", by="period"), gaps.row("ORPHAN", by="period")
    assert (alone["actual"], alone["target"], alone["reason"]) == (7, None, "no_target")
    assert (orphan["actual"], orphan["target"], orphan["reason"]) == (None, 10, "no_data")


def test_a_total_over_partners_counts_those_that_reported_and_says_so(forum_of, define):
    reporting = forum_of(indicators=[define("N", over_time="last")], targets=[("N", "2025", 100)], results=[
        ("N", "2024", 10, "A"), ("N", "2024", 20, "B"), ("N", "2025", 15, "A")])  # fmt: skip
    row = reporting.row("N", by="period", period="2025")
    assert (row["actual"], row["reports"], row["reports_due"]) == (15, 1, 2)


# --- the scopes agree ----------


@pytest.fixture(scope="module")
def scoped(forum_of, define):
    value = iter(range(1, 1000))
    return forum_of(
        indicators=[define("S")],
        targets=[("S", "2025", 10, partner, place) for partner in "AB" for place in ("Desa Lor", "Desa Kidul")],
        results=[("S", quarter, next(value), partner, place, group) for quarter in ("2025-Q1", "2025-Q2", "2024-Q4")
                 for partner in "AB" for place in ("Desa Lor", "Desa Kidul") for group in ("sex=f", "sex=m")],
    )  # fmt: skip


@pytest.mark.parametrize("by", [
    "period", "period,partner", "period,place", "period,group", "period,partner,place", "period,partner,group",
    "period,place,group", "period,partner,place,group",
])  # fmt: skip
def test_however_it_is_split_the_year_adds_up_to_the_same(scoped, by):
    """The 16 figures of 2025 are 1 … 16, their sum 16·17/2 = 136; a target of 40 where groups are not told apart."""
    year = [row for row in scoped.rows(by=by) if row["period"] == "2025"]
    actuals = [row["actual"] for row in year] or [
        row["actual"] for row in scoped.rows(by=by) if row["period"] in ("2025-Q1", "2025-Q2")
    ]
    assert sum(actuals) == 136
    if "group" not in by:
        assert sum(row["target"] for row in year) == 40


@pytest.mark.parametrize("by", ["partner", "place", "partner,place"])
def test_without_the_period_it_is_the_latest_year_with_a_target(scoped, by):
    found = scoped.rows(by=by)
    assert {row["period"] for row in found} == {"2025"}
    assert (sum(row["actual"] for row in found), sum(row["target"] for row in found)) == (136, 40)


def test_the_final_target_of_the_whole_is_nobodys_own(forum_of, define):
    whole = forum_of(indicators=[define("F", target=100, baseline=0, target_date=date(2026, 12, 31))],
                     results=[("F", "2025", 30, "A"), ("F", "2025", 10, "B")])  # fmt: skip
    assert whole.row("F")["progress"] == pytest.approx(0.4)
    assert [(row["partner"], row["actual"], row["target"]) for row in whole.rows(by="partner")] == [
        ("A", 30, None),
        ("B", 10, None),
    ]


def test_crossed_groups_make_the_subtotals_that_nobody_wrote(forum_of, define):
    """The published cross-tab: men 4, women 6; ages 2, 4 and 4; ten in all."""
    crossed = [("m", "0-6m", 0), ("m", "7-10m", 2), ("m", "11-15m", 2),
               ("f", "0-6m", 2), ("f", "7-10m", 2), ("f", "11-15m", 2)]  # fmt: skip
    results = [("C", "2025", n, None, None, f"age={age};sex={sex}") for sex, age, n in crossed]
    forum = forum_of(indicators=[define("C")], results=results)
    found = {row["group"]: row["actual"] for row in forum.rows(by="group")}
    assert [found[group] for group in ("sex=m", "sex=f", "age=0-6m", "age=7-10m", "age=11-15m")] == [4, 6, 2, 4, 4]
    assert forum.actual("C") == 10
