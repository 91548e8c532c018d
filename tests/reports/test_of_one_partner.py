"""A report on one partner or funder: the same figures in every form, and nothing that others have not shared."""

import csv
import io
import re
from datetime import date
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook

from charts.missing import missing_text
from data import coding
from locales import translator
from reports.asked import Asked
from reports.content import content_of
from reports.exact import exact
from reports.forms import FORMS

DAY = date(2025, 7, 1)
SMALL, LARGE, GROUP, ALONE = 737, 5211, 613, 8429
"""People, with a limit of 1,000: of partner B, of partner A, women of A, and of A where B has nothing."""
FORMS_READ = ("csv", "html", "iati", "xlsx", "pptx", "texts")


@pytest.fixture
def forum_of_two(forum, define, monkeypatch):
    """B's 737 are too few to be shown; 5,948 of both together are not, so A's 5,211 would tell them."""
    monkeypatch.setenv("DAMPAK_K", "1000")
    voices = [{"date": date(2025, 3, 1), "text": text, "consent": consent, "partner": "A", "programme": "P"}
              for text, consent in (("Boleh dikutip", "ya"), ("Jangan dikutip", "tidak"))]  # fmt: skip
    forum.send(
        programmes=[{"code": code, "name": f"Program {code}", "start": date(2025, 1, 1), "end": date(2026, 12, 31),
                     "budget": 1000.0, "currency": "IDR"} for code in "PQ"],
        partners=[{"code": code, "name": f"Mitra {code}", "kind": "ngo"} for code in "AB"],
        indicators=[define("W", programme="P", baseline=0), define("V", programme="P", baseline=0)],
        targets=[("W", "2025-Q1", 6000), ("V", "2025-Q1", 9000)],
        results=[("W", "2025-Q1", SMALL, "B", "33.09"), ("W", "2025-Q1", GROUP, "A", "33.10", "sex=f"),
                 ("W", "2025-Q1", LARGE - GROUP, "A", "33.10", "sex=m"), ("V", "2025-Q1", ALONE, "A", "33.10")],
        contributions=[{"partner": partner, "programme": "P", "period": "2025-Q1", "kind": "money", "pledged": 90.0,
                        "delivered": given, "currency": "IDR"} for partner, given in (("A", 31.0), ("B", 46.0))],
        feedback=voices,
    )  # fmt: skip
    coding.approve_all(forum.store, 1, decided_by="sekretariat")
    return forum


def written(forum, folder, language="en", **choice):
    """Every form of a report, by its key."""
    content = content_of(forum.store, Asked(DAY, language, **choice))
    for form in FORMS_READ:
        FORMS[form].write(content, folder / form)
    return content, {form: (folder / form).read_bytes() for form in FORMS_READ}


def all_text(raw: bytes) -> str:
    """Every letter of a file: of a packed one all its parts, also the workbooks inside its charts."""
    if not raw.startswith(b"PK"):
        return raw.decode("utf-8", "ignore")
    with ZipFile(io.BytesIO(raw)) as packed:
        names = [name for name in packed.namelist() if not name.endswith((".jpeg", ".png"))]
        return " ".join(all_text(packed.read(name)) for name in names)


def holds(figure: int, text: str) -> bool:
    """Whether a figure stands in a text, in any way of writing it, and not as a part of another."""
    grouped = f"{figure:,}".replace(",", "[.,]?")
    return bool(re.search(rf"(?<!\d)(?<!\d\.)(?<![#_-]){grouped}(?![\d.]*\d)", text))


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_partner_of_few_people_has_no_figure_in_any_form(forum_of_two, language, tmp_path):
    _content, found = written(forum_of_two, tmp_path, language, partner="B")
    for form, raw in found.items():
        text = all_text(raw)
        assert not any(holds(figure, text) for figure in (SMALL, LARGE, LARGE + SMALL, GROUP)), form
        hidden = {"iati": missing_text("suppressed", translator(language)), "texts": ""}.get(form, "…")
        assert hidden in text, form


def test_a_partner_whose_figure_would_tell_that_of_another_has_none_either(forum_of_two, tmp_path):
    _content, found = written(forum_of_two, tmp_path, partner="A")
    for form, raw in found.items():
        text = all_text(raw)
        assert not any(holds(figure, text) for figure in (SMALL, LARGE, LARGE + SMALL, GROUP, LARGE - GROUP)), form
        assert form in ("pptx", "texts") or holds(ALONE, text), form
        assert "Jangan dikutip" not in text


def test_all_together_is_shown_in_the_report_for_a_funder_with_the_parts_hidden(forum_of_two, tmp_path):
    _content, found = written(forum_of_two, tmp_path, funder="A")
    for form in ("csv", "html", "iati", "xlsx"):
        text = all_text(found[form])
        assert holds(LARGE + SMALL, text) and not holds(SMALL, text) and not holds(LARGE, text), form


@pytest.mark.parametrize("choice", [{"partner": "A"}, {"funder": "A"}, {}])
def test_every_form_has_the_same_actual(forum_of_two, choice, tmp_path):
    content, found = written(forum_of_two, tmp_path, **choice)
    rows = {row["indicator"]: row["actual"] for row in content.rows}
    table = {row["indicator"]: row["actual"] for row in csv.DictReader(io.StringIO(found["csv"].decode("utf-8-sig")))
             if row["is_latest"] == "yes"}  # fmt: skip
    assert table == {code: "" if value is None else exact(value) for code, value in rows.items()}
    sheet = load_workbook(io.BytesIO(found["xlsx"]))["Indicators"]
    cells = {row[0].value: row[7].value for row in sheet.iter_rows(min_row=7) if row[0].value in rows}
    assert cells == {code: "…" if value is None else value for code, value in rows.items()}
    tree = etree.fromstring(found["iati"])
    told = {
        node.findtext("title/narrative"): [
            each.get("value")
            for each in node.findall("period/actual")
            if each.find("location") is None and each.find("dimension") is None
        ]
        for node in tree.iter("indicator")
    }
    assert told == {f"Indikator {code}": [value and exact(value)] for code, value in rows.items()}


def test_money_of_a_whole_programme_is_called_so_in_the_report_on_one_partner(forum_of_two, tmp_path):
    """A gave 31 of the 77 that the programme has; 8 % of the budget of 1,000 is of both."""
    content, found = written(forum_of_two, tmp_path, partner="A")
    assert content.money[0].delivered == 31
    assert "Program P (all partners): 8% of the budget delivered" in all_text(found["texts"])
    assert not holds(46, "".join(re.findall(r"IDR [\d.,]+", all_text(found["html"]))))


def test_a_funder_of_several_programmes_is_told_why_no_voices_are_counted(sample_content):
    content = sample_content("en", funder="LUMBUNG")
    from reports.narrative import narrative

    assert "several programmes together" in narrative(content)["voices"][0].text
