"""One figure everywhere: what Ringkasan shows is what every report says, read back from the finished files."""

import csv
import html
import re
from datetime import date
from shutil import which
from subprocess import run

import openpyxl
import pytest
from lxml import etree
from pptx import Presentation

from charts.missing import measure_mark, missing_mark, unpromised_mark
from charts.numbers import number, percent
from locales import translator
from reports.asked import Asked
from reports.content import content_of
from reports.forms import FORMS
from reports.sheets.book import NAMES
from tests.reports.office import charts_of, table
from ui import session

FIGURES = {"Actual": "actual", "Target": "target", "Baseline": "baseline", "Expected by now": "expected",
           "Progress": "progress", "Achievement": "achievement"}  # fmt: skip
SHARES = ("progress", "achievement")
LANGUAGES = ("id", "en")


@pytest.fixture(params=LANGUAGES)
def told(request, open_screen, sample, tmp_path):
    """(language's translate, what Ringkasan shows by name of the indicator, content, files by form)."""
    app = open_screen(lang=request.param, show="all")
    t = translator(request.param)
    shown = {_plain(row[t("Indicator")]): {name: _plain(row[t(title)]) for title, name in FIGURES.items()}
             for row in app.table[0].value.to_dict("records")}  # fmt: skip
    content = content_of(session.opened_store(), Asked(date(2026, 11, 22), request.param))
    files = {key: tmp_path / f"{key}.{form.suffix}" for key, form in FORMS.items()}
    for key, path in files.items():
        FORMS[key].write(content, path)
    return t, shown, content, files


def _plain(cell: str) -> str:
    return re.sub(r"\\(.)", r"\1", cell).replace("\N{WORD JOINER}", "")


def written(row: dict, name: str, t) -> str:
    """A figure that was read from a file, as a screen writes it."""
    value, reason = row.get(name), row.get("reason") or None
    if value in (None, ""):
        if name in SHARES:
            return measure_mark({"actual": row["actual"] or None, "reason": reason})
        return missing_mark(reason) if name == "actual" else unpromised_mark(reason)
    return percent(float(value), t) if name in SHARES else number(float(value), t, row["unit"])


def test_every_form_says_what_the_screen_shows(told):
    t, shown, content, files = told
    names = {row["indicator"]: row["name"] for row in content.rows}
    assert sorted(shown) == sorted(names.values()) and len(shown) >= 16
    _in_csv(t, shown, files["csv"])
    _in_the_workbook(t, shown, content, files["xlsx"])
    _in_iati(t, shown, content, files["iati"])
    _in_words(shown, content, re.sub(r"<[^>]+>", " ", html.unescape(files["html"].read_text("utf-8"))))
    _in_slides(t, shown, content, files["pptx"])
    if which("pdftotext"):
        text = run(["pdftotext", "-layout", files["report"], "-"], capture_output=True, text=True, check=True).stdout
        _in_words(shown, content, text)


def _in_csv(t, shown, path):
    lines = path.read_text("utf-8-sig").splitlines()
    rows = [row for row in csv.DictReader(lines) if row["is_latest"] == "yes"]
    assert len(rows) == len(shown)
    for row in rows:
        assert {name: written(row, name, t) for name in FIGURES.values()} == _ends_joined(shown[row["name"]], row, t)


def _ends_joined(cells, row, t):
    """A range has two ends on the screen and, in a table for programs, its middle as target."""
    return cells | ({"target": written(row, "target", t)} if "–" in cells["target"] else {})


def _in_the_workbook(t, shown, content, path):
    book = openpyxl.load_workbook(path, data_only=True)
    rows = {row[t("Code")].value: row for row in table(book, t(NAMES["indicators"]), t("Code"))}
    for row in content.rows:
        for title, name in FIGURES.items():
            value, cell = rows[row["indicator"]][t(title)].value, shown[row["name"]][name]
            if isinstance(value, (int, float)) and "–" not in cell:
                assert written({**row, name: value}, name, t) == cell, (row["indicator"], name)
            elif not isinstance(value, (int, float)):
                assert value == cell, (row["indicator"], name)


def _in_iati(t, shown, content, path):
    told = {node.findtext("title/narrative"): node for node in etree.parse(path).iter("indicator")}
    assert sorted(told) == sorted(shown)
    for row in content.rows:
        found = [period for period in told[row["name"]].findall("period")
                 if period.find("period-end").get("iso-date") == str(row["period_end"])
                 and period.find("period-start").get("iso-date") == str(row["period_start"])]  # fmt: skip
        for actual in (period.find("actual") for period in found):
            if actual is not None and actual.get("value") and row["actual_period"] == row["period"]:
                assert number(float(actual.get("value")), t, row["unit"]) == shown[row["name"]]["actual"]
        baseline = told[row["name"]].find("baseline")
        if baseline is not None and baseline.get("value"):
            assert number(float(baseline.get("value")), t, row["unit"]) == shown[row["name"]]["baseline"]


def _in_words(shown, content, text):
    words = " ".join(text.split())
    for row in content.rows:
        for name, cell in shown[row["name"]].items():
            if row[name] is not None and "–" not in cell:
                figure = cell if "%" in cell else cell.split(" ")[0]  # the unit may stand in a heading
                assert figure in words, (row["indicator"], name, cell)


def _in_slides(t, shown, content, path):
    drawn = [value for _slide, frame in charts_of(Presentation(path)) for each in frame.chart.plots[0].series
             if each.name == t("On the way") for value in each.values]  # fmt: skip
    keys = [row for row in content.rows if row["is_key"]]
    assert [percent(value, t) for value in drawn] == [shown[row["name"]]["progress"] for row in keys]
