"""Charts of places, contributions and the partnership: findings, marks, and what a browser makes of them."""

from datetime import date

import pandas as pd
import pytest

from charts.calendar import calendar
from charts.flows import flows
from charts.giving import money_and_results, promised
from charts.grid import Cell, Frame, grid, telling
from charts.health import moved, over_rounds, spread
from charts.place_tiles import place_tiles
from charts.ties import tie_graph
from charts.tiles import province_map
from charts.weights import shoulders, side_by_side
from definitions.places import gazetteer
from definitions.tiles import tiles
from tests.charts.test_drawn import CUT_OFF, HOSTILE, SMALLEST, TEXTS, drawn, page  # noqa: F401  # fixtures

DAY = date(2026, 11, 22)
NAMES = ("Yayasan Toya Rumeksa", "Paguyuban Bank Sampah Resik Gumregah", "Unit Kemitraan Pembangunan Serayu–Merapi")
MONEY = [
    "label",
    "budget",
    "money",
    "spent_share",
    "time_share",
    "burn_ratio",
    "results",
    "judged",
    "favourable",
    "ahead",
]


def provinces(*rows):
    return pd.DataFrame(rows, columns=["province", "partners", "activities", "places"])


def activities(*rows):
    columns = ["activity", "partner_name", "place_name", "start", "end", "standing"]
    return pd.DataFrame([dict(zip(columns, row, strict=True)) for row in rows], columns=columns, dtype=object)


def factors(*rows):
    columns = [*TRUST, "reason"]
    return pd.DataFrame([dict.fromkeys(columns) | row for row in rows], columns=columns, dtype=object)


TRUST = {"name": "Trust", "mean": 3.83, "lowest": 3.0, "highest": 5.0, "partners": 12, "answers": 12, "change": 0.5,
         "change_low": 0.1, "change_high": 0.9, "change_pairs": 12, "round": "2026-1"}  # fmt: skip
VOICE = TRUST | {"name": "Decision making", "mean": 2.75, "lowest": 1.0, "change": -0.1, "change_low": -0.4,
                 "change_high": 0.2}  # fmt: skip
HIDDEN = dict.fromkeys(TRUST) | {
    "name": "Roles",
    "partners": 3,
    "answers": 4,
    "reason": "suppressed",
    "round": "2026-1",
}
DOTS = pd.DataFrame({"name": ["Trust", "Trust"], "score": [3.0, 5.0], "partners": [8, 4]})
TIES = pd.DataFrame(
    [{"partner_name": NAMES[0], "other_name": NAMES[1], "places": 3, "programmes": 1, "together": "AIR"}]
)
SPOTS = dict(zip(NAMES, ((0, 1), (0.9, -0.5), (-0.9, -0.5)), strict=True))
FLOWS = pd.DataFrame([{"partner_name": who, "programme_name": what, "delivered": amount} for who, what, amount in (
    (NAMES[0], "Air Bersih dan Sanitasi Desa", 6e8), (NAMES[1], "Pilah dari Rumah", 2e8))])  # fmt: skip
SHARES = pd.DataFrame(
    [
        {"partner_name": who, "dimension": what, "share": share}
        for who, what, share in (
            (NAMES[0], "money", 0.8),
            (NAMES[1], "money", 0.2),
            (NAMES[0], "decisions", 0.3),
            (NAMES[1], "decisions", 0.7),
        )
    ]
)
PLEDGES = [
    {"label": NAMES[0], "pledged": 100e6, "delivered": 84e6},
    {"label": NAMES[1], "pledged": 50e6, "delivered": None},
]
PLACES = pd.DataFrame([
    {"place": "33.07", "place_name": "Kabupaten Wonosobo", "province": "33", "partners": 3, "activities": 5,
     "who": "A, B, C"},
    {"place": "Ngablak", "place_name": "Dusun Ngablak", "province": None, "partners": 1, "activities": 1, "who": "A"},
])  # fmt: skip


def money(**differs):
    row = {"label": "Air", "budget": 1e9, "money": 6e8, "spent_share": 0.6, "time_share": 0.5, "burn_ratio": 1.2,
           "results": 0.8, "judged": 4, "favourable": 3, "ahead": True}  # fmt: skip
    return pd.DataFrame([row | differs], columns=MONEY, dtype=object)


def test_every_province_has_one_square_of_its_own():
    assert len(tiles()) == 38
    assert {tile.code for tile in tiles()} == {
        one.code for one in gazetteer().by_code.values() if one.level == "province"
    }
    assert len({(tile.column, tile.row) for tile in tiles()}) == len({tile.short for tile in tiles()}) == 38


@pytest.mark.parametrize(
    ("one", "way", "other"),
    [("11", "west of", "12"), ("33", "west of", "35"), ("71", "north of", "73"), ("65", "north of", "63"),
     ("53", "east of", "51"), ("91", "north of", "93"), ("96", "west of", "91"), ("34", "south of", "33")],
)  # fmt: skip
def test_squares_lie_as_the_provinces_do(one, way, other):
    spots = {tile.code: tile for tile in tiles()}
    here, there = spots[one], spots[other]
    assert {"west of": here.column < there.column, "east of": here.column > there.column,
            "north of": here.row < there.row, "south of": here.row > there.row}[way]  # fmt: skip


def test_the_map_says_where_most_are_and_marks_where_nobody_is(english):
    chart = province_map(provinces(("33", 11, 58, 27), ("94", 1, 1, 1)), english)
    assert chart.title == "Partners work in 2 provinces, most (11) in Jawa Tengah"
    assert chart.table.iloc[:3, 1].tolist() == ["11", "1", "0"]
    assert [shape.line.dash for shape in chart.figure.layout.shapes].count("dot") == 36
    texts = {trace.text[0] for trace in chart.figure.data}
    assert "94<br>Pateng<br>1" in texts and "11<br>Aceh<br>—" in texts


def test_an_empty_map_is_a_map_all_the_same(english):
    chart = province_map(provinces(), english)
    assert chart.title == "No activity names a place with a code yet"
    assert len(chart.figure.data) == 38


def test_two_places_of_one_name_are_told_apart():
    assert telling({"33.22": "Semarang", "33.74": "Semarang", "33.07": "Wonosobo"}) == {
        "33.22": "Semarang (33.22)", "33.74": "Semarang (33.74)", "33.07": "Wonosobo",
    }  # fmt: skip


def test_a_grid_shows_a_dash_for_nobody_and_the_table_has_every_row(english):
    words = Frame("T", "M", "F", "Place", "Grid")
    rows = [f"Place {n}" for n in range(50)]
    chart = grid({("Place 1", "Water"): Cell(2, "A, B")}, rows, ["Water"], words, english)
    assert chart.table["Water"].tolist().count("—") == 49
    assert chart.source == "F · and 10 more in the table"
    assert len(chart.figure.data[0].x) == 40


def test_a_calendar_bar_is_as_long_as_the_activity(english):
    chart = calendar(
        activities(("Class", NAMES[0], "Brebes", date(2026, 11, 1), date(2026, 11, 30), "ongoing")), english, DAY
    )
    (bar,) = [trace for trace in chart.figure.data if trace.type == "bar" and len(trace.x)]
    assert (bar.base[0], bar.x[0]) == ("2026-11-01", 30 * 86_400_000)
    assert chart.title == "1 activity is under way"
    assert chart.table["Status"].tolist() == ["▶ under way"]


def test_what_has_no_end_goes_on_until_further_notice(english):
    chart = calendar(activities(("Class", NAMES[0], None, date(2026, 1, 1), None, "ongoing")), english, DAY)
    assert chart.table["End"].tolist() == ["until further notice"]


def test_flows_keep_the_money_that_comes_in(english):
    chart = flows(FLOWS, {"Pilah dari Rumah": "2 of 3"}, "IDR", english)
    link, names = chart.figure.data[0].link, chart.figure.data[0].node.label
    into = sum(value for target, value in zip(link.target, link.value, strict=True) if target in (2, 3))
    out = sum(value for source, value in zip(link.source, link.value, strict=True) if source in (2, 3))
    assert into == out == 8e8
    assert chart.title == f"IDR 800 million delivered, in kind included; 75% of it by {NAMES[0]}"
    assert "2 of 3" in names


def test_two_who_gave_the_same_are_both_told(english):
    rows = pd.DataFrame([("A", "P", 40), ("B", "P", 40), ("C", "P", 20)],
                        columns=["partner_name", "programme_name", "delivered"])  # fmt: skip
    title = flows(rows, {}, "IDR", english).title
    assert "2 partners gave the most, 40% each" in title


def test_shoulders_name_all_who_carry_the_same(english):
    row = {"dimension": "money", "partners": 2, "gini": 0.0, "effective_partners": 2.0, "largest_name": "A = B",
           "largest_share": 0.5, "tied": "a+b"}  # fmt: skip
    assert shoulders(pd.DataFrame([row]), english)["Largest share"].tolist() == ["A = B (50% each)"]


def test_many_small_sources_share_one_band_and_the_table_has_them_all(english):
    many = pd.DataFrame([{"partner_name": f"P{n}", "programme_name": "Air", "delivered": 100.0 - n} for n in range(15)])
    chart = flows(many, {}, "IDR", english)
    assert sum("7 others" in label for label in chart.figure.data[0].node.label) == 1
    assert len(chart.table) == 15


def test_a_delivery_that_nobody_reported_is_a_dash(english):
    chart = promised(PLEDGES, "IDR", english)
    assert chart.title == "84% of what was pledged has been delivered"
    assert chart.table["Share"].tolist() == ["84%", "—"]


def test_the_words_beside_a_pledge_keep_to_two_lines(english, indonesian):
    """A row has room for two; a third ran into the row below."""
    given = (("A", 30.6e9, 25.8e9), ("B", 144e6, 130.5e6))
    rows = [{"label": label, "pledged": pledged, "delivered": delivered} for label, pledged, delivered in given]
    for t in (english, indonesian):
        for currency in ("IDR", "USD"):
            assert [text.count("<br>") for text in promised(rows, currency, t).figure.data[1].text] == [1, 1]


def test_money_that_runs_ahead_is_named(english):
    assert money_and_results(money(), "IDR", english).title == "Money runs ahead of results: Air"
    calm = money_and_results(money(ahead=False), "IDR", english)
    assert calm.title == "In no programme does money run far ahead of results"
    nothing = money_and_results(money(burn_ratio=None, results=None, ahead=None), "IDR", english)
    assert nothing.title == "No programme has a budget, money and results yet"


def test_health_names_the_strongest_and_the_weakest_and_hides_few(english):
    chart = spread(factors(TRUST, VOICE, HIDDEN), DOTS, english)
    assert chart.title == "Strongest: Trust (3.8). Weakest: Decision making (2.8)"
    assert chart.table.loc[chart.table["Factor"] == "Roles", ["Mean", "Lowest to highest"]].values.tolist() == [
        ["…", "…"]
    ]
    assert not any("Roles" in str(label) for label in chart.figure.layout.yaxis.ticktext)


def test_only_few_answers_make_no_picture(english):
    assert spread(factors(HIDDEN), DOTS[:0], english).title == "Too few answers to show without pointing at anybody"


def test_a_change_is_called_so_only_where_its_interval_leaves_out_zero(english):
    chart = moved(factors(TRUST, VOICE, HIDDEN), english)
    assert chart.title == "Clearly better: Trust"
    assert chart.table["Meaning"].tolist() == ["▲ clearly better", "○ not clear"]
    assert moved(factors(VOICE), english).title == "No clear change"
    assert moved(factors(HIDDEN), english).title.startswith("No earlier round")


def test_on_a_phone_the_bars_of_the_survey_are_the_newest_means(english):
    older = TRUST | {"round": "2025-2", "mean": 5.0}
    narrow = over_rounds(factors(TRUST, older, VOICE), english).narrow
    (bars,) = [trace for trace in narrow.data if trace.type == "bar"]
    assert list(bars.x) == pytest.approx([2.83 / 4, 1.75 / 4])  # of the way from 1, not at all, to 5, fully
    assert narrow.layout.xaxis.range == (0, 1)


def test_the_widest_gap_between_money_and_decisions_is_the_finding(english):
    chart = side_by_side(SHARES, english)
    assert chart.title == f"{NAMES[0]} gives 80% of the money and 30% of the decisions come from it"
    only = side_by_side(SHARES[SHARES["dimension"] == "money"], english)
    assert only.title == "Decisions are not counted yet: the sheet Participation is empty"


def test_a_partner_without_a_tie_is_drawn_as_a_square(english):
    chart = tie_graph(TIES, SPOTS, {"density": 1 / 3}, "places", english)
    assert chart.title == "1 of 3 possible ties are there (33%)"
    assert list(chart.figure.data[-1].marker.symbol) == ["circle", "circle", "square-open"]


@pytest.mark.parametrize("name", ["pledges", "beside", "spread", "moved", "weights"])
def test_rows_have_a_form_for_a_phone_with_their_words_above_and_below(english, name):
    chart = charts(english)[name]
    words = [str(text) for trace in chart.narrow.data if trace.type == "scatter" for text in trace.text or ()]
    assert len(words) >= 2 and not any("<br>" in text for text in words)
    assert chart.narrow.layout.margin.l + chart.narrow.layout.margin.r < 40
    assert not chart.narrow.layout.yaxis.showticklabels
    assert not any(trace.type == "scatter" and trace.mode == "text" and trace.showlegend is not False
                   for trace in chart.narrow.data)  # fmt: skip
    assert charts(english, large=True)[name].narrow.layout.font.size == 13  # phones in the room show the same view


def charts(t, large=False):
    """One of each kind."""
    acts = activities(
        *[("Dapur gizi dan pembagian PMT", NAMES[1], "Kabupaten Brebes", date(2024, 11, 1), None, "ongoing")] * 5,
        ("Rapat anggota tahunan", NAMES[0], "Kabupaten Klaten", date(2027, 1, 23), date(2027, 1, 23), "planned"),
    )
    return {
        "map": province_map(provinces(("33", 11, 58, 27), ("94", 1, 1, 1)), t, large),
        "place_tiles": place_tiles(PLACES, t, large),
        "calendar": calendar(acts, t, DAY, large),
        "pledges": promised(PLEDGES, "IDR", t, large),
        "beside": money_and_results(money(), "IDR", t, large),
        "spread": spread(factors(TRUST, VOICE), DOTS, t, large),
        "moved": moved(factors(TRUST, VOICE), t, large),
        "rounds": over_rounds(factors(TRUST, VOICE), t, large),
        "weights": side_by_side(SHARES, t, large),
        "ties": tie_graph(TIES, SPOTS, {"density": 1 / 3}, "places", t, large),
    }


@pytest.mark.browser
@pytest.mark.parametrize(("large", "width"), [(False, 640), (False, 1250), (True, 1920)])
def test_no_words_are_cut_off(drawn, indonesian, large, width):  # noqa: F811
    for name, chart in charts(indonesian, large).items():
        assert drawn(chart, width).evaluate(CUT_OFF) == [], name


@pytest.mark.browser
def test_a_projector_image_has_no_text_under_28_px(drawn, indonesian):  # noqa: F811
    for name, chart in charts(indonesian, True).items():
        shown = drawn(chart, 1920)
        assert shown.evaluate(SMALLEST) >= 29, name
        assert shown.evaluate("document.getElementById('chart').offsetHeight") <= 1000, name


@pytest.mark.browser
def test_uploaded_names_are_shown_as_typed_and_are_no_links(drawn, english):  # noqa: F811
    given = pd.DataFrame([{"partner_name": name, "programme_name": name, "delivered": 1.0} for name in HOSTILE])
    shares = pd.DataFrame([{"partner_name": name, "dimension": "money", "share": 0.1} for name in HOSTILE])
    cells = grid({}, HOSTILE, ["x"], Frame("T", "M", "F", "H", "K"), english)
    for chart in (side_by_side(shares, english), cells):
        shown = drawn(chart, 1250).evaluate(TEXTS)
        assert [name for name in HOSTILE if name not in shown] == []
    sankey = drawn(flows(given, {}, "IDR", english), 1250)
    assert sankey.locator("svg a").count() == 0
    assert any("<b>bold</b>" in text for text in sankey.evaluate(TEXTS))
