import pytest

from charts.comparison import by_unit


def unit(water, name, actual, target=100.0, **more):
    return water | {"partner": name, "partner_name": name, "actual": actual, "target": target} | more


def names(chart):
    return list(chart.figure.layout.yaxis.ticktext)


def test_the_widest_gap_comes_first_and_units_without_a_report_last(progress, water, english):
    frame = progress(
        unit(water, "Met", 110.0), unit(water, "Silent", None, status="no_data", reason="no_data"),
        unit(water, "Zero", 0.0), unit(water, "Half", 50.0), unit(water, "Free", 5.0, None),
    )  # fmt: skip
    chart = by_unit(frame, english)
    assert names(chart) == ["Zero", "Half", "Met", "Free", "Silent"]
    assert chart.title == "1 of 3 have reached their target"
    assert list(chart.figure.data[0].x) == [0.0, 50.0, 110.0, 5.0, None]
    assert list(chart.figure.data[3].text) == ["—"]
    assert list(chart.table["Difference"]) == ["−100 orang", "−50 orang", "+10 orang", "—", "—"]


def test_for_a_reduction_above_the_target_is_the_gap(progress, water, indonesian):
    frame = progress(
        unit(water, "Low", 10.0, 20.0, direction="down"), unit(water, "High", 35.0, 20.0, direction="down")
    )
    assert names(by_unit(frame, indonesian)) == ["High", "Low"]
    assert by_unit(frame, indonesian).title == "1 dari 2 sudah mencapai target"


def test_more_than_twenty_are_in_the_table_only(progress, water, indonesian):
    chart = by_unit(progress(*[unit(water, f"Mitra {n}", float(n)) for n in range(30)]), indonesian)
    assert (len(names(chart)), len(chart.table)) == (20, 30)
    assert chart.source.endswith("dan 10 lainnya dalam tabel")


def test_rows_without_a_partner_are_named_as_such(progress, water, english):
    assert names(by_unit(progress(water | {"partner": None, "partner_name": None}), english)) == ["not stated"]


def test_another_dimension_is_refused(progress, water, english):
    with pytest.raises(ValueError, match="'partner', 'place', 'group', got 'sector'"):
        by_unit(progress(water), english, "sector")


def test_a_hidden_group_shows_its_mark_in_drawing_table_and_hover(progress, water, english):
    hidden = {"group": "sex=m", "reason": "suppressed", "status": "no_data", "progress": None, "achievement": None}
    chart = by_unit(progress(unit(water, None, None, None, **hidden)), english, "group")
    assert list(chart.figure.data[3].text) == ["…"]
    assert list(chart.table.iloc[0])[1:4] == ["…", "…", "…"]
    assert "… hidden" in chart.figure.data[0].hovertext[0]


def test_the_four_marks_are_four(progress, water, english):
    frame = progress(
        unit(water, "Zero", 0.0), unit(water, "Late", None, status="no_data", reason="no_data"),
        unit(water, "Elsewhere", None, status="no_data", reason="not_applicable"),
        unit(water, "Few", None, status="no_data", reason="suppressed"),
    )  # fmt: skip
    table = by_unit(frame, english).table.set_index("Partner")["Actual"]
    assert dict(table) == {"Zero": "0 orang", "Late": "—", "Elsewhere": "n.a.", "Few": "…"}


def test_a_share_has_a_thin_line_for_its_interval(progress, water, english):
    frame = progress(unit(water, "A", 20.0, 30.0, unit="%")).assign(share_low=0.15, share_high=0.26, denominator=200.0)
    line = by_unit(frame, english).figure.data[-1]
    assert (list(line.error_x.array), list(line.error_x.arrayminus)) == ([pytest.approx(6)], [pytest.approx(5)])
