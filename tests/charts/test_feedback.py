import pandas as pd
import pytest

from charts.feedback import loop, ratings, themes, volume
from charts.feedback_drawing import bar_rows
from charts.theme import Look


def plain(text):
    return text.replace("&#37;", "%").replace("\N{NO-BREAK SPACE}", "").replace("<br>", " ")


def test_volume_splits_complaints_from_other_entries(indonesian):
    chart = volume(
        pd.DataFrame({"period": ["2025-Q2", "2025-Q1"], "entries": [40, 1200], "complaints": [5, 300]}), indonesian
    )
    assert chart.title == "1.240 masukan, 305 di antaranya aduan"
    assert [list(part.y) for part in chart.figure.data[:2]] == [[300, 5], [900, 35]]
    assert list(chart.figure.layout.xaxis.ticktext) == ["TW I<br>2025", "TW II"]


def test_no_feedback_is_zero_and_hidden_feedback_is_not(english):
    frame = pd.DataFrame(
        {"period": ["2025-Q1", "2025-Q2"], "entries": [0, None], "complaints": [0, None]}, dtype=object
    )
    chart = volume(frame, english)
    assert list(chart.figure.data[-1].text) == ["0", "…"]
    assert list(chart.table["Entries"]) == ["0", "…"]


def test_ratings_print_both_sides_with_their_numbers(english):
    chart = ratings(pd.DataFrame({"rating": [1, 2, 3, 4, 5], "entries": [4, 6, 9, 30, 11]}), english)
    assert chart.title == "68% rate 4 or 5, of 60 ratings"  # 41 / 60
    assert [plain(note.text) for note in chart.figure.layout.annotations] == [
        "Negative 17% n = 10",
        "Positive 68% n = 41",
        "Neutral 15% n = 9",
    ]


def test_neutral_stands_outside_the_diverging_bar(english):
    pieces = ratings(pd.DataFrame({"rating": [1, 3, 5], "entries": [25, 25, 50]}), english).figure.data
    spans = {piece.hovertext[0][0]: (piece.base, piece.base + piece.x[0]) for piece in pieces}
    assert spans["1"] == (-0.25, 0) and spans["5"] == (0, 0.5)
    assert spans["3"][0] > 0.5


@pytest.mark.parametrize(
    "entries, title, share",
    [([0, 0], "No ratings in this selection", "n.a."), ([3, None], "Ratings are hidden: small group", "…")],
)
def test_without_ratings_no_share_is_made_up(english, entries, title, share):
    chart = ratings(pd.DataFrame({"rating": [1, 5], "entries": entries}, dtype=object), english)
    assert chart.title == title
    assert set(chart.table["Share"]) == {share}


def test_the_row_for_all_themes_is_no_theme(english):
    opinions = {"entries": [40, 40], "negative": [1, 1], "neutral": [2, 2], "positive": [7, 7]}
    chart = themes(pd.DataFrame({"theme": [None, "Air"], "is_total": [True, False]} | opinions), english)
    assert list(chart.table["Theme"]) == ["Air"]


def test_themes_are_sorted_by_count_and_split_by_opinion(indonesian):
    frame = pd.DataFrame(
        {"theme": ["Jadwal", "Air"], "entries": [10, 40], "negative": [1, 22], "neutral": [2, 6], "positive": [7, 10]}
    )
    chart = themes(frame, indonesian)
    assert chart.title == "Paling sering disebut: Air (40)"
    assert [list(part.x) for part in chart.figure.data[:4]] == [[22, 1], [6, 2], [10, 7], [2, 0]]


def test_the_loop_counts_back_to_what_was_received(english):
    frame = pd.DataFrame(
        {"step": ["received", "answered", "told_back"], "entries": [120, 90, 30], "median_days": [None, 4, 11.5]}
    )
    chart = loop(frame, english)
    assert chart.title == "25% heard back what became of it"
    assert list(chart.table["Note"]) == [
        "120",
        "90 · 75% of received · median 4 days",
        "30 · 25% of received · median 11.5 days",
    ]


def test_an_unknown_step_is_not_zero(english):
    chart = loop(pd.DataFrame({"step": ["received"], "entries": [120]}), english)
    assert list(chart.table["Entries"]) == ["120", "…", "…"]


def test_in_half_of_the_screen_the_legend_has_a_line_for_each_name(english):
    """At four names one below the other; before, it was cut and had a scroll bar over the first bar."""
    rows = [{"entries": 25, "negative": 11, "neutral": 4, "positive": 5}]
    half, whole = (bar_rows(rows, ["a"], ["1", "2", "3"], english, Look(), half=half) for half in (True, False))
    assert half.layout.margin.t - whole.layout.margin.t == 3 * Look().line
    assert half.layout.legend.maxheight == 1
