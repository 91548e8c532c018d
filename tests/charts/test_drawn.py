"""What a browser makes of the figures: uploaded text as typed, no link, nothing in small print on a projector."""

import json

import pandas as pd
import plotly.offline
import pytest

from benchmarks.browser import chromium
from charts.bullets import bullet_list
from charts.comparison import by_unit
from charts.completeness import matrix
from charts.feedback import loop, ratings, themes, volume
from charts.theme import CONFIG
from charts.trend import trend

pytestmark = pytest.mark.browser

HOSTILE = ["<a href=x>link</a>", "<b>bold</b>", "%{x} {y}", "$a^2$", "&lt; & &amp;", "a<br>b"]
TEXTS = "[...document.querySelectorAll('svg text')].map(node => node.textContent)"
SMALLEST = """Math.min(...[...document.querySelectorAll('svg text')].filter(n => n.textContent.trim())
    .map(n => parseFloat(getComputedStyle(n).fontSize)))"""
CUT_OFF = """[...document.querySelectorAll('svg text')].filter(n => n.textContent.trim()).filter(n => {
    const text = n.getBoundingClientRect(), all = document.getElementById('chart').getBoundingClientRect()
    return text.left < all.left - 1 || text.right > all.right + 1
        || text.top < all.top - 1 || text.bottom > all.bottom + 1
}).map(n => n.textContent)"""


@pytest.fixture(scope="module")
def page():
    """A page with plotly.js, and room for one chart."""
    with chromium() as browser:
        page = browser.new_page()
        page.set_content('<!doctype html><body style="margin:0"><div id="chart"></div></body>')
        page.add_script_tag(content=plotly.offline.get_plotlyjs())
        yield page


@pytest.fixture
def drawn(page):
    """`drawn(chart, width)`: the page with the chart on it."""

    def draw(chart, width):
        page.set_viewport_size({"width": width, "height": 900})
        figure = json.loads(chart.figure.to_json())
        page.evaluate("Plotly.purge('chart')")
        page.evaluate("([f, c]) => Plotly.newPlot('chart', f.data, f.layout, c)", [figure, CONFIG])
        return page

    return draw


@pytest.fixture
def charts(progress, water, indonesian):
    """`charts(large)`: one of each kind."""
    steps = {"step": ["received", "answered", "told_back"], "entries": [120, 90, 30]}
    opinions = {"theme": ["Mutu air"], "entries": [40], "negative": [22], "neutral": [6], "positive": [10]}
    months = [water | {"period": f"2025-{month:02}", "actual": 10.0 * month} for month in range(1, 13)]
    cells = pd.DataFrame(
        [{"partner": "A", "period": f"2025-Q{q}", "reports": 1, "reports_due": 2} for q in range(1, 5)]
    )
    return lambda large: {
        "bullets": bullet_list(progress(*[water] * 7), indonesian, large),
        "trend": trend(progress(*months), indonesian, 20, 130, pd.Timestamp("2026-06-30").date(), large=large),
        "units": by_unit(progress(*[water] * 7), indonesian, "partner", large),
        "volume": volume(pd.DataFrame({"period": ["2025-Q1"], "entries": [40], "complaints": [5]}), indonesian, large),
        "ratings": ratings(pd.DataFrame({"rating": [1, 3, 5], "entries": [4, 9, 30]}), indonesian, large),
        "themes": themes(pd.DataFrame(opinions), indonesian, large),
        "loop": loop(pd.DataFrame(steps), indonesian, large),
        "matrix": matrix(cells, indonesian, large),
    }


def test_uploaded_text_is_shown_as_typed_and_never_as_a_link(drawn, progress, water, english):
    chart = bullet_list(progress(*[water | {"name": name, "unit": name} for name in HOSTILE]), english)
    page = drawn(chart, 900)
    bar = page.locator(".barlayer .trace:nth-child(2) .point path").first.bounding_box()
    page.mouse.move(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2)
    page.wait_for_selector(".hoverlayer text")
    shown = page.evaluate(TEXTS)
    assert [name for name in HOSTILE if name not in shown] == []
    assert page.locator("svg a").count() == 0


def test_uploaded_themes_and_partners_are_no_links_either(drawn, english):
    opinions = dict.fromkeys(("entries", "negative", "neutral", "positive"), 1)
    cells = pd.DataFrame([{"partner_name": name, "period": "2025", "reports": 1, "reports_due": 1} for name in HOSTILE])
    for chart in (
        themes(pd.DataFrame([{"theme": name} | opinions for name in HOSTILE]), english),
        matrix(cells, english),
    ):
        page = drawn(chart, 900)
        assert [name for name in HOSTILE if name not in page.evaluate(TEXTS)] == []
        assert page.locator("svg a").count() == 0


def test_no_words_are_cut_off_on_a_card_or_a_projector(drawn, charts):
    for large, width in ((False, 640), (False, 1250), (True, 1920)):
        for name, chart in charts(large).items():
            assert drawn(chart, width).evaluate(CUT_OFF) == [], (name, width)


def test_a_projector_image_has_no_text_under_28_px(drawn, charts):
    for name, chart in charts(True).items():
        page = drawn(chart, 1920)
        assert page.evaluate(SMALLEST) >= 29, name
        assert page.evaluate("document.getElementById('chart').offsetHeight") <= 900, name


def test_there_are_no_buttons_over_a_chart(drawn, charts):
    assert drawn(charts(False)["trend"], 640).locator(".modebar-btn").count() == 0
