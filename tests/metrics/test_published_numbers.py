"""Numbers that others published, out of our tables: Toladata, Mercy Corps' IPTT, PEPFAR."""

import csv
from datetime import date

import pandas as pd
import pytest

# --- Toladata's three modes (measurement.md §1.4) ----------

PLAIN = [("T1", "2025-01", 50), ("T1", "2025-04", 120), ("T1", "2025-08", 100), ("T1", "2025-09", 250)]
RUNNING = [("T2", "2025-01", 8), ("T2", "2025-04", 15), ("T2", "2025-05", 10), ("T2", "2025-08", 45)]
LATEST = [("T3", "2025-01", 8), ("T3", "2025-04", 35), ("T3", "2025-05", 15), ("T3", "2025-08", 45)]


@pytest.fixture(scope="module")
def tola(forum_of, define):
    def quarters(code, *targets):
        return [(code, f"2025-Q{number}", target) for number, target in enumerate(targets, 1)]

    kind = {"zero_start": True, "target_date": date(2025, 12, 31)}
    return forum_of(
        indicators=[define("T1", target=1200, **kind), define("T2", target=90, cumulative=True, **kind),
                    define("T3", target=90, over_time="last", cumulative=True, **kind)],
        targets=[*quarters("T1", 100, 200, 400, 500), *quarters("T2", 10, 20, 50, 90), *quarters("T3", 10, 20, 50, 90)],
        results=[*PLAIN, *RUNNING, *LATEST],
    )  # fmt: skip


def quarters_of(tola, code, measure, as_of="2026-01-01"):
    return [row[measure] for row in tola.rows(as_of, "period", indicator=code) if row["is_target_period"]]


def test_tola_flows_are_summed_inside_their_period(tola):
    assert quarters_of(tola, "T1", "actual") == [50, 120, 350, None]
    assert quarters_of(tola, "T1", "achievement") == [0.5, 0.6, 0.875, None]


def test_tola_life_of_programme_is_all_results_by_all_targets(tola):
    row = tola.row("T1")
    assert (row["actual"], row["target"]) == (520, 1200)
    assert row["achievement"] == pytest.approx(520 / 1200)


def test_tola_to_date_is_what_was_reached_by_the_periods_that_ended(tola):
    row = tola.row("T1", "2025-07-01")
    assert (row["actual"], row["expected"]) == (170, 300)
    assert row["on_track"] == pytest.approx(170 / 300)


def test_tola_to_date_leaves_a_running_period_out_on_both_sides(tola):
    """On 15 September two quarters have ended: 170 of 300, and the 350 of the third are not yet judged."""
    row = tola.row("T1", "2025-09-15")
    assert row["actual"] == 520
    assert row["on_track"] == pytest.approx(170 / 300)


def test_tola_running_targets_count_from_the_start(tola):
    assert quarters_of(tola, "T2", "actual") == [8, 33, 78, None]
    row = tola.row("T2", "2025-07-01")
    assert (row["expected"], row["on_track"]) == (20, 1.65)


def test_tola_all_cumulative_takes_the_latest_and_not_the_highest(tola):
    assert quarters_of(tola, "T3", "actual") == [8, 15, 45, None]
    row = tola.row("T3")
    assert (row["actual"], row["target"]) == (45, 90)


# --- Mercy Corps: indicator performance tracking table ----------


@pytest.fixture(scope="module")
def iptt(shared):
    with (shared / "data/toladata_iptt/iptt_expected.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if row["met"]]


def quarter(row):
    first = date.fromisoformat(row["start"])
    return f"{first.year}-Q{(first.month + 2) // 3}"


@pytest.mark.parametrize("baseline", [25, None], ids=["baseline 25", "starts at zero"])
def test_all_eleven_published_percentages_of_the_tracking_table(forum_of, define, iptt, baseline):
    life, *periods = iptt
    start = {"baseline": baseline} if baseline is not None else {"zero_start": True}
    table = forum_of(
        indicators=[define("1.1.1", over_time="last", level="output", target=float(life["target"]),
                           target_date=date(2020, 12, 31), baseline_date=date(2015, 12, 31), **start)],
        targets=[("1.1.1", quarter(row), float(row["target"])) for row in periods],
        results=[("1.1.1", quarter(row), float(row["actual"])) for row in periods],
    )  # fmt: skip
    found = [table.row("1.1.1", "2018-07-01")["achievement"]]
    found += [row["achievement"] for row in table.rows("2018-07-01", "period")]
    assert [None if value is None else f"{value:.0%}" for value in found] == [row["met"] for row in iptt]
    assert len(found) == 11


# --- PEPFAR, masked ----------


def test_eight_of_eight_achievements_by_partner_and_sex(forum_of, define, shared):
    with (shared / "data/pepfar_masked/FY20_Neptune_txnew_achievement.csv").open(encoding="utf-8", newline="") as file:
        published = list(csv.DictReader(file))

    def rows(measure):
        return [("TX_NEW", "2020", float(row[measure]), row["primepartner"], row["operatingunit"], f"sex={row['sex']}")
                for row in published]  # fmt: skip

    neptune = forum_of(indicators=[define("TX_NEW")], targets=rows("targets"), results=rows("cumulative"))
    found = {(row["partner"], row["group"]): row["achievement"] for row in neptune.rows("2021-01-01", "partner,group")}
    expected = {(row["primepartner"], f"sex={row['sex'][0].lower()}"): float(row["achievement"]) for row in published}
    assert found == pytest.approx(expected)
    assert len(found) == 8


@pytest.fixture(scope="module")
def figures(shared):
    """The file as it stands, but for rows that the masking gave the same name: added up (blank stays blank)."""
    raw = pd.read_csv(shared / "data/pepfar_masked/targets_and_quarters.csv")
    raw["place"] = raw["psnu"] + ", " + raw["operatingunit"]
    keys = ["indicator", "fiscal_year", "mech_name", "place"]
    return raw.groupby(keys)[["targets", "qtr1", "qtr2", "qtr3", "qtr4"]].sum(min_count=1).reset_index()


@pytest.fixture(scope="module")
def pepfar(forum_of, define, figures):
    long = figures.melt(
        id_vars=["indicator", "fiscal_year", "mech_name", "place"], value_vars=["qtr1", "qtr2", "qtr3", "qtr4"]
    )
    flow, stock = {"over_time": "sum"}, {"over_time": "last"}
    return forum_of(
        indicators=[
            define("HTS_TST", **flow),
            define("HTS_TST_POS", **flow),
            define("TX_NEW", **flow),
            define("TX_CURR", **stock),
        ],
        targets=[
            (row.indicator, str(row.fiscal_year), row.targets, row.mech_name, row.place)
            for row in figures.dropna(subset=["targets"]).itertuples()
        ],
        results=[
            (
                row.indicator,
                f"{row.fiscal_year}-Q{row.variable[-1]}",
                None if pd.isna(row.value) else row.value,
                row.mech_name,
                row.place,
            )
            for row in long.itertuples()
        ],
    )


def of_the_year(row):
    """By hand: flows are the sum of the quarters reported, a stock is the last one reported; else nothing."""
    quarters = [row[f"qtr{number}"] for number in range(1, 5) if not pd.isna(row[f"qtr{number}"])]
    if not quarters:
        return None
    return quarters[-1] if row["indicator"] == "TX_CURR" else sum(quarters)


def test_every_year_of_every_partner_and_place_is_what_the_file_says(pepfar, figures):
    found = {(row["indicator"], row["period"], row["partner"], row["place"]): (row["actual"], row["target"])
             for row in pepfar.rows("2021-01-01", "period,partner,place", every_report=True)
             if row["period_kind"] == "year"}  # fmt: skip
    expected = {
        (row["indicator"], str(row["fiscal_year"]), row["mech_name"], row["place"]): (of_the_year(row), row["targets"])
        for row in figures.to_dict("records")
        if not pd.isna(row["targets"])
    }
    assert {key: found.get(key) for key in expected} == expected
    assert len(expected) > 300


@pytest.mark.parametrize("by", ["period", "period,partner", "period,place"])
def test_totals_over_units_are_those_of_pandas(pepfar, figures, by):
    keys = ["indicator", "fiscal_year", *(["mech_name"] if "partner" in by else ["place"] if "place" in by else [])]
    figures["actual"] = [of_the_year(row) for row in figures.to_dict("records")]
    totals = figures.groupby(keys)[["actual", "targets"]].sum(min_count=1)
    expected = {
        key: pair for key, pair in zip(totals.index, totals.to_numpy().tolist(), strict=True) if pair[1] == pair[1]
    }
    unit = "partner" if "partner" in by else "place"
    found = {
        (row["indicator"], int(row["period"]), *([row[unit]] if by != "period" else [])): [row["actual"], row["target"]]
        for row in pepfar.rows("2021-01-01", by)
        if row["period_kind"] == "year"
    }
    as_given = {key: [None if value != value else value for value in pair] for key, pair in expected.items()}
    assert {key: found.get(key) for key in as_given} == as_given


def test_a_promise_without_reports_and_reports_without_a_promise_both_stay_visible(pepfar, figures):
    rows = pepfar.rows("2021-01-01", "period,partner,place")
    silent = [row for row in rows if row["target"] is not None and row["actual"] is None]
    unasked = [row for row in rows if row["target"] is None and row["actual"] is not None]
    reported = figures[["qtr1", "qtr2", "qtr3", "qtr4"]].notna().any(axis=1)
    assert len(silent) == int((figures["targets"].notna() & ~reported).sum())
    assert {(row["indicator"], row["partner"], row["place"]) for row in unasked} >= {
        (row["indicator"], row["mech_name"], row["place"])
        for row in figures[figures["targets"].isna() & reported].to_dict("records")
    }
    assert all(row["status"] == "no_data" and row["actual"] is None for row in silent)


def test_rows_that_share_a_masked_name_are_named_and_nothing_is_stored(forum, define, shared):
    """The masked file gives 213 keys more than one row; kept apart they would overwrite each other, so it stops."""
    raw = pd.read_csv(shared / "data/pepfar_masked/targets_and_quarters.csv").dropna(subset=["targets"])
    outcome = forum.check(
        indicators=[define(code) for code in ("HTS_TST", "HTS_TST_POS", "TX_NEW", "TX_CURR")],
        targets=[(row.indicator, str(row.fiscal_year), row.targets, row.mech_name, f"{row.psnu}, {row.operatingunit}")
                 for row in raw.itertuples()],
    )  # fmt: skip
    keys = ["indicator", "fiscal_year", "mech_name", "psnu", "operatingunit"]
    doubled = int((raw.groupby(keys).size() > 1).sum())
    assert [problem.code for problem in outcome.stops] == ["same_row_twice"] * doubled
