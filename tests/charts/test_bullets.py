import pytest

from charts.bullets import bullet_list
from charts.missing import records


def side(chart):
    """The words beside the rows: (status, value)."""
    return [tuple(text.replace("\N{NO-BREAK SPACE}", "").split("<br>", 1)) for text in chart.figure.data[-1].text]


def plain(text):
    return text.replace("&#37;", "%")


def bars(chart):
    return list(chart.figure.data[1].x)


def test_a_row_says_share_and_figures_in_both_languages(progress, water, indonesian, english):
    assert [plain(value) for _status, value in side(bullet_list(progress(water), indonesian))] == [
        "50% · 60 dari 100 orang"
    ]
    assert [plain(value) for _status, value in side(bullet_list(progress(water), english))] == ["50% · 60 of 100 orang"]


def test_the_bar_is_the_way_from_baseline_to_target_and_the_triangle_what_was_expected(progress, water, english):
    chart = bullet_list(progress(water), english)
    assert bars(chart) == [0.5]
    assert list(chart.figure.data[3].x) == [pytest.approx(0.6)]  # (68 - 20) / (100 - 20)


def test_one_target_line_runs_through_all_rows(progress, water, english):
    (line,) = bullet_list(progress(water, water, water), english).figure.layout.shapes
    assert (line.x0, line.x1, line.y0, line.y1, line.yref) == (1, 1, 0, 1, "paper")


def test_the_words_around_the_chart(progress, water, indonesian):
    chart = bullet_list(progress(water, water | {"status": "met"}), indonesian)
    assert chart.title == "1 dari 2 indikator yang dinilai tercapai atau sesuai jalur"
    assert chart.subtitle == "Kemajuan dari nilai awal ke target · Kab. Bima · TW III 2025 · % dari jarak ke target"
    assert chart.source == "Sumber: laporan mitra · Data per TW III 2025 · 6 dari 8 laporan"


def test_zero_not_reported_not_applicable_and_hidden_are_four_marks(progress, water, english):
    gone = {"actual": None, "progress": None, "achievement": None, "status": "no_data"}
    chart = bullet_list(progress(
        water | {"actual": 0.0, "baseline": 0.0, "progress": 0.0, "achievement": 0.0},
        water | gone | {"reason": "no_data"},
        water | {"progress": None, "achievement": None, "reason": "baseline_equals_target"},
        water | gone | {"reason": "suppressed"},
    ), english)  # fmt: skip
    assert bars(chart) == [0.0, None, None, None]
    assert list(chart.figure.data[5].text) == ["—", "n.a.", "…"]
    assert [plain(value) for _status, value in side(chart)] == [
        "0% · 0 of 100 orang", "— not reported", "60 of 100 orang", "… hidden: small group"]  # fmt: skip
    assert list(chart.table["Actual"]) == ["0 orang", "—", "60 orang", "…"]


def test_a_row_that_only_has_an_achievement_is_hatched_and_says_so(progress, water, english):
    chart = bullet_list(progress(water | {"baseline": None, "progress": None}), english)
    assert bars(chart) == [0.6]
    assert list(chart.figure.data[1].marker.pattern.shape) == ["/"]
    assert "hatched: share of target, without a baseline" in chart.source
    assert plain(side(chart)[0][1]).replace("<br>", " ") == "60% of target · 60 of 100 orang"


def test_what_leaves_the_axis_is_clipped_with_an_arrow_and_its_true_figure(progress, water, english):
    far = [water | {"progress": 3.1, "actual": 268.0}, water | {"progress": -0.9, "actual": -52.0}]
    chart = bullet_list(progress(*far), english)
    assert bars(chart) == [1.5, -0.25]
    assert list(chart.figure.data[4].marker.symbol) == ["triangle-right", "triangle-left"]
    assert plain(side(chart)[0][1]) == "310% · 268 of 100 orang"


def test_a_share_of_a_share_cannot_be_misread(progress, water, english):
    assert plain(side(bullet_list(progress(water | {"unit": "%"}), english))[0][1]) == "50% · 60% (target 100%)"


def test_all_rows_stay_in_the_table_when_a_projector_shows_six(progress, water, indonesian):
    chart = bullet_list(progress(*[water] * 9), indonesian, large=True)
    assert (len(bars(chart)), len(chart.table)) == (6, 9)
    assert chart.source.endswith("dan 3 lainnya")
    assert chart.figure.layout.height <= 900


@pytest.mark.parametrize("rows", [1, 40])
def test_height_follows_the_rows(progress, water, english, rows):
    assert bullet_list(progress(*[water] * rows), english).figure.layout.height == 38 * rows + 24 + 22


def test_an_empty_frame_says_so(progress, english):
    chart = bullet_list(progress(), english)
    assert chart.title == "No indicators to show" == chart.figure.layout.annotations[0].text
    assert chart.table.empty


def test_the_kind_of_missing_does_not_matter(progress, water, english):
    frame = progress(water, water | {"progress": None, "achievement": None, "actual": None, "reason": "no_data"})
    for other in (
        frame.convert_dtypes(),
        frame.convert_dtypes(dtype_backend="pyarrow"),
        frame.astype({"actual": float, "progress": float}),
    ):
        assert bars(bullet_list(other, english)) == [0.5, None]
        assert records(other)[1]["actual"] is None


def test_the_words_of_another_scheme_stand_on_chart_table_and_title(progress, water, english):
    chart = bullet_list(progress(water | {"status": "on_track"}).assign(band_word="Very high"), english)
    assert chart.title == "1 of 1 judged indicators are “Very high”"
    assert chart.table["Status"][0] == "● Very high"
    assert "Very high" in chart.figure.data[-1].text[0]


def test_a_phone_has_names_over_and_figures_under_the_bars(progress, water, english):
    narrow = bullet_list(progress(water), english).narrow
    texts = [text for trace in narrow.data if trace.type == "scatter" for text in trace.text or ()]
    assert "Perempuan dengan air bersih" in texts
    assert any(text.startswith("◆ Needs attention") for text in texts)
    assert narrow.layout.margin.l + narrow.layout.margin.r < 40


def test_a_long_unit_makes_its_rows_higher_so_that_three_lines_keep_clear_of_the_heading(progress, water, english):
    short = bullet_list(progress(water), english).figure
    long = bullet_list(progress(water | {"unit": "million rupiah of revolving loans"}), english).figure
    assert long.data[-1].text[0].count("<br>") == 2
    room = long.layout.height - long.layout.margin.t - long.layout.margin.b
    assert room >= 3 * 1.3 * long.layout.font.size
    assert long.layout.height > short.layout.height


def test_on_a_phone_a_second_line_of_words_has_room_under_its_bar(progress, water, english):
    short, long = ([water | {"unit": unit}] * 3 for unit in ("orang", "rumah tangga di desa dampingan"))
    low, high = (bullet_list(progress(*rows), english).narrow for rows in (short, long))
    assert not any("<br>" in words for words in low.data[-2].text)
    assert all("<br>" in words for words in high.data[-2].text)
    assert high.layout.height - low.layout.height >= 3 * 13  # 13 px are a line there
