"""The table for other programs: figures as they were meant, and what every form carries."""

import csv

import pytest

from reports.exact import exact
from reports.plain_table import write


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2.5999999999999996, "2.6"), (0.1 + 0.2, "0.3"), (61.68269619332417, "61.68269619332417"), (35625.0, "35625"),
        (0.0, "0"), (-12.25, "-12.25"), (123456789.123456, "123456789.123456"), (1 / 3, "0.3333333333333333"),
        (1.2e-6, "0.0000012"), (1e20, "1" + "0" * 20),
    ],
)  # fmt: skip
def test_a_figure_is_the_decimal_that_was_meant(value, text):
    assert exact(value) == text
    assert float(text) == pytest.approx(value, rel=1e-14)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_row_carries_the_reports_of_all_and_the_warning_of_the_sample(sample_content, language, tmp_path):
    content = sample_content(language)
    write(content, tmp_path / "out.csv")
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text("utf-8-sig").splitlines()))
    assert {row["stamp"] for row in rows} == {content.stamp}
    assert {row["sample"] for row in rows} == {content.sample_mark} != {""}
    assert [row["actual"] for row in rows if "99999999" in row["actual"] or "00000000" in row["actual"]] == []
