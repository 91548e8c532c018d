"""What holds for every figure."""

import ast
from pathlib import Path

import pytest

import charts
from charts.bullets import bullet_list
from charts.trend import trend

FILES = sorted(Path(charts.__file__).parent.glob("*.py"))


def test_a_figure_is_small_bare_and_of_fixed_height(progress, water, english):
    figure = bullet_list(progress(*[water] * 7), english).figure
    assert len(figure.to_json()) < 6_000
    assert (figure.layout.paper_bgcolor, figure.layout.plot_bgcolor) == ("rgba(0,0,0,0)", "rgba(0,0,0,0)")
    assert figure.layout.template.layout.to_plotly_json() == {}
    assert figure.layout.title.text is None and figure.layout.height


def test_separators_are_those_of_the_language(progress, water, english, indonesian):
    assert [trend(progress(water), t).figure.layout.separators for t in (indonesian, english)] == [",.", ".,"]


def test_the_alternative_text_is_one_sentence_with_the_finding(progress, water, english):
    assert (
        trend(progress(water), english).alt
        == "Line over the periods: Q3 2025: 60 of 100 orang. The table has the same figures."
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_chart_needs_no_screen_and_no_database(path):
    imported = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert not imported & {"streamlit", "duckdb", "ui", "pages", "data"}
